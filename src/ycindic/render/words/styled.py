"""How do words with a colour become lines of a screen, without a library? Each line knows its room in cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from ycindic.render.words.visible import width, wrapped

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "magenta": "35", "cyan": "36"}


class Span(NamedTuple):
    """Words of one look; `style` names colours and weights as the table of looks does, such as `bold red`."""

    text: str
    style: str = ""


Line = Sequence[Span]


class Cell(NamedTuple):
    """What stands in a column of a row: its words, which wrap, its look, whether it stands to the right."""

    text: str
    style: str = ""
    right: bool = False


def drawn(lines: Iterable[Line], *, colour: bool) -> str:
    """The lines as text; no blank ends a line."""
    return "".join(f"{_line(line, colour=colour)}\n" for line in lines)


def _line(line: Line, *, colour: bool) -> str:
    if not colour:
        return "".join([span.text for span in line]).rstrip()
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    codes = ";".join(_CODES[word] for word in span.style.split())
    return f"\x1b[{codes}m{span.text}\x1b[0m" if codes and span.text else span.text


def paragraph(text: str, room: int, *, first: int = 0, indent: int = 0, style: str = "") -> list[Line]:
    """A text in lines of a room, the first and the others each set in by so many cells."""
    found = wrapped(text, room - max(first, indent))
    return [[Span(" " * (indent if number else first) + one, style)] for number, one in enumerate(found)]


def _broken(word: str, room: int) -> Iterator[str]:
    """A word that is wider than its column, in pieces."""
    kept = ""
    for char in word:
        if width(kept + char) > room:
            yield kept
            kept = ""
        kept += char
    yield kept


def row(cells: Sequence[Cell], widths: Sequence[int], gap: int) -> list[Line]:
    """A row of a table in as many lines as its fullest cell needs."""
    blanks = [Span(" " * room, cell.style) for cell, room in zip(cells, widths, strict=True)]
    columns = [_column(cell, room) for cell, room in zip(cells, widths, strict=True)]
    between, lines = Span(" " * gap), list[Line]()
    for line in zip_longest(*columns) if any(columns) else [blanks]:
        spans = [span for one, blank in zip(line, blanks, strict=True) for span in (one or blank, between)]
        lines.append(spans[:-1])
    return lines


def _column(cell: Cell, room: int) -> list[Span]:
    """A cell in its lines, each as wide as the column."""
    found = []
    for line in wrapped(cell.text, room):
        spare = room - width(line)
        if spare < 0:
            found += [_span_of(piece, cell, room - width(piece)) for piece in _broken(line, room)]
        else:
            found.append(_span_of(line, cell, spare))
    return found


def _span_of(line: str, cell: Cell, spare: int) -> Span:
    blank = " " * spare
    return Span(blank + line if cell.right else line + blank, cell.style)
