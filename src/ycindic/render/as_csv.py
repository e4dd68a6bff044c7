"""The answer for spreadsheets: one row a target, every column, nothing that becomes a formula."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from io import StringIO

from ycindic.render.columns import BILINGUAL, COLUMNS, Value, answer
from ycindic.render.report import Report, Screen

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def status(report: Report, _: Screen) -> str:
    """The rows under a header, without a byte order mark: that belongs to files alone."""
    if report.opinions is None:
        return rows_of((answer(row) for row in report.rows), COLUMNS, BILINGUAL)
    from ycindic.render import opinions

    votes = report.opinions
    rows = ((*flat(answer(row)), *opinions.cells(row, votes[row.target.id])) for row in report.rows)
    return written([*header(), *opinions.COLUMNS], ([cell(value) for value in row] for row in rows))


def written(first: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV text."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(first)
    writer.writerows(rows)
    return out.getvalue()


def rows_of(values: Iterable[dict[str, Value]], columns: Iterable[str], bilingual: Collection[str]) -> str:
    """Rows of named values, in the order of the columns, as CSV text under their names."""
    return written(header(columns, bilingual), ([cell(one) for one in flat(row, bilingual)] for row in values))


def header(columns: Iterable[str] = COLUMNS, bilingual: Collection[str] = BILINGUAL) -> list[str]:
    """The names of the columns, a bilingual one being two."""
    return [name for one in columns for name in ((f"{one}_zh", f"{one}_en") if one in bilingual else (one,))]


def flat(values: dict[str, Value], bilingual: Collection[str] = BILINGUAL) -> list[Value]:
    """The cells of a row, a bilingual value being two."""
    cells: list[Value] = []
    for name, value in values.items():
        if name in bilingual:
            pair = value if isinstance(value, dict) else {"zh": None, "en": None}
            cells += [pair["zh"], pair["en"]]
        else:
            cells.append(value)
    return cells


def cell(value: Value) -> object:
    """A value as a cell: numbers bare, text guarded against becoming a formula, lists in one line."""
    if value is None:
        return ""
    if type(value) is int or type(value) is float:
        return value
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "; ".join([f"{name}={one}" for name, one in value.items()])
    return "; ".join([str(one) for one in value]) if isinstance(value, list) else value


def guarded(text: str) -> str:
    """Text that would be taken for a formula gets an apostrophe in front."""
    return f"'{text}" if text.startswith(FORMULA) else text
