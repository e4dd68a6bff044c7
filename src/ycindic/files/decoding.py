"""In which encoding is a file written, and where does it break?"""

import codecs
from pathlib import Path
from typing import NamedTuple

from ycindic.files.merging import LONGEST_MARK, merge_line

CHUNK = 1 << 20
LONGEST_LINE = 2 * CHUNK
ENCODINGS = ("utf-8", "gb18030")
BYTE_ORDER_MARK = "\ufeff"
"""The byte order mark, decoded: the first character of many a file, and no part of it."""
_FIRST_COMMENTS = (b"#", codecs.BOM_UTF8 + b"#", b"\x84\x31\x95\x33#")
"""A comment at the very beginning: bare, or behind the mark as either encoding writes it."""


class Scan(NamedTuple):
    """What a first look at a file's bytes found.

    `encoding` is None where neither UTF-8 nor GB18030 fits; `line` is then the line of the first
    byte that does not fit UTF-8. `too_long` is the number of a line that never ends, `unmerged` that of
    the first mark of a merge, or 0.
    """

    encoding: str | None
    line: int = 0
    too_long: int = 0
    comments: bool = False
    unmerged: int = 0


def sniff(path: Path) -> Scan:
    """Find a file's encoding in bounded memory; raises OSError where it cannot be read.

    The second encoding is tried, and its codec loaded, only where the first does not fit.
    """
    first = _scan_as(path, ENCODINGS[0])
    if first.encoding:
        return first
    second = _scan_as(path, ENCODINGS[1])
    return second if second.encoding else first


def _scan_as(path: Path, encoding: str) -> Scan:
    lines, unbroken, comments, at_start = 1, 0, False, True
    edge, unmerged = b"", 0
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        while True:
            chunk = file.read(CHUNK)
            try:
                decoder.decode(chunk, not chunk)
            except UnicodeDecodeError as error:
                return Scan(None, line=lines + error.object[: error.start].count(b"\n"))
            if not chunk:
                unmerged = unmerged or (lines if merge_line(edge) else 0)
                return Scan(encoding, comments=comments, unmerged=unmerged)
            breaks = chunk.count(b"\n") or chunk.count(b"\r")
            unbroken = len(chunk) - chunk.rfind(b"\n") - 1 if breaks else unbroken + len(chunk)
            if unbroken > LONGEST_LINE:
                return Scan(encoding, too_long=lines + breaks)
            comments = comments or (b"#" in chunk and _has_comment(chunk, at_start=at_start))
            if not unmerged:  # a line that the chunk cuts is judged with the next one, by its beginning
                whole, _, cut = (edge + chunk).rpartition(b"\n")
                found, edge = merge_line(whole), cut[:LONGEST_MARK]
                unmerged = lines + found - 1 if found else 0
            at_start = chunk.endswith((b"\n", b"\r"))
            lines += breaks


def _has_comment(chunk: bytes, *, at_start: bool) -> bool:
    """Whether a line of the chunk begins with #."""
    first = at_start and chunk.startswith(_FIRST_COMMENTS)
    return first or b"\n#" in chunk or b"\r#" in chunk


def decoded(data: bytes) -> str | None:
    """The text of a small file, its line ends as they are; None where no encoding fits."""
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding).removeprefix(BYTE_ORDER_MARK)
        except UnicodeDecodeError:
            continue
    return None
