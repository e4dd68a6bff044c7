"""What needs attention, and why?"""

from typing import NamedTuple, TypeAlias

from ycindic.domain.agenda import Expected
from ycindic.domain.assessment import Assessment
from ycindic.domain.audit.finding import Finding
from ycindic.domain.model import Indicator, Observation
from ycindic.domain.opinions import Opinion
from ycindic.domain.problem import Place, Problem
from ycindic.domain.word import Word


class Kind(Word):
    """The stable name of what needs attention, the gravest first; scripts may rely on it."""

    INVALID = "invalid"
    BREACH = "breach"
    MISSED = "missed"
    OFF_TRACK = "off-track"
    AT_RISK = "at-risk"
    STALE = "stale"
    LATE = "late"
    INCONSISTENT = "inconsistent"
    CONTESTED = "contested"
    PRELIMINARY = "preliminary"


FAILING = (Kind.INVALID, Kind.BREACH, Kind.MISSED, Kind.OFF_TRACK)
"""What makes a check fail unless told otherwise."""


class Late(NamedTuple):
    """An indicator whose figures should be out and are not, the oldest first."""

    indicator: Indicator
    releases: tuple[Expected, ...]


class Unsettled(NamedTuple):
    """An indicator whose judged figures are still preliminary, the oldest first."""

    indicator: Indicator
    figures: tuple[Observation, ...]


class Dispute(NamedTuple):
    """A target that somebody else would judge the other way."""

    row: Assessment
    votes: tuple[Opinion, ...]


Cause: TypeAlias = Problem | Assessment | Late | Finding | Dispute | Unsettled


class Concern(NamedTuple):
    """One thing that needs attention: its kind, where it stands, of what it speaks, and the cause.

    `subject` is the id of a target or an indicator; a faulty file has none.
    """

    kind: Kind
    place: Place
    subject: str
    cause: Cause
