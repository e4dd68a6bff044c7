"""What is a second opinion, does it say yes, and do the opinions agree with our flag?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Direction: TypeAlias = Literal[1, -1]
"""1: higher is better; -1: lower is better."""


class Voter(StrEnum):
    """Whose rule was asked."""

    STATCAN = "statcan"
    DESTATIS = "destatis"
    TIME_SCHEDULE = "time_schedule"


class Progress(StrEnum):
    """What Statistics Canada says, best first."""

    TARGET_ACHIEVED = "target_achieved"
    SUBSTANTIAL_PROGRESS = "substantial_progress"
    MODERATE_PROGRESS = "moderate_progress"
    LIMITED_PROGRESS = "limited_progress"
    DETERIORATION = "deterioration"
    NOT_AVAILABLE = "not_available"


class Weather(StrEnum):
    """What Destatis draws, best first."""

    SUN = "sun"
    SUN_CLOUD = "sun_cloud"
    CLOUD = "cloud"
    STORM = "storm"
    NOT_AVAILABLE = "not_available"


class Schedule(StrEnum):
    """What the calendar says, best first."""

    AHEAD = "ahead"
    ON_SCHEDULE = "on_schedule"
    BEHIND = "behind"
    NOT_AVAILABLE = "not_available"


Status: TypeAlias = Progress | Weather | Schedule

_YES: Final[frozenset[Status]] = frozenset(
    {
        Progress.TARGET_ACHIEVED,
        Progress.SUBSTANTIAL_PROGRESS,
        Weather.SUN,
        Weather.SUN_CLOUD,
        Schedule.AHEAD,
        Schedule.ON_SCHEDULE,
    }
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """One foreign rule applied to one target.

    Attributes:
        method: Whose rule.
        status: The word that rule has for it.
        value: The number the status was cut from, in the unit its method names; None where the rule has no number.
            Finite and never -0.0, whatever was handed in.
    """

    method: Voter
    status: Status
    value: float | None = None

    def __post_init__(self) -> None:
        """Keep the promise about `value` here, once, rather than in every rule."""
        if self.value is not None:
            # Adding 0.0 turns -0.0 into 0.0 and changes nothing else.
            object.__setattr__(self, "value", self.value + 0.0 if math.isfinite(self.value) else None)

    @property
    def yes(self) -> bool | None:
        """Whether this opinion says the promise is being kept; None if it does not vote."""
        # The three choices spell "not available" alike, and a word equals its text.
        return None if self.status == Progress.NOT_AVAILABLE else self.status in _YES


def votes_contest(flag: bool | None, opinions: Iterable[Opinion]) -> bool:  # noqa: FBT001 - a vote among votes
    """Say whether our flag and the opinions are not all the same; who has no answer (None) does not vote."""
    votes = {flag, *(opinion.yes for opinion in opinions)} - {None}
    return len(votes) > 1
