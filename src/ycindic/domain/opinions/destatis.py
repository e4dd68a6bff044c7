"""What weather would Destatis draw: does the trend of the last five changes lead to the goal?

Source: Statistisches Bundesamt (Destatis), German Sustainable Development Strategy, "Status der Indikatoren -
Methodik" (https://dns-indikatoren.de/status, English: https://dns-indikatoren.de/en/status). Where the two languages
differ the German text is followed: a missed goal whose average stands still is a storm, and a goal that is due in the
very year of the last value is judged like one to be held.

What the method says about more than one goal is left to the caller: of several target years the next one counts, of
several simultaneous targets the worst symbol. A relative target ("20 % below 2008") is handed in as the value it means.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, assert_never

from ycindic.domain.opinions.opinion import Direction, Opinion, Voter, Weather
from ycindic.domain.opinions.points import usable

if TYPE_CHECKING:
    from collections.abc import Sequence

_POINTS_WANTED: Final = 6
_POINTS_NEEDED: Final = 4
_SUN_BELOW: Final = 0.05
_SUN_CLOUD_UP_TO: Final = 0.20
_DIGITS_COMPARED: Final = 9


class TargetKind(StrEnum):
    """What kind of target it is; the texts are those of the conformance data."""

    TARGET_BY_YEAR = "target_by_year"
    HOLD_EVERY_YEAR = "hold_every_year"
    DIRECTION_ONLY = "direction_only"


def weather(
    series: Sequence[tuple[float, float]],
    *,
    direction: Direction,
    kind: TargetKind,
    target: float | tuple[float, float] | None = None,
    target_year: float | None = None,
) -> Opinion:
    """Continue the average yearly change and see where it leads.

    The average is taken over the last six values (five changes), in case of need over the last five or four. With
    holes in the series it is the change a year between the first and the last of them.

    Args:
        series: Pairs of (year, value) up to the year that is judged, any order.
        direction: 1 if higher is better, -1 if lower is.
        kind: Reach a value by a year, hold a value in every year, or only move in a direction.
        target: The goal, in the unit of the series; of an interval (low, high) the weaker end counts.
        target_year: When the goal is due; only for `Kind.TARGET_BY_YEAR`.

    Returns:
        An opinion whose value is what the symbol was cut from: on the way to a goal the share of the distance still to
        go that would be missed (0.05 is 5 %, negative: more than reached), else the average change in units a year.
        Not available with fewer than four values or without the goal its kind needs. Nothing is raised for any numbers.
    """
    points = usable(series)[-_POINTS_WANTED:]
    goal = None if kind is TargetKind.DIRECTION_ONLY else _weaker_end(target, direction)
    due = target_year if kind is TargetKind.TARGET_BY_YEAR else None
    if len(points) < _POINTS_NEEDED or not _complete(kind, goal, due):
        return Opinion(Voter.DESTATIS, Weather.NOT_AVAILABLE)
    (first_year, first), (_, before), (year, now) = points[0], points[-2], points[-1]
    # First to last rather than a sum of steps: the same number, and standing still is exactly 0.
    average = (now - first) / (year - first_year)
    improvement = direction * average
    if goal is None:
        return Opinion(Voter.DESTATIS, _of_a_direction(improvement, direction * (now - before)), average)
    met = direction * now >= direction * goal
    if met or due is None or due <= year:
        return Opinion(Voter.DESTATIS, _of_a_level(improvement, met=met), average)
    # = direction * (goal - projected) / |goal - now|, because direction * (goal - now) = |goal - now| until it is met.
    missed = 1 - improvement * (due - year) / abs(goal - now)
    return Opinion(Voter.DESTATIS, _of_a_projection(improvement, missed), missed)


def _complete(kind: TargetKind, goal: float | None, due: float | None) -> bool:
    """Whether all that this kind of target needs was handed in."""
    match kind:
        case TargetKind.TARGET_BY_YEAR:
            return goal is not None and due is not None
        case TargetKind.HOLD_EVERY_YEAR:
            return goal is not None
        case TargetKind.DIRECTION_ONLY:
            return True
        case _:
            assert_never(kind)


def _weaker_end(target: float | tuple[float, float] | None, direction: Direction) -> float | None:
    """Of an interval the end that is easier to reach: the low one if higher is better."""
    if isinstance(target, tuple):
        return min(target) if direction > 0 else max(target)
    return target


def _of_a_projection(improvement: float, missed: float) -> Weather:
    """On the way to a goal: `missed` is the share of the remaining distance that the trend leaves open."""
    if improvement <= 0:
        return Weather.STORM
    # Nine digits, so that a miss of 5 % or 20 % on a pocket calculator is one here, whatever binary fractions add.
    share = round(missed, _DIGITS_COMPARED) if abs(missed) < 1 else missed
    if share < _SUN_BELOW:
        return Weather.SUN
    return Weather.SUN_CLOUD if share <= _SUN_CLOUD_UP_TO else Weather.CLOUD


def _of_a_level(improvement: float, *, met: bool) -> Weather:
    """Judge a value to be held, or a goal that is met or due: the value first, the average second."""
    if met:
        return Weather.SUN if improvement >= 0 else Weather.SUN_CLOUD
    return Weather.CLOUD if improvement > 0 else Weather.STORM


def _of_a_direction(improvement: float, last_improvement: float) -> Weather:
    """Only a direction was promised: the average first, the last change second; no change is not the right way."""
    if improvement > 0:
        return Weather.SUN if last_improvement > 0 else Weather.SUN_CLOUD
    return Weather.CLOUD if last_improvement > 0 else Weather.STORM
