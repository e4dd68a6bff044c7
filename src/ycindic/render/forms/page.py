"""How does a page for eyes become text? As wide as the screen, in colour only where it is wanted. rich lives here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import NamedTuple

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console, RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import one_line

GAP = 2


UNBOUNDED = 10_000
"""Room for tables whose columns are as wide as they were made, however narrow the screen."""


class Ruled(NamedTuple):
    """A table without lines, its columns as wide as they were made; a cell that finds no room goes on below.

    rich takes half a millisecond for a row of such a table, because it measures what is known here already.
    `heads` are empty for a table that goes on; `styles` are the colours of the cells, row by row.
    """

    widths: Sequence[int]
    right: Sequence[bool]
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    styles: Sequence[Sequence[str]] = ()

    def lines(self, console: Console, *, colour: bool) -> Iterator[str]:
        """The table as text, a line at a time."""
        if self.heads:
            yield from self._row(self.heads, console, ["bold"] * len(self.heads) if colour else [])
        for number, row in enumerate(self.rows):
            yield from self._row(row, console, self.styles[number] if colour and self.styles else [])

    def _row(self, cells: Sequence[str], console: Console, styles: Sequence[str]) -> Iterator[str]:
        pieces = [
            [text] if cell_len(text) <= width and "\n" not in text else _folded(text, width, console)
            for text, width in zip(cells, self.widths, strict=True)
        ]
        for line in range(max(map(len, pieces), default=0)):
            told = []
            for place, (piece, width, right) in enumerate(zip(pieces, self.widths, self.right, strict=True)):
                text = piece[line] if line < len(piece) else ""
                blank = " " * (width - cell_len(text))
                filled = blank + text if right else text + blank
                style = styles[place] if place < len(styles) else ""
                told.append(Style.parse(style).render(filled, color_system=ColorSystem.STANDARD) if style else filled)
            yield f"{(' ' * GAP).join(told)}\n"


def _folded(text: str, width: int, console: Console) -> list[str]:
    return [line.plain.rstrip() for line in Text(text).wrap(console, width, overflow="fold")]


def drawn_pieces(pieces: Iterable[RenderableType | Ruled], screen: Screen, *, bounded: bool = True) -> str:
    """The pieces one under the other; no markup is read in them, and no blank ends a line without colour.

    Tables that are not `bounded` by the screen keep the widths of their columns; the rest still wraps.
    """
    out = StringIO()
    console = Console(
        file=out,
        width=screen.width if bounded else UNBOUNDED,
        force_terminal=screen.colour,
        no_color=not screen.colour,
        color_system="standard" if screen.colour else None,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
    for piece in pieces:
        if isinstance(piece, Ruled):
            out.writelines(piece.lines(console, colour=screen.colour))
            continue
        console.print(piece, width=screen.width if bounded or not isinstance(piece, Table) else None)
    page = out.getvalue()
    return page if screen.colour else "\n".join(line.rstrip() for line in page.split("\n"))


def one_line_words(foreign: str, style: str = "") -> Text:
    """Any text as words on one line, none of them taken for markup or for a command."""
    return Text(one_line(foreign), style)
