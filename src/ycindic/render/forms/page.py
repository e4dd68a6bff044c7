"""How does a page for eyes become text? As wide as the screen, in colour only where it is wanted. rich lives here."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import one_line


def drawn_pieces(pieces: Iterable[RenderableType], screen: Screen) -> str:
    """The pieces one under the other; no markup is read in them, and no blank ends a line without colour."""
    out = StringIO()
    console = Console(
        file=out,
        width=screen.width,
        force_terminal=screen.colour,
        no_color=not screen.colour,
        color_system="standard" if screen.colour else None,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
    for piece in pieces:
        console.print(piece)
    page = out.getvalue()
    return page if screen.colour else "\n".join(line.rstrip() for line in page.split("\n"))


def one_line_words(foreign: str, style: str = "") -> Text:
    """Any text as words on one line, none of them taken for markup or for a command."""
    return Text(one_line(foreign), style)
