"""A year's official rate of growth: what must the rest of the year grow?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ycindic.domain import formulas
from ycindic.domain.assessment import Figures, Verdict
from ycindic.domain.facts import hole_after, printed_decimals
from ycindic.domain.judge.case import Case, Reading, inexact, proven, time_step
from ycindic.domain.judge.grade import by_rate
from ycindic.domain.judge.promise import difference_unit, point, whole_of
from ycindic.domain.judge.seen import seen_published
from ycindic.domain.judge.towards import REST, Towards, gaps, required_steps
from ycindic.domain.model import Measure, Observation
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.profile import Share, base_share
from ycindic.domain.rates import ZERO, half_digit
from ycindic.domain.reason import Reason
from ycindic.domain.step import Step, unanswered


def read(case: Case) -> Reading:
    """Judge the latest year-to-date rate by what the rest of the year must add to it."""
    latest = case.series.latest_ytd(case.period)
    if latest is None:
        return _without(case)
    month = latest.period.last
    weight, final = base_share(case.indicator, case.facts, month, case.calendar), month == case.period.last
    figures = Figures(_steps(case, latest, weight))
    reading = Reading(
        figures=figures,
        used=(latest,),
        through=month,
        expected=weight.value,
        final=final,
        hole=hole_after(case.series, month, case.period),
    )
    if case.promise.goal is None:
        return reading._replace(missing=case.no_goal)
    lacks = weight.value >= 1 and not final
    return reading._replace(
        holds=proven(case.promise, latest.value, latest.bound),
        missing=Reason.INEXACT if inexact(latest) else Reason.NO_RATIO if lacks else None,
        graded=graded_by_rate(case, figures, case.promise.margin(latest.value), tie=case.promise.ties(latest.value)),
    )


def _without(case: Case) -> Reading:
    """What is known where no rate of the year so far is."""
    if case.series.only_elsewhere(case.period):
        return _ONLY_ELSEWHERE
    return Reading() if case.series.last_known(case.period) is None else _ONLY_SINGLE


_ONLY_ELSEWHERE = Reading(figures=Figures(otherwise=Reason.ONLY_TO_DATE), missing=Reason.ONLY_TO_DATE)
"""Rates are known that count from another month."""

_ONLY_SINGLE = Reading(figures=Figures(otherwise=Reason.ONLY_SINGLE), missing=Reason.ONLY_SINGLE)
"""Single months or quarters are known, of which no rate of the year so far can be made."""


def graded_by_rate(case: Case, figures: Figures, surplus: Decimal, *, tie: bool) -> tuple[Verdict, Reason] | None:
    """The verdict on the way of anything whose rest has a required rate.

    `surplus` is what lies beyond the printed goal; two-sided promises and the ceiling of a mean are never ahead.
    """
    if figures.acceleration is None:
        return None
    promise, measure = case.promise, case.indicator.measure
    one_point = point(case.indicator, promise.limit_from(figures.actual or ZERO))
    may_lead = promise.high is None or (promise.low is None and measure is not Measure.MEAN)
    verdict = by_rate(figures.acceleration, surplus, case.settings, one_point, may_lead=may_lead, tie=tie)
    return verdict, Reason.NOT_EXCEEDED if tie else Reason.NEEDED_RATE


def _steps(case: Case, latest: Observation, share: Share) -> Iterator[Step]:
    promise, unit, so_far = case.promise, case.indicator.unit, latest.value
    decimals = printed_decimals(case.indicator, case.series, case.target.period.last)
    edges = promise.printed(decimals)
    yield seen_published("actual", unit, latest)
    yield time_step(case, latest.period.last)
    yield share.step("weight")
    yield from gaps(formulas.GAP_OF_RATE, difference_unit(case.indicator), promise, edges, so_far)
    if inexact(latest):
        yield from unanswered(Reason.INEXACT, *REST, "annualised", "projection", "two_year_average")
        return
    yield formulas.RATE_SO_FAR("annualised", unit, so_far)
    yield formulas.RATE_SO_FAR("projection", unit, so_far)
    yield _two_years(case, latest)
    if promise.goal is None:
        return
    if share.value >= 1:
        over = latest.period.last == case.period.last
        yield from unanswered(Reason.PERIOD_OVER if over else Reason.NO_RATIO, *REST)
        return

    def rest(field: str, goal: Decimal, rate: Decimal) -> Step:
        return formulas.REST_OF_RATE(field, unit, goal, share.value, rate)

    def as_now(field: str, rate: Decimal) -> Step:
        return formulas.RATE_SO_FAR(field, unit, rate)

    yield from required_steps(case, Towards(so_far, so_far, edges, rest, as_now, half_digit(decimals)))


def _two_years(case: Case, latest: Observation) -> Step:
    before = case.series.ytd.get(latest.period.last - MONTHS_A_YEAR)
    if before is None or inexact(before):
        return next(unanswered(Reason.NO_LAST_YEAR, "two_year_average"))
    average = formulas.two_years(whole_of(case.indicator))
    return average("two_year_average", case.indicator.unit, before.value, latest.value).otherwise(Reason.NOT_POSITIVE)
