"""Growth drifts, and half of what a month brought by surprise belongs to its season: the airline model.

Of a sum the logarithms of its growth over the same months of last year, of a rate its values. θ = 0.6, and Θ = 0.5 of a
sum, 0.3 of a rate.
"""

from math import exp

from ycindic.domain.model import Measure
from ycindic.domain.outlook.ahead import Memory, steps_ahead
from ycindic.domain.outlook.course import Origin

_OF_SUM = Memory(kept=1, month=0.6, year=0.5)
_OF_RATE = Memory(kept=1, month=0.6, year=0.3)


def ending(origin: Origin) -> float | None:
    """The year's figure by the growth that the model expects of the rest; None where there is no growth."""
    if origin.course.measure is Measure.GROWTH:
        row = origin.course.values
        return origin.ending(steps_ahead(row, origin.known, len(origin.rest), origin.course.season, _OF_RATE))
    return grown(origin, _OF_SUM)


def grown(origin: Origin, memory: Memory, level: float = 0.0) -> float | None:
    """The year's sum if its stretches to come grow as a memory expects."""
    course, season = origin.course, origin.course.season
    if origin.year < 1 or not origin.growth:
        return None
    growth = steps_ahead(origin.growth, origin.known - season, len(origin.rest), season, memory, level)
    base = (course.values[t - season] * origin.footing for t in origin.rest)
    return origin.ending([amount * exp(one) for amount, one in zip(base, growth, strict=True)])
