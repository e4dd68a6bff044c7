"""How does it stand: whose promises, as of when, how far the year is, how many are kept, what needs action?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ycindic.domain.assessment import Verdict
from ycindic.domain.overview import Overview
from ycindic.render.answers.blocks import title
from ycindic.render.answers.naming import mark, row_name
from ycindic.render.answers.report import Report
from ycindic.render.answers.summary import apart_words, running_words, year_gone
from ycindic.render.words import labels
from ycindic.render.words.bars import progress_bar
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import percent
from ycindic.render.words.screen import Screen
from ycindic.render.words.sentence import sentence
from ycindic.render.words.styled import Line, Span, paragraph
from ycindic.render.words.visible import one_line, width
from ycindic.text import Text, _
from ycindic.text.proposed import proposed

_ACTIONS = 8
"""So many targets are told that need action; the rest is counted."""


def titled(report: Report, screen: Screen) -> Iterator[Line]:
    """Whose promises, as of when."""
    name, day = one_line(title(report.plan, screen.lang)), labels.as_of(report.as_of, screen.lang)
    between = screen.width - width(name) - width(day)
    if between >= 2:
        yield [Span(name, "bold"), Span(" " * between), Span(day)]
    else:
        yield from ([Span(span.text, "bold") for span in line] for line in paragraph(name, screen.width))
        yield [Span(day)]


def opening_head(report: Report, seen: Overview, screen: Screen) -> Iterator[Line]:
    """Whose promises, as of when; how far the year is; how many stand how."""
    yield from titled(report, screen)
    gone = year_gone(report)
    bar = progress_bar(gone, None, 18)
    told = _("year {bar} {percent} gone", bar=bar, percent=percent(gone, 0)).in_language(screen.lang)
    yield from abreast([told, running_words(seen).in_language(screen.lang)], screen, "    ")
    for apart in apart_words(seen):
        yield from paragraph(apart.in_language(screen.lang), screen.width)
    if not is_judged(seen):
        yield from paragraph(_NO_VERDICT.in_language(screen.lang), screen.width)


_NO_VERDICT = _("No verdict yet: no figure of this period is recorded. Below: goals and last known figures (dimmed).")


_WITHOUT_FIGURES = frozenset({Verdict.NO_DATA, Verdict.NOT_DUE, Verdict.UNDETERMINED})


def is_judged(seen: Overview) -> bool:
    """Whether any promise of the running year has a verdict."""
    return bool(seen.counts.stale) or not _WITHOUT_FIGURES.issuperset(seen.counts.verdicts)


def nothing_to_do(seen: Overview) -> Text:
    """What is said where nothing needs action: it is well, or nobody can tell."""
    if is_judged(seen):
        return _("Nothing needs action now.")
    return _("No verdict yet: no figure of this period is recorded.")


def abreast(pieces: Sequence[str], screen: Screen, between: str) -> Iterator[Line]:
    """Pieces on one line, or on a line each where they do not fit."""
    whole = between.join(pieces)
    if width(whole) <= screen.width:
        yield [Span(whole)]
        return
    for piece in pieces:
        yield from paragraph(piece, screen.width)


def action(seen: Overview, screen: Screen) -> Iterator[Line]:
    """What is missed, off track or at risk, the worst first, with the sentence that says why."""
    yield []
    yield [Span(labels.ACTION.in_language(screen.lang), "bold")]
    for one in seen.action[:_ACTIONS]:
        sign, name = mark(one, screen), row_name(one, seen.period, screen.lang)
        stale = _(" (by old figures)").in_language(screen.lang) if one.stale else ""
        said = sentence(one).in_language(screen.lang)
        first, *rest = paragraph(f"{sign} {name}{stale}  {one_line(said)}", screen.width, indent=2)
        text = first[0].text
        yield [Span(text[: len(sign)], LOOKS[one.verdict].colour), Span(text[len(sign) :])]
        yield from rest
    yield from rest_counted(len(seen.action) - _ACTIONS, proposed("check"), screen)


def rest_counted(left: int, command: Text, screen: Screen) -> Iterator[Line]:
    """How many rows are not told here, and the command that tells them; nothing where none is left."""
    if left > 0:
        yield [Span(_("and {left} more: {command}", left=left, command=command).in_language(screen.lang))]
