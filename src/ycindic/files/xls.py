"""What stands in the cells of an old .xls workbook? The library xlrd reads it, within the limits of the others.

It is the one library that tells the number formats, the raised letters and what is hidden.
"""

import io
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ycindic.files.cell import Cell, struck_out
from ycindic.files.number_format import EPOCH, EPOCH_1904, shown
from ycindic.files.rich_text import joined_runs
from ycindic.files.sheet import BookSheet, Hidden, Merge, Room, TooBig

if TYPE_CHECKING:
    import xlrd

_MOST_BYTES = 16 << 20
"""A cell takes at least 14 bytes in such a file, so that MOST_CELLS fit in twice."""


class Damaged(ValueError):  # noqa: N818 - it says what it is
    """The library could not read it."""


def read_xls(data: bytes) -> list[BookSheet]:
    """All sheets in their order. Raises TooBig, Damaged, or ImportError where the library is not there."""
    import xlrd

    if len(data) > _MOST_BYTES:
        raise TooBig
    room = Room()
    try:
        with xlrd.open_workbook(
            file_contents=data, logfile=io.StringIO(), formatting_info=True, on_demand=True, ragged_rows=True
        ) as book:
            return [_sheet(book, place, room) for place in range(book.nsheets)]
    except TooBig:
        raise
    except Exception as error:
        raise Damaged(type(error).__name__) from error  # a damaged file makes the library raise whatever comes


def _sheet(book: "xlrd.book.Book", place: int, room: Room) -> BookSheet:
    room.sheet()
    sheet = book.sheet_by_index(place)
    cells: dict[tuple[int, int], Cell] = {}
    epoch = EPOCH_1904 if book.datemode else EPOCH
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            room.put(cells, row, column, _cell(book, sheet, row, column, epoch))
    merges = []
    for top, bottom, left, right in sheet.merged_cells:
        room.take()
        merges.append(Merge(top, left, bottom - 1, right - 1))
    rows = frozenset(row for row, one in sheet.rowinfo_map.items() if one.hidden)
    columns = frozenset(column for column, one in sheet.colinfo_map.items() if one.hidden or not one.width)
    return BookSheet(sheet.name, cells, tuple(merges), bool(sheet.visibility), Hidden(rows, columns))


def _cell(book: "xlrd.book.Book", sheet: "xlrd.sheet.Sheet", row: int, column: int, epoch: date) -> Cell:
    import xlrd

    value, style = sheet.cell_value(row, column), book.xf_list[sheet.cell_xf_index(row, column)]
    match sheet.cell_type(row, column):
        case xlrd.XL_CELL_TEXT:
            runs = [(0, style.font_index), *sheet.rich_text_runlist_map.get((row, column), ())]
            return joined_runs(list(_runs(book, value, runs)))
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            cell = shown(repr(value).removesuffix(".0"), book.format_map[style.format_key].format_str, epoch)
            return struck_out(cell) if book.font_list[style.font_index].struck_out else cell
        case xlrd.XL_CELL_BOOLEAN:
            return Cell("TRUE" if value else "FALSE", kind="truth")
        case xlrd.XL_CELL_ERROR:
            return Cell(xlrd.error_text_from_code.get(value, "#ERROR!"), kind="error")
        case _:
            return Cell("")


def _runs(book: "xlrd.book.Book", text: str, runs: list[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """The pieces of a text and how each stands, from where each font begins."""
    ends = [*(start for start, _ in runs[1:]), len(text)]
    for (start, number), end in zip(runs, ends, strict=True):
        font = book.font_list[number]
        how = {1: "superscript", 2: "subscript"}.get(font.escapement, "")
        yield "strike" if font.struck_out else how, text[start:end]
