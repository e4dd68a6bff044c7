"""`ycindic targets`: what was promised, in the report's own words?"""

from __future__ import annotations

from ycindic.cli.filters import Asked, asking
from ycindic.cli.options import Data, Lang, check_language
from ycindic.cli.registered import Columns, Form, Wide, deliver, registered
from ycindic.cli.saving import Destination, Force, Output
from ycindic.render.answers.listing import Listing
from ycindic.render.answers.registered import TARGETS, USUAL_TARGETS, promises


@asking(("ids", "period", "section", "indicator", "commitment", "publisher"))
def command(
    asked: Asked,
    form: Form = "table",
    columns: Columns = None,
    wide: Wide = False,
    output: Output = None,
    force: Force = False,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """The registered targets: wording, section, commitment, goal"""
    check_language(lang)
    workspace = registered(data)
    wanted = asked.wanted(workspace.plan)
    found = [one for one in promises(workspace.plan) if wanted.takes_target(one.target, one.indicator)]
    listing = Listing("targets", TARGETS, USUAL_TARGETS, found, workspace.problems)
    to = Destination(output, force, workspace.folder)
    return deliver(workspace, listing, form, to, columns, wide=wide)
