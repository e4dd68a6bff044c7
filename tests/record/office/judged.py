"""What becomes of a table in the reader: which figures get in wrong, and is it taken in whole?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from record.office.economy import Fact, Place
from record.office.table import Table
from record.office.written import written
from ycindic.domain.problem import Code
from ycindic.load.find import Folder
from ycindic.record.intake import Order, Preview, take_in
from ycindic.record.sent import SentTables
from ycindic.record.store import Writer

TODAY = date(2026, 11, 27)
WRITER = Writer("tester", "import", TODAY.isoformat, "pid 1 here")


class Wrong(NamedTuple):
    """A figure that would go in without a question and is not what the table says."""

    fact: Fact
    value: Decimal | None
    fault: str


Taken = Mapping[Fact, Decimal | None]
"""What would be written and nobody would be asked about."""


class Judged(NamedTuple):
    """How a table fared: taken in whole, in part, or stopped; and every figure that got in wrong."""

    table: Table
    wrong: tuple[Wrong, ...]
    missing: tuple[Fact, ...]
    stopped: tuple[str, ...]
    told: bool
    untold: tuple[Fact, ...] = ()
    taken: Taken = MappingProxyType({})

    @property
    def whole(self) -> bool:
        return not (self.wrong or self.missing or self.stopped)


def settle(place: Place, folder: Path) -> Folder:
    """A workspace on disk for a place."""
    (folder / "actuals").mkdir(parents=True)
    (folder / "targets.yaml").write_text(place.registry(), encoding="utf-8")
    (folder / "actuals" / "base.csv").write_text(place.past(), encoding="utf-8")
    return Folder(folder)


def judge(table: Table, folder: Folder, scratch: Path) -> Judged:
    """Write the table, let the reader say what it would take in, and compare."""
    path = scratch / f"{table.name}{table.form.ending}"
    path.write_bytes(written(table.sheet, table.form))
    try:
        preview = take_in(Order(folder, TODAY, TODAY, WRITER, dry_run=True), SentTables((path,)))
    except Exception as crash:  # noqa: BLE001 - whatever the reader dies of is what became of the table
        return Judged(table, (), tuple(table.facts), (f"crash {crash!r}",), told=False)
    return compared(table, preview)


def compared(table: Table, preview: Preview) -> Judged:
    """Wrong is what would be written and is no fact of the table, also where other figures are refused."""
    asked = {(entry.figure, entry.stamp) for entry, _ in preview.doubts}
    found: dict[Fact, Decimal | None] = {}
    taken: dict[Fact, Decimal | None] = {}
    for item in () if preview.problems else preview.items:
        entry = item.entry
        fact = Fact.of(entry.indicator.id, str(entry.basis), entry.period.first, entry.period.last)
        found[fact] = entry.value
        if (entry.figure, entry.stamp) not in asked:
            taken[fact] = entry.value
    missing = tuple(one for one in table.facts if one not in found)
    stopped = (
        *(f"{one.code}" for one in preview.problems),
        *(f"{one.code} {one.seen!r} at {one.place}" for one in preview.refused),
        *(f"{doubt.kind} {entry.name}" for entry, doubt in preview.doubts),
    )
    left = preview.delivery
    told = bool(left.not_used or left.passed_over or left.strangers or left.hidden)
    whole = preview.problems or left.passed_over or any(one.code is Code.MIXED_ROWS for one in preview.refused)
    untold = () if whole else _untold(table, missing, preview)
    return Judged(table, wrong_of(table, taken), missing, stopped, told, untold, taken)


def _untold(table: Table, missing: Sequence[Fact], preview: Preview) -> tuple[Fact, ...]:
    """Of the figures that did not get in those of which nothing is said: neither of their line nor of their column."""
    left = preview.delivery
    places = [*(one.place for one in preview.refused), *(one.place for one in left.strangers)]
    lines, columns = {one.line for one in places}, {one.column for one in places}
    headings = " ".join(text for _, text in (*left.not_used, *left.plan_shares))
    found = []
    for number, row in enumerate(table.sheet.rows, 1):
        for column, cell in enumerate(row, 1):
            if not cell.fact or cell.fact[0] not in missing or number in lines or column in columns:
                continue
            heads = [other[column - 1].text for other in table.sheet.rows[: number - 1] if len(other) >= column]
            if not any(one and one in headings for one in (*heads, row[0].text)):
                found.append(cell.fact[0])
    return tuple(found)


def wrong_of(table: Table, taken: Taken) -> tuple[Wrong, ...]:
    """The figures taken in that the table does not say."""
    return tuple(
        Wrong(fact, value, _fault(fact, value, table.facts))
        for fact, value in taken.items()
        if value not in (table.facts.get(fact), table.maybe.get(fact))
    )


def _fault(fact: Fact, value: Decimal | None, facts: Mapping[Fact, Decimal]) -> str:
    right = facts.get(fact)
    if right is not None and value is not None:
        return "unit" if value and abs(right / value).log10() % 1 == 0 else "value"
    same = [one for one, known in facts.items() if known == value and one.indicator == fact.indicator]
    if any((one.first, one.last) == (fact.first, fact.last) or one.last == fact.last for one in same):
        return "basis"
    if same:
        return "period"
    return "indicator" if value in facts.values() else "no such figure"
