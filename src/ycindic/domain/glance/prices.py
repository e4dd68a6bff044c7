"""Which part of this year's rise of prices was made last year (翘尾), and which is new (新涨价)?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ycindic.domain import formulas, rates
from ycindic.domain.facts import Series
from ycindic.domain.glance.computed import Computed, Question, computed_need
from ycindic.domain.model import HUNDRED, Indicator, IndicatorId, Measure
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.step import Step


def from_last_year(question: Question) -> Iterator[Computed]:
    """翘尾 of the latest month, of the months so far, of the rest and of the whole year, and the new rise above it.

    From the monthly index of last year that the key `index` names; nothing where it is not known.
    """
    name, through = question.indicator.price_index, question.through
    if name is None or through is None:
        return
    calendar = question.series.calendar
    year = calendar.year(calendar.year_of(through))
    effects = _carry_overs(question.plan.indicators[name], question.facts.of(name), year.first - 1)
    yield from _latest(question, effects, name, through)
    yield from _average("carry_over_so_far", effects, name, Period(year.first, through))
    yield from _average("carry_over_year", effects, name, year)
    if through < year.last:
        yield from _rest(question, effects, name, Period(through + 1, year.last))


def _carry_overs(indicator: Indicator, series: Series, base: int) -> Mapping[int, Step]:
    """翘尾 by month of this year over the last month of the year before (`base`), each with its step.

    The index is a level to a fixed base (a stock), or the change on the month before in per cent (环比).
    """
    levels = _levels(indicator, series, base)
    steps = {
        month + MONTHS_A_YEAR: formulas.CARRIED_OVER("carry_over_latest", "pp", levels[base], level)
        for month, level in levels.items()
    }
    return {month: step for month, step in steps.items() if step.result is not None}


def _levels(indicator: Indicator, series: Series, base: int) -> dict[int, Decimal]:
    """The index of the months of last year back from its end, chained to 100 there where changes are known."""
    first = base - MONTHS_A_YEAR + 1
    if indicator.measure is Measure.STOCK:
        known = {month: series.point[month] for month in range(first, base + 1) if month in series.point}
        return {month: one.value for month, one in known.items() if not one.bound} if base in known else {}
    changes = {span.last: series.alone[span] for span in series.alone if span.months == 1}
    levels = {base: HUNDRED}
    for month in range(base, first, -1):
        if month not in changes or changes[month].bound or rates.factor(changes[month].value) <= 0:
            break
        levels[month - 1] = levels[month] / rates.factor(changes[month].value)
    return levels if len(levels) > 1 else {}


def _latest(question: Question, effects: Mapping[int, Step], name: IndicatorId, through: int) -> Iterator[Computed]:
    if through not in effects:
        return
    month, step = Period(through, through), effects[through]
    yield Computed(step, month, name)
    seen = question.series.alone.get(month)
    if seen is not None and not seen.bound:
        new = formulas.NEW_RISE("new_rise_latest", "pp", seen.value, step.value)
        yield Computed(new, month, question.indicator.id)


def _average(field: str, effects: Mapping[int, Step], name: IndicatorId, period: Period) -> Iterator[Computed]:
    """The mean of the months' effects, where all of them are known."""
    months = range(period.first, period.last + 1)
    if not all(month in effects for month in months):
        return
    effects_of = [effects[month].value for month in months]
    yield Computed(formulas.mean_of(len(effects_of))(field, "pp", *effects_of), period, name)


def _rest(question: Question, effects: Mapping[int, Step], name: IndicatorId, rest: Period) -> Iterator[Computed]:
    """What last year's course brings to the months that are left, and how much new rise the goal leaves to them."""
    for found in _average("carry_over_rest", effects, name, rest):
        yield found
        required = computed_need(question.row)
        if required is not None:
            new = formulas.NEW_RISE("new_rise_rest", "pp", required, found.step.value)
            yield Computed(new, rest, question.indicator.id)
