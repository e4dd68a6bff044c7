"""What does a million rows of actuals cost? Processor time against a bare csv.reader loop, peak memory above start.

    python bench/rows.py            # 100 indicators × 240 months × 42 vintages
    python bench/rows.py 10 24 3    # a smaller one

Each reading runs in a process of its own, since the peak of a process never falls again. The file
is invented; its figures mean nothing.
"""

import csv
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import process_time

ROUNDS = 5
FIRST_YEAR = 2006
HEADER = "indicator,period,value,basis,published,stage,bound,source,note"


def main(indicators: int = 100, months: int = 240, vintages: int = 42) -> None:
    """Write the folder, read it in each way, print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = write(folder, indicators, months, vintages)
        size = path.stat().st_size / 1e6
        print(f"{indicators * months * vintages:,} rows, {size:.1f} MB")
        bare = [run("bare", folder) for _ in range(ROUNDS)]
        yardstick = min(one["seconds"] for one in bare)
        print(f"csv.reader alone   {yardstick:6.2f} s   ratio 1.00   peak +{bare[0]['megabytes']:5.1f} MB")
        for way in ("status", "validate"):
            runs = [run(way, folder) for _ in range(ROUNDS)]
            best, peak = min(one["seconds"] for one in runs), max(one["megabytes"] for one in runs)
            print(f"read as {way:10} {best:6.2f} s   ratio {best / yardstick:4.2f}   peak +{peak:5.1f} MB")


def write(folder: Path, indicators: int, months: int, vintages: int) -> Path:
    """A registry and one file of figures, in order of indicator, month and date of publication."""
    names = [f"indicator-{number}" for number in range(indicators)]
    entry = "  {}:\n    name: {{zh: 指标, en: Indicator}}\n    unit: 万人\n    measure: flow\n"
    top = "schema: 1\ntitle: {zh: 虚构, en: invented}\nindicators:\n"
    (folder / "targets.yaml").write_text(top + "".join(entry.format(name) for name in names), encoding="utf-8")
    (folder / "actuals").mkdir()
    path = folder / "actuals" / "rows.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER + "\n")
        for place, name in enumerate(names):
            for month in range(months):
                year, rest = FIRST_YEAR + month // 12, month % 12 + 1
                for vintage in range(vintages):
                    due = month + 1 + vintage
                    value = f"{place + rest * 3.07 + vintage * 0.01:.2f}"
                    published = f"{FIRST_YEAR + due // 12}-{due % 12 + 1:02d}-20"
                    file.write(f"{name},{year}-{rest:02d},{value},,{published},,,统计局,\n")
    return path


def run(way: str, folder: Path) -> dict[str, float]:
    """One reading in a fresh process."""
    done = subprocess.run([sys.executable, __file__, way, str(folder)], check=True, capture_output=True, text=True)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def measure(way: str, folder: Path) -> None:
    """Read in one way and print seconds and megabytes."""
    from ycindic.load.actuals import read_actuals
    from ycindic.load.find import Folder
    from ycindic.load.registry import read_registry

    problems: list[object] = []
    where = Folder(folder)
    plan = read_registry(where.registry, problems)
    start, began = peak(), process_time()
    if way == "bare":
        with (folder / "actuals" / "rows.csv").open(encoding="utf-8", newline="") as file:
            for _ in csv.reader(file):
                pass
    else:
        as_of = date.max if way == "validate" else date(2026, 6, 30)
        read_actuals(where.actuals(), plan, as_of, problems, thorough=way == "validate")
    seconds = process_time() - began
    if problems:
        raise SystemExit(f"faults in the invented file: {problems[:3]}")
    print(json.dumps({"seconds": seconds, "megabytes": peak() - start}))


def peak() -> float:
    """The most memory this process has held so far, in MB."""
    from resource import RUSAGE_SELF, getrusage

    unit = 1e6 if sys.platform == "darwin" else 1e3
    return getrusage(RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    if sys.argv[1:2] and not sys.argv[1].isdecimal():
        measure(sys.argv[1], Path(sys.argv[2]))
    else:
        main(*(int(one) for one in sys.argv[1:4]))
