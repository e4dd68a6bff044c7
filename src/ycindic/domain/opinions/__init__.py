"""What would Statistics Canada, Destatis and the plain calendar say of the same target?"""

from ycindic.domain.opinions import destatis, statcan, time_schedule
from ycindic.domain.opinions.opinion import Direction, Method, Opinion, Progress, Schedule, Status, Weather, contested

__all__ = [
    "Direction",
    "Method",
    "Opinion",
    "Progress",
    "Schedule",
    "Status",
    "Weather",
    "contested",
    "destatis",
    "statcan",
    "time_schedule",
]
