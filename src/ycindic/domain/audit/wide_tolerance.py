"""Which typed tolerance is so wide, beside its goal, that it may be meant in another unit?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ycindic.domain.audit.finding import Rule, Tension, WideTolerance
from ycindic.domain.facts import Facts
from ycindic.domain.judge.promise import difference_unit, promise
from ycindic.domain.model import Plan

_WIDEST = Decimal("0.1")
"""The share of the goal from which on a tolerance is asked about."""


def find(plan: Plan, _: Facts) -> Iterator[Tension]:
    """Every target whose typed tolerance is more than a tenth of its goal; of a goal of 0 there is no share.

    That of 左右 which nobody typed is ours: there is nobody to ask about it, and `show` tells it.
    """
    for target in plan.targets:
        if target.tolerance is None:
            continue
        indicator = plan.indicators[target.indicator]
        kept = promise(target, indicator)
        share = kept.tolerance / abs(kept.goal) if kept.goal else Decimal(0)
        if kept.goal is not None and share > _WIDEST:
            inputs = WideTolerance(kept.goal, kept.tolerance, share, difference_unit(indicator))
            yield Tension(Rule.TOLERANCE, target.place, indicator, (target,), target.period, inputs)
