"""Which single promises does one of several figures make (三次产业比16:50:34, 三个100%)?"""

from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.model import IndicatorId, Target, TargetId, Together
from ycindic.domain.problem import Code, Place
from ycindic.domain.relation import Relation
from ycindic.load.reading import NodeReader, Values

_OF_THE_WHOLE = frozenset({"period", "id", "parts", "section", "wording", "note", "todo", "commitment", "headline"})
"""The keys that stay with the container; all but its id and its parts are those of every part, too."""


class Member(NamedTuple):
    """One figure of several: the indicator that it is promised of, and the keys of its own target, with its id."""

    indicator: IndicatorId
    place: Place
    values: Values


def is_together(values: Values) -> bool:
    """Whether a target's parts are indicators, of each of which it promises the same or a figure of its own."""
    return "relation" in values and bool(values.get("parts")) and all("@" not in name for name, _ in values["parts"])


def container(values: Values) -> Values:
    """The keys of the container alone."""
    return values.only(_OF_THE_WHOLE)


def _parts(reading: NodeReader, target: Target, values: Values) -> list[Member]:
    """The keys of each part; none of them where there are not as many figures as parts."""
    names, typed = values["parts"], values.get("goal")
    goals: list[Decimal] = typed if isinstance(typed, list) else []
    if len(goals) > 1 and len(goals) != len(names):
        seen = ", ".join(str(one) for one in goals)
        expected = f"[{', '.join(name for name, _ in names)}]"
        reading.fault(values.at("goal"), Code.WRONG_TYPE, seen=f"[{seen}]", expected=expected)
        return []
    found = []
    for place, (name, where) in enumerate(names):
        own = values.only(frozenset(values.marks) - {"id", "parts", "note", "todo"})
        if len(goals) > 1:
            own["goal"] = [goals[place]]
        own["id"] = f"{target.id}{'-' if '/' in target.id else '/'}{name}"
        found.append(Member(IndicatorId(name), where, own))
    return found


def joined(reading: NodeReader, target: Target, values: Values) -> tuple[Target, list[Member]]:
    """The container with the ids of its parts and what it promises in one; and its parts."""
    typed, found = values.get("goal"), _parts(reading, target, values)
    goals = tuple(typed) if isinstance(typed, list) else ()
    ids = tuple(TargetId(one.values["id"]) for one in found)
    return target._replace(parts=ids, together=Together(Relation(values["relation"]), goals)), found
