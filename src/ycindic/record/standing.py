"""Can a figure stand beside what was said before: is it known, does it contradict a row of its day, or is it news?"""

from __future__ import annotations

from typing import NamedTuple

from ycindic.domain.history import History, Vintage
from ycindic.domain.model import Stage
from ycindic.record.entry import Entry


class Clash(NamedTuple):
    """The row of the same published date that says something else."""

    there: Vintage


class Nothing(NamedTuple):
    """Nothing is recorded that could be retracted."""


Standing = Vintage | Clash | Nothing | None
"""The row that says the same already, what stands against the figure, or None: it is news."""


def standing(entry: Entry, history: History, *, dated: bool, reread: bool) -> Standing:
    """How a figure stands beside the rows that are there; `dated` tells that it has a date of its own.

    Told by somebody now, a figure without a date says the same as the one that is valid. Of a file (`reread`) it is
    known if any vintage said it, and a dated one if the vintage before said it: an old file read again must not undo a
    later correction, and may bring figures together with what takes them back.
    """
    figure, day = entry.figure, entry.published
    there, before = history.of_date(figure, day), history.before(figure, day)
    if reread:
        told = [there, before] if dated else [there, *history.rows(figure)]
    else:
        told = [there] if dated else [there, history.in_force(figure)]
    same = (one for one in told if one and one.says(entry.value, entry.bound))
    known = next((one for one in same if entry.stage in (one.stage, Stage.UNSTATED)), None)
    if known:
        return known
    taken_back = entry.value is None
    if taken_back and not reread and there is None and (before is None or before.value is None):
        return Nothing()
    turned = there is not None and (there.value is None) != taken_back and not reread
    return None if there is None or turned else Clash(there)
