"""Do the promised additions build up the level that was promised?

Which flow feeds which level stands nowhere in a registry. A flow `X-new` is taken as the additions to
the level `X` where both count in the same unit: that is how the registry names additions. Whoever
reads the finding is told that this is a reading: a level can lose members too.
"""

from __future__ import annotations

from collections.abc import Iterator

from ycindic.domain.audit.finding import Additions, Rule, Tension
from ycindic.domain.audit.promised import single_years, targets_of, years_left
from ycindic.domain.facts import Facts
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Bound, Indicator, IndicatorId, Measure, Plan, Target
from ycindic.domain.period import Period
from ycindic.domain.rates import ZERO

_SUFFIX = "-new"


def _feeding(plan: Plan, stock: Indicator) -> Indicator | None:
    """The flow that counts the additions to a level."""
    flow = plan.indicators.get(IndicatorId(stock.id + _SUFFIX))
    if flow is None or flow.measure is not Measure.FLOW or flow.unit != stock.unit:
        return None
    return flow


def find(plan: Plan, facts: Facts) -> Iterator[Tension]:
    """Levels whose promised additions do not lead to their goal, or cannot be said to without a base."""
    for target in plan.targets:
        indicator = plan.indicators[target.indicator]
        flow = _feeding(plan, indicator) if indicator.measure is Measure.STOCK else None
        if flow and target.parts is None and not target.scope:
            found = _compared(plan, facts, target, flow)
            if found:
                yield found


def _compared(plan: Plan, facts: Facts, target: Target, flow: Indicator) -> Tension | None:
    indicator = plan.indicators[target.indicator]
    kept = promise(target, indicator)
    if kept.low is None or kept.high is not None:
        return None
    base_month = target.baseline.last if target.baseline else target.period.first - 1
    span = Period(base_month + 1, target.period.last)
    promised = single_years(plan, flow.id, span, 1)
    if not promised:
        return None
    total = sum((one.goal for one in promised), ZERO)
    pace, left = total / len(promised), years_left(flow.calendar, span, promised)
    known = facts.of(indicator.id).point.get(base_month)
    base = known.value if known and known.bound is Bound.EXACT else None
    missing = None if base is None else kept.low - base - total
    if missing is not None and missing <= pace * len(left):
        return None
    inputs = Additions(
        goal=kept.low,
        base=base,
        base_period=Period(base_month, base_month),
        promised=promised,
        pace=pace,
        left=left,
        needed=missing / len(left) if missing is not None and left else missing,
        base_needed=kept.low - total - pace * len(left) if base is None else None,
        unit=indicator.unit,
    )
    targets = targets_of(plan, target, promised)
    return Tension(Rule.ADDITIONS, target.place, indicator, targets, span, inputs, (flow,))
