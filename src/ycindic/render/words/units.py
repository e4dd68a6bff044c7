"""How is an amount told in the reader's own unit?

Chinese keeps that of the report, English multiplies 万 and 亿 out.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ycindic.domain.called import power_of
from ycindic.domain.model import SIGNS_OF_RATES, Bilingual, Indicator
from ycindic.render.words.numbers import with_unit
from ycindic.render.words.wording import measured
from ycindic.text import Text, _

_CHINESE = [(word, power_of(word)) for word in ("十亿", "百万", "亿", "万")]
_ENGLISH = (("trillion", 12), ("billion", 9), ("100 million", 8), ("million", 6), ("10,000", 4), ("thousand", 3))
_WORDS = tuple(word for word, _power in _ENGLISH)
_MULTIPLES = [(word, power) for word, power in _ENGLISH if word in ("trillion", "billion", "million")]
_LONG = 4
"""Whole digits from which on English groups them by thousands."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:E[+-]?\d+)?")


@cache
def powers(zh: str, en: str) -> int:
    """By which power of ten a number in the Chinese unit is multiplied to stand in the English one."""
    if not en or zh == en:
        return 0
    first = next((power for word, power in _CHINESE if zh.startswith(word)), 0)
    second = next((power for word, power in _ENGLISH if en.startswith(word)), 0)
    return first - second


def multiple(unit: str) -> int:
    """By which power of ten a unit counts: 万人 by 4, million jobs by 6, km by 0."""
    return next((power for word, power in (*_CHINESE, *_ENGLISH) if unit.startswith(word)), 0)


class _Headed(Indicator):
    """An indicator whose unit stands at the head of its row, so that its amounts are told as numbers alone."""

    __slots__ = ()


def headed(indicator: Indicator, numbers: Iterable[Decimal | None], lang: str) -> Indicator:
    """The indicator as it stands at the head of a row of numbers; English names the multiple that keeps them short.

    A sign of rates stays with each number.
    """
    english = indicator.unit_en
    if indicator.unit in SIGNS_OF_RATES:
        return indicator
    if lang == "zh" or not english or english.startswith(_WORDS):
        return _Headed._make(indicator)
    largest = max([one.adjusted() for one in numbers if one], default=0)
    reach = largest + powers(indicator.unit, english)
    word = next((word for word, power in _MULTIPLES if reach >= power), "")
    return _Headed._make(indicator)._replace(unit_en=f"{word} {english}") if word else _Headed._make(indicator)


def headed_unit(indicator: Indicator, name: str, lang: str) -> str:
    """What of the unit a name does not say itself: `million` behind `New urban jobs`; nothing of rates."""
    if not isinstance(indicator, _Headed):
        return ""
    unit = indicator.unit if lang == "zh" or not indicator.unit_en else indicator.unit_en
    said = name.lower().split()
    return " ".join(word for word in unit.split() if word.lower() not in said)


def as_registered(indicator: Indicator) -> Indicator:
    """The indicator with an English unit as large as the registered one: 万亩 is 10,000 mu, whatever English tells."""
    if not powers(indicator.unit, indicator.unit_en):
        return indicator
    power = multiple(indicator.unit)
    word = next((word for word, tens in _ENGLISH if tens == power), "")
    counted = next((indicator.unit_en.removeprefix(one) for one in _WORDS if indicator.unit_en.startswith(one)), "")
    english = f"{word} {(counted or indicator.unit_en).strip()}"
    return indicator._replace(unit_en=english if word else indicator.unit)


def unit_of(indicator: Indicator, lang: str) -> str:
    """The unit of an indicator in a language; nothing where it stands at the head of its row."""
    if isinstance(indicator, _Headed):
        return ""
    return indicator.unit if lang == "zh" or not indicator.unit_en else indicator.unit_en


def amount_of(text: str, indicator: Indicator, lang: str) -> str:
    """A number as printed in the indicator's unit, told with the unit of a language: 5万人, 50,000 persons."""
    return with_unit(number_of(text, indicator, lang), unit_of(indicator, lang), lang)


def amount_in(text: str, zh: str, en: str) -> Bilingual:
    """A number in the Chinese unit, told with the unit of each language."""
    power = powers(zh, en)
    return Bilingual(with_unit(text, zh, "zh"), with_unit(_scaled(text, power), en or zh, "en"))


class _Amount(NamedTuple):
    text: str
    indicator: Indicator

    def in_language(self, lang: str, /) -> str:
        return amount_of(self.text, self.indicator, lang)


def amounts_of(text: str, indicator: Indicator) -> Text:
    """The same in whichever language it will be told."""
    return _Amount(text, indicator)


def numbers_of(text: str, indicator: Indicator) -> Bilingual:
    """The number alone in both languages."""
    return Bilingual(number_of(text, indicator, "zh"), number_of(text, indicator, "en"))


def measured_of(text: str, unit: str | None, indicator: Indicator) -> Text:
    """A number in a unit that an answer names: the indicator's own, that a month or a year, or another one."""
    if not unit or unit == indicator.unit:
        return amounts_of(text, indicator) if unit else measured(text, unit)
    base, _slash, per = unit.rpartition("/")
    if base != indicator.unit or base in SIGNS_OF_RATES:
        return measured(text, unit)
    match per:
        case "month":
            return _("{unit} a month", unit=amounts_of(text, indicator))
        case "year":
            return _("{unit} a year", unit=amounts_of(text, indicator))
        case _:
            return measured(text, unit)


def number_of(text: str, indicator: Indicator, lang: str) -> str:
    """The number alone, or every one of a range, of a language's unit."""
    if lang == "zh" or not indicator.unit_en:
        return text
    power = powers(indicator.unit, indicator.unit_en)
    if not power and len(text) < _LONG:
        return text
    return _NUMBER.sub(lambda found: _scaled(found[0], power), text)


def _scaled(digits: str, power: int) -> str:
    if "E" in digits:
        return format(Decimal(digits).scaleb(power), "E")
    whole, _point, rest = digits.partition(".")
    if not power and len(whole) < _LONG:
        return digits
    return _grouped(_exact(Decimal(digits).scaleb(power), len(rest)))


def _exact(value: Decimal, decimals: int) -> str:
    """The number with every digit that says something, and as many decimals as were printed if it still has them."""
    whole, _, rest = format(value, "f").partition(".")
    kept = rest[:decimals] + rest[decimals:].rstrip("0")
    return f"{whole}.{kept}" if kept else whole


def _grouped(digits: str) -> str:
    whole, point, rest = digits.partition(".")
    return (f"{int(whole):,}" if len(whole) >= _LONG else whole) + point + rest
