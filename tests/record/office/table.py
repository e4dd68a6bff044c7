"""What is a table of the generator: what is seen, what it truly says, and how many readings it leaves?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from record.office.economy import Fact, Place
from record.office.sheet import Sheet
from record.office.written import Form


class Sense(StrEnum):
    """How many readings the words of a table leave."""

    ONE = "one reading"
    TWO = "two readings"
    NONE = "must be refused"


class Table(NamedTuple):
    """A table of a kind; `facts` are the figures that it surely says, `question` what it leaves open or has wrong.

    Whatever comes out that is not among `facts` is wrong, but for what is in `maybe`: right, and need not come in.
    With one reading all of `facts` must come in. `habit` is one that any table can have: hidden rows, marks, other
    ways to write a number.
    """

    kind: str
    place: Place
    sheet: Sheet
    facts: Mapping[Fact, Decimal]
    sense: Sense = Sense.ONE
    question: str = ""
    form: Form = Form.UTF8
    name: str = "t"
    habit: str = ""
    maybe: Mapping[Fact, Decimal] = MappingProxyType({})

    @property
    def label(self) -> str:
        """The kind with its question, as it is counted."""
        return f"{self.kind}: {self.question}" if self.question else self.kind
