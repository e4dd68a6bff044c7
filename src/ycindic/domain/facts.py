"""What is known of an indicator, and what does it add up to?

The observations here are those that count at the date of the question: of each figure the
vintage that was valid then. What a figure covers follows its basis, however its period is written.
"""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeVar, assert_never

from ycindic.domain.model import Basis, Bound, Indicator, IndicatorId, Measure, Observation
from ycindic.domain.period import CIVIL, MONTHS_A_YEAR, Calendar, Period
from ycindic.domain.rates import ZERO


def together(bounds: Iterable[Bound]) -> Bound:
    """The bound of what several figures add up to: more than a sum only where none of them may be less."""
    found = {one for one in bounds if one is not Bound.EXACT}
    if len(found) > 1:
        return Bound.ABOUT
    return next(iter(found), Bound.EXACT)


class Known(NamedTuple):
    """A value put together from observations: its months, its pieces, whether it is exact."""

    value: Decimal
    period: Period
    pieces: tuple[Observation, ...]

    @classmethod
    def of(cls, one: Observation) -> "Known":
        """A published figure as it is."""
        return cls(one.value, one.covered, (one,))

    @classmethod
    def summed(cls, period: Period, pieces: tuple[Observation, ...]) -> "Known":
        """What figures add up to."""
        return cls(sum((one.value for one in pieces), ZERO), period, pieces)

    @classmethod
    def averaged(cls, period: Period, pieces: tuple[Observation, ...]) -> "Known":
        """The mean of figures over a period, each weighted by the months that it covers."""
        return cls(sum((one.value * one.covered.months for one in pieces), ZERO) / period.months, period, pieces)

    @property
    def bound(self) -> Bound:
        """What the pieces prove together: bounds of one kind stay what they are, opposite ones prove nothing."""
        pieces = self.pieces
        return pieces[0].bound if len(pieces) == 1 else together(one.bound for one in pieces)

    @property
    def decimals(self) -> int:
        """The most decimals among the pieces."""
        return max(decimals_of(one.value) for one in self.pieces)


class Series(NamedTuple):
    """The observations of one indicator, by what they cover.

    A figure of an interval alone that begins with the year stands under `ytd`, too: it is the year so far. Of running
    totals that nobody published, but that follow from published ones, `made` holds those; `elsewhere` are the months
    through which only totals are known that count from another month.
    """

    ytd: Mapping[int, Observation] = {}
    alone: Mapping[Period, Observation] = {}
    point: Mapping[int, Observation] = {}
    calendar: Calendar = CIVIL
    made: Mapping[int, tuple[Observation, ...]] = {}
    elsewhere: Collection[int] = ()

    @property
    def observations(self) -> list[Observation]:
        """All of them, the earliest first."""
        to_date = [one for one in self.ytd.values() if one.basis is Basis.YTD]
        every = [*to_date, *self.alone.values(), *self.point.values()]
        return sorted(every, key=lambda one: (one.period.last, one.covered.first, one.basis))

    def of_basis(self, basis: Basis) -> Collection[Observation]:
        """Those on one basis, in no order."""
        match basis:
            case Basis.YTD:
                return self.ytd.values()
            case Basis.ALONE:
                return self.alone.values()
            case Basis.POINT:
                return self.point.values()
            case _:
                assert_never(basis)

    def without(self, one: Observation) -> "Series":
        """The same figures but one."""
        return series((other for other in self.observations if other != one), self.calendar)

    def latest_ytd(self, period: Period) -> Observation | None:
        """The latest year-to-date figure that ends inside a period."""
        return _latest(self.ytd, period)

    def latest_point(self, period: Period) -> Observation | None:
        """The latest stock figure dated inside a period."""
        return _latest(self.point, period)

    def decimals(self, until: int | None = None) -> int:
        """The most decimals seen in the indicator, up to a month: what the publisher promises."""
        values = (one.value for one in self.observations if until is None or one.period.last <= until)
        return max((decimals_of(value) for value in values), default=0)

    @property
    def ends(self) -> set[int]:
        """The months that any figure reaches just up to."""
        return {*self.ytd, *self.point, *(span.last for span in self.alone)}

    def ends_with(self, month: int) -> bool:
        """Whether any figure reaches just up to a month."""
        if month in self.ytd or month in self.point:
            return True
        return bool(self.alone) and any(span.last == month for span in self.alone)

    def only_elsewhere(self, period: Period) -> bool:
        """Whether totals are known of months inside a period, and none of them counts from its year's beginning."""
        return any(period.covers(month) for month in self.elsewhere)

    def last_known(self, period: Period) -> int | None:
        """The last month inside a period that any figure reaches."""
        first, last = period
        return max([month for month in self.ends if first <= month <= last], default=None)


