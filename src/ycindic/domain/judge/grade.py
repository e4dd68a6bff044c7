"""On the way to the goal: good enough, or not? The cut-offs of the verdict, applied."""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain.assessment import Verdict
from ycindic.domain.model import Settings

ZERO = Decimal(0)


def by_pace(pace: Decimal, catch_up: Decimal, settings: Settings) -> Verdict:
    """A flow or a stock by how much of the expected is done, and how much faster the rest must go."""
    if pace >= settings.pace_ahead:
        return Verdict.AHEAD
    if pace >= settings.pace_on_track and catch_up <= settings.catch_up_on_track:
        return Verdict.ON_TRACK
    return Verdict.AT_RISK if catch_up <= settings.catch_up_at_risk else Verdict.OFF_TRACK


def by_rate(needs: Decimal, surplus: Decimal, settings: Settings, *, may_lead: bool) -> Verdict:
    """A rate by the points that the rest must add to it, or that it surpasses the goal by.

    `needs` is the distance of the required rest from the rate so far, positive for more effort;
    `surplus` the points beyond the printed goal.
    """
    if needs <= ZERO:
        return Verdict.AHEAD if may_lead and surplus >= settings.rate_ahead_pp else Verdict.ON_TRACK
    return Verdict.AT_RISK if needs <= settings.rate_at_risk_pp else Verdict.OFF_TRACK


def by_difference(short: Decimal, settings: Settings, *, holds: bool) -> Verdict:
    """A comparison by the points that it falls short of its tolerance."""
    if holds:
        return Verdict.ON_TRACK
    return Verdict.AT_RISK if short <= settings.step_at_risk_pp else Verdict.OFF_TRACK


def by_sign(*, right: bool) -> Verdict:
    """A direction by its sign: the right one, or none or the wrong one."""
    return Verdict.ON_TRACK if right else Verdict.OFF_TRACK
