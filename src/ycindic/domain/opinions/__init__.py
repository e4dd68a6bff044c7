"""What would Statistics Canada, Destatis and the plain calendar say of the same target?"""

from ycindic.domain.opinions import destatis, statcan, time_schedule
from ycindic.domain.opinions.opinion import (
    Direction,
    Opinion,
    Progress,
    Schedule,
    Status,
    Voter,
    Weather,
    votes_contest,
)

__all__ = [
    "Direction",
    "Opinion",
    "Progress",
    "Schedule",
    "Status",
    "Voter",
    "Weather",
    "destatis",
    "statcan",
    "time_schedule",
    "votes_contest",
]
