"""Colleagues share a folder: what one makes there the others can use, what one rewrites stays as it was shared."""

from __future__ import annotations

import errno
import os
import stat

import pytest

from ycindic.files.atomic import replace
from ycindic.files.sharing import share_with_group
from ycindic.files.streams import regular

ROOT = hasattr(os, "getuid") and os.getuid() == 0
OTHERS = 65534


def mode(path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def masked():
    old = os.umask(0o077)
    yield
    os.umask(old)


def test_what_is_made_in_a_shared_folder_is_shared(tmp_path, masked):
    tmp_path.chmod(0o2775)
    path, folder = tmp_path / "a.csv", tmp_path / "own"
    path.write_bytes(b"")
    folder.mkdir()
    share_with_group(path, tmp_path)
    share_with_group(folder, tmp_path)
    assert (mode(path), mode(folder) & 0o777) == (0o600 | 0o064, 0o700 | 0o075)
    assert mode(folder) & stat.S_ISGID


def test_what_is_made_in_a_folder_of_ones_own_stays_ones_own(tmp_path, masked):
    tmp_path.chmod(0o700)
    path = tmp_path / "a.csv"
    path.write_bytes(b"")
    share_with_group(path, tmp_path)
    assert mode(path) == 0o600


@pytest.mark.skipif(not ROOT, reason="only root can give a file away")
def test_a_colleagues_file_keeps_its_owner_and_its_group(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    os.chown(path, OTHERS, OTHERS)
    path.chmod(0o664)
    replace(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid, mode(path)) == (OTHERS, OTHERS, 0o664)


def test_a_group_that_we_cannot_give_stops_the_writing(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    if ROOT:
        os.chown(path, -1, OTHERS)
    else:
        pytest.skip("needs a file of another group")

    def forbidden(*_: object) -> None:
        raise PermissionError(errno.EPERM, "not yours")

    monkeypatch.setattr(os, "chown", forbidden)
    with pytest.raises(PermissionError):
        replace(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_a_file_of_two_names_is_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    (tmp_path / "b.csv").hardlink_to(path)
    with pytest.raises(OSError, match="hard links") as found:
        replace(path, b"new")
    assert found.value.errno == errno.EMLINK
    assert (tmp_path / "b.csv").read_bytes() == b"old"


def test_extended_attributes_are_kept(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.origin", b"office")
    except (OSError, AttributeError):
        pytest.skip("a file system without extended attributes")
    replace(path, b"new")
    assert os.getxattr(path, "user.origin") == b"office"


@pytest.mark.parametrize("flags", [os.O_RDONLY, os.O_WRONLY, os.O_RDWR])
def test_a_pipe_in_a_files_place_is_refused_at_once(tmp_path, flags):
    os.mkfifo(tmp_path / "p")
    with pytest.raises(OSError), regular(tmp_path / "p", flags):  # noqa: PT011 - each flag has its own
        pass


@pytest.mark.skipif(not ROOT, reason="only root can make a device")
def test_a_device_in_a_files_place_is_refused(tmp_path):
    path = tmp_path / "zero"
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        pytest.skip("no devices here")
    os.close(handle)
    with pytest.raises(OSError, match="no regular file"), regular(path, os.O_RDONLY):
        pass
