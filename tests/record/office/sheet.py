"""What is a table before it is written to bytes: cells, merges, what is hidden?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from record.office.economy import Fact


class Cell(NamedTuple):
    """What is seen in a cell; in a workbook `stored` lies under it, shown by `format`; `raised` is a note mark.

    `unit` is that of a figure as it is written here; `fact` is what the cell truly says, in the registered unit.
    """

    text: str = ""
    stored: Decimal | date | None = None
    format: str = ""
    raised: str = ""
    unit: str = ""
    fact: tuple[Fact, Decimal] | None = None


EMPTY = Cell()


class Merge(NamedTuple):
    """A rectangle of cells that is one, its corners included."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet:
    """Rows of cells as they are seen, and how they are joined and hidden."""

    def __init__(self, rows: list[list[Cell]] | None = None) -> None:
        self.rows = rows or []
        self.merges: list[Merge] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.filtered = False
        self.name = "Sheet1"

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def facts(self) -> dict[Fact, Decimal]:
        """What the cells say that can be seen."""
        cells = (
            cell
            for number, row in enumerate(self.rows)
            for column, cell in enumerate(row)
            if number not in self.hidden_rows and column not in self.hidden_columns
        )
        return dict(cell.fact for cell in cells if cell.fact)

    def put_above(self, lines: list[list[Cell]]) -> None:
        """Put lines above everything."""
        down = len(lines)
        self.rows = [*lines, *self.rows]
        self.merges = [Merge(one.top + down, one.left, one.bottom + down, one.right) for one in self.merges]
        self.hidden_rows = {one + down for one in self.hidden_rows}

    def join_heading(self, lines: int) -> None:
        """Merge equal neighbours of the first lines, across and then down, and keep the text at the corner."""
        taken: set[tuple[int, int]] = set()
        for row in range(lines):
            for column in range(self.width):
                if (row, column) not in taken and self.rows[row][column].text:
                    taken |= self._join(row, column, lines)

    def _join(self, row: int, column: int, lines: int) -> set[tuple[int, int]]:
        text = self.rows[row][column].text
        right, bottom = column, row
        if row < lines - 1:
            while right + 1 < self.width and self.rows[row][right + 1].text == text:
                right += 1
        while right == column and bottom + 1 < lines and self.rows[bottom + 1][column].text in ("", text):
            bottom += 1
        inside = {(one, other) for one in range(row, bottom + 1) for other in range(column, right + 1)}
        if len(inside) > 1:
            self.merges.append(Merge(row, column, bottom, right))
            for one, other in inside - {(row, column)}:
                self.rows[one][other] = EMPTY
        return inside


def texts(*words: str) -> list[Cell]:
    """A row of words."""
    return [Cell(one) for one in words]
