"""A level moves in the rest of the year as it used to in the rests of earlier years."""

from ycindic.domain.outlook.course import Origin


def ending(origin: Origin) -> float | None:
    """The level and the mean move of the rests of earlier years; None without an earlier year."""
    course = origin.course
    if origin.year < 1:
        return None
    rests = [course.whole(year) - course.done[origin.known - 1 - origin.begun + year * course.season]
             for year in range(origin.year)]  # fmt: skip
    return origin.so_far + sum(rests) / len(rests)
