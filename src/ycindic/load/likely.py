"""What did somebody mean who wrote a period, a date, a number or a word in another way?

Only for the hint beside a fault; no value is ever taken from here.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from decimal import Context, Decimal

from ycindic.domain.called import BASIS_WORDS, BOUND_WORDS, RETRACTED_WORDS, STAGE_WORDS, TENS
from ycindic.domain.period import parse
from ycindic.load.cells import MOST_DIGITS, digits

_CHINESE = {"上半年": "H1", "下半年": "H2", "一季": "1季", "二季": "2季", "三季": "3季", "四季": "4季", "季": "Q"}
_DATE = r"\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?"
_NUMBER = r"([+-]?)(\d*)(?:\.(\d*))?(?:E\+?(\d{1,2}))?(.*)"
_TIMES = ("万", "亿")


_WORDS: dict[str, str] = {
    **{word: str(meaning) for table in (BASIS_WORDS, STAGE_WORDS, BOUND_WORDS) for word, meaning in table.items()},
    **dict.fromkeys(RETRACTED_WORDS, "retracted"),
}
_LONGEST_EXPONENT = 3
"""Beyond 1e±99 nobody meant a figure."""


def _narrow(text: str) -> str:
    from unicodedata import normalize  # its table of characters takes time to load, and most files have no fault

    return normalize("NFKC", text)


def likely_period(text: str) -> str:
    """`2026年6月` gives `2026-06`, `2026年1-2月` a span, `2026年上半年` and `2026 1季度` halves and quarters."""
    plain = _narrow(text).upper().strip()
    for word, meaning in _CHINESE.items():
        plain = plain.replace(word, meaning)
    numbers = re.findall(r"\d+", plain)
    if len(numbers) == 1 and len(numbers[0]) == len("202606"):
        numbers = [numbers[0][:4], numbers[0][4:]]
    if re.fullmatch(_DATE, plain):
        del numbers[2:]
    letter = next((one for one in "QH" if one in plain), "")
    match numbers:
        case [year]:
            found = year
        case [year, part] if letter:
            found = f"{year}-{letter}{part}"
        case [year, part]:
            found = f"{year}-{part:0>2}"
        case [year, first, last]:
            found = f"{year}-{first:0>2}..{year}-{last:0>2}"
        case _:
            return ""
    return found if parse(found) and found != text else ""


def word(text: str, known: Collection[str]) -> str:
    """One of the known words for what people call it: `累计` gives `ytd`."""
    found = _WORDS.get(text, "")
    return found if found in known else ""


def likely_day(text: str) -> str:
    """`2026年4月25日`, `2026.4.25` and `20260425` give `2026-04-25`."""
    plain = _narrow(text).strip()
    numbers = re.findall(r"\d+", plain)
    if len(numbers) == 1 and len(plain) == len("20260425"):
        numbers = [plain[:4], plain[4:6], plain[6:]]
    if len(numbers) != len(("year", "month", "day")) or len(numbers[0]) != len("2026"):
        return ""
    try:
        return date(*(int(one) for one in numbers)).isoformat()
    except (ValueError, OverflowError):
        return ""


def likely_number(text: str, unit: str | None = None) -> str:
    """`5%`, `1 234`, `010` and `1e3` give the bare number; `5万` gives 5 where the unit begins with 万, else 50000.

    Where the unit is not known, neither is what 万 means.
    """
    plain = _narrow(text).replace("\u2212", "-").upper()
    plain = re.sub(r"[\s,_'\"]", "", plain)
    found = re.fullmatch(_NUMBER, plain, re.DOTALL)
    sign, whole, decimals, exponent, rest = found.groups("") if found else [""] * 5
    if not (whole or decimals) or len(exponent) > _LONGEST_EXPONENT:
        return ""
    shift = int(exponent or 0)
    if rest in _TIMES and unit is not None and not unit.startswith(rest):
        shift += TENS[rest]
    elif rest not in ("", "%") and not (unit or "").upper().startswith(rest):
        return ""
    value = Decimal(f"{sign}{whole or 0}.{decimals or 0}" if shift or decimals else f"{sign}{whole}")
    plain = format(value.scaleb(shift, Context(prec=99)) if shift else value, "f")
    plain = plain.rstrip("0").rstrip(".") if shift and "." in plain else plain
    return plain if plain != text and 0 < digits(plain) <= MOST_DIGITS else ""
