"""The year follows the shares that the registry states."""

from ycindic.domain.outlook.course import Origin
from ycindic.domain.period import MONTHS_A_YEAR


def ending(origin: Origin) -> float | None:
    """The sum so far over its typed share; None where none are typed."""
    shares = origin.course.shares
    if not shares:
        return None
    step = MONTHS_A_YEAR // len(shares)
    place, part = divmod(origin.month, step)
    before, after = ([0.0, *shares])[place], ([0.0, *shares, shares[-1]])[place + 1]
    share = before + (after - before) * part / step
    return origin.so_far / share if share > 0 else None
