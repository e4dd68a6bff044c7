"""Is a promise beside another figure kept: in step with it, above it, at its height, so far from it?"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import formulas
from ycindic.domain.assessment import Figures
from ycindic.domain.facts import Known, Series, figure_at
from ycindic.domain.judge.case import Case, Reading, inexact, time_step
from ycindic.domain.judge.grade import by_difference
from ycindic.domain.judge.promise import difference_unit, direction, is_rate, point, promise, whole_of
from ycindic.domain.judge.seen import put_together
from ycindic.domain.judge.told import limit_beside, told_beside
from ycindic.domain.judge.towards import no_gap_yet
from ycindic.domain.model import Indicator, IndicatorId, Measure, Observation, Target
from ycindic.domain.period import Period
from ycindic.domain.profile import base_share
from ycindic.domain.rates import ZERO
from ycindic.domain.reason import Reason
from ycindic.domain.relation import STRICT, Relation
from ycindic.domain.step import NO_FORMULA, Step


def known_months(series: Series, period: Period) -> list[int]:
    """The months inside a period that any figure ends with, the latest first."""
    return sorted((month for month in series.ends if period.covers(month)), reverse=True)


class _Pair(NamedTuple):
    """The own figure and one benchmark's, at the same month or over the same years, as steps.

    Without a benchmark the own figure is the distance itself, as it was told (高于全国0.7个百分点).
    """

    mine: Step
    theirs: Step | None
    period: Period
    pieces: tuple[Observation, ...]

    @property
    def own(self) -> Decimal:
        """The own figure."""
        return self.mine.result or ZERO

    @property
    def other(self) -> Decimal:
        """The benchmark's; nothing without one."""
        return ZERO if self.theirs is None else self.theirs.result or ZERO


def read_difference(case: Case) -> Reading:
    """In step, above, at a benchmark: own − other at the latest period that all share; of several the worst."""
    pairs = _pairs(case)
    if not pairs:
        return _alone(case)
    way = direction(case.target, case.indicator)
    worst = max(pairs, key=lambda pair: way * (_limit(case, pair) - pair.own))
    figures = Figures(_steps(case, worst))
    short = figures.gap_edge or ZERO
    holds = short < 0 if surpassing(case.target) else short <= 0
    missing = _undecided(case, worst, short)
    graded = by_difference(short, case.settings, point(case.indicator, worst.other), holds=holds)
    return Reading(
        figures=figures,
        used=worst.pieces,
        through=worst.period.last,
        expected=figures.time_progress,
        holds=None if missing else holds,
        final=worst.period.last == case.period.last,
        missing=missing,
        graded=(graded, Reason.DIFFERENCE),
    )


def _steps(case: Case, pair: _Pair) -> Iterator[Step]:
    unit, own, other = difference_unit(case.indicator), pair.own, pair.other
    yield pair.mine
    yield time_step(case, pair.period.last)
    if pair.theirs is None:
        yield formulas.APART_FROM_NONE("difference", unit, own)
    else:
        yield pair.theirs
        yield formulas.AHEAD_OF("difference", unit, own, other)
    told, floor = told_beside(case.target, case.indicator), direction(case.target, case.indicator) > 0
    known = (*((other,) if pair.theirs else ()), *((told.goal,) if told else ()))
    terms = (*known, own) if floor else (own, *known)
    for field, more in (("gap", ()), ("gap_edge", (tolerated(case.target, case.indicator, other),))):
        by = formulas.short_of(told and told.how, benchmark=pair.theirs is not None, floor=floor, edge=bool(more))
        yield by(field, unit, *terms, *more)
    yield from rate_as_published(case, own if case.years == 1 else None)
    yield from _rest(case, pair)


def _rest(case: Case, pair: _Pair) -> Iterator[Step]:
    """What the rest of a year must grow for what was promised, and for its tolerance, if the benchmark stays as it is.

    Nothing where it has to be surpassed: no number does that just so.
    """
    if case.indicator.measure is not Measure.GROWTH or case.years > 1 or pair.theirs is None:
        return
    if surpassing(case.target):
        return
    if inexact(pair.pieces[0]) or pair.period.last >= case.period.last:
        return
    share = base_share(case.indicator, case.facts, pair.period.last, case.calendar)
    if share.value >= 1:
        return
    way, limit, unit = direction(case.target, case.indicator), _limit(case, pair), case.indicator.unit
    edge = limit - way * tolerated(case.target, case.indicator, pair.other)
    yield share.step("weight")
    yield formulas.REST_OF_RATE("required", unit, limit, share.value, pair.own)
    yield formulas.REST_OF_RATE("required_edge", unit, edge, share.value, pair.own)


