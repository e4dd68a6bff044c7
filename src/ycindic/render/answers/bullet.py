"""How far is a target against how far it should be? The values of its bar."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.assessment import Assessment
from ycindic.domain.judge.promise import promise, promise_of_all
from ycindic.domain.model import Measure

_ZERO = Decimal(0)


class Bullet(NamedTuple):
    """A bar from nothing (or the base) to the actual, lines at the goal, a tick where it should be by now, a band."""

    start: Decimal
    actual: Decimal
    marks: tuple[Decimal, ...]
    expected: Decimal | None
    band: tuple[Decimal, ...]

    @property
    def ends(self) -> list[Decimal]:
        """All values, for the scale of the picture."""
        return [self.start, self.actual, *self.marks, *self.band, *([] if self.expected is None else [self.expected])]


def bullet(row: Assessment) -> Bullet | None:
    """The bar of a target; none where there is no figure or nothing to compare it with."""
    actual, marks = row.figures.actual, _marks(row)
    if actual is None or not marks:
        return None
    start = _start(row)
    return Bullet(start, actual, tuple(marks), _expected(row, start, marks[0]), _band(row))


def _marks(row: Assessment) -> list[Decimal]:
    """The goal, or what the figure is compared with."""
    if row.target.compared:
        other = row.figures.benchmark
        return (
            [_ZERO] if other is None and row.indicator.measure is Measure.GROWTH else [] if other is None else [other]
        )
    goal = promise_of_all(row.target, row.indicator).goal
    return [] if goal is None else [goal]


def _start(row: Assessment) -> Decimal:
    base = row.figures.baseline
    on_the_way = row.indicator.measure is Measure.STOCK and row.figures.completion is not None
    return base if on_the_way and base is not None else _ZERO


def _expected(row: Assessment, start: Decimal, goal: Decimal) -> Decimal | None:
    share = row.figures.expected_completion
    if share is None or row.figures.completion is None or row.target.average or row.target.total:
        return None
    return start + share * (goal - start)


def _band(row: Assessment) -> tuple[Decimal, Decimal] | tuple[()]:
    """What the tolerance or the range between two goals spans."""
    found = promise(row.target, row.indicator)
    if found.goal is None or row.target.compared:
        return ()
    if row.target.goal_high is not None:
        return (row.target.goal or _ZERO, row.target.goal_high)
    if not found.tolerance:
        return ()
    if found.two_sided:
        return (found.goal - found.tolerance, found.goal + found.tolerance)
    return (found.goal, found.goal - found.direction * found.tolerance)
