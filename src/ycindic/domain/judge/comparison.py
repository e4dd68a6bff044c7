"""Promises about another figure: in step with it, above it, closer to it, better than a year ago."""

from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import rates
from ycindic.domain.assessment import Figures
from ycindic.domain.facts import Known, Series, cumulative, mean
from ycindic.domain.judge.case import Case, Reading, inexact
from ycindic.domain.judge.grade import by_difference, by_sign
from ycindic.domain.judge.promise import difference_unit, direction, is_rate, point, whole_of
from ycindic.domain.judge.told import limit_beside
from ycindic.domain.model import HUNDRED, IndicatorId, Measure, Observation
from ycindic.domain.period import Period
from ycindic.domain.reason import Reason
from ycindic.domain.relation import Relation

ZERO = Decimal(0)


def level(series: Series, measure: Measure, month: int) -> Known | None:
    """The comparable figure that ends with a month: the year so far, or a stock's level.

    None where no figure reaches just this month.
    """
    if measure is Measure.STOCK:
        one = series.point.get(month)
        return Known(one.value, one.period, (one,)) if one else None
    if measure is Measure.GROWTH:
        one = series.ytd.get(month)
        return Known(one.value, one.covered, (one,)) if one else None
    known = (mean if measure is Measure.MEAN else cumulative)(series, series.calendar.year_of(month), month)
    return known if known and known.period.last == month else None


def _months(series: Series, period: Period) -> list[int]:
    """The months inside a period that any figure ends with, the latest first."""
    ends = {*series.ytd, *series.point, *(span.last for span in series.alone)}
    return sorted((month for month in ends if period.covers(month)), reverse=True)


class _Pair(NamedTuple):
    """The own figure and one benchmark's, at the same month or over the same years.

    Without a benchmark the own figure is the distance itself, as it was told (高于全国0.7个百分点).
    """

    benchmark: IndicatorId | None
    own: Decimal
    other: Decimal
    period: Period
    pieces: tuple[Observation, ...]


def read_difference(case: Case) -> Reading:
    """In step, above, at a benchmark: own − other at the latest period that all share; of several the worst."""
    pairs = _pairs(case)
    if not pairs:
        return _alone(case)
    way = direction(case.target, case.indicator)
    worst = max(pairs, key=lambda pair: way * (_limit(case, pair) - pair.own))
    gap = way * (_limit(case, worst) - worst.own)
    tolerance, one_point = _tolerance(case, worst.other), point(case.indicator, worst.other)
    short = gap - tolerance
    holds = short < 0 if _strict(case) else short <= 0
    missing = _undecided(case, worst, short)
    figures = Figures(
        actual=worst.own,
        actual_period=worst.period,
        benchmark=None if worst.benchmark is None else worst.other,
        benchmark_id=worst.benchmark,
        benchmark_period=None if worst.benchmark is None else worst.period,
        difference=worst.own - worst.other,
        gap=gap,
        gap_edge=short,
        gap_unit=difference_unit(case.indicator),
        time_progress=Decimal(worst.period.last - case.period.first + 1) / case.period.months,
        annualised=worst.own if case.years == 1 and case.indicator.measure is Measure.GROWTH else None,
        annualised_unit=case.indicator.unit if case.indicator.measure is Measure.GROWTH else None,
    )
    return Reading(
        figures=figures,
        used=worst.pieces,
        through=worst.period.last,
        expected=figures.time_progress,
        holds=None if missing else holds,
        final=worst.period.last == case.period.last,
        missing=missing,
        graded=(by_difference(short, case.settings, one_point, holds=holds), Reason.DIFFERENCE),
    )


def _limit(case: Case, pair: _Pair) -> Decimal:
    return limit_beside(case.target, case.indicator, pair.other)


def _strict(case: Case) -> bool:
    """Whether to equal the benchmark is not enough: above it by no stated distance, or more than it."""
    target = case.target
    return target.relation is Relation.MORE_THAN or (target.relation is Relation.ABOVE and target.told is None)


