"""A sum over the period (jobs, kilometres, projects): how far is it, and how fast must the rest go?"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import formulas
from ycindic.domain.assessment import Figures, Verdict
from ycindic.domain.facts import Known, hole_after, through, whole, years_so_far
from ycindic.domain.judge.case import Case, Reading, inexact, nothing_adds_up, proven, time_step
from ycindic.domain.judge.course import SumSoFar, graded
from ycindic.domain.judge.promise import Promise, difference_unit
from ycindic.domain.judge.seen import put_together
from ycindic.domain.judge.towards import REQUIRED, catch_up_step, gaps
from ycindic.domain.model import Measure, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.profile import Share, around, expected_share
from ycindic.domain.profile import share_by as shared
from ycindic.domain.rates import ZERO
from ycindic.domain.reason import Reason
from ycindic.domain.step import Step, nearest, unanswered


def read(case: Case) -> Reading:
    """Compare the sum so far with the goal, the profile and the months left."""
    done = years_so_far(case.series, case.period)
    if done is None:
        return nothing_adds_up(case)
    limits, reached = _summed(case), done.period.last
    path = () if limits.goal != 0 else _path(case, reached, ZERO)
    found = SumSoFar(done.value, _share(case, reached), limits, path=path)
    return _ruled(case, done, found, Figures(_steps(case, done, found)))


def _summed(case: Case) -> Promise:
    """The limits of the whole sum: of a goal a year those of all its years together."""
    return case.promise.times(case.years if case.target.average else 1)


def _share(case: Case, reached: int) -> Share:
    if case.target.milestones and (goal := _summed(case).goal):
        terms = (*_path(case, reached, goal), goal)
        return shared(ProfileKind.MILESTONES, formulas.ALONG_MILESTONES[len(terms)], *terms)
    running, place = case.calendar.year_of(reached), case.calendar.place(reached)
    full = running - case.calendar.year_of(case.period.first)
    share = expected_share(case.indicator, case.series, running, place, batch_due=case.batch_due)
    if share.kind is ProfileKind.BATCH or case.years == 1:
        return share
    terms = (Decimal(full), *share.terms, Decimal(case.years))
    return shared(share.kind, formulas.over_years(share.formula), *terms)


def _path(case: Case, reached: int, goal: Decimal) -> tuple[Decimal, ...]:
    """Where straight lines from zero through the milestones to the goal stand by a month; nothing without any."""
    path = {case.period.first - 1: ZERO, case.period.last: goal}
    ends = {one.by.last: one.goal for one in case.target.milestones}
    return around(path | ends, reached) if ends else ()


class _Last(NamedTuple):
    """Last year's months beside those of the running year: its sum through the same month, and its total."""

    part: Decimal
    total: Decimal


def _last_year(case: Case, reached: int) -> _Last | None:
    """C′ and A′ of a sum over one year; None where they are unknown or only bounds."""
    if case.years != 1:
        return None
    same = reached - MONTHS_A_YEAR
    total = whole(case.series, case.calendar.year_of(same))
    part = None if total is None else through(case.series, same)
    if total is None or part is None or inexact(total) or inexact(part):
        return None
    return _Last(part.value, total.value)


_RATIOS = ("completion", "lead_time", "lead_profile", "pace", "pace_edge", "catch_up")
_GROWTH = ("growth_so_far", "required_growth", "acceleration")
_RATES = (*_RATIOS, *REQUIRED, *_GROWTH, "annualised", "projection")
"""What is never made of a figure that is only a bound."""


