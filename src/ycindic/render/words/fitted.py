"""How do rows of cells stand in a room without a torn word or formula? Side by side, else each row stacked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ycindic.render.words.styled import Line, Span, StyledCell, packed, paragraph, row
from ycindic.render.words.visible import longest_word, one_line, width

_APART, _BELOW, _EASY = 2, 4, 20
"""Cells between two columns, before what is stacked, and of a column of words that is easily read."""


def fitted(rows: Sequence[Sequence[Span]], room: int, *, whole: Collection[int] = (), heads: int = 1) -> list[Line]:
    """Rows under each other in columns, of which those that are `whole` are not broken; empty ones take no room.

    Where that does not fit each row is stacked: its first cells, `heads` of them, on a line, the others below.
    """
    if not rows:
        return []
    texts = [[one_line(cell.text) for cell in cells] for cells in rows]
    used = [place for place, column in enumerate(zip(*texts, strict=True)) if any(column)]
    wants = [max(width(cells[place]) for cells in texts) for place in used]
    words = [max(_EASY, *(longest_word(cells[place]) for cells in texts)) for place in used]
    least = [want if place in whole else min(want, word) for place, want, word in zip(used, wants, words, strict=True)]
    spare = room - _APART * (len(used) - 1)
    if sum(least) > spare:
        return [line for cells in rows for line in _stacked(cells, room, heads)]
    while sum(wants) > spare:
        wants[max(range(len(wants)), key=lambda place: (wants[place] > least[place], wants[place]))] -= 1
    return [
        line
        for some, cells in zip(texts, rows, strict=True)
        for line in row([StyledCell(some[place], cells[place].style) for place in used], wants, _APART)
    ]


def _stacked(cells: Sequence[Span], room: int, heads: int) -> Iterator[Line]:
    between = " " * _APART
    first = between.join(cell.text for cell in cells[:heads] if cell.text)
    yield from paragraph(first, room, indent=_BELOW)
    rest = [cell.text for cell in cells[heads:] if cell.text]
    if width(between.join(rest)) <= room - _BELOW:
        rest = [between.join(rest)]
    for text in rest:
        yield from formula_lines(text, room, indent=_BELOW)


def formula_lines(text: str, room: int, *, indent: int = 0) -> list[Line]:
    """A formula in lines that end before a sign of calculation outside of brackets; any other text by its words."""
    return packed([text] if width(text) <= room - indent else _terms(text), room, " ", indent=indent)


_SIGNS = frozenset("÷×−+=")


def _terms(formula: str) -> Iterator[str]:
    """What a formula is made of outside of brackets, each with the sign before it."""
    term, open_ = list[str](), 0
    for word in formula.split(" "):
        if term and not open_ and word in _SIGNS:
            yield " ".join(term)
            term = []
        term.append(word)
        open_ += word.count("(") - word.count(")")
    yield " ".join(term)
