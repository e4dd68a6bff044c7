"""How does a row get into a file that somebody keeps by hand, so that nothing else in it changes?"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.row import FIGURE_COLUMNS
from ycindic.files.decoding import BYTE_ORDER_MARK
from ycindic.files.formula import guarded_text
from ycindic.load.csv_file import open_table
from ycindic.record.entry import Entry
from ycindic.record.store import Draft


def appended(path: Path, entry: Entry, problems: list[Problem]) -> Draft | None:
    """The file with one row more, in its own columns, encoding and line ends; None with a problem.

    A file whose last line has no end keeps that habit.
    """
    if not path.exists():
        return Draft(path, None, new_file([entry]))
    source = open_table(path, problems)
    if source is None:
        return None
    source.file.close()
    cells = entry.cells()
    if "basis" not in source.columns and entry.basis_is_plain:
        cells["basis"] = ""
    lacking = [column for column, cell in cells.items() if cell and column not in source.columns]
    if lacking:
        problems.append(Problem(Place(str(path), 1), Code.NO_COLUMN, expected=", ".join(lacking)))
        return None
    old = path.read_bytes()
    end = _line_end(old)
    text = row_text([cells[column] for column in source.columns])
    if old.endswith((b"\n", b"\r")):
        text += end
    else:
        text = end + text
    return Draft(path, old, old + text.encode(source.file.encoding))


def new_file(entries: Iterable[Entry]) -> bytes:
    """A file of its own, in all columns; with the mark that spreadsheets know UTF-8 by."""
    rows = [list(FIGURE_COLUMNS), *(list(entry.cells().values()) for entry in entries)]
    return (BYTE_ORDER_MARK + "".join(f"{row_text(row)}\n" for row in rows)).encode()


def row_text(cells: Sequence[str]) -> str:
    """A row as CSV text without its end.

    Texts that would become formulas are guarded; a row that would look like a comment is quoted.
    """
    out = StringIO()
    csv.writer(out, lineterminator="").writerow([guarded_text(cell) for cell in cells])
    text = out.getvalue()
    if text.startswith("#"):
        first, rest = cells[0], text[len(cells[0]) :]
        return f'"{first}"{rest}'
    return text


def _line_end(data: bytes) -> str:
    """The line end that stands last in a file."""
    at = max(data.rfind(b"\n"), data.rfind(b"\r"))
    if at < 0:
        return "\n"
    if data[at : at + 1] == b"\r":
        return "\r"
    return "\r\n" if data[at - 1 : at] == b"\r" else "\n"
