"""What does a typed cell of a table of figures say?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from ycindic.files.decoding import BYTE_ORDER_MARK
from ycindic.files.formula import unguarded

_WIDE = {0xFF01 + offset: chr(0x21 + offset) for offset in range(94)} | {ord("\u2212"): "-", ord("\u3002"): "."}
MOST_DIGITS = 30


def digits(text: str) -> int:
    """How many digits a number `[+-]digits[.digits]` has; 0 where the text is no such number."""
    whole, dot, decimals = (text[1:] if text[:1] in ("+", "-") else text).partition(".")
    if not (whole.isdecimal() and text.isascii()) or (dot and not decimals.isdecimal()):
        return 0
    return len(whole) + len(decimals)


def narrow(text: str) -> str:
    """Full-width digits and signs as plain ones, outer blanks gone, a spreadsheet's guard taken off."""
    text = text.strip()
    if not text.isascii():
        text = text.removeprefix(BYTE_ORDER_MARK).translate(_WIDE)
    return unguarded(text) if text[:1] == "'" else text


def cell_value(text: str, *, percent: bool) -> Decimal | None:
    """A number: digits, a sign, decimals, perhaps thousands marks; a % only where the unit is %.

    None for everything else, also for more than 30 digits.
    """
    if not 0 < digits(text) <= MOST_DIGITS:
        text = narrow(text)
        if percent:
            text = text.removesuffix("%").rstrip()
        if "," in text and _grouped(text):
            text = text.replace(",", "")
        if not 0 < digits(text) <= MOST_DIGITS:
            return None
    number = Decimal(text)
    return abs(number) if number.is_zero() else number


def _grouped(text: str) -> bool:
    """Whether the commas stand where thousands marks do, and only there: `1,234.5`, not `1.234,5`."""
    whole, _, decimals = text.lstrip("+-").partition(".")
    first, *groups = whole.split(",")
    return "," not in decimals and 1 <= len(first) <= 3 and all(len(group) == 3 for group in groups)


@lru_cache(maxsize=4096)
def day(text: str) -> date | None:
    """A date: `2026-04-25`, or `2026/4/25` as spreadsheets like to write it."""
    parts = narrow(text).replace("/", "-").split("-")
    if len(parts) != 3 or len(parts[0]) != 4 or not all(part.isdecimal() and part.isascii() for part in parts):
        return None
    try:
        return date(*(int(part) for part in parts))
    except (ValueError, OverflowError):
        return None
