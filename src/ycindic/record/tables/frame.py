"""Which rows of a sheet are titles, headings, figures and notes, and which columns hold figures, names and times?

A sheet may hold several tables below each other: each `Block` is one, with the lines above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ycindic.record.grid import Grid
from ycindic.record.tables.names import LEAVE_OUT, Names
from ycindic.record.tables.numbers import Shows, shown_cell
from ycindic.record.tables.said import Role, Said, label
from ycindic.record.tables.units import is_points, table_units
from ycindic.record.tables.vocabulary import (
    ABOUT_COLUMNS,
    COLUMN_WORDS,
    MONTH_COLUMNS,
    NOTES,
    OTHER_DAY,
    QUARTER_COLUMNS,
    RELEASED,
    TIME_WORDS,
    YEAR_COLUMNS,
    plain_word,
)
from ycindic.record.tables.when import When, WrittenAs, exactly

_DEEPEST = 5
"""More lines than this are no heading."""
FIGURES, LABEL, PERIOD, STRANGE = "figures", "label", "period", "?"
_MARKS = (Shows.NUMBER, Shows.BRACKETS, Shows.RANGE, Shows.FORECAST)


class FrameLine(NamedTuple):
    """A text above, between or below the figures, and where it stands."""

    row: int
    column: int
    text: str


class _Head(NamedTuple):
    """One cell of a column's heading, and what it says."""

    row: int
    column: int
    text: str
    says: Said


class FrameColumn(NamedTuple):
    """What stands in a column: figures, labels, times, a column of our files, or what is not understood (`?`).

    `heads` are the cells of its heading, the lowest first.
    """

    place: int
    kind: str
    heads: tuple[_Head, ...] = ()

    @property
    def text(self) -> str:
        """The heading as it is seen, the upper lines first."""
        return " ".join(dict.fromkeys(one.text for one in reversed(self.heads)))


class Block(NamedTuple):
    """One table: the lines above it, its columns, the rows with figures, and lines that stand alone between them."""

    lines: tuple[FrameLine, ...]
    columns: tuple[FrameColumn, ...]
    rows: tuple[int, ...]
    sections: tuple[FrameLine, ...]

    def of(self, kind: str) -> list[FrameColumn]:
        """The columns of a kind."""
        return [one for one in self.columns if one.kind == kind]

    def one(self, kind: str) -> FrameColumn | None:
        """The first column of a kind."""
        return next((one for one in self.columns if one.kind == kind), None)


class _Row(NamedTuple):
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
        return [place for place in self.texts if place not in self.numbers and place not in self.marks]


@lru_cache(maxsize=1 << 15)
def is_number(text: str) -> bool:
    """Whether a cell holds a figure, of whatever kind."""
    return shown_cell(text).kind in _MARKS


@lru_cache(maxsize=1 << 15)
def _is_mark(text: str) -> bool:
    return shown_cell(text).kind is Shows.NONE


def blocks(grid: Grid, names: Names) -> Iterator[Block]:
    """The tables of a sheet, from the top; one with the heading of that before it goes on, below the same titles."""
    rows = _glances(grid)
    before: Block | None = None
    for first, data, last in _cuts(rows, names):
        between = _below_heading(rows[first:data])
        heading = _heading(rows[first : data - between], names)
        above = rows[first : data - between - len(heading)]
        lines = tuple(line for one in above for line in _lines_of(one))
        body = rows[data - between : last]
        over = {place for one in body for place in one.numbers}
        figures = [one for one in body if _has_figures(one, over)]
        kept = {one.row for one in figures}
        sections = tuple(line for one in body if one.row not in kept for line in _lines_of(one))
        columns = tuple(_columns(grid, names, heading, figures))
        found = Block(lines, columns, tuple(one.row for one in figures), sections)
        if before and [one.text for one in before.columns] == [one.text for one in columns]:
            found = found._replace(lines=(*before.lines, *lines))
        before = found
        yield found


def _has_figures(one: _Row, over: set[int]) -> bool:
    """Whether a row of a table has figures, or marks or words where figures stand; a day there signs the table."""
    if one.numbers or (one.marks and one.words):
        return True
    words = [one.texts[place] for place in one.words if place in over]
    signed = all((when := exactly(plain_word(text))) is not None and when.form is WrittenAs.DAY for text in words)
    return one.own > 1 and min(one.texts) not in over and bool(words) and not signed and not _is_line(one)


