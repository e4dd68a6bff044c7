"""Who wrote what, and when? The log as a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from ycindic.domain.model import Indicator
from ycindic.render.answers.sheet import NOTHING, SCHEMA, Column, Document, Sheet
from ycindic.render.words.units import amount_of
from ycindic.text import Text, _, _p


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


class LoggedAs(NamedTuple):
    """A logged figure, what it is called, and of which indicator it is; None where that is not registered."""

    line: _LoggedFigure
    name: Text
    indicator: Indicator | None


def time_words(time: str, lang: str) -> str:
    """A time of the log as people write it, to the minute, where it was written: 28 Nov 2026, 09:15."""
    try:
        when = datetime.fromisoformat(time)
    except ValueError:
        return time
    return _("{day}, {time}", day=when.date(), time=f"{when:%H:%M}").in_language(lang)


def change_words(one: LoggedAs, lang: str) -> str:
    """What a figure is called, what it was and what it became."""
    return f"{one.name.in_language(lang)}  {_old(one, lang) or NOTHING} → {_new(one, lang) or NOTHING}"


def _old(one: LoggedAs, lang: str) -> str:
    return _amount(one.line.old, one, lang)


def _new(one: LoggedAs, lang: str) -> str:
    return _amount(one.line.new, one, lang)


def _amount(value: str, one: LoggedAs, lang: str) -> str:
    return amount_of(value, one.indicator, lang) if value and one.indicator else value


_COLUMNS: dict[str, Column[LoggedAs]] = {
    "time": Column(
        lambda one: one.line.time,
        _p("of the log", "Time"),
        words=lambda one, lang: time_words(one.line.time, lang),
        left=True,
        room=(26,),
    ),
    "user": Column(lambda one: one.line.user, _("User"), left=True),
    "command": Column(lambda one: one.line.command, _("Command"), left=True),
    "key": Column(
        lambda one: one.line.key, _("Figure"), words=lambda one, lang: one.name.in_language(lang), left=True, room=(34,)
    ),
    "old": Column(lambda one: one.line.old, _p("of the log", "Was"), words=_old),
    "new": Column(lambda one: one.line.new, _p("of the log", "Is"), words=_new),
}
"""The columns of the log; new ones come last."""


def sheet(entries: Sequence[LoggedAs]) -> Sheet[LoggedAs]:
    """The entries, the latest last."""
    document = Document[LoggedAs]({"schema": SCHEMA})
    return Sheet("entries", _COLUMNS, entries, tuple(_COLUMNS), document=document, line=_line)


def _line(one: LoggedAs, lang: str) -> str:
    line = one.line
    return f"{time_words(line.time, lang)}  {line.user}  {line.command}  {change_words(one, lang)}"
