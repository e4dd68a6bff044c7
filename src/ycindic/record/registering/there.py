"""Which promises does the registry hold already, with the same goal or with another, and in which unit?"""

from collections.abc import Mapping

from ycindic.domain.model import IndicatorId, Plan, Target
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.relation import FIXED
from ycindic.record.draft.entries import DraftedEntry
from ycindic.record.draft.forms import written
from ycindic.record.registering.goal_units import in_multiple, in_told_unit
from ycindic.record.tables.reader import about
from ycindic.render.words.promised import goal_words


def registered_one(entry: DraftedEntry, plan: Plan) -> Target | None:
    """The first target of the registry that stands where one of an entry would."""
    ids = {f"{entry.id}@{one.keys['period']}" for one in entry.targets}
    return next((one for one in plan.targets if one.id in ids), None)


def in_registered_unit(
    entry: DraftedEntry, told: str, plan: Plan, place: Place, problems: list[Problem]
) -> DraftedEntry:
    """The entry with its goals in the unit that its indicator is registered in, of a new one in that which was told.

    Where they cannot be, a problem.
    """
    known = plan.indicators.get(IndicatorId(entry.id))
    if known is None:
        return in_told_unit(entry, told, place, problems)
    if not entry.unit or any("as" in one.keys for one in entry.targets):
        return entry
    scaled = in_multiple(entry, known.unit, known.unit_en)
    if scaled is None:
        problems.append(about(Problem(place, Code.GOAL_UNIT, seen=entry.unit, expected=known.unit), known))
    return scaled or entry


def same_goal(target: Target, keys: Mapping[str, str]) -> bool:
    """Whether a registered target promises what the keys of a new one do."""
    if str(target.relation) != keys["relation"] or target.told is not None or "as" in keys:
        return False
    return target.relation in FIXED or _goal(target) == keys.get("goal", "")


def _goal(target: Target) -> str:
    if target.unstated:
        return "unstated"
    ends = [written(one) for one in (target.goal, target.goal_high) if one is not None]
    return f"[{', '.join(ends)}]" if len(ends) > 1 else "".join(ends)


def registered_fault(place: Place, target: Target, plan: Plan, seen: str = "") -> Problem:
    """That a promise is registered: which one, with which goal, under which id."""
    indicator = plan.indicators[target.indicator]
    goal = goal_words(target, indicator)
    zh, en = (
        f"{indicator.name.in_language(lang)} {goal.in_language(lang) if goal else ''} ({target.id})"
        for lang in ("zh", "en")
    )
    return Problem(place, Code.REGISTERED, seen=seen, about_zh=zh, about_en=en)
