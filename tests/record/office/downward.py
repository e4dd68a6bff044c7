"""Periods down a column: what do indicators, under one or two lines of heading, say beside months and years?"""

from __future__ import annotations

from record.office import assembled, crossed, dressed, spelling
from record.office.crossed import Column, Role, Row
from record.office.dice import Dice
from record.office.economy import LAST_MONTH, Place, Span, alone, so_far
from record.office.sheet import Sheet
from record.office.table import Sense, Table
from record.office.written import Form

MONTHS = ("月份", "时间", "时期", "日期", "统计时间", "年月", "period", "Date", "Month", "TIME")


def table(dice: Dice, place: Place) -> Table:
    """Periods down, indicators side by side."""
    layout = dice.choice(LAYOUTS)
    return layout(dice, place, f"down, {layout.__name__.replace('_', ' ')}")


def _named(row: Row, dice: Dice, ending: str = "") -> str:
    unit = dice.pick(f"（{row.unit}）", f"({row.unit})", f"_{row.unit}" if not row.unit else f"（{row.unit}）")
    return f"{row.label}{ending}{unit if row.unit and (row.power or dice.chance(0.6)) else ''}"


def _finished(dice: Dice, place: Place, kind: str, made: Sheet, span: Span, **more: str) -> Table:
    if dice.chance(0.5):
        dressed.dress(dice, made, dressed.Dress(more.get("when", ""), span))
    sense = Sense(more.get("sense", Sense.ONE))
    facts = made.facts()
    if sense is not Sense.ONE:
        facts = {one: value for one, value in facts.items() if one.basis == "point"}
    return Table(kind, place, made, facts, sense, more.get("question", ""), dice.choice(list(Form)))


