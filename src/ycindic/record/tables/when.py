"""Which time does a text name, and how is it written?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from ycindic.domain.called import words_of
from ycindic.domain.period import LAST_YEAR, Period, last_day, month_number, month_of_year, parse, year_of


class WrittenAs(StrEnum):
    """How a time is written, which says what may be meant by it."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    SPAN = "span"
    DAY = "day"
    FINANCIAL = "financial"
    YEARS = "years"


class When(NamedTuple):
    """A time as it is written: months of a year, perhaps without that year.

    `until` is the year of its end where that is another one; `end` tells that a moment is meant (6月末);
    `maybe` is what else the text alone could mean: a quarter called by its first day, October without its zero,
    a financial year.
    """

    form: WrittenAs
    first: int = 1
    last: int = 12
    year: int | None = None
    until: int | None = None
    day: int | None = None
    end: bool = False
    maybe: WrittenAs | None = None

    @property
    def part(self) -> bool:
        """Whether it is less than a year."""
        return self.form not in (WrittenAs.YEAR, WrittenAs.YEARS, WrittenAs.FINANCIAL)

    def period(self, year: int | None = None) -> Period | None:
        """The months that are meant, in its own year or in the given one."""
        begin = year if self.year is None else self.year
        if begin is None:
            return None
        first = month_number(begin, self.first)
        last = month_number(begin if self.until is None else self.until, self.last)
        return Period(first, last) if first <= last and self.last <= 12 else None


_NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS = words_of("january february march april may june july august september october november december")
_MONTH_NUMBERS = {name: number for number, whole in enumerate(_MONTHS, 1) for name in (whole, whole[:3])} | {"sept": 9}

_Y = r"(?P<y>(?:19|20|21)\d\d)"
_OF = rf"(?:(?<!\d){_Y}年?度?)?"
_A = r"(?P<a>1[0-2]|0?[1-9])"
_B = r"(?P<b>1[0-2]|0?[1-9])"
_TO = r"(?:-|至|到)"
_NAMED = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_CLOCK = r"(?:t?\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?"

_Said = dict[str, str]
_Maker = Callable[[_Said], When | None]


def _number(text: str) -> int:
    return _NUMERALS.get(text) or int(text)


def _year(said: _Said, key: str = "y") -> int | None:
    return int(said[key]) if key in said else None


def _month(said: _Said) -> When:
    month = int(said["a"])
    return When(WrittenAs.MONTH, month, month, _year(said))


def _named_month(said: _Said) -> When:
    month = _MONTH_NUMBERS[said["name"]]
    return When(WrittenAs.MONTH, month, month, _year(said))


def _named_short(said: _Said) -> When:
    """May-24: in a spreadsheet May of 2024; where the number may be a day of the month it is no month."""
    month, number = _MONTH_NUMBERS[said["name"]], int(said["n"])
    if number <= 12:
        return When(WrittenAs.DAY, month, month, day=number)
    return When(WrittenAs.MONTH, month, month, 2000 + number if number < 70 else 1900 + number)


def _named_day(said: _Said) -> When:
    month = _MONTH_NUMBERS[said["name"]]
    return When(WrittenAs.DAY, month, month, day=int(said["n"]))


def _named_span(said: _Said) -> When:
    return When(WrittenAs.SPAN, _MONTH_NUMBERS[said["name"]], _MONTH_NUMBERS[said["other"]], _year(said))


def _span(said: _Said) -> When | None:
    first, last, year = int(said["a"]), int(said["b"]), _year(said)
    if "z" in said:
        until = int(said["z"])
        if first == last and year == until:
            return _month(said)
        return When(WrittenAs.SPAN, first, last, year, None if until == year else until)
    if first > last:
        return None
    return When(WrittenAs.SPAN, first, last, year) if first != last else _month(said)


def _so_far(said: _Said) -> When:
    return When(WrittenAs.SPAN, 1, int(said["b"]), _year(said))


def _quarter(said: _Said) -> When | None:
    last = _number(said["q"])
    first = _number(said["p"]) if "p" in said else 1 if "upto" in said else last
    if first > last:
        return None
    form = WrittenAs.SPAN if "p" in said or "upto" in said else WrittenAs.QUARTER
    return When(form, first * 3 - 2, last * 3, _year(said))


def _half(said: _Said) -> When:
    first = said["h"] in ("上", "1")
    return When(WrittenAs.HALF, 1 if first else 7, 6 if first else 12, _year(said))


def _day(said: _Said) -> When | None:
    year, month, day = _year(said), int(said["a"]), int(said["d"])
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return When(WrittenAs.DAY, month, month, year, day=day)


def _lost(said: _Said) -> When:
    """2024.1 may be January, or October whose zero a number cell has lost."""
    return _month(said)._replace(maybe=WrittenAs.MONTH)


