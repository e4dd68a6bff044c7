"""`ycindic indicators`: what is measured, how, and by whom?"""

from __future__ import annotations

from typing import Annotated

import typer

from ycindic.cli.filters import Asked, Words, asking
from ycindic.cli.options import Data, Lang, check_language, words
from ycindic.cli.registered import Columns, Form, Wide, deliver, registered
from ycindic.cli.saving import Destination, Force, Output
from ycindic.domain.model import Measure
from ycindic.domain.select import Wanted, published_by
from ycindic.render.answers.listing import Listing
from ycindic.render.answers.registered import INDICATORS, USUAL_INDICATORS, Measured, measured


@asking(("ids", "publisher"))
def command(
    asked: Asked,
    measure: Annotated[Words, typer.Option(metavar="WORD", help="How it adds up, such as flow")] = None,
    form: Form = "table",
    columns: Columns = None,
    wide: Wide = False,
    output: Output = None,
    force: Force = False,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """The registered indicators: unit, measure, when and by whom released, targets"""
    check_language(lang)
    kinds = words(measure, list(Measure), "--measure")
    workspace = registered(data)
    wanted = asked.wanted(workspace.plan)
    found = [one for one in measured(workspace.plan) if _takes(one, wanted, kinds)]
    listing = Listing("indicators", INDICATORS, USUAL_INDICATORS, found, workspace.problems)
    to = Destination(output, force, workspace.folder)
    return deliver(workspace, listing, form, to, columns, wide=wide)


def _takes(one: Measured, wanted: Wanted, kinds: tuple[str, ...]) -> bool:
    asked = not wanted.ids or not {one.indicator.id, *one.targets}.isdisjoint(wanted.ids)
    kind = not kinds or one.indicator.measure.value in kinds
    return asked and kind and published_by(one.indicator, wanted.publishers)
