"""How does a question become an answer? Read, judge, choose; what is to be told besides goes to stderr."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ycindic.cli.filters import Filters
from ycindic.cli.language import say
from ycindic.cli.output import talk, tell
from ycindic.domain.assessment import Assessment
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Method
from ycindic.domain.outlook import foreseen
from ycindic.load.find import Folder, find
from ycindic.load.workspace import Workspace, load
from ycindic.render.answers.report import Report
from ycindic.text import _, _n


class Judged(NamedTuple):
    """A workspace, every answer about it, and the report of those that were asked for."""

    workspace: Workspace
    every: tuple[Assessment, ...]
    report: Report


def judged(asked: Filters, data: str | None, day: date) -> Judged:
    """Read a workspace as it was known on a day and judge it."""
    workspace = load(find(data), day)
    wanted = asked.wanted(workspace.plan)
    every = answers(workspace, day)
    shown = tuple(row for row in every if wanted.takes(row))
    report = Report(
        plan=workspace.plan,
        as_of=day,
        folder=str(workspace.folder.path),
        rows=shown,
        hidden=sum(row.part_of is None for row in every) - sum(row.part_of is None for row in shown),
        problems=workspace.problems,
        later=workspace.later,
        facts=workspace.facts,
        bundled=workspace.folder.bundled,
    )
    return Judged(workspace, every, report)


def answers(workspace: Workspace, day: date) -> tuple[Assessment, ...]:
    """Every target judged by what is known on a day, and how those whose year is under way will probably end."""
    if any(one.outlook is Method.LIBRARY for one in workspace.plan.indicators.values()):
        _lend()
    return foreseen(workspace.plan, assess_all(workspace.plan, workspace.facts, day), workspace.facts)


def _lend() -> None:
    """The library's models, for the indicators that ask for them by name; without it they are told by what was best."""
    from ycindic.domain.outlook.paths.library import lend
    from ycindic.models.middle import installed, steps_expected

    if installed():
        lend(steps_expected)


def name_folder(folder: Folder) -> None:
    """Say on stderr which workspace was read."""
    copy = say(_(" (the copy that came with the program)")) if folder.bundled else ""
    talk(_("read from {path}{copy}", path=folder.path, copy=copy))


def ended(workspace: Workspace) -> int:
    """Say which workspace was read and what is wrong with its files; the exit code: 2 where an answer may be lost."""
    name_folder(workspace.folder)
    return _faults(workspace)


def talk_about(workspace: Workspace, every: Iterable[Assessment] = ()) -> int:
    """The same, and before the faults what does not count yet and which figures disagree."""
    name_folder(workspace.folder)
    later = workspace.later
    if later:
        talk(
            _n(
                "{count} row was not yet published at that date and does not count",
                "{count} rows were not yet published at that date and do not count",
                later,
            )
        )
    for one in (remark for row in every for remark in row.remarks):
        talk(
            _(
                "note: {indicator} {period}: {used} to date counts, though its parts sum to {other}",
                indicator=one.indicator,
                period=one.period,
                used=one.used,
                other=one.other,
            )
        )
    return _faults(workspace)


def _faults(workspace: Workspace) -> int:
    tell(workspace.problems)
    return 2 if workspace.problems else 0
