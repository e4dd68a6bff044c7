"""Who may write now? One process at a time, by a lock that dies with its holder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ycindic.files.streams import regular

WAIT_SECONDS = 30.0
_POLL_SECONDS = 0.02


class Held(Exception):  # noqa: N818 - no fault: somebody else is at work
    """The lock was not to be had in time; `holder` is what its holder wrote about itself, perhaps nothing."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def locked(path: Path, holder: str, wait_seconds: float | None = None) -> Iterator[None]:
    """Hold the lock of a file while the block runs, waiting for it as long as told (default `WAIT_SECONDS`).

    The kernel lets go of the lock when its process ends, however it ends. The file itself stays: taking
    it away would let two processes lock two files of one name. Who holds the lock stands in a second
    file, for a locked file cannot be read everywhere. Raises Held, or OSError where the file system
    knows no locks or cannot be written.
    """
    from filelock import FileLock, Timeout

    seconds = WAIT_SECONDS if wait_seconds is None else wait_seconds
    lock = FileLock(path, timeout=seconds, poll_interval=_POLL_SECONDS, fallback_to_soft=False, preserve_lock_file=True)
    try:
        lock.acquire()
    except Timeout:
        raise Held(_told(path)) from None
    try:
        _tell(path, holder)
        yield
    finally:
        _tell(path, "")
        lock.release()


def _name_tag(path: Path) -> Path:
    return path.with_name(f"{path.name}-holder")


def _tell(path: Path, holder: str) -> None:
    """Write who holds the lock; that is only a courtesy, so a full disk, or a pipe in its place, does not matter."""
    with suppress(OSError), regular(_name_tag(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as handle:
        os.write(handle, holder.encode("utf-8", "backslashreplace"))


def _told(path: Path) -> str:
    with suppress(OSError), regular(_name_tag(path), os.O_RDONLY) as handle:
        return os.read(handle, 500).decode("utf-8", "replace").strip()
    return ""
