"""Does `ycindic backtest` tell how the ends of years were foreseen, by whom, and how well? Invented figures."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from cli.workspaces import Answer, indicator, run, workspace
from ycindic.domain.outlook.untold import LEAST_YEARS

FIRST, LAST = 2014, 2025
SUM = "unit: km; measure: flow; better: higher; released: {every: month, day: 20}"
HEADER = "indicator,year,month,method,chosen,projection,low,high,actual,goal,target,chance,kept"


def figures() -> str:
    """A sum that grows by a tenth a year, uneven by the month, of which no two years are quite alike."""
    lines = []
    for year in range(FIRST, LAST + 1):
        total = 0.0
        for month in range(1, 13):
            total += (80 + 7 * (month % 5) + (year * month) % 11) * 1.1 ** (year - FIRST)
            lines.append(f"road,{year}-{month:02d},{total:.1f},ytd,,")
    return ", ".join(lines)


@pytest.fixture
def desk(tmp_path: Path) -> str:
    found = indicator("road", SUM, "period: 2025, relation: at_least, goal: 2900")
    return str(workspace(tmp_path / "desk", found, rows=figures()))


@pytest.fixture
def ask(desk: str, capfd: pytest.CaptureFixture[str]):
    return lambda *more: run(capfd, "backtest", "--data", desk, "--as-of", "2026-06-30", *more)


def rows(answer: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.out)))


def test_a_case_is_a_row_of_the_promised_columns(ask) -> None:
    found = ask("--cases", "--format", "csv")
    assert found.out.splitlines()[0].lstrip("\ufeff") == HEADER


def test_every_month_of_every_year_is_a_case_of_every_method_and_one_of_them_was_chosen(ask) -> None:
    found = rows(ask("--cases", "--format", "csv"))
    moments = Counter((row["year"], row["month"]) for row in found if row["chosen"] == "1")
    assert set(moments) == {(str(year), str(month)) for year in range(FIRST + 1, LAST + 1) for month in range(1, 12)}
    assert set(moments.values()) == {1}
    assert {row["method"] for row in found} >= {"last_year", "recent", "airline", "returning", "combined", "linear"}


def test_intervals_and_chances_begin_after_four_years_and_hold_what_was_said(ask) -> None:
    for row in rows(ask("--cases", "--format", "csv")):
        told = int(row["year"]) - FIRST >= LEAST_YEARS
        assert bool(row["low"]) is bool(row["high"]) is told
        if told:
            assert float(row["low"]) <= float(row["projection"]) <= float(row["high"])
        if row["target"]:
            assert row["target"] == "road@2025"
            assert row["goal"] == "2900"
            assert 0 < float(row["chance"]) < 1
            assert row["kept"] == str(int(float(row["actual"]) >= 2900))


def test_a_score_names_the_method_to_trust_and_its_margin(ask) -> None:
    (row,) = rows(ask("--outlook", "--format", "csv"))
    assert row["cases"] == str(11 * (LAST - FIRST))
    offs: dict[str, list[float]] = {}
    for case in rows(ask("--cases", "--format", "csv")):
        offs.setdefault(case["method"], []).append(abs(float(case["projection"]) / float(case["actual"]) - 1))
    errors = {method: sum(found) for method, found in offs.items() if len(found) == int(row["cases"])}
    assert row["trusted"] == min(errors, key=lambda one: errors[one])
    assert float(row["margin"]) == pytest.approx(1 - errors[row["trusted"]] / errors["last_year"], abs=1e-4)


def test_of_three_years_no_method_is_to_be_trusted(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    few = ", ".join(line for line in figures().split(", ") if line[5:9] >= "2022")
    desk = workspace(tmp_path / "few", indicator("road", SUM, "period: 2025, relation: at_least, goal: 1"), rows=few)
    found = run(capfd, "backtest", "--outlook", "--data", str(desk), "--as-of", "2026-06-30")
    assert "too few years" in found.out


def test_an_unknown_group_is_a_usage_error(ask) -> None:
    assert ask("--outlook", "--by", "verdict").code == 2
    assert ask("--outlook", "--by", "indicator,month").code == 0
