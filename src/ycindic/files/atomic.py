"""How does a file change so that it is always either the old one or the new one, whole?"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LEFTOVER = ".ycindic-tmp"
"""How the names of files end that a dead process may leave behind; no reader of figures takes them."""


class Changed(OSError):  # noqa: N818 - no fault: somebody else was at work
    """Somebody else wrote the file after it was read here."""


def replace(path: Path, content: bytes) -> None:
    """Write to a temporary file beside the old one, flush it to the disk, then rename.

    Raises OSError, and leaves the old file as it was, where any of that fails.
    """
    with prepared(path, content) as new:
        new.take_place()


def writable(path: Path, old: os.stat_result) -> None:
    """Raise the OSError that says why the content of a file that is there may not be replaced, if it may not."""
    if not stat.S_ISREG(old.st_mode):
        raise OSError(errno.ENOTSUP, "no regular file", str(path))
    if not old.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    if old.st_nlink > 1:
        raise OSError(errno.EMLINK, f"{old.st_nlink} names (hard links)", str(path))


@contextmanager
def prepared(path: Path, content: bytes) -> Iterator[Prepared]:
    """The new content of a file, already on the disk beside the old one, until it takes its place.

    Where it never does, it is gone afterwards and the old file is as it was. A link is followed. A
    file that we may not write, or nobody (mode 444), is refused, although a rename could take its place,
    and so are what is no regular file (a device, a pipe, a folder), and what a new file could not be: one of
    several names, or with a group or attributes that we cannot give.
    """
    path = Path(os.path.realpath(path))
    old = path.stat() if path.exists() else None
    if old is not None:
        writable(path, old)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:20]}.", suffix=LEFTOVER)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _take_over(Path(name), path, old)
        yield Prepared(Path(name), path)
    finally:
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)


class Prepared:
    """A new content that waits for its name."""

    def __init__(self, temporary: Path, path: Path) -> None:
        self._temporary = temporary
        self.path = path

    def take_place(self, *, of: bytes | None = None) -> None:
        """Become the file, at once and for good; raises Changed if the file is no longer `of`.

        The comparison and the rename are two calls: a program that does not know our lock and
        writes in the microseconds between them is not noticed.
        """
        if of is not None and (not self.path.exists() or self.path.read_bytes() != of):
            raise Changed(errno.EBUSY, "", str(self.path))
        self._temporary.replace(self.path)
        flush_folder(self.path.parent)

    def appear(self) -> None:
        """Become a file that was not there before; raises FileExistsError if it is there by now."""
        try:
            os.link(self._temporary, self.path)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if self.path.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(self.path)) from None
            self._temporary.replace(self.path)
        flush_folder(self.path.parent)


def sweep(folder: Path) -> None:
    """Take away what processes that died while writing have left; only for the holder of the lock."""
    with suppress(OSError):
        for one in folder.iterdir():
            if one.name.startswith(".") and one.name.endswith(LEFTOVER):
                with suppress(OSError):
                    one.unlink()


def _take_over(new: Path, path: Path, old: os.stat_result | None) -> None:
    """Give a new file the group, rights and attributes of the old one, and its owner where we may.

    Raises OSError where the group or an attribute is lost: colleagues could then no longer read or write it.
    """
    if old is None:
        new.chmod(0o666 & ~_umask())
        return
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, old.st_uid, -1)
        if new.stat().st_gid != old.st_gid:
            os.chown(new, -1, old.st_gid)
    new.chmod(old.st_mode & 0o7777)
    if hasattr(os, "listxattr"):
        _copy_attributes(path, new)


def _copy_attributes(old: Path, new: Path) -> None:
    """The extended attributes, among them access lists; what the system gives every file by itself is left."""
    try:
        names = os.listxattr(old)
    except OSError:  # a file system without any
        return
    for name in names:
        value = os.getxattr(old, name)
        try:
            same = os.getxattr(new, name) == value
        except OSError:
            same = False
        if not same:
            os.setxattr(new, name, value)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def flush_folder(folder: Path) -> None:
    """Make the rename itself last; not every system can open a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
