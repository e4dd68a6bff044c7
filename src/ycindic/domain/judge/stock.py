"""A level at a date (platforms, a share of 100 %): how far has it come from its base to its goal?"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import formulas, rates
from ycindic.domain.assessment import Figures, Verdict
from ycindic.domain.judge.base import base_level
from ycindic.domain.judge.case import Case, Reading, inexact, proven, time_step
from ycindic.domain.judge.grade import by_pace
from ycindic.domain.judge.promise import difference_unit
from ycindic.domain.judge.seen import seen_published
from ycindic.domain.judge.towards import REQUIRED, catch_up_step, gaps, no_gap_yet
from ycindic.domain.model import Milestone, Observation, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.profile import Share, around, share_by
from ycindic.domain.rates import ZERO
from ycindic.domain.reason import Reason
from ycindic.domain.step import Step, unanswered


def read(case: Case) -> Reading:
    """Compare the latest level with the straight way from the base to the goal."""
    now = case.series.latest_point(case.period)
    if now is None:
        return Reading(figures=Figures([no_gap_yet(difference_unit(case.indicator))]))
    reading = Reading(
        figures=Figures(_shown(case, now)),
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


def _shown(case: Case, now: Observation) -> Iterator[Step]:
    yield seen_published("actual", case.indicator.unit, now)
    yield time_step(case, now.period.last)
    yield from gaps(formulas.GAP_OF_LEVEL, difference_unit(case.indicator), case.promise, case.promise.edges, now.value)


def _scope(case: Case, reading: Reading, now: Observation) -> Reading:
    reached = case.promise.holds(now.value)
    graded = (Verdict.ON_TRACK, Reason.SCOPE_REACHED) if reached else (Verdict.OFF_TRACK, Reason.SCOPE_SHORT)
    nothing = unanswered(Reason.SCOPE, "completion", "expected_completion", "pace", "pace_edge", "catch_up", *REQUIRED)
    return reading._replace(graded=graded, figures=reading.figures.adding(*nothing))


_SHARES = ("completion", "lead_time", "lead_profile", "pace", "pace_edge", "catch_up", "projection")
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
    def to_edge(self) -> Decimal:
        """The edge of the tolerance; the goal where the base lies on the edge."""
        return self.goal if self.edge == self.base else self.edge

    def expected(self, milestones: tuple[Milestone, ...]) -> Share:
        """The share of the way that should be behind by now: evenly, or through the milestones."""
        if not milestones:
            return share_by(ProfileKind.LINEAR, formulas.TIME, Decimal(self.months), Decimal(self.end - self.begun))
        path = {self.begun: self.base, self.end: self.goal} | {one.by.last: one.goal for one in milestones}
        terms = (*around(path, self.reached), self.base, self.goal)
        return share_by(ProfileKind.MILESTONES, formulas.ALONG_WAY[len(terms)], *terms)


def _on_the_way(case: Case, reading: Reading, now: Observation) -> Reading:
    base = base_level(case)
    met_now = None if case.target.hold or not reading.holds else _met(case, now)
    figures = reading.figures.adding(*_rest(case, now))
    reading = reading._replace(met_now=met_now, expected=figures.time_progress, figures=figures)
    if base is None or inexact(base) or inexact(now):
        missing = Reason.INEXACT if inexact(now) else Reason.NO_BASELINE if base is None else Reason.INEXACT_BASE
        nothing = unanswered(missing, *_SHARES, "expected_completion", "annualised", "annualised_linear")
        return reading._replace(missing=missing, figures=figures.adding(*nothing))
    goal, edge = (limits.limit_from(base.value) for limits in (case.promise, case.promise.edges))
    way = _Way(base.value, now.value, goal, edge, base.period.last, now.period.last, case.period.last)
    met_at_base = case.promise.holds(way.base)
    figures = figures.adding(*_annualised(case, way), *_steps(case, way, met_at_base=met_at_base))
    return _graded(case, reading._replace(figures=figures, expected=figures.expected_completion), way)


def _met(case: Case, now: Observation) -> Reason:
    """Met, or met but moving away since the observation before."""
    earlier = max((month for month in case.series.point if month < now.period.last), default=None)
    before = None if earlier is None else case.series.point[earlier].value
    if before is not None and not case.promise.two_sided and case.promise.direction * (now.value - before) < 0:
        return Reason.WORSENING
    return Reason.GOAL_MET


def _rest(case: Case, now: Observation) -> Iterator[Step]:
    """What is to be added from now on: a year, or a month where less than a year is left; inside a band nothing."""
    left, unit = case.period.last - now.period.last, difference_unit(case.indicator)
    monthly = left < MONTHS_A_YEAR
    unit = f"{unit}/month" if monthly else f"{unit}/year"
    if inexact(now) or left <= 0:
        why = Reason.INEXACT if inexact(now) else Reason.PERIOD_OVER
        yield from unanswered(why, *REQUIRED, unit=unit)
        yield from unanswered(why, "required_growth")
        return
    steps = Decimal(left) if monthly else Decimal(left) / MONTHS_A_YEAR
    goal, edge = (limits.limit_for(now.value) for limits in (case.promise, case.promise.edges))
    yield formulas.REST_OF_WAY("required", unit, goal, now.value, steps)
    yield formulas.REST_OF_WAY("required_edge", unit, edge, now.value, steps)
    if monthly:
        yield from unanswered(Reason.UNDER_TWELVE_MONTHS, "required_growth")
    else:
        growth = formulas.REST_GROWTH_A_YEAR("required_growth", "%", goal, now.value, steps)
        yield growth.otherwise(Reason.NOT_POSITIVE)


def _steps(case: Case, way: _Way, *, met_at_base: bool) -> Iterator[Step]:
    if met_at_base or way.goal == way.base:
        yield way.expected(()).step("expected_completion")
        yield from unanswered(Reason.MET_AT_BASE if met_at_base else Reason.NO_RATIO, *_SHARES)
        return
    expected = way.expected(case.target.milestones)
    completion = formulas.COMPLETION_OF_WAY("completion", "", way.now, way.base, way.goal)
    yield completion
    yield expected.step("expected_completion")
    done, s = completion.result or ZERO, expected.value
    yield formulas.LEAD("lead_time", "pp", done, way.time_share)
    yield formulas.LEAD("lead_profile", "pp", done, s)
    steps = (
        formulas.PACE("pace", "", done, s),
        formulas.PACE_OF_WAY("pace_edge", "", way.now, way.base, way.to_edge, s),
        catch_up_step(done, s),
        formulas.PROJECTION_OF_WAY("projection", case.indicator.unit, way.base, way.now, s),
    )
    yield from (step.otherwise(Reason.NOTHING_EXPECTED) for step in steps)


def _annualised(case: Case, way: _Way) -> Iterator[Step]:
    """What was added a year, and the growth that this is where both ends are positive."""
    if way.months < MONTHS_A_YEAR:
        yield from unanswered(Reason.UNDER_TWELVE_MONTHS, "annualised", "annualised_linear")
        return
    unit, terms = f"{difference_unit(case.indicator)}/year", (way.now, way.base, Decimal(way.months) / MONTHS_A_YEAR)
    linear, growth = (
        formulas.ADDED_A_YEAR("annualised", unit, *terms),
        formulas.GROWTH_A_YEAR("annualised", "%", *terms),
    )
    yield linear if growth.result is None else growth
    yield linear._replace(field="annualised_linear")


def _graded(case: Case, reading: Reading, way: _Way) -> Reading:
    """Rules 8 and 9: lost and moving the wrong way come before the pace."""
    moved = _off_the_way(case, reading, way)
    if moved:
        return reading._replace(graded=moved)
    figures = reading.figures
    if figures.expected_completion is not None and figures.expected_completion <= 0:
        return reading._replace(graded=(Verdict.ON_TRACK, Reason.NOTHING_EXPECTED))
    if case.promise.ties(way.now) and way.base == way.now:
        return reading._replace(graded=(Verdict.AT_RISK, Reason.NOT_EXCEEDED))
    pace, share = figures.pace, figures.expected_completion
    if pace is None or share is None:
        return reading._replace(missing=Reason.NO_RATIO)
    done = (way.now - way.base) / (way.to_edge - way.base)
    faster = rates.catch_up(done, share) or ZERO
    reason = Reason.SLIPPED if _was_met(case) else Reason.PACE
    if case.promise.ties(way.now):
        reason = Reason.NOT_EXCEEDED
    return reading._replace(graded=(by_pace(pace, figures.pace_edge or ZERO, faster, case.settings), reason))


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
