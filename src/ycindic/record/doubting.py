"""Which new figures must somebody be asked about, beside what was there before and what comes with them?"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ycindic.domain.facts import Facts
from ycindic.domain.grouped import grouped
from ycindic.domain.history import History
from ycindic.domain.model import Indicator, Measure, Plan
from ycindic.domain.plausibility import NOT_BY_YES, Doubt, Doubtful, Suspect, Trusted, doubts
from ycindic.load.workspace import Workspace
from ycindic.record.entry import Entry


class Waiver(NamedTuple):
    """What somebody has answered: a plain yes, which covers neither size nor future, questions by name, single ones."""

    yes: bool = False
    named: frozenset[Doubtful] = frozenset()
    single: frozenset[Doubt] = frozenset()

    def leaves(self, found: Iterable[Doubt]) -> tuple[Doubt, ...]:
        """The doubts that are still open."""
        return tuple(one for one in found if not self._covers(one))

    def _covers(self, one: Doubt) -> bool:
        return one in self.single or one.kind in self.named or (self.yes and one.kind not in NOT_BY_YES)


class Moment(NamedTuple):
    """The day on which somebody writes, and the day as of which the figures are looked at."""

    today: date
    as_of: date


def strange(
    workspace: Workspace, history: History, entries: Sequence[Entry], moment: Moment
) -> tuple[tuple[Entry, Doubt], ...]:
    """What is strange about figures that come together; the history is that before, and takes them in.

    A batch is held against the goals and the figures before it, and only then against itself; nothing that came out
    after the day as of which it is looked at, and after the batch itself, speaks for or against it.
    """
    until = max([moment.as_of, *(one.published for one in entries if one.published)])
    targets = grouped(workspace.plan.targets, lambda one: one.indicator)
    indicators = {entry.indicator.id: entry.indicator for entry in entries}
    trusted = {key: Trusted(one, history.series(key, until)) for key, one in indicators.items()}
    for entry in entries:
        history.add(entry.vintage())
    known = {key: Trusted(one, history.series(key, until)) for key, one in indicators.items()}
    peers = cache(lambda key: peers_of(workspace.plan, workspace.facts, workspace.plan.indicators[key]))
    found: list[tuple[Entry, Doubt]] = []
    for entry in entries:
        seen, key = entry.observation(), entry.indicator.id
        if seen is not None:
            own = targets.get(key, ())
            case = Suspect(seen, entry.indicator, known[key], trusted[key], own, moment.today)
            found += [(entry, one) for one in doubts(case._replace(peers=() if own else peers(key)))]
    return tuple(found)


def peers_of(plan: Plan, facts: Facts, own: Indicator) -> tuple[Decimal, ...]:
    """The sizes of other indicators of the same measure and unit: their goals, and the newest figure of each.

    Means of different things have nothing in common but their unit.
    """
    if own.measure is Measure.MEAN:
        return ()
    like = {key for key, one in plan.indicators.items() if (one.measure, one.unit) == (own.measure, own.unit)}
    like.discard(own.id)
    sizes = [abs(one.goal) for one in plan.targets if one.indicator in like and one.goal]
    for key in like:
        known = facts.of(key)
        figures = known.ytd or known.point
        sizes += [abs(figures[max(figures)].value)] if figures else []
    return tuple(size for size in sizes if size)
