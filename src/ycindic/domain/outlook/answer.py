"""What is said about the end of one promise's year?"""

from collections.abc import Iterable
from decimal import Decimal
from math import exp
from typing import NamedTuple

from ycindic.domain.assessment import DECIDED, Assessment, Verdict
from ycindic.domain.facts import Facts, Series, printed_decimals
from ycindic.domain.judge.comparison import surpassing, tolerated
from ycindic.domain.judge.promise import Promise, direction, never, promise, promise_of_all, whole_of
from ycindic.domain.judge.told import limit_beside
from ycindic.domain.model import RATES, Indicator, IndicatorId, Measure, Method, Plan, Rhythm, Target, TargetId
from ycindic.domain.outlook.beside import Beside, comparable, distance_of_ends
from ycindic.domain.outlook.course import Course
from ycindic.domain.outlook.end import Decided, Decisive, Like, Outlook
from ycindic.domain.outlook.paths import METHODS
from ycindic.domain.outlook.record import Record, track_record
from ycindic.domain.outlook.several import ComesTo, YearsLeft, comes_to, rest_of_years, yearly
from ycindic.domain.outlook.spoken import SUREST, Spoken, chance_of, exact, spoken
from ycindic.domain.outlook.untold import LEAST_YEARS, Untold
from ycindic.domain.outlook.worst import worst_to_come
from ycindic.domain.outlook.years import course, readable
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.rates import half_digit
from ycindic.domain.reason import SETTLED
from ycindic.domain.relation import Relation

_Seen = dict[tuple[IndicatorId, int], tuple[Course, Record] | None]
"""The courses and records that an answer has worked out already."""


def outlooks(plan: Plan, rows: Iterable[Assessment], facts: Facts) -> dict[TargetId, Outlook]:
    """What can be said about the rows whose year is under way."""
    seen: _Seen = {}
    found = ((row.target.id, _outlook_of(plan, row, facts, seen)) for row in rows)
    return {target: one for target, one in found if isinstance(one, Outlook)}


def untold(plan: Plan, row: Assessment, facts: Facts) -> Untold | None:
    """Why no chance is told that a promise is kept; None where one is, or its period is over or decided."""
    if row.verdict in DECIDED:
        return None
    found = row.outlook or _outlook_of(plan, row, facts, {})
    return found.why if isinstance(found, Outlook) else found


def _outlook_of(plan: Plan, row: Assessment, facts: Facts, seen: _Seen) -> Outlook | Untold | None:
    """How the period of a promise will end, or why nothing is told; None where that is over."""
    indicator, target, series = row.indicator, row.target, facts.of(row.indicator.id)
    if target.parts is not None:
        return Untold.PARTS
    if not series.calendar.whole(target.period):
        return Untold.PART_OF_A_YEAR
    if target.period.months > MONTHS_A_YEAR:
        return _of_years(plan, row, facts, seen)
    year = series.calendar.year_of(target.period.first)
    known = studied(plan, indicator, facts, year, seen)
    if known is None:
        return _no_course(indicator, target, facts)
    course, found = known
    method = picked(indicator, found)
    said = spoken(course, found, method, half_digit(printed_decimals(indicator, series)))
    answer = Outlook(method, exact(said.ending), years=course.years, level=target.settings.outlook_level)
    answer = answer._replace(rebased=course.rebased, filled=course.filled, misses=_misses(course, found, method))
    answer = answer._replace(said=said, settled=exact(course.now.so_far))
    if course.years < LEAST_YEARS or said.width is None:
        return answer._replace(why=Untold.FEW_YEARS)
    low, high = said.interval(float(answer.level) / 100)
    low, high = possible(indicator, course, low, high)
    answer = answer._replace(low=exact(low), high=exact(high))
    decided = _decided(plan, row, facts, _Asked(course, found, method, said), seen)
    if isinstance(decided, Untold):
        return answer._replace(why=decided)
    chance = _chance(row, decided)
    if chance is None:
        return answer._replace(why=Untold.NO_NUMBER)
    like = _like(row, course, found, said, series) if decided.about is Decisive.END else None
    return answer._replace(chance=chance, decided=decided, like=like)


