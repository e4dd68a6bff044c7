"""In which order do the rules decide? The first that matches gives the verdict."""

from typing import NamedTuple, assert_never

from ycindic.domain.assessment import FLAG, Verdict
from ycindic.domain.judge.case import Case, Reading
from ycindic.domain.judge.deadline import past_deadline
from ycindic.domain.model import Every, Measure, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR, last_day, month_of
from ycindic.domain.reason import Reason
from ycindic.domain.release import due, is_release, overdue


class Ruling(NamedTuple):
    """A verdict with its flag, its reason, and the reason of the rule under a circumstance."""

    verdict: Verdict
    on_track: bool | None
    reason: Reason
    rule: Reason
    overdue: tuple[int, ...] = ()


def decide(case: Case, reading: Reading) -> Ruling:
    """Apply rules 2 to 10 of the verdict order; rule 1 (parts) is decided elsewhere."""
    early_end = _not_begun(case) or _decided(case, reading)
    if early_end:
        return early_end
    late = tuple(_overdue(case, reading))
    verdict, rule = _on_the_way(reading)
    if verdict is Verdict.AHEAD and case.promise.two_sided:
        verdict = Verdict.ON_TRACK
    verdict, reason = _early(case, reading, verdict, rule)
    if case.target.period.end < case.as_of and verdict is not Verdict.UNDETERMINED:
        reason = Reason.AWAITING_FINAL
    flag = FLAG[verdict]
    if flag is not None and len(late) >= case.settings.stale_releases:
        return Ruling(verdict, None, Reason.STALE, rule, late)
    return Ruling(verdict, flag, reason, rule, late)


def _ruling(verdict: Verdict, reason: Reason, late: tuple[int, ...] = ()) -> Ruling:
    return Ruling(verdict, FLAG[verdict], reason, reason, late)


def _not_begun(case: Case) -> Ruling | None:
    begun = month_of(case.as_of) >= min(case.period.first, case.target.period.first)
    return None if begun else _ruling(Verdict.NOT_DUE, Reason.NOT_BEGUN)


def _decided(case: Case, reading: Reading) -> Ruling | None:
    """Rules 2 to 5: nothing to judge yet, or nothing left to judge."""
    return _broken(reading) or _not_yet(case, reading) or _settled(case, reading)


def _broken(reading: Reading) -> Ruling | None:
    """Rule 3: what nothing later can mend."""
    reason = Reason.BREACH if reading.breach else reading.failed
    return _ruling(Verdict.MISSED, reason) if reason else None


def _not_yet(case: Case, reading: Reading) -> Ruling | None:
    """Rule 2: no figure is due yet, or it is due and absent."""
    if reading.not_due and not _due(case, case.calendar.last(case.period.first)):
        return _ruling(Verdict.NOT_DUE, reading.not_due)
    batch_pending = case.indicator.profile is ProfileKind.BATCH and not case.batch_due
    if batch_pending and not reading.holds:
        return _ruling(Verdict.NOT_DUE, Reason.BATCH_PENDING)
    if reading.through is None and reading.missing is None:
        return _nothing_known(case)
    return None


def _settled(case: Case, reading: Reading) -> Ruling | None:
    """Rules 4 and 5: a deadline has passed, the period's own figure is there, or the goal is met for good."""
    passed = past_deadline(case, reading)
    if passed is Reason.NOT_CONFIRMED:
        return _ruling(Verdict.UNDETERMINED, passed, tuple(_overdue(case, reading)))
    if passed:
        return _ruling(Verdict.MISSED, passed)
    if reading.final and reading.holds is not None:
        return _final(case, reading)
    if reading.for_good:
        return _ruling(Verdict.ACHIEVED, Reason.MET_FOR_GOOD)
    return None


def _nothing_known(case: Case) -> Ruling:
    if _first_figure_due(case):
        return _ruling(Verdict.NO_DATA, Reason.NO_ACTUAL, tuple(_overdue(case, Reading())))
    return _ruling(Verdict.NOT_DUE, Reason.NOT_RELEASED)


def _first_figure_due(case: Case) -> bool:
    """Whether a first figure of the period could be known by now.

    By the release rule; where there is none, once the first possible figure's own time has ended:
    the first month, or the first full year of what only full years decide. What comes without a
    rhythm is due when the period is over.
    """
    return _due(case, case.calendar.last(case.period.first) if case.by_years else case.period.first)


def _due(case: Case, first: int) -> bool:
    """Whether a figure that reaches through month `first` or later could be known by now."""
    rule, period = case.indicator.released, case.period
    if rule is None:
        return last_day(first) < case.as_of
    if rule.every is Every.IRREGULAR:
        return period.end < case.as_of
    reach = next(month for month in range(first, first + MONTHS_A_YEAR) if is_release(rule, month))
    day = due(rule, min(reach, period.last))
    return day is not None and day <= case.as_of


def _final(case: Case, reading: Reading) -> Ruling:
    if reading.holds:
        return _ruling(Verdict.ACHIEVED, Reason.HELD_THROUGHOUT if case.target.hold or case.never else Reason.GOAL_MET)
    tie = case.promise.strict and reading.figures.gap == 0
    return _ruling(Verdict.MISSED, Reason.NOT_EXCEEDED if tie else Reason.GOAL_MISSED)


def _on_the_way(reading: Reading) -> tuple[Verdict, Reason]:
    """Rules 5 to 9."""
    if reading.met_now:
        return Verdict.ACHIEVED, reading.met_now
    if reading.missing:
        return Verdict.UNDETERMINED, reading.missing
    if reading.graded is None:
        return Verdict.UNDETERMINED, Reason.NO_RATIO
    return reading.graded


_RULE_7 = (Reason.SCOPE_REACHED, Reason.SCOPE_SHORT)


def _early(case: Case, reading: Reading, verdict: Verdict, rule: Reason) -> tuple[Verdict, Reason]:
    """Rule 10: while little is expected, nothing worse than at risk, nothing better than on track."""
    if reading.met_now or reading.expected is None or reading.expected >= case.settings.early or rule in _RULE_7:
        return verdict, rule
    match verdict:
        case Verdict.AHEAD:
            return Verdict.ON_TRACK, Reason.EARLY
        case Verdict.OFF_TRACK:
            return Verdict.AT_RISK, Reason.EARLY
        case (
            Verdict.ACHIEVED | Verdict.ON_TRACK | Verdict.AT_RISK | Verdict.MISSED | Verdict.NOT_DUE | Verdict.NO_DATA
            | Verdict.UNDETERMINED
        ):  # fmt: skip
            return verdict, rule
        case _:
            assert_never(verdict)


def _overdue(case: Case, reading: Reading) -> list[int]:
    """The releases of the period that should have come after the judged figure and have not.

    Where no figure could be judged, they count from the last one that is known. Single months do not take the place of
    the rate of growth of a year so far.
    """
    known = case.by_years or reading.through is None
    reached = case.series.last_known(case.target.period) if known else reading.through
    first = case.target.period.first if reached is None else reached + 1
    if reading.hole is None:
        return overdue(case.indicator.released, first, case.target.period.last, case.as_of)
    late = overdue(case.indicator.released, min(first, reading.hole), case.target.period.last, case.as_of)
    of_year = case.indicator.measure is Measure.GROWTH
    return [month for month in late if not (month in case.series.ytd if of_year else case.series.ends_with(month))]
