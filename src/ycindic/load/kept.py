"""What does a workspace hold that a report can be laid beside: the plan and every published figure?"""

from datetime import date
from pathlib import Path

from ycindic.domain.model import Plan
from ycindic.domain.problem import Problem
from ycindic.load.find import Folder
from ycindic.load.registry import read_registry
from ycindic.load.workspace import load
from ycindic.scan.coverage import KnownValue


def kept(registry: Path) -> tuple[Plan, list[KnownValue], tuple[Problem, ...]]:
    """The plan of a registry and the figures beside it; or the faults of its files."""
    if registry.is_dir() or registry.name == "targets.yaml":
        folder = Folder(registry if registry.is_dir() else registry.parent)
        workspace = load(folder, date.max)
        plan, facts = workspace.plan, workspace.facts
        known = [
            KnownValue(figure.value, one.unit)
            for one in plan.indicators.values()
            for figure in facts.of(one.id).observations
        ]
        return plan, known, workspace.problems
    problems: list[Problem] = []
    plan = read_registry(registry, problems)
    return plan, [], tuple(problems)
