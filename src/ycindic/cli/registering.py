"""What do the commands share that register promises: what is told of them, how they are shown, asked about, written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ycindic.cli.output import Failed, answer, talk, tell
from ycindic.cli.writing import ask, on_terminal, whoever_writes
from ycindic.domain.model import Plan
from ycindic.domain.problem import Problem
from ycindic.load.find import Folder
from ycindic.record.draft.entries import DraftedEntry
from ycindic.record.draft.save import save_over
from ycindic.record.draft.written import indicator_lines, quoted, target_lines
from ycindic.record.registering.register import with_entries
from ycindic.record.registering.said import Supplement
from ycindic.record.store import refusal
from ycindic.render.words.visible import a_line_each
from ycindic.text import _


def as_told(told: Supplement, keys: Mapping[str, str], publisher: str, every: str, day: str) -> Supplement:
    """What was told of a promise, as keys of the registry."""
    more = {}
    if every:
        more["released"] = f"{{every: {every}{f', day: {day}' if day else ''}}}"
    if publisher:
        more["publisher"] = quoted(publisher)
    return told._replace(keys={key: value for key, value in keys.items() if value}, more=more)


def put_in(
    command: str,
    folder: Folder,
    plan: Plan,
    problems: Sequence[Problem],
    made: Sequence[DraftedEntry],
    *,
    dry_run: bool,
    yes: bool,
) -> int:
    """Show what would be registered, ask, and write it: the whole of it or nothing. The exit code."""
    stop = refusal(folder)
    if stop or problems:
        tell([*([stop] if stop else []), *problems])
        raise Failed(2)
    found = with_entries(folder.registry, plan, made)
    if isinstance(found, Problem) or found.faults:
        tell((found,) if isinstance(found, Problem) else found.faults)
        talk(_("nothing was written"))
        raise Failed(2)
    answer(a_line_each(_shown(plan, made)), "text")
    if dry_run or not (yes or not on_terminal() or ask(_("Register it?"))):
        return 0
    problem = save_over(folder.registry, found.old, found.new, whoever_writes(command))
    if problem:
        tell((problem,))
        raise Failed(2)
    count = sum(len(one.targets) for one in made)
    open_ = sum(bool(promise.todo) for one in made for promise in one.targets)
    talk(_("registered {count}, {open} with a todo: {registry}", count=count, open=open_, registry=folder.registry))
    return 0


def _shown(plan: Plan, made: Sequence[DraftedEntry]) -> list[str]:
    """The lines as they will stand in the registry."""
    lines: list[str] = []
    for one in made:
        if one.id in plan.indicators:
            lines += [f"  {one.id}:", "    targets:", *(f"      {line}" for line in target_lines(one))]
        else:
            lines += indicator_lines([one])
    return lines
