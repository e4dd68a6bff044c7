"""When is a figure due?"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from ycindic.domain.model import Every, Released
from ycindic.domain.period import Period, last_day

_STEPS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF: 6, Every.YEAR: 12}


def is_release(rule: Released, month: int) -> bool:
    """Whether a release reaches just through this month number.

    The year's first month is none where its first release reaches through the second: the figure is
    published together with the next one and is not due, not missing.
    """
    if rule.every is Every.IRREGULAR:
        return False
    place = rule.calendar.place(month)
    return place % _STEPS[rule.every] == 0 and place >= rule.first


def first_release(rule: Released) -> int:
    """The month of the year, 1 to 12, through which its first release reaches; not for what comes without a rhythm."""
    step = _STEPS[rule.every]
    return -(-max(rule.first, 1) // step) * step


def releases(rule: Released, first: int, last: int) -> list[int]:
    """The month numbers from first to last, both included, through which a release reaches."""
    return [month for month in range(first, last + 1) if is_release(rule, month)]


def due(rule: Released, month: int) -> date | None:
    """The day on which the figure through a month is due; None without a calendar.

    A month that no release ends with comes with the next one. Without a day in the rule the
    figure may take until the end of its month.
    """
    if rule.every is Every.IRREGULAR:
        return None
    step, place = _STEPS[rule.every], rule.calendar.place(month)
    reach = max(-(-place // step) * step, first_release(rule))
    return _day_in(month + reach - place + rule.after, rule.day)


@lru_cache(maxsize=4096)
def _day_in(month: int, day: int | None) -> date:
    end = last_day(month)
    return end if day is None else end.replace(day=min(day, end.day))


def counts_from(rule: Released | None, month: int) -> date:
    """From which day on a figure without a published date counts: its release, else its period's end."""
    return (due(rule, month) if rule else None) or last_day(month)


def overdue(rule: Released | None, first: int, last: int, as_of: date) -> list[int]:
    """The month numbers from first to last whose release was due before `as_of`."""
    if rule is None:
        return []
    return [month for month in releases(rule, first, last) if (day := due(rule, month)) and day < as_of]


def covered(rule: Released, month: int) -> Period:
    """The months that a release through this month brings for the first time: `2026-Q2`, January–February."""
    first = rule.calendar.first(month)
    before = max((one + 1 for one in range(first, month) if is_release(rule, one)), default=first)
    return Period(before, month)
