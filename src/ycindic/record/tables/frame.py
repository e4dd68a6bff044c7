"""Where in a sheet does a table begin and end, and which of its columns hold figures, names and times?

A sheet may hold several tables below each other: each `Block` is one, with the lines above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ycindic.record.grid import Grid
from ycindic.record.tables.glance import (
    DEEPEST_HEADING,
    SheetRow,
    about_columns,
    glances,
    goes_on,
    heads_columns,
    is_data,
    is_heading,
    is_line,
    numbers_columns,
    stands_alone,
    title_above,
)
from ycindic.record.tables.names import LEAVE_OUT, Names
from ycindic.record.tables.plan_share import is_plan_share
from ycindic.record.tables.said import Role, Said
from ycindic.record.tables.units import is_points, split
from ycindic.record.tables.vocabulary import (
    COLUMN_WORDS,
    MONTH_COLUMNS,
    OTHER_DAY,
    QUARTER_COLUMNS,
    TIME_WORDS,
    YEAR_COLUMNS,
    plain_word,
)
from ycindic.record.tables.when import When, WrittenAs, exactly, times

FIGURES, LABEL, PERIOD, PLAN_SHARE, STRANGE = "figures", "label", "period", "plan share", "?"


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
    def of_names(self) -> bool:
        """Whether the heading says that names of indicators stand below."""
        return any(COLUMN_WORDS.get(plain_word(one.text)) == "indicator" for one in self.heads)

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


def blocks(grid: Grid, names: Names) -> Iterator[Block]:
    """The tables of a sheet, from the top; one with the heading of that before it goes on, below the same titles."""
    rows = glances(grid, names.units)
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


def _has_figures(one: SheetRow, over: set[int]) -> bool:
    """Whether a row of a table has figures, or marks or words where figures stand; a day there signs the table."""
    if one.numbers or (one.marks and one.words):
        return True
    words = [one.texts[place] for place in one.words if place in over]
    signed = all((when := exactly(plain_word(text))) is not None and when.form is WrittenAs.DAY for text in words)
    return one.own > 1 and min(one.texts) not in over and bool(words) and not signed and not is_line(one)


def _cuts(rows: Sequence[SheetRow], names: Names) -> Iterator[tuple[int, int, int]]:
    """Of every table the places of its first line, its first row of figures, and the row behind its last."""
    begin = data = 0
    inside = False
    figures: set[int] = set()
    for place, one in enumerate(rows):
        if not inside:
            if about_columns(one, names) is None and is_data(one, rows[begin:place], names):
                data, inside = place, True
        elif is_heading(one, figures, names) and goes_on(rows, place, names):
            cut = title_above(rows, place, data)
            yield begin, data, cut
            begin, inside = cut, is_data(one, [], names)
            data = place
            figures = set()
        if inside:
            figures.update(one.numbers, one.marks)
    if inside:
        yield begin, data, len(rows)


def _below_heading(above: Sequence[SheetRow]) -> int:
    """How many rows of one text stand between a heading of several and the first figures: names without a figure."""
    for count, one in enumerate(reversed(above)):
        if is_line(one):
            return 0
        if one.own > 1:
            return count
        if one.inside:
            return 0
    return 0


def _heading(above: Sequence[SheetRow], names: Names) -> list[SheetRow]:
    """The rows right above the figures that are their heading: from the lowest up, while they are more than a line."""
    found: list[SheetRow] = []
    for one in reversed(above):
        if numbers_columns(one):
            found.insert(0, one._replace(texts={}))
        elif (about := about_columns(one, names)) is not None:
            found.insert(0, one._replace(texts=about))
        elif (
            sum(bool(row.texts) for row in found) == DEEPEST_HEADING
            or is_line(one)
            or (stands_alone(one) and not heads_columns(one, names))
        ):
            break
        else:
            found.insert(0, one)
    return found if any(one.texts for one in found) else []


def _lines_of(one: SheetRow) -> Iterator[FrameLine]:
    seen = set()
    for place, text in one.texts.items():
        if text not in seen:
            seen.add(text)
            yield FrameLine(one.row, place, text)


def _columns(grid: Grid, names: Names, heading: Sequence[SheetRow], body: Sequence[SheetRow]) -> Iterator[FrameColumn]:
    texts = [one.texts for one in heading if one.texts]
    rows = [one.row for one in heading if one.texts]
    figures = False
    found: list[FrameColumn] = []
    for place in range(grid.width):
        heads = tuple(
            _Head(row, column, text.strip(), names.said(text)) for row, column, text in _heads_of(texts, rows, place)
        )
        kind = _kind(place, heads, names, body)
        if kind == PERIOD and figures and not any(plain_word(one.text) in COLUMN_WORDS for one in heads):
            kind = STRANGE
        figures = figures or kind == FIGURES
        found.append(FrameColumn(place, kind, heads))
    so_far = any(one.says.basis for column in found if column.kind == FIGURES for one in column.heads)
    for column in found:  # beside a sum so far Month may head what came in the month, be it 9 or 12
        doubtful = so_far and column.kind == PERIOD and column.place > 0 and _numbers_alone(column, body)
        yield column._replace(kind=STRANGE) if doubtful else column


def _numbers_alone(column: FrameColumn, body: Sequence[SheetRow]) -> bool:
    """Whether a column has nothing but numbers of one or two digits."""
    texts = [plain_word(one.texts[column.place]) for one in body if column.place in one.texts]
    return all(text.isdecimal() and len(text) <= 2 for text in texts)


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


def _kind(place: int, heads: Sequence[_Head], names: Names, body: Sequence[SheetRow]) -> str:
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
        return kind if kind != "period" else PERIOD if _tells_times(place, heads, body) else STRANGE
    if any(OTHER_DAY.search(word) for word in words):
        return LEAVE_OUT
    if not named and any(_is_plan_share(one) for one in heads) and not names.said(whole).known:
        return PLAN_SHARE
    return _by_content(place, heads, names, body)


def _is_plan_share(head: _Head) -> bool:
    """Whether a heading that names no indicator is one of shares of the year's plan."""
    unit = split(head.says.unit)[1]
    return not head.says.known and unit in ("", "%") and is_plan_share(head.text)


