"""What is the course of a series: its years read, cut into stretches, and put on one footing?"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import isfinite, log
from typing import NamedTuple

from ycindic.domain.facts import Facts, Known, Series, cumulative, mean
from ycindic.domain.model import SUMS, Bound, Indicator, Measure, Method, Observation
from ycindic.domain.outlook.course import Course, Floats
from ycindic.domain.outlook.paths.library import everywhere
from ycindic.domain.past import of_year
from ycindic.domain.period import MONTHS_A_YEAR, Calendar, Period
from ycindic.domain.profile import from_table

_MOST_YEARS = 20
"""Years further back say nothing about this one."""
_USUAL_YEARS = 4
"""The rhythm of release is that of the latest so many years."""
_SAME_FOOTING = 0.005
"""Levels whose growth lies within half a point of the published one stand on one footing."""

_Path = Mapping[int, float]
"""A year by its months, 1 to 12: its sum so far, its rate or mean so far, its level."""


def course(indicator: Indicator, facts: Facts, year: int, published: Indicator | None = None) -> Course | None:
    """The course of an indicator up to a year that has begun; None where nothing of it or no whole year is known.

    `published` is the official rate of growth of a sum: where it is known, it and not the levels tells how the year
    compares with the one before it.
    """
    series = facts.of(indicator.id)
    if indicator.calendar.months != MONTHS_A_YEAR or of_year(indicator, series, year) is not None:
        return None
    now = _READERS[indicator.measure](series, year)
    if not now or max(now) == MONTHS_A_YEAR:
        return None
    paths = _paths(indicator, facts, year)
    if year - 1 not in paths:
        return None
    reached = max(now)
    ends = _ends([paths[one] for one in sorted(paths)[:-1]][-_USUAL_YEARS:], now, reached)
    cut = _cut(indicator, facts, paths, ends)
    if not all(map(isfinite, (*cut.values, *cut.done))):
        return None
    rates = _paths(published, facts, year) if published and indicator.measure is Measure.FLOW else {}
    lent = indicator.outlook is Method.LIBRARY or everywhere()
    footing = _footing(paths, rates, ends, len(cut.values))
    first = min(paths)
    return Course(
        measure=indicator.measure,
        first_year=first,
        ends=ends,
        values=Floats(cut.values),
        weights=cut.weights,
        done=cut.done,
        footing=footing,
        growth=Floats(_growth(cut.values, footing, len(ends))) if indicator.measure is Measure.FLOW else (),
        shares=tuple(float(one) for one in indicator.shares),
        modelled=lent,
        season=len(ends),
        rebased=_rebased(footing, first, len(ends)),
        filled=tuple(
            year for year in sorted(paths) if any(end not in paths[year] for end in _known(ends, paths[year]))
        ),
    )


def readable(indicator: Indicator, series: Series, year: int) -> bool:
    """Whether the figures of a year make a course: none is a bound, sums and means have no gap from its begin on."""
    return bool(_READERS[indicator.measure](series, year))


def _paths(indicator: Indicator, facts: Facts, year: int) -> dict[int, _Path]:
    """The years that are whole, and the one under way, by month; a year with nothing but its end is none."""
    series = facts.of(indicator.id)
    read = _READERS[indicator.measure]
    found: dict[int, _Path] = {}
    for one in range(year, year - _MOST_YEARS - 1, -1):
        path = read(series, one)
        if one < year and (MONTHS_A_YEAR not in path or len(path) < 2):
            break
        found[one] = path
    return found


def _reaching(series: Series, year: int, known: Callable[[Series, int, int], Known | None]) -> _Path:
    """What the year came to by each month that a figure reaches."""
    calendar, path = series.calendar, {}
    span = calendar.year(year)
    so_far = {month: series.ytd[month] for month in range(span.first, span.last + 1) if month in series.ytd}
    if not so_far:
        return _single_file(series, span, averaged=known is mean)
    inside = _inside(span, series) if len(so_far) < MONTHS_A_YEAR else ()
    # every month of the year is put together anew: other years need not be looked through each time
    series = series._replace(ytd=so_far, alone={one: series.alone[one] for one in inside})
    for place in range(1, MONTHS_A_YEAR + 1):
        month = calendar.month(year, place)
        one = series.ytd.get(month)
        if one is not None:
            if one.bound is Bound.EXACT:
                path[place] = float(one.value)
        elif series.alone:
            found = known(series, year, month)
            if found and found.period.last == month and found.bound is Bound.EXACT:
                path[place] = float(found.value)
    return path


def _inside(year: Period, series: Series) -> Sequence[Period]:
    """The stretches of a year that have a figure of their own."""
    begin, end = year
    return [one for one in series.alone if begin <= one[0] and one[1] <= end]


def _single_file(series: Series, year: Period, *, averaged: bool) -> _Path:
    """What the year came to by the end of each single figure, as far as they adjoin from its beginning on.

    Where intervals overlap the one that begins first, and of those the shorter, goes before.
    """
    path: dict[int, float] = {}
    total, reach = 0.0, year.first
    for one in sorted(_inside(year, series)):
        if one.first == reach:
            figure = series.alone[one]
            if figure.bound is not Bound.EXACT:
                break
            total += float(figure.value) * (one.months if averaged else 1)
            reach = one.last + 1
            path[reach - year.first] = total / (reach - year.first) if averaged else total
    return path


def _stated(figures: Mapping[int, Observation], calendar: Calendar, year: int) -> _Path:
    """What was published by each month, and is no bound."""
    months = ((place, figures.get(calendar.month(year, place))) for place in range(1, MONTHS_A_YEAR + 1))
    return {place: float(one.value) for place, one in months if one and one.bound is Bound.EXACT}


_READERS: Mapping[Measure, Callable[[Series, int], _Path]] = {
    Measure.FLOW: lambda series, year: _reaching(series, year, cumulative),
    Measure.EVENTS: lambda series, year: _reaching(series, year, cumulative),
    Measure.GROWTH: lambda series, year: _stated(series.ytd, series.calendar, year),
    Measure.MEAN: lambda series, year: _reaching(series, year, mean),
    Measure.STOCK: lambda series, year: _stated(series.point, series.calendar, year),
}


def _ends(before: Sequence[_Path], now: _Path, reached: int) -> tuple[int, ...]:
    """The months that usually have a figure, and of the year under way only those that had one."""
    usual = Counter(month for path in before for month in path)
    ends = {month for month, years in usual.items() if 2 * years >= len(before) and (month > reached or month in now)}
    return tuple(sorted(ends | {reached, MONTHS_A_YEAR}))


def _through(path: _Path, month: int, *, from_zero: bool) -> float:
    """A path at a month, on a straight line between its neighbours where it is not known."""
    if month in path:
        return path[month]
    months = sorted(path)
    place = bisect_left(months, month)
    after = months[min(place, len(months) - 1)]
    before = months[place - 1] if place else 0
    start = path[before] if before else 0.0 if from_zero else path[after]
    if after <= before:
        return path[after]
    return start + (path[after] - start) * (month - before) / (after - before)


def _known(ends: Sequence[int], path: _Path) -> Sequence[int]:
    """The ends that a year has reached."""
    return [end for end in ends if end <= max(path)]


class _Cut(NamedTuple):
    """Years cut into stretches: what each brought, how much it counts, the year's figure by its end."""

    values: tuple[float, ...]
    weights: tuple[float, ...]
    done: tuple[float, ...]


