"""How do offices write periods, months so far, growth, dates and figures?"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from record.office.dice import Dice
from record.office.economy import Span

ORDINALS = "零一二三四五六七八九"
ENGLISH = tuple(calendar.month_name)[1:]
DASHES = ("-", "—", "－", "–", "~", "～", "至", "--")

THIS_MONTH = ("本月", "当月", "本月数", "当月值", "本月实绩", "当月完成", "本月完成")
SO_FAR = (
    "累计",
    "本月止累计",
    "1-本月累计",
    "本年累计",
    "累计值",
    "自年初累计",
    "年初至今累计",
    "累计完成",
    "本年止累计",
)
GROWTH = (
    "同比增长(%)",
    "同比增长（%）",
    "同比(%)",
    "同比±%",
    "增速(%)",
    "比上年同期增长(%)",
    "同比增减(%)",
    "增长（%）",
    "同比%",
    "比去年同期增长（%）",
    "同比增速(%)",
    "增幅(%)",
    "同比增长%",
    "±%",
    "较上年同期增长(%)",
    "比上年同期增减（%）",
)
LAST_YEAR_WORDS = ("上年同期", "去年同期", "上年同期数", "上年同期累计")
VALUE = ("绝对量", "数值", "完成数", "总量", "绝对值", "绝对数", "实绩")
RELEASED = (
    "发布时间",
    "发布日期",
    "制表日期",
    "制表时间",
    "更新日期",
    "更新时间",
    "填报日期",
    "填报时间",
    "打印日期",
    "报送日期",
    "公布日期",
    "数据更新时间",
    "印发日期",
    "报出日期",
    "导出时间",
    "Release date",
    "Updated",
    "Last updated",
    "Date of retrieval",
)


def year_so_far(dice: Dice, span: Span, *, year: bool, counted: bool = False) -> str:
    """January to a month as people write it; `counted` keeps to months in figures."""
    month, before = span.month, f"{span.year}年" if year else ""
    words = [
        f"1{dice.choice(DASHES)}{month}月",
        f"1-{month}月",
        f"1—{month}月份",
        f"1月{dice.pick('-', '至')}{month}月",
    ]
    if month == 1:
        words = ["1月", "1月份"]
    if not counted:
        words += {
            3: ["一季度", "第一季度", "1季度"],
            6: ["上半年", "1-2季度"],
            9: ["前三季度", "1-3季度", "第1-3季度"],
            12: ["全年", ""] if year else ["全年"],
        }.get(month, [])
    return before + dice.choice(words)


def month_alone(dice: Dice, span: Span, *, year: bool) -> str:
    """A month as people write it in a heading or a row."""
    if not year:
        return f"{span.month}{dice.pick('月', '月份')}"
    return dice.pick(
        f"{span.year}年{span.month}月", f"{span.year}年{span.month}月份", f"{span.year}年{span.month:02d}月"
    )


MONTH_WAYS: dict[str, Callable[[int, int], str]] = {
    "english": lambda year, month: f"{ENGLISH[month - 1]} {year}",
    "short-english": lambda year, month: f"{ENGLISH[month - 1][:3]} {year}",
    "english-dash": lambda year, month: f"{ENGLISH[month - 1][:3]}-{year}",
    "imf": lambda year, month: f"{year}M{month:02d}",
    "first-day": lambda year, month: f"{year}-{month:02d}-01",
    "stamp": lambda year, month: f"{year}-{month:02d}-01 00:00:00",
    "last-day": lambda year, month: f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]}",
    "chinese": lambda year, month: f"{year}年{month}月",
    "chinese-ending": lambda year, month: f"{year}年{month}月份",
    "compact": lambda year, month: f"{year}{month:02d}",
    "slash": lambda year, month: f"{year}/{month:02d}",
    "dot": lambda year, month: f"{year}.{month:02d}",
    "dash": lambda year, month: f"{year}-{month:02d}",
}
"""Ways to write a month down a column, by name."""


def month_in_column(span: Span, way: str) -> str:
    """A month as machines and people write it down a column, one way for a whole column."""
    return MONTH_WAYS[way](span.year, span.month)


def quarter(span: Span, way: str) -> str:
    """A quarter, one way for a whole column."""
    year, number = span.year, (span.month + 2) // 3
    match way:
        case "chinese":
            return f"{year}年{ORDINALS[number]}季度"
        case "chinese-ordinal":
            return f"{year}年第{ORDINALS[number]}季度"
        case "figures":
            return f"{year}年第{number}季度"
        case "compact":
            return f"{year}Q{number}"
        case "english":
            return f"Q{number} {year}"
        case "iso":
            return f"{year}-Q{number}"
        case _:
            return f"{year}-{3 * number - 2:02d}-01"


QUARTER_WAYS = ("chinese", "chinese-ordinal", "figures", "compact", "english", "iso")


def last_day(span: Span) -> date:
    return date.fromordinal(date((span.last + 1) // 12, (span.last + 1) % 12 + 1, 1).toordinal() - 1)


def released(dice: Dice, span: Span) -> tuple[str, str]:
    """The word and the date of a line that says when a table came out: some weeks after its period."""
    day = date.fromordinal(last_day(span).toordinal() + dice.randint(8, 60))
    word = dice.choice(RELEASED)
    if word.isascii():
        return word, dice.pick(day.isoformat(), f"{day.day} {ENGLISH[day.month - 1]} {day.year}")
    written = dice.pick(
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.isoformat()} 10:32",
        f"{day.isoformat()} 09:15:00",
        f"{day.year}.{day.month}.{day.day}",
    )
    return word, written


def figure(value: Decimal, *, grouped: bool) -> str:
    """A figure as it is printed."""
    return f"{value:,f}" if grouped else f"{value:f}"
