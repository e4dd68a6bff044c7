"""Which figures have two values of the same date, and where do they stand?

Rows mostly come in order, and then the last row of a figure is enough to compare with. Where they
do not, the figure is looked at again, in little memory: of every row only what it says is kept.
"""

from __future__ import annotations

from typing import NamedTuple

from ycindic.domain.problem import Problem
from ycindic.load.csv_file import Source
from ycindic.load.slots import BOUND, VALUE, Key, Slot


class Date(NamedTuple):
    """One figure at one date of publication."""

    key: Key
    stamp: str


class Doubles:
    """Finds the dates at which some rows of a figure say different things."""

    def __init__(self, keys: set[Key]) -> None:
        self.found: set[Date] = set()
        self._said: dict[Key, dict[str, tuple[str, str]]] = {key: {} for key in keys}
        self._words: dict[tuple[str, str], tuple[str, str]] = {}

    def look(self, slot: Slot, stamp: str, row: list[str], source: Source) -> None:
        """Compare a row with the first of its date."""
        said = self._said.get(slot.key)
        if said is None:
            return
        cells = source.arranged(row)
        word = cells[VALUE], cells[BOUND]
        first = said.setdefault(stamp, self._words.setdefault(word, word))
        if first != word:
            self.found.add(Date(slot.key, stamp))


class Witness:
    """Tells the conflicts at the dates that were found, each row against the first one."""

    def __init__(self, dates: set[Date]) -> None:
        self.conflicts: list[Problem] = []
        self._dates = dates
        self._first: dict[Date, Slot] = {}

    def look(self, slot: Slot, stamp: str, row: list[str], source: Source) -> None:
        """Compare a row with the first of its date."""
        when = Date(slot.key, stamp)
        if when not in self._dates:
            return
        first = self._first.get(when)
        if first is not None:
            conflict = first.conflict(row, source)
            self.conflicts += [conflict] if conflict else []
            return
        kept = self._first[when] = Slot(slot.key, slot.known, slot.period, slot.basis)
        kept.stamp, kept.row, kept.source, kept.line = stamp, row, source, source.line
