"""What do the plain rules of the office say: 序时进度, and "goal ÷ 12"?"""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts, cumulative, cumulative_before
from ycindic.domain.judge.promise import Promise, promise
from ycindic.domain.model import RATES, Measure
from ycindic.domain.period import MONTHS_A_YEAR


def calendar(said: Assessment) -> bool | None:
    """序时进度: of a sum or a level at least as much is done as time is gone; a rate or mean so far keeps the promise.

    None for promises without a number, over several years of rates, and where there is no share.
    """
    figures, kept = said.figures, promise(said.target, said.indicator)
    if figures.actual is None or kept.goal is None or said.target.compared:
        return None
    if said.indicator.measure in RATES:
        return kept.holds(figures.actual)
    if figures.completion is None or figures.time_progress is None:
        return None
    enough = figures.completion >= figures.time_progress
    return figures.completion <= figures.time_progress if kept.direction < 0 else enough


def twelfth(said: Assessment, facts: Facts) -> bool | None:
    """Goal ÷ 12: the latest release alone brought its months' even part of a year's sum; None of anything else."""
    target, period = said.target, said.figures.actual_period
    kept = promise(target, said.indicator)
    if said.indicator.measure is not Measure.FLOW or kept.goal is None or period is None:
        return None
    series, calendar = facts.of(said.indicator.id), said.indicator.calendar
    now = cumulative(series, calendar.year_of(period.last), period.last)
    if now is None or not target.one_year:
        return None
    before = cumulative_before(series, period.last)
    if before is None:
        return _enough(kept, now.value, calendar.place(period.last))
    return _enough(kept, now.value - before.value, period.last - before.period.last)


def _enough(kept: Promise, added: Decimal, months: int) -> bool:
    part = (kept.goal or Decimal(0)) * months / MONTHS_A_YEAR
    return added <= part if kept.direction < 0 else added >= part
