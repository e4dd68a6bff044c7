"""What does somebody mean on the command line: which indicator, which period, which number in which unit?

Only where one reading exists; everything else stays as it was typed, for its fault to be told.
"""

from __future__ import annotations

import re
from datetime import date

from ycindic.domain.model import Indicator, Measure, Plan
from ycindic.domain.period import month_of_year, parse
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.select import called
from ycindic.load.cells import narrow, value
from ycindic.record.entry import Typed
from ycindic.record.tables.units import shift
from ycindic.record.tables.vocabulary import plain
from ycindic.record.tables.when import exactly

_WITH_UNIT = re.compile(r"([+-]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*([^0-9\s].*)")


def meant(typed: Typed, plan: Plan, today: date, problems: list[Problem]) -> Typed:
    """A figure in the words of our own files; a name that may mean several indicators is a problem."""
    ids = called(narrow(typed.indicator), plan.indicators)
    if len(ids) > 1:
        seen, several = typed.indicator, ", ".join(ids)
        problems.append(Problem(Place("ID"), Code.AMBIGUOUS_NAME, seen=seen, expected=several))
    if len(ids) != 1:
        return typed
    indicator = plan.indicators[ids[0]]
    spoken = typed._replace(indicator=indicator.id, value=_value(typed.value, indicator))
    return spoken if parse(narrow(typed.period)) else _with_period(spoken, indicator, today, problems)


def _value(text: str, indicator: Indicator) -> str:
    """The number in the registered unit."""
    match = _WITH_UNIT.fullmatch(narrow(text))
    power = shift(match[2], indicator.unit) if match else None
    number = value(match[1], percent=False) if match else None
    return text if power is None or number is None else format(number.scaleb(power), "f")


def _with_period(typed: Typed, indicator: Indicator, today: date, problems: list[Problem]) -> Typed:
    """The period in our own writing; without a year the one of this year, if that is over.

    A later month or quarter in people's words may be meant alone or so far: then the basis must be said.
    """
    when = exactly(plain(typed.period))
    period = when.period(today.year) if when and when.maybe is None else None
    if when is None or period is None or (when.year is None and period.end > today):
        return typed
    sums = indicator.measure in (Measure.FLOW, Measure.GROWTH, Measure.MEAN)
    if sums and not typed.basis.strip() and not when.end and month_of_year(period.first) != 1:
        place = Place("--basis")
        problems.append(Problem(place, Code.OPEN_BASIS, seen=typed.period, detail=indicator.id))
    return typed._replace(period=str(period))
