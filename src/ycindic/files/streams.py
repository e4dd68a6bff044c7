"""What stands at a path that is no regular file, and how do bytes get into it?"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DESCRIPTORS = re.compile(r"/dev/fd|/proc/\d+(/task/\d+)?/fd")
_MOST_LINKS = 40


def open_stream(path: Path) -> int | None:
    """Open what takes bytes one after the other: a pipe, a terminal, a device such as /dev/null, a stream of ours.

    None for a regular file, for nothing at all and for what else only a name can be given to. A pipe that
    nobody reads makes its writer wait, as everywhere. Raises OSError for a folder, a disk, a socket.
    """
    number = _descriptor(path)
    if number is not None:
        return os.dup(number)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not (stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)):
        raise OSError(errno.ENOTSUP, "no regular file", str(path))
    return os.open(path, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))


@contextmanager
def regular(path: Path, flags: int) -> Iterator[int]:
    """A handle of a regular file, not of a link to one, made with rights for all that the umask leaves.

    Raises OSError, and neither waits nor reads, where a pipe or a device has taken its place.
    """
    never_waiting = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags | never_waiting, 0o666)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.ENOTSUP, "no regular file", str(path))
        yield handle
    finally:
        os.close(handle)


def _descriptor(path: Path) -> int | None:
    """The number that `/dev/stdout`, `/dev/fd/3` and their like mean in this process."""
    for _ in range(_MOST_LINKS):
        folder = os.path.realpath(path.parent)
        mine = folder.startswith((f"/proc/{os.getpid()}/", "/dev/"))
        if path.name.isdecimal() and mine and _DESCRIPTORS.fullmatch(folder):
            return int(path.name)
        if not path.is_symlink():
            return None
        path = path.parent / path.readlink()
    return None


def write_all(handle: int, data: bytes) -> None:
    """Write every byte; raises OSError where the reader is gone or the device is full."""
    while data:
        data = data[os.write(handle, data) :]
