"""Which figures have two values of the same date, and where do they stand?

Rows mostly come in order, and then the last row of a figure is enough to compare with. Where they
do not, the figure is looked at again, in little memory: of every row only what it says is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ycindic.domain.model import Stage
from ycindic.domain.row import FIGURE_COLUMNS
from ycindic.load.cells import narrow
from ycindic.load.csv_file import Source
from ycindic.load.slots import BOUND, VALUE, Key, Slot

_STAGE = FIGURE_COLUMNS.index("stage")


class _Date(NamedTuple):
    """One figure at one date of publication."""

    key: Key
    stamp: str


class Doubles:
    """Finds the dates at which some rows of a figure say different things."""

    def __init__(self, keys: set[Key]) -> None:
        self.found: set[_Date] = set()
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
            self.found.add(_Date(slot.key, stamp))


class Witness:
    """Looks at the dates that were found once more, each as a figure of its own: which rows contradict each other?"""

    def __init__(self, dates: set[_Date]) -> None:
        self._dates = dates
        self._slots: dict[_Date, Slot] = {}

    def look(self, slot: Slot, stamp: str, row: list[str], source: Source) -> None:
        """Take a row to those of its date."""
        when = _Date(slot.key, stamp)
        if when not in self._dates:
            return
        kept, retracted = self._slots.get(when), narrow(source.arranged(row)[_STAGE]) == Stage.RETRACTED
        if kept is not None:
            kept.meet(row, source, retracted=retracted)
            return
        kept = self._slots[when] = Slot(slot.key, slot.known, slot.period, slot.basis)
        kept.keep(row, source, source.line, retracted=retracted)

    @property
    def slots(self) -> Iterable[Slot]:
        """A figure for every date that was found."""
        return self._slots.values()
