"""What does a scan find?"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ycindic.domain.model import Commitment
from ycindic.domain.relation import Relation


class Class(StrEnum):
    """What a statement is."""

    TARGET = "target"
    RESULT = "result"
    NAME = "name"


class Confidence(StrEnum):
    """How sure the reading is; a doubtful one is `low` and becomes a todo in a draft."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


ReportValue = Decimal | tuple[Decimal, ...] | None
"""A number, the two ends of a range, the three shares of a ratio, or nothing."""


class Finding(NamedTuple):
    """One quantitative statement.

    `start` and `end` count characters of the text as it was given, `line` and `column` from 1. `value` is the printed
    size in `unit` (a fall of 3 % is 3 with `down`), so that 万 and 亿 stay in the unit. `period` is `2026`, `2026-2030`
    or empty where no year is known. `modifiers` are the registry's (`average`, `total`, `scope`, `hold`) and `down`,
    `change`, `growth`, `rank`, `each`, `repeat`, `planned`, and `years` where those of the period are not sure. `by` is
    an ISO date. `clause` is what stands around the figure, for people; `reason` the id of the rule that decided.
    """

    start: int
    end: int
    line: int
    column: int
    class_: Class
    confidence: Confidence
    reason: str
    figure: str
    value: ReportValue = None
    unit: str = ""
    relation: Relation | None = None
    modifiers: tuple[str, ...] = ()
    indicator: str = ""
    period: str = ""
    section: str = ""
    commitment: Commitment = Commitment.PLAIN
    origin: Decimal | None = None
    reference: str = ""
    by: str = ""
    clause: str = ""

    @property
    def lead(self) -> str:
        """The clause before the figure; empty where a goal was told without a sentence."""
        return self.clause.partition(self.figure)[0] if self.figure else ""
