"""In which language do we answer? Decided once, when the arguments of the process are known."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ycindic.text import Text
from ycindic.text.catalogue import ENGLISH, speaks

_VARIABLE = "YCINDIC_LANG"


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """`--lang`, then the variable, then the locale; English where none of them names a language that we speak."""
    typed = [after for before, after in pairwise(arguments) if before == "--lang"]
    typed += [one.removeprefix("--lang=") for one in arguments if one.startswith("--lang=")]
    for value in (*reversed(typed), environment.get(_VARIABLE, "")):
        if speaks(value):
            return value
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    language = locale.lower()[:2]
    return language if speaks(language) else ENGLISH


_spoken = [ENGLISH]


def speak(arguments: Sequence[str]) -> None:
    """Choose for these arguments."""
    _spoken[0] = choose(arguments, os.environ)


def lang() -> str:
    """The language of this run."""
    return _spoken[0]


def say(text: Text) -> str:
    """A text in the language of this run."""
    return text.in_language(lang())
