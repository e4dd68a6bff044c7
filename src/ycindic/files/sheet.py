"""What is a sheet of a workbook, and how large may one be?"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from ycindic.files.cell import Cell

MOST_CELLS = 500_000
MOST_COLUMNS = 256
MOST_ROWS = 1 << 20
"""The rows of the longest sheet there is."""
_MOST_SHEETS = 1000
"""So many sheets, which may all be one part of the file: reading one takes time, whatever it holds."""
_MOST_RANGES = 1 << 14
"""So many columns has the widest sheet there is, and so many ranges of columns at most."""
_MOST_TEXT = 64 << 20
"""So many characters may stand in all cells together: one text can be shared by all of them."""
LONGEST_TEXT = 32_767
"""So long is a text in a cell at most, says every spreadsheet."""


class TooBig(Exception):  # noqa: N818 - it says what it is
    """The workbook is larger than a table of figures can be, or a bomb."""


class Merge(NamedTuple):
    """A merged range, rows and columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Hidden(NamedTuple):
    """The rows and columns of a sheet that are not seen, from 0; a filter that is set is what hides rows."""

    rows: AbstractSet[int] = frozenset()
    columns: AbstractSet[int] = frozenset()
    filtered: bool = False


class BookSheet(NamedTuple):
    """The cells of a sheet that are not empty, by row and column from 0."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    inside: Hidden = Hidden()


class Room:
    """What all sheets of a workbook together may take; each call raises TooBig where there is no more."""

    def __init__(self) -> None:
        self._cells, self._text, self._ranges, self._sheets = MOST_CELLS, _MOST_TEXT, _MOST_RANGES, _MOST_SHEETS

    def sheet(self) -> None:
        """Count a sheet."""
        self._sheets -= 1
        if self._sheets < 0:
            raise TooBig

    def take(self, text: str = "") -> None:
        """Count a cell, or what is bounded like one."""
        self._cells -= 1
        self._text -= len(text)
        if min(self._cells, self._text, LONGEST_TEXT - len(text)) < 0:
            raise TooBig

    def put(self, cells: dict[tuple[int, int], Cell], row: int, column: int, cell: Cell) -> None:
        """A cell of a sheet; one without a text takes no room."""
        if not cell.text.strip():
            return
        self.take(cell.text)
        if not (0 <= row < MOST_ROWS and 0 <= column < MOST_COLUMNS):
            raise TooBig
        cells[row, column] = cell

    def columns(self, first: int, behind: int) -> range:
        """A range of columns, as far as we read."""
        self._ranges -= 1
        if self._ranges < 0:
            raise TooBig
        return range(max(first, 0), min(behind, MOST_COLUMNS))
