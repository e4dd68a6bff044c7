"""Do the sums of single years add up to the sum that was promised for several years?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ycindic.domain.audit.finding import Rule, Tension
from ycindic.domain.audit.promised import Compared, YearlyCourse, edge, falls_short, single_years
from ycindic.domain.facts import Facts
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Measure, Plan, Target
from ycindic.domain.period import MONTHS_A_YEAR


def find(plan: Plan, _: Facts) -> Iterator[Tension]:
    """Multi-year sums whose yearly goals leave more than an even share to the other years.

    Targets with milestones have a path of their own and are left alone.
    """
    for target in plan.targets:
        measured = plan.indicators[target.indicator].measure is Measure.FLOW
        if measured and target.period.months > MONTHS_A_YEAR and not target.scope and not target.milestones:
            found = _compared(plan, target)
            if found:
                yield found


def _compared(plan: Plan, target: Target) -> Tension | None:
    indicator = plan.indicators[target.indicator]
    kept = promise(target, indicator)
    if kept.two_sided or kept.goal is None or target.parts is not None:
        return None
    promised = single_years(plan, target.indicator, target.period, kept.direction)
    if not promised:
        return None
    years = target.period.months // MONTHS_A_YEAR
    times = years if target.average else 1
    goal = kept.goal * times
    printed = _course(goal, [one.goal for one in promised], years, kept.direction)
    at_edge = _course(edge(kept, kept.goal) * times, [one.edge for one in promised], years, kept.direction)
    return falls_short(Rule.YEARLY_TOTALS, plan, target, Compared(goal, promised, printed, at_edge, indicator.unit))


def _course(goal: Decimal, promised: list[Decimal], years: int, direction: int) -> YearlyCourse:
    reached, known = sum(promised, Decimal(0)), len(promised)
    left = years - known
    return YearlyCourse(
        per_year=goal / years,
        reached=reached,
        needed=(goal - reached) / left if left else None,
        falls_short=direction * (goal * known - reached * years) > 0,
    )
