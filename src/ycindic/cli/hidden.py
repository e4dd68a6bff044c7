"""What of a workbook is hidden: the option that reads it all the same, and what is told where it was left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from ycindic.cli.output import talk
from ycindic.record.grid import Left
from ycindic.text import _

HiddenToo = Annotated[bool, typer.Option("--hidden", help="Read hidden and filtered rows, columns and sheets, too")]

_LEFT = {
    "sheet": _("hidden sheet"),
    "rows": _("hidden rows"),
    "filtered rows": _("rows hidden by a filter"),
    "columns": _("hidden columns"),
}


def talk_of_hidden(left: Iterable[Left]) -> None:
    """Say what was left out, a line each, and how it is read."""
    for one in left:
        which = " ".join(text for text in (one.name, one.which) if text)
        talk(_("{what} left out: {which}; --hidden reads them, too", what=_LEFT[one.what], which=which))
