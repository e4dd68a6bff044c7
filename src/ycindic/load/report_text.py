"""What does a report say: the text of a plain file, of stdin, of a .docx or a PDF?"""

import errno
import os
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.decoding import decoded
from ycindic.files.sheet import TooBig
from ycindic.load.unreadable import unreadable

_LARGEST = 64 << 20
"""Bytes, packed or unpacked; no report comes near, and a text is held in memory."""
_MOST_PAGES = 2000
_MOST_TEXT = 4 << 20
"""Characters of a document that unpacks; a yearbook has a third of them, and each is looked at."""
_MOST_DRAWN = 32 << 20
"""Bytes that all pages of a PDF draw, and the text in them: the library takes a second for each."""
_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"


def text_of(path: Path | None) -> str | Problem:
    """The text of a report as it was given, or why it cannot be read; None is stdin."""
    place = Place("-" if path is None else str(path))
    try:
        data = _typed() if path is None else _bytes(path)
    except OSError as error:
        return unreadable(place, error)
    if len(data) > _LARGEST:
        return Problem(place, Code.TOO_BIG, seen=f"> {_LARGEST >> 20} MB", expected=f"≤ {_LARGEST >> 20} MB")
    for mark, reader in ((_ZIP, _docx), (_PDF, _pdf)):
        if data.startswith(mark):
            return _read(reader, data, place)
    text = decoded(data)
    return Problem(place, Code.ENCODING) if text is None else text


def _typed() -> bytes:
    if sys.stdin is None:  # closed by whoever started us
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer.read(_LARGEST + 1)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LARGEST + 1)


def _read(reader: Callable[[bytes], str | None], data: bytes, place: Place) -> str | Problem:
    """The text by a library that is loaded only now; whatever the library throws is a fault of the file."""
    try:
        text = reader(data)
        if text and len(text) > _MOST_TEXT:
            raise TooBig(f"> {_MOST_TEXT:,}")  # noqa: TRY301 - told like the others
    except ImportError as error:
        hint = f"pip install 'ycindic[scan]' ({error.name})"
        return Problem(place, Code.UNREADABLE, detail=hint)
    except TooBig as error:
        seen = str(error) or f"> {_LARGEST >> 20} MB"
        return Problem(place, Code.TOO_BIG, seen=seen, expected=f"≤ {_LARGEST >> 20} MB, {_MOST_PAGES} pages")
    except Exception as error:  # noqa: BLE001 - a damaged file makes such libraries throw anything
        return Problem(place, Code.UNREADABLE, detail=f"{type(error).__name__}: {error}"[:200])
    if not text or not text.strip():
        return Problem(place, Code.UNREADABLE, detail="no text: scanned or locked pages; save the report as text (OCR)")
    return text


def _docx(data: bytes) -> str:
    from ycindic.files.docx import read_docx

    return read_docx(data, _MOST_TEXT)


def _pdf(data: bytes) -> str | None:
    """The text of every page; what a page draws counts, however often pages share it."""
    import logging

    from pypdf import PdfReader

    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # it would tell the screen what stands in the file
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return None
    if len(reader.pages) > _MOST_PAGES:
        raise TooBig(f"{len(reader.pages)} pages")
    texts, room = [], _MOST_DRAWN
    for page in reader.pages:
        drawn = page.get_contents()
        texts.append("" if drawn is None else page.extract_text())
        room -= len(texts[-1]) + (0 if drawn is None else len(drawn.get_data()))
        if room < 0:
            raise TooBig(f"> {_MOST_DRAWN >> 20} MB unpacked")
    return "\n".join(texts)
