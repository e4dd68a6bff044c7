"""How long does `scan` take, measured in processor time of whole processes?

Prints three lines: a report as CSV in times of `status --format csv` of the shipped registry, 600,000 characters as
CSV in seconds, and `--against` of them in times of the scan. The text is that of the reports beside the project,
repeated; without them an invented one.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BESIDE = ROOT.parent / "shared/report"
INVENTED = "一、2025年工作回顾\n新建公园12个。\n三、2026年工作安排\n生产总值增长6%左右，新增就业5万人以上。\n"
REPORT, LONG = 11_000, 600_000
RUNS = 3


def processor(*words: str) -> float:
    """Seconds of the processor that the command takes, the least of some runs."""
    found = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        program = Path(sys.executable).with_name("ycindic")
        subprocess.run([str(program), *words], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found)


def repeated(length: int) -> str:
    """So many characters of reports."""
    files = sorted(BESIDE.rglob("*.txt")) if BESIDE.is_dir() else []
    text = "".join(one.read_text(encoding="utf-8") for one in files) or INVENTED
    return (text * (length // len(text) + 1))[:length]


def main() -> None:
    """Print a line a bound."""
    registry = str(ROOT / "data/targets.yaml")
    with tempfile.TemporaryDirectory() as folder:
        report, long = Path(folder) / "report.txt", Path(folder) / "long.txt"
        report.write_text(repeated(REPORT), encoding="utf-8")
        long.write_text(repeated(LONG), encoding="utf-8")
        status = processor("status", "--data", str(ROOT / "data"), "--format", "csv")
        once = processor("scan", str(report), "--format", "csv")
        whole = processor("scan", str(long), "--format", "csv")
        against = processor("scan", str(long), "--against", registry)
    print(f"a report as CSV       {once / status:.2f} times status as CSV ({once:.2f} s and {status:.2f} s)")
    print(f"600,000 characters    {whole:.2f} s")
    print(f"--against of them     {against / whole:.2f} times the scan")


if __name__ == "__main__":
    main()
