"""What stands where in somebody's file, be it CSV or a workbook?"""

import codecs
import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.decoding import decoded
from ycindic.files.xlsx import BROKEN, MOST_CELLS, MOST_COLUMNS, Merge, TooBig, read_workbook
from ycindic.load.reading import nearest

LARGEST = 64 << 20
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SEPARATORS = (",", "\t", ";")
SAMPLE = 20


class Grid(NamedTuple):
    """A table of texts; the cells that are not empty, by row and column from 0.

    `lines` are the rows' numbers for whoever reads the file; `filled` shows a merged range's text in
    every cell of it.
    """

    name: str
    title: str
    cells: Mapping[tuple[int, int], str]
    filled: Mapping[tuple[int, int], str]
    lines: Sequence[int]
    width: int

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands, as people count."""
        return Place(self.name, self.lines[row] if row < len(self.lines) else row + 1, column + 1)


def read_grids(path: Path, sheet: str, problems: list[Problem]) -> list[Grid]:
    """The tables of a file: one of a CSV file, of a workbook all that are not hidden, or the one asked for."""
    name = str(path)
    try:
        data = _bytes(path)
        if data.startswith(ZIP):
            return _sheets(name, data, sheet, problems)
        if data.startswith(OLE):
            problems.append(Problem(Place(name), Code.OLD_BOOK))
            return []
        return _table(name, data, problems)
    except TooBig:
        problems.append(Problem(Place(name), Code.TOO_BIG))
    except OSError as error:
        problems.append(Problem(Place(name), Code.UNREADABLE, detail=error.strerror or type(error).__name__))
    except BROKEN as error:
        problems.append(Problem(Place(name), Code.BROKEN_BOOK, detail=type(error).__name__))
    return []


def _bytes(path: Path) -> bytes:
    """A whole file, read once, so that it may be a pipe; raises TooBig."""
    if path.stat().st_size > LARGEST:
        raise TooBig
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise TooBig
    return data


def _sheets(name: str, data: bytes, wanted: str, problems: list[Problem]) -> list[Grid]:
    sheets = read_workbook(BytesIO(data))
    chosen = [one for one in sheets if (one.name == wanted if wanted else not one.hidden)]
    if not chosen:
        names = [one.name for one in sheets]
        near = nearest(wanted, names)
        problems.append(Problem(Place(name), Code.NO_SHEET, seen=wanted, expected=", ".join(names), nearest=near))
    return [_grid(f"{name}!{one.name}", one.name, one.cells, one.merges) for one in chosen]


def _grid(name: str, title: str, cells: Mapping[tuple[int, int], str], merges: Sequence[Merge]) -> Grid:
    height = max((row for row, _ in cells), default=-1) + 1
    width = max((column for _, column in cells), default=-1) + 1
    filled = dict(cells)
    left = MOST_CELLS
    for one in merges:
        text = cells.get((one.top, one.left), "")
        rows = range(one.top, min(one.bottom + 1, height)) if text else range(0)
        columns = range(one.left, min(one.right + 1, width))
        left -= len(rows) * len(columns)
        if left < 0:
            raise TooBig
        filled |= {(row, column): text for row in rows for column in columns}
    return Grid(name, title, cells, filled, range(1, height + 1), width)


def _table(name: str, data: bytes, problems: list[Problem]) -> list[Grid]:
    text = _text(data)
    if text is None:
        problems.append(Problem(Place(name), Code.ENCODING))
        return []
    cells: dict[tuple[int, int], str] = {}
    lines: list[int] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        for number, row in enumerate(reader):
            lines.append(reader.line_num)
            if len(row) > MOST_COLUMNS and any(cell.strip() for cell in row[MOST_COLUMNS:]):
                raise TooBig
            cells |= {(number, column): cell for column, cell in enumerate(row[:MOST_COLUMNS]) if cell.strip()}
            if len(cells) > MOST_CELLS:
                raise TooBig
    except csv.Error as error:
        problems.append(Problem(Place(name, reader.line_num), Code.CSV_SYNTAX, detail=str(error)))
        return []
    width = max((column for _, column in cells), default=-1) + 1
    return [Grid(name, "", cells, cells, lines, width)]


def _text(data: bytes) -> str | None:
    """The text of a file, also in the encoding that spreadsheets call Unicode text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            return None
    return decoded(data)


def _separator(text: str) -> str:
    """The separator that stands in most of the first lines."""
    found: Counter[str] = Counter()
    for line in islice((line for line in text[: 1 << 16].splitlines() if line.strip()), SAMPLE):
        found.update(one for one in SEPARATORS if one in line)
    return max(SEPARATORS, key=lambda one: found[one])
