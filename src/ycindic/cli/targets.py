"""`ycindic targets`: what was promised, in the report's own words?"""

from __future__ import annotations

from ycindic.cli.answering import talk_about
from ycindic.cli.filters import Filters, asking
from ycindic.cli.options import Data
from ycindic.cli.telling import TABLE, How, deliver, telling
from ycindic.load.find import find
from ycindic.load.workspace import registered
from ycindic.render.answers.registered import promises, targets


@telling
@asking(("ids", "period", "section", "indicator", "commitment", "publisher"))
def command(asked: Filters, how: How = TABLE, data: Data = None) -> int:
    """The registered targets: wording, section, commitment, goal"""
    workspace = registered(find(data))
    wanted = asked.wanted(workspace.plan)
    found = [one for one in promises(workspace.plan) if wanted.takes_target(one.target, one.indicator)]
    deliver(targets(found, workspace.problems), how, workspace.folder)
    return talk_about(workspace)
