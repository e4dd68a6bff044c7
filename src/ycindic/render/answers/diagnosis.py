"""What do `validate`, `audit` and `check` answer, whatever the form?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ycindic.domain.diagnostic import Diagnostic, Severity
from ycindic.render.answers.sheet import Value
from ycindic.render.words.wording import Pair, pick


class Case(NamedTuple):
    """Something that was looked at, so that silence about it is an answer as well: a target, a file, a question."""

    kind: str
    name: str


class Diagnosis(NamedTuple):
    """Everything that a command found, in the lists under which programs find it, and what it looked at.

    `aside` names the lists that as text are talk beside the answer, `grouped` tells that people read it by what is
    the matter, and not by where it stands. `asked` says what the cases are, `head` what
    else programs are told.
    """

    command: str
    as_of: date | None
    lists: Mapping[str, tuple[Diagnostic, ...]]
    cases: tuple[Case, ...]
    asked: Pair
    head: Mapping[str, Value]
    aside: tuple[str, ...] = ()
    grouped: bool = False

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Every diagnostic, list by list."""
        return tuple(one for found in self.lists.values() for one in found)

    @property
    def failing(self) -> int:
        """How many of them make the command fail."""
        return sum(one.severity is Severity.ERROR for one in self.found)


def summary(told: Diagnosis, lang: str) -> str:
    """One line: when, how much was looked at, how much was found, and what of it fails."""
    zh = f"{len(told.cases)}{told.asked[0]}，{len(told.found)}处须注意，其中{told.failing}处不合格"
    en = f"{len(told.cases)} {told.asked[1]}, {len(told.found)} findings, {told.failing} of them fail"
    when = (f"{told.as_of}：", f"{told.as_of}: ") if told.as_of else ("", "")
    return pick((when[0] + zh, when[1] + en), lang)