def _no_course(indicator: Indicator, target: Target, facts: Facts) -> Untold | None:
    """Why a year has no course to learn from; None where it is over."""
    series = facts.of(indicator.id)
    reached = series.last_known(target.period)
    if reached is None:
        return Untold.NOT_BEGUN
    if reached >= target.period.last:
        return None
    if indicator.measure is Measure.EVENTS:
        return Untold.EVENTS
    begun = readable(indicator, series, series.calendar.year_of(target.period.first))
    return Untold.NO_YEAR_BEFORE if begun else Untold.NO_COURSE


def studied(
    plan: Plan, indicator: Indicator, facts: Facts, year: int, seen: _Seen | None = None, *, every: bool = False
) -> tuple[Course, Record] | None:
    """The course of an indicator in a year under way and the record of the methods on it, or of `every` method."""
    seen = {} if seen is None else seen
    key = indicator.id, year
    if key not in seen:
        tried = indicator.measure is not Measure.EVENTS
        found = course(indicator, facts, year, last_published(plan, indicator)) if tried else None
        if found is not None and (every or indicator.outlook in METHODS[found.measure].shown):
            found = found._replace(every=True)
        seen[key] = None if found is None else (found, track_record(found))
    return seen[key]


def picked(indicator: Indicator, found: Record) -> Method:
    """The method that the registry names, where it has an answer; else the one that was best before."""
    return indicator.outlook if indicator.outlook in found.endings else found.chosen


def last_published(plan: Plan, indicator: Indicator) -> Indicator | None:
    """The official rate of growth that names a sum as its levels."""
    rates = (one for one in plan.indicators.values() if one.levels == indicator.id)
    return next((one for one in rates if one.measure is Measure.GROWTH), None)


class _Asked(NamedTuple):
    """A method that is asked, and what it says."""

    course: Course
    record: Record
    method: Method
    said: Spoken


def _decided(plan: Plan, row: Assessment, facts: Facts, asked: _Asked, seen: _Seen) -> Decided | Untold:
    """Which figure decides, and what is said of it; or why nothing can be."""
    target, indicator, series = row.target, row.indicator, facts.of(row.indicator.id)
    if target.scope or never(target, indicator):
        return Untold.NO_NUMBER
    if target.reference:
        return _beside(plan, row, facts, asked, seen)
    limits = decisive(promise(target, indicator), indicator, series)
    if not target.hold or indicator.measure is Measure.FLOW:
        return Decided(Decisive.END, asked.said, limits)
    if target.step not in (None, Rhythm.MONTH) or indicator.measure is Measure.GROWTH or limits.two_sided:
        return Untold.NO_SINGLE_COURSE
    half = float(half_digit(printed_decimals(indicator, series)))
    said = worst_to_come(asked.course, half, highest=limits.high is not None)
    return Untold.FEW_YEARS if said is None else Decided(Decisive.WORST, said, limits)


def _beside(plan: Plan, row: Assessment, facts: Facts, asked: _Asked, seen: _Seen) -> Decided | Untold:
    """The distance to the end of another indicator."""
    target, indicator, series = row.target, row.indicator, facts.of(row.indicator.id)
    other = plan.indicators[target.reference[0]]
    year = series.calendar.year_of(target.period.first)
    if target.hold or len(target.reference) > 1 or target.relation is Relation.NARROWING:
        return Untold.NO_DISTANCE
    known = studied(plan, other, facts, year, seen) if comparable(indicator.measure, other.measure) else None
    if known is None:
        return Untold.NO_DISTANCE
    theirs = Beside(*known, picked(other, known[1]))
    half = half_digit(printed_decimals(indicator, series))
    said = distance_of_ends(asked.course, asked.record, asked.method, theirs, float(half))
    if said is None:
        return Untold.NO_DISTANCE
    end, floor = exact(theirs.ending), direction(target, indicator) > 0
    tolerance = tolerated(target, indicator, end)
    edge = limit_beside(target, indicator, end) + (-tolerance if floor else tolerance)
    if said.relative:
        edge = edge / end
    else:
        # of two printed figures the distance is a whole number of digits
        edge += -end + (half if floor is surpassing(target) else -half)
    return Decided(Decisive.DISTANCE, said, Promise(edge if floor else None, None if floor else edge))


