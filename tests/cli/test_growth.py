"""Does the work grow with the data and no faster? Counted in lines that run, which no busy machine changes.

What a single line does in C is not seen here: for that there is `bench/growth.py`, whose workspaces these are.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from cli.workspaces import ROOT
from ycindic.cli import main

BENCH: dict[str, Any] = runpy.run_path(str(ROOT / "bench" / "growth.py"))
MOST = 2.05
"""By so many times the work may grow more from twice to four times the data than from once to twice; linear is 2.

A look through everything for each of everything shows as 2.07, where a line of it stands beside 4,000 others.
"""
LEAST = {"audit": 1, "check": 1, "conflicts": 300, "show": 300}
"""Years of 80 monthly series, rows about the same figures; of everything else 50."""


@pytest.mark.parametrize("name", BENCH["LOADS"])
def test_four_times_the_data_takes_four_times_the_work(name: str, tmp_path: Path) -> None:
    least = LEAST.get(name, 50)

    def work(size: int) -> int:
        arguments = BENCH["asked"](tmp_path / str(size), BENCH["LOADS"][name], size)
        main(arguments)  # what is loaded and kept once is not counted
        return lines_run(lambda: main(arguments))

    one, two, four = map(work, (least, 2 * least, 4 * least))
    assert (four - two) / (two - one) < MOST


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work takes, each turn of a loop counted."""
    found = 0

    def seen(_frame: FrameType, event: str, _told: object) -> Callable[..., Any]:
        nonlocal found
        found += event == "line"
        return seen

    before = sys.gettrace()
    sys.settrace(seen)
    try:
        work()
    finally:
        sys.settrace(before)
    return found
