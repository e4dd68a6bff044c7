"""What does a paper for those who decide consist of?"""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from ycindic.render.answers.path import Way


class Action(NamedTuple):
    """A target that needs action: name and verdict, the sentence, the verdict's sign.

    With its course, where one can be drawn; what stands below that, and how it tells a `number`.
    """

    name: str
    text: str
    sign: str
    course: Way | None
    caption: str
    number: Callable[[Decimal], str]


class BriefTable(NamedTuple):
    """Rows under headings; a row of one cell is a heading inside the table."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Brief(NamedTuple):
    """The brief, in one language: what each part is called, what it says, and below it what it leaves out."""

    title: str
    when: str
    summary: str
    headlines: tuple[str, BriefTable, tuple[str, ...]]
    actions: tuple[str, tuple[Action, ...]]
    more: tuple[str, ...]
    owed: tuple[str, tuple[str, ...]]
    annex: tuple[str, BriefTable]
    caption: str
