"""What would Statistics Canada say: how does the growth so far compare with the growth that the goal requires?

Source: Statistics Canada, progress measurement methodology of the Canadian Indicator Framework
(https://sdgcif-data-canada-oddcic-donnee.github.io/methodology/), inspired by Eurostat's, and its published
implementation in Open SDG (open-sdg/sdg-build 2.4.0, sdg/ProgressMeasure.py), whose quirks are kept on purpose:

- a base value or a goal of zero is replaced by 0.001: the goal for everything, the base only for its growth rate;
- a negative base turns the sign of the growth rate, so that -5 -> -4 counts as a rise;
- base and current value (and base and goal) of opposite signs have no growth rate, hence no progress value;
- a goal that is met is "achieved" before anything is computed, even from a single value;
- less than a year between base and current value is one value: not available;
- where the base is the goal, nothing is required: no progress value, and whoever left the goal deteriorates.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from ycindic.domain.opinions.opinion import Direction, Opinion, Progress, Voter
from ycindic.domain.opinions.points import usable

if TYPE_CHECKING:
    from collections.abc import Sequence

_ZERO_STANDS_FOR: Final = 0.001
_DEFAULT_TARGET_YEAR: Final = 2030
_GOAL_CUTS: Final = (0.95, 0.60)
_TREND_CUTS: Final = (0.015, 0.005)
_LIMIT_EXPONENT: Final = 4.44


def progress(
    series: Sequence[tuple[float, float]],
    *,
    direction: Direction,
    base_year: float,
    target: float | None = None,
    target_year: float | None = None,
    limit: float | None = None,
) -> Opinion:
    """Compare the compound annual growth since the base year with the growth the goal requires.

    With a goal the value is R = direction * CAGR so far / |CAGR required|, cut at 0.95, 0.60 and 0. Without a goal it
    is the directed CAGR (a fraction a year: 0.01 is one percent), cut at 1.5 %, 0.5 % and 0; near a natural limit the
    first two cuts are lowered.

    Args:
        series: Pairs of (year, value), any order. The latest value is the current one.
        direction: 1 if higher is better, -1 if lower is.
        base_year: The year growth is counted from; if it has no value, the next later year that has one.
        target: The goal, in the unit of the series; None if only a direction was promised.
        target_year: When the goal is due; the method's own default is 2030.
        limit: The natural end of the scale, such as 100 for a share in percent. A goal makes it irrelevant.

    Returns:
        An opinion whose value is None where the rule has no number. Nothing is raised for any numbers.
    """
    points = usable(series)
    base = next((point for point in points if point[0] >= base_year), None)
    if base is None:
        return Opinion(Voter.STATCAN, Progress.NOT_AVAILABLE)
    current = points[-1]
    if target is None:
        value = _directed_growth(base, current, direction)
        return Opinion(Voter.STATCAN, _status(value, _TREND_CUTS, _room(base[1], limit)), value)
    goal = (_DEFAULT_TARGET_YEAR if target_year is None else target_year, target or _ZERO_STANDS_FOR)
    value = _ratio(base, current, goal, direction)
    if direction * current[1] >= direction * goal[1]:
        return Opinion(Voter.STATCAN, Progress.TARGET_ACHIEVED, value)
    return Opinion(Voter.STATCAN, _status(value, _GOAL_CUTS), value)


def _ratio(
    base: tuple[float, float], current: tuple[float, float], goal: tuple[float, float], direction: Direction
) -> float | None:
    """R: growth so far over growth required; None without an answer, infinite where nothing was required."""
    so_far = _directed_growth(base, current, direction)
    required = _growth(base, goal)
    if so_far is None or required is None:
        return None
    if required == 0:
        return math.copysign(math.inf, so_far) if so_far else None
    return so_far / abs(required)


def _directed_growth(base: tuple[float, float], current: tuple[float, float], direction: Direction) -> float | None:
    """CAGR so far, positive if it goes the right way."""
    if current[0] - base[0] < 1:
        return None
    growth = _growth(base, current)
    sign = -1 if base[1] < 0 else 1
    return None if growth is None else sign * direction * growth


def _growth(earlier: tuple[float, float], later: tuple[float, float]) -> float | None:
    """Compound growth a year between two (year, value) points; None backwards in time or across zero."""
    years = later[0] - earlier[0]
    ratio = later[1] / (earlier[1] or _ZERO_STANDS_FOR)
    if years <= 0 or ratio < 0:
        return None
    try:
        return math.pow(ratio, 1 / years) - 1
    except OverflowError:
        return math.inf


def _room(base_value: float, limit: float | None) -> float:
    """C, by which the cuts are lowered near a natural limit: 0 at the limit, 1 from twice the limit on."""
    if limit is None or limit == 0:
        return 1.0
    nearness = abs(base_value) / abs(limit)
    # Above the limit the same curve comes back: twice the limit is as far away as zero is.
    return 1 - math.pow(max(min(nearness, 2 - nearness), 0.0), _LIMIT_EXPONENT)


def _status(value: float | None, cuts: tuple[float, float], room: float = 1.0) -> Progress:
    if value is None or math.isnan(value):
        return Progress.NOT_AVAILABLE
    substantial, moderate = (cut * room for cut in cuts)
    # The best first: at the limit itself all cuts are 0, and holding the limit is substantial.
    if value >= substantial:
        return Progress.SUBSTANTIAL_PROGRESS
    if value >= moderate:
        return Progress.MODERATE_PROGRESS
    return Progress.LIMITED_PROGRESS if value >= 0 else Progress.DETERIORATION
