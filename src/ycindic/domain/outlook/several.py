"""How much will the years that are left of several bring on average, and what do all of them come to then?

Growth of the years to come lies half way between that of the latest year and that of all years before it: what it was
lately says more than its mean, and less than that it goes on. Every earlier run of as many years is told so by what
came before it; the errors say how sure that is. Where one of the years is under way its own end counts, with its width.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot, prod
from typing import NamedTuple

from ycindic.domain.facts import Series
from ycindic.domain.model import Bound
from ycindic.domain.outlook.spoken import Spoken, by_errors
from ycindic.domain.period import Period

_LEAST_RUNS = 4
"""With fewer earlier runs of as many years, which may overlap, nothing is told."""


class YearsLeft(NamedTuple):
    """The rates of the years of a promise that are over, and how many are left.

    `total` tells whether a change over all of them was promised, else an average a year; `per` is the whole that rates
    are told of, 100 for per cent.
    """

    done: tuple[float, ...]
    left: int
    total: bool
    per: float

    @property
    def _power(self) -> float:
        return 1.0 if self.total else 1 / (len(self.done) + self.left)

    def _over(self) -> float:
        return prod(1 + rate / self.per for rate in self.done)

    def whole(self, average: float) -> float:
        """What all years come to if those left bring so much a year on average."""
        factor: float = self._over() * (1 + average / self.per) ** self.left
        whole: float = self.per * (factor**self._power - 1)
        return whole

    def needed(self, goal: float) -> float:
        """What those left must bring a year on average for all of them to come to a goal."""
        factor: float = (1 + goal / self.per) ** (1 / self._power) / self._over()
        average: float = self.per * (factor ** (1 / self.left) - 1)
        return average


class _Average(NamedTuple):
    """What is said of the average of the years left, and how many earlier runs of as many years stand behind it."""

    said: Spoken
    runs: int


_MOST_YEARS = 40
"""Years further back say nothing about these."""


def average_left(series: Series, period: Period, running: Spoken | None, half_digit: float) -> _Average | None:
    """The average growth of the years of a period that are left; None where too few years are on record.

    `running` is what is said of the end of the first of them, where it is under way.
    """
    years = series.calendar.years(period)
    rates = _yearly(series, years[0], years[-1])
    known = [rates[year] for year in sorted(rates)]
    left = sum(year not in rates for year in years)
    ahead = left - (running is not None)
    errors = [
        _expected(known[: at + 1]) - sum(known[at + 1 : at + 1 + ahead]) / ahead for at in range(1, len(known) - ahead)
    ] if ahead else []  # fmt: skip
    if not ahead:
        return None if running is None else _Average(running, len(known))
    if len(errors) < _LEAST_RUNS:
        return None
    latest = known if running is None else [*known, running.ending]
    rest = by_errors(_expected(latest), errors, half_digit)
    return _Average(rest if running is None else _together(running, rest, 1 / left), len(errors))


def _yearly(series: Series, first: int, last: int) -> dict[int, float]:
    """The rates of whole years of a period, and of those before it as far as none is missing."""
    found: dict[int, float] = {}
    for years in (range(first, last + 1), range(first - 1, first - 1 - _MOST_YEARS, -1)):
        for year in years:
            one = series.ytd.get(series.calendar.end(year))
            if one is None or one.bound is not Bound.EXACT:
                break
            found[year] = float(one.value)
    return found


def _expected(rates: Sequence[float]) -> float:
    """Half way between the latest year and all years."""
    return (rates[-1] + sum(rates) / len(rates)) / 2


def _together(running: Spoken, rest: Spoken, share: float) -> Spoken:
    """The average of the year under way, which is so much of all, and of those after it."""
    others = 1 - share
    return Spoken(
        share * running.ending + others * rest.ending,
        hypot(share * (running.width or 0.0), others * (rest.width or 0.0)),
        share * running.lean + others * rest.lean,
        relative=False,
    )
