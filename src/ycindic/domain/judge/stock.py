"""A level at a date (platforms, a share of 100 %): how far has it come from its base to its goal?"""

from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import rates
from ycindic.domain.assessment import Figures, Verdict
from ycindic.domain.judge.case import Case, Reading, finite, inexact, proven, time_progress
from ycindic.domain.judge.grade import by_pace
from ycindic.domain.judge.growth import with_gap
from ycindic.domain.judge.promise import difference_unit
from ycindic.domain.model import HUNDRED, Milestone, Observation, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.profile import around
from ycindic.domain.reason import Reason

ZERO = Decimal(0)


def read(case: Case) -> Reading:
    """Compare the latest level with the straight way from the base to the goal."""
    now = case.series.latest_point(case.period)
    if now is None:
        return Reading(figures=_shown(case, None))
    reading = Reading(
        figures=_shown(case, now),
        used=(now,),
        through=now.period.last,
        final=now.period.last == case.period.last,
    )
    if case.promise.goal is None:
        return reading._replace(missing=case.no_goal)
    reading = reading._replace(holds=proven(case.promise, now.value, now.bound))
    if case.target.scope:
        return _scope(case, reading, now)
    return _on_the_way(case, reading, now)


def base_observation(case: Case) -> Observation | None:
    """The level at the end of the year before the period, or at the target's own baseline."""
    named = case.target.baseline
    return case.series.point.get(named.last if named else case.period.first - 1)


def _shown(case: Case, now: Observation | None) -> Figures:
    figures = Figures(gap_unit=difference_unit(case.indicator))
    if now is None:
        return figures
    figures = with_gap(figures, case.promise, now.value, case.promise.edges)
    return figures._replace(
        actual=now.value,
        actual_period=now.period,
        actual_bound=now.bound,
        time_progress=time_progress(case, now.period.last),
    )


def _scope(case: Case, reading: Reading, now: Observation) -> Reading:
    reached = case.promise.holds(now.value)
    graded = (Verdict.ON_TRACK, Reason.SCOPE_REACHED) if reached else (Verdict.OFF_TRACK, Reason.SCOPE_SHORT)
    reasons = dict.fromkeys(("completion", "expected_completion", "pace", "catch_up", "required"), Reason.SCOPE)
    return reading._replace(graded=graded, reasons=reasons)


_SHARES = ("completion", "lead_time", "lead_profile", "pace", "catch_up", "projection")
"""The fields that are made of the share of the way."""


class _Way(NamedTuple):
    """From the base to the goal and its edge: the levels, and the month numbers that they belong to."""

    base: Decimal
    now: Decimal
    goal: Decimal
    edge: Decimal
    begun: int
    reached: int
    end: int

    @property
    def months(self) -> int:
        """The months gone since the base."""
        return self.reached - self.begun

    @property
    def time_share(self) -> Decimal:
        """(t−t₀) ÷ (t_T−t₀)."""
        return Decimal(self.months) / (self.end - self.begun)

    @property
    def completion(self) -> Decimal:
        """(y−b) ÷ (T−b); the base is not the goal."""
        return (self.now - self.base) / (self.goal - self.base)

    @property
    def to_edge(self) -> Decimal:
        """The share of the way to the edge of the tolerance; to the goal where the base lies on the edge."""
        return (self.now - self.base) / ((self.edge - self.base) or (self.goal - self.base))

    def expected(self, milestones: tuple[Milestone, ...]) -> Decimal:
        """The share of the way that should be behind by now: evenly, or through the milestones."""
        if not milestones:
            return self.time_share
        path = {self.begun: self.base, self.end: self.goal} | {one.by.last: one.goal for one in milestones}
        terms = around(path, self.reached)
        return (rates.along(*terms) - self.base) / (self.goal - self.base)


def _on_the_way(case: Case, reading: Reading, now: Observation) -> Reading:
    base = base_observation(case)
    reading = _with_rest(case, reading, now)
    met_now = None if case.target.hold or not reading.holds else _met(case, now)
    reading = reading._replace(met_now=met_now, expected=reading.figures.time_progress)
    if base is None or inexact(base) or inexact(now):
        missing = Reason.INEXACT if inexact(now) else Reason.NO_BASELINE if base is None else Reason.INEXACT_BASE
        reasons = dict.fromkeys((*_SHARES, "expected_completion", "annualised", "annualised_linear"), missing)
        return reading._replace(missing=missing, reasons={**reading.reasons, **reasons})
    goal, edge = (limits.limit_from(base.value) for limits in (case.promise, case.promise.edges))
    way = _Way(base.value, now.value, goal, edge, base.period.last, now.period.last, case.period.last)
    return _graded(case, _with_pace(case, reading, way), way)


def _met(case: Case, now: Observation) -> Reason:
    """Met, or met but moving away since the observation before."""
    earlier = max((month for month in case.series.point if month < now.period.last), default=None)
    before = None if earlier is None else case.series.point[earlier].value
    if before is not None and not case.promise.two_sided and case.promise.direction * (now.value - before) < 0:
        return Reason.WORSENING
    return Reason.GOAL_MET


