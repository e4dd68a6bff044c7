"""What stands where in somebody's file, be it CSV or a workbook?"""

import codecs
import csv
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from io import BytesIO, StringIO
from itertools import groupby, islice
from pathlib import Path
from typing import Literal, NamedTuple

from ycindic.domain.problem import Code, Place, Problem, column_letters
from ycindic.files.cell import Cell, without_marks
from ycindic.files.decoding import decoded
from ycindic.files.xlsx import BROKEN, MOST_CELLS, MOST_COLUMNS, Hidden, Sheet, TooBig, read_workbook
from ycindic.load.reading import nearest

LARGEST = 64 << 20
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SEPARATORS = (",", "\t", ";")
SAMPLE = 20
Spot = tuple[int, int]
"""A row and a column, from 0."""


class Grid(NamedTuple):
    """A table of what its cells show; those that are not empty, by row and column from 0.

    `cells` are the texts of `Cell`, without note marks; `filled` shows a merged range's text in every cell of it.
    `cell` tells all that is known of one: note, number and unit, kind, day. What is hidden is not in it, and of
    blank rows in a row there is one. `lines` and `columns` are the numbers, from 1, that people know the rows and
    columns by; `place` uses them.
    """

    file: str
    title: str
    cells: Mapping[Spot, str]
    filled: Mapping[Spot, str]
    lines: Sequence[int]
    columns: Sequence[int]
    more: Mapping[Spot, Cell] = {}

    @property
    def name(self) -> str:
        """The file, of a workbook also the sheet."""
        return str(Place(self.file, sheet=self.title))

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.columns)

    def cell(self, row: int, column: int) -> Cell:
        """Everything about a cell; an empty one has an empty text."""
        return self.more.get((row, column)) or Cell(self.cells.get((row, column), ""))

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands, as people count."""
        return Place(self.file, self.lines[row], self.columns[column] if column < self.width else 0, self.title)


class Left(NamedTuple):
    """What of a workbook was left out because it is hidden: a whole sheet, or rows or columns that hold something."""

    name: str
    what: Literal["sheet", "rows", "filtered rows", "columns"]
    which: str = ""


Reveal = Callable[[Sheet], bool]
"""Says of which sheets the hidden rows and columns are read, too."""


def nothing_hidden(_: Sheet) -> bool:
    """Read what is shown, and no more."""
    return False


def everything(_: Sheet) -> bool:
    """Read what is hidden, too."""
    return True


def read_grids(
    path: Path, sheet: str, problems: list[Problem], left: list[Left], reveal: Reveal = nothing_hidden
) -> list[Grid]:
    """The tables of a file: one of a CSV file, of a workbook all that are not hidden, or the one asked for.

    What is hidden is left out, and told in `left`, but of sheets that `reveal` says to show. Faults go to `problems`.
    """
    name = str(path)
    try:
        data = _bytes(path)
        if data.startswith(ZIP):
            return _sheets(name, read_workbook(BytesIO(data)), sheet, problems, left, reveal)
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


def _sheets(
    name: str, sheets: list[Sheet], wanted: str, problems: list[Problem], left: list[Left], reveal: Reveal
) -> list[Grid]:
    chosen, found = [], []
    for one in sheets:
        if one.name == wanted or (not wanted and (not one.hidden or reveal(one))):
            chosen.append(one)
        elif not wanted and one.cells:
            left.append(Left(str(Place(name, sheet=one.name)), "sheet"))
    if not chosen:
        names = [one.name for one in sheets]
        near = nearest(wanted, names)
        problems.append(Problem(Place(name), Code.NO_SHEET, seen=wanted, expected=", ".join(names), nearest=near))
    for one in chosen:
        seen = one._replace(inside=Hidden()) if reveal(one) else one
        left += _left(name, seen)
        found.append(_grid(name, seen))
    return found


def _left(name: str, sheet: Sheet) -> Iterator[Left]:
    """The hidden rows and columns that hold something."""
    place = str(Place(name, sheet=sheet.name))
    rows = sorted({row for row, _ in sheet.cells} & sheet.inside.rows)
    columns = sorted({column for _, column in sheet.cells} & sheet.inside.columns)
    if rows:
        yield Left(place, "filtered rows" if sheet.inside.filtered else "rows", _spans(rows, str))
    if columns:
        yield Left(place, "columns", _spans(columns, column_letters))


def _spans(places: Sequence[int], name: Callable[[int], str]) -> str:
    """Rising numbers from 0 as people write them: `3, 5-7`."""
    runs = [list(run) for _, run in groupby(enumerate(places), key=lambda one: one[1] - one[0])]
    ends = (dict.fromkeys((name(run[0][1] + 1), name(run[-1][1] + 1))) for run in runs)
    return ", ".join("-".join(one) for one in ends)


def _grid(name: str, sheet: Sheet) -> Grid:
    """A sheet with its hidden rows and columns taken out, and of blank rows in a row all but one."""
    lines = _kept_rows(sorted({row for row, _ in sheet.cells} - sheet.inside.rows), sheet.inside.rows)
    width = max((column for _, column in sheet.cells), default=-1) + 1
    columns = [column for column in range(width) if column not in sheet.inside.columns]
    row_of, column_of = ({place: index for index, place in enumerate(places)} for places in (lines, columns))
    seen = {
        (row_of[row], column_of[column]): cell
        for (row, column), cell in sheet.cells.items()
        if row in row_of and column in column_of
    }
    filled: dict[Spot, str] = {}
    for spots, cell in _merged(sheet, lines, columns):
        seen.setdefault(spots[0], cell)
        filled |= dict.fromkeys(spots, cell.text)
    texts = {spot: cell.text for spot, cell in seen.items()}
    more = {spot: cell for spot, cell in seen.items() if cell != Cell(cell.text)}
    return Grid(name, sheet.name, texts, texts | filled, _from_1(lines), _from_1(columns), more)


def _from_1(places: Sequence[int]) -> list[int]:
    return [place + 1 for place in places]


def _kept_rows(filled: Sequence[int], hidden: AbstractSet[int]) -> list[int]:
    """The rows with something in them, and one blank row where there is any that is shown."""
    kept: list[int] = []
    before = -1
    for row in filled:
        blank = next((one for one in range(before + 1, row) if one not in hidden), None)
        kept += [row] if blank is None else [blank, row]
        before = row
    return kept


def _merged(sheet: Sheet, lines: list[int], columns: list[int]) -> Iterator[tuple[list[Spot], Cell]]:
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


def _table(name: str, data: bytes, problems: list[Problem]) -> list[Grid]:
    text = _text(data)
    if text is None:
        problems.append(Problem(Place(name), Code.ENCODING))
        return []
    cells: dict[Spot, Cell] = {}
    lines: list[int] = []
    blank = False
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        for row in reader:
            found = [(column, cell) for column, cell in enumerate(row) if cell.strip()]
            if found and (found[-1][0] >= MOST_COLUMNS or len(cells) + len(found) > MOST_CELLS):
                raise TooBig
            if found or not blank:
                cells |= {(len(lines), column): without_marks(cell) for column, cell in found}
                lines.append(reader.line_num)
            blank = not found
    except csv.Error as error:
        problems.append(Problem(Place(name, reader.line_num), Code.CSV_SYNTAX, detail=str(error)))
        return []
    width = max((column for _, column in cells), default=-1) + 1
    texts = {spot: cell.text for spot, cell in cells.items()}
    return [
        Grid(name, "", texts, texts, lines, range(1, width + 1), {at: one for at, one in cells.items() if one.note})
    ]


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
