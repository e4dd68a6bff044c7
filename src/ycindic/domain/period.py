"""Which stretch of time does a figure or a promise cover, and where does a year begin and end?"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

MONTHS_A_YEAR, _MONTHS_A_QUARTER, _MONTHS_A_HALF = 12, 3, 6
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


def month_ends(first: int, last: int, until: date) -> Iterator[date]:
    """The last days of months in a row, as far as they have come by a day."""
    return takewhile(lambda day: day <= until, map(last_day, range(first, last + 1)))


@cache
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
        return _written(self)


@cache
def _written(period: Period) -> str:
    year = year_of(period.first)
    if CIVIL.whole(period):
        return str(year) if period.months == MONTHS_A_YEAR else f"{year}-{year_of(period.last)}"
    if period.months == 1:
        return month_text(period.first)
    if part := _called_part(period, month_of_year(period.first)):
        return f"{year}-{part}"
    return f"{month_text(period.first)}..{month_text(period.last)}"


def _called_part(period: Period, place: int) -> str:
    """`Q2`, `H1`: a quarter or a half that begins at a place of its year; empty for other stretches."""
    letter = {_MONTHS_A_QUARTER: "Q", _MONTHS_A_HALF: "H"}.get(period.months, "")
    return f"{letter}{(place - 1) // period.months + 1}" if letter and (place - 1) % period.months == 0 else ""


class Calendar(NamedTuple):
    """A year that begins in the month `starts`, 1 to 12, and is called after the year it begins in.

    Whoever must know where a year begins or ends asks here: nobody else says January or December. Of a season
    only the first `months` count: it comes every year, and the rest of the twelve lies outside.
    """

    starts: int = 1
    months: int = MONTHS_A_YEAR

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
        return self.first(month) + self.months - 1

    def ends_with(self, month: int) -> bool:
        """Whether a year ends with a month."""
        return self.place(month) == self.months

    def end(self, number: int) -> int:
        """The last month number of a year."""
        return self.month(number, self.months)

    def year(self, number: int) -> Period:
        """The months of a year."""
        return Period(self.month(number, 1), self.end(number))

    def so_far(self, month: int) -> Period:
        """A year from its first month through a month of it."""
        return Period(self.first(month), month)

    def years(self, period: Period) -> range:
        """The years that a period touches."""
        return range(self.year_of(period.first), self.year_of(period.last) + 1)

    def whole(self, period: Period) -> bool:
        """Whether a period is made of whole years; of a season, whether it is one."""
        first, last = period  # every promise is asked several times: no calls where an operator does
        begins = (first - self.starts + 1) % MONTHS_A_YEAR == 0
        ends = (last - self.starts + 1) % MONTHS_A_YEAR == self.months - 1
        return begins and ends and (self.months == MONTHS_A_YEAR or last - first < self.months)

    def text(self, period: Period) -> str:
        """The shortest way to write a period, its own years as such: `2026/27`, `2026/27-Q1`, `2026/27-2030/31`."""
        if self.starts == 1:
            return str(period)
        number = self.year_of(period.first)
        if self.whole(period):
            last = self.year_of(period.last)
            return self.name(number) if last == number else f"{self.name(number)}-{self.name(last)}"
        part = _called_part(period, self.place(period.first))
        return f"{self.name(number)}-{part}" if part else str(period)


CIVIL = Calendar()
"""The year from January to December."""


@cache
def season(period: Period, calendar: Calendar) -> Calendar:
    """The year in which a period is told: the calendar of its whole years, of fewer months a season of its own."""
    return calendar if calendar.whole(period) else Calendar(month_of_year(period.first), period.months)


def month_text(month: int) -> str:
    """A month number as people write it: `2026-09`."""
    return f"{year_of(month):04d}-{month_of_year(month):02d}"


def year(number: int) -> Period:
    """The twelve months from January to December."""
    return CIVIL.year(number)


@lru_cache(maxsize=1024)
def parse(text: str, calendar: Calendar = CIVIL) -> Period | None:
    """Read `2026`, `2026-H1`, `2026-Q3`, `2026-09`, `2026-2030` or `2026-01..2026-02`.

    These mean the same months in every calendar. Where the year begins in another month than January
    its years are read, too: `2026/27`, `2026/27-Q1`, `2026/27-2030/31`.

    None where the text is no period: a thirteenth month, a fifth quarter, an end before its
    beginning, a year outside 1900 to 2199.
    """
    if ".." in text:
        first, _, last = text.partition("..")
        begin, finish = _single(first, calendar), _single(last, calendar)
        if begin is None or finish is None or begin.first > finish.first:
            return None
        return Period(begin.first, finish.last)
    return _single(text, calendar)


def in_own_years(text: str) -> bool:
    """Whether a text names a year that reaches into the next, such as 2009/10, in whatever month it begins."""
    return "/" in text and parse(text, Calendar(MONTHS_A_YEAR)) is not None


def _single(text: str, calendar: Calendar) -> Period | None:
    year, dash, rest = text.partition("-")
    if "/" in year and calendar == CIVIL:
        return None
    begin, calendar = (_doubled(year), calendar) if "/" in year else (_number(year), CIVIL)
    if begin is None:
        return None
    if not dash:
        return calendar.year(begin)
    if "/" in rest or (len(rest) == len(year) and calendar == CIVIL):
        end = _doubled(rest) if "/" in year else _number(rest)
        return Period(calendar.month(begin, 1), calendar.end(end)) if end and end > begin else None
    found = _part(calendar.year(begin), rest)
    return None if calendar != CIVIL and found and found.months == 1 else found


def _number(text: str) -> int | None:
    """A year of four digits, from 1900 to 2199."""
    if len(text) != len("2026") or not (text.isdecimal() and text.isascii()):
        return None
    return int(text) if FIRST_YEAR <= int(text) <= LAST_YEAR else None


def _doubled(text: str) -> int | None:
    """The first of two years that follow each other: `2026/27` or `2026/2027`."""
    year, _, after = text.partition("/")
    number = _number(year)
    return number if number and after in (str(number + 1), f"{number + 1}"[2:]) else None


def _part(whole: Period, text: str) -> Period | None:
    """A month, quarter or half of a year: `06`, `Q2`, `H1`."""
    months = {"Q": _MONTHS_A_QUARTER, "H": _MONTHS_A_HALF}.get(text[:1], 1)
    digits = text[1:] if months > 1 else text
    if len(text) != 2 or not (digits.isdecimal() and text.isascii()):
        return None
    first = whole.first + (int(digits) - 1) * months
    return Period(first, first + months - 1) if whole.first <= first <= whole.last else None