def _financial(said: _Said) -> When | None:
    year, short = int(said["y"]), int(said["z"])
    if short in ((year + 1) % 100, year + 1):
        return When(WrittenAs.FINANCIAL, year=year, until=year + 1)
    if short > 100:
        return When(WrittenAs.YEARS, year=year, until=short) if short > year else None
    return None


def _dashed(said: _Said) -> When | None:
    """2009/10 and 2009-10: October, or the financial year that ends in 2010."""
    year, short = int(said["y"]), int(said["a"])
    month = _month(said)
    return month._replace(maybe=WrittenAs.FINANCIAL) if short == (year + 1) % 100 else month


def _whole(said: _Said) -> When:
    return When(WrittenAs.YEAR, year=_year(said))


def _serial(said: _Said) -> When | None:
    """A day as a spreadsheet counts it, where only its number came through."""
    day = date(1899, 12, 30) + timedelta(days=int(said["n"]))
    return When(WrittenAs.DAY, day.month, day.month, day.year, day=day.day, maybe=WrittenAs.YEAR)


_SPELLED: tuple[tuple[re.Pattern[str], _Maker], ...] = tuple(
    (re.compile(form), maker)
    for form, maker in (
        (rf"(?<!\d){_Y}年{_A}月份?{_TO}(?P<z>(?:19|20|21)\d\d)年{_B}月份?", _span),
        (rf"(?<!\d){_Y}(?:年|[-./]){_A}月?(?:至|到|-)(?P<z>(?:19|20|21)\d\d)(?:年|[-./]){_B}月?份?(?!\d)", _span),
        (rf"(?<!\d){_Y}年{_A}月(?P<d>[0-3]?\d)日?(?!\d)", _day),
        (rf"(?<!\d){_Y}年{_A}月(?P<d>[0-3]?\d)日{_CLOCK}", _day),
        (rf"(?<!\d){_Y}([-./]){_A}\2(?P<d>[0-3]?\d){_CLOCK}(?!\d)", _day),
        (rf"(?<![\d.年]){_A}月(?P<d>[0-3]?\d)日", _day),
        (rf"(?<!\d){_Y}[-/](?P<z>(?:19|20|21)\d\d)(?:年度?|财年|财政年度)?", _financial),
        (rf"(?<!\d){_Y}[-/](?P<z>\d\d)(?:财年|财政年度)", _financial),
        (rf"(?:财年|财政年度|fy){_Y}", lambda said: When(WrittenAs.FINANCIAL, year=_year(said))),
        (rf"(?<!\d){_Y}年?(?:财年|财政年度)", lambda said: When(WrittenAs.FINANCIAL, year=_year(said))),
        (rf"(?:(?<!\d){_Y}(?:年度?|\.))?(?<!\d){_A}月?份?{_TO}{_B}月份?", _span),
        (rf"{_OF}(?P<upto>前)(?P<q>[1-4一二两三四])个?季度?", _quarter),
        (rf"{_OF}第?(?P<p>[1-4一二三四])(?:季度?)?{_TO}第?(?P<q>[1-4一二三四])季度?", _quarter),
        (rf"{_OF}第?(?P<q>[1-4一二三四]|iv|i{{1,3}})季度?", _quarter),
        (rf"(?<!\d){_Y}[-:.年]?q(?P<q>[1-4])(?!\d)", _quarter),
        (rf"(?<![a-z0-9])q(?P<q>[1-4])[-/,.':]?(?:of)?{_Y}", _quarter),
        (rf"(?<![a-z0-9])(?P<q>[1-4])q[-/,.']?{_Y}", _quarter),
        (rf"(?<![a-z0-9])(?P<q>[1-4])(?:st|nd|rd|th)quarter(?:of)?{_Y}?", _quarter),
        (rf"{_OF}(?P<h>[上下])半年", _half),
        (rf"(?<!\d){_Y}[-:.年]?h(?P<h>[12])(?!\d)", _half),
        (rf"(?<![a-z0-9])h(?P<h>[12])[-/,.']?{_Y}", _half),
        (rf"(?<![a-z0-9])(?P<h>[12])h[-/,.']?{_Y}", _half),
        (rf"{_OF}前(?P<b>1[0-2]|0?[1-9])个?月", _so_far),
        (rf"(?<!\d){_Y}年?-?(?<!\d){_A}月份?", _month),
        (rf"(?<![\d.]){_A}月份?", _month),
        (rf"(?<!\d){_Y}-?m(?P<a>1[0-2]|0?[1-9])(?!\d)", _month),
        (rf"(?<![a-z])(?P<name>{_NAMED})(?:-|to)(?P<other>{_NAMED})[-,.']?{_Y}?", _named_span),
        (rf"(?<![a-z])(?P<name>{_NAMED})\.?[-,/]?{_Y}(?!\d)", _named_month),
        (rf"(?<!\d){_Y}[-,/]?(?P<name>{_NAMED})(?![a-z])", _named_month),
        (rf"(?<!\d){_Y}年?度?全年", _whole),
        (rf"(?<!\d){_Y}年度?(?!\d)", _whole),
        (r"全年度?", _whole),
    )
)
"""How times stand inside other words; of those that begin at one place the longest counts."""

