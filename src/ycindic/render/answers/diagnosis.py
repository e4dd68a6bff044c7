"""What do `validate`, `audit` and `check` answer, whatever the form?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ycindic.domain.diagnostic import Diagnostic, Severity
from ycindic.render.answers.sheet import Value
from ycindic.text import Text, _, _n


class LookedAt(NamedTuple):
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
    cases: tuple[LookedAt, ...]
    asked: Text
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


def diagnosis_summary(told: Diagnosis, lang: str) -> str:
    """One line: when, how much was looked at, how much was found, and what of it fails."""
    said = _(
        "{asked}, {findings}, {failing} of them fail",
        asked=told.asked,
        findings=_n("{count} finding", "{count} findings", len(told.found)),
        failing=told.failing,
    )
    return (_("{as_of}: {said}", as_of=told.as_of, said=said) if told.as_of else said).in_language(lang)
