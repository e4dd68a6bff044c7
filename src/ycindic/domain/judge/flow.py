"""A sum over the period (jobs, kilometres, projects): how far is it, and how fast must the rest go?"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import rates
from ycindic.domain.assessment import Figures, Verdict
from ycindic.domain.facts import Known, cumulative, hole_after, whole
from ycindic.domain.judge.case import Case, Reading, finite, inexact, proven, time_progress
from ycindic.domain.judge.course import Sum, graded
from ycindic.domain.judge.growth import effort, with_gap
from ycindic.domain.judge.promise import Promise
from ycindic.domain.model import HUNDRED, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.profile import Share, expected, interpolated
from ycindic.domain.reason import Reason

ZERO = Decimal(0)


def read(case: Case) -> Reading:
    """Compare the sum so far with the goal, the profile and the months left."""
    done = total_so_far(case)
    if done is None:
        return Reading(missing=Reason.HOLE if case.series.last_known(case.period) else None)
    reached = done.period.last
    share = _share(case, reached)
    figures, reasons = _figures(case, done, share)
    return _ruled(case, done, share, figures, reasons)


def total_so_far(case: Case) -> Known | None:
    """Full years' totals plus the running year's sum; None where a full year is missing."""
    pieces: list[Known] = []
    for of_year in case.calendar.years(case.period):
        found = cumulative(case.series, of_year)
        if found is None:
            break
        pieces.append(found)
        if whole(case.series, of_year) is None:
            break
    if not pieces:
        return None
    used = tuple(one for piece in pieces for one in piece.pieces)
    total = sum((piece.value for piece in pieces), Decimal(0))
    return Known(total, Period(pieces[0].period.first, pieces[-1].period.last), used)


def _summed(case: Case) -> Promise:
    """The limits of the whole sum: of a goal a year those of all its years together."""
    return case.promise.times(case.years if case.target.average else 1)


def _share(case: Case, reached: int) -> Share:
    goal = _summed(case).goal
    if case.target.milestones and goal:
        return _milestone_share(case, reached, goal)
    running, place = case.calendar.year_of(reached), case.calendar.place(reached)
    full = running - case.calendar.year_of(case.period.first)
    share = expected(case.indicator, case.series, running, place, batch_due=case.batch_due)
    if share.kind is ProfileKind.BATCH:
        return share
    return Share((full + share.value) / case.years, share.kind)


def _milestone_share(case: Case, reached: int, goal: Decimal) -> Share:
    return Share(_path(case, reached, goal) / goal, ProfileKind.MILESTONES)


def _path(case: Case, reached: int, goal: Decimal) -> Decimal:
    """What should be done by a month: straight lines from zero through the milestones to the goal."""
    path = {case.period.first - 1: ZERO, case.period.last: goal}
    return interpolated(path | {one.by.last: one.goal for one in case.target.milestones}, reached)


_RATES = (
    "completion", "lead_time", "lead_profile", "pace", "catch_up", "annualised", "required", "required_growth",
    "growth_so_far", "acceleration", "projection",
)  # fmt: skip
"""What is never made of a figure that is only a bound."""


class _Last(NamedTuple):
    """Last year's months beside those of the running year: its sum through the same month, and its total."""

    part: Decimal
    total: Decimal


def _last_year(case: Case, reached: int) -> _Last | None:
    """C′ and A′ of a sum over one year; None where they are unknown or only bounds."""
    if case.years != 1:
        return None
    same = reached - MONTHS_A_YEAR
    before = case.calendar.year_of(same)
    total, part = whole(case.series, before), cumulative(case.series, before, same)
    if total is None or part is None or part.period.last != same or inexact(total) or inexact(part):
        return None
    return _Last(part.value, total.value)


def _figures(case: Case, done: Known, share: Share) -> tuple[Figures, dict[str, Reason]]:
    unit, limits, reached = case.indicator.unit, _summed(case), done.period.last
    figures = Figures(
        actual=done.value,
        actual_period=done.period,
        actual_bound=done.bound,
        time_progress=time_progress(case, reached),
        gap_unit=unit,
    )
    if limits.goal is None:
        return figures, {}
    figures = with_gap(figures, limits, done.value, limits.edges)
    if case.target.scope:
        return figures, dict.fromkeys(("expected_completion", "required", *_RATES), Reason.SCOPE)
    figures = figures._replace(expected_completion=share.value, profile=share.kind, required_unit=f"{unit}/month")
    if inexact(done):
        return figures, dict.fromkeys(_RATES, Reason.INEXACT)
    reasons: dict[str, Reason] = {}
    figures = figures._replace(
        annualised=_annualised(case, done, share),
        annualised_unit=f"{unit}/year",
        projection=rates.ratio(done.value, share.value),
    )
    figures = _with_rest(case, figures, _sum(case, done, share), reached, reasons)
    figures = _with_growth(case, figures, limits, done, share, reasons)
    return _with_completion(figures, limits, reasons), reasons


def _annualised(case: Case, done: Known, share: Share) -> Decimal:
    """The projection a year, so that the two never contradict each other; C·12/m only where no course is known."""
    if share.kind in (ProfileKind.LINEAR, ProfileKind.BATCH) or share.value <= 0:
        return done.value * MONTHS_A_YEAR / done.period.months
    return done.value / share.value / case.years


