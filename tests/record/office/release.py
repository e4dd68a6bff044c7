"""A month's release: what do 本月, 累计, 同比 and 上年同期 beside each other say of a row of indicators?"""

from __future__ import annotations

from record.office import assembled, crossed, dressed, spelling
from record.office.crossed import Column, Role
from record.office.dice import Dice
from record.office.economy import LAST_MONTH, Place, Span, alone, so_far
from record.office.table import Table
from record.office.written import Form


def table(dice: Dice, place: Place) -> Table:
    """A table of one month, its columns in one of the ways that offices have."""
    month = dice.randint(2023 * 12, LAST_MONTH)
    span = so_far(month // 12, month % 12 + 1)
    style = dice.choice(STYLES)
    when, columns = style(dice, span)
    columns = _with_asides(dice, columns)
    rows = crossed.rows_of(dice, place, dice.randint(2, 9)) + crossed.strangers(dice, dice.pick(0, 0, 1, 2, 4))
    dice.shuffle(rows)
    made, look = assembled.across(dice, place, rows, columns)
    unit = rows[0].unit if look.units == "above" else ""
    unit = next((one.unit for one in rows if one.amount), unit) if unit else ""
    dressed.dress(dice, made, dressed.Dress(when, span, unit))
    name = f"release, {style.__name__.replace('_', ' ')}"
    return Table(name, place, made, made.facts(), form=dice.choice(list(Form)))


def _with_asides(dice: Dice, columns: list[Column]) -> list[Column]:
    """A rank, a plan or a share of it behind all others."""
    if not dice.chance(0.25) or len(columns[0].heading) > 1:
        return columns
    asides = (
        Column(("年度目标",), Role.ASIDE, aside=(50, 900, 0)),
        Column(("完成年度目标(%)",), Role.ASIDE, aside=(20, 99, 1)),
        Column(("全省位次",), Role.ASIDE, aside=(1, 11, 0)),
        Column(("增减额",), Role.ASIDE, aside=(-20, 60, 1)),
        Column(("环比增长(%)",), Role.ASIDE, aside=(-8, 9, 1)),
        Column(("占比(%)",), Role.ASIDE, aside=(5, 60, 1)),
        Column(("排名",), Role.ASIDE, aside=(1, 11, 0)),
    )
    return [*columns, dice.choice(asides)]


def _growth(dice: Dice, *more: str) -> tuple[str, ...]:
    return (*more, dice.choice(spelling.GROWTH))


def _month_title(dice: Dice, span: Span) -> str:
    return f"{span.year}年{span.month}{dice.pick('月', '月份')}"


Style = tuple[str, list[Column]]


def month_and_running(dice: Dice, span: Span) -> Style:
    month = alone(span.year, span.month)
    return _month_title(dice, span), [
        Column((dice.choice(spelling.THIS_MONTH),), span=month),
        Column((dice.choice(spelling.SO_FAR),), span=span),
        Column(_growth(dice), Role.GROWTH, span),
    ]


def two_lines_of_periods(dice: Dice, span: Span) -> Style:
    month, value = alone(span.year, span.month), dice.choice(spelling.VALUE)
    first, second = f"{span.month}月", spelling.year_so_far(dice, span, year=False, counted=True)
    if span.month == 1:
        second = "1月累计"
    return _month_title(dice, span), [
        Column((first, value), span=month),
        Column(_growth(dice, first), Role.GROWTH, month),
        Column((second, value), span=span),
        Column(_growth(dice, second), Role.GROWTH, span),
    ]


def two_lines_of_words(dice: Dice, span: Span) -> Style:
    month, value = alone(span.year, span.month), dice.choice(spelling.VALUE)
    first, second = dice.choice(spelling.THIS_MONTH), dice.choice(spelling.SO_FAR)
    return _month_title(dice, span), [
        Column((first, value), span=month),
        Column(_growth(dice, first), Role.GROWTH, month),
        Column((second, value), span=span),
        Column(_growth(dice, second), Role.GROWTH, span),
    ]


def three_lines(dice: Dice, span: Span) -> Style:
    month, top = alone(span.year, span.month), f"{span.year}年{span.month}月"
    words = (dice.choice(spelling.THIS_MONTH), dice.choice(spelling.SO_FAR), dice.choice(spelling.VALUE))
    return "", [
        Column((top, words[0], words[2]), span=month),
        Column(_growth(dice, top, words[0]), Role.GROWTH, month),
        Column((top, words[1], words[2]), span=span),
        Column(_growth(dice, top, words[1]), Role.GROWTH, span),
    ]


def last_year_in_between(dice: Dice, span: Span) -> Style:
    before = so_far(span.year - 1, span.month)
    words = spelling.year_so_far(dice, span, year=True)
    old = dice.pick(words.replace(f"{span.year}年", f"{span.year - 1}年"), dice.choice(spelling.LAST_YEAR_WORDS))
    return dice.pick("", words), [
        Column((words,), span=span),
        Column((old,), span=before),
        Column(_growth(dice), Role.GROWTH, span),
    ]


def last_year_behind(dice: Dice, span: Span) -> Style:
    words = spelling.year_so_far(dice, span, year=True)
    return "", [
        Column((words,), span=span),
        Column(_growth(dice), Role.GROWTH, span),
        Column((dice.choice(spelling.LAST_YEAR_WORDS),), span=so_far(span.year - 1, span.month)),
    ]


def last_year_first(dice: Dice, span: Span) -> Style:
    words = spelling.year_so_far(dice, span, year=True)
    return "", [
        Column((words.replace(f"{span.year}年", f"{span.year - 1}年"),), span=so_far(span.year - 1, span.month)),
        Column((words,), span=span),
        Column(_growth(dice), Role.GROWTH, span),
    ]


def running_of_the_title(dice: Dice, span: Span) -> Style:
    when = dice.pick(spelling.year_so_far(dice, span, year=True), _month_title(dice, span))
    return when, [Column((dice.choice(spelling.SO_FAR),), span=span), Column(_growth(dice), Role.GROWTH, span)]


def value_of_the_title(dice: Dice, span: Span) -> Style:
    when = spelling.year_so_far(dice, span, year=True)
    return when, [Column((dice.choice(spelling.VALUE),), span=span), Column(_growth(dice), Role.GROWTH, span)]


def running_in_the_heading(dice: Dice, span: Span) -> Style:
    words = spelling.year_so_far(dice, span, year=False, counted=True)
    return f"{span.year}年{dice.pick('', f'{span.month}月')}", [
        Column((f"{words}累计",), span=span),
        Column(_growth(dice), Role.GROWTH, span),
    ]


def month_growth_and_running_growth(dice: Dice, span: Span) -> Style:
    month = alone(span.year, span.month)
    ending = dice.pick("同比(%)", "同比增长(%)", "增长（%）", "同比增速（%）")
    return _month_title(dice, span), [
        Column((dice.pick("当月", "本月"),), span=month),
        Column((f"{dice.pick('当月', '本月')}{ending}",), Role.GROWTH, month),
        Column((dice.pick("累计", "本年累计"),), span=span),
        Column((f"累计{ending}",), Role.GROWTH, span),
    ]


def growth_alone(dice: Dice, span: Span) -> Style:
    words = spelling.year_so_far(dice, span, year=True)
    return "", [Column((f"{words}{dice.pick('增速(%)', '同比增长（%）', '增长%')}",), Role.GROWTH, span)]


def year_beside_year(dice: Dice, span: Span) -> Style:
    full = so_far(span.year - 1, 12)
    now, old = dice.pick((f"{full.year}年", f"{full.year - 1}年"), (f"{full.year}", f"{full.year - 1}"))
    return dice.pick("", f"{full.year}年"), [
        Column((now,), span=full),
        Column((old,), span=so_far(full.year - 1, 12)),
        Column((dice.choice(spelling.GROWTH),), Role.GROWTH, full),
    ]


STYLES = (
    month_and_running,
    two_lines_of_periods,
    two_lines_of_words,
    three_lines,
    last_year_in_between,
    last_year_behind,
    last_year_first,
    running_of_the_title,
    value_of_the_title,
    running_in_the_heading,
    month_growth_and_running_growth,
    growth_alone,
    year_beside_year,
)
