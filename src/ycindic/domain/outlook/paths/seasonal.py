"""The year keeps the shape of earlier years, and what lies under it goes on.

The shape is by how much each stretch lay above or below its year, the way that the year went taken off; a year counts
half after five, of a rate or mean one year without a shape is thrown in. Under it the logarithms of a sum lie where
they lay of late, weights falling by 0.7 a month, and rise by its growth, of which a year counts half after five; a rate
or mean returns from its latest month by 0.98 a month to its mean, a year counting half after two and a half.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import exp, log

from ycindic.domain.model import Measure
from ycindic.domain.outlook.course import Floats, Origin
from ycindic.domain.outlook.paths.recent import lately
from ycindic.domain.outlook.paths.returning import faded
from ycindic.domain.period import MONTHS_A_YEAR

_SHAPE_HALF_AFTER = 5.0
_DOUBT = 1.0
_GROWTH_HALF_AFTER = 5.0
_KEPT = 0.98


def ending(origin: Origin) -> float | None:
    """The year's figure by the shape of the years before it; None without one, of a sum without two."""
    if origin.course.measure is Measure.FLOW:
        return _of_sum(origin)
    course, season, known = origin.course, origin.course.season, origin.known
    if origin.year < 1:
        return None
    row, shape = course.values, _shapes(course.values, season, _DOUBT)[origin.year]
    usual = faded(row, season)[known - 1]
    left, kept = row[known - 1] - shape[(known - 1) % season] - usual, _KEPT ** (MONTHS_A_YEAR / season)
    return origin.ending([usual + kept**step * left + shape[t % season] for step, t in enumerate(origin.rest, 1)])


def _of_sum(origin: Origin) -> float | None:
    course, season, known = origin.course, origin.course.season, origin.known
    if origin.year < 2 or not origin.growth:
        return None
    row = _logs(course.values[:season], origin.growth)
    shape = _shapes(row, season, 0.0)[origin.year]
    rise = faded(origin.growth, season, _GROWTH_HALF_AFTER)[known - season - 1] / season
    bare = Floats(row[t] - shape[t % season] - rise * t for t in range(max(known - 2 * season, 0), known))
    level = lately(bare, len(bare), season) + log(course.values[known - 1]) - row[known - 1]
    return origin.ending([exp(level + rise * t + shape[t % season]) for t in origin.rest])


@lru_cache(maxsize=256)
def _logs(first: tuple[float, ...], growth: tuple[float, ...]) -> Floats:
    """The logarithms of a first year's amounts, and of all later ones by their growth."""
    row = list(map(log, first))
    for one in growth:
        row.append(row[-len(first)] + one)
    return Floats(row)


@lru_cache(maxsize=256)
def _shapes(row: tuple[float, ...], season: int, doubt: float) -> Sequence[Sequence[float]]:
    """The shape that so many whole years show, from none on.

    How a year went is told by the years on both sides of it, as far as they are known.
    """
    years = [row[begun : begun + season] for begun in range(0, len(row) - season + 1, season)]
    means = [sum(year) / season for year in years]
    moves = [(after - before) / season for before, after in pairwise(means)] or [0.0]
    fades, steps = 0.5 ** (1 / _SHAPE_HALF_AFTER), [place - (season - 1) / 2 for place in range(season)]
    counted, earlier = 0.0, [0.0] * season
    found = [earlier]
    for place, year in enumerate(years):
        own = [one - means[place] for one in year]
        counted = fades * counted + 1
        came = moves[place - 1] if place else 0.0
        found.append(
            [(old + new - came * step) / (counted + doubt) for old, new, step in zip(earlier, own, steps, strict=True)]
        )
        went = (moves[max(place - 1, 0)] + moves[min(place, len(moves) - 1)]) / 2
        earlier = [fades * (old + new - went * step) for old, new, step in zip(earlier, own, steps, strict=True)]
    return found
