"""How is the calendar of figures told to programs and spreadsheets?"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ycindic.domain.agenda import Expected
from ycindic.domain.model import Bilingual, Indicator, Plan
from ycindic.domain.problem import Problem
from ycindic.render.answers.columns import Value
from ycindic.render.answers.report import Screen

COLUMNS = ("status", "due", "days", "indicator", "name", "period", "publisher", "needed_by")
BILINGUAL = ("name", "publisher")


class Agenda(NamedTuple):
    """The answer of `due`: the releases up to a day, and the indicators that have no calendar."""

    plan: Plan
    as_of: date
    until: date
    releases: tuple[Expected, ...]
    irregular: tuple[Indicator, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def late(self) -> tuple[Expected, ...]:
        """What should be out."""
        return tuple(one for one in self.releases if one.late)

    @property
    def coming(self) -> tuple[Expected, ...]:
        """What is due from the date of the question on."""
        return tuple(one for one in self.releases if not one.late)


def value(one: Expected) -> dict[str, Value]:
    """A release as names and values; `days` counts to its day, below zero it is late."""
    return {
        "status": "late" if one.late else "due",
        "due": one.due.isoformat(),
        "days": one.days,
        "indicator": one.indicator.id,
        "name": _pair(one.indicator.name),
        "period": str(one.period),
        "publisher": _pair(one.indicator.publisher),
        "needed_by": list(one.needed_by),
    }


def _pair(text: Bilingual | None) -> Value:
    return None if text is None else {"zh": text.zh, "en": text.en}


def as_json(agenda: Agenda, _: Screen) -> str:
    """One document."""
    from ycindic.render.forms.json import SCHEMA, dump, problem_value

    return dump(
        {
            "schema": SCHEMA,
            "as_of": agenda.as_of.isoformat(),
            "until": agenda.until.isoformat(),
            "releases": [value(one) for one in agenda.releases],
            "without_calendar": [one.id for one in agenda.irregular],
            "problems": [problem_value(problem) for problem in agenda.problems],
        }
    )


def as_csv(agenda: Agenda, _: Screen) -> str:
    """One row a release."""
    from ycindic.render.forms.csv import rows_of

    return rows_of([value(one) for one in agenda.releases], COLUMNS, BILINGUAL)