def _glances(grid: Grid) -> list[_Row]:
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
        numbers = tuple(place for place, text in cells.items() if is_number(text))
        marks = tuple(place for place, text in cells.items() if place not in numbers and _is_mark(text))
        found.append(_Row(row, cells, numbers, marks, own[row], min(cells) - edge))
    return found


def _cuts(rows: Sequence[_Row], names: Names) -> Iterator[tuple[int, int, int]]:
    """Of every table the places of its first line, its first row of figures, and the row behind its last."""
    begin = data = 0
    inside = False
    figures: set[int] = set()
    for place, one in enumerate(rows):
        if not inside:
            if _about_columns(one, names) is None and _is_data(one, rows[begin:place], names):
                data, inside = place, True
        elif _is_heading(one, figures, names) and _goes_on(rows, place, names):
            cut = _above(rows, place, data)
            yield begin, data, cut
            begin, inside = cut, _is_data(one, [], names)
            data = place
            figures = set()
        if inside:
            figures.update(one.numbers, one.marks)
    if inside:
        yield begin, data, len(rows)


def _is_data(one: _Row, above: Sequence[_Row], names: Names) -> bool:
    """Whether a row has figures, and is not a heading made of years or a line that numbers the columns."""
    if _is_line(one) or not (one.numbers or (one.marks and one.words and any(len(row.texts) > 1 for row in above))):
        return False
    if not one.numbers:
        return True
    return not (_is_run_of_times(one, above, names) or _numbers_columns(one))


def _is_run_of_times(one: _Row, above: Sequence[_Row], names: Names) -> bool:
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


def _heads_times(row: _Row) -> bool:
    """Whether a row above has times over several columns already."""
    return sum(exactly(plain_word(text)) is not None for text in row.texts.values()) > 1


def _numbers_columns(one: _Row) -> bool:
    """甲, 乙, 1, 2, 3: a line that numbers the columns."""
    digits = [one.texts[place].strip() for place in one.numbers]
    words = {plain_word(one.texts[place]) for place in one.words}
    return (
        len(digits) > 1
        and digits == [str(n) for n in range(1, len(digits) + 1)]
        and words <= {"甲", "乙", "栏次", "a", "b"}
    )


def _is_heading(one: _Row, figures: Container[int], names: Names) -> bool:
    """Whether a row among figures begins another table: words, of time or basis or a column, where figures stood.

    `figures` are the places of all figures, and marks of none, in the rows before.
    """
    begin = one.texts.get(min(one.texts), "")
    if one.marks or len(one.texts) < 2 or (one.numbers and plain_word(begin) not in COLUMN_WORDS):
        return False
    if _is_line(one) or (_is_name(begin, names) and not _is_over(one, figures)):
        return False
    over = [place for place in one.words if place in figures]
    if one.numbers:
        return _is_run_of_times(one, [], names)
    return len(over) > 0 and any(_heads(one.texts[place], names) for place in over)


def _is_over(one: _Row, figures: Container[int]) -> bool:
    """Whether the first text of a row stands where figures stood."""
    return min(one.texts) in figures


def _heads(text: str, names: Names) -> bool:
    return plain_word(text) in COLUMN_WORDS or not names.said(text).name or names.said(text).known


def _goes_on(rows: Sequence[_Row], place: int, names: Names) -> bool:
    """Whether figures follow a heading within a few rows."""
    return any(_is_data(one, rows[place : place + 1], names) for one in rows[place + 1 : place + 1 + _DEEPEST])


def _above(rows: Sequence[_Row], place: int, least: int) -> int:
    """Where the titles above a heading begin: lines of one text right above it."""
    while place - 1 > least and _alone(rows[place - 1]) and not _is_note(rows[place - 1]):
        place -= 1
    return place


def _alone(one: _Row) -> bool:
    """A row with one text, be it merged over several columns, or a line of what is said of the whole table."""
    return (one.own <= 1 and len(set(one.texts.values())) == 1 and not one.numbers) or _is_line(one)


