"""In which encoding is a file written, and where does it break?"""

import codecs
from pathlib import Path
from typing import NamedTuple

CHUNK = 1 << 20
LONGEST_LINE = 2 * CHUNK
ENCODINGS = ("utf-8-sig", "gb18030")


class Scan(NamedTuple):
    """What a first look at a file's bytes found.

    `encoding` is None where neither UTF-8 nor GB18030 fits; `line` is then the line of the first
    byte that does not fit UTF-8. `too_long` is the number of a line that never ends, or 0.
    """

    encoding: str | None
    line: int = 0
    too_long: int = 0
    comments: bool = False


def scan(path: Path) -> Scan:
    """Find a file's encoding in bounded memory; raises OSError where it cannot be read."""
    lines, unbroken, comments, at_start = 1, 0, False, True
    decoders = {name: codecs.getincrementaldecoder(name)() for name in ENCODINGS}
    broken: dict[str, int] = {}
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            breaks = chunk.count(b"\n") or chunk.count(b"\r")
            unbroken = len(chunk) - chunk.rfind(b"\n") - 1 if breaks else unbroken + len(chunk)
            if unbroken > LONGEST_LINE:
                return Scan(ENCODINGS[0], too_long=lines + breaks)
            comments = comments or (b"#" in chunk and _has_comment(chunk, at_start=at_start))
            at_start = chunk.endswith((b"\n", b"\r"))
            _feed(decoders, broken, chunk, lines, final=False)
            lines += breaks
            if len(broken) == len(decoders):
                break
    _feed(decoders, broken, b"", lines, final=True)
    fitting = next((name for name in ENCODINGS if name not in broken), None)
    return Scan(fitting, line=broken.get(ENCODINGS[0], 0), comments=comments)


def _has_comment(chunk: bytes, *, at_start: bool) -> bool:
    """Whether a line of the chunk begins with #."""
    first = at_start and chunk.removeprefix(codecs.BOM_UTF8).startswith(b"#")
    return first or b"\n#" in chunk or b"\r#" in chunk


def _feed(
    decoders: dict[str, codecs.IncrementalDecoder], broken: dict[str, int], chunk: bytes, line: int, *, final: bool
) -> None:
    """Try a chunk in the encodings that still fit, the second only where the first has failed."""
    for name, decoder in decoders.items():
        if name in broken:
            continue
        try:
            decoder.decode(chunk, final)
        except UnicodeDecodeError as error:
            broken[name] = line + error.object[: error.start].count(b"\n")


def decoded(data: bytes) -> str | None:
    """The text of a small file, its line ends as they are; None where no encoding fits."""
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
