"""Which observations of a series can an opinion be formed on?"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def usable(series: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Put (year, value) pairs in the order of their years, without those that are no numbers.

    A year told twice makes the whole series unusable: choosing one of the two would be a guess, and the program of
    Open SDG stops there as well.

    Args:
        series: Pairs in any order; the year may be broken (2015.5).

    Returns:
        The pairs as floats, oldest first; empty if nothing can be used.
    """
    points = sorted((float(year), float(value)) for year, value in series)
    points = [point for point in points if all(map(math.isfinite, point))]
    return points if len({year for year, _ in points}) == len(points) else []
