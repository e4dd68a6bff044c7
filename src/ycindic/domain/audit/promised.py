"""What was promised for the single years of a longer period?"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.audit.finding import Rule, Tension, Yearly, YearlyGoals
from ycindic.domain.judge.promise import Promise, promise
from ycindic.domain.model import IndicatorId, Plan, Target
from ycindic.domain.period import Calendar, Period

CLOSE = Decimal("1e-15")
"""A difference that only the last digits of a root can make."""


class YearlyCourse(NamedTuple):
    """Single years on the way to a goal of several: an even share, what they come to, what each other year must do."""

    per_year: Decimal
    reached: Decimal
    needed: Decimal | None
    falls_short: bool


class Compared(NamedTuple):
    """A goal of several years and the course to it: as printed, and with every tolerance used up."""

    goal: Decimal
    promised: tuple[Yearly, ...]
    printed: YearlyCourse
    at_edge: YearlyCourse
    unit: str


def falls_short(rule: Rule, plan: Plan, target: Target, found: Compared) -> Tension | None:
    """The finding that more than an even share is left to the other years; None where it is not.

    Goals that agree as they are printed are no finding: that a tolerance used up in one year is missing in the others
    is what a tolerance means. It is told beside a finding.
    """
    printed, at_edge = found.printed, found.at_edge
    if not printed.falls_short:
        return None
    calendar = plan.indicators[target.indicator].calendar
    inputs = YearlyGoals(
        goal=found.goal,
        per_year=printed.per_year,
        promised=found.promised,
        left=years_left(calendar, target.period, found.promised),
        reached=printed.reached,
        reached_at_edge=at_edge.reached,
        needed=printed.needed,
        needed_at_edge=at_edge.needed,
        unit=found.unit,
    )
    targets = targets_of(plan, target, found.promised)
    return Tension(rule, target.place, plan.indicators[target.indicator], targets, target.period, inputs)


def single_years(plan: Plan, indicator: IndicatorId, span: Period, direction: int) -> tuple[Yearly, ...]:
    """The goals of the years inside a span that bind in a direction, the strictest of each year."""
    strictest: dict[int, Yearly] = {}
    for target in plan.targets:
        one = _yearly(plan, target, direction) if target.indicator == indicator else None
        if one is None or not (span.first <= target.period.first and target.period.last <= span.last):
            continue
        other = strictest.get(one.year)
        if other is None or direction * (one.edge - other.edge) > 0:
            strictest[one.year] = one
    return tuple(strictest[number] for number in sorted(strictest))


def _yearly(plan: Plan, target: Target, direction: int) -> Yearly | None:
    if not target.one_year or target.parts is not None:
        return None
    indicator = plan.indicators[target.indicator]
    kept = promise(target, indicator)
    if kept.two_sided or kept.goal is None or kept.direction != direction:
        return None
    return Yearly(target.id, indicator.calendar.year_of(target.period.first), kept.goal, edge(kept, kept.goal))


def edge(kept: Promise, goal: Decimal) -> Decimal:
    """The goal with its tolerance used up: what still counts as met."""
    return goal - kept.direction * kept.tolerance


def years_left(calendar: Calendar, span: Period, promised: tuple[Yearly, ...]) -> tuple[int, ...]:
    """The years of a span that nothing was promised for by themselves."""
    taken = {one.year for one in promised}
    return tuple(number for number in calendar.years(span) if number not in taken)


def targets_of(plan: Plan, first: Target, promised: tuple[Yearly, ...]) -> tuple[Target, ...]:
    """The targets that a finding speaks of, the one it stands at first."""
    named = {one.target for one in promised}
    return (first, *(target for target in plan.targets if target.id in named))
