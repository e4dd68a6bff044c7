"""`ycindic diff`: which verdicts changed, and why?"""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from cli.workspaces import ROOT, Answer, indicator, run, workspace
from ycindic.domain.changes import Cause
from ycindic.render.answers.changes import _CAUSES

JOBS = "unit: 万人; measure: flow"
ROWS = """
jobs,2026-06,2.5,ytd,2026-07-20,preliminary
jobs,2026-06,2.0,ytd,2026-08-20,revised
jobs,2026-09,4.0,ytd,2026-10-20,
"""


def folder(at: Path, goal: str = "5") -> Path:
    return workspace(at, indicator("jobs", JOBS, f"period: 2026, relation: at_least, goal: {goal}"), rows=ROWS)


def diff(capfd: pytest.CaptureFixture[str], at: Path, first: str, last: str, *options: str) -> Answer:
    return run(capfd, "diff", "--data", str(at), "--from", first, "--to", last, "--lang", "en", *options)


def test_every_cause_has_a_word() -> None:
    assert set(_CAUSES) == set(Cause)


def test_a_revision_is_told_with_old_value_new_value_and_both_verdicts(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    found = diff(capfd, folder(tmp_path), "2026-07-31", "2026-08-31", "--format", "json")
    (change,) = found.json["changes"]
    assert (change["id"], change["verdict_from"], change["verdict_to"]) == ("jobs@2026", "on_track", "at_risk")
    (cause,) = change["causes"]
    assert cause["cause"] == "revision"
    assert cause["figures"] == [
        {"indicator": "jobs", "period": "2026-H1", "basis": "ytd", "old": 2.5, "new": 2, "published": "2026-08-20"}
    ]
    assert change["why"]["en"] == "revision: January–June 2026 from 2.5 万人 to 2.0 万人"
    assert change["why"]["zh"] == "数据修订：2026年1—6月由2.5万人改为2.0万人"
    assert (found.code, found.json["schema"], found.json["targets"]) == (0, 1, 1)


def test_a_new_figure_is_told_with_its_period(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = diff(capfd, folder(tmp_path), "2026-08-31", "2026-10-31", "--format", "csv")
    (row,) = csv.DictReader(StringIO(found.out))
    assert (row["verdict_from"], row["verdict_to"], row["causes"]) == ("at_risk", "ahead", "new-figure")
    assert row["why_en"] == "new figure: 4.0 万人 for January–September 2026"
    assert (row["on_track_from"], row["on_track_to"]) == ("false", "true")


def test_the_table_counts_and_names_what_changed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = diff(capfd, folder(tmp_path), "2026-08-31", "2026-10-31")
    for piece in ("31 Aug 2026 → 31 Oct 2026", "1 of 1 verdicts changed", "jobs (2026)", "! at risk", "» ahead"):
        assert piece in found.out
    assert found.err.startswith("read from ")
    assert len(found.err.splitlines()) == 1


def test_where_nothing_changed_the_table_says_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = diff(capfd, folder(tmp_path), "2026-10-20", "2026-10-31")
    assert (found.code, "0 of 1 verdicts changed" in found.out) == (0, True)


def test_an_older_registry_shows_which_goals_changed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    old, new = folder(tmp_path / "old"), folder(tmp_path / "new", goal="10")
    found = run(
        capfd,
        "diff",
        "--data",
        str(new),
        "--against",
        str(old),
        "--to",
        "2026-07-31",
        "--format",
        "json",
        "--lang",
        "en",
    )
    (change,) = found.json["changes"]
    assert found.json["from"] == found.json["to"] == "2026-07-31"
    assert change["causes"] == [
        {"cause": "goal-changed", "figures": [], "keys": [{"key": "goal", "old": "5", "new": "10"}]}
    ]
    assert change["why"] == {"zh": "目标有变：由≥5万人改为≥10万人", "en": "goal changed: from ≥ 5 万人 to ≥ 10 万人"}


def test_without_a_date_the_last_month_is_compared(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = run(capfd, "diff", "--data", str(folder(tmp_path)), "--to", "2026-03-31", "--format", "json")
    assert (found.json["from"], found.json["to"]) == ("2026-02-28", "2026-03-31")


def test_a_month_means_its_end(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = diff(capfd, folder(tmp_path), "2026-07", "2026-08", "--format", "json")
    assert (found.json["from"], found.json["to"]) == ("2026-07-31", "2026-08-31")


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [("2026-09-01", "2026-08-01", "--from"), ("x", "2026-08", "--from"), ("2026", "y", "--to")],
)
def test_dates_that_make_no_sense_are_refused(
    first: str, last: str, named: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    found = diff(capfd, folder(tmp_path), first, last)
    assert (found.code, found.out) == (2, "")
    assert named in found.err


def test_faulty_files_of_either_side_end_with_2(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    old, new = folder(tmp_path / "old"), folder(tmp_path / "new")
    (old / "actuals" / "b.csv").write_text("indicator,period,value\njobs,2026-13,1\n", encoding="utf-8")
    found = diff(capfd, new, "2026-07", "2026-08", "--against", str(old), "--format", "json")
    assert (found.code, [one["code"] for one in found.json["problems"]]) == (2, ["bad-period"])


def test_csv_and_json_are_the_same_bytes_in_both_languages(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    at = folder(tmp_path)
    for form in ("csv", "json"):
        en, zh = (diff(capfd, at, "2026-07", "2026-08", "--format", form, "--lang", lang).out for lang in ("en", "zh"))
        assert en == zh


def test_time_alone_is_told_with_what_it_brought(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    keys = f"{JOBS}; released: {{every: month, day: 20}}"
    workspace(tmp_path, indicator("jobs", keys, "period: 2026, relation: at_least, goal: 5"))
    found = diff(capfd, tmp_path, "2026-02-01", "2026-02-28", "--format", "json")
    (change,) = found.json["changes"]
    assert (change["verdict_from"], change["verdict_to"]) == ("not_due", "no_data")
    assert change["why"]["zh"].startswith("时间推移：")
    assert change["to"]["sentence"]["zh"].removesuffix("。") in change["why"]["zh"]


def test_the_nation_between_april_and_september_2026(capfd: pytest.CaptureFixture[str]) -> None:
    """Checked by hand: income 4.0 against GDP 5.0 in the first quarter, 4.2 against 4.7 in the first half."""
    at = ROOT / "examples" / "china"
    changed = {
        one["id"]: one for one in diff(capfd, at, "2026-04-30", "2026-09-20", "--format", "json").json["changes"]
    }
    income = changed["income-real@2026"]
    assert (income["verdict_from"], income["verdict_to"]) == ("off_track", "at_risk")
    assert [one["cause"] for one in income["causes"]] == ["new-figure"]
    figures = [(one["indicator"], one["new"]) for one in income["causes"][0]["figures"]]
    assert figures == [("gdp", 4.7), ("income-real", 4.2)]
