"""How is told what the operating system refuses?"""

from __future__ import annotations

from collections.abc import Mapping

from ycindic.render.words.visible import one_line
from ycindic.text import Text, Verbatim, _

_SAID: Mapping[str, Text] = {
    "No such file or directory": _("No such file or directory"),
    "Permission denied": _("Permission denied"),
    "Operation not permitted": _("Operation not permitted"),
    "Read-only file system": _("Read-only file system"),
    "Is a directory": _("Is a directory"),
    "Not a directory": _("Not a directory"),
    "File exists": _("File exists"),
    "File name too long": _("File name too long"),
    "File too large": _("File too large"),
    "No space left on device": _("No space left on device"),
    "Disk quota exceeded": _("Disk quota exceeded"),
    "Input/output error": _("Input/output error"),
    "Too many levels of symbolic links": _("Too many levels of symbolic links"),
    "Too many open files": _("Too many open files"),
}
"""What systems say in English; what else they say is told as they say it."""


def system_words(said: str) -> Text:
    """An error of the system in the reader's language where it is a usual one."""
    return _SAID.get(said, Verbatim(one_line(said)))


def system_refusal(error: OSError) -> Text:
    """Why the system refused."""
    return system_words(error.strerror or type(error).__name__)
