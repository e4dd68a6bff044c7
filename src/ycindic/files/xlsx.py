"""What stands in the cells of an .xlsx workbook? Read as a stream, within limits, nothing calculated.

Only what a table needs: texts, numbers and dates as they are shown, merged ranges, what is hidden.
"""

import re
from datetime import date
from typing import NamedTuple

from ycindic.files.cell import Cell, struck_out, without_marks
from ycindic.files.number_format import BUILT_IN, EPOCH, EPOCH_1904, shown
from ycindic.files.parts import Attributes, Link, Parts, Reader, archive_in, links_of
from ycindic.files.rich_text import Runs, is_on
from ycindic.files.sheet import BookSheet, Hidden, Merge, Room


def read_xlsx(data: bytes) -> list[BookSheet]:
    """All sheets in their order. Raises TooBig, or one of BROKEN."""
    with archive_in(data) as archive:
        return _sheets(Parts(archive), Room())


def _sheets(parts: Parts, room: Room) -> list[BookSheet]:
    main = next((one.target for one in links_of(parts, "") if one.kind == "officeDocument"), "xl/workbook.xml")
    links = links_of(parts, main)
    strings = parts.read(_target(links, "sharedStrings"), _Strings())
    styles = parts.read(_target(links, "styles"), _Styles())
    book = parts.read(main, _Book())
    if not book.found:
        raise ValueError
    targets = {one.key: one.target for one in links}
    found = []
    for name, key, hidden in book.found:
        room.sheet()
        cells = parts.read(targets.get(key, ""), _Cells(strings.found, styles.found, book.epoch, room))
        inside = Hidden(cells.hidden_rows, cells.hidden_columns, cells.filtered)
        found.append(BookSheet(name, cells.found, tuple(cells.merges), hidden, inside))
    return found


def _target(links: list[Link], kind: str) -> str:
    return next((one.target for one in links if one.kind == kind), "")


class _Book(Reader):
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


class _Strings(Reader):
    """The shared texts; cells may show no more of them than they may hold themselves."""

    def __init__(self) -> None:
        self.found: list[Cell] = []
        self._room = Room()
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
            cell = self._runs.cell()
            self._room.take(cell.text)
            self.found.append(cell)


class _Style(NamedTuple):
    """How a cell is shown: its number format, as a code, and whether it is struck out."""

    code: str = "General"
    struck: bool = False


class _Styles(Reader):
    """How the cells of each style are shown."""

    def __init__(self) -> None:
        self.found: list[_Style] = []
        self._codes: dict[str, str] = {}
        self._struck: list[bool] = []
        self._inside = ""

    def start(self, name: str, attributes: Attributes) -> None:
        match name:
            case "numFmt":
                self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "cellXfs" | "fonts":
                self._inside = name
            case "font" if self._inside == "fonts":
                self._struck.append(False)
            case "strike" if self._inside == "fonts" and self._struck:
                self._struck[-1] = is_on(attributes)
            case "xf" if self._inside == "cellXfs":
                key, font = attributes.get("numFmtId", "0"), int(attributes.get("fontId", "0"))
                code = self._codes.get(key, BUILT_IN.get(key, "General"))
                self.found.append(_Style(code, 0 <= font < len(self._struck) and self._struck[font]))
            case _:
                pass

    def end(self, name: str) -> None:
        if name == self._inside:
            self._inside = ""


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


class _Cells(Reader):
    """The cells of a sheet, and what of it is hidden."""

    def __init__(self, strings: list[Cell], styles: list[_Style], epoch: date, room: Room) -> None:
        self.found: dict[tuple[int, int], Cell] = {}
        self.merges: list[Merge] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.filtered = False
        self._strings, self._styles, self._epoch, self._room = strings, styles, epoch, room
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
                    self._room.take()
                    self.hidden_rows.add(self._row)
            case "mergeCell":
                first, _, last = attributes.get("ref", "").partition(":")
                self._room.take()
                self.merges.append(Merge(*position(first), *position(last or first)))
            case "col" if _is_hidden(attributes, "width"):
                ends = [int(attributes.get(end, "1")) for end in ("min", "max")]
                self.hidden_columns.update(self._room.columns(ends[0] - 1, ends[1]))
            case "filterColumn":
                self.filtered = True
            case _:
                self._runs.start(name, attributes)

    def text(self, data: str) -> None:
        if self._inside:
            self._pieces[self._inside].append(data)
        else:
            self._runs.text(data)

    def end(self, name: str) -> None:
        self._inside = ""
        self._runs.end(name)
        if name == "c":
            number = int(self._attributes.get("s", "0"))
            style = self._styles[number] if 0 <= number < len(self._styles) else _Style()
            cell = self._cell(style.code)
            self._room.put(self.found, self._row, self._column, struck_out(cell) if style.struck else cell)

    def _cell(self, code: str) -> Cell:
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
