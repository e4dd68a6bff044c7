"""Which figures does a sheet hold, each with everything that makes it one of ours?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, assert_never

from ycindic.domain.called import BASIS_WORDS, STAGE_WORDS
from ycindic.domain.grouped import grouped
from ycindic.domain.model import Basis, Bound, Indicator, Measure, Stage
from ycindic.domain.period import Period, month_number, parse
from ycindic.domain.problem import Code, Place, Problem
from ycindic.load.slots import ALLOWED
from ycindic.record.grid import Grid
from ycindic.record.tables.choice import Choice, are_places, chosen, totals, varying
from ycindic.record.tables.columns import Stand, arranged, side_by_side, spans
from ycindic.record.tables.evidence import Clues, Fault, Given, Timing, basis, timing
from ycindic.record.tables.frame import FIGURES, PLAN_SHARE, STRANGE, Block, blocks, corner
from ycindic.record.tables.glance import is_number
from ycindic.record.tables.lines import Above, above
from ycindic.record.tables.names import NameHit, Names
from ycindic.record.tables.numbers import Decimals, ShownNumber, Shows, convention, digits_of, shown_cell
from ycindic.record.tables.rows import Clue, RowSays, rows_of
from ycindic.record.tables.said import Role, Said
from ycindic.record.tables.units import shift, split
from ycindic.record.tables.vocabulary import NO_STAGE, OURS, SCALES, TOTAL, plain_word
from ycindic.record.tables.when import WrittenAs, exactly


class FigureRead(NamedTuple):
    """One figure as our files would hold it; `value` is in the unit `unit` times 10^`power` of the registered one.

    `basis_text` is a basis in words that mean nothing here. `brackets` tells that the cell shows the figure in
    brackets, which may mean below zero.
    """

    place: Place
    indicator: Indicator
    period: Period
    basis: Basis | None
    value: str
    power: int = 0
    basis_text: str = ""
    stage: str = ""
    bound: Bound = Bound.EXACT
    published: str = ""
    released: str = ""
    source: str = ""
    note: str = ""
    brackets: bool = False


class Stranger(NamedTuple):
    """A row, or a column, of an indicator that is not registered; `near` is one whose name it has but for `remark`,
    `alike` one that is called nearly so.
    """

    place: Place
    text: str
    near: Indicator | None = None
    remark: str = ""
    alike: Indicator | None = None


class _Reading(NamedTuple):
    """What a sheet holds: figures, refusals, rows of nobody we know, columns and rows that were left out, and why.

    `plan_shares` are headings of shares of a year's plan.
    """

    figures: list[FigureRead]
    refused: list[Problem]
    strangers: list[Stranger]
    not_used: list[str]
    used: set[Choice]
    not_read: list[Problem]
    plan_shares: list[str]
    tables: int = 0


def read(grid: Grid, names: Names, given: Given, choices: Sequence[Choice]) -> _Reading:
    """All figures of a sheet, with their places; what cannot be told is refused, never guessed."""
    found = _Reading([], [], [], [], set(), [], [])
    decimals = _decimals(grid, names)
    tables = 0
    for whole in blocks(grid, names):
        for block in side_by_side(whole):
            if not block.of(FIGURES):
                found.not_read.extend(_not_understood(grid, names, block))
            else:
                tables += 1
                _Table(grid, names, given, block, decimals, found).take(choices)
    return found._replace(tables=tables)


def _not_understood(grid: Grid, names: Names, block: Block) -> Iterator[Problem]:
    """The headings over figures of a table of which no column was understood."""
    for one in block.of(STRANGE):
        if one.heads:
            place = grid.place(one.heads[0].row, one.place)
            if near := names.but_for_unit(one.text):
                yield about(Problem(place, Code.OTHER_UNIT, seen=near[1], expected=near[0].unit), near[0])
            else:
                yield Problem(place, Code.STRANGE_HEADING, seen=one.text)


def _published(row: RowSays) -> int | None:
    """The month in which the figures of a row came out, where it tells the day."""
    when = exactly(plain_word(row.cells.get("published", "")))
    of_day = when is not None and when.form is WrittenAs.DAY and when.maybe is None
    return month_number(when.year, when.first) if when and of_day and when.year else None


def _decimals(grid: Grid, names: Names) -> Decimals:
    """The convention of a file's decimals; typed numbers of workbooks have none."""
    every = (text for spot, text in grid.cells.items() if grid.cell(*spot).kind == "text")
    bodies = [
        one.body
        for text in every
        if (one := shown_cell(text, names.units)).kind is Shows.NUMBER and not exactly(plain_word(text))
    ]
    return convention(bodies, Decimals.OPEN if grid.separator == ";" else Decimals.POINT)


