"""How is a list of what is registered delivered? Shared by `targets` and `indicators`."""

from __future__ import annotations

from typing import Annotated

import typer

from ycindic.cli.answering import talk_about
from ycindic.cli.filters import Words
from ycindic.cli.options import choice, words
from ycindic.cli.output import screen
from ycindic.cli.saving import Destination, put
from ycindic.domain.facts import Facts
from ycindic.domain.problem import Problem, in_order
from ycindic.load.find import find
from ycindic.load.registry import read_registry
from ycindic.load.workspace import Workspace
from ycindic.render.answers.listing import FORMS, Listing, written

Form = Annotated[str, typer.Option("--format", metavar="|".join(FORMS), help="The form of the answer")]
Columns = Annotated[
    Words,
    typer.Option(metavar="NAME,...", help="Only these columns, such as id,wording"),
]
Wide = Annotated[bool, typer.Option("--wide", help="All columns, however wide")]


def registered(data: str | None) -> Workspace:
    """The registry alone; no figure is read."""
    folder, problems = find(data), list[Problem]()
    plan = read_registry(folder.registry, problems)
    return Workspace(folder, plan, Facts({}), in_order(problems), 0)


def deliver(workspace: Workspace, listing: Listing, form: str, to: Destination, columns: Words, *, wide: bool) -> int:
    """Write a list, and say where it is from."""
    choice(form, FORMS, "--format")
    chosen = tuple(dict.fromkeys(words(columns, list(listing.attributes), "--columns")))
    look = screen(plain=not to.to_stdout)._replace(columns=chosen, wide=wide)
    put(written(listing, form, look), to, form, kind=listing)
    talk_about(workspace)
    return 2 if workspace.problems else 0
