"""`ycindic audit`: does the plan agree with itself, and do its figures?"""

from __future__ import annotations

from datetime import date

from ycindic.cli.diagnosing import DiagnosisForm, answer_with, check_form
from ycindic.cli.options import AsOf, Data, as_of_date
from ycindic.cli.output import talk, tell
from ycindic.domain.audit import Rule, Tension, tensions
from ycindic.domain.diagnostic import of_finding, of_problem
from ycindic.domain.problem import Problem
from ycindic.load.find import find
from ycindic.load.workspace import load
from ycindic.render.answers.diagnosis import Diagnosis, LookedAt
from ycindic.text import _, _n


def command(as_of: AsOf = None, form: DiagnosisForm = "text", data: Data = None) -> int:
    """Check the plan against itself: yearly and multi-year goals, additions and totals, parts, growth and levels"""
    check_form(form)
    day = as_of_date(as_of)
    workspace = load(find(data), day)
    found = tensions(workspace.plan, workspace.facts)
    answer_with(_diagnosis(day, found, workspace.problems), form)
    folder, count = workspace.folder.path, len(found)
    talk(_("read from {folder}: {count} findings", folder=folder, count=count))
    tell(workspace.problems)
    if workspace.problems:
        return 2
    return 1 if found else 0


def _diagnosis(day: date, found: tuple[Tension, ...], problems: tuple[Problem, ...]) -> Diagnosis:
    """The tensions by the question that finds them; faults are talk as in every answer."""
    lists = {
        "findings": tuple(of_finding(one) for one in found),
        "problems": tuple(of_problem(one) for one in problems),
    }
    cases = tuple(LookedAt("rule", rule.value) for rule in Rule)
    return Diagnosis(
        "audit",
        day,
        lists,
        cases,
        _n("{count} question", "{count} questions", len(cases)),
        head={},
        aside=("problems",),
    )
