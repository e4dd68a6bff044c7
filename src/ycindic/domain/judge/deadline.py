"""Has a day inside the year passed without what was due by it: a deadline, a milestone? Did it come later?"""

from __future__ import annotations

from collections.abc import Iterator

from ycindic.domain.assessment import MissedStone
from ycindic.domain.facts import Known, figure_at
from ycindic.domain.judge.case import Case, Reading, proven
from ycindic.domain.model import SUMS, Bound, Measure, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR, Period, last_day
from ycindic.domain.reason import Reason

PAST_DEADLINE = frozenset({Reason.DEADLINE_PASSED, Reason.NOT_CONFIRMED})
"""What a deadline that has passed leaves of a promise that was not kept before it."""


def past_deadline(case: Case, reading: Reading) -> Reason | None:
    """What is known once the day has passed and the figures before it are short; None while no figure tells.

    That of the deadline's own month decides, else the first one behind it: if it is short, too, the promise is missed;
    if it keeps it, nobody knows whether that was in time. A later rate tells nothing of an earlier one.
    """
    by = case.target.by
    if by is None or case.indicator.profile is ProfileKind.BATCH or case.as_of <= by or reading.holds is not False:
        return None
    if reading.final:
        return Reason.DEADLINE_PASSED
    later = next(_behind(case), None)
    kept = None if later is None else proven(case.promise, later.value, later.bound)
    if kept is None:
        return None
    return Reason.NOT_CONFIRMED if kept else Reason.DEADLINE_PASSED


def reached_late(case: Case) -> Period | None:
    """The first period behind the deadline whose figure keeps the promise; of a sum or a level alone."""
    kept = (one for one in _behind(case) if one.bound is Bound.EXACT and case.promise.holds(one.value))
    return next((one.period for one in kept), None)


def _behind(case: Case) -> Iterator[Known]:
    """The figures behind the deadline that go on from those before it: levels, and a sum until its year is over."""
    level, (first, last) = case.indicator.measure is Measure.STOCK, case.target.period
    if case.target.compared or not (level or case.indicator.measure in SUMS):
        return
    for month in sorted(case.series.ends):
        if month > last and last_day(month) <= case.as_of and (level or month < first + MONTHS_A_YEAR):
            known = figure_at(case.series, case.indicator.measure, month)
            if known is not None:
                yield known


def missed_milestones(case: Case) -> tuple[MissedStone, ...]:
    """The milestones that have passed while the figure of their month, or the first behind it, was short of them.

    Of a sum over several years none is told: its milestones count from the first of them.
    """
    measure, end = case.indicator.measure, case.period.last
    if measure is not Measure.STOCK and case.period.months > MONTHS_A_YEAR:
        return ()
    found = []
    for stone in case.target.milestones:
        known = _first_from(case, stone.by.last, end) if stone.by.end < case.as_of else None
        if known is not None and case.promise.direction * (known.value - stone.goal) < 0:
            found.append(MissedStone(stone, known.value))
    return tuple(found)


def _first_from(case: Case, month: int, end: int) -> Known | None:
    """The figure of a month, or the first one behind it; None where that is only a bound."""
    found = (figure_at(case.series, case.indicator.measure, one) for one in range(month, end + 1))
    known = next((one for one in found if one is not None), None)
    return known if known is not None and known.bound is Bound.EXACT else None
