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
    columns = _with_asides(dice, columns, span)
    rows = crossed.rows_of(dice, place, dice.randint(2, 9)) + crossed.strangers(dice, dice.pick(0, 0, 1, 2, 4))
    if style is in_english:
        rows = [one._replace(label=(one.grows or one.growth or one.amount).en) for one in rows]
    dice.shuffle(rows)
    made, look = assembled.across(dice, place, rows, columns)
    unit = rows[0].unit if look.units == "above" else ""
    unit = next((one.unit for one in rows if one.amount), unit) if unit else ""
    dressed.dress(dice, made, dressed.Dress(when, span, unit))
    name = f"release, {style.__name__.replace('_', ' ')}"
    return Table(name, place, made, made.facts(), form=dice.choice(list(Form)))


def _with_asides(dice: Dice, columns: list[Column], span: Span) -> list[Column]:
    """A rank, a plan, a share, another comparison: figures that are no facts of the indicator, behind all others."""
    if not dice.chance(0.3) or len(columns[0].heading) > 1:
        return columns
    return [*columns, dice.choice(asides(span))]


def asides(span: Span) -> list[Column]:
    """Columns of other things."""
    year = span.year
    kinds = {
        ("年度目标", f"{year}年目标", "全年目标", f"{year}年计划数", "年度计划", f"{year}年预期目标", "目标值"): (
            50,
            900,
            0,
        ),
        ("完成年度目标(%)", "完成计划%", "完成全年任务比例（%）", "序时进度(%)", "完成率", "占年度目标(%)"): (
            20,
            99,
            1,
        ),
        ("全省位次", "排名", "增速位次", "在全省排位", "序号"): (1, 11, 0),
        ("增减额", "同比增加", "比上年同期增加", "增减量", "比年初增加", "较年初增减", "净增"): (-20, 60, 1),
        ("环比增长(%)", "环比(%)", "比上月增长(%)", "较上月（%）", "比年初增长(%)", "环比±%"): (-8, 9, 1),
        ("占比(%)", "比重（%）", "占GDP比重(%)", "贡献率(%)", "拉动百分点"): (5, 60, 1),
        (
            "两年平均增长(%)",
            "两年平均增速（%）",
            f"比{year - 3}年增长(%)",
            f"较{year - 3}年同期增长（%）",
            "三年平均增速(%)",
        ): (2, 9, 1),
        ("同比增减(百分点)", "增速比上月变动(百分点)", "增减百分点", "比上月加快（百分点）", "增幅回落(百分点)"): (
            -3,
            3,
            1,
        ),
        (f"{year}年预期增长(%)", "计划增速(%)", "目标增速（%）", "年度增长目标(%)", "全年预计增长(%)"): (4, 8, 1),
        ("全省增速(%)", "全国同比(%)", "全省平均（%）"): (2, 9, 1),
    }
    return [Column((name,), Role.ASIDE, aside=size) for names, size in kinds.items() for name in names]


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


def this_year_and_last(dice: Dice, span: Span) -> Style:
    """本年累计, 上年累计 and their growth, the month in the title."""
    now, old = dice.pick(
        ("本年累计", "上年同期累计"), ("本期", "上年同期"), ("今年累计", "去年同期"), ("本年", "上年同期")
    )
    when = spelling.year_so_far(dice, span, year=True)
    return when, [
        Column((now,), span=span),
        Column((old,), span=so_far(span.year - 1, span.month)),
        Column(_growth(dice), Role.GROWTH, span),
    ]


def month_and_running_of_two_years(dice: Dice, span: Span) -> Style:
    """本月, 上年同月, 本年累计, 上年同期累计."""
    now, old = alone(span.year, span.month), alone(span.year - 1, span.month)
    return _month_title(dice, span), [
        Column(("本月",), span=now),
        Column((dice.pick("上年同月", "去年同月", "上年本月"),), span=old),
        Column(("本年累计",), span=span),
        Column((dice.pick("上年同期累计", "去年同期累计"),), span=so_far(span.year - 1, span.month)),
    ]


