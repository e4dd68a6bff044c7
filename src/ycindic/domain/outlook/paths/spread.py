"""The rest differs from the year so far as it used to in earlier years, two years' worth of doubt given to not at all.

Of a rate the rest is set against the rate so far, of a mean against its latest month, each weighted by its base.
"""

from ycindic.domain.model import Measure
from ycindic.domain.outlook.course import Origin

_DOUBT = 2
"""So many years of no difference are thrown in."""


def ending(origin: Origin) -> float | None:
    """The figure so far and the usual difference of the rest; None without an earlier year."""
    course = origin.course
    if origin.year < 1:
        return None
    earlier = (course.at(year * course.season + origin.known - origin.begun) for year in range(origin.year))
    usual = sum(_rest(one) - _now(one) for one in earlier) / (origin.year + _DOUBT)
    return origin.ending([_now(origin) + usual] * len(origin.rest))


def _now(origin: Origin) -> float:
    if origin.course.measure is Measure.MEAN:
        return origin.course.values[origin.known - 1]
    return origin.so_far / sum(origin.course.weights[origin.begun : origin.known])


def _rest(origin: Origin) -> float:
    left = sum(origin.course.weights[origin.known : origin.begun + origin.course.season])
    return (origin.course.whole(origin.year) - origin.so_far) / left