def _with_rest(case: Case, figures: Figures, found: Sum, reached: int, reasons: dict[str, Reason]) -> Figures:
    """What each month that is left must bring; between two limits nothing, and heading beyond one what it may bring."""
    left, limits, edges = case.period.last - reached, found.limits, found.limits.edges
    if not left:
        reasons["required"] = Reason.PERIOD_OVER
        return figures

    def a_month(limit: Decimal | None) -> Decimal | None:
        return None if limit is None else (limit - found.done) / left

    least = rates.nearer(ZERO, a_month(edges.low), a_month(edges.high))
    return figures._replace(
        required=rates.nearer(ZERO, a_month(limits.low), a_month(limits.high)),
        required_edge=a_month(edges.high) if found.beyond else least,
        required_goal_high=a_month(case.target.goal_high),
    )


def _with_growth(
    case: Case, figures: Figures, limits: Promise, done: Known, share: Share, reasons: dict[str, Reason]
) -> Figures:
    """What the rest must grow over the same months of last year, beside what the months so far grew."""
    names = ("required_growth", "growth_so_far", "acceleration")
    last = _last_year(case, done.period.last)
    if last is None:
        over = done.period.last == case.period.last
        reasons |= dict.fromkeys(names, Reason.NO_LAST_YEAR)
        reasons |= dict.fromkeys(("required_growth", "acceleration"), Reason.PERIOD_OVER) if over else {}
        return figures
    reasons |= dict.fromkeys(names, Reason.NOT_POSITIVE)
    so_far = rates.growth(done.value, last.part)
    figures = figures._replace(growth_so_far=so_far)
    if done.period.last == case.period.last:
        reasons |= dict.fromkeys(("required_growth", "acceleration"), Reason.PERIOD_OVER)
        return figures

    def rest(limit: Decimal | None) -> Decimal | None:
        return None if limit is None else rates.needed_growth(limit, done.value, last.total, last.part)

    to_goal = rates.nearer(so_far or ZERO, rest(limits.low), rest(limits.high))
    to_edge = rates.nearer(so_far or ZERO, rest(limits.edges.low), rest(limits.edges.high))
    figures = figures._replace(required_growth=to_goal)
    if share.kind is not ProfileKind.LAST_YEAR:
        reasons["acceleration"] = Reason.NO_LAST_YEAR
        return figures
    if so_far is None or to_edge is None:
        return figures
    return figures._replace(acceleration=effort(limits, so_far, to_edge))


def _with_completion(figures: Figures, limits: Promise, reasons: dict[str, Reason]) -> Figures:
    done, share, progress, goal = figures.actual, figures.expected_completion, figures.time_progress, limits.goal
    if goal is None or goal <= 0 or done is None or share is None or progress is None:
        reasons |= dict.fromkeys(("completion", "pace", "catch_up", "lead_time", "lead_profile"), Reason.NO_RATIO)
        return figures
    completion, edge = done / goal, limits.edges.goal
    paced = rates.cap_pace if limits.direction < 0 else rates.pace
    if share <= 0:
        reasons |= dict.fromkeys(("pace", "catch_up", "projection"), Reason.NOTHING_EXPECTED)
    return figures._replace(
        completion=completion,
        lead_time=limits.direction * HUNDRED * (completion - progress),
        lead_profile=limits.direction * HUNDRED * (completion - share),
        pace=finite(paced(completion, share), "pace", reasons),
        pace_edge=finite(paced(done / edge, share), "pace_edge", reasons) if edge and edge > 0 else None,
        catch_up=finite(rates.catch_up(completion, share), "catch_up", reasons),
    )


def _ruled(case: Case, done: Known, share: Share, figures: Figures, reasons: dict[str, Reason]) -> Reading:
    reached, limits = done.period.last, _summed(case)
    reading = Reading(
        figures=figures,
        reasons=reasons,
        used=done.pieces,
        through=reached,
        expected=share.value,
        final=reached == case.period.last,
    )
    if limits.goal is None:
        return reading._replace(missing=case.no_goal)
    holds = proven(limits, done.value, done.bound)
    reading = reading._replace(
        holds=holds,
        failed=_exceeded(case, limits, done),
        for_good=bool(holds) and not case.indicator.net and limits.high is None and not case.target.scope,
        hole=hole_after(case.series, reached, case.period),
        missing=Reason.INEXACT if inexact(done) and not case.target.scope else None,
    )
    return _with_scope(reading) if case.target.scope else _on_the_way(case, reading, done, share)


def _exceeded(case: Case, limits: Promise, done: Known) -> Reason | None:
    """Whether a sum that cannot fall has passed its ceiling."""
    if limits.high is None or case.indicator.net:
        return None
    within = proven(limits._replace(low=None), done.value, done.bound)
    broken = Reason.BAND_LEFT if limits.two_sided else Reason.CAP_EXCEEDED
    return broken if within is False else None


def _with_scope(reading: Reading) -> Reading:
    """Rule 7: the number of things to work on is reached, to the edge of its tolerance, or it is not."""
    reached = (Verdict.ON_TRACK, Reason.SCOPE_REACHED) if reading.holds else (Verdict.OFF_TRACK, Reason.SCOPE_SHORT)
    return reading._replace(graded=reached)


def _sum(case: Case, done: Known, share: Share) -> Sum:
    limits = _summed(case)
    goal = limits.goal or ZERO
    line = _path(case, done.period.last, goal) if case.target.milestones else share.value * goal
    return Sum(done.value, share, limits, line)


def _on_the_way(case: Case, reading: Reading, done: Known, share: Share) -> Reading:
    figures = reading.figures
    found = _sum(case, done, share)._replace(needs=figures.acceleration)
    if found.by_difference and not inexact(done):
        decides = found.limits.high if found.beyond else found.limits.goal
        figures = figures._replace(difference=done.value - found.expected(decides or ZERO))
    return reading._replace(figures=figures, graded=graded(case, found), beyond=found.beyond and not inexact(done))
