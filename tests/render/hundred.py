"""A registry of a hundred promises with seven years of monthly figures: the shipped one, some of it twice.

Every figure here is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from math import sin
from pathlib import Path

from domain.builders import alone, known, point, ytd
from ycindic.domain.judge import assess_all
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Indicator, Measure, Observation, Plan, Target, TargetId
from ycindic.domain.outlook import foreseen
from ycindic.domain.period import last_day
from ycindic.load.find import find
from ycindic.load.workspace import plan_of
from ycindic.render.answers.report import Report

MANY = 100
AS_OF = date(2026, 11, 28)
_REGISTRY = Path(__file__).resolve().parents[2] / "data"
_LATER = timedelta(days=20)
_YEARS, _UNDER_WAY, _MONTHS = range(2020, 2027), 2026, 10


def plan() -> Plan:
    """The promises of the shipped registry, and as many of this year's again as make a hundred."""
    shipped, problems = plan_of(find(str(_REGISTRY)))
    assert not problems
    this_year = (one for one in shipped.targets if one.one_year and one.parts is None)
    again = (one._replace(id=TargetId(f"{one.id}-again")) for one in this_year)
    return shipped._replace(targets=(*shipped.targets, *islice(again, MANY - len(shipped.targets))))


def figures(promises: Plan) -> Iterator[Observation]:
    """Of every indicator each month, around what is promised of it."""
    goals = {one.indicator: goal for one in reversed(promises.targets) if (goal := _goal(one, promises)) is not None}
    for number, one in enumerate(promises.indicators.values()):
        for figure in _course(one, goals.get(one.id, Decimal(5)), number):
            yield figure._replace(published=last_day(figure.period.last) + _LATER)


def _goal(one: Target, promises: Plan) -> Decimal | None:
    return promise(one, promises.indicators[one.indicator]).goal


def _course(one: Indicator, goal: Decimal, number: int) -> Iterator[Observation]:
    size = float(goal) or 5.0
    for year in _YEARS:
        done = 0.0
        for month in range(1, (_MONTHS if year == _UNDER_WAY else 12) + 1):
            swing = sin(number + year * 7 + month / 2)
            when = f"{year}-{month:02d}"
            match one.measure:
                case Measure.FLOW:
                    done += size / 12 * (1 + swing / 5)
                    yield ytd(when, f"{done:.2f}", of=one.id)
                case Measure.GROWTH:
                    yield ytd(when, f"{size + swing:.1f}", of=one.id)
                case Measure.STOCK:
                    yield point(when, f"{size * (1 + (year - 2026) / 20 + swing / 50):.1f}", of=one.id)
                case Measure.MEAN:
                    yield alone(when, f"{size + swing:.2f}", of=one.id)
                case Measure.EVENTS:
                    yield alone(when, "0", of=one.id)


def report() -> Report:
    """How it all stands, with what is foreseen."""
    promises = plan()
    facts = known(figures(promises))
    rows = foreseen(promises, assess_all(promises, facts, AS_OF), facts)
    return Report(promises, AS_OF, "invented", rows, 0, facts=facts)
