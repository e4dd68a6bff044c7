"""What stands where in somebody's file, be it CSV or a workbook?"""

import codecs
import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple

from ycindic.domain.problem import Code, Place, Problem, column_letters
from ycindic.files.cell import Cell, without_marks
from ycindic.files.decoding import decoded
from ycindic.files.kind import FileKind, kind_of
from ycindic.files.parts import BROKEN_FILE
from ycindic.files.seen import Spot, hidden_columns, hidden_rows, seen
from ycindic.files.sheet import MOST_CELLS, MOST_COLUMNS, BookSheet, Hidden, TooBig
from ycindic.files.xls import Damaged, read_xls
from ycindic.files.xlsx import read_xlsx
from ycindic.load.reading import nearest_word
from ycindic.load.unreadable import unreadable

_LARGEST = 64 << 20
_NOT_READ: Mapping[FileKind, tuple[Code, str]] = {
    "opendocument": (Code.OPEN_DOCUMENT, ""),
    "encrypted": (Code.ENCRYPTED, ""),
    "xlsb": (Code.BINARY_BOOK, ""),
    "xml workbook": (Code.XML_BOOK, ""),
    "web page": (Code.WEB_PAGE, ""),
    "word": (Code.OTHER_FILE, "a text document"),
    "rich text": (Code.OTHER_FILE, "a text document"),
    "archive": (Code.OTHER_FILE, "an archive"),
    "pdf": (Code.OTHER_FILE, "a PDF"),
    "picture": (Code.OTHER_FILE, "a picture"),
}
"""What a file is called that is not read."""
_SEPARATORS = (",", "\t", ";")
_SAMPLE = 20


class Grid(NamedTuple):
    """A table of what its cells show; those that are not empty, by row and column from 0.

    `cells` are the texts of `Cell`, without note marks; `filled` shows a merged range's text in every cell of it.
    `cell` tells all that is known of one: note, number and unit, kind, day. What is hidden is not in it, and of
    blank rows in a row there is one. `lines` and `columns` are the numbers, from 1, that people know the rows and
    columns by; `place` uses them. `separator` is what stood between the cells of a text, `kind` what the file is, by
    its bytes.
    """

    file: str
    title: str
    cells: Mapping[Spot, str]
    filled: Mapping[Spot, str]
    lines: Sequence[int]
    columns: Sequence[int]
    more: Mapping[Spot, Cell] = {}
    kind: FileKind = "text"
    separator: str = ""

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


def read_grids(
    path: Path, sheet: str, problems: list[Problem], left: list[Left], *, hidden: bool = False
) -> list[Grid]:
    """The tables of a file: one of a CSV file, of a workbook all that are not hidden, or the one asked for.

    What is hidden is left out, and told in `left`, unless `hidden` asks for it. Faults go to `problems`.
    """
    name, kind = str(path), "text"
    try:
        data = _bytes(path)
        kind = kind_of(data)
        if kind == "text":
            return _table(name, data, problems)
        if kind in ("xlsx", "xls", "ods"):
            grids = _sheets(name, sheets_in(kind, data), sheet, problems, left, hidden=hidden)
            return [grid._replace(kind=kind) for grid in grids]
        code, seen = _NOT_READ[kind]
        problems.append(Problem(Place(name), code, seen=seen))
    except (ImportError, Damaged):
        problems.append(Problem(Place(name), Code.OLD_BOOK))
    except TooBig:
        problems.append(Problem(Place(name), Code.TOO_BIG))
    except OSError as error:
        problems.append(unreadable(Place(name), error))
    except BROKEN_FILE as error:
        problems.append(Problem(Place(name), Code.BROKEN_BOOK, seen=f".{kind}", detail=type(error).__name__))
    return []


def sheets_in(kind: FileKind, data: bytes) -> list[BookSheet]:
    """The sheets of a workbook; raises ImportError where the library for old ones is not there."""
    match kind:
        case "xls":
            return read_xls(data)
        case "ods":
            from ycindic.files.ods import read_ods

            return read_ods(data)
        case _:
            return read_xlsx(data)


def _bytes(path: Path) -> bytes:
    """A whole file, read once, so that it may be a pipe; raises TooBig."""
    if path.stat().st_size > _LARGEST:
        raise TooBig
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise TooBig
    return data


def _sheets(
    name: str, sheets: list[BookSheet], wanted: str, problems: list[Problem], left: list[Left], *, hidden: bool
) -> list[Grid]:
    chosen, found = [], []
    for one in sheets:
        if one.name == wanted or (not wanted and (not one.hidden or hidden)):
            chosen.append(one)
        elif not wanted and one.cells:
            left.append(Left(str(Place(name, sheet=one.name)), "sheet"))
    if not chosen:
        names = [one.name for one in sheets]
        near = nearest_word(wanted, names)
        problems.append(Problem(Place(name), Code.NO_SHEET, seen=wanted, expected=", ".join(names), nearest=near))
    for one in chosen:
        shown = one._replace(inside=Hidden()) if hidden else one
        left += _left(name, shown)
        found.append(_grid(name, shown))
    return found


def _left(name: str, sheet: BookSheet) -> Iterator[Left]:
    """The hidden rows and columns that hold something."""
    place = str(Place(name, sheet=sheet.name))
    rows, columns = hidden_rows(sheet), hidden_columns(sheet, column_letters)
    if rows:
        yield Left(place, "filtered rows" if sheet.inside.filtered else "rows", rows)
    if columns:
        yield Left(place, "columns", columns)


def _grid(name: str, sheet: BookSheet) -> Grid:
    found = seen(sheet)
    texts = {spot: cell.text for spot, cell in found.cells.items()}
    more = {spot: cell for spot, cell in found.cells.items() if cell != Cell(cell.text)}
    return Grid(name, sheet.name, texts, found.filled, found.lines, found.columns, more)


def _table(name: str, data: bytes, problems: list[Problem]) -> list[Grid]:
    text = _text(data)
    if text is None:
        problems.append(Problem(Place(name), Code.ENCODING))
        return []
    cells: dict[Spot, Cell] = {}
    lines: list[int] = []
    blank = False
    separator = _separator(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
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
        Grid(
            name, "", texts, texts, lines, range(1, width + 1),
            {at: one for at, one in cells.items() if one.note}, separator=separator,
        )
    ]  # fmt: skip


def _text(data: bytes) -> str | None:
    """The text of a file, also in the encoding that spreadsheets call Unicode text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            return None
    return decoded(data)


def _separator(text: str) -> str:
    """The separator that stands in most of the first lines, of several the one that stands in each as often."""
    lines = list(islice((line for line in text[: 1 << 16].splitlines() if line.strip()), _SAMPLE))

    def worth(separator: str) -> tuple[int, int, int]:
        counts = [line.count(separator) for line in lines]
        return sum(map(bool, counts)), -len(set(counts)), min(counts, default=0)

    return max(_SEPARATORS, key=worth)
