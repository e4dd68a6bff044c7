"""How is the registry alone read? Shared by `targets` and `indicators`."""

from __future__ import annotations

from ycindic.domain.facts import Facts
from ycindic.domain.problem import Problem, in_order
from ycindic.load.find import find
from ycindic.load.registry import read_registry
from ycindic.load.workspace import Workspace


def registered(data: str | None) -> Workspace:
    """The registry alone; no figure is read."""
    folder, problems = find(data), list[Problem]()
    plan = read_registry(folder.registry, problems)
    return Workspace(folder, plan, Facts({}), in_order(problems), 0)
