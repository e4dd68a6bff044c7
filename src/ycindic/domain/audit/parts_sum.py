"""Do the goals of the parts add up to the goal of the whole?"""

from __future__ import annotations

from collections.abc import Iterator

from ycindic.domain.audit.finding import PartGoal, PartsSum, Rule, Tension
from ycindic.domain.facts import Facts
from ycindic.domain.judge.promise import is_rate, promise
from ycindic.domain.model import AMOUNTS, Plan, Target
from ycindic.domain.rates import ZERO


def find(plan: Plan, _: Facts) -> Iterator[Tension]:
    """Containers with a goal of their own whose parts promise less, or allow more under a ceiling.

    Compared where everything is a quantity in the same unit, over the same period, and every part has
    a goal: shares and rates do not add up.
    """
    by_id = {target.id: target for target in plan.targets}
    for whole in plan.targets:
        parts = [by_id[name] for name in whole.parts or () if name in by_id]
        found = _compared(plan, whole, parts) if parts and len(parts) == len(whole.parts or ()) else None
        if found:
            yield found


def _compared(plan: Plan, whole: Target, parts: list[Target]) -> Tension | None:
    indicator = plan.indicators[whole.indicator]
    kept = promise(whole, indicator)
    if kept.goal is None or not all(_comparable(plan, whole, part, kept.direction) for part in parts):
        return None
    goals = tuple(PartGoal(part.id, promise(part, plan.indicators[part.indicator]).goal or ZERO) for part in parts)
    total = sum((one.goal for one in goals), ZERO)
    if kept.direction * (kept.goal - total) <= 0:
        return None
    inputs = PartsSum(goal=kept.goal, total=total, parts=goals, unit=indicator.unit)
    others = tuple(plan.indicators[part.indicator] for part in parts)
    return Tension(Rule.PARTS, whole.place, indicator, (whole, *parts), whole.period, inputs, others)


def _comparable(plan: Plan, whole: Target, part: Target, direction: int) -> bool:
    of_whole, of_part = plan.indicators[whole.indicator], plan.indicators[part.indicator]
    kept = promise(part, of_part)
    return (
        of_whole.measure in AMOUNTS
        and of_part.measure is of_whole.measure
        and of_part.unit == of_whole.unit
        and not is_rate(of_whole)
        and part.period == whole.period
        and part.average == whole.average
        and kept.goal is not None
        and kept.direction == direction
    )
