"""A sum over the period (jobs, kilometres, projects): how far is it, and how fast must the rest go?"""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain import rates
from ycindic.domain.assessment import Figures, Reason, Verdict
from ycindic.domain.facts import Known, cumulative, hole_after, whole
from ycindic.domain.judge.case import Case, Reading, finite, inexact, proven, time_progress
from ycindic.domain.judge.grade import by_pace
from ycindic.domain.judge.promise import Promise
from ycindic.domain.model import HUNDRED, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR, Period, month_of_year, year_of
from ycindic.domain.profile import Share, expected, interpolated

ONE = Decimal(1)


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
    for of_year in case.period.years:
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


def _goal(case: Case) -> Decimal | None:
    goal = case.promise.goal
    return goal * case.years if goal is not None and case.target.average else goal


def _summed(case: Case) -> Promise:
    """The limits of the whole sum: of a goal a year those of all its years together."""
    return case.promise.times(case.years if case.target.average else 1)


def _share(case: Case, reached: int) -> Share:
    goal = _goal(case)
    if case.target.milestones and goal:
        return _milestone_share(case, reached, goal)
    running = year_of(reached)
    full = running - year_of(case.period.first)
    share = expected(case.indicator, case.series, running, month_of_year(reached), batch_due=case.batch_due)
    if share.kind is ProfileKind.BATCH:
        return share
    return Share((full + share.value) / case.years, share.kind)


def _milestone_share(case: Case, reached: int, goal: Decimal) -> Share:
    path = {case.period.first - 1: Decimal(0), case.period.last: goal}
    path |= {one.by.last: one.goal for one in case.target.milestones}
    return Share(interpolated(path, reached) / goal, ProfileKind.MILESTONES)


_RATES = (
    "completion", "lead_time", "lead_profile", "pace", "catch_up",
    "annualised", "required", "required_growth", "projection",
)  # fmt: skip
"""What is never made of a figure that is only a bound."""


def _figures(case: Case, done: Known, share: Share) -> tuple[Figures, dict[str, Reason]]:
    unit, goal, reached = case.indicator.unit, _goal(case), done.period.last
    months, left = reached - case.period.first + 1, case.period.last - reached
    reasons: dict[str, Reason] = {}
    figures = Figures(
        actual=done.value,
        actual_period=done.period,
        actual_bound=done.bound,
        time_progress=time_progress(case, reached),
        gap_unit=unit,
    )
    if goal is None:
        return figures, reasons
    figures = figures._replace(gap=_summed(case).gap(done.value))
    if case.target.scope:
        return figures, dict.fromkeys(
            ("completion", "expected_completion", "pace", "catch_up", "required", "projection"), Reason.SCOPE
        )
    figures = figures._replace(expected_completion=share.value, profile=share.kind, required_unit=f"{unit}/month")
    if inexact(done):
        return figures, dict.fromkeys(_RATES, Reason.INEXACT)
    reasons |= {} if left else {"required": Reason.PERIOD_OVER, "required_growth": Reason.PERIOD_OVER}
    figures = figures._replace(
        required=(goal - done.value) / left if left else None,
        annualised=done.value * MONTHS_A_YEAR / months,
        annualised_unit=f"{unit}/year",
        required_growth=_required_growth(case, goal, done, reasons),
        projection=rates.ratio(done.value, share.value),
    )
    return _with_completion(case, figures, goal, reasons), reasons


def _with_completion(case: Case, figures: Figures, goal: Decimal, reasons: dict[str, Reason]) -> Figures:
    done, share, progress = figures.actual, figures.expected_completion, figures.time_progress
    if goal <= 0 or done is None or share is None or progress is None:
        reasons |= dict.fromkeys(("completion", "pace", "catch_up"), Reason.NO_RATIO)
        return figures
    completion = done / goal
    cap = case.promise.direction < 0
    pace = (rates.cap_pace if cap else rates.pace)(completion, share)
    faster = (rates.cap_catch_up if cap else rates.catch_up)(completion, share)
    if share <= 0:
        reasons |= dict.fromkeys(("pace", "catch_up", "projection"), Reason.NOTHING_EXPECTED)
    return figures._replace(
        completion=completion,
        lead_time=case.promise.direction * HUNDRED * (completion - progress),
        lead_profile=case.promise.direction * HUNDRED * (completion - share),
        pace=finite(pace, "pace", reasons),
        catch_up=finite(faster, "catch_up", reasons),
    )


