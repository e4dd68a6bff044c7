"""Where in a table do the figures stand, and of what do they speak?

A table is long (a row a figure) or wide (periods or indicators side by side). Which one, and which rows
are its header, is found by trying: the reading that understands most columns counts.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ycindic.domain.model import Basis, Stage
from ycindic.domain.period import Period
from ycindic.load.cells import value
from ycindic.record.grid import Grid
from ycindic.record.names import LEAVE_OUT, Named, Names
from ycindic.record.words import (
    BASIS_WORDS,
    COLUMN_WORDS,
    EMPTY,
    Heading,
    find_period,
    heading,
    plain,
    table_unit,
)

DEEPEST_HEADER = 3
LAST_HEADER_ROW = 30
TRIED_ROWS = 60
NOTHING = -1_000_000
FIGURES = ("value", "rate")
"""The kinds of columns with figures."""
FOOTNOTES = ("注:", "注", "说明:", "数据来源:", "资料来源:", "来源:", "单位:", "*")


class Given(NamedTuple):
    """What was said beside the table, for all its figures that say nothing else."""

    year: int | None = None
    period: Period | None = None
    basis: Basis | None = None


class Column(NamedTuple):
    """What stands in a column.

    `kind` is a column of our files, `unit`, `value`, `rate` for the growth of the values before it, `-` for
    one that is left out, or `?` for one that is not understood.
    """

    kind: str
    text: str
    says: Heading = Heading()
    named: Named | None = None

    @property
    def timed(self) -> bool:
        """Whether it names a period, be it without its year."""
        return self.says.period is not None or self.says.yearless


class Layout(NamedTuple):
    """A way to read a table: the row below the header, the columns, which one holds the rows' names."""

    first: int
    columns: tuple[Column, ...]
    label: int | None
    given: Given
    unit: str

    def at(self, kind: str) -> int | None:
        """The column of a kind."""
        return next((place for place, one in enumerate(self.columns) if one.kind == kind), None)

    @property
    def not_used(self) -> tuple[str, ...]:
        """The headers that were not understood."""
        strange = (place for place, one in enumerate(self.columns) if one.kind == "?" and one.text)
        return tuple(self.columns[place].text for place in strange if place != self.label)


class Told(NamedTuple):
    """One cell with a figure, and everything that is said about it where it stands.

    `rate_of` is the heading of a column of growth rates: a rate may have no indicator of its own.
    """

    row: int
    column: int
    value: str
    name: str
    named: Named | None
    period: Period | None
    yearless: bool
    period_text: str
    spelled: bool
    basis: Basis | None
    basis_text: str
    unit: str
    others: Mapping[str, str]
    rate_of: str = ""


def find_layout(grid: Grid, names: Names, given: Given) -> Layout | None:
    """The best reading of a table, or None where no figure would be understood."""
    best: tuple[tuple[int, int], Layout] | None = None
    rows = range(LAST_HEADER_ROW + DEEPEST_HEADER)
    above = [[text for column in range(grid.width) if (text := grid.cells.get((row, column)))] for row in rows]
    for first in range(min(len(grid.lines), LAST_HEADER_ROW)):
        said = [text for texts in above[:first] for text in texts]
        beside = _from_above([grid.title, *said], given)
        for depth in range(1, DEEPEST_HEADER + 1):
            layout = _reading(grid, names, beside, (first, first + depth))
            if layout is None:
                continue
            unit = _unit([*said, *(text for texts in above[first : first + depth] for text in texts)])
            layout = layout._replace(unit=unit)
            worth = _worth(grid, names, layout)
            rank = (worth, sum(one.kind != "?" for one in layout.columns) - depth)
            if worth != NOTHING and (best is None or rank > best[0]):
                best = (rank, layout)
    return best[1] if best else None


def _from_above(texts: Sequence[str], given: Given) -> Given:
    """The year and the period of the lines above the header and of the sheet's name, if there is only one."""
    found = {one.period for text in texts if (one := find_period(plain(text), given.year)) and one.period}
    years = {year for one in found for year in one.years}
    period = next(iter(found)) if len(found) == 1 else None
    year = next(iter(years)) if len(years) == 1 else None
    return Given(given.year or year, given.period or period, given.basis)


