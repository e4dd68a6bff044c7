"""How do rows and columns become a sheet with headings, units, and the facts that it tells?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from record.office import dressed
from record.office.crossed import Column, Role, Row, told
from record.office.dice import Dice
from record.office.economy import Place
from record.office.sheet import Cell, Sheet, texts

NAMES = ("指标", "指标名称", "项目", "指  标", "主要指标", "名称", "指标名称")
UNITS = ("单位", "计量单位", "单 位")


class Looks(NamedTuple):
    """How units are said (in brackets, in a column, in the line above the table, nowhere), and other habits."""

    units: str
    grouped: bool
    repeat: bool


def looks(dice: Dice, rows: Sequence[Row]) -> Looks:
    same = {one.unit for one in rows if one.amount}
    ways = ["bracket", "column", "bracket", "column", "slash"]
    if all(not one.power for one in rows):
        ways.append("unsaid")
    if len(same) == 1 and "" not in same:
        ways += ["above", "above", "heading"]
    return Looks(dice.choice(ways), dice.chance(0.2), dice.chance(0.3))


def across(dice: Dice, place: Place, rows: Sequence[Row], columns: Sequence[Column]) -> tuple[Sheet, Looks]:
    """Things down, time across."""
    look = looks(dice, rows)
    columns = _with_units(dice, rows, columns, look)
    lines = max(len(one.heading) for one in columns)
    unit_column = look.units == "column"
    heading = [texts(dice.choice(NAMES), *([dice.choice(UNITS)] if unit_column else []))]
    heading += [texts("", *([""] if unit_column else [])) for _ in range(lines - 1)]
    for column in columns:
        padded = (*column.heading, *[""] * (lines - len(column.heading)))
        for line, word in zip(heading, padded, strict=True):
            line.append(Cell(word))
    body = []
    for row, label in zip(rows, dressed.numbered(dice, [one.label for one in rows]), strict=True):
        cells = [Cell(_labelled(dice, label, row, look)), *([Cell(row.unit)] if unit_column else [])]
        cells += [told(dice, place, row, column, grouped=look.grouped) for column in columns]
        body.append(cells)
    sheet = Sheet([*heading, *body])
    if not look.repeat:
        sheet.join_heading(lines)
    return sheet, look


def down(
    dice: Dice, place: Place, rows: Sequence[tuple[Row, Column]], times: Sequence[tuple[str, Column]], corner: str
) -> Sheet:
    """Time down, things across: each column is a thing with a heading of its own, each line a period."""
    grouped = dice.chance(0.15)
    lines = max(len(column.heading) for _, column in rows)
    heading = [[Cell(corner if not line else "")] for line in range(lines)]
    for _, column in rows:
        for place_, line in enumerate(heading):
            line.append(Cell(column.heading[place_] if place_ < len(column.heading) else ""))
    body = []
    for label, when in times:
        cells = [Cell(label)]
        for row, column in rows:
            if when.span is None:
                continue
            first = when.span.last if column.span is None or column.span.basis == "alone" else when.span.last // 12 * 12
            basis = column.span.basis if column.span else when.span.basis
            span = when.span._replace(basis=basis, first=when.span.first if column.span is None else first)
            sure = column.sure and when.sure
            cells.append(told(dice, place, row, column._replace(span=span, sure=sure), grouped=grouped))
        body.append(cells)
    sheet = Sheet([*heading, *body])
    if lines > 1 and dice.chance(0.7):
        sheet.join_heading(lines)
    return sheet


def _with_units(dice: Dice, rows: Sequence[Row], columns: Sequence[Column], look: Looks) -> Sequence[Column]:
    """Units in the headings of amounts: the only ones, or one that the rows know better."""
    unit = next((one.unit for one in rows if one.amount and one.unit != "%"), "")
    if look.units == "heading" or (look.units in ("column", "bracket") and unit and dice.chance(0.07)):
        return [
            one._replace(heading=(*one.heading[:-1], f"{one.heading[-1]}（{unit}）"))
            if one.role is Role.AMOUNT
            else one
            for one in columns
        ]
    return columns


def _labelled(dice: Dice, label: str, row: Row, look: Looks) -> str:
    if look.units == "bracket" and row.unit:
        return f"{label}{dice.pick(f'（{row.unit}）', f'({row.unit})', f' ({row.unit})')}"
    if look.units == "slash" and row.unit:
        return f"{label}（{row.unit}）"
    return label
