"""Which stretch of time does a figure or a promise cover?"""

from datetime import date, timedelta
from typing import NamedTuple

MONTHS_A_YEAR, MONTHS_A_QUARTER, MONTHS_A_HALF = 12, 3, 6
FIRST_YEAR, LAST_YEAR = 1900, 2199


def month_number(year: int, month: int) -> int:
    """Count months from the year 0, so that periods are plain integer intervals."""
    return year * MONTHS_A_YEAR + month - 1


def year_of(month: int) -> int:
    """The calendar year that a month number lies in."""
    return month // MONTHS_A_YEAR


def month_of_year(month: int) -> int:
    """The place of a month number in its year, 1 to 12."""
    return month % MONTHS_A_YEAR + 1


def last_day(month: int) -> date:
    """The last calendar day of a month number."""
    return date(year_of(month + 1), month_of_year(month + 1), 1) - timedelta(days=1)


class Period(NamedTuple):
    """An interval of whole months, both ends included, as month numbers.

    Periods are equal when they cover the same months, however they were written
    (`2026-H1` and `2026-01..2026-06`), and sort by their first month, then by their last.
    """

    first: int
    last: int

    @property
    def months(self) -> int:
        """How many months the period covers, at least 1."""
        return self.last - self.first + 1

    @property
    def years(self) -> range:
        """The calendar years that the period touches."""
        return range(year_of(self.first), year_of(self.last) + 1)

    @property
    def start(self) -> date:
        """The first calendar day."""
        return date(year_of(self.first), month_of_year(self.first), 1)

    @property
    def end(self) -> date:
        """The last calendar day."""
        return last_day(self.last)

    @property
    def whole_years(self) -> bool:
        """Whether the period begins in a January and ends in a December."""
        return month_of_year(self.first) == 1 and month_of_year(self.last) == MONTHS_A_YEAR

    def covers(self, month: int) -> bool:
        """Whether a month number lies inside."""
        return self.first <= month <= self.last

    def __str__(self) -> str:
        """The shortest way to write the period: `2026`, `2026-Q3`, `2026-01..2026-02`."""
        year = year_of(self.first)
        if self.whole_years:
            return str(year) if self.months == MONTHS_A_YEAR else f"{year}-{year_of(self.last)}"
        if self.months == 1:
            return month_text(self.first)
        if self.months in (3, 6) and (month_of_year(self.first) - 1) % self.months == 0:
            part = (month_of_year(self.first) - 1) // self.months + 1
            return f"{year}-{'Q' if self.months == 3 else 'H'}{part}"
        return f"{month_text(self.first)}..{month_text(self.last)}"


def month_text(month: int) -> str:
    """A month number as people write it: `2026-09`."""
    return f"{year_of(month):04d}-{month_of_year(month):02d}"


def year(number: int) -> Period:
    """The twelve months of a calendar year."""
    return Period(month_number(number, 1), month_number(number, MONTHS_A_YEAR))


def parse(text: str) -> Period | None:
    """Read `2026`, `2026-H1`, `2026-Q3`, `2026-09`, `2026-2030` or `2026-01..2026-02`.

    None where the text is no period: a thirteenth month, a fifth quarter, an end before its
    beginning, a year outside 1900 to 2199.
    """
    if ".." in text:
        first, _, last = text.partition("..")
        begin, finish = _single(first), _single(last)
        if begin is None or finish is None or begin.first > finish.first:
            return None
        return Period(begin.first, finish.last)
    return _single(text)


def _single(text: str) -> Period | None:
    if not (text[:4].isdecimal() and text.isascii()):
        return None
    if len(text) == 4:
        return _years(text, text)
    return _part(text[:4], text[5:]) if text[4:5] == "-" else None


def _years(first: str, last: str) -> Period | None:
    begin, end = int(first), int(last)
    if not FIRST_YEAR <= begin <= end <= LAST_YEAR:
        return None
    return Period(begin * MONTHS_A_YEAR, end * MONTHS_A_YEAR + 11)


def _part(of_year: str, rest: str) -> Period | None:
    """The month, quarter, half or later year that stands behind a year."""
    digits = rest.removeprefix("Q").removeprefix("H")
    if not digits.isdecimal():
        return None
    if len(rest) == 4 and rest == digits:
        return _years(of_year, rest) if rest > of_year else None
    if len(rest) != 2 or len(rest) - len(digits) > 1:
        return None
    months = {"Q": MONTHS_A_QUARTER, "H": MONTHS_A_HALF}.get(rest[0], 1)
    whole, part = _years(of_year, of_year), int(digits)
    if whole is None or not 1 <= part <= MONTHS_A_YEAR // months:
        return None
    first = whole.first + (part - 1) * months
    return Period(first, first + months - 1)
