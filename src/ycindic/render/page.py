"""How does a page for eyes become text? As wide as the screen, in colour only where it is wanted. rich lives here."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ycindic.render.report import Screen
from ycindic.render.visible import one_line

GAP = 2


UNBOUNDED = 10_000
"""Room for tables whose columns are as wide as they were made, however narrow the screen."""


def drawn(pieces: Iterable[RenderableType], screen: Screen, *, bounded: bool = True) -> str:
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
        console.print(piece, width=screen.width if bounded or not isinstance(piece, Table) else None)
    page = out.getvalue()
    return page if screen.colour else "\n".join(line.rstrip() for line in page.split("\n"))


def words(foreign: str, style: str = "") -> Text:
    """Any text as words on one line, none of them taken for markup or for a command."""
    return Text(one_line(foreign), style)


def grid(headings: Iterable[str], rows: Iterable[Iterable[Text]]) -> Table:
    """A plain table under headings; a cell that finds no room goes on in the next line."""
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    for heading in headings:
        table.add_column(words(heading), overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table
