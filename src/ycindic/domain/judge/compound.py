"""Yearly rates that compound over several years: an average a year, or a total change."""

from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import rates
from ycindic.domain.assessment import Figures
from ycindic.domain.facts import ZERO, together
from ycindic.domain.judge.case import Case, Reading, proven
from ycindic.domain.judge.growth import Way, graded_by_rate, with_gap, with_required
from ycindic.domain.judge.promise import difference_unit, whole_of
from ycindic.domain.model import Bound, Observation
from ycindic.domain.period import Period
from ycindic.domain.reason import Reason


def read(case: Case) -> Reading:
    """Judge the years that are complete; the running one is shown, but does not count yet."""
    full = full_years(case)
    running = _running(case, len(full))
    shown = Figures(
        provisional=running.value if running else None,
        provisional_period=running.covered if running else None,
        gap_unit=difference_unit(case.indicator),
    )
    hole = _hole(case, len(full))
    if not full:
        return Reading(
            figures=shown, missing=Reason.HOLE if hole else None, not_due=None if hole else Reason.FIRST_YEAR_OPEN
        )
    return _read_years(case, full, shown)._replace(hole=hole)


def _hole(case: Case, complete: int) -> int | None:
    """The month that ends the first year without its figure, where figures are known of a later one."""
    later, first = case.series.last_known(case.period), case.calendar.year_of(case.period.first) + complete
    return case.calendar.end(first) if later is not None and case.calendar.year_of(later) > first else None


def full_years(case: Case) -> list[Observation]:
    """The yearly rates from the period's first year on, as far as none is missing."""
    found: list[Observation] = []
    for month in map(case.calendar.end, case.calendar.years(case.period)):
        one = case.series.ytd.get(month)
        if one is None:
            break
        found.append(one)
    return found


def _running(case: Case, complete: int) -> Observation | None:
    years = case.calendar.years(case.period)
    return case.series.latest_ytd(case.calendar.year(years[complete])) if complete < len(years) else None


class _Course(NamedTuple):
    """What has compounded in k of n years, as a factor."""

    so_far: Decimal
    done: int
    years: int
    total: bool
    per: Decimal

    @property
    def left(self) -> int:
        return self.years - self.done

    def reached(self) -> Decimal | None:
        """So far, told like the goal: the total change, or the average a year."""
        if self.total:
            return rates.rate(self.so_far, self.per)
        return self.average()

    def goal_factor(self, goal: Decimal) -> Decimal:
        factor = rates.factor(goal, self.per)
        return factor if self.total else factor**self.years

    def required(self, goal: Decimal) -> Decimal | None:
        return rates.compound_required(self.so_far, self.goal_factor(goal), self.left, self.per)

    def yearly(self, goal: Decimal) -> Decimal | None:
        """The goal as an average a year."""
        if not self.total:
            return goal
        found = rates.root(rates.factor(goal, self.per), self.years)
        return None if found is None else rates.rate(found, self.per)

    def average(self) -> Decimal | None:
        """So far as an average a year."""
        found = rates.root(self.so_far, self.done)
        return None if found is None else rates.rate(found, self.per)

    def projected(self, average: Decimal) -> Decimal:
        """Where the average so far leads, told like the goal."""
        return rates.rate(rates.factor(average, self.per) ** self.years, self.per) if self.total else average


def _read_years(case: Case, full: list[Observation], shown: Figures) -> Reading:
    values = [one.value for one in full]
    per = whole_of(case.indicator)
    course = _Course(rates.compounded(values, per), len(full), case.years, case.target.total, per)
    span = Period(case.period.first, full[-1].period.last)
    share = Decimal(course.done) / course.years
    figures = shown._replace(
        actual=course.reached(),
        actual_period=span,
        actual_bound=together(one.bound for one in full),
        time_progress=share,
        expected_completion=share,
    )
    reading = Reading(figures=figures, used=tuple(full), through=span.last, expected=share, final=not course.left)
    if case.promise.goal is None:
        return _unanswered(reading, case.no_goal)
    if figures.actual_bound:
        return _unanswered(reading, Reason.INEXACT)._replace(holds=_proven(case, figures))
    if figures.actual is None:
        return _unanswered(reading, Reason.NO_RATIO)
    return _judged(case, reading, course, figures.actual)


_RATES = (
    "actual", "gap", "gap_edge", "completion", "annualised", "required", "required_edge", "acceleration", "projection",
)  # fmt: skip
"""What is made of the compounded years."""


def _proven(case: Case, figures: Figures) -> bool | None:
    return None if figures.actual is None else proven(case.promise, figures.actual, figures.actual_bound)


def _unanswered(reading: Reading, why: Reason) -> Reading:
    return reading._replace(missing=why, reasons=dict.fromkeys(_RATES, why) | {"provisional": Reason.NO_ACTUAL})


def _judged(case: Case, reading: Reading, course: _Course, reached: Decimal) -> Reading:
    promise = case.promise
    average = course.average()
    figures = reading.figures._replace(
        completion=rates.compound_completion(course.so_far, course.goal_factor(promise.goal or ZERO)),
        annualised=average,
        annualised_unit=case.indicator.unit,
        projection=None if average is None else course.projected(average),
    )
    figures = with_gap(figures, promise, reached, promise.edges)
    if average is not None:
        way = Way(reached, promise.edges, lambda goal, _: course.required(goal))
        figures = with_required(case, figures, way, average)
    yearly = None if promise.goal is None else course.yearly(promise.goal)
    surplus = ZERO if yearly is None or average is None else promise.direction * (average - yearly)
    graded = graded_by_rate(case, figures, surplus, tie=promise.ties(reached))
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
