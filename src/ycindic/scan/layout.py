"""Which lines belong together, which are headings, and in which part of the report does a paragraph stand?"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ycindic.scan.text import Stretch, filled_lines, gathered, narrowed

_LONGEST_PARAGRAPH = 200_000
"""A paragraph is cut here at the latest, between two lines."""
_ENDS = frozenset("。！？；!?;:")
_CLOSERS = frozenset('”」』’"》)]】')
_GOES_ON = frozenset("、,，。；;：:)）”》%")
HEADING_MARK = re.compile(
    r"\s*(?=[一二三四五六七八九十(（第0-9—\-●◆■★▲])(?:(?P<part>[一二三四五六七八九十]{1,3})[、.．]|[(（](?P<sub>[一二三四五六七八九十]{1,3})[)）][、.]?"
    r"|第(?P<nth>[一二三四五六七八九十]{1,3})(?:部分|章)|(?P<low>第[一二三四五六七八九十]{1,2}[、,]|"
    r"[0-9]{1,2}[、.．](?![0-9])|——|[-●◆■★▲])"
    r")\s*"
)
_GAP = re.compile(r"[^\S\n](?<=[^\s。！？；!?;].)[^\S\n]{3,}+(?=[^\s0-9][^\s]{7})")
"""So wide a gap inside a sentence stands between two columns of a page."""
_LONGEST_HEADING = 60
_SOFT_FROM = 28
"""A line of this length that ends without a full stop goes on in the next one."""


class Paragraph(NamedTuple):
    """Lines that read as one, whether they are a heading, and whether two columns seem to run together in them."""

    stretch: Stretch
    heading: bool
    columns: bool = False

    @property
    def text(self) -> str:
        """Its characters that count."""
        return self.stretch.text


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a text in order; a line end inside a sentence, a word or a number joins."""
    plain = narrowed(text)
    width = _wrapped_at(plain)
    parts: list[tuple[int, str]] = []
    size = 0
    for start, line in filled_lines(plain):
        if line.isspace():
            continue
        if parts and (size > _LONGEST_PARAGRAPH or not _goes_on(parts, size, line, width)):
            yield _paragraph(parts, width)
            parts, size = [], 0
        parts.append((start, line))
        size += len(line)
    if parts:
        yield _paragraph(parts, width)


def _paragraph(parts: list[tuple[int, str]], width: int) -> Paragraph:
    stretch = gathered(parts)
    line = parts[0][1]
    heading = len(parts) == 1 and _like_heading(line.strip(), width)
    blanks = len(stretch.at) > len(parts)
    return Paragraph(stretch, heading, blanks and any(_GAP.search(line) for _, line in parts))


def _like_heading(line: str, width: int) -> bool:
    if not line or len(line) > _LONGEST_HEADING or line[-1] in "。；;，,、" or (width and len(line) >= width):
        return False
    return HEADING_MARK.match(line) is not None or (len(line) <= _SOFT_FROM + 4 and line[-1] not in _ENDS)


def _goes_on(parts: list[tuple[int, str]], size: int, line: str, width: int) -> bool:
    """Whether a line belongs to the paragraph before it."""
    last = parts[-1][1].rstrip()
    text = line.lstrip()
    if not last or not text:
        return True
    if last[-1] in _ENDS or (last[-1] in _CLOSERS and last[-2:-1] in _ENDS):
        return False
    if text[0] in _GOES_ON:
        return True
    if HEADING_MARK.match(text):
        return False
    if len(parts) == 1 and _like_heading(last, width) and HEADING_MARK.match(last):
        return False
    if last[-1].isdigit() and text[0].isdigit():
        return size >= 12
    return len(last) >= width if width else size >= _SOFT_FROM


def _wrapped_at(text: str) -> int:
    """The length from which on a line of a hard-wrapped text is a full one; 0 where the text is not wrapped."""
    counts: Counter[int] = Counter()
    size = 0
    for _, line in filled_lines(text[:200_000]):
        stripped = line.strip()
        size += len(stripped)
        if len(stripped) >= 12 and stripped[-1] not in _ENDS:
            counts[len(stripped)] += 1
    if not counts:
        return 0
    near = range(-2, 3)
    common = max(counts, key=lambda one: sum(counts[one + off] for off in near))
    full = sum(counts[common + off] for off in near)
    return max(10, common - 6) if full >= 5 and full * common >= 0.4 * size and common <= 120 else 0
