"""How is an amount told in the reader's own unit?

Chinese keeps that of the report, English multiplies 万 and 亿 out.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from ycindic.domain.model import Bilingual, Indicator
from ycindic.render.words.numbers import with_unit

_CHINESE = (("十亿", 9), ("百万", 6), ("亿", 8), ("万", 4))
_ENGLISH = (("trillion", 12), ("billion", 9), ("100 million", 8), ("million", 6), ("10,000", 4), ("thousand", 3))
LONG = 4
"""Whole digits from which on English groups them by thousands."""


@cache
def powers(zh: str, en: str) -> int:
    """By which power of ten a number in the Chinese unit is multiplied to stand in the English one."""
    if not en or zh == en:
        return 0
    first = next((power for word, power in _CHINESE if zh.startswith(word)), 0)
    second = next((power for word, power in _ENGLISH if en.startswith(word)), 0)
    return first - second


def unit_of(indicator: Indicator, lang: str) -> str:
    """The unit of an indicator in a language."""
    return indicator.unit if lang == "zh" or not indicator.unit_en else indicator.unit_en


def amount_of(text: str, indicator: Indicator, lang: str) -> str:
    """A number as printed in the indicator's unit, told with the unit of a language: 5 万人, 50,000 persons."""
    return with_unit(number_of(text, indicator, lang), unit_of(indicator, lang))


def amounts_of(text: str, indicator: Indicator) -> Bilingual:
    """The same in both languages."""
    return Bilingual(amount_of(text, indicator, "zh"), amount_of(text, indicator, "en"))


def numbers_of(text: str, indicator: Indicator) -> Bilingual:
    """The number alone in both languages."""
    return Bilingual(number_of(text, indicator, "zh"), number_of(text, indicator, "en"))


def number_of(text: str, indicator: Indicator, lang: str) -> str:
    """The number alone, of a language's unit."""
    if lang == "zh" or not indicator.unit_en:
        return text
    power = powers(indicator.unit, indicator.unit_en)
    sign, digits = (text[0], text[1:]) if text[:1] in "+-" else ("", text)
    whole = digits.partition(".")[0]
    if not power and len(whole) < LONG:
        return text
    return sign + _grouped(_exact(Decimal(digits).scaleb(power), len(digits.partition(".")[2])))


def _exact(value: Decimal, decimals: int) -> str:
    """The number with every digit that says something, and as many decimals as were printed if it still has them."""
    whole, _, rest = format(value, "f").partition(".")
    kept = rest[:decimals] + rest[decimals:].rstrip("0")
    return f"{whole}.{kept}" if kept else whole


def _grouped(digits: str) -> str:
    whole, point, rest = digits.partition(".")
    return (f"{int(whole):,}" if len(whole) >= LONG else whole) + point + rest
