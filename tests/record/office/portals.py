"""What do the downloads of statistics portals look like, from China's bureau to Statistics Canada?"""

from __future__ import annotations

from decimal import Decimal

from record.office import crossed, spelling
from record.office.crossed import Column, Role, Row
from record.office.dice import Dice
from record.office.economy import Place, Span, alone, so_far
from record.office.sheet import EMPTY, Cell, Sheet, texts
from record.office.table import Sense, Table
from record.office.written import Form

CSV = (Form.UTF8, Form.BOM, Form.GB, Form.XLSX)


def table(dice: Dice, place: Place) -> Table:
    """The download of one of the portals."""
    portal = dice.choice(PORTALS)
    return portal(dice, place)


def _rows(dice: Dice, place: Place, *measures: str, quarters: bool = False) -> list[Row]:
    rows = crossed.rows_of(dice, place, 99, every_quarter=quarters, rates=True)
    return [
        one._replace(unit=one.amount.unit, power=0) for one in rows if one.amount and one.amount.measure in measures
    ]


def _cell(dice: Dice, place: Place, row: Row, span: Span, role: Role = Role.AMOUNT) -> Cell:
    return crossed.told(dice, place, row, Column((), role, span), grouped=False)


def bureau(dice: Dice, place: Place) -> Table:
    """国家统计局: names that end with the basis, the newest month first."""
    year, month = dice.randint(2023, 2025), dice.randint(4, 12)
    months = [month - back for back in range(dice.randint(2, 4)) if month - back > 1]
    lines = []
    for row in _rows(dice, place, "flow")[:3]:
        growth = place.rate(row.grows) if row.grows else None
        kinds = [("_当期值", row, alone, Role.AMOUNT), ("_累计值", row, so_far, Role.AMOUNT)]
        if growth is not None:
            rate = Row(row.label, None, growth, "%")
            kinds += [("_同比增长", rate, alone, Role.GROWTH), ("_累计增长", rate, so_far, Role.GROWTH)]
        for ending, told, make, role in kinds:
            cells = [_cell(dice, place, told, make(year, one), role) for one in months]
            lines.append([Cell(f"{row.label}{ending}({'%' if role is Role.GROWTH else row.unit})"), *cells])
    head = texts("指标", *(f"{year}年{one}月" for one in months))
    above = [texts("数据库：月度数据"), texts(dice.pick("时间：最近13个月", f"时间：{year}年"))]
    below = [texts("注：1月份数据与2月份合并公布。"), texts("数据来源：国家统计局")]
    sheet = Sheet([*above, head, *lines, *below[dice.randint(0, 1) :]])
    return Table("portal, National Bureau of Statistics", place, sheet, sheet.facts(), form=dice.choice(CSV))


def eastmoney(dice: Dice, place: Place) -> Table:
    """One indicator named above: 月份, 当月, 同比增长, 环比增长, 累计, 累计-同比增长."""
    rows = [one for one in _rows(dice, place, "flow") if one.grows and place.rate(one.grows)] or _rows(
        dice, place, "flow"
    )
    row = rows[0]
    rate = Row(row.label, None, place.rate(row.grows) if row.grows else None, "%", grows=row.grows)
    head = texts("月份", "当月", "同比增长", "环比增长", "累计", "累计-同比增长")
    lines = []
    for one in range(12, dice.randint(3, 9), -1):
        month, span = alone(2024, one), so_far(2024, one)
        change = crossed.plain(Decimal(repr(round(dice.uniform(-9, 9), 2))))
        growth, running = _cell(dice, place, rate, month, Role.GROWTH), _cell(dice, place, rate, span, Role.GROWTH)
        amounts = _cell(dice, place, row, month), _cell(dice, place, row, span)
        lines.append([Cell(f"2024年{one:02d}月份"), amounts[0], growth, change, amounts[1], running])
    sheet = Sheet([texts(f"{row.label}（{row.unit}）"), head, *lines])
    return Table("portal, eastmoney", place, sheet, sheet.facts(), form=dice.choice(CSV))


