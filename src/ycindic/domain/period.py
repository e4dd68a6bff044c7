"""Which stretch of time does a figure or a promise cover, and where does a year begin and end?"""

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


def month_of(day: date) -> int:
    """The month number that a day lies in."""
    return month_number(day.year, day.month)


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
    def start(self) -> date:
        """The first calendar day."""
        return date(year_of(self.first), month_of_year(self.first), 1)

    @property
    def end(self) -> date:
        """The last calendar day."""
        return last_day(self.last)

    def covers(self, month: int) -> bool:
        """Whether a month number lies inside."""
        return self.first <= month <= self.last

    def __str__(self) -> str:
        """The shortest way to write the period: `2026`, `2026-Q3`, `2026-01..2026-02`."""
        year = year_of(self.first)
        if CIVIL.whole(self):
            return str(year) if self.months == MONTHS_A_YEAR else f"{year}-{year_of(self.last)}"
        if self.months == 1:
            return month_text(self.first)
        if self.months in (3, 6) and (month_of_year(self.first) - 1) % self.months == 0:
            part = (month_of_year(self.first) - 1) // self.months + 1
            return f"{year}-{'Q' if self.months == 3 else 'H'}{part}"
        return f"{month_text(self.first)}..{month_text(self.last)}"


class Calendar(NamedTuple):
    """A year of twelve months that begins in the month `starts`, 1 to 12, and is called after the year it begins in.

    Whoever must know where a year begins or ends asks here: nobody else says January or December.
    """

    starts: int = 1

    def name(self, number: int) -> str:
        """What people call a year: `2026`, or `2026/27` where it reaches into the next."""
        return str(number) if self.starts == 1 else f"{number}/{(number + 1) % 100:02d}"

    def year_of(self, month: int) -> int:
        """The year that a month number lies in."""
        return (month - self.starts + 1) // MONTHS_A_YEAR

    def place(self, month: int) -> int:
        """The place of a month number in its year, 1 to 12."""
        return (month - self.starts + 1) % MONTHS_A_YEAR + 1

    def month(self, number: int, place: int) -> int:
        """The month number of a place, 1 to 12, in a year."""
        return number * MONTHS_A_YEAR + self.starts - 1 + place - 1

    def first(self, month: int) -> int:
        """The month with which the year of a month begins."""
        return month - (month - self.starts + 1) % MONTHS_A_YEAR

    def last(self, month: int) -> int:
        """The month with which the year of a month ends."""
        return self.first(month) + MONTHS_A_YEAR - 1

    def ends_with(self, month: int) -> bool:
        """Whether a year ends with a month."""
        return (month - self.starts + 2) % MONTHS_A_YEAR == 0

    def end(self, number: int) -> int:
        """The last month number of a year."""
        return self.month(number, MONTHS_A_YEAR)

    def year(self, number: int) -> Period:
        """The twelve months of a year."""
        return Period(self.month(number, 1), self.end(number))

    def so_far(self, month: int) -> Period:
        """A year from its first month through a month of it."""
        return Period(self.first(month), month)

    def years(self, period: Period) -> range:
        """The years that a period touches."""
        return range(self.year_of(period.first), self.year_of(period.last) + 1)

    def whole(self, period: Period) -> bool:
        """Whether a period is made of whole years."""
        return period.first == self.first(period.first) and self.ends_with(period.last)


CIVIL = Calendar()
"""The year from January to December."""


def month_text(month: int) -> str:
    """A month number as people write it: `2026-09`."""
    return f"{year_of(month):04d}-{month_of_year(month):02d}"


def year(number: int) -> Period:
    """The twelve months from January to December."""
    return CIVIL.year(number)


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
    return Period(CIVIL.year(begin).first, CIVIL.year(end).last)


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
