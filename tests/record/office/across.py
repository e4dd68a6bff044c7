"""Periods side by side: what do years, quarters and months say in the heading of a table of indicators?"""

from __future__ import annotations

from record.office import assembled, crossed, dressed, spelling
from record.office.crossed import Column, Role
from record.office.dice import Dice
from record.office.economy import Place, Span, alone, so_far
from record.office.table import Sense, Table
from record.office.written import Form


class Plan:
    """What a layout asks for: columns, the words of the title, which rows can stand in it, what is open."""

    def __init__(self, columns: list[Column], when: str = "", *, stocks: bool = False, rates: bool = True) -> None:
        self.columns = columns
        self.when = when
        self.stocks = stocks
        self.rates = rates
        self.question = ""
        self.unit_says = ""

    def asks(self, question: str) -> Plan:
        """The same plan, of which the words leave two readings for all that is no level."""
        self.question = question
        return self


def table(dice: Dice, place: Place) -> Table:
    """Indicators down, periods side by side."""
    layout = dice.choice(LAYOUTS)
    plan = layout(dice)
    rows = crossed.rows_of(dice, place, dice.randint(2, 8), rates=plan.rates)
    if plan.stocks:
        rows = [one for one in crossed.rows_of(dice, place, 99) if one.amount and one.amount.measure == "stock"]
    rows += crossed.strangers(dice, dice.pick(0, 0, 0, 1, 2)) if not plan.stocks else []
    sense = Sense.ONE
    if plan.question:
        sense = (
            Sense.TWO if any(one.known and one.amount and one.amount.measure != "stock" for one in rows) else Sense.ONE
        )
    made, look = assembled.across(dice, place, rows, plan.columns)
    unit = next((one.unit for one in rows if one.amount), "") if look.units == "above" else ""
    last = max((one.span for one in plan.columns if one.span), key=lambda one: one.last)
    dressed.dress(dice, made, dressed.Dress(plan.when, last, unit))
    facts = made.facts()
    if sense is Sense.TWO:
        facts = {one: value for one, value in facts.items() if one.basis == "point"}
    name = f"across, {layout.__name__.replace('_', ' ')}"
    question = plan.question if sense is Sense.TWO else ""
    return Table(name, place, made, facts, sense, question, dice.choice(list(Form)))


def years(dice: Dice) -> Plan:
    last = dice.randint(2023, 2025)
    chosen = range(last - dice.randint(1, 3), last + 1)
    ending = dice.pick("年", "年", "", "年全年")
    columns = [Column((f"{one}{ending}",), span=so_far(one, 12)) for one in chosen]
    return Plan(columns if dice.chance(0.7) else columns[::-1])


def months_so_far(dice: Dice) -> Plan:
    year, last = dice.randint(2023, 2025), dice.randint(4, 12)
    dash, in_title = dice.choice(spelling.DASHES), dice.chance(0.6)
    before = "" if in_title else f"{year}年"
    columns = [Column((f"{before}1{dash}{one}月",), span=so_far(year, one)) for one in range(2, last + 1)]
    if dice.chance(0.5):
        columns = columns[-3:]
    return Plan(columns, f"{year}年" if in_title else "")


def quarters_so_far(dice: Dice) -> Plan:
    year = dice.randint(2023, 2025)
    words = dice.pick(
        ("一季度", "上半年", "前三季度", "全年"),
        ("1-3月", "1-6月", "1-9月", "1-12月"),
        ("1季度", "1-2季度", "1-3季度", "1-4季度"),
        ("第1季度", "第1-2季度", "第1-3季度", "第1-4季度"),
    )
    count, in_title = dice.randint(2, 4), dice.chance(0.6)
    before = "" if in_title else f"{year}年"
    columns = [Column((f"{before}{words[one]}",), span=so_far(year, 3 * one + 3)) for one in range(count)]
    return Plan(columns, f"{year}年" if in_title else "")


def two_years_of_running(dice: Dice) -> Plan:
    """Two lines: the year, and January to a month below."""
    year, month = dice.randint(2023, 2025), dice.randint(2, 12)
    words = [spelling.year_so_far(dice, so_far(year, one), year=False, counted=True) for one in (month - 1, month)]
    spans = [(one, word) for one, word in zip((month - 1, month), words, strict=True) if one > 1]
    return Plan([Column((f"{one}年", word), span=so_far(one, m)) for one in (year - 1, year) for m, word in spans])