def _cut(indicator: Indicator, facts: Facts, paths: Mapping[int, _Path], ends: tuple[int, ...]) -> _Cut:
    series, sums = facts.of(indicator.id), indicator.measure in SUMS
    weigher = _weigher(indicator, facts)
    values: list[float] = []
    weights: list[float] = []
    done: list[float] = []
    level = 0.0
    for year in sorted(paths):
        known = _known(ends, paths[year])
        at = [_through(paths[year], end, from_zero=sums) for end in known]
        if sums or indicator.measure is Measure.STOCK:
            starts = [0.0 if sums else level, *at]
            brought, counted, figures = [after - before for before, after in pairwise(starts)], [1.0] * len(ends), at
            level = at[-1]
        else:
            shares = weigher(year, ends)
            counted = [after - before for before, after in pairwise([0.0, *shares])]
            figures = [share * rate for share, rate in zip(shares, at, strict=False)]
            moved = (after - before for before, after in pairwise([0.0, *figures]))
            brought = [one / part for one, part in zip(moved, counted, strict=False)]
            brought = (_single(series, year, known) or brought) if indicator.measure is Measure.MEAN else brought
        values += brought
        weights += counted
        done += figures
    return _Cut(tuple(values), tuple(weights), tuple(done))


def _single(series: Series, year: int, ends: Sequence[int]) -> list[float]:
    """What a mean was in each stretch by its single months alone; nothing where one of them is not known.

    Differences of rounded means so far would be mostly rounding.
    """
    path = _reaching(series._replace(ytd={}), year, mean)
    if any(end not in path for end in ends):
        return []
    sums = pairwise([0.0, *(end * path[end] for end in ends)])
    return [
        (after - before) / (end - start)
        for (before, after), (start, end) in zip(sums, pairwise([0, *ends]), strict=True)
    ]