def _unit(texts: Sequence[str]) -> str:
    """The unit that is told for the whole table."""
    return next((found for text in texts if (found := table_unit(plain(text)))), "")


def _reading(grid: Grid, names: Names, given: Given, rows: tuple[int, int]) -> Layout | None:
    """The table read with these rows as its header, if then its figures can have a name and a period."""
    columns = tuple(_column(_header(grid, rows, column), names, given) for column in range(grid.width))
    values = [place for place, one in enumerate(columns) if one.kind in FIGURES]
    layout = Layout(rows[1], columns, None, given, "")
    named = all(columns[place].named for place in values)
    timed = layout.at("period") is not None or given.period or any(columns[place].timed for place in values)
    label = layout.at("indicator")
    if values and (named or label is None):
        label = _other(columns, values)
    enough = (timed or label is not None) if named else (timed and label is not None)
    return layout._replace(label=label) if values and enough else None


def _other(columns: Sequence[Column], values: Sequence[int]) -> int | None:
    """The column of names where none is called so: the first one that is nothing else, before the figures."""
    return next((place for place, one in enumerate(columns) if one.kind == "?" and place < values[0]), None)


def _header(grid: Grid, rows: tuple[int, int], column: int) -> str:
    """The texts of a column's header, the upper ones first, none twice.

    A blank in an upper row, above a column that has a heading of its own, is the rest of a merged
    range: spreadsheets save those as text with their first cell only.
    """
    first, last = rows
    lowest = grid.filled.get((last - 1, column), "").strip()
    upper = (_heading_above(grid, row, column, spread=bool(lowest)) for row in range(first, last - 1))
    return " ".join(dict.fromkeys(text for text in (*upper, lowest) if text))


def _heading_above(grid: Grid, row: int, column: int, *, spread: bool) -> str:
    """The text above a column, or, where it spreads, the nearest one on its left."""
    places = range(column, -1, -1) if spread else (column,)
    return next((text for place in places if (text := grid.filled.get((row, place), "").strip())), "")


def _column(text: str, names: Names, given: Given) -> Column:
    word = plain(text)
    kind = names.column(text) or COLUMN_WORDS.get(word, "")
    if kind == "value":
        return Column("value", text, Heading(values=True))
    if kind:
        return Column(kind, text)
    named = names.of(text)
    if named is not None:
        return Column(LEAVE_OUT if named.left_out else "value", text, Heading(unit=named.unit), named)
    says = _of_its_end(heading(text, given.year), text)
    if says.values and not says.rest:
        return Column("rate" if says.rate else "value", text, says)
    return Column("?", text)


def _worth(grid: Grid, names: Names, layout: Layout) -> int:
    """How much sense the first figures make: 2 for one with name and period, 1 where only its year is
    missing, and taken off 2 for what cannot be: words, or one figure twice. `NOTHING` where none makes sense.

    A name that is not known says nothing about the layout.
    """
    good: set[object] = set()
    worth = 0
    for one in figures(grid, names, layout, most_rows=TRIED_ROWS):
        indicator = one.named.indicator if one.named else None
        key = (indicator, one.period or one.period_text, one.basis or one.basis_text, *one.others.values())
        if (one.value and value(one.value, percent=True) is None) or key in good:
            worth -= 2
        elif indicator is not None and (one.period or one.yearless):
            good.add(key)
            worth += 2 if one.period else 1
    return worth if good else NOTHING


def figures(grid: Grid, names: Names, layout: Layout, most_rows: int = 1 << 30) -> Iterator[Told]:
    """Every cell with a figure, from the top, in the order of reading; names and periods that fail stay empty."""
    values = [place for place, one in enumerate(layout.columns) if one.kind in FIGURES]
    for row in range(layout.first, min(len(grid.lines), layout.first + most_rows)):
        filled = [(place, text) for place in values if plain(text := grid.cells.get((row, place), "")) not in EMPTY]
        if not filled and _retracts(grid, layout, row):
            filled = [(values[0], "")]
        if filled and not _is_note(grid, row):
            yield from _of_row(grid, names, layout, row, filled)


