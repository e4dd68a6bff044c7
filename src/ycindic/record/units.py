"""Is a figure in another multiple of the same unit, and by which power of ten?"""

from __future__ import annotations

import unicodedata

_TENS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_SAME = {"千米": "公里", "百分比": "%", "百分数": "%", "个百分点": "百分点", "pp": "百分点", "平方千米": "平方公里"}


def split(unit: str) -> tuple[int, str]:
    """A unit as a power of ten and what is counted: 万人 is (4, 人), 千万元 (7, 元)."""
    text = "".join(unicodedata.normalize("NFKC", unit).split()).casefold()
    power = 0
    while text not in _SAME and len(text) > 1 and text[0] in _TENS and text[:2] != "百分":
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
