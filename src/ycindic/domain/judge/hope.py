"""What would a second, softer goal be, had it been promised (力争达到10%, 争取更好结果)?"""

from __future__ import annotations

from ycindic.domain.judge.promise import direction
from ycindic.domain.model import Indicator, Target
from ycindic.domain.relation import Relation


def as_promised(target: Target, indicator: Indicator) -> Target:
    """The hope of a target as a promise of its own, on the side that is the better one.

    Without a number it is the promised one without its tolerance: of a floor to be surpassed, of a ceiling to be kept.
    """
    hope = target.hope.goal if target.hope else None
    up = direction(target, indicator) > 0
    relation = Relation.AT_MOST if not up else Relation.AT_LEAST if hope is not None else Relation.MORE_THAN
    alone = target._replace(relation=relation, hope=None, tolerance=None, goal_high=None, milestones=(), band=False)
    if target.told is not None:
        goal = target.told.goal if hope is None else hope
        return alone._replace(told=target.told._replace(goal=goal, high=None, tolerance=None))
    return alone._replace(goal=target.goal if hope is None else hope)
