"""What of the rest fits in a line each: the other sections, longer periods, what is over?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ycindic.domain.assessment import NEED_ACTION, Assessment, Verdict
from ycindic.domain.overview import FoldedAnswers, Overview
from ycindic.domain.period import Period
from ycindic.render.answers.blocks import section_title
from ycindic.render.answers.naming import group_of_years, indicator_name, mark
from ycindic.render.answers.report import Report
from ycindic.render.words import labels
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import short_period
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, Span
from ycindic.render.words.visible import padded, width, wrapped
from ycindic.text import Joined, _, _p


def folds(report: Report, seen: Overview, screen: Screen) -> Iterator[Line]:
    """The other sections, a line each, then what runs longer, what comes, and what is over."""
    lang = screen.lang
    lines: list[tuple[str, FoldedAnswers]] = [
        (section_title(report.plan, str(one.key), lang), one) for one in seen.sections
    ]
    lines += [(short_period(one.key, None, lang), one) for one in seen.spans if isinstance(one.key, Period)]
    for group, rows in ((labels.LATER_YEARS, seen.coming), (labels.PAST_YEARS, seen.past)):
        if rows:
            lines.append((group_of_years(group, rows).in_language(lang), FoldedAnswers("", rows)))
    if not lines:
        return
    yield []
    head = _("Other sections (--all unfolds)")
    yield [Span(head.in_language(lang), "bold")]
    room = min(max(width(name) for name, _ in lines), screen.width // 2 - 4)
    for name, fold in lines:
        told = _told(fold.rows, lang, screen, past=fold.rows is seen.past)
        yield from _beside(name, told, room, screen.width)


def _beside(name: str, told: str, room: int, width_: int) -> Iterator[Line]:
    """A name and beside it what is told of it, in a column of its own."""
    names, texts = wrapped(name, room), wrapped(told, width_ - room - 4)
    for number in range(max(len(names), len(texts))):
        left = names[number] if number < len(names) else ""
        yield [Span(f"  {padded(left, room)}  {texts[number] if number < len(texts) else ''}")]


def _told(rows: Sequence[Assessment], lang: str, screen: Screen, *, past: bool) -> str:
    """How many there are, how they stand, and the names of what is not in order."""
    counts = [(one, sum(row.verdict is one for row in rows)) for one in Verdict]
    told = [_("{word} {number}", word=LOOKS[one].word, number=number) for one, number in counts if number]
    counted = Joined(_p("between short counts", ", "), told)
    text = _("{count}: {told}", count=len(rows), told=counted).in_language(lang)
    if past:
        return text
    bad = [row for row in rows if row.stale or row.verdict in NEED_ACTION]
    names = [f"{mark(row, screen)}{'*' if row.stale else ''} {indicator_name(row.indicator, lang)}" for row in bad]
    return f"{text}  {(_p('folds', '; ').in_language(lang)).join(names)}" if names else text