def _months(dice: Dice, count: int) -> list[Span]:
    first = dice.randint(2023 * 12, 2026 * 12 - 1)
    spans = [so_far(one // 12, one % 12 + 1) for one in range(first, first + count) if one <= LAST_MONTH]
    return spans if dice.chance(0.6) else spans[::-1]


def _rows(dice: Dice, place: Place, *measures: str, monthly: bool = True) -> list[Row]:
    rows = crossed.rows_of(dice, place, 99, every_quarter=not monthly, rates=True)
    return [one for one in rows if one.amount and one.amount.measure in measures][:5]


def month_and_running_below_a_name(dice: Dice, place: Place, kind: str) -> Table:
    """An indicator over 当月 and 累计, and perhaps their growth."""
    rows = _rows(dice, place, "flow")[:2]
    growth = dice.chance(0.5)
    columns: list[tuple[Row, Column]] = []
    for row in rows:
        name, month, running = _named(row, dice), dice.pick("当月", "本月"), dice.pick("累计", "本年累计")
        columns.append((row, Column((name, month), span=alone(2024, 1))))
        if growth:
            columns.append((row, Column((name, f"{month}同比(%)"), Role.GROWTH, alone(2024, 1))))
        columns.append((row, Column((name, running), span=so_far(2024, 1))))
        if growth:
            columns.append((row, Column((name, f"{running}同比(%)"), Role.GROWTH, so_far(2024, 1))))
    spans, way = (
        _months(dice, dice.randint(3, 14)),
        dice.pick("chinese", "chinese-ending", "dash", "slash", "compact", "imf"),
    )
    times = [(spelling.month_in_column(one, way), Column((), span=one)) for one in spans]
    return _finished(dice, place, kind, assembled.down(dice, place, columns, times, dice.choice(MONTHS)), max(spans))


def basis_behind_the_name(dice: Dice, place: Place, kind: str) -> Table:
    """One line: 社会消费品零售总额_累计值(亿元), 社会消费品零售总额:当月值."""
    rows = _rows(dice, place, "flow")
    columns = []
    for row in rows:
        month = dice.chance(0.5)
        sign = dice.pick("_", ":", "：", "-")
        word = dice.pick("当月值", "当期值", "当月") if month else dice.pick("累计值", "累计")
        columns.append((row, Column((_named(row, dice, f"{sign}{word}"),), span=(alone if month else so_far)(2024, 1))))
    spans, way = (
        _months(dice, dice.randint(3, 14)),
        dice.choice([one for one in spelling.MONTH_WAYS if one not in ("slash", "dot", "dash")]),
    )
    times = [(spelling.month_in_column(one, way), Column((), span=one)) for one in spans]
    return _finished(dice, place, kind, assembled.down(dice, place, columns, times, dice.choice(MONTHS)), max(spans))


def levels_by_month(dice: Dice, place: Place, kind: str) -> Table:
    rows = _rows(dice, place, "stock")
    columns = [(one, Column((_named(one, dice),))) for one in rows]
    spans, way = _months(dice, dice.randint(3, 16)), dice.choice(list(spelling.MONTH_WAYS))
    times = [(spelling.month_in_column(one, way), Column((), span=one)) for one in spans]
    return _finished(
        dice, place, f"{kind}, {way}", assembled.down(dice, place, columns, times, dice.choice(MONTHS)), max(spans)
    )


def levels_by_quarter(dice: Dice, place: Place, kind: str) -> Table:
    rows = _rows(dice, place, "stock")
    columns = [(one, Column((_named(one, dice),))) for one in rows]
    first, way = dice.randint(2021, 2024), dice.pick(*spelling.QUARTER_WAYS, "first-day")
    spans = [so_far(first + one // 4, one % 4 * 3 + 3) for one in range(dice.randint(4, 9))]
    times = [(spelling.quarter(one, way), Column((), span=one)) for one in spans]
    made = assembled.down(dice, place, columns, times, dice.pick("季度", "时间", "observation_date", "period"))
    return _finished(dice, place, f"{kind}, {way}", made, max(spans))


def years(dice: Dice, place: Place, kind: str) -> Table:
    rows = _rows(dice, place, "stock", "flow", "growth", "mean", monthly=False)
    columns = [(one, Column((_named(one, dice),))) for one in rows]
    last, ending = dice.randint(2023, 2025), dice.pick("", "年", "年", "年全年")
    spans = [so_far(one, 12) for one in range(last - dice.randint(2, 3), last + 1)]
    times = [(f"{one.year}{ending}", Column((), span=one)) for one in spans]
    made = assembled.down(dice, place, columns, times, dice.pick("年份", "年度", "Year", "时间", "年  份"))
    return _finished(dice, place, kind, made, max(spans))


def ends_of_years(dice: Dice, place: Place, kind: str) -> Table:
    rows = _rows(dice, place, "stock")
    columns = [(one, Column((_named(one, dice),))) for one in rows]
    last, ending = dice.randint(2023, 2025), dice.pick("年末", "年底", "年末数")
    spans = [so_far(one, 12) for one in range(last - dice.randint(2, 3), last + 1)]
    times = [(f"{one.year}{ending}", Column((), span=one)) for one in spans]
    return _finished(
        dice, place, kind, assembled.down(dice, place, columns, times, dice.pick("年份", "时期", "时点")), max(spans)
    )


def until_the_end_of_a_month(dice: Dice, place: Place, kind: str) -> Table:
    """截至5月底, 5月末."""
    rows = _rows(dice, place, "stock")
    columns = [(one, Column((_named(one, dice),))) for one in rows]
    spans, way = (
        _months(dice, dice.randint(2, 6)),
        dice.pick("截至{}年{}月底", "{}年{}月末", "截至{}年{}月末", "{}年{}月底"),
    )
    times = [(way.format(one.year, one.month), Column((), span=one)) for one in spans]
    return _finished(
        dice, place, kind, assembled.down(dice, place, columns, times, dice.pick("时间", "时点", "时期")), max(spans)
    )


def running_by_span(dice: Dice, place: Place, kind: str) -> Table:
    """1-2月, 1-3月, … down, each with its year or with the year in the title."""
    rows = _rows(dice, place, "stock", "flow", "growth", "mean")
    columns = [(one, Column((_named(one, dice),))) for one in rows]
    year, dash, last = dice.randint(2023, 2025), dice.choice(spelling.DASHES), dice.randint(4, 12)
    spans = [so_far(year, one) for one in range(2, last + 1)]
    before = dice.pick("", f"{year}年")
    times = [(f"{before}1{dash}{one.month}月", Column((), span=one)) for one in spans]
    made = assembled.down(dice, place, columns, times, dice.choice(MONTHS[:4]))
    if not before:
        dressed.dress(dice, made, dressed.Dress(f"{year}年", spans[-1]))
        return Table(kind, place, made, made.facts(), form=dice.choice(list(Form)))
    return _finished(dice, place, kind, made, max(spans))


def quarters_so_far(dice: Dice, place: Place, kind: str) -> Table:
    """The quarters of eastmoney: 第1季度, 第1-2季度, …"""
    rows = _rows(dice, place, "flow", "growth", monthly=False)
    columns = [(one, Column((_named(one, dice),))) for one in rows]
    year = dice.randint(2023, 2025)
    words = dice.pick(("第1季度", "第1-2季度", "第1-3季度", "第1-4季度"), ("一季度", "上半年", "前三季度", "全年"))
    times = [
        (f"{one}年{words[n]}", Column((), span=so_far(one, 3 * n + 3)))
        for one in (year, year - 1)
        for n in (3, 2, 1, 0)
    ]
    made = assembled.down(dice, place, columns, times, dice.pick("季度", "时间"))
    return _finished(dice, place, kind, made, so_far(year, 12))


def bare_months(dice: Dice, place: Place, kind: str) -> Table:
    """A month beside a sum without a word: alone or so far?"""
    rows = _rows(dice, place, "flow", "growth", "mean")
    columns = [(one, Column((_named(one, dice),))) for one in rows]
    spans, way = [one for one in _months(dice, 9) if one.month > 1], dice.pick("chinese", "chinese-ending", "english")
    times = [(spelling.month_in_column(one, way), Column((), span=one)) for one in spans]
    made = assembled.down(dice, place, columns, times, dice.choice(MONTHS))
    return _finished(dice, place, kind, made, max(spans), sense=Sense.TWO, question="bare months")


def october_without_its_zero(dice: Dice, place: Place, kind: str) -> Table:
    rows = _rows(dice, place, "stock")
    columns = [(one, Column((_named(one, dice),))) for one in rows]
    year, first = dice.randint(2023, 2025), dice.pick(1, 8, 9)
    spans = [so_far(year, one) for one in range(first, 13)]
    times = [
        (f"{one.year}.{one.month}".rstrip("0") if one.month == 10 else f"{one.year}.{one.month}", Column((), span=one))
        for one in spans
    ]
    made = assembled.down(dice, place, columns, times, dice.choice(MONTHS))
    january = so_far(year, 1).last
    facts = {one: value for one, value in made.facts().items() if one.last not in (january, january + 9)}
    return Table(kind, place, made, facts, Sense.NONE, "October lost its zero", dice.choice(list(Form)))


def financial_years(dice: Dice, place: Place, kind: str) -> Table:
    rows = _rows(dice, place, "stock", "flow", monthly=False)
    columns = [(one, Column((_named(one, dice),))) for one in rows]
    first, way = dice.pick(2008, 2009, 2010, 2019, 2020, 2021), dice.pick("{}/{:02d}", "{}-{:02d}", "FY{}-{:02d}")
    spans = [so_far(one, 12) for one in range(max(2018, first), max(2018, first) + dice.randint(3, 5))]
    times = [(way.format(first + n, (first + n + 1) % 100), Column((), span=one)) for n, one in enumerate(spans)]
    made = assembled.down(dice, place, columns, times, dice.pick("Year", "年度", "financial year", "财政年度"))
    return Table(kind, place, made, {}, Sense.NONE, "financial years", dice.choice(list(Form)))


LAYOUTS = (
    month_and_running_below_a_name,
    basis_behind_the_name,
    levels_by_month,
    levels_by_quarter,
    years,
    ends_of_years,
    until_the_end_of_a_month,
    running_by_span,
    quarters_so_far,
    bare_months,
    october_without_its_zero,
    financial_years,
)
