"""Which way has a target come, and which way was it to go? The points of its picture."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple, assert_never

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts, Series, cumulative, whole
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import AMOUNTS, Bilingual, Indicator, IndicatorId, Measure, Observation, ProfileKind
from ycindic.domain.past import DRAWN, of_year
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.profile import expected_share
from ycindic.domain.rates import ZERO
from ycindic.domain.relation import Relation
from ycindic.domain.season import series_for
from ycindic.render.words.numbers import figure


class PathPoint(NamedTuple):
    """A value at the end of a month."""

    month: int
    value: Decimal


class Way(NamedTuple):
    """The points of a picture: what was, what should be, what the rest needs, and what it is compared with.

    All are in the indicator's unit; each may be empty. `before` is the course of the year before, laid over this one;
    `fan` goes from now to the ends of the interval in which the year will probably end; `band` is what a range or a
    tolerance spans; `so_far` lies level at the mean of which `actual` are the months by themselves. A `yearly` course
    has a point for each full year, the goal level with them. `sums` begin at nothing before the period, where no figure
    is. `beside` is what `other` is called.
    """

    period: Period
    actual: tuple[PathPoint, ...] = ()
    promised: tuple[PathPoint, ...] = ()
    needed: tuple[PathPoint, ...] = ()
    other: tuple[PathPoint, ...] = ()
    before: tuple[PathPoint, ...] = ()
    fan: tuple[PathPoint, ...] = ()
    so_far: tuple[PathPoint, ...] = ()
    band: tuple[Decimal, ...] = ()
    yearly: bool = False
    sums: bool = False
    beside: Bilingual | None = None

    def published(self, points: tuple[PathPoint, ...]) -> tuple[PathPoint, ...]:
        """Those points of a line that a figure stands for: where a sum begins there is none."""
        return tuple(one for one in points if one.month >= self.period.first) if self.sums else points

    @property
    def points(self) -> tuple[PathPoint, ...]:
        """All of them, for the scale of the picture."""
        return (*self.actual, *self.promised, *self.needed, *self.other, *self.before, *self.fan, *self.so_far)


def drawable(row: Assessment, facts: Facts) -> Way | None:
    """What is drawn of a target: its way through the period, or the full years before where that has no step yet."""
    if row.target.relation is None:
        return None
    found = way(row, facts)
    inside = [one for one in found.actual if row.target.period.covers(one.month)]
    if len(inside) == 1 and not (found.promised or found.band or found.other or found.before):
        return None
    if any(row.target.period.covers(one.month) and one.month < row.target.period.last for one in found.actual):
        return found
    years = _years(row, facts)
    return years if len(years.actual) > 1 else None


def way(row: Assessment, facts: Facts) -> Way:
    """The way of one target; no points where nothing is known of it."""
    series, period = series_for(row.target, row.indicator, facts), row.target.period
    found = Way(
        period,
        _actual(row, series),
        _due(row, series) or _promised(row),
        before=_before(row, series),
        fan=_fan(row),
        sums=row.indicator.measure is Measure.FLOW,
    )
    found = found._replace(so_far=_so_far(row, found) if facts.of(row.indicator.id).alone else ())
    if row.target.compared:
        return found._replace(promised=(), other=_other(row, facts), beside=row.beside)
    return found._replace(needed=_needed(row, found), band=_band(row))


def _years(row: Assessment, facts: Facts) -> Way:
    """The full years up to that of the promise, at most so many as are drawn, and the goal level with them."""
    target, calendar = row.target, row.indicator.calendar
    last = calendar.year_of(target.period.last)

    def points(indicator: Indicator) -> Iterator[PathPoint]:
        series = facts.of(indicator.id)
        for year in range(last - DRAWN, last + 1):
            value = of_year(indicator, series, year)
            if value is not None:
                yield PathPoint(calendar.end(year), value)

    actual = tuple(points(row.indicator))
    goal = promise(target, row.indicator).goal
    level = goal is not None and bool(actual) and not (target.compared or target.total)
    promised = (
        (PathPoint(actual[0].month, goal), PathPoint(target.period.last, goal)) if level and goal is not None else ()
    )
    return Way(target.period, actual, promised, band=_band(row) if promised else (), yearly=True)


def _actual(row: Assessment, series: Series) -> tuple[PathPoint, ...]:
    base = row.figures.baseline_period
    if row.indicator.measure is Measure.STOCK and base is not None:
        return _points(series.point, base.last, row.target.period.last)
    return _through(row, series, row.target.period)


def _before(row: Assessment, series: Series) -> tuple[PathPoint, ...]:
    """The year before, each month a year later, of a promise of one year or a part of it."""
    period = row.target.period
    if period.months > MONTHS_A_YEAR:
        return ()
    earlier = Period(period.first - MONTHS_A_YEAR, period.last - MONTHS_A_YEAR)
    found = tuple(PathPoint(one.month + MONTHS_A_YEAR, one.value) for one in _through(row, series, earlier))
    return found if len(found) > 1 else ()


def _through(row: Assessment, series: Series, period: Period) -> tuple[PathPoint, ...]:
    """The points inside a period: sums so far, rates so far, levels, months by themselves."""
    match row.indicator.measure:
        case Measure.FLOW:
            return _sums(series, period)
        case Measure.STOCK:
            return _points(series.point, period.first, period.last)
        case _ if row.target.average or row.target.total:
            ends = {month: one for month, one in series.ytd.items() if series.calendar.ends_with(month)}
            return _points(ends, period.first, period.last)
        case Measure.MEAN | Measure.EVENTS:
            alone = {span.last: one for span, one in series.alone.items()}
            return _points(alone or series.ytd, period.first, period.last)
        case Measure.GROWTH:
            return _points(series.ytd, period.first, period.last)
        case _:
            assert_never(row.indicator.measure)


def _points(figures: Mapping[int, Observation], first: int, last: int) -> tuple[PathPoint, ...]:
    return tuple(PathPoint(month, figures[month].value) for month in sorted(figures) if first <= month <= last)


def _sums(series: Series, period: Period) -> tuple[PathPoint, ...]:
    """The sum so far at the end of every month that has one, full years carried on."""
    found = [PathPoint(period.first - 1, ZERO)]
    carried = ZERO
    for number in series.calendar.years(period):
        year = series.calendar.year(number)
        for month in range(year.first, year.last + 1):
            known = cumulative(series, number, month)
            if known and known.period.last == month:
                found.append(PathPoint(month, carried + known.value))
        total = whole(series, number)
        if total is None:
            break
        carried += total.value
    return tuple(found) if len(found) > 1 else ()


def _promised(row: Assessment) -> tuple[PathPoint, ...]:
    """The line that a promise draws: from the base up to the goal, or level with a rate."""
    target, period = row.target, row.target.period
    goal = promise(target, row.indicator).goal
    if goal is None or target.total:
        return ()
    end = PathPoint(period.last, goal)
    stones = tuple(PathPoint(one.by.last, one.goal) for one in target.milestones)
    if target.hold or target.scope or target.relation is Relation.NONE:
        return (PathPoint(period.first - 1, goal), end)
    match row.indicator.measure:
        case Measure.FLOW:
            goal = goal * period.months // MONTHS_A_YEAR if target.average else goal
            batch = row.figures.profile is ProfileKind.BATCH
            return () if batch else (PathPoint(period.first - 1, ZERO), *stones, PathPoint(period.last, goal))
        case Measure.STOCK:
            base, when = row.figures.baseline, row.figures.baseline_period
            return (*((PathPoint(when.last, base),) if base is not None and when else ()), *stones, end)
        case Measure.GROWTH | Measure.MEAN | Measure.EVENTS:
            return (PathPoint(period.first - 1, goal), end)
        case _:
            assert_never(row.indicator.measure)


def _due(row: Assessment, series: Series) -> tuple[PathPoint, ...]:
    """The line of a year's sum by the shares that it is judged by, where they do not pass evenly; none of others."""
    target, period = row.target, row.target.period
    goal, uneven = (
        promise(target, row.indicator).goal,
        row.figures.profile in (ProfileKind.SHARES, ProfileKind.LAST_YEAR),
    )
    if goal is None or not uneven or not target.one_year or target.milestones or target.hold or target.scope:
        return ()
    year = series.calendar.year_of(period.first)
    due = [expected_share(row.indicator, series, year, place, batch_due=False) for place in range(1, MONTHS_A_YEAR)]
    shares = (PathPoint(period.first + place, goal * one.value) for place, one in enumerate(due))
    return (PathPoint(period.first - 1, ZERO), *shares, PathPoint(period.last, goal))


