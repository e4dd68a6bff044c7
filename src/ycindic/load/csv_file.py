"""How is a CSV file opened, and which columns does it have?"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from io import StringIO
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Protocol, TextIO

from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.row import FIGURE_COLUMNS, NEEDED
from ycindic.files.decoding import BYTE_ORDER_MARK, Scan, sniff
from ycindic.load.cells import narrow
from ycindic.load.reading import nearest_word
from ycindic.load.unreadable import unreadable

_WIDEST = 1000
"""More columns than this are not looked at: a row of a million cells stays cheap."""


class _CsvRows(Protocol):
    """What `csv.reader` gives: rows, and the line that it has read last."""

    @property
    def line_num(self) -> int:
        """The number of that line."""

    def __iter__(self) -> Iterator[list[str]]:
        """The rows that are left."""

    def __next__(self) -> list[str]:
        """The next row."""


class Source:
    """An open table: its name for the reader of messages, its rows, the line that was read last."""

    def __init__(self, path: Path, found: Scan, problems: list[Problem]) -> None:
        self.name = str(path)
        self.file: TextIO = path.open(encoding=found.encoding, newline="")
        if self.file.read(1) != BYTE_ORDER_MARK:
            self.file.seek(0)
        self.rows: _CsvRows = csv.reader(_uncommented(self.file) if found.comments else self.file, strict=True)
        self.problems = problems
        self._origin = path, found
        self.columns: Sequence[str] = ()

    def arranged(self, row: list[str]) -> Sequence[str]:
        """The cells of a row in the order of the known columns, empty where the table has no such column."""
        return self._arrange([*row, ""])

    @cached_property
    def _arrange(self) -> Callable[[list[str]], tuple[str, ...]]:
        width = len(self.columns)
        return itemgetter(*(self.columns.index(one) if one in self.columns else width for one in FIGURE_COLUMNS))

    @property
    def line(self) -> int:
        """The number of the line that was read last."""
        return self.rows.line_num

    def fault(self, column: str, code: Code, **details: str) -> None:
        """Note a fault in a cell of the row that was read last."""
        place = Place(self.name, self.line, self.columns.index(column) + 1 if column in self.columns else 0)
        self.problems.append(Problem(place, code, **details))

    def stumbled(self, error: csv.Error) -> None:
        """Note that the reader cannot go on, at the line on which the broken row begins.

        A quote that is never closed swallows the file; where it was opened a second reading finds.
        """
        again, begins = Source(*self._origin, []), 0
        with again.file:
            try:
                for _ in again.rows:
                    begins = again.line
            except csv.Error:
                pass
        self.problems.append(Problem(Place(self.name, begins + 1), Code.CSV_SYNTAX, detail=str(error)))

    @contextmanager
    def read(self) -> Iterator[_CsvRows]:
        """The rows that are left, and the file closed behind them; where it cannot be read on, that is noted."""
        with self.file:
            try:
                yield self.rows
            except csv.Error as error:
                self.stumbled(error)
            except OSError as error:
                self.problems.append(unreadable(Place(self.name), error))

    def fits(self, row: list[str]) -> bool:
        """Bring a row of another length to the header's; an empty row is passed over.

        Cells may be missing at the end, if none of the needed ones is, and extra ones may be empty.
        """
        if blank(row):
            return False
        width = len(self.columns)
        needed = max(self.columns.index(name) for name in NEEDED) + 1
        if len(row) < needed or any(cell.strip() for cell in row[width:]):
            self.fault("", Code.ROW_LENGTH, seen=str(len(row)), expected=str(width))
            return False
        del row[width:]
        row += [""] * (width - len(row))
        return True


def blank(row: Sequence[str]) -> bool:
    """Whether nothing stands in a row: an empty line, or the commas that a spreadsheet leaves of cleared cells."""
    return not any(cell.strip() for cell in islice(row, _WIDEST))


def open_table(path: Path, problems: list[Problem]) -> Source | None:
    """Open a CSV file of figures and read its header; None, with problems, where it has none."""
    source = open_csv(path, problems)
    return source and _with_header(source)


def open_csv(path: Path, problems: list[Problem]) -> Source | None:
    """Open any CSV file in its encoding; None, with a problem, where that cannot be done."""
    name = str(path)
    try:
        if path.is_fifo() or path.is_char_device() or path.is_socket():
            problems.append(Problem(Place(name), Code.PIPE))
            return None
        found = sniff(path)
        if found.too_long:
            problems.append(Problem(Place(name, found.too_long), Code.TOO_LONG))
        elif found.encoding is None:
            problems.append(Problem(Place(name, found.line), Code.ENCODING))
        elif found.unmerged:
            problems.append(Problem(Place(name, found.unmerged), Code.UNFINISHED_MERGE))
        else:
            return Source(path, found, problems)
    except OSError as error:
        problems.append(unreadable(Place(name), error))
    return None


class Unwritten(Source):
    """A table that stands in no file yet; its writer knows that its syntax is right."""

    def __init__(self, name: str, text: str, problems: list[Problem]) -> None:
        self.name = name
        self.file = StringIO(text, newline="")
        self.rows = csv.reader(self.file, strict=True)
        self.problems = problems
        self.columns = ()


def table_of(name: str, text: str, problems: list[Problem]) -> Source | None:
    """Open a table that stands in no file yet."""
    return _with_header(Unwritten(name, text, problems))


def _uncommented(lines: Iterable[str]) -> Iterator[str]:
    """Comment lines as empty ones, so that line numbers stay; a # inside a quoted cell is text."""
    quoted = False
    for line in lines:
        if not quoted and line.startswith("#"):
            yield "\n"
        else:
            quoted = _stays_open(line, quoted=quoted) if quoted or '"' in line else False
            yield line


