"""What do the arguments mean, before any command sees them?"""

from __future__ import annotations

import re
from itertools import pairwise

from ycindic.cli.commands import COMMANDS

_OF_THE_TREE = ("--help", "--version", "--install-completion", "--show-completion")
"""Options of the program itself; every other one belongs to `status`, the command that needs no name."""
_MINUS = "\u2212"
"""A minus sign that no option begins with; numbers are understood with it."""
_FLAGS = ("--yes", "--dry-run")
"""The options of `record` that take no word behind them."""
_OF_EVERY = ("--lang", "--data", "--as-of")
"""Options that most commands have, each with a word behind it; typed before the command they are those of it."""
_NEGATIVE = r"-[0-9.,]+%?"


def command_meant(typed: list[str]) -> list[str]:
    """No command means `status`, `help X` means `X --help`, -0.5 behind `calc` or `record` is a number, no option."""
    if typed[:1] == ["help"]:
        return command_meant([*typed[1:], "--help"])
    if typed[:1] == ["--lang"] and typed[2:] and _of_the_tree(typed[2]):
        return typed[2:]
    options, rest = _leading(typed)
    if options and rest[:1] and rest[0] in (*COMMANDS, "help"):
        return [*command_meant(rest), *options]
    if typed == ["calc"]:
        return ["calc", "--help"]
    if typed[:1] == ["calc"]:
        return [f"{_MINUS}{word[1:]}" if re.fullmatch(_NEGATIVE, word) else word for word in typed]
    if typed[:1] == ["record"]:
        return [typed[0], *(_figure(before, word) for before, word in pairwise(typed))]
    if not typed or (typed[0].startswith("-") and not _of_the_tree(typed[0])):
        return ["status", *typed]
    return typed


def _leading(typed: list[str]) -> tuple[list[str], list[str]]:
    """The options of every command that stand at the beginning, with their words, and what comes behind."""
    end = 0
    while end < len(typed) and typed[end].partition("=")[0] in _OF_EVERY:
        end += 1 if "=" in typed[end] else 2
    return typed[:end], typed[end:]


def _figure(before: str, word: str) -> str:
    """A negative value of `record`; what stands behind an option is that option's and stays as typed."""
    of_option = before.startswith("--") and "=" not in before and before not in _FLAGS
    return f"{_MINUS}{word[1:]}" if re.fullmatch(_NEGATIVE, word) and not of_option else word


def _of_the_tree(word: str) -> bool:
    return word.partition("=")[0] in _OF_THE_TREE
