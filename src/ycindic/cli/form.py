"""`ycindic form`: write each office a workbook of the figures it owes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ycindic.cli.answering import ended
from ycindic.cli.language import lang as tongue
from ycindic.cli.options import AsOf, Data, as_of_date, listed_words, named
from ycindic.cli.output import answer, stop_for, talk
from ycindic.cli.saving import Force, spare_data
from ycindic.cli.telling import need_library
from ycindic.domain.agenda import horizon, releases_until
from ycindic.domain.judge import assess_all
from ycindic.domain.overview import overview
from ycindic.domain.phase import phase
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.select import published_by
from ycindic.files.atomic import prepared, replace
from ycindic.load.find import find
from ycindic.load.workspace import Workspace, load
from ycindic.record.request.filled import form_of
from ycindic.record.request.form import Office, asked_of_nobody, file_names, forms_owed
from ycindic.record.store import failure
from ycindic.render.answers.blocks import title
from ycindic.render.answers.opening.debts import overdue_heading
from ycindic.render.words.visible import a_line_each
from ycindic.text import Joined, Text, Verbatim, _, _p

_MOST_OLDER = 3
"""So many forms that lie there from before are named."""


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", parser=named, help="The folder that the workbooks are written to")
    ],
    as_of: AsOf = None,
    weeks: Annotated[int, typer.Option(min=0, max=520, metavar="N", help="Figures of the coming weeks, too")] = 0,
    publisher: Annotated[list[str] | None, typer.Option(help="A publisher, or a part of its name")] = None,
    force: Force = False,
    data: Data = None,
) -> int:
    """A workbook for each office with the figures it owes: to fill in, and to take back with import"""
    need_library("xlsx")
    day, wanted = as_of_date(as_of), listed_words(publisher, "--publisher")
    workspace = load(find(data), day)
    rows = assess_all(workspace.plan, workspace.facts, day)
    targets = [row.target for row in rows if phase(row, day).present]
    seen = overview(workspace.plan, rows, workspace.facts, day)
    waiting = () if wanted else seen.unassigned
    releases = releases_until(workspace.plan, workspace.facts, targets, day, horizon(day, weeks))
    asked = (one for one in releases if published_by(one.indicator, wanted))
    found = forms_owed(asked, workspace.facts, asked_of_nobody(waiting, targets, workspace.facts, day), targets)
    made = _written(folder, found, workspace, force=force, as_of=day)
    older = sorted(str(one) for one in folder.iterdir() if one not in made and form_of(one) is not None)
    answer(a_line_each(map(str, made)), "text")
    talk(
        _(
            "offices asked: {offices}, cells to fill in: {figures}",
            offices=len(found),
            figures=sum(len(one.asked) for one in found),
        )
    )
    if owed := [one for one in seen.owed if published_by(one.indicator, wanted)]:
        talk(overdue_heading(owed))
    if older:
        named = [Verbatim(one) for one in older[:_MOST_OLDER]]
        left = len(older) - len(named)
        rest: list[Text] = [_p("names in one line", "{left} more", left=left)] if left else []
        talk(_("older forms lie there, too: {names}", names=Joined(_p("names in one line", "; "), [*named, *rest])))
    return ended(workspace)


def _written(folder: Path, found: list[Office], workspace: Workspace, *, force: bool, as_of: date) -> list[Path]:
    """Every form as a file of its own; none of them replaces a file that is no form unless that is asked for."""
    from ycindic.record.request.book import workbook

    name = title(workspace.plan, tongue())
    paths = [folder / one for one in file_names(found, tongue())]
    there = next((path for path in paths if path.exists() and not force), None)
    if there is not None:
        stop_for(Problem(Place(str(there)), Code.THERE_ALREADY))
    try:
        for path in paths:
            spare_data(path, workspace.folder, figures=False)
        folder.mkdir(parents=True, exist_ok=True)
        for path, office in zip(paths, found, strict=True):
            content = workbook(office, name, as_of, tongue())
            if path.exists():
                replace(path, content)
            else:
                with prepared(path, content) as new:
                    new.appear()
    except OSError as error:
        stop_for(failure(error, folder))
    return paths
