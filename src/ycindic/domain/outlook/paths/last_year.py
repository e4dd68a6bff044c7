"""The rest of the year keeps last year's shape: C × A′ ÷ C′."""

from ycindic.domain.outlook.course import Origin


def ending(origin: Origin) -> float | None:
    """The sum so far as it stood to the year's a year ago; None where nothing had come by then."""
    if origin.year < 1:
        return None
    before = origin.course.done[origin.known - 1 - origin.course.season]
    return origin.so_far * origin.course.whole(origin.year - 1) / before if before > 0 else None
