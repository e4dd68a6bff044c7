"""`ycindic status`: where does every target stand?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ycindic.cli.answering import judged, talk_about
from ycindic.cli.filters import Filters, asking
from ycindic.cli.options import AsOf, Data, as_of_date, known_word
from ycindic.cli.telling import TABLE, How, deliver, telling
from ycindic.domain.assessment import Assessment
from ycindic.domain.model import TargetId
from ycindic.domain.select import urgent_first
from ycindic.load.workspace import Workspace
from ycindic.render.answers.report import Report
from ycindic.render.answers.status import sheet

if TYPE_CHECKING:
    from ycindic.domain.opinions import Opinion


@telling
@asking()
def command(
    asked: Filters,
    as_of: AsOf = None,
    sort: Annotated[
        str,
        typer.Option(metavar="registry|urgency", help="The order of the rows; urgency puts first what needs action"),
    ] = "registry",
    how: How = TABLE,
    all_: Annotated[bool, typer.Option("--all", help="Every target, not the first look alone")] = False,
    opinions: Annotated[bool, typer.Option("--opinions", help="Add second opinions (JSON and CSV)")] = False,
    data: Data = None,
) -> int:
    """Where every target stands: actual, gap, pace, what the rest must deliver, verdict"""
    known_word(sort, ("registry", "urgency"), "--sort")
    workspace, every, report = judged(asked, data, as_of_date(as_of))
    first = not (all_ or any(asked) or sort != "registry")
    report = report._replace(whole=False) if first else report
    report = report._replace(opinions=_opinions(workspace, report.rows)) if opinions else report
    deliver(sheet(_by_urgency(report) if sort == "urgency" else report), how, workspace.folder)
    return talk_about(workspace, every)


def _by_urgency(report: Report) -> Report:
    """The same report, what needs action first."""
    return report._replace(rows=urgent_first(report.rows), by_urgency=True)


def _opinions(workspace: Workspace, rows: Sequence[Assessment]) -> "dict[TargetId, tuple[Opinion, ...]]":
    from ycindic.domain.second import opinions

    return {row.target.id: opinions(row, workspace.facts) for row in rows}
