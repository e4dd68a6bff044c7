"""What stands around one figure?"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from ycindic.scan.figures import Figure

FARTHEST = 160
"""No clause of a report reaches farther from its figure: so the time stays linear where a text has no commas."""
_LONGEST = 1200
"""A sentence is cut here at the latest, for the same reason."""
EDGES = ",:;。!?"
EDGE = re.compile(f"[{EDGES}]")
_STOP = re.compile(r"[。;!?:](?:(?<!:)|(?=[一第][是要]))")


class Sentence:
    """A sentence of a paragraph: from one full stop to the next, semicolons included."""

    __slots__ = ("_edges", "end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self._edges: list[int] | None = None

    @property
    def edges(self) -> list[int]:
        """Where its clauses end."""
        if self._edges is None:
            self._edges = [self.start + found.start() for found in EDGE.finditer(self.text)]
        return self._edges


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a paragraph."""
    start = 0
    for match in chain(_STOP.finditer(text), (None,)):
        end = match.end() if match else len(text)
        while end - start > _LONGEST:
            yield Sentence(text[start : start + _LONGEST], start, start + _LONGEST)
            start += _LONGEST
        if start < end:
            yield Sentence(text[start:end], start, end)
        start = end


class Seen:
    """A figure with its surroundings, all of one sentence; looked up only as far as a rule asks.

    `worded`: the text writes its figures in words, so that 六家 counts as 6家 does elsewhere.
    """

    def __init__(self, text: str, figure: Figure, sentence: Sentence, quoted: str, *, worded: bool = False) -> None:
        self.text, self.figure, self.sentence, self.quoted, self.worded = text, figure, sentence, quoted, worded
        low = self.low = sentence.start
        self.high = sentence.end
        own, start, bare, end = sentence.text, figure.start - low, figure.bare - low, figure.end - low
        self.before = own[max(0, start - 14) : start]
        self.after = own[end : end + 14]
        self.tail = own[bare : bare + 8]
        self._clause: tuple[int, int] | None = None

    @property
    def clause(self) -> tuple[int, int]:
        """The clause: between commas, a 、 not counted."""
        if self._clause is None:
            self._clause = self._between_commas()
        return self._clause

    def _between_commas(self) -> tuple[int, int]:
        edges, place = self.sentence.edges, self.figure.start
        low, high = max(self.low, place - FARTHEST), min(self.high, self.figure.end + FARTHEST)
        before, after = bisect_left(edges, place), bisect_left(edges, self.figure.end)
        begin = max(low, edges[before - 1] + 1) if before else low
        return begin, min(high, edges[after]) if after < len(edges) else high

    @property
    def lead(self) -> str:
        """The clause before the figure."""
        return self.text[self.clause[0] : self.figure.start]

    @property
    def rest(self) -> str:
        """The clause behind the figure and its unit."""
        return self.text[self.figure.end : self.clause[1]]

    @property
    def number(self) -> str:
        """The figure as it is printed, with its unit."""
        return self.text[self.figure.start : self.figure.end]
