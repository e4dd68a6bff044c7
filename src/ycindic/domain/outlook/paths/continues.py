"""The rest is as the year so far: the published rate goes on, the mean stays, the level does not move."""

from ycindic.domain.model import Measure
from ycindic.domain.outlook.course import Origin


def ending(origin: Origin) -> float | None:
    """The figure so far as the year's."""
    if origin.course.measure is Measure.STOCK:
        return origin.so_far
    return origin.so_far / sum(origin.course.weights[origin.begun : origin.known])
