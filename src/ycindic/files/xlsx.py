"""What stands in the cells of an .xlsx workbook? Read as a stream, within limits, nothing calculated.

Only what a table needs: texts, numbers as they are shown, dates, merged ranges. Numbers keep the decimals
that their format shows (5 shown as 5.0 stays 5.0), shares shown as per cent become per cent.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Context, Decimal, InvalidOperation
from pathlib import Path
from posixpath import join, normpath
from typing import IO, NamedTuple, TypeVar
from xml.parsers import expat

MOST_BYTES = 64 << 20
"""So much may be unpacked of one workbook, all parts together."""
MOST_CELLS = 500_000
MOST_COLUMNS = 256
LONGEST_TOKEN = 4 << 20
CHUNK = 1 << 16
LONGEST_NUMBER = 30
DIGITS = Context(prec=15)
"""What a spreadsheet shows of a number: 5.4 may be stored as 5.4000000000000004."""

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


class Sheet(NamedTuple):
    """The cells of a sheet that are not empty, by row and column from 0."""

    name: str
    cells: Mapping[tuple[int, int], str]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False


class Style(NamedTuple):
    """How a number is shown."""

    date: bool = False
    percent: bool = False
    decimals: int = 0


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
        self.cells_left = MOST_CELLS

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
            found.append(Sheet(name, cells.found, tuple(cells.merges), hidden))
        return found

    def count(self, cells: int) -> None:
        """Count cells, of all sheets together."""
        self.cells_left -= cells
        if self.cells_left < 0:
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
    """The shared texts; the readings beside characters are left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._inside = self._aside = False

    def start(self, name: str, _: Attributes) -> None:
        if name == "si":
            self._pieces = []
        self._aside = self._aside or name == "rPh"
        self._inside = name == "t" and not self._aside

    def text(self, data: str) -> None:
        if self._inside:
            self._pieces.append(data)

    def end(self, name: str) -> None:
        self._inside = False
        if name == "rPh":
            self._aside = False
        elif name == "si":
            self.found.append("".join(self._pieces))


class _Styles(_Reader):
    """How the numbers of each cell style are shown."""

    def __init__(self) -> None:
        self.found: list[Style] = []
        self._codes: dict[str, str] = {}
        self._inside = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            key = attributes.get("numFmtId", "0")
            self.found.append(style(self._codes[key]) if key in self._codes else BUILT_IN.get(key, Style()))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


def style(code: str) -> Style:
    """What a number format says: `0.0%`, `yyyy"年"m"月"`, `#,##0.00_);[Red]...`."""
    first = re.sub(r'"[^"]*"|\\.|_.|\*.', "", code).split(";")[0]
    bare = re.sub(r"\[[^\]]*\]", "", first).lower()
    if re.search(r"[ymde]", bare.replace("general", "").replace("e+", "").replace("e-", "")):
        return Style(date=True)
    decimals = re.search(r"\.(0+)", bare)
    return Style(percent="%" in bare, decimals=len(decimals[1]) if decimals else 0)


_DATES = {str(number): Style(date=True) for number in (14, 15, 16, 17, 22, *range(27, 37), *range(50, 59))}
BUILT_IN: Mapping[str, Style] = _DATES | {
    "2": Style(decimals=2),
    "4": Style(decimals=2),
    "9": Style(percent=True),
    "10": Style(percent=True, decimals=2),
}
"""The formats that have a number only."""

EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
LAST_SERIAL = 300_000
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
    """The cells of a sheet as texts."""

    def __init__(self, strings: list[str], styles: list[Style], epoch: date, count: Callable[[int], None]) -> None:
        self.found: dict[tuple[int, int], str] = {}
        self.merges: list[Merge] = []
        self._strings, self._styles, self._epoch, self._count = strings, styles, epoch, count
        self._row = self._column = -1
        self._attributes: Attributes = {}
        self._pieces: dict[str, list[str]] = {}
        self._inside = ""
        self._aside = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
        elif name == "c":
            at = position(attributes["r"]) if "r" in attributes else (self._row, self._column + 1)
            (self._row, self._column), self._attributes, self._pieces = at, attributes, {}
        elif name == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            self._count(1)
            self.merges.append(Merge(*position(first), *position(last or first)))
        elif name == "rPh":
            self._aside = True
        if name in ("v", "t", "f") and not self._aside:
            self._inside = name
            self._pieces.setdefault(name, [])

    def text(self, data: str) -> None:
        if self._inside:
            self._pieces[self._inside].append(data)

    def end(self, name: str) -> None:
        self._inside = ""
        if name == "rPh":
            self._aside = False
        elif name == "c":
            text = self._text()
            if text.strip():
                self._count(1)
                if self._column >= MOST_COLUMNS:
                    raise TooBig
                self.found[self._row, self._column] = text

    def _text(self) -> str:
        """The cell as it is seen; a formula that was never calculated as the formula."""
        kind = self._attributes.get("t", "n")
        raw = "".join(self._pieces.get("t" if kind == "inlineStr" else "v", ()))
        if not raw and self._pieces.get("f"):
            return "=" + "".join(self._pieces["f"])
        if kind == "s":
            return self._strings[_index(raw, len(self._strings))]
        if kind == "d":
            return raw[: len("2026-01-01")]
        if kind != "n" or not raw:
            return raw
        number = int(self._attributes.get("s", "0"))
        return shown(raw, self._styles[number] if 0 <= number < len(self._styles) else Style(), self._epoch)


def _index(text: str, size: int) -> int:
    number = int(text)
    if not 0 <= number < size:
        raise ValueError(text)
    return number


def shown(raw: str, how: Style, epoch: date) -> str:
    """A stored number as a person would type it; what is none stays as it is."""
    try:
        number = DIGITS.plus(Decimal(raw))
    except InvalidOperation:
        return raw
    if not number.is_finite() or abs(number.adjusted()) > LONGEST_NUMBER:
        return raw
    if how.date and 0 < number < LAST_SERIAL:
        return (epoch + timedelta(days=int(number))).isoformat()
    if how.percent:
        number = number.scaleb(2)
    text = format(number.normalize(), "f")
    missing = how.decimals - len(text.partition(".")[2])
    if missing > 0:
        text = f"{text}{'' if '.' in text else '.'}{'0' * missing}"
    return f"{text}%" if how.percent else text
