"""What stands in the cells of an OpenDocument workbook (.ods)? Read as a stream, within the limits of the others.

Such a file holds of each cell both the value and the text that is shown (ISO/IEC 26300, part 1, 9 and 19.6).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ycindic.files.cell import Cell, struck_out
from ycindic.files.number_format import FIFTEEN_DIGITS, LONGEST_NUMBER, of_day, plain_format, read_back
from ycindic.files.parts import Attributes, Parts, Reader, archive_in, bare
from ycindic.files.rich_text import joined_runs
from ycindic.files.sheet import LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS, BookSheet, Hidden, Merge, Room, TooBig

_NUMBERS = ("float", "percentage", "currency")
_CELLS = ("table-cell", "covered-table-cell")


def read_ods(data: bytes) -> list[BookSheet]:
    """All sheets in their order. Raises TooBig, or one of BROKEN."""
    with archive_in(data) as archive:
        parts = Parts(archive)
        styles = parts.read("styles.xml", _Styles())
        found = parts.read("content.xml", _Content(styles, Room())).found
    if not found:
        raise ValueError
    return found


class _Style(NamedTuple):
    """What a style says: how text stands, the data style's name, whether a sheet is shown."""

    how: str = ""
    data: str = ""
    shown: bool = True


_PLAIN = _Style()


class _Styles(Reader):
    """The styles by their names, and of the formats of dates the parts that they show."""

    def __init__(self) -> None:
        self.styles: dict[str, _Style] = {}
        self.dates: dict[str, str] = {}
        self._name = self._date = ""

    def start(self, name: str, attributes: Attributes) -> None:
        said = bare(attributes)
        match name:
            case "style":
                self._name = said.get("name", "")
                data = said.get("data-style-name", "")
                self.styles[self._name] = _Style(data=data) if data else _PLAIN
            case "text-properties" if self._name:
                self.styles[self._name] = self.styles[self._name]._replace(how=_standing(said))
            case "table-properties" if self._name:
                self.styles[self._name] = self.styles[self._name]._replace(shown=said.get("display") != "false")
            case "date-style":
                self._date = said.get("name", "")
                self.dates[self._date] = ""
            case "year" | "month" | "day" if self._date and name[0] not in self.dates[self._date]:
                self.dates[self._date] += name[0]
            case _:
                pass

    def end(self, name: str) -> None:
        if name == "style":
            self._name = ""
        elif name == "date-style":
            self._date = ""


def _standing(said: Mapping[str, str]) -> str:
    """How a text stands, as `rich_text` calls it; a position in per cent is a raised one if it is above the line."""
    if said.get("text-line-through-style", "none") != "none" or said.get("text-line-through-type", "none") != "none":
        return "strike"
    place = said.get("text-position", "").split(" ")[0]
    if place in ("super", "sub"):
        return f"{place}script"
    if place.endswith("%") and place.strip("-%0"):
        return "subscript" if place.startswith("-") else "superscript"
    return ""


