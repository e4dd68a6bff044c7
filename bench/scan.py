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
INVENTED = (
    "一、2025年工作回顾\n新建公园12个。坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，各项事业取得新的成绩。\n"
    "三、2026年工作安排\n生产总值增长6%左右，新增就业5万人以上。深化重点领域改革，优化营商环境，加快建设现代化产业体系，"
    "推动城乡融合发展，加强生态保护和环境治理，切实保障和改善民生，守牢安全生产底线，防范化解各类风险，不断增强群众获得感。\n"
    "扎实推进乡村全面振兴，提高农业综合生产能力，改善农村人居环境，让广大农民过上更加美好的生活。\n"
)
"""About as many figures as a report holds."""
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
