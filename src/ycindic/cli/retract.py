"""`ycindic retract`: take a figure back, by a row of its own."""

from __future__ import annotations

from ycindic.cli.options import AsOf, Data, as_of_date
from ycindic.cli.record import write_figure
from ycindic.cli.writing import (
    BasisOption,
    DryRun,
    IndicatorArgument,
    NoteOption,
    PeriodText,
    Published,
    SourceText,
    today,
    whoever_writes,
)
from ycindic.domain.model import Stage
from ycindic.domain.row import Typed
from ycindic.load.find import find
from ycindic.record.intake import Order


def command(
    indicator: IndicatorArgument,
    period: PeriodText,
    basis: BasisOption = "",
    published: Published = "",
    source: SourceText = "",
    note: NoteOption = "",
    dry_run: DryRun = False,
    as_of: AsOf = None,
    data: Data = None,
) -> int:
    """Take a figure back: a row is added, and the old one stays"""
    typed = Typed(indicator, period, "", basis, published, Stage.RETRACTED, "", source, note)
    return write_figure(Order(find(data), today(), as_of_date(as_of), whoever_writes("retract"), dry_run), typed)
