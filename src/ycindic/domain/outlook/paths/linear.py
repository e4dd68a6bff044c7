"""The year passes evenly: C × 12 ÷ m, what 序时进度 supposes."""

from ycindic.domain.outlook.course import Origin
from ycindic.domain.period import MONTHS_A_YEAR


def ending(origin: Origin) -> float | None:
    """The sum so far over the share of the months."""
    return origin.so_far * MONTHS_A_YEAR / origin.month
