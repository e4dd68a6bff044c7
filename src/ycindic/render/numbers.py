"""How is a number written? The only place that rounds."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from ycindic.domain.period import MONTHS_A_YEAR, Period, month_of_year, year_of

_WIDE = Context(prec=80, rounding=ROUND_HALF_UP)
MINUS = "\u2212"


def rounded(value: Decimal, decimals: int) -> str:
    """A value with so many decimals, half away from zero, never minus zero: `6.43`."""
    text = str(value.quantize(Decimal(1).scaleb(-decimals), context=_WIDE))
    return text.removeprefix("-") if not text.strip("-0.") else text


def typed(value: Decimal) -> str:
    """A published value with its own decimals; a computed one with two at the most."""
    exponent = value.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return rounded(value, decimals if decimals <= 4 else 2)


def signed(value: Decimal, decimals: int) -> str:
    """A value with its sign, zero without: `+0.5`."""
    text = rounded(value, decimals)
    return text if text.startswith("-") or not text.strip("0.") else f"+{text}"


def percent(share: Decimal, decimals: int = 1) -> str:
    """A share as per cent: 0.56 gives `56.0%`."""
    return f"{rounded(share * 100, decimals)}%"


def with_unit(text: str, unit: str) -> str:
    """A number and its unit, a per cent sign close to the number, other units after a thin gap."""
    return f"{text}{unit}" if unit in ("%", "‰") or not unit else f"{text} {unit}"


def plain(value: Decimal | None) -> int | float | None:
    """A number for programs: whole ones exact, others in the shortest form that means the same."""
    if value is None:
        return None
    number = float(value)
    return int(value) if number.is_integer() and value == int(value) else number


def finite(value: float | None) -> int | float | None:
    """A computed number for programs, whole where it is whole."""
    if value is None or not value.is_integer():
        return value
    return int(value)


MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


def in_words(period: Period) -> tuple[str, str]:
    """A period as people say it, in Chinese and English."""
    year, first, last = year_of(period.first), month_of_year(period.first), month_of_year(period.last)
    if period.whole_years:
        if period.months == MONTHS_A_YEAR:
            return f"{year}年", str(year)
        return f"{year}—{year_of(period.last)}年", f"{year}–{year_of(period.last)}"
    if period.months == 1:
        return f"{year}年{first}月", f"{MONTHS[first]} {year}"
    if year_of(period.last) == year:
        return f"{year}年{first}—{last}月", f"{MONTHS[first]}–{MONTHS[last]} {year}"
    ends = f"{year}年{first}月—{year_of(period.last)}年{last}月"
    return ends, f"{MONTHS[first]} {year} – {MONTHS[last]} {year_of(period.last)}"