def _undecided(case: Case, pair: _Pair, short: Decimal) -> Reason | None:
    """Why a difference cannot be judged: a figure is only a bound, or what lags may lag by a share of nothing."""
    if any(inexact(one) for one in pair.pieces):
        return Reason.INEXACT
    return Reason.ZERO_BENCHMARK if _by_share(case) and not pair.other and short > 0 else None


def _by_share(case: Case) -> bool:
    """Whether the tolerance is a share of the benchmark: in step with an amount, where none was typed."""
    in_step = case.target.relation is Relation.IN_STEP
    return in_step and case.target.tolerance is None and not is_rate(case.indicator)


def _tolerance(case: Case, other: Decimal) -> Decimal:
    """The tolerance of the promise; in step with an amount it is a share of that amount, unless it was typed."""
    return case.settings.step_pp * point(case.indicator, other) if _by_share(case) else case.promise.tolerance


def _alone(case: Case) -> Reading:
    """What is known where no period is shared with a benchmark: the own figure, for the time being."""
    last = case.series.last_known(case.period)
    first_year = case.calendar.year_of(case.period.first)
    open_year = case.by_years and (last is None or case.calendar.year_of(last + 1) == first_year)
    own = level(case.series, case.indicator.measure, last) if last is not None else None
    figures = Figures(gap_unit=difference_unit(case.indicator))
    if own:
        figures = figures._replace(provisional=own.value, provisional_period=own.period)
    return Reading(
        figures=figures,
        used=own.pieces if own else (),
        through=None if open_year else last,
        missing=Reason.NO_BENCHMARK if last is not None and not open_year else None,
        not_due=Reason.FIRST_YEAR_OPEN if open_year and last is not None else None,
    )


def _pairs(case: Case) -> list[_Pair]:
    if not case.target.reference:
        return _told_distance(case)
    compounded = case.years > 1 and case.indicator.measure is Measure.GROWTH
    return _compounded_pairs(case) if compounded else _latest_pairs(case)


def _told_distance(case: Case) -> list[_Pair]:
    last = case.series.last_known(case.period)
    own = None if last is None else level(case.series, case.indicator.measure, last)
    return [_Pair(None, own.value, ZERO, own.period, own.pieces)] if own else []


def _latest_pairs(case: Case) -> list[_Pair]:
    for month in _months(case.series, case.period):
        if case.years > 1 and case.indicator.measure is not Measure.STOCK and not case.calendar.ends_with(month):
            continue
        own = level(case.series, case.indicator.measure, month)
        found = [(name, level(case.facts.of(name), _measure(case, name), month)) for name in case.target.reference]
        if own and found and all(other for _, other in found):
            return [
                _Pair(name, own.value, other.value, own.period, (*own.pieces, *other.pieces))
                for name, other in found
                if other
            ]
    return []


def _measure(case: Case, name: IndicatorId) -> Measure:
    return case.plan.indicators[name].measure


def _compounded_pairs(case: Case) -> list[_Pair]:
    """Several years of growth: the compounded change over the full years that all share."""
    names = case.target.reference
    every = [case.series, *(case.facts.of(name) for name in names)]
    ends: list[int] = []
    for month in map(case.calendar.end, case.calendar.years(case.period)):
        if not all(month in series.ytd for series in every):
            break
        ends.append(month)
    if not ends or not names:
        return []
    span = Period(case.period.first, ends[-1])
    own, *others = ([series.ytd[month] for month in ends] for series in every)
    per = [whole_of(case.plan.indicators[name]) for name in (case.indicator.id, *names)]
    change = [
        rates.rate(rates.compounded((one.value for one in figures), whole), whole)
        for figures, whole in zip((own, *others), per, strict=True)
    ]
    return [
        _Pair(name, change[0], other, span, (*own, *pieces))
        for name, other, pieces in zip(names, change[1:], others, strict=True)
    ]


def base_month(case: Case, month: int) -> int:
    """The month of the base year that a month is compared with."""
    named, calendar = case.target.baseline, case.calendar
    if case.indicator.measure is Measure.STOCK:
        return named.last if named else case.period.first - 1
    return calendar.month(calendar.year_of(named.last if named else case.period.first - 1), calendar.place(month))


