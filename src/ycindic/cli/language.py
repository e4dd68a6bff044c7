"""In which language do we answer? Decided before the commands are defined: help texts are fixed then."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise

VARIABLE = "YCINDIC_LANG"
LANGUAGES = ("zh", "en")


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """`--lang`, then the variable, then the locale; English where none of them says Chinese."""
    typed = [after for before, after in pairwise(arguments) if before == "--lang"]
    typed += [one.removeprefix("--lang=") for one in arguments if one.startswith("--lang=")]
    for value in reversed(typed):
        if value in LANGUAGES:
            return value
    if environment.get(VARIABLE) in LANGUAGES:
        return environment[VARIABLE]
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


_spoken = [choose(sys.argv[1:], os.environ)]


def speak(arguments: Sequence[str]) -> None:
    """Choose for these arguments, which are not those of the process where a test or a script calls `main`."""
    _spoken[0] = choose(arguments, os.environ)


def lang() -> str:
    """The language of this run."""
    return _spoken[0]


def say(zh: str, en: str) -> str:
    """The text of the chosen language."""
    return zh if lang() == "zh" else en
