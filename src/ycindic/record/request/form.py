"""What does an office's form hold: a row a figure, what is fixed in it, what is to be filled in?

The workbook has a sheet for people and one for us, hidden, that holds the same fixed cells a second time: so whatever
was moved, sorted or left empty, a cell that was changed beside those to be filled in is found and named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ycindic.domain.agenda import Expected
from ycindic.domain.facts import Facts
from ycindic.domain.model import Basis, Bilingual, Indicator, IndicatorId, Observation
from ycindic.domain.period import Period
from ycindic.record.grid import Grid
from ycindic.text import Text, _
from ycindic.text.catalogue import languages

FORM_MARK = "ycindic form 1"
"""The first cell of the hidden sheet."""
SHEET = "_ycindic"
FIXED_COLUMNS = ("indicator", "unit", "period", "covers", "last")
OPEN_COLUMNS = ("value", "published", "note")
KEY_COLUMNS = ("id", "month", "basis")
FORM_HEADS: Mapping[str, Text] = {
    "indicator": _("Indicator"),
    "unit": _("Unit"),
    "period": _("Period"),
    "covers": _("What it covers"),
    "last": _("Last figure"),
    "value": _("Figure"),
    "published": _("Published on"),
    "note": _("Remark"),
}
"""What is told above the columns that people see."""
FORM_COLUMNS = (*FIXED_COLUMNS, *OPEN_COLUMNS, *KEY_COLUMNS)
"""The columns of the sheet, in order; the keys stand hidden behind those that people see."""
HEAD_ROW = 2
"""The row of the headings, from 0; above it stand whose form it is and what to do."""


class AskedFigure(NamedTuple):
    """A figure that an office is asked for: its months, what it covers, and the last one known."""

    indicator: Indicator
    period: Period
    basis: Basis
    last: Observation | None

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it apart, as it stands in the hidden cells: id, period and basis of our own files."""
        return self.indicator.id, str(self.period), self.basis.value


class Office(NamedTuple):
    """An office and what it is asked for."""

    publisher: Bilingual
    asked: tuple[AskedFigure, ...]


def forms_owed(releases: Iterable[Expected], facts: Facts) -> list[Office]:
    """What every office with a name is asked for, in the order in which it is due.

    Of a running total or a rate of the year so far the newest release is enough; of what is told for single months or
    of a level each is asked for.
    """
    found: dict[Bilingual, dict[tuple[IndicatorId, int], AskedFigure]] = {}
    for one in releases:
        indicator = one.indicator
        if indicator.publisher is None:
            continue
        rows = found.setdefault(indicator.publisher, {})
        asked = _asked(one, facts)
        if asked.basis is Basis.YTD:
            rows.pop(next((key for key in rows if key[0] == indicator.id), (indicator.id, -1)), None)
        rows[indicator.id, asked.period.last] = asked
    return [Office(name, tuple(rows.values())) for name, rows in found.items()]


def _asked(one: Expected, facts: Facts) -> AskedFigure:
    indicator, seen = one.indicator, facts.of(one.indicator.id).observations
    last = seen[-1] if seen else None
    basis = indicator.told_as
    months = one.period if basis is Basis.ALONE else Period(one.period.last, one.period.last)
    return AskedFigure(indicator, months, basis, last)


def file_names(found: Sequence[Office], lang: str) -> list[str]:
    """A name for each office's workbook that every file system takes, no two alike."""
    names: list[str] = []
    for one in found:
        told = one.publisher.in_language(lang)
        stem = "".join(char if char.isalnum() or char in " -_" else "-" for char in told).strip()[:60] or "office"
        name, number = f"{stem}.xlsx", 2
        while name.casefold() in (other.casefold() for other in names):
            name, number = f"{stem} {number}.xlsx", number + 1
        names.append(name)
    return names


def form_headings() -> list[list[str]]:
    """What is told above the columns that people see, in each language."""
    return [[one.in_language(lang) for one in FORM_HEADS.values()] for lang in languages()]


def without_keys(grid: Grid) -> bool:
    """Whether a table has the headings of a form, and so has lost the hidden sheet that says what its figures are."""
    told, rows = form_headings(), {row for row, _ in grid.cells}
    return any([grid.cells.get((row, place), "") for place in range(len(FORM_HEADS))] in told for row in rows)
