"""Which rows speak of an indicator, every vintage of them, numbers or not?"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from ycindic.domain.history import Vintage
from ycindic.domain.model import Bound, IndicatorId, Plan, Stage
from ycindic.domain.problem import Place
from ycindic.files.formula import unguarded
from ycindic.load.cells import day, narrow, value
from ycindic.load.csv_file import open_table
from ycindic.load.slots import Slot, Slots


def read_history(files: Iterable[Path], plan: Plan, wanted: Collection[IndicatorId]) -> tuple[Vintage, ...]:
    """Every row of the wanted indicators, by indicator, period and date; faulty rows are left out.

    The faults themselves are for the reader of the facts to tell.
    """
    slots = Slots(plan, wanted)
    found: list[Vintage] = []
    for path in files:
        source = open_table(path, [])
        if source is not None:
            with source.file, suppress(csv.Error):
                for slot, row in slots.rows(source):
                    found += _vintages(slot, row, Place(source.name, source.line))
    return tuple(
        sorted(found, key=lambda one: (one.indicator, one.period, one.basis, one.published or date.min, one.place))
    )


def _vintages(slot: Slot, row: Sequence[str], place: Place) -> Iterator[Vintage]:
    """The one that a row tells, if its words are sound."""
    _, _, typed, _, published, stage, bound, origin, note = row
    number = value(typed, percent=slot.known.percent)
    words = narrow(stage), narrow(bound)
    if words[0] not in set(Stage) or words[1] not in set(Bound) or (number is None and typed.strip()):
        return
    yield Vintage(
        indicator=slot.known.indicator.id,
        period=slot.period,
        basis=slot.basis,
        value=number,
        published=day(published),
        stage=Stage(words[0]),
        bound=Bound(words[1]),
        source=unguarded(origin),
        note=unguarded(note),
        place=place,
    )
