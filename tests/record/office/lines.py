"""A line a figure: what do columns of names, periods, units, bases, places and marks say?"""

from __future__ import annotations

from decimal import Decimal

from record.office import crossed, dressed, spelling
from record.office.crossed import Column, Row
from record.office.dice import Dice
from record.office.economy import Place, Span, alone, so_far
from record.office.sheet import EMPTY, Cell, Sheet, texts
from record.office.table import Sense, Table
from record.office.written import Form

NAME, PERIOD, VALUE = (
    ("指标", "指标名称", "项目"),
    ("时期", "时间", "统计时间", "报告期"),
    ("数值", "值", "数据", "本期数值"),
)
COUNTIES = ("盐池区", "临河县", "永安县", "北山县", "清水县", "高原县", "东关区")
WHOLE = ("全市", "全  市", "合计", "总计", "某市", "全市合计")


def table(dice: Dice, place: Place) -> Table:
    """A long table."""
    layout = dice.choice(LAYOUTS)
    return layout(dice, place)._replace(form=dice.choice(list(Form)))


def _rows(dice: Dice, place: Place, *measures: str) -> list[Row]:
    rows = [one for one in crossed.rows_of(dice, place, 99, rates=True) if one.amount]
    return [one for one in rows if not measures or one.amount.measure in measures][: dice.randint(2, 6)]


def _spans(dice: Dice) -> list[Span]:
    year, count = dice.randint(2022, 2025), dice.randint(1, 4)
    return [so_far(year, month) for month in (3, 6, 9, 12)[:count]]


def _period(dice: Dice, row: Row, span: Span) -> str:
    if row.amount and row.amount.measure == "stock":
        month = f"{span.year}年{span.month}月"
        return dice.pick(f"{month}末", f"{month}底", month, f"{span.year}-{span.month:02d}", f"截至{month}底")
    return spelling.year_so_far(dice, span, year=True)


def names_and_periods(dice: Dice, place: Place) -> Table:
    """指标, 时期, 数值, 单位, each line in its own words."""
    head = texts(dice.choice(NAME), dice.choice(PERIOD), dice.choice(VALUE), "单位")
    lines = [
        [Cell(row.label), Cell(_period(dice, row, span)), _figure(dice, place, row, span), Cell(row.unit)]
        for row in _rows(dice, place)
        for span in _spans(dice)
    ]
    return _table(dice, place, "lines, names and periods", head, lines)


def bases_in_a_column(dice: Dice, place: Place) -> Table:
    """The basis stands in a column of its own: 当月 and 累计."""
    head = texts(dice.choice(NAME), dice.choice(PERIOD), "口径", dice.choice(VALUE))
    lines = []
    for row in _rows(dice, place, "flow", "growth", "mean"):
        row = row._replace(power=0)  # noqa: PLW2901 - no column tells the unit here
        year, month = dice.randint(2023, 2025), dice.randint(2, 12)
        for span, word in ((alone(year, month), dice.pick("当月", "本月")), (so_far(year, month), "累计")):
            when = Cell(f"{year}年{month}月")
            lines.append([Cell(row.label), when, Cell(word), _figure(dice, place, row, span)])
    return _table(dice, place, "lines, bases in a column", head, lines)


def ids_of_ours(dice: Dice, place: Place) -> Table:
    """Our own columns, as a script writes them."""
    head = texts("indicator", "period", "value", "basis", "published", "note")
    lines = []
    for row in _rows(dice, place):
        row = row._replace(power=0)  # noqa: PLW2901 - our own files know the registered unit only
        for span in _spans(dice):
            basis = "point" if row.amount.measure == "stock" else "ytd"
            words = (row.amount.id, f"{span.year}-{span.month:02d}")
            published = dice.pick("", f"{span.year + 1}-02-{dice.randint(10, 28)}")
            cells = [_figure(dice, place, row, span), Cell(basis), Cell(published), EMPTY]
            lines.append([*texts(*words), *cells])
    return _table(dice, place, "lines, our own columns", head, lines, dressed_up=False)


def one_place_all_along(dice: Dice, place: Place) -> Table:
    """A column of places that never changes."""
    head = texts("地区", dice.choice(NAME), dice.choice(PERIOD), dice.choice(VALUE), "单位")
    word = dice.choice(WHOLE)
    lines = [
        [Cell(word), Cell(row.label), Cell(_period(dice, row, span)), _figure(dice, place, row, span), Cell(row.unit)]
        for row in _rows(dice, place)
        for span in _spans(dice)
    ]
    return _table(dice, place, "lines, one place all along", head, lines)


