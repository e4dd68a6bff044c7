"""What is the growth of amounts and levels, where only they are recorded? Computed by us, never the published rate."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ycindic.domain import formulas, rates
from ycindic.domain.facts import Known, Series, cumulative_before
from ycindic.domain.glance.computed import Computed, Question, exact_sum, half_of
from ycindic.domain.model import Indicator, IndicatorId
from ycindic.domain.period import MONTHS_A_YEAR, Period


def growth_of_sum(question: Question) -> Iterator[Computed]:
    """What a sum grew over the same months of last year, so far and in the latest release alone."""
    if question.through is not None:
        yield from _sums(question.indicator, question.series, question.through, "growth_so_far", "latest_growth_sum",
                         beside=question.row.figures.required_growth)  # fmt: skip


def from_levels(question: Question) -> Iterator[Computed]:
    """The growth of the indicator named in `levels`, where its amounts are known of later months than the rate is."""
    name = question.indicator.levels
    if name is None:
        return
    series, period = question.facts.of(name), question.row.target.period
    known = series.last_known(period)
    if known is not None and known > (question.through or 0):
        yield from _sums(question.plan.indicators[name], series, known, "growth_from_levels", None)


def growth_of_level(question: Question) -> Iterator[Computed]:
    """A level against that of the same month of last year."""
    month, points = question.through, question.series.point
    if month is None or month not in points or month - MONTHS_A_YEAR not in points:
        return
    now, before = points[month], points[month - MONTHS_A_YEAR]
    step = formulas.GROWTH_OF_LEVEL("year_on_year", "%", now.value, before.value)
    if step.result is not None and not (now.bound or before.bound):
        ends = _rounded_growth(now.value, before.value, half_of(question.indicator, question.series))
        yield Computed(step, now.period, question.indicator.id, low=ends[0], high=ends[1])


def _rounded_growth(now: Decimal, before: Decimal, half: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and the highest growth that rounding of two amounts allows."""
    return rates.growth(now - half, before + half), rates.growth(now + half, before - half)


def _sums(
    indicator: Indicator, series: Series, through: int, so_far: str, alone: str | None, beside: Decimal | None = None
) -> Iterator[Computed]:
    now, before = exact_sum(series, through), exact_sum(series, through - MONTHS_A_YEAR)
    step = formulas.GROWTH(so_far, "%", now.value, before.value) if now and before else None
    if now is None or before is None or step is None or step.result is None:
        return
    half = half_of(indicator, series)
    low, high = _rounded_growth(now.value, before.value, half)
    yield Computed(step, now.period, indicator.id, low=low, high=high, beside=None if alone else beside)
    earlier = cumulative_before(series, through) if alone else None
    same = exact_sum(series, earlier.period.last - MONTHS_A_YEAR) if earlier else None
    if alone and earlier and same:
        yield from _between(alone, indicator.id, (now, earlier, before, same), half, beside)


def _between(
    name: str, about: IndicatorId, sums: tuple[Known, Known, Known, Known], half: Decimal, beside: Decimal | None
) -> Iterator[Computed]:
    """The growth of the latest months alone, both of this year and of last year being differences of two sums."""
    now, earlier, before, same = sums
    step = formulas.GROWTH_ALONE(name, "%", now.value, earlier.value, before.value, same.value)
    if step.result is None:
        return
    low, high = _rounded_growth(now.value - earlier.value, before.value - same.value, 2 * half)
    period = Period(earlier.period.last + 1, now.period.last)
    yield Computed(step, period, about, low=low, high=high, beside=beside)
