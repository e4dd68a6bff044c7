"""Where both sides bind: on which of them is the promise missed?"""

from __future__ import annotations

from ycindic.domain.assessment import Side
from ycindic.domain.judge.case import Case, Reading
from ycindic.domain.model import SUMS


def side_missed(case: Case, reading: Reading) -> Side | None:
    """The side of the breach, else of the figure that does not keep the promise.

    None for one-sided promises, for what is kept, and for what a bound does not prove. A sum that
    is still growing lies below until it is done, which is no miss: there only its end tells; where it heads
    beyond its ceiling that is told.
    """
    sums = case.indicator.measure in SUMS
    if reading.beyond and reading.breach is None:
        return Side.ABOVE
    if not case.promise.two_sided:
        return None
    if reading.breach is not None:
        value, years = reading.breach.value, 1
    elif reading.holds is False and (actual := reading.figures.actual) is not None:
        value, years = actual, case.years if sums and case.target.average else 1
    else:
        return None
    kept = case.promise.times(years)
    if kept.side(value) > 0:
        return Side.ABOVE
    still_growing = sums and not reading.final and reading.breach is None
    return None if still_growing else Side.BELOW
