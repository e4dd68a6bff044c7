"""Which rows speak of an indicator, every vintage of them, numbers or not?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.history import Vintage
from ycindic.domain.model import IndicatorId, Plan
from ycindic.domain.problem import Code, Place, Problem
from ycindic.load.csv_file import open_table
from ycindic.load.slots import Slots


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
        with source.read():
            rows = ((slot, row, Place(source.name, source.line)) for slot, row in slots.rows(source))
            found += [one for slot, row, place in rows if (one := slot.vintage(row, place))]
        broken |= [(path, one) for one in problems if one.code in (Code.CSV_SYNTAX, Code.UNREADABLE)]
    order = sorted(found, key=lambda one: (one.indicator, one.period, one.basis, one.rank, one.place))
    return _HistoryRows(tuple(order), broken)
