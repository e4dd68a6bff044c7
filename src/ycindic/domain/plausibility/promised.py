"""Which size does a goal let one expect of a figure?"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple, assert_never

from ycindic.domain.facts import decimals_of
from ycindic.domain.model import (
    HUNDRED,
    SIGNS_OF_RATES,
    SUMS,
    Basis,
    Indicator,
    Measure,
    Observation,
    ProfileKind,
    Target,
)
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.profile import from_table
from ycindic.domain.rates import ZERO
from ycindic.domain.relation import GoodWay, nature

_RATE_TIMES, _RATE_FLOOR = 5, Decimal(30)
"""A rate of more than five times its goal, and more than 30 %, is no good year."""
_PACE_TIMES, _YEAR_TIMES, _AT_ONCE = 5, Decimal("2.5"), Decimal("0.8")
"""A sum may go five times as fast as time, reach 2.5 times the goal of its year, and have 0.8 of it at once."""
_COUNT_TIMES, FEW = 3, 100
"""What is counted one by one can be done at once, and three times over, where there are few of them."""
_LEVEL_TIMES = 6
SMALL = 30
"""So many times smaller than expected is no bad year but another unit."""


class Size(NamedTuple):
    """The size that one would expect, the bounds beyond which it is strange, and how many figures say so."""

    usual: Decimal
    low: Decimal
    high: Decimal
    figures: int = 0


def expected_size(indicator: Indicator, seen: Observation, targets: Iterable[Target]) -> Size | None:
    """What the goals let expect; None where none has a number."""
    sums = indicator.measure in SUMS
    fitting = [
        one for one in targets if one.goal and (one.whole_years or not sums)
    ]  # a season's sum says nothing of a year
    goals = [(one, max(abs(goal) for goal in (one.goal, one.goal_high) if goal)) for one in fitting]
    if not goals:
        return None
    match indicator.measure:
        case Measure.GROWTH | Measure.MEAN:
            return of_rate(seen, max(goal for _, goal in goals), indicator.unit)
        case Measure.STOCK:
            return _of_level(goals, indicator.unit)
        case Measure.FLOW | Measure.EVENTS:
            return _of_sum(goals, indicator, seen)
        case _:
            assert_never(indicator.measure)


def of_rate(seen: Observation, usual: Decimal, unit: str) -> Size:
    """The bounds of a rate, by its goal or by figures of the same kind.

    Rates do pass zero, and are published with one decimal: what has more is rather a share of one.
    """
    small = SMALL if decimals_of(seen.value) > 1 else 2 * SMALL
    return Size(usual, usual / small, max(usual * _RATE_TIMES, _RATE_FLOOR if unit in SIGNS_OF_RATES else ZERO))


def _of_level(goals: Sequence[tuple[Target, Decimal]], unit: str) -> Size:
    usual = max(goal for _, goal in goals)
    high = HUNDRED if unit == "%" and usual <= HUNDRED else usual * _LEVEL_TIMES
    return Size(usual, _least(goals) / SMALL, high)


def _of_sum(goals: Sequence[tuple[Target, Decimal]], indicator: Indicator, seen: Observation) -> Size:
    yearly = [(one, goal if one.average else goal / _years(one)) for one, goal in goals]
    most, share = max(goal for _, goal in yearly), _share(indicator, seen)
    at_once = indicator.profile is ProfileKind.BATCH or (most <= FEW and counts_things(seen.value, indicator.unit))
    pace = max(share * _PACE_TIMES, _AT_ONCE)
    high = most * (_COUNT_TIMES if at_once else min(pace, _YEAR_TIMES))
    return Size(most * share, ZERO if at_once else _least(yearly) * share / SMALL, high)


def counts_things(value: Decimal, unit: str) -> bool:
    """Whether a figure counts things one by one: a whole number, not of 万 or 亿."""
    return value == value.to_integral_value() and unit[:1] not in ("万", "亿", "千", "百", "%", "‰")


def _years(target: Target) -> int:
    return max(target.period.months // MONTHS_A_YEAR, 1)


def _share(indicator: Indicator, seen: Observation) -> Decimal:
    """The share of a year that the figure speaks of: its months, or more where the shares that are typed say so."""
    if seen.basis is not Basis.YTD:
        return Decimal(seen.covered.months) / MONTHS_A_YEAR
    month = indicator.calendar.place(seen.period.last)
    typed = from_table(indicator.shares, month).value if indicator.shares else ZERO
    return max(typed, Decimal(month) / MONTHS_A_YEAR)


def _least(goals: Sequence[tuple[Target, Decimal]]) -> Decimal:
    """The smallest size that is no slip of the unit: a ceiling may be kept by any distance."""
    floors = [goal for one, goal in goals if one.relation and nature(one.relation).way is not GoodWay.DOWN]
    return min(floors) if len(floors) == len(goals) else ZERO
