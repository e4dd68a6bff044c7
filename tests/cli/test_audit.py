"""`ycindic audit`: what does it answer, in which form, with which code?"""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.workspaces import ROOT, Answer, call, indicator, run, workspace

GROWTH = 'unit: "%"; measure: growth; better: higher'
AVERAGE = "period: 2026-2030, relation: at_least, goal: 6, average: true"


def tense(folder: Path) -> Path:
    return workspace(folder, indicator("gdp", GROWTH, AVERAGE, "period: 2026, relation: at_least, goal: 5"))


def calm(folder: Path) -> Path:
    return workspace(folder, indicator("gdp", GROWTH, AVERAGE, "period: 2026, relation: at_least, goal: 6"))


def test_a_plan_that_agrees_with_itself_is_answered_by_silence_and_0(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    found = run(capfd, "audit", "--data", str(calm(tmp_path)))
    assert (found.code, found.out) == (0, "")


def test_a_tension_is_a_line_with_its_place_and_ends_with_1(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tense(tmp_path)
    found = run(capfd, "audit", "--data", str(folder))
    assert found.code == 1
    (line,) = found.out.splitlines()
    assert line.startswith(f"{folder}/targets.yaml:10:9: gdp (2026–2030): ")
    assert line.endswith("[yearly-growth]")


def test_faulty_files_end_with_2_and_the_tension_is_still_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tense(tmp_path)
    (folder / "actuals" / "b.csv").write_text("indicator,period,value\ngdp,2026-13,1\n", encoding="utf-8")
    found = run(capfd, "audit", "--data", str(folder), "--format", "json")
    assert found.code == 2
    assert [one["code"] for one in found.json["findings"]] == ["yearly-growth"]
    assert [one["code"] for one in found.json["problems"]] == ["bad-period"]
    assert "bad-period" in found.err


def test_json_is_a_whole_document_also_when_all_is_well(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = run(capfd, "audit", "--data", str(calm(tmp_path)), "--format", "json", "--as-of", "2026-09-20")
    assert found.json == {"schema": 2, "as_of": "2026-09-20", "failing": 0, "findings": [], "problems": []}


def test_only_figures_published_by_the_date_are_compared(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    jobs = indicator("jobs", "unit: 万人; measure: flow", "period: 2026, relation: at_least, goal: 5")
    rows = "jobs,2026-01,1.0,alone,2026-02-20, jobs,2026-02,1.0,alone,2026-03-20, jobs,2026-02,3.0,ytd,2026-03-25,"
    folder = str(workspace(tmp_path, jobs, rows=rows))
    assert run(capfd, "audit", "--data", folder, "--as-of", "2026-03-24").code == 0
    later = run(capfd, "audit", "--data", folder, "--as-of", "2026-03-25")
    assert later.code == 1
    assert later.out.startswith(f"{folder}/actuals/a.csv:4: jobs (2026): ")


def test_json_is_the_same_in_both_languages_and_text_is_not() -> None:
    arguments = ("audit", "--data", "data", "--as-of", "2026-09-20")
    zh, en = (call(*arguments, "--lang", lang, "--format", "json") for lang in ("zh", "en"))
    assert zh.out == en.out
    assert "每年" in call(*arguments, "--lang", "zh").out
    assert "a year" in call(*arguments, "--lang", "en").out


def test_an_unknown_form_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "audit", "--format", "xml").code == 2


def told(found: Answer) -> list[dict]:
    return [one["details"] for one in found.json["findings"]]


# The real workspaces: every tension below was checked by hand against the files.


def test_yuncheng_promises_ten_platforms_a_year_towards_120_and_six_a_year_agree_with_about_six(
    capfd: pytest.CaptureFixture[str],
) -> None:
    found = run(capfd, "audit", "--data", str(ROOT / "data"), "--as-of", "2026-09-20", "--format", "json")
    by_code = {one["code"]: one["details"] for one in found.json["findings"]}
    assert list(by_code) == ["additions-and-stock"]
    platforms = by_code["additions-and-stock"]
    assert platforms["inputs"]["base"] is None
    assert platforms["inputs"]["base_needed"] == 120 - 5 * 10


def test_the_nation_promises_17_per_cent_less_carbon_and_with_about_3_8_in_2026_more_than_its_share(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert (1 - 0.038) ** 5 < 0.83
    folder = str(ROOT / "examples" / "china")
    found = run(capfd, "audit", "--data", folder, "--as-of", "2026-09-20", "--format", "json")
    assert not [one for one in told(found) if one["indicator"] == "co2-intensity"]


def test_goals_that_agree_as_printed_are_no_finding(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever tolerance a yearly 左右 has: an average of 6 and about 6 in the first year are consistent."""
    for number, (whole, year, agrees) in enumerate([
        ("goal: 6, average: true", "relation: about, goal: 6", True),
        ("goal: 6, average: true", "relation: about, goal: 6, tolerance: 1", True),
        ("goal: 6, average: true", "relation: about, goal: 5.9", False),
        ("goal: 30, total: true", f"relation: at_least, goal: {(1.30 ** (1 / 5) - 1) * 100 + 0.001:.3f}", True),
        ("goal: 30, total: true", f"relation: at_least, goal: {(1.30 ** (1 / 5) - 1) * 100 - 0.01:.3f}", False),
    ]):  # fmt: skip
        targets = (f"period: 2026-2030, relation: at_least, {whole}", f"period: 2026, {year}")
        folder = workspace(tmp_path / str(number), indicator("gdp", GROWTH, *targets))
        found = run(capfd, "audit", "--data", str(folder), "--format", "json").json["findings"]
        assert ("yearly-growth" not in {one["code"] for one in found}) is agrees, (whole, year)


def test_the_nation_publishes_real_growth_beside_nominal_levels(capfd: pytest.CaptureFixture[str]) -> None:
    folder = str(ROOT / "examples" / "china")
    found = run(capfd, "audit", "--data", folder, "--as-of", "2026-09-20", "--format", "json")
    gdp = next(one for one in told(found) if one["indicator"] == "gdp")
    assert (gdp["rule"], gdp["period"]) == ("growth-and-levels", "2026-H1")
    assert gdp["inputs"]["published"] == 4.7
    assert gdp["inputs"]["computed"] == pytest.approx((695704.0 / 659861.6 - 1) * 100)
