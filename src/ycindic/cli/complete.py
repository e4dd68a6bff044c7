"""Which words could follow? Asked by the shell while the user types, so every fault is silence."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from contextlib import redirect_stdout, suppress
from functools import lru_cache

import typer

from ycindic.cli.language import lang
from ycindic.domain.model import Plan

_BREAKS = ("@", "=", ":")
"""Where bash breaks a word though no blank stands there."""

_Found = list[tuple[str, str]]


def ids(ctx: typer.Context, incomplete: str) -> _Found:
    """The ids of targets and indicators, each with its name."""
    plan = _plan(ctx.params.get("data"))
    targets = ((one.id, _name(plan, one.indicator)) for one in (plan.targets if plan else ()))
    return [*_matching(incomplete, targets), *indicator_ids(ctx, incomplete)]


def indicator_ids(ctx: typer.Context, incomplete: str) -> _Found:
    """The ids of indicators."""
    plan = _plan(ctx.params.get("data"))
    return _matching(incomplete, ((one, _name(plan, one)) for one in (plan.indicators if plan else ())))


def verdicts(incomplete: str) -> _Found:
    """The nine verdicts."""
    from ycindic.render.words.looks import LOOKS

    return _matching(incomplete, ((one.value, look.word.in_language(lang())) for one, look in LOOKS.items()))


def commitments(incomplete: str) -> _Found:
    """How firmly something can be promised."""
    from ycindic.render.words.wording import COMMITMENTS

    return _matching(incomplete, ((one.value, word.in_language(lang())) for one, word in COMMITMENTS.items()))


def column_names(incomplete: str) -> _Found:
    """The columns of an answer."""
    from ycindic.render.answers.columns import STATUS_COLUMNS

    return _matching(incomplete, ((name, column.label.in_language(lang())) for name, column in STATUS_COLUMNS.items()))


def formats(incomplete: str) -> _Found:
    """The forms of an answer."""
    from ycindic.render.forms import FORMS

    return _matching(incomplete, ((name, "") for name in FORMS))


def _matching(incomplete: str, words: Iterable[tuple[str, str]]) -> _Found:
    """The words that begin as typed, behind a comma the next one."""
    before, comma, last = incomplete.rpartition(",")
    return [(f"{before}{comma}{word}", _plain(told)) for word, told in words if word.startswith(last)]


def _plain(text: str) -> str:
    """Letters and digits only: shells evaluate what they are given."""
    return "".join(one if one.isalnum() else " " for one in text).strip()


def _name(plan: Plan | None, indicator: str) -> str:
    found = None if plan is None else next((one for key, one in plan.indicators.items() if key == indicator), None)
    if found is None:
        return ""
    return found.name.in_language(lang())


@lru_cache(maxsize=1)
def _plan(data: str | None) -> Plan | None:
    from ycindic.load.find import find
    from ycindic.load.registry import read_registry

    with suppress(Exception):
        return read_registry(find(data).registry, [])
    return None


def reply(tree: Callable[[], object]) -> str:
    """The lines for the shell: those of the library, the pieces of bash put together before and taken off after."""
    prefix = _rejoined(os.environ) if os.environ.get("_YCINDIC_COMPLETE") == "complete_bash" else ""
    out = io.StringIO()
    with redirect_stdout(out), suppress(SystemExit, Exception):
        tree()
    return "".join(f"{line.removeprefix(prefix)}\n" for line in out.getvalue().splitlines())


def command_typed(environment: Mapping[str, str]) -> str:
    """The word at the place of the command, where another one behind it is completed; else nothing."""
    line = environment.get("COMP_WORDS") or environment.get("_TYPER_COMPLETE_ARGS", "")
    words = [*line.split(), *([""] if line[-1:].isspace() else [])]
    return words[1] if len(words) > 2 and environment.get("COMP_CWORD") != "1" else ""


def _place(typed: str | None, count: int) -> int:
    """Which word is completed, by its number; the one behind the last where that is no number of a word."""
    return int(typed) if typed and typed.isdecimal() and len(typed) < 9 and int(typed) <= count else count


def _rejoined(environment: MutableMapping[str, str]) -> str:
    """Put the words together that bash broke; gives what stands before the piece that it will replace.

    That piece begins behind a `=` or `:`, but with the `@` itself.
    """
    pieces = environment.get("COMP_WORDS", "").split("\n")
    place = _place(environment.get("COMP_CWORD"), len(pieces))
    pieces += [""] * (place + 1 - len(pieces))
    words: list[str] = []
    current, broken = 0, False
    for number, piece in enumerate(pieces):
        joins = number > 1 and (piece.startswith(_BREAKS) or words[-1].endswith(_BREAKS))
        words[len(words) - joins :] = [(words[-1] if joins else "") + piece]
        if number == place:
            current, broken = len(words) - 1, joins
    environment["COMP_WORDS"], environment["COMP_CWORD"] = "\n".join(words), str(current)
    if not broken:
        return ""
    word = words[current]
    last = max(word.rfind(one) for one in _BREAKS)
    return word[: last + (word[last] != "@")]
