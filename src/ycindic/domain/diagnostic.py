"""What should somebody look at, whoever found it?"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from ycindic.domain.alert import Alert, Dispute, Late, Unlikely, Unsettled
from ycindic.domain.assessment import Assessment
from ycindic.domain.audit.finding import Rule, Tension
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.todo import Todo


class Severity(StrEnum):
    """What a diagnostic does to the command that tells it."""

    ERROR = "error"
    """The command ends with another code than 0."""
    WARNING = "warning"
    """It is told, and the command does not fail for it."""
    NOTE = "note"
    """Nothing is wrong: something is left to decide, or was replaced by a later row."""


Matter: TypeAlias = Problem | Tension | Assessment | Late | Unlikely | Dispute | Unsettled | Todo


class Acknowledged(NamedTuple):
    """A finding that was let stand: its code, of what it speaks, its figures then, the reason, who said so and when."""

    code: str
    subject: str
    figures: str
    because: str
    by: str
    on: date


class Diagnostic(NamedTuple):
    """One thing to look at: its stable code, where it stands, of what it speaks, how grave it is, and the cause.

    `subject` is the id of a target or an indicator; a fault of a file has none. What is the matter and what to
    do about it follow from the code and the cause: they are texts, and said where texts are made. One that was
    `acknowledged` is a note as long as its figures are those of that day.
    """

    code: Code | Rule | Alert
    place: Place
    subject: str
    severity: Severity
    cause: Matter
    acknowledged: Acknowledged | None = None

    @property
    def let_stand(self) -> bool:
        """Whether somebody has looked at it and at these figures."""
        return self.acknowledged is not None and self.severity is Severity.NOTE


def of_problem(problem: Problem, severity: Severity = Severity.ERROR) -> Diagnostic:
    """A fault of a file; a row that a later one replaces is but a note."""
    return Diagnostic(problem.code, problem.place, "", severity, problem)


def of_finding(finding: Tension) -> Diagnostic:
    """A tension of the plan; the audit fails for each."""
    return Diagnostic(finding.rule, finding.place, subject(finding), Severity.ERROR, finding)


def of_todo(todo: Todo) -> Diagnostic:
    """Something left to decide."""
    return Diagnostic(Code.TODO, todo.place, todo.of, Severity.NOTE, todo)


def subject(finding: Tension) -> str:
    """The id of the target that a finding stands at, else of its indicator."""
    return finding.targets[0].id if finding.targets else finding.indicator.id
