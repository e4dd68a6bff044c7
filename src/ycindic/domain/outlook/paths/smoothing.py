"""Level, trend and season are smoothed, and go on: the additive smoothing of spreadsheets, with set coefficients.

    e = y − (l + b + s),  l ← l + b + α e,  b ← b + α β e,  s ← s + γ (1 − α) e

α is 0.15 and β 0.02 a month, γ 0.5 a year. It sees amounts, and so has no answer where levels were re-based.
Source: Winters, Forecasting Sales by Exponentially Weighted Moving Averages, Management Science 6 (1960).
"""

from functools import lru_cache
from typing import NamedTuple

from ycindic.domain.outlook.course import Origin, chained
from ycindic.domain.period import MONTHS_A_YEAR

_LEVEL, _TREND, _SEASON = 0.15, 0.02, 0.5


class _Smoothed(NamedTuple):
    """Level, trend and season as they stood after each step."""

    levels: list[float]
    trends: list[float]
    seasons: list[float]


def ending(origin: Origin) -> float | None:
    """The year's sum if level, trend and season go on; None before two whole years on one footing are known."""
    course, season = origin.course, origin.course.season
    if origin.known < 2 * season or not origin.growth or course.rebased:
        return None
    row = chained(course.values[:season], origin.growth)
    levels, trends, seasons = _smoothed(row, season)
    last = origin.known - 1
    scale = course.values[last] / row[last]
    return origin.ending(
        [scale * (levels[last] + (t - last) * trends[last] + seasons[t - season]) for t in origin.rest]
    )


@lru_cache(maxsize=256)
def _smoothed(row: tuple[float, ...], season: int) -> _Smoothed:
    """It begins with the mean, the growth and the shape of the first two years."""
    first, second = sum(row[:season]) / season, sum(row[season : 2 * season]) / season
    trend = (second - first) / season
    level = first - (season + 1) / 2 * trend
    seasons = [value - level - (t + 1) * trend for t, value in enumerate(row[:season])]
    months = MONTHS_A_YEAR / season
    kept, turned = 1 - (1 - _LEVEL) ** months, 1 - (1 - _TREND) ** months
    found = _Smoothed([], [], [])
    for t, value in enumerate(row):
        usual = seasons[t] if t < season else found.seasons[t - season]
        surprise = value - level - trend - usual
        level += trend + kept * surprise
        trend += kept * turned * surprise
        found.levels.append(level)
        found.trends.append(trend)
        found.seasons.append(usual + _SEASON * (1 - kept) * surprise)
    return found
