"""Is a promise since the base year kept: closer to another figure than then, higher, lower?"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import formulas
from ycindic.domain.assessment import Figures
from ycindic.domain.facts import Known, Series, figure_at
from ycindic.domain.judge.case import Case, Reading, inexact, time_step
from ycindic.domain.judge.comparison import known_months, other_at, own_step, rate_as_published
from ycindic.domain.judge.grade import by_sign
from ycindic.domain.judge.promise import difference_unit, direction
from ycindic.domain.judge.seen import put_together
from ycindic.domain.model import IndicatorId, Measure
from ycindic.domain.period import Period
from ycindic.domain.rates import ZERO
from ycindic.domain.reason import Reason
from ycindic.domain.step import Step


def _base_month(case: Case, month: int) -> int:
    """The month of the base year that a month is compared with."""
    named, calendar = case.target.baseline, case.calendar
    if case.indicator.measure is Measure.STOCK:
        return named.last if named else case.period.first - 1
    return calendar.month(calendar.year_of(named.last if named else case.period.first - 1), calendar.place(month))


def _comparable(case: Case, series: Series, measure: Measure) -> list[int]:
    """The months that may be compared with the base year: over several years only full ones."""
    months = known_months(series, case.period)
    if case.years == 1 or measure is Measure.STOCK:
        return months
    return [month for month in months if case.calendar.ends_with(month)]


def read_narrowing(case: Case) -> Reading:
    """The distance to every benchmark must be smaller than in the base year, or gone."""
    months = _comparable(case, case.series, case.indicator.measure)
    for month in months:
        distances = [_distances(case, name, month) for name in case.target.reference]
        if distances and all(distances):
            return _narrowed(case, month, [pair for pair in distances if pair])
    last = case.series.last_known(case.period)
    if last is None:
        return Reading()
    if not months:
        return Reading(not_due=Reason.FIRST_YEAR_OPEN)
    alone = any(not _ever_shared(case, name, months) for name in case.target.reference)
    return Reading(through=last, missing=Reason.NO_BENCHMARK if alone else Reason.NO_COMPARABLE_BASE)


def _ever_shared(case: Case, name: IndicatorId, months: list[int]) -> bool:
    """Whether a benchmark has a figure for any of the months."""
    return any(other_at(case, name, month) for month in months)


class _Distance(NamedTuple):
    """How far the own figure is on the worse side of another, now and in the base year, as steps; and itself."""

    now: Step
    then: Step
    own: Known

    @property
    def worst(self) -> Decimal:
        """What makes one of several the worst: it is neither gone nor smaller than it was."""
        now, then = self.now.result or ZERO, self.then.result or ZERO
        return min(now, now - then)

    @property
    def narrow(self) -> bool:
        """Whether it is gone, or smaller than it was."""
        now, then = self.now.result or ZERO, self.then.result or ZERO
        return now <= 0 or now < then


def _distances(case: Case, name: IndicatorId, month: int) -> _Distance | None:
    """The distance now and in the base year, with the own figure now."""
    before = _base_month(case, month)
    own = [figure_at(case.series, case.indicator.measure, at) for at in (month, before)]
    other = [other_at(case, name, at) for at in (month, before)]
    now, then = (
        _distance(case, field, mine, theirs)
        for field, mine, theirs in zip(("difference", "baseline"), own, other, strict=True)
    )
    if now is None or then is None or own[0] is None or own[1] is None:
        return None
    return _Distance(now._replace(source=name), then._replace(period=own[1].period), own[0])


def _distance(case: Case, field: str, own: Known | None, other: Known | None) -> Step | None:
    """How far the own figure is on the worse side of the other: 1 − own ÷ other, or in units."""
    if own is None or other is None or inexact(own) or inexact(other):
        return None
    up, unit = direction(case.target, case.indicator) > 0, _unit_of_distance(case)
    if case.target.as_difference:
        by = formulas.DISTANCE_UP if up else formulas.DISTANCE_DOWN
    else:
        by = formulas.SHARE_UP if up else formulas.SHARE_DOWN
    step = by(field, unit, *((other.value, own.value) if up else (own.value, other.value)))
    return None if step.result is None else step


def _unit_of_distance(case: Case) -> str:
    return difference_unit(case.indicator) if case.target.as_difference else "pp"


def _narrowed(case: Case, month: int, distances: list[_Distance]) -> Reading:
    worst = max(distances, key=lambda one: one.worst)
    narrow = all(one.narrow for one in distances)
    terms = (worst.now.result or ZERO, worst.then.result or ZERO)
    figures = Figures(
        (
            own_step(case, worst.own),
            time_step(case, month),
            worst.now,
            worst.then,
            formulas.NARROWED("gap", _unit_of_distance(case), *terms),
        )
    )
    return Reading(
        figures=figures,
        used=worst.own.pieces,
        through=month,
        expected=figures.time_progress,
        holds=narrow,
        final=month == case.period.last,
        graded=(by_sign(right=narrow), Reason.SIGN),
    )


def read_sign(case: Case) -> Reading:
    """Rising or falling: against the same months of the base year; a rate by its own sign."""
    measure = case.indicator.measure
    months = _comparable(case, case.series, measure)
    last = case.series.last_known(case.period)
    if not months and last is not None:
        return Reading(not_due=Reason.FIRST_YEAR_OPEN)
    for month in months:
        now = figure_at(case.series, measure, month)
        growth = measure is Measure.GROWTH
        then = None if growth else _base_of_sign(case, month)
        if now and (growth or then) and not inexact(now):
            return _signed(case, now, then)
    pair = _alone_pair(case) if case.years == 1 else None
    if pair:
        return _signed(case, *pair)
    return Reading(through=last, missing=Reason.NO_COMPARABLE_BASE if last is not None else None)


def _base_of_sign(case: Case, month: int) -> Known | None:
    then = figure_at(case.series, case.indicator.measure, _base_month(case, month))
    return then if then and not inexact(then) else None


def _alone_pair(case: Case) -> tuple[Known, Known] | None:
    """The latest single interval that the base year has too, where no year to date compares."""
    back = case.period.first - _base_month(case, case.period.first)
    for span in sorted(case.series.alone, key=lambda one: one.last, reverse=True):
        then = case.series.alone.get(Period(span.first - back, span.last - back))
        if case.period.covers(span.last) and then and case.indicator.measure is not Measure.GROWTH:
            one = case.series.alone[span]
            if not inexact(one) and not inexact(then):
                return Known.of(one), Known.of(then)
    return None


def _signed(case: Case, now: Known, then: Known | None) -> Reading:
    """Against the base, or by the own sign where there is none."""
    figures = Figures(_steps_of_sign(case, now, then))
    right = (figures.difference or ZERO) > 0
    return Reading(
        figures=figures,
        used=now.pieces,
        through=now.period.last,
        expected=figures.time_progress,
        holds=right,
        final=now.period.last == case.period.last,
        graded=(by_sign(right=right), Reason.SIGN),
    )


def _steps_of_sign(case: Case, now: Known, then: Known | None) -> Iterator[Step]:
    unit, up = difference_unit(case.indicator), direction(case.target, case.indicator) > 0
    yield own_step(case, now)
    yield time_step(case, now.period.last)
    if then is None:
        by = (formulas.AS_IT_IS, formulas.TURNED)
        moved, short = by if up else reversed(by)
        yield moved("difference", unit, now.value)
        yield short("gap", unit, now.value)
    else:
        yield put_together("baseline", case.indicator.unit, then, case.indicator.measure)
        rise, fall = (now.value, then.value), (then.value, now.value)
        yield formulas.RISE_SO_FAR("difference", unit, *rise) if up else formulas.FALL_SO_FAR("difference", unit, *fall)
        yield formulas.FALL_SO_FAR("gap", unit, *fall) if up else formulas.RISE_SO_FAR("gap", unit, *rise)
    yield from rate_as_published(case, now.value)