def _with_rest(case: Case, reading: Reading, now: Observation) -> Reading:
    """What is to be added from now on: a year, or a month where less than a year is left; inside a band nothing."""
    left, unit = case.period.last - now.period.last, difference_unit(case.indicator)
    monthly = left < MONTHS_A_YEAR
    figures = reading.figures._replace(required_unit=f"{unit}/month" if monthly else f"{unit}/year")
    if inexact(now) or left <= 0:
        why = Reason.INEXACT if inexact(now) else Reason.PERIOD_OVER
        return reading._replace(figures=figures, reasons=dict.fromkeys(("required", "required_growth"), why))
    steps = Decimal(left) if monthly else Decimal(left) / MONTHS_A_YEAR
    goal, edge = (limits.limit_for(now.value) for limits in (case.promise, case.promise.edges))
    figures = figures._replace(
        required=(goal - now.value) / steps,
        required_edge=(edge - now.value) / steps,
        required_growth=None if monthly else rates.cagr(now.value, goal, steps),
    )
    empty = Reason.UNDER_TWELVE_MONTHS if monthly else Reason.NOT_POSITIVE
    return reading._replace(figures=figures, reasons={"required_growth": empty})


def _with_pace(case: Case, reading: Reading, way: _Way) -> Reading:
    reasons = dict(reading.reasons)
    figures = _annualised(case, reading.figures, way, reasons)
    met_at_base = case.promise.holds(way.base)
    if met_at_base or way.goal == way.base:
        reasons |= dict.fromkeys(_SHARES, Reason.MET_AT_BASE if met_at_base else Reason.NO_RATIO)
        figures = figures._replace(expected_completion=way.time_share, profile=ProfileKind.LINEAR)
        return reading._replace(figures=figures, reasons=reasons, expected=way.time_share)
    completion, expected = way.completion, way.expected(case.target.milestones)
    pace, faster = rates.pace(completion, expected), rates.catch_up(completion, expected)
    if expected <= 0:
        reasons |= dict.fromkeys(("pace", "catch_up", "projection"), Reason.NOTHING_EXPECTED)
    return reading._replace(
        reasons=reasons,
        expected=expected,
        figures=figures._replace(
            completion=completion,
            expected_completion=expected,
            profile=ProfileKind.MILESTONES if case.target.milestones else ProfileKind.LINEAR,
            lead_time=HUNDRED * (completion - way.time_share),
            lead_profile=HUNDRED * (completion - expected),
            pace=finite(pace, "pace", reasons),
            pace_edge=rates.pace(way.to_edge, expected),
            catch_up=finite(faster, "catch_up", reasons),
            projection=way.base + (way.now - way.base) / expected if expected > 0 else None,
        ),
    )


def _annualised(case: Case, figures: Figures, way: _Way, reasons: dict[str, Reason]) -> Figures:
    if way.months < MONTHS_A_YEAR:
        reasons |= dict.fromkeys(("annualised", "annualised_linear"), Reason.UNDER_TWELVE_MONTHS)
        return figures
    years = Decimal(way.months) / MONTHS_A_YEAR
    linear, compound = (way.now - way.base) / years, rates.cagr(way.base, way.now, years)
    unit = f"{difference_unit(case.indicator)}/year"
    return figures._replace(
        annualised=linear if compound is None else compound,
        annualised_unit=unit if compound is None else "%",
        annualised_linear=linear,
    )


def _graded(case: Case, reading: Reading, way: _Way) -> Reading:
    """Rules 8 and 9: lost and moving the wrong way come before the pace."""
    moved = _off_the_way(case, reading, way)
    if moved:
        return reading._replace(graded=moved)
    figures = reading.figures
    if figures.expected_completion is not None and figures.expected_completion <= 0:
        return reading._replace(graded=(Verdict.ON_TRACK, Reason.NOTHING_EXPECTED))
    pace = rates.INFINITE if reading.reasons.get("pace") is Reason.INFINITE else figures.pace
    faster = rates.INFINITE if reading.reasons.get("catch_up") is Reason.INFINITE else figures.catch_up
    if case.promise.ties(way.now) and way.base == way.now:
        return reading._replace(graded=(Verdict.AT_RISK, Reason.NOT_EXCEEDED))
    if pace is None or faster is None or figures.expected_completion is None:
        return reading._replace(missing=Reason.NO_RATIO)
    share, to_edge = figures.expected_completion, figures.pace_edge or ZERO
    faster = rates.catch_up(way.to_edge, share) or ZERO
    reason = Reason.SLIPPED if _was_met(case) else Reason.PACE
    if case.promise.ties(way.now):
        reason = Reason.NOT_EXCEEDED
    return reading._replace(graded=(by_pace(pace, to_edge, faster, case.settings), reason))


def _off_the_way(case: Case, reading: Reading, way: _Way) -> tuple[Verdict, Reason] | None:
    """Rule 8: what the pace cannot tell, because the level does not lie between base and goal."""
    promise = case.promise
    if promise.holds(way.base):
        met = (Verdict.ON_TRACK, Reason.MET_AT_BASE)
        return met if reading.holds else (Verdict.OFF_TRACK, Reason.LOST)
    if promise.side(way.base) * (way.now - way.base) > 0:
        return Verdict.OFF_TRACK, Reason.WRONG_WAY
    if promise.two_sided and promise.side(way.now) not in (0, promise.side(way.base)):
        return Verdict.OFF_TRACK, Reason.BAND_LEFT
    return None


def _was_met(case: Case) -> bool:
    """Whether an earlier level of the period had reached the goal."""
    return any(case.promise.holds(one.value) for month, one in case.series.point.items() if case.period.covers(month))