_Weigher = Callable[[int, tuple[int, ...]], list[float]]
"""The share of the months up to each end in what a year's figure is weighed by."""


def _weigher(indicator: Indicator, facts: Facts) -> _Weigher:
    """Typed shares, or the base year's months of the sum that a rate speaks of, else months as long as they are."""
    levels = facts.of(indicator.levels) if indicator.levels and indicator.measure is Measure.GROWTH else None

    def shares(year: int, ends: tuple[int, ...]) -> list[float]:
        found: list[float] = []
        if indicator.measure is Measure.GROWTH and indicator.shares:
            found = [float(from_table(indicator.shares, month).value) for month in ends]
        elif levels is not None:
            base = _reaching(levels, year - 1, cumulative)
            if len(base) > 1 and base.get(MONTHS_A_YEAR, 0.0) > 0:
                found = [_through(base, month, from_zero=True) / base[MONTHS_A_YEAR] for month in ends]
        rising = bool(found) and all(before < after for before, after in pairwise([0.0, *found]))
        return found if rising else [month / MONTHS_A_YEAR for month in ends]

    return shares


def _footing(
    paths: Mapping[int, _Path], rates: Mapping[int, _Path], ends: Sequence[int], count: int
) -> tuple[float, ...]:
    """Where the official growth is known it, and not the levels, tells how a year compares with the one before."""
    first = min(paths)
    return tuple(
        _factor(paths[year], paths.get(year - 1, {}), rates.get(year, {}), ends[t % len(ends)])
        for t in range(count)
        for year in (first + t // len(ends),)
    )


def _factor(now: _Path, before: _Path, rates: _Path, end: int) -> float:
    known = [month for month in rates if month <= end and now.get(month, 0) > 0 and before.get(month, 0) > 0]
    if not known or rates[max(known)] <= -100:
        return 1.0
    factor = now[max(known)] / (1 + rates[max(known)] / 100) / before[max(known)]
    return factor if abs(factor - 1) > _SAME_FOOTING else 1.0


def _growth(values: Sequence[float], footing: Sequence[float], season: int) -> tuple[float, ...]:
    """The logarithms of growth over the same stretches of last year, on the footing known by each year's end."""
    if min(values) <= 0:
        return ()
    last = len(values) - 1
    ends = (min(t - t % season + season - 1, last) for t in range(season, len(values)))
    return tuple(log(values[t] / (values[t - season] * footing[end])) for t, end in enumerate(ends, season))


def _rebased(footing: Sequence[float], first: int, season: int) -> tuple[int, ...]:
    """The years whose levels do not stand on the footing of the year before."""
    last = len(footing) - 1
    years = range(1, last // season + 1)
    return tuple(first + year for year in years if footing[min(year * season + season - 1, last)] != 1)