class _Content(Reader):
    """The sheets; what is drawn over the cells, remarked or tracked as a change is left out."""

    def __init__(self, styles: _Styles, room: Room) -> None:
        self.found: list[BookSheet] = []
        self._styles, self._room = styles, room
        self._path: list[str] = []
        self._table: dict[str, str] = {}
        self._cells: dict[tuple[int, int], Cell] = {}
        self._merges: list[Merge] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._filtered = False
        self._column_styles: dict[int, str] = {}
        self._row = self._column = 0
        self._row_said: dict[str, str] = {}
        self._row_cells: list[tuple[int, Cell]] = []
        self._said: dict[str, str] = {}
        self._runs: list[tuple[str, str]] = []
        self._hows: list[str] = []
        self._length = 0

    def start(self, name: str, attributes: Attributes) -> None:
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if name == "table" and parent == "spreadsheet":
            self._begin(bare(attributes))
        elif not self._table:
            self._styles.start(name, attributes)
        elif name == "table-column":
            self._take_columns(bare(attributes))
        elif name == "table-row":
            self._row_said, self._row_cells, self._column = bare(attributes), [], 0
        elif name in _CELLS and parent == "table-row":
            self._said, self._runs, self._hows, self._length = bare(attributes), [], [], 0
        elif name in ("p", "span", "a", "s", "tab", "line-break"):
            self._begin_text(name, parent, bare(attributes))

    def _begin(self, said: dict[str, str]) -> None:
        self._table = said or {"name": ""}
        self._cells, self._merges, self._row, self._column = {}, [], 0, 0
        self._hidden_rows, self._hidden_columns, self._filtered, self._column_styles = set(), set(), False, {}

    def _take_columns(self, said: Mapping[str, str]) -> None:
        columns = self._room.columns(self._column, self._column + _count(said, "number-columns-repeated"))
        self._column += _count(said, "number-columns-repeated")
        if said.get("visibility", "visible") != "visible":
            self._hidden_columns.update(columns)
        self._column_styles |= dict.fromkeys(columns, said.get("default-cell-style-name", ""))

    def _begin_text(self, name: str, parent: str, said: Mapping[str, str]) -> None:
        if name == "p":
            if parent in _CELLS:
                self._hows = [""]
                self._runs += [("", "\n")] if self._runs else []
        elif self._hows:
            self._hows.append(self._styles.styles.get(said.get("style-name", ""), _PLAIN).how or self._hows[-1])
            if name not in ("span", "a"):
                self._add(" " * min(_count(said, "c"), 100))

    def text(self, data: str) -> None:
        if self._hows:
            self._add(data)

    def _add(self, data: str) -> None:
        """A piece of the cell's text, which blanks can make long in few bytes."""
        self._length += len(data)
        if self._length > LONGEST_TEXT:
            raise TooBig
        self._runs.append((self._hows[-1], data))

    def end(self, name: str) -> None:
        self._path.pop()
        parent = self._path[-1] if self._path else ""
        if not self._table:
            self._styles.end(name)
        elif name == "table" and parent == "spreadsheet":
            self._finish()
        elif name == "table-row":
            self._end_row()
        elif name in _CELLS and parent == "table-row":
            self._end_cell()
        elif self._hows and name in ("p", "span", "a", "s", "tab", "line-break"):
            self._hows.pop()

    def _finish(self) -> None:
        self._room.sheet()
        shown = self._styles.styles.get(self._table.get("style-name", ""), _PLAIN).shown
        hidden = Hidden(self._hidden_rows, self._hidden_columns, self._filtered)
        self.found.append(BookSheet(self._table.get("name", ""), self._cells, tuple(self._merges), not shown, hidden))
        self._table = {}

    def _end_row(self) -> None:
        times = _count(self._row_said, "number-rows-repeated")
        seen = self._row_said.get("visibility", "visible")
        if self._row_cells:
            for row in range(self._row, self._row + times):
                for column, cell in self._row_cells:
                    self._room.put(self._cells, row, column, cell)
                if seen != "visible":
                    self._hidden_rows.add(row)
                    self._filtered = self._filtered or seen == "filter"
        self._row += times

    def _end_cell(self) -> None:
        self._hows = []
        times = _count(self._said, "number-columns-repeated")
        down, across = (_count(self._said, f"number-{one}-spanned") for one in ("rows", "columns"))
        cell = self._cell()
        if self._style().how == "strike":
            cell = struck_out(cell)
        if cell.text.strip():
            if self._column + times > MOST_COLUMNS:
                raise TooBig
            self._row_cells += [(self._column + more, cell) for more in range(times)]
        if (down, across) != (1, 1):
            self._room.take()
            self._merges.append(Merge(self._row, self._column, self._row + down - 1, self._column + across - 1))
        self._column += times

    def _cell(self) -> Cell:
        said, words = self._said, joined_runs(self._runs)
        shown = words.text.strip()
        match said.get("value-type", ""):
            case "float" | "percentage" | "currency" as kind:
                return _number(said.get("value", ""), shown, percent=kind == "percentage")._replace(note=words.note)
            case "date":
                return self._date(said.get("date-value", ""), shown)
            case "time":
                return Cell(shown or said.get("time-value", ""), kind="date")
            case "boolean":
                return Cell("TRUE" if said.get("boolean-value") == "true" else "FALSE", kind="truth")
            case _ if shown.startswith(("#", "Err:")) and said.get("formula"):
                return Cell(shown, kind="error")
            case _:
                return words if words.text else Cell(said.get("string-value", ""))

    def _style(self) -> _Style:
        """The style of the cell, else that of its column."""
        name = self._said.get("style-name") or self._column_styles.get(self._column, "")
        return self._styles.styles.get(name, _PLAIN)

    def _date(self, value: str, shown: str) -> Cell:
        """A date, of which the parts are seen that its format shows; raises ValueError."""
        day = date.fromisoformat(value[: len("2026-01-01")])
        parts = self._styles.dates.get(self._style().data)
        if parts is None:
            return Cell(shown or day.isoformat(), kind="date", day=day)
        return Cell(shown, kind="date", day=day) if not parts else of_day(day, parts)


def _number(value: str, shown: str, *, percent: bool) -> Cell:
    """A number as its shown text says it, which must be the number; else as it is stored."""
    try:
        number = FIFTEEN_DIGITS.plus(Decimal(value))
    except ArithmeticError:  # no number, or one of a million digits
        return Cell(shown or value)
    if not number.is_finite() or abs(number.adjusted()) > LONGEST_NUMBER:
        return Cell(shown or value)
    if shown:
        return read_back(number, shown) or Cell(shown, stored=plain_format(number))
    digits = plain_format(number.scaleb(2 if percent else 0))
    unit = "%" if percent else ""
    return Cell(f"{digits}{unit}", "", "number", digits, unit)


def _count(said: Mapping[str, str], name: str) -> int:
    """How often something is repeated, or how far it spans; raises ValueError or TooBig."""
    count = int(said.get(name, "1"))
    if not 0 < count <= MOST_ROWS:
        raise TooBig
    return count
