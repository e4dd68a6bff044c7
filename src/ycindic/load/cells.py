"""What does a typed cell of a table of figures say?"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

_PLAIN = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_DATE = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})")
_WIDE = {ord(wide): narrow for wide, narrow in zip("0123456789.,+-−%/", "0123456789.,+--%/", strict=True)}
_WIDE |= {0xFF01 + offset: chr(0x21 + offset) for offset in range(94)}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
MOST_DIGITS = 30


def narrow(text: str) -> str:
    """Full-width digits and signs as plain ones, outer blanks gone, a spreadsheet's guard taken off."""
    text = text.strip().removeprefix("\ufeff")
    if not text.isascii():
        text = text.translate(_WIDE)
    return unguarded(text)


def unguarded(text: str) -> str:
    """Take off the apostrophe that keeps a text from becoming a formula."""
    return text[1:] if text.startswith("'") and text[1:2] in _FORMULA else text


def value(text: str, *, percent: bool) -> Decimal | None:
    """A number: digits, a sign, decimals, perhaps thousands marks; a % only where the unit is %.

    None for everything else, also for more than 30 digits.
    """
    text = narrow(text)
    if percent:
        text = text.removesuffix("%").rstrip()
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    if len(text) > MOST_DIGITS + 2 or not _PLAIN.fullmatch(text):
        return None
    if sum(one.isdigit() for one in text) > MOST_DIGITS:
        return None
    number = Decimal(text)
    return abs(number) if number.is_zero() else number


def day(text: str) -> date | None:
    """A date: `2026-04-25`, or `2026/4/25` as spreadsheets like to write it."""
    match = _DATE.fullmatch(narrow(text))
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
