"""What is wrong in any file of a folder, whether or not it touches a figure that counts?"""

from __future__ import annotations

from datetime import date

from ycindic.domain.problem import Problem, in_order
from ycindic.load.actuals import read_actuals
from ycindic.load.find import Folder
from ycindic.load.registry import read_registry


def every_problem(folder: Folder) -> tuple[Problem, ...]:
    """All faults of all files, sorted by place."""
    problems: list[Problem] = []
    plan = read_registry(folder.registry, problems)
    read_actuals(folder.actuals(), plan, date.max, problems, thorough=True)
    return in_order(problems)
