"""`ycindic diff`: which verdicts changed between two dates, and why?"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from ycindic.cli.answering import name_folder
from ycindic.cli.options import Data, as_of_date, not_empty, wrong
from ycindic.cli.output import tell
from ycindic.cli.telling import TABLE, How, deliver, telling
from ycindic.domain.changes import Snapshot, changes
from ycindic.domain.problem import in_order
from ycindic.load.find import find
from ycindic.load.workspace import Workspace, load
from ycindic.render.answers.changes import Difference, sheet
from ycindic.text import _


@telling
def command(
    since: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="DATE", help="The earlier date; default a month before, with --against the same day"
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", "--as-of", metavar="DATE", help="The later date; default today")
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="DIR", callback=not_empty, help="The folder of the earlier side, such as an older registry"
        ),
    ] = None,
    how: How = TABLE,
    data: Data = None,
) -> int:
    """Which verdicts changed between two dates, and why: new figure, revision, goal changed, time passed"""
    last = as_of_date(until, "--to")
    first = _first(since, last, apart=against is None)
    after = load(find(data), last)
    before = load(find(against or data), first)
    problems = in_order([*before.problems, *after.problems])
    difference = Difference(
        plan=after.plan,
        first=first,
        last=last,
        changes=changes(_moment(before, first), _moment(after, last)),
        asked=len(after.plan.targets),
        problems=problems,
    )
    deliver(sheet(difference), how, after.folder)
    if against:
        name_folder(before.folder)
    name_folder(after.folder)
    tell(problems)
    return 2 if problems else 0


def _first(typed: str | None, last: date, *, apart: bool) -> date:
    """The earlier date; not later than the other one."""
    if typed is None:
        return _month_before(last) if apart else last
    first = as_of_date(typed, "--from")
    if first > last:
        raise wrong(_("{first} is later than {last}", first=first, last=last), "--from")
    return first


def _month_before(day: date) -> date:
    """The same day of the month before, or its last one; in the first month of all the first day."""
    from dateutil.relativedelta import relativedelta

    try:
        return day - relativedelta(months=1)
    except (OverflowError, ValueError):
        return date.min


def _moment(workspace: Workspace, day: date) -> Snapshot:
    return Snapshot(workspace.plan, workspace.facts, day)