def year_and_month_apart(dice: Dice, place: Place) -> Table:
    """The period in two columns, as data bases have it."""
    quarters = dice.chance(0.4)
    head = texts(dice.pick("年份", "年", "year", "Year"), "季度" if quarters else dice.pick("月份", "月", "month"))
    head += texts(dice.choice(NAME), dice.choice(VALUE), "单位")
    if head[0].text.isascii():
        head = texts("year", "quarter" if quarters else "month", "indicator", "value", "unit")
    lines = []
    for row in _rows(dice, place, "stock"):
        for span in _spans(dice):
            number = span.month // 3 if quarters else span.month
            way = dice.pick("{}", "{}") if head[0].text == "year" else dice.pick("{}", "{}季度" if quarters else "{}月")
            when = texts(str(span.year), way.format(number))
            lines.append([*when, Cell(row.label), _figure(dice, place, row, span), Cell(row.unit)])
    return _table(dice, place, "lines, year and month apart", head, lines)


def places_mixed(dice: Dice, place: Place) -> Table:
    """Counties and the whole in one column: the rows of one indicator are told apart by nothing that is used."""
    head = texts(dice.pick("地区", "区域", "县区"), dice.choice(NAME), dice.choice(PERIOD), dice.choice(VALUE))
    lines = []
    whole = dice.chance(0.5)
    for row in _rows(dice, place, "flow", "stock"):
        row = row._replace(power=0)  # noqa: PLW2901 - no column tells the unit here
        for span in _spans(dice):
            true = _figure(dice, place, row, span)
            parts = dice.sample(COUNTIES, 3)
            for part in (dice.choice(WHOLE[:1]), *parts) if whole else parts[: dice.randint(2, 3)]:
                cell = true if part in WHOLE else part_of(dice, true)
                lines.append([*texts(part, row.label, _period(dice, row, span)), cell])
    if not whole:  # each period at another place: nothing is said twice, all is wrong
        lines = [line for place_, line in enumerate(lines) if place_ % 2] or lines
    made = _table(dice, place, "lines, places mixed", head, lines)
    return made._replace(sense=Sense.NONE, question="a column that tells the rows apart")


def kinds_mixed(dice: Dice, place: Place) -> Table:
    """Sex, statistic or adjustment vary inside one indicator."""
    column, words = dice.choice(
        (
            ("性别", ("男", "女")),
            ("Sex", ("Male", "Female", "Both sexes")),
            ("统计量", ("均值", "中位数")),
            ("城乡", ("城镇", "农村")),
            ("Seasonal adjustment", ("Unadjusted", "Seasonally adjusted")),
            ("VECTOR", ("v41", "v42")),
            ("Statistics", ("Mean", "Median")),
            ("产业", ("一产", "二产", "三产")),
            ("登记注册类型", ("国有", "私营")),
        )
    )
    head = texts(dice.choice(NAME), column, dice.choice(PERIOD), dice.choice(VALUE))
    lines = []
    for row in _rows(dice, place, "flow", "stock")[:2]:
        row = row._replace(power=0)  # noqa: PLW2901 - no column tells the unit here
        for turn, span in enumerate([*_spans(dice), so_far(2026, 3), so_far(2026, 6)]):
            cell = part_of(dice, _figure(dice, place, row, span))
            lines.append([*texts(row.label, words[turn % len(words)], _period(dice, row, span)), cell])
    made = _table(dice, place, "lines, kinds mixed", head, lines)
    return made._replace(facts={}, sense=Sense.NONE, question="a column that tells the rows apart")


def part_of(dice: Dice, true: Cell) -> Cell:
    """The figure of a part of the place: of a size that nothing else gives away."""
    assert isinstance(true.stored, Decimal)
    share = Decimal(repr(dice.uniform(0.4, 0.8)))
    return crossed.plain(
        (true.stored * share).quantize(true.stored) + Decimal(1).scaleb(true.stored.as_tuple().exponent)
    )


def _figure(dice: Dice, place: Place, row: Row, span: Span) -> Cell:
    return crossed.told(dice, place, row, Column((), span=span), grouped=False)


def _table(
    dice: Dice, place: Place, kind: str, head: list[Cell], lines: list[list[Cell]], *, dressed_up: bool = True
) -> Table:
    sheet = Sheet([head, *lines])
    if dressed_up and dice.chance(0.3):
        dressed.dress(dice, sheet, dressed.Dress())
    return Table(kind, place, sheet, sheet.facts())


LAYOUTS = (
    names_and_periods,
    names_and_periods,
    bases_in_a_column,
    ids_of_ours,
    one_place_all_along,
    year_and_month_apart,
    places_mixed,
    kinds_mixed,
)
