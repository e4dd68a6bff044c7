"""In which language do we answer? Decided before the commands are defined: help texts are fixed then."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

VARIABLE = "YCINDIC_LANG"
LANGUAGES = ("zh", "en")


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """`--lang`, then the variable, then the locale; English where none of them says Chinese."""
    for place, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang":
            value = next(iter(arguments[place + 1 : place + 2]), None)
        if value in LANGUAGES:
            return str(value)
    if environment.get(VARIABLE) in LANGUAGES:
        return environment[VARIABLE]
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


LANG = choose(sys.argv[1:], os.environ)


def say(zh: str, en: str) -> str:
    """The text of the chosen language."""
    return zh if LANG == "zh" else en
