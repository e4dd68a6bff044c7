"""Which characters of a text count, and where does each of them stand in the text as it was given?"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_PIECE = re.compile(
    r"[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x1f\x7f-\x9f\ufff9-\ufffd\ud800-\udfff]+"
)
_FAR_DIGITS = re.compile(r"[0-9][^\S\n]+[0-9]")
_ONE_DIGIT = re.compile(r"(?<![0-9.])[0-9](?:[ \t\u3000]{1,3}[0-9])+(?![0-9])(?:[ \t\u3000]{1,3}\.?[0-9](?![0-9]))*")
_KEEP = frozenset("…ⅠⅡⅢⅣⅤ①②③④⑤⑥⑦⑧⑨⑩")


class Stretch(NamedTuple):
    """A run of characters that count, put together, with the places where each piece of it stands in the original."""

    text: str
    at: tuple[int, ...]
    original: tuple[int, ...]

    def place(self, index: int) -> int:
        """Where a character stands in the text as it was given."""
        piece = bisect_right(self.at, index) - 1
        return self.original[piece] + index - self.at[piece]

    def after(self, index: int) -> int:
        """Where the original goes on behind the character before `index`."""
        return self.place(index - 1) + 1 if index else self.place(0)


def narrowed(text: str) -> str:
    """The text with full-width and compatibility forms made plain, character for character: no place is moved."""
    table = {}
    for char in set(text):
        if char > "\x7f" and char not in _KEEP:
            plain = unicodedata.normalize("NFKC", char)
            if plain != char and len(plain) == 1:
                table[ord(char)] = plain
    return text.translate(table) if table else text


def filled_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold anything, each with the place of its first character; any of Unicode's line ends ends one."""
    for match in _LINE.finditer(text):
        yield match.start(), match.group()


def gathered(parts: list[tuple[int, str]]) -> Stretch:
    """Put the lines of a paragraph together without the blanks and the invisible characters between and inside them.

    Between two figures that stand apart as in a table one blank stays, so that they do not become one number; figures
    that were spaced out one by one (4 9 2 5 0) do become one.
    """
    out: list[str] = []
    at: list[int] = []
    original: list[int] = []
    length = 0
    for start, line in parts:
        apart = _FAR_DIGITS.search(line) is not None
        spaced = [match.span() for match in _ONE_DIGIT.finditer(line)] if apart else []
        last = -1
        for piece in _PIECE.finditer(line):
            text, place = piece.group(), piece.start()
            if last >= 0 and _keeps_apart(line, last, place, spaced):
                out.append(" ")
                at.append(length)
                original.append(start + last)
                length += 1
            out.append(text)
            at.append(length)
            original.append(start + place)
            length += len(text)
            last = piece.end()
    return Stretch("".join(out), tuple(at), tuple(original))


def _keeps_apart(line: str, end: int, start: int, spaced: list[tuple[int, int]]) -> bool:
    """Whether a blank between two pieces says something: between figures, and between Latin words."""
    before, behind = line[end - 1], line[start]
    if not (before.isascii() and behind.isascii() and before.isalnum() and behind.isalnum()):
        return False
    return not any(low < start < high for low, high in spaced) or not (before.isdigit() and behind.isdigit())
