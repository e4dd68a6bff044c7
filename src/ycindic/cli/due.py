"""`ycindic due`: which figures are late, which come next, and from whom?"""

from __future__ import annotations

from typing import Annotated

import typer

from ycindic.cli.answering import ended
from ycindic.cli.options import AsOf, Data, as_of_date, listed_words
from ycindic.cli.telling import TABLE, How, deliver, telling
from ycindic.domain.agenda import horizon, releases_until, stale_first, without_calendar
from ycindic.domain.judge import assess_all
from ycindic.domain.overview import overview
from ycindic.domain.select import published_by
from ycindic.load.find import find
from ycindic.load.workspace import load
from ycindic.render.answers.agenda import Agenda, sheet
from ycindic.render.answers.registered import indicators_sheet, registered_indicators

_LONGEST = 520
"""Ten years of weeks."""


@telling
def command(
    as_of: AsOf = None,
    weeks: Annotated[int, typer.Option(min=0, max=_LONGEST, metavar="N", help="How many weeks to look ahead")] = 4,
    publisher: Annotated[list[str] | None, typer.Option(help="A publisher, or a part of its name")] = None,
    unassigned: Annotated[
        bool, typer.Option("--unassigned", help="What is promised, not over, and has no office to ask for its figures")
    ] = False,
    how: How = TABLE,
    data: Data = None,
) -> int:
    """The calendar of figures: what is late, what is due in the coming weeks, from whom"""
    day = as_of_date(as_of)
    until, offices = horizon(day, weeks), listed_words(publisher, "--publisher")
    workspace = load(find(data), day)
    plan = workspace.plan
    rows = assess_all(plan, workspace.facts, day)
    seen = overview(plan, rows, workspace.facts, day)
    if unassigned:
        waiting = {one.id for one in seen.unassigned}
        found = [one for one in registered_indicators(plan) if one.indicator.id in waiting]
        deliver(indicators_sheet(found, workspace.problems), how, workspace.folder)
        return ended(workspace)
    releases = stale_first(releases_until(plan, workspace.facts, plan.targets, day, until), rows)
    agenda = Agenda(
        plan=plan,
        as_of=day,
        until=until,
        releases=tuple(one for one in releases if published_by(one.indicator, offices)),
        owed=tuple(one for one in seen.owed if published_by(one.indicator, offices)),
        irregular=tuple(one for one in without_calendar(plan, plan.targets) if published_by(one, offices)),
        problems=workspace.problems,
    )
    deliver(sheet(agenda), how, workspace.folder)
    return ended(workspace)
