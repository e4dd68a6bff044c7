"""What needs attention, and why?"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ycindic.domain.agenda import Expected
from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Indicator, Observation
from ycindic.domain.opinions import Opinion


class Alert(StrEnum):
    """The stable name of what needs attention, the gravest first; scripts may rely on it."""

    INVALID = "invalid"
    BREACH = "breach"
    MISSED = "missed"
    OFF_TRACK = "off-track"
    AT_RISK = "at-risk"
    UNLIKELY = "unlikely"
    STALE = "stale"
    LATE = "late"
    INCONSISTENT = "inconsistent"
    CONTESTED = "contested"
    PRELIMINARY = "preliminary"


FAILING = (Alert.INVALID, Alert.BREACH, Alert.MISSED, Alert.OFF_TRACK)
"""What makes a check fail unless told otherwise."""


class Late(NamedTuple):
    """An indicator whose figures should be out and are not, the oldest first; `aside` one compared with or decided."""

    indicator: Indicator
    releases: tuple[Expected, ...]
    aside: bool = False


class Unsettled(NamedTuple):
    """An indicator whose judged figures are still preliminary, the oldest first."""

    indicator: Indicator
    figures: tuple[Observation, ...]


class Unlikely(NamedTuple):
    """A target that will probably not be kept, and the chance that it will."""

    row: Assessment
    chance: Decimal


class Dispute(NamedTuple):
    """A target that somebody else would judge the other way."""

    row: Assessment
    votes: tuple[Opinion, ...]
