"""`ycindic compare`: what became of the promises of one year in those of the next?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ycindic.cli.language import lang as tongue
from ycindic.cli.options import TEXT_OR_JSON, Lang, TextOrJson, check_language, choice
from ycindic.cli.output import Failed, answer, talk, tell
from ycindic.cli.scan import opened
from ycindic.domain.problem import Problem
from ycindic.load.find import REGISTRY
from ycindic.load.registry import read_registry
from ycindic.render.answers.compare import document, lines, summary
from ycindic.render.words.visible import a_line_each
from ycindic.scan.compare import Said, compare, of_findings, of_plan
from ycindic.scan.read import scan

_REGISTRY = (".yaml", ".yml")


def command(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A registry or a report")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A registry or a report")],
    form: TextOrJson = "text",
    lang: Lang = None,
) -> int:
    """The promises of two years beside each other: kept, raised, lowered, firmer, softer, dropped, new"""
    check_language(lang)
    choice(form, TEXT_OR_JSON, "--format")
    changes = compare(_said(old), _said(new))
    if form == "json":
        from ycindic.render.forms.json import dump

        answer(dump(document(changes)), form)
    else:
        answer(a_line_each(lines(changes, tongue())), form)
    talk(summary(changes, tongue()))
    return 0


def _said(file: str) -> list[Said]:
    """What a registry or a report promises, or the end of the command with the fault told."""
    path = Path(file) / REGISTRY if Path(file).is_dir() else Path(file)
    if path.suffix not in _REGISTRY:
        return of_findings(scan(opened(file)))
    problems: list[Problem] = []
    plan = read_registry(path, problems)
    if problems:
        tell(problems)
        raise Failed(2)
    return of_plan(plan)
