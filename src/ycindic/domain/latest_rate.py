"""What did the latest month or quarter alone grow, that two year-to-date rates imply?"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import formulas, rates
from ycindic.domain.facts import Facts, printed_decimals
from ycindic.domain.model import Indicator, Observation, ProfileKind
from ycindic.domain.period import Period
from ycindic.domain.profile import Share, base_share, share_by_months
from ycindic.domain.step import Step


class LatestRate(NamedTuple):
    """What the latest months of a rate grew by themselves: the step, in per cent, and its months.

    `low` and `high` are the range that rounding of the two published rates leaves, `published` what the publisher
    printed of the same months, `weights` how the months were weighed.
    """

    step: Step
    period: Period
    value: Decimal
    low: Decimal
    high: Decimal
    published: Decimal | None
    weights: ProfileKind


def alone(indicator: Indicator, facts: Facts, now: Observation) -> LatestRate | None:
    """What the months behind the year-to-date rate before this one grew by themselves; None for a year's first rate."""
    series, month = facts.of(indicator.id), now.period.last
    first = series.calendar.first(month)
    before_at = max((one for one in series.ytd if first <= one < month), default=None)
    if before_at is None or series.ytd[before_at].bound:
        return None
    before, period = series.ytd[before_at], Period(before_at + 1, month)
    late, early = _shares(indicator, facts, month, before_at)
    step = formulas.RATE_ALONE("latest_growth", "%", late.value, now.value, early.value, before.value)
    if step.result is None:
        return None
    half = rates.half_digit(printed_decimals(indicator, series))
    reach = rates.alone_range(half, late.value, early.value)
    printed = series.alone.get(period)
    return LatestRate(
        step, period, step.result,
        low=step.result - reach, high=step.result + reach,
        published=None if printed is None or printed.bound else printed.value, weights=late.kind,
    )  # fmt: skip


def _shares(indicator: Indicator, facts: Facts, late: int, early: int) -> tuple[Share, Share]:
    """The base year's shares through two months; by months alone where only one of them is known."""
    calendar = facts.of(indicator.id).calendar
    found = base_share(indicator, facts, late, calendar), base_share(indicator, facts, early, calendar)
    if found[0].kind is found[1].kind and found[0].value > found[1].value:
        return found
    return share_by_months(calendar, late), share_by_months(calendar, early)
