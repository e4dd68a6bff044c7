"""The form for eyes: tables as wide as the screen, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO, Generic

from ycindic.render.answers.blocks import below_rows
from ycindic.render.answers.sheet import Column, Group, Note, Page, Row, Sheet
from ycindic.render.forms import batches
from ycindic.render.forms.earlier import HEAD, are_headings, dates_pattern, is_titled
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, StyledCell, drawn_lines, packed, paragraph, row
from ycindic.render.words.visible import longest_word, width
from ycindic.text import _

_GAP = 2
"""Cells between two columns."""
_NARROWEST = 16
_WIDEST = 44
"""Cells of a column of free text, at least and at most."""
_LEAST = 4
_LONGEST_WORD = 30
_LONGEST_TERM = 14
"""So short a cell of a column that is no free text stays on one line: a date, a verdict, a number with its unit."""
_TITLE = 5
"""A title that finds no room in one line takes no more lines than this."""


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[str]:
    """The whole page; rows that come one by one, without end, are several tables, each under its headings."""
    if sheet.drawn and not (screen.columns or screen.wide):
        yield sheet.drawn(screen)
        return
    page = sheet.told(screen)
    if page.unread:
        return
    if isinstance(sheet.rows, Sequence):
        yield drawn_lines(list(_page(sheet, page, screen)), colour=screen.colour)
        return
    for group in page.groups:
        for rows in batches(group.rows):
            yield drawn_lines(list(_Table(sheet, [Group(rows)], screen).ruled(0)), colour=screen.colour)


def _page(sheet: Sheet[Row], page: Page[Row], screen: Screen) -> Iterator[Line]:
    if page.title:
        yield from packed([page.title, page.dated], screen.width, "  ", style="bold")
    for items in page.lines:
        yield from packed(items, screen.width)
    if page.counts is not None:
        yield from packed([one.told for one in page.counts], screen.width)
    shown: Mapping[str, int] = {}
    table = _Table(sheet, page.groups, screen)
    for place, group in enumerate(page.groups):
        if page.apart:
            table = _Table(sheet, [group], screen)
        if page.title or place:
            yield []
        yield from _group(group, table, 0 if page.apart else place, screen, header=page.apart or not shown)
        shown = shown or (table.widths if table.cells_of(0 if page.apart else place) else {})
    yield from _foot(page.notes, table.widths, screen)


def _group(group: Group[Row], table: _Table[Row], place: int, screen: Screen, *, header: bool) -> Iterator[Line]:
    if group.heading:
        yield from paragraph(group.heading, screen.width, style="bold")
    if table.cells_of(place) or not group.heading:
        yield from table.ruled(place, header=header)
    yield from below_rows(group, screen)


def _foot(notes: Sequence[Note], shown: Mapping[str, int], screen: Screen) -> Iterator[Line]:
    """What is to do, then how to read it; what is said of a column where the column is shown."""
    mine = [note for note in notes if note.on != "page" and (not note.column or note.column in shown)]
    for dim in (False, True):
        some = [note for note in mine if note.dim is dim]
        if some:
            yield []
        for note in some:
            if dim:
                yield from packed(note.items, screen.width, "  ", style="dim")
            else:
                yield from (line for item in note.items for line in paragraph(item, screen.width))


class _Table(Generic[Row]):
    """Groups of rows under the same columns; each cell is made once: it is measured before it is drawn."""

    def __init__(self, sheet: Sheet[Row], groups: Sequence[Group[Row]], screen: Screen) -> None:
        self._sheet, self._screen = sheet, screen
        self._groups = [list(group.rows) for group in groups]
        self._made: dict[str, list[list[str]]] = {}
        self.widths = self._widths()
        self._below_each_other = not screen.wide and any(map(self._breaks, self.widths))

    def cells_of(self, place: int) -> list[Row]:
        """The rows of a group."""
        return self._groups[place]

    def _column(self, name: str) -> list[list[str]]:
        if name not in self._made:
            told = self._sheet.cell
            self._made[name] = [[told(name, row, self._screen) for row in rows] for rows in self._groups]
        return self._made[name]

    def ruled(self, place: int, *, header: bool = True) -> Iterator[Line]:
        """A group as a table; as lists where a column has no room for its words."""
        if self._below_each_other:
            yield from self._lists(place)
            return
        columns, widths = [self._sheet.columns[name] for name in self.widths], list(self.widths.values())
        if header:
            heads = (StyledCell(one.label.in_language(self._screen.lang), "bold", not one.left) for one in columns)
            yield from row(list(heads), widths, _GAP)
        texts = zip(*(self._column(name)[place] for name in self.widths), strict=True)
        for one, told in zip(self._groups[place], texts, strict=True):
            cells = [
                StyledCell(text, _style(column, one), not column.left)
                for column, text in zip(columns, told, strict=True)
            ]
            yield from row(cells, widths, _GAP)

    def _breaks(self, name: str) -> bool:
        """Whether a word or a number finds no room in its column; an address has none anywhere."""
        room, label = self.widths[name], self._sheet.columns[name].label.in_language(self._screen.lang)
        if room >= self._natural(name):
            return False
        texts = [text for texts in self._column(name) for text in texts]
        if any(room < longest_word(text) <= _LONGEST_WORD for text in (label, *texts)):
            return True
        return not self._sheet.columns[name].wraps and any(room < width(text) <= _LONGEST_TERM for text in texts)

    def _lists(self, place: int) -> Iterator[Line]:
        """Each row of a group as a list of what its columns tell, under its name."""
        lang, first = self._screen.lang, "name" if "name" in self.widths else next(iter(self.widths))
        heads = {name: self._sheet.columns[name].label for name in self.widths if name != first}
        for number in range(len(self._groups[place])):
            yield from paragraph(self._column(first)[place][number], self._screen.width, style="bold")
            told = ((label, self._column(name)[place][number]) for name, label in heads.items())
            items = [_("{about}: {said}", about=label, said=text).in_language(lang) for label, text in told if text]
            yield from packed(items, self._screen.width, " " * _GAP, indent=_GAP)

    def _widths(self) -> dict[str, int]:
        """The columns with their widths: the asked ones, all, or those that find room beside readable free text."""
        screen = self._screen
        names = self._sheet.shown(screen)
        if screen.wide:
            return {name: self._natural(name) for name in names}
        if screen.columns:
            return self._shrunk({name: self._natural(name) for name in names})
        return self._shrunk(self._fitting(names))

    def _natural(self, name: str) -> int:
        """How wide a column wants to be: as its widest cell, free text up to a readable line."""
        column = self._sheet.columns[name]
        widest = max((width(text) for texts in self._column(name) for text in texts), default=0)
        return max(width(column.label.in_language(self._screen.lang)), min(widest, _WIDEST) if column.wraps else widest)

    def _fitting(self, names: Sequence[str]) -> dict[str, int]:
        """The first ones, as many as find room with free text at its narrowest; some never leave."""
        kept: dict[str, int] = {}
        used = -_GAP
        for place, name in enumerate(names):
            natural = self._natural(name)
            used += _GAP + (min(natural, _NARROWEST) if self._sheet.columns[name].wraps else natural)
            if place >= self._sheet.least and used > self._screen.width:
                break
            kept[name] = natural
        return kept

    def _shrunk(self, wide: Mapping[str, int]) -> dict[str, int]:
        """The widths made to fit a screen: columns of free text first, then the widest; folded, never cut."""
        found, room = dict(wide), self._screen.width - _GAP * (len(wide) - 1)
        if self._sheet.even:
            return dict(zip(found, _evened(list(found.values()), self._screen.width), strict=True))
        free = [name for name in found if self._sheet.columns[name].wraps]
        for shrinkable, floor in ((free, _NARROWEST), (list(found), _LEAST)):
            while sum(found.values()) > room:
                name = max(shrinkable, key=lambda one: found[one], default=None)
                if name is None or found[name] <= floor:
                    break
                found[name] -= 1
        return found


def _style(column: Column[Row], shown: Row) -> str:
    """The colour of a cell: that of its row, or of its own word."""
    if column.tint:
        return column.tint(shown)
    return column.colours.get(str(column.value(shown)).lower(), "") if column.colours else ""


def _evened(widths: list[int], room: int) -> list[int]:
    """The widths with what is too much taken from the widest together, each counted with the gap behind it."""
    wide = [*(one + _GAP for one in widths[:-1]), widths[-1]]
    while (over := sum(wide) - room) > 0 and len({*wide}) > 1:
        second, widest = sorted({*wide})[-2:]
        tied = [place for place, one in enumerate(wide) if one == widest]
        most = min(over, widest - second)
        for number, place in enumerate(tied):
            cut = min(most, round(over / (len(tied) - number)))
            wide[place] -= cut
            over -= cut
    return [*(one - _GAP for one in wide[:-1]), wide[-1]]


def is_earlier(file: BinaryIO, sheet: Sheet[Row]) -> bool:
    """A title that ends with its date, or the headings of a list."""
    first = file.read(HEAD).decode("utf-8", "replace").split("\n")
    if is_titled(sheet):
        return re.search(rf"\s(?:{dates_pattern(sheet)})$", "\n".join(first[:_TITLE]), re.MULTILINE) is not None
    return are_headings(re.split(r"\s{2,}", first[0].strip()), sheet)
