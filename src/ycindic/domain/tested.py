"""Which months of a promise need a figure of their own, because it is tested on each?"""

from __future__ import annotations

from ycindic.domain.model import Indicator, Rhythm, Target
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.release import releases

STEP_MONTHS = {Rhythm.MONTH: 1, Rhythm.QUARTER: 3, Rhythm.YEAR: MONTHS_A_YEAR}


def tested_months(target: Target, indicator: Indicator) -> tuple[int, ...]:
    """The month numbers with which the intervals of a condition's `step` end; none without a `step`.

    What no release ends with (January, where it comes with February) needs no figure.
    """
    step, period, rule = target.step, target.period, indicator.released
    if step is None:
        return ()
    months = range(period.first, period.last + 1) if rule is None else releases(rule, *period)
    return tuple(month for month in months if indicator.calendar.place(month) % STEP_MONTHS[step] == 0)
