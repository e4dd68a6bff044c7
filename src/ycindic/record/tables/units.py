"""Is a figure in another multiple of the same unit, and by which power of ten?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from ycindic.domain.called import TENS, words_of

ENGLISH_TENS = {
    "ten thousand": 4, "ten thousands": 4, "hundred thousand": 5, "hundred thousands": 5, "ten million": 7,
    "hundred million": 8, "hundred millions": 8, "thousand": 3, "thousands": 3, "million": 6, "millions": 6, "mn": 6,
    "mln": 6, "billion": 9, "billions": 9, "bn": 9, "trillion": 12, "trillions": 12, "tn": 12,
}  # fmt: skip
_ENGLISH_TENS = {word.replace(" ", ""): power for word, power in ENGLISH_TENS.items()}
_LETTERS = {"k": 3, "m": 6, "b": 9}
"""Letters that are a multiple behind a currency only, and k behind a number: RMB m, 10k mu."""
_MONEY = re.compile(r"rmb|cny|us\$|usd|[¥￥$]")
_SAME = {
    "千米": "公里", "km": "公里", "kilometre": "公里", "kilometer": "公里", "metre": "米", "meter": "米",
    "百分比": "%", "百分数": "%", "percent": "%", "percentage": "%", "pct": "%", "pc": "%", "perc": "%",
    "个百分点": "百分点", "pp": "百分点", "ppt": "百分点", "pt": "百分点", "point": "百分点",
    "percentagepoint": "百分点", "percentpoint": "百分点", "平方千米": "平方公里", "km2": "平方公里",
    "squarekilometre": "平方公里", "squarekilometer": "平方公里", "sqkm": "平方公里", "person": "人", "people": "人",
    "yuan": "元", "cny": "元", "rmb": "元", "¥": "元", "￥": "元", "人民币元": "元", "千瓦小时": "千瓦时",
    "度": "千瓦时", "kwh": "千瓦时", "tonne": "吨", "ton": "吨", "m2": "平方米", "sqm": "平方米",
    "squaremetre": "平方米", "squaremeter": "平方米", "m3": "立方米", "cubicmetre": "立方米", "cubicmeter": "立方米",
    "hectare": "公顷", "ha": "公顷", "mu": "亩", "jin": "斤", "kg": "公斤", "household": "户", "usd": "美元",
    "us$": "美元", "$": "美元", "dollar": "美元", "usdollar": "美元",
}  # fmt: skip
_COUNTED = frozenset(
    words_of(
        """% ‰ 元 人 户 家 个 件 项 吨 公里 米 亩 公顷 平方米 立方米 平方公里 千瓦 千瓦时 百分点 套 台 辆 人次 倍 美元
    欧元 日元 港元 头 只 公斤 千克 斤 所 张 座 处 条 批 次 起 天 岁 标准煤 吨标准煤 标煤 标箱 箱 吨公里 人公里
    班次 班 名 位 床 床位 间 栋 幢 亩次 件次 例 名次 分 级 点 度 微克/立方米 毫克/升 平米 株 艘 架 口 眼 村 镇
    县 乡 町 份 篇 册 户次 家次 项次 公斤/亩"""
    )
)
"""What is counted or measured, in Chinese tables."""


def _narrow(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


_COUNT = re.compile(r"10+(?:,000)*(?=[a-z])|'000s?(?=[a-z]|$)")
"""English units may be counted by powers of ten: 100 million yuan, 10,000 persons, '000 tonnes."""


