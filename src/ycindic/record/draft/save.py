"""How does a draft get to the disk: beside the report, never over anything, whole or not at all, under the lock?"""

from pathlib import Path

from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.atomic import Changed, prepared
from ycindic.files.lock import Held
from ycindic.load.find import Folder
from ycindic.record.store import Writer, failure, one_writer


def save_new(files: dict[Path, str], writer: Writer) -> Problem | None:
    """Write files that are not there yet; none where one of them is there. The fault, or nothing."""
    for path in files:
        if path.exists() or path.is_symlink():
            return Problem(Place(str(path)), Code.THERE_ALREADY)
    path = next(iter(files))
    try:
        with one_writer(Folder(path.parent), writer):
            for path, text in files.items():
                with prepared(path, text.encode("utf-8", "backslashreplace")) as new:
                    new.appear()
    except FileExistsError:
        return Problem(Place(str(path)), Code.THERE_ALREADY)
    except (OSError, Held) as error:
        return failure(error, path)
    return None


def save_over(path: Path, old: bytes, new: bytes, writer: Writer) -> Problem | None:
    """Put a merged registry in the place of the one that was read; refused where somebody wrote it meanwhile."""
    try:
        with one_writer(Folder(path.parent), writer), prepared(path, new) as ready:
            ready.take_place(of=old)
    except Changed:
        return Problem(Place(str(path)), Code.CHANGED)
    except (OSError, Held) as error:
        return failure(error, path)
    return None
