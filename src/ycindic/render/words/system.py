"""How is told what the operating system refuses?"""

from __future__ import annotations

from collections.abc import Mapping

from ycindic.files.refused import system_reason
from ycindic.render.words.visible import one_line
from ycindic.text import Text, Verbatim, _
from ycindic.text.catalogue import ENGLISH


def by_english(*texts: Text) -> Mapping[str, Text]:
    """Texts by what they are in English, for words that come to us in that language."""
    return {one.in_language(ENGLISH): one for one in texts}


_SAID = by_english(
    _("No such file or directory"),
    _("Permission denied"),
    _("Operation not permitted"),
    _("Read-only file system"),
    _("Is a directory"),
    _("Not a directory"),
    _("File exists"),
    _("File name too long"),
    _("File too large"),
    _("No space left on device"),
    _("Disk quota exceeded"),
    _("Input/output error"),
    _("Too many levels of symbolic links"),
    _("Too many open files"),
)
"""What systems say in English; what else they say is told as they say it."""


def system_words(said: str) -> Text:
    """An error of the system in the reader's language where it is a usual one."""
    return _SAID.get(said, Verbatim(one_line(said)))


def system_refusal(error: OSError) -> Text:
    """Why the system refused."""
    return system_words(system_reason(error))
