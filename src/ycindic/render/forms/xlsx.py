"""The form for spreadsheets: typed cells, a frozen header, filters, number formats, colours by word.

XlsxWriter lives here. A text is written as a text, whatever it begins with; the only formulas are ours.
"""

from __future__ import annotations

import re
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
from ycindic.files.parts import BROKEN_FILE, MOST_BYTES, archive_in, open_part
from ycindic.files.sheet import TooBig
from ycindic.render.answers.leaf import DAYS, Leaf, LeafCell, LeafHeads, Worded
from ycindic.render.answers.sheet import SHARE, SILENT, UNDATED, Column, Row, Sheet, Value, flat, headings
from ycindic.render.forms.csv import cell
from ycindic.render.words.looks import ON_PAPER, URGENT
from ycindic.render.words.numbers import typed
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import lines_of, one_line
from ycindic.text import Text, _
from ycindic.text.catalogue import languages

_ROOM, _WIDE_ROOM = 12, (26, 34)
"""Widths of columns of numbers and words, and of free text in Chinese and English."""
_LONGEST = 32_767
"""Characters that a cell can hold."""
_LINE, _MOST_LINES, _AIR, _HEADED = 15, 20, 3, 22
"""Points of a line, how many a row may have, what stays free below them, and the height of a heading."""
_INDENT = 1
"""Digits that stand free before the words of a cell."""
_MEANINGS: Text = _("Meaning of columns")
_HEADS: tuple[Text, ...] = (_("Column"), _("Called"), _("Unit"), _("Meaning"), _("Empty where"))
"""The last sheet and what stands in it."""
_ENOUGH = 16_384
_NAMING = "xl/workbook.xml"

_ACROSS, _MOST_ACROSS = 200, 4
"""What a lying page holds of columns in small print; a wider sheet repeats its first column on every page, of which it
takes four side by side at most."""
_LONGEST_HEADER = 120
"""Signs at the head of a printed page: the form takes 255, and an ampersand counts twice."""


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[bytes]:
    """The workbook: the sheets for people, then the rows for programs, and what every column of these means."""
    out = BytesIO()
    page = sheet.told(screen)
    book = Book(out, sheet, f"{page.dated}  {one_line(page.title)}".strip(), screen.lang)
    names = list(sheet.chosen(screen))
    rows = list(sheet.rows)
    for leaf in sheet.leaves(screen.lang) if sheet.leaves else ():
        book.leaf(leaf)
    book.rows(sheet, names, rows)
    if any(column.meaning is not SILENT for column in sheet.columns.values()):
        book.meanings(sheet, names)
    book.close()
    yield out.getvalue()


def _sheets(sheet: Sheet[Row]) -> set[str]:
    """The sheets that such a workbook has at most, in any language."""
    leaves = {leaf.name for lang in languages() for leaf in sheet.leaves(lang)} if sheet.leaves else set[str]()
    return {one for lang in languages() for one in (sheet.called(lang), _MEANINGS.in_language(lang))} | leaves


