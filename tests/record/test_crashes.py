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
from typing import NamedTuple

import pytest

from record.workspaces import HEADER
from ycindic.cli import main

KILLS = int(os.environ.get("YCINDIC_KILLS", "60"))
WRITERS = 8
EACH = int(os.environ.get("YCINDIC_EACH", "25"))

CALLS = ("open", "write", "fsync", "fdatasync", "link", "replace", "rename", "unlink", "mkdir", "chmod", "chown",
         "ftruncate", "truncate", "close")  # fmt: skip
WAIVED = "unit-slip,jump,falling-total,period-not-over"
ANY_SIZE = ("--yes", "--waive", WAIVED)
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


class Attempt(NamedTuple):
    """A command that is about to be killed, and the rows that it would bring."""

    rows: tuple[str, ...]
    process: subprocess.Popen[bytes]


def recording(desk, number: int) -> Attempt:
    month, value = f"{2021 + number // 12 % 5}-{number % 12 + 1:02d}", f"{number / 1000:.3f}"
    published = f"{2026 + number // 300}-{number // 28 % 10 + 1:02d}-{number % 28 + 1:02d}"
    words = command(desk, "record", "jobs", month, value, "--published", published, "--yes", "--waive", WAIVED)
    return Attempt((f"jobs,{month},{value},ytd,{published},,,,",), start(words))


def importing(desk, number: int) -> Attempt:
    year = 1900 + number % 290
    path = desk.folder.parent / f"t{number}.csv"
    values = [f"{number}.{month}" for month in (3, 6, 9)]
    path.write_text(
        f"指标,{year}年1-3月,{year}年1-6月,{year}年1-9月\n债务净增,{','.join(values)}\n", encoding="gb18030"
    )
    published = f"{2026 + number // 290}-01-20"
    words = command(desk, "import", str(path), "--published", published, "--yes", "--waive", WAIVED)
    periods = (f"{year}-Q1", f"{year}-H1", f"{year}-01..{year}-09")
    rows = [
        f"debt,{when},{value},ytd,{published},,,t{number}.csv," for when, value in zip(periods, values, strict=True)
    ]
    return Attempt(tuple(rows), start(words))


def test_random_kills_lose_no_acknowledged_figure(desk):
    """One process records into a kept file, one imports, and each is killed somewhere between start and end."""
    chance = random.Random(20261124)  # noqa: S311 - moments, not secrets
    desk.file("a.csv", "# 市人社局\r\n" + HEADER.replace("\n", "\r\n") + "jobs,2020,0.1,,2021-01-20,,,,\r\n")
    acknowledged: set[str] = set()
    killed = through = 0
    longest = took(desk)
    while killed < KILLS or (brought(acknowledged) < {"jobs", "debt"} and killed < 10 * KILLS):  # a busy machine
        attempts = [recording(desk, killed + through), importing(desk, killed + through)]
        time.sleep(chance.uniform(0.3, 3.5) * longest)
        for one in attempts:
            one.process.kill()
            one.process.communicate()
            killed += one.process.returncode == -signal.SIGKILL
            through += one.process.returncode == 0
            assert one.process.returncode in (0, -signal.SIGKILL)
            if one.process.returncode == 0:
                acknowledged.update(one.rows)
        assert_whole(desk, acknowledged, attempts)
    assert desk.run("validate").code == 0
    assert desk.files()["actuals/a.csv"].count(b"\n") == desk.files()["actuals/a.csv"].count(b"\r\n")
    assert brought(acknowledged) == {"jobs", "debt"}, "some of both came through"
    assert {line.split(",")[3].split(" ")[0] for line in desk.log()} == {"jobs", "debt"}
    print(f"{killed} kills, {through} came through, {len(acknowledged)} figures acknowledged and all there")  # noqa: T201 - for .ci/long


def brought(rows: set[str]) -> set[str]:
    return {row.partition(",")[0] for row in rows}


def assert_whole(desk, acknowledged: set[str], attempts: list[Attempt]) -> None:
    """Every acknowledged row is there, none twice, no row is torn, and of an import all rows or none."""
    names = [name.partition("/")[2] for name in desk.files() if name.endswith(".csv")]
    rows = [row for name in names for row in desk.rows(name) if not row.startswith("indicator,")]
    assert set(rows) >= acknowledged
    assert len(rows) == len(set(rows))
    assert all(row.count(",") == HEADER.count(",") for row in rows)
    for one in attempts:
        assert len(set(one.rows) & set(rows)) in (0, len(one.rows))


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
    words += ["--waive", sys.argv[4]]
    code = main([*words, "--data", folder])
    if code:
        sys.exit(f"{writer} {one}: {code}")
