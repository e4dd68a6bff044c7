"""The answer as a workbook: typed cells, a frozen header, filters, number formats, colours by verdict.

XlsxWriter lives here. A text is written as a text, whatever it begins with; the only formulas are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from ycindic.domain.assessment import FLAG, Assessment, Verdict
from ycindic.domain.model import Observation
from ycindic.render.answers.blocks import title
from ycindic.render.answers.columns import BILINGUAL, COLUMNS, SHARES, Value
from ycindic.render.answers.observations import COLUMNS as LONG
from ycindic.render.answers.observations import cells as long_cells
from ycindic.render.answers.report import Report
from ycindic.render.answers.summary import stale_items
from ycindic.render.forms.csv import FORMULA, cell, table
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import decimals, typed
from ycindic.render.words.wording import LANGUAGES

LONGEST = 32_767
"""Characters that a cell can hold."""
COLOURS = {"green": ("#1A7F37", "#DDF4E4"), "yellow": ("#7D4E00", "#FFF3CD"), "red": ("#A40E26", "#FFE1E4"),
           "bold red": ("#FFFFFF", "#CF222E")}  # fmt: skip
"""Of a verdict's colour the ink and the ground."""
WIDTHS = {
    "id": 22,
    "name_zh": 26,
    "name_en": 34,
    "wording": 34,
    "sentence_zh": 60,
    "sentence_en": 60,
    "verdict": 13,
    "actual_period": 18,
    "period": 12,
    "reasons": 30,
    "publisher_zh": 18,
    "publisher_en": 30,
}
USUAL_WIDTH = 12


def status(report: Report) -> bytes:
    """The workbook: the targets, how many have which verdict, what every column means."""
    out = BytesIO()
    book = Book(out, report)
    names, rows = table(report)
    book.targets(names, [list(row) for row in rows], report.rows)
    book.summary(report, names)
    book.meanings(names)
    book.close()
    return out.getvalue()


def observations(figures: Iterable[Observation], report: Report) -> bytes:
    """The figures themselves, one a row."""
    out = BytesIO()
    book = Book(out, report)
    book.figures(figures)
    book.close()
    return out.getvalue()


