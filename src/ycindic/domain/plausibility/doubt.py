"""What can be strange about a figure, and what is looked at to find it?"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ycindic.domain.model import RATES, Indicator, Observation, Target
from ycindic.domain.period import Period
from ycindic.domain.plausibility.known import Trusted


class Doubtful(StrEnum):
    """What is strange about a figure; scripts may rely on the names."""

    OFF_RHYTHM = "off-rhythm"
    NOT_OVER = "period-not-over"
    PUBLISHED_AHEAD = "published-ahead"
    UNIT_SLIP = "unit-slip"
    FALLING = "falling-total"
    OTHER_SIGN = "other-sign"
    JUMP = "jump"
    REVISION = "revision"
    BRACKETS = "in-brackets"


NOT_BY_YES = frozenset({
    Doubtful.UNIT_SLIP, Doubtful.FALLING, Doubtful.OTHER_SIGN, Doubtful.JUMP, Doubtful.NOT_OVER,
    Doubtful.PUBLISHED_AHEAD,
})  # fmt: skip
"""Doubts that a plain yes does not answer: a wrong number makes every verdict after it wrong, and one of the future
is none."""


class Doubt(NamedTuple):
    """One strange thing.

    `low` and `high` are what one would expect, both the same where it is one value; `likely` is what
    may have been meant; `period` is the one that the expectation comes from; `figures` how many those are;
    `published` the day of the value itself, `before` that of the one that is expected.
    """

    kind: Doubtful
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    likely: Decimal | None = None
    period: Period | None = None
    figures: int = 0
    published: date | None = None
    before: date | None = None


class Suspect(NamedTuple):
    """A new figure, and what is known beside it; no figure is held against itself.

    `trusted` are the figures that were there before, `known` those and what comes with the new one: a batch
    must not vouch for itself. `peers` are sizes that other indicators of the same kind have.
    """

    seen: Observation
    indicator: Indicator
    known: Trusted
    trusted: Trusted
    targets: Sequence[Target]
    today: date
    peers: Sequence[Decimal] = ()

    @property
    def is_rate(self) -> bool:
        """Whether the figure is a rate of growth or a mean, which have a natural size."""
        return self.indicator.measure in RATES