def fred(dice: Dice, place: Place) -> Table:
    """DATE and the id of a series, the first day of each month or quarter, a point for no figure."""
    row = _rows(dice, place, "stock")[0]
    step = dice.pick(1, 3)
    spans = [so_far(2023 + one // 12, one % 12 + 1) for one in range(0, dice.randint(8, 24), step)]
    lines = []
    for one in spans:
        end = one._replace(last=one.last + step - 1)
        lines.append(
            [Cell(f"{one.year}-{one.month:02d}-01"), _cell(dice, place, row, end) if dice.chance(0.9) else Cell(".")]
        )
    sheet = Sheet([texts(dice.pick("DATE", "observation_date"), row.amount.id), *lines])
    kind = f"portal, FRED, {'quarters' if step == 3 else 'months'}"
    return Table(kind, place, sheet, sheet.facts(), form=Form.UTF8)


def world_bank(dice: Dice, place: Place) -> Table:
    """Years side by side behind country and series."""
    years = range(2020, 2026)
    rows = _rows(dice, place, "stock", "flow", quarters=True)[:3]
    lines = [
        [
            *texts("Someland", "SML", row.amount.en, row.amount.id.upper()),
            *(_cell(dice, place, row, so_far(one, 12)) if dice.chance(0.9) else Cell("..") for one in years),
        ]
        for row in rows
    ]
    head = texts("Country Name", "Country Code", "Indicator Name", "Indicator Code", *map(str, years))
    sheet = Sheet([head, *lines])
    if dice.chance(0.5):
        sheet.put_above(
            [
                texts("Data Source", "World Development Indicators"),
                [EMPTY],
                texts("Last Updated Date", "2026-07-01"),
                [EMPTY],
            ]
        )
    return Table("portal, World Bank", place, sheet, sheet.facts(), form=dice.pick(Form.UTF8, Form.BOM, Form.XLSX))


def statistics_canada(dice: Dice, place: Place) -> Table:
    """REF_DATE … VALUE with a scale factor of its own."""
    row = _rows(dice, place, "stock")[0]
    scale, power = dice.pick(("units", 0), ("thousands", 3), ("millions", 6))
    digits = row.amount.digits + power
    words = (
        "REF_DATE",
        "GEO",
        "DGUID",
        "Indicators",
        "UOM",
        "UOM_ID",
        "SCALAR_FACTOR",
        "SCALAR_ID",
        "VECTOR",
        "COORDINATE",
    )
    head = texts(*words, "VALUE", "STATUS", "SYMBOL", "TERMINATED", "DECIMALS")
    lines = []
    for month in range(1, dice.randint(5, 12)):
        span = so_far(2024, month)
        value = place.value(row.amount, span)
        shown = value.scaleb(-power)
        fact = (_cell(dice, place, row, span).fact or ((), 0))[0]
        cell = Cell(format(shown, "f"), shown, f"0.{'0' * digits}" if digits else "0", fact=(fact, value))
        before = texts(
            f"2024-{month:02d}", "Someland", "x", row.amount.en, row.amount.unit, "81", scale, "3", "v1", "1.1"
        )
        lines.append([*before, cell, *texts(dice.pick("", "", "p", "r", "A"), "", "", str(digits))])
    sheet = Sheet([head, *lines])
    return Table(f"portal, Statistics Canada, {scale}", place, sheet, sheet.facts(), form=Form.BOM)


def sdmx(dice: Dice, place: Place) -> Table:
    """The long form of OECD and others: MEASURE, TIME_PERIOD, OBS_VALUE, OBS_STATUS."""
    rows = _rows(dice, place, "stock")[:2]
    places = ["SML"] if dice.chance(0.6) else ["SML", "OTH"]
    head = texts("REF_AREA", "MEASURE", "FREQ", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS")
    lines = []
    for row in rows:
        for turn, quarter in enumerate(range(1, 5)):
            cell = _cell(dice, place, row, so_far(2024, 3 * quarter))
            when = f"2024-Q{quarter}"
            where = places[turn % len(places)]
            lines.append([*texts(where, row.amount.en, "Q", when), cell, Cell(dice.pick("A", "A", "P", "E"))])
    sheet = Sheet([head, *lines])
    made = Table("portal, SDMX", place, sheet, sheet.facts(), form=Form.UTF8)
    if len(places) == 1:
        return made
    return made._replace(facts={}, sense=Sense.NONE, question="a column that tells the rows apart")


def terminal(dice: Dice, place: Place) -> Table:
    """The export of a market terminal: names with their basis, then lines of 频率, 单位, 来源, then days."""
    columns = []
    for row in _rows(dice, place, "flow", "stock")[: dice.randint(1, 3)]:
        if row.amount.measure == "stock":
            columns.append((row.label, row, so_far))
        else:
            sign = dice.pick(":", "：", "_")
            columns += [(f"{row.label}{sign}当月值", row, alone), (f"{row.label}{sign}累计值", row, so_far)]
    head = [
        texts(dice.pick("指标名称", "指标"), *(name for name, _, _ in columns)),
        texts("频率", *("月" for _ in columns)),
        texts("单位", *(row.unit for _, row, _ in columns)),
        texts(dice.pick("指标ID", "指标代码"), *(f"M00{dice.randint(10000, 99999)}" for _ in columns)),
        texts("来源", *("国家统计局" for _ in columns)),
        texts("更新时间", *("2026-08-15" for _ in columns)),
    ]
    head = [head[0], *(one for one in head[1:] if dice.chance(0.7) or one[0].text == "单位")]
    months = [so_far(2024, one) for one in range(3, dice.randint(5, 12))]
    way = dice.pick("last-day", "dash", "first-day")
    lines = [
        [
            Cell(spelling.month_in_column(one, way)),
            *(_cell(dice, place, row, make(2024, one.month)) for _, row, make in columns),
        ]
        for one in (months if dice.chance(0.5) else months[::-1])
    ]
    below = [texts("数据来源：某终端")] if dice.chance(0.7) else []
    sheet = Sheet([*head, *lines, *below])
    return Table("portal, terminal", place, sheet, sheet.facts(), form=dice.choice(CSV))


def frame(dice: Dice, place: Place) -> Table:
    """A data frame as a script writes it: an index without a heading, figures with .0, NaN or nothing."""
    rows = _rows(dice, place, "stock")[:2]
    way = dice.pick("first-day", "last-day", "stamp", "dash")
    lines = []
    for month in range(1, dice.randint(4, 12)):
        cells = [_cell(dice, place, row, so_far(2024, month)) for row in rows]
        floats = [one._replace(text=one.text if "." in one.text else f"{one.text}.0") for one in cells]
        when = Cell(spelling.month_in_column(so_far(2024, month), way))
        lines.append([when, *(one if dice.chance(0.9) else Cell(dice.pick("NaN", "", "nan")) for one in floats)])
    sheet = Sheet([texts("", *(dice.pick(row.amount.id, row.label) for row in rows)), *lines])
    return Table("portal, data frame", place, sheet, sheet.facts(), form=Form.UTF8)


def months_across(dice: Dice, place: Place) -> Table:
    """Levels, with months side by side as machines write them."""
    rows = _rows(dice, place, "stock")
    way = dice.pick("imf", "dash", "short-english", "compact", "english-dash", "slash", "chinese")
    spans = [so_far(2024, one) for one in range(1, dice.randint(4, 12))]
    head = texts(dice.pick("Indicator", "指标", "Series"), *(spelling.month_in_column(one, way) for one in spans))
    lines = [[Cell(row.label), *(_cell(dice, place, row, one) for one in spans)] for row in rows]
    sheet = Sheet([head, *lines])
    return Table(f"portal, months across, {way}", place, sheet, sheet.facts(), form=dice.choice(CSV))


PORTALS = (
    terminal,
    terminal,
    frame,
    months_across,
    bureau,
    bureau,
    eastmoney,
    fred,
    world_bank,
    statistics_canada,
    sdmx,
)
