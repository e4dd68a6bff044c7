"""Has a day inside the year passed without what was due by it: a deadline, a milestone? Did it come later?"""

from __future__ import annotations

from ycindic.domain.assessment import MissedStone
from ycindic.domain.facts import Known, Series, figure_at
from ycindic.domain.judge.case import Case, Reading
from ycindic.domain.model import AMOUNTS, Bound, Measure, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR, Period, last_day
from ycindic.domain.release import due, releases


def has_passed(case: Case, reading: Reading) -> bool:
    """Whether the day has passed, what is known is short of the promise, and no figure that could mend it is to come.

    The figure of the deadline's own month may be on its way: until its release nothing is missed.
    """
    by, rule = case.target.by, case.indicator.released
    if by is None or case.indicator.profile is ProfileKind.BATCH or case.as_of <= by or reading.holds is not False:
        return False
    coming = None if rule is None or reading.final else due(rule, case.target.period.last)
    return coming is None or coming <= case.as_of


def reached_late(case: Case, series: Series) -> Period | None:
    """The first period behind the deadline whose figure keeps the promise; of a sum or a level alone."""
    measure = case.indicator.measure
    if measure not in AMOUNTS:
        return None
    for month in sorted(one for one in series.ends if one > case.target.period.last and last_day(one) <= case.as_of):
        known = figure_at(series, measure, month)
        if known is not None and known.bound is Bound.EXACT and case.promise.holds(known.value):
            return known.period
    return None


def may_be_in_time(case: Case, reading: Reading, late: Period) -> bool:
    """Whether the first release that tells of the deadline's month tells of later ones, too, and keeps the promise."""
    rule, end = case.indicator.released, case.target.period.last
    if rule is None or reading.through is None:
        return False
    between = releases(rule, reading.through + 1, late.last)
    return bool(between) and between[0] == late.last > end


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
