"""What does a screen show of every target that was asked for? By section, in the columns of the first look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ycindic.domain.assessment import Assessment
from ycindic.domain.period import month_of
from ycindic.render.answers.blocks import below_rows
from ycindic.render.answers.opening.head import titled
from ycindic.render.answers.report import Report
from ycindic.render.answers.rows import Rows, Ruled, legend
from ycindic.render.answers.sheet import Page
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, drawn_lines, packed, paragraph


def unfolded(page: Page[Assessment], report: Report, screen: Screen) -> str:
    """The page as text, empty where no registry can be read."""
    return "" if page.unread else drawn_lines(list(_lines(page, report, screen)), colour=screen.colour)


def _lines(page: Page[Assessment], report: Report, screen: Screen) -> Iterator[Line]:
    calendar = report.plan.calendar
    running = calendar.year(calendar.year_of(month_of(report.as_of)))
    shown: list[Sequence[Assessment]] = [list(group.rows) for group in page.groups]
    grid = Ruled(Rows(report, running, screen), [row for rows in shown for row in rows])
    yield from titled(report, screen)
    for items in page.lines:
        yield from packed(items, screen.width)
    if page.counts is not None:
        yield from packed([one.told for one in page.counts], screen.width)
    under_heads = False
    for group, rows in zip(page.groups, shown, strict=True):
        yield []
        yield from paragraph(group.heading, screen.width, style="bold")
        if rows and not under_heads:
            yield from grid.heading()
            under_heads = True
        yield from grid.rows(rows)
        yield from below_rows(group, screen)
    yield from _foot(page, report, screen)


def _foot(page: Page[Assessment], report: Report, screen: Screen) -> Iterator[Line]:
    """What is to be done, then how to read it; what is said of a column of other tables is left out."""
    mine = [note for note in page.notes if note.on != "page" and not note.column]
    for dim in (False, True):
        some = [item for note in mine if note.dim is dim for item in note.items]
        if some or dim:
            yield []
        for item in some:
            yield from paragraph(item, screen.width, style="dim" if dim else "")
    yield from legend(report.rows, screen)
