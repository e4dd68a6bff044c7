"""What is a changed verdict, and what can have changed it?"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.model import Basis, Indicator, Observation, Plan
from ycindic.domain.period import Period


class Cause(StrEnum):
    """The stable name of what changes a verdict; scripts may rely on it."""

    TARGET_ADDED = "target-added"
    TARGET_REMOVED = "target-removed"
    GOAL_CHANGED = "goal-changed"
    GOAL_REVISED = "goal-revised"
    REVISION = "revision"
    NEW_FIGURE = "new-figure"
    TIME_PASSED = "time-passed"


class Snapshot(NamedTuple):
    """A plan and its facts at a date."""

    plan: Plan
    facts: Facts
    day: date


class ChangedFigure(NamedTuple):
    """A figure that is not what it was: new where `old` is None, retracted where `new` is."""

    indicator: Indicator
    period: Period
    basis: Basis
    old: Observation | None
    new: Observation | None

    @property
    def is_new(self) -> bool:
        """Whether nothing was known of it before."""
        return self.old is None


class Explanation(NamedTuple):
    """One cause: the figures behind it, or the names of the target's keys that differ."""

    cause: Cause
    figures: tuple[ChangedFigure, ...] = ()
    keys: tuple[str, ...] = ()


class Change(NamedTuple):
    """A target whose verdict or flag is not what it was; None where it did not exist.

    `shown` is the later answer, or the last one of a target that is gone.
    """

    shown: Assessment
    before: Assessment | None
    after: Assessment | None
    why: tuple[Explanation, ...]
