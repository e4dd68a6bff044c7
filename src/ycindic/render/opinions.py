"""How are second opinions told to programs and spreadsheets?"""

from __future__ import annotations

from collections.abc import Sequence

from ycindic.domain.assessment import Assessment
from ycindic.domain.opinions import Method, Opinion, contested
from ycindic.render.columns import Value
from ycindic.render.numbers import finite

COLUMNS = (*(f"opinion_{one.value}{tail}" for one in Method for tail in ("", "_value")), "contested")
"""The columns of a spreadsheet with opinions, behind all others."""


def values(row: Assessment, votes: Sequence[Opinion]) -> dict[str, Value]:
    """The opinions as names and values, and whether anybody contradicts."""
    told = [{"method": one.method.value, "status": one.status.value, "value": finite(one.value)} for one in votes]
    return {"opinions": list(told), "contested": contested(row.on_track, votes)}


def cells(row: Assessment, votes: Sequence[Opinion]) -> list[Value]:
    """The opinions as cells under `COLUMNS`; empty where a method was not asked."""
    by_method = {one.method: one for one in votes}
    found: list[Value] = []
    for method in Method:
        vote = by_method.get(method)
        found += [vote.status.value, finite(vote.value)] if vote else [None, None]
    return [*found, contested(row.on_track, votes)]
