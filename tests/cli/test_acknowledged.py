"""A finding that was let stand fails no more, and comes back when its figures change. Every figure is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.workspaces import Answer, indicator, run, workspace
from ycindic.domain.alert import Alert

FLOW = "unit: 万人; measure: flow"
FIVE = "period: 2026, relation: at_least, goal: 5"
GROWTH = 'unit: "%"; measure: growth; better: higher'
LATE = f"{FLOW}; released: {{every: month, day: 20}}"
PRELIMINARY = "jobs,2026-06,2.5,ytd,2026-07-20,preliminary"
TENSE = ("period: 2026-2030, relation: at_least, goal: 6, average: true", "period: 2026, relation: at_least, goal: 5")


def check(capfd: pytest.CaptureFixture[str], folder: Path, *options: str, day: str = "2026-09-25") -> Answer:
    return run(capfd, "check", "--data", str(folder), "--as-of", day, "--lang", "en", *options)


def findings(capfd: pytest.CaptureFixture[str], folder: Path, **options: str) -> dict[str, dict]:
    found = check(capfd, folder, "--format", "json", **options).json["findings"]
    return {f"{one['code']}:{one['id']}": one for one in found}


def add(folder: Path, row: str, name: str = "b.csv") -> None:
    text = f"indicator,period,value,basis,published,stage\n{row}\n"
    (folder / "actuals" / name).write_text(text, encoding="utf-8")


KINDS = {
    "off-track:jobs@2026": ((indicator("jobs", FLOW, FIVE),), "jobs,2026-06,1.0,ytd,2026-07-20,",
                            "jobs,2026-06,1.1,ytd,2026-08-20,"),
    "at-risk:jobs@2026": ((indicator("jobs", FLOW, FIVE),), "jobs,2026-06,2.1,ytd,2026-07-20,",
                          "jobs,2026-08,2.9,ytd,2026-09-20,"),
    "late:jobs": ((indicator("jobs", LATE, FIVE),), "jobs,2026-07,3,ytd,2026-08-20,", None),
    "preliminary:jobs": ((indicator("jobs", FLOW, FIVE),), PRELIMINARY, "jobs,2026-08,4.0,ytd,2026-09-20,preliminary"),
    "breach:jobs@2026": ((indicator("jobs", FLOW, "period: 2026, relation: at_most, goal: 5"),),
                         "jobs,2026-06,6,ytd,2026-07-20,", "jobs,2026-08,7,ytd,2026-09-20,"),
}  # fmt: skip
"""A finding, the workspace that has it, and a row that changes its figures; of a late one another release."""


@pytest.mark.parametrize("key", KINDS)
def test_what_is_let_stand_is_told_last_and_fails_not_until_its_figures_change(
    key: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    indicators, rows, news = KINDS[key]
    workspace(tmp_path, *indicators, rows=rows)
    assert findings(capfd, tmp_path)[key]["acknowledged"] is None
    assert check(capfd, tmp_path, "--fail-on", "all").code == 1
    said = check(capfd, tmp_path, "--ack", key, "--because", "the plan office knows")
    assert said.code == 0
    assert "the plan office knows" in said.out
    after = check(capfd, tmp_path, "--fail-on", key.partition(":")[0])
    assert after.code == 0
    assert "acknowledged (1)" in after.out
    assert "Acknowledged on " in after.out.splitlines()[-1]
    kept = findings(capfd, tmp_path, day="2026-09-28")
    assert (kept[key]["severity"], kept[key]["acknowledged"]["holds"]) == ("note", True), "a day changes nothing"
    assert kept[key]["acknowledged"]["because"] == "the plan office knows"
    day = "2026-10-25" if news is None else "2026-09-28"
    if news is not None:
        add(tmp_path, news)
    found = findings(capfd, tmp_path, day=day)[key]
    assert (found["severity"] == "note", found["acknowledged"]["holds"]) == (False, False)
    told = check(capfd, tmp_path, "--fail-on", "all", day=day)
    assert (told.code, "its figures have changed since" in told.out) == (1, True)


def test_a_tension_of_the_plan_comes_back_when_a_goal_changes(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    workspace(tmp_path, indicator("gdp", GROWTH, *TENSE))
    key = "inconsistent:gdp@2026-2030"
    check(capfd, tmp_path, "--ack", key, "--because", "front-loaded elsewhere")
    assert findings(capfd, tmp_path)[key]["acknowledged"]["holds"]
    workspace(tmp_path, indicator("gdp", GROWTH, TENSE[0], TENSE[1].replace("5", "4")))
    assert not findings(capfd, tmp_path)[key]["acknowledged"]["holds"]


def test_a_finding_may_be_named_by_its_indicator_or_its_name(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for number, who in enumerate(("jobs@2026", "jobs", "jobs甲")):
        folder = workspace(
            tmp_path / str(number), *KINDS["off-track:jobs@2026"][0], rows="jobs,2026-06,1.0,ytd,2026-07-20,"
        )
        assert check(capfd, folder, "--ack", f"off-track:{who}", "--because", "known").code == 0
        assert check(capfd, folder).code == 0


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--ack", "off-track:jobs"), "--because"),
        (("--because", "x"), "--ack CODE:ID"),
        (("--ack", "off-trak:jobs", "--because", "x"), "off-track:jobs@2026"),
        (("--ack", "late:jobs", "--because", "x"), "no 'late:jobs'"),
        (("--ack", "off-track", "--because", "x"), "off-track:jobs@2026"),
        (("--ack", "off-track:jobs", "--because", ""), "may not be empty"),
        (("--ack", "", "--because", "x"), "may not be empty"),
        (("--ack", "off-track:jobs", "--because", "a\x1b[0m"), "bad-text"),
    ],
)
def test_what_cannot_be_let_stand_is_refused_and_nothing_is_written(
    options: tuple[str, ...], says: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    workspace(tmp_path, *KINDS["off-track:jobs@2026"][0], rows="jobs,2026-06,1.0,ytd,2026-07-20,")
    found = check(capfd, tmp_path, *options)
    assert (found.code, found.out) == (2, "")
    assert says in found.err
    assert not (tmp_path / "acknowledged.csv").exists()


def test_a_fault_of_a_file_can_only_be_mended(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    workspace(tmp_path, *KINDS["off-track:jobs@2026"][0], rows="jobs,2026-06,x,ytd,2026-07-20,")
    found = check(capfd, tmp_path, "--ack", f"{Alert.INVALID}:{tmp_path}/actuals/a.csv", "--because", "later")
    assert (found.code, found.out) == (2, "")


def test_it_is_logged_and_can_be_taken_back(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    workspace(tmp_path, *KINDS["off-track:jobs@2026"][0], rows="jobs,2026-06,1.0,ytd,2026-07-20,")
    check(capfd, tmp_path, "--ack", "off-track:jobs", "--because", "first")
    before = (tmp_path / "acknowledged.csv").read_bytes()
    check(capfd, tmp_path, "--ack", "off-track:jobs", "--because", "=second")
    after = (tmp_path / "acknowledged.csv").read_bytes()
    assert after.startswith(before)
    assert b",=second" not in after, "no spreadsheet takes a reason for a formula"
    log = run(capfd, "log", "--data", str(tmp_path), "--lang", "en").out
    assert "off-track:jobs@2026  – → first" in log
    assert "off-track:jobs@2026  first → =second" in log
    assert run(capfd, "undo", "--data", str(tmp_path)).code == 0
    assert (tmp_path / "acknowledged.csv").read_bytes() == before
    assert "first" in check(capfd, tmp_path).out


def test_the_first_one_is_taken_back_with_its_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    workspace(tmp_path, *KINDS["off-track:jobs@2026"][0], rows="jobs,2026-06,1.0,ytd,2026-07-20,")
    check(capfd, tmp_path, "--ack", "off-track:jobs", "--because", "first")
    assert run(capfd, "undo", "--data", str(tmp_path)).code == 0
    assert not (tmp_path / "acknowledged.csv").exists()
    assert check(capfd, tmp_path).code == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("code,id\n", "no-header"),
        ("code,id,figures,because,by,on\noff-track,jobs@2026,x\n", "row-length"),
        ("code,id,figures,because,by,on\noff-track,jobs@2026,x,y,z,yesterday\n", "bad-date"),
        ('code,id,figures,because,by,on\n"off-track,jobs@2026,x,y,z,2026-01-01\n', "csv-syntax"),
        (b"\xff\xfe\x00\x81", "encoding"),
    ],
)
def test_a_fault_of_its_file_is_told_by_validate_and_check(
    text: str | bytes, code: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    workspace(tmp_path, *KINDS["off-track:jobs@2026"][0], rows="jobs,2026-06,1.0,ytd,2026-07-20,")
    (tmp_path / "acknowledged.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    assert code in run(capfd, "validate", "--data", str(tmp_path)).out
    found = check(capfd, tmp_path)
    assert (found.code, f"[{code}]" in found.out) == (2, True)


def test_a_file_that_a_spreadsheet_saved_in_chinese_is_kept_so(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    workspace(tmp_path, *KINDS["off-track:jobs@2026"][0], rows="jobs,2026-06,1.0,ytd,2026-07-20,")
    old = "code,id,figures,because,by,on\r\nlate,jobs,x,已知悉，不再追问,张三,2026-01-01\r\n".encode("gb18030")
    (tmp_path / "acknowledged.csv").write_bytes(old)
    check(capfd, tmp_path, "--ack", "off-track:jobs", "--because", "已报告")
    new = (tmp_path / "acknowledged.csv").read_bytes()
    assert new.startswith(old)
    assert "已报告" in new.decode("gb18030")
    assert check(capfd, tmp_path).code == 0


def test_an_answer_never_overwrites_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    workspace(tmp_path, *KINDS["off-track:jobs@2026"][0], rows="jobs,2026-06,1.0,ytd,2026-07-20,")
    check(capfd, tmp_path, "--ack", "off-track:jobs", "--because", "known")
    before = (tmp_path / "acknowledged.csv").read_bytes()
    found = run(capfd, "export", str(tmp_path / "acknowledged.csv"), "--data", str(tmp_path), "--force")
    assert found.code == 2
    assert (tmp_path / "acknowledged.csv").read_bytes() == before


# What is over is told only when it is asked for.


@pytest.mark.parametrize(
    ("period", "row", "day", "told"),
    [
        ("2026", "jobs,2026-06,1.0,ytd,2026-07-20,", "2026-09-25", True),
        ("2025", "jobs,2025-12,3,ytd,2026-01-20,", "2026-04-22", True),  # 92 days after its final figure
        ("2025", "jobs,2025-12,3,ytd,2026-01-20,", "2026-04-23", False),
        ("2024", "jobs,2024-12,3,ytd,2025-01-20,", "2026-09-25", False),
        ("2021-2025", "jobs,2021-12,0.1,ytd,2022-01-20,", "2025-06-30", True),
    ],
)
def test_without_a_period_a_check_speaks_of_what_runs_or_has_just_ended(
    period: str, row: str, day: str, told: object, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    workspace(tmp_path, indicator("jobs", FLOW, f"period: {period}, relation: at_least, goal: 5"), rows=row)
    assert ("jobs (" in check(capfd, tmp_path, day=day).out) is told
    assert "jobs (" in check(capfd, tmp_path, "--period", "all", day=day).out
    assert "jobs (" in check(capfd, tmp_path, "--period", period, day=day).out


def test_a_contested_verdict_of_a_closed_year_is_no_matter_of_opinion(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    rows = "jobs,2025-06,4,ytd,2025-07-20, jobs,2025-12,10,ytd,2026-01-20, jobs,2026-06,4.8,ytd,2026-07-20,"
    workspace(tmp_path, indicator("jobs", FLOW, "period: 2026, relation: at_least, goal: 10"), rows=rows)
    assert "contested:jobs@2026" in findings(capfd, tmp_path)
    later = check(capfd, tmp_path, "--period", "all", "--format", "json", day="2027-06-01").json["findings"]
    assert "contested" not in {one["code"] for one in later}
