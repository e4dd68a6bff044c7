"""What is the answer about one target?"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from ycindic.domain.model import Bound, Indicator, Observation, ProfileKind, Target, TargetId
from ycindic.domain.period import Period
from ycindic.domain.reason import Reason


class Verdict(StrEnum):
    """The nine answers, the best first."""

    ACHIEVED = "achieved"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    MISSED = "missed"
    NOT_DUE = "not_due"
    NO_DATA = "no_data"
    UNDETERMINED = "undetermined"


FLAG: Mapping[Verdict, bool | None] = {
    Verdict.ACHIEVED: True,
    Verdict.AHEAD: True,
    Verdict.ON_TRACK: True,
    Verdict.AT_RISK: False,
    Verdict.OFF_TRACK: False,
    Verdict.MISSED: False,
    Verdict.NOT_DUE: None,
    Verdict.NO_DATA: None,
    Verdict.UNDETERMINED: None,
}

URGENCY = (
    Verdict.MISSED,
    Verdict.OFF_TRACK,
    Verdict.AT_RISK,
    Verdict.NO_DATA,
    Verdict.UNDETERMINED,
    Verdict.NOT_DUE,
    Verdict.ON_TRACK,
    Verdict.AHEAD,
    Verdict.ACHIEVED,
)
"""The verdicts, what needs action first; the earliest of a container's parts is its worst."""


class Side(StrEnum):
    """On which side of the acceptable values a figure lies, where both sides bind."""

    BELOW = "below"
    ABOVE = "above"


class Figures(NamedTuple):
    """The computed fields of one target; None where there is no answer.

    Shares and ratios are plain numbers, rates per cent, differences in `gap_unit`: `pp` for
    percentage points, else the indicator's own unit. A gap above zero is still missing.
    """

    actual: Decimal | None = None
    actual_period: Period | None = None
    actual_bound: Bound = Bound.EXACT
    provisional: Decimal | None = None
    provisional_period: Period | None = None
    baseline: Decimal | None = None
    baseline_period: Period | None = None
    gap: Decimal | None = None
    gap_unit: str | None = None
    completion: Decimal | None = None
    time_progress: Decimal | None = None
    expected_completion: Decimal | None = None
    profile: ProfileKind | None = None
    lead_time: Decimal | None = None
    lead_profile: Decimal | None = None
    pace: Decimal | None = None
    catch_up: Decimal | None = None
    annualised: Decimal | None = None
    annualised_unit: str | None = None
    annualised_linear: Decimal | None = None
    required: Decimal | None = None
    required_low: Decimal | None = None
    required_high: Decimal | None = None
    required_edge: Decimal | None = None
    required_goal_high: Decimal | None = None
    required_unit: str | None = None
    required_growth: Decimal | None = None
    acceleration: Decimal | None = None
    headroom: Decimal | None = None
    weight: Decimal | None = None
    two_year_average: Decimal | None = None
    projection: Decimal | None = None
    benchmark: Decimal | None = None
    benchmark_id: str | None = None
    benchmark_period: Period | None = None
    difference: Decimal | None = None
    gap_edge: Decimal | None = None
    pace_edge: Decimal | None = None
    growth_so_far: Decimal | None = None
    latest_average: Decimal | None = None
    latest_period: Period | None = None


ANSWERS = tuple(name for name in Figures._fields if name != "actual_bound")
"""The names of the fields that can be empty and then have a reason."""


def without_minus_zero(figures: Figures) -> Figures:
    """The same figures with −0 told as 0: a turned sign or a typed `-0.0` leaves one behind."""
    zeros: dict[str, Any] = {
        name: abs(value)
        for name, value in zip(figures._fields, figures, strict=True)
        if isinstance(value, Decimal) and not value and value.is_signed()
    }
    return figures._replace(**zeros) if zeros else figures


class Remark(NamedTuple):
    """Two figures that disagree: nobody is wrong for certain, but somebody should look."""

    code: str
    indicator: str
    period: Period
    used: Decimal
    other: Decimal


class Assessment(NamedTuple):
    """The whole answer about one target at one date.

    `reason` says why the verdict is what it is; where a circumstance (early, stale, awaiting the
    final figure) stands over the rule, `rule` keeps the reason of the rule itself. `side` tells on which
    side a two-sided promise is missed; None where it is kept, and while a sum may still grow to it.
    `hole` is the first month that is missing before figures that therefore do not count.
    """

    target: Target
    indicator: Indicator
    verdict: Verdict
    on_track: bool | None
    reason: Reason
    rule: Reason
    figures: Figures
    reasons: Mapping[str, Reason]
    used: tuple[Observation, ...] = ()
    breach: Observation | None = None
    decided_by: TargetId | None = None
    part_of: TargetId | None = None
    overdue: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()
    side: Side | None = None
    hole: int | None = None

    @property
    def stale(self) -> bool:
        """Whether the verdict tells only how it stood by old figures, so that it has no flag."""
        return self.on_track is None and FLAG[self.verdict] is not None
