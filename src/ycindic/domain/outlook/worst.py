"""What will be the worst of the figures to come in a year, where every single one has to keep a promise?

From this month on the worst figure of earlier years lay so far above (or below) the one that was known: as far as they
did on average it will lie now. The error of that in each earlier year, by the years before it, is how sure it is.
"""

from __future__ import annotations

from ycindic.domain.model import Measure
from ycindic.domain.outlook.course import Course, Origin
from ycindic.domain.outlook.spoken import Spoken, by_errors


def worst_to_come(course: Course, half_digit: float, *, highest: bool) -> Spoken | None:
    """The highest (or lowest) figure of the stretches to come; None with fewer than two years to learn from."""
    row = course.done if course.measure is Measure.STOCK else course.values
    now, way = course.now, 1 if highest else -1

    def rise(origin: Origin) -> float:
        return max(way * (row[t] - row[origin.known - 1]) for t in origin.rest)

    rises = [rise(course.at(year * course.season + now.known - now.begun)) for year in range(now.year)]
    usual = [sum(rises[:known]) / known for known in range(1, len(rises) + 1)]
    errors = [way * (said - came) for said, came in zip(usual, rises[1:], strict=False)]
    return by_errors(row[now.known - 1] + way * usual[-1], errors, half_digit) if errors else None
