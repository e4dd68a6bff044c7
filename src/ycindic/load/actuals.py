"""Which published figures are known? Reads the CSV files of a folder, of each figure one vintage.

A million rows must not become a million objects: rows are streamed, and of every figure only the
newest vintage that was published by the date of the question stays.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.facts import Facts, Series, series
from ycindic.domain.model import Bound, IndicatorId, Plan, Stage
from ycindic.domain.problem import Code, Place, Problem
from ycindic.load import likely
from ycindic.load.cells import day, narrow, value
from ycindic.load.csv_file import COLUMNS, Source, open_table, table_of
from ycindic.load.reading import nearest
from ycindic.load.slots import Key, Slot, Slots

MOST_WORDS = 200_000
"""So many different values are remembered as good; beyond that each is looked at again."""


_NOTHING: Mapping[str, str] = {}


class Actuals(NamedTuple):
    """What a reading of the files gave: the facts, and how many rows were not yet published."""

    facts: Facts
    later: int


def read_actuals(
    files: Iterable[Path],
    plan: Plan,
    as_of: date,
    problems: list[Problem],
    *,
    thorough: bool = False,
    more: Mapping[str, str] = _NOTHING,
) -> Actuals:
    """Read the figures known at a date; faults go to `problems` and never stop the reading.

    A conflict (one figure, one date, two values) is told where it touches a figure that counts,
    and that figure is then left out; `thorough` tells all of them. `more` are tables that stand in no
    file yet, by name.
    """
    paths = list(files)
    table = Table(plan, as_of, problems, thorough=thorough)
    for path in paths:
        table.read(path)
    for name, text in more.items():
        table.take(table_of(name, text, problems))
    slots = table.slots.by_key
    tangled = {key for key, slot in slots.items() if slot.tangled} if thorough else set()
    for key, slot in slots.items():
        problems += [] if key in tangled else slot.conflicts
    if tangled:
        problems += _tangled_conflicts(paths, plan, tangled)
    return Actuals(Facts(_Known(slots.values())), table.later)


def _tangled_conflicts(paths: Iterable[Path], plan: Plan, keys: set[Key]) -> list[Problem]:
    """The conflicts of the figures whose vintages stand out of order, found by a second reading."""
    table = Table(plan, date.max, [], thorough=True, only=keys)
    for path in paths:
        table.read(path)
    return [problem for slot in table.slots.by_key.values() for problem in slot.conflicts]


class _Known(Mapping[IndicatorId, Series]):
    """The series by indicator, made of their rows when they are first asked for."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        self._slots: dict[IndicatorId, list[Slot]] = {}
        for slot in slots:
            if slot.row is not None and not slot.conflicts:
                self._slots.setdefault(slot.known.indicator.id, []).append(slot)
        self._made: dict[IndicatorId, Series] = {}

    def __getitem__(self, key: IndicatorId) -> Series:
        if key not in self._made:
            found = (slot.observation() for slot in self._slots[key])
            self._made[key] = series(one for one in found if one is not None)
        return self._made[key]

    def __iter__(self) -> Iterator[IndicatorId]:
        return iter(self._slots)

    def __len__(self) -> int:
        return len(self._slots)


