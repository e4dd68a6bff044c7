"""What is still missing, and how far must the rest come from what it is now?"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import formulas
from ycindic.domain.formulas import Gap
from ycindic.domain.judge.case import Case
from ycindic.domain.judge.promise import Promise, difference_unit
from ycindic.domain.rates import ZERO
from ycindic.domain.reason import Reason
from ycindic.domain.step import NO_FORMULA, Step, nearest


def gaps(by: Gap, unit: str, promise: Promise, edges: Promise, value: Decimal) -> Iterator[Step]:
    """What is missing to the printed goal, and to the edge that decides; only its unit where no number was promised."""
    if promise.goal is None:
        yield no_gap_yet(unit)
        return
    yield _gap(by, "gap", unit, promise, value)
    yield _gap(by, "gap_edge", unit, edges, value)


def no_gap_yet(unit: str) -> Step:
    """The unit in which a gap would be told."""
    return Step("gap", NO_FORMULA, (), None, None, unit)


def _gap(by: Gap, field: str, unit: str, to: Promise, value: Decimal) -> Step:
    low, high, tolerance, _ = to
    if low is None or high is None:
        return by.ceiling(field, unit, value, high or ZERO) if low is None else by.floor(field, unit, low, value)
    if low == high:
        return by.around(field, unit, low, value, tolerance)
    return by.band(field, unit, low, value, high, tolerance)


def catch_up_step(completion: Decimal, expected: Decimal) -> Step:
    """How many times faster than so far the rest must go; nothing more once all is done."""
    if completion >= 1:
        return formulas.NIL("catch_up", "")
    return formulas.CATCH_UP("catch_up", "", completion, expected)


REQUIRED = ("required", "required_edge", "required_goal_high")
"""What the months that are left must bring, towards each limit."""
REST = (*REQUIRED, "required_low", "required_high", "acceleration")
"""The same of a rate, which is rounded and is held against the one so far."""


class Towards(NamedTuple):
    """From a rate so far to the end: the limits that decide there, and what the rest must come to.

    `rest` is the step to a limit from a figure so far, `as_now` the step that leaves the rest as it is: as `now`, which
    may be another rate than the figure itself. `half` is half a digit of the figure so far, None where it is not one
    rounded figure; `otherwise` why nothing may be left to be required.
    """

    so_far: Decimal
    now: Decimal
    edges: Promise
    rest: Callable[[str, Decimal, Decimal], Step]
    as_now: Callable[[str, Decimal], Step]
    half: Decimal | None = None
    otherwise: Reason = Reason.NO_RATIO

    def needed(self, field: str, to: Promise, shift: Decimal = ZERO) -> Step:
        """What the rest must come to for the limits of a promise; as now where that ends between two of them."""
        ends = (None if one is None else self.rest(field, one, self.so_far + shift) for one in (to.low, to.high))
        now = self.as_now(field, self.now + shift)
        return (nearest(now, *ends) or now).otherwise(self.otherwise)


def required_steps(case: Case, way: Towards) -> Iterator[Step]:
    """What the rest must come to, and how far that is from the rate so far.

    To the printed goal, to the edge that decides, to the higher goal of a range, and the range that rounding alone
    leaves.
    """
    promise, hope = case.promise, case.target.goal_high
    yield way.needed("required", promise)
    if way.half is not None:
        ends = [way.needed("required_low", promise, shift) for shift in (way.half, -way.half)]
        low, high = sorted(ends, key=lambda step: step.result or ZERO)
        yield from (low, high._replace(field="required_high"))
    edge = way.needed("required_edge", way.edges)
    yield edge
    if hope is not None and promise.high is None:
        yield way.rest("required_goal_high", hope, way.so_far).otherwise(way.otherwise)
    if edge.result is None:
        yield edge._replace(field="acceleration")
    else:
        yield _effort(promise, difference_unit(case.indicator), way.now, edge.result)


def _effort(promise: Promise, unit: str, now: Decimal, needed: Decimal) -> Step:
    """How far the rest has to come from what it is now, positive for more effort; nothing inside a band."""
    if promise.two_sided:
        return formulas.APART("acceleration", unit, needed, now)
    if promise.direction > 0:
        return formulas.MORE("acceleration", unit, needed, now)
    return formulas.LESS("acceleration", unit, now, needed)
