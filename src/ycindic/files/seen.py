"""What of a workbook's sheet is seen, and where do people see it?"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import NamedTuple

from ycindic.files.cell import Cell
from ycindic.files.sheet import MOST_CELLS, BookSheet, TooBig

Spot = tuple[int, int]
"""A row and a column, from 0."""


class _Seen(NamedTuple):
    """The cells of a sheet without its hidden rows and columns, and of blank rows in a row all but one.

    `lines` and `columns` are the numbers, from 1, of the rows and columns that are left; `filled` has a merged range's
    text in every cell of it.
    """

    cells: Mapping[Spot, Cell]
    filled: Mapping[Spot, str]
    lines: Sequence[int]
    columns: Sequence[int]


def seen(sheet: BookSheet) -> _Seen:
    """What is seen of a sheet; raises TooBig."""
    lines = _kept_rows(sorted({row for row, _ in sheet.cells} - sheet.inside.rows), sheet.inside.rows)
    width = max((column for _, column in sheet.cells), default=-1) + 1
    columns = [column for column in range(width) if column not in sheet.inside.columns]
    row_of, column_of = ({place: index for index, place in enumerate(places)} for places in (lines, columns))
    cells = {
        (row_of[row], column_of[column]): cell
        for (row, column), cell in sheet.cells.items()
        if row in row_of and column in column_of
    }
    merged: dict[Spot, str] = {}
    for spots, cell in _merged(sheet, lines, columns):
        cells.setdefault(spots[0], cell)
        merged |= dict.fromkeys(spots, cell.text)
    filled = {spot: cell.text for spot, cell in cells.items()} | merged
    return _Seen(cells, filled, [line + 1 for line in lines], [column + 1 for column in columns])


def _kept_rows(filled: Sequence[int], hidden: AbstractSet[int]) -> list[int]:
    """The rows with something in them, and one blank row where there is any that is shown."""
    kept: list[int] = []
    before = -1
    for row in filled:
        blank = next((one for one in range(before + 1, row) if one not in hidden), None)
        kept += [row] if blank is None else [blank, row]
        before = row
    return kept


def _merged(sheet: BookSheet, lines: list[int], columns: list[int]) -> Iterator[tuple[list[Spot], Cell]]:
    """Where of each merged range with a text something is shown, and what."""
    left = MOST_CELLS
    for one in sheet.merges:
        cell = sheet.cells.get((one.top, one.left))
        rows = range(bisect_left(lines, one.top), bisect_right(lines, one.bottom))
        across = range(bisect_left(columns, one.left), bisect_right(columns, one.right))
        if cell is None or not rows or not across:
            continue
        left -= len(rows) * len(across)
        if left < 0:
            raise TooBig
        yield [(row, column) for row in rows for column in across], cell


def hidden_rows(sheet: BookSheet) -> str:
    """The hidden rows that hold something, as people write them: `3, 5-7`; empty for none."""
    return _spans(sorted({row for row, _ in sheet.cells} & sheet.inside.rows), str)


def hidden_columns(sheet: BookSheet, name: Callable[[int], str]) -> str:
    """The hidden columns that hold something, by their names: `B, D-F`; empty for none."""
    return _spans(sorted({column for _, column in sheet.cells} & sheet.inside.columns), name)


def _spans(places: Sequence[int], name: Callable[[int], str]) -> str:
    runs = [list(run) for _, run in groupby(enumerate(places), key=lambda one: one[1] - one[0])]
    ends = (dict.fromkeys((name(run[0][1] + 1), name(run[-1][1] + 1))) for run in runs)
    return ", ".join("-".join(one) for one in ends)
