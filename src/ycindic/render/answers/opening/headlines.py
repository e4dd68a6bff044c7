"""Where does each headline target stand?"""

from __future__ import annotations

from collections.abc import Iterator

from ycindic.domain.overview import Overview
from ycindic.render.answers.report import Report
from ycindic.render.answers.rows import Rows, Ruled
from ycindic.render.words.numbers import short_period
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line
from ycindic.text import _


def headlines(report: Report, seen: Overview, screen: Screen) -> Iterator[Line]:
    """The headline targets with their goals, each with its last figure, also an older one."""
    grid = Ruled(Rows(report, seen.period, screen), seen.headlines)
    when = short_period(seen.period, None, screen.lang)
    yield []
    yield from grid.heading(_("Headline targets of {when}", when=when).in_language(screen.lang))
    yield from grid.rows(seen.headlines)
