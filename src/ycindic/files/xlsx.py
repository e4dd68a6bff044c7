"""What stands in the cells of an .xlsx workbook? Read as a stream, within limits, nothing calculated.

Only what a table needs: texts, numbers and dates as they are shown, merged ranges, what is hidden.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path
from posixpath import join, normpath
from typing import IO, NamedTuple, TypeVar
from xml.parsers import expat

from ycindic.files.cell import Cell, without_marks
from ycindic.files.number_format import BUILT_IN, EPOCH, EPOCH_1904, shown
from ycindic.files.rich_text import LONGEST_TEXT, Runs

MOST_BYTES = 64 << 20
"""So much may be unpacked of one workbook, all parts together."""
MOST_CELLS = 500_000
MOST_COLUMNS = 256
MOST_RANGES = 1 << 14
"""So many columns has the widest sheet there is, and so many ranges of columns at most."""
MOST_ROWS = 1 << 20
"""The rows of the longest sheet there is."""
MOST_TEXT = MOST_BYTES
"""So many characters may stand in all cells together: one text can be shared by all of them."""
LONGEST_TOKEN = 4 << 20
CHUNK = 1 << 16

BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, expat.ExpatError, UnicodeError, LookupError, ValueError, RuntimeError,
    NotImplementedError, OverflowError,
)  # fmt: skip
"""What reading a damaged or an encrypted workbook can raise."""


class TooBig(Exception):  # noqa: N818 - it says what it is
    """The workbook is larger than a table of figures can be, or a bomb."""


class Forbidden(ValueError):  # noqa: N818 - it says what it is
    """The workbook declares entities, which no spreadsheet does."""


Attributes = Mapping[str, str]


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


class Sheet(NamedTuple):
    """The cells of a sheet that are not empty, by row and column from 0."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    inside: Hidden = Hidden()


def read_workbook(file: Path | IO[bytes]) -> list[Sheet]:
    """All sheets in their order. Raises TooBig, OSError, or one of BROKEN."""
    with zipfile.ZipFile(file) as archive:
        return _Workbook(archive).sheets()


class _Reader:
    """Takes the elements of one part; `found` is what it gathers."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the beginning of an element, its name without the namespace."""

    def text(self, data: str) -> None:
        """Take a piece of text."""

    def end(self, name: str) -> None:
        """Take the end of an element."""


AnyReader = TypeVar("AnyReader", bound=_Reader)


class _Workbook:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.names = {name.lower(): name for name in archive.namelist()}
        self.left = MOST_BYTES
        self.cells_left, self.text_left = MOST_CELLS, MOST_TEXT

    def sheets(self) -> list[Sheet]:
        main = next((one.target for one in self.links("") if one.kind == "officeDocument"), "xl/workbook.xml")
        links = self.links(main)
        strings = self.part(_target(links, "sharedStrings"), _Strings())
        styles = self.part(_target(links, "styles"), _Styles())
        book = self.part(main, _Book())
        if not book.found:
            raise ValueError
        targets = {one.key: one.target for one in links}
        found = []
        for name, key, hidden in book.found:
            cells = self.part(targets.get(key, ""), _Cells(strings.found, styles.found, book.epoch, self.count))
            found.append(
                Sheet(
                    name,
                    cells.found,
                    tuple(cells.merges),
                    hidden,
                    Hidden(cells.hidden_rows, cells.hidden_columns, cells.filtered),
                )
            )
        return found

    def count(self, text: str) -> None:
        """Count a cell, or what is bounded like one, of all sheets together."""
        self.cells_left -= 1
        self.text_left -= len(text)
        if min(self.cells_left, self.text_left, LONGEST_TEXT - len(text)) < 0:
            raise TooBig

    def links(self, part: str) -> "list[_Link]":
        """What a part points to."""
        folder, _, name = part.rpartition("/")
        found = self.part(join(folder, "_rels", f"{name}.rels"), _Links()).found
        return [one._replace(target=normpath(join("/", folder, one.target))[1:]) for one in found]

    def part(self, name: str, reader: AnyReader) -> AnyReader:
        """Read a part, if it is there, by the reader, which is given back."""
        real = self.names.get(name.lower())
        if real is not None:
            with self.archive.open(real) as file:
                self._parse(file, reader)
        return reader

    def _parse(self, file: IO[bytes], reader: _Reader) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, attributes: reader.start(_local(name), attributes)
        parser.EndElementHandler = lambda name: reader.end(_local(name))
        parser.CharacterDataHandler = reader.text
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _forbid
        unmoved, at = 0, -1
        while chunk := file.read(CHUNK):
            self.left -= len(chunk)
            parser.Parse(chunk, False)  # noqa: FBT003 - the library's own signature
            unmoved, at = (0, parser.CurrentByteIndex) if parser.CurrentByteIndex != at else (unmoved + len(chunk), at)
            if self.left < 0 or unmoved > LONGEST_TOKEN:
                raise TooBig
        parser.Parse(b"", True)  # noqa: FBT003 - likewise


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _forbid(*_: object) -> None:
    raise Forbidden


class _Link(NamedTuple):
    key: str
    kind: str
    target: str


def _target(links: list[_Link], kind: str) -> str:
    return next((one.target for one in links if one.kind == kind), "")


