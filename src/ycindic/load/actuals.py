"""Which published figures are known? Reads the CSV files of a folder, of each figure one vintage.

A million rows must not become a million objects: rows are streamed, and of every figure only the
newest vintage that was published by the date of the question stays.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from operator import itemgetter
from pathlib import Path

from ycindic.domain.facts import Facts, Series, series
from ycindic.domain.model import Basis, Bound, Indicator, IndicatorId, Measure, Observation, Stage
from ycindic.domain.period import Period, last_day, parse, year_of
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.release import due
from ycindic.files.decoding import scan
from ycindic.load.cells import day, narrow, unguarded, value
from ycindic.load.reading import nearest

COLUMNS = ("indicator", "period", "value", "basis", "published", "stage", "bound", "source", "note")
NEEDED = COLUMNS[:3]
WIDEST = 1000

ALLOWED: Mapping[Measure, tuple[Basis, ...]] = {
    Measure.FLOW: (Basis.YTD, Basis.ALONE),
    Measure.GROWTH: (Basis.YTD, Basis.ALONE),
    Measure.STOCK: (Basis.POINT,),
    Measure.MEAN: (Basis.YTD, Basis.ALONE),
    Measure.EVENTS: (Basis.ALONE, Basis.YTD),
}
"""The bases that fit a measure; the first is what an empty cell means, but a mean types its own."""

Key = tuple[IndicatorId, Basis, int, int]


@dataclass(slots=True)
class Slot:
    """One figure: what it covers, and the newest vintage so far."""

    indicator: Indicator
    period: Period
    basis: Basis
    undated: str
    stamp: str = ""
    row: list[str] | None = None
    place: tuple[str, int] = ("", 0)
    conflicts: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Actuals:
    """What a reading of the files gave: the facts, and how many rows were not yet published."""

    facts: Facts
    later: int


def read_actuals(
    files: Iterable[Path], indicators: Mapping[IndicatorId, Indicator], as_of: date, problems: list[Problem]
) -> Actuals:
    """Read the figures known at a date; faults go to `problems` and never stop the reading.

    A conflict (one figure, one date, two values) is told where it touches a figure that counts,
    and that figure is then left out. To look at all conflicts, see `find_conflicts`.
    """
    table = _Table(indicators, as_of, problems)
    for path in files:
        table.read(path)
    for slot in table.slots.values():
        problems += slot.conflicts
    return Actuals(Facts(_Known(table)), table.later)


class _Known(Mapping[IndicatorId, Series]):
    """The series by indicator, made of their rows when they are first asked for."""

    def __init__(self, table: _Table) -> None:
        self._table = table
        self._slots: dict[IndicatorId, list[Slot]] = {}
        for slot in table.slots.values():
            if slot.row is not None and not slot.conflicts:
                self._slots.setdefault(slot.indicator.id, []).append(slot)
        self._made: dict[IndicatorId, Series] = {}

    def __getitem__(self, key: IndicatorId) -> Series:
        if key not in self._made:
            found = (self._table.observation(slot) for slot in self._slots[key])
            self._made[key] = series(one for one in found if one is not None)
        return self._made[key]

    def __iter__(self) -> Iterator[IndicatorId]:
        return iter(self._slots)

    def __len__(self) -> int:
        return len(self._slots)


class _Table:
    """The figures of all files while they are read."""

    def __init__(self, indicators: Mapping[IndicatorId, Indicator], as_of: date, problems: list[Problem]) -> None:
        self.indicators = indicators
        self.as_of = as_of.isoformat()
        self.problems = problems
        self.slots: dict[Key, Slot] = {}
        self.later = 0
        self.good: set[str] = set()
        self.stamps: dict[str, str] = {"": ""}

    def read(self, path: Path) -> None:
        """Read one file."""
        source = open_table(path, self.problems)
        if source is None:
            return
        try:
            with source:
                columns = header(source, self.problems)
                if columns is not None:
                    self._rows(source, columns)
        except csv.Error as error:
            self.problems.append(Problem(Place(source.name, source.line), Code.CSV_SYNTAX, detail=str(error)))
        except OSError as error:
            self.problems.append(Problem(Place(source.name), Code.UNREADABLE, detail=str(error.strerror)))

    def _rows(self, source: Source, columns: list[str]) -> None:
        """The loop that a million rows go through: one look-up a cell, everything else once a word."""
        width, fit, known = len(columns), _fitting(columns), self._known_slots(source, columns)
        place = {name: columns.index(name) if name in columns else width for name in COLUMNS}
        identity = itemgetter(place["indicator"], place["period"], place["basis"])
        marks = itemgetter(place["stage"], place["bound"])
        at_value, at_published = place["value"], place["published"]
        padded = width in place.values()
        good, stamps, as_of, name = self.good, self.stamps, self.as_of, source.name
        slots: dict[tuple[str, ...], Slot | None] = {}
        plain_marks = {("", "")}
        last, slot = None, None
        for row in source.rows:
            if len(row) != width and not fit(row, self.problems, source):
                continue
            if padded:
                row.append("")
            raw = identity(row)
            if raw != last:
                last = raw
                slot = slots[raw] if raw in slots else slots.setdefault(raw, known(raw))
            elif slot is None:
                continue
            if slot is None:
                continue
            if marks(row) not in plain_marks and not self._marks_known(marks(row), plain_marks, place, source):
                continue
            if row[at_value] not in good and not self._value_known(row, slot, place, source):
                continue
            stamp = stamps.get(row[at_published])
            if stamp is None and (stamp := self._stamp(row[at_published], place, source)) is None:
                continue
            if (stamp or slot.undated) > as_of:
                self.later += 1
            elif slot.row is None or stamp > slot.stamp:
                slot.stamp, slot.row, slot.place = stamp, self._kept(row, place), (name, source.line)
                if slot.conflicts:
                    slot.conflicts = []
            elif stamp == slot.stamp:
                self._compare(slot, row, place, source)

    def _kept(self, row: list[str], place: Mapping[str, int]) -> list[str]:
        """The cells in the order of the known columns."""
        return [row[place[name]] for name in COLUMNS]

    def _compare(self, slot: Slot, row: list[str], place: Mapping[str, int], source: Source) -> None:
        """The same figure at the same date: once more, or another value?"""
        other = self._kept(row, place)
        if slot.row is None or _same(slot.row, other, slot.indicator):
            return
        first, line = slot.place
        slot.conflicts.append(
            Problem(
                Place(source.name, source.line, place["value"] + 1), Code.CONFLICT,
                seen=other[2], expected=slot.row[2], detail=f"{first}:{line}",
            )
        )

    def _known_slots(self, source: Source, columns: list[str]) -> Callable[[tuple[str, ...]], Slot | None]:
        column = {name: columns.index(name) + 1 for name in columns}

        def known(raw: tuple[str, ...]) -> Slot | None:
            return self._slot(narrow(raw[0]), narrow(raw[1]), narrow(raw[2]).lower(), source, column)

        return known

    def _slot(self, name: str, period_text: str, basis_text: str, source: Source, column: Mapping[str, int]) -> Slot | None:
        """The slot of an indicator, period and basis as typed; None, with a problem, if they make none."""

        def fault(where: str, code: Code, **details: str) -> None:
            self.problems.append(Problem(Place(source.name, source.line, column.get(where, 0)), code, **details))

        indicator = self.indicators.get(IndicatorId(name))
        period = parse(period_text)
        if indicator is None:
            fault("indicator", Code.UNKNOWN_INDICATOR, seen=name, nearest=nearest(name, self.indicators))
        if period is None:
            fault("period", Code.BAD_PERIOD, seen=period_text)
        if indicator is None or period is None:
            return None
        basis = self._basis(indicator, basis_text, fault)
        if basis is None:
            return None
        if basis is Basis.YTD and year_of(period.first) != year_of(period.last):
            fault("period", Code.PERIOD_BASIS, seen=period_text, expected=f"{year_of(period.last)}")
            return None
        first = period.first if basis is Basis.ALONE else 0
        key = (indicator.id, basis, first, period.last)
        if key not in self.slots:
            self.slots[key] = Slot(indicator, period, basis, undated=_undated(indicator, period))
        return self.slots[key]

    def _basis(self, indicator: Indicator, text: str, fault: Callable[..., None]) -> Basis | None:
        allowed = ALLOWED[indicator.measure]
        words = ", ".join(allowed)
        if not text:
            if indicator.measure is not Measure.MEAN:
                return allowed[0]
            fault("basis", Code.NO_BASIS, expected=words)
        elif text not in set(Basis):
            fault("basis", Code.BAD_CHOICE, seen=text, expected=words, nearest=nearest(text, allowed))
        elif text not in allowed:
            fault("basis", Code.BASIS_MEASURE, seen=text, expected=words, detail=indicator.measure)
        else:
            return Basis(text)
        return None

    def _marks_known(self, marks: tuple[str, ...], plain: set[tuple[str, ...]], place: Mapping[str, int], source: Source) -> bool:
        """Whether stage and bound are words we know; such pairs are looked up only once."""
        sound = True
        for where, text, choices in (("stage", marks[0], Stage), ("bound", marks[1], Bound)):
            words = [word for word in choices if word]
            if narrow(text) and narrow(text) not in words:
                self.problems.append(
                    Problem(
                        Place(source.name, source.line, place[where] + 1), Code.BAD_CHOICE,
                        seen=text, expected=", ".join(words), nearest=nearest(text, words),
                    )
                )
                sound = False
        if sound and narrow(marks[0]) != Stage.RETRACTED:
            plain.add(marks)
        return sound

    def _value_known(self, row: list[str], slot: Slot, place: Mapping[str, int], source: Source) -> bool:
        """Whether a value counts: a number, or the empty cell of a retraction."""
        text = row[place["value"]]
        retracted = narrow(row[place["stage"]]) == Stage.RETRACTED
        where = Place(source.name, source.line, place["value"] + 1)
        if not text.strip():
            return retracted
        if retracted:
            self.problems.append(Problem(where, Code.RETRACTED_VALUE, seen=text))
            return False
        if value(text, percent=slot.indicator.unit == "%") is None:
            self.problems.append(Problem(where, Code.BAD_VALUE, seen=text, expected=slot.indicator.unit))
            return False
        if text.isascii() and "%" not in text and len(self.good) < 200_000:
            self.good.add(text)
        return True

    def _stamp(self, text: str, place: Mapping[str, int], source: Source) -> str | None:
        found = day(text)
        if found is None and text.strip():
            where = Place(source.name, source.line, place["published"] + 1)
            self.problems.append(Problem(where, Code.BAD_DATE, seen=text))
            return None
        self.stamps[text] = found.isoformat() if found else ""
        return self.stamps[text]

    def observation(self, slot: Slot) -> Observation | None:
        """The figure of a slot as the domain knows it; None where it was retracted."""
        return None if slot.row is None else to_observation(slot.row, slot.indicator, slot.period, slot.basis, slot.place)


def to_observation(
    row: list[str], indicator: Indicator, period: Period, basis: Basis, place: tuple[str, int]
) -> Observation | None:
    """A checked row, its cells in the order of `COLUMNS`, as an observation; None without a number."""
    number = value(row[2], percent=indicator.unit == "%")
    if number is None:
        return None
    return Observation(
        indicator=indicator.id,
        period=period,
        basis=basis,
        value=number,
        published=day(row[4]),
        stage=Stage(narrow(row[5])),
        bound=Bound(narrow(row[6])),
        source=unguarded(row[7]),
        note=unguarded(row[8]),
        place=Place(place[0], place[1]),
    )


def _same(one: list[str], other: list[str], indicator: Indicator) -> bool:
    percent = indicator.unit == "%"
    return value(one[2], percent=percent) == value(other[2], percent=percent) and narrow(one[6]) == narrow(other[6])


def _undated(indicator: Indicator, period: Period) -> str:
    """From which day on a row without a published date counts: its release, else its period's end."""
    rule = indicator.released
    day = due(rule, period.last) if rule else None
    return (day or last_day(period.last)).isoformat()


