"""Of which promises is no chance told, and why?"""

from __future__ import annotations

from collections.abc import Sequence

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import TargetId
from ycindic.domain.outlook.untold import Untold
from ycindic.render.answers.report import Report
from ycindic.render.words.chances import no_chance_words
from ycindic.text import Text


def lacking(report: Report, rows: Sequence[Assessment]) -> dict[TargetId, Untold]:
    """Those that have a figure and no chance; of others a cell says that none is out, or that their parts decide."""
    stand = [row for row in rows if row.figures.actual is not None and row.target.parts is None]
    if not stand:
        return {}
    from ycindic.domain.outlook.answer import untold

    found = ((row.target.id, untold(report.plan, row, report.facts)) for row in stand)
    return {target: why for target, why in found if why is not None}


def untold_words(report: Report, rows: Sequence[Assessment]) -> Text | None:
    """Why no chance is told of one promise, or of some of several; None where nothing lacks one."""
    return no_chance_words(lacking(report, rows).values(), rows)
