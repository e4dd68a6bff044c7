"""Several tables in one sheet: below each other, or beside each other; whose words hold for which figures?"""

from __future__ import annotations

from collections.abc import Sequence

from record.office import assembled, crossed, release
from record.office.crossed import Column, Row
from record.office.dice import Dice
from record.office.economy import Place, Span, so_far
from record.office.sheet import EMPTY, Cell, Merge, Sheet, texts
from record.office.table import Table
from record.office.written import Form


def table(dice: Dice, place: Place) -> Table:
    """Two tables in a sheet."""
    layout = dice.choice(LAYOUTS)
    sheet = layout(dice, place)
    kind = f"several, {layout.__name__.replace('_', ' ')}"
    return Table(kind, place, sheet, sheet.facts(), form=dice.choice(list(Form)))


def _span(dice: Dice) -> Span:
    return so_far(dice.randint(2023, 2025), dice.randint(2, 12))


def _part(dice: Dice, place: Place, rows: Sequence[Row], columns: Sequence[Column], title: str) -> Sheet:
    """One of the tables, with a title of its own."""
    rows = [one._replace(unit=one.amount.unit if one.amount else one.unit, power=0) for one in rows]
    sheet = assembled.across(dice, place, rows, columns)[0]
    sheet.put_above([texts(title)])
    return sheet


def two_months_below_each_other(dice: Dice, place: Place) -> Sheet:
    """The same rows twice, of two months, each below its own title."""
    span, rows = _span(dice), crossed.rows_of(dice, place, 4)
    style = dice.pick(release.running_of_the_title, release.value_of_the_title)
    sheets = []
    for one in (span, so_far(span.year - 1, span.month)):
        when, columns = style(dice, one)
        sheets.append(_part(dice, place, rows, columns, f"{when}主要经济指标"))
    return _below(dice, *sheets)


def two_subjects_below_each_other(dice: Dice, place: Place) -> Sheet:
    """Other rows below, with columns of their own."""
    span, rows = _span(dice), crossed.rows_of(dice, place, 8)
    half = max(1, len(rows) // 2)
    parts = []
    for some in (rows[:half], rows[half:]):
        style = dice.pick(
            release.running_of_the_title, release.value_of_the_title, release.month_growth_and_running_growth
        )
        when, columns = style(dice, span)
        parts.append(_part(dice, place, some, columns, f"{when}{dice.pick('工业', '民生', '主要指标', '财政金融')}"))
    return _below(dice, *parts)


def halves_beside_each_other(dice: Dice, place: Place) -> Sheet:
    """A long table cut in two, its second half right of the first, with the heading again."""
    span, rows = _span(dice), crossed.rows_of(dice, place, 8)
    rows = [one._replace(unit=one.amount.unit if one.amount else one.unit, power=0) for one in rows]
    when, columns = dice.pick(release.running_of_the_title, release.value_of_the_title)(dice, span)
    half = (len(rows) + 1) // 2
    heading = texts("指标", *(one.heading[-1] for one in columns))
    lines = []
    for place_ in range(half):
        line: list[Cell] = []
        for row in (rows[place_], rows[half + place_] if half + place_ < len(rows) else None):
            if row is None:
                line += [EMPTY] * (1 + len(columns))
                continue
            label = f"{row.label}（{row.unit}）" if row.unit else row.label
            line += [Cell(label), *(crossed.told(dice, place, row, one, grouped=False) for one in columns)]
        lines.append(line)
    sheet = Sheet([[*heading, *heading], *lines])
    sheet.put_above([texts(f"{when}主要经济指标")])
    return sheet


def _below(dice: Dice, first: Sheet, second: Sheet) -> Sheet:
    gap = dice.pick(0, 1, 2)
    down = len(first.rows) + gap
    sheet = Sheet([*first.rows, *([EMPTY] for _ in range(gap)), *second.rows])
    moved = [Merge(one.top + down, one.left, one.bottom + down, one.right) for one in second.merges]
    sheet.merges = [*first.merges, *moved]
    return sheet


LAYOUTS = (two_months_below_each_other, two_subjects_below_each_other, halves_beside_each_other)
