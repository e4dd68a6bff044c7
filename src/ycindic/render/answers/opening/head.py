"""How does it stand: whose promises, as of when, how far the year is, and how many are kept?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from ycindic.domain.assessment import Verdict
from ycindic.domain.overview import Overview
from ycindic.render.answers.blocks import title
from ycindic.render.answers.report import Report
from ycindic.render.answers.summary import BETWEEN, apart_words, running_name, running_words, year_gone
from ycindic.render.words import labels
from ycindic.render.words.bars import progress_bar
from ycindic.render.words.numbers import percent, short_period
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, Span, packed, paragraph
from ycindic.render.words.visible import one_line, width
from ycindic.text import Text, _
from ycindic.text.proposed import proposed


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
    year = running_name(report)
    told = _("{year} {bar} {percent} gone", year=year, bar=bar, percent=percent(gone, 0)).in_language(screen.lang)
    counts, *apart = (one.in_language(screen.lang) for one in (running_words(seen), *apart_words(seen)))
    whole = f"{told}    {counts}"
    if width(whole) > screen.width:
        yield [Span(told)]
        whole = counts
    yield from _counts([whole, *apart], screen)
    if not seen.headlines:
        yield from packed(_nothing_promised(seen, screen.lang), screen.width, "   ")
    elif not is_judged(seen):
        yield from paragraph(_NO_VERDICT.in_language(screen.lang), screen.width)


_NO_VERDICT = _("No verdict yet: no figure of this period is recorded. Below: goals and last known figures (dimmed).")


def _nothing_promised(seen: Overview, lang: str) -> Iterator[str]:
    """What is said of a year of which no promise is registered: how its promises come in."""
    year = ("--period", str(seen.period))
    when, table = short_period(seen.period, None, lang), proposed("import-targets", _("FILE"), *year)
    yield _("No promise for {year} alone is registered; a table: {command}", year=when, command=table).in_language(lang)
    yield _("one by one: {command}", command=proposed("add", *year)).in_language(lang)


_WITHOUT_FIGURES = frozenset({Verdict.NO_DATA, Verdict.NOT_DUE, Verdict.UNDETERMINED})


def is_judged(seen: Overview) -> bool:
    """Whether any promise of the period whose headlines are shown, or of a longer one, has a verdict."""
    folded = (row for fold in (*seen.sections, *seen.spans) for row in fold.rows)
    shown = (row for row in (*seen.headlines, *folded) if row.target.period.last >= seen.period.first)
    return any(row.stale or row.verdict not in _WITHOUT_FIGURES for row in shown)


def nothing_to_do(seen: Overview) -> Text:
    """What is said where nothing needs action: it is well, or nobody can tell."""
    if is_judged(seen):
        return _("Nothing needs action now.")
    return _("No verdict yet: no figure of this period is recorded.")


def _counts(pieces: Sequence[str], screen: Screen) -> Iterator[Line]:
    """Pieces full of counts on a line each, or one behind the other where that takes fewer; none torn from its word."""
    between = BETWEEN.in_language(screen.lang)
    comma = between.rstrip()
    items = [[f"{one}{comma}" for one in piece.split(between)] for piece in pieces]
    for some in items:
        some[-1] = some[-1].removesuffix(comma) + " " * bool(comma)
    space = " " if comma else between
    apart = [line for some in items for line in packed(some, screen.width, space)]
    yield from min(apart, packed(chain.from_iterable(items), screen.width, space), key=len)


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
