"""Is a promise over several years kept whose yearly rates compound: an average a year, or a total change?"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import formulas, rates
from ycindic.domain.assessment import Figures
from ycindic.domain.facts import together
from ycindic.domain.judge.case import Case, Reading, proven
from ycindic.domain.judge.growth import graded_by_rate
from ycindic.domain.judge.promise import difference_unit, whole_of
from ycindic.domain.judge.seen import seen_published
from ycindic.domain.judge.towards import REQUIRED, Towards, gaps, no_gap_yet, required_steps
from ycindic.domain.model import Bound, Observation
from ycindic.domain.period import Period
from ycindic.domain.rates import ZERO
from ycindic.domain.reason import Reason
from ycindic.domain.step import Step, unanswered


def read(case: Case) -> Reading:
    """Judge the years that are complete; the running one is shown, but does not count yet."""
    full = _full_years(case)
    hole = _hole(case, len(full))
    if not full:
        missing, not_due = (Reason.HOLE, None) if hole else (None, Reason.FIRST_YEAR_OPEN)
        return Reading(figures=Figures(_running_year(case, 0, Reason.NO_ACTUAL)), missing=missing, not_due=not_due)
    return _read_years(case, full)._replace(hole=hole)


def _running_year(case: Case, complete: int, otherwise: Reason) -> Iterator[Step]:
    """What is known of the running year, and the unit in which a gap would be told."""
    running = _running(case, complete)
    if running:
        yield seen_published("provisional", case.indicator.unit, running)
    else:
        yield from unanswered(otherwise, "provisional")
    yield no_gap_yet(difference_unit(case.indicator))


def _hole(case: Case, complete: int) -> int | None:
    """The month that ends the first year without its figure, where figures are known of a later one."""
    later, first = case.series.last_known(case.period), case.calendar.year_of(case.period.first) + complete
    return case.calendar.end(first) if later is not None and case.calendar.year_of(later) > first else None


def _full_years(case: Case) -> list[Observation]:
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
    """The rates of k of n years, and the formulas of what they come to."""

    rates: tuple[Decimal, ...]
    years: int
    total: bool
    per: Decimal

    @property
    def done(self) -> Decimal:
        """How many years are complete."""
        return Decimal(len(self.rates))

    @property
    def by(self) -> formulas.Compounded:
        """The formulas of so many years."""
        return formulas.compounded(len(self.rates), self.per, total=self.total)

    def average(self, field: str, unit: str) -> Step:
        """So far as an average a year."""
        return self.by.average(field, unit, *self.rates, self.done)

    def reached(self, unit: str) -> Step:
        """So far, told like the goal: the total change, or the average a year."""
        return self.by.reached("actual", unit, *self.rates) if self.total else self.average("actual", unit)

    def completion(self, goal: Decimal) -> Step:
        """The share of the goal that is done."""
        ends = (goal,) if self.total else (goal, Decimal(self.years))
        return self.by.completion("completion", "", *self.rates, *ends)

    def rest(self, field: str, unit: str, goal: Decimal) -> Step:
        """What the years that are left must grow on average."""
        years = Decimal(self.years)
        if self.total:
            return self.by.rest(field, unit, goal, *self.rates, years, self.done)
        return self.by.rest(field, unit, goal, years, *self.rates, self.done)

    def projection(self, unit: str, average: Decimal) -> Step:
        """Where the average so far leads, told like the goal."""
        return self.by.projection("projection", unit, average, *((Decimal(self.years),) if self.total else ()))

    def yearly(self, goal: Decimal) -> Decimal | None:
        """The goal as an average a year."""
        if not self.total:
            return goal
        found = rates.root(rates.factor(goal, self.per), self.years)
        return None if found is None else rates.rate(found, self.per)


def _read_years(case: Case, full: list[Observation]) -> Reading:
    course = _Course(tuple(one.value for one in full), case.years, case.target.total, whole_of(case.indicator))
    bound, left = together(one.bound for one in full), course.years - len(full)
    span = Period(case.period.first, full[-1].period.last)
    actual = course.reached(case.indicator.unit)._replace(period=span, bound=bound).otherwise(Reason.NO_RATIO)
    value, share = actual.result, course.done / course.years
    reading = Reading(used=tuple(full), through=span.last, expected=share, final=not left)
    if case.promise.goal is None:
        return _unanswered(case, reading, course, actual, case.no_goal)
    if bound:
        holds = None if value is None else proven(case.promise, value, bound)
        return _unanswered(case, reading, course, actual, Reason.INEXACT)._replace(holds=holds)
    if value is None:
        return _unanswered(case, reading, course, actual, Reason.NO_RATIO)
    return _judged(case, reading, course, actual, value)


_REST = (*REQUIRED, "acceleration")
_RATES = ("gap", "gap_edge", "completion", "annualised", *_REST, "projection")
"""What is made of the compounded years."""


def _shown(case: Case, course: _Course, actual: Step, otherwise: Reason) -> Iterator[Step]:
    yield from _running_year(case, len(course.rates), otherwise)
    yield actual
    for field in ("time_progress", "expected_completion"):
        yield formulas.YEARS(field, "", course.done, Decimal(course.years))


def _unanswered(case: Case, reading: Reading, course: _Course, actual: Step, why: Reason) -> Reading:
    steps = (*_shown(case, course, actual, Reason.NO_ACTUAL), *unanswered(why, *_RATES),
             *unanswered(why, "gap", unit=difference_unit(case.indicator)))  # fmt: skip
    return reading._replace(missing=why, figures=Figures(steps))


def _judged(case: Case, reading: Reading, course: _Course, actual: Step, reached: Decimal) -> Reading:
    promise, left = case.promise, course.years - len(course.rates)
    average = course.average("annualised", case.indicator.unit).result
    over = Reason.NO_ACTUAL if left else Reason.PERIOD_OVER
    figures = Figures((*_shown(case, course, actual, over), *_steps(case, course, reached)))
    yearly = None if promise.goal is None else course.yearly(promise.goal)
    surplus = ZERO if yearly is None or average is None else promise.direction * (average - yearly)
    graded = graded_by_rate(case, figures, surplus, tie=promise.ties(reached))
    return reading._replace(
        figures=figures,
        holds=proven(promise, reached, Bound.EXACT),
        missing=Reason.NO_RATIO if graded is None and left else None,
        graded=graded,
    )


def _steps(case: Case, course: _Course, reached: Decimal) -> Iterator[Step]:
    promise, unit = case.promise, case.indicator.unit
    yield from gaps(formulas.GAP_OF_RATE, difference_unit(case.indicator), promise, promise.edges, reached)
    yield course.completion(promise.goal or ZERO).otherwise(Reason.NO_RATIO)
    over = Reason.NO_RATIO if len(course.rates) < course.years else Reason.PERIOD_OVER
    yield from unanswered(over, *_REST)
    average = course.average("annualised", unit)
    yield average.otherwise(Reason.NO_RATIO)
    if average.result is None:
        yield from unanswered(Reason.NO_RATIO, "projection")
        return
    yield course.projection(unit, average.result)

    def rest(field: str, goal: Decimal, _: Decimal) -> Step:
        return course.rest(field, unit, goal)

    def as_now(field: str, _: Decimal) -> Step:
        return course.average(field, unit)

    yield from required_steps(case, Towards(reached, average.result, promise.edges, rest, as_now, otherwise=over))
