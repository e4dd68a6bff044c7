"""Which rows speak of an indicator, every vintage of them, numbers or not?"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.history import Vintage
from ycindic.domain.model import Bound, IndicatorId, Plan, Stage
from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.formula import unguarded
from ycindic.load.cells import cell_value, day, narrow
from ycindic.load.csv_file import open_table
from ycindic.load.slots import Slot, Slots


class _HistoryRows(NamedTuple):
    """The sound rows by indicator, period and date, and which files could not be read to their end."""

    vintages: tuple[Vintage, ...]
    broken: Mapping[Path, Problem]


def read_history(files: Iterable[Path], plan: Plan, wanted: Collection[IndicatorId]) -> _HistoryRows:
    """Every row of the wanted indicators; rows with a fault are passed over, the reader of the facts tells them."""
    slots = Slots(plan, wanted)
    found: list[Vintage] = []
    broken: dict[Path, Problem] = {}
    for path in files:
        problems: list[Problem] = []
        source = open_table(path, problems)
        if source is None:
            broken[path] = problems[0]
            continue
        with source.file:
            try:
                rows = ((slot, row, Place(source.name, source.line)) for slot, row in slots.rows(source))
                found += [one for slot, row, place in rows if (one := _vintage(slot, row, place))]
            except csv.Error as error:
                problems.clear()
                source.stumbled(error)
                broken[path] = problems[0]
            except OSError as error:
                broken[path] = Problem(Place(str(path)), Code.UNREADABLE, detail=str(error.strerror))
    order = sorted(found, key=lambda one: (one.indicator, one.period, one.basis, one.rank, one.place))
    return _HistoryRows(tuple(order), broken)


def _vintage(slot: Slot, row: Sequence[str], place: Place) -> Vintage | None:
    """What a row tells, if its words are sound."""
    _, _, typed, _, published, stage, bound, origin, note = row
    number, when = cell_value(typed, percent=slot.known.percent), day(published)
    words = narrow(stage), narrow(bound)
    sound = words[0] in set(Stage) and words[1] in set(Bound) and (when or not published.strip())
    if not sound or (number is None and typed.strip()):
        return None
    return Vintage(
        indicator=slot.known.indicator.id,
        period=slot.period,
        basis=slot.basis,
        value=number,
        published=when,
        stage=Stage(words[0]),
        bound=Bound(words[1]),
        source=unguarded(origin),
        note=unguarded(note),
        place=place,
    )
