"""How long does `status` take, measured in empty commands of the same typer?

Writes a copy of the shipped registry with twelve months of figures for every indicator (invented, for this
measurement only), then runs the two in turn and prints the median ratio of whole processes.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ycindic.load.registry import read_registry

ROOT = Path(__file__).resolve().parent.parent
BASIS = {"flow": "ytd", "growth": "ytd", "stock": "point", "mean": "ytd", "events": "alone"}
RUNS = 21


def workspace(folder: Path) -> Path:
    """The shipped workspace and a year of figures for all of its indicators."""
    shutil.copytree(ROOT / "data", folder / "data")
    plan = read_registry(folder / "data/targets.yaml", [])
    rows = ["indicator,period,value,basis"]
    for one in plan.indicators.values():
        rows += [f"{one.id},2026-{month:02d},{month * 1.5},{BASIS[one.measure]}" for month in range(1, 13)]
    (folder / "data/actuals/invented.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder / "data"


def seconds(command: list[str]) -> float:
    """The wall time of a whole process, its modules compiled before as those of an installed program are."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=variables)
    return time.perf_counter() - begun


def main() -> None:
    """Print a line a form."""
    empty = [sys.executable, str(ROOT / "bench/empty.py")]
    program = Path(sys.executable).with_name("ycindic")
    with tempfile.TemporaryDirectory() as folder:
        question = ["status", "--data", str(workspace(Path(folder))), "--as-of", "2027-01-31", "--format"]
        for form in ("csv", "json", "table"):
            pairs = [(seconds([str(program), *question, form]), seconds(empty)) for _ in range(RUNS)][1:]
            ratios = [one / other for one, other in pairs]
            print(f"{form:6} {statistics.median(ratios):.2f} times an empty command (least {min(ratios):.2f})")


if __name__ == "__main__":
    main()