def _of_years(plan: Plan, row: Assessment, facts: Facts, seen: _Seen) -> Outlook | Untold | None:
    """How several years will end, or why nothing is told of them; None where they are over."""
    indicator, target, series = row.indicator, row.target, facts.of(row.indicator.id)
    years = series.calendar.years(target.period)
    known = yearly(indicator, series, years[0], years[-1])
    done = [known[year] for year in years if year in known]
    if len(done) == len(years):
        return None
    if target.reference:
        return Untold.YEARS_APART
    come_to = comes_to(target, indicator.measure)
    if target.hold or come_to is None:
        return Untold.NO_SINGLE_COURSE
    half = half_digit(printed_decimals(indicator, series))
    study = studied(plan, indicator, facts, years[len(done)], seen)
    running = None if study is None else spoken(*study, picked(indicator, study[1]), half)
    rest = rest_of_years(indicator, series, target.period, running, float(half))
    if rest is None or rest.said.width is None:
        return Untold.FEW_RUNS
    said, level = rest.said, target.settings.outlook_level
    left = YearsLeft(tuple(done), len(years) - len(done), come_to, float(whole_of(indicator)))
    low, high = map(left.whole, said.interval(float(level) / 100))
    if come_to is ComesTo.LAST and indicator.limit is not None:
        high = min(high, float(indicator.limit))
    answer = Outlook(Method.RETURNING, exact(left.whole(said.ending)), years=rest.runs, said=said, left=left)
    answer = answer._replace(low=exact(min(low, high)), high=exact(high), level=level)
    edges = promise_of_all(target, indicator).edges
    needed = [None if limit is None else exact(left.needed(float(limit))) for limit in (edges.low, edges.high)]
    decided = Decided(Decisive.YEARS_LEFT, said, Promise(needed[0], needed[1]))
    chance = _chance(row, decided)
    return answer._replace(why=Untold.NO_NUMBER) if chance is None else answer._replace(chance=chance, decided=decided)


def _chance(row: Assessment, decided: Decided) -> Decimal | None:
    """The chance that a promise is kept; where the verdict is settled what is still open is no more than that."""
    open_ = decided.limits.low is None and decided.limits.high is None
    if row.rule in SETTLED and row.verdict in DECIDED and not open_:
        return exact(SUREST if row.verdict is Verdict.ACHIEVED else 1 - SUREST)
    return chance_of(decided.limits, decided.said)


def decisive(kept: Promise, indicator: Indicator, series: Series) -> Promise:
    """The limits that will decide: of what is printed for rates and means, as they are for sums and levels."""
    printed = indicator.measure in RATES
    return kept.printed(printed_decimals(indicator, series)) if printed else kept.edges


def _like(row: Assessment, course: Course, found: Record, said: Spoken, series: Series) -> Like:
    """How the promise would have fared with the error that the method made in each earlier year."""
    limits = decisive(promise(row.target, row.indicator), row.indicator, series)
    errors = _errors(course, found, picked(row.indicator, found))
    ends = [said.ending * exp(-off) if said.relative else said.ending - off for _, off in errors]
    return Like(sum(limits.holds(exact(end)) for end in ends), len(ends))


def possible(indicator: Indicator, course: Course, low: float, high: float) -> tuple[float, float]:
    """No sum that cannot fall ends below what it has, no share above its limit."""
    if indicator.measure is Measure.FLOW and not indicator.net:
        low = max(low, course.done[-1])
    if indicator.limit is not None and indicator.measure in (Measure.STOCK, Measure.MEAN):
        high = min(high, float(indicator.limit))
    return min(low, high), max(low, high)


def _misses(course: Course, found: Record, method: Method) -> tuple[tuple[int, Decimal], ...]:
    """By how much the method said too much at this month of each earlier year; of sums in per cent."""
    sums = course.measure is Measure.FLOW
    return tuple(
        (course.first_year + year, exact(100 * (exp(off) - 1) if sums else off))
        for year, off in _errors(course, found, method)
    )


def _errors(course: Course, found: Record, method: Method) -> list[tuple[int, float]]:
    """The errors that the method made at this month of each earlier year, the years counted from the first one."""
    month = course.now.month
    return [
        (one.year, off) for one in found.trials if one.month == month and (off := one.errors.get(method)) is not None
    ]
