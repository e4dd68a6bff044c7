"""Do the sums of single years add up to the sum that was promised for several years?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.audit.finding import Finding, Rule, YearlyGoals
from ycindic.domain.audit.promised import edge, single_years, targets_of, years_left
from ycindic.domain.facts import Facts
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Measure, Plan, Target
from ycindic.domain.period import MONTHS_A_YEAR


class _Course(NamedTuple):
    """Yearly sums on the way to a total: what they come to, what each other year must bring."""

    reached: Decimal
    needed: Decimal | None
    falls_short: bool


def find(plan: Plan, _: Facts) -> Iterator[Finding]:
    """Multi-year sums whose yearly goals leave more than an even share to the other years.

    Targets with milestones have a path of their own and are left alone.
    """
    for target in plan.targets:
        measured = plan.indicators[target.indicator].measure is Measure.FLOW
        if measured and target.period.months > MONTHS_A_YEAR and not target.scope and not target.milestones:
            found = _compared(plan, target)
            if found:
                yield found


def _compared(plan: Plan, target: Target) -> Finding | None:
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
    if not (printed.falls_short or at_edge.falls_short):
        return None
    inputs = YearlyGoals(
        goal=goal,
        per_year=goal / years,
        promised=promised,
        left=years_left(target.period, promised),
        reached=printed.reached,
        reached_at_edge=at_edge.reached,
        needed=printed.needed,
        needed_at_edge=at_edge.needed,
        unit=indicator.unit,
    )
    targets = targets_of(plan, target, promised)
    return Finding(Rule.YEARLY_TOTALS, target.place, indicator, targets, target.period, inputs)


def _course(goal: Decimal, promised: list[Decimal], years: int, direction: int) -> _Course:
    reached, known = sum(promised, Decimal(0)), len(promised)
    left = years - known
    return _Course(
        reached=reached,
        needed=(goal - reached) / left if left else None,
        falls_short=direction * (goal * known - reached * years) > 0,
    )