def _steps(case: Case, done: Known, found: SumSoFar) -> Iterator[Step]:
    unit, limits, time = case.indicator.unit, found.limits, time_step(case, done.period.last)
    yield put_together("actual", unit, done, Measure.FLOW)
    yield time
    yield from gaps(formulas.GAP_OF_SUM, unit, limits, limits.edges, done.value)
    if limits.goal is None:
        return
    if case.target.scope:
        yield from unanswered(Reason.SCOPE, "expected_completion", *_RATES)
        return
    yield found.share.step("expected_completion")
    if inexact(done):
        yield from unanswered(Reason.INEXACT, *_RATES)
        yield from unanswered(Reason.INEXACT, "required", unit=f"{difference_unit(case.indicator)}/month")
        return
    yield from _ratios(time.value, done, found)
    yield from _rest(case, done, found)
    yield from _growth(case, done, found)
    yield _a_year(case, done, found.share)
    yield formulas.PROJECTION("projection", unit, done.value, found.share.value).otherwise(Reason.NOTHING_EXPECTED)
    if found.by_difference:
        decides = limits.high if found.beyond else limits.goal
        terms = (done.value, *found.path, found.share.value, decides or ZERO)
        yield formulas.LINE[len(terms)]("difference", unit, *terms)


def _ratios(time: Decimal, done: Known, found: SumSoFar) -> Iterator[Step]:
    """The share that is done beside the share that should be; nothing can be a share of a goal of zero or less."""
    limits, share, cap = found.limits, found.share.value, found.limits.direction < 0
    goal, edge = limits.goal, limits.edges.goal
    if goal is None or goal <= 0:
        yield from unanswered(Reason.NO_RATIO, *_RATIOS)
        return
    completion = formulas.COMPLETION("completion", "", done.value, goal)
    yield completion
    ratio = completion.result or ZERO
    for field, line in (("lead_time", time), ("lead_profile", share)):
        yield formulas.LEAD_OF_CEILING(field, "pp", line, ratio) if cap else formulas.LEAD(field, "pp", ratio, line)
    pace = formulas.PACE_OF_CEILING("pace", "", share, ratio) if cap else formulas.PACE("pace", "", ratio, share)
    yield pace.otherwise(Reason.NOTHING_EXPECTED)
    if edge is None or edge <= 0:
        yield from unanswered(Reason.NO_RATIO, "pace_edge")
    else:
        to_edge = (
            formulas.PACE_OF_CEILING_TO_EDGE("pace_edge", "", share, done.value, edge)
            if cap
            else (formulas.PACE_TO_EDGE("pace_edge", "", done.value, edge, share))
        )
        yield to_edge.otherwise(Reason.NOTHING_EXPECTED)
    yield catch_up_step(ratio, share).otherwise(Reason.NOTHING_EXPECTED)


def _a_year(case: Case, done: Known, share: Share) -> Step:
    """The projection a year, so that the two never contradict each other; C·12/m only where no course is known."""
    unit = f"{case.indicator.unit}/year"
    if case.calendar.months < MONTHS_A_YEAR:
        return next(unanswered(Reason.UNDER_TWELVE_MONTHS, "annualised"))
    if share.kind in (ProfileKind.LINEAR, ProfileKind.BATCH) or share.value <= 0:
        return formulas.A_YEAR_BY_MONTHS("annualised", unit, done.value, Decimal(done.period.months))
    return formulas.PROJECTION_A_YEAR("annualised", unit, done.value, share.value, Decimal(case.years))


def _rest(case: Case, done: Known, found: SumSoFar) -> Iterator[Step]:
    """What each month that is left must bring; between two limits nothing, and heading beyond one what it may bring."""
    unit, gone = f"{difference_unit(case.indicator)}/month", done.period.last
    limits, edges = found.limits, found.limits.edges
    if gone == case.period.last:
        yield from unanswered(Reason.PERIOD_OVER, *REQUIRED, unit=unit)
        return
    months = Decimal(case.period.months), Decimal(case.gone(gone))

    def a_month(field: str, limit: Decimal | None) -> Step | None:
        return None if limit is None else formulas.REST_A_MONTH(field, unit, limit, done.value, *months)

    def needed(field: str, to: Promise) -> Step | None:
        return nearest(formulas.NIL(field, unit), a_month(field, to.low), a_month(field, to.high))

    to_edge = a_month("required_edge", edges.high) if found.beyond else needed("required_edge", edges)
    steps = (needed("required", limits), to_edge, a_month("required_goal_high", case.target.goal_high))
    yield from (step for step in steps if step)


