"""In an office's shared folder nobody is locked out, and nobody waits for what stands where our own files are."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time

import pytest

from ycindic.files import lock

FIGURE = ("record", "jobs", "2026-03", "1.3", "--published", "2026-04-20", "--as-of", "2026-07-31", "--lang", "en")


@pytest.fixture
def masked():
    old = os.umask(0o077)
    yield
    os.umask(old)


def test_the_first_writers_umask_locks_nobody_out(desk, masked):
    for folder in (desk.folder, desk.folder / "actuals"):
        folder.chmod(0o2775)
    assert desk.run(*FIGURE).code == 0
    own = desk.folder / ".ycindic"
    assert own.stat().st_mode & 0o070 == 0o070
    for path in (*own.iterdir(), *(desk.folder / "actuals").glob("recorded.csv")):
        assert path.stat().st_mode & 0o060 == 0o060, path


def test_a_read_only_file_is_said_before_anything_is_asked(desk):
    assert desk.run(*FIGURE).code == 0
    path = next(one for one in (desk.folder / "actuals").iterdir() if b"1.3" in one.read_bytes())
    path.chmod(0o444)
    said = desk.run("record", "jobs", "2026-04", "9999", "--published", "2026-05-20", "--lang", "en")
    assert said.code == 2
    assert "[no-rights]" in said.err
    assert "unit-slip" not in said.out + said.err


def test_a_file_of_two_names_is_not_torn_apart(desk):
    assert desk.run(*FIGURE).code == 0
    path = next(one for one in (desk.folder / "actuals").iterdir() if b"1.3" in one.read_bytes())
    (desk.folder / "copy.csv").hardlink_to(path)
    said = desk.run("record", "jobs", "2026-04", "1.8", "--published", "2026-05-20", "--lang", "en")
    assert said.code == 2
    assert "hard links" in said.err


@pytest.mark.parametrize("name", ["lock-holder", "log.csv"])
def test_a_pipe_in_the_place_of_our_files_makes_nobody_wait(desk, monkeypatch, name):
    monkeypatch.setattr(lock, "WAIT_SECONDS", 900.0)
    own = desk.folder / ".ycindic"
    own.mkdir(exist_ok=True)
    (own / name).unlink(missing_ok=True)
    os.mkfifo(own / name)
    begun = time.monotonic()
    said = desk.run(*FIGURE)
    assert said.code == (0 if name == "lock-holder" else 2)
    assert desk.run("log", "--lang", "en").code == (0 if name == "lock-holder" else 2)
    assert time.monotonic() - begun < 300


def test_a_slow_pipe_keeps_nobody_from_writing(desk, tmp_path):
    pipe = tmp_path / "t.csv"
    os.mkfifo(pipe)
    taken = [
        sys.executable,
        "-m",
        "ycindic",
        "import",
        str(pipe),
        "--published",
        "2026-07-20",
        "--data",
        str(desk.folder),
    ]
    taking = subprocess.Popen(taken, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with pipe.open("w", encoding="utf-8") as slow:  # opens when the import reads
        assert desk.run(*FIGURE).code == 0
        slow.write("指标,2026年1-6月\n城镇新增就业,2.8\n")
    assert taking.wait(60) == 0


@pytest.mark.skipif(os.getuid() != 0, reason="only root can make a device")
def test_an_endless_device_as_a_mapping_ends(desk, tmp_path):
    device = tmp_path / "zero"
    try:
        os.mknod(device, stat.S_IFCHR | 0o666, os.makedev(1, 5))
        os.close(os.open(device, os.O_RDONLY))
    except OSError:
        pytest.skip("no devices here")
    (tmp_path / "t.csv").write_text("指标,2026年1-6月\n城镇新增就业,2.8\n", encoding="utf-8")
    said = desk.run("import", str(tmp_path / "t.csv"), "--map", str(device), "--published", "2026-07-20")
    assert said.code == 2
    assert "[too-long]" in said.err
