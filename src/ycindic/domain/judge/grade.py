"""On the way to the goal: good enough, or not? The cut-offs of the verdict, applied."""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain.assessment import Verdict
from ycindic.domain.judge.promise import never
from ycindic.domain.model import RATES, Indicator, Settings, Target
from ycindic.domain.rates import ONE, ZERO
from ycindic.domain.relation import Relation

_ROUNDING = Decimal("1e-15")
"""A long division is rounded in its last digits; what lies so close to a cut-off lies on it."""


def by_pace(pace: Decimal, to_edge: Decimal, catch_up: Decimal, settings: Settings) -> Verdict:
    """A flow or a stock by how much of the expected is done, and how much faster the rest must go.

    `pace` is told to the printed goal, `to_edge` and `catch_up` to the edge of the tolerance; of a cap `catch_up` is
    how much slower the rest must go.
    """
    if _reaches(pace, settings.pace_ahead):
        return Verdict.AHEAD
    if _reaches(to_edge, settings.pace_on_track) and _within(catch_up, settings.catch_up_on_track):
        return Verdict.ON_TRACK
    return Verdict.AT_RISK if _within(catch_up, settings.catch_up_at_risk) else Verdict.OFF_TRACK


def _reaches(value: Decimal, cut_off: Decimal) -> bool:
    return value >= cut_off - _ROUNDING


def _within(value: Decimal, cut_off: Decimal) -> bool:
    return value <= cut_off + _ROUNDING


def by_course(
    pace: Decimal, to_edge: Decimal, needs: Decimal | None, settings: Settings, *, tie: bool = False
) -> Verdict:
    """A sum whose course is known, like the rate that it is: on track exactly if the rest need not grow faster.

    `pace` is told to the printed goal, `to_edge` to the edge of the tolerance. `needs` are the points of growth that
    the rest must add; where they cannot be told the pace parts at risk from off track.
    """
    if _reaches(pace, settings.pace_ahead):
        return Verdict.AHEAD
    if _reaches(to_edge, ONE) and not tie:
        return Verdict.ON_TRACK
    near = _reaches(to_edge, settings.pace_on_track) if needs is None else _within(needs, settings.rate_at_risk_pp)
    return Verdict.AT_RISK if near else Verdict.OFF_TRACK


def by_rate(
    needs: Decimal, surplus: Decimal, settings: Settings, point: Decimal = ONE, *, may_lead: bool, tie: bool = False
) -> Verdict:
    """A rate by the points that the rest must add to it, or that it surpasses the goal by.

    `needs` is the distance of the required rest from the rate so far, positive for more effort;
    `surplus` what lies beyond the printed goal; both in the unit in which `point` tells one point. A `tie` with what
    must be surpassed is not met.
    """
    if _within(needs, ZERO) and not tie:
        leads = may_lead and point > 0 and _reaches(surplus, settings.rate_ahead_pp * point)
        return Verdict.AHEAD if leads else Verdict.ON_TRACK
    return Verdict.AT_RISK if _within(needs, settings.rate_at_risk_pp * point) else Verdict.OFF_TRACK


def by_difference(short: Decimal, settings: Settings, point: Decimal = ONE, *, holds: bool) -> Verdict:
    """A comparison by how far it falls short of its tolerance; `point` tells one point in its unit."""
    if holds:
        return Verdict.ON_TRACK
    return Verdict.AT_RISK if _within(short, settings.step_at_risk_pp * point) else Verdict.OFF_TRACK


def by_sign(*, right: bool) -> Verdict:
    """A direction by its sign: the right one, or none or the wrong one."""
    return Verdict.ON_TRACK if right else Verdict.OFF_TRACK


_BY_RATE = ("rate_ahead_pp", "rate_at_risk_pp")
_BY_PACE = ("pace_ahead", "pace_on_track", "catch_up_on_track", "catch_up_at_risk")


def cut_offs(target: Target, indicator: Indicator) -> dict[str, Decimal]:
    """The settings that the rule of a target looks at, with the values that apply to it."""
    if target.parts is not None:
        return {}
    names: tuple[str, ...] = ()
    if target.beside:
        names = ("step_pp", "step_at_risk_pp")
    elif not (target.compared or never(target, indicator) or target.scope):
        names = _BY_RATE if indicator.measure in RATES else _BY_PACE
    if target.relation is Relation.ABOUT and (target.told or target).tolerance is None:
        names += ("about_pp", "about_pct")
    return {name: getattr(target.settings, name) for name in (*names, "early", "stale_releases")}
