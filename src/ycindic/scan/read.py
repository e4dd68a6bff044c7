"""What does a text state? Every figure and every promise without one, in order."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from ycindic.scan.cues import Cue
from ycindic.scan.figures import figures
from ycindic.scan.finding import Confidence, Finding
from ycindic.scan.implied import first_spoken
from ycindic.scan.layout import HEADING_MARK, Paragraph, paragraphs
from ycindic.scan.outline import NOTES_PART, PLAN_PART, SPAN_PART, Outline, report_year
from ycindic.scan.seen import sentences
from ycindic.scan.statement import QUOTED, Statements
from ycindic.scan.text import Lines
from ycindic.scan.turns import follow

_REACH = 6
"""So many phrases are carried over a semicolon."""


def _title(sentence: str) -> str:
    """The words of a heading without its mark, or the first ones of the sentence that a section begins with."""
    mark = HEADING_MARK.match(sentence)
    bare = sentence[mark.end() :] if mark else sentence
    return re.split(r"[,。:;!]", bare.lstrip(":;"), maxsplit=1)[0][:24] or bare[:24] or sentence[:24]


class Marks:
    """Where the sections of a report begin, noted while it is read."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.labels: list[str] = []
        self.titles: dict[str, str] = {}

    def note(self, start: int, label: str) -> None:
        """From here on the section is another one."""
        if not self.labels or self.labels[-1] != label:
            self.starts.append(start)
            self.labels.append(label)

    def section(self, start: int) -> str:
        """The section that a place stands in."""
        index = bisect_right(self.starts, start) - 1
        return self.labels[index] if index >= 0 else ""


def scan(text: str, *, weak: bool = False, marks: Marks | None = None) -> Iterator[Finding]:
    """Everything that a text states in figures, the promises without one, the names that hold numbers; in order.

    With `weak` mere directions (提升能源利用效率) are targets, too, of low confidence. The same text gives the same
    findings; the time is linear in its length. Every number stands in one finding.
    """
    stream = paragraphs(text)
    opening = list(islice(stream, _OPENING))
    current = report_year(opening)
    headed = _plan_has_heading(opening, current)
    outline = Outline(current)
    worded = text.count("百分之") > text.count("%") + text.count("％")
    lines = Lines(text)
    for paragraph in chain(opening, stream):
        outline.enter(paragraph)
        yield from _paragraph(paragraph, outline, lines, marks, headed=headed, weak=weak, worded=worded)


_OPENING = 50_000
"""So many paragraphs tell the year and the headings, more than a report has; longer texts take no more memory."""


def _plan_has_heading(found: Iterable[Paragraph], current: int | None) -> bool:
    trial = Outline(current)
    return any(trial.enter(one).kind in (PLAN_PART, SPAN_PART) for one in found)


def _paragraph(
    paragraph: Paragraph, outline: Outline, lines: Lines, marks: Marks | None, *, headed: bool, weak: bool, worded: bool
) -> Iterator[Finding]:
    text = paragraph.text
    stream = figures(text)
    figure = next(stream, None)
    quotes = [match.span() for match in QUOTED.finditer(text)] if figure else []
    before: list[str] = []
    carried: list[Cue] = []
    for sentence in sentences(text):
        own = []
        while figure is not None and figure.start < sentence.end:
            own.append(figure)
            figure = next(stream, None)
        if not paragraph.heading:
            follow(outline, sentence.text, headed=headed)
        if marks is not None:
            marks.note(paragraph.stretch.place(sentence.start), outline.part.place)
            if outline.part.place not in marks.titles:
                marks.titles[outline.part.place] = _title(sentence.text)
        spoken = None if outline.part.kind is NOTES_PART else first_spoken(text, sentence, weak=weak)
        if own or spoken is not None:
            statements = Statements(paragraph, sentence, outline.part, outline.year, lines)
            statements.spoken, statements.quotes = spoken, quotes
            statements.weak, statements.worded = weak, worded
            statements.before, statements.carried = before, carried
            yield from _in_columns(statements.all(own)) if paragraph.columns else statements.all(own)
            goes_on = sentence.text.endswith(";")
            before = statements.before[-_REACH:] if goes_on else []
            carried = statements.named_years() if goes_on else []


def _in_columns(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Whose words stand beside a figure is not known where two columns run together: such a reading is doubtful."""
    for one in findings:
        yield one._replace(confidence=Confidence.LOW, reason="columns")
