"""`ycindic retract`: take a figure back, by a row of its own."""

from __future__ import annotations

from ycindic.cli.record import write_figure
from ycindic.cli.writing import (
    WRITING,
    BasisOption,
    IndicatorArgument,
    NoteOption,
    PeriodText,
    Published,
    SourceText,
    Writing,
    writing,
)
from ycindic.domain.model import Stage
from ycindic.domain.row import Typed


@writing(asks=False)
def command(
    indicator: IndicatorArgument,
    period: PeriodText,
    basis: BasisOption = "",
    published: Published = "",
    source: SourceText = "",
    note: NoteOption = "",
    how: Writing = WRITING,
) -> int:
    """Take a figure back: a row is added, and the old one stays"""
    typed = Typed(indicator, period, "", basis, published, Stage.RETRACTED, "", source, note)
    return write_figure(how.order("retract"), typed)
