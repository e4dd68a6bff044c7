"""Is a chance missing because too few whole years stand before the one under way?"""

from __future__ import annotations

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Measure
from ycindic.domain.period import MONTHS_A_YEAR

LEAST_YEARS = 4
"""With fewer whole years before this one no interval and no chance is told."""


def lacks_years(row: Assessment) -> bool:
    """Whether that is why nothing is told of a promise whose year is under way and of which a figure is out."""
    if row.outlook is not None:
        return row.outlook.chance is None and row.outlook.years < LEAST_YEARS
    reached, target = row.figures.actual_period, row.target
    if reached is None or target.period.months != MONTHS_A_YEAR or target.parts is not None:
        return False
    return reached.last < target.period.last and row.indicator.measure is not Measure.EVENTS