def _growth(case: Case, done: Known, found: SumSoFar) -> Iterator[Step]:
    """What the rest must grow over the same months of last year, beside what the months so far grew."""
    last, over = _last_year(case, done.period.last), done.period.last == case.period.last
    if last is None:
        yield from unanswered(Reason.NO_LAST_YEAR, *_GROWTH)
    else:
        yield formulas.GROWTH("growth_so_far", "%", done.value, last.part).otherwise(Reason.NOT_POSITIVE)
    if over:
        yield from unanswered(Reason.PERIOD_OVER, "required_growth", "acceleration")
    elif last is not None:
        grown = _Grown(done.value, last)
        yield grown.rest("required_growth", found.limits).otherwise(Reason.NOT_POSITIVE)
        known = found.share.kind is ProfileKind.LAST_YEAR
        yield grown.more(found.limits) if known else next(unanswered(Reason.NO_LAST_YEAR, "acceleration"))


class _Grown(NamedTuple):
    """What is done, beside last year's months: what the rest must grow."""

    done: Decimal
    last: _Last

    @property
    def so_far(self) -> Step:
        """What the months so far grew; over nothing as if they had not."""
        found = formulas.GROWTH("required_growth", "%", self.done, self.last.part)
        return found if found.result is not None else formulas.NIL("required_growth", "%")

    def rest(self, field: str, to: Promise) -> Step:
        """What the rest must grow to come to a limit."""
        ends = (None if limit is None else formulas.REST_GROWTH(field, "%", limit, self.done, self.last.total,
                self.last.part) for limit in (to.low, to.high))  # fmt: skip
        return nearest(self.so_far, *ends) or self.so_far

    def more(self, limits: Promise) -> Step:
        """The points of growth that the rest must add, to the edge that decides; between two limits none."""
        needed, now = self.rest("acceleration", limits.edges), self.so_far
        if needed.formula is not formulas.REST_GROWTH:
            return formulas.NIL("acceleration", "pp")
        edge, _, total, part = needed.values
        if limits.direction > 0 and not (limits.two_sided and (needed.result or ZERO) < (now.result or ZERO)):
            step = formulas.MORE_GROWTH("acceleration", "pp", edge, self.done, total, part)
        else:
            step = formulas.LESS_GROWTH("acceleration", "pp", self.done, part, edge, total)
        return step.otherwise(Reason.NOT_POSITIVE)


def _ruled(case: Case, done: Known, found: SumSoFar, figures: Figures) -> Reading:
    reached, limits, scope = done.period.last, found.limits, case.target.scope
    known, final = (figures, done.pieces, reached, found.share.value), reached == case.period.last
    if limits.goal is None:
        return Reading(*known, final=final, missing=case.no_goal)
    holds = proven(limits, done.value, done.bound)
    return Reading(
        *known,
        holds=holds,
        final=final,
        failed=_exceeded(case, limits, done),
        for_good=bool(holds) and not case.indicator.net and limits.high is None and not scope,
        hole=hole_after(case.series, reached, case.period),
        missing=Reason.INEXACT if inexact(done) and not scope else None,
        graded=_of_scope(holds=holds) if scope else graded(case, found, figures),
        beyond=found.beyond and not scope and not inexact(done),
    )


def _exceeded(case: Case, limits: Promise, done: Known) -> Reason | None:
    """Whether a sum that cannot fall has passed its ceiling."""
    if limits.high is None or case.indicator.net:
        return None
    within = proven(limits._replace(low=None), done.value, done.bound)
    broken = Reason.BAND_LEFT if limits.two_sided else Reason.CAP_EXCEEDED
    return broken if within is False else None


def _of_scope(*, holds: bool | None) -> tuple[Verdict, Reason]:
    """Rule 7: the number of things to work on is reached, to the edge of its tolerance, or it is not."""
    return (Verdict.ON_TRACK, Reason.SCOPE_REACHED) if holds else (Verdict.OFF_TRACK, Reason.SCOPE_SHORT)
