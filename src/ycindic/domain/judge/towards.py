"""What is still missing, and how far must the rest come from what it is now?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ycindic.domain import formulas
from ycindic.domain.formulas import Gap
from ycindic.domain.judge.promise import Promise
from ycindic.domain.step import NO_FORMULA, Step


def gaps(by: Gap, unit: str, promise: Promise, edges: Promise, value: Decimal) -> Iterator[Step]:
    """What is missing to the printed goal, and to the edge that decides; only its unit where no number was promised."""
    if promise.goal is None:
        yield Step("gap", NO_FORMULA, (), None, None, unit)
        return
    yield _gap(by, "gap", unit, promise, value)
    yield _gap(by, "gap_edge", unit, edges, value)


def _gap(by: Gap, field: str, unit: str, to: Promise, value: Decimal) -> Step:
    low, high, tolerance, _ = to
    if low is None or high is None:
        return by.ceiling(field, unit, value, high or Decimal(0)) if low is None else by.floor(field, unit, low, value)
    if low == high:
        return by.around(field, unit, low, value, tolerance)
    return by.band(field, unit, low, value, high, tolerance)


def catch_up(completion: Decimal, expected: Decimal) -> Step:
    """How many times faster than so far the rest must go; nothing more once all is done."""
    if completion >= 1:
        return formulas.NOTHING("catch_up", "")
    return formulas.CATCH_UP("catch_up", "", completion, expected)
