"""`ycindic show`: one target told in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from ycindic.cli.answering import answers, talk_about
from ycindic.cli.complete import ids as ids_of
from ycindic.cli.options import AsOf, Data, as_of_date, known_word, left_out, listed_words, meant_by, unknown, wrong
from ycindic.cli.output import answer, screen, talk
from ycindic.load.find import find
from ycindic.load.workspace import Workspace, load
from ycindic.text import _, _n

if TYPE_CHECKING:
    from ycindic.domain.assessment import Assessment
    from ycindic.domain.step import Step
    from ycindic.render.answers.story import Shown, Story

_FORMATS = {"table": "ycindic.render.forms.story", "json": "ycindic.render.forms.show_json"}


def command(
    ids: Annotated[
        list[str], typer.Argument(metavar="ID...", autocompletion=ids_of, help="Ids of targets, such as gdp@2026")
    ],
    as_of: AsOf = None,
    form: Annotated[str, typer.Option("--format", metavar="table|json", help="The form of the answer")] = "table",
    all_: Annotated[bool, typer.Option("--all", help="Every ended period of an indicator, not the last alone")] = False,
    data: Data = None,
) -> int:
    """Tell one target in full: promise, answer, formulas with their numbers, cut-offs, second opinions, figures"""
    known_word(form, _FORMATS, "--format")
    day = as_of_date(as_of)
    workspace = load(find(data), day)
    every = answers(workspace, day)
    chosen = _chosen(ids, every, workspace, day)
    rows = chosen if all_ or form != "table" else _lately(ids, chosen, day)
    answer(import_module(_FORMATS[form]).show(_shown(rows, every, workspace, day), screen()), form)
    if len(rows) < len(chosen):
        left = len(chosen) - len(rows)
        talk(_n("{count} more period has ended: --all", "{count} more periods have ended: --all", left))
    return talk_about(workspace, rows)


def _chosen(ids: list[str], rows: Sequence[Assessment], workspace: Workspace, day: date) -> list[Assessment]:
    """The targets of these ids; those of an indicator as they are asked for, what runs and ends first before others."""
    from ycindic.domain.phase import phase

    def asked_first(row: Assessment) -> tuple[bool, int]:
        present = phase(row, day).present
        return not present, row.target.period.last if present else -row.target.period.last

    known = [*workspace.plan.indicators, *(row.target.id for row in rows)]
    found: list[Assessment] = []
    for typed in listed_words(ids, "ID"):
        word = typed if typed in known else meant_by(typed, workspace.plan, known, "ID")
        mine = [row for row in rows if word in (row.target.id, row.indicator.id)]
        if not mine and word in workspace.plan.indicators:
            raise wrong(_("{word} has no target", word=word), "ID")
        if not mine and not left_out(word, workspace.plan):
            raise unknown(word, known, "ID")
        found += [row for row in sorted(mine, key=asked_first) if row not in found]
    return found


def _lately(ids: Sequence[str], rows: Sequence[Assessment], day: date) -> list[Assessment]:
    """The same without the ended periods of an indicator that nobody asked for by its own id, but for the last one."""
    from ycindic.domain.phase import Phase, phase

    found: list[Assessment] = []
    ended = set[str]()
    for row in rows:
        past = row.target.id not in ids and phase(row, day) is Phase.PAST
        if not past or row.indicator.id not in ended:
            found.append(row)
        if past:
            ended.add(row.indicator.id)
    return found


def _shown(rows: Sequence[Assessment], every: Sequence[Assessment], workspace: Workspace, day: date) -> Shown:
    from ycindic.render.answers.story import Shown

    stories = tuple(_story(row, every, workspace, day) for row in rows)
    return Shown(workspace.plan, day, stories, workspace.problems)


def _steps(row: Assessment) -> tuple[Step, ...]:
    if row.outlook is None:
        return row.steps
    from ycindic.domain.outlook.told import steps

    return (*row.steps, *steps(row.outlook, row.indicator.unit))


def _story(row: Assessment, every: Sequence[Assessment], workspace: Workspace, day: date) -> Story:
    from ycindic.domain.glance import feasibility, glance
    from ycindic.domain.history import known_on, still_standing
    from ycindic.domain.judge.grade import cut_offs
    from ycindic.domain.outlook.answer import untold
    from ycindic.domain.second import disputed, heard, opinions
    from ycindic.load.history import read_history
    from ycindic.render.answers.story import Story

    votes = opinions(row, workspace.facts)
    levels = {row.indicator.levels} if row.indicator.levels else set()
    wanted = {row.indicator.id, *row.target.reference, *levels}
    rows = read_history(workspace.folder.actuals(), workspace.plan, wanted).vintages
    return Story(
        plan=workspace.plan,
        as_of=day,
        row=row,
        parts=tuple(one for one in every if one.part_of == row.target.id),
        steps=_steps(row),
        settings=cut_offs(row.target, row.indicator),
        opinions=votes,
        contested=disputed(row, votes),
        vintages=tuple(still_standing(known_on(rows, workspace.plan.indicators, day))),
        heard=heard(row.target, row.indicator, workspace.facts),
        facts=workspace.facts,
        computed=glance(row, workspace.plan, workspace.facts),
        remarks=feasibility(row, workspace.facts),
        untold=untold(workspace.plan, row, workspace.facts),
    )
