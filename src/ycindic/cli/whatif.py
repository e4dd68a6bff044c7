"""`ycindic whatif`: what would the answers be if coming figures were these? Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from ycindic.cli.answering import answers, talk_about
from ycindic.cli.complete import ids as ids_of
from ycindic.cli.options import AsOf, Data, as_of_date, left_out, listed_words, meant_by, spoken_period, unknown, wrong
from ycindic.cli.output import Failed, talk, tell
from ycindic.cli.quick import typed_number
from ycindic.cli.telling import TABLE, How, deliver, telling
from ycindic.domain.model import IndicatorId, Target
from ycindic.domain.supposed import Refusal, Supposed, SupposedCourse, before_and_after, solve, supposing, taken_between
from ycindic.load.find import find
from ycindic.load.workspace import Workspace, load
from ycindic.render.answers.sheet import Row, Sheet
from ycindic.render.answers.supposed import solved_sheet, taken_words, then_sheet
from ycindic.text import Text, _

_REFUSALS: Mapping[Refusal, Text] = {
    Refusal.NOTHING_YET: _("no figure of the year is known that this could follow"),
    Refusal.KNOWN: _("figures of these months are known already"),
    Refusal.PARTLY_KNOWN: _(
        "a part of these months is known already: suppose those to come alone, such as 2026-Q4 "
        "(--solve tells what they must bring)"
    ),
    Refusal.NO_YEAR_BEFORE: _("a whole year before is needed for that, and none is known"),
    Refusal.TWO_YEARS: _("the months lie in two years"),
    Refusal.EVENTS: _("events that must not happen have no course"),
}


@telling
def command(
    suppositions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID=WHAT...",
            autocompletion=ids_of,
            help="PERIOD:VALUE (2026-Q4:5.8, of these months alone), continues or as-last-year",
        ),
    ] = None,
    solved: Annotated[
        list[str] | None,
        typer.Option("--solve", metavar="TARGET", help="The smallest coming figure that keeps this promise"),
    ] = None,
    as_of: AsOf = None,
    how: How = TABLE,
    data: Data = None,
) -> int:
    """What if coming figures were these: verdicts, year's ends and chances beside the true ones; nothing is written"""
    day = as_of_date(as_of)
    workspace = load(find(data), day)
    plan = workspace.plan
    if not suppositions and not solved:
        raise wrong(_("say what is supposed, such as gdp=2026-Q4:5.8, or --solve gdp@2026"), "ID=WHAT")
    asked = [_read(one, workspace) for one in suppositions or ()]
    supposed = supposing(plan, workspace.facts, asked)
    if isinstance(supposed, Refusal):
        raise wrong(_REFUSALS[supposed], "ID=WHAT")
    facts, reached = supposed
    for one in taken_between(plan, workspace.facts, asked):
        talk(taken_words(one))
    if solved:
        rows = [solve(plan, facts, _target(name, workspace)) for name in listed_words(solved, "--solve")]
        if None in rows:
            raise wrong(_("only a promise of one running year with a number of its own can be solved"), "--solve")
        return _told(workspace, solved_sheet([one for one in rows if one], workspace.problems), how)
    found = before_and_after(plan, answers(workspace, day), facts, reached, day)
    if not found:
        talk(_("no target rests on what was supposed"))
    return _told(workspace, then_sheet(found, workspace.problems), how)


def _told(workspace: Workspace, sheet: Sheet[Row], how: How) -> int:
    deliver(sheet, how, workspace.folder)
    return talk_about(workspace)


def _read(text: str, workspace: Workspace) -> Supposed:
    """What one word supposes: an indicator, and a figure of some months or a course."""
    name, equals, what = text.partition("=")
    plan = workspace.plan
    known = list(plan.indicators)
    meant = IndicatorId(name if name in known else meant_by(name, plan, known, "ID=WHAT"))
    if meant not in plan.indicators:
        raise _faulty(workspace)
    indicator = plan.indicators[meant]
    if what in list(SupposedCourse):
        return Supposed(indicator.id, course=SupposedCourse(what))
    when, colon, amount = what.rpartition(":")
    months = spoken_period(when, indicator.calendar) if equals and colon else None
    if months is None:
        ways = _("{text!r}: write {name}=2026-Q4:5.8, {name}=continues or {name}=as-last-year", text=text, name=name)
        raise wrong(ways, "ID=WHAT")
    return Supposed(indicator.id, months, typed_number(amount, "ID=WHAT"))


def _target(name: str, workspace: Workspace) -> Target:
    targets = workspace.plan.targets
    found = next((one for one in targets if one.id == name), None)
    if found is None and left_out(name, workspace.plan):
        raise _faulty(workspace)
    if found is None:
        raise unknown(name, [one.id for one in targets], "--solve")
    return found


def _faulty(workspace: Workspace) -> Failed:
    """The end of the command where what is asked about has a fault in the registry: the fault is told."""
    tell(workspace.problems)
    return Failed(2)
