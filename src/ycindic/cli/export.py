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
from ycindic.cli.language import say
from ycindic.cli.options import AsOf, Data, Lang, as_of_date, check_language, listed
from ycindic.cli.output import Failed, answer, save, save_bytes, talk
from ycindic.render import Report, Screen, status_writer

ENDINGS = (".csv", ".xlsx", ".json")


@asking([name for name in OPTIONS if name != "ids"])
def command(
    asked: Asked,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help=say(
                "文件（.csv、.xlsx或.json），-为标准输出的CSV", "A .csv, .xlsx or .json file, or - for CSV on stdout"
            ),
        ),
    ],
    long: Annotated[
        bool,
        typer.Option(
            "--long",
            help=say(
                "改为导出已公布的数据，一行一个，可再导入",
                "The published figures instead, one a row, to be read in again",
            ),
        ),
    ] = False,
    as_of: AsOf = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    check_language(lang)
    form = _form(file)
    workspace, every, report = found = judged(asked, data, as_of_date(as_of))
    rows = _figures(file, form, found, asked) if long else _targets(file, form, report)
    if form != "-":
        talk(say(f"已写入 {file}：{rows}行", f"wrote {file}: {rows} rows"))
    talk_about(workspace, every)
    return found.code


command.__doc__ = say(
    "导出为表格或数据文件：每个目标一行，含全部栏",
    "Write a file for a spreadsheet or a script: one row a target, all columns",
)


def _form(file: Path) -> str:
    ending = file.suffix.lower()
    if str(file) == "-":
        return "-"
    if ending in ENDINGS:
        return ending
    known = ", ".join(ENDINGS)
    raise typer.BadParameter(
        say(f"{file}：文件名须以{known}结尾，或为-", f"{file}: the name must end with one of {known}, or be -"),
        param_hint="FILE",
    )


def _targets(file: Path, form: str, report: Report) -> int:
    if form == ".xlsx":
        _with_library()
        from ycindic.render import as_xlsx

        save_bytes(file, as_xlsx.status(report))
    else:
        _text(file, form, status_writer("json" if form == ".json" else "csv")(report, Screen(lang=tongue())))
    return len(report.rows)


def _figures(file: Path, form: str, found: Judged, asked: Asked) -> int:
    from ycindic.render import observations

    plan, facts, day = found.report.plan, found.report.facts, found.report.as_of
    figures = list(observations.known(plan, facts, _indicators(found, asked)))
    if form == ".xlsx":
        _with_library()
        from ycindic.render import as_xlsx

        save_bytes(file, as_xlsx.observations(figures, found.report))
    elif form == ".json":
        _text(file, form, observations.as_json(figures, day.isoformat()))
    else:
        _text(file, form, observations.as_csv(figures))
    return len(figures)


def _indicators(found: Judged, asked: Asked) -> Collection[str]:
    """All of them, or with filters those of the chosen targets and those that were named."""
    if asked == Asked():
        return found.report.plan.indicators
    return {*(row.indicator.id for row in found.report.rows), *listed(asked.indicator)}


def _text(file: Path, form: str, text: str) -> None:
    if form == "-":
        answer(text)
    else:
        save(file, text, mark=form == ".csv")


def _with_library() -> None:
    from importlib.util import find_spec
    from shlex import quote

    if find_spec("xlsxwriter") is None:
        command = f"{quote(sys.executable)} -m pip install XlsxWriter"
        talk(
            say(
                f".xlsx需要附加库XlsxWriter：{command}（.csv无需附加库）",
                f".xlsx needs the library XlsxWriter: {command} (.csv needs none)",
            )
        )
        raise Failed(2)
