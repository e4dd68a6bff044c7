"""Recent growth goes on, on a base that last year's oddities have been smoothed out of.

The growth is that of two years, weights falling by 0.7 a month. The base of a stretch to come is 70 % the same stretch
of last year and 30 % that of the year before, raised by last year's growth; of a rate likewise. So a year that
stood out (2020, 2021) neither sets the pace nor is mistaken for the season.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import exp
from operator import mul
from typing import assert_never

from ycindic.domain.model import Measure
from ycindic.domain.outlook.course import Origin
from ycindic.domain.period import MONTHS_A_YEAR

_FADES = 0.7
_MONTHS = 24
_FROM_BEFORE = 0.3


def ending(origin: Origin) -> float | None:
    """The year's figure if the rest goes on as it went of late."""
    match origin.course.measure:
        case Measure.FLOW | Measure.EVENTS:
            return _of_sum(origin)
        case Measure.GROWTH:
            return _of_rate(origin)
        case Measure.MEAN | Measure.STOCK:
            return _of_mean(origin)
        case _:
            assert_never(origin.course.measure)


def lately(row: tuple[float, ...], known: int, season: int) -> float:
    """The mean of the latest two years of a row, the latest step counting most."""
    return _faded(row, known, min(known, _MONTHS * season // MONTHS_A_YEAR), _FADES ** (MONTHS_A_YEAR / season))


def _faded(row: tuple[float, ...], known: int, steps: int, fades: float) -> float:
    """The mean of the latest steps, each counting by so much less than the next."""
    weights = _weights(steps, fades)
    counted: float = sum(map(mul, weights, reversed(row[known - steps : known])))
    return counted / sum(weights)


@lru_cache(maxsize=256)
def _weights(steps: int, fades: float) -> Sequence[float]:
    return [fades**step for step in range(steps)]


def _of_sum(origin: Origin) -> float | None:
    course, season = origin.course, origin.course.season
    if origin.year < 1 or not origin.growth:
        return None
    growth = exp(lately(origin.growth, origin.known - season, season))
    rest = []
    for t in origin.rest:
        base = course.values[t - season]
        if origin.year >= 2:
            raised = course.whole(origin.year - 1) / course.whole(origin.year - 2)
            base = (1 - _FROM_BEFORE) * base + _FROM_BEFORE * course.values[t - 2 * season] * raised
        rest.append(growth * base * origin.footing)
    return origin.ending(rest)


def _of_rate(origin: Origin) -> float | None:
    course, season = origin.course, origin.course.season
    growth = lately(course.values, origin.known, season)
    if origin.year < 1:
        return origin.ending([growth] * len(origin.rest))
    whole = course.whole(origin.year - 1)
    return origin.ending([growth - _FROM_BEFORE * (course.values[t - season] - whole) for t in origin.rest])


def _of_mean(origin: Origin) -> float | None:
    """A mean has no base: its latest months go on."""
    fades = _OF_MEAN ** (MONTHS_A_YEAR / origin.course.season)
    latest = _faded(origin.course.values, origin.known, min(origin.known, _MONTHS), fades)
    return origin.ending([latest] * len(origin.rest))


_OF_MEAN = 0.5
"""The months of a mean are forgotten faster than those of a growth, for a level needs less smoothing."""