class _Table:
    """One table, its figures taken row by row."""

    def __init__(
        self, grid: Grid, names: Names, given: Given, block: Block, decimals: Decimals, found: _Reading
    ) -> None:
        self.grid, self.names, self.given, self.block = grid, names, given, block
        self.decimals, self.found = decimals, found
        self.lines = (*block.lines, *corner(block))
        self.above: Above = above(self.lines, grid.title, names.units)
        self.stands = arranged(block, names)
        self.of_title = self._of_title()
        self.remark = self._remark()
        self.spans = spans(self.stands)
        self.rates_left: dict[str, list[str]] = {}

    def _of_title(self) -> Indicator | None:
        """The indicator that stands in the title only."""
        texts = [*(one.text for one in self.lines), self.grid.title]
        inside = {one.id: one for text in texts for one in self.names.inside(text)}
        return next(iter(inside.values())) if len(inside) == 1 else None

    def _remark(self) -> str:
        """A unit, or what it may be, behind the name in the title, that nobody knows."""
        of = self.of_title
        found = (
            self.names.remark_behind(of, text) for text in (*(one.text for one in self.lines), self.grid.title) if of
        )
        return next((one for one in found if one), "")

    def take(self, choices: Sequence[Choice]) -> None:
        before = len(self.found.strangers)
        rows, used = chosen(self.grid, self.block, choices)
        self.found.used.update(used)
        says = rows_of(self.grid, self.names, self.block)
        self.years_only = self._years_only(says)
        self.spans |= _row_spans(says)
        kept = set(rows)
        wanted = self._of_us([one for one in says if one.row in kept], picked=bool(used))
        taken = [pair for row in wanted for pair in self._row(row)]
        self.found.figures.extend(self._told_apart(taken))
        lines = {figure.place.line for figure, _ in taken}
        self.found.strangers[:] = [
            one
            for place, one in enumerate(self.found.strangers)
            if place < before or one.place.line not in lines or "（" in one.text
        ]
        self._not_used()

    def _years_only(self, says: Sequence[RowSays]) -> bool:
        """Whether the columns name nothing but years, and the rows nothing: then a line above may name the months."""
        whens = [clue.when for one in self.stands for clue in one.clues if clue.when]
        rows = any(clue.when for row in says for clue in row.times)
        return bool(whens) and not rows and all(one.form is WrittenAs.YEAR for one in whens)

    def _of_us(self, says: list[RowSays], *, picked: bool) -> list[RowSays]:
        """Of rows that are places, or parts of a whole, the one of all together; else all of them are one question."""
        strange = [one for one in says if self._is_place(one)]
        if not strange or picked or not are_places([one.name.text for one in strange if one.name]):
            return says
        whole = set(totals(one.name.text for one in strange if one.name)[:1])
        whole |= {one.name.text for one in strange if one.name and plain_word(one.name.text) in OURS}
        if len(whole) != 1:
            self._mixed(strange)
            return [one for one in says if one not in strange]
        for one in strange:
            if one.name and one.name.text not in whole:
                self._stranger(one)
        return [one for one in says if one not in strange or (one.name and one.name.text in whole)]

    def _is_place(self, row: RowSays) -> bool:
        """A row whose label names no indicator, where columns or the title do."""
        named = self.of_title is not None or any(one.name for one in self.stands)
        if not named or row.name is None or row.name.says.known:
            return False
        return bool(row.name.says.name) or plain_word(row.name.text) in (*OURS, *TOTAL)

    def _mixed(self, rows: Sequence[RowSays]) -> None:
        """Refuse rows of several places, and say how to choose."""
        first = rows[0].name
        if first is None:
            return
        column = next(one for one in self.block.columns if one.place == first.column)
        texts = dict.fromkeys(one.name.text.strip() for one in rows if one.name)
        place, detail = self.grid.place(first.row, first.column), f"--where '{column.text}={next(iter(texts))}'"
        self._refuse(Problem(place, Code.MIXED_ROWS, seen=column.text, expected=_some(texts), detail=detail))

    def _row(self, row: RowSays) -> Iterator[tuple[FigureRead, RowSays]]:
        for stand in self.stands:
            cell = self._shown(row.row, stand.column.place)
            if cell.kind in (Shows.EMPTY, Shows.NONE):
                continue
            figure = self._figure(row, stand, cell)
            if figure is not None:
                yield figure, row

    def _shown(self, row: int, column: int) -> ShownNumber:
        cell = self.grid.cell(row, column)
        found = shown_cell(cell.text, self.names.units)
        return found._replace(note=f"{found.note} {cell.note}".strip()) if cell.note else found

    def _figure(self, row: RowSays, stand: Stand, cell: ShownNumber) -> FigureRead | None:
        place = self.grid.place(row.row, stand.column.place)
        named = self._named(row, stand)
        if named is None or named.left_out:
            return None
        if named.indicator is None:
            seen = (row.name or stand.name or Clue(0, 0, "", Said())).text.strip()
            self._refuse(Problem(place, Code.AMBIGUOUS_NAME, seen=seen, expected=", ".join(named.several)))
            return None
        indicator = named.indicator
        made = self._timed(row, stand, indicator)
        if not isinstance(made, tuple) or isinstance(made, Fault):
            self._fault(place, indicator, made)
            return None
        return self._valued(row, stand, cell, (place, indicator, *made))

    # -- which indicator

    def _named(self, row: RowSays, stand: Stand) -> NameHit | None:
        """The indicator of a figure; None, told once, where it is nobody's we know."""
        says = row.name.says if row.name else Said()
        if says.known and row.name:
            return self._by_row(row, row.name, stand)
        if stand.name and not says.name:
            return self._by_column(stand.name, stand)
        if says.name and row.name:
            return self._by_joined(row, row.name, stand)
        section = next((one for one in row.section if one.says.known), None)
        if section is not None:
            return self._by_column(section, stand)
        if self.of_title is not None:
            return self._of_named_title(stand)
        return self._nameless(row, stand) if row.times else self._stranger(row)

    def _of_named_title(self, stand: Stand) -> NameHit | None:
        one = self.of_title
        if one is None or not stand.is_rate or one.measure is Measure.GROWTH:
            return NameHit(one)
        return self._rate_left(stand, one.name.zh, self.names.of(Said(name=plain_word(one.name.zh), role=Role.RATE)))

    def _by_row(self, row: RowSays, name: Clue, stand: Stand) -> NameHit | None:
        says = name.says
        if row.parent:
            whole = self.names.said(f"{row.parent}/{says.name}")
            if not whole.known:
                whole = self.names.said(f"{row.parent}{says.name}")
            if not whole.known:
                return self._stranger(row, f"{name.text.strip()}（{row.parent}）")
            says = whole
        unit = says.unit or row.cells.get("unit", "")
        if stand.name and stand.name.says.known and stand.name.column == stand.column.place:
            other = self.names.of(stand.name.says)
            mine = self.names.of(says, unit=unit)
            if other != mine and other and mine and other.indicator and mine.indicator:
                return NameHit(several=(mine.indicator.id, other.indicator.id))
        named = self.names.of(says, unit=unit)
        if named and named.indicator and says.role is not Role.RATE and self._rate_beside(row, named.indicator, unit):
            return named if stand.is_rate else self._rate_left(stand, name.text.strip(), None)
        if not stand.is_rate or says.role is Role.RATE:
            return named or self._stranger(row)
        if named and named.left_out:
            return named
        if named and named.indicator and named.indicator.measure is Measure.GROWTH:
            return None if self._has_amount(row) else named
        rate = self.names.of(says._replace(role=Role.RATE, real=stand.real, unit=""))
        return self._rate_left(stand, name.text.strip(), rate)

    def _rate_beside(self, row: RowSays, indicator: Indicator, unit: str) -> bool:
        """Whether a rate that is registered by the name of its amount (地区生产总值, %) stands beside that amount."""
        if indicator.measure is not Measure.GROWTH or not unit or shift(unit, indicator.unit) is not None:
            return False
        rates = (one.column.place for one in self.stands if one.is_rate)
        return any(is_number(self.grid.cells.get((row.row, place), ""), self.names.units) for place in rates)

    def _has_amount(self, row: RowSays) -> bool:
        """Whether the rate that a row is about stands in a column of amounts already."""
        amounts = (one.column.place for one in self.stands if not one.is_rate)
        return any(is_number(self.grid.cells.get((row.row, place), ""), self.names.units) for place in amounts)

    def _by_column(self, name: Clue, stand: Stand) -> NameHit | None:
        says = name.says
        if stand.is_rate and says.role is not Role.RATE:
            named = self.names.of(says)
            if named and (named.left_out or (named.indicator and named.indicator.measure is Measure.GROWTH)):
                return named
            if says.name in self.names.mapping:
                return named
            rate = self.names.of(says._replace(role=Role.RATE, real=stand.real, unit=""))
            return self._rate_left(stand, name.text, rate)
        return self.names.of(says, unit=stand.unit)

    def _by_joined(self, row: RowSays, label: Clue, stand: Stand) -> NameHit | None:
        """A row of a place: 全省 before a name may be an indicator of its own; else the row is that of all together."""
        name = stand.name or next((one for one in row.section if one.says.known), None)
        base = name.says.name if name else plain_word(self.of_title.name.zh) if self.of_title else ""
        if not base:
            return self._stranger(row)
        whole = self.names.said(f"{label.text.strip()}{base}")
        if whole.known:
            return self._by_column(label._replace(says=whole), stand)
        if not self._is_place(row):
            return self._stranger(row)
        return self._by_column(name, stand) if name else self._of_named_title(stand)

    def _rate_left(self, stand: Stand, of: str, rate: NameHit | None) -> NameHit | None:
        if rate is None:
            self.rates_left.setdefault(stand.column.text, []).append(of)
        return rate

    def _nameless(self, row: RowSays, stand: Stand) -> NameHit | None:
        """Refuse a column of which neither the rows nor any heading or title says what is measured, once."""
        head = stand.clues[0] if stand.clues else None
        spot = (head.row, head.column) if head else (row.row, stand.column.place)
        self._refuse(Problem(self.grid.place(*spot), Code.NO_NAME, seen=stand.column.text))
        return None

    def _stranger(self, row: RowSays, text: str = "") -> NameHit | None:
        """Note a row of an indicator that is not registered; it has no name here."""
        name = text or (row.name.text.strip() if row.name else "") or f"#{self.grid.lines[row.row]}"
        place = self.grid.place(row.row, row.name.column if row.name else 0)
        if all(one.place != place for one in self.found.strangers[-1:]):
            self.found.strangers.append(self._unknown(place, name))
        return None

    def _unknown(self, place: Place, text: str) -> Stranger:
        return Stranger(place, text, *(self.names.but_for_unit(text) or ()))

    # -- which period and basis

    def _timed(self, row: RowSays, stand: Stand, indicator: Indicator) -> tuple[Timing, Basis | None] | Fault:
        if self.above.plan:
            return Fault(Code.PLAN, self.above.plan)
        heads = stand.clues if stand.timed else stand.times
        clues = Clues(row.times, heads, row.section, self.above.clues, self.spans, self.years_only, _published(row))
        section = next((one for one in row.section if one.says.last_year), None)
        of_row = row.name.says if row.name else Said()
        last_year = stand.last_year or of_row.last_year or section is not None
        if stand.open_year or (of_row.only_year and not any(one.when for one in row.times)):
            return Fault(Code.OPEN_PERIOD, stand.column.text)
        against = next((one for one in (*heads, *row.times, row.name) if one and _against_itself(one.says)), None)
        if against is not None:
            return Fault(Code.TWO_BASES, against.text)
        single = stand.single or of_row.single or next((one.says.single for one in row.times if one.says.single), 0)
        when = timing(clues, self.given, single, indicator.calendar, last_year=last_year)
        if isinstance(when, Fault):
            return when
        text = row.cells.get("basis", "")
        if text:
            return when, BASIS_WORDS.get(plain_word(text))
        said = [one for one in (*row.times, row.name, stand.basis) if one and one.says.basis]
        return self._on_basis(when, clues, said, stand, row, indicator)

    def _on_basis(
        self, when: Timing, clues: Clues, said: list[Clue], stand: Stand, row: RowSays, indicator: Indicator
    ) -> tuple[Timing, Basis | None] | Fault:
        if not said and stand.is_rate and any(one and one.says.glued for one in (row.name, stand.name)):
            return when, Basis.ALONE
        if not said and row.name and row.name.says.glued and row.name.says.role is Role.RATE:
            return when, Basis.ALONE
        found = basis(when, clues, said, self.given, indicator)
        if isinstance(found, Fault):
            ours = found.code is Code.OPEN_BASIS and indicator.measure is not Measure.MEAN and self._is_our_way(row)
            return (when, ALLOWED[indicator.measure][0]) if ours else found
        if indicator.measure is Measure.STOCK and stand.basis and stand.basis.says.basis is Basis.ALONE:
            return self._level_of_month(when, row, stand)
        return when, found

    def _is_our_way(self, row: RowSays) -> bool:
        """Whether the period stands in a column called `period`, written as in our own files, with their defaults."""
        called = {one.place for one in self.block.columns if one.text.strip() == "period"}
        return any(one.column in called and parse(one.text) is not None for one in row.times)

    def _level_of_month(self, when: Timing, row: RowSays, stand: Stand) -> tuple[Timing, Basis | None] | Fault:
        """A level below 本月 is the level at its end, if the sum so far beside it does not say otherwise."""
        so_far = [one.column.place for one in self.stands if one.basis and one.basis.says.basis is Basis.YTD]
        mine = self._shown(row.row, stand.column.place).body
        same = any(self._shown(row.row, place).body == mine for place in so_far)
        if so_far and not same:
            return Fault(Code.BASIS_MEASURE, stand.column.text)
        return when, Basis.POINT

    # -- which value

    def _valued(
        self, row: RowSays, stand: Stand, cell: ShownNumber, known: tuple[Place, Indicator, Timing, Basis | None]
    ) -> FigureRead | None:
        place, indicator, when, of_basis = known
        value = self._value(place, indicator, cell, stand.column.place, row.row)
        power = self._power(place, indicator, cell, row, stand) if value is not None else None
        if value is None or power is None:
            return None
        others = row.cells
        basis_text = others.get("basis", "") if of_basis is None else ""
        return FigureRead(
            place, indicator, when.period, of_basis, value, power, basis_text,
            stage=self._stage(cell, others, stand), bound=cell.bound,
            published=others.get("published", ""), source=others.get("source", ""),
            released=self.above.released.isoformat() if self.above.released else "",
            note=" ".join(one for one in (others.get("note", ""), cell.note) if one),
            brackets=cell.kind is Shows.BRACKETS,
        )  # fmt: skip

    def _value(self, place: Place, indicator: Indicator, cell: ShownNumber, column: int, row: int) -> str | None:
        """The digits of a cell, in our own way; None, refused, where it shows no number, or could show two."""
        seen = self.grid.cells.get((row, column), "").strip()
        match cell.kind:
            case Shows.NUMBER | Shows.BRACKETS:
                typed = self.grid.cell(row, column).number
                found = typed or digits_of(cell.body, self.decimals)
                if found is not None:
                    return f"-{found}" if cell.kind is Shows.BRACKETS else found
                two = digits_of(cell.body, Decimals.POINT) or digits_of(cell.body, Decimals.COMMA)
                code = Code.OPEN_DECIMALS if two else Code.BAD_VALUE
            case Shows.RANGE:
                code = Code.RANGE
            case Shows.FORECAST:
                code = Code.PLAN
            case Shows.EMPTY | Shows.NONE | Shows.TEXT:
                code = Code.BAD_VALUE
            case _:
                assert_never(cell.kind)
        self._fault(place, indicator, Fault(code, seen))
        return None

    def _power(self, place: Place, indicator: Indicator, cell: ShownNumber, row: RowSays, stand: Stand) -> int | None:
        """By which power of ten the cell's figure becomes one in the registered unit."""
        unit = self._unit(indicator, cell, row, stand)
        power = shift(unit, indicator.unit, indicator.unit_en)
        scale = row.cells.get("scale", "")
        if scale and power is not None:
            tens = SCALES.get(plain_word(scale))
            if tens is None:
                self._fault(place, indicator, Fault(Code.OTHER_UNIT, scale, expected=indicator.unit))
                return None
            power = tens + (power if unit else shift(split(indicator.unit)[1], indicator.unit) or 0)
        if power is None:
            self._fault(place, indicator, Fault(Code.OTHER_UNIT, unit, expected=indicator.unit))
        return power

    def _unit(self, indicator: Indicator, cell: ShownNumber, row: RowSays, stand: Stand) -> str:
        """The unit of a figure: the cell's, the row's, the heading's, the table's; of a rate that is per cent."""
        of_row = (row.name.says.unit if row.name and row.name.says.known else "") or row.cells.get("unit", "")
        if stand.is_rate:
            return cell.unit or stand.unit or "%"
        if row.name and row.name.says.role is Role.RATE:
            return cell.unit or of_row or "%"
        said = cell.unit or of_row or stand.unit or (stand.name.says.unit if stand.name else "")
        said = said or next((one.says.unit for one in row.section if one.says.unit), "")
        if said:
            return said
        if indicator is self.of_title and self.remark:
            return self.remark
        fitting = [one for one in self.above.units if shift(one, indicator.unit, indicator.unit_en) is not None]
        return next(iter(fitting or self.above.units), "")

    def _stage(self, cell: ShownNumber, others: dict[str, str], stand: Stand) -> str:
        text = plain_word(others.get("stage", ""))
        if text and text not in NO_STAGE:
            return str(STAGE_WORDS.get(text, text))
        return str(cell.stage or stand.stage or self.above.stage or Stage.UNSTATED)

    # -- what is told apart, and what is left

    def _told_apart(self, taken: Sequence[tuple[FigureRead, RowSays]]) -> Iterator[FigureRead]:
        """The figures of a table where no column of words tells those of one indicator apart, else a question each."""
        mixed = False
        for pairs in grouped(taken, lambda pair: pair[0].indicator.id).values():
            for column, texts in varying(_apart(row) for _, row in pairs).items():
                self._varies(column, texts, pairs[0][0])
                mixed = True
        for column, texts in varying(row.places for _, row in taken).items():
            if not mixed and are_places(texts):
                self._varies(column, texts, taken[0][0])
                mixed = True
        if not mixed:
            yield from (figure for figure, _ in taken)

    def _varies(self, column: int, texts: Sequence[str], first: FigureRead) -> None:
        name = next((one.text for one in self.block.columns if one.place == column), "")
        example = next((one for one in texts if plain_word(one) in ("全市", "合计", "总计", "total")), texts[0])
        place, detail = self.grid.place(self.block.rows[0], column), f"--where '{name}={example}'"
        found = Problem(place, Code.MIXED_ROWS, seen=name, expected=_some(texts), detail=detail)
        self._refuse(about(found, first.indicator))

    def _not_used(self) -> None:
        read = {one.column.place for one in self.stands}
        self.found.plan_shares.extend(one.text for one in self.block.of(PLAN_SHARE))
        for one in self.block.columns:
            if one.heads and (one.kind == STRANGE or (one.kind == FIGURES and one.place not in read)):
                head = one.heads[-1]
                unknown = self._unknown(self.grid.place(head.row, one.place), one.text)
                if unknown.near:
                    self.found.strangers.append(unknown)
                else:
                    self.found.not_used.append(one.text)
        self.found.not_used.extend(
            f"{text}: {', '.join(dict.fromkeys(rows))}" for text, rows in self.rates_left.items()
        )

    # -- refusals

    def _fault(self, place: Place, indicator: Indicator, fault: Fault) -> None:
        other = fault.other
        detail = str(self.grid.place(other.row, other.column)) if other and other.row >= 0 else ""
        expected = fault.expected or (other.text if other else "")
        found = Problem(place, fault.code, seen=fault.seen, expected=expected, detail=detail)
        self._refuse(about(found, indicator))

    def _refuse(self, problem: Problem) -> None:
        if problem not in self.found.refused:
            self.found.refused.append(problem)


