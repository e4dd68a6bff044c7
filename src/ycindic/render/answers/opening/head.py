"""How does it stand: whose promises, as of when, how far the year is, and how many are kept?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ycindic.domain.assessment import Verdict
from ycindic.domain.overview import Overview
from ycindic.render.answers.blocks import title
from ycindic.render.answers.report import Report
from ycindic.render.answers.summary import apart_words, running_words, year_gone
from ycindic.render.words import labels
from ycindic.render.words.bars import progress_bar
from ycindic.render.words.numbers import percent
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, Span, paragraph
from ycindic.render.words.visible import one_line, width
from ycindic.text import Text, _


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
    counts, *apart = (one.in_language(screen.lang) for one in (running_words(seen), *apart_words(seen)))
    whole = f"{told}    {counts}"
    if width(whole) > screen.width:
        yield [Span(told)]
        whole = counts
    yield from abreast([whole, *apart], screen, "  ")
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
    """Pieces on a line each, or one behind the other where that takes fewer lines."""
    apart = [line for piece in pieces for line in paragraph(piece, screen.width)]
    yield from min(apart, paragraph(between.join(pieces), screen.width), key=len)


def rest_counted(left: int, command: Text, screen: Screen) -> Iterator[Line]:
    """How many rows are not told here, and the command that tells them; nothing where none is left."""
    if left > 0:
        yield [Span(left_words(left, command).in_language(screen.lang))]


def left_words(left: int, where: Text) -> Text:
    """How many more there are, and what tells them."""
    return _("and {left} more: {command}", left=left, command=where)
