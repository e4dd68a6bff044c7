"""`ycindic export`: the answer, or the figures themselves, as a file for a spreadsheet or a script."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from ycindic.cli.answering import Judged, judged, talk_about
from ycindic.cli.filters import OPTIONS, Filters, asking
from ycindic.cli.options import AsOf, Data, as_of_date, listed_words, named, wrong
from ycindic.cli.saving import STDOUT, Force
from ycindic.cli.telling import Columns, How, deliver, form_called
from ycindic.domain.model import Observation
from ycindic.render.answers import observations
from ycindic.render.answers.sheet import Sheet
from ycindic.render.answers.status import sheet
from ycindic.render.forms import FORMS
from ycindic.text import _


@asking([name for name in OPTIONS if name != "ids"])
def command(
    asked: Filters,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            parser=named,
            help="A file whose ending tells the form, such as .csv, .xlsx or .docx, or - for CSV on stdout",
        ),
    ],
    long: Annotated[
        bool, typer.Option("--long", help="The published figures instead, one a row, to be read in again")
    ] = False,
    columns: Columns = None,
    force: Force = False,
    as_of: AsOf = None,
    data: Data = None,
) -> int:
    """Write a file for a spreadsheet or a script: one row a target, all columns"""
    how = How(_form(file), columns, output=file, force=force)
    workspace, every, report = found = judged(asked, data, as_of_date(as_of))
    if long:
        deliver(_figures(found, asked), how, workspace.folder, counted=True)
    else:
        deliver(sheet(report), how, workspace.folder, counted=True)
    return talk_about(workspace, every)


def _form(file: Path) -> str:
    """The form of the answer that a file's name asks for."""
    if file == STDOUT:
        return "csv"
    if found := form_called(file):
        return found
    known = ", ".join(form.ending for form in FORMS.values())
    raise wrong(_("{file}: the name must end with one of {known}, or be -", file=file, known=known), "FILE")


def _figures(found: Judged, asked: Filters) -> Sheet[Observation]:
    report = found.report
    figures = list(observations.known(report.plan, report.facts, _indicators(found, asked)))
    return observations.sheet(figures, report.plan, report.as_of)


def _indicators(found: Judged, asked: Filters) -> Collection[str]:
    """All of them, or with filters those of the chosen targets and those that were named."""
    if asked == Filters():
        return found.report.plan.indicators
    return {*(row.indicator.id for row in found.report.rows), *listed_words(asked.indicator, "--indicator")}
