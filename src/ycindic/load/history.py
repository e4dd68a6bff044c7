"""Which rows speak of an indicator, every vintage of them, numbers or not?"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from ycindic.domain.history import Vintage
from ycindic.domain.model import Bound, IndicatorId, Plan, Stage
from ycindic.domain.problem import Place
from ycindic.load.cells import day, narrow, unguarded, value
from ycindic.load.csv_file import Source, open_table
from ycindic.load.slots import Slots


def read_history(files: Iterable[Path], plan: Plan, wanted: Collection[IndicatorId]) -> tuple[Vintage, ...]:
    """Every row of the wanted indicators, by indicator, period and date; faulty rows are left out.

    The faults themselves are for the reader of the facts to tell.
    """
    slots = Slots(plan)
    found: list[Vintage] = []
    for path in files:
        source = open_table(path, [])
        if source is not None:
            with source.file:
                found += _rows(source, slots, wanted)
    return tuple(
        sorted(found, key=lambda one: (one.indicator, one.period, one.basis, one.published or date.min, one.place))
    )


def _rows(source: Source, slots: Slots, wanted: Collection[IndicatorId]) -> Iterator[Vintage]:
    width = len(source.columns)
    try:
        for row in source.rows:
            if (len(row) == width or source.fits(row)) and narrow(row[source.columns.index("indicator")]) in wanted:
                found = _vintage(source.arranged(row), source, slots)
                if found is not None:
                    yield found
    except csv.Error:
        return


def _vintage(row: Sequence[str], source: Source, slots: Slots) -> Vintage | None:
    name, period, typed, basis, published, stage, bound, origin, note = row
    slot = slots.find((name, period, basis), source)
    number = None if slot is None else value(typed, percent=slot.known.percent)
    words = narrow(stage), narrow(bound)
    if slot is None or words[0] not in set(Stage) or words[1] not in set(Bound) or (number is None and typed.strip()):
        return None
    return Vintage(
        indicator=slot.known.indicator.id,
        period=slot.period,
        basis=slot.basis,
        value=number,
        published=day(published),
        stage=Stage(words[0]),
        bound=Bound(words[1]),
        source=unguarded(origin),
        note=unguarded(note),
        place=Place(source.name, source.line),
    )
