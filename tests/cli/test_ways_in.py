"""Is the command that puts the next figure in of a period that is over? The promise is invented."""

from pathlib import Path

import pytest

from cli.workspaces import indicator, run, workspace

PARKS = "unit: 个; measure: flow; better: higher"


@pytest.mark.parametrize(
    ("as_of", "period"),
    [("2026-11-28", "Jan-Oct 2026"), ("2026-02-10", "Jan 2026"), ("2026-01-10", "Jan 2026"), ("2027-05-02", "2026")],
)
def test_without_a_calendar_it_is_the_last_month_that_is_over(tmp_path: Path, capfd, as_of: str, period: str) -> None:
    desk = workspace(
        tmp_path / "desk", indicator("parks", PARKS, "period: 2026, relation: at_least, goal: 12"), rows=""
    )
    told = run(capfd, "status", "--period", "2026", "--data", str(desk), "--as-of", as_of, "--lang", "en").out
    assert f'"{period}"' in " ".join(told.split()) or f" {period} " in " ".join(told.split())
