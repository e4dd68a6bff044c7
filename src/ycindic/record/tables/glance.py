"""What is a row of a sheet at a glance: a title, a heading, figures, a note, a line about the table?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from functools import lru_cache
from typing import NamedTuple

from ycindic.record.grid import Grid
from ycindic.record.tables.names import Names
from ycindic.record.tables.numbers import Shows, shown_cell
from ycindic.record.tables.said import label
from ycindic.record.tables.units import is_counted, is_unit, table_units
from ycindic.record.tables.vocabulary import (
    ABOUT_COLUMNS,
    COLUMN_WORDS,
    FORM_LABEL,
    NOTES,
    OTHER_DAY,
    RELEASED,
    plain_word,
)
from ycindic.record.tables.when import When, WrittenAs, exactly

DEEPEST_HEADING = 5
"""More lines than this are no heading."""
_MARKS = (Shows.NUMBER, Shows.BRACKETS, Shows.RANGE, Shows.FORECAST)


class SheetRow(NamedTuple):
    """A row at a glance: its texts by column, which of them are numbers or marks of no figure, how many are its own.

    `inside` is how far its first text stands from the table's left edge.
    """

    row: int
    texts: dict[int, str]
    numbers: tuple[int, ...]
    marks: tuple[int, ...]
    own: int
    inside: int = 0

    @property
    def words(self) -> list[int]:
        """The columns of what is neither."""
        return [place for place in self.texts if place not in self.numbers and place not in self.marks]


@lru_cache(maxsize=1 << 15)
def is_number(text: str, words: frozenset[str] = frozenset()) -> bool:
    """Whether a cell holds a figure, of whatever kind."""
    return shown_cell(text, words).kind in _MARKS


@lru_cache(maxsize=1 << 15)
def _is_mark(text: str) -> bool:
    return shown_cell(text).kind is Shows.NONE


def glances(grid: Grid, units: frozenset[str]) -> list[SheetRow]:
    """The rows of a sheet that hold anything, merged cells spread out; a number may have one of the units behind it."""
    texts: dict[int, dict[int, str]] = {}
    own: Counter[int] = Counter()
    for (row, column), text in sorted(grid.filled.items()):
        if text.strip():
            texts.setdefault(row, {})[column] = text
    for row, _ in grid.cells:
        own[row] += 1
    found = []
    edge = min((min(cells) for cells in texts.values()), default=0)
    for row, cells in texts.items():
        numbers = tuple(place for place, text in cells.items() if is_number(text, units))
        marks = tuple(place for place, text in cells.items() if place not in numbers and _is_mark(text))
        found.append(SheetRow(row, cells, numbers, marks, own[row], min(cells) - edge))
    return found


def is_data(one: SheetRow, above: Sequence[SheetRow], names: Names) -> bool:
    """Whether a row has figures, and is not a heading made of years or a line that numbers the columns."""
    if is_line(one) or not (one.numbers or (one.marks and one.words and any(len(row.texts) > 1 for row in above))):
        return False
    if not one.numbers:
        return True
    return not (_is_run_of_times(one, above, names) or numbers_columns(one))


def _is_run_of_times(one: SheetRow, above: Sequence[SheetRow], names: Names) -> bool:
    """A heading such as 指标, 2022, 2023, 2024: years or months, none twice, and no name before them."""
    whens = [_bare_time(one.texts[place]) for place in one.numbers]
    if not all(whens) or len(set(whens)) < len(whens) or one.marks:
        return False
    if any(_heads_times(row) for row in above):
        return False
    first = one.texts.get(min(one.texts), "")
    if min(one.texts) in one.numbers:
        return len(whens) > 1 and not any(len(row.texts) > 1 for row in above)
    heads = plain_word(first) in COLUMN_WORDS or bool(names.column(first))
    return heads or (len(whens) > 1 and not _is_name(first, names))


def _is_name(text: str, names: Names) -> bool:
    """Whether a label, with or without its number in a list, names an indicator."""
    return names.said(text).known or names.said(label(text).text).known


def _bare_time(text: str) -> When | None:
    when = exactly(plain_word(text))
    return when if when and when.form is not WrittenAs.DAY and (when.year or 0) >= 1949 else None


def _heads_times(row: SheetRow) -> bool:
    """Whether a row above has times over several columns already."""
    return sum(exactly(plain_word(text)) is not None for text in row.texts.values()) > 1


def numbers_columns(one: SheetRow) -> bool:
    """甲, 乙, 1, 2, 3: a line that numbers the columns."""
    digits = [one.texts[place].strip() for place in one.numbers]
    words = {plain_word(one.texts[place]) for place in one.words}
    return (
        len(digits) > 1
        and digits == [str(n) for n in range(1, len(digits) + 1)]
        and words <= {"甲", "乙", "栏次", "a", "b"}
    )


def is_heading(one: SheetRow, figures: Container[int], names: Names) -> bool:
    """Whether a row among figures begins another table: words, of time or basis or a column, where figures stood.

    `figures` are the places of all figures, and marks of none, in the rows before.
    """
    begin = one.texts.get(min(one.texts), "")
    if one.marks or len(one.texts) < 2 or (one.numbers and plain_word(begin) not in COLUMN_WORDS):
        return False
    if is_line(one) or (_is_name(begin, names) and min(one.texts) not in figures):
        return False
    over = [place for place in one.words if place in figures]
    if one.numbers:
        return _is_run_of_times(one, [], names)
    return len(over) > 0 and any(_heads(one.texts[place], names) for place in over)


def _heads(text: str, names: Names) -> bool:
    return plain_word(text) in COLUMN_WORDS or not names.said(text).name or names.said(text).known


def goes_on(rows: Sequence[SheetRow], place: int, names: Names) -> bool:
    """Whether figures follow a heading within a few rows."""
    return any(is_data(one, rows[place : place + 1], names) for one in rows[place + 1 : place + 1 + DEEPEST_HEADING])


def title_above(rows: Sequence[SheetRow], place: int, least: int) -> int:
    """Where the titles above a heading begin: lines of one text right above it."""
    while place - 1 > least and stands_alone(rows[place - 1]) and not _is_note(rows[place - 1]):
        place -= 1
    return place


def stands_alone(one: SheetRow) -> bool:
    """A row with one text, be it merged over several columns, or a line of what is said of the whole table."""
    return (one.own <= 1 and len(set(one.texts.values())) == 1 and not one.numbers) or is_line(one)


def _is_note(one: SheetRow) -> bool:
    return plain_word(next(iter(one.texts.values()))).startswith(NOTES)


def is_line(one: SheetRow) -> bool:
    """A row that says something of the whole table: its unit, its date of release, its source."""
    texts = [plain_word(text) for text in one.texts.values()]
    if len(set(texts)) == 1 and len(texts) > 1 and one.own > 1:
        return False
    if one.own <= 2 and OTHER_DAY.search(texts[0]):
        return True
    if not one.numbers and _tells_of_form(texts):
        return True
    return any(_says_of_table(text) for text in texts) and len(set(texts)) <= 4


def _tells_of_form(texts: Sequence[str]) -> bool:
    """Whether a label is filled in, as no column's heading is, or all texts are such labels."""
    labels = [match for text in texts if (match := FORM_LABEL.match(text))]
    return any(match.end() < len(match.string) for match in labels) or len(labels) == len(texts)


