"""A table of counties with the whole among them: which row is the place's own?"""

from __future__ import annotations

from record.office import crossed, dressed, spelling
from record.office.crossed import Column, Role, Row
from record.office.dice import Dice
from record.office.economy import LAST_MONTH, Place, Span, so_far
from record.office.lines import COUNTIES, part_of
from record.office.sheet import Cell, Sheet, texts
from record.office.table import Sense, Table
from record.office.written import Form

WHOLE = ("全市", "全  市", "全市合计", "合计", "总计", "全 市")


def table(dice: Dice, place: Place) -> Table:
    """Counties down, indicators side by side, with or without a line of the whole."""
    month = dice.randint(2023 * 12, LAST_MONTH)
    span = so_far(month // 12, month % 12 + 1)
    rows = crossed.rows_of(dice, place, 99, every_quarter=span.month % 3 == 0)
    rows = [one for one in rows if one.amount and one.amount.measure in ("flow", "stock")][: dice.randint(1, 3)]
    sheet = _sheet(dice, place, rows, span)
    whole = dice.chance(0.75)
    lines = sheet.rows[_lines(rows) :]
    if whole:
        last = dice.chance(0.3)
        sheet.rows = [*sheet.rows[: _lines(rows)], *([*lines[1:], lines[0]] if last else lines)]
    else:
        sheet.rows = [*sheet.rows[: _lines(rows)], *lines[1:]]
    dressed.dress(dice, sheet, dressed.Dress(spelling.year_so_far(dice, span, year=True), span))
    facts = sheet.facts()
    made = Table("counties, the whole among them", place, sheet, facts, form=dice.choice(list(Form)))
    return made if whole else made._replace(kind="counties alone", sense=Sense.NONE, question="parts of the place only")


def _lines(rows: list[Row]) -> int:
    return 2 if len(rows) > 1 else 1


def _sheet(dice: Dice, place: Place, rows: list[Row], span: Span) -> Sheet:
    value, growth = dice.choice(spelling.VALUE), dice.choice(spelling.GROWTH)
    top, below = [Cell(dice.pick("县区", "地区", "县（市、区）", "区县"))], [Cell()]
    for row in rows:
        name = f"{row.label}（{row.unit}）" if row.unit else row.label
        top += texts(name, name)
        below += texts(value, growth)
    if len(rows) == 1:
        top = [*top[:2], Cell(growth)]
    lines = [[Cell(dice.choice(WHOLE)), *_figures(dice, place, rows, span)]]
    for county in dice.sample(COUNTIES, dice.randint(3, 6)):
        parts = _figures(dice, place, rows, span)
        lines.append([Cell(county), *(part_of(dice, one) if one.stored is not None else one for one in parts)])
    sheet = Sheet([top, *([below] if len(rows) > 1 else []), *lines])
    if len(rows) > 1:
        sheet.join_heading(2)
    return sheet


def _figures(dice: Dice, place: Place, rows: list[Row], span: Span) -> list[Cell]:
    cells = []
    for row in rows:
        cells.append(crossed.told(dice, place, row, Column((), span=span), grouped=False))
        cells.append(crossed.told(dice, place, row, Column((), Role.GROWTH, span), grouped=False))
    return cells
