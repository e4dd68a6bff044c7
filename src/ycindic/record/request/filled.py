"""What does a filled form say? Rows in any order, some empty; whatever else was changed is refused with its cell."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.model import Bilingual
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.row import Typed
from ycindic.files.parts import BROKEN_FILE
from ycindic.files.sheet import BookSheet, TooBig
from ycindic.files.xlsx import read_xlsx
from ycindic.record.request.form import FIXED_COLUMNS, FORM_MARK, KEY_COLUMNS, OPEN_COLUMNS, SHEET
from ycindic.record.tables.own import OwnRow

_FIRST_OPEN, _FIRST_KEY = len(FIXED_COLUMNS), len(FIXED_COLUMNS) + len(OPEN_COLUMNS)
_Key = tuple[str, ...]
_LARGEST, _LARGEST_PART = 4 << 20, 1 << 20
"""A form is small; what is larger is somebody's table."""


class Filled(NamedTuple):
    """A form that came back: its office, the figures in it, those that were left empty, and what is wrong with it."""

    office: Bilingual
    rows: tuple[OwnRow, ...]
    empty: tuple[_Key, ...]
    problems: tuple[Problem, ...]


def form_of(path: Path) -> Filled | None:
    """The form that a file is, read once more as a whole; None for every other file, sound or not."""
    if path.suffix.lower() != ".xlsx" or not path.is_file() or path.stat().st_size > _LARGEST:
        return None
    try:
        data = path.read_bytes()
        return form_in(str(path), read_xlsx(BytesIO(data))) if SHEET.encode() in _book(data) else None
    except (OSError, TooBig, *BROKEN_FILE):
        return None


def _book(data: bytes) -> bytes:
    """The part of a workbook that names its sheets."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        info = archive.getinfo("xl/workbook.xml")
        return archive.read(info) if info.file_size <= _LARGEST_PART else b""


def form_in(file: str, sheets: Sequence[BookSheet]) -> Filled | None:
    """The form that a workbook is; None where it is none of ours."""
    ours = next((one for one in sheets if one.name == SHEET), None)
    if ours is None or _text(ours, 0, 0) != FORM_MARK:
        return None
    others = [one for one in sheets if one is not ours]
    if not others:
        return Filled(Bilingual("", ""), (), (), (Problem(Place(file), Code.FORM_CHANGED, seen=SHEET),))
    return _read(file, others[0], ours)


def _text(sheet: BookSheet, row: int, column: int) -> str:
    cell = sheet.cells.get((row, column))
    return "" if cell is None else cell.text.strip()


def _read(file: str, sheet: BookSheet, ours: BookSheet) -> Filled:
    asked = _asked(ours)
    problems: list[Problem] = []
    rows: list[OwnRow] = []
    seen: dict[_Key, int] = {}
    for number in sorted({row for row, _ in sheet.cells}):
        key = tuple(_text(sheet, number, _FIRST_KEY + place) for place in range(len(KEY_COLUMNS)))
        if key not in asked:
            problems += _strange(file, sheet, number, key)
            continue
        problems += _changed(file, sheet, number, asked[key])
        if key in seen:
            problems.append(_fault(file, sheet, number, 0, seen=_text(sheet, number, 0)))
        seen[key] = number
        row = _row(file, sheet, number, key)
        if row is not None:
            rows.append(row)
    answered = {(one.typed.indicator, one.typed.period, one.typed.basis) for one in rows}
    empty = tuple(key for key in asked if key not in answered)
    return Filled(Bilingual(_text(ours, 0, 1), _text(ours, 0, 2)), tuple(rows), empty, tuple(problems))


def _asked(ours: BookSheet) -> Mapping[_Key, list[str]]:
    """The fixed cells of each row, by its keys."""
    found: dict[_Key, list[str]] = {}
    for number in sorted({row for row, _ in ours.cells if row > 0}):
        key = tuple(_text(ours, number, place) for place in range(len(KEY_COLUMNS)))
        found[key] = [_text(ours, number, len(KEY_COLUMNS) + place) for place in range(len(FIXED_COLUMNS))]
    return found


def _strange(file: str, sheet: BookSheet, number: int, key: _Key) -> list[Problem]:
    """A row with keys of nobody, or a figure in a row without keys, is a change; heads and empty rows are not."""
    values = _text(sheet, number, _FIRST_OPEN)
    if any(key):
        return [_fault(file, sheet, number, _FIRST_KEY, seen=" ".join(key))]
    return [_fault(file, sheet, number, _FIRST_OPEN, seen=values)] if values and _is_number(values) else []


def _is_number(text: str) -> bool:
    return text.lstrip("+-").replace(".", "", 1).isdecimal()


def _changed(file: str, sheet: BookSheet, number: int, fixed: Sequence[str]) -> list[Problem]:
    """The fixed cells of a row that are not what they were."""
    now = [_text(sheet, number, place) for place in range(len(FIXED_COLUMNS))]
    return [
        _fault(file, sheet, number, place, seen=typed, expected=text)
        for place, (typed, text) in enumerate(zip(now, fixed, strict=True))
        if typed != text
    ]


def _fault(file: str, sheet: BookSheet, row: int, column: int, *, seen: str, expected: str = "") -> Problem:
    return Problem(Place(file, row + 1, column + 1, sheet.name), Code.FORM_CHANGED, seen=seen, expected=expected)


def _row(file: str, sheet: BookSheet, number: int, key: _Key) -> OwnRow | None:
    """The figure of a row in the words of our own files; None where its cell is empty."""
    cell = sheet.cells.get((number, _FIRST_OPEN))
    if cell is None or not cell.text.strip():
        return None
    value = cell.stored or cell.number or cell.text.strip()
    day = sheet.cells.get((number, _FIRST_OPEN + 1))
    published = "" if day is None else day.day.isoformat() if day.day else day.text.strip()
    note = " ".join(_text(sheet, number, _FIRST_OPEN + 2).split())
    indicator, period, basis = key
    typed = Typed(indicator, period, value, basis, published, note=note)
    return OwnRow(Place(file, number + 1, _FIRST_OPEN + 1, sheet.name), typed)
