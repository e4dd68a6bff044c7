"""`ycindic backtest`: how often was the flag right, judged with only what was known then?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from ycindic.cli.filters import Asked, Words, asking
from ycindic.cli.options import AsOf, Data, Lang, as_of_date, check_language, choice, words
from ycindic.cli.output import talk
from ycindic.cli.registered import Columns, Form, Wide, deliver
from ycindic.cli.saving import Destination, Force, Output
from ycindic.domain.backtest import GROUPS, Case, beside_last_year, replay
from ycindic.domain.history import Timeline
from ycindic.domain.model import Plan
from ycindic.load.find import find
from ycindic.load.history import read_history
from ycindic.load.workspace import Workspace, load
from ycindic.render.answers.backtest import CASES, USUAL_CASES, USUAL_COUNTS, count_columns, counted
from ycindic.render.answers.listing import Listing
from ycindic.text import _, _n

REGISTRY, BESIDE = "registry", "beside-last-year"
MOST_SEEDS = 1000
FOR_EYES = ("table", "markdown")


@asking(("ids", "period", "section", "indicator", "commitment", "publisher"))
def command(
    asked: Asked,
    as_of: AsOf = None,
    by: Annotated[
        Words,
        typer.Option(
            metavar="NAME,...",
            help=f"How to count: {', '.join(GROUPS)}",
        ),
    ] = None,
    goals: Annotated[
        str,
        typer.Option(
            metavar=f"{REGISTRY}|{BESIDE}",
            help="The registered goals, or made-up ones within three points of last year's course",
        ),
    ] = REGISTRY,
    seeds: Annotated[
        int,
        typer.Option(min=1, max=MOST_SEEDS, help="How often goals are made up"),
    ] = 10,
    cases: Annotated[bool, typer.Option("--cases", help="Every single answer")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Only the answers that were wrong")] = False,
    form: Form = "table",
    columns: Columns = None,
    wide: Wide = False,
    output: Output = None,
    force: Force = False,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """How often the flag was right: every month judged anew by what was known then, beside the plain calendar"""
    check_language(lang)
    choice(goals, (REGISTRY, BESIDE), "--goals")
    groups = words(by, list(GROUPS), "--by") or ("measure", "rule")
    day = as_of_date(as_of)
    workspace = load(find(data), day)
    found = _replayed(workspace, asked, day, seeds if goals == BESIDE else 0)
    _say_count(found, seeds if goals == BESIDE else 0)
    single = cases or misses
    listing = _single(workspace, found, only_wrong=misses) if single else _counts(workspace, found, groups, form)
    return deliver(workspace, listing, form, Destination(output, force, workspace.folder), columns, wide=wide)


def _replayed(workspace: Workspace, asked: Asked, day: date, seeds: int) -> tuple[Case, ...]:
    vintages = read_history(workspace.folder.actuals(), workspace.plan, workspace.plan.indicators)
    timeline = Timeline(vintages, workspace.plan.indicators)
    plan = _with_goals(workspace, seeds)
    wanted = asked.wanted(plan)
    targets = [one for one in plan.targets if wanted.takes_target(one, plan.indicators[one.indicator])]
    return replay(plan, timeline, day, targets)


def _with_goals(workspace: Workspace, seeds: int) -> Plan:
    return beside_last_year(workspace.plan, workspace.facts, range(seeds)) if seeds else workspace.plan


def _say_count(found: Sequence[Case], seeds: int) -> None:
    targets = len({case.said.target.id for case in found})
    drawn = f"{0}–{seeds - 1}" if seeds > 1 else "0"
    about = _n(
        "{told} about {count} target whose end is known",
        "{told} about {count} targets whose end is known",
        targets,
        told=_n("{count} answer", "{count} answers", len(found)),
    )
    talk(_("{about}, seeds {drawn}", about=about, drawn=drawn) if seeds else about)


def _counts(workspace: Workspace, found: Sequence[Case], by: tuple[str, ...], form: str) -> Listing:
    rows = counted(found, by, totals=form in FOR_EYES) if found else []
    return Listing("counts", count_columns(by), (*by, *USUAL_COUNTS), rows, workspace.problems)


def _single(workspace: Workspace, found: Sequence[Case], *, only_wrong: bool) -> Listing:
    rows = [case for case in found if not only_wrong or case.right is False]
    return Listing("cases", CASES, USUAL_CASES, rows, workspace.problems)
