"""Whatever dies, and whenever: every file is the old or the new one, and the next run is not hindered.

The first test is exhaustive: a child process is killed right before its n-th call that can touch the
disk, for every n until it comes through. The others kill real commands at random moments.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from record.workspaces import HEADER
from ycindic.cli import main

KILLS = int(os.environ.get("YCINDIC_KILLS", "60"))
WRITERS = 8
EACH = int(os.environ.get("YCINDIC_EACH", "25"))

CALLS = ("open", "write", "fsync", "fdatasync", "link", "replace", "rename", "unlink", "mkdir", "chmod", "chown",
         "ftruncate", "truncate", "close")  # fmt: skip
ROW = "jobs,2026-02,0.9,ytd,2026-03-20,,,,"


def killed_before(call: int, words: list[str]) -> bool:
    """Run a command in a child that is killed before its n-th disk call; whether it came through."""
    child = os.fork()
    if not child:
        count = 0

        def dying(real):
            def wrapped(*arguments, **options):
                nonlocal count
                count += 1
                if count == call:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*arguments, **options)

            return wrapped

        for name in CALLS:
            setattr(os, name, dying(getattr(os, name)))
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os._exit(main(words))
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return False
    assert os.WEXITSTATUS(status) == 0
    return True


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a child that dies in the middle")
@pytest.mark.parametrize("exists", [True, False])
def test_a_kill_before_any_call_leaves_the_old_or_the_new_file(desk, exists):
    old = HEADER + "jobs,2026-01,0.4,,2026-02-20,,,,\n"
    words = ["record", "jobs", "2026-02", "0.9", "--published", "2026-03-20", "--data", str(desk.folder)]
    name = "a.csv" if exists else "recorded.csv"
    path = desk.folder / "actuals" / name
    seen = set()
    for call in range(1, 200):
        path.unlink(missing_ok=True)
        if exists:
            path.write_text(old)
        through = killed_before(call, words)
        rows = desk.rows(name) if path.exists() else []
        assert rows in ([ROW], old.splitlines()[1:], [*old.splitlines()[1:], ROW], [])
        assert not through or ROW in rows
        assert ROW not in rows or any("jobs 2026-02 ytd" in line for line in desk.log()), "logged before it is there"
        seen.add((through, ROW in rows))
        assert desk.record("parks 2025 8 --published 2026-01-20").code == 0, "the next run is not hindered"
        assert desk.run("validate").code == 0
        leftovers = [one for one in (desk.folder / "actuals").iterdir() if one.name.startswith(".")]
        assert not leftovers or desk.record("parks 2024 7 --published 2025-01-20").code == 0
        if through:
            break
    assert call > 15
    assert seen == {(False, False), (False, True), (True, True)}


def command(desk, *words: str) -> list[str]:
    return [sys.executable, "-m", "ycindic", *words, "--data", str(desk.folder)]


def test_random_kills_lose_no_acknowledged_figure(desk):
    """Two writers take turns at the same file, and each is killed somewhere between start and end."""
    chance = random.Random(20261124)  # noqa: S311 - moments, not secrets
    desk.file("a.csv", "# 市人社局\r\n" + HEADER.replace("\n", "\r\n") + "jobs,2020,0.1,,2021-01-20,,,,\r\n")
    acknowledged: set[str] = set()
    tried = 0
    longest = took(desk)
    while tried < KILLS:
        running = []
        for _ in range(2):
            tried += 1
            value = f"{tried / 1000:.3f}"
            month = f"{2021 + tried // 12 % 5}-{tried % 12 + 1:02d}"
            published = f"{2026 + tried // 300}-{tried // 28 % 10 + 1:02d}-{tried % 28 + 1:02d}"
            words = command(desk, "record", "jobs", month, value, "--published", published, "--yes")
            running.append((f"jobs,{month},{value},ytd,{published},,,,", start(words)))
        time.sleep(chance.uniform(0, longest * 2.2))
        for row, process in running:
            if process.poll() is None:
                process.kill()
            out, _ = process.communicate()
            if process.returncode == 0 or row.split(",")[2].encode() in out:
                acknowledged.add(row)
        rows = desk.rows("a.csv")
        assert set(rows) >= acknowledged
        assert len(rows) == len(set(rows))
        assert all(row.count(",") == 8 for row in rows)
    assert desk.run("validate").code == 0
    assert b"\r\n" in desk.files()["actuals/a.csv"]
    assert b"\n" not in desk.files()["actuals/a.csv"].replace(b"\r\n", b"")
    assert 0 < len(acknowledged) < tried, "some came through and some did not"
    logged = {tuple(line.split(",")[3:6]) for line in desk.log()}
    assert len(logged) >= len(acknowledged)


def start(words: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def took(desk) -> float:
    begun = time.monotonic()
    subprocess.run(command(desk, "log"), check=True, capture_output=True)
    return time.monotonic() - begun


MANY = """
import sys
from ycindic.cli import main
writer, each, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
for one in range(each):
    year, month = 1950 + writer * 17 + one // 12, one % 12 + 1
    words = ["record", "debt", f"{year}-{month:02d}", f"{one}.{writer}", "--yes", "--published", "2026-01-20"]
    code = main([*words, "--data", folder])
    if code:
        sys.exit(f"{writer} {one}: {code}")
"""


def test_eight_writers_at_once_lose_nothing_and_write_nothing_twice(desk):
    desk.file("a.csv", HEADER + "debt,2200-01,0,,,,,,\n".replace("2200", "2199"))
    words = [sys.executable, "-c", MANY]
    running = [
        subprocess.Popen(
            [*words, str(writer), str(EACH), str(desk.folder)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        for writer in range(WRITERS)
    ]
    said = [process.communicate()[1].decode() for process in running]
    assert [process.returncode for process in running] == [0] * WRITERS, said
    rows = desk.rows("a.csv")[1:]
    assert len(rows) == len(set(rows)) == WRITERS * EACH
    assert len(desk.log()) == WRITERS * EACH
    assert {row.split(",")[2] for row in rows} == {
        f"{one}.{writer}" for writer in range(WRITERS) for one in range(EACH)
    }
    assert desk.run("validate").code == 0


def test_a_full_disk_under_many_figures_keeps_all_that_were_acknowledged(desk, tmp_path):
    """A small file system of its own where we may mount one, else a limit on the size of files."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = (
        os.getuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False
        ).returncode
    )
    if not mounted:
        pytest.skip("no right to mount; the limit on file sizes is tested beside")
    try:
        fill(desk, disk)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def fill(desk, disk: Path) -> None:
    (disk / "city" / "actuals").mkdir(parents=True)
    (disk / "city" / "targets.yaml").write_bytes((desk.folder / "targets.yaml").read_bytes())
    desk.folder = disk / "city"
    kept, codes = [], []
    for one in range(60):
        said = desk.record(
            f"debt 20{one // 12 + 10}-{one % 12 + 1:02d} {one} --published 2026-01-20 --yes", "--note", "x" * 900
        )
        codes.append(said.code)
        assert said.code in (0, 2), said
        if said.code:
            assert "[no-space]" in said.err
            break
        kept.append(str(one))
    assert codes[-1] == 2
    assert [row.split(",")[2] for row in desk.rows()] == kept
    assert len(desk.log()) == len(kept)
    assert desk.run("validate").code == 0
