"""`ycindic log`: who wrote what, and when?"""

from __future__ import annotations

from typing import Annotated

import typer

from ycindic.cli.options import Data, Lang, check_language, choice, listed
from ycindic.cli.output import Failed, answer, talk
from ycindic.load.find import find
from ycindic.record import log
from ycindic.record.store import OWN
from ycindic.render.words.visible import a_line_each
from ycindic.text import _


def command(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Ids of indicators")] = None,
    last: Annotated[int, typer.Option(metavar="N", min=0, help="Only the last N")] = 0,
    form: Annotated[str, typer.Option("--format", metavar="text|csv|json", help="The form of the answer")] = "text",
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Who wrote what, and when"""
    check_language(lang)
    choice(form, _WRITERS, "--format")
    path = find(data).path / OWN / log.NAME
    try:
        every = log.read_log(path)
    except OSError as error:
        talk(_("cannot read {path}: {strerror}", path=path, strerror=error.strerror))
        raise Failed(2) from None
    wanted = listed(ids, "ID")
    shown = [one for one in every if not wanted or one.key.split(" ")[0] in wanted]
    answer(_WRITERS[form](shown[-last:]), form)
    talk(_("the log is {path}, {count} entries", path=path, count=len(every)))
    return 0


def _text(found: list[log.Line]) -> str:
    return a_line_each(
        f"{one.time}  {one.user}  {one.command}  {one.key}  {one.old or '–'} → {one.new or '–'}" for one in found
    )


def _csv(found: list[log.Line]) -> str:
    from ycindic.render.forms.csv import guarded_text, written

    return written(log.Line._fields, (map(guarded_text, one) for one in found))


def _json(found: list[log.Line]) -> str:
    from ycindic.render.forms.json import SCHEMA, dump

    return dump({"schema": SCHEMA, "entries": [one._asdict() for one in found]})


_WRITERS = {"text": _text, "csv": _csv, "json": _json}
