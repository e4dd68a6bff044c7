"""The form for eyes: tables as wide as the screen, with what stands around them. rich lives here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO, Generic

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from ycindic.render.answers.sheet import Fold, Group, Note, Page, Row, Sheet
from ycindic.render.forms import batches
from ycindic.render.forms.earlier import HEAD, are_headings, dates_pattern, is_titled
from ycindic.render.forms.page import GAP, Ruled, drawn_pieces, one_line_words
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import wrapped

_NARROWEST = 16
_WIDEST = 44
"""Cells of a column of free text, at least and at most."""
LEAST = 4
_TITLE = 5
"""A title that finds no room in one line takes no more lines than this."""
Pieces = Iterator[RenderableType | Ruled]


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[str]:
    """The whole page; rows that come one by one, without end, are several tables, each under its headings."""
    if sheet.first and not (screen.columns or screen.wide):
        yield sheet.first(screen)
        return
    page = sheet.told(screen)
    if page.unread:
        return
    if isinstance(sheet.rows, Sequence):
        yield drawn_pieces(_page(sheet, page, screen), screen, bounded=False)
        return
    for group in page.groups:
        for rows in batches(group.rows):
            yield drawn_pieces([_Table(sheet, [Group(rows)], screen).ruled(0)], screen, bounded=False)


def _page(sheet: Sheet[Row], page: Page[Row], screen: Screen) -> Pieces:
    if page.title:
        yield Text.assemble((page.title, "bold"), f"  {page.dated}")
    yield from (packed(items, screen) for items in page.lines)
    if page.counts is not None:
        yield packed([one.told for one in page.counts], screen)
    shown: Mapping[str, int] = {}
    table = _Table(sheet, page.groups, screen)
    for place, group in enumerate(page.groups):
        if page.apart:
            table = _Table(sheet, [group], screen)
        if page.title or place:
            yield Text("")
        yield from _group(group, table, 0 if page.apart else place, screen, header=page.apart or not shown)
        shown = shown or (table.widths if table.cells_of(0 if page.apart else place) else {})
    yield from _foot(page.notes, table.widths, screen)


def packed(items: Sequence[str], screen: Screen, between: str = " · ", *, style: str = "") -> Text:
    """Items one after the other, none of them broken as long as it fits on a line."""
    lines: list[str] = []
    for item in items:
        longer = f"{lines[-1]}{between}{item}" if lines else item
        if lines and cell_len(longer) <= screen.width:
            lines[-1] = longer
        else:
            lines.append(item)
    return Text("\n".join(lines), style=style)


def _group(group: Group[Row], table: _Table[Row], place: int, screen: Screen, *, header: bool) -> Pieces:
    if group.heading:
        yield one_line_words(group.heading, "bold")
    if table.cells_of(place) or not group.heading:
        yield table.ruled(place, header=header)
    yield from (_folded(one, screen) for one in group.folded)
    if group.total is not None:
        yield Padding(packed(group.total, screen, style="dim"), (0, 0, 0, 2))


def _folded(fold: Fold, screen: Screen) -> Text:
    line = Text("\n".join(wrapped(f"{fold.mark}{fold.many}{fold.names}", screen.width)))
    line.stylize(fold.colour, 0, len(fold.mark))
    return line


def _foot(notes: Sequence[Note], shown: Mapping[str, int], screen: Screen) -> Pieces:
    """What is to do, then how to read it; what is said of a column where the column is shown."""
    mine = [note for note in notes if note.on != "page" and (not note.column or note.column in shown)]
    for dim in (False, True):
        some = [note for note in mine if note.dim is dim]
        if some:
            yield Text("")
        for note in some:
            yield packed(note.items, screen, "  ", style="dim") if dim else _wrapped(note, screen)


def _wrapped(note: Note, screen: Screen) -> Text:
    return Text("\n".join(line for item in note.items for line in wrapped(item, screen.width)))


class _Table(Generic[Row]):
    """Groups of rows under the same columns; each cell is made once: it is measured before it is drawn."""

    def __init__(self, sheet: Sheet[Row], groups: Sequence[Group[Row]], screen: Screen) -> None:
        self._sheet, self._screen = sheet, screen
        self._groups = [list(group.rows) for group in groups]
        self._made: dict[str, list[list[str]]] = {}
        self.widths = self._widths()

    def cells_of(self, place: int) -> list[Row]:
        """The rows of a group."""
        return self._groups[place]

    def _column(self, name: str) -> list[list[str]]:
        if name not in self._made:
            told = self._sheet.cell
            self._made[name] = [[told(name, row, self._screen) for row in rows] for rows in self._groups]
        return self._made[name]

    def ruled(self, place: int, *, header: bool = True) -> Ruled:
        """A group as a table."""
        columns = [self._sheet.columns[name] for name in self.widths]
        heads = [one.label.in_language(self._screen.lang) for one in columns] if header else []
        rows = list(zip(*(self._column(name)[place] for name in self.widths), strict=True))
        styles = [[self._style(name, row) for name in self.widths] for row in self._groups[place]]
        right = [not one.left for one in columns]
        return Ruled(list(self.widths.values()), right, heads, rows, styles if self._screen.colour else ())

    def _style(self, name: str, row: Row) -> str:
        column = self._sheet.columns[name]
        if column.tint:
            return column.tint(row)
        return column.colours.get(str(column.value(row)).lower(), "") if column.colours else ""

    def _widths(self) -> dict[str, int]:
        """The columns with their widths: the asked ones, all, or those that find room beside readable free text."""
        screen = self._screen
        names = self._sheet.shown(screen)
        if screen.wide:
            return {name: self._natural(name) for name in names}
        if screen.columns:
            return self._shrunk({name: self._natural(name) for name in names})
        kept = self._fitting(names)
        return self._shrunk({name: kept[name] for name in names if name in kept})

    def _natural(self, name: str) -> int:
        """How wide a column wants to be: as its widest cell, free text up to a readable line."""
        column = self._sheet.columns[name]
        widest = max((cell_len(text) for texts in self._column(name) for text in texts), default=0)
        return max(
            cell_len(column.label.in_language(self._screen.lang)), min(widest, _WIDEST) if column.wraps else widest
        )

    def _fitting(self, names: Sequence[str]) -> dict[str, int]:
        """By rank those that find room with free text at its narrowest; the first never leave."""
        columns = self._sheet.columns
        kept: dict[str, int] = {}
        used = -GAP
        for place, name in enumerate(sorted(names, key=lambda name: columns[name].rank)):
            stays = place < self._sheet.least
            if not stays and self._sheet.spare and not self._says(name):
                continue
            width = self._natural(name)
            need = GAP + (min(width, _NARROWEST) if columns[name].wraps else width)
            if not stays and used + need > self._screen.width:
                if self._sheet.spare:
                    continue
                break
            kept[name] = width
            used += need
        return kept

    def _says(self, name: str) -> bool:
        nothing = {self._sheet.nothing, "-" if self._screen.ascii_only else self._sheet.nothing}
        return any(text not in nothing for texts in self._column(name) for text in texts)

    def _shrunk(self, wide: Mapping[str, int]) -> dict[str, int]:
        """The widths made to fit a screen: columns of free text first, then the widest; folded, never cut."""
        found, room = dict(wide), self._screen.width - GAP * (len(wide) - 1)
        if self._sheet.even:
            return dict(zip(found, evened(list(found.values()), self._screen.width), strict=True))
        free = [name for name in found if self._sheet.columns[name].wraps]
        for shrinkable, floor in ((free, _NARROWEST), (list(found), LEAST)):
            while sum(found.values()) > room:
                name = max(shrinkable, key=lambda one: found[one], default=None)
                if name is None or found[name] <= floor:
                    break
                found[name] -= 1
        return found


def evened(widths: list[int], room: int) -> list[int]:
    """The widths with what is too much taken from the widest together, each counted with the gap behind it."""
    wide = [*(width + GAP for width in widths[:-1]), widths[-1]]
    while (over := sum(wide) - room) > 0 and len({*wide}) > 1:
        second, widest = sorted({*wide})[-2:]
        tied = [place for place, width in enumerate(wide) if width == widest]
        most = min(over, widest - second)
        for number, place in enumerate(tied):
            cut = min(most, round(over / (len(tied) - number)))
            wide[place] -= cut
            over -= cut
    return [*(width - GAP for width in wide[:-1]), wide[-1]]


def is_earlier(file: BinaryIO, sheet: Sheet[Any]) -> bool:
    """A title that ends with its date, or the headings of a list."""
    first = file.read(HEAD).decode("utf-8", "replace").split("\n")
    if is_titled(sheet):
        return re.search(rf"\s(?:{dates_pattern(sheet)})$", "\n".join(first[:_TITLE]), re.MULTILINE) is not None
    return are_headings(re.split(r"\s{2,}", first[0].strip()), sheet)
