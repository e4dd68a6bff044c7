"""Which months does a period of the registry mean, in the year of its indicator?"""

from __future__ import annotations

from functools import cache

from ycindic.domain.period import CIVIL, MONTHS_A_YEAR, Calendar, Period, parse
from ycindic.domain.problem import Code
from ycindic.load.reading import SPANS, NodeReader, Values

_KEYS = ("period", "baseline", "by")


def settle(reading: NodeReader, values: Values, calendar: Calendar) -> None:
    """Put months in the place of own years such as 2026/27; a period that the calendar cannot have is left out."""
    for key in _KEYS:
        text = values.get(key)
        if isinstance(text, str) and (found := parse(text, calendar)):
            values[key] = found
        elif isinstance(text, str):
            reading.fault(values.at(key), Code.FINANCIAL_YEAR, seen=text, expected="year_starts")
            del values[key]
    if (period := values.get("period")) is not None and not _can_be_promised(period, calendar):
        meant = calendar.name(period.start.year) if CIVIL.whole(period) else ""
        reading.fault(values.at("period"), Code.BAD_PERIOD, seen=str(period), expected=_forms(calendar), nearest=meant)
        del values["period"]
    for one in values.get("milestones", []):
        settle(reading, one, calendar)


@cache
def _can_be_promised(period: Period, calendar: Calendar) -> bool:
    """Whole years, or a season of no more than twelve months; a plain 2026 is none where the year begins in April."""
    inside = period.months <= MONTHS_A_YEAR and (calendar == CIVIL or not CIVIL.whole(period))
    return calendar.whole(period) or inside


def _forms(calendar: Calendar) -> str:
    """The forms of a target's period."""
    years = calendar.name(2026), calendar.text(Period(calendar.month(2026, 1), calendar.end(2030)))
    return ", ".join((*years, *SPANS.split(", ")[2:]))
