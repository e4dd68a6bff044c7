"""Do the yearly rates compound to the average, or the total, that was promised for several years?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ycindic.domain import rates
from ycindic.domain.audit.finding import Rule, Tension
from ycindic.domain.audit.promised import CLOSE, Compared, YearlyCourse, edge, falls_short, single_years
from ycindic.domain.facts import Facts
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Measure, Plan, Target
from ycindic.domain.period import MONTHS_A_YEAR


def find(plan: Plan, _: Facts) -> Iterator[Tension]:
    """Multi-year rates whose yearly goals leave more than an even share to the other years.

    As printed: 5 % in 2026 leaves 6.25 % a year to the other four of an average of 6 %. What a tolerance that is used
    up leaves to them (of a yearly 左右, and of the multi-year goal) is told beside it.
    """
    for target in plan.targets:
        if plan.indicators[target.indicator].measure is Measure.GROWTH and (target.average or target.total):
            found = _compared(plan, target)
            if found:
                yield found


def _compared(plan: Plan, target: Target) -> Tension | None:
    kept = promise(target, plan.indicators[target.indicator])
    if kept.two_sided or kept.goal is None or target.period.months <= MONTHS_A_YEAR:
        return None
    promised = single_years(plan, target.indicator, target.period, kept.direction)
    years = target.period.months // MONTHS_A_YEAR
    printed = _course(target, kept.goal, [one.goal for one in promised], years, kept.direction)
    at_edge = _course(target, edge(kept, kept.goal), [one.edge for one in promised], years, kept.direction)
    if printed is None or at_edge is None:
        return None
    return falls_short(Rule.YEARLY_GROWTH, plan, target, Compared(kept.goal, promised, printed, at_edge, "%"))


def _course(target: Target, goal: Decimal, promised: list[Decimal], years: int, direction: int) -> YearlyCourse | None:
    """None where nothing was promised for single years, or nothing can be compounded."""
    whole = rates.factor(goal) if target.total else rates.factor(goal) ** years
    so_far, left = rates.product(promised), years - len(promised)
    per_year = rates.root(whole, years)
    average = rates.root(so_far, len(promised))
    if per_year is None or average is None:
        return None
    rest = rates.root(whole / so_far, left) if left else None
    reached = so_far if target.total else average
    harder = per_year - average if rest is None else rest - per_year
    return YearlyCourse(
        per_year=rates.rate(per_year),
        reached=rates.rate(reached),
        needed=None if rest is None else rates.rate(rest),
        falls_short=direction * harder > CLOSE,
    )
