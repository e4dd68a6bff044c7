"""Which published figures are known? Reads the CSV files of a folder, of each figure one vintage.

A million rows must not become a million objects: rows are streamed, and of every figure only the
newest vintage that was published by the date of the question stays.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, TypeVar

from ycindic.domain.facts import Facts, Series, by_cover
from ycindic.domain.model import Bound, IndicatorId, Observation, Plan, Stage
from ycindic.domain.period import Period
from ycindic.domain.problem import Code, Problem
from ycindic.domain.row import FIGURE_COLUMNS
from ycindic.load import likely
from ycindic.load.cells import cell_value, day, narrow
from ycindic.load.csv_file import Source, blank, open_table, table_of
from ycindic.load.reading import nearest_word
from ycindic.load.slots import Key, Slot, Slots, Watch

_IDENTITY = ("indicator", "period", "basis", "stage", "bound")
_MOST_WORDS = 200_000
"""So many different values are remembered as good; beyond that each is looked at again."""


_NOTHING: Mapping[str, str] = {}


class _Actuals(NamedTuple):
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
    notes: list[Problem] | None = None,
) -> _Actuals:
    """Read the figures known at a date; faults go to `problems` and never stop the reading.

    A conflict (one figure, one date, two values in two files) is told where it touches a figure that
    counts, and that figure is then left out; `thorough` tells all of them, and to `notes` the rows whose
    place a later row of their file has taken. `more` are rows that are to come, by the path of their file: they are
    read behind its rows, before the next file, as they will be once they stand there.
    """
    paths = list(files)
    table = _Table(plan, as_of, problems, thorough=thorough)
    there, coming = set(paths), {Path(name): text for name, text in more.items()}
    for path in sorted({*paths, *coming}) if coming else paths:
        if path in there:
            table.read(path)
        if path in coming:
            table.take(table_of(str(path), coming[path], problems))
    slots = table.slots.by_key
    tangled = {key for key, slot in slots.items() if slot.tangled} if thorough else set()
    sound = (slot for key, slot in slots.items() if key not in tangled)
    for slot in (*sound, *(_untangled(paths, plan, as_of, tangled) if tangled else ())):
        problems += slot.conflicts
        if notes is not None:
            notes += slot.superseded
    return _Actuals(Facts(_Known(slots.values())), table.later)


def _untangled(paths: list[Path], plan: Plan, as_of: date, keys: set[Key]) -> Iterable[Slot]:
    """Figures out of order, date by date: a second reading finds the dates with several rows, a third the rows."""
    from ycindic.load.conflicts import Doubles, Witness

    doubles = Doubles(keys)
    _watched(paths, plan, as_of, doubles.look)
    if not doubles.found:
        return ()
    witness = Witness(doubles.found)
    _watched(paths, plan, as_of, witness.look)
    return witness.slots


def _watched(paths: list[Path], plan: Plan, as_of: date, watch: Watch) -> None:
    table = _Table(plan, as_of, [], thorough=True, watch=watch)
    for path in paths:
        table.read(path)


class _Known(Mapping[IndicatorId, Series]):
    """The series by indicator, put together when they are first asked for."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        self._slots: dict[IndicatorId, list[Slot]] = {}
        for slot in slots:
            if slot.row is not None and not slot.retracted and not slot.conflicts:
                self._slots.setdefault(slot.known.indicator.id, []).append(slot)
        self._made: dict[IndicatorId, Series] = {}

    def __getitem__(self, key: IndicatorId) -> Series:
        if key not in self._made:
            self._made[key] = _series(self._slots[key])
        return self._made[key]

    def __iter__(self) -> Iterator[IndicatorId]:
        return iter(self._slots)

    def __len__(self) -> int:
        return len(self._slots)


def _series(slots: list[Slot]) -> Series:
    calendar = slots[0].known.indicator.calendar
    ytd, alone, point = by_cover(slots, calendar)
    return Series(_Figures(ytd), _Figures(alone), _Figures(point), calendar)


_Covered = TypeVar("_Covered", int, Period)


class _Figures(Mapping[_Covered, Observation]):
    """Figures by what they cover, each made of its row when it is first asked for: most never are."""

    __slots__ = ("_found",)

    def __init__(self, slots: dict[_Covered, Slot]) -> None:
        self._found: dict[_Covered, Slot | Observation] = {**slots}

    def __getitem__(self, key: _Covered) -> Observation:
        found = self._found[key]
        if isinstance(found, Slot):
            found = self._found[key] = found.observation()
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._found

    def __iter__(self) -> Iterator[_Covered]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


_WORDS: dict[str, tuple[str, ...]] = {
    column: tuple(str(word) for word in choices if word) for column, choices in (("stage", Stage), ("bound", Bound))
}