def _all_times(place: int, body: Sequence[SheetRow]) -> bool:
    texts = [plain_word(one.texts[place]) for one in body if place in one.texts]
    return bool(texts) and all(exactly(text) is not None for text in texts)


def _tells_times(place: int, heads: Sequence[_Head], body: Sequence[SheetRow]) -> bool:
    """Whether a column called by a word of time is one of times: figures of the month may be headed `Month` alone."""
    column = FrameColumn(place, PERIOD, tuple(heads))
    texts = [one.texts[place] for one in body if place in one.texts]
    told = sum(bool(time_of(text, column) or next(times(plain_word(text)), None)) for text in texts)
    return told * 2 >= len(texts)


def _by_content(place: int, heads: Sequence[_Head], names: Names, body: Sequence[SheetRow]) -> str:
    """What a column is that is not called by one of the known words."""
    filled = [one for one in body if place in one.texts]
    figures = [one for one in filled if place in one.numbers or place in one.marks]
    if not figures and not filled:
        return STRANGE if heads else LEAVE_OUT
    if filled and not (heads and place > 0 and len(figures) == len(filled)) and _all_times(place, filled):
        left = all(place <= min(one.texts) for one in filled)
        says_figures = any(one.says.known or one.says.unit or one.says.role for one in heads)
        if len(figures) < len(filled) or (left and not says_figures):
            return PERIOD
    if len(figures) * 2 < len(filled) and not any(one.says.when or one.says.basis for one in heads):
        return LABEL
    return FIGURES if _understood(heads, names) and not _in_points(heads) else STRANGE


def _in_points(heads: Sequence[_Head]) -> bool:
    """Growth in percentage points is the change of a rate, and no rate."""
    return any(one.says.role is Role.RATE for one in heads) and any(is_points(one.says.unit) for one in heads)


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
