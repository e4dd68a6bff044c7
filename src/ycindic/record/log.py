"""Who wrote what, and when? A file that only grows, written before the figure itself."""

from __future__ import annotations

import csv
import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.formula import guarded_text, unguarded
from ycindic.files.merging import merge_line
from ycindic.files.streams import regular, write_all

LOG_FILE = "log.csv"
_LONGEST_LOG = 256 << 20
"""Two million lines; a longer log is written to, and read by other programs."""


class LogLine(NamedTuple):
    """One written figure: `key` names it, `old` and `new` are its value before and after, empty if none."""

    time: str
    user: str
    command: str
    key: str
    old: str
    new: str


@contextmanager
def noted(path: Path, lines: Sequence[LogLine]) -> Iterator[None]:
    """Write lines to the log, for good, before the block runs.

    Only for the holder of the lock. Where the block fails with an OSError the lines are taken back. After
    a crash between the two the log has a line too many: it tells what was about to be written. A line
    that a crash has torn stays alone on its line.
    """
    with regular(path, os.O_RDWR | os.O_CREAT | os.O_APPEND) as handle:
        size = os.fstat(handle).st_size
        try:
            write_all(handle, _text(lines, _last_byte(handle, size)).encode("utf-8", "backslashreplace"))
            os.fsync(handle)
            yield
        except OSError:
            with suppress(OSError):
                os.ftruncate(handle, size)
            raise


def _last_byte(handle: int, size: int) -> bytes:
    if not size:
        return b""
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1)


def _text(lines: Iterable[LogLine], before: bytes) -> str:
    out = StringIO()
    out.write("\n" if before not in (b"", b"\n") else "")
    writer = csv.writer(out, lineterminator="\n")
    if not before:
        writer.writerow(LogLine._fields)
    writer.writerows([_safe(cell) for cell in line] for line in lines)
    return out.getvalue()


def _safe(cell: str) -> str:
    """A cell without a formula or a line end in it."""
    return guarded_text(" ".join(cell.splitlines()))


def read_log(path: Path, problems: list[Problem]) -> list[LogLine]:
    """The lines, the oldest first; what a crash has torn is left out. Raises OSError; no file is no line.

    The marks of an unfinished merge are a fault; both sides of it were written, so they stay.
    """
    try:
        with regular(path, os.O_RDONLY) as handle, os.fdopen(os.dup(handle), "rb") as file:
            if os.fstat(handle).st_size > _LONGEST_LOG:
                raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
            data = file.read()
    except FileNotFoundError:
        return []
    if line := merge_line(data):
        problems.append(Problem(Place(str(path), line), Code.UNFINISHED_MERGE))
    text, lines = data.decode("utf-8", "replace"), []
    for one in text.split("\n"):
        with suppress(csv.Error):
            cells = next(csv.reader([one], strict=True), [])
            if len(cells) == len(LogLine._fields) and tuple(cells) != LogLine._fields:
                lines.append(LogLine(*(unguarded(cell) for cell in cells)))
    return lines
