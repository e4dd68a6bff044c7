"""What was the last write of a workspace? Kept beside the log, so that it can be taken back."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ycindic.files.atomic import replace
from ycindic.record.log import LogLine

LAST_WRITE_FILE = "last-write.json"
LARGEST = 8 << 20


class Write(NamedTuple):
    """A write: its command and time, the file below the workspace, what it was and what it became.

    Rows are only ever added, so the file as it was is the beginning of what it became: its length and digest are
    enough. `size` is -1 where there was no file. `lines` are key, old and new value of each figure; a registry,
    in whose middle lines are put, has none.
    """

    time: str
    command: str
    path: str
    size: int
    old: str
    new: str
    lines: tuple[tuple[str, str, str], ...]

    def before(self, now: bytes) -> bytes | None:
        """The file as it was; None where there was none, or where `now` is not what the write left."""
        return now[: self.size] if self.size >= 0 and self.left(now) else None

    def left(self, now: bytes | None) -> bool:
        """Whether the file is as the write left it."""
        return now is not None and _digest(now) == self.new and (self.size < 0 or _digest(now[: self.size]) == self.old)

    def is_gone(self, now: bytes | None) -> bool:
        """Whether the file is as it was before the write: taken back already, or never carried out."""
        return now is None if self.size < 0 else now is not None and _digest(now) == self.old


def _digest(data: bytes) -> str:
    """What tells one content from another."""
    return sha256(data).hexdigest()


@contextmanager
def remembered(place: Path, write: Write) -> Iterator[None]:
    """Keep a write before it happens in the block; where that fails with an OSError the one before is kept again."""
    before = place.read_bytes() if place.is_file() and place.stat().st_size <= LARGEST else None
    replace(place, json.dumps(write._asdict(), ensure_ascii=False).encode("utf-8", "backslashreplace"))
    try:
        yield
    except OSError:
        with suppress(OSError):
            if before is None:
                place.unlink()
            else:
                replace(place, before)
        raise


def last_write(
    time: str, command: str, path: str, old: bytes | None, new: bytes, lines: Sequence[LogLine] = ()
) -> Write:
    """The write that makes one content of another."""
    size, was = (-1, "") if old is None else (len(old), _digest(old))
    told = tuple((one.key, one.old, one.new) for one in lines)
    return Write(time, command, path, size, was, _digest(new), told)


def read_last(place: Path) -> Write | None:
    """The last write; None where there is none, or nobody can say. Raises OSError."""
    if not place.is_file() or place.stat().st_size > LARGEST:
        return None
    try:
        found = json.loads(place.read_bytes())
        texts = [str(found[name]) for name in ("time", "command", "path", "old", "new")]
        lines = tuple((str(key), str(old), str(new)) for key, old, new in found["lines"])
        os.fsencode(texts[2])
        if "\0" in texts[2]:
            return None  # no file has such a name
        return Write(texts[0], texts[1], texts[2], int(found["size"]), texts[3], texts[4], lines)
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return None