class Table:
    """The figures of all files while they are read."""

    def __init__(
        self,
        plan: Plan,
        as_of: date,
        problems: list[Problem],
        *,
        thorough: bool,
        only: set[Key] | None = None,
    ) -> None:
        self.slots = Slots(plan)
        self.as_of = as_of.isoformat()
        self.problems = problems
        self.thorough = thorough
        self.only = only
        self.seen: dict[tuple[Key, str], Slot] = {}
        self.later = 0
        self.good: set[str] = set()
        self.stamps: dict[str, str] = {"": ""}
        self.plain_marks = {("", "")}

    def read(self, path: Path) -> None:
        """Read one file."""
        self.take(open_table(path, self.problems))

    def take(self, source: Source | None) -> None:
        """Read a table that is open."""
        if source is None:
            return
        with source.file:
            try:
                self._rows(source)
            except csv.Error as error:
                source.stumbled(error)
            except OSError as error:
                self.problems.append(Problem(Place(source.name), Code.UNREADABLE, detail=str(error.strerror)))

    def _rows(self, source: Source) -> None:  # noqa: C901, PLR0912 - a call a row would double the time
        """The loop that a million rows go through: a look-up a cell, everything else once a word."""
        columns, width, name = source.columns, len(source.columns), source.name
        at = {column: columns.index(column) if column in columns else width for column in COLUMNS}
        cells, identity, marks = (
            itemgetter(*(at[column] for column in group))
            for group in (COLUMNS, ("indicator", "period", "basis"), ("stage", "bound"))
        )
        at_value, at_published, padded = at["value"], at["published"], width in at.values()
        good, stamps, as_of, plain_marks, rows = self.good, self.stamps, self.as_of, self.plain_marks, source.rows
        slots: dict[tuple[str, ...], Slot | None] = {}
        last: tuple[str, ...] | None = None
        slot: Slot | None = None
        for row in rows:
            if len(row) != width and not source.fits(row):
                continue
            if padded:
                row.append("")
            raw = identity(row)
            if raw != last:
                last = raw
                if raw not in slots:
                    slots[raw] = self.slots.find(raw, source)
                slot = slots[raw]
            if slot is None:
                continue
            if marks(row) not in plain_marks and not self._marks_fit(row[at_value], marks(row), source):
                continue
            if row[at_value] not in good and not self._value_fits(row[at_value], marks(row)[0], slot, source):
                continue
            stamp = stamps.get(row[at_published])
            if stamp is None:
                stamp = self._stamp(row[at_published], source)
                if stamp is None:
                    continue
            if (stamp or slot.undated) > as_of:
                self.later += 1
            elif slot.row is None or stamp > slot.stamp:
                slot.keep(stamp, list(cells(row)), (name, rows.line_num))
                if slot.conflicts and not self.thorough:
                    slot.conflicts = []
            elif stamp == slot.stamp:
                self._compare(slot, list(cells(row)), source)
            else:
                slot.tangled = True
            if self.only is not None:
                self._collect(slot, stamp, list(cells(row)), source)

    def _collect(self, slot: Slot, stamp: str, row: list[str], source: Source) -> None:
        """Compare with the first row of the same figure and date, however far back it stands."""
        if self.only is None or slot.key not in self.only:
            return
        first = self.seen.get((slot.key, stamp))
        if first is None:
            kept = self.seen[slot.key, stamp] = Slot(slot.key, slot.known, slot.period, slot.basis)
            kept.keep(stamp, row, (source.name, source.line))
            return
        self._compare(first, row, source)
        slot.conflicts = [*slot.conflicts, *first.conflicts]
        first.conflicts = []

    def _compare(self, slot: Slot, other: list[str], source: Source) -> None:
        """The same figure at the same date: once more, or another value?"""
        if slot.row is None or not slot.differs(other):
            return
        place = Place(source.name, source.line, source.columns.index("value") + 1)
        first = ":".join(str(one) for one in slot.place)
        conflict = Problem(place, Code.CONFLICT, seen=other[2], expected=slot.row[2], detail=first)
        slot.conflicts = [*slot.conflicts, conflict]

    def _marks_fit(self, text: str, marks: tuple[str, ...], source: Source) -> bool:
        """Whether stage and bound are words we know; a plain pair is looked at only once."""
        sound = True
        for column, typed, choices in (("stage", marks[0], Stage), ("bound", marks[1], Bound)):
            words = [str(word) for word in choices if word]
            if narrow(typed) and narrow(typed) not in words:
                source.fault(
                    column, Code.BAD_CHOICE, seen=typed, expected=", ".join(words), nearest=nearest(typed, words)
                )
                sound = False
        if narrow(marks[0]) == Stage.RETRACTED:
            if text.strip():
                source.fault("value", Code.RETRACTED_VALUE, seen=text)
                sound = False
        elif sound:
            self.plain_marks.add((marks[0], marks[1]))
        return sound

    def _value_fits(self, text: str, stage: str, slot: Slot, source: Source) -> bool:
        """Whether a value counts: a number, or the empty cell of a retraction."""
        if not text.strip():
            return narrow(stage) == Stage.RETRACTED
        if value(text, percent=slot.known.percent) is None:
            unit = slot.known.indicator.unit
            source.fault("value", Code.BAD_VALUE, seen=text, nearest=likely.number(text, unit), detail=unit)
            return False
        if text.isascii() and "%" not in text and len(self.good) < MOST_WORDS:
            self.good.add(text)
        return True

    def _stamp(self, text: str, source: Source) -> str | None:
        found = day(text)
        if found is None and text.strip():
            source.fault("published", Code.BAD_DATE, seen=text, nearest=likely.day(text))
            return None
        self.stamps[text] = found.isoformat() if found else ""
        return self.stamps[text]