class _Links(_Reader):
    def __init__(self) -> None:
        self.found: list[_Link] = []

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found.append(_Link(attributes.get("Id", ""), kind, attributes.get("Target", "")))


class _Book(_Reader):
    """The names of the sheets, the key of each one's part, and whether it is hidden."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str, bool]] = []
        self.epoch = EPOCH

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            key = next((value for key, value in attributes.items() if key.endswith(" id")), "")
            self.found.append((attributes.get("name", ""), key, attributes.get("state", "visible") != "visible"))
        elif name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.epoch = EPOCH_1904


class _Strings(_Reader):
    """The shared texts."""

    def __init__(self) -> None:
        self.found: list[Cell] = []
        self._runs = Runs()

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "si":
            self._runs.clear()
        self._runs.start(name, attributes)

    def text(self, data: str) -> None:
        self._runs.text(data)

    def end(self, name: str) -> None:
        self._runs.end(name)
        if name == "si":
            self.found.append(self._runs.cell())


class _Styles(_Reader):
    """The number format of each cell style, as its code; empty for none."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._codes: dict[str, str] = {}
        self._inside = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            key = attributes.get("numFmtId", "0")
            self.found.append(self._codes.get(key, BUILT_IN.get(key, "General")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


def position(reference: str) -> tuple[int, int]:
    """Row and column, from 0, of `B12`; raises ValueError."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(reference)
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


class _Cells(_Reader):
    """The cells of a sheet, and what of it is hidden."""

    def __init__(self, strings: list[Cell], codes: list[str], epoch: date, count: Callable[[str], None]) -> None:
        self.found: dict[tuple[int, int], Cell] = {}
        self.merges: list[Merge] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.filtered = False
        self._ranges = 0
        self._strings, self._codes, self._epoch, self._count = strings, codes, epoch, count
        self._row = self._column = -1
        self._attributes: Attributes = {}
        self._pieces: dict[str, list[str]] = {}
        self._inside = ""
        self._runs = Runs()

    def start(self, name: str, attributes: Attributes) -> None:
        match name:
            case "c":
                at = position(attributes["r"]) if "r" in attributes else (self._row, self._column + 1)
                (self._row, self._column), self._attributes, self._pieces = at, attributes, {}
                self._runs.clear()
            case "v" | "f":
                self._inside = name
                self._pieces.setdefault(name, [])
            case "row":
                self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
                self._column = -1
                if _is_hidden(attributes, "ht"):
                    self._count("")
                    self.hidden_rows.add(self._row)
            case "mergeCell":
                first, _, last = attributes.get("ref", "").partition(":")
                self._count("")
                self.merges.append(Merge(*position(first), *position(last or first)))
            case "col" if _is_hidden(attributes, "width"):
                self._hide_columns(int(attributes.get("min", "1")) - 1, int(attributes.get("max", "1")))
            case "filterColumn":
                self.filtered = True
            case _:
                self._runs.start(name, attributes)

    def _hide_columns(self, first: int, behind: int) -> None:
        self._ranges += 1
        if self._ranges > MOST_RANGES:
            raise TooBig
        self.hidden_columns.update(range(max(first, 0), min(behind, MOST_COLUMNS)))

    def text(self, data: str) -> None:
        if self._inside:
            self._pieces[self._inside].append(data)
        else:
            self._runs.text(data)

    def end(self, name: str) -> None:
        self._inside = ""
        self._runs.end(name)
        if name == "c":
            cell = self._cell()
            if cell.text.strip():
                self._count(cell.text)
                if self._column >= MOST_COLUMNS or not 0 <= self._row < MOST_ROWS:
                    raise TooBig
                self.found[self._row, self._column] = cell

    def _cell(self) -> Cell:
        """The cell as it is seen; a formula that was never calculated as the formula."""
        raw, formula = ("".join(self._pieces.get(one, ())) for one in ("v", "f"))
        match self._attributes.get("t", "n"):
            case "inlineStr":
                return self._runs.cell()
            case "s" if raw:
                return self._strings[_index(raw, len(self._strings))]
            case _ if not raw:
                return Cell(f"={formula}", kind="formula") if formula else Cell("")
            case "d":
                return _of_iso(raw)
            case "b":
                return Cell("TRUE" if raw in ("1", "true") else "FALSE", kind="truth")
            case "e":
                return Cell(raw, kind="error")
            case "n":
                number = int(self._attributes.get("s", "0"))
                code = self._codes[number] if 0 <= number < len(self._codes) else "General"
                return shown(raw, code, self._epoch)
            case _:
                return without_marks(raw)


def _is_hidden(attributes: Attributes, size: str) -> bool:
    """Whether a row or a column is: said so, or of no size."""
    return attributes.get("hidden") in ("1", "true") or _ZERO.fullmatch(attributes.get(size, "1")) is not None


_ZERO = re.compile(r"0*\.?0+")


def _of_iso(raw: str) -> Cell:
    """A date that is written as one; raises ValueError."""
    day = date.fromisoformat(raw[: len("2026-01-01")])
    return Cell(day.isoformat(), kind="date", day=day)


def _index(text: str, size: int) -> int:
    number = int(text)
    if not 0 <= number < size:
        raise ValueError(text)
    return number
