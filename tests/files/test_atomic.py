"""A file is the old one or the new one, whatever happens in between."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ycindic.files import atomic
from ycindic.files.atomic import LEFTOVER, Changed, prepared, replace, sweep

WRITING = """
import os, resource, sys
from pathlib import Path
from ycindic.files.atomic import replace
{before}
try:
    replace(Path(sys.argv[1]), b"new" * 1000)
except OSError as error:
    print(os.strerror(error.errno))
"""


def written_by_another(path, before: str) -> str:
    program = WRITING.format(before=before)
    return subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True).stdout


def names(folder) -> set[str]:
    return {one.name for one in folder.iterdir()}


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == {"a.csv"}


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "a.csv").symlink_to("real.csv")
    replace(tmp_path / "a.csv", b"new")
    assert (tmp_path / "a.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"old")
    said = written_by_another(tmp_path / "a.csv", "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))")
    assert said == "File too large\n"
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    assert names(tmp_path) == {"a.csv"}


def test_a_read_only_folder_leaves_the_old_file(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"old")
    tmp_path.chmod(0o555)
    before = "os.setgid(65534); os.setuid(65534)" if os.getuid() == 0 else ""
    folder = tmp_path
    while folder != folder.parent and os.getuid() == 0:
        folder = folder.parent
        if folder.stat().st_mode & 0o005 != 0o005:
            folder.chmod(folder.stat().st_mode | 0o005)
    assert written_by_another(tmp_path / "a.csv", before) == "Permission denied\n"
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    tmp_path.chmod(0o755)


def test_a_file_that_nobody_may_write_is_not_written(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "a.csv").chmod(0o444)
    with pytest.raises(PermissionError):
        replace(tmp_path / "a.csv", b"new")
    assert (tmp_path / "a.csv").read_bytes() == b"old"


def test_a_file_that_somebody_else_has_changed_is_not_overwritten(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with prepared(path, b"new") as new:
        path.write_bytes(b"theirs")
        with pytest.raises(Changed):
            new.take_place(of=b"old")
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == {"a.csv"}


def test_a_file_that_somebody_else_has_removed_is_not_made_again(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with prepared(path, b"new") as new:
        path.unlink()
        with pytest.raises(Changed):
            new.take_place(of=b"old")
    assert names(tmp_path) == set()


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_never_takes_the_place_of_one_that_came_first(tmp_path, monkeypatch, links):
    if not links:
        monkeypatch.setattr(atomic.os, "link", _no_links)
    with prepared(tmp_path / "a.csv", b"mine") as new:
        new.appear()
    with pytest.raises(FileExistsError), prepared(tmp_path / "a.csv", b"theirs") as new:
        new.appear()
    assert (tmp_path / "a.csv").read_bytes() == b"mine"
    assert names(tmp_path) == {"a.csv"}


def _no_links(*_):
    raise OSError(1, "no links here")


def test_what_a_dead_process_left_is_swept_and_nothing_else(tmp_path):
    for name in (f".a.csv.x1{LEFTOVER}", "a.csv", ".hidden", f"kept{LEFTOVER}"):
        (tmp_path / name).write_bytes(b"")
    sweep(tmp_path)
    assert names(tmp_path) == {"a.csv", ".hidden", f"kept{LEFTOVER}"}


def test_what_is_no_regular_file_is_not_renamed_over(tmp_path):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for name in ("folder", "pipe", "link"):
        with pytest.raises(OSError, match="no regular file"):
            replace(tmp_path / name, b"new")
    assert (tmp_path / "pipe").is_fifo()
    assert names(tmp_path) == {"folder", "pipe", "link"}
