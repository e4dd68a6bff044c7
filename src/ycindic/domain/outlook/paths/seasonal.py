"""Every month lies above or below the same of last year as the latest ones did: for means with a season.

φ = 0.9, θ = 0.3, Θ = 0.8 on the differences from last year.
"""

from functools import lru_cache
from operator import sub

from ycindic.domain.outlook.ahead import Memory, steps_ahead
from ycindic.domain.outlook.course import Floats, Origin

_MEMORY = Memory(kept=0.9, month=0.3, year=0.8)


def ending(origin: Origin) -> float | None:
    """The year's mean by last year's months and the difference that is expected of them."""
    course, season = origin.course, origin.course.season
    if origin.year < 1:
        return None
    more = steps_ahead(_differences(course.values, season), origin.known - season, len(origin.rest), season, _MEMORY)
    return origin.ending([course.values[t - season] + one for t, one in zip(origin.rest, more, strict=True)])


@lru_cache(maxsize=256)
def _differences(row: tuple[float, ...], season: int) -> Floats:
    """Every step less the same of last year."""
    return Floats(map(sub, row[season:], row))