def _required_growth(case: Case, goal: Decimal, done: Known, reasons: dict[str, Reason]) -> Decimal | None:
    """What the rest of the running year must grow over the same months of last year, per cent."""
    running = year_of(done.period.last)
    if done.period.last == case.period.last or running != year_of(case.period.last):
        reasons["required_growth"] = Reason.PERIOD_OVER if running == year_of(case.period.last) else Reason.NO_LAST_YEAR
        return None
    same_month = done.period.last - MONTHS_A_YEAR
    total = whole(case.series, running - 1)
    part = cumulative(case.series, running - 1, same_month)
    if total is None or part is None or part.period.last != same_month or inexact(total) or inexact(part):
        reasons["required_growth"] = Reason.NO_LAST_YEAR
        return None
    rest = total.value - part.value
    if rest <= 0:
        reasons["required_growth"] = Reason.NOT_POSITIVE
        return None
    return rates.rate((goal - done.value) / rest)


def _ruled(case: Case, done: Known, share: Share, figures: Figures, reasons: dict[str, Reason]) -> Reading:
    goal, reached = _goal(case), done.period.last
    reading = Reading(
        figures=figures,
        reasons=reasons,
        used=done.pieces,
        through=reached,
        expected=share.value,
        final=reached == case.period.last,
    )
    if goal is None:
        return reading._replace(missing=Reason.GOAL_UNSTATED)
    summed = _summed(case)
    holds = proven(summed, done.value, done.bound)
    grows_only = not case.indicator.net
    ceiling = summed._replace(low=None)
    exceeded = summed.high is not None and grows_only and proven(ceiling, done.value, done.bound) is False
    open_floor = summed.low is not None and summed.high is None
    return reading._replace(
        holds=holds,
        failed=_passed(summed.two_sided) if exceeded else None,
        for_good=bool(holds) and grows_only and open_floor and not case.target.scope,
        missing=_missing(case, done, figures, reasons, reached),
        graded=_graded(case, figures, reasons, done, goal),
    )


def _passed(two_sided: bool) -> Reason:  # noqa: FBT001 - the answer to one question
    return Reason.BAND_LEFT if two_sided else Reason.CAP_EXCEEDED


def _missing(case: Case, done: Known, figures: Figures, reasons: dict[str, Reason], reached: int) -> Reason | None:
    if hole_after(case.series, reached, case.period) or _later_year(case, reached):
        return Reason.HOLE
    if case.target.scope:
        return None
    if inexact(done):
        return Reason.INEXACT
    return Reason.NO_RATIO if figures.completion is None and reasons.get("completion") else None


def _later_year(case: Case, reached: int) -> bool:
    """Whether figures exist of a year behind one that is not complete."""
    known = case.series.last_known(case.period)
    return known is not None and year_of(known) > year_of(reached + 1)


def _graded(
    case: Case, figures: Figures, reasons: dict[str, Reason], done: Known, goal: Decimal
) -> tuple[Verdict, Reason] | None:
    if case.target.scope:
        reached = done.value >= goal if case.promise.direction > 0 else done.value <= goal
        return (Verdict.ON_TRACK, Reason.SCOPE_REACHED) if reached else (Verdict.OFF_TRACK, Reason.SCOPE_SHORT)
    if figures.expected_completion is not None and figures.expected_completion <= 0:
        return Verdict.ON_TRACK, Reason.NOTHING_EXPECTED
    pace = rates.INFINITE if reasons.get("pace") is Reason.INFINITE else figures.pace
    faster = rates.INFINITE if reasons.get("catch_up") is Reason.INFINITE else figures.catch_up
    if pace is None or faster is None:
        return None
    tie = case.promise.strict and figures.gap == 0
    return by_pace(pace, faster, case.settings), Reason.NOT_EXCEEDED if tie else Reason.PACE
