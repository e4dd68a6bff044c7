"""Tables in which one unit is none of ours: whatever is told in it must stay out, all else may come in."""

from __future__ import annotations

from decimal import Decimal

from record.office import across, downward, english, release, titled
from record.office.dice import Dice
from record.office.economy import Fact, Place
from record.office.sheet import Sheet
from record.office.table import Sense, Table

CHINESE = ("亿美元", "万吨", "户", "标台", "处", "万亩", "千米", "个百分点", "人/次", "兆瓦")
ENGLISH = ("USD million", "vacancies", "US$ bn", "index points", "tonnes", "2020 = 100", "million", "cases", "%")
AROUND = (("（", "）"), ("(", ")"), ("单位：", ""), ("单位:", ""), ("Unit: ", ""), (", ", ""))
"""What stands before and behind a unit in a text."""


def table(dice: Dice, place: Place) -> Table:
    """A table of a kind with another unit in the place of one that it had; of several kinds until one has any."""
    while True:
        made = dice.pick(release.table, across.table, downward.table, titled.table, english.table)(dice, place)
        units = sorted({cell.unit for row in made.sheet.rows for cell in row if cell.fact and cell.unit.strip("%")})
        if not units or not made.facts:
            continue
        old = dice.choice(units)
        others = ENGLISH if old.isascii() else CHINESE
        rest = _changed(made.sheet, old, dice.choice([one for one in others if one != old]))
        if rest is not None:
            return made._replace(
                kind=f"strange unit, {made.kind}", facts={}, sense=Sense.NONE, question="a unit of others", maybe=rest
            )


def _changed(sheet: Sheet, old: str, new: str) -> dict[Fact, Decimal] | None:
    """Put another unit wherever one stands; the facts beside whose line or column nothing was changed, or None."""
    lines: set[int] = set()
    columns: set[int] = set()
    whole = False
    for line, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            text = None if cell.stored is not None or cell.fact else _other(cell.text, old, new)
            if text is not None:
                row[column] = cell._replace(text=text)
                lines.add(line)
                columns.add(column)
                whole = whole or text.startswith(("单位", "计量单位", "Unit: "))
    if not lines:
        return None
    return {
        cell.fact[0]: cell.fact[1]
        for line, row in enumerate(sheet.rows)
        for column, cell in enumerate(row)
        if cell.fact and (cell.unit != old or not (whole or line in lines or column in columns))
    }


def _other(text: str, old: str, new: str) -> str | None:
    if text == old:
        return new
    for before, behind in AROUND:
        if text.endswith(f"{before}{old}{behind}"):
            return f"{text.removesuffix(f'{before}{old}{behind}')}{before}{new}{behind}"
    return None
