"""A year's official rate of growth: what must the rest of the year grow?"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import rates
from ycindic.domain.assessment import ANSWERS, Figures, Verdict
from ycindic.domain.facts import ZERO, Series, hole_after
from ycindic.domain.judge.case import Case, Reading, inexact, proven, time_progress
from ycindic.domain.judge.grade import by_rate
from ycindic.domain.judge.promise import Promise, difference_unit, point, whole_of
from ycindic.domain.model import Indicator, Measure, Observation
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.profile import base_share
from ycindic.domain.reason import Reason

REST = ("required", "required_low", "required_high", "required_edge", "acceleration")
"""The fields that speak of the months that are left."""


def read(case: Case) -> Reading:
    """Judge the latest year-to-date rate by what the rest of the year must add to it."""
    latest = case.series.latest_ytd(case.period)
    if latest is None:
        return Reading() if case.series.last_known(case.period) is None else _ONLY_SINGLE
    weight = base_weight(case, latest.period.last)
    figures, reasons = _figures(case, latest, latest.value, weight)
    final = latest.period.last == case.period.last
    reading = Reading(
        figures=figures,
        reasons=reasons,
        used=(latest,),
        through=latest.period.last,
        expected=weight,
        final=final,
        hole=hole_after(case.series, latest.period.last, case.period),
    )
    if case.promise.goal is None:
        return reading._replace(missing=case.no_goal)
    return reading._replace(
        holds=proven(case.promise, latest.value, latest.bound),
        missing=Reason.INEXACT if inexact(latest) else Reason.NO_RATIO if weight >= 1 and not final else None,
        graded=graded_by_rate(case, figures, case.promise.margin(latest.value), tie=case.promise.ties(latest.value)),
    )


_ONLY_SINGLE = Reading(missing=Reason.ONLY_SINGLE, reasons=dict.fromkeys(ANSWERS, Reason.ONLY_SINGLE))
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


def base_weight(case: Case, month: int) -> Decimal:
    """The share of the elapsed months in the base year's total."""
    return base_share(case.indicator, case.facts, month).value


def _figures(case: Case, latest: Observation, so_far: Decimal, weight: Decimal) -> tuple[Figures, dict[str, Reason]]:
    promise, series = case.promise, case.series
    year_ago = series.ytd.get(latest.period.last - MONTHS_A_YEAR)
    exact_year_ago = year_ago.value if year_ago and not inexact(year_ago) else None
    figures = Figures(
        actual=so_far,
        actual_period=latest.covered,
        actual_bound=latest.bound,
        time_progress=time_progress(case, latest.period.last),
        weight=weight,
        gap_unit=difference_unit(case.indicator),
    )
    decimals = printed_decimals(case.indicator, case.series, case.target.period)
    figures = with_gap(figures, promise, latest.value, promise.printed(decimals))
    if inexact(latest):
        return figures, dict.fromkeys((*REST, "annualised", "projection", "two_year_average"), Reason.INEXACT)
    figures = figures._replace(
        annualised=so_far,
        annualised_unit=case.indicator.unit,
        projection=so_far,
        two_year_average=None
        if exact_year_ago is None
        else rates.two_year_average(exact_year_ago, so_far, whole_of(case.indicator)),
    )
    reasons = {"two_year_average": Reason.NO_LAST_YEAR if exact_year_ago is None else Reason.NOT_POSITIVE}
    if promise.goal is None:
        return figures, reasons
    if weight >= 1:
        over = latest.period.last == case.period.last
        return figures, reasons | dict.fromkeys(REST, Reason.PERIOD_OVER if over else Reason.NO_RATIO)

    def rest(goal: Decimal, rate: Decimal) -> Decimal | None:
        return rates.required_rest(goal, rate, weight)

    edges, half = promise.printed(decimals), rates.half_digit(decimals)
    return with_required(case, figures, Way(so_far, edges, rest, half)), reasons


def printed_decimals(indicator: Indicator, series: Series, period: Period) -> int:
    """With how many decimals the figures up to a period are printed: the key of the indicator, else the most seen."""
    return series.decimals(period.last) if indicator.decimals is None else indicator.decimals


def with_gap(figures: Figures, promise: Promise, value: Decimal, edges: Promise) -> Figures:
    """Fill in what is still missing, to the printed goal and to the edge that decides."""
    if promise.goal is None:
        return figures
    return figures._replace(gap=promise.gap(value), gap_edge=edges.gap(value))


Rest = Callable[[Decimal, Decimal], Decimal | None]
"""What the rest must come to, by the goal and the figure so far; None where no rest is left."""


class Way(NamedTuple):
    """From a figure so far to the end: the limits that decide there, and what the rest must come to.

    `half` is half a digit of the figure so far, None where it is not one rounded figure.
    """

    so_far: Decimal
    edges: Promise
    rest: Rest
    half: Decimal | None = None

    def needed(self, to: Promise, so_far: Decimal, *, now: Decimal) -> Decimal | None:
        """What the rest must come to for the limits of a promise; as `now` where that ends between two of them."""
        least, most = (None if limit is None else self.rest(limit, so_far) for limit in (to.low, to.high))
        return None if to.two_sided and least is None else rates.nearer(now, least, most)


def with_required(case: Case, figures: Figures, way: Way, now: Decimal | None = None) -> Figures:
    """Fill in what the rest must come to, and how far that is from the figure so far.

    To the printed goal, to the edge that decides, to the higher goal of a range, and the range that rounding alone
    leaves. `now` is the rate so far that the rest is compared with, where that is another than the figure itself.
    """
    promise, so_far = case.promise, way.so_far
    now = so_far if now is None else now

    def required(to: Promise, shifted: Decimal = ZERO) -> Decimal | None:
        return way.needed(to, so_far + shifted, now=now + shifted)

    ends = [] if way.half is None else [required(promise, shift) for shift in (way.half, -way.half)]
    low, high = _ordered(*ends) if ends else (None, None)
    hope = case.target.goal_high if promise.high is None else None
    to_edge = required(way.edges)
    return figures._replace(
        required=required(promise),
        required_low=low,
        required_high=high,
        required_edge=to_edge,
        required_goal_high=None if hope is None else way.rest(hope, so_far),
        required_unit=case.indicator.unit,
        acceleration=None if to_edge is None else effort(promise, now, to_edge),
    )


def _ordered(one: Decimal | None, other: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    return (one, other) if one is None or other is None or one <= other else (other, one)


def effort(promise: Promise, now: Decimal, needed: Decimal) -> Decimal:
    """How far the rest has to come from what it is now, positive for more effort; nothing inside a band."""
    return abs(needed - now) if promise.two_sided else promise.direction * (needed - now)