def _against_itself(says: Said) -> bool:
    """Whether one text says a month alone and several months: 1-4月当月."""
    when = says.when
    return bool(says.single and when and when.form is WrittenAs.SPAN and when.last - when.first + 1 > says.single)


def about(problem: Problem, indicator: Indicator) -> Problem:
    """The problem with the indicator that it speaks of, and where its number is at fault with the unit."""
    unit_zh, unit_en = (indicator.unit, indicator.unit_en) if problem.code in _OF_UNIT else ("", "")
    return problem._replace(about_zh=indicator.name.zh, about_en=indicator.name.en, unit_zh=unit_zh, unit_en=unit_en)


_OF_UNIT = (Code.BAD_VALUE, Code.OTHER_UNIT, Code.GOAL_UNIT)


def _some(texts: Iterable[str]) -> str:
    """The first texts of many."""
    every = [one or "''" for one in texts]
    return ", ".join(every[:6]) + (f", … ({len(every)})" if len(every) > 6 else "")


def _apart(row: RowSays) -> dict[int, str]:
    """What may tell a row from others of its indicator: a label that does not name that one, too."""
    name = row.name
    if name is None or name.says.known or not name.says.name:
        return row.places
    return row.places | {name.column: name.text.strip()}


def _row_spans(says: Sequence[RowSays]) -> frozenset[int]:
    whens = [one.when for row in says for one in row.times if one.when]
    return frozenset(one.last for one in whens if one.first == 1 and one.last > 1 and one.form is WrittenAs.SPAN)