def _is_note(one: _Row) -> bool:
    return plain_word(next(iter(one.texts.values()))).startswith(NOTES)


def _is_line(one: _Row) -> bool:
    """A row that says something of the whole table: its unit, its date of release, its source."""
    texts = [plain_word(text) for text in one.texts.values()]
    if len(set(texts)) == 1 and len(texts) > 1 and one.own > 1:
        return False
    if one.own <= 2 and OTHER_DAY.search(texts[0]):
        return True
    return any(_says_of_table(text) for text in texts) and len(set(texts)) <= 4


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


def _below_heading(above: Sequence[_Row]) -> int:
    """How many rows of one text stand between a heading of several and the first figures: names without a figure."""
    for count, one in enumerate(reversed(above)):
        if _is_line(one):
            return 0
        if one.own > 1:
            return count
        if one.inside:
            return 0
    return 0


def _heading(above: Sequence[_Row], names: Names) -> list[_Row]:
    """The rows right above the figures that are their heading: from the lowest up, while they are more than a line."""
    found: list[_Row] = []
    for one in reversed(above):
        if _numbers_columns(one):
            found.insert(0, one._replace(texts={}))
        elif (about := _about_columns(one, names)) is not None:
            found.insert(0, one._replace(texts=about))
        elif (
            sum(bool(row.texts) for row in found) == _DEEPEST
            or _is_line(one)
            or (_alone(one) and not _heads_columns(one, names))
        ):
            break
        else:
            found.insert(0, one)
    return found if any(one.texts for one in found) else []


def _about_columns(one: _Row, names: Names) -> dict[int, str] | None:
    """Of a database's line that tells of each column its unit, source or rhythm: the units, as they alone count."""
    if one.own < 2 or one.numbers:
        return None
    kind = ABOUT_COLUMNS.get(plain_word(one.texts[min(one.texts)]))
    others = [text for place, text in one.texts.items() if place > min(one.texts)]
    if kind is None or any(_heads_figures(names, text) for text in others):
        return None
    return (
        {place: f"单位:{text}" for place, text in one.texts.items() if place in one.words[1:]} if kind == "unit" else {}
    )


def _heads_figures(names: Names, text: str) -> bool:
    """Whether a text heads figures by itself: a name, a time that is no day, a word of basis or growth."""
    says = names.said(text)
    return says.known or bool(says.basis or says.role or (says.when and says.when.form is not WrittenAs.DAY))


def _heads_columns(one: _Row, names: Names) -> bool:
    """A single text that is understood, and does not stand at the left edge, heads what is right of it."""
    says = names.said(next(iter(one.texts.values())))
    return one.inside > 0 and (says.known or says.pure)


def _lines_of(one: _Row) -> Iterator[FrameLine]:
    seen = set()
    for place, text in one.texts.items():
        if text not in seen:
            seen.add(text)
            yield FrameLine(one.row, place, text)


def _columns(grid: Grid, names: Names, heading: Sequence[_Row], body: Sequence[_Row]) -> Iterator[FrameColumn]:
    texts = [one.texts for one in heading if one.texts]
    rows = [one.row for one in heading if one.texts]
    figures = False
    for place in range(grid.width):
        heads = tuple(
            _Head(row, column, text.strip(), names.said(text)) for row, column, text in _heads_of(texts, rows, place)
        )
        kind = _kind(place, heads, names, body)
        if kind == PERIOD and figures and not any(plain_word(one.text) in COLUMN_WORDS for one in heads):
            kind = STRANGE
        figures = figures or kind == FIGURES
        yield FrameColumn(place, kind, heads)


def _heads_of(texts: Sequence[dict[int, str]], rows: Sequence[int], place: int) -> Iterator[tuple[int, int, str]]:
    """The cells of a column's heading from the lowest up, none twice.

    A blank in an upper row, above a column that has a heading of its own, is the rest of a merged range:
    spreadsheets save those as text with their first cell only.
    """
    seen: set[str] = set()
    below = False
    for number in range(len(texts) - 1, -1, -1):
        text, at = texts[number].get(place, ""), place
        if not text and below:
            at = max((column for column in texts[number] if column < place), default=-1)
            text = texts[number].get(at, "")
            if at >= 0 and _ends_before(texts[number + 1 :], at, place):
                text = ""
        if text and plain_word(text) not in seen:
            seen.add(plain_word(text))
            yield rows[number], at, text
        below = below or bool(text)


