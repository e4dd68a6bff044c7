"""What does a report say: the text of a plain file, of stdin, of a .docx or a PDF?"""

import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.decoding import decoded
from ycindic.load.unreadable import unreadable

if TYPE_CHECKING:  # loaded only where such a document is read
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_LARGEST = 64 << 20
"""Bytes, packed or unpacked; no report comes near, and a text is held in memory."""
_MOST_PAGES = 2000
_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"


def text_of(path: Path | None) -> str | Problem:
    """The text of a report as it was given, or why it cannot be read; None is stdin."""
    place = Place("-" if path is None else str(path))
    try:
        data = sys.stdin.buffer.read(_LARGEST + 1) if path is None else _bytes(path)
    except OSError as error:
        return unreadable(place, error)
    if len(data) > _LARGEST:
        return Problem(place, Code.TOO_BIG, seen=f"> {_LARGEST >> 20} MB", expected=f"≤ {_LARGEST >> 20} MB")
    for mark, reader in ((_ZIP, _docx), (_PDF, _pdf)):
        if data.startswith(mark):
            return _read(reader, data, place)
    text = decoded(data)
    return Problem(place, Code.ENCODING) if text is None else text


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LARGEST + 1)


def _read(reader: Callable[[bytes], str | None], data: bytes, place: Place) -> str | Problem:
    """The text by a library that is loaded only now; whatever the library throws is a fault of the file."""
    try:
        text = reader(data)
    except ImportError as error:
        hint = f"pip install 'ycindic[scan]' ({error.name})"
        return Problem(place, Code.UNREADABLE, detail=hint)
    except _TooBigError as error:
        return Problem(place, Code.TOO_BIG, seen=str(error), expected=f"≤ {_LARGEST >> 20} MB, {_MOST_PAGES} pages")
    except Exception as error:  # noqa: BLE001 - a damaged file makes such libraries throw anything
        return Problem(place, Code.UNREADABLE, detail=f"{type(error).__name__}: {error}"[:200])
    if not text or not text.strip():
        return Problem(place, Code.UNREADABLE, detail="no text: scanned or locked pages; save the report as text (OCR)")
    return text


class _TooBigError(Exception):
    """More than any report holds: a bomb, or another kind of file."""


def _docx(data: bytes) -> str:
    from docx import Document

    with zipfile.ZipFile(BytesIO(data)) as pack:
        size = sum(one.file_size for one in pack.infolist())
    if size > _LARGEST:
        raise _TooBigError(f"{size >> 20} MB unpacked")
    return "\n".join(_told(Document(BytesIO(data)).iter_inner_content()))


def _told(blocks: Iterable["Paragraph | Table"]) -> Iterator[str]:
    """The paragraphs of a document in order, and each row of its tables as a sentence; joined cells count once."""
    from docx.table import Table

    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
                yield "\t".join(filter(None, cells)) + "。"
        else:
            yield block.text


def _pdf(data: bytes) -> str | None:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return None
    if len(reader.pages) > _MOST_PAGES:
        raise _TooBigError(f"{len(reader.pages)} pages")
    return "\n".join(page.extract_text() for page in reader.pages)
