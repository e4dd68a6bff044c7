"""What of a check has somebody looked at and let stand? A file of rows that are only ever added."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from ycindic.domain.diagnostic import Acknowledged
from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.formula import unguarded
from ycindic.load.csv_file import open_csv

ACKNOWLEDGED_COLUMNS = ("code", "id", "figures", "because", "by", "on")


def read_acknowledged(path: Path, problems: list[Problem]) -> tuple[Acknowledged, ...]:
    """The rows in their order; no file is none. A row that cannot be read is a fault, and is no acknowledgement."""
    source = open_csv(path, problems) if os.path.lexists(path) else None
    if source is None:
        return ()
    found: list[Acknowledged] = []
    with source.read() as rows:
        if tuple(next(rows, ())) != ACKNOWLEDGED_COLUMNS:
            problems.append(Problem(Place(source.name, 1), Code.NO_HEADER, expected=",".join(ACKNOWLEDGED_COLUMNS)))
            return ()
        for row in rows:
            one = _row(row, Place(source.name, source.line), problems) if row else None
            found += [one] if one else []
    return tuple(found)


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