def _says_of_table(text: str) -> bool:
    if text in COLUMN_WORDS:
        return False
    return bool(table_units(text)) or is_dated(text) or text.startswith(NOTES[:9])


def label_of_day(text: str) -> str:
    """What stands before the first figure of a plain text."""
    return re.split(r"\d", text, maxsplit=1)[0]


def is_dated(text: str) -> bool:
    """Whether a plain text tells when a table was released, printed, updated or retrieved."""
    before = label_of_day(text)
    return bool(RELEASED.search(before) or OTHER_DAY.search(before)) and (before != text or text.endswith(":"))


def about_columns(one: SheetRow, names: Names) -> dict[int, str] | None:
    """Of a database's line that tells of each column its unit, source or rhythm: the units, as they alone count."""
    if one.own < 2 or any(not is_counted(one.texts[place], names.units) for place in one.numbers):
        return None
    kind = ABOUT_COLUMNS.get(plain_word(one.texts[min(one.texts)]))
    others = [text for place, text in one.texts.items() if place > min(one.texts)]
    units = kind == "unit" and all(is_unit(text, names.units) for text in others)
    if kind is None or (not units and any(_heads_figures(names, text) for text in others)):
        return None
    return (
        {place: f"单位:{text}" for place, text in one.texts.items() if place > min(one.texts)} if kind == "unit" else {}
    )


def _heads_figures(names: Names, text: str) -> bool:
    """Whether a text heads figures by itself: a name, a time that is no day, a word of basis or growth."""
    says = names.said(text)
    return says.known or bool(says.basis or says.role or (says.when and says.when.form is not WrittenAs.DAY))


def heads_columns(one: SheetRow, names: Names) -> bool:
    """A single text that is understood, and does not stand at the left edge, heads what is right of it."""
    says = names.said(next(iter(one.texts.values())))
    return one.inside > 0 and (says.known or says.pure)
