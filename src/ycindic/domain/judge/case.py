"""What is put before the judge, and what comes back from reading it?"""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ycindic.domain import formulas
from ycindic.domain.assessment import Figures, Verdict
from ycindic.domain.facts import Facts, Known, Series
from ycindic.domain.judge.promise import Promise, never
from ycindic.domain.model import Bound, Indicator, Measure, Observation, Plan, Settings, Target
from ycindic.domain.period import MONTHS_A_YEAR, Calendar, Period
from ycindic.domain.reason import Reason
from ycindic.domain.step import Step


class Case(NamedTuple):
    """One target with everything that its verdict depends on.

    `period` is the stretch that is judged now: the target's own; of a yearly condition that is held
    over several years the year that runs; of a level due by a year, with a named base, the
    time since that base. `no_goal` says why the promise has no number, where it has none.
    """

    plan: Plan
    target: Target
    indicator: Indicator
    promise: Promise
    facts: Facts
    series: Series
    as_of: date
    period: Period
    no_goal: Reason = Reason.GOAL_UNSTATED

    @property
    def settings(self) -> Settings:
        """The cut-offs that apply to this target."""
        return self.target.settings

    @property
    def calendar(self) -> Calendar:
        """The year that the figures count from."""
        return self.series.calendar

    @property
    def years(self) -> int:
        """How many years are judged; a season is one."""
        return max(self.period.months // MONTHS_A_YEAR, 1)

    def gone(self, through: int) -> int:
        """How many months of the period are covered through a month."""
        return through - self.period.first + 1

    @property
    def by_years(self) -> bool:
        """Whether only full years decide: rates that compound, and comparisons over several years."""
        if self.indicator.measure is Measure.GROWTH and (self.target.average or self.target.total):
            return True
        return self.years > 1 and self.target.compared and self.indicator.measure is not Measure.STOCK

    @property
    def open_goal(self) -> bool:
        """Whether the goal was told from a base that is not known, or only as a bound."""
        return self.no_goal is not Reason.GOAL_UNSTATED

    @property
    def otherwise(self) -> Reason:
        """Why the fields that no step was made for are empty, where there is a figure to judge."""
        if self.target.unstated or self.open_goal:
            return self.no_goal
        return Reason.NOT_FOR_RELATION if self.target.compared or self.never else Reason.NOT_FOR_MEASURE

    @property
    def never(self) -> bool:
        """Whether the first case of what must not happen breaks the promise."""
        return never(self.target, self.indicator)

    @property
    def batch_due(self) -> bool:
        """Whether lists that come in batches are expected by now."""
        return self.as_of >= (self.target.by or self.target.period.end)


class Reading(NamedTuple):
    """What the measure and the relation make of the facts, before the order of verdicts applies.

    `through` is the last month that the judged figure reaches, None while nothing is known;
    `expected` the share of the whole that should be done by then, which decides what is early;
    `graded` what the rules on the way say, None where they cannot; `hole` the first month that is missing
    before figures that therefore do not count; `unseen` those that a held condition lacks before it;
    `beyond` whether it heads beyond a ceiling that is not passed yet.
    """

    figures: Figures = Figures()
    used: tuple[Observation, ...] = ()
    through: int | None = None
    expected: Decimal | None = None
    holds: bool | None = None
    final: bool = False
    for_good: bool = False
    met_now: Reason | None = None
    failed: Reason | None = None
    breach: Observation | None = None
    missing: Reason | None = None
    not_due: Reason | None = None
    graded: tuple[Verdict, Reason] | None = None
    hole: int | None = None
    unseen: tuple[int, ...] = ()
    beyond: bool = False


def nothing_adds_up(case: Case) -> Reading:
    """What is known where no figures reach back to the period's beginning."""
    if case.series.only_elsewhere(case.period):
        return Reading(missing=Reason.ONLY_TO_DATE)
    return Reading(missing=Reason.HOLE if case.series.last_known(case.period) else None)


def time_step(case: Case, through: int) -> Step:
    """Months covered ÷ months in the period, at the end of the judged observation."""
    return _time_gone(case.gone(through), case.period.months)


@cache
def _time_gone(months: int, of: int) -> Step:
    """One for all targets whose figures reach as far into as long a period."""
    return formulas.TIME("time_progress", "", Decimal(months), Decimal(of))


def inexact(known: Known | Observation) -> bool:
    """Whether a figure is only a bound: shown, but never a base for a rate."""
    return known.bound is not Bound.EXACT


def proven(promise: Promise, value: Decimal, bound: Bound) -> bool | None:
    """Whether a figure keeps the promise; None where its bound leaves that open."""
    if bound is Bound.EXACT:
        return promise.holds(value)
    if bound is Bound.OVER and promise.low is not None and promise.high is None:
        return True if value >= promise.low - promise.tolerance else None
    if bound is Bound.OVER and promise.high is not None:
        return False if value >= promise.high + promise.tolerance else None
    if bound is Bound.UNDER and promise.high is not None and promise.low is None:
        return True if value <= promise.high + promise.tolerance else None
    if bound is Bound.UNDER and promise.low is not None:
        return False if value <= promise.low - promise.tolerance else None
    return None
