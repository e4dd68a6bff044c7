"""What of a check has somebody looked at and let stand? A file of rows that are only ever added."""

from __future__ import annotations

import csv
import os
from datetime import date
from io import StringIO
from pathlib import Path

from ycindic.domain.diagnostic import Acknowledged
from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.decoding import BYTE_ORDER_MARK, sniff
from ycindic.files.formula import unguarded
from ycindic.load.unreadable import unreadable

ACKNOWLEDGED_COLUMNS = ("code", "id", "figures", "because", "by", "on")
_LARGEST = 16 << 20


def read_acknowledged(path: Path, problems: list[Problem]) -> tuple[Acknowledged, ...]:
    """The rows in their order; no file is none. A row that cannot be read is a fault, and is no acknowledgement."""
    text = _text(path, problems)
    if text is None:
        return ()
    rows = csv.reader(StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), strict=True)
    found: list[Acknowledged] = []
    try:
        if tuple(next(rows, ())) != ACKNOWLEDGED_COLUMNS:
            problems.append(Problem(Place(str(path), 1), Code.NO_HEADER, expected=",".join(ACKNOWLEDGED_COLUMNS)))
            return ()
        for row in rows:
            one = _row(row, Place(str(path), rows.line_num), problems) if row else None
            found += [one] if one else []
    except csv.Error as error:
        problems.append(Problem(Place(str(path), rows.line_num), Code.CSV_SYNTAX, detail=str(error)))
    return tuple(found)


def _text(path: Path, problems: list[Problem]) -> str | None:
    if not os.path.lexists(path):
        return None
    try:
        if not path.is_file():
            problems.append(Problem(Place(str(path)), Code.PIPE if path.is_fifo() else Code.UNREADABLE))
            return None
        if path.stat().st_size > _LARGEST:
            problems.append(Problem(Place(str(path)), Code.TOO_LONG))
            return None
        found = sniff(path)
        if found.unmerged:
            problems.append(Problem(Place(str(path), found.unmerged), Code.UNFINISHED_MERGE))
            return None
        if found.encoding is not None:
            return path.read_bytes().decode(found.encoding)
        problems.append(Problem(Place(str(path), found.line), Code.ENCODING))
    except OSError as error:
        problems.append(unreadable(Place(str(path)), error))
    return None


def _row(row: list[str], place: Place, problems: list[Problem]) -> Acknowledged | None:
    if len(row) != len(ACKNOWLEDGED_COLUMNS):
        problems.append(Problem(place, Code.ROW_LENGTH, seen=str(len(row)), expected=str(len(ACKNOWLEDGED_COLUMNS))))
        return None
    code, subject, figures, because, who, day = (unguarded(cell.strip()) for cell in row)
    try:
        return Acknowledged(code, subject, figures, because, who, date.fromisoformat(day))
    except ValueError:
        problems.append(Problem(place._replace(column=len(ACKNOWLEDGED_COLUMNS)), Code.BAD_DATE, seen=day))
        return None
