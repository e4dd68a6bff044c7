"""`ycindic init`: start a workspace, afresh or from last year's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.options import named, not_empty, wrong
from ycindic.cli.output import Failed, answer, stop_for, talk
from ycindic.cli.writing import today
from ycindic.domain.period import FIRST_YEAR, LAST_YEAR, year_of
from ycindic.domain.problem import Problem
from ycindic.record.start import begin, contents
from ycindic.render.words.visible import a_line_each
from ycindic.text import _
from ycindic.text.proposed import proposed


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", parser=named, help="The new folder")],
    year: Annotated[
        int | None, typer.Option(metavar="YYYY", min=FIRST_YEAR + 1, max=LAST_YEAR - 4, help="The year of the report")
    ] = None,
    origin: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DIR",
            callback=not_empty,
            help="Take over the indicators, figures and running promises of another",
        ),
    ] = None,
    empty: Annotated[
        bool, typer.Option("--empty", help="Without examples, to be filled by import-targets and add")
    ] = False,
) -> int:
    """Start a folder for another place or a new year: a commented targets.yaml, a template, a README"""
    problems: list[Problem] = []
    if empty and origin is not None:
        raise wrong(_("what is taken over is no empty beginning"), "--empty")
    of = year or today().year
    if origin is None:
        files = contents(of, tongue(), empty=empty)
    else:
        of, files = _taken_over(Path(origin), year)
    made = begin(folder, files, problems)
    answer(a_line_each(map(str, made)), "text")
    stop_for(*problems)
    if not empty and origin is None:
        talk(_("targets.yaml holds examples, to be changed or deleted; --empty begins without them"))
    else:
        when = ("--period", str(of), "--data", str(folder))
        whole = proposed("import-targets", _("FILE"), *when)
        talk(_("Next: {table}, or one by one: {one}", table=whole, one=proposed("add", *when)))
    return 0


def _taken_over(origin: Path, year: int | None) -> tuple[int, Mapping[str, str]]:
    """A new year and its files, and on stderr what of the old one is not finished."""
    from ycindic.domain.assessment import Verdict
    from ycindic.domain.judge import assess_all
    from ycindic.load.find import Folder
    from ycindic.load.workspace import load
    from ycindic.record.start.over import promised_year, still_running, taken_over, titles_of_earlier_years, year_after

    workspace = load(Folder(origin), today())
    plan = workspace.plan
    stop_for(*workspace.problems)
    new, old = year or year_after(plan, today().year), promised_year(plan)
    if old is not None and new <= year_of(old.first):
        raise wrong(_("the promises of {origin} are of that year already; name a later one", origin=origin), "--year")
    kept = still_running(plan, new)
    unfinished = [
        row for row in assess_all(plan, workspace.facts, today())
        if row.part_of is None and row.verdict is not Verdict.ACHIEVED and row.target.period.end.year >= new - 1
    ]  # fmt: skip
    over = [row for row in unfinished if row.target.id not in kept]
    open_ = [row for row in over if row.verdict is not Verdict.MISSED]
    for head, rows in (
        (_("taken over, still running"), [row for row in unfinished if row.target.id in kept]),
        (_("not kept"), [row for row in over if row.verdict is Verdict.MISSED]),
        (_("their year is not over yet"), [row for row in open_ if row.target.period.end >= today()]),
        (_("without a verdict at the end"), [row for row in open_ if row.target.period.end < today()]),
    ):
        talk(_("{head}: {count}", head=head, count=len(rows)))
        for row in rows:
            name = row.indicator.name
            talk(f"  {say(name)} {row.target.period}  {row.target.wording}")
    titles = titles_of_earlier_years(plan, new)
    todo = say(
        _("Titles of sections that name an earlier year, to be written anew: {titles}", titles="; ".join(titles))
    )
    if titles:
        talk(todo)
    try:
        readme = {"README.md": contents(new, tongue())["README.md"] + (f"\n{todo}\n" if titles else "")}
        return new, {**readme, **taken_over(workspace.folder, plan, new)}
    except OSError as error:
        from ycindic.render.words.system import system_refusal

        talk(_("cannot be read: {strerror}", strerror=system_refusal(error)))
        raise Failed(2) from None
