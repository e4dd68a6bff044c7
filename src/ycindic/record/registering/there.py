"""Which promises does the registry hold already, with the same goal or with another?"""

from collections.abc import Mapping

from ycindic.domain.model import Plan, Target
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.relation import FIXED
from ycindic.record.draft.entries import DraftedEntry
from ycindic.record.draft.forms import written
from ycindic.render.words.promised import goal_words


def registered_one(entry: DraftedEntry, plan: Plan) -> Target | None:
    """The first target of the registry that stands where one of an entry would."""
    ids = {f"{entry.id}@{one.keys['period']}" for one in entry.targets}
    return next((one for one in plan.targets if one.id in ids), None)


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
