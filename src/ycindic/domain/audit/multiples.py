"""Which goal is told as a multiple in the report and registered as an amount?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ycindic.domain.audit.finding import Multiple, Rule, Tension
from ycindic.domain.facts import Facts
from ycindic.domain.model import Plan, Target
from ycindic.domain.rates import ZERO

_TOLD = re.compile(r"翻[一二两三]?番|[0-9.]+倍|doubl|tripl|quadrupl|[0-9a-z]fold|[0-9.]+ times\b", re.IGNORECASE)


def find(plan: Plan, _: Facts) -> Iterator[Tension]:
    """Every target whose wording tells a multiple, of a unit that is none, without `as` that says so."""
    for target in plan.targets:
        indicator = plan.indicators[target.indicator]
        said = _TOLD.search(target.wording)
        if said and _is_amount(target) and "倍" not in indicator.unit and not target.total:
            inputs = Multiple(target.goal or ZERO, said[0], indicator.unit)
            yield Tension(Rule.MULTIPLE, target.place, indicator, (target,), target.period, inputs)


def _is_amount(target: Target) -> bool:
    return target.goal is not None and target.told is None and target.parts is None and not target.reference
