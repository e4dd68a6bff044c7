"""`ycindic due`: what is late, what comes next, and from whom?"""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from cli.workspaces import ROOT, Answer, indicator, run, workspace

JOBS = indicator(
    "jobs",
    "unit: 万人; measure: flow; released: {every: month, day: 20}; publisher: {zh: 人社局, en: Jobs office}",
    "period: 2026, relation: at_least, goal: 5",
)
PRICES = indicator(
    "cpi",
    'unit: "%"; measure: mean; better: near; released: {every: month, day: 10}; publisher: {zh: 统计局, en: Stats}',
    "period: 2026, relation: about, goal: 2",
)
ROADS = indicator("roads", "unit: km; measure: flow", "period: 2026, relation: at_least, goal: 9")
ROWS = "jobs,2026-07,3,ytd,2026-08-20, cpi,2026-08,0.9,ytd,2026-09-10,"


def due(capfd: pytest.CaptureFixture[str], folder: Path, *options: str, at: str = "2026-09-21") -> Answer:
    workspace(folder, JOBS, PRICES, ROADS, rows=ROWS)
    return run(capfd, "due", "--data", str(folder), "--as-of", at, "--lang", "en", *options)


def test_late_figures_stand_first_then_those_of_the_coming_four_weeks(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    found = due(capfd, tmp_path, "--format", "json")
    told = [(one["status"], one["due"], one["days"], one["indicator"], one["period"]) for one in found.json["releases"]]
    assert told == [("late", "2026-09-20", -1, "jobs", "2026-08"), ("due", "2026-10-10", 19, "cpi", "2026-09")]
    assert (found.code, found.json["schema"], found.json["until"]) == (0, 1, "2026-10-19")
    assert found.json["without_calendar"] == ["roads"]
    assert found.json["releases"][0]["needed_by"] == ["jobs@2026"]


def test_more_weeks_look_further_ahead(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = due(capfd, tmp_path, "--format", "json", "--weeks", "8").json["releases"]
    ahead = [(one["due"], one["indicator"]) for one in found if one["status"] == "due"]
    assert ahead == [("2026-10-10", "cpi"), ("2026-10-20", "jobs"), ("2026-11-10", "cpi")]


def test_no_weeks_are_today(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = due(capfd, tmp_path, "--format", "json", "--weeks", "0", at="2026-09-20").json["releases"]
    assert [(one["days"], one["status"]) for one in found] == [(0, "due")]


def test_the_table_says_when_what_and_from_whom(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = due(capfd, tmp_path)
    for piece in (
        "Overdue: 1 figure of 1 indicator from 1 office",
        "20 Sep 2026",
        "jobs",
        "Jobs office",
        "5 Oct 2026 to 11 Oct 2026",
        "without a calendar, with an office or without: 1",
    ):
        assert piece in found.out
    assert "[" not in found.out


def test_late_releases_of_one_indicator_are_one_line_of_the_table(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    found = due(capfd, tmp_path, "--publisher", "jobs", at="2026-11-25")
    assert "Overdue: 1 figure of 1 indicator from 1 office" in found.out
    assert "20 Nov 2026  5 days late  Jan–Oct 2026 " in found.out, "of what is told for the year so far the newest"


def test_a_publisher_is_asked_for_by_a_part_of_the_name(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = due(capfd, tmp_path, "--publisher", "统计", "--format", "json")
    assert [one["indicator"] for one in found.json["releases"]] == ["cpi"]
    assert found.json["without_calendar"] == []


def test_csv_has_a_row_a_release_and_the_same_bytes_in_both_languages(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    found = due(capfd, tmp_path, "--format", "csv")
    rows = list(csv.DictReader(StringIO(found.out)))
    assert [(row["status"], row["days"], row["publisher_zh"], row["needed_by"]) for row in rows] == [
        ("late", "-1", "人社局", "jobs@2026"),
        ("due", "19", "统计局", "cpi@2026"),
    ]
    assert due(capfd, tmp_path, "--format", "csv", "--lang", "zh").out == found.out


def test_where_nothing_is_due_the_table_says_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    workspace(tmp_path, ROADS)
    found = run(capfd, "due", "--data", str(tmp_path), "--as-of", "2026-09-21", "--lang", "en")
    assert (found.code, "Nothing is due until 19 Oct 2026" in found.out) == (0, True)


def test_faulty_files_are_told_and_end_with_2(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    workspace(tmp_path, JOBS, rows="jobs,2026-13,3,ytd,,")
    found = run(capfd, "due", "--data", str(tmp_path), "--format", "json")
    assert (found.code, [one["code"] for one in found.json["problems"]]) == (2, ["bad-period"])
    assert "bad-period" in found.err


@pytest.mark.parametrize("options", [("--weeks", "-1"), ("--weeks", "x"), ("--format", "yaml")])
def test_what_makes_no_sense_is_refused(options: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "due", "--data", str(ROOT / "data"), *options).code == 2


def test_the_nations_calendar_of_october_2026(capfd: pytest.CaptureFixture[str]) -> None:
    """Checked by hand: CPI on the 15th; GDP, income and unemployment on the 20th, by the rules of the registry."""
    folder = str(ROOT / "examples" / "china")
    found = run(capfd, "due", "--data", folder, "--as-of", "2026-10-01", "--weeks", "3", "--format", "json")
    ahead = [(one["due"], one["indicator"], one["period"]) for one in found.json["releases"] if one["status"] == "due"]
    assert ahead == [
        ("2026-10-15", "cpi", "2026-09"),
        ("2026-10-20", "gdp", "2026-Q3"),
        ("2026-10-20", "income-real", "2026-Q3"),
        ("2026-10-20", "unemployment", "2026-09"),
    ]


def test_what_nobody_can_be_asked_for_is_listed_apart(capfd) -> None:
    words = ("due", "--unassigned", "--data", str(ROOT / "data"), "--as-of", "2026-11-27", "--format", "json")
    found = run(capfd, *words).json["indicators"]
    assert len(found) == 26, "every promise without an office that has begun, with a figure or without"
    assert all(one["publisher"] is None for one in found)


def test_validate_hints_at_sections_without_a_name_and_at_what_nobody_can_be_asked_for(tmp_path: Path, capfd) -> None:
    folder = workspace(
        tmp_path, indicator("a", "unit: km; measure: flow", "period: 2026, relation: at_least, goal: 1, section: x")
    )
    path = folder / "targets.yaml"
    path.write_text(path.read_text("utf-8").replace("indicators:", "sections: {y: Y}\nindicators:"), encoding="utf-8")
    found = run(capfd, "validate", "--data", str(folder))
    assert found.code == 0
    assert "sections that are not registered: x" in found.err
    assert "no office is registered for 1 promised indicator," in found.err
