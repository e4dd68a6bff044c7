"""How does foreign text stand on one line, so that nothing in it acts on the screen?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

_JOINERS = "\u200c\u200d"
"""They make one emoji of several and write Persian; they move nothing."""


def one_line(text: str) -> str:
    """The text with blanks of every kind as one space, and what cannot be seen as its escape.

    Control characters could drive a terminal and direction marks could turn a line around.
    """
    if text.isprintable():
        return text
    return "".join(map(_safe, text))


def a_line_each(found: Iterable[str]) -> str:
    """Texts as lines of their own: nothing foreign in one of them begins another."""
    return "".join(f"{one_line(one)}\n" for one in found)


def _safe(one: str) -> str:
    if one in _JOINERS:
        return one
    return " " if one.isspace() else escaped(one)


def escaped(text: str) -> str:
    """The text on one line with all that cannot be printed as its escape, blanks too: they may be what is wrong."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in text)


def shortened(text: str, most: int = 60) -> str:
    """Foreign text cut, with a mark, where it is longer than so many characters."""
    return text if len(text) <= most else f"{text[:most]}…"


def width(text: str) -> int:
    """How many cells a text takes on a terminal, near enough to line up words without rich."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@cache
def _cells(one: str) -> int:
    from unicodedata import category, combining, east_asian_width

    if one.isascii():
        return 1
    if "\U000e0000" <= one <= "\U000e0fff":
        return len("\\U000e0000")  # tags and selectors leave the process as their escape
    if combining(one) or category(one) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(one) in "WF" else 1


def padded(text: str, cells: int) -> str:
    """The text filled up with spaces to a width."""
    return text + " " * (cells - width(text))


_NARROW, _BROAD = " .,:;'!|/()[]-ijlftrI", "mwMW%@"
"""Letters that are printed about two thirds, and one and a half times, as wide as a digit."""
_RESERVE = Decimal("1.05")
"""By how much one program's letters may be wider than another's."""


def lines_of(texts: Iterable[str], rooms: Iterable[int]) -> int:
    """How many lines a row of cells needs where no program works that out when it opens a file; rooms in digits."""
    needed = (
        sum(max(1, -(-width(line) // cells)) for line in wrapped(text, cells))
        for text, room in zip(texts, rooms, strict=True)
        for cells in [_cells_in(text, room)]
    )
    return max(1, max(needed, default=1))


def _cells_in(text: str, room: int) -> int:
    """How many cells of a text a room holds in print, where letters are not all equally wide."""
    narrow, broad = (sum(map(text.count, letters)) for letters in (_NARROW, _BROAD))
    printed = width(text) - Decimal(narrow) / 3 + Decimal(broad) / 2
    return max(1, int(room * width(text) / (printed * _RESERVE))) if printed > 0 else room


_OPEN, _CLOSE = frozenset("([“‘（《「『【〔"), frozenset(")]”’）》」』】〕，。、；：？！%％")


def _pieces(text: str) -> Iterator[str]:
    """What no line's end may tear: a word of Latin letters, a number with the character after it (10月), a Chinese
    character; each after the brackets that open before it, and with the punctuation and blanks that follow.
    """
    begin = 0
    for place, (before, after) in enumerate(pairwise(text), 1):
        if _may_end(before, after):
            yield text[begin:place]
            begin = place
    yield text[begin:]


def _may_end(before: str, after: str) -> bool:
    if after.isspace() or before.isspace():
        return not after.isspace()
    if before in _OPEN or after in _CLOSE or after == "(":  # 三(四) is the name of a section
        return False
    return not before.isdigit() if _is_wide(after) else _is_wide(before)


def _is_wide(one: str) -> bool:
    return "\u2e80" <= one <= "\uffff"


_FARTHER_IN = "  "


def wrapped(text: str, room: int) -> list[str]:
    """The text in lines of so many cells, broken at blanks and between Chinese characters."""
    said = one_line(text)
    if width(said) <= room:
        return [said.strip()] if said.strip() else []
    lines: list[str] = []
    for piece in _pieces(said):
        if lines and width((lines[-1] + piece).rstrip()) <= room:
            lines[-1] += piece
        elif piece.strip():
            lines.append(piece)
    return [line.rstrip() for line in lines]


def longest_word(text: str) -> int:
    """How many cells the longest piece takes that no line breaks."""
    return max((width(piece.strip()) for piece in _pieces(one_line(text))), default=0)


def hanging(text: str, room: int) -> list[str]:
    """A line of its own in a room; what goes on stands farther in than it began."""
    if width(text) <= room:
        return [text]
    begun = " " * (len(text) - len(text.lstrip()))
    first, *more = wrapped(text, room - len(begun) - len(_FARTHER_IN)) or [""]
    return [f"{begun}{first.lstrip()}", *(f"{begun}{_FARTHER_IN}{line}" for line in more)]
