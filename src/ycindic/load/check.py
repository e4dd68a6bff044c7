"""What is wrong in any file of a folder, whether or not it touches a figure that counts?"""

from __future__ import annotations

from datetime import date

from ycindic.domain.model import Plan
from ycindic.domain.problem import Code, Problem, in_order
from ycindic.load.acknowledged import read_acknowledged
from ycindic.load.actuals import read_actuals
from ycindic.load.find import Folder
from ycindic.load.registry import read_registry

_HIDDEN = "…"
"""What stands for a figure that was not published at the date of the question."""


def every_problem(folder: Folder, as_of: date = date.max, notes: list[Problem] | None = None) -> tuple[Problem, ...]:
    """All faults of all files, sorted by place; to `notes` go the rows that a later one of their file replaces.

    Two values of one date are a fault also before that date, but are not named then.
    """
    problems: list[Problem] = []
    plan = read_registry(folder.registry, problems)
    read_actuals(folder.actuals(), plan, date.max, problems, thorough=True, notes=notes)
    read_acknowledged(folder.acknowledged, problems)
    if as_of < date.max and any(one.code is Code.CONFLICT for one in problems):
        problems = _without_later_figures(folder, plan, as_of, problems)
    return in_order(problems)


def _without_later_figures(folder: Folder, plan: Plan, as_of: date, problems: list[Problem]) -> list[Problem]:
    """The same faults, those between figures that were published later without their values."""
    known: list[Problem] = []
    read_actuals(folder.actuals(), plan, as_of, known, thorough=True)
    named = {one.place for one in known if one.code is Code.CONFLICT}
    return [
        one._replace(seen=_HIDDEN, expected=_HIDDEN) if one.code is Code.CONFLICT and one.place not in named else one
        for one in problems
    ]
