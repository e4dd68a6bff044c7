"""Which languages do we speak, and what is an English text in each of them?"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations

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
    known = catalogue(lang)
    if context is None:
        return known.gettext(english) if plural is None else known.ngettext(english, plural, count)
    if plural is None:
        return known.pgettext(context, english)
    return known.npgettext(context, english, plural, count)


@cache
def catalogue(lang: str) -> NullTranslations:
    """The compiled texts of a language, read when the first of them is told."""
    if lang == ENGLISH or not speaks(lang):
        return NullTranslations()
    with open(_file(lang), "rb") as file:  # noqa: PTH123 - as above
        return GNUTranslations(file)


def _file(lang: str) -> str:
    return os.path.join(FOLDER, lang, "LC_MESSAGES", f"{DOMAIN}.mo")  # noqa: PTH118 - as above
