"""Which goals would have been set beside last year's course? Promises made up for a test of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from random import Random

from ycindic.domain.backtest.case import SEED
from ycindic.domain.facts import Facts, Series, printed_decimals
from ycindic.domain.model import Better, Indicator, Measure, Plan, Target, TargetId
from ycindic.domain.past import of_year
from ycindic.domain.period import Period
from ycindic.domain.rates import factor, rate
from ycindic.domain.relation import Relation

_WIDEST = 3
"""Goals lie up to so many percentage points off last year's course."""


def beside_last_year(plan: Plan, facts: Facts, seeds: Iterable[int]) -> Plan:
    """The plan with made-up goals in the place of its own: for every sum, rate and mean, every year and seed one.

    The goal of a sum is last year's total, grown by last year's growth plus an offset; that of a rate or a mean is
    last year's figure plus the offset, with the decimals that the publisher prints. Offsets are drawn evenly from
    −3 to +3 points; the same seed, indicator and year give the same offset whatever else is in the registry. What
    is better near a value or lower is given a ceiling, else a floor.
    """
    targets = (
        _target(indicator, year, seed, facts.of(indicator.id))
        for indicator in plan.indicators.values()
        if indicator.measure in (Measure.FLOW, Measure.GROWTH, Measure.MEAN)
        for year in _years(facts.of(indicator.id))
        for seed in seeds
    )
    return plan._replace(targets=tuple(target for target in targets if target))


def offset(seed: int, indicator: str, year: int) -> Decimal:
    """The points off last year's course, two decimals, drawn evenly."""
    drawn = Random(f"{seed} {indicator} {year}")  # noqa: S311 - a repeatable draw, no secret
    return Decimal(drawn.randint(-100 * _WIDEST, 100 * _WIDEST)).scaleb(-2)


def _years(series: Series) -> Iterator[int]:
    ends = series.ends
    yield from series.calendar.years(Period(min(ends), max(ends))) if ends else ()


def _target(indicator: Indicator, year: int, seed: int, series: Series) -> Target | None:
    goal = _goal(indicator, series, year, offset(seed, indicator.id, year))
    if goal is None:
        return None
    return Target(
        id=TargetId(f"{indicator.id}@{year}{SEED}{seed}"),
        indicator=indicator.id,
        period=indicator.calendar.year(year),
        relation=Relation.AT_LEAST if indicator.better in (None, Better.HIGHER) else Relation.AT_MOST,
        goal=goal,
        calendar=indicator.calendar,
    )


def _goal(indicator: Indicator, series: Series, year: int, points: Decimal) -> Decimal | None:
    """Last year's course and the offset, None where last year is not known."""
    last = of_year(indicator, series, year - 1, exact=False)
    if last is None:
        return None
    if indicator.measure is not Measure.FLOW:
        return round(last + points, printed_decimals(indicator, series))
    before = of_year(indicator, series, year - 2, exact=False)
    if before is None or before <= 0 or last <= 0:
        return None
    goal = last * factor(rate(last / before) + points)
    return goal if goal > 0 else None