@lru_cache(maxsize=1 << 12)
def split(unit: str) -> tuple[int, str]:
    """A unit as a power of ten and what is counted: 万人 is (4, 人), 千万元 (7, 元), RMB 100 million (8, 元).

    What is counted by an English word that means nothing in Chinese here is that word, of one.
    """
    text, power = _narrow(unit), 0
    money = _MONEY.match(text)
    bare = text[money.end() :] if money else text
    if tens := _COUNT.match(bare):
        bare, power = bare[tens.end() :], tens[0].count("0")
    letter = bare if money else bare[:1] if tens and bare[:1] == "k" and _of_one(bare) not in _SAME else ""
    if letter in _LETTERS:
        bare, power = bare.removeprefix(letter), power + _LETTERS[letter]
    for word, zeros in _ENGLISH_TENS.items():
        if (bare == word and money) or (len(bare) > len(word) and (bare.startswith(word) or bare.endswith(word))):
            bare, power = bare.removeprefix(word).removesuffix(word).removeprefix("of"), power + zeros
            break
    text = bare or (money[0] if money else "")
    while text not in _SAME and text not in _COUNTED and len(text) > 1 and text[0] in TENS and text[:2] != "百分":
        power, text = power + TENS[text[0]], text[1:]
    return power, _SAME.get(text) or _SAME.get(_of_one(text), _of_one(text))


def _of_one(text: str) -> str:
    """An English word for what is counted without its plural: counties is county; all else as it is."""
    if not text.isascii() or len(text) < 3 or not text.endswith("s") or text.endswith("ss"):
        return text
    if text.endswith("ies"):
        return f"{text[:-3]}y"
    return text[:-2] if text.endswith(("sses", "xes", "ches", "shes")) else text[:-1]


def shift(seen: str, wanted: str, english: str = "") -> int | None:
    """By which power of ten a value in one unit becomes one in the other; None if they are not the same.

    `english` is the English word for what the wanted unit counts. A unit that is not told is the wanted one.
    """
    if not seen.strip():
        return 0
    (from_power, what), (to_power, which) = split(seen), split(wanted)
    return from_power - to_power if what in (which, english and split(english)[1]) else None


def is_points(unit: str) -> bool:
    """Whether a unit is that of differences between rates."""
    return split(unit)[1] == "百分点"


def is_unit(text: str, words: Collection[str] = ()) -> bool:
    """Whether a text in brackets is a unit, and no remark; `words` are what is counted besides, as `split` says it."""
    _, counted = split(text)
    return (
        counted in _COUNTED
        or counted in words
        or ("/" in counted and all(split(one)[1] in _COUNTED for one in counted.split("/")) and len(counted) < 20)
    )


def is_counted(text: str, words: Collection[str] = ()) -> bool:
    """Whether a text may be a unit that is counted by a power of ten as well as a number of it: 100 million yuan."""
    return _COUNT.match(_narrow(text)) is not None and is_unit(text, words)


_TABLE_UNIT = re.compile(r"\(?(?:计量)?单位:([^:()]{1,40})\)?|\(?units?:([^:()]{1,40})\)?")
_NO_MEASURE = re.compile(
    r"见|详|如|各|(?:局|委|办|院|队|厅|处|部|会|司|所|站|校|社|中心|政府|部门|公司|集团)$|^(?:see|as|various|mixed|shown)"
    r"|bureau|office|department|commission|committee|centre|center|government"
)
"""What stands behind 单位 where it means an office, or where another place is pointed to."""


def table_units(text: str, words: Collection[str] = ()) -> tuple[str, ...]:
    """The units of a line of a table: `单位：万人`, `（单位：亿元、%）`; none where it is no such line."""
    return tuple(one for one in _listed_units(text) if is_unit(one, words))


def unknown_units(text: str, words: Collection[str] = ()) -> tuple[str, ...]:
    """What a line of a table calls its unit and is none that we know; an office (单位：市统计局) is none at all."""
    return tuple(one for one in _listed_units(text) if not is_unit(one, words) and not _NO_MEASURE.search(one))


def _listed_units(text: str) -> list[str]:
    match = _TABLE_UNIT.fullmatch(text) or _TABLE_UNIT.search(text)
    return re.split(r"[、;；和及]|,(?!\d{3})", match[1] or match[2]) if match else []
