"""The answer for spreadsheets: one row a target, every column, nothing that becomes a formula."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence

from ycindic.render.answers.columns import BILINGUAL, COLUMNS, Value, answer
from ycindic.render.answers.report import Report, Screen

FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, the full-width signs in Chinese editions."""


def status(report: Report, screen: Screen) -> str:
    """The rows under a header, without a byte order mark: that belongs to files alone."""
    first, rows = table(report, screen.columns)
    return written(first, ([cell(value) for value in row] for row in rows))


def table(report: Report, names: Sequence[str] = ()) -> tuple[list[str], Iterator[list[Value]]]:
    """The header and the rows, a bilingual column being two, opinions behind all others if there are any."""
    first = header(names or tuple(COLUMNS))
    rows = (flat(answer(row, names)) for row in report.rows)
    if report.opinions is None:
        return first, rows
    from ycindic.render.answers import opinions

    votes = report.opinions
    with_votes = (
        [*cells, *opinions.cells(row, votes[row.target.id])] for cells, row in zip(rows, report.rows, strict=True)
    )
    return [*first, *opinions.COLUMNS], with_votes


def written(first: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV text."""
    lines = _Lines()
    writer = csv.writer(lines)
    writer.writerow(first)
    writer.writerows(rows)
    return "".join(lines.found)


class _Lines:
    """Rows that end with a line feed, while the writer still believes in CR LF and so quotes a cell with either."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def write(self, row: str) -> None:
        self.found.append(f"{row.removesuffix(chr(13) + chr(10))}\n")


def rows_of(values: Iterable[dict[str, Value]], columns: Iterable[str], bilingual: Collection[str]) -> str:
    """Rows of named values, in the order of the columns, as CSV text under their names."""
    return written(header(columns, bilingual), ([cell(one) for one in flat(row, bilingual)] for row in values))


def header(columns: Iterable[str] = tuple(COLUMNS), bilingual: Collection[str] = BILINGUAL) -> list[str]:
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
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "; ".join(map("=".join, value.items()))
    return "; ".join([str(one) for one in value]) if isinstance(value, list) else value


def guarded_text(text: str) -> str:
    """Text of files that hold numbers as text, too: a negative number is no formula and stays bare."""
    number = text[1:].replace(".", "", 1)
    return text if text.startswith("-") and number.isdecimal() else guarded(text)


def guarded(text: str) -> str:
    """Text that would be taken for a formula gets an apostrophe in front."""
    return f"'{text}" if text[:1] in FORMULA else text