@dataclass(slots=True)
class Source:
    """An open table: its name for the reader, its rows, the line that was read last."""

    name: str
    file: object
    reader: Iterator[list[str]]

    @property
    def rows(self) -> Iterator[list[str]]:
        return self.reader

    @property
    def line(self) -> int:
        return self.reader.line_num  # type: ignore[attr-defined,no-any-return]

    def __enter__(self) -> Source:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()  # type: ignore[attr-defined]


def open_table(path: Path, problems: list[Problem]) -> Source | None:
    """Open a CSV file in its encoding, comments left out; None, with a problem, if it is none."""
    name = str(path)
    try:
        found = scan(path)
        if found.too_long:
            problems.append(Problem(Place(name, found.too_long), Code.TOO_LONG))
        elif found.encoding is None:
            problems.append(Problem(Place(name, found.line), Code.ENCODING))
        else:
            file = path.open(encoding=found.encoding, newline="")
            return Source(name, file, csv.reader(_uncommented(file) if found.comments else file, strict=True))
    except OSError as error:
        problems.append(Problem(Place(name), Code.UNREADABLE, detail=error.strerror or type(error).__name__))
    return None


def _uncommented(lines: Iterable[str]) -> Iterator[str]:
    """Comment lines as empty ones, so that line numbers stay; a # inside a quoted cell is text."""
    quoted = False
    for line in lines:
        if not quoted and line.startswith("#"):
            yield "\n"
        else:
            quoted ^= line.count('"') % 2 == 1
            yield line


