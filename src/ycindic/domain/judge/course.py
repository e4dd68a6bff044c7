"""Is a sum on its way: to its floor, below its ceiling, between both?"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import rates
from ycindic.domain.assessment import Figures, Verdict
from ycindic.domain.judge.case import Case
from ycindic.domain.judge.grade import by_course, by_difference, by_pace
from ycindic.domain.judge.promise import Promise, point
from ycindic.domain.model import ProfileKind
from ycindic.domain.profile import Share
from ycindic.domain.rates import ONE, ZERO
from ycindic.domain.reason import Reason

_KNOWN_COURSES = frozenset({ProfileKind.LAST_YEAR, ProfileKind.SHARES, ProfileKind.MILESTONES})
"""Where not only the passing of time says what is normally done by now."""

_BEST_FIRST = list(Verdict)


class SumSoFar(NamedTuple):
    """What is done, which share is normally done by now, and the limits of the whole sum.

    `path` is where the milestones stand by now, if the goal is zero, so that they are no shares of it.
    """

    done: Decimal
    share: Share
    limits: Promise
    path: tuple[Decimal, ...] = ()

    @property
    def by_difference(self) -> bool:
        """Whether no ratio to a limit says anything, because the sum may or must end at zero or below."""
        low, high, tolerance, _ = self.limits
        least = high if low is None else low - tolerance
        return least is not None and least <= 0

    def expected(self, limit: Decimal) -> Decimal:
        """What should be done by now to end at a limit."""
        return limit * self.share.value + rates.along(*self.path)

    @property
    def beyond(self) -> bool:
        """Whether it heads beyond its ceiling although a floor binds, too."""
        high = self.limits.edges.high if self.limits.two_sided else None
        return high is not None and self.done > self.expected(high)


class _Limit(NamedTuple):
    """One side of what was promised, as printed and with its tolerance."""

    printed: Decimal
    edge: Decimal
    floor: bool


def graded(case: Case, found: SumSoFar, figures: Figures) -> tuple[Verdict, Reason] | None:
    """The verdict on the way to the end of a sum: that of the worse side where both bind."""
    if found.by_difference:
        return _worst(_by_difference(case, found, one) for one in _limits(found)), Reason.DIFFERENCE
    if found.share.value <= 0:
        return Verdict.ON_TRACK, Reason.NOTHING_EXPECTED
    worst = _worst(_by_ratio(case, found, figures, one) for one in _limits(found))
    return worst, Reason.NOT_EXCEEDED if found.limits.ties(found.done) else Reason.PACE


def _worst(verdicts: Iterable[Verdict]) -> Verdict:
    return max(verdicts, key=_BEST_FIRST.index)


def _limits(found: SumSoFar) -> list[_Limit]:
    printed, edges = found.limits, found.limits.edges
    sides = ((printed.low, edges.low, True), (printed.high, edges.high, False))
    return [_Limit(limit, edge, floor) for limit, edge, floor in sides if limit is not None and edge is not None]


def _by_difference(case: Case, found: SumSoFar, limit: _Limit) -> Verdict:
    ahead = found.done - found.expected(limit.edge)
    short = -ahead if limit.floor else ahead
    return by_difference(short, case.settings, point(case.indicator, limit.printed), holds=short <= 0)


def _by_ratio(case: Case, found: SumSoFar, figures: Figures, limit: _Limit) -> Verdict:
    share = found.share.value
    pace, to_edge = (_pace(found.done / end, share, floor=limit.floor) for end in (limit.printed, limit.edge))
    if found.share.kind in _KNOWN_COURSES:
        tie = limit.floor and found.limits.ties(found.done)
        return by_course(pace, to_edge, figures.acceleration, case.settings, tie=tie)
    faster = rates.catch_up(found.done / limit.edge, share) or ZERO
    return by_pace(pace, to_edge, faster if limit.floor else _slower(faster), case.settings)


def _pace(completion: Decimal, share: Decimal, *, floor: bool) -> Decimal:
    return (rates.pace if floor else rates.cap_pace)(completion, share) or ZERO


def _slower(room: Decimal) -> Decimal:
    """How many times slower the rest must go, by the share of today's pace that is left."""
    if room.is_infinite():
        return ZERO
    return ONE / room if room else rates.INFINITE
