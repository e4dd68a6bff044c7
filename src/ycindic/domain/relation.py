"""What can be promised of an indicator, and what does each such promise take?

A new relation is a member and a line in `nature`; the type checker then names every other place that must decide.
"""

from enum import StrEnum
from functools import cache
from typing import NamedTuple, assert_never


class Relation(StrEnum):
    """What was promised of the indicator."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    ABOUT = "about"
    BETWEEN = "between"
    IN_STEP = "in_step"
    ABOVE = "above"
    NARROWING = "narrowing"
    RISING = "rising"
    FALLING = "falling"
    ALL = "all"
    NONE = "none"
    EXACTLY = "exactly"
    TURNING = "turning"


class GoodWay(StrEnum):
    """Which way is good by the relation itself."""

    UP = "up"
    DOWN = "down"
    NEAR = "near"
    OPEN = "open"
    """It does not say: the indicator must."""
    CLOSER = "closer"
    """Closer to another figure, whichever way that is."""


class _Against(StrEnum):
    """What a figure is held against."""

    NUMBER = "number"
    BENCHMARK = "benchmark"
    BASE = "base"
    """The same figure of the base year, or the distance that there was then."""
    ITSELF = "itself"
    """All figures of the indicator: where the highest or the lowest lies."""


class _Nature(NamedTuple):
    """What a relation says and takes.

    `fixed` is the number that it stands for by itself; `names` whether it needs the indicators that it compares with,
    `reaches` whether its goal may be a benchmark's figure; `strict` that the goal itself is not enough.
    """

    way: GoodWay
    takes_goal: bool = False
    fixed: int | None = None
    against: _Against = _Against.NUMBER
    names: bool = False
    reaches: bool = False
    strict: bool = False


@cache
def nature(relation: Relation) -> _Nature:  # noqa: C901, PLR0912 - a line a member, and no other rule
    """What a relation says and takes."""
    match relation:
        case Relation.AT_LEAST:
            return _Nature(GoodWay.UP, takes_goal=True, reaches=True)
        case Relation.MORE_THAN:
            return _Nature(GoodWay.UP, takes_goal=True, reaches=True, strict=True)
        case Relation.AT_MOST:
            return _Nature(GoodWay.DOWN, takes_goal=True, reaches=True)
        case Relation.ABOUT | Relation.BETWEEN:
            return _Nature(GoodWay.OPEN, takes_goal=True)
        case Relation.EXACTLY:
            return _Nature(GoodWay.NEAR, takes_goal=True)
        case Relation.ALL:
            return _Nature(GoodWay.UP, fixed=100)
        case Relation.NONE:
            return _Nature(GoodWay.DOWN, fixed=0)
        case Relation.IN_STEP | Relation.ABOVE:
            return _Nature(GoodWay.OPEN, against=_Against.BENCHMARK, names=True)
        case Relation.TURNING:
            return _Nature(GoodWay.OPEN, against=_Against.ITSELF)
        case Relation.NARROWING:
            return _Nature(GoodWay.CLOSER, against=_Against.BASE, names=True)
        case Relation.RISING:
            return _Nature(GoodWay.UP, against=_Against.BASE)
        case Relation.FALLING:
            return _Nature(GoodWay.DOWN, against=_Against.BASE)
        case _:
            assert_never(relation)


_NATURES = {relation: nature(relation) for relation in Relation}

WITH_GOAL = frozenset(one for one, its in _NATURES.items() if its.takes_goal)
FLOORS = frozenset(one for one in WITH_GOAL if nature(one).way is GoodWay.UP)
CEILINGS = frozenset(one for one in WITH_GOAL if nature(one).way is GoodWay.DOWN)
SIDED = frozenset(one for one in WITH_GOAL if nature(one).way is not GoodWay.NEAR)
STRICT = frozenset(one for one, its in _NATURES.items() if its.strict)
REACHING = frozenset(one for one, its in _NATURES.items() if its.reaches)
FIXED = {one: its.fixed for one, its in _NATURES.items() if its.fixed is not None}
WITH_REFERENCE = frozenset(one for one, its in _NATURES.items() if its.names)
BESIDE = frozenset(one for one, its in _NATURES.items() if its.against is _Against.BENCHMARK)
COMPARED = frozenset(one for one, its in _NATURES.items() if its.against is not _Against.NUMBER)
FROM_BASE = frozenset(one for one, its in _NATURES.items() if its.against is _Against.BASE)
SIGNS = FROM_BASE - WITH_REFERENCE
"""Relations by what they take and are held against; `SIGNS` promise no more than a change in their direction.

Of those with a goal, `SIDED` have a better side, on which more can be hoped for.
"""
