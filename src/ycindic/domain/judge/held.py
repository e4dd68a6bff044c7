"""Conditions that hold at every moment: was one figure of the period outside, and is all of it covered?"""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain import formulas
from ycindic.domain.assessment import Figures, Verdict
from ycindic.domain.facts import Known, cumulative, whole
from ycindic.domain.judge.case import Case, Reading, proven, time_step
from ycindic.domain.judge.promise import by_totals, difference_unit, direction
from ycindic.domain.judge.seen import seen_published
from ycindic.domain.model import SUMS, Basis, Measure, Observation, Rhythm
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.rates import ZERO
from ycindic.domain.reason import Reason
from ycindic.domain.relation import SIGNS
from ycindic.domain.step import Step
from ycindic.domain.tested import STEP_MONTHS, tested_months


def _tested(case: Case) -> list[Observation]:
    """The figures that a held condition is tested on, the earliest first.

    Levels and single intervals inside the period; figures of the year so far only at its end,
    since they can still recover. A count of what must not happen cannot recover: there they count
    at once. Of a sum with a goal a year only the years' totals can be tested. `step` narrows the
    figures to those of just that rhythm.
    """
    if by_totals(case.target, case.indicator):
        totals = (whole(case.series, number) for number in case.calendar.years(case.target.period))
        return [_as_one(total) for total in totals if total]
    inside = case.target.period.covers
    return [one for one in case.series.observations if inside(one.period.last) and _counts(case, one)]


def _as_one(total: Known) -> Observation:
    """A year's total as the one figure that it is, wherever its pieces were published."""
    last = total.pieces[-1]
    if len(total.pieces) == 1:
        return last
    return last._replace(period=total.period, basis=Basis.ALONE, value=total.value, bound=total.bound)


def _counts(case: Case, one: Observation) -> bool:
    step = case.target.step
    months = MONTHS_A_YEAR if step is None else STEP_MONTHS[step]
    if one.basis is Basis.YTD:
        year_end = case.calendar.ends_with(one.period.last) and step in (None, Rhythm.YEAR)
        return year_end or (_counts_up(case) and step is None)
    if step is None:
        return True
    if one.basis is Basis.POINT:
        return case.calendar.place(one.period.last) % months == 0
    return one.period.months == months


def _counts_up(case: Case) -> bool:
    """Whether the indicator counts what must not happen and can only grow within a year."""
    adds = case.indicator.measure in SUMS
    return adds and case.never and not case.indicator.net


def _breaks(case: Case, one: Observation) -> bool:
    if case.target.relation in SIGNS:
        return direction(case.target, case.indicator) * one.value <= 0
    if case.promise.low is None and case.promise.high is None:
        return False
    return proven(case.promise, one.value, one.bound) is False


def read_count(case: Case) -> Reading:
    """Events and `none`: no report is not zero, so only confirmed zeros over all of it achieve."""
    if case.indicator.measure is Measure.STOCK:
        return _read_level(case)
    found = [one for one in case.series.observations if case.period.covers(one.period.last)]
    if not found:
        return Reading()
    reached = max(one.period.last for one in found)
    months = {month for one in found for month in range(one.covered.first, one.period.last + 1)}
    covered = all(month in months for month in range(case.period.first, case.period.last + 1))
    counted = _counted(case, found)
    actual = formulas.added(len(counted))("actual", case.indicator.unit, *counted)
    return _reading(case, actual, found[-1], reached, covered=covered)


def _read_level(case: Case) -> Reading:
    now = case.series.latest_point(case.period)
    if now is None:
        return Reading()
    actual = seen_published("actual", case.indicator.unit, now)
    return _reading(case, actual, now, now.period.last, covered=now.period.last == case.period.last)


def _counted(case: Case, found: list[Observation]) -> list[Decimal]:
    """The figures of what has happened in the period: year by year those of the count, or the parts that are known."""
    counted: list[Decimal] = []
    calendar = case.calendar
    for of_year in calendar.years(case.period):
        known = cumulative(case.series, of_year)
        parts = [one for one in found if one.basis is Basis.ALONE and of_year in calendar.years(one.period)]
        counted += [one.value for one in (known.pieces if known else parts)]
    return counted


def _reading(case: Case, actual: Step, last: Observation, reached: int, *, covered: bool) -> Reading:
    steps = (
        actual._replace(period=last.covered, bound=last.bound),
        formulas.AS_IT_IS("gap", difference_unit(case.indicator), actual.result or ZERO),
        time_step(case, reached),
    )
    figures, over = Figures(steps), reached == case.period.last
    return Reading(
        figures=figures,
        used=(last,),
        through=reached,
        expected=figures.time_progress,
        holds=True,
        final=over and covered,
        missing=Reason.NOT_CONFIRMED if over and not covered else None,
        graded=(Verdict.ON_TRACK, Reason.HELD_SO_FAR),
    )


def hold(case: Case, reading: Reading) -> Reading:
    """Lay the condition over a reading: a breach decides, and what holds so far is on track."""
    tested = _tested(case)
    breach = next((one for one in tested if _breaks(case, one)), None)
    ends = reading.through == case.target.period.last
    now_held = case.indicator.measure in (Measure.STOCK, Measure.MEAN) and bool(tested)
    year_held = reading.final and not ends and reading.holds is True
    held = year_held or (now_held and reading.holds is not False)
    graded = (Verdict.ON_TRACK, Reason.HELD_SO_FAR) if held else reading.graded
    missing = None if now_held and reading.missing in _WAY_ONLY else reading.missing
    final = reading.final and ends
    unseen = _unseen(case, tested, reading.through)
    unproven = final and reading.holds is True and bool(unseen)
    return reading._replace(
        breach=breach,
        graded=graded,
        missing=Reason.NOT_CONFIRMED if unproven else missing,
        for_good=False,
        met_now=None,
        failed=None if breach else reading.failed,
        final=final and not unproven,
        unseen=unseen,
    )


def _unseen(case: Case, tested: list[Observation], through: int | None) -> tuple[int, ...]:
    """The months up to the judged figure that are tested each by itself and have none."""
    seen, each = {one.period.last for one in tested}, tested_months(case.target, case.indicator)
    return tuple(one for one in each if through is not None and one <= through and one not in seen)


_WAY_ONLY = (Reason.NO_BASELINE, Reason.INEXACT_BASE, Reason.MET_AT_BASE, Reason.NO_RATIO)
"""What the way to a goal lacks, which a condition that is simply held does not need."""
