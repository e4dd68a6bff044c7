"""How is a command told that somebody may type as it stands, so that it finds the folder of the answer again?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from shlex import quote

from ycindic.text import Text, Verbatim

_folder = [""]
"""The folder of this run, where a command would find another one by itself."""


def propose_for(folder: str) -> None:
    """Let every command that is proposed from now on name a folder; none where it finds it by itself."""
    _folder[0] = folder


@contextmanager
def without_folder(longest: int) -> Iterator[str]:
    """While this lasts no command names a folder of more than `longest` characters; that is given, to be told once."""
    folder = _folder[0]
    told = _for_a_shell(folder) if len(folder) > longest else ""
    _folder[0] = "" if told else folder
    try:
        yield told
    finally:
        _folder[0] = folder


def proposed(*words: str | Text) -> Text:
    """A command of ours, its words as they are typed: `ycindic due --unassigned --data examples/china`.

    It names all that the command needs; a text stands for what only its reader knows: `ycindic import FILE`.
    """
    return _Proposed(words)


class _Proposed(Verbatim):
    """It is told when the arguments of the run are known; texts are made before."""

    __slots__ = ("words",)

    def __init__(self, words: tuple[str | Text, ...]) -> None:
        self.words = words

    def in_language(self, lang: str, /) -> str:
        where = ("--data", _folder[0]) if _folder[0] else ()
        words = (one if isinstance(one, str) else one.in_language(lang) for one in self.words)
        return " ".join(["ycindic", *map(_for_a_shell, (*words, *where))])


_PLAIN = frozenset("-–—_./,:@=%+")
_SPECIAL = frozenset('"$`\\!')
"""What a shell reads, even between double quotes."""


def _for_a_shell(word: str) -> str:
    """A word as it is typed: bare, between the quotes that every shell knows, or guarded in full."""
    if word and all(one.isalnum() or one in _PLAIN for one in word):
        return word
    return quote(word) if not word or _SPECIAL.intersection(word) else f'"{word}"'
