"""What stands around the figures: titles, units, dates of release, notes, numbers before names, sub-rows?"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from record.office import spelling
from record.office.dice import Dice
from record.office.economy import Span
from record.office.sheet import Cell, Sheet, texts

NOTES = (
    "注：本表为初步统计数。",
    "注：1.增速按可比价格计算。",
    "数据来源：市统计局",
    "资料来源：市统计局、市财政局",
    "说明：部分数据因四舍五入存在误差",
    "注：2024年数据为快报数",
    "*为初步核算数",
    "备注：贷款余额为本外币口径",
    "Source: Municipal statistics bureau",
    "制表人：某某  审核人：某某",
    "注：同比增速为可比口径，上年同期数为调整后数据。",
)
SUBJECTS = (
    "主要经济指标",
    "国民经济主要指标",
    "主要数据",
    "经济运行情况",
    "主要指标完成情况",
    "统计月报",
    "主要经济指标完成情况表",
)
OFFICES = ("全市", "某市", "", "某某市", "我市")


class Dress(NamedTuple):
    """What is put around a table; `when` says how its title names the period, empty for a title that does not."""

    when: str = ""
    span: Span | None = None
    unit: str = ""
    title: str = ""


def dress(dice: Dice, sheet: Sheet, what: Dress) -> None:
    """Put a title, lines below it and notes around a table, each where offices put them."""
    above: list[list[Cell]] = []
    if what.title or what.when or dice.chance(0.7):
        above.append(texts(what.title or title(dice, what.when)))
    lines = []
    if what.unit:
        lines.append(dice.pick(f"单位：{what.unit}", f"计量单位：{what.unit}", f"单位:{what.unit}"))
    if what.span is not None and dice.chance(0.4):
        word, day = spelling.released(dice, what.span)
        lines.append(f"{word}{': ' if word.isascii() else dice.pick('：', ':')}{day}")
    if dice.chance(0.12):
        lines.append(_paperwork(dice, what.span))
    dice.shuffle(lines)
    for line in lines:
        places = dice.pick(0, 0, max(0, sheet.width - 1))
        above.append([*texts(*[""] * places), Cell(line)])
    if above and dice.chance(0.15):
        above.append([Cell()])
    sheet.put_above(above)
    _below(dice, sheet, what)


def _signed(dice: Dice, end: date) -> list[Cell]:
    """The day on which a table was signed."""
    day = date.fromordinal(end.toordinal() + dice.randint(5, 40))
    return [Cell(dice.pick(f"{day.year}年{day.month}月{day.day}日", f"{day.year}.{day.month}.{day.day}", f"{day}"))]


def _paperwork(dice: Dice, span: Span | None) -> str:
    """The number of a document, a telephone, an issue: figures that look like years and are none."""
    year = dice.randint(2023, 2026) if span is None else dice.pick(span.year, span.year + 1)
    return dice.pick(
        f"某统字〔{year}〕{dice.randint(1, 99)}号",
        f"某政办发[{year}]{dice.randint(1, 12)}号",
        f"第{dice.randint(1, 12)}期（总第{dice.randint(100, 400)}期）",
        "联系电话：0350-2024015",
        "内部资料 注意保存",
        f"表号：F{dice.randint(101, 409)}",
        "制定机关：国家统计局",
        "有效期至：2027年1月",
        "填报单位：某市统计局",
    )


def title(dice: Dice, when: str) -> str:
    """A title that names the period before or behind its subject."""
    office, subject = dice.choice(OFFICES), dice.choice(SUBJECTS)
    if not when:
        return f"{office}{subject}"
    return dice.pick(f"{when}{office}{subject}", f"{office}{when}{subject}", f"{office}{subject}（{when}）")


def _below(dice: Dice, sheet: Sheet, what: Dress) -> None:
    if dice.chance(0.15):
        sheet.rows.append([Cell()])
    for line in dice.sample(NOTES, dice.pick(0, 0, 0, 1, 1, 2)):
        sheet.rows.append([Cell(line)])
    if what.span is not None and dice.chance(0.1):
        day = spelling.last_day(what.span)
        sheet.rows.append([Cell(dice.pick("某市统计局", "审核：某某", "某市发改委")), *_signed(dice, day)])
    if what.span is not None and dice.chance(0.1):
        word, day = spelling.released(dice, what.span)
        sheet.rows.append([Cell(f"{word}：{day}")])


def numbered(dice: Dice, labels: list[str]) -> list[str]:
    """Names as rows carry them: all plain, or all with a number of one kind before them."""
    way = dice.pick("", "", "", "", "figure", "chinese", "bracket", "comma")
    ranks = "一二三四五六七八九十"
    found = []
    for place, label in enumerate(labels):
        rank = ranks[place] if place < len(ranks) else f"十{ranks[place - 10]}"
        number = {
            "figure": f"{place + 1}.",
            "chinese": f"{rank}、",
            "bracket": f"（{rank}）",
            "comma": f"{place + 1}、",
        }
        found.append(f"{number.get(way, '')}{label}")
    return found
