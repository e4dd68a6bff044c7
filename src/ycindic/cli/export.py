"""`ycindic export`: the answer, or the figures themselves, as a file for a spreadsheet or a script."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from ycindic.cli.answering import Judged, judged, talk_about
from ycindic.cli.filters import OPTIONS, Asked, asking
from ycindic.cli.language import lang as tongue
from ycindic.cli.options import AsOf, Data, Lang, as_of_date, check_language, listed, wrong
from ycindic.cli.output import Failed, talk
from ycindic.cli.saving import STDOUT, Destination, Force, put, put_bytes
from ycindic.render.answers.report import Report, Screen
from ycindic.render.forms import status_writer
from ycindic.text import _

_ENDINGS = (".csv", ".xlsx", ".json", ".docx")


@asking([name for name in OPTIONS if name != "ids"])
def command(
    asked: Asked,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A .csv, .xlsx, .json or .docx file, or - for CSV on stdout",
        ),
    ],
    long: Annotated[
        bool,
        typer.Option(
            "--long",
            help="The published figures instead, one a row, to be read in again",
        ),
    ] = False,
    force: Force = False,
    as_of: AsOf = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Write a file for a spreadsheet or a script: one row a target, all columns"""
    check_language(lang)
    form = _form(file)
    workspace, every, report = found = judged(asked, data, as_of_date(as_of))
    to = Destination(file, force, workspace.folder)
    rows = _figures(to, form, found, asked) if long else _targets(to, form, report)
    if not to.to_stdout:
        talk(_("wrote {file}: {rows} rows", file=file, rows=rows))
    talk_about(workspace, every)
    return found.code


def _form(file: Path) -> str:
    """The form of the answer that a file's name asks for."""
    ending = file.suffix.lower()
    if file == STDOUT:
        return "csv"
    if ending in _ENDINGS:
        return ending.removeprefix(".")
    known = ", ".join(_ENDINGS)
    raise wrong(_("{file}: the name must end with one of {known}, or be -", file=file, known=known), "FILE")


def _targets(to: Destination, form: str, report: Report) -> int:
    if form == "xlsx":
        with_library()
        from ycindic.render.forms import xlsx as as_xlsx

        put_bytes(as_xlsx.status(report), to, form)
    elif form == "docx":
        with_library(".docx", "python-docx", "matplotlib")
        from ycindic.render.forms import docx as as_docx

        put_bytes(as_docx.written(report, tongue()), to, form)
    else:
        put(status_writer(form)(report, Screen(lang=tongue())), to, form)
    return len(report.rows)


def _figures(to: Destination, form: str, found: Judged, asked: Asked) -> int:
    from ycindic.render.answers import observations

    plan, facts, day = found.report.plan, found.report.facts, found.report.as_of
    figures = list(observations.known(plan, facts, _indicators(found, asked)))
    if form == "xlsx":
        with_library()
        from ycindic.render.forms import xlsx as as_xlsx

        put_bytes(as_xlsx.observations(figures, found.report), to, form, kind="figures")
    elif form == "json":
        put(observations.as_json(figures, day.isoformat()), to, form, kind="figures")
    else:
        put(observations.as_csv(figures), to, form, kind="figures")
    return len(figures)


def _indicators(found: Judged, asked: Asked) -> Collection[str]:
    """All of them, or with filters those of the chosen targets and those that were named."""
    if asked == Asked():
        return found.report.plan.indicators
    return {*(row.indicator.id for row in found.report.rows), *listed(asked.indicator, "--indicator")}


def with_library(ending: str = ".xlsx", *libraries: str) -> None:
    """End with the way to get them where the libraries that write a form are not there."""
    from importlib.util import find_spec
    from shlex import quote

    needed = libraries or ("XlsxWriter",)
    if any(find_spec(_MODULES[one]) is None for one in needed):
        command = f"{quote(sys.executable)} -m pip install {' '.join(needed)}"
        told = {"ending": ending, "libraries": " ".join(needed), "command": command}
        talk(_("{ending} needs {libraries}: {command} (.csv needs none)", **told))
        raise Failed(2)


_MODULES = {"XlsxWriter": "xlsxwriter", "python-docx": "docx", "matplotlib": "matplotlib"}
"""What the libraries are called when they are loaded."""
