"""The rest stands to the sum so far as it did over five years: the chain ladder of insurers."""

from ycindic.domain.outlook.course import Origin

_YEARS = 5


def ending(origin: Origin) -> float | None:
    """C × the totals of five years ÷ what they had come to by this month; fewer years where fewer are known."""
    course = origin.course
    years = range(max(0, origin.year - _YEARS), origin.year)
    by_now = sum(course.done[year * course.season + origin.known - 1 - origin.begun] for year in years)
    return origin.so_far * sum(course.whole(year) for year in years) / by_now if by_now > 0 else None
