"""`ycindic compare`: what became of the promises of one year in those of the next?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ycindic.cli.language import lang as tongue
from ycindic.cli.options import named
from ycindic.cli.output import stop_for, talk
from ycindic.cli.scan import opened
from ycindic.cli.telling import LINES, How, deliver, telling
from ycindic.domain.problem import Problem
from ycindic.load.find import REGISTRY
from ycindic.load.registry import read_registry
from ycindic.render.answers.compare import compared_summary, sheet
from ycindic.scan.compare import Pledge, compare, of_findings, of_plan
from ycindic.scan.read import scan

_REGISTRY = (".yaml", ".yml")


@telling
def command(
    old: Annotated[Path, typer.Argument(metavar="OLD", parser=named, help="A registry or a report")],
    new: Annotated[Path, typer.Argument(metavar="NEW", parser=named, help="A registry or a report")],
    how: How = LINES,
) -> int:
    """The promises of two years beside each other: kept, raised, lowered, firmer, softer, dropped, new"""
    changes = compare(_said(old), _said(new))
    deliver(sheet(changes), how)
    talk(compared_summary(changes, tongue()))
    return 0


def _said(file: Path) -> list[Pledge]:
    """What a registry or a report promises, or the end of the command with the fault told."""
    path = file / REGISTRY if file.is_dir() else file
    if path.suffix not in _REGISTRY:
        return of_findings(scan(opened(file)))
    problems: list[Problem] = []
    plan = read_registry(path, problems)
    stop_for(*problems)
    return of_plan(plan)
