"""How many points of a sum's growth did each part bring (拉动), and which share of it (贡献率)?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain import formulas, rates
from ycindic.domain.facts import Known
from ycindic.domain.glance.computed import Computed, Question, exact_sum
from ycindic.domain.model import Indicator, IndicatorId, Measure
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.step import Step


class _Part(NamedTuple):
    """The points that a part added, and how."""

    about: IndicatorId
    step: Step


def pulls(question: Question) -> Iterator[Computed]:
    """拉动 and 贡献率 of each part that `parts_of_sum` names, and the points that they leave unexplained.

    A part's rate of growth is weighed by the same months of last year of the indicator in its `levels`; where the
    parts are sums themselves their own increases count. The base of the whole is that of its own `levels`, else the
    parts' bases together. A part whose figure of the month or whose base is not known is left out, and then
    nothing is said of the rest.
    """
    growth, through = _growth(question), question.through
    if growth is None or through is None:
        return
    found = [part for name in question.indicator.parts_of_sum if (part := _part(question, name, through))]
    period = question.series.calendar.so_far(through)
    for part in found:
        yield Computed(part.step, period, part.about)
        share = formulas.CONTRIBUTION("contribution", "%", part.step.value, growth)
        if share.result is not None:
            yield Computed(share, period, part.about)
    if found and len(found) == len(question.indicator.parts_of_sum):
        pulled = sum((part.step.value for part in found), Decimal(0))
        yield Computed(formulas.PULL_LEFT("pull_left", "pp", growth, pulled), period, question.indicator.id)


def _growth(question: Question) -> Decimal | None:
    """The growth of the whole: the published rate, or that of its sum."""
    through, indicator = question.through, question.indicator
    if through is None or not indicator.parts_of_sum:
        return None
    if indicator.measure is Measure.GROWTH:
        seen = question.series.ytd.get(through)
        return None if seen is None or seen.bound else seen.value
    now, before = _sum(question, indicator.id, through), _sum(question, indicator.id, through - MONTHS_A_YEAR)
    return rates.growth(now.value, before.value) if now and before else None


def _part(question: Question, name: IndicatorId, through: int) -> _Part | None:
    """One part's points; None where its figure or a base is missing."""
    indicator, whole = question.plan.indicators[name], _base(question, through)
    before = _sum(question, _amounts(indicator), through - MONTHS_A_YEAR)
    if whole is None or whole <= 0 or before is None:
        return None
    if indicator.measure is Measure.GROWTH:
        seen = question.facts.of(name).ytd.get(through)
        if seen is None or seen.bound:
            return None
        return _Part(name, formulas.PULL_OF_RATE("pull", "pp", before.value, whole, seen.value))
    now = _sum(question, name, through)
    if now is None:
        return None
    return _Part(name, formulas.PULL_OF_SUM("pull", "pp", now.value, before.value, whole))


def _amounts(indicator: Indicator) -> IndicatorId | None:
    """The indicator that holds the amounts: a sum itself, of a rate the one in its `levels`."""
    return indicator.levels if indicator.measure is Measure.GROWTH else indicator.id


def _base(question: Question, through: int) -> Decimal | None:
    """The whole of the same months of last year: its own amounts, else those of all its parts."""
    same = through - MONTHS_A_YEAR
    own = _sum(question, _amounts(question.indicator), same)
    if own is not None:
        return own.value
    names = (_amounts(question.plan.indicators[name]) for name in question.indicator.parts_of_sum)
    sums = [_sum(question, name, same) for name in names]
    known = [one.value for one in sums if one]
    return sum(known, Decimal(0)) if len(known) == len(sums) else None


def _sum(question: Question, name: IndicatorId | None, through: int) -> Known | None:
    return None if name is None else exact_sum(question.facts.of(name), through)
