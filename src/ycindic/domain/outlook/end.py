"""What is known of how a year will end: the most likely figure, an interval, a chance, or why there is none?"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ycindic.domain.judge.promise import Promise
from ycindic.domain.model import Method
from ycindic.domain.outlook.several import YearsLeft
from ycindic.domain.outlook.spoken import Spoken
from ycindic.domain.outlook.untold import Untold


class Decisive(StrEnum):
    """Which figure to come decides a chance."""

    END = "end"
    DISTANCE = "distance"
    WORST = "worst"
    YEARS_LEFT = "years_left"


class Decided(NamedTuple):
    """The figure that decides, as it is foreseen, and the limits that it has to lie between."""

    about: Decisive
    said: Spoken
    limits: Promise


class Like(NamedTuple):
    """In how many of the years on record the promise would have been kept, had this one ended as they did."""

    kept: int
    years: int


_UNLIKELY = Decimal("0.35")
"""A chance further from a flag than this contradicts it."""


class Outlook(NamedTuple):
    """The end of a year as it looks now: the most likely figure, an interval, the chance that the promise is kept.

    `level` is the interval's, in per cent; `years` how many whole years stand behind it. `misses` are the errors of the
    same method at the same month of earlier years (per cent for sums, else in the unit). `rebased` and `filled` name
    the years compared by published growth, and those with a month put in between its neighbours. `said`, what is
    `settled` of the figure, and the figure that the chance is `decided` by are what the numbers are made of (see
    `told`). Over several years the projection is what all of them come to, those `left` among them.
    """

    method: Method
    projection: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    chance: Decimal | None = None
    years: int = 0
    level: Decimal = Decimal(80)
    why: Untold | None = None
    misses: tuple[tuple[int, Decimal], ...] = ()
    rebased: tuple[int, ...] = ()
    filled: tuple[int, ...] = ()
    like: Like | None = None
    said: Spoken | None = None
    settled: Decimal = Decimal(0)
    decided: Decided | None = None
    left: YearsLeft | None = None

    @property
    def doubts(self) -> bool | None:
        """Whether the chance says the opposite of a flag: of a yes (True), of a no (False); None where of neither."""
        if self.chance is None:
            return None
        return True if self.chance < _UNLIKELY else False if self.chance > 1 - _UNLIKELY else None