_BARE: tuple[tuple[re.Pattern[str], _Maker], ...] = tuple(
    (re.compile(form), maker)
    for form, maker in (
        (_Y, _whole),
        (rf"{_Y}(?P<a>0[1-9]|1[0-2])", _month),
        (rf"{_Y}(?P<a>0[1-9]|1[0-2])(?P<d>[0-3]\d)", _day),
        (rf"{_Y}\.(?P<a>1)", _lost),
        (rf"{_Y}[./年]{_A}{_TO}{_B}", _span),
        (rf"{_Y}[-/](?P<z>\d\d)", _financial),
        (rf"{_Y}[-/](?P<a>0[1-9]|1[0-2])", _dashed),
        (rf"{_Y}[-./:年]{_A}", _month),
        (rf"{_A}[-./]{_Y}", _month),
        (r"q(?P<q>[1-4])", _quarter),
        (r"h(?P<h>[12])", _half),
        (rf"(?P<name>{_NAMED})\.?", _named_month),
        (rf"(?P<name>{_NAMED})-?'?(?P<n>\d\d)", _named_short),
        (rf"(?P<n>[0-3]?\d)-?(?P<name>{_NAMED})", _named_day),
        (r"(?P<n>(?:3[6-9]|4\d|5[0-5])\d{3})", _serial),
    )
)
"""How a cell that holds nothing else names a time."""

_ENDS = ("末", "底", "止", "时点")
_BEGINS = ("截至", "截止到", "截止", "年初至", "asof", "endof", "end-", "end", "至")
_NOT = ("最近", "近", "过去", "未来")


class _Found(NamedTuple):
    """A time in a text, and from where to where it stands."""

    when: When
    start: int
    stop: int


@lru_cache(maxsize=1 << 14)
def exactly(text: str) -> When | None:
    """The time that a plain text names, if it names nothing else: `2024m05`, `may2024`, `截至5月底`."""
    text, end = _moment(text.rstrip("*※†‡'"))
    for form, maker in _BARE:
        match = form.fullmatch(text)
        when = maker(_groups(match)) if match else None
        if when is not None:
            return when._replace(end=end)
    found = next(times(text), None)
    if found is not None and (found.start, found.stop) == (0, len(text)):
        return found.when._replace(end=end or found.when.end)
    own = parse(text.upper())
    return None if own is None else _of_own(own)._replace(end=end)


def _moment(text: str) -> tuple[str, bool]:
    """A text without the words that say that a moment is meant."""
    begin = next((one for one in _BEGINS if text.startswith(one) and len(text) > len(one)), "")
    end = next((one for one in _ENDS if text.endswith(one) and len(text) > len(one)), "")
    return text.removeprefix(begin).removesuffix(end), bool(begin not in ("", "至", "年初至") or end)


def _of_own(own: Period) -> When:
    first, last = own
    begins, until = year_of(first), year_of(last)
    if begins == until:
        return When(WrittenAs.SPAN, month_of_year(first), month_of_year(last), begins)
    return When(WrittenAs.YEARS, month_of_year(first), month_of_year(last), begins, until)


def _groups(match: re.Match[str]) -> _Said:
    return {key: value for key, value in match.groupdict().items() if value}


def times(text: str) -> Iterator[_Found]:
    """Every time inside a plain text, from the left; of those that begin at one place the longest."""
    place = 0
    while place < len(text):
        best: _Found | None = None
        for form, maker in _SPELLED:
            match = form.search(text, place)
            if match is None or (best is not None and match.start() > best.start):
                continue
            when = maker(_groups(match))
            if when is None or text[: match.start()].endswith(_NOT) or (when.year or 0) > LAST_YEAR:
                continue
            if best is None or (-match.start(), match.end()) > (-best.start, best.stop):
                best = _Found(when, match.start(), match.end())
        if best is None:
            return
        yield _with_end(best, text)
        place = best.stop


def _with_end(found: _Found, text: str) -> _Found:
    """A time with the words around it that make a moment of it: 截至6月底, 2024年末."""
    start, stop, end = found.start, found.stop, False
    for one in _ENDS:
        if text.startswith(one, stop):
            stop, end = stop + len(one), True
    for one in _BEGINS[:6]:
        if text.endswith(one, 0, start):
            start, end = start - len(one), end or one != "年初至"
    return _Found(found.when._replace(end=end), start, stop)


def first_day(when: When) -> bool:
    """Whether a day is the first of its month."""
    return when.day == 1


def last_of_month(when: When) -> bool:
    """Whether a day is the last of its month."""
    return when.year is not None and when.day == last_day(month_number(when.year, when.first)).day
