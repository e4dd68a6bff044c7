"""`ycindic indicators`: what is measured, how, and by whom?"""

from __future__ import annotations

from typing import Annotated

import typer

from ycindic.cli.answering import talk_about
from ycindic.cli.filters import Filters, Words, asking
from ycindic.cli.options import Data, known_words
from ycindic.cli.telling import TABLE, How, deliver, telling
from ycindic.domain.model import Measure
from ycindic.domain.select import Wanted, published_by
from ycindic.load.find import find
from ycindic.load.workspace import registered
from ycindic.render.answers.registered import Measured, indicators_sheet, registered_indicators


@telling
@asking(("ids", "publisher"))
def command(
    asked: Filters,
    measure: Annotated[Words, typer.Option(metavar="WORD", help="How it adds up, such as flow")] = None,
    how: How = TABLE,
    data: Data = None,
) -> int:
    """The registered indicators: unit, measure, when and by whom released, targets"""
    kinds = known_words(measure, list(Measure), "--measure")
    workspace = registered(find(data))
    wanted = asked.wanted(workspace.plan)
    found = [one for one in registered_indicators(workspace.plan) if _takes(one, wanted, kinds)]
    deliver(indicators_sheet(found, workspace.problems), how, workspace.folder)
    return talk_about(workspace)


def _takes(one: Measured, wanted: Wanted, kinds: tuple[str, ...]) -> bool:
    asked = not wanted.ids or not {one.indicator.id, *one.targets}.isdisjoint(wanted.ids)
    kind = not kinds or one.indicator.measure.value in kinds
    return asked and kind and published_by(one.indicator, wanted.publishers)
