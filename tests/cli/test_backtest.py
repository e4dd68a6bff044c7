"""Does `ycindic backtest` tell how often the flag was right, in every form?"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from cli.workspaces import ROOT, Answer, call, indicator, run, workspace
from ycindic.domain.backtest import CASE_GROUPS, Tally
from ycindic.render.answers.backtest import _CASES, _COUNTS, _USUAL_CASES, _USUAL_COUNTS, GROUP_HEADS

CHINA = str(ROOT / "examples/china")
RATE = 'unit: "%"; measure: growth; better: higher; released: {every: quarter, day: 20}'


@pytest.fixture
def desk(tmp_path: Path) -> str:
    rows = "rate,2025-Q1,6.0,ytd,, rate,2025-Q2,6.0,ytd,, rate,2025-Q3,6.0,ytd,, rate,2025-Q4,5.9,ytd,,"
    found = indicator("rate", RATE, "period: 2025, relation: at_least, goal: 6")
    return str(workspace(tmp_path / "desk", found, rows=rows))


@pytest.fixture
def ask(desk: str, capfd: pytest.CaptureFixture[str]):
    return lambda *more: run(capfd, "backtest", "--data", desk, "--as-of", "2026-06-30", *more)


def rows(answer: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.out)))


def test_three_quarters_were_called_on_track_and_the_year_missed(ask) -> None:
    (row,) = rows(ask("--format", "csv"))
    assert {name: row[name] for name in ("measure", "rule", "cases", "right_share", "wrong_yes", "wrong_no")} == {
        "measure": "growth", "rule": "needed_rate", "cases": "3",
        "right_share": "0.0", "wrong_yes": "3", "wrong_no": "0",
    }  # fmt: skip
    assert row["calendar_share"] == "0.0"
    assert row["twelfth_share"] == ""


def test_misses_name_the_month_and_what_came_of_it(ask) -> None:
    found = rows(ask("--misses", "--format", "csv"))
    assert [(row["month"], row["so_far"], row["actual"], row["flag"], row["kept"]) for row in found] == [
        ("2025-03", "6", "5.9", "true", "false"),
        ("2025-06", "6", "5.9", "true", "false"),
        ("2025-09", "6", "5.9", "true", "false"),
    ]


def test_tables_have_lines_of_totals_and_files_have_none(ask) -> None:
    told = ask("--format", "markdown").out.splitlines()
    assert [line.split("|")[1].strip() for line in told[2:]] == ["all", "growth rate", "growth rate"]
    assert len(ask("--format", "json").json["counts"]) == 1
    table, legend = ask("--lang", "en").out.split("\n\n")
    assert len(table.splitlines()) == 4
    assert [line.partition(":")[0] for line in legend.splitlines()][:2] == ["Right", "Wrong yes"]


def test_what_has_not_ended_is_an_empty_answer(desk: str, capfd: pytest.CaptureFixture[str]) -> None:
    found = run(capfd, "backtest", "--data", desk, "--as-of", "2025-12-31", "--format", "json")
    assert found.json["counts"] == []
    assert "0 answers about 0 targets" in found.err


def test_made_up_goals_come_from_the_named_seeds(capfd: pytest.CaptureFixture[str]) -> None:
    asked = ("backtest", "retail", "--data", CHINA, "--as-of", "2026-09-20", "--goals", "beside-last-year")
    found = run(capfd, *asked, "--seeds", "2", "--by", "seed", "--format", "csv")
    assert [row["seed"] for row in rows(found)] == ["0", "1"]
    assert "seeds 0–1" in found.err
    again = run(capfd, *asked, "--seeds", "2", "--by", "seed", "--format", "csv")
    assert again.out == found.out


def test_wrong_words_are_usage_errors(ask) -> None:
    assert ask("--by", "measures").code == 2
    assert ask("--goals", "mine").code == 2
    assert ask("--seeds", "0").code == 2


def test_it_is_told_in_chinese(desk: str) -> None:
    told = call("backtest", "--data", desk, "--as-of", "2026-06-30", YCINDIC_LANG="zh")
    assert "误报正常" in told.out
    assert "增速" in told.out
    assert "1个已有结果的目标，3次判断" in told.err


def test_every_column_and_group_has_a_heading() -> None:
    assert set(CASE_GROUPS) <= set(GROUP_HEADS)
    assert set(_USUAL_COUNTS) <= set(_COUNTS)
    assert set(_USUAL_CASES) <= set(_CASES)
    assert set(Tally._fields) - {"group", "right", "kept"} <= {*_COUNTS}
