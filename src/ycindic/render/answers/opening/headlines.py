"""Where does each headline target stand?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ycindic.domain.assessment import Assessment
from ycindic.domain.overview import Overview
from ycindic.render.answers.opening.head import rest_counted
from ycindic.render.answers.report import Report
from ycindic.render.answers.rows import Rows, Ruled, columns_with_room
from ycindic.render.answers.untold import untold_words
from ycindic.render.words import labels
from ycindic.render.words.chances import chances_in_words
from ycindic.render.words.numbers import short_period
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, paragraph
from ycindic.text import FullSentence, Verbatim
from ycindic.text.proposed import proposed

_UNMARKED = 20
"""So many targets are told where the registry marks no headlines; the rest is counted."""


def shown_headlines(report: Report, seen: Overview) -> Sequence[Assessment]:
    """The headline targets, of many that no registry marked as such the first."""
    marked = any(report.plan.is_headline(one.target) for one in seen.headlines[:1])
    return seen.headlines if marked else seen.headlines[:_UNMARKED]


def headlines(report: Report, seen: Overview, screen: Screen) -> Iterator[Line]:
    """The headline targets with their goals, each with its last figure, also an older one."""
    shown = shown_headlines(report, seen)
    grid = Ruled(Rows(report, seen.period, screen), shown)
    when = Verbatim(short_period(seen.period, None, screen.lang))
    yield []
    yield from grid.heading(labels.headlines_of(when).in_language(screen.lang))
    yield from grid.rows(shown)
    in_a_column = "chance" in columns_with_room(screen.width)
    untold = untold_words(report, shown)
    said = (None if in_a_column else chances_in_words(shown), None if untold is None else FullSentence(untold))
    for one in filter(None, said):
        yield from paragraph(one.in_language(screen.lang), screen.width)
    yield from rest_counted(len(seen.headlines) - len(shown), proposed("status", "--all"), screen)