def header(source: Source, problems: list[Problem]) -> list[str] | None:
    """The columns of a file's first row; None, with problems, where a needed or unknown one spoils it."""
    row = next((row for row in source.rows if any(cell.strip() for cell in row)), None)
    if row is None:
        problems.append(Problem(Place(source.name, 1), Code.NO_HEADER, expected=",".join(COLUMNS)))
        return None
    before = len(problems)
    columns = [narrow(cell).lower() for cell in row[:WIDEST]]
    while columns and not columns[-1]:
        columns.pop()
    for number, name in enumerate(columns):
        place = Place(source.name, source.line, number + 1)
        if name not in COLUMNS:
            free = [one for one in COLUMNS if one not in columns]
            problems.append(
                Problem(place, Code.UNKNOWN_COLUMN, seen=name, expected=", ".join(COLUMNS), nearest=nearest(name, free))
            )
        elif name in columns[:number]:
            problems.append(Problem(place, Code.DUPLICATE_COLUMN, seen=name))
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        problems.append(Problem(Place(source.name, source.line), Code.MISSING_COLUMN, expected=", ".join(missing)))
    return columns if len(problems) == before else None


def _fitting(columns: list[str]) -> Callable[[list[str], list[Problem], Source], bool]:
    width = len(columns)
    needed = max(columns.index(name) for name in NEEDED) + 1

    def fit(row: list[str], problems: list[Problem], source: Source) -> bool:
        """Bring a row of another length to the header's; an empty row is passed over."""
        if not any(cell.strip() for cell in islice(row, 0, WIDEST)):
            return False
        if len(row) < needed or any(cell.strip() for cell in row[width:]):
            seen, expected = str(len(row)), str(width)
            problems.append(Problem(Place(source.name, source.line), Code.ROW_LENGTH, seen=seen, expected=expected))
            return False
        del row[width:]
        row += [""] * (width - len(row))
        return True

    return fit