def _retracts(grid: Grid, layout: Layout, row: int) -> bool:
    """A row of our own files that takes a figure back."""
    column = layout.at("stage")
    return column is not None and plain(grid.cells.get((row, column), "")) == Stage.RETRACTED


def _is_note(grid: Grid, row: int) -> bool:
    """A line of text below or between the figures."""
    texts = [text for column in range(grid.width) if (text := grid.cells.get((row, column), "").strip())]
    return len(texts) == 1 and plain(texts[0]).startswith(FOOTNOTES)


def _of_row(grid: Grid, names: Names, layout: Layout, row: int, filled: Sequence[tuple[int, str]]) -> Iterator[Told]:
    cells = {one.kind: grid.filled.get((row, place), "").strip() for place, one in enumerate(layout.columns)}
    name = "" if layout.label is None else grid.filled.get((row, layout.label), "").strip()
    of_row = names.of(name) if name else None
    said_when = cells.get("period", name)
    when = _when(said_when, layout.given)
    others = {kind: cells.get(kind, "") for kind in ("published", "stage", "bound", "source", "note")}
    basis_text = cells.get("basis", "")
    of_table = BASIS_WORDS.get(plain(basis_text)) or (None if basis_text else layout.given.basis)
    for place, text in filled:
        column, rate = layout.columns[place], layout.columns[place].kind == "rate"
        amount = _amount(layout, place) if rate else column
        named = column.named or (names.rate(name) if rate else of_row)
        if named is not None and named.left_out:
            continue
        basis = column.says.basis or amount.says.basis or of_table
        says = column.says if column.timed else when
        nowhere = "period" not in cells and not (column.named and said_when)
        if nowhere and not (says.period or says.yearless):
            says = _beside(layout, place, basis, amount.text)
        unit = column.says.unit or (named.unit if named else "") or cells.get("unit", "") or layout.unit
        yield Told(
            row=row,
            column=place,
            value=text.strip(),
            name=column.text if column.named else name,
            named=named,
            period=says.period,
            yearless=says.yearless,
            period_text=said_when if column.named else cells.get("period") or column.text,
            spelled=says.spelled,
            basis=basis,
            basis_text="" if basis else basis_text,
            unit="%" if rate else unit,
            others=others,
            rate_of=column.text if rate else "",
        )


def _when(text: str, given: Given) -> Heading:
    """The period of a row."""
    found = find_period(plain(text), given.year) if text else None
    if found is None or found.rest.strip("()-"):
        return Heading()
    return Heading(period=found.period, spelled=found.spelled, yearless=found.period is None)


_ALONE = (("本月", 1), ("当月", 1), ("单月", 1), ("本季", 3), ("当季", 3))
"""Words of a column that speaks of one month or quarter alone, and how many months that is."""


def _at_its_end(period: Period, basis: Basis | None, text: str) -> Period:
    """A column 本月 under 1-6月 speaks of June, 本季 of its quarter: the heading names how far the year is."""
    months = next((months for word, months in _ALONE if word in text), period.months)
    if basis is not Basis.ALONE:
        return period
    return Period(max(period.first, period.last - months + 1), period.last)


def _of_its_end(says: Heading, text: str) -> Heading:
    """What a header says, its own period being that of a column that speaks of the end alone."""
    return says if says.period is None else says._replace(period=_at_its_end(says.period, says.basis, text))


def _amount(layout: Layout, place: int) -> Column:
    """The column of amounts that a rate belongs to: the nearest before it, else the rate is told by itself."""
    before = (one for one in reversed(layout.columns[:place]) if one.kind == "value")
    return next(before, layout.columns[place])


def _beside(layout: Layout, place: int, basis: Basis | None, text: str) -> Heading:
    """The period of a column that has none: a rate stands behind its amount; before all such columns the title's."""
    beside = next((one.says for one in reversed(layout.columns[:place]) if one.timed), None)
    if beside is None:
        beside = Heading(period=layout.given.period, spelled=True)
    period = beside.period and _at_its_end(beside.period, basis, text)
    return Heading(period=period, spelled=beside.spelled, yearless=beside.yearless)
