"""The form for spreadsheets: typed cells, a frozen header, filters, number formats, colours by word.

XlsxWriter lives here. A text is written as a text, whatever it begins with; the only formulas are ours.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import BinaryIO, assert_never

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ycindic.files.formula import FORMULA
from ycindic.render.answers.leaf import Leaf, LeafCell, Worded
from ycindic.render.answers.sheet import SHARE, SILENT, UNDATED, Column, Row, Sheet, Tallied, Value, flat, headings
from ycindic.render.forms.csv import cell
from ycindic.render.words.looks import ON_PAPER, URGENT
from ycindic.render.words.numbers import typed
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import lines_of, one_line, width
from ycindic.render.words.wording import LANGUAGES
from ycindic.text import Text

_ROOM, _WIDE_ROOM = 12, (26, 34)
"""Widths of columns of numbers and words, and of free text in Chinese and English."""
_LONGEST = 32_767
"""Characters that a cell can hold."""
_LINE, _MOST_LINES = 15, 20
"""Points of a line, and how many a row may have."""
_MEANINGS = ("label", "unit", "meaning", "empty")
_ENOUGH = 16_384

_ACROSS, _MOST_ACROSS = 200, 4
"""What a lying page holds of columns in small print; a wider sheet repeats its first column on every page, of which it
takes four side by side at most."""
_LONGEST_HEADER = 120
"""Signs at the head of a printed page: the form takes 255, and an ampersand counts twice."""


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[bytes]:
    """The workbook: the sheets for people, then the rows, how many have which word, what every column means."""
    out = BytesIO()
    page = sheet.told(screen)
    book = Book(out, sheet, f"{page.dated}  {one_line(page.title)}".strip())
    names = list(sheet.chosen(screen))
    rows = list(sheet.rows)
    for leaf in sheet.leaves(screen.lang) if sheet.leaves else ():
        book.leaf(leaf)
    book.rows(sheet, names, rows)
    tally, counted = sheet.tally
    if tally in names and all(set(one.where) <= set(names) for one in counted()):
        book.summary(sheet, names, len(rows))
    if any(column.meaning is not SILENT for column in sheet.columns.values()):
        book.meanings(sheet, names)
    book.close()
    yield out.getvalue()


def _sheets(sheet: Sheet[Row]) -> set[str]:
    """The sheets that such a workbook has at least and at most."""
    leaves = {leaf.name for lang in LANGUAGES for leaf in sheet.leaves(lang)} if sheet.leaves else set[str]()
    return {sheet.name, "summary", "columns"} | leaves


class Book:
    """A workbook with its formats, the same bytes for the same answer; `told` heads each printed page."""

    def __init__(self, out: BytesIO, sheet: Sheet[Row], told: str) -> None:
        self.book = xlsxwriter.Workbook(out, {"in_memory": True})
        made = datetime.combine(sheet.as_of or UNDATED, time(), UTC).replace(tzinfo=None)
        self.titles = [sheet.told(Screen(lang)).title for lang in LANGUAGES]
        self.book.set_properties({"title": self.titles[0] or sheet.name, "created": made})
        self.dated = told if len(told) <= _LONGEST_HEADER else f"{told[: _LONGEST_HEADER - 1]}…"
        self.head = self.book.add_format({"bold": True, "bottom": 1, "valign": "top", "indent": 1})
        self.bold = self.book.add_format({"bold": True})
        self.text = self.book.add_format({"valign": "top"})
        self.wrapped = self.book.add_format({"text_wrap": True, "valign": "top", "indent": 1})
        self.quoted = self.book.add_format({"valign": "top", "quote_prefix": True})
        self.numbers: dict[str, Format] = {}

    def close(self) -> None:
        """Write it out."""
        self.book.close()

    def number(self, pattern: str) -> Format:
        """The format of a number, made once."""
        if pattern not in self.numbers:
            self.numbers[pattern] = self.book.add_format({"num_format": pattern, "valign": "top"})
        return self.numbers[pattern]

    def worded(self, told: Worded) -> Format:
        """The format of a number that stands between words, to the left like them."""
        number = f"{'#,##' if told.grouped else ''}{_zeros(told.places)}"
        above = f'"{told.before}"{number}"{told.after}"'
        below = f'"{told.before}{"-" if told.minus else ""}"{number}"{told.after}"'
        pattern = f"{above};{below if told.value < 0 else '-' + above}".replace('""', "")
        if pattern not in self.numbers:
            self.numbers[pattern] = self.book.add_format(
                {"num_format": pattern, "valign": "top", "align": "left", "indent": 1}
            )
        return self.numbers[pattern]

    def write(self, sheet: Worksheet, at: tuple[int, int], value: Value, pattern: str = "General") -> None:
        """A value in the type that it has; no answer leaves the cell empty."""
        match value:
            case None | "" | []:
                return
            case bool():
                sheet.write_boolean(*at, value, self.text)
            case int() | float():
                sheet.write_number(*at, value, self.number(pattern))
            case Decimal() if Decimal(repr(float(value))) == value:
                sheet.write_number(*at, float(value), self.number(_zeros(_decimals(value))))
            case date():
                sheet.write_datetime(*at, datetime.combine(value, time()), self.number("yyyy-mm-dd"))
            case str() | Decimal() | dict() | list():
                text = value if isinstance(value, str) else cell(value)
                short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
                sheet.write_string(*at, short, self.quoted if text[:1] in FORMULA else self.text)
            case _:
                assert_never(value)

    def leaf(self, leaf: Leaf) -> None:
        """A sheet for people: it prints on the breadth of a page, and its colours follow the words."""
        page = self.sheet(leaf.name, list(zip(leaf.heads, leaf.rooms, strict=True)), len(leaf.rows), frozen=1)
        inside = self.book.add_format({"bold": True, "bg_color": "#E7ECF2"})
        last = max(len(leaf.rows), 1)
        for line, row in enumerate(leaf.rows, 1):
            texts = [
                value if isinstance(value, str) else value.told if isinstance(value, Worded) else "" for value in row
            ]
            needed = lines_of(texts, leaf.rooms) if len(row) > 1 else 1
            page.set_row(line, _LINE * min(needed, _MOST_LINES))
            if len(row) == 1:
                page.write_string(line, 0, str(row[0]), inside)
                for place in range(1, len(leaf.heads)):
                    page.write_blank(line, place, None, inside)
                continue
            for place, value in enumerate(row):
                self.told(page, (line, place), value, leaf.rooms[place])
        for word, colour in leaf.colours.items() if leaf.coloured is not None else ():
            self._coloured(page, leaf.coloured or 0, last, word, colour)
            if colour in URGENT:
                self._beside(page, leaf.coloured or 0, last, word, colour)
        page.print_area(0, 0, last, len(leaf.heads) - 1)

    def told(self, page: Worksheet, at: tuple[int, int], value: LeafCell, room: int) -> None:
        """A cell for people; a number that has no room with its words is told as a text, which wraps."""
        if isinstance(value, Worded):
            if width(value.told) < room:
                page.write_number(*at, float(value.value), self.worded(value))
                return
            value = value.told
        if value == "":
            page.write_blank(*at, None, self.wrapped)
        elif isinstance(value, str):
            page.write_string(*at, value, self.wrapped)
        else:
            self.write(page, at, value)

    def _beside(self, page: Worksheet, place: int, last: int, word: str, colour: str) -> None:
        """The first column coloured by the word in another one of its row."""
        from xlsxwriter.utility import xl_col_to_name

        look = self.book.add_format({"font_color": URGENT[colour], "bold": True})
        rule = {"type": "formula", "criteria": f'=${xl_col_to_name(place)}2="{word}"', "format": look}
        page.conditional_format(1, 0, last, 0, rule)

    def sheet(self, name: str, heads: Sequence[tuple[str, int]], rows: int, *, frozen: int) -> Worksheet:
        """A sheet with a frozen header that filters, its columns as wide as they are told."""
        found = self.book.add_worksheet(name)
        for place, (head, room) in enumerate(heads):
            found.write_string(0, place, head, self.head)
            found.set_column(place, place, room)
        found.set_row(0, _LINE + 3)
        found.freeze_panes(1, frozen)
        found.autofilter(0, 0, max(rows, 1), len(heads) - 1)
        found.set_landscape()
        found.set_paper(9)
        found.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        found.set_header(f"&L{self.dated.replace('&', '&&')}")
        found.set_footer("&R&P")
        found.repeat_rows(0)
        breadth = -(-sum(room for _, room in heads) // _ACROSS)
        found.fit_to_pages(min(breadth, _MOST_ACROSS), 0)
        if breadth > 1:
            found.repeat_columns(0, 0)
            found.print_across()
        return found

    def rows(self, sheet: Sheet[Row], names: Sequence[str], rows: Sequence[Row]) -> None:
        """One line a row, its fixed words coloured."""
        columns = [sheet.columns[name] for name in names]
        heads = [pair for name, one in zip(names, columns, strict=True) for pair in _heads(name, one)]
        page = self.sheet(sheet.name, heads, len(rows), frozen=1)
        for line, row in enumerate(rows, 1):
            for place, (value, column) in enumerate(flat(columns, row)):
                self.write(page, (line, place), value, _pattern(column, row))
        places = [head for head, _ in heads]
        for name, column in zip(names, columns, strict=True):
            for word, colour in column.colours.items():
                self._coloured(page, places.index(name), max(len(rows), 1), word, colour)

    def _coloured(self, page: Worksheet, place: int, last: int, word: str, colour: str) -> None:
        if colour not in ON_PAPER:
            return
        ink, ground = ON_PAPER[colour]
        look = self.book.add_format({"font_color": ink, "bg_color": ground})
        rule: dict[str, object] = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
        if word in ("true", "false"):  # an empty cell is equal to false
            from xlsxwriter.utility import xl_col_to_name

            cell_ = f"{xl_col_to_name(place)}2"
            rule = {"type": "formula", "criteria": f"=AND(ISLOGICAL({cell_}),{cell_}={word.upper()})", "format": look}
        page.conditional_format(1, place, last, place, rule)

    def summary(self, sheet: Sheet[Row], names: Sequence[str], count: int) -> None:
        """How many rows have which word, counted by the spreadsheet itself; what the label counts stands below."""
        page = self.book.add_worksheet("summary")
        page.set_column(0, 2, 16)
        for line, title in enumerate(self.titles):
            self.write(page, (line, 0), title)
        page.write_string(2, 0, "as_of", self.bold)
        self.write(page, (2, 1), sheet.as_of)
        name, counted = sheet.tally
        tallied = counted()
        for place, head in enumerate((name, *LANGUAGES, sheet.name)):
            page.write_string(4, place, head, self.head)
        heads = sheet.heads(names)
        for line, one in enumerate(tallied, 5):
            for place, text in enumerate((one.word, *_in_two(one.label))):
                self.write(page, (line, place), text)
            tests = {name: f"A{line + 1}"} | {other: _test(value) for other, value in one.where.items()}
            self._count(
                page, line, one, ",".join(f"{_range(sheet, heads, key, count)},{test}" for key, test in tests.items())
            )
        told = [
            [one.label for one in sheet.told(Screen(lang)).counts or () if one.number is None] for lang in LANGUAGES
        ]
        for line, item in enumerate(zip(*told, strict=True), 5 + len(tallied)):
            for place, text in enumerate(("stale", *item)):
                self.write(page, (line, place), text)
        for place, head in enumerate(tallied[0].split if tallied else (), 4):
            page.write_string(4, place, head, self.head)
            for line, one in enumerate(tallied, 5):
                page.write_number(line, place, one.split[head], self.number("0"))

    def _count(self, page: Worksheet, line: int, one: Tallied, tests: str) -> None:
        page.write_formula(line, 3, f"=COUNTIFS({tests})", self.number("0"), one.number)

    def meanings(self, sheet: Sheet[Row], names: Sequence[str]) -> None:
        """What every column means."""
        told = [(head, sheet.columns[name]) for name in names for head in headings(name, sheet.columns[name])]
        told = [(head, column) for head, column in told if column.meaning is not SILENT]
        heads = [("column", _ROOM), *((f"{one}_{lang}", _ROOM) for one in _MEANINGS for lang in LANGUAGES)]
        page = self.sheet("columns", heads, len(told), frozen=1)
        page.set_column(5, 8, 48)
        for line, (head, column) in enumerate(told, 1):
            texts = (column.label, column.unit, column.meaning, column.empty)
            for place, text in enumerate((head, *(one for pair in map(_in_two, texts) for one in pair))):
                page.write_string(line, place, text, self.wrapped)


def _in_two(text: Text) -> Iterator[str]:
    """A text in the languages of the columns that come in two."""
    return (text.in_language(lang) for lang in LANGUAGES)


def _heads(name: str, column: Column[Row]) -> Iterator[tuple[str, int]]:
    heads = headings(name, column)
    room = column.room or (_WIDE_ROOM if column.bilingual else _WIDE_ROOM[1:] if column.wraps else (_ROOM,))
    yield from zip(heads, room, strict=True)


def _pattern(column: Column[Row], row: Row) -> str:
    """How a number of a column is shown: shares as per cent, figures with their decimals."""
    if column.unit == SHARE:
        return "0.0%"
    places = column.places(row) if column.places else None
    return "General" if places is None else _zeros(places)


def _decimals(value: Decimal) -> int:
    return len(typed(value).partition(".")[2])


def _zeros(places: int) -> str:
    return f"0.{'0' * places}" if places else "0"


def _test(value: Value) -> str:
    """A cell's value as a condition of a formula."""
    return '""' if value is None else str(value).upper()


def _range(sheet: Sheet[Row], heads: Sequence[str], name: str, count: int) -> str:
    from xlsxwriter.utility import xl_range_abs

    place = heads.index(name)
    return f"{sheet.name}!{xl_range_abs(1, place, max(count, 1), place)}"


def is_earlier(file: BinaryIO, sheet: Sheet[Row]) -> bool:
    """A workbook of ours that nobody has saved since: others begin it otherwise, or list the sheets first."""
    with (
        suppress(zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError),
        zipfile.ZipFile(file) as book,
    ):
        names = book.namelist()
        inside = book.getinfo("xl/workbook.xml")
        ours = names[0].startswith("[") and names.index("xl/worksheets/sheet1.xml") < names.index(inside.filename)
        if ours and inside.file_size <= _ENOUGH:
            found = {*re.findall(r'<sheet name="(\w+)"', book.read(inside).decode("utf-8", "replace"))}
            return sheet.name in found and found <= _sheets(sheet)
    return False
