"""What does the first look show: how it stands, what needs action, the headline targets, the rest in a line each?"""

from __future__ import annotations

from ycindic.domain.overview import Overview, overview
from ycindic.render.answers.opening.action import Urgent
from ycindic.render.answers.opening.debts import debts
from ycindic.render.answers.opening.folds import folds
from ycindic.render.answers.opening.foot import foot
from ycindic.render.answers.opening.head import opening_head
from ycindic.render.answers.opening.headlines import headlines
from ycindic.render.answers.report import Report
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, Span, drawn_lines
from ycindic.text import _
from ycindic.text.proposed import without_folder


def opening(report: Report, screen: Screen) -> str:
    """The page as text, empty where no registry can be read."""
    if not report.plan.indicators and report.problems:
        return ""
    seen = overview(report.plan, report.rows, report.facts, report.as_of)
    with without_folder(screen.width // _SHORT) as folder:
        lines = _page(report, seen, screen)
    if folder:
        lines.append([Span(_("each command with --data {folder}", folder=folder).in_language(screen.lang))])
    return drawn_lines(lines, colour=screen.colour)


_SHORT = 5
"""A folder that takes more than a fifth of a line is told once, below and unbroken, and not in each command."""


_LINES, _LEAST = 40, 9
"""So many lines the page has where that leaves as many as this for what needs action, whose rest is counted."""


def _page(report: Report, seen: Overview, screen: Screen) -> list[Line]:
    head = list(opening_head(report, seen, screen))
    owed, rest = list(debts(seen, screen)), list(folds(report, seen, screen))
    table = list(headlines(report, seen, screen)) if seen.headlines else []
    if not seen.action:
        return [*head, *table, *owed, *rest, *foot(report, seen, [], screen)]
    taken = sum(map(len, (head, owed, table, rest, list(foot(report, seen, seen.action, screen)))))
    first = Urgent(seen, screen, max(_LINES - taken - Urgent.HEAD, _LEAST))
    return [*head, *first.lines(), *owed, *table, *rest, *foot(report, seen, first.shown, screen)]
