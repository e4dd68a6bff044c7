"""Is a figure in another multiple of the same unit, and by which power of ten?"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TENS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
ENGLISH_TENS = {"thousand": 3, "thousands": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9, "bn": 9,
    "trillion": 12, "trillions": 12,
}  # fmt: skip
_SAME = {
    "千米": "公里", "km": "公里", "百分比": "%", "百分数": "%", "percent": "%", "percentage": "%",
    "percentages": "%", "pct": "%", "pc": "%", "perc": "%", "个百分点": "百分点", "pp": "百分点",
    "percentagepoints": "百分点", "percentagepoint": "百分点", "平方千米": "平方公里", "persons": "人",
    "people": "人", "person": "人", "yuan": "元", "cny": "元", "rmb": "元", "人民币元": "元", "千瓦小时": "千瓦时",
    "度": "千瓦时", "kwh": "千瓦时", "tonnes": "吨", "tons": "吨", "m2": "平方米", "m²": "平方米", "usd": "美元",
    "dollars": "美元", "usdollars": "美元",
}  # fmt: skip
_COUNTED = frozenset(
    """% ‰ 元 人 户 家 个 件 项 吨 公里 米 亩 公顷 平方米 立方米 平方公里 千瓦 千瓦时 百分点 套 台 辆 人次 倍 美元
    欧元 日元 港元 头 只 公斤 千克 斤 所 张 座 处 条 批 次 起 天 岁 标准煤 吨标准煤 标煤 标箱 箱 吨公里 人公里
    班次 班 名 位 床 床位 间 栋 幢 亩次 件次 例 名次 分 级 点 度 微克/立方米 毫克/升 平米 株 艘 架 口 眼 村 镇
    县 乡 町 份 篇 册 户次 家次 项次 公斤/亩""".split()  # noqa: SIM905 - words are read as words
)
"""What is counted or measured, in Chinese tables."""


def _narrow(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


_COUNT = re.compile(r"10+(?:,000)*(?=[a-z])")
"""English units may be counted by powers of ten: 100 million yuan, 10,000 persons."""


@lru_cache(maxsize=1 << 12)
def split(unit: str) -> tuple[int, str]:
    """A unit as a power of ten and what is counted: 万人 is (4, 人), 千万元 (7, 元), million yuan (6, 元)."""
    text, power = _narrow(unit), 0
    if tens := _COUNT.match(text):
        text, power = text[tens.end() :], tens[0].count("0")
    for word, zeros in ENGLISH_TENS.items():
        if len(text) > len(word) and (text.startswith(word) or text.endswith(word)):
            text, power = text.removeprefix(word).removesuffix(word).removeprefix("of"), power + zeros
            break
    while text not in _SAME and text not in _COUNTED and len(text) > 1 and text[0] in _TENS and text[:2] != "百分":
        power, text = power + _TENS[text[0]], text[1:]
    return power, _SAME.get(text, text)


def shift(seen: str, wanted: str) -> int | None:
    """By which power of ten a value in one unit becomes one in the other; None if they are not the same.

    A unit that is not told is the wanted one.
    """
    if not seen.strip():
        return 0
    (from_power, what), (to_power, which) = split(seen), split(wanted)
    return from_power - to_power if what == which else None


def is_points(unit: str) -> bool:
    """Whether a unit is that of differences between rates."""
    return split(unit)[1] == "百分点"


def is_unit(text: str) -> bool:
    """Whether a text in brackets is a unit, and no remark."""
    _, counted = split(text)
    return counted in _COUNTED or (
        "/" in counted and all(split(one)[1] in _COUNTED for one in counted.split("/")) and len(counted) < 20
    )


_TABLE_UNIT = re.compile(r"\(?(?:计量)?单位:([^:()]{1,40})\)?|\(?units?:([^:()]{1,40})\)?")


def table_units(text: str) -> tuple[str, ...]:
    """The units of a line of a table: `单位：万人`, `（单位：亿元、%）`; none where it is no such line."""
    match = _TABLE_UNIT.fullmatch(text) or _TABLE_UNIT.search(text)
    if match is None:
        return ()
    return tuple(one for one in re.split(r"[,、;；和及]", match[1] or match[2]) if is_unit(one))
