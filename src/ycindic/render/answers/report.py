"""What is there to say about the targets of a plan?"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.model import Plan, TargetId
from ycindic.domain.problem import Problem

if TYPE_CHECKING:
    from ycindic.domain.opinions import Opinion


class Report(NamedTuple):
    """The answer to `status`: the rows that were asked for, and what stands around them.

    `total` counts the targets of the whole plan, parts left out; `problems` are the faults of the
    files, `later` the rows that were not yet published; `opinions` are None unless asked for;
    `facts` are the figures behind the rows, for those who draw or list them; `bundled` tells that the
    folder is the copy that came with the program, which takes no figures; `whole` asks for every row where a first
    look would do.
    """

    plan: Plan
    as_of: date
    folder: str
    rows: tuple[Assessment, ...]
    hidden: int
    problems: tuple[Problem, ...] = ()
    later: int = 0
    by_urgency: bool = False
    opinions: "Mapping[TargetId, tuple[Opinion, ...]] | None" = None
    facts: Facts = Facts({})
    bundled: bool = False
    whole: bool = True

    @property
    def counted(self) -> tuple[Assessment, ...]:
        """The rows that count: a container counts once, its parts do not."""
        return tuple(row for row in self.rows if row.part_of is None)
