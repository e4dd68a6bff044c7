"""How does a draft get to the disk: beside the report, never over anything, whole or not at all, under the lock?"""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.atomic import Changed, prepared
from ycindic.files.lock import Held
from ycindic.files.sharing import share_with_group
from ycindic.load.find import Folder
from ycindic.record.last import LAST_WRITE_FILE, last_write, remembered
from ycindic.record.store import OWN, Writer, failure, in_package, one_writer, outside


def save_new(files: Sequence[tuple[Path, str]], writer: Writer) -> Problem | None:
    """Write files that are not there yet: all of them, or none. The fault, or nothing.

    The folder of each is made where it is missing and the folder above it is there.
    """
    names = [os.path.realpath(path) for path, _ in files]
    for number, (path, _) in enumerate(files):
        if os.path.lexists(path) or names[number] in names[:number]:
            return Problem(Place(str(path)), Code.THERE_ALREADY)
    path = files[0][0]
    made: list[Path] = []
    try:
        with ExitStack() as folders, ExitStack() as waiting:
            for one in dict.fromkeys(file.parent for file, _ in files):
                folders.enter_context(_there(one))
            folders.enter_context(one_writer(Folder(path.parent), writer))
            ready = []
            for path, text in files:
                ready.append(waiting.enter_context(prepared(path, text.encode("utf-8", "backslashreplace"))))
            for new in ready:
                path = new.path
                new.appear()
                made.append(path)
    except (OSError, Held) as error:
        for written in made:
            written.unlink(missing_ok=True)
        if isinstance(error, FileExistsError) and os.path.lexists(path):
            return Problem(Place(str(path)), Code.THERE_ALREADY)
        return failure(error, path)
    return None


@contextmanager
def _there(folder: Path) -> Iterator[None]:
    """A folder, made where it is missing and taken away again where nothing comes into it."""
    missing = not folder.exists()
    folder.mkdir(exist_ok=True)
    try:
        yield
    finally:
        if missing and not any(folder.iterdir()):
            folder.rmdir()


def save_over(path: Path, old: bytes, new: bytes, writer: Writer) -> Problem | None:
    """Put a merged registry in the place of the one that was read; refused where somebody wrote it meanwhile.

    It is remembered as the last write, so that `undo` takes no older one back in its stead.
    """
    folder = Folder(path.parent)
    if in_package(path):
        return Problem(Place(str(path)), Code.BUNDLED)
    if stop := outside(folder, folder.path / OWN / LAST_WRITE_FILE):
        return stop
    write = last_write(writer.clock(), writer.command, path.name, old, new)
    try:
        with one_writer(folder, writer) as own, prepared(path, new) as ready, remembered(own / LAST_WRITE_FILE, write):
            share_with_group(own / LAST_WRITE_FILE, own)
            ready.take_place(of=old)
    except Changed:
        return Problem(Place(str(path)), Code.CHANGED)
    except (OSError, Held) as error:
        return failure(error, path)
    return None
