"""`ycindic backtest`: how often was the flag right, judged with only what was known then?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from ycindic.cli.answering import talk_about
from ycindic.cli.cores import Shared, shared
from ycindic.cli.filters import Filters, Words, asking
from ycindic.cli.options import AsOf, Data, as_of_date, known_word, known_words, wrong
from ycindic.cli.output import STOPPED, talk
from ycindic.cli.telling import TABLE, How, deliver, telling
from ycindic.domain.backtest import CASE_GROUPS, Replayed, beside_last_year, replay, scores, year_ends
from ycindic.domain.backtest.ends import End
from ycindic.domain.backtest.scores import END_GROUPS as OUTLOOK_GROUPS
from ycindic.domain.backtest.scores import Score
from ycindic.domain.history import Timeline, Vintage
from ycindic.domain.model import Plan, Target
from ycindic.load.find import find
from ycindic.load.history import read_history
from ycindic.load.workspace import Workspace, load
from ycindic.render.answers import ends as foretold
from ycindic.render.answers.backtest import CountedGroup, counted_groups, counts_sheet, replays_sheet
from ycindic.render.answers.sheet import Sheet
from ycindic.text import _, _n

_REGISTRY, _BESIDE = "registry", "beside-last-year"
_MOST_SEEDS = 1000
_Ends = Shared[tuple[End, ...]]


@telling
@asking(("ids", "period", "section", "indicator", "commitment", "publisher"))
def command(
    asked: Filters,
    as_of: AsOf = None,
    by: Annotated[Words, typer.Option(metavar="NAME,...", help=f"How to count: {', '.join(CASE_GROUPS)}")] = None,
    goals: Annotated[
        str,
        typer.Option(
            metavar=f"{_REGISTRY}|{_BESIDE}",
            help="The registered goals, or made-up ones within three points of last year's course",
        ),
    ] = _REGISTRY,
    seeds: Annotated[int, typer.Option(min=1, max=_MOST_SEEDS, help="How often goals are made up")] = 10,
    outlook: Annotated[
        bool,
        typer.Option(
            "--outlook", help="How well the year's end was told: error, interval, chance, the method to trust"
        ),
    ] = False,
    models: Annotated[
        bool, typer.Option("--models", help="Let models of a library take part (extra outlook; takes minutes)")
    ] = False,
    cases: Annotated[
        bool, typer.Option("--cases", help="Every case of every method that tells the year's end")
    ] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Only the answers that were wrong")] = False,
    how: How = TABLE,
    data: Data = None,
) -> int:
    """How often the flag was right: every month judged anew by what was known then, beside the plain calendar"""
    known_word(goals, (_REGISTRY, _BESIDE), "--goals")
    drawn = seeds if goals == _BESIDE else 0
    groups = known_words(by, list(OUTLOOK_GROUPS if outlook else CASE_GROUPS), "--by")
    day = as_of_date(as_of)
    workspace = load(find(data), day)
    if cases or outlook:
        if models:
            _lend()
        foreseen = _foreseen(workspace, asked, day, drawn)
        if cases:
            rows = list(foretold.cases(end for one in foreseen.results for end in one))
            deliver(foretold.cases_sheet(rows, workspace.problems), how, workspace.folder)
        else:
            deliver(_scored(workspace, foreseen, groups or ("indicator",)), how, workspace.folder)
        code = talk_about(workspace)
        return STOPPED if foreseen.stopped else code
    found = _replayed(workspace, asked, day, drawn)
    _say_count(found, drawn)
    if misses:
        wrong_ones = [case for case in found if case.right is False]
        deliver(replays_sheet(wrong_ones, workspace.problems), how, workspace.folder)
    else:
        deliver(_counts(workspace, found, groups or ("measure", "rule")), how, workspace.folder)
    return talk_about(workspace)


def _replayed(workspace: Workspace, asked: Filters, day: date, seeds: int) -> tuple[Replayed, ...]:
    plan, vintages, targets = _asked_for(workspace, asked, seeds)
    return replay(plan, Timeline(vintages, workspace.plan.indicators), day, targets)


def _asked_for(workspace: Workspace, asked: Filters, seeds: int) -> tuple[Plan, Sequence[Vintage], list[Target]]:
    """The plan with the goals that are tried, every vintage, and which targets are asked for."""
    vintages = read_history(workspace.folder.actuals(), workspace.plan, workspace.plan.indicators).vintages
    plan = beside_last_year(workspace.plan, workspace.facts, range(seeds)) if seeds else workspace.plan
    wanted = asked.wanted(plan)
    targets = [one for one in plan.targets if wanted.takes_target(one, plan.indicators[one.indicator])]
    return plan, vintages, targets


def _lend() -> None:
    """Models of the library take part in every course."""
    from ycindic.domain.outlook.paths.library import lend
    from ycindic.models.middle import LIBRARY, installed, steps_expected

    if not installed():
        raise wrong(_("{library} is not installed: pip install 'ycindic[outlook]'", library=LIBRARY), "--models")
    lend(steps_expected, to_all=True)


def _foreseen(workspace: Workspace, asked: Filters, day: date, seeds: int) -> _Ends:
    """The ends of every indicator asked for, each worked out by itself."""
    plan, vintages, targets = _asked_for(workspace, asked, seeds)
    wanted = asked.wanted(plan)
    promised = {one.indicator for one in targets}
    asked_for = [one for one in plan.indicators.values() if one.id in promised or wanted.takes_indicator(one)]
    found = shared(
        lambda number: year_ends(plan, vintages, asked_for[number], day, targets), [one.id for one in asked_for]
    )
    if found.stopped:
        done, of = len(found.results), found.pieces
        talk(_("stopped: {done} of {of} indicators are done", done=done, of=of))
    return found


def _scored(workspace: Workspace, found: _Ends, by: tuple[str, ...]) -> Sheet[Score]:
    every = [end for one in found.results for end in one]
    rows = sorted(scores(every, by), key=lambda one: one.group)
    summed = [one for level in range(len(by)) for one in scores(every, by[:level])] if "measure" in by[:1] else []
    totals = sorted((*summed, *rows), key=lambda one: one.group)
    return foretold.scores_sheet(rows, by, totals, workspace.problems)


def _say_count(found: Sequence[Replayed], seeds: int) -> None:
    targets = len({case.said.target.id for case in found})
    drawn = f"{0}–{seeds - 1}" if seeds > 1 else "0"
    about = _n(
        "{told} about {count} target whose end is known",
        "{told} about {count} targets whose end is known",
        targets,
        told=_n("{count} answer", "{count} answers", len(found)),
    )
    talk(_("{about}, seeds {drawn}", about=about, drawn=drawn) if seeds else about)


def _counts(workspace: Workspace, found: Sequence[Replayed], by: tuple[str, ...]) -> Sheet[CountedGroup]:
    rows, with_totals = (counted_groups(found, by, totals=totals) if found else [] for totals in (False, True))
    return counts_sheet(rows, by, with_totals, workspace.problems)
