"""Which characters of a text count, and where does each of them stand in the text as it was given?"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_UNSEEN = (
    r"\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    r"\ufff9-\ufffd\ud800-\udfff"
)
"""What nobody sees, the line ends not counted."""
_BLANK = re.compile(f"[{_UNSEEN}]")
_UNUSUAL = re.compile(f"[{_UNSEEN}]|[^\x00-\x7f\u2014\u2018-\u201d\u3001\u3002\u4e00-\u9fff]")
"""What may have to be written another way: no Chinese word, and none of the marks that stand everywhere."""
_PIECE = re.compile(r"\S+")
_FAR_DIGITS = re.compile(r"[0-9][^\S\n]+[0-9]")
_ONE_DIGIT = re.compile(r"(?<![0-9.])[0-9](?:[ \t\u3000]{1,3}[0-9](?![0-9]))++(?:[ \t\u3000]{1,3}\.?[0-9](?![0-9]))*+")
_KEEP = frozenset("…ⅠⅡⅢⅣⅤ①②③④⑤⑥⑦⑧⑨⑩")


class Stretch(NamedTuple):
    """A run of characters that count, put together, with the places where each piece of it stands in the original."""

    text: str
    at: Sequence[int]
    original: Sequence[int]

    def place(self, index: int) -> int:
        """Where a character stands in the text as it was given."""
        piece = bisect_right(self.at, index) - 1
        return self.original[piece] + index - self.at[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where some characters, at least one, begin and end in the text as it was given."""
        if len(self.at) == 1:
            return self.original[0] + start, self.original[0] + end
        return self.place(start), self.place(end - 1) + 1

    def after(self, index: int) -> int:
        """Where the original goes on behind the character before `index`."""
        return self.place(index - 1) + 1 if index else self.place(0)


class Lines:
    """The lines of a text as it was given; its line ends are looked for when the first place is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends: array[int] | None = None

    def at(self, place: int) -> tuple[int, int]:
        """The line and the column of a place, both from 1."""
        if self._ends is None:
            self._ends = array("Q", (found.start() for found in re.finditer("\n", self._text)))
        line = bisect_left(self._ends, place)
        return line + 1, place - (self._ends[line - 1] if line else -1)


def narrowed(text: str) -> str:
    """The text with full-width and compatibility forms made plain and a blank for what nobody sees.

    Character for character: no place is moved.
    """
    found: set[str] = set()
    for start in range(0, len(text), _BLOCK):
        found.update(_UNUSUAL.findall(text, start, start + _BLOCK))
    table = {char: other for char in found if (other := _plain(char)) != char}
    if len(table) > _FEW:
        return text.translate({ord(char): other for char, other in table.items()})
    for char, other in table.items():
        text = text.replace(char, other)
    return text


_BLOCK = 100_000
"""So many characters are looked at at once, which takes little memory."""
_FEW = 40
"""So many characters are replaced one after the other sooner than all of them in one pass."""


def _plain(char: str) -> str:
    if _BLANK.match(char):
        return " "
    other = char if char in _KEEP else unicodedata.normalize("NFKC", char)
    return other if len(other) == 1 else char


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
    at = array("Q")
    original = array("Q")
    length = 0
    for start, line in parts:
        apart = len(line.split(None, 1)) > 1 and _FAR_DIGITS.search(line) is not None
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
    return Stretch("".join(out), at, original)


def _keeps_apart(line: str, end: int, start: int, spaced: list[tuple[int, int]]) -> bool:
    """Whether a blank between two pieces says something: between figures, and between Latin words."""
    before, behind = line[end - 1], line[start]
    if not (before.isascii() and behind.isascii() and before.isalnum() and behind.isalnum()):
        return False
    return not any(low < start < high for low, high in spaced) or not (before.isdigit() and behind.isdigit())
