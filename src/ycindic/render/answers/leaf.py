"""What is a sheet of a workbook for people, and what stands in its cells?"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ycindic.text import Text, _p


class Worded(NamedTuple):
    """A number that its cell shows between words (`short 0.7 pp`) and that can be reckoned with, its sign told apart.

    `places` are its decimals; `grouped` tells that thousands stand apart, `minus` that a value below zero has a sign of
    its own beside the words.
    """

    value: Decimal
    before: str
    after: str
    places: int
    grouped: bool = False
    minus: bool = False

    @property
    def told(self) -> str:
        """The same as a text."""
        number = f"{abs(self.value):{',' if self.grouped else ''}.{self.places}f}"
        return f"{self.before}{'-' if self.minus else ''}{number}{self.after}"


DAYS: Text = _p("the format of a day in a workbook", "[$-409]d mmm yyyy")
"""How a spreadsheet shows a day to people: letters of its own form, other signs in quotes."""
LeafCell = str | Decimal | date | Worded


class LeafHeads(tuple[str, ...]):
    """Headings inside a sheet, each above what follows in its column."""

    __slots__ = ()


class Leaf(NamedTuple):
    """A sheet of a workbook for people: headings with their widths, rows, and which column holds coloured words.

    A row of one cell is a heading inside it, `LeafHeads` are those of columns. What needs to be seen at once is
    coloured in its first column, too. Lines `above` the table, its title first, stay in sight with its headings;
    those `below` are its notes.
    """

    name: str
    heads: tuple[str, ...]
    rooms: tuple[int, ...]
    rows: tuple[tuple[LeafCell, ...], ...]
    coloured: int | None = None
    colours: Mapping[str, str] = {}
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