def _ends_before(below: Sequence[dict[int, str]], at: int, place: int) -> bool:
    """A heading that has nothing below it in its own column stands for that column alone, and does not spread."""
    return place > at and not any(at in row for row in below)


def _kind(place: int, heads: Sequence[_Head], names: Names, body: Sequence[_Row]) -> str:
    whole = "".join(plain_word(one.text) for one in reversed(heads))
    words = (whole, *(plain_word(one.text) for one in heads))
    mapped = next((found for word in words if (found := names.column(word))), "")
    named = any(names.mapping.get(word) in names.indicators for word in words)
    kind = mapped or ("" if named else next((COLUMN_WORDS[word] for word in words if word in COLUMN_WORDS), ""))
    if kind == "value":
        return FIGURES
    if kind == "indicator":
        return PERIOD if _all_times(place, body) else LABEL
    if kind:
        return PERIOD if kind == "period" else kind
    if any(OTHER_DAY.search(word) for word in words):
        return LEAVE_OUT
    return _by_content(place, heads, names, body)


def _all_times(place: int, body: Sequence[_Row]) -> bool:
    texts = [plain_word(one.texts[place]) for one in body if place in one.texts]
    return bool(texts) and all(exactly(text) is not None for text in texts)


def _by_content(place: int, heads: Sequence[_Head], names: Names, body: Sequence[_Row]) -> str:
    """What a column is that is not called by one of the known words."""
    filled = [one for one in body if place in one.texts]
    figures = [one for one in filled if place in one.numbers or place in one.marks]
    if not figures and not filled:
        return STRANGE if heads else LEAVE_OUT
    if filled and not (heads and place > 0 and len(figures) == len(filled)) and _all_times(place, filled):
        left = all(place <= min(one.texts) for one in filled)
        if len(figures) < len(filled) or (left and not _says_figures(heads)):
            return PERIOD
    if len(figures) * 2 < len(filled) and not any(one.says.when or one.says.basis for one in heads):
        return LABEL
    return FIGURES if _understood(heads, names) and not _in_points(heads) else STRANGE


def _in_points(heads: Sequence[_Head]) -> bool:
    """Growth in percentage points is the change of a rate, and no rate."""
    return any(one.says.role is Role.RATE for one in heads) and any(is_points(one.says.unit) for one in heads)


def _says_figures(heads: Sequence[_Head]) -> bool:
    return any(one.says.known or one.says.unit or one.says.role for one in heads)


def _understood(heads: Sequence[_Head], names: Names) -> bool:
    """Whether every line of a heading says something of the figures below; several may make one name together."""
    if not heads:
        return True
    if names.said("".join(one.text for one in reversed(heads))).known:
        return True
    return all(one.says.known or one.says.pure for one in heads)


def corner(block: Block) -> Iterator[FrameLine]:
    """What stands above the labels of a table and is no word for them: the year, or the indicator, of all figures."""
    for column in (*block.of(LABEL), *block.of(PERIOD)):
        for one in column.heads:
            if plain_word(one.text) not in COLUMN_WORDS and (one.says.known or one.says.pure):
                yield FrameLine(one.row, one.column, one.text)


def time_of(text: str, column: FrameColumn) -> When | None:
    """The time that a label says; in a column of years, months or quarters a plain number is one."""
    word, bare = plain_word(column.heads[0].text) if column.heads else "", plain_word(text)
    if bare.isdecimal() and len(bare) <= 2:
        number = int(bare)
        if word in MONTH_COLUMNS and 1 <= number <= 12:
            return When(WrittenAs.MONTH, number, number)
        if word in QUARTER_COLUMNS and 1 <= number <= 4:
            return When(WrittenAs.QUARTER, number * 3 - 2, number * 3)
        return None
    if word in YEAR_COLUMNS | TIME_WORDS or not bare.isdecimal() or len(bare) != 5:
        return exactly(bare)
    return None
