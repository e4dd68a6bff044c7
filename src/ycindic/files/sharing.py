"""Who besides us may read and write what we make in a folder that several people share?"""

import os
from contextlib import suppress
from pathlib import Path

_SHARED = 0o066
_FOLDER_SHARED = 0o2077


def share_with_group(path: Path, folder: Path) -> None:
    """Let those write a new file, or list a new folder, who may do so in the folder that it belongs to.

    The umask of whoever comes first would else lock the others out. What others own is left as it is.
    """
    theirs = folder.stat()
    mine = path.stat()
    extra = _FOLDER_SHARED if path.is_dir() else _SHARED
    mode = mine.st_mode & 0o7777 | theirs.st_mode & extra
    with suppress(OSError):
        if hasattr(os, "chown") and mine.st_gid != theirs.st_gid and theirs.st_mode & 0o020:
            os.chown(path, -1, theirs.st_gid)
        if mode != mine.st_mode & 0o7777:
            path.chmod(mode)
