"""What will the years that are left of several bring, and what do all of them come to then?

Growth of the years to come, the mean of a year, and the yearly change of a level lie half way between those of the
latest year and of all years before it: what it was lately says more than its mean, and less than that it goes on.
A sum grows so from the latest year's. Every earlier run of as many years is told so by what came before it; the
errors say how sure that is. Where one of the years is under way its own end counts, with its width.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import pairwise
from math import hypot, log, prod
from typing import NamedTuple, assert_never

from ycindic.domain.facts import Series
from ycindic.domain.model import Indicator, Measure, Target
from ycindic.domain.outlook.spoken import Spoken, by_errors
from ycindic.domain.outlook.untold import LEAST_RUNS
from ycindic.domain.past import of_year
from ycindic.domain.period import Period


class ComesTo(StrEnum):
    """What several years come to."""

    COMPOUNDED = "compounded"
    """A rate a year on average, that together have the same effect."""
    CHANGE = "change"
    """The change over all of them."""
    SUM = "sum"
    AVERAGE = "average"
    LAST = "last"
    """The level at their end."""


def comes_to(target: Target, measure: Measure) -> ComesTo | None:
    """What the years of a promise come to; None where no one figure tells."""
    match measure:
        case Measure.GROWTH:
            return ComesTo.CHANGE if target.total else ComesTo.COMPOUNDED if target.average else None
        case Measure.FLOW:
            return ComesTo.SUM
        case Measure.MEAN:
            return ComesTo.AVERAGE
        case Measure.STOCK:
            return ComesTo.LAST
        case Measure.EVENTS:
            return None
        case _:
            assert_never(measure)


class YearsLeft(NamedTuple):
    """The figures of the years of a promise that are over, how many are left, and what all of them come to.

    `per` is the whole that rates are told of, 100 for per cent.
    """

    done: tuple[float, ...]
    left: int
    come_to: ComesTo
    per: float = 100.0

    @property
    def _power(self) -> float:
        return 1.0 if self.come_to is ComesTo.CHANGE else 1 / (len(self.done) + self.left)

    def _over(self) -> float:
        return prod(1 + rate / self.per for rate in self.done)

    def whole(self, rest: float) -> float:
        """What all years come to if those left bring so much a year on average, or end at such a level."""
        match self.come_to:
            case ComesTo.LAST:
                return rest
            case ComesTo.SUM:
                return sum(self.done) + self.left * rest
            case ComesTo.AVERAGE:
                return (sum(self.done) + self.left * rest) / (len(self.done) + self.left)
            case ComesTo.COMPOUNDED | ComesTo.CHANGE:
                factor: float = self._over() * (1 + rest / self.per) ** self.left
                whole: float = self.per * (factor**self._power - 1)
                return whole

    def needed(self, goal: float) -> float:
        """What those left must bring a year on average, or end at, for all of them to come to a goal."""
        match self.come_to:
            case ComesTo.LAST:
                return goal
            case ComesTo.SUM:
                return (goal - sum(self.done)) / self.left
            case ComesTo.AVERAGE:
                return (goal * (len(self.done) + self.left) - sum(self.done)) / self.left
            case ComesTo.COMPOUNDED | ComesTo.CHANGE:
                factor: float = (1 + goal / self.per) ** (1 / self._power) / self._over()
                needed: float = self.per * (factor ** (1 / self.left) - 1)
                return needed


class _Rest(NamedTuple):
    """What is said of the years left, and how many earlier runs of as many years stand behind it."""

    said: Spoken
    runs: int


_MOST_YEARS = 40
"""Years further back say nothing about these."""


def rest_of_years(
    indicator: Indicator, series: Series, period: Period, running: Spoken | None, half: float
) -> _Rest | None:
    """What the years of a period that are left bring a year on average, of a level where they end.

    None where too few years are on record. `running` is what is said of the end of the first of them, where it is under
    way; `half` half a printed digit.
    """
    years = series.calendar.years(period)
    figures = yearly(indicator, series, years[0], years[-1])
    known = [figures[year] for year in sorted(figures)]
    left = sum(year not in figures for year in years)
    ahead = left - (running is not None)
    if not ahead:
        return None if running is None else _Rest(running, len(known))
    sums, levels = indicator.measure is Measure.FLOW, indicator.measure is Measure.STOCK
    if sums and min((*known, 1.0 if running is None else running.ending)) <= 0:
        return None
    expected: _Expected = _amount if sums else _level if levels else _half_way

    def off(at: int) -> float:
        said, came = expected(known[: at + 1], ahead), known[at + 1 : at + 1 + ahead]
        if levels:
            return said - came[-1]
        return log(said * ahead / sum(came)) if sums else said - sum(came) / ahead

    errors = [off(at) for at in range(1, len(known) - ahead)]
    if len(errors) < LEAST_RUNS:
        return None
    latest = known if running is None else [*known, running.ending]
    rest = by_errors(expected(latest, ahead), errors, half, overlap=ahead, relative=sums)
    if running is not None:
        rest = (_one_after_another if sums or levels else _side_by_side)(running, rest, left)
    return _Rest(rest, len(errors))


def yearly(indicator: Indicator, series: Series, first: int, last: int) -> dict[int, float]:
    """The figures of whole years of a period, and of those before it as far as none is missing."""
    found: dict[int, float] = {}
    for years in (range(first, last + 1), range(first - 1, first - 1 - _MOST_YEARS, -1)):
        for year in years:
            one = of_year(indicator, series, year)
            if one is None:
                break
            found[year] = float(one)
    return found


def _half_way(figures: Sequence[float], _: int = 1) -> float:
    """Half way between the latest year and all years."""
    return (figures[-1] + sum(figures) / len(figures)) / 2


def _level(figures: Sequence[float], ahead: int) -> float:
    return figures[-1] + ahead * _half_way([after - before for before, after in pairwise(figures)])


def _amount(figures: Sequence[float], ahead: int) -> float:
    """The mean amount of the years ahead, growing half way between the latest growth and all growth."""
    factor = 1 + _half_way([after / before - 1 for before, after in pairwise(figures)])
    amount: float = figures[-1] * sum(factor**year for year in range(1, ahead + 1)) / ahead
    return amount


_Expected = Callable[[Sequence[float], int], float]
"""What so many years bring on average, or where they end, by the years before them."""


def _side_by_side(running: Spoken, rest: Spoken, left: int) -> Spoken:
    """The average of the year under way, which is one of so many, and of those after it."""
    share, others = 1 / left, 1 - 1 / left
    return Spoken(
        share * running.ending + others * rest.ending,
        hypot(share * (running.width or 0.0), others * (rest.width or 0.0)),
        share * running.lean + others * rest.lean,
        relative=False,
    )


def _one_after_another(running: Spoken, rest: Spoken, left: int) -> Spoken:
    """What follows from where the year under way ends, and so has its error whole and that of the years after it."""
    if not rest.relative:
        return Spoken(
            rest.ending, hypot(running.width or 0.0, rest.width or 0.0), running.lean + rest.lean, relative=False
        )
    average = (running.ending + (left - 1) * rest.ending) / left
    others = (left - 1) * rest.ending / (left * average)
    width = hypot(running.width or 0.0, others * (rest.width or 0.0))
    return Spoken(average, width, running.lean + others * rest.lean, relative=True)
