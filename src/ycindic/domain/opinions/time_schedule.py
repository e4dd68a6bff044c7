"""What does the calendar say (序时进度): is more done than time has passed?

Source: the rule Chinese authorities report by, for example "four months, 37.8 % invested, 4.5 points ahead of the time
schedule" (http://imanhei.com/zfsj/sjjd/8413028.html). Every month is expected to do the same share, in any season.
"""

from __future__ import annotations

import math

from ycindic.domain.opinions.opinion import Direction, Opinion, Schedule, Voter


def opinion(
    completion: float | None, months_elapsed: float, months_total: float, *, direction: Direction = 1
) -> Opinion:
    """Compare the share that is done with the share of the months that have passed.

    Args:
        completion: What is done, as a share of the goal (0.378 is 37.8 %); None if nobody knows.
        months_elapsed: Months covered by the figure; after the end of the period all of them count as passed.
        months_total: Months of the period, 12 for a year.
        direction: -1 for a cap, which should be used up more slowly than time passes.

    Returns:
        An opinion whose value is the lead in percentage points, negative if behind. Not available without a completion,
        before the period begins, or for a period without months. Nothing is raised for any numbers.
    """
    if completion is None or not math.isfinite(completion) or months_elapsed < 0 or months_total <= 0:
        return Opinion(Voter.TIME_SCHEDULE, Schedule.NOT_AVAILABLE)
    lead = direction * (completion - min(months_elapsed / months_total, 1.0))
    return Opinion(Voter.TIME_SCHEDULE, _status(lead), 100 * lead)


def _status(lead: float) -> Schedule:
    if lead == 0:
        return Schedule.ON_SCHEDULE
    return Schedule.AHEAD if lead > 0 else Schedule.BEHIND
