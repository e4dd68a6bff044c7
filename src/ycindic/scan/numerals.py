"""Which number does a Chinese numeral write?"""

from decimal import Decimal

from ycindic.domain.called import TENS

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_PLACES: dict[str, int] = {char: 10 ** TENS[char] for char in "十百千"}
_SCALES: dict[str, int] = {char: 10 ** TENS[char] for char in "万亿"}
_LONGEST = 24
"""Beyond this no number of a report is written; a megabyte of 一 is none."""


def whole_number(text: str) -> int | None:
    """The whole number written in words (三百零五, 一万五千亿) or digit by digit (一九八二); None for neither."""
    if not text or len(text) > _LONGEST:
        return None
    if all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    return _in_words(text)


def _in_words(text: str) -> int | None:
    total = section = digit = 0
    seen, largest = False, 0
    for char in text:
        if char in DIGITS:
            if seen and DIGITS[char]:
                return None  # 二三十 is two numbers
            digit, seen = DIGITS[char], DIGITS[char] != 0
        elif char in _PLACES:
            section += (digit if seen else 1) * _PLACES[char]
            digit, seen = 0, False
        elif char in _SCALES:
            section += digit
            if largest and _SCALES[char] > largest:  # 一万五千亿: the larger scale takes all before it
                total, section = (total + section) * _SCALES[char], 0
            else:
                total, section = total + (section or 1 if not total else section) * _SCALES[char], 0
            digit, seen, largest = 0, False, _SCALES[char]
        else:
            return None
    return total + section + _tail(digit, text)


def _tail(digit: int, text: str) -> int:
    """A last digit without its place is one place lower: 三万五 is 35000, 一百三 is 130; after 零 or 十 it is a one."""
    before = text[-2:-1]
    if not digit or before in ("", "零", "〇", "十") or before in DIGITS:
        return digit
    return digit * (_PLACES.get(before) or _SCALES[before]) // 10


def number_with_decimals(text: str, decimals: str) -> Decimal | None:
    """The number with its decimals behind 点: 七, 九 is 7.9."""
    value = whole_number(text)
    if value is None or len(decimals) > _LONGEST:
        return None
    tail = "".join(str(DIGITS[char]) for char in decimals)
    return Decimal(f"{value}.{tail}") if tail else Decimal(value)


def year_of_digits(text: str) -> int | None:
    """The year that four figures write, Arabic or Chinese: 2026, 一九八二, 二○○五."""
    if len(text) != 4:
        return None
    figures = text if text.isascii() else "".join(str(DIGITS.get(char, char)) for char in text)
    return int(figures) if figures.isascii() and figures.isdecimal() and 1900 <= int(figures) <= 2199 else None
