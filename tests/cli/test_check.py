"""`ycindic check`: what does it answer, in which form, with which code?"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from cli.workspaces import ROOT, Answer, indicator, run, workspace
from ycindic.domain.attention import Alert
from ycindic.domain.audit import Rule
from ycindic.domain.changes import Cause

FLOW = "unit: 万人; measure: flow"
FIVE = "period: 2026, relation: at_least, goal: 5"
DAY = ("--as-of", "2026-09-20", "--lang", "en")


def calm(folder: Path) -> Path:
    return workspace(folder, indicator("jobs", FLOW, FIVE), rows="jobs,2026-06,2.5,ytd,2026-07-20,")


def behind(folder: Path, figure: str = "1.0", keys: str = FIVE) -> Path:
    return workspace(folder, indicator("jobs", FLOW, keys), rows=f"jobs,2026-06,{figure},ytd,2026-07-20,")


def risky(folder: Path) -> Path:
    return behind(folder, "2.1")


def check(capfd: pytest.CaptureFixture[str], folder: Path, *options: str) -> Answer:
    return run(capfd, "check", "--data", str(folder), *DAY, *options)


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own words


def test_as_text_it_is_silent_when_all_is_well(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = check(capfd, calm(tmp_path))
    assert (found.code, found.out, found.err) == (0, "", "")


def test_a_target_off_track_is_a_line_with_name_sentence_and_place_below_its_code(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    found = check(capfd, behind(tmp_path))
    assert found.code == 1
    heading, line = found.out.splitlines()
    assert (
        heading == f"off track [off-track] (1): ycindic show jobs@2026 --data {tmp_path} tells what the rest must bring"
    )
    assert line.startswith("  jobs (2026): 1.0 万人 for January–June 2026")
    assert line.endswith(f" ({tmp_path}/targets.yaml:9:9)")
    assert "1 finding, 1 of them fail by --fail-on: off track 1" in found.err


def test_what_does_not_fail_is_told_and_ends_with_0(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = check(capfd, risky(tmp_path))
    assert (found.code, "[at-risk]" in found.out) == (0, True)


@pytest.mark.parametrize(
    ("option", "code"),
    [("at-risk", 1), ("late,at-risk", 1), ("all", 1), ("none", 0), ("off-track", 0), ("missed,breach", 0)],
)
def test_fail_on_chooses_what_counts(option: str, code: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert check(capfd, risky(tmp_path), "--fail-on", option).code == code


def test_an_unknown_code_is_refused_with_the_nearest(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = check(capfd, calm(tmp_path), "--fail-on", "of-track")
    assert (found.code, found.out) == (2, "")
    assert "off-track" in found.err


def test_a_faulty_file_ends_with_2_and_the_targets_are_still_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (behind(tmp_path) / "actuals" / "b.csv").write_text("indicator,period,value\njobs,2026-08,x\n", encoding="utf-8")
    found = check(capfd, tmp_path, "--format", "json")
    assert found.code == 2
    assert [one["code"] for one in found.json["findings"] if one["fails"]] == ["invalid", "off-track"]
    assert found.json["findings"][0]["details"]["problem"] == "bad-value"
    assert check(capfd, tmp_path, "--fail-on", "off-track").code == 1


def test_a_fault_in_a_row_that_is_not_published_yet_is_told_too(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = calm(tmp_path) / "actuals"
    for name, value in (("b.csv", 3), ("c.csv", 4)):
        rows = f"indicator,period,value,published\njobs,2026-11,{value},2026-12-20\n"
        (folder / name).write_text(rows, encoding="utf-8")
    found = check(capfd, tmp_path, "--format", "json")
    assert [one["details"]["problem"] for one in found.json["findings"]] == ["conflict"]


def test_where_nothing_can_be_read_the_answer_is_2_whatever_was_asked(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert check(capfd, tmp_path, "--fail-on", "none").code == 2


@pytest.mark.parametrize("command", ["check", "status"])
@pytest.mark.parametrize(
    ("keys", "names", "others"),
    [
        ("period: 2026, by: 2026-09-30", ("2026", "2026-01..2026-09"), ("2025-2026", "2026-H1")),
        ("period: 2026-H2, by: 2026-09-30", ("2026-H2", "2026-Q3"), ("2026",)),
        ("period: 2026, by: 2026-12-31", ("2026",), ("2026-H2",)),
    ],
)
def test_a_promise_with_a_deadline_is_found_by_its_period_and_by_the_months_that_count(
    command: str,
    keys: str,
    names: tuple[str, ...],
    others: tuple[str, ...],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    workspace(tmp_path, indicator("roads", "unit: 公里; measure: stock", f"{keys}, relation: at_least, goal: 5"),
              rows="roads,2026-09,1,point,,\nroads,2026-12,1,point,,")  # fmt: skip
    for name in (*names, *others):
        found = run(capfd, command, "--data", str(tmp_path), "--as-of", "2027-01-20", "--lang", "en", "--period", name)
        assert ("roads" in found.out) is (name in names), name
        assert ("--period" in found.err) is (name in others), name


def test_commitment_and_period_narrow_the_check(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    behind(tmp_path, keys=f"{FIVE}, commitment: firm")
    assert check(capfd, tmp_path, "--commitment", "binding,firm").code == 1
    assert check(capfd, tmp_path, "--period", "2026").code == 1
    for options in (("--commitment", "binding"), ("--period", "2027")):
        found = check(capfd, tmp_path, *options)
        assert (found.code, found.out) == (0, "")


def test_a_late_figure_tells_its_day_and_how_late_it_is(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    keys = f"{FLOW}; released: {{every: month, day: 31}}; publisher: {{zh: 局, en: Office}}"
    workspace(tmp_path, indicator("jobs", keys, FIVE), rows="jobs,2026-06,2.5,ytd,2026-07-20,")
    found = check(capfd, tmp_path, "--fail-on", "late", "--format", "json")
    (late,) = found.json["findings"]
    assert (found.code, late["code"], late["id"]) == (1, "late", "jobs")
    assert late["details"] == {"releases": [{"period": "2026-07", "due": "2026-08-31", "days_late": 20}]}
    assert late["what"]["en"] == "Due and not recorded: January–July 2026 (due 31 Aug 2026, 20 days late), from Office."
    assert late["what"]["zh"] == "应有而未录入：2026年1—7月（应于2026年8月31日公布，已逾期20天），由局公布。"


def test_many_late_figures_are_told_by_the_first_and_the_last(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    released = "released: {every: month, day: 10}"
    workspace(tmp_path, indicator("jobs", f"{FLOW}; {released}", FIVE))
    (late,) = check(capfd, tmp_path, "--format", "json").json["findings"]
    assert len(late["details"]["releases"]) == 8
    assert "recorded: January–August 2026 (due 10 Sep 2026, 10 days late)" in late["message"]["en"]
    workspace(tmp_path, indicator("jobs", f"unit: 万人; measure: stock; {released}", FIVE))
    (late,) = check(capfd, tmp_path, "--format", "json").json["findings"]
    told = "8 figures from January 2026 (due 10 Feb 2026, 222 days late) to August 2026 (due 10 Sep 2026, 10 days late)"
    assert told in late["message"]["en"]
    assert "共8期，自2026年1月（" in late["message"]["zh"]


def test_a_preliminary_figure_is_told_with_its_value(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    workspace(tmp_path, indicator("jobs", FLOW, FIVE), rows="jobs,2026-06,2.5,ytd,2026-07-20,preliminary")
    (found,) = check(capfd, tmp_path, "--format", "json").json["findings"]
    assert (found["code"], found["file"], found["line"]) == ("preliminary", f"{tmp_path}/actuals/a.csv", 2)
    assert found["details"] == {"figures": [{"period": "2026-H1", "value": 2.5, "published": "2026-07-20"}]}
    assert found["what"]["en"] == "A verdict rests on preliminary figures: 2.5 万人 for January–June 2026."


def test_json_counts_every_code_and_says_what_fails(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = check(capfd, behind(tmp_path), "--format", "json").json
    assert (found["schema"], found["as_of"], found["targets"]) == (2, "2026-09-20", 1)
    assert found["counts"] | {"off-track": 1, "contested": 0} == {alert.value: 0 for alert in Alert} | {"off-track": 1}
    assert found["failing"] == sum(one["fails"] for one in found["findings"]) == 1
    assert found["fail_on"] == ["invalid", "breach", "missed", "off-track"]


@pytest.mark.parametrize("form", ["json", "junit", "github"])
def test_the_other_forms_are_whole_documents_also_when_all_is_well(
    form: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    found = check(capfd, calm(tmp_path), "--format", form)
    assert (found.code, found.err) == (0, "")
    assert {
        "json": lambda: found.json["findings"] == [],
        "junit": lambda: parsed(found.out).get("tests") == "1",
        "github": lambda: found.out == "::notice title=ycindic::20 Sep 2026: 1 target, 0 findings, 0 of them fail\n",
    }[form]()


def test_json_is_the_same_bytes_in_both_languages_and_again(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = str(behind(tmp_path))
    outs = {
        run(capfd, "check", "--data", folder, "--as-of", "2026-09-20", "--format", "json", "--lang", lang).out
        for lang in ("zh", "en", "zh")
    }
    assert len(outs) == 1


def test_junit_has_a_case_a_target_with_failures_and_errors_by_kind(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    workspace(
        tmp_path,
        indicator("jobs", FLOW, FIVE),
        indicator("roads", FLOW, "period: 2026, relation: at_least, goal: 10"),
        rows="jobs,2026-06,1.0,ytd,2026-07-20, roads,2026-06,4.2,ytd,2026-07-20,",
    )
    (tmp_path / "actuals" / "b.csv").write_text('indicator,period,value\njobs,2026-08,"<&\x07>"\n', encoding="utf-8")
    suite = parsed(check(capfd, tmp_path, "--format", "junit").out)[0]
    cases = {one.get("name"): one for one in suite}
    assert list(cases) == ["jobs@2026", "roads@2026", f"{tmp_path}/actuals/b.csv"]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "1")
    failure, error = cases["jobs@2026"].find("failure"), cases[f"{tmp_path}/actuals/b.csv"].find("error")
    assert failure is not None
    assert error is not None
    assert (failure.get("type"), error.get("type")) == ("off-track", "invalid")
    assert "[at-risk]" in (cases["roads@2026"].findtext("system-out") or "")


def test_github_marks_what_fails_as_errors_and_the_rest_as_warnings(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lines = check(capfd, behind(tmp_path), "--format", "github").out.splitlines()
    place = str(tmp_path / "targets.yaml").replace(":", "%3A").replace(",", "%2C")
    start = f"::error file={place},line=9,col=9,title=off track [off-track]::jobs@2026: 1.0 万人"
    assert lines[0].startswith(start)
    assert lines[-1].startswith("::notice ")
    warned = check(capfd, risky(tmp_path), "--format", "github").out
    assert warned.startswith("::warning ")


def test_github_gets_per_cent_signs_in_its_own_escapes(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    share = indicator("share", 'unit: "%"; measure: mean', "period: 2026, relation: at_least, goal: 90")
    workspace(tmp_path, share, rows="share,2026-06,80.5,ytd,2026-07-20,")
    line = check(capfd, tmp_path, "--format", "github").out.splitlines()[0]
    assert "share@2026: 80.5%25 for January–June 2026" in line
    assert set(re.findall("%.{0,2}", line)) == {"%25"}


# The documents: what they show is run.

PAGE = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def shell(command: str, cwd: Path) -> Answer:
    """Run a line as cron does: a bare shell that knows only where the program is."""
    path = f"{Path(sys.executable).parent}{os.pathsep}/usr/bin{os.pathsep}/bin"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False, cwd=cwd, env={"PATH": path})
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.skipif(os.name != "posix", reason="cron is a Unix program")
def test_the_cron_line_is_silent_when_all_is_well_and_speaks_when_not(tmp_path: Path) -> None:
    minute, hour, day, month, weekday, command = block("cron").strip().split(maxsplit=5)
    assert all(re.fullmatch(r"[\d*,/-]+", one) for one in (minute, hour, day, month, weekday))
    assert "/srv/plan" in command
    never = indicator("fires", "unit: 起; measure: events", "period: 2020-2099, relation: none")
    workspace(tmp_path / "calm", never, rows="fires,2020-11,0,alone,2020-12-20,")
    workspace(tmp_path / "grave", never, rows="fires,2020-11,1,alone,2020-12-20,")
    quiet = shell(command.replace("/srv/plan", str(tmp_path / "calm")), tmp_path)
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    loud = shell(command.replace("/srv/plan", str(tmp_path / "grave")), tmp_path)
    assert (loud.code, "[breach]" in loud.out) == (1, True)


@pytest.mark.skipif(os.name != "posix", reason="the workflow runs on Linux")
def test_the_steps_of_the_ci_example_run_on_the_shipped_plan(tmp_path: Path) -> None:
    workflow = yaml.safe_load(block("yaml"))
    steps = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    junit, github = [step for step in steps if step.startswith("ycindic ")]
    assert "pip install --quiet ." in steps
    (tmp_path / "data").symlink_to(ROOT / "data")
    assert shell(junit, tmp_path).code == 0
    assert parsed((tmp_path / "targets.xml").read_text(encoding="utf-8")).tag == "testsuites"
    found = shell(github, tmp_path)
    assert found.code in (0, 1)
    assert found.out.splitlines()[-1].startswith("::notice ")


def test_the_page_names_every_rule_of_the_audit_and_every_cause_of_a_change() -> None:
    assert all(f"`{one.value}`" in PAGE for one in (*Rule, *Cause))


def test_the_page_names_every_code_and_no_other() -> None:
    table = PAGE.split("| code |")[1].split("\n\n")[0]
    named = [code for row in table.splitlines()[2:] for code in re.findall(r"`([a-z-]+)`", row.split("|")[1])]
    assert set(named) == {alert.value for alert in Alert}
