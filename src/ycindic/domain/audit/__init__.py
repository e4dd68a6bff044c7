"""Does the plan agree with itself, and do its figures? One file a rule, one table of them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ycindic.domain.audit import (
    additions,
    doubtful_size,
    level_growth,
    multiples,
    parts_sum,
    periods_sum,
    wide_tolerance,
    yearly_growth,
    yearly_totals,
)
from ycindic.domain.audit.finding import Rule, Tension
from ycindic.domain.facts import Facts
from ycindic.domain.model import Plan

_Finder = Callable[[Plan, Facts], Iterator[Tension]]

FINDERS: Mapping[Rule, _Finder] = {
    Rule.YEARLY_GROWTH: yearly_growth.find,
    Rule.YEARLY_TOTALS: yearly_totals.find,
    Rule.ADDITIONS: additions.find,
    Rule.PARTS: parts_sum.find,
    Rule.LEVELS: level_growth.find,
    Rule.PERIODS: periods_sum.find,
    Rule.SIZE: doubtful_size.find,
    Rule.TOLERANCE: wide_tolerance.find,
    Rule.MULTIPLE: multiples.find,
}
"""Who looks for what; a new rule is one file and one line here."""


def tensions(plan: Plan, facts: Facts) -> tuple[Tension, ...]:
    """Every tension of a plan and of the figures known at a date, sorted by place."""
    found = [one for find in FINDERS.values() for one in find(plan, facts)]
    return tuple(sorted(found, key=lambda one: (one.place, one.rule, one.indicator.id, one.period)))


__all__ = ["FINDERS", "Rule", "Tension", "tensions"]