def _comparable(case: Case, series: Series, measure: Measure) -> list[int]:
    """The months that may be compared with the base year: over several years only full ones."""
    months = _months(series, case.period)
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
    return any(level(case.facts.of(name), _measure(case, name), month) for month in months)


def _distances(case: Case, name: IndicatorId, month: int) -> tuple[Decimal, Decimal, Known] | None:
    """The distance now and in the base year, with the own figure now."""
    before = base_month(case, month)
    own = [level(case.series, case.indicator.measure, at) for at in (month, before)]
    other = [level(case.facts.of(name), _measure(case, name), at) for at in (month, before)]
    now, then = (_distance(case, mine, theirs) for mine, theirs in zip(own, other, strict=True))
    return None if now is None or then is None or own[0] is None else (now, then, own[0])


def _distance(case: Case, own: Known | None, other: Known | None) -> Decimal | None:
    """How far the own figure is on the worse side of the other: 1 − own ÷ other, or in units."""
    if own is None or other is None or inexact(own) or inexact(other):
        return None
    short = direction(case.target, case.indicator) * (other.value - own.value)
    return short if case.target.as_difference else rates.ratio(short, abs(other.value))


def _narrowed(case: Case, month: int, distances: list[tuple[Decimal, Decimal, Known]]) -> Reading:
    now, then, own = max(distances, key=lambda pair: min(pair[0], pair[0] - pair[1]))
    narrow = all(one <= 0 or one < before for one, before, _ in distances)
    scale = Decimal(1) if case.target.as_difference else HUNDRED
    figures = Figures(
        actual=own.value,
        actual_period=own.period,
        difference=now * scale,
        baseline=then * scale,
        gap=(now - then) * scale,
        gap_unit=difference_unit(case.indicator) if case.target.as_difference else "pp",
        time_progress=Decimal(month - case.period.first + 1) / case.period.months,
    )
    return Reading(
        figures=figures,
        used=own.pieces,
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
        now = level(case.series, measure, month)
        then = _base_of_sign(case, month)
        if now and then is not None and not inexact(now):
            return _signed(case, now, then)
    pair = _alone_pair(case) if case.years == 1 else None
    if pair:
        return _signed(case, *pair)
    return Reading(through=last, missing=Reason.NO_COMPARABLE_BASE if last is not None else None)


def _base_of_sign(case: Case, month: int) -> Decimal | None:
    if case.indicator.measure is Measure.GROWTH:
        return ZERO
    then = level(case.series, case.indicator.measure, base_month(case, month))
    return then.value if then and not inexact(then) else None


def _alone_pair(case: Case) -> tuple[Known, Decimal] | None:
    """The latest single interval that the base year has too, where no year to date compares."""
    back = case.period.first - base_month(case, case.period.first)
    for span in sorted(case.series.alone, key=lambda one: one.last, reverse=True):
        then = case.series.alone.get(Period(span.first - back, span.last - back))
        if case.period.covers(span.last) and then and case.indicator.measure is not Measure.GROWTH:
            one = case.series.alone[span]
            if not inexact(one) and not inexact(then):
                return Known(one.value, one.period, (one,)), then.value
    return None


def _signed(case: Case, now: Known, then: Decimal) -> Reading:
    way = direction(case.target, case.indicator)
    right = way * (now.value - then) > 0
    growth = case.indicator.measure is Measure.GROWTH
    figures = Figures(
        actual=now.value,
        actual_period=now.period,
        baseline=None if growth else then,
        difference=way * (now.value - then),
        gap=way * (then - now.value),
        gap_unit=difference_unit(case.indicator),
        time_progress=Decimal(now.period.last - case.period.first + 1) / case.period.months,
        annualised=now.value if growth else None,
        annualised_unit=case.indicator.unit if growth else None,
    )
    return Reading(
        figures=figures,
        used=now.pieces,
        through=now.period.last,
        expected=figures.time_progress,
        holds=right,
        final=now.period.last == case.period.last,
        graded=(by_sign(right=right), Reason.SIGN),
    )