def _needed(row: Assessment, found: Way) -> tuple[PathPoint, ...]:
    """What the rest needs: from the last point to the goal, or level with the required rate."""
    figures, last = row.figures, row.target.period.last
    if not found.actual or not found.promised or figures.required is None or found.actual[-1].month >= last:
        return ()
    now = found.actual[-1]
    if row.indicator.measure in AMOUNTS:
        return (now, found.promised[-1]) if (figures.gap or ZERO) > 0 else ()
    return (PathPoint(now.month, figures.required), PathPoint(last, figures.required))


def _fan(row: Assessment) -> tuple[PathPoint, ...]:
    """From the figure so far to the upper and the lower end of the interval."""
    found, now, reached = row.outlook, row.figures.actual, row.figures.actual_period
    if found is None or found.low is None or found.high is None or now is None or reached is None:
        return ()
    high, low = (Decimal(figure(row, end, divided=True)) for end in (found.high, found.low))
    last = row.target.period.last
    return PathPoint(reached.last, now), PathPoint(last, high), PathPoint(last, low)


def _so_far(row: Assessment, found: Way) -> tuple[PathPoint, ...]:
    """The mean so far, which the row tells, where the newest point is a month by itself."""
    now, reached = row.figures.actual, row.figures.actual_period
    if row.indicator.measure is not Measure.MEAN or now is None or reached is None or reached.months == 1:
        return ()
    if not found.actual or row.target.average or row.target.total:
        return ()
    mean = Decimal(figure(row, now))
    return PathPoint(reached.first, mean), PathPoint(reached.last, mean)


def _other(row: Assessment, facts: Facts) -> tuple[PathPoint, ...]:
    """The benchmark's figures of the same months."""
    name = row.figures.benchmark_id
    if name is None:
        return ()
    series = facts.of(IndicatorId(name))
    figures = series.point if row.indicator.measure is Measure.STOCK else series.ytd
    return _points(figures, row.target.period.first, row.target.period.last)


def _band(row: Assessment) -> tuple[Decimal, ...]:
    """What the tolerance or the range between two goals spans, from the lower to the upper end."""
    target, found = row.target, promise(row.target, row.indicator)
    if found.goal is None or target.compared or target.total:
        return ()
    if target.goal_high is not None:
        return (target.goal or ZERO, target.goal_high)
    if not found.tolerance:
        return ()
    ends = {
        found.goal - found.tolerance if found.low is not None else found.goal,
        found.goal + found.tolerance if found.high is not None else found.goal,
    }
    return tuple(sorted(ends)) if len(ends) > 1 else ()
