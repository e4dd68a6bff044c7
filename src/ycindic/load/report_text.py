"""What does a report say: the text of a plain file, of stdin, of a .docx or a PDF?"""

import sys
from pathlib import Path

from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.decoding import decoded

LARGEST = 64 << 20
"""Bytes; no report comes near, and a text is held in memory."""


def text_of(path: Path | None) -> str | Problem:
    """The text of a report as it was given, or why it cannot be read; None is stdin."""
    place = Place("-" if path is None else str(path))
    try:
        data = sys.stdin.buffer.read(LARGEST + 1) if path is None else _bytes(path)
    except OSError as error:
        return Problem(place, Code.UNREADABLE, detail=error.strerror or type(error).__name__)
    if len(data) > LARGEST:
        return Problem(place, Code.TOO_BIG, seen=f"> {LARGEST >> 20} MB", expected=f"≤ {LARGEST >> 20} MB")
    text = decoded(data)
    return Problem(place, Code.ENCODING) if text is None else text


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