def rate_as_published(case: Case, rate: Decimal | None) -> Iterator[Step]:
    """A rate of growth as it was published; of anything else nothing."""
    unit = case.indicator.unit
    if case.indicator.measure is Measure.GROWTH:
        yield (
            Step("annualised", NO_FORMULA, (), None, None, unit)
            if rate is None
            else (formulas.RATE_SO_FAR("annualised", unit, rate))
        )


def _limit(case: Case, pair: _Pair) -> Decimal:
    return limit_beside(case.target, case.indicator, pair.other)


def surpassing(target: Target) -> bool:
    """Whether to equal the benchmark is not enough: above it by no stated distance, or more than it."""
    return target.relation in STRICT or (target.relation is Relation.ABOVE and target.told is None)


def _undecided(case: Case, pair: _Pair, short: Decimal) -> Reason | None:
    """Why a difference cannot be judged: a figure is only a bound, or what lags may lag by a share of nothing."""
    if any(inexact(one) for one in pair.pieces):
        return Reason.INEXACT
    return Reason.ZERO_BENCHMARK if _by_share(case.target, case.indicator) and not pair.other and short > 0 else None


def _by_share(target: Target, indicator: Indicator) -> bool:
    """Whether the tolerance is a share of the benchmark: in step with an amount, where none was typed."""
    in_step = target.relation is Relation.IN_STEP
    return in_step and target.tolerance is None and not is_rate(indicator)


def tolerated(target: Target, indicator: Indicator, other: Decimal) -> Decimal:
    """The tolerance of the promise; in step with an amount it is a share of that amount, unless it was typed."""
    if _by_share(target, indicator):
        return target.settings.step_pp * point(indicator, other)
    return promise(target, indicator).tolerance


def _alone(case: Case) -> Reading:
    """What is known where no period is shared with a benchmark: the own figure, for the time being."""
    last = case.series.last_known(case.period)
    first_year = case.calendar.year_of(case.period.first)
    open_year = case.by_years and (last is None or case.calendar.year_of(last + 1) == first_year)
    own = figure_at(case.series, case.indicator.measure, last) if last is not None else None
    steps = [no_gap_yet(difference_unit(case.indicator))]
    if own:
        steps.append(put_together("provisional", case.indicator.unit, own, case.indicator.measure))
    return Reading(
        figures=Figures(steps),
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
    own = None if last is None else figure_at(case.series, case.indicator.measure, last)
    return [_Pair(own_step(case, own), None, own.period, own.pieces)] if own else []


def own_step(case: Case, own: Known) -> Step:
    """The figure of the promise itself."""
    return put_together("actual", case.indicator.unit, own, case.indicator.measure)


def _theirs(case: Case, name: IndicatorId, other: Known) -> Step:
    indicator = case.plan.indicators[name]
    return put_together("benchmark", indicator.unit, other, indicator.measure)._replace(source=name)


def _latest_pairs(case: Case) -> list[_Pair]:
    for month in known_months(case.series, case.period):
        if case.years > 1 and case.indicator.measure is not Measure.STOCK and not case.calendar.ends_with(month):
            continue
        own = figure_at(case.series, case.indicator.measure, month)
        found = [(name, other_at(case, name, month)) for name in case.target.reference]
        if own and found and all(other for _, other in found):
            return [
                _Pair(own_step(case, own), _theirs(case, name, other), own.period, (*own.pieces, *other.pieces))
                for name, other in found
                if other
            ]
    return []


def other_at(case: Case, name: IndicatorId, month: int) -> Known | None:
    """The comparable figure of another indicator that ends with a month."""
    return figure_at(case.facts.of(name), case.plan.indicators[name].measure, month)


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
    own, *others = (tuple(series.ytd[month] for month in ends) for series in every)
    mine = _compounded("actual", case.indicator, own, span)
    return [
        _Pair(mine, _compounded("benchmark", case.plan.indicators[name], pieces, span), span, (*own, *pieces))
        for name, pieces in zip(names, others, strict=True)
    ]


def _compounded(field: str, indicator: Indicator, yearly: tuple[Observation, ...], span: Period) -> Step:
    """The change that has compounded over full years."""
    by = formulas.compounded(len(yearly), whole_of(indicator), total=True).reached
    return by(field, indicator.unit, *(one.value for one in yearly))._replace(period=span, source=indicator.id)
