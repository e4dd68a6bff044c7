"""Which published figures disagree with each other?"""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain.assessment import Remark
from ycindic.domain.facts import Series, chain, decimals_of
from ycindic.domain.model import Indicator, Measure
from ycindic.domain.period import Period
from ycindic.domain.rates import half_digit


def remarks(indicator: Indicator, series: Series, period: Period) -> tuple[Remark, ...]:
    """A flow's year-to-date figures that differ from the sum of their parts by more than rounding."""
    if indicator.measure is not Measure.FLOW or not series.alone:
        return ()
    found: list[Remark] = []
    for month, total in sorted(series.ytd.items()):
        pieces = chain(series, series.calendar.first(month), month)
        if not period.covers(month) or not pieces or pieces[-1].period.last != month:
            continue
        summed = sum((one.value for one in pieces), Decimal(0))
        rounding = sum((half_digit(decimals_of(one.value)) for one in [total, *pieces]), Decimal(0))
        if abs(total.value - summed) > rounding:
            found.append(Remark("ytd-not-sum", indicator.id, total.covered, total.value, summed))
    return tuple(found)