"""


def test_eight_writers_at_once_lose_nothing_and_write_nothing_twice(desk):
    desk.file("a.csv", HEADER + "debt,2200-01,0,,,,,,\n".replace("2200", "2199"))
    words = [sys.executable, "-c", MANY]
    running = [
        subprocess.Popen(
            [*words, str(writer), str(EACH), str(desk.folder), WAIVED],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for writer in range(WRITERS)
    ]
    said = [process.communicate()[1].decode() for process in running]
    assert [process.returncode for process in running] == [0] * WRITERS, said
    rows = desk.rows("a.csv")[1:]
    assert len(rows) == len(set(rows)) == WRITERS * EACH
    assert len(desk.log()) == WRITERS * EACH
    assert desk.log() == sorted(desk.log(), key=lambda line: line.partition(",")[0]), "the clock is read under the lock"
    assert {row.split(",")[2] for row in rows} == {
        f"{one}.{writer}" for writer in range(WRITERS) for one in range(EACH)
    }
    assert desk.run("validate").code == 0


MIXED = """
import sys
from ycindic.cli import main
kind, each, folder, size = sys.argv[1], int(sys.argv[2]), *sys.argv[3:]
told = {
    "record": lambda one: ["record", "debt", f"{1950 + one}-01", f"{one + 1}", "--published", "2026-01-20"],
    "import": lambda one: ["import", f"{folder}/../t{one}.csv"],
    "ack": lambda one: ["check", "--ack", "late:gdp", "--because", f"r{one}", "--as-of", "2026-09-30"],
    "add": lambda one: ["add", "--name", f"项目{one}", "--id", f"x{one}", "--goal", "5", "--unit", "个",
                        "--measure", "stock"],
    "undo": lambda one: ["undo"],
}
waived = [] if kind in ("ack", "undo", "add") else ["--yes", "--waive", size]
codes = [main([*told[kind](one), *waived, "--data", folder]) for one in range(each)]
print("codes", *codes)
"""


def test_different_commands_at_once_lose_nothing_and_tell_what_they_could_not_do(desk):
    desk.file("a.csv", HEADER + "debt,2199-01,0,,,,,,\n")
    rounds = max(EACH // 4, 4)
    for one in range(rounds):
        row = f"jobs,{1950 + one}-01,{one + 1},ytd,2026-02-20,,,,\n"
        (desk.folder.parent / f"t{one}.csv").write_text(HEADER + row, encoding="utf-8")
    running = {
        kind: subprocess.Popen(
            [sys.executable, "-c", MIXED, kind, str(rounds), str(desk.folder), WAIVED],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        for kind in ("record", "import", "ack", "add", "undo")
    }
    codes = {}
    for kind, process in running.items():
        out = process.communicate()[0].decode().splitlines()[-1]
        codes[kind] = [int(code) for code in out.split()[1:]]
    assert all(set(found) <= {0, 2} for found in codes.values()), codes
    assert [set(codes[kind]) for kind in ("record", "import", "ack")] == [{0}] * 3
    done = {kind: found.count(0) for kind, found in codes.items()}
    names = [Path(name).name for name in desk.files() if name.startswith("actuals/")]
    found = [row for name in names for row in desk.rows(name)]
    noted = (desk.folder / "acknowledged.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(set(found)) == len(found)
    assert len(found) + len(noted) == 1 + done["record"] + done["import"] + done["ack"] - done["undo"]
    assert (desk.folder / "targets.yaml").read_text(encoding="utf-8").count("\n  x") == done["add"]
    assert len(desk.log()) == done["record"] + done["import"] + done["ack"] + done["undo"]
    assert desk.log() == sorted(desk.log(), key=lambda line: line.partition(",")[0])
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
            f"debt 20{one // 12 + 10}-{one % 12 + 1:02d} {one} --published 2026-01-20 --yes --waive {WAIVED}",
            "--note",
            "x" * 900,
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