def _latest(figures: Mapping[int, Observation], period: Period) -> Observation | None:
    first, last = period
    month = max([month for month in figures if first <= month <= last], default=None)
    return None if month is None else figures[month]


class _Spanning(Protocol):
    """What covers a period on a basis: an observation, or what one can be made of."""

    @property
    def basis(self) -> Basis:
        """How the value adds up in time."""

    @property
    def period(self) -> Period:
        """The months as they were written."""


_Spanned = TypeVar("_Spanned", bound=_Spanning)


def by_cover(
    figures: Iterable[_Spanned], calendar: Calendar
) -> tuple[dict[int, _Spanned], dict[Period, _Spanned], dict[int, _Spanned]]:
    """Figures of one indicator by what they cover: years to date, single intervals, levels.

    What an interval brought that begins with a year is the year so far, whatever its row calls it; where
    a running total is recorded as such, that one counts.
    """
    ytd: dict[int, _Spanned] = {}
    alone: dict[Period, _Spanned] = {}
    point: dict[int, _Spanned] = {}
    for one in figures:
        if one.basis is Basis.ALONE:
            alone[one.period] = one
        else:
            (ytd if one.basis is Basis.YTD else point)[one.period.last] = one
    for (first, last), one in alone.items():
        if last - first < MONTHS_A_YEAR and first == calendar.first(first):
            ytd.setdefault(last, one)
    return ytd, alone, point


def series(observations: Iterable[Observation], calendar: Calendar = CIVIL) -> Series:
    """Sort the valid observations of one indicator by what they cover."""
    return Series(*by_cover(observations, calendar), calendar)


class Facts(NamedTuple):
    """Everything known at one date, by indicator."""

    by_indicator: Mapping[IndicatorId, Series]

    def of(self, indicator: IndicatorId) -> Series:
        """The series of an indicator, empty if nothing is known."""
        return self.by_indicator.get(indicator, _NOTHING)

    def adding(self, indicator: Indicator, *more: Observation) -> "Facts":
        """The same with more figures of an indicator."""
        found = series([*self.of(indicator.id).observations, *more], indicator.calendar)
        return Facts({**self.by_indicator, indicator.id: found})


_NOTHING = Series()


_FEW_DECIMALS = tuple(Decimal(1).scaleb(-places) for places in range(4))


def decimals_of(value: Decimal) -> int:
    """How many decimals a typed value promises: 2 for `5.40`."""
    for places, digit in enumerate(_FEW_DECIMALS):  # nearly all figures; no tuple is made of their digits
        if value.same_quantum(digit):
            return places
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def chain(series: Series, start: int, last: int) -> list[Observation]:
    """The `alone` figures that adjoin each other from month `start` on, up to `last` at most.

    Where intervals overlap (a quarter beside its months) the chain that reaches furthest wins,
    and of those the one with the fewest pieces.
    """
    if not series.alone:
        return []
    starts: dict[int, list[Observation]] = {}
    for span in series.alone:  # not .items(): a figure outside need not be made
        if start <= span.first and span.last <= last:
            starts.setdefault(span.first, []).append(series.alone[span])
    best: dict[int, list[Observation]] = {start: []}
    for month in range(start, last + 1):
        for one in starts.get(month, ()) if month in best else ():
            reach = one.period.last + 1
            if reach not in best or len(best[reach]) > len(best[month]) + 1:
                best[reach] = [*best[month], one]
    return best[max(best)]


def cumulative(series: Series, of_year: int, last: int | None = None) -> Known | None:
    """The sum of a flow from the year's beginning on: the latest ytd figure plus the adjoining later months.

    Without any ytd figure the sum of the `alone` figures from there on without a hole. `last`
    stops at a month. None where nothing reaches back to the beginning.
    """
    period, pieces = _pieces(series, of_year, last)
    return Known.summed(period, pieces) if pieces else None


