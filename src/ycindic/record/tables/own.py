"""Is a table one of our own files? Its rows are taken word for word, nothing is read into them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ycindic.domain.model import Stage
from ycindic.domain.period import in_own_years, parse
from ycindic.domain.problem import Place
from ycindic.domain.row import FIGURE_COLUMNS, NEEDED, Typed
from ycindic.files.formula import unguarded
from ycindic.load.cells import cell_value, narrow
from ycindic.record.grid import Grid
from ycindic.record.tables.numbers import Decimals, Shows, digits_of, shown_cell

_ID = re.compile(r"[a-z][a-z0-9-]*")


class OwnRow(NamedTuple):
    """A row of our own form; `undated` where its cell for the published date is empty.

    `place` is that of its value; `columns` are the numbers, from 1, of the others that are known.
    """

    place: Place
    typed: Typed
    undated: bool = False
    columns: Mapping[str, int] = {}


def own_rows(grid: Grid) -> list[OwnRow] | None:
    """The rows of a table with our own header, ids and periods; None where it is somebody else's.

    A comment line begins with #.
    """
    rows: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(grid.filled.items()):
        if text.strip():
            rows.setdefault(row, {})[column] = text
    texts = [(row, cells) for row, cells in rows.items() if not next(iter(cells.values())).startswith("#")]
    if len(texts) < 2:
        return None
    columns = {place: narrow(text) for place, text in texts[0][1].items()}
    names = list(columns.values())
    if not set(NEEDED) <= set(names) <= set(FIGURE_COLUMNS) or len(set(names)) < len(names):
        return None
    found = list(_rows(grid, texts[1:], columns))
    return found if all(_ours(one.typed) and not shown_cell(one.typed.value).unit.strip("%") for one in found) else None


_OF_AN_ANSWER = frozenset({"id", "verdict", "on_track"})
"""Columns that no table of figures has side by side."""


def is_answer(grid: Grid) -> bool:
    """Whether a table is what this program answered, by the names of its columns for programs."""
    return {text for (line, _), text in grid.filled.items() if line == 0} >= _OF_AN_ANSWER


def _marked(typed: Typed) -> Typed:
    """A row whose value carries a mark: 5.4p is 5.4, preliminary, as databases write it."""
    if cell_value(typed.value, percent=True) is not None:
        return typed
    seen = shown_cell(typed.value)
    number = digits_of(seen.body, Decimals.POINT) if seen.kind is Shows.NUMBER and not seen.unit else None
    if number is None:
        return typed._replace(value="") if seen.kind is Shows.NONE else typed
    return typed._replace(
        value=number, stage=typed.stage or str(seen.stage), note=" ".join(one for one in (typed.note, seen.note) if one)
    )


def _ours(typed: Typed) -> bool:
    return bool(_ID.fullmatch(typed.indicator)) and (parse(typed.period) is not None or in_own_years(typed.period))


def _rows(grid: Grid, texts: list[tuple[int, dict[int, str]]], columns: dict[int, str]) -> Iterator[OwnRow]:
    at_value = next(place for place, name in columns.items() if name == "value")
    numbers = {name: grid.columns[place] for place, name in columns.items()}
    for row, cells in texts:
        said = {name: cells.get(place, "").strip() for place, name in columns.items()}
        said |= {name: narrow(said[name]) for name in ("indicator", "period")}
        said |= {name: unguarded(said[name]) for name in ("source", "note") if name in said}
        typed = _marked(Typed(**said))
        if typed.value or narrow(typed.stage) == Stage.RETRACTED:
            yield OwnRow(grid.place(row, at_value), typed, said.get("published") == "", numbers)
