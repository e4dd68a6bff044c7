"""How does the work grow with the data? Prints an exponent a workload: 1 is linear, 2 would be quadratic.

    python bench/growth.py            # all workloads, each at three sizes
    python bench/growth.py conflicts  # one of them

Each command runs in a process of its own on an invented workspace; the processor time above that of the same command
on the smallest workspace there is counts, so that start-up does not flatter the exponent.
"""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import NamedTuple

LINEAR = 1.25
"""Above this exponent something grows faster than its data."""
HEADER = "indicator,period,value,basis,published,stage,bound,source,note\n"
TARGET = "    targets: [{{period: {}, relation: at_least, goal: 20{}}}]\n"


class Load(NamedTuple):
    """A workload: its command, its sizes, the registry's indicators and the rows of each size."""

    command: tuple[str, ...]
    sizes: tuple[int, int, int]
    registry: Callable[[int], Iterable[str]]
    rows: Callable[[int], Iterable[str]]


def entry(name: str, more: str) -> str:
    """An indicator of the registry."""
    return f"  {name}:\n    name: {{zh: 指标{name}, en: Indicator {name}}}\n    unit: 万人\n    measure: flow\n{more}"


def one(_: int) -> Iterator[str]:
    """A single indicator with a target."""
    yield entry("a", TARGET.format(2026, ""))


def many(count: int) -> Iterator[str]:
    """Indicators with a target each."""
    return (entry(f"i{number}", TARGET.format(2026, "")) for number in range(count))


def sectioned(count: int) -> Iterator[str]:
    """Indicators, each in a section of its own."""
    return (entry(f"i{number}", TARGET.format(2026, f", section: s{number}")) for number in range(count))


def chained(count: int) -> Iterator[str]:
    """Containers, each made of the next one."""
    for number in range(count - 1):
        yield entry(f"i{number}", f"    targets: [{{period: 2026, parts: [i{number + 1}@2026]}}]\n")
    yield entry(f"i{count - 1}", TARGET.format(2026, ""))


def eighty(_: int) -> Iterator[str]:
    """80 monthly indicators."""
    released = "    released: {every: month, day: 20}\n"
    return (entry(f"i{number}", released + TARGET.format(2025, "")) for number in range(80))


def monthly(years: int) -> Iterator[str]:
    """Years of months for each of the 80."""
    for number in range(80):
        for year in range(2026 - years, 2026):
            for month in range(1, 13):
                due = f"{year + month // 12}-{month % 12 + 1:02d}-20"
                yield f"i{number},{year}-{month:02d},{month * 1.5 + number:.1f},,{due}"


def figures(count: int) -> Iterator[str]:
    """A figure for each indicator."""
    return (f"i{number},2026-06,7,,2026-07-20" for number in range(count))


def clashing(count: int) -> Iterator[str]:
    """One figure with many values of one date."""
    return (f"a,2026-03,{number}.5,,2026-04-20" for number in range(count))


def vintages(count: int) -> Iterator[str]:
    """Nine figures with many vintages."""
    for number in range(count):
        published = f"{1000 + number // 360}-{number % 12 + 1:02d}-{number // 12 % 28 + 1:02d}"
        yield f"a,2026-{number % 9 + 1:02d},{number},,{published}"


LOADS = {
    "conflicts": Load(("status", "--format", "csv"), (25_000, 50_000, 100_000), one, clashing),
    "audit": Load(("audit",), (10, 20, 40), eighty, monthly),
    "check": Load(("check",), (10, 20, 40), eighty, monthly),
    "sections": Load(("status", "--format", "markdown"), (1_000, 2_000, 4_000), sectioned, figures),
    "chain": Load(
        ("status", "--format", "csv"), (250, 500, 1_000), chained, lambda count: [f"i{count - 1},2026-06,7,,"]
    ),
    "show": Load(("show", "a"), (5_000, 10_000, 20_000), one, vintages),
    "targets": Load(("status",), (2_500, 5_000, 10_000), many, figures),
    "targets-bare": Load(("status",), (2_500, 5_000, 10_000), many, lambda _: []),
}


def main(names: list[str]) -> int:
    """Measure the workloads; 1 where one of them grows faster than its data."""
    worst = 0.0
    for name in names or LOADS:
        load = LOADS[name]
        with tempfile.TemporaryDirectory() as folder:
            runs = [run(Path(folder) / str(size), load, size) for size in (1, *load.sizes)]
        start, seconds = runs[0][0], [max(found[0] - runs[0][0], 0.01) for found in runs[1:]]
        exponent = math.log(seconds[-1] / seconds[0]) / math.log(load.sizes[-1] / load.sizes[0])
        worst = max(worst, exponent)
        told = "  ".join(f"{size:,}: {time + start:.2f} s" for size, time in zip(load.sizes, seconds, strict=True))
        print(f"{name:13} exponent {exponent:4.2f}   {told}   peak {runs[-1][1]:.0f} MB")
    return int(worst > LINEAR)


def asked(folder: Path, load: Load, size: int) -> list[str]:
    """The command on a workspace of a size, which is written into a folder."""
    (folder / "actuals").mkdir(parents=True)
    top = "schema: 1\ntitle: {zh: 虚构, en: invented}\nindicators:\n"
    (folder / "targets.yaml").write_text(top + "".join(load.registry(size)), encoding="utf-8")
    with (folder / "actuals" / "a.csv").open("w", encoding="utf-8") as file:
        file.write(HEADER.replace(",stage,bound,source,note", ""))
        file.writelines(f"{row}\n" for row in load.rows(size))
    return [*load.command, "--data", str(folder), "--as-of", "2026-09-30"]


def run(folder: Path, load: Load, size: int) -> tuple[float, float]:
    """Processor seconds of the command on a workspace of a size, and the most memory of any so far in MB."""
    program = [sys.executable, "-m", "ycindic", *asked(folder, load, size)]
    before = getrusage(RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(program, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode == 3:
        raise SystemExit(done.stderr.decode())
    found = getrusage(RUSAGE_CHILDREN)
    return found.ru_utime - before, found.ru_maxrss / 1e3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
