"""How do words with a colour become lines of a screen, without a library? Each line knows its room in cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ycindic.render.words.visible import width, wrapped

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "magenta": "35", "cyan": "36"}


class Span(NamedTuple):
    """Words of one look; `style` names colours and weights as the table of looks does, such as `bold red`."""

    text: str
    style: str = ""


Line = Sequence[Span]


class StyledCell(NamedTuple):
    """What stands in a column of a row: its words, which wrap, its look, whether it stands to the right."""

    text: str
    style: str = ""
    right: bool = False


def drawn_lines(lines: Sequence[Line], *, colour: bool) -> str:
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
    found = _folded(text, room - max(first, indent))
    return [[Span(" " * (indent if number else first) + one, style)] for number, one in enumerate(found)]


def packed(items: Iterable[str], room: int, between: str = " · ", *, indent: int = 0, style: str = "") -> list[Line]:
    """Items one after the other, none of them broken as long as it fits on a line."""
    lines: list[str] = []
    for item in items:
        longer = f"{lines[-1]}{between}{item}" if lines else item
        if lines and width(longer) <= room - indent:
            lines[-1] = longer
        else:
            lines.append(item)
    return [one for line in lines for one in paragraph(line, room, first=indent, indent=indent, style=style)]


def _folded(text: str, room: int) -> Iterator[str]:
    """The text in lines of a room; a word that is wider than that is broken."""
    for line in wrapped(text, room):
        if width(line) <= room:
            yield line
            continue
        kept = ""
        for char in line:
            if width(kept + char) > room:
                yield kept
                kept = ""
            kept += char
        yield kept


def row(cells: Sequence[StyledCell], widths: Sequence[int], gap: int) -> list[Line]:
    """A row of a table in as many lines as its fullest cell needs."""
    pieces = [_in_room(cell, room) for cell, room in zip(cells, widths, strict=True)]
    between = Span(" " * gap)
    lines: list[Line] = []
    for number in range(max(map(len, pieces))):
        spans: list[Span] = []
        for cell, piece, room in zip(cells, pieces, widths, strict=True):
            spans += [piece[number] if number < len(piece) else Span(" " * room, cell.style), between]
        lines.append(spans[:-1])
    return lines


def _in_room(cell: StyledCell, room: int) -> list[Span]:
    """What stands in a cell, in lines that fill its room."""
    text, style, right = cell
    blank = room - width(text)
    if blank < 0:
        return [span for line in _folded(text, room) for span in _in_room(StyledCell(line, style, right), room)]
    return [Span(" " * blank + text if right else text + " " * blank, style)]
