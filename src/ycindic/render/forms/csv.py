"""The form for spreadsheets and scripts: one row a line, every column, nothing that becomes a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO, assert_never

from ycindic.files.formula import FORMULA, guarded_text
from ycindic.render.answers.sheet import Sheet, Value, flat
from ycindic.render.forms import UTF8_MARK, batches
from ycindic.render.words.numbers import typed
from ycindic.render.words.screen import Screen

_ENOUGH = 16_384
"""Bytes that hold any header of ours."""


def written(sheet: Sheet[Any], screen: Screen) -> Iterator[str]:
    """The rows under a header, without a byte order mark: that belongs to files alone."""
    names = sheet.chosen(screen)
    columns = [sheet.columns[name] for name in names]
    lines = _Lines()
    writer = csv.writer(lines)
    writer.writerow(sheet.heads(names))
    plain = [column.value for column in columns]
    bilingual = any(column.bilingual for column in columns)
    for rows in batches(sheet.rows):
        if bilingual:
            writer.writerows([cell(value) for value, _ in flat(columns, row)] for row in rows)
        else:
            writer.writerows(zip(*[map(cell, map(value, rows)) for value in plain], strict=True))
        yield lines.taken()


class _Lines:
    """Rows that end with a line feed, while the writer still believes in CR LF and so quotes a cell with either."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def write(self, row: str) -> None:
        self.found.append(f"{row.removesuffix(chr(13) + chr(10))}\n")

    def taken(self) -> str:
        text, self.found = "".join(self.found), []
        return text


def cell(value: Value) -> object:
    """A value as a cell: numbers bare, text guarded against becoming a formula, lists in one line."""
    match value:
        case None:
            return ""
        case str():
            return guarded_text(value) if value[:1] in FORMULA else value
        case bool():
            return "true" if value else "false"
        case int() | float():
            return value
        case dict():
            return "; ".join(map("=".join, value.items()))
        case list():
            return "; ".join([str(one) for one in value])
        case Decimal():
            return typed(value)
        case date():
            return value.isoformat()
        case _:
            assert_never(value)


def is_earlier(file: BinaryIO, sheet: Sheet[Any]) -> bool:
    """A mark, and a header of columns of the sheet: of all of them, where none can be left out."""
    begins, end, _ = file.read(_ENOUGH).partition(b"\n")
    if not begins.startswith(UTF8_MARK) or not end or begins.endswith(b"\r"):
        return False
    cells: list[str] = []
    with suppress(csv.Error):
        cells = next(csv.reader([begins.removeprefix(UTF8_MARK).decode("utf-8", "replace")], strict=True), [])
    heads = sheet.heads(list(sheet.columns))
    return cells == heads if sheet.fixed else bool(cells) and {*cells} <= {*heads, *sheet.also()}
