"""A turn that was promised (2030年前碳达峰, 触底回升): does the highest or the lowest figure lie inside the period?"""

from __future__ import annotations

from ycindic.domain.assessment import Figures, Verdict
from ycindic.domain.facts import Known, full_years
from ycindic.domain.judge.case import Case, Reading, inexact, time_step
from ycindic.domain.judge.promise import difference_unit
from ycindic.domain.judge.seen import put_together
from ycindic.domain.judge.towards import no_gap_yet
from ycindic.domain.model import Better, Measure
from ycindic.domain.reason import Reason


def read(case: Case) -> Reading:
    """Look where the extreme of all figures lies so far, those before and behind the period included.

    Behind a figure that is better than the extreme the turn is there; a worse one later undoes it.
    """
    known = [one for one in _figures(case) if one.period.end <= case.as_of]
    if not any(one.period.last >= case.period.first for one in known):
        return Reading()
    if any(inexact(one) for one in known):
        return Reading(through=known[-1].period.last, used=known[-1].pieces, missing=Reason.INEXACT)
    peaks = case.indicator.better is Better.LOWER  # behind a peak less is better, behind a low point more
    extreme = (max if peaks else min)(known, key=lambda one: one.value)
    latest, due = known[-1], case.period.last
    reading = Reading(figures=_shown(case, latest, extreme), used=latest.pieces, through=min(latest.period.last, due))
    if extreme.period.last > due:
        return reading._replace(failed=Reason.TURNED_LATE)
    if latest.value == extreme.value:
        return reading._replace(graded=_open(latest, due))
    return reading._replace(
        holds=True, final=latest.period.last >= due, graded=(Verdict.ON_TRACK, Reason.TURNED), expected=None
    )


def _open(latest: Known, due: int) -> tuple[Verdict, Reason]:
    """Still at the extreme: nothing is due before the period ends, and its last figure needs a later one."""
    if latest.period.last < due:
        return Verdict.NOT_DUE, Reason.TURN_PENDING
    return Verdict.UNDETERMINED, Reason.TURN_OPEN


def _figures(case: Case) -> list[Known]:
    """The figures that compare with each other, the earliest first: levels, else full years, so no season misleads."""
    if case.indicator.measure is Measure.STOCK:
        return [Known.of(one) for _, one in sorted(case.series.point.items())]
    return full_years(case.series, case.indicator.measure)


def _shown(case: Case, latest: Known, extreme: Known) -> Figures:
    unit, measure = case.indicator.unit, case.indicator.measure
    return Figures(
        (
            put_together("actual", unit, latest, measure),
            put_together("benchmark", unit, extreme, measure),
            no_gap_yet(difference_unit(case.indicator)),
            time_step(case, min(max(latest.period.last, case.period.first - 1), case.period.last)),
        )
    )
