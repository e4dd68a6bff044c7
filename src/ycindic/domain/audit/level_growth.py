"""Do published growth and published levels agree?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import rates
from ycindic.domain.audit.finding import LevelGrowth, Rule, Tension
from ycindic.domain.facts import Facts, Known, decimals_of, figure_at
from ycindic.domain.model import Bound, Indicator, IndicatorId, Measure, Observation, Plan
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.rates import half_digit


class _Pair(NamedTuple):
    """The level of the year so far, and that of the same months a year before."""

    now: Known
    before: Known

    @property
    def growth(self) -> Decimal:
        return rates.rate(self.now.value / self.before.value)

    def ends(self) -> tuple[Decimal, Decimal]:
        """The least and the most that the levels can have grown, given their rounding."""
        now, before = _rounding(self.now), _rounding(self.before)
        low = (self.now.value - now) / (self.before.value + before)
        high = (self.now.value + now) / (self.before.value - before)
        return rates.rate(low), rates.rate(high)


def find(plan: Plan, facts: Facts) -> Iterator[Tension]:
    """Of every rate with `levels` the latest period in which its levels tell another rate.

    One finding an indicator: rates at constant prices never follow levels at current ones, and levels
    are re-based, so a list of every quarter would say the same thing again and again.
    """
    for indicator in plan.indicators.values():
        if indicator.measure is Measure.GROWTH and indicator.levels is not None:
            found = _latest(plan, facts, indicator, indicator.levels)
            if found:
                yield found


def _latest(plan: Plan, facts: Facts, indicator: Indicator, levels: IndicatorId) -> Tension | None:
    measure, series = plan.indicators[levels].measure, facts.of(levels)
    compared, differing = 0, []
    for month, one in sorted(facts.of(indicator.id).ytd.items()):
        now, before = figure_at(series, measure, month), figure_at(series, measure, month - MONTHS_A_YEAR)
        if one.bound is Bound.EXACT and _usable(now) and _usable(before) and now and before:
            compared += 1
            pair = _Pair(now, before)
            if _differ(indicator, one, pair):
                differing.append((one, pair))
    if not differing:
        return None
    one, pair = differing[-1]
    furthest, other = max(differing, key=lambda found: abs(found[0].value - found[1].growth))
    low, high = pair.ends()
    inputs = LevelGrowth(
        levels=levels,
        published=one.value,
        computed=pair.growth,
        low=low,
        high=high,
        level_now=pair.now.value,
        level_before=pair.before.value,
        compared=compared,
        differing=len(differing),
        largest_pp=abs(furthest.value - other.growth),
        largest_period=furthest.covered,
    )
    targets = plan.told_by(indicator.id, one.period.last)
    return Tension(Rule.LEVELS, one.place, indicator, targets, one.covered, inputs, (plan.indicators[levels],))


def _usable(known: Known | None) -> bool:
    return known is not None and known.bound is Bound.EXACT and known.value - _rounding(known) > 0


def _rounding(known: Known) -> Decimal:
    return sum((half_digit(decimals_of(one.value)) for one in known.pieces), Decimal(0))


def _differ(indicator: Indicator, one: Observation, pair: _Pair) -> bool:
    decimals = decimals_of(one.value)
    half = half_digit(decimals if indicator.decimals is None else max(decimals, indicator.decimals))
    low, high = pair.ends()
    return one.value + half < low or one.value - half > high
