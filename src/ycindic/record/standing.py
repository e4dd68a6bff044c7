"""Can a figure stand beside what was said before: is it known, does it contradict a row of its day, or is it news?"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.history import History, Vintage
from ycindic.domain.model import Stage
from ycindic.domain.problem import Code, Place, Problem
from ycindic.record.entry import Entry


class Clash(NamedTuple):
    """The row of the same published date that says something else."""

    there: Vintage


class Nothing(NamedTuple):
    """Nothing is recorded that could be retracted."""


_Standing = Vintage | Clash | Nothing | None
"""The row that says the same already, what stands against the figure, or None: it is news."""


def standing(entry: Entry, history: History, *, dated: bool, reread: bool) -> _Standing:
    """How a figure stands beside the rows that are there; `dated` tells that it has a date of its own.

    A dated figure is known if the row of its day says it or, where there is none, the vintage before. Without a date,
    told by somebody now, it says the same as the one that is valid; of a file (`reread`) it is known if any vintage
    said it: an old file read again must not undo a later correction, and may bring figures with what takes them back.
    """
    figure, day = entry.figure, entry.published
    there, before = history.of_date(figure, day), history.before(figure, day)
    if dated:
        told = [there or before]
    else:
        told = [there, *history.rows(figure)] if reread else [there, history.in_force(figure)]
    same = (one for one in told if one and one.says(entry.value, entry.bound))
    known = next((one for one in same if entry.stage in (one.stage, Stage.UNSTATED)), None)
    if known:
        return known
    taken_back = entry.value is None
    if taken_back and not reread and there is None and (before is None or before.value is None):
        return Nothing()
    turned = there is not None and (there.value is None) != taken_back and not reread
    return None if there is None or turned else Clash(there)


def contradiction(entry: Entry, place: Place, there: Vintage) -> Problem:
    """Another value of the same published date: where it was told, and where the other one stands."""
    seen, expected = f"{entry.name} {_told(entry)}", _told(there)
    return Problem(place, Code.SAME_DATE, seen=seen, expected=expected, detail=str(there.place))


def _told(one: Entry | Vintage) -> str:
    return f"{written_number(one.value)} {one.bound}{one.stage}".strip()


def written_number(value: Decimal | None) -> str:
    """A value as it is written; nothing where there is none."""
    return "" if value is None else format(value, "f")
