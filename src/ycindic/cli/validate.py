"""`ycindic validate`: is every file as it should be?"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from ycindic.cli.diagnosing import DiagnosisForm, answer_with, check_form
from ycindic.cli.language import lang as tongue
from ycindic.cli.options import Data
from ycindic.cli.output import talk
from ycindic.domain.agenda import without_office
from ycindic.domain.diagnostic import Severity, of_problem, of_todo
from ycindic.domain.model import Plan
from ycindic.domain.problem import Problem, in_order
from ycindic.domain.todo import Todo, todos
from ycindic.load.check import every_problem
from ycindic.load.find import Folder, find
from ycindic.load.registry import read_registry
from ycindic.record.start.over import titles_of_earlier_years, year_of_title
from ycindic.render.answers.diagnosis import Diagnosis, LookedAt
from ycindic.render.words import labels
from ycindic.render.words.problems import fault_lines
from ycindic.text import _, _n
from ycindic.text.proposed import proposed

_MOST_NAMED = 12
"""Names in one line; of more the first."""


def command(form: DiagnosisForm = "text", data: Data = None) -> int:
    """Check the registry and all files of figures"""
    check_form(form)
    folder = find(data)
    replaced: list[Problem] = []
    plan = read_registry(folder.registry, [])
    problems, open_ = every_problem(folder, notes=replaced), todos(plan)
    notes = in_order(replaced)
    answer_with(_diagnosis(folder, problems, open_, notes), form)
    for line in fault_lines(notes, tongue()):
        talk(_("note: {line}", line=line))
    _hint(plan)
    _talk_of_others(folder.passed_over())
    count, left = len(problems), len(open_)
    talk(_("read from {path}: {count} problems", path=folder.path, count=count))
    if left:
        talk(_("{left} todos", left=left))
    return 2 if problems else 0


def _hint(plan: Plan) -> None:
    """What is no fault and yet will be missed: sections without a name, indicators that nobody can be asked for."""
    named = dict.fromkeys(one.section for one in plan.targets if one.section and one.section not in plan.sections)
    if plan.sections and named:
        talk(_("note: sections that are not registered: {sections}", sections=_some(list(named))))
    now = year_of_title(plan)
    if now and (old := titles_of_earlier_years(plan, now)):
        talk(_("note: titles of sections that name an earlier year: {sections}", sections=_some(old)))
    alone = len(without_office(plan, plan.targets))
    if alone:
        command = proposed("due", "--unassigned")
        talk(_("note: {said}, past years' too: {command}", said=labels.no_office_of(alone), command=command))


def _talk_of_others(names: Sequence[str]) -> None:
    """What somebody may believe to be read, as it lies where the figures do."""
    if names:
        talk(
            _n(
                "note: {count} entry of actuals/ is no .csv file and not read: {names}; tables: {command}",
                "note: {count} entries of actuals/ are no .csv files and not read: {names}; tables: {command}",
                len(names),
                names=_some(names),
                command=proposed("import", _("FILE")),
            )
        )


def _some(names: Sequence[str]) -> str:
    """The first of them, and a sign where there are more."""
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")


def _files(folder: Folder) -> Iterator[Path]:
    yield folder.registry
    yield from folder.actuals()
    if os.path.lexists(folder.acknowledged):
        yield folder.acknowledged


def _diagnosis(
    folder: Folder, problems: tuple[Problem, ...], open_: tuple[Todo, ...], notes: tuple[Problem, ...]
) -> Diagnosis:
    """The faults by the file that has them; rows that a later one replaces are talk."""
    lists = {
        "problems": tuple(of_problem(one) for one in problems),
        "todos": tuple(of_todo(one) for one in open_),
        "notes": tuple(of_problem(one, Severity.NOTE) for one in notes),
    }
    cases = tuple(LookedAt("file", str(one)) for one in _files(folder))
    return Diagnosis(
        "validate", None, lists, cases, _n("{count} file", "{count} files", len(cases)), head={}, aside=("notes",)
    )
