"""Which recorded figures are of another size than their like, as if typed in another unit, or fall where none can?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ycindic.domain.audit.finding import DoubtfulSize, Rule, Tension
from ycindic.domain.facts import Facts
from ycindic.domain.model import Plan
from ycindic.domain.plausibility import Suspect, Trusted, misplaced


def find(plan: Plan, facts: Facts) -> Iterator[Tension]:
    """Every figure that a person would be asked about if it were recorded now, beside all others of its indicator.

    Of two running totals the later one is told.
    """
    for indicator in plan.indicators.values():
        series = facts.of(indicator.id)
        promised = [target for target in plan.targets if target.indicator == indicator.id]
        known = Trusted(indicator, series)
        for seen in series.observations:
            doubt = misplaced(Suspect(seen, indicator, known, known, promised, date.max))
            if doubt is None or doubt.low is None or (doubt.period and doubt.period.last > seen.period.last):
                continue
            targets = tuple(target for target in promised if target.period.covers(seen.period.last))
            inputs = DoubtfulSize(seen.value, doubt.low, doubt.likely, doubt.period, indicator.unit)
            yield Tension(Rule.SIZE, seen.place, indicator, targets, seen.covered, inputs)
