"""How is a day written in a language?"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ycindic.text import Text, Verbatim, _

SHORT_MONTHS = (
    Verbatim(""),
    _("Jan"),
    _("Feb"),
    _("Mar"),
    _("Apr"),
    _("May"),
    _("Jun"),
    _("Jul"),
    _("Aug"),
    _("Sep"),
    _("Oct"),
    _("Nov"),
    _("Dec"),
)


class _Day(NamedTuple):
    day: date
    of_year: int | None

    def in_language(self, lang: str, /) -> str:
        return day_words(self.day, lang, of_year=self.of_year)


def told_day(day: date, of_year: int | None = None) -> Text:
    """A day in whichever language it will be told, without the year where that is the one at hand."""
    return _Day(day, of_year)


def day_words(day: date, lang: str, *, of_year: int | None = None) -> str:
    """A day as people write it: 2026年11月27日, 27 Nov 2026; without the year where that is the one at hand."""
    month = SHORT_MONTHS[day.month]
    said = _("{day} {month}", day=day.day, month=month)
    if day.year != of_year:
        said = _("{day} {month} {year}", day=day.day, month=month, year=day.year)
    return said.in_language(lang)
