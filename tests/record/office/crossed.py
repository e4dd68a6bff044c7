"""How do indicators and columns of time cross: which figure stands where, and which fact is told by it?"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from record.office import spelling
from record.office.dice import Dice
from record.office.economy import STRANGERS, Fact, Indicator, Place, Span
from record.office.sheet import Cell


class Role(StrEnum):
    """What a column tells of the thing in a row."""

    AMOUNT = "amount"
    GROWTH = "growth"
    ASIDE = "aside"


class Column(NamedTuple):
    """A column: its heading from top to bottom, what it tells, of which months.

    `sure` is false where words leave it open; `aside` is the least and the greatest of
    figures that are no facts (a rank, a share of the plan).
    """

    heading: tuple[str, ...]
    role: Role = Role.AMOUNT
    span: Span | None = None
    sure: bool = True
    aside: tuple[float, float, int] = (1, 13, 0)


UNITS = {
    "亿元": (("万元", 4), ("亿元", 0)),
    "万人": (("人", 4), ("万人", 0)),
    "万人次": (("万人次", 0),),
    "亿千瓦时": (("万千瓦时", 4), ("亿千瓦时", 0)),
    "元": (("元", 0),),
}
"""Units that an office writes for a registered one, with the power of ten by which its figures are larger."""


class Row(NamedTuple):
    """A row: its label, the indicators whose amount and growth stand in it, the unit as it is said."""

    label: str
    amount: Indicator | None
    growth: Indicator | None
    unit: str = ""
    power: int = 0
    known: bool = True
    grows: Indicator | None = None
    """What grows in a row of which no growth is registered: the figure is no fact."""


NOTHING = ("", "", "-", "–", "—", "…", "--", "..", "/")


def rows_of(dice: Dice, place: Place, count: int, *, every_quarter: bool = True, rates: bool = False) -> list[Row]:
    """Some things that a place tells; `rates` gives growth a row of its own."""
    rows = []
    for one in place.indicators.values():
        if one.every == "quarter" and not every_quarter:
            continue
        if one.measure == "growth":
            if rates:
                rows.append(Row(one.zh, one, None, "%"))
            elif one in place.rates_alone:
                bare = one.zh.removesuffix(place.ending)
                rows.append(Row(dice.pick(bare, one.zh), None, one, "%"))
            continue
        unit, power = dice.choice(UNITS.get(one.unit, ((one.unit, 0),))) if dice.chance(0.3) else (one.unit, 0)
        growth = place.rate(one)
        rows.append(Row(one.zh, one, growth, unit, power, grows=one))
    dice.shuffle(rows)
    return rows[: max(2, count)]


def strangers(dice: Dice, count: int) -> list[Row]:
    """Rows that nobody has registered."""
    return [
        Row(one.zh, one, None, one.unit, known=False, grows=one)
        for one in dice.sample(STRANGERS, min(count, len(STRANGERS)))
    ]


def told(dice: Dice, place: Place, row: Row, column: Column, *, grouped: bool) -> Cell:
    """What stands where a row and a column cross."""
    if column.role is Role.ASIDE or column.span is None:
        low, high, digits = column.aside
        return plain(Decimal(repr(dice.uniform(low, high))).quantize(Decimal(1).scaleb(-digits)))
    growth = column.role is Role.GROWTH
    indicator = row.growth if growth else row.amount
    if indicator is None:
        if growth and row.grows and row.grows.measure == "flow":
            return plain(place.value(_growing(row.grows), column.span), unit="%")
        return Cell(dice.choice(NOTHING[:6]))
    if indicator.every == "quarter" and (column.span.month % 3 or (column.span.last - column.span.first + 1) % 3):
        return Cell(dice.choice(NOTHING[:6]))
    power = 0 if growth else row.power
    shown = place.value(indicator, column.span, power)
    cell = plain(shown, grouped=grouped and not growth, unit="%" if growth else row.unit)
    if not (row.known and column.sure):
        return cell
    basis = "point" if indicator.measure == "stock" else column.span.basis
    fact = Fact.of(indicator.id, basis, column.span.first, column.span.last)
    return cell._replace(fact=(fact, shown.scaleb(-power)))


def _growing(amount: Indicator) -> Indicator:
    return Indicator("", "", "", "%", "growth", 5, 1, amount.every, amount.id)


def plain(value: Decimal, *, grouped: bool = False, unit: str = "") -> Cell:
    """A figure, stored as a number in workbooks and shown as it is printed."""
    digits = -min(0, int(value.as_tuple().exponent))
    shape = ("#,##0" if grouped else "0") + ("." + "0" * digits if digits else "")
    return Cell(spelling.figure(value, grouped=grouped), value, shape, unit=unit)
