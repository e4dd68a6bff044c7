"""Yearly rates that compound over several years: an average a year, or a total change."""

from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import rates
from ycindic.domain.assessment import Figures, Reason
from ycindic.domain.facts import ZERO
from ycindic.domain.judge.case import Case, Reading, inexact, proven
from ycindic.domain.judge.grade import by_rate
from ycindic.domain.judge.promise import Promise
from ycindic.domain.model import Bound, Observation
from ycindic.domain.period import MONTHS_A_YEAR, Period, month_number, year, year_of


def read(case: Case) -> Reading:
    """Judge the years that are complete; the running one is shown, but does not count yet."""
    full = full_years(case)
    running = _running(case, len(full))
    shown = Figures(
        provisional=running.value if running else None,
        provisional_period=running.covered if running else None,
        gap_unit="pp",
    )
    hole = Reason.HOLE if _skipped(case, len(full)) else None
    if not full:
        return Reading(figures=shown, missing=hole, not_due=None if hole else Reason.FIRST_YEAR_OPEN)
    read_so_far = _read_years(case, full, shown)
    return read_so_far._replace(missing=hole or read_so_far.missing)


def _skipped(case: Case, complete: int) -> bool:
    """Whether figures are known of a year behind one that is not complete."""
    later = case.series.last_known(case.period)
    return later is not None and year_of(later) > year_of(case.period.first) + complete


def full_years(case: Case) -> list[Observation]:
    """The yearly rates from the period's first year on, as far as none is missing."""
    found: list[Observation] = []
    for number in case.period.years:
        one = case.series.ytd.get(month_number(number, MONTHS_A_YEAR))
        if one is None:
            break
        found.append(one)
    return found


def _running(case: Case, complete: int) -> Observation | None:
    number = year_of(case.period.first) + complete
    return case.series.latest_ytd(year(number)) if number in case.period.years else None


class _Course(NamedTuple):
    """What has compounded in k of n years, as a factor."""

    so_far: Decimal
    done: int
    years: int
    total: bool

    @property
    def left(self) -> int:
        return self.years - self.done

    def reached(self) -> Decimal | None:
        """So far, told like the goal: the total change, or the average a year."""
        if self.total:
            return rates.rate(self.so_far)
        yearly = rates.root(self.so_far, self.done)
        return None if yearly is None else rates.rate(yearly)

    def goal_factor(self, goal: Decimal) -> Decimal:
        return rates.factor(goal) if self.total else rates.factor(goal) ** self.years

    def required(self, goal: Decimal) -> Decimal | None:
        return rates.compound_required(self.so_far, self.goal_factor(goal), self.left)

    def yearly(self, goal: Decimal) -> Decimal | None:
        """The goal as an average a year."""
        if not self.total:
            return goal
        found = rates.root(rates.factor(goal), self.years)
        return None if found is None else rates.rate(found)


def _read_years(case: Case, full: list[Observation], shown: Figures) -> Reading:
    values = [one.value for one in full]
    course = _Course(rates.compounded(values), len(full), case.years, case.target.total)
    span = Period(case.period.first, full[-1].period.last)
    share = Decimal(course.done) / course.years
    figures = shown._replace(
        actual=course.reached(),
        actual_period=span,
        actual_bound=next((one.bound for one in full if inexact(one)), Bound.EXACT),
        time_progress=share,
        expected_completion=share,
    )
    reading = Reading(figures=figures, used=tuple(full), through=span.last, expected=share, final=not course.left)
    if case.promise.goal is None:
        return _unanswered(reading, Reason.GOAL_UNSTATED)
    if figures.actual_bound:
        return _unanswered(reading, Reason.INEXACT)
    if figures.actual is None:
        return _unanswered(reading, Reason.NO_RATIO)
    return _judged(case, reading, course, figures.actual)


_RATES = ("actual", "gap", "completion", "annualised", "required", "required_edge", "acceleration", "projection")
"""What is made of the compounded years."""


def _unanswered(reading: Reading, why: Reason) -> Reading:
    return reading._replace(missing=why, reasons=dict.fromkeys(_RATES, why) | {"provisional": Reason.NO_ACTUAL})


def _judged(case: Case, reading: Reading, course: _Course, reached: Decimal) -> Reading:
    promise = case.promise
    goal, edge = promise.target_for(reached), promise.edge_for(reached)
    so_far = rates.root(course.so_far, course.done)
    average = None if so_far is None else rates.rate(so_far)
    required, to_edge = course.required(goal), course.required(edge)
    figures = reading.figures._replace(
        gap=promise.gap(reached),
        completion=rates.compound_completion(course.so_far, course.goal_factor(goal)),
        annualised=average,
        annualised_unit="%",
        required=required,
        required_edge=to_edge,
        required_unit="%",
        acceleration=_needs(promise, reached, average, to_edge),
        projection=_projected(course, average),
    )
    yearly = course.yearly(goal)
    surplus = ZERO if yearly is None or average is None else promise.direction * (average - yearly)
    graded = None
    if figures.acceleration is not None:
        tie = promise.ties(reached)
        verdict = by_rate(figures.acceleration, surplus, case.settings, may_lead=not promise.two_sided, tie=tie)
        graded = verdict, Reason.NOT_EXCEEDED if tie else Reason.NEEDED_RATE
    reasons = dict.fromkeys(_RATES, Reason.NO_RATIO) | {"provisional": Reason.NO_ACTUAL}
    if not course.left:
        over = ("required", "required_edge", "acceleration", "provisional")
        reasons |= dict.fromkeys(over, Reason.PERIOD_OVER)
    return reading._replace(
        figures=figures,
        reasons=reasons,
        holds=proven(promise, reached, Bound.EXACT),
        missing=Reason.NO_RATIO if graded is None and course.left else None,
        graded=graded,
    )


def _needs(promise: Promise, reached: Decimal, average: Decimal | None, to_edge: Decimal | None) -> Decimal | None:
    if average is None or to_edge is None:
        return None
    if promise.two_sided and promise.side(reached) == 0:
        return ZERO
    up = promise.low is not None and (promise.high is None or promise.side(reached) < 0)
    return to_edge - average if up else average - to_edge


def _projected(course: _Course, average: Decimal | None) -> Decimal | None:
    """Where the average so far leads, told like the goal."""
    if average is None:
        return None
    return rates.rate(rates.factor(average) ** course.years) if course.total else average