def _known_word(column: str, typed: str, source: Source) -> bool:
    """Whether a cell holds a word of its column or blanks; a fault is noted if not."""
    word = narrow(typed)
    if not word or word in _WORDS[column]:
        return True
    near = likely.word(word, _WORDS[column]) or nearest_word(word.lower(), _WORDS[column])
    source.fault(column, Code.BAD_CHOICE, seen=typed, expected=", ".join(_WORDS[column]), nearest=near)
    return False


class _Table:
    """The figures of all files while they are read."""

    def __init__(
        self, plan: Plan, as_of: date, problems: list[Problem], *, thorough: bool, watch: Watch | None = None
    ) -> None:
        self.slots = Slots(plan)
        self.as_of = as_of.isoformat()
        self.problems = problems
        self.thorough = thorough
        self.watch = watch
        self.later = 0
        self.good: set[str] = set()
        self.stamps: dict[str, str] = {"": ""}

    def read(self, path: Path) -> None:
        """Read one file."""
        self.take(open_table(path, self.problems))

    def take(self, source: Source | None) -> None:
        """Read a table that is open."""
        if source is not None:
            with source.read():
                self._rows(source)

    def _rows(self, source: Source) -> None:  # noqa: C901, PLR0912 - a call a row would double the time
        """The loop that a million rows go through: a look-up a cell, everything else once a word."""
        columns, width = source.columns, len(source.columns)
        at = {column: columns.index(column) if column in columns else width for column in FIGURE_COLUMNS}
        identity, padded = itemgetter(*(at[column] for column in _IDENTITY)), width in at.values()
        at_value, at_published, watch = at["value"], at["published"], self.watch
        good, stamps, as_of, rows = self.good, self.stamps, self.as_of, source.rows
        slots: dict[tuple[str, ...], Slot | None] = {}
        last: tuple[str, ...] | None = None
        slot: Slot | None = None
        retracted = False
        for row in rows:
            if len(row) != width and not source.fits(row):
                continue
            if padded:
                row.append("")
            raw = identity(row)
            if raw != last:
                slot = slots.get(raw)
                if slot is None and raw not in slots:
                    if not raw[0].strip() and blank(row):
                        continue
                    slot = slots[raw] = self._slot(raw, source)
                last = raw
                retracted = raw[3] != "" and narrow(raw[3]) == Stage.RETRACTED
            if slot is None:
                continue
            text = row[at_value]
            if (retracted or text not in good) and not self._value_fits(text, slot, source, retracted=retracted):
                continue
            stamp = stamps.get(row[at_published])
            if stamp is None:
                stamp = self._stamp(row[at_published], source)
                if stamp is None:
                    continue
            if (stamp or slot.known.undated(slot.period.last)) > as_of:
                self.later += 1
                continue
            if slot.row is None or stamp > slot.stamp:
                slot.stamp = stamp
                slot.keep(row, source, rows.line_num, retracted=retracted)
                if slot.conflicts and not self.thorough:
                    slot.conflicts = ()
            elif stamp == slot.stamp:
                slot.meet(row, source, retracted=retracted)
            else:
                slot.tangled = True
            if watch is not None:
                watch(slot, stamp, row, source)

    def _slot(self, raw: tuple[str, ...], source: Source) -> Slot | None:
        """The figure that a row speaks of; None, with problems, where one of its words is not known."""
        stage, bound = raw[3:]
        stage_known = not stage or _known_word("stage", stage, source)
        bound_known = not bound or _known_word("bound", bound, source)
        slot = self.slots.find(raw[:3], source)
        return slot if stage_known and bound_known else None

    def _value_fits(self, text: str, slot: Slot, source: Source, *, retracted: bool) -> bool:
        """Whether a value counts: a number, or the empty cell of a retraction."""
        if retracted or not text.strip():
            if text.strip():
                source.fault("value", Code.RETRACTED_VALUE, seen=text)
            return retracted and not text.strip()
        if cell_value(text, percent=slot.known.percent) is None:
            one = slot.known.indicator
            near = likely.likely_number(text, one.unit)
            source.fault("value", Code.BAD_VALUE, seen=text, nearest=near, unit_zh=one.unit, unit_en=one.unit_en)
            return False
        if text.isascii() and "%" not in text and len(self.good) < _MOST_WORDS:
            self.good.add(text)
        return True

    def _stamp(self, text: str, source: Source) -> str | None:
        found = day(text)
        if found is None and text.strip():
            source.fault("published", Code.BAD_DATE, seen=text, nearest=likely.likely_day(text))
            return None
        self.stamps[text] = found.isoformat() if found else ""
        return self.stamps[text]
