"""What does an office mean by a figure that it fills in: which number, in the unit of the row?"""

from __future__ import annotations

from ycindic.domain.model import Indicator, Measure
from ycindic.domain.row import Typed
from ycindic.files.cell import Cell
from ycindic.record.tables.numbers import Decimals, Shows, digits_of, shown_cell
from ycindic.record.tables.units import shift
from ycindic.render.words.units import as_registered, unit_of


def asked_unit(indicator: Indicator, lang: str) -> str:
    """The unit that a form asks for, the registered one."""
    return "%" if indicator.measure is Measure.GROWTH else unit_of(as_registered(indicator), lang)


def number_in(cell: Cell, unit: str, typed: Typed) -> Typed:
    """The figure with the value of a cell, a stage or bound beside it too; what is no number of this unit as it is."""
    text = f"{cell.stored or cell.number}{cell.unit}" if cell.number else cell.text.strip()
    shown = shown_cell(text)
    number = digits_of(shown.body, Decimals.POINT) if shown.kind is Shows.NUMBER else None
    if number is None or shift(shown.unit, unit) != 0:
        return typed._replace(value=text)
    note = " ".join(one for one in (typed.note, shown.note) if one)
    return typed._replace(value=number, stage=str(shown.stage), bound=str(shown.bound), note=note)
