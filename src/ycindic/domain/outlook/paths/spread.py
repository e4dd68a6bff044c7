"""The rest differs from the year so far as it used to in earlier years, two years' worth of doubt given to not at all.

Of a rate the rest is set against the rate so far, of a mean against its latest month, each weighted by its base.
"""

from ycindic.domain.model import Measure
from ycindic.domain.outlook.course import Course, Origin

_DOUBT = 2
"""So many years of no difference are thrown in."""


def ending(origin: Origin) -> float | None:
    """The figure so far and the usual difference of the rest; None without an earlier year."""
    course, place = origin.course, origin.known - origin.begun
    if origin.year < 1:
        return None
    begins = range(0, origin.begun, course.season)
    usual = sum(_differed(course, begun, begun + place) for begun in begins) / (origin.year + _DOUBT)
    return origin.ending([_now(course, origin.begun, origin.known) + usual] * len(origin.rest))


def _differed(course: Course, begun: int, known: int) -> float:
    """By how much the rest of a year differed from the year so far."""
    end = begun + course.season
    rest = (course.done[end - 1] - course.done[known - 1]) / sum(course.weights[known:end])
    return rest - _now(course, begun, known)


def _now(course: Course, begun: int, known: int) -> float:
    """The latest month of a mean, else the year so far."""
    if course.measure is Measure.MEAN:
        return course.values[known - 1]
    return course.done[known - 1] / sum(course.weights[begun:known])
