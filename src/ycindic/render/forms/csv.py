"""The form for spreadsheets and scripts: one row a line, every column, nothing that becomes a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import BinaryIO, assert_never

from ycindic.files.formula import FORMULA, guarded_text
from ycindic.render.answers.sheet import Column, Row, Sheet, Value, flat
from ycindic.render.forms import UTF8_MARK, batches
from ycindic.render.words.numbers import typed
from ycindic.render.words.screen import Screen

_ENOUGH = 16_384
"""Bytes that hold any header of ours."""
_QUOTE = '"'
_TAKEN_APART = re.compile('[,"\r\n]')
"""What a cell must be quoted for, RFC 4180."""


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[str]:
    """The rows under a header, without a byte order mark: that belongs to files alone."""
    names = sheet.chosen(screen)
    columns = [sheet.columns[name] for name in names]
    lines = [_line(sheet.heads(names))]
    for rows in batches(sheet.rows):
        lines += map(_line, _cells(columns, rows))
        yield "".join(lines)
        lines = []


def _cells(columns: Sequence[Column[Row]], rows: Sequence[Row]) -> Iterator[Sequence[str]]:
    """The cells of rows; where no column is twofold they are made column by column, which is quicker."""
    if any(column.bilingual for column in columns):
        return ([cell(value) for value, _ in flat(columns, row)] for row in rows)
    return zip(*[map(cell, map(column.value, rows)) for column in columns], strict=True)


def _line(cells: Sequence[str]) -> str:
    """Cells as a line; an empty one that stands alone is quoted, for an empty line is no row.

    The library's writer looks at every character for itself: it takes four times as long.
    """
    if _TAKEN_APART.search("".join(cells)):
        cells = [f'"{one.replace(_QUOTE, _QUOTE * 2)}"' if _TAKEN_APART.search(one) else one for one in cells]
    return f"{','.join(cells) or _QUOTE * 2}\n"


def cell(value: Value) -> str:
    """A value as a cell: numbers bare, text guarded against becoming a formula, lists in one line."""
    match value:
        case None:
            return ""
        case str():
            return guarded_text(value) if value[:1] in FORMULA else value
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case dict():
            return "; ".join([f"{key}={one!s}" for key, one in value.items()])
        case list():
            return "; ".join([str(one) for one in value])
        case Decimal():
            return typed(value)
        case date():
            return value.isoformat()
        case _:
            assert_never(value)


def is_earlier(file: BinaryIO, sheet: Sheet[Row]) -> bool:
    """A mark, and a header of columns of the sheet: of all of them, where none can be left out."""
    begins, end, _ = file.read(_ENOUGH).partition(b"\n")
    if not begins.startswith(UTF8_MARK) or not end or begins.endswith(b"\r"):
        return False
    cells: list[str] = []
    with suppress(csv.Error):
        cells = next(csv.reader([begins.removeprefix(UTF8_MARK).decode("utf-8", "replace")], strict=True), [])
    heads = sheet.heads(list(sheet.columns))
    return cells == heads if sheet.fixed else bool(cells) and {*cells} <= {*heads, *sheet.also()}
