"""An indicator that stands only in the title: what do the figures below it say, of which month and year?"""

from __future__ import annotations

from record.office import crossed, dressed, spelling
from record.office.crossed import Column, Row
from record.office.dice import Dice
from record.office.economy import Place, Span, alone, so_far
from record.office.sheet import Cell, Sheet, texts
from record.office.table import Table
from record.office.written import Form


def table(dice: Dice, place: Place) -> Table:
    """A table of one indicator, named above."""
    layout = dice.choice(LAYOUTS)
    row = dice.choice([one for one in crossed.rows_of(dice, place, 99, every_quarter=False, rates=True) if one.amount])
    sheet = layout(dice, place, row)
    kind = f"titled, {layout.__name__.replace('_', ' ')}"
    return Table(kind, place, sheet, sheet.facts(), form=dice.choice(list(Form)))


def _title(dice: Dice, row: Row, more: str = "") -> list[list[Cell]]:
    """The name in the title, with its unit there or in the line below."""
    office = dice.choice(dressed.OFFICES)
    if not row.unit or dice.chance(0.5):
        return [texts(f"{office}{row.label}{more}{dice.pick(f'（{row.unit}）', f'({row.unit})') if row.unit else ''}")]
    return [texts(f"{office}{row.label}{more}"), texts(f"单位：{row.unit}")]


def _cell(dice: Dice, place: Place, row: Row, span: Span) -> Cell:
    return crossed.told(dice, place, row, Column((), span=span), grouped=False)


def down_one_column(dice: Dice, place: Place, row: Row) -> Sheet:
    """时间, 数值 below a title that names the indicator."""
    level = row.amount.measure == "stock"
    year, last = dice.randint(2023, 2025), dice.randint(4, 12)
    spans = [so_far(year, one) for one in range(2, last + 1)]
    lines = [
        [Cell(f"{year}年{one.month}月" if level else f"{year}年1-{one.month}月"), _cell(dice, place, row, one)]
        for one in spans
    ]
    head = texts(dice.pick("时间", "时期", "月份"), dice.pick("数值", "余额" if level else "累计", "数据"))
    sheet = Sheet([head, *lines])
    sheet.put_above(_title(dice, row))
    return sheet


def years_down_months_across(dice: Dice, place: Place, row: Row) -> Sheet:
    """A line a year, a column a month: levels as they are, sums with their word in the title."""
    last, level = dice.randint(2023, 2025), row.amount.measure == "stock"
    running = dice.chance(0.5)
    months = range(1, 13)
    more = (
        "" if level else dice.pick("累计值", "（累计）", "累计") if running else dice.pick("当月值", "（当月）", "当月")
    )
    make = so_far if level or running else alone
    lines = [
        [Cell(f"{year}{dice.pick('年', '')}"), *(_cell(dice, place, row, make(year, one)) for one in months)]
        for year in range(last - dice.randint(1, 2), last + 1)
    ]
    sheet = Sheet([texts(dice.pick("年份", "年度", ""), *(f"{one}月" for one in months)), *lines])
    sheet.put_above(_title(dice, row, more))
    return sheet


def months_down_years_across(dice: Dice, place: Place, row: Row) -> Sheet:
    """A line a month so far, a column a year."""
    last = dice.randint(2023, 2025)
    years = range(last - dice.randint(1, 2), last + 1)
    level = row.amount.measure == "stock"
    lines = [
        [Cell(f"{one}月" if level else f"1-{one}月"), *(_cell(dice, place, row, so_far(year, one)) for year in years)]
        for one in range(2, 13)
    ]
    sheet = Sheet([texts(dice.pick("月份", "时期"), *(f"{one}年" for one in years)), *lines])
    sheet.put_above(_title(dice, row))
    return sheet


def yearbook(dice: Dice, place: Place, row: Row) -> Sheet:
    """年份, 绝对数, 比上年增长(%) of a place's yearbook."""
    last = dice.randint(2023, 2025)
    growth = place.rate(row.grows) if row.grows else None
    head = texts(dice.pick("年份", "年度"), dice.choice(spelling.VALUE))
    lines = []
    for year in range(last - 3, last + 1):
        line = [Cell(f"{year}{dice.pick('年', '')}"), _cell(dice, place, row, so_far(year, 12))]
        if growth is not None:
            told = Row(row.label, None, growth)
            line.append(
                crossed.told(dice, place, told, Column((), crossed.Role.GROWTH, so_far(year, 12)), grouped=False)
            )
        lines.append(line)
    if growth is not None:
        head.append(Cell(dice.pick("比上年增长(%)", "增速(%)", "同比增长（%）")))
    sheet = Sheet([head, *lines])
    sheet.put_above(_title(dice, row))
    return sheet


LAYOUTS = (down_one_column, years_down_months_across, months_down_years_across, yearbook)
