"""Does one target make sense by itself: its relation, its goal, its modifiers?"""

from __future__ import annotations

from itertools import pairwise

from ycindic.domain.judge.promise import is_rate
from ycindic.domain.model import (
    HUNDRED,
    WITH_GOAL,
    WITH_REFERENCE,
    Indicator,
    Measure,
    ProfileKind,
    Relation,
    Target,
)
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.problem import Code
from ycindic.load.reading import Reading, Values

_FLOORS = frozenset({Relation.AT_LEAST, Relation.MORE_THAN})
_SIGNS = frozenset({Relation.RISING, Relation.FALLING})
_MODIFIERS = ("average", "total", "hold", "step", "scope", "band", "as", "by", "milestones", "tolerance")
_FIXED = {Relation.ALL: HUNDRED, Relation.NONE: 0}


def check_target(reading: Reading, indicator: Indicator, target: Target, values: Values) -> None:
    """Note every contradiction inside a target."""
    if target.baseline and target.baseline.last >= target.period.first:
        reading.fault(
            values.at("baseline"), Code.OUT_OF_BOUNDS, seen=str(target.baseline), expected=f"< {target.period}"
        )
    if "parts" in values.marks:
        for key in ("relation", "goal", "reference", *_MODIFIERS):
            if key in values.marks:
                reading.fault(values.at_key(key), Code.STRAY_MODIFIER, seen=key, detail="parts")
        return
    if target.relation is None:
        if "relation" not in values.marks:
            code = Code.NO_RELATION if "goal" in values.marks else Code.MISSING_KEY
            reading.fault(values.at("goal"), code, seen=_typed_goal(values), expected="relation")
        return
    _check_goal(reading, indicator, target, values)
    _check_reference(reading, target, values)
    _check_years(reading, indicator, target, values)
    _check_modifiers(reading, indicator, target, values)
    _check_milestones(reading, target, values)


def _typed_goal(values: Values) -> str:
    """The goal as it was typed, as far as it could be read."""
    goal = values.get("goal", "")
    if isinstance(goal, str):
        return goal
    return str(goal[0]) if len(goal) == 1 else "[" + ", ".join(str(one) for one in goal) + "]"


def _stray_goal(reading: Reading, values: Values, relation: Relation, *, expected: str = "") -> None:
    place = values.at("goal")
    reading.fault(place, Code.STRAY_GOAL, seen=_typed_goal(values), expected=expected, detail=relation.value)


def _check_goal(reading: Reading, indicator: Indicator, target: Target, values: Values) -> None:
    relation = target.relation
    if relation is None or ("goal" in values.marks and "goal" not in values):
        return
    if relation in _FIXED:
        if target.goal not in (None, _FIXED[relation]) or target.unstated or target.goal_high is not None:
            _stray_goal(reading, values, relation, expected=str(_FIXED[relation]))
    elif relation not in WITH_GOAL:
        if "goal" in values.marks:
            _stray_goal(reading, values, relation)
    elif target.unstated:
        if relation not in _FLOORS:
            _stray_goal(reading, values, relation, expected="[low, high]" if relation is Relation.BETWEEN else "number")
    elif "goal" not in values:
        reading.fault(values.at("relation"), Code.NO_GOAL, expected="goal", seen=relation.value)
    else:
        _check_range(reading, indicator, target, values)


def _check_range(reading: Reading, indicator: Indicator, target: Target, values: Values) -> None:
    goals, place = values["goal"], values.at("goal")
    wanted = 2 if target.relation is Relation.BETWEEN else 1
    if len(goals) != wanted:
        expected = "[low, high]" if wanted > 1 else "number"
        reading.fault(place, Code.WRONG_TYPE, seen=_typed_goal(values), expected=expected)
    elif target.relation is Relation.ABOUT and not goals[0] and target.tolerance is None and not is_rate(indicator):
        reading.fault(place, Code.NO_TOLERANCE, seen=_typed_goal(values), expected="tolerance")
    elif wanted > 1 and goals[0] > goals[1]:
        upright = f"[{goals[1]}, {goals[0]}]"
        reading.fault(place, Code.RANGE_UPSIDE_DOWN, seen=_typed_goal(values), expected=upright)


def _check_reference(reading: Reading, target: Target, values: Values) -> None:
    needs = target.relation in WITH_REFERENCE
    missing = "reference" not in values.marks or values.get("reference") == []
    if needs and missing:
        reading.fault(values.at("relation"), Code.NO_REFERENCE, seen=str(target.relation), expected="reference")
    if (not needs and "reference" in values.marks) or target.indicator in target.reference:
        seen = ", ".join(target.reference)
        reading.fault(values.at("reference"), Code.STRAY_REFERENCE, seen=seen, detail=str(target.relation))


def _check_years(reading: Reading, indicator: Indicator, target: Target, values: Values) -> None:
    """A rate over several years is an average, a total, or held each year."""
    several = target.period.months > MONTHS_A_YEAR
    said = target.average or target.total or target.hold
    if indicator.measure is Measure.GROWTH and several and target.relation in WITH_GOAL and not said:
        place = values.at("period")
        reading.fault(place, Code.AVERAGE_OR_TOTAL, seen=str(target.period), expected="average, total, hold")
    if target.average and target.total:
        reading.fault(values.at("total"), Code.AVERAGE_OR_TOTAL, seen="average, total", expected="average, total")


def _check_modifiers(reading: Reading, indicator: Indicator, target: Target, values: Values) -> None:
    typed = [key for key in _MODIFIERS if values.get(key) not in (None, False)]
    if not typed:
        return
    measure, relation = indicator.measure, target.relation
    adds_up = measure in (Measure.FLOW, Measure.STOCK)
    fits = {
        "average": measure in (Measure.FLOW, Measure.GROWTH, Measure.MEAN),
        "total": measure is Measure.GROWTH,
        "hold": relation not in WITH_REFERENCE and (relation not in _SIGNS or measure is Measure.GROWTH),
        "step": target.hold or relation is Relation.NONE or measure is Measure.EVENTS,
        "scope": adds_up and relation in WITH_GOAL,
        "band": relation is Relation.BETWEEN,
        "as": relation is Relation.NARROWING,
        "by": indicator.profile is ProfileKind.BATCH,
        "milestones": adds_up and relation in WITH_GOAL | {Relation.ALL},
        "tolerance": relation in WITH_GOAL | set(_FIXED) | {Relation.IN_STEP},
    }
    for key in typed:
        if not fits[key]:
            reading.fault(values.at_key(key), Code.STRAY_MODIFIER, seen=key, detail=f"{measure}, {relation}")


def _check_milestones(reading: Reading, target: Target, values: Values) -> None:
    if not target.milestones:
        return
    ends = [one.by.last for one in target.milestones]
    inside = all(target.period.first <= end < target.period.last for end in ends)
    if not inside or any(before >= after for before, after in pairwise(ends)):
        reading.fault(
            values.at("milestones"), Code.BAD_MILESTONES, seen=", ".join(str(one.by) for one in target.milestones)
        )
