"""What is measured in the places that send us tables, and what are the true figures? All of them are invented."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from record.office.dice import Dice

FIRST_YEAR, LAST_YEAR = 2016, 2026
LAST_MONTH = LAST_YEAR * 12 + 7
"""The last month that any table tells of: August 2026."""


class Indicator(NamedTuple):
    """Something that is measured; `usual` is a month's amount, a level or a rate, `rate_of` the amount that grows."""

    id: str
    zh: str
    en: str
    unit: str
    measure: str
    usual: float
    digits: int = 1
    every: str = "month"
    rate_of: str = ""
    better: str = "higher"


class Span(NamedTuple):
    """Months that a figure covers (both as year × 12 + month − 1), and how: ytd, alone or point."""

    first: int
    last: int
    basis: str

    @property
    def year(self) -> int:
        return self.last // 12

    @property
    def month(self) -> int:
        return self.last % 12 + 1


def so_far(year: int, month: int) -> Span:
    return Span(year * 12, year * 12 + month - 1, "ytd")


def alone(year: int, month: int, months: int = 1) -> Span:
    return Span(year * 12 + month - months, year * 12 + month - 1, "alone")


class Fact(NamedTuple):
    """A true figure; two ways to write one figure are equal: January to March alone is the year so far."""

    indicator: str
    basis: str
    first: int
    last: int

    @classmethod
    def of(cls, indicator: str, basis: str, first: int, last: int) -> Fact:
        if basis == "point":
            return cls(indicator, basis, last, last)
        if basis == "ytd" or first % 12 == 0:
            return cls(indicator, "ytd", last // 12 * 12, last)
        return cls(indicator, basis, first, last)

    def __str__(self) -> str:
        first, last = (f"{one // 12}-{one % 12 + 1:02d}" for one in (self.first, self.last))
        return f"{self.indicator} {self.basis} {first}..{last}"


AMOUNTS = (
    Indicator("gdp-value", "地区生产总值", "GDP at current prices", "亿元", "flow", 160, 1, "quarter"),
    Indicator("retail", "社会消费品零售总额", "Retail sales", "亿元", "flow", 62, 1),
    Indicator("budget", "一般公共预算收入", "Budget revenue", "亿元", "flow", 9.4, 2),
    Indicator("spending", "一般公共预算支出", "Budget expenditure", "亿元", "flow", 31, 2),
    Indicator("income", "居民人均可支配收入", "Disposable income per head", "元", "flow", 2300, 0, "quarter"),
    Indicator("trade", "进出口总额", "Foreign trade", "亿元", "flow", 14, 1),
    Indicator("power", "全社会用电量", "Electricity use", "亿千瓦时", "flow", 25, 2),
)
PLAIN = (
    Indicator("jobs", "城镇新增就业", "New urban jobs", "万人", "flow", 0.45, 2),
    Indicator("roads", "新改建农村公路", "Rural roads built", "公里", "flow", 52, 0),
    Indicator("tourists", "接待游客人数", "Visitors", "万人次", "flow", 410, 1),
    Indicator("homes", "保障性住房开工", "Social housing starts", "套", "flow", 330, 0),
    Indicator("prices", "居民消费价格涨幅", "Consumer price rise", "%", "mean", 1.4, 1, better="lower"),
    Indicator("unemployment", "城镇调查失业率", "Unemployment rate", "%", "mean", 5.2, 1, better="lower"),
    Indicator("air", "空气优良天数比例", "Share of days with good air", "%", "mean", 71, 1),
    Indicator("dust", "细颗粒物平均浓度", "Fine dust", "微克/立方米", "mean", 41, 0, better="lower"),
    Indicator("debt", "政府债务余额", "Government debt", "亿元", "stock", 330, 1, better="lower"),
    Indicator("loans", "各项贷款余额", "Outstanding loans", "亿元", "stock", 2610, 1),
    Indicator("deposits", "各项存款余额", "Deposits", "亿元", "stock", 3940, 1),
    Indicator("firms", "规模以上工业企业数", "Industrial firms", "家", "stock", 820, 0),
    Indicator("platforms", "创新平台", "Innovation platforms", "个", "stock", 120, 0),
)
FLOWS = tuple(one for one in PLAIN if one.measure == "flow")
LEVELS = tuple(one for one in PLAIN if one.measure == "stock")
RATES_ALONE = (
    Indicator("industry", "规模以上工业增加值", "Industrial output", "亿元", "flow", 48, 1),
    Indicator("investment", "固定资产投资", "Fixed investment", "亿元", "flow", 70, 1),
    Indicator("services", "规模以上服务业营业收入", "Services revenue", "亿元", "flow", 12, 1),
)
"""Amounts of which only the growth is published and registered."""

STRANGERS = (
    Indicator("x1", "规模以上工业企业利润总额", "Profits of industry", "亿元", "flow", 7, 1),
    Indicator("x2", "商品房销售面积", "Floor space sold", "万平方米", "flow", 21, 1),
    Indicator("x3", "货运量", "Freight", "万吨", "flow", 960, 0),
    Indicator("x4", "税收收入", "Tax revenue", "亿元", "flow", 5.5, 2),
    Indicator("x5", "常住人口", "Residents", "万人", "stock", 470, 1),
    Indicator("x6", "实际利用外资", "Foreign capital used", "万美元", "flow", 340, 0),
    Indicator("x7", "第一产业增加值", "Primary industry", "亿元", "flow", 19, 1),
    Indicator("x8", "限额以上单位零售额", "Sales of larger units", "亿元", "flow", 17, 1),
)
"""What bulletins tell as well and nobody has registered."""


class Place:
    """A place: what is registered there, and every true figure of it."""

    def __init__(self, number: int) -> None:
        dice = Dice(f"place {number}")
        self.number = number
        amounts = dice.sample(AMOUNTS, dice.randint(2, 5))
        self.ending = dice.choice(("增长", "增速"))
        self.grown = [self._rate(one) for one in amounts]
        self.rates_alone = [self._rate(one) for one in dice.sample(RATES_ALONE, dice.randint(0, 2))]
        plain = [*dice.sample(FLOWS, 1), *dice.sample(LEVELS, dice.randint(1, 2))]
        plain += dice.sample([one for one in PLAIN if one not in plain], dice.randint(1, 5))
        self.indicators = {one.id: one for one in (*amounts, *self.grown, *self.rates_alone, *plain)}
        every = {one.id: one for one in (*AMOUNTS, *PLAIN, *RATES_ALONE, *STRANGERS)}
        self._months = {one.id: _course(one, dice) for one in every.values()}
        self.bases = every
        self.ruled = dice.random() < 0.5
        self.history = dice.random() < 0.4

    def _rate(self, amount: Indicator) -> Indicator:
        name = f"{amount.zh}{self.ending}"
        return Indicator(
            f"{amount.id}-growth", name, f"{amount.en}, growth", "%", "growth", 5, 1, amount.every, amount.id
        )

    def rate(self, indicator: Indicator) -> Indicator | None:
        """The registered growth of an amount."""
        return next((one for one in (*self.grown, *self.rates_alone) if one.rate_of == indicator.id), None)

    def value(self, indicator: Indicator, span: Span, power: int = 0) -> Decimal:
        """The true figure, rounded as it is published, in a unit that is 10^−power of the registered one."""
        exact = self._exact(indicator, span)
        digits = max(0, indicator.digits - power)
        step = Decimal(1).scaleb(-digits)
        return Decimal(repr(exact)).scaleb(power).quantize(step, ROUND_HALF_UP)

    def _exact(self, indicator: Indicator, span: Span) -> float:
        first = span.first if span.basis == "alone" else span.last // 12 * 12
        months = range(first, span.last + 1)
        match indicator.measure:
            case "growth":
                course = self._months[indicator.rate_of]
                before = sum(course[one - 12] for one in months)
                return 100 * (sum(course[one] for one in months) / before - 1)
            case "flow":
                return sum(self._months[indicator.id][one] for one in months)
            case "mean":
                return sum(self._months[indicator.id][one] for one in months) / len(months)
            case _:
                return self._months[indicator.id][span.last]

    def registry(self) -> str:
        """The place's targets.yaml."""
        lines = ["schema: 1", "title: {zh: 虚构某市, en: An invented city}", "indicators:"]
        for one in self.indicators.values():
            rule = f"    released: {{every: {one.every}, day: 20}}\n" if self.ruled else ""
            goals = ", ".join(self._goal(one, year) for year in (2024, LAST_YEAR))
            lines.append(
                f"  {one.id}:\n    name: {{zh: {one.zh}, en: {one.en!r}}}\n    unit: {_unit(one)}\n"
                f"    measure: {one.measure}\n    better: {one.better}\n{rule}    targets: [{goals}]"
            )
        return "\n".join(lines) + "\n"

    def _goal(self, indicator: Indicator, year: int) -> str:
        goal = self.value(indicator, so_far(year, 12)) if indicator.measure != "growth" else Decimal(5)
        relation = "at_most" if indicator.better == "lower" else "at_least"
        return f"{{period: {year}, relation: {relation}, goal: {goal}}}"

    def past(self) -> str:
        """Figures that were recorded before: the year so far, or the level, of 2018 and 2019."""
        rows = ["indicator,period,value,basis,published"]
        for one in self.indicators.values() if self.history else ():
            for year in (2018, 2019):
                for month in (3, 6, 9, 12):
                    basis = "point" if one.measure == "stock" else "ytd"
                    value = self.value(one, so_far(year, month))
                    rows.append(f"{one.id},{year}-{month:02d},{value},{basis},{year + 1}-03-20")
        return "\n".join(rows) + "\n"


ENGLISH_UNITS = {
    "亿元": "billion yuan", "元": "yuan", "万人": "jobs", "公里": "km", "万人次": "visits", "套": "homes",
    "家": "firms", "个": "platforms", "亿千瓦时": "billion kWh",
}  # fmt: skip
"""What the registry calls a unit in English."""


def _unit(indicator: Indicator) -> str:
    english = ENGLISH_UNITS.get(indicator.unit)
    return f"{{zh: {indicator.unit}, en: {english}}}" if english else f"'{indicator.unit}'"


def _course(indicator: Indicator, dice: Dice) -> dict[int, float]:
    """The months of an indicator: a calm course, so that no true figure is strange."""
    pace, level = dice.uniform(0.02, 0.045), indicator.usual * dice.uniform(0.8, 1.3)
    waves = [dice.uniform(0.93, 1.07) for _ in range(12)]
    course = {}
    for month in range(FIRST_YEAR * 12, LAST_YEAR * 12 + 12):
        years = month / 12 - FIRST_YEAR
        noise = dice.uniform(0.985, 1.015)
        match indicator.measure:
            case "flow":
                course[month] = level * (1 + pace) ** years * waves[month % 12] * noise
            case "stock":
                course[month] = level * (1 + pace) ** years
            case _:
                course[month] = level * waves[month % 12] * noise
    return course
