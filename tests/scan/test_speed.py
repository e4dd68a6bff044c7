"""Is a scan about as quick as a status? In processor time, the least of some runs: other work only adds to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_report_is_scanned_in_about_a_status_and_laid_beside_a_registry_in_about_a_scan() -> None:
    """`bench/scan.py` prints the ratios to compare on a machine that does nothing else; among other tests they shake.

    600,000 characters are bound by a multiple of the status, too: seconds depend on the machine.
    """
    bench = [sys.executable, str(ROOT / "bench/scan.py")]
    told = subprocess.run(bench, check=True, capture_output=True, encoding="utf-8").stdout
    report, whole, against = (line.split() for line in told.splitlines())
    status = float(report[report.index("s)") - 1])
    assert float(report[4]) <= 1.6
    assert float(whole[2]) <= 16 * status
    assert float(against[3]) <= 2.5
