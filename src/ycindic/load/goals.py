"""What is a goal, as the registry tells it: a number, a change from another figure, one that was revised later?"""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain.judge.promise import is_rate, whole_of
from ycindic.domain.model import As, Hope, Indicator, Measure, Revision, Target, Told
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.rates import ZERO
from ycindic.domain.relation import Relation, nature
from ycindic.load.reading import Values


def goal_ends(goal: object) -> tuple[Decimal | None, Decimal | None]:
    """One number, or the two of a range."""
    if not isinstance(goal, list) or not goal:
        return None, None
    return goal[0], goal[1] if len(goal) > 1 else None


def hope(goal: object) -> Hope:
    """The second goal; one that was typed wrongly is told by its sense."""
    return Hope(goal[0]) if isinstance(goal, list) and goal else Hope()


def _with_goal(indicator: Indicator, target: Target, values: Values) -> Target:
    """The target with its goal as a table tells it."""
    low, high = goal_ends(values.get("goal"))
    unstated = values.get("goal") == "unstated"
    if (low, high, unstated) != (target.goal, target.goal_high, target.unstated):
        target = target._replace(goal=low, goal_high=high, unstated=unstated)
    return _with_fixed_goal(_with_told(indicator, target, values))


def with_revisions(indicator: Indicator, target: Target, values: Values) -> Target:
    """The target with its goal, and with every later one; the goal is the first, as the report states it."""
    first = _with_goal(indicator, target, values)
    later = values.get("revised")
    if not later:
        return first
    stated = [Revision.of(first)]
    for one in later:
        if not {"on", "goal"} <= set(one):  # told already, key by key
            continue
        changed = _with_goal(indicator, target, revised(values, one))
        stated.append(Revision.of(changed, one["on"], one.get("source")))
    return first if len(stated) == 1 else first._replace(revised=tuple(stated))


def revised(values: Values, one: Values) -> Values:
    """The table of a target as it would be with a later goal in the place of the first."""
    found = values.only([key for key in values.marks if key != "goal"])
    found["goal"], found.marks["goal"] = one.get("goal"), one.marks.get("goal", one.mark)
    return found


def _with_told(indicator: Indicator, target: Target, values: Values) -> Target:
    """The goal as it was told from another figure; a growth that is told as a multiple is its total change."""
    goal, how = target.goal, As(values["as"]) if "as" in values else None
    if values.get("goal") == "base":
        return target._replace(told=Told(As.DIFFERENCE, ZERO, tolerance=target.tolerance))
    if goal is None:
        return target
    if how is None and target.relation is Relation.ABOVE:
        how = As.DIFFERENCE
    if how is None and target.total and indicator.measure is not Measure.GROWTH:
        how = As.DIFFERENCE if is_rate(indicator) else As.PERCENT
    if how is None:
        return target
    if indicator.measure is Measure.GROWTH and how is not As.DIFFERENCE and not target.beside:
        return _compounding(indicator, target, how)
    told = Told(how, goal, target.goal_high, target.tolerance)
    return target._replace(goal=None, goal_high=None, tolerance=None, total=False, told=told)


def _compounding(indicator: Indicator, target: Target, how: As) -> Target:
    """A growth rate tells a change already: of a multiple what it adds, and over several years the total."""
    one, low, high = whole_of(indicator), target.goal, target.goal_high
    if how is As.TIMES:
        low, high = (None if end is None else (end - 1) * one for end in (low, high))
    return target._replace(goal=low, goal_high=high, total=target.period.months > MONTHS_A_YEAR and not target.average)


def _with_fixed_goal(target: Target) -> Target:
    """`all` means 100, unless it says of how many, `none` zero: told once here, so that the answer shows the number."""
    fixed = nature(target.relation).fixed if target.relation else None
    return target if fixed is None or target.goal is not None else target._replace(goal=Decimal(fixed))
