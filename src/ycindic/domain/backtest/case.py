"""What was said of a target when one figure of it came out, and how did the promise end?"""

from datetime import date
from typing import NamedTuple

from ycindic.domain.assessment import Assessment, Verdict

SEED = "/seed-"
"""What stands before the number of a draw in the id of a made-up target."""


class Replayed(NamedTuple):
    """One answer of one day, beside what simpler rules said that day, and the end.

    `as_of` is the last day of the month in which the judged figure was first known; `calendar` is the
    plain 序时进度, `twelfth` "goal ÷ 12" (both None where they have no answer); `end` is the final answer by
    the last figures known.
    """

    as_of: date
    said: Assessment
    calendar: bool | None
    twelfth: bool | None
    end: Assessment

    @property
    def kept(self) -> bool:
        """How the promise ended."""
        return self.end.verdict is Verdict.ACHIEVED

    @property
    def month(self) -> int:
        """The month number that the judged figure reaches."""
        period = self.said.figures.actual_period
        if period is None:
            raise ValueError(self.said.target.id)
        return period.last

    @property
    def flag(self) -> bool | None:
        """Our own flag of that day."""
        return self.said.on_track

    @property
    def right(self) -> bool | None:
        """Whether the flag proved true; None where it was empty."""
        return None if self.flag is None else self.flag is self.kept

    @property
    def seed(self) -> str:
        """The draw that the goal comes from, empty where somebody promised it."""
        return self.said.target.id.partition(SEED)[2]