class Book:
    """A workbook with its formats, the same bytes for the same answer."""

    def __init__(self, out: BytesIO, report: Report) -> None:
        self.book: Any = xlsxwriter.Workbook(out, {"in_memory": True})
        made = datetime.combine(report.as_of, time(), UTC).replace(tzinfo=None)
        self.book.set_properties({"title": title(report.plan, "zh"), "created": made})
        self.head = self.book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.bold = self.book.add_format({"bold": True})
        self.text = self.book.add_format({"valign": "top"})
        self.quoted = self.book.add_format({"valign": "top", "quote_prefix": True})
        self.numbers: dict[str, Any] = {}

    def close(self) -> None:
        """Write it out."""
        self.book.close()

    def number(self, pattern: str) -> Any:  # noqa: ANN401 - the library has no types
        """The format of a number, made once."""
        if pattern not in self.numbers:
            self.numbers[pattern] = self.book.add_format({"num_format": pattern, "valign": "top"})
        return self.numbers[pattern]

    def write(self, sheet: Any, at: tuple[int, int], value: object, pattern: str = "General") -> None:  # noqa: ANN401 - likewise
        """A value in the type that it has; no answer leaves the cell empty."""
        if value is None or value == "":
            return
        if isinstance(value, bool):
            sheet.write_boolean(*at, value, self.text)
        elif isinstance(value, int | float):
            sheet.write_number(*at, value, self.number(pattern))
        else:
            text = str(value)
            short = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
            sheet.write_string(*at, short, self.quoted if text[:1] in FORMULA else self.text)

    def sheet(self, name: str, heads: Sequence[str], rows: int, *, frozen: int) -> Any:  # noqa: ANN401 - likewise
        """A sheet with a frozen header that filters."""
        found = self.book.add_worksheet(name)
        for place, head in enumerate(heads):
            found.write_string(0, place, head, self.head)
            found.set_column(place, place, WIDTHS.get(head, USUAL_WIDTH))
        found.freeze_panes(1, frozen)
        found.autofilter(0, 0, max(rows, 1), len(heads) - 1)
        return found

    def targets(self, names: Sequence[str], rows: Sequence[Sequence[Value]], judged: Sequence[Assessment]) -> None:
        """One row a target, coloured by its verdict."""
        sheet = self.sheet("targets", names, len(rows), frozen=1)
        for line, (row, found) in enumerate(zip(rows, judged, strict=True), 1):
            for place, (name, value) in enumerate(zip(names, row, strict=True)):
                plain = cell(value) if isinstance(value, dict | list) else value
                self.write(sheet, (line, place), plain, pattern(name, found))
        last = max(len(rows), 1)
        for one in Verdict:
            self._coloured(sheet, names.index("verdict"), last, f'"{one.value}"', LOOKS[one].colour)
        for word, colour in (("TRUE", "green"), ("FALSE", "red")):
            self._coloured(sheet, names.index("on_track"), last, word, colour)

    def _coloured(self, sheet: Any, place: int, last: int, value: str, colour: str) -> None:  # noqa: ANN401 - likewise
        if colour not in COLOURS:
            return
        ink, ground = COLOURS[colour]
        look = self.book.add_format({"font_color": ink, "bg_color": ground})
        rule = {"type": "cell", "criteria": "==", "value": value, "format": look}
        sheet.conditional_format(1, place, last, place, rule)

    def summary(self, report: Report, names: Sequence[str]) -> None:
        """How many targets have which verdict, counted by the spreadsheet itself; parts do not count."""
        sheet = self.book.add_worksheet("summary")
        sheet.set_column(0, 2, 16)
        self.write(sheet, (0, 0), title(report.plan, "zh"))
        self.write(sheet, (1, 0), title(report.plan, "en"))
        sheet.write_string(2, 0, "as_of", self.bold)
        sheet.write_datetime(2, 1, datetime.combine(report.as_of, time()), self.number("yyyy-mm-dd"))
        for place, head in enumerate(("verdict", "zh", "en", "targets")):
            sheet.write_string(4, place, head, self.head)
        ranges = {name: _range(names.index(name), len(report.rows)) for name in ("verdict", "part_of", "on_track")}
        for line, one in enumerate(Verdict, 5):
            known = sum(row.verdict is one and row.part_of is None and not row.stale for row in report.rows)
            for place, text in enumerate((one.value, *LOOKS[one].word)):
                self.write(sheet, (line, place), text)
            counted, flag = f'{ranges["verdict"]},A{line + 1},{ranges["part_of"]},""', FLAG[one]
            fresh = "" if flag is None else f",{ranges['on_track']},{str(flag).upper()}"
            sheet.write_formula(line, 3, f"=COUNTIFS({counted}{fresh})", self.number("0"), known)
        for line, item in enumerate(_stale(report), 5 + len(Verdict)):
            for place, text in enumerate(("stale", *item)):
                self.write(sheet, (line, place), text)

    def meanings(self, names: Sequence[str]) -> None:
        """What every column means."""
        heads = (
            "column",
            "label_zh",
            "label_en",
            "unit_zh",
            "unit_en",
            "meaning_zh",
            "meaning_en",
            "empty_zh",
            "empty_en",
        )
        told = [name for name in names if plain_name(name) in COLUMNS]
        sheet = self.sheet("columns", heads, len(told), frozen=1)
        sheet.set_column(5, 8, 48)
        for line, name in enumerate(told, 1):
            column = COLUMNS[plain_name(name)]
            pairs = (column.label, column.unit, column.meaning, column.empty)
            for place, text in enumerate((name, *(one for pair in pairs for one in pair))):
                self.write(sheet, (line, place), text)

    def figures(self, figures: Iterable[Observation]) -> None:
        """One row a figure, its date a date, its value a number where that loses no digit."""
        every = list(figures)
        sheet = self.sheet("observations", LONG, len(every), frozen=1)
        for line, one in enumerate(every, 1):
            for place, text in enumerate(long_cells(one)):
                if place == LONG.index("value"):
                    exact = Decimal(repr(float(one.value))) == one.value
                    self.write(sheet, (line, place), float(one.value) if exact else text, _decimals(typed(one.value)))
                elif place == LONG.index("published") and one.published:
                    day = datetime.combine(one.published, time())
                    sheet.write_datetime(line, place, day, self.number("yyyy-mm-dd"))
                else:
                    self.write(sheet, (line, place), text)


def plain_name(name: str) -> str:
    """The column that a heading belongs to: `name` of `name_zh`."""
    base = name.removesuffix("_zh").removesuffix("_en")
    return base if base in BILINGUAL else name


def pattern(name: str, row: Assessment) -> str:
    """How a number of a column is shown: shares as per cent, figures with their decimals."""
    if name in SHARES:
        return "0.0%"
    value = getattr(row.figures, name, None)
    if name in ("pace", "catch_up", "lead_time", "lead_profile"):
        return "0.00"
    if isinstance(value, Decimal):
        return _zeros(decimals(row, value))
    goal = getattr(row.target, name, None)
    return _decimals(typed(goal)) if isinstance(goal, Decimal) else "General"


def _decimals(text: str) -> str:
    return _zeros(len(text.partition(".")[2]))


def _zeros(places: int) -> str:
    return f"0.{'0' * places}" if places else "0"


def _range(place: int, rows: int) -> str:
    from xlsxwriter.utility import xl_range_abs

    return f"targets!{xl_range_abs(1, place, max(rows, 1), place)}"


def _stale(report: Report) -> list[tuple[str, ...]]:
    """What only old figures tell, counted apart, in Chinese and English."""
    return list(zip(*(stale_items(report.rows, lang) for lang in LANGUAGES), strict=True))
