"""What was said of a figure before, and in which file?"""

import csv
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.facts import Series, series
from ycindic.domain.model import Bound, IndicatorId, Observation, Plan, Released, Stage
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.release import counts_from
from ycindic.load.cells import day, narrow, value
from ycindic.load.csv_file import open_table
from ycindic.load.slots import Key, Slot, Slots, observation


class Vintage(NamedTuple):
    """One row about a figure: when it was published (empty if that is not said), and what it says."""

    stamp: str
    value: Decimal | None
    bound: Bound
    stage: Stage
    place: Place
    observation: Observation | None

    def says(self, number: Decimal | None, bound: Bound) -> bool:
        """Whether the row says this value."""
        return (self.value, self.bound) == (number, bound)


class History:
    """Every row about some indicators, and which files could not be read to their end."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.rows: dict[Key, list[Vintage]] = {}
        self._keys: dict[IndicatorId, list[Key]] = {}
        self.newest: dict[IndicatorId, dict[Path, tuple[int, str]]] = {}
        self.broken: dict[Path, Problem] = {}

    def add(self, key: Key, vintage: Vintage) -> None:
        """Take a row."""
        if key not in self.rows:
            self.rows[key] = []
            self._keys.setdefault(key[0], []).append(key)
        self.rows[key].append(vintage)

    def in_force(self, key: Key) -> Vintage | None:
        """The newest vintage of a figure, be it a retraction."""
        return self._newest(self.rows.get(key, ()), key)

    def of_date(self, key: Key, stamp: str) -> Vintage | None:
        """The vintage that was published on a day: of a file its last row, of two files the first."""
        mine = [one for one in self.rows.get(key, ()) if one.stamp == stamp]
        return next((one for one in reversed(mine) if one.place.file == mine[0].place.file), None)

    def before(self, key: Key, stamp: str) -> Vintage | None:
        """The vintage that was valid just before a day."""
        return self._newest([one for one in self.rows.get(key, ()) if one.stamp < stamp], key)

    def _newest(self, rows: Iterable[Vintage], key: Key) -> Vintage | None:
        stamp = max((one.stamp for one in rows), default=None)
        return None if stamp is None else self.of_date(key, stamp)

    def series(self, indicator: IndicatorId, until: date) -> Series:
        """The figures of an indicator as they were known on a day."""
        of = self._plan.indicators[indicator]
        newest = [self._known(key, of.released, until) for key in self._keys.get(indicator, ())]
        return series((one.observation for one in newest if one and one.observation), of.calendar)

    def _known(self, key: Key, rule: Released | None, until: date) -> Vintage | None:
        """The newest vintage of a figure that was out on a day; what has no date counts from its release."""
        day = until.isoformat()
        undated = counts_from(rule, key[3]).isoformat() if any(not one.stamp for one in self.rows[key]) else ""
        return self._newest([one for one in self.rows[key] if (one.stamp or undated) <= day], key)

    def overtaken(self, key: Key, stamp: str) -> Vintage | None:
        """The vintage that stays in force although another one of an earlier day comes in."""
        now = self.in_force(key)
        return now if now is not None and now.stamp > stamp else None

    def files_of(self, indicator: IndicatorId) -> list[Path]:
        """The files with rows of an indicator, first the one with the latest period, of that the latest published."""
        found = self.newest.get(indicator, {})
        return sorted(found, key=lambda path: found[path], reverse=True)


def read_history(files: Iterable[Path], plan: Plan, wanted: Collection[IndicatorId]) -> History:
    """Read the rows about some indicators; rows with a fault are passed over, `validate` tells them."""
    history = History(plan)
    slots = Slots(plan, wanted)
    for path in files:
        problems: list[Problem] = []
        source = open_table(path, problems)
        if source is None:
            history.broken[path] = problems[0]
            continue
        with source.file:
            try:
                for slot, row in slots.rows(source):
                    _take(history, slot, row, path, source.line)
            except csv.Error as error:
                problems.clear()
                source.stumbled(error)
                history.broken[path] = problems[0]
            except OSError as error:
                history.broken[path] = Problem(Place(str(path)), Code.UNREADABLE, detail=str(error.strerror))
    return history


def _take(history: History, slot: Slot, cells: Sequence[str], path: Path, line: int) -> None:
    stage, bound, published = narrow(cells[5]), narrow(cells[6]), day(cells[4])
    number = value(cells[2], percent=slot.known.percent)
    retracted = stage == Stage.RETRACTED and not cells[2].strip()
    unfit = stage not in set(Stage) or bound not in set(Bound) or (published is None and cells[4].strip())
    if unfit or (number is None and not retracted):
        return
    place = Place(str(path), line)
    seen = observation(cells, slot.known, slot.period, slot.basis, place)
    stamp = published.isoformat() if published else ""
    history.add(slot.key, Vintage(stamp, number, Bound(bound), Stage(stage), place, seen))
    ranks, rank = history.newest.setdefault(slot.known.indicator.id, {}), (slot.period.last, stamp)
    ranks[path] = max(rank, ranks.get(path, rank))
