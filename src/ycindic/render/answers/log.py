"""Who wrote what, and when? The log as a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ycindic.render.answers.sheet import NOTHING, SCHEMA, Column, Document, Sheet
from ycindic.text import _, _p


class _LoggedFigure(Protocol):
    """One written figure, as the log keeps it; `old` and `new` are its value before and after, empty if none."""

    @property
    def time(self) -> str: ...
    @property
    def user(self) -> str: ...
    @property
    def command(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def old(self) -> str: ...
    @property
    def new(self) -> str: ...


_COLUMNS: dict[str, Column[_LoggedFigure]] = {
    "time": Column(lambda one: one.time, _p("of the log", "Time"), left=True, room=(26,)),
    "user": Column(lambda one: one.user, _("User"), left=True),
    "command": Column(lambda one: one.command, _("Command"), left=True),
    "key": Column(lambda one: one.key, _("Figure"), left=True, room=(34,)),
    "old": Column(lambda one: one.old, _p("of the log", "Was")),
    "new": Column(lambda one: one.new, _p("of the log", "Is")),
}
"""The columns of the log; new ones come last."""


def sheet(entries: Sequence[_LoggedFigure]) -> Sheet[_LoggedFigure]:
    """The entries, the latest last."""
    document = Document[_LoggedFigure]({"schema": SCHEMA})
    return Sheet("entries", _COLUMNS, entries, tuple(_COLUMNS), document=document, line=_line)


def _line(one: _LoggedFigure, _: str) -> str:
    return f"{one.time}  {one.user}  {one.command}  {one.key}  {one.old or NOTHING} → {one.new or NOTHING}"