def months_alone_by_word(dice: Dice) -> Plan:
    year, first = dice.randint(2023, 2025), dice.randint(1, 8)
    word = dice.pick("当月", "本月", "当月值")
    columns = [Column((f"{year}年{one}月", word), span=alone(year, one)) for one in range(first, first + 4)]
    return Plan(columns)


def month_and_running_each(dice: Dice) -> Plan:
    year, first = dice.randint(2023, 2025), dice.randint(2, 9)
    columns = []
    for one in range(first, first + dice.randint(2, 3)):
        top = f"{year}年{one}月"
        columns += [Column((top, "当月"), span=alone(year, one)), Column((top, "累计"), span=so_far(year, one))]
    return Plan(columns)


def running_by_title(dice: Dice) -> Plan:
    year, first = dice.randint(2023, 2025), dice.randint(2, 8)
    columns = [Column((f"{year}年{one}月",), span=so_far(year, one)) for one in range(first, first + 4)]
    return Plan(columns, f"{year}年各月累计")


def levels_by_month_end(dice: Dice) -> Plan:
    year, first = dice.randint(2023, 2025), dice.randint(1, 8)
    ending = dice.pick("月末", "月底", "月", "月末余额")
    columns = [Column((f"{year}年{one}{ending}",), span=so_far(year, one)) for one in range(first, first + 4)]
    return Plan(columns, stocks=True)


def levels_over_new_year(dice: Dice) -> Plan:
    """November, December, January, February without years, the year in the title: that of the first or of the last."""
    year = dice.randint(2023, 2025)
    months = [(year, 11), (year, 12), (year + 1, 1), (year + 1, 2)]
    columns = [Column((f"{month}月末",), span=so_far(at, month)) for at, month in months]
    return Plan(columns, f"{year}年11月—{year + 1}年2月", stocks=True)


def levels_by_end_of_year(dice: Dice) -> Plan:
    last = dice.randint(2023, 2025)
    ending = dice.pick("年末", "年底", "年末数")
    return Plan([Column((f"{one}{ending}",), span=so_far(one, 12)) for one in range(last - 3, last + 1)], stocks=True)


def amount_and_growth_of_years(dice: Dice) -> Plan:
    last = dice.randint(2023, 2025)
    columns = []
    for one in range(last - dice.randint(1, 2), last + 1):
        span, top = so_far(one, 12), f"{one}年"
        columns += [Column((top, "绝对量"), span=span), Column((top, dice.choice(spelling.GROWTH)), Role.GROWTH, span)]
    return Plan(columns, rates=False)


def single_quarters_by_word(dice: Dice) -> Plan:
    year = dice.randint(2023, 2025)
    columns = [
        Column((f"{year}年{word}季度", "当季"), span=alone(year, 3 * n + 3, 3)) for n, word in enumerate("一二三四")
    ]
    return Plan(columns)


def bare_months(dice: Dice) -> Plan:
    """Months side by side without a word: alone or so far?"""
    year, first = dice.randint(2023, 2025), dice.randint(2, 8)
    columns = [
        Column((f"{year}年{one}月",), span=_either(dice, year, one), sure=True) for one in range(first, first + 4)
    ]
    return Plan(columns).asks("bare months")


def bare_quarters(dice: Dice) -> Plan:
    """The second quarter: alone or the half year?"""
    year = dice.randint(2023, 2025)
    words = dice.pick("一二三四", "1234")
    columns = [
        Column((f"{year}年{'第' if words == '1234' else ''}{word}季度",), span=alone(year, 3 * n + 3, 3))
        for n, word in enumerate(words)
    ]
    return Plan(columns[1:]).asks("bare quarters")


def _either(dice: Dice, year: int, month: int) -> Span:
    return alone(year, month) if dice.chance(0.5) else so_far(year, month)


LAYOUTS = (
    years,
    years,
    months_so_far,
    quarters_so_far,
    two_years_of_running,
    months_alone_by_word,
    month_and_running_each,
    running_by_title,
    levels_by_month_end,
    levels_over_new_year,
    levels_by_end_of_year,
    amount_and_growth_of_years,
    single_quarters_by_word,
    bare_months,
    bare_quarters,
)
