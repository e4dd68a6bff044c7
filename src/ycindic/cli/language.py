"""In which language do we answer? Decided once, when the arguments of the process are known."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ycindic.text import Text
from ycindic.text.catalogue import ENGLISH, speaks

_VARIABLE = "YCINDIC_LANG"


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """`--lang`, then the variable, then the locale; None where none of them names a language that we speak."""
    typed = [after for before, after in pairwise(arguments) if before == "--lang"]
    typed += [one.removeprefix("--lang=") for one in arguments if one.startswith("--lang=")]
    for value in (*reversed(typed), environment.get(_VARIABLE, "")):
        if speaks(value):
            return value
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    language = locale.lower()[:2]
    return language if speaks(language) else None


_chosen: list[str | None] = [ENGLISH]


def speak(arguments: Sequence[str]) -> None:
    """Choose for these arguments."""
    _chosen[0] = choose(arguments, os.environ)


def lang() -> str:
    """The language of this run; English where none was chosen."""
    return _chosen[0] or ENGLISH


def is_chosen() -> bool:
    """Whether anything says in which language this run is to speak."""
    return _chosen[0] is not None


def say(text: Text) -> str:
    """A text in the language of this run."""
    return text.in_language(lang())
