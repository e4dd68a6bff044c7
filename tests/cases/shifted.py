"""What is a told case when its year begins in another month: the same story, every date so many months later?"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Any

from ycindic.domain.period import Calendar, Period, parse

Told = dict[str, Any]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PERIOD = re.compile(r"[0-9]{4}(-[0-9]{2}|-[QH][1-4]|-[0-9]{4})?(\.\.[0-9]{4}-[0-9]{2})?")
DATED = ("on", "by", "since", "period", "baseline")
"""The keys whose values are days and periods; a number such as 2026 is none elsewhere."""
ANSWERED = ("_period", "hole")
"""The columns that say which months are meant, whatever years they lie in."""
LATE = 28
"""From this day on a day is counted from its month's end."""


def shifted(told: Told, starts: int) -> Told:
    """The case in years that begin in the month `starts`: months and days later, years called by both their names."""
    more = told if "indicators" in told else {**told, "indicator": {**told["indicator"], "year_starts": str(starts)}}
    found: Told = _moved({key: value for key, value in more.items() if key != "title"}, Calendar(starts))
    for one in (*found.get("others", {}).values(), *found.get("indicators", {}).values()):
        one["year_starts"] = str(starts)
    return {"title": told["title"], **found}


def _moved(value: object, calendar: Calendar, key: str = "") -> Any:
    if isinstance(value, dict):
        return {_key(name, calendar): _moved(one, calendar, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_moved(one, calendar, key) for one in value]
    text = str(value)
    if key.endswith(ANSWERED) and text != "none":
        return str(_months(text, calendar))
    return _text(text, calendar) if key in DATED or "@" in text else text


def _key(key: str, calendar: Calendar) -> str:
    """A figure's key holds its period: `nation 2026-06 alone`."""
    return " ".join(_text(word, calendar) if _PERIOD.fullmatch(word) else word for word in key.split(" "))


def _text(text: str, calendar: Calendar) -> str:
    if _DAY.fullmatch(text):
        return _day(date.fromisoformat(text), calendar.starts - 1).isoformat()
    name, at, rest = text.rpartition("@")
    period, slash, behind = rest.partition("/")
    months = _months(period, calendar)
    return f"{name}{at}{calendar.text(months)}{slash}{behind}" if months else text


def _months(text: str, calendar: Calendar) -> Period | None:
    found = parse(text)
    return Period(found.first + calendar.starts - 1, found.last + calendar.starts - 1) if found else None


def _day(day: date, months: int) -> date:
    """So many months later; the last day of a month stays a last one, and the one before it stays that."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    left = monthrange(day.year, day.month)[1] - day.day
    return date(year, month, day.day if day.day < LATE else monthrange(year, month)[1] - left)
