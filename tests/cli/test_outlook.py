"""Is the probable end of a year told everywhere it belongs: columns, table, sentence, show, page, check? Invented."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from cli.workspaces import indicator, run, workspace
from ycindic.render.answers.columns import STATUS_COLUMNS

SUM = "unit: km; measure: flow; better: higher; released: {every: month, day: 20}"
NEW = ("projection_low", "projection_high", "chance", "chance_years")


def figures(first: int = 2014, reached: int = 6, *, slows: float = 1.0) -> str:
    """A sum that grows by a tenth a year; of 2026 the months are `slows` times what they were to be."""
    lines = []
    for year in range(first, 2027):
        total = 0.0
        for month in range(1, 13):
            total += (
                (80 + 7 * (month % 5) + (year * month) % 11) * 1.1 ** (year - 2014) * (slows if year == 2026 else 1)
            )
            if year < 2026 or month <= reached:
                lines.append(f"road,{year}-{month:02d},{total:.1f},ytd,,")
    return ", ".join(lines)


@pytest.fixture
def ask(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    def asked(command: str, *more: str, goal: int = 3500, day: str = "2026-08-01", **course: float):
        found = indicator("road", SUM, f"period: 2026, relation: at_least, goal: {goal}")
        desk = workspace(tmp_path / "desk", found, rows=figures(**course))  # type: ignore[arg-type]
        return run(capfd, *command.split(), "--data", str(desk), "--as-of", day, "--lang", "en", *more)

    return asked


def row(answer) -> dict[str, str]:
    (found,) = csv.DictReader(io.StringIO(answer.out))
    return found


def test_the_columns_are_the_last_ones_and_always_there(ask) -> None:
    assert tuple(STATUS_COLUMNS)[-4:] == NEW
    assert not any(row(ask("status --format csv", first=2026))[name] for name in NEW)
    assert set(NEW) <= set(ask("status --format json", first=2026).json["targets"][0])


def test_the_end_lies_in_its_interval_and_the_chance_between_never_and_surely(ask) -> None:
    found = row(ask("status --format csv"))
    assert float(found["projection_low"]) < float(found["outlook"]) < float(found["projection_high"])
    assert 0 < float(found["chance"]) < 1
    assert found["chance_years"] == "12"


@pytest.mark.parametrize("first", [2023, 2024, 2025])
def test_below_four_years_there_is_no_interval_and_show_says_why(ask, first: int) -> None:
    assert [row(ask("status --format csv", first=first))[name] for name in NEW] == [""] * 4
    told = ask("show road@2026", first=first).out
    assert "no chance is told: too few whole years are on record before this one (4 are needed," in " ".join(
        told.split()
    )


def test_a_final_figure_has_no_outlook(ask) -> None:
    assert [row(ask("status --format csv", reached=12, day="2027-03-01"))[name] for name in NEW] == [""] * 4


def test_the_table_tells_end_and_chance_where_there_is_room(ask) -> None:
    told = ask("status --wide").out
    assert "Chance" in told


def test_a_flag_that_the_record_contradicts_says_so_in_its_row(ask) -> None:
    found = row(ask("status --format csv", goal=3450, slows=0.9))
    chance = float(found["chance"])
    contradicted = chance < 0.35 if found["on_track"] == "true" else chance > 0.65
    assert ("by the rule, but the chance is" in found["sentence_en"]) is contradicted


def test_show_tells_the_method_and_how_far_off_it_was(ask) -> None:
    told = " ".join(ask("show road@2026").out.split())
    assert "How it will probably end" in told
    assert "method: combined, 12 years behind it" in told
    assert "at this month it was off by" in told
    said = ask("show road@2026 --format json").json["targets"][0]["outlook_details"]
    assert said["years"] == 12
    assert said["low"] < said["projection"] < said["high"]


def test_the_page_draws_the_fan(ask) -> None:
    assert "<path class=fan" in ask("status --format html").out
    assert "<path class=fan" not in ask("status --format html", first=2024).out


def test_check_fails_on_a_chance_below_what_is_asked(ask) -> None:
    unlikely = ask("check --chance-below 0.3 --format json", goal=9000)
    assert "unlikely" in {one["code"] for one in unlikely.json["findings"]}
    assert unlikely.code == 1
    likely = ask("check --chance-below 0.3 --format json", goal=100)
    assert "unlikely" not in {one["code"] for one in likely.json["findings"]}
    assert "unlikely" not in {one["code"] for one in ask("check --format json", goal=9000).json["findings"]}


def test_the_level_of_the_interval_is_a_setting(ask, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    usual = row(ask("status --format csv"))
    narrow = indicator("road", SUM, "period: 2026, relation: at_least, goal: 3500, settings: {outlook_level: 50}")
    desk = workspace(tmp_path / "narrow", narrow, rows=figures())
    found = row(run(capfd, "status", "--format", "csv", "--data", str(desk), "--as-of", "2026-08-01"))
    assert float(usual["projection_low"]) < float(found["projection_low"])
    assert float(found["projection_high"]) < float(usual["projection_high"])


def test_show_says_what_decides_where_every_month_must_keep_a_promise(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    rate = indicator(
        "rate", 'unit: "%"; measure: mean; better: lower', "period: 2026, relation: at_most, goal: 6, hold: true"
    )
    rows = ", ".join(f"rate,{year}-{month:02d},{5.4 if month == 9 else 5.0},alone,,"
                     for year in range(2014, 2027) for month in range(1, 13) if (year, month) <= (2026, 6))  # fmt: skip
    desk = workspace(tmp_path / "desk", rate, rows=rows)
    asked = ("show", "rate@2026", "--data", str(desk), "--as-of", "2026-08-01", "--lang", "en")
    told = " ".join(run(capfd, *asked).out.split())
    assert "the chance that the promise is kept is" in told
    assert "what decides it is the worst figure still to come, probably 5.40%" in told
    details = run(capfd, *asked, "--format", "json").json["targets"][0]["outlook_details"]
    assert details["about"] == "worst"
