"""What would have been said month by month, with only what was known then?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ycindic.domain.assessment import DECIDED, Assessment
from ycindic.domain.backtest.case import Replayed
from ycindic.domain.backtest.plain import calendar, twelfth
from ycindic.domain.facts import Facts
from ycindic.domain.history import Timeline
from ycindic.domain.judge import assess
from ycindic.domain.model import Plan, Target, TargetId
from ycindic.domain.period import MONTHS_A_YEAR, month_ends, month_of
from ycindic.domain.reason import SETTLED

LONGEST_WAIT = MONTHS_A_YEAR
"""So many months after a period's end its last figures before the final one may still come out."""


def replay(
    plan: Plan, timeline: Timeline, until: date, targets: Sequence[Target] | None = None
) -> tuple[Replayed, ...]:
    """The answers about every target whose end is known by a date, one for each figure on the way to it.

    Judged at the end of each month by the vintages of that day; the figure that ends the period is
    the outcome, not a case. Containers are left out, for their parts are graded. In the order of days, then
    of the registry; `targets` narrows the question.
    """
    asked = [target for target in (plan.targets if targets is None else targets) if target.parts is None]
    ends = _ends(plan, asked, timeline.facts(until), until)
    ended = [target for target in asked if target.id in ends]
    seen: set[tuple[TargetId, int]] = set()
    return tuple(
        Replayed(day, said, calendar(said), twelfth(said, facts), ends[said.target.id])
        for day in _days(ended, until)
        for facts in (timeline.facts(day),)
        for said in _said(plan, ended, facts, day)
        if _is_new(said, seen)
    )


def _ends(plan: Plan, targets: Sequence[Target], facts: Facts, until: date) -> dict[TargetId, Assessment]:
    """The final answer about each target that has one by now."""
    found = (assess(plan, target, facts, until) for target in targets)
    return {one.target.id: one for one in found if _is_final(one)}


def _is_final(one: Assessment) -> bool:
    if one.verdict not in DECIDED:
        return False
    reached = one.figures.actual_period
    over = reached is not None and reached.last == one.target.period.last
    return over or one.rule in SETTLED


def _days(targets: Sequence[Target], until: date) -> Iterator[date]:
    """The last days of the months in which a case may come up."""
    if not targets:
        return iter(())
    last = max(target.period.last for target in targets) + LONGEST_WAIT
    return month_ends(min(target.period.first for target in targets), last, until)


def _said(plan: Plan, targets: Iterable[Target], facts: Facts, day: date) -> Iterator[Assessment]:
    """The answers of a day about the targets that were under way."""
    month = month_of(day)
    for target in targets:
        if target.period.first <= month <= target.period.last + LONGEST_WAIT:
            yield assess(plan, target, facts, day)


def _is_new(said: Assessment, seen: set[tuple[TargetId, int]]) -> bool:
    """Whether an answer judges a figure on the way that no earlier day has judged."""
    reached = said.figures.actual_period
    if reached is None or reached.last >= said.target.period.last:
        return False
    key = said.target.id, reached.last
    new = key not in seen
    seen.add(key)
    return new
