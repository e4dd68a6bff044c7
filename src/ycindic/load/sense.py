"""Does one target make sense by itself: its relation, its goal, its modifiers?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

from ycindic.domain.judge.promise import direction, is_rate
from ycindic.domain.model import AMOUNTS, SUMS, As, Indicator, Measure, Target
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.problem import Code
from ycindic.domain.relation import FIXED, REACHING, SIDED, SIGNS, WITH_GOAL, WITH_REFERENCE, Relation
from ycindic.load.goals import goal_ends, revised
from ycindic.load.reading import NodeReader, Values

_DISTANT = WITH_GOAL | {Relation.ABOVE}
"""Relations whose goal may be told from another figure."""
_MODIFIERS = ("average", "total", "hold", "step", "scope", "band", "as", "by", "milestones", "tolerance", "goal_read")
_BY_A_YEAR = "2030, baseline: 2025"
"""How a sum is told that a base is to be multiplied to: the year that is compared, and its base."""


def check_target(reading: NodeReader, indicator: Indicator, target: Target, values: Values) -> None:
    """Note every contradiction inside a target."""
    if target.baseline and target.baseline.last >= target.period.first:
        reading.fault(
            values.at("baseline"), Code.OUT_OF_BOUNDS, seen=str(target.baseline), expected=f"< {target.period}"
        )
    if "parts" in values.marks:
        for key in ("relation", "goal", "reference", "stretch", "revised", *_MODIFIERS):
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
    _check_deadline(reading, indicator, target, values)
    _check_stretch(reading, indicator, target, values)
    _check_milestones(reading, target, values)
    _check_revisions(reading, indicator, target, values)


def _typed_goal(values: Values) -> str:
    """The goal as it was typed, as far as it could be read."""
    goal = values.get("goal", "")
    if isinstance(goal, str):
        return goal
    return str(goal[0]) if len(goal) == 1 else "[" + ", ".join(str(one) for one in goal) + "]"


def _stray_goal(reading: NodeReader, values: Values, relation: Relation, *, expected: str = "") -> None:
    place = values.at("goal")
    reading.fault(place, Code.STRAY_GOAL, seen=_typed_goal(values), expected=expected, detail=relation.value)


def _check_goal(reading: NodeReader, indicator: Indicator, target: Target, values: Values) -> None:
    relation = target.relation
    if relation is None or ("goal" in values.marks and "goal" not in values):
        return
    if relation in FIXED:
        if not _fits_fixed(indicator, target, values):
            _stray_goal(reading, values, relation, expected=str(FIXED[relation]))
    elif relation not in WITH_GOAL:
        if "goal" in values.marks and not (relation is Relation.ABOVE and _one_number(values)):
            _stray_goal(reading, values, relation)
    elif isinstance(values.get("goal"), str):
        if relation is Relation.BETWEEN:
            _stray_goal(reading, values, relation, expected="[low, high]")
    elif "goal" not in values:
        if "reference" not in values.marks or relation not in REACHING:
            reading.fault(values.at("relation"), Code.NO_GOAL, expected="goal", seen=relation.value)
    else:
        _check_range(reading, indicator, target, values)


def _one_number(values: Values) -> bool:
    goal = values.get("goal")
    return isinstance(goal, list) and len(goal) == 1


def _fits_fixed(indicator: Indicator, target: Target, values: Values) -> bool:
    """Whether `all` or `none` has no goal, its own, or, of `all`, the count of those that there are."""
    if "goal" not in values:
        return True
    fixed = FIXED[target.relation] if target.relation else None
    counted = target.relation is Relation.ALL and not is_rate(indicator) and (target.goal or 0) > 0
    return _one_number(values) and (target.goal == fixed or counted)


def _check_range(reading: NodeReader, indicator: Indicator, target: Target, values: Values) -> None:
    goals = values["goal"]
    wanted = 2 if target.relation is Relation.BETWEEN else 1
    if len(goals) != wanted:
        expected = "[low, high]" if wanted > 1 else "number"
        reading.fault(values.at("goal"), Code.WRONG_TYPE, seen=_typed_goal(values), expected=expected)
    elif target.relation is Relation.ABOUT and not goals[0] and target.tolerance is None and not is_rate(indicator):
        reading.fault(values.at("goal"), Code.NO_TOLERANCE, seen=_typed_goal(values), expected="tolerance")
    elif wanted > 1 and goals[0] > goals[1]:
        upright = f"[{goals[1]}, {goals[0]}]"
        reading.fault(values.at("goal"), Code.RANGE_UPSIDE_DOWN, seen=_typed_goal(values), expected=upright)


def _check_reference(reading: NodeReader, target: Target, values: Values) -> None:
    distance = target.relation is Relation.ABOVE and "as" in values
    needs, takes = target.relation in WITH_REFERENCE and not distance, WITH_REFERENCE
    if "goal" not in values.marks or "as" in values:
        takes = takes | REACHING
    missing = "reference" not in values.marks or values.get("reference") == []
    if needs and missing:
        reading.fault(values.at("relation"), Code.NO_REFERENCE, seen=str(target.relation), expected="reference")
    if (target.relation not in takes and "reference" in values.marks) or target.indicator in target.reference:
        seen = ", ".join(target.reference)
        reading.fault(values.at("reference"), Code.STRAY_REFERENCE, seen=seen, detail=str(target.relation))


def _check_years(reading: NodeReader, indicator: Indicator, target: Target, values: Values) -> None:
    """A rate over several years is an average, a total, or held each year."""
    if target.average and target.total:
        reading.fault(values.at("total"), Code.AVERAGE_OR_TOTAL, seen="average, total", expected="average, total")
    if target.period.months <= MONTHS_A_YEAR:
        return
    from_base = "as" in values or values.get("goal") == "base" or target.total
    said = target.average or target.total or target.hold or target.reference or from_base
    if indicator.measure is Measure.GROWTH and target.relation in WITH_GOAL and not said:
        place = values.at("period")
        reading.fault(place, Code.AVERAGE_OR_TOTAL, seen=str(target.period), expected="average, total, hold")
    sums = indicator.measure in SUMS
    if sums and from_base and not (target.beside or target.average or target.hold):
        reading.fault(values.at("period"), Code.OUT_OF_BOUNDS, seen=str(target.period), expected=_BY_A_YEAR)


def _check_modifiers(reading: NodeReader, indicator: Indicator, target: Target, values: Values) -> None:
    typed = [key for key, value in values.items() if key in _MODIFIERS and value is not False]
    if not typed:
        return
    measure, relation = indicator.measure, target.relation
    signs = relation in SIGNS
    adds_up = measure in AMOUNTS
    fits = {
        "average": measure in (Measure.FLOW, Measure.GROWTH, Measure.MEAN) and target.calendar.whole(target.period),
        "total": measure is Measure.GROWTH or (relation in WITH_GOAL and not target.beside),
        "hold": not target.reference and relation is not Relation.ABOVE and (measure is Measure.GROWTH or not signs),
        "step": target.hold or relation is Relation.NONE or measure is Measure.EVENTS,
        "scope": adds_up and relation in WITH_GOAL,
        "band": relation is Relation.BETWEEN,
        "as": _takes_as(target, values),
        "by": True,
        "goal_read": target.goal is not None and relation in WITH_GOAL,
        "milestones": adds_up and relation in WITH_GOAL | {Relation.ALL},
        "tolerance": relation in WITH_GOAL | set(FIXED) | {Relation.IN_STEP},
    }
    for key in typed:
        if not fits[key]:
            reading.fault(values.at_key(key), Code.STRAY_MODIFIER, seen=key, detail=f"{measure}, {relation}")


def _takes_as(target: Target, values: Values) -> bool:
    """Whether there is a goal that can be told from another figure, or a distance that can be a difference."""
    if target.relation is Relation.NARROWING or (target.relation is Relation.ABOVE and "goal" not in values):
        return values.get("as") == As.DIFFERENCE
    if target.relation is Relation.ABOVE and not target.reference and values.get("as") != As.DIFFERENCE:
        return False
    return target.relation in _DISTANT and isinstance(values.get("goal"), list)


def _check_deadline(reading: NodeReader, indicator: Indicator, target: Target, values: Values) -> None:
    """A deadline lies inside its period; over several years a sum or a rate needs whole ones until then."""
    period = target.period
    if target.by is None:
        return
    left = target.until_deadline(indicator).period
    countable = indicator.measure is Measure.STOCK or left.months <= MONTHS_A_YEAR or target.calendar.whole(left)
    if not period.start <= target.by <= period.end or not countable:
        expected = f"{period.start} – {period.end}"
        reading.fault(values.at("by"), Code.OUT_OF_BOUNDS, seen=str(target.by), expected=expected)


def _check_stretch(reading: NodeReader, indicator: Indicator, target: Target, values: Values) -> None:
    """A second goal is one number on the better side of the promised one, or left open."""
    if "stretch" not in values:
        return
    goal, place = values["stretch"], values.at("stretch")
    typed = values.get("goal")
    ends = typed if isinstance(typed, list) else [Decimal(0)] if typed == "base" else []
    if target.relation not in SIDED or target.band or target.reference or not ends:
        detail = f"{indicator.measure}, {target.relation}"
        reading.fault(values.at_key("stretch"), Code.STRAY_MODIFIER, seen="stretch", detail=detail)
    elif goal != "unstated" and (goal == "base" or len(goal) > 1):
        reading.fault(place, Code.WRONG_TYPE, seen=str(goal), expected="number, unstated")
    elif isinstance(goal, list):
        up = direction(target, indicator) > 0
        if (goal[0] <= max(ends)) if up else (goal[0] >= min(ends)):
            expected = f"> {max(ends)}" if up else f"< {min(ends)}"
            reading.fault(place, Code.OUT_OF_BOUNDS, seen=str(goal[0]), expected=expected)


def _check_milestones(reading: NodeReader, target: Target, values: Values) -> None:
    if not target.milestones:
        return
    ends = [one.by.last for one in target.milestones]
    inside = all(target.period.first <= end < target.period.last for end in ends)
    if not inside or any(before >= after for before, after in pairwise(ends)):
        reading.fault(
            values.at("milestones"), Code.BAD_MILESTONES, seen=", ".join(str(one.by) for one in target.milestones)
        )


def _check_revisions(reading: NodeReader, indicator: Indicator, target: Target, values: Values) -> None:
    """Later goals fit the promise as the first one does, and each comes after the one before it and before the end."""
    before: date | None = None
    for one in values.get("revised", []):
        if not {"on", "goal"} <= set(one):
            continue
        if one["on"] > target.period.end or (before and one["on"] <= before):
            expected = f"> {before}" if before and one["on"] <= before else f"≤ {target.period.end}"
            reading.fault(one.at("on"), Code.OUT_OF_BOUNDS, seen=str(one["on"]), expected=expected)
        before = one["on"]
        low, high = goal_ends(one["goal"])
        later = target._replace(goal=low, goal_high=high, unstated=one["goal"] == "unstated")
        _check_goal(reading, indicator, later, revised(values, one))
