"""Do the figures of single periods add up to those of the year so far?"""

from __future__ import annotations

from collections.abc import Iterator

from ycindic.domain.audit.finding import PeriodsSum, Rule, Tension
from ycindic.domain.facts import Facts
from ycindic.domain.model import Plan
from ycindic.domain.period import CIVIL, FIRST_YEAR, LAST_YEAR, Period
from ycindic.domain.remarks import remarks

_ALWAYS = Period(CIVIL.year(FIRST_YEAR).first, CIVIL.end(LAST_YEAR))


def find(plan: Plan, facts: Facts) -> Iterator[Tension]:
    """Every year-to-date figure of a flow that is not the sum of its periods, beyond rounding."""
    for indicator in plan.indicators.values():
        series = facts.of(indicator.id)
        for one in remarks(indicator, series, _ALWAYS):
            targets = plan.told_by(indicator.id, one.period.last)
            inputs = PeriodsSum(ytd=one.used, total=one.other, unit=indicator.unit)
            place = series.ytd[one.period.last].place
            yield Tension(Rule.PERIODS, place, indicator, targets, one.period, inputs)
