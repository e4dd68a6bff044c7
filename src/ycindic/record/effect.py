"""What does a change make of the verdicts?"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.judge import assess_all
from ycindic.domain.model import IndicatorId
from ycindic.load.actuals import read_actuals
from ycindic.load.workspace import Workspace


class Shift(NamedTuple):
    """A target before and after."""

    before: Assessment
    after: Assessment

    @property
    def changed(self) -> bool:
        """Whether the verdict is another one."""
        return self.before.verdict is not self.after.verdict


def shifts(
    workspace: Workspace, as_of: date, more: Mapping[str, str], touched: Collection[tuple[IndicatorId, int]]
) -> tuple[Shift, ...]:
    """The targets whose verdict is another one with the files as they are and rows that are to come, and those at hand.

    At hand are those of a figure and of its month.
    """
    files = workspace.folder.actuals()
    after = read_actuals(files, workspace.plan, as_of, [], more=more).facts
    pairs = zip(_judged(workspace, workspace.facts, as_of), _judged(workspace, after, as_of), strict=True)
    found = (Shift(before, now) for before, now in pairs)
    return tuple(one for one in found if one.changed or _at_hand(one.after, touched))


def _at_hand(row: Assessment, touched: Collection[tuple[IndicatorId, int]]) -> bool:
    period = row.target.period
    return any(row.indicator.id == key and period.first <= month <= period.last for key, month in touched)


def _judged(workspace: Workspace, facts: Facts, as_of: date) -> tuple[Assessment, ...]:
    return assess_all(workspace.plan, facts, as_of)