class Book:
    """A workbook with its formats, the same bytes for the same answer; `told` heads each printed page."""

    def __init__(self, out: BytesIO, sheet: Sheet[Row], told: str, lang: str) -> None:
        self.lang = lang
        self.book = xlsxwriter.Workbook(out, {"in_memory": True})
        made = datetime.combine(sheet.as_of or UNDATED, time(), UTC).replace(tzinfo=None)
        title = sheet.told(Screen(lang)).title
        self.book.set_properties({"title": title or sheet.name, "created": made})
        self.dated = told if len(told) <= _LONGEST_HEADER else f"{told[: _LONGEST_HEADER - 1]}…"
        self.head = self.book.add_format({"bold": True, "bottom": 1, "valign": "vcenter", "indent": 1})
        self.title = self.book.add_format({"bold": True, "font_size": 14, "valign": "vcenter"})
        self.text = self.book.add_format({"valign": "top"})
        self.wrapped = self.book.add_format({"text_wrap": True, "valign": "top", "align": "left", "indent": 1})
        self.quoted = self.book.add_format({"valign": "top", "quote_prefix": True})
        self.numbers: dict[str, Format] = {}
        days = DAYS.in_language(lang)
        self.day = self.book.add_format({"num_format": days, "valign": "top", "align": "left", "indent": 1})

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
        top = len(leaf.above)
        page = self.sheet(leaf.name, list(zip(leaf.heads, leaf.rooms, strict=True)), len(leaf.rows), top=top)
        for line, said in enumerate(leaf.above):
            page.write_string(line, 0, said, self.text if line else self.title)
        if leaf.above:  # which heads each printed page itself
            page.set_row(0, _HEADED)
            page.set_header("")
        inside = self.book.add_format({"bold": True, "bg_color": "#E7ECF2", "valign": "vcenter", "indent": 1})
        first, last = top + 1, top + max(len(leaf.rows), 1)
        for line, row in enumerate(leaf.rows, first):
            texts = [
                value if isinstance(value, str) else value.told if isinstance(value, Worded) else "" for value in row
            ]
            if len(row) == 1:
                page.set_row(line, _HEADED)
                page.write_string(line, 0, str(row[0]), inside)
                for place in range(1, len(leaf.heads)):
                    page.write_blank(line, place, None, inside)
                continue
            needed = lines_of(texts, (room - _INDENT for room in leaf.rooms))
            page.set_row(line, _LINE * min(needed, _MOST_LINES) + _AIR)
            for place, value in enumerate(row):
                self.told(page, (line, place), value, heads=isinstance(row, LeafHeads))
        for word, colour in leaf.colours.items() if leaf.coloured is not None else ():
            self._coloured(page, leaf.coloured or 0, (first, last), word, colour)
            if colour in URGENT:
                self._beside(page, leaf.coloured or 0, (first, last), word, colour)
        across = sum(leaf.rooms) - _INDENT
        for line, said in enumerate(leaf.below, last + 2):
            page.merge_range(line, 0, line, len(leaf.heads) - 1, said, self.wrapped)
            page.set_row(line, _LINE * lines_of([said], [across]) + _AIR)
        page.print_area(0, 0, last + (len(leaf.below) + 1 if leaf.below else 0), len(leaf.heads) - 1)

    def told(self, page: Worksheet, at: tuple[int, int], value: LeafCell, *, heads: bool = False) -> None:
        """A cell for people, or of the heads of columns."""
        if isinstance(value, Worded):
            page.write_number(*at, float(value.value), self.worded(value))
        elif value == "":
            page.write_blank(*at, None, self.wrapped)
        elif isinstance(value, str):
            page.write_string(*at, value, self.head if heads else self.wrapped)
        elif isinstance(value, date):
            page.write_datetime(*at, datetime.combine(value, time()), self.day)
        else:
            self.write(page, at, value)

    def _beside(self, page: Worksheet, place: int, rows: tuple[int, int], word: str, colour: str) -> None:
        """The first column coloured by the word in another one of its row."""
        from xlsxwriter.utility import xl_col_to_name

        look = self.book.add_format({"font_color": URGENT[colour], "bold": True})
        rule = {"type": "formula", "criteria": f'=${xl_col_to_name(place)}{rows[0] + 1}="{word}"', "format": look}
        page.conditional_format(rows[0], 0, rows[1], 0, rule)

    def sheet(self, name: str, heads: Sequence[tuple[str, int]], rows: int, *, top: int = 0) -> Worksheet:
        """A sheet with a frozen header below `top` lines, that filters, its columns as wide as they are told."""
        found = self.book.add_worksheet(name)
        for place, (head, room) in enumerate(heads):
            found.write_string(top, place, head, self.head)
            found.set_column(place, place, room)
        found.set_row(top, _HEADED)
        found.freeze_panes(top + 1, 1)
        found.autofilter(top, 0, top + max(rows, 1), len(heads) - 1)
        found.set_landscape()
        found.set_paper(9)
        found.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        found.set_header(f"&L{self.dated.replace('&', '&&')}")
        found.set_footer("&R&P")
        found.repeat_rows(0, top)
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
        page = self.sheet(sheet.called(self.lang), heads, len(rows))
        for line, row in enumerate(rows, 1):
            for place, (value, column) in enumerate(flat(columns, row)):
                self.write(page, (line, place), value, _pattern(column, row))
        places = [head for head, _ in heads]
        for name, column in zip(names, columns, strict=True):
            for word, colour in column.colours.items():
                self._coloured(page, places.index(name), (1, max(len(rows), 1)), word, colour)

    def _coloured(self, page: Worksheet, place: int, rows: tuple[int, int], word: str, colour: str) -> None:
        if colour not in ON_PAPER:
            return
        ink, ground = ON_PAPER[colour]
        look = self.book.add_format({"font_color": ink, "bg_color": ground})
        rule: dict[str, object] = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
        if word in ("true", "false"):  # an empty cell is equal to false
            from xlsxwriter.utility import xl_col_to_name

            cell_ = f"{xl_col_to_name(place)}{rows[0] + 1}"
            rule = {"type": "formula", "criteria": f"=AND(ISLOGICAL({cell_}),{cell_}={word.upper()})", "format": look}
        page.conditional_format(rows[0], place, rows[1], place, rule)

    def meanings(self, sheet: Sheet[Row], names: Sequence[str]) -> None:
        """What every column means."""
        told = [(head, sheet.columns[name]) for name in names for head in headings(name, sheet.columns[name])]
        told = [(head, column) for head, column in told if column.meaning is not SILENT]
        heads = zip((one.in_language(self.lang) for one in _HEADS), _MEANING_ROOMS, strict=True)
        page = self.sheet(_MEANINGS.in_language(self.lang), list(heads), len(told))
        for line, (head, column) in enumerate(told, 1):
            texts = (column.label, column.unit, column.meaning, column.empty)
            for place, text in enumerate((head, *(one.in_language(self.lang) for one in texts))):
                page.write_string(line, place, text, self.wrapped)


_MEANING_ROOMS = (22, 22, 14, 60, 48)


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


def is_earlier(file: BinaryIO, sheet: Sheet[Row]) -> bool:
    """A workbook of ours that nobody has saved since: others begin it otherwise, or list the sheets first."""
    with (
        suppress(OSError, TooBig, *BROKEN_FILE),
        archive_in(file.read(MOST_BYTES)) as book,
        open_part(book, _NAMING) as inside,
    ):
        names = book.namelist()
        if names[0].startswith("[") and names.index("xl/worksheets/sheet1.xml") < names.index(_NAMING):
            found = {*re.findall(r'<sheet name="([^"]+)"', inside.read(_ENOUGH).decode("utf-8", "replace"))}
            return any(sheet.called(lang) in found for lang in languages()) and found <= _sheets(sheet)
    return False