def _stays_open(line: str, *, quoted: bool) -> bool:
    """Whether a line ends inside a quoted cell; a quote opens one only where the cell begins."""
    at = 0
    while at < len(line):
        if not quoted and line[at] == '"':
            quoted, at = True, at + 1
        if quoted:
            end = line.find('"', at)
            if end < 0:
                return True
            at = end + 1
            if line[at : at + 1] == '"':
                at += 1
                continue
            quoted = False
        comma = line.find(",", at)
        if comma < 0:
            return False
        at = comma + 1
    return quoted


def _with_header(source: Source) -> Source | None:
    try:
        row = next((row for row in source.rows if not blank(row)), None)
    except csv.Error as error:
        source.stumbled(error)
        row = []
    if row is not None and row and _known_columns(source, row):
        return source
    if row is None:
        source.problems.append(Problem(Place(source.name, 1), Code.NO_HEADER, expected=",".join(FIGURE_COLUMNS)))
    source.file.close()
    return None


def _known_columns(source: Source, row: list[str]) -> bool:
    before = len(source.problems)
    columns = [narrow(cell).lower() for cell in row[:_WIDEST]]
    while columns and not columns[-1]:
        columns.pop()
    for number, name in enumerate(columns):
        place = Place(source.name, source.line, number + 1)
        seen = row[number].strip()
        if name not in FIGURE_COLUMNS:
            free = [one for one in FIGURE_COLUMNS if one not in columns]
            known = ", ".join(FIGURE_COLUMNS)
            source.problems.append(
                Problem(place, Code.UNKNOWN_COLUMN, seen=seen, expected=known, nearest=nearest_word(name, free))
            )
        elif name in columns[:number]:
            first = Place(source.name, source.line, columns.index(name) + 1)
            source.problems.append(Problem(place, Code.DUPLICATE_COLUMN, seen=seen, detail=str(first)))
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        source.fault("", Code.MISSING_COLUMN, expected=", ".join(missing))
    source.columns = columns
    return len(source.problems) == before
