"""What does a filled form say? Rows in any order, some empty; whatever else was changed is refused with its cell."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.model import Bilingual
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.row import Typed
from ycindic.files.cell import Cell
from ycindic.files.kind import FileKind, kind_of
from ycindic.files.parts import BROKEN_FILE, archive_in, open_part
from ycindic.files.sheet import BookSheet, TooBig
from ycindic.record.grid import sheets_in
from ycindic.record.request.form import (
    FIXED_COLUMNS,
    FORM_MARK,
    HEAD_ROW,
    KEY_COLUMNS,
    OPEN_COLUMNS,
    SHEET,
    form_headings,
)
from ycindic.record.request.number import number_in
from ycindic.record.tables.own import OwnRow

_FIRST_OPEN, _FIRST_KEY = len(FIXED_COLUMNS), len(FIXED_COLUMNS) + len(OPEN_COLUMNS)
_UNIT = FIXED_COLUMNS.index("unit")
_OPEN = {column: place for place, column in enumerate(OPEN_COLUMNS, _FIRST_OPEN + 1)}
"""The columns to be filled in, from 1, by the names that they have in our own files."""
_ANY_MARK = FORM_MARK.rpartition(" ")[0]
_HEADINGS = range(len(KEY_COLUMNS), 32)
"""Where the headings stand a second time; before 2026-11-28 they did not, and another version may have more."""
_Key = tuple[str, ...]
_LARGEST = 4 << 20
"""A form is small; what is larger is somebody's table."""
_NAMING: Mapping[FileKind, str] = {"xlsx": "xl/workbook.xml", "ods": "content.xml"}


class Filled(NamedTuple):
    """A form that came back: its office, the figures in it, what it asks for, and what is wrong with it.

    `remarks` has each figure that is asked for, with what the office wrote beside it, `units` the unit of each.
    """

    office: Bilingual
    rows: tuple[OwnRow, ...]
    remarks: Mapping[_Key, str]
    problems: tuple[Problem, ...]
    units: Mapping[_Key, str] = {}


def form_of(path: Path) -> Filled | None:
    """The form that a workbook is, as .xlsx, .ods or .xls, read once more as a whole; None for every other file."""
    if not path.is_file() or path.stat().st_size > _LARGEST:
        return None
    try:
        data = path.read_bytes()
        kind = kind_of(data)
        return _form_in(str(path), sheets_in(kind, data)) if SHEET.encode() in _names(kind, data) else None
    except (OSError, TooBig, ImportError, *BROKEN_FILE):
        return None


def _names(kind: FileKind, data: bytes) -> bytes:
    """The part of a workbook that names its sheets."""
    if kind == "xls":
        return data
    if kind not in _NAMING:
        return b""
    with archive_in(data) as archive, open_part(archive, _NAMING[kind]) as part:
        return part.read(_LARGEST)


def _form_in(file: str, sheets: Sequence[BookSheet]) -> Filled | None:
    """The form that a workbook is; None where it is none of ours."""
    ours = next((one for one in sheets if one.name == SHEET), None)
    if ours is None or not _text(ours, 0, 0).startswith(_ANY_MARK):
        return None
    if _text(ours, 0, 0) != FORM_MARK:
        return _refused(ours, Problem(Place(file), Code.FORM_EARLIER, seen=_text(ours, 0, 0)))
    others = [one for one in sheets if one is not ours]
    if not others:
        return _refused(ours, Problem(Place(file), Code.FORM_CHANGED, seen=SHEET))
    asked = _asked(ours)
    found = [one for one in others if _holds(one, asked, filled=False)]
    filled = [one for one in found if _holds(one, asked, filled=True)]
    if len(filled) > 1:  # which of two copies counts, only the office knows
        return _refused(ours, Problem(Place(file, sheet=filled[1].name), Code.FORM_CHANGED, seen=filled[1].name))
    return _read(file, (filled or found or others)[0], ours)


def _refused(ours: BookSheet, problem: Problem) -> Filled:
    return Filled(Bilingual(_text(ours, 0, 1), _text(ours, 0, 2)), (), {}, (problem,))


