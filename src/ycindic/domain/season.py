"""What do figures say of a part of the year: a quarter, a heating season, a school year?

A season is a year of fewer than twelve months. Running totals that count from another month are told from its
first one on: what they came to before it is taken away, and where a year ends on the way its total is added.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from ycindic.domain.facts import Facts, Known, Series, by_cover, through, together, whole
from ycindic.domain.model import Basis, Bound, Indicator, IndicatorId, Measure, Observation, Plan, Target
from ycindic.domain.period import Calendar, season

_FLIPPED = {Bound.OVER: Bound.UNDER, Bound.UNDER: Bound.OVER}


def calendar_of(target: Target, measure: Measure) -> Calendar:
    """The year in which a target is judged: its indicator's, or the season that was promised; a level has none."""
    return target.calendar if measure is Measure.STOCK else season(target.period, target.calendar)


def series_for(target: Target, indicator: Indicator, facts: Facts) -> Series:
    """The figures of a target's indicator as its year counts them."""
    return _recounted(facts.of(indicator.id), calendar_of(target, indicator.measure), indicator.measure)


def facts_for(target: Target, plan: Plan, facts: Facts) -> Facts:
    """The facts as a target's year counts them, whatever the years of the other indicators are that it names."""
    own = plan.indicators[target.indicator]
    calendar = calendar_of(target, own.measure)
    named = (target.indicator, *target.reference, *((own.levels,) if own.levels else ()))
    if all(plan.indicators[name].calendar == calendar for name in named):
        return facts
    return Facts(_Counted(facts, plan, calendar))


class _Counted(Mapping[IndicatorId, Series]):
    """The series in another year, each counted anew when it is asked for."""

    def __init__(self, facts: Facts, plan: Plan, calendar: Calendar) -> None:
        self._facts, self._plan, self._calendar = facts, plan, calendar

    def __getitem__(self, key: IndicatorId) -> Series:
        return _recounted(self._facts.by_indicator[key], self._calendar, self._plan.indicators[key].measure)

    def __iter__(self) -> Iterator[IndicatorId]:
        return iter(self._facts.by_indicator)

    def __len__(self) -> int:
        return len(self._facts.by_indicator)


def _recounted(series: Series, calendar: Calendar, measure: Measure) -> Series:
    """The same figures with the running totals of another year; of a rate there are none but published ones."""
    if series.calendar == calendar:
        return series
    if series.calendar.starts == calendar.starts or measure is Measure.STOCK:
        return series._replace(calendar=calendar)
    begun, _, _ = by_cover(series.alone.values(), calendar)
    pieces = {} if measure is Measure.GROWTH else _made(series, calendar, begun)
    made = {month: _one(found, calendar, measure) for month, found in pieces.items()}
    ytd = made | begun
    elsewhere = frozenset(month for month in series.ytd if month not in ytd)
    return Series(ytd, series.alone, series.point, calendar, pieces, elsewhere)


def _made(series: Series, calendar: Calendar, begun: Container[int]) -> dict[int, tuple[Observation, ...]]:
    """What the totals through each month are made of, where no interval that begins with the season was published."""
    found = ((month, _pieces(series, calendar, month)) for month in series.ytd if month not in begun)
    return {month: pieces for month, pieces in found if pieces}


def _pieces(series: Series, calendar: Calendar, month: int) -> tuple[Observation, ...]:
    """The published figures that make a total from the season's first month on; none where one of them is missing."""
    first, years = calendar.first(month), series.calendar
    if calendar.place(month) > calendar.months:
        return ()
    latest = series.ytd[month]
    if years.first(month) == first:
        return (latest,)
    before = through(series, first - 1)
    if years.first(month) < first:
        return (latest, *map(_taken_away, before.pieces)) if before else ()
    year = whole(series, years.year_of(first))
    if year is None or years.first(month) != years.last(first) + 1:
        return ()
    if years.first(first) == first:
        return (*year.pieces, latest)
    return (*year.pieces, *map(_taken_away, before.pieces), latest) if before else ()


def _taken_away(one: Observation) -> Observation:
    return one._replace(value=-one.value, bound=_FLIPPED.get(one.bound, one.bound))


def _one(pieces: tuple[Observation, ...], calendar: Calendar, measure: Measure) -> Observation:
    """What published figures come to, as the one figure that it is; the latest of them stands for its place."""
    latest = max(pieces, key=lambda one: one.period.last)
    period = calendar.so_far(latest.period.last)
    value = (Known.averaged if measure is Measure.MEAN else Known.summed)(period, pieces).value
    bound = together(one.bound for one in pieces)
    return latest._replace(period=period, basis=Basis.YTD, value=value, bound=bound, calendar=calendar)
