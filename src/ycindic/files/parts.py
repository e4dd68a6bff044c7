"""How is a part of a zipped XML document read, so that nobody's document can hang us or eat the memory?"""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from posixpath import join, normpath
from typing import IO, NamedTuple, TypeVar
from xml.parsers import expat

from ycindic.files.sheet import MOST_CELLS, TooBig

MOST_BYTES = 64 << 20
"""So much may be unpacked of one document, all parts together."""
LONGEST_TOKEN = 4 << 20
MOST_ITEMS = 8 * MOST_CELLS
"""So many elements and attributes may a document have, all parts together: the fullest cell has seven."""
DEEPEST = 1 << 15
_MOST_NAMES = _MOST_PARTS = MOST_LINKS = 10_000
_ENTRY = b"PK\x01\x02"
"""What each line of an archive's list of parts begins with."""
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two ways that both standards allow; another one may ask for gigabytes before it unpacks a byte."""
_CHUNK = 1 << 16

BROKEN_FILE = (
    zipfile.BadZipFile, zlib.error, EOFError, expat.ExpatError, UnicodeError, LookupError, ValueError, RuntimeError,
    NotImplementedError, OverflowError,
)  # fmt: skip
"""What reading a damaged or an encrypted document can raise."""


class _Forbidden(ValueError):  # noqa: N818 - it says what it is
    """The document declares entities, which no spreadsheet does."""


Attributes = Mapping[str, str]
"""The attributes of an element, their names with the namespace and a blank before them, if there is one."""


def bare(attributes: Attributes) -> dict[str, str]:
    """The attributes by their names without the namespace."""
    return {_local(name): value for name, value in attributes.items()}


class Reader:
    """Takes the elements of one part."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the beginning of an element, its name without the namespace."""

    def text(self, data: str) -> None:
        """Take a piece of text."""

    def end(self, name: str) -> None:
        """Take the end of an element."""


_AnyReader = TypeVar("_AnyReader", bound=Reader)


def archive_in(data: bytes) -> zipfile.ZipFile:
    """A zipped document, of which nothing is unpacked yet. Raises TooBig, or one of BROKEN."""
    if data.count(_ENTRY) > _MOST_PARTS:  # before the library makes an object of each
        raise TooBig
    return zipfile.ZipFile(BytesIO(data))


def open_part(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    """A part, to be read piece by piece. Raises one of BROKEN, also where there is none."""
    info = archive.getinfo(name)
    if info.compress_type not in _PACKED:
        raise zipfile.BadZipFile(name)
    return archive.open(info)


class Parts:
    """The parts of a document; all of them together may unpack to MOST_BYTES."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        self._left = MOST_BYTES
        self._items = MOST_ITEMS
        self._events = 0

    def read(self, name: str, reader: _AnyReader) -> _AnyReader:
        """Read a part, if it is there, by the reader, which is given back. Raises TooBig, or one of BROKEN."""
        real = self._names.get(name.lower())
        if real is not None:
            with open_part(self._archive, real) as file:
                self._parse(file, reader)
        return reader

    def _parse(self, file: IO[bytes], reader: Reader) -> None:
        names: dict[str, str] = {}
        parser = expat.ParserCreate(namespace_separator=" ", intern=names)
        parser.buffer_text = True

        depth = 0

        def start(name: str, attributes: Attributes) -> None:
            nonlocal depth
            depth += 1
            self._events += 1
            self._items -= 1 + len(attributes)
            reader.start(_local(name), attributes)

        def end(name: str) -> None:
            nonlocal depth
            depth -= 1
            reader.end(_local(name))

        def text(data: str) -> None:
            self._events += 1
            reader.text(data)

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _forbid
        fed = seen = events = 0  # where the parser stands its own index tells differently in every release of expat
        while chunk := file.read(_CHUNK):
            self._left -= len(chunk)
            parser.Parse(chunk, False)  # noqa: FBT003 - the library's own signature
            fed += len(chunk)
            if self._events != events:
                events, seen = self._events, fed
            left = self._left, self._items, DEEPEST - depth, _MOST_NAMES - len(names), LONGEST_TOKEN - fed + seen
            if min(left) < 0:
                raise TooBig
        parser.Parse(b"", True)  # noqa: FBT003 - likewise


class Link(NamedTuple):
    """What a part points to: the key that it uses for it, the kind, the part."""

    key: str
    kind: str
    target: str


def links_of(parts: Parts, part: str) -> list[Link]:
    """What a part points to inside the document; the empty name is the document's own."""
    folder, _, name = part.rpartition("/")
    found = parts.read(join(folder, "_rels", f"{name}.rels"), _Links()).found
    return [one._replace(target=normpath(join("/", folder, one.target))[1:]) for one in found]


class _Links(Reader):
    def __init__(self) -> None:
        self.found: list[Link] = []

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            if len(self.found) == MOST_LINKS:
                raise TooBig
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found.append(Link(attributes.get("Id", ""), kind, attributes.get("Target", "")))


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _forbid(*_: object) -> None:
    raise _Forbidden("entities")
