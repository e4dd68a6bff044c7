"""`ycindic log`: who wrote what, and when?"""

from __future__ import annotations

from typing import Annotated

import typer

from ycindic.cli.logged import logged_as
from ycindic.cli.options import Data, listed_words
from ycindic.cli.output import Failed, talk, tell
from ycindic.cli.telling import LINES, How, deliver, telling
from ycindic.domain.problem import Problem
from ycindic.load.find import find
from ycindic.load.registry import read_registry
from ycindic.record import log
from ycindic.record.store import OWN
from ycindic.render.answers.log import sheet
from ycindic.render.words.system import system_refusal
from ycindic.text import _


@telling
def command(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Ids of indicators")] = None,
    last: Annotated[int, typer.Option(metavar="N", min=0, help="Only the last N")] = 0,
    how: How = LINES,
    data: Data = None,
) -> int:
    """Who wrote what, and when"""
    folder = find(data)
    path = folder.path / OWN / log.LOG_FILE
    problems: list[Problem] = []
    try:
        every = log.read_log(path, problems)
    except OSError as error:
        talk(_("cannot read {path}: {strerror}", path=path, strerror=system_refusal(error)))
        raise Failed(2) from None
    wanted = listed_words(ids, "ID")
    shown = [one for one in every if not wanted or one.key.split(" ")[0] in wanted]
    indicators = read_registry(folder.registry, []).indicators
    deliver(sheet([logged_as(one, indicators) for one in shown[-last:]]), how, folder)
    talk(_("the log is {path}, {count} entries", path=path, count=len(every)))
    tell(problems)
    return 2 if problems else 0
