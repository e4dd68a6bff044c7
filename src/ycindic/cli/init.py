"""`ycindic init`: start a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.options import Lang, check_language
from ycindic.cli.output import Failed, answer, tell
from ycindic.cli.writing import today
from ycindic.domain.period import FIRST_YEAR, LAST_YEAR
from ycindic.domain.problem import Problem
from ycindic.record.start import begin
from ycindic.render.words.visible import a_line_each


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=say("新文件夹", "The new folder"))],
    year: Annotated[
        int | None,
        typer.Option(
            metavar="YYYY", min=FIRST_YEAR + 1, max=LAST_YEAR - 4, help=say("报告年份", "The year of the report")
        ),
    ] = None,
    lang: Lang = None,
) -> int:
    check_language(lang)
    problems: list[Problem] = []
    made = begin(folder, year or today().year, tongue(), problems)
    answer(a_line_each(map(str, made)), "text")
    tell(problems)
    if problems:
        raise Failed(2)
    return 0


command.__doc__ = say(
    "为另一地方或新的一年建立文件夹：带注释的targets.yaml、数据模板、说明",
    "Start a folder for another place or a new year: a commented targets.yaml, a template for figures, a README",
)
