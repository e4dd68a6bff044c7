"""What is a file that somebody sends as a table, whatever its name says? Its bytes tell."""

import re
import zipfile
from typing import Literal

from ycindic.files.parts import BROKEN_FILE, archive_in, open_part
from ycindic.files.sheet import TooBig

FileKind = Literal[
    "text", "xlsx", "xlsb", "xls", "ods", "opendocument", "encrypted", "web page", "xml workbook", "word", "archive",
    "pdf", "picture", "rich text",
]  # fmt: skip
"""`text` may be a table of commas, and is what everything is that nothing else is."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 1 << 12
_BEGINNINGS: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rich text"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
)
_OPEN = "application/vnd.oasis.opendocument."
_PARTS: tuple[tuple[str, FileKind], ...] = (
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("word/document.xml", "word"),
    ("content.xml", "opendocument"),
)
_STREAMS: tuple[tuple[str, FileKind], ...] = (
    ("EncryptedPackage", "encrypted"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("WordDocument", "word"),
)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body|table|meta|div|style)\b|\s*MIME-Version:",
    re.IGNORECASE | re.DOTALL,
)
_XML_BOOK = re.compile(
    r"\s*<\?xml.{0,1000}?(?:urn:schemas-microsoft-com:office:spreadsheet|progid=\"Excel\.Sheet\")", re.DOTALL
)
_FLAT = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<office:document\b")


def kind_of(data: bytes) -> FileKind:
    """The kind of a file with this content."""
    if data.startswith(_ZIP):
        return _in_archive(data)
    if data.startswith(_OLE):
        return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), "xls")
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    return _of_text(data[:_HEAD])


def _in_archive(data: bytes) -> FileKind:
    """What a zip archive holds; a broken one is taken for a broken workbook, as it was meant to be one."""
    try:
        with archive_in(data) as archive:
            names = {name.lower() for name in archive.namelist()}
            if "mimetype" in names:
                with open_part(archive, "mimetype") as file:
                    said = file.read(len(_OPEN) + 40).decode("ascii", "replace")
                if said.startswith(_OPEN) and "meta-inf/manifest.xml" in names and _is_encrypted(archive):
                    return "encrypted"
                if said.startswith(_OPEN):
                    return "ods" if said.removeprefix(_OPEN).startswith("spreadsheet") else "opendocument"
    except (OSError, TooBig, *BROKEN_FILE):
        return "ods" if f"{_OPEN}spreadsheet".encode() in data[:_HEAD] else "xlsx"
    found = next((kind for name, kind in _PARTS if name in names), None)
    return found or ("xlsx" if "[content_types].xml" in names or "_rels/.rels" in names else "archive")


def _is_encrypted(archive: zipfile.ZipFile) -> bool:
    """Whether an OpenDocument file says so in the list of its parts."""
    with open_part(archive, "META-INF/manifest.xml") as file:
        return b"encryption-data" in file.read(1 << 20)


def _of_text(head: bytes) -> FileKind:
    text = head.decode("utf-16", "ignore") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head.decode("latin-1")
    text = text.removeprefix("\xef\xbb\xbf")
    if _XML_BOOK.match(text):
        return "xml workbook"
    if _FLAT.match(text):
        return "opendocument"
    return "web page" if _PAGE.match(text) else "text"
