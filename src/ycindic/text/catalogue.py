"""Which languages do we speak, and what is an English text in each of them?"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from gettext import c2py
from struct import unpack_from

ENGLISH = "en"
"""The language of the texts in the code; it needs no catalogue."""
FOLDER = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120 - read at every start
DOMAIN = "ycindic"


def speaks(lang: str) -> bool:
    """Whether there is a catalogue of a language: `zh` or `pt_BR`."""
    return lang == ENGLISH or (lang.replace("_", "").isalpha() and os.path.isfile(_file(lang)))  # noqa: PTH113 - as above


def languages() -> tuple[str, ...]:
    """The languages of the catalogues, English last."""
    return (*sorted(one for one in os.listdir(FOLDER) if speaks(one)), ENGLISH)  # noqa: PTH208 - as above


@lru_cache(maxsize=4096)
def translated(lang: str, english: str, context: str | None, plural: str | None, count: int) -> str:
    """A text in a language, in the form for so many things; English where its catalogue lacks it."""
    key = english if plural is None else f"{english}\0{plural}"
    found = catalogue(lang).get((key if context is None else f"{context}\x04{key}").encode())
    if found is None:
        return english if plural is None or count == 1 else plural
    return found.decode() if plural is None else found.decode().split("\0")[_form(lang)(count)]


@cache
def catalogue(lang: str) -> Mapping[bytes, bytes]:
    """The compiled texts of a language, read when the first of them is told.

    They stay as they stand in the file: of two thousand a run tells a hundred, and the library would decode all.
    """
    if lang == ENGLISH or not speaks(lang):
        return {}
    with open(_file(lang), "rb") as file:  # noqa: PTH123 - as above
        data = file.read()
    count, keys, texts = unpack_from("<3I", data, 8)
    return dict(zip(_strings(data, count, keys), _strings(data, count, texts), strict=True))


def _strings(data: bytes, count: int, table: int) -> Iterator[bytes]:
    """The strings of a table of lengths and places."""
    numbers = iter(unpack_from(f"<{2 * count}I", data, table))
    return (data[start : start + length] for length, start in zip(numbers, numbers, strict=True))


@cache
def _form(lang: str) -> Callable[[int], int]:
    """Which form of a text is for so many things, by the rule in the catalogue's head."""
    return c2py(catalogue(lang)[b""].decode().partition("plural=")[2].partition(";")[0])


def _file(lang: str) -> str:
    return os.path.join(FOLDER, lang, "LC_MESSAGES", f"{DOMAIN}.mo")  # noqa: PTH118 - as above
