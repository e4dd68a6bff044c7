"""On the way to the goal: good enough, or not? The cut-offs of the verdict, applied."""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain.assessment import Verdict
from ycindic.domain.model import Settings

ZERO = Decimal(0)
ROUNDING = Decimal("1e-15")
"""A long division is rounded in its last digits; what lies so close to a cut-off lies on it."""


def by_pace(pace: Decimal, catch_up: Decimal, settings: Settings) -> Verdict:
    """A flow or a stock by how much of the expected is done, and how much faster the rest must go."""
    if _reaches(pace, settings.pace_ahead):
        return Verdict.AHEAD
    if _reaches(pace, settings.pace_on_track) and _within(catch_up, settings.catch_up_on_track):
        return Verdict.ON_TRACK
    return Verdict.AT_RISK if _within(catch_up, settings.catch_up_at_risk) else Verdict.OFF_TRACK


def _reaches(value: Decimal, cut_off: Decimal) -> bool:
    return value >= cut_off - ROUNDING


def _within(value: Decimal, cut_off: Decimal) -> bool:
    return value <= cut_off + ROUNDING


def by_rate(needs: Decimal, surplus: Decimal, settings: Settings, *, may_lead: bool, tie: bool = False) -> Verdict:
    """A rate by the points that the rest must add to it, or that it surpasses the goal by.

    `needs` is the distance of the required rest from the rate so far, positive for more effort;
    `surplus` the points beyond the printed goal. A `tie` with what must be surpassed is not met.
    """
    if _within(needs, ZERO) and not tie:
        return Verdict.AHEAD if may_lead and _reaches(surplus, settings.rate_ahead_pp) else Verdict.ON_TRACK
    return Verdict.AT_RISK if _within(needs, settings.rate_at_risk_pp) else Verdict.OFF_TRACK


def by_difference(short: Decimal, settings: Settings, *, holds: bool) -> Verdict:
    """A comparison by the points that it falls short of its tolerance."""
    if holds:
        return Verdict.ON_TRACK
    return Verdict.AT_RISK if _within(short, settings.step_at_risk_pp) else Verdict.OFF_TRACK


def by_sign(*, right: bool) -> Verdict:
    """A direction by its sign: the right one, or none or the wrong one."""
    return Verdict.ON_TRACK if right else Verdict.OFF_TRACK
