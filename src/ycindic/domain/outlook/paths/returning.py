"""Growth returns to what it used to be, slowly; so does a mean. A year of the past counts half after two and a half.

φ is 0.95 a month for growth, 0.9 for the months of a mean.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, islice

from ycindic.domain.model import Measure
from ycindic.domain.outlook.ahead import Memory, steps_ahead
from ycindic.domain.outlook.course import Origin
from ycindic.domain.outlook.paths.airline import grown
from ycindic.domain.period import MONTHS_A_YEAR

_HALF_AFTER = 2.5
_OF_SUM = Memory(kept=0.95, month=0, year=0.3)
_OF_RATE = Memory(kept=0.95, month=0.3, year=0.3)
_OF_MEAN = Memory(kept=0.9, month=0, year=0)


def ending(origin: Origin) -> float | None:
    """The year's figure if growth returns from where it stands."""
    course, season = origin.course, origin.course.season
    months = MONTHS_A_YEAR / season
    if course.measure is Measure.FLOW:
        if origin.year < 1 or not origin.growth:
            return None
        return grown(origin, _OF_SUM.over(months), faded(origin.growth, season)[origin.known - season - 1])
    memory = (_OF_RATE if course.measure is Measure.GROWTH else _OF_MEAN).over(months)
    usual = faded(course.values, season)[origin.known - 1]
    return origin.ending(steps_ahead(course.values, origin.known, len(origin.rest), season, memory, usual))


@lru_cache(maxsize=256)
def faded(row: tuple[float, ...], season: int, half_after: float = _HALF_AFTER) -> Sequence[float]:
    """The mean of everything up to each step, a year of the past counting half after so many."""
    fades = 0.5 ** (1 / (half_after * season))
    sums = accumulate(row, lambda total, value: fades * total + value)
    weights = accumulate(row, lambda total, _: fades * total + 1, initial=0.0)
    return [total / weight for total, weight in zip(sums, islice(weights, 1, None), strict=True)]
