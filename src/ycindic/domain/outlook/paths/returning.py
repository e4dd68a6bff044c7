"""Growth returns to what it was over eight years, slowly; so does a mean.

φ is 0.85 a month for the growth of a sum, 0.95 for a rate, 0.9 for the months of a mean.
"""

from ycindic.domain.model import Measure
from ycindic.domain.outlook.ahead import Memory, steps_ahead
from ycindic.domain.outlook.course import Origin
from ycindic.domain.outlook.paths.airline import grown
from ycindic.domain.period import MONTHS_A_YEAR

_YEARS = 8
_OF_SUM = Memory(kept=0.85, month=0.3, year=0.3)
_OF_RATE = Memory(kept=0.95, month=0.3, year=0.3)
_OF_MEAN = Memory(kept=0.9, month=0, year=0)


def ending(origin: Origin) -> float | None:
    """The year's figure if growth returns from where it stands."""
    course, season = origin.course, origin.course.season
    months = MONTHS_A_YEAR / season
    if course.measure is Measure.FLOW:
        if origin.year < 1 or not origin.growth:
            return None
        return grown(origin, _OF_SUM.over(months), _usual(origin.growth, origin.known - season, season))
    memory = (_OF_RATE if course.measure is Measure.GROWTH else _OF_MEAN).over(months)
    usual = _usual(course.values, origin.known, season)
    return origin.ending(steps_ahead(course.values, origin.known, len(origin.rest), season, memory, usual))


def _usual(row: tuple[float, ...], known: int, season: int) -> float:
    latest = row[max(0, known - _YEARS * season) : known]
    return sum(latest) / len(latest)
