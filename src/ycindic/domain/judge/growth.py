"""A year's official rate of growth: what must the rest of the year grow?"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ycindic.domain import rates
from ycindic.domain.assessment import ANSWERS, Figures, Reason, Verdict
from ycindic.domain.facts import ZERO, cumulative, whole
from ycindic.domain.judge.case import Case, Reading, inexact, proven, time_progress
from ycindic.domain.judge.grade import by_rate
from ycindic.domain.judge.promise import Promise
from ycindic.domain.model import Basis, Bound, Observation
from ycindic.domain.period import MONTHS_A_YEAR, month_number, month_of_year, year_of
from ycindic.domain.profile import from_table, linear

REST = ("required", "required_low", "required_high", "required_edge", "acceleration")
"""The fields that speak of the months that are left."""


def read(case: Case) -> Reading:
    """Judge the latest year-to-date rate by what the rest of the year must add to it."""
    latest = case.series.latest_ytd(case.period)
    last = case.series.last_known(case.period)
    if latest is None or last is None:
        return Reading() if last is None else _ONLY_SINGLE
    if latest.basis is Basis.ALONE and last > latest.period.last:
        return _ONLY_SINGLE
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
    )
    if case.promise.goal is None:
        return reading._replace(missing=Reason.GOAL_UNSTATED)
    return reading._replace(
        holds=proven(case.promise, latest.value, latest.bound),
        missing=Reason.INEXACT if inexact(latest) else Reason.NO_RATIO if weight >= 1 and not final else None,
        graded=graded_by_rate(case, figures, latest.value, may_lead=not case.promise.two_sided),
    )


_ONLY_SINGLE = Reading(missing=Reason.ONLY_SINGLE, reasons=dict.fromkeys(ANSWERS, Reason.ONLY_SINGLE))
"""Single months or quarters are known, of which no rate of the year so far can be made."""


def graded_by_rate(case: Case, figures: Figures, so_far: Decimal, *, may_lead: bool) -> tuple[Verdict, Reason] | None:
    """The verdict on the way of anything whose rest has a required rate."""
    if figures.acceleration is None:
        return None
    surplus = case.promise.margin(so_far) if case.promise.goal is not None else ZERO
    tie = case.promise.ties(so_far)
    verdict = by_rate(figures.acceleration, surplus, case.settings, may_lead=may_lead, tie=tie)
    return verdict, Reason.NOT_EXCEEDED if tie else Reason.NEEDED_RATE


def base_weight(case: Case, month: int) -> Decimal:
    """The share of the elapsed months in the base year's total.

    From typed shares, or last year's months of the indicator named in `levels`, else m/12.
    """
    place = month_of_year(month)
    if case.indicator.shares:
        return from_table(case.indicator.shares, place)
    if case.indicator.levels:
        levels, before = case.facts.of(case.indicator.levels), year_of(month) - 1
        total = whole(levels, before)
        last = month_number(before, place)
        part = cumulative(levels, before, last)
        if total and part and part.period.last == last and total.value > 0 and total.bound is Bound.EXACT:
            share = part.value / total.value
            if ZERO < share <= 1:
                return share
    return linear(place)


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
        gap_unit="pp",
    )
    if promise.goal is not None:
        figures = figures._replace(gap=promise.gap(so_far))
    if inexact(latest):
        return figures, dict.fromkeys((*REST, "annualised", "projection", "two_year_average"), Reason.INEXACT)
    figures = figures._replace(
        annualised=so_far,
        annualised_unit="%",
        projection=so_far,
        two_year_average=None if exact_year_ago is None else rates.two_year_average(exact_year_ago, so_far),
    )
    reasons = {"two_year_average": Reason.NO_LAST_YEAR if exact_year_ago is None else Reason.NOT_POSITIVE}
    if promise.goal is None:
        return figures, reasons
    if weight >= 1:
        over = latest.period.last == case.period.last
        return figures, reasons | dict.fromkeys(REST, Reason.PERIOD_OVER if over else Reason.NO_RATIO)
    half = rates.half_digit(case.indicator.decimals if case.indicator.decimals is not None else series.decimals())
    figures = with_required(case, figures, so_far, half, lambda goal, rate: rates.required_rest(goal, rate, weight))
    return figures, reasons


Rest = Callable[[Decimal, Decimal], Decimal | None]
"""What the rest must come to, by the goal and the figure so far; None where no rest is left."""


def with_required(case: Case, figures: Figures, so_far: Decimal, half: Decimal | None, rest: Rest) -> Figures:
    """Fill in what the rest must come to, and how far that is from the figure so far.

    To the printed goal, to the edge of the tolerance, to the higher goal of a range, and the range
    that rounding by `half` a digit alone leaves, if one rounded figure was published.
    """
    promise = case.promise
    goal, edge = promise.target_for(so_far), promise.edge_for(so_far)
    to_edge = rest(edge, so_far)
    low, high = (None, None) if half is None else _ordered(rest(goal, so_far + half), rest(goal, so_far - half))
    hope = case.target.goal_high if promise.high is None else None
    kept = promise.two_sided and promise.side(so_far) == 0
    return figures._replace(
        required=rest(goal, so_far),
        required_low=low,
        required_high=high,
        required_edge=to_edge,
        required_goal_high=None if hope is None else rest(hope, so_far),
        required_unit=case.indicator.unit,
        acceleration=ZERO if kept else _effort(promise, edge, so_far, to_edge),
    )


def _ordered(one: Decimal | None, other: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    return (one, other) if one is None or other is None or one <= other else (other, one)


def _effort(promise: Promise, edge: Decimal, so_far: Decimal, to_edge: Decimal | None) -> Decimal | None:
    """The distance of the required rest from the rate so far, positive for more effort."""
    if to_edge is None:
        return None
    rising = promise.low is not None and (promise.high is None or edge >= so_far)
    return to_edge - so_far if rising else so_far - to_edge
