"""`ycindic check`: what needs attention? For scripts, with codes that stay."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Annotated

import typer

from ycindic.cli.acknowledging import let_stand
from ycindic.cli.diagnosing import DiagnosisForm, answer_with, check_form
from ycindic.cli.filters import Filters
from ycindic.cli.options import AsOf, Data, as_of_date, known_words, listed_words, not_empty
from ycindic.cli.output import talk
from ycindic.domain.attention import FAILING, Alert, Asked, alerts
from ycindic.domain.diagnostic import Diagnostic, Severity
from ycindic.domain.judge import assess_all
from ycindic.domain.outlook import foreseen
from ycindic.domain.phase import phase
from ycindic.domain.select import Wanted
from ycindic.load.acknowledged import read_acknowledged
from ycindic.load.check import every_problem
from ycindic.load.find import Folder, find
from ycindic.load.workspace import load
from ycindic.render.answers.alerts import ALERTS
from ycindic.render.answers.diagnosis import Diagnosis, LookedAt
from ycindic.render.answers.sheet import Value
from ycindic.render.words.standing import both
from ycindic.text import Text, _, _n

_ALL, _NONE = "all", "none"
"""Words beside the codes: everything makes the check fail, or nothing does."""


def command(
    as_of: AsOf = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help=f"Which findings make the check fail, comma-separated: {', '.join(Alert)}, {_ALL}, {_NONE}",
        ),
    ] = None,
    commitment: Annotated[list[str] | None, typer.Option(help="Only targets so promised, such as binding")] = None,
    period: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PERIOD", help="Only targets of this period, such as 2026; all for closed and coming years as well"
        ),
    ] = None,
    chance_below: Annotated[
        float | None,
        typer.Option(
            min=0.0, max=1.0, help="Also find targets whose chance to be kept is below this, such as 0.3, and fail"
        ),
    ] = None,
    ack: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE:ID", help="Let a finding stand: it fails no more until its figures change"),
    ] = None,
    because: Annotated[str | None, typer.Option(metavar="TEXT", callback=not_empty, help="Why it is let stand")] = None,
    form: DiagnosisForm = "text",
    data: Data = None,
) -> int:
    """What needs attention: off track, missed, breach, late figures, faulty files; for scripts,
    silent when all is well
    """
    check_form(form)
    failing = _failing(fail_on, chances=chance_below is not None)
    day, folder = as_of_date(as_of), find(data)
    least = None if chance_below is None else Decimal(repr(chance_below))
    asked = _asked(folder, day, Filters(period=period, commitment=commitment), failing, least)
    if ack is not None or because is not None:
        return let_stand(folder, asked, listed_words(ack, "--ack"), because)
    told = diagnosis(asked)
    answer_with(told, form)
    if told.found and form == "text":
        talk(_tally(told))
    return _code(told.found, readable=bool(asked.plan.targets) or not asked.problems)


def _asked(
    folder: Folder, day: date, filters: Filters, failing: frozenset[Alert], chance_below: Decimal | None
) -> Asked:
    """What the check is about: without a period what runs, awaits its final figure, or has just got it."""
    every_period = filters.period == [_ALL]
    filters = filters._replace(period=None) if every_period else filters
    workspace = load(folder, day)
    wanted, present = filters.wanted(workspace.plan), filters.period is None and not every_period
    judged = assess_all(workspace.plan, workspace.facts, day)
    every = judged if chance_below is None else foreseen(workspace.plan, judged, workspace.facts)
    rows = (row for row in every if wanted.takes(row))
    return Asked(
        plan=workspace.plan,
        facts=workspace.facts,
        rows=tuple(row for row in rows if not present or phase(row, day).present),
        as_of=day,
        problems=every_problem(folder, day),
        narrowed=wanted != Wanted(),
        present=present,
        fail_on=failing,
        chance_below=chance_below,
        acknowledged=read_acknowledged(folder.acknowledged, []),
    )


def _tally(told: Diagnosis) -> Text:
    """How many findings there are, and for which of them the check fails."""
    kinds = Counter(one.code for one in told.found if one.severity is Severity.ERROR)
    each = [_("{word} {number}", word=ALERTS[alert][0], number=kinds[alert]) for alert in Alert if kinds[alert]]
    stand = sum(one.let_stand for one in told.found)
    return both(
        _n("{count} finding", "{count} findings", len(told.found)),
        _("{stand} acknowledged", stand=stand) if stand else None,
        _("{grave} of them fail by --fail-on: {kinds}", grave=told.failing, kinds=both(*each))
        if each
        else _("none of them fails by --fail-on"),
    )


def _failing(typed: list[str] | None, *, chances: bool) -> frozenset[Alert]:
    if typed is None:
        return frozenset(FAILING) | (frozenset({Alert.UNLIKELY}) if chances else frozenset())
    names = known_words(typed, [*Alert, _ALL, _NONE], "--fail-on")
    return frozenset(Alert) if _ALL in names else frozenset(Alert(name) for name in names if name != _NONE)


def _code(found: tuple[Diagnostic, ...], *, readable: bool) -> int:
    """2 where a file has a fault that counts, or nothing could be read at all; 1 for any other failure."""
    grave = {one.code for one in found if one.severity is Severity.ERROR}
    if Alert.INVALID in grave or not readable:
        return 2
    return 1 if grave else 0


def diagnosis(asked: Asked) -> Diagnosis:
    """What needs attention, by the targets that the check is narrowed to."""
    found = alerts(asked)
    cases = tuple(LookedAt("target", row.target.id) for row in asked.rows)
    head: dict[str, Value] = {
        "fail_on": [alert.value for alert in Alert if alert in asked.fail_on],
        "targets": len(cases),
        "counts": {alert.value: sum(one.code is alert for one in found) for alert in Alert},
    }
    return Diagnosis(
        "check",
        asked.as_of,
        {"findings": found},
        cases,
        _n("{count} target", "{count} targets", len(cases)),
        head,
        grouped=True,
    )