def _holds(sheet: BookSheet, asked: Collection[_Key], *, filled: bool) -> bool:
    """Whether a sheet has a row of the form, or even a figure in one: others may have come before or behind it."""
    rows = {row for row, column in sheet.cells if column == (_FIRST_OPEN if filled else _FIRST_KEY)}
    return any(_key(sheet, row, _FIRST_KEY) in asked and (not filled or _text(sheet, row, _FIRST_OPEN)) for row in rows)


def _text(sheet: BookSheet, row: int, column: int) -> str:
    cell = sheet.cells.get((row, column))
    return "" if cell is None else cell.text.strip()


def _read(file: str, sheet: BookSheet, ours: BookSheet) -> Filled:
    """A changed heading leaves no figure of the form, anything else changed none of its row."""
    asked = _asked(ours)
    problems = _other_heads(file, sheet, ours)
    sound = not problems
    rows: list[OwnRow] = []
    remarks = dict.fromkeys(asked, "")
    numbers: dict[_Key, list[int]] = {}
    for number in sorted({row for row, _ in sheet.cells}):
        numbers.setdefault(_key(sheet, number, _FIRST_KEY), []).append(number)
    for key, places in numbers.items():
        if key not in asked:
            problems += (fault for number in places for fault in _strange(file, sheet, number, key))
            continue
        remarks[key] = " ".join(_text(sheet, places[0], _FIRST_OPEN + 2).split())
        faults = [fault for number in places for fault in _changed(file, sheet, number, asked[key])]
        faults += (_fault(file, sheet, number, 0, seen=_text(sheet, number, 0)) for number in places[1:])
        row = _row(file, sheet, places[0], key, asked[key]) if sound and not faults else None
        problems += faults
        rows += [row] if row else []
    units = {key: fixed[_UNIT] for key, fixed in asked.items()}
    return Filled(Bilingual(_text(ours, 0, 1), _text(ours, 0, 2)), tuple(rows), remarks, tuple(problems), units)


def _key(sheet: BookSheet, number: int, first: int) -> _Key:
    return tuple(_text(sheet, number, first + place) for place in range(len(KEY_COLUMNS)))


def _asked(ours: BookSheet) -> Mapping[_Key, list[str]]:
    """The fixed cells of each row, by its keys."""
    return {
        _key(ours, number, 0): [_text(ours, number, len(KEY_COLUMNS) + place) for place in range(_FIRST_OPEN)]
        for number in sorted({row for row, _ in ours.cells if row > 0})
    }


def _other_heads(file: str, sheet: BookSheet, ours: BookSheet) -> list[Problem]:
    """The headings that are not as they were, in the row most like theirs; rows above may have come or gone.

    A form that does not hold them twice, or not so many, is read where it has those of today.
    """
    told = [text for column in _HEADINGS if (text := _text(ours, 0, column))]
    rows = (HEAD_ROW, *sorted({row for row, _ in sheet.cells}))
    if len(told) != _FIRST_KEY:
        as_today = not told and any(not _differing(sheet, row, heads) for row in rows for heads in form_headings())
        return [] if as_today else [Problem(Place(file, sheet=sheet.name), Code.FORM_EARLIER)]
    number = min(rows, key=lambda row: len(_differing(sheet, row, told)))
    return [
        _fault(file, sheet, number, place, seen=_text(sheet, number, place), expected=told[place])
        for place in _differing(sheet, number, told)
    ]


def _differing(sheet: BookSheet, number: int, heads: Sequence[str]) -> list[int]:
    """The columns of a row that do not say what the headings say."""
    return [place for place, text in enumerate(heads) if _text(sheet, number, place) != text]


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


def _row(file: str, sheet: BookSheet, number: int, key: _Key, fixed: Sequence[str]) -> OwnRow | None:
    """The figure of a row in the words of our own files; None where its cell is empty."""
    value, published, note = (sheet.cells.get((number, _FIRST_OPEN + place), Cell("")) for place in range(3))
    if not value.text.strip():
        return None
    indicator, period, basis = key
    day = published.day.isoformat() if published.day else published.text.strip()
    typed = Typed(indicator, period, basis=basis, published=day, note=" ".join(note.text.split()))
    place = Place(file, number + 1, _FIRST_OPEN + 1, sheet.name)
    return OwnRow(place, number_in(value, fixed[_UNIT], typed), columns=_OPEN)
