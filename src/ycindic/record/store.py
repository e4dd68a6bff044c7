"""How does a change reach the workspace: one writer, inside the folder, logged first, whole or not at all?"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from pathlib import Path
from typing import NamedTuple

import ycindic
from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.atomic import Changed, prepared, replace, sweep, writable
from ycindic.files.lock import Held, locked
from ycindic.files.refused import system_reason
from ycindic.files.sharing import share_with_group
from ycindic.load.find import ACTUALS, Folder
from ycindic.record import last, log

OWN = ".ycindic"
"""The folder of a workspace that holds the lock and the log."""

_IMPORTED = "imported"
"""Its list of the files that imports have written."""

_FULL = frozenset({ENOSPC, EDQUOT, EFBIG})
_FORBIDDEN = frozenset({EACCES, EPERM, EROFS})


class Writer(NamedTuple):
    """Who writes: for the log, and for whoever waits for the lock; `clock` tells the time of each write."""

    user: str
    command: str
    clock: Callable[[], str]
    process: str

    def lines(self, changes: Iterable[tuple[str, str, str]]) -> list[log.LogLine]:
        """The lines of the log that tell changes (key, old value, new value), all of this moment.

        Under the lock only: then the times of the log rise from line to line.
        """
        now = self.clock()
        return [log.LogLine(now, self.user, self.command, *one) for one in changes]


class Draft(NamedTuple):
    """What a file shall become; `old` is what it was when the change was made up, None for no file.

    `imported` tells that it is a table of somebody else, to which nothing is ever added.
    """

    path: Path
    old: bytes | None
    new: bytes
    imported: bool = False


def refusal(folder: Folder) -> Problem | None:
    """Why nothing at all may be written to a workspace."""
    if folder.bundled or in_package(folder.path):
        return Problem(Place(str(folder.path)), Code.BUNDLED)
    if not folder.registry.is_file():
        return Problem(Place(str(folder.registry)), Code.NO_WORKSPACE)
    own = (folder.path / OWN, *(folder.path / OWN / name for name in (log.LOG_FILE, last.LAST_WRITE_FILE, _IMPORTED)))
    return next((stop for one in own if (stop := outside(folder, one))), None)


def in_package(path: Path) -> bool:
    """Whether a place came with the program: the next installation would take away what is written there."""
    return path.resolve().is_relative_to(Path(ycindic.__file__).resolve().parent)


@contextmanager
def one_writer(folder: Folder, writer: Writer) -> Iterator[Path]:
    """Hold the workspace's lock; gives the folder of the log. Raises Held or OSError."""
    own = folder.path / OWN
    if not own.is_dir():
        own.mkdir(exist_ok=True)
        share_with_group(own, folder.path)
    holder = f"{writer.user}, {writer.command}, {writer.process}, {writer.clock()}"
    with locked(own / "lock", holder):
        for name in ("lock", "lock-holder"):
            share_with_group(own / name, own)
        for one in (folder.path / ACTUALS, own):  # before any look at a file: a dead writer may have left it two names
            sweep(one)
        yield own


def carry_out(folder: Folder, draft: Draft, lines: Sequence[log.LogLine]) -> Problem | None:
    """Write a draft under the lock: the new content beside the old, then the log, then the rename."""
    stop = outside(folder, draft.path)
    if stop:
        return stop
    own = folder.path / OWN
    name = draft.path.relative_to(folder.path).as_posix()
    write = last.last_write(lines[0].time, lines[0].command, name, draft.old, draft.new, lines)
    try:
        if not draft.path.parent.is_dir():
            draft.path.parent.mkdir(exist_ok=True)
            share_with_group(draft.path.parent, folder.path)
        if draft.imported:
            _note_import(own, draft.path.name)
        with (
            prepared(draft.path, draft.new) as new,
            log.noted(own / log.LOG_FILE, lines),
            last.remembered(own / last.LAST_WRITE_FILE, write),
        ):
            share_with_group(own / log.LOG_FILE, own)
            share_with_group(own / last.LAST_WRITE_FILE, own)
            if draft.old is None:
                new.appear()
                share_with_group(draft.path, draft.path.parent)
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


def take_away(folder: Folder, draft: Draft, lines: Sequence[log.LogLine], *, whole: bool) -> Problem | None:
    """Make a file, under the lock, what it was before; `whole` takes the file itself away. The log comes first."""
    own = folder.path / OWN
    try:
        with prepared(draft.path, draft.new) as new, log.noted(own / log.LOG_FILE, lines):
            if not whole:
                new.take_place(of=draft.old)
            elif draft.path.read_bytes() == draft.old:
                draft.path.unlink()
            else:
                return Problem(Place(str(draft.path)), Code.CHANGED)
    except Changed:
        return Problem(Place(str(draft.path)), Code.CHANGED)
    except OSError as error:
        return failure(error, draft.path)
    return None


def _note_import(own: Path, name: str) -> None:
    """Keep the name of a file that an import writes; a name too many, after a crash, does no harm."""
    known = imported(own.parent)
    if name not in known:
        replace(own / _IMPORTED, "".join(f"{one}\n" for one in (*sorted(known), name)).encode())
        share_with_group(own / _IMPORTED, own)


def imported(folder: Path) -> frozenset[str]:
    """The names of the files in a workspace that imports have written."""
    path = folder / OWN / _IMPORTED
    with suppress(OSError, UnicodeDecodeError):
        if path.is_file() and path.stat().st_size <= last.LARGEST:
            return frozenset(path.read_text(encoding="utf-8").splitlines())
    return frozenset()


def failure(error: OSError | Held, path: Path) -> Problem:
    """Why writing failed, as a fault that its reader can mend."""
    if isinstance(error, Held):
        return Problem(Place(str(path)), Code.LOCKED, seen=error.holder)
    code = Code.NO_SPACE if error.errno in _FULL else Code.NO_RIGHTS if error.errno in _FORBIDDEN else Code.UNWRITABLE
    return Problem(Place(str(path)), code, detail=system_reason(error))


def outside(folder: Folder, path: Path) -> Problem | None:
    """Whether a path leads out of the workspace, by links or otherwise."""
    if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder.path)):
        return None
    return Problem(Place(str(path)), Code.OUTSIDE)
