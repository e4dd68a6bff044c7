"""`ycindic check`: what needs attention? For scripts, with codes that stay."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import typer

from ycindic.cli.diagnosing import DiagnosisForm, answer_with, check_form
from ycindic.cli.filters import Asked as Filters
from ycindic.cli.options import AsOf, Data, Lang, as_of_date, check_language, words
from ycindic.cli.output import talk
from ycindic.domain.attention import FAILING, Alert, Asked, alerts
from ycindic.domain.diagnostic import Diagnostic, Severity
from ycindic.domain.judge import assess_all
from ycindic.domain.outlook import foreseen
from ycindic.domain.select import Wanted
from ycindic.load.check import every_problem
from ycindic.load.find import find
from ycindic.load.workspace import load
from ycindic.render.answers.columns import Value
from ycindic.render.answers.diagnosis import Case, Diagnosis
from ycindic.text import _

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
    commitment: Annotated[
        list[str] | None,
        typer.Option(help="Only targets so promised, such as binding"),
    ] = None,
    period: Annotated[
        list[str] | None,
        typer.Option(help="Only targets of this period, such as 2026"),
    ] = None,
    chance_below: Annotated[
        float | None,
        typer.Option(
            min=0.0, max=1.0, help="Also find targets whose chance to be kept is below this, such as 0.3, and fail"
        ),
    ] = None,
    form: DiagnosisForm = "text",
    data: Data = None,
    lang: Lang = None,
) -> int:
    """What needs attention: off track, missed, breach, late figures, faulty files; for scripts,
    silent when all is well
    """
    check_language(lang)
    check_form(form)
    failing = _failing(fail_on, chances=chance_below is not None)
    day, folder = as_of_date(as_of), find(data)
    workspace = load(folder, day)
    wanted = Filters(period=period, commitment=commitment).wanted(workspace.plan)
    judged = assess_all(workspace.plan, workspace.facts, day)
    every = judged if chance_below is None else foreseen(workspace.plan, judged, workspace.facts)
    rows = tuple(row for row in every if wanted.takes(row))
    problems = every_problem(folder, day)
    least = None if chance_below is None else Decimal(repr(chance_below))
    asked = Asked(workspace.plan, workspace.facts, rows, day, problems, wanted != Wanted(), failing, least)
    told = diagnosis(asked)
    answer_with(told, form)
    if told.found and form == "text":
        total, grave = len(told.found), told.failing
        talk(_("{total} findings, {grave} of them fail", total=total, grave=grave))
    return _code(told.found, readable=bool(every) or not problems)


def _failing(typed: list[str] | None, *, chances: bool) -> frozenset[Alert]:
    if typed is None:
        return frozenset(FAILING) | (frozenset({Alert.UNLIKELY}) if chances else frozenset())
    names = words(typed, [*Alert, _ALL, _NONE], "--fail-on")
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
    cases = tuple(Case("target", row.target.id) for row in asked.rows)
    head: dict[str, Value] = {
        "fail_on": [alert.value for alert in Alert if alert in asked.fail_on],
        "targets": len(cases),
        "counts": {alert.value: sum(one.code is alert for one in found) for alert in Alert},
    }
    return Diagnosis("check", asked.as_of, {"findings": found}, cases, _("targets"), head)
