"""Does a number that people read keep the digits of the report, and no zeros that only a calculation left behind it?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.workspaces import indicator, run, workspace

LEFT_BEHIND = re.compile(r"\d\.\d+00\b")
ASKED = (
    ("status",),
    ("status", "--all"),
    ("status", "--format", "markdown"),
    ("status", "--format", "html"),
    ("show", "jobs@2026", "land@2026"),
    ("check", "--period", "all"),
    ("due",),
    ("diff", "--from", "2026-05-01", "--to", "2026-11-28"),
)
FIGURES = """jobs,2025-01..2025-06,2.50,ytd,2025-07-15,
jobs,2025,4.90,ytd,2026-01-15,
jobs,2026-01..2026-06,2.91,ytd,2026-07-15,
land,2026-01..2026-09,17.5,ytd,2026-10-15,"""
"""Invented figures in 万, as a report prints them."""


@pytest.mark.parametrize("command", ASKED, ids=lambda words: " ".join(words[:3]))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_number_ends_in_zeros_that_nobody_printed(
    tmp_path: Path, capfd, lang: str, command: tuple[str, ...]
) -> None:
    jobs = indicator("jobs", "unit: 万人; measure: flow", "period: 2026, relation: at_least, goal: 5, section: x")
    land = indicator("land", "unit: 万亩; measure: flow", "period: 2026, relation: at_least, goal: 20, section: x")
    folder = workspace(tmp_path, jobs, land, rows=FIGURES)
    days = () if command[0] == "diff" else ("--as-of", "2026-11-28")
    told = run(capfd, *command, *days, "--data", str(folder), "--lang", lang).out
    assert not LEFT_BEHIND.findall(told)
    if command[0] == "show":
        assert "17.5" in told
        assert "2.91" in told
