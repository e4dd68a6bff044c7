"""To which workspace does a file belong? What belongs to one is written by `record` and its like alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ycindic.load.find import ACKNOWLEDGED, ACTUALS, REGISTRY, Folder
from ycindic.record.store import OWN

_MOST_LINKS = 40
"""Links that lead to links: so many are followed, as systems do."""


def owner(path: Path, used: Folder | None, *, figures: bool) -> Path | None:
    """The workspace whose registry, figures, log or lock the file is, or would become; None for nobody's.

    Known by where it lies, under every name on the way of its links, whatever the case of its letters; and
    by what it is, where another name of a file of the workspace in use was given. `figures` are welcome
    among the figures of another workspace in a file that is not there yet. Raises OSError where links go in circles.
    """
    for folder, name in _names(path):
        found = _by_place(folder, name, used, new=figures and not os.path.lexists(path))
        if found:
            return found
    return used.path if used and _is_one_of(path, used) else None


def _names(path: Path) -> Iterator[tuple[Path, str]]:
    """Every folder and name that lead to the file: as typed, then link by link."""
    here = path
    for _ in range(_MOST_LINKS):
        yield here.absolute().parent, here.name
        yield Path(os.path.realpath(here.parent)), here.name
        if not here.is_symlink():
            return
        here = here.parent / here.readlink()


def _by_place(folder: Path, name: str, used: Folder | None, *, new: bool) -> Path | None:
    if _same(name, REGISTRY):
        return folder
    if _same(folder.name, OWN):
        return folder.parent
    if _same(name, ACKNOWLEDGED) and os.path.lexists(folder / REGISTRY):
        return folder
    if name.casefold().rstrip(" .").endswith(".csv"):
        with suppress(OSError):  # the folder of the figures may be a link with another name
            if used and folder.samefile(used.path / ACTUALS):
                return used.path
        if not new and _same(folder.name, ACTUALS) and os.path.lexists(folder.parent / REGISTRY):
            return folder.parent
    return None


def _same(name: str, other: str) -> bool:
    """Whether two names are one on some system: letters of either case, blanks and dots at the end."""
    return name.casefold().rstrip(" .") == other


def _is_one_of(path: Path, used: Folder) -> bool:
    """Whether it is a file of the workspace in use under another name, such as a hard link."""
    with suppress(OSError):
        found = path.stat()
        return any(os.path.samestat(found, one) for one in _files(used))
    return False


def _files(used: Folder) -> Iterator[os.stat_result]:
    own = used.path / OWN
    for one in (used.registry, *used.actuals(), *(own.iterdir() if own.is_dir() else ())):
        with suppress(OSError):
            yield one.stat()
