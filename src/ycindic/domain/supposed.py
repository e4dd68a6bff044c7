"""What would be said if coming figures were these? Nothing is recorded; the facts are as if they had come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts, Series, cumulative, mean, printed_decimals
from ycindic.domain.judge import assess, parts
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import RATES, Basis, Indicator, IndicatorId, Measure, Observation, Plan, Target, TargetId
from ycindic.domain.outlook import foreseen
from ycindic.domain.outlook.answer import decisive
from ycindic.domain.outlook.paths import ENDINGS, METHODS
from ycindic.domain.outlook.spoken import exact
from ycindic.domain.outlook.years import course
from ycindic.domain.path import Assumed, Shares, WayAhead, rest_of_way, way_ahead, with_figures
from ycindic.domain.period import MONTHS_A_YEAR, Period, last_day
from ycindic.domain.profile import base_share
from ycindic.domain.rates import half_digit, printed


class SupposedCourse(StrEnum):
    """How the rest of a year may be supposed without a figure."""

    CONTINUES = "continues"
    AS_LAST_YEAR = "as-last-year"


class Refusal(StrEnum):
    """Why something cannot be supposed."""

    NOTHING_YET = "nothing_yet"
    KNOWN = "known"
    PARTLY_KNOWN = "partly_known"
    NO_YEAR_BEFORE = "no_year_before"
    TWO_YEARS = "two_years"
    EVENTS = "events"


class Supposed(NamedTuple):
    """What is supposed of an indicator: a value of months by themselves (of a level: at their end), or a course."""

    indicator: IndicatorId
    months: Period | None = None
    value: Decimal | None = None
    course: SupposedCourse | None = None


def supposing(plan: Plan, facts: Facts, asked: Iterable[Supposed]) -> tuple[Facts, dict[IndicatorId, int]] | Refusal:
    """The facts as they would be, and through which month each indicator would then be known."""
    reached: dict[IndicatorId, int] = {}
    for one in asked:
        indicator = plan.indicators[one.indicator]
        found = _with(facts, indicator, one)
        if isinstance(found, Refusal):
            return found
        facts, through = found
        reached[indicator.id] = max(through, reached.get(indicator.id, 0))
    return facts, reached


def _with(facts: Facts, indicator: Indicator, one: Supposed) -> tuple[Facts, int] | Refusal:
    known, calendar = facts.of(indicator.id), indicator.calendar
    if indicator.measure is Measure.EVENTS:
        return Refusal.EVENTS
    year = calendar.year_of(one.months.last) if one.months else _running(known)
    if year is None:
        return Refusal.NOTHING_YET
    if one.months and calendar.year_of(one.months.first) != year:
        return Refusal.TWO_YEARS
    through = one.months.last if one.months else calendar.end(year)
    last = known.last_known(calendar.year(year))
    begins = one.months.first if one.months and indicator.measure is not Measure.STOCK else through
    if last is not None and last >= begins:
        return Refusal.KNOWN if last >= through else Refusal.PARTLY_KNOWN
    value = one.value if one.value is not None else _by_course(facts, indicator, year, one.course)
    if value is None:
        return Refusal.NO_YEAR_BEFORE
    if indicator.measure is Measure.STOCK:
        level = Observation(indicator.id, Period(through, through), Basis.POINT, value, calendar=calendar)
        return facts.adding(indicator, level), through
    under = _underway(facts, indicator, year)
    first = calendar.place(one.months.first) if one.months else under.month + 1
    if not under.month and first > 1:
        return Refusal.NOTHING_YET
    stops = way_ahead(under, [*_between(under, first), Assumed(first, calendar.place(through), value)])
    return with_figures(facts, indicator, year, stops, printed_decimals(indicator, known)), through


class TakenBetween(NamedTuple):
    """Months between what is known and what is supposed, and what they are taken to bring by themselves."""

    indicator: Indicator
    months: Period
    value: Decimal


def taken_between(plan: Plan, facts: Facts, asked: Iterable[Supposed]) -> Iterator[TakenBetween]:
    """What had to be taken besides, of suppositions that are none to refuse (see `supposing`)."""
    for one in asked:
        indicator = plan.indicators[one.indicator]
        if one.months and indicator.measure is not Measure.STOCK:
            calendar, year = indicator.calendar, indicator.calendar.year_of(one.months.first)
            for gap in _between(_underway(facts, indicator, year), calendar.place(one.months.first)):
                months = Period(calendar.month(year, gap.first), calendar.month(year, gap.last))
                yield TakenBetween(indicator, months, gap.value)
        found = supposing(plan, facts, [one])
        facts = facts if isinstance(found, Refusal) else found[0]


def _running(known: Series) -> int | None:
    """The latest year that has a figure and not its last one; None where there is none."""
    seen = known.observations
    if not seen:
        return None
    last = max(one.period.last for one in seen)
    return None if known.calendar.ends_with(last) else known.calendar.year_of(last)


def _underway(facts: Facts, indicator: Indicator, year: int) -> WayAhead:
    """The way of a year as far as it is known; month 0 and nothing so far before its first figure."""
    known, calendar = facts.of(indicator.id), indicator.calendar
    if indicator.measure is Measure.GROWTH:
        latest = known.latest_ytd(calendar.year(year))
        so_far, last = (Decimal(0), None) if latest is None else (latest.value, latest.period.last)
    else:
        found = (mean if indicator.measure is Measure.MEAN else cumulative)(known, year)
        so_far, last = (Decimal(0), None) if found is None else (found.value, found.period.last)
    return WayAhead(
        indicator.measure,
        so_far,
        0 if last is None else calendar.place(last),
        Decimal(0),
        _shares(facts, indicator, year),
    )


def _shares(facts: Facts, indicator: Indicator, year: int) -> Shares:
    """The base year's shares, of which nothing is gone before the first month and all after the last."""

    def share(place: int) -> Decimal:
        if place in (0, MONTHS_A_YEAR):
            return Decimal(place // MONTHS_A_YEAR)
        return base_share(indicator, facts, indicator.calendar.month(year, place)).value

    return share


def _between(way: WayAhead, first: int) -> list[Assumed]:
    """The months between what is known and what is supposed: as the year so far."""
    months = first - 1 - way.month
    if months <= 0:
        return []
    value = way.so_far * months / way.month if way.measure is Measure.FLOW else way.so_far
    return [Assumed(way.month + 1, first - 1, value)]


def _by_course(facts: Facts, indicator: Indicator, year: int, how: SupposedCourse | None) -> Decimal | None:
    """What the rest of a year would come to by itself; of a level, where it would end."""
    if how is SupposedCourse.CONTINUES and indicator.measure in RATES:
        return _underway(facts, indicator, year).so_far
    found = course(indicator, facts, year)
    if found is None or how is None:
        return None
    now = found.now
    if how is SupposedCourse.CONTINUES:
        ending = ENDINGS[METHODS[indicator.measure].plain](now)
    else:
        ending = now.ending([found.values[t - found.season] for t in now.rest])
    if ending is None:
        return None
    if indicator.measure is Measure.STOCK:
        return exact(ending)
    left = 1.0 if indicator.measure is Measure.FLOW else sum(found.weights[t] for t in now.rest)
    return exact((ending - now.so_far) / left)


class Then(NamedTuple):
    """A target as it stands, and as it would stand."""

    now: Assessment
    then: Assessment


def before_and_after(
    plan: Plan, rows: Sequence[Assessment], supposed: Facts, reached: dict[IndicatorId, int], day: date
) -> tuple[Then, ...]:
    """Every target that a supposition touches, before and after; each judged when its figures would be known."""
    done: dict[TargetId, Assessment] = {row.target.id: row for row in rows}
    before = dict(done)
    for target in parts.in_dependency_order({one.id: one for one in plan.targets}):
        indicator = plan.indicators[target.indicator]
        if target.parts is not None:
            if any(done[part] is not before[part] for part in target.parts):
                done[target.id] = parts.assess_container(target, indicator, [done[part] for part in target.parts])
            continue
        rests_on = (indicator.id, *target.reference, indicator.levels)
        touched = [reached[one] for one in rests_on if one in reached and target.period.covers(reached[one])]
        if touched:
            done[target.id] = assess(plan, target, supposed, max(day, last_day(max(touched))))
    changed = [row for row in rows if done[row.target.id] is not before[row.target.id]]
    after = foreseen(plan, tuple(done[row.target.id] for row in changed), supposed)
    return tuple(Then(row, then) for row, then in zip(changed, after, strict=True))


class Solved(NamedTuple):
    """What the rest must come to for a promise to be kept: the figure that the year must end with, and what that takes.

    `final` is the least printed figure (the most, under a ceiling) that keeps it, `edge` the unrounded one that just
    prints so, `rest` what the `months` to come must bring by themselves for that edge, `for_goal` for the goal itself,
    without rounding or tolerance; both None where nothing is left to come. `ceiling` tells that all are the most.
    """

    target: Target
    indicator: Indicator
    final: Decimal
    edge: Decimal
    rest: Decimal | None
    for_goal: Decimal | None
    months: Period | None
    ceiling: bool


def solve(plan: Plan, facts: Facts, target: Target) -> Solved | None:
    """The smallest coming figure that keeps a promise of one year; None where it has no number or no such figure."""
    indicator = plan.indicators[target.indicator]
    known, calendar = facts.of(indicator.id), indicator.calendar
    kept = promise(target, indicator)
    year = calendar.year_of(target.period.first)
    if target.compared or target.period != calendar.year(year) or indicator.measure is Measure.EVENTS:
        return None
    limits, ceiling = decisive(kept, indicator, known), kept.edges.low is None
    if limits.goal is None or kept.goal is None:
        return None
    rounded = indicator.measure in RATES
    final = limits.goal
    if rounded:
        decimals = printed_decimals(indicator, known)
        final += -half_digit(decimals) if ceiling else half_digit(decimals)
        final = printed(final, decimals)
    solved = Solved(target, indicator, final, limits.goal, None, None, None, ceiling)
    if indicator.measure is Measure.STOCK:
        return solved
    way = _underway(facts, indicator, year)
    if way.month >= MONTHS_A_YEAR:
        return None

    def left(goal: Decimal) -> Decimal:
        """What the months to come must bring for the year to end there."""
        if not rounded:
            return goal - way.so_far
        step = rest_of_way(way._replace(goal=goal)) if way.month else None
        return goal if step is None else step.value

    months = Period(calendar.month(year, way.month + 1), calendar.end(year))
    return solved._replace(rest=left(limits.goal), for_goal=left(kept.goal), months=months)
