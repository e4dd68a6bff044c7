"""What is said about the end of one promise's year?"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from math import exp, log
from typing import NamedTuple

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.facts import Facts, Series
from ycindic.domain.judge.promise import Promise, never, promise
from ycindic.domain.model import Indicator, IndicatorId, Measure, Method, Plan, Target, TargetId
from ycindic.domain.outlook.course import Course
from ycindic.domain.outlook.record import Record, track_record
from ycindic.domain.outlook.width import below, interval_width, lean, reaching
from ycindic.domain.outlook.years import course
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.rates import half_digit
from ycindic.domain.reason import Reason
from ycindic.domain.relation import WITH_REFERENCE

LEAST_YEARS = 4
"""With fewer whole years before this one no interval and no chance is told."""
SUREST = 0.995
"""Nobody is surer than this of a figure that is not out; nor of its opposite."""


_SETTLED = frozenset({Reason.MET_FOR_GOOD, Reason.BREACH, Reason.CAP_EXCEEDED, Reason.BAND_LEFT})
"""Reasons of verdicts that no later figure changes."""


class Why(StrEnum):
    """Why there is no interval or no chance."""

    FEW_YEARS = "few_years"
    NO_NUMBER = "no_number"


class Outlook(NamedTuple):
    """The end of a year as it looks now: the most likely figure, an interval, the chance that the promise is kept.

    `level` is the interval's, in per cent; `years` how many whole years stand behind it. `misses` are the errors of the
    same method at the same month of earlier years (per cent for sums, else in the unit). `rebased` and `filled` name
    the years compared by published growth, and those with a month put in between its neighbours. `said`, what is
    `settled` of the figure and the `limits` that decide are what the numbers are made of (see `told`).
    """

    method: Method
    projection: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    chance: Decimal | None = None
    years: int = 0
    level: Decimal = Decimal(80)
    why: Why | None = None
    misses: tuple[tuple[int, Decimal], ...] = ()
    rebased: tuple[int, ...] = ()
    filled: tuple[int, ...] = ()
    like: Like | None = None
    said: Spoken | None = None
    settled: Decimal = Decimal(0)
    limits: Promise | None = None

    @property
    def doubts(self) -> bool | None:
        """Whether the chance says the opposite of a flag: of a yes (True), of a no (False); None where of neither."""
        if self.chance is None:
            return None
        return True if self.chance < UNLIKELY else False if self.chance > 1 - UNLIKELY else None


class Like(NamedTuple):
    """In how many of the years on record the promise would have been kept, had this one ended as they did."""

    kept: int
    years: int


UNLIKELY = Decimal("0.35")
"""A chance further from a flag than this contradicts it."""


_Seen = dict[tuple[IndicatorId, int], tuple[Course, Record] | None]
"""The courses and records that an answer has worked out already."""


def outlooks(plan: Plan, rows: Iterable[Assessment], facts: Facts) -> dict[TargetId, Outlook]:
    """What can be said about the rows whose year is under way."""
    seen: _Seen = {}
    found = ((row.target.id, outlook_of(plan, row, facts, seen)) for row in rows)
    return {target: one for target, one in found if one is not None}


def outlook_of(plan: Plan, row: Assessment, facts: Facts, seen: _Seen | None = None) -> Outlook | None:
    """How the year of a promise will end; None where it is not one year, has not begun or is over."""
    indicator, target, series = row.indicator, row.target, facts.of(row.indicator.id)
    if target.parts is not None or not _one_year(target, series):
        return None
    known = studied(plan, indicator, facts, series.calendar.year_of(target.period.first), seen)
    if known is None:
        return None
    course, found = known
    method = picked(indicator, found)
    said = spoken(course, found, method, half_digit(decimals_shown(indicator, series)))
    answer = Outlook(method, exact(said.ending), years=course.years, level=target.settings.outlook_level)
    answer = answer._replace(rebased=course.rebased, filled=course.filled, misses=_misses(course, found, method))
    answer = answer._replace(said=said, settled=exact(course.now.so_far))
    if course.years < LEAST_YEARS or said.width is None:
        return answer._replace(why=Why.FEW_YEARS)
    low, high = said.interval(float(answer.level) / 100)
    low, high = possible(indicator, course, low, high)
    answer = answer._replace(low=exact(low), high=exact(high))
    chance = _chance(row, said, series)
    if chance is None:
        return answer._replace(why=Why.NO_NUMBER)
    limits = decisive(promise(target, indicator), indicator, series)
    return answer._replace(chance=chance, limits=limits, like=_like(row, course, found, said, series))


def studied(
    plan: Plan, indicator: Indicator, facts: Facts, year: int, seen: _Seen | None = None
) -> tuple[Course, Record] | None:
    """The course of an indicator in a year under way and the record of every method on it."""
    seen = {} if seen is None else seen
    key = indicator.id, year
    if key not in seen:
        tried = indicator.measure is not Measure.EVENTS
        found = course(indicator, facts, year, last_published(plan, indicator)) if tried else None
        seen[key] = None if found is None else (found, track_record(found))
    return seen[key]


def picked(indicator: Indicator, found: Record) -> Method:
    """The method that the registry names, where it has an answer; else the one that was best before."""
    return indicator.outlook if indicator.outlook in found.endings else found.chosen


def last_published(plan: Plan, indicator: Indicator) -> Indicator | None:
    """The official rate of growth that names a sum as its levels."""
    rates = (one for one in plan.indicators.values() if one.levels == indicator.id)
    return next((one for one in rates if one.measure is Measure.GROWTH), None)


class Spoken(NamedTuple):
    """What a method says of the year's end, and how what is likely lies around it; of sums in logarithms.

    `width` is the unit that Student's t is counted in, None where nothing was tried; `lean` by how much the method
    usually says too much.
    """

    ending: float
    width: float | None
    lean: float
    relative: bool

    def off(self, value: float) -> float | None:
        """How many units a value lies above the middle of what is likely; None without a width."""
        if self.width is None:
            return None
        distance = self.lean + (log(value / self.ending) if self.relative else value - self.ending)
        return distance / max(self.width, NO_WIDTH)

    def interval(self, share: float) -> tuple[float, float]:
        """The ends between which the year ends with so much of a chance, what is said among them."""
        reach = reaching((1 + share) / 2) * (self.width or 0.0)
        low, high = min(-self.lean - reach, 0.0), max(-self.lean + reach, 0.0)
        return (
            (self.ending * exp(low), self.ending * exp(high))
            if self.relative
            else (self.ending + low, self.ending + high)
        )

    def below(self, value: float) -> float | None:
        """The chance that the year ends below a value."""
        if self.relative and value <= 0:
            return None if self.width is None else 0.0
        off = self.off(value)
        return None if off is None else below(off)


NO_WIDTH = 1e-12
"""A record without any error has no width; a line then lies on one side of the end or on the other."""


def spoken(course: Course, found: Record, method: Method, half: Decimal) -> Spoken:
    """What a method says of the year under way; `half` is half a printed digit of its figures."""
    ending, now, measure = found.endings[method], course.now, course.measure
    relative = measure in (Measure.FLOW, Measure.EVENTS) and ending > 0
    rounding = float(half) / ending if relative else float(half)
    unit = interval_width(found, method, measure, now.year, now.month, rounding)
    if measure is Measure.FLOW and not relative:
        return Spoken(ending, None, 0.0, relative)
    return Spoken(ending, unit, lean(found, method, measure, now.year, now.month), relative)


def chance_of(kept: Promise, said: Spoken) -> Decimal | None:
    """The chance that a year ends between the limits of a promise; None where it has none or nothing is behind it."""
    if kept.low is None and kept.high is None:
        return None
    least = 0.0 if kept.low is None else said.below(float(kept.low))
    most = 1.0 if kept.high is None else said.below(float(kept.high))
    if least is None or most is None:
        return None
    return exact(min(max(most - least, 1 - SUREST), SUREST))


def _chance(row: Assessment, said: Spoken, series: Series) -> Decimal | None:
    target, indicator = row.target, row.indicator
    if target.hold or target.scope or target.relation in WITH_REFERENCE or never(target, indicator):
        return None
    kept = decisive(promise(target, indicator), indicator, series)
    if row.rule in _SETTLED and row.verdict in _SURE and (kept.low is not None or kept.high is not None):
        return exact(SUREST if row.verdict is Verdict.ACHIEVED else 1 - SUREST)
    return chance_of(kept, said)


def decisive(kept: Promise, indicator: Indicator, series: Series) -> Promise:
    """The limits that will decide: of what is printed for rates and means, as they are for sums and levels."""
    printed = indicator.measure in (Measure.GROWTH, Measure.MEAN)
    return kept.printed(decimals_shown(indicator, series)) if printed else kept.edges


def decimals_shown(indicator: Indicator, series: Series) -> int:
    """With how many decimals the figures are printed."""
    return series.decimals() if indicator.decimals is None else indicator.decimals


def _like(row: Assessment, course: Course, found: Record, said: Spoken, series: Series) -> Like:
    """How the promise would have fared with the error that the method made in each earlier year."""
    limits = decisive(promise(row.target, row.indicator), row.indicator, series)
    method = picked(row.indicator, found)
    errors = [
        off for one in found.trials if one.month == course.now.month and (off := one.errors.get(method)) is not None
    ]
    ends = [said.ending * exp(-off) if said.relative else said.ending - off for off in errors]
    return Like(sum(limits.holds(exact(end)) for end in ends), len(ends))


_SURE = frozenset({Verdict.ACHIEVED, Verdict.MISSED})


def _one_year(target: Target, series: Series) -> bool:
    return target.period.months == MONTHS_A_YEAR and series.calendar.whole(target.period)


def possible(indicator: Indicator, course: Course, low: float, high: float) -> tuple[float, float]:
    """No sum that cannot fall ends below what it has, no share above its limit."""
    if indicator.measure is Measure.FLOW and not indicator.net:
        low = max(low, course.done[-1])
    if indicator.limit is not None and indicator.measure in (Measure.STOCK, Measure.MEAN):
        high = min(high, float(indicator.limit))
    return min(low, high), max(low, high)


def _misses(course: Course, found: Record, method: Method) -> tuple[tuple[int, Decimal], ...]:
    """By how much the method said too much at this month of each earlier year; of sums in per cent."""
    month, sums = course.ends[(len(course.values) - 1) % course.season], course.measure is Measure.FLOW
    return tuple(
        (course.first_year + one.year, exact(100 * (exp(off) - 1) if sums else off))
        for one in found.trials
        if one.month == month and (off := one.errors.get(method)) is not None
    )


def exact(value: float) -> Decimal:
    """A float as a Decimal of ten digits: more of them would be noise."""
    return Decimal(f"{value:.10g}")