def mean(series: Series, of_year: int, last: int | None = None) -> Known | None:
    """The mean of the year so far, each figure weighted by the months that it covers."""
    period, pieces = _pieces(series, of_year, last)
    return Known.averaged(period, pieces) if pieces else None


def _pieces(series: Series, of_year: int, last: int | None) -> tuple[Period, tuple[Observation, ...]]:
    """The published figures that reach furthest into a year from its beginning, and the months that they cover."""
    start = series.calendar.month(of_year, 1)
    end = series.calendar.end(of_year) if last is None else last
    begun = series.latest_ytd(Period(start, end)) if end >= start else None
    reached = start - 1 if begun is None else begun.period.last
    behind = chain(series, reached + 1, end)
    first = () if begun is None else series.made.get(reached, (begun,))
    return Period(start, behind[-1].period.last if behind else reached), (*first, *behind)


def cumulative_before(series: Series, last: int) -> Known | None:
    """The sum of the year so far as it was known before the figure through a month; None where that was the first."""
    months = range(last - 1, series.calendar.first(last) - 1, -1)
    return next((found for month in months if (found := through(series, month))), None)


def latest_mean(series: Series, last: int) -> Known | None:
    """What the latest months averaged: the single figures that adjoin each other back from a month.

    Those that reach back three months at least, each weighted by the months that it covers; fewer where a
    hole or the series' beginning stands before them. None where no single figure ends with that month.
    """
    shortest = {span.last: span for span in sorted(series.alone, key=lambda one: one.first)}
    pieces: list[Observation] = []
    at = last
    while at in shortest and last - at < 3:
        pieces.insert(0, series.alone[shortest[at]])
        at = shortest[at].first - 1
    if not pieces:
        return None
    return Known.averaged(Period(at + 1, last), tuple(pieces))


def whole(series: Series, of_year: int, *, averaged: bool = False) -> Known | None:
    """The figure of a full year, summed or averaged; None unless its last month is in it."""
    return through(series, series.calendar.end(of_year), averaged=averaged)


def through(series: Series, month: int, *, averaged: bool = False) -> Known | None:
    """The sum, or the mean, of the year so far through a month; None where no figures reach just this month."""
    if not series.ends_with(month):
        return None
    found = (mean if averaged else cumulative)(series, series.calendar.year_of(month), month)
    return found if found and found.period.last == month else None


def figure_at(series: Series, measure: Measure, month: int) -> Known | None:
    """What an indicator's figure is at a month, be it a year's last: the year so far, or a stock's level.

    None where no figure reaches just this month.
    """
    match measure:
        case Measure.STOCK | Measure.GROWTH:
            one = (series.point if measure is Measure.STOCK else series.ytd).get(month)
            return Known.of(one) if one else None
        case Measure.FLOW | Measure.EVENTS | Measure.MEAN:
            return through(series, month, averaged=measure is Measure.MEAN)
        case _:
            assert_never(measure)


def full_years(series: Series, measure: Measure) -> list[Known]:
    """The figures of all full years, the earliest first: their sums or means, their last rates or levels."""
    ends = sorted(month for month in series.ends if series.calendar.ends_with(month))
    return [known for month in ends if (known := figure_at(series, measure, month))]


def years_so_far(series: Series, period: Period, *, averaged: bool = False) -> Known | None:
    """The full years of a period and the running one together: their sum, or their mean by months.

    It ends before the first year that is not whole and not begun; None where that is the first.
    """
    pieces: list[Known] = []
    for of_year in series.calendar.years(period):
        found = (mean if averaged else cumulative)(series, of_year)
        if found is None:
            break
        pieces.append(found)
        if not series.calendar.ends_with(found.period.last):
            break
    if not pieces:
        return None
    covered = Period(pieces[0].period.first, pieces[-1].period.last)
    return (Known.averaged if averaged else Known.summed)(covered, tuple(one for year in pieces for one in year.pieces))


def printed_decimals(indicator: Indicator, series: Series, until: int | None = None) -> int:
    """With how many decimals figures are printed: as the registry says, else the most seen, up to a month."""
    return series.decimals(until) if indicator.decimals is None else indicator.decimals


def hole_after(series: Series, reached: int, period: Period) -> int | None:
    """The first missing month where later figures of the period exist that cannot be added."""
    known = series.last_known(period)
    return reached + 1 if known is not None and known > reached else None
