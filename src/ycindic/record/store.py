"""How does a change reach the workspace: one writer, inside the folder, logged first, whole or not at all?"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from pathlib import Path
from typing import NamedTuple

import ycindic
from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.atomic import Changed, prepared, sweep, writable
from ycindic.files.lock import Held, locked
from ycindic.files.sharing import share
from ycindic.load.find import Folder
from ycindic.record import log

OWN = ".ycindic"
"""The folder of a workspace that holds the lock and the log."""

FULL = frozenset({ENOSPC, EDQUOT, EFBIG})
FORBIDDEN = frozenset({EACCES, EPERM, EROFS})


class Writer(NamedTuple):
    """Who writes: for the log, and for whoever waits for the lock."""

    user: str
    command: str
    time: str
    process: str


class Draft(NamedTuple):
    """What a file shall become; `old` is what it was when the change was made up, None for no file."""

    path: Path
    old: bytes | None
    new: bytes


def refusal(folder: Folder) -> Problem | None:
    """Why nothing at all may be written to a workspace."""
    package = Path(ycindic.__file__).resolve().parent
    if folder.bundled or folder.path.resolve().is_relative_to(package):
        return Problem(Place(str(folder.path)), Code.BUNDLED)
    if not folder.registry.is_file():
        return Problem(Place(str(folder.registry)), Code.NO_WORKSPACE)
    return _outside(folder, folder.path / OWN) or _outside(folder, folder.path / OWN / log.NAME)


@contextmanager
def one_writer(folder: Folder, writer: Writer) -> Iterator[Path]:
    """Hold the workspace's lock; gives the folder of the log. Raises Held or OSError."""
    own = folder.path / OWN
    if not own.is_dir():
        own.mkdir(exist_ok=True)
        share(own, folder.path)
    holder = f"{writer.user}, {writer.command}, {writer.process}, {writer.time}"
    with locked(own / "lock", holder):
        for name in ("lock", "lock-holder"):
            share(own / name, own)
        yield own


def carry_out(folder: Folder, draft: Draft, lines: Sequence[log.Line]) -> Problem | None:
    """Write a draft under the lock: the new content beside the old, then the log, then the rename."""
    outside = _outside(folder, draft.path)
    if outside:
        return outside
    try:
        if not draft.path.parent.is_dir():
            draft.path.parent.mkdir(exist_ok=True)
            share(draft.path.parent, folder.path)
        sweep(draft.path.parent)
        with prepared(draft.path, draft.new) as new, log.noted(folder.path / OWN / log.NAME, lines):
            share(folder.path / OWN / log.NAME, folder.path / OWN)
            if draft.old is None:
                new.appear()
                share(draft.path, draft.path.parent)
            else:
                new.take_place(of=draft.old)
    except (FileExistsError, Changed):
        return Problem(Place(str(draft.path)), Code.CHANGED)
    except OSError as error:
        return failure(error, draft.path)
    return None


def unwritable(path: Path) -> Problem | None:
    """Why a file could not be written, known before anything is asked."""
    try:
        if path.exists():
            writable(Path(os.path.realpath(path)), path.stat())
        elif path.parent.is_dir() and not os.access(path.parent, os.W_OK | os.X_OK):
            raise PermissionError(EACCES, os.strerror(EACCES), str(path.parent))
    except OSError as error:
        return failure(error, path)
    return None


def failure(error: OSError | Held, path: Path) -> Problem:
    """Why writing failed, as a fault that its reader can mend."""
    if isinstance(error, Held):
        return Problem(Place(str(path)), Code.LOCKED, seen=error.holder)
    code = Code.NO_SPACE if error.errno in FULL else Code.NO_RIGHTS if error.errno in FORBIDDEN else Code.UNWRITABLE
    return Problem(Place(str(path)), code, detail=error.strerror or type(error).__name__)


def _outside(folder: Folder, path: Path) -> Problem | None:
    """Whether a path leads out of the workspace, by links or otherwise."""
    if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder.path)):
        return None
    return Problem(Place(str(path)), Code.OUTSIDE)