def growth_over_month_and_running(dice: Dice, span: Span) -> Style:
    """绝对量 over 当月 and 累计, beside it 同比增长 over the same two."""
    month, value, growth = alone(span.year, span.month), dice.choice(spelling.VALUE), dice.choice(spelling.GROWTH)
    first, second = dice.pick(("当月", "累计"), ("本月", "本月止累计"), (f"{span.month}月", f"1-{span.month}月"))
    if span.month == 1:
        first, second = "当月", "累计"
    return _month_title(dice, span), [
        Column((value, first), span=month),
        Column((value, second), span=span),
        Column((growth, first), Role.GROWTH, month),
        Column((growth, second), Role.GROWTH, span),
    ]


def two_months_of_growth(dice: Dice, span: Span) -> Style:
    """1-5月增速, 1-6月增速: how the growth went on."""
    end = dice.pick("增速(%)", "同比增长（%）", "增长(%)")
    spans = [so_far(span.year, one) for one in (span.month - 1, span.month) if one > 1] or [span]
    before = dice.pick("", f"{span.year}年")
    words = [f"{before}1-{one.month}月{end}" if one.month > 1 else f"{before}1月{end}" for one in spans]
    when = "" if before else f"{span.year}年"
    return when, [Column((word,), Role.GROWTH, one) for word, one in zip(words, spans, strict=True)]


def in_english(dice: Dice, span: Span) -> Style:
    """Jan-Jun 2024, year-on-year growth."""
    name = spelling.ENGLISH[span.month - 1]
    words = [f"January-{name} {span.year}", f"Jan-{name[:3]} {span.year}", f"Jan–{name[:3]} {span.year}"]
    if span.month in (3, 6, 12):
        words += [{3: f"Q1 {span.year}", 6: f"H1 {span.year}", 12: f"{span.year}"}[span.month]]
    if span.month == 1:
        words = [f"January {span.year}"]
    growth = dice.pick("Growth (%)", "YoY (%)", "Year-on-year growth (%)", "% change on a year earlier", "y/y, %")
    return "", [Column((dice.choice(words),), span=span), Column((growth,), Role.GROWTH, span)]


def five_year_plan(dice: Dice, span: Span) -> Style:
    """The base of a plan, a year of it, and its target, which is no figure."""
    base, last = 2020, dice.randint(2021, 2025)
    end = dice.pick("年", "年实际", "年完成数", "年完成值")
    return dice.pick("", "“十四五”"), [
        Column((dice.pick(f"{base}年", f"{base}年基期值", f"{base}年（基期）"),), span=so_far(base, 12)),
        Column((f"{last}{end}",), span=so_far(last, 12)),
        Column(
            (dice.pick("2025年目标", "2025年目标值", "2025年规划目标", "规划目标"),), Role.ASIDE, aside=(100, 900, 0)
        ),
        Column((dice.pick("年均增长(%)", "年均增速[累计](%)", "“十四五”年均增速（%）"),), Role.ASIDE, aside=(3, 8, 1)),
    ]


def quarter_and_half(dice: Dice, span: Span) -> Style:
    """The second quarter beside the half year can only be the quarter alone."""
    year = span.year if span.month > 2 else span.year - 1
    second, half = dice.pick(("二季度", "上半年"), ("第二季度", "1-6月"), ("2季度", "上半年累计"))
    before = dice.pick("", f"{year}年")
    return "" if before else f"{year}年", [
        Column((f"{before}{second}",), span=alone(year, 6, 3)),
        Column((f"{before}{half}",), span=so_far(year, 6)),
    ]


def month_and_running_with_periods(dice: Dice, span: Span) -> Style:
    """2024年6月 beside 2024年1-6月, each with its growth behind."""
    month = alone(span.year, span.month) if span.month > 1 else alone(span.year - 1, 12)
    year, last = month.year, month.month
    growth = dice.choice(spelling.GROWTH)
    return dice.pick("", f"{year}年{last}月"), [
        Column((f"{year}年{last}月",), span=month),
        Column((growth,), Role.GROWTH, month),
        Column((f"{year}年1-{last}月",), span=so_far(year, last)),
        Column((growth,), Role.GROWTH, so_far(year, last)),
    ]


STYLES = (
    five_year_plan,
    quarter_and_half,
    month_and_running_with_periods,
    this_year_and_last,
    month_and_running_of_two_years,
    growth_over_month_and_running,
    two_months_of_growth,
    in_english,
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
