"""What does an office's form hold: a row a figure, what is fixed in it, what is to be filled in?

The workbook has a sheet for people and one for us, hidden, that holds the same fixed cells a second time: so whatever
was moved, sorted or left empty, a cell that was changed beside those to be filled in is found and named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from ycindic.domain.agenda import Expected, needed_of
from ycindic.domain.facts import Facts
from ycindic.domain.model import Basis, Bilingual, Every, Indicator, IndicatorId, Observation, Target
from ycindic.domain.period import Period, month_of
from ycindic.record.grid import Grid
from ycindic.render.words import labels
from ycindic.text import Text, _
from ycindic.text.catalogue import languages


class _Asking(NamedTuple):
    """An indicator, the months that its figure is asked for, and the day on which it is due, if any."""

    indicator: Indicator
    period: Period
    due: date | None = None


FORM_MARK = "ycindic form 1"
"""The first cell of the hidden sheet."""
SHEET = "_ycindic"
FIXED_COLUMNS = ("indicator", "unit", "promise", "period", "covers", "due", "last")
OPEN_COLUMNS = ("value", "published", "note")
KEY_COLUMNS = ("id", "month", "basis")
FORM_HEADS: Mapping[str, Text] = {
    "indicator": _("Indicator"),
    "unit": _("Unit"),
    "promise": _("Promise"),
    "period": _("Period"),
    "covers": _("What it covers"),
    "due": _("Due"),
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
    """A figure that an office is asked for: its months, what it covers, when it is due, what it serves, the last one.

    `promised` are the targets of the indicator alone whose periods the months lie in, the shortest first.
    """

    indicator: Indicator
    period: Period
    basis: Basis
    last: Observation | None
    due: date | None = None
    promised: tuple[Target, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it apart, as it stands in the hidden cells: id, period and basis of our own files."""
        return self.indicator.id, str(self.period), self.basis.value


NOBODY = Bilingual("", "")
"""Whose form holds what no office is registered for."""


class Office(NamedTuple):
    """An office and what it is asked for."""

    publisher: Bilingual
    asked: tuple[AskedFigure, ...]


def office_called(publisher: Bilingual) -> Text:
    """The name of an office, or that none is registered."""
    return labels.NO_OFFICE if publisher == NOBODY else publisher


def forms_owed(
    releases: Iterable[Expected], facts: Facts, unassigned: Iterable[_Asking] = (), targets: Sequence[Target] = ()
) -> list[Office]:
    """What every office is asked for, in the order in which it is due; last, what no office is registered for.

    What is `unassigned` has no release: the months to ask for stand beside it. `targets` are told beside it.
    """
    found: dict[Bilingual, list[AskedFigure]] = {}
    due = (_Asking(one.indicator, one.period, one.due) for one in needed_of(releases))
    for one in chain(due, unassigned):
        found.setdefault(one.indicator.publisher or NOBODY, []).append(_asked(one, targets, facts))
    return sorted((Office(name, tuple(rows)) for name, rows in found.items()), key=_is_nobody)


def _is_nobody(office: Office) -> bool:
    return office.publisher == NOBODY


def _asked(one: _Asking, targets: Sequence[Target], facts: Facts) -> AskedFigure:
    indicator, period, due = one
    seen = facts.of(indicator.id).observations
    last = seen[-1] if seen else None
    basis = indicator.told_as
    months = period if basis is Basis.ALONE else Period(period.last, period.last)
    mine = (one for one in targets if one.indicator == indicator.id and one.parts is None and not one.reference)
    inside = (one for one in mine if one.period.first <= period.last <= one.period.last)
    promised = tuple(sorted(inside, key=lambda one: one.period.months))
    return AskedFigure(indicator, months, basis, last, due, promised)


def asked_of_nobody(
    waiting: Iterable[Indicator], targets: Iterable[Target], facts: Facts, as_of: date
) -> Iterator[_Asking]:
    """What without an office and a calendar can be asked for: the last whole month of the promise that ends first.

    What has a calendar is asked for by that, and what is known already is not asked for again.
    """
    wanted = {one.id: one for one in waiting if one.released is None or one.released.every is Every.IRREGULAR}
    last = month_of(as_of) - 1
    months: dict[IndicatorId, int] = {}
    for one in targets:
        if one.indicator in wanted and one.period.first <= last:
            months[one.indicator] = min(months.get(one.indicator, last), one.period.last)
    for name, month in months.items():
        known = facts.of(name).last_known(Period(month, month))
        if known is None:
            yield _Asking(wanted[name], Period(month, month))


_NOT_IN_NAMES = frozenset('<>:"/\\|?*')
"""Characters that some file system takes in no name."""


def file_names(found: Sequence[Office], lang: str) -> list[str]:
    """A name for each office's workbook that every file system takes, no two alike."""
    names: list[str] = []
    for one in found:
        told = office_called(one.publisher).in_language(lang)
        stem = "".join("-" if char in _NOT_IN_NAMES or not char.isprintable() else char for char in told)
        stem = stem.strip(" -.")[:60].rstrip(" -.") or "office"
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
