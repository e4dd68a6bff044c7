"""What does a whole folder say at a date: the plan, the facts, and every fault of its files?"""

from datetime import date
from typing import NamedTuple

from ycindic.domain.facts import Facts
from ycindic.domain.model import Plan
from ycindic.domain.problem import Problem, in_order
from ycindic.load.actuals import read_actuals
from ycindic.load.find import Folder
from ycindic.load.registry import read_registry


class Workspace(NamedTuple):
    """A folder as it was known at a date."""

    folder: Folder
    plan: Plan
    facts: Facts
    problems: tuple[Problem, ...]
    later: int


def plan_of(folder: Folder) -> tuple[Plan, tuple[Problem, ...]]:
    """The registry alone, and its faults."""
    problems: list[Problem] = []
    plan = read_registry(folder.registry, problems)
    return plan, in_order(problems)


def registered(folder: Folder) -> Workspace:
    """The folder without its figures, where only the registry is asked about."""
    plan, problems = plan_of(folder)
    return Workspace(folder, plan, Facts({}), problems, 0)


def load(folder: Folder, as_of: date) -> Workspace:
    """Read the registry and the figures published by a date; faults are values, never raised."""
    problems: list[Problem] = []
    plan = read_registry(folder.registry, problems)
    actuals = read_actuals(folder.actuals(), plan, as_of, problems)
    return Workspace(folder, plan.on(as_of), actuals.facts, in_order(problems), actuals.later)
