"""Which way has a target come, and which way was it to go? The points of its picture."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, assert_never

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts, Series, cumulative, whole
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import IndicatorId, Measure, Observation, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.relation import Relation
from ycindic.domain.season import series_for

_ZERO = Decimal(0)


class Point(NamedTuple):
    """A value at the end of a month."""

    month: int
    value: Decimal


class Way(NamedTuple):
    """The points of a picture: what was, what should be, what the rest needs, and what it is compared with.

    All are in the indicator's unit; each may be empty. `fan` goes from now to the ends of the interval in which the
    year will probably end.
    """

    period: Period
    actual: tuple[Point, ...] = ()
    promised: tuple[Point, ...] = ()
    needed: tuple[Point, ...] = ()
    other: tuple[Point, ...] = ()
    fan: tuple[Point, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """All of them, for the scale of the picture."""
        return (*self.actual, *self.promised, *self.needed, *self.other, *self.fan)


def way(row: Assessment, facts: Facts) -> Way:
    """The way of one target; no points where nothing is known of it."""
    series, period = series_for(row.target, row.indicator, facts), row.target.period
    found = Way(period, _actual(row, series), _promised(row), fan=_fan(row))
    if row.target.compared:
        return found._replace(promised=(), other=_other(row, facts))
    return found._replace(needed=_needed(row, found))


def _actual(row: Assessment, series: Series) -> tuple[Point, ...]:
    match row.indicator.measure:
        case Measure.FLOW:
            return _sums(series, row)
        case Measure.STOCK:
            base = row.figures.baseline_period
            first = row.target.period.first if base is None else base.last
            return _points(series.point, first, row.target.period.last)
        case _ if row.target.average or row.target.total:
            ends = {month: one for month, one in series.ytd.items() if series.calendar.ends_with(month)}
            return _points(ends, row.target.period.first, row.target.period.last)
        case Measure.MEAN | Measure.EVENTS:
            alone = {span.last: one for span, one in series.alone.items()}
            return _points(alone or series.ytd, row.target.period.first, row.target.period.last)
        case Measure.GROWTH:
            return _points(series.ytd, row.target.period.first, row.target.period.last)
        case _:
            assert_never(row.indicator.measure)


def _points(figures: Mapping[int, Observation], first: int, last: int) -> tuple[Point, ...]:
    return tuple(Point(month, figures[month].value) for month in sorted(figures) if first <= month <= last)


def _sums(series: Series, row: Assessment) -> tuple[Point, ...]:
    """The sum so far at the end of every month that has one, full years carried on."""
    period = row.target.period
    found = [Point(period.first - 1, _ZERO)]
    carried = _ZERO
    for number in series.calendar.years(period):
        year = series.calendar.year(number)
        for month in range(year.first, year.last + 1):
            known = cumulative(series, number, month)
            if known and known.period.last == month:
                found.append(Point(month, carried + known.value))
        total = whole(series, number)
        if total is None:
            break
        carried += total.value
    return tuple(found) if len(found) > 1 else ()


def _promised(row: Assessment) -> tuple[Point, ...]:
    """The line that a promise draws: from the base up to the goal, or level with a rate."""
    target, period = row.target, row.target.period
    goal = promise(target, row.indicator).goal
    if goal is None or target.total:
        return ()
    end = Point(period.last, goal)
    stones = tuple(Point(one.by.last, one.goal) for one in target.milestones)
    if target.hold or target.relation is Relation.NONE:
        return (Point(period.first - 1, goal), end)
    match row.indicator.measure:
        case Measure.FLOW:
            goal = goal * period.months // MONTHS_A_YEAR if target.average else goal
            batch = row.figures.profile is ProfileKind.BATCH
            return () if batch else (Point(period.first - 1, _ZERO), *stones, Point(period.last, goal))
        case Measure.STOCK:
            base, when = row.figures.baseline, row.figures.baseline_period
            return (*((Point(when.last, base),) if base is not None and when else ()), *stones, end)
        case Measure.GROWTH | Measure.MEAN | Measure.EVENTS:
            return (Point(period.first - 1, goal), end)
        case _:
            assert_never(row.indicator.measure)


def _needed(row: Assessment, found: Way) -> tuple[Point, ...]:
    """What the rest needs: from the last point to the goal, or level with the required rate."""
    figures, last = row.figures, row.target.period.last
    if not found.actual or not found.promised or figures.required is None or found.actual[-1].month >= last:
        return ()
    now = found.actual[-1]
    if row.indicator.measure in (Measure.FLOW, Measure.STOCK):
        return (now, found.promised[-1]) if (figures.gap or _ZERO) > 0 else ()
    return (Point(now.month, figures.required), Point(last, figures.required))


def _fan(row: Assessment) -> tuple[Point, ...]:
    """From the figure so far to the upper and the lower end of the interval."""
    found, now, reached = row.outlook, row.figures.actual, row.figures.actual_period
    if found is None or found.low is None or found.high is None or now is None or reached is None:
        return ()
    last = row.target.period.last
    return Point(reached.last, now), Point(last, found.high), Point(last, found.low)


def _other(row: Assessment, facts: Facts) -> tuple[Point, ...]:
    """The benchmark's figures of the same months."""
    name = row.figures.benchmark_id
    if name is None:
        return ()
    series = facts.of(IndicatorId(name))
    figures = series.point if row.indicator.measure is Measure.STOCK else series.ytd
    return _points(figures, row.target.period.first, row.target.period.last)
