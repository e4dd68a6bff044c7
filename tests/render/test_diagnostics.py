"""One value, one shape, four forms: whatever finds something, and whoever reads it. Every figure is invented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from cli.workspaces import Answer, indicator, run, workspace
from ycindic.domain.alert import Alert
from ycindic.domain.audit import Rule
from ycindic.domain.diagnostic import Severity
from ycindic.domain.problem import Code
from ycindic.render.answers.alerts import ALERTS
from ycindic.render.answers.findings import RULE_TEXTS
from ycindic.render.answers.sheet import in_both
from ycindic.render.forms import DIAGNOSES
from ycindic.render.forms.github import _LEVELS
from ycindic.render.words.first_lines import MOST_TOLD
from ycindic.render.words.problems import TEXTS

COMMANDS = ("validate", "audit", "check")
FORMS = tuple(DIAGNOSES)
SHAPE = {
    "code", "severity", "fails", "id", "file", "line", "column", "what", "hint", "message", "acknowledged", "details",
}  # fmt: skip
FLOW, GROWTH = "unit: 万人; measure: flow", 'unit: "%"; measure: growth; better: higher'
NASTY = 'indicator,period,value\njobs,2026-08,"<&\x07]]> 长::error::%0A"\n'


def calm(folder: Path) -> Path:
    return workspace(folder, indicator("jobs", FLOW, "period: 2026, relation: at_least, goal: 5"),
                     rows="jobs,2026-06,2.5,ytd,2026-07-20,")  # fmt: skip


def troubled(folder: Path) -> Path:
    """A tension of the plan, a target off track, a late figure, a preliminary one, a todo and a nasty fault."""
    workspace(
        folder,
        indicator("jobs", f"{FLOW}; released: {{every: month, day: 31}}", "period: 2026, relation: at_least, goal: 5"),
        indicator(
            "gdp", GROWTH, "period: 2026-2030, relation: at_least, goal: 6, average: true",
            "period: 2026, relation: at_least, goal: 5, todo: which base",
        ),
        rows="jobs,2026-06,1.0,ytd,2026-07-20,preliminary",
    )  # fmt: skip
    (folder / "actuals" / "b.csv").write_text(NASTY, encoding="utf-8")
    return folder


def asked(capfd: pytest.CaptureFixture[str], command: str, folder: Path, form: str, lang: str = "en") -> Answer:
    day = () if command == "validate" else ("--as-of", "2026-09-20")
    return run(capfd, command, "--data", str(folder), *day, "--format", form, "--lang", lang)


def diagnostics(document: dict) -> list[dict]:
    return [one for found in document.values() if isinstance(found, list) for one in found if isinstance(one, dict)]


@pytest.mark.parametrize(
    ("table", "codes"), [(TEXTS, Code), (RULE_TEXTS, Rule), (ALERTS, Alert)], ids=["faults", "tensions", "alerts"]
)
def test_every_code_says_what_is_the_matter_and_what_to_do_in_both_languages(table: dict, codes: Iterable) -> None:
    assert set(table) == set(codes)
    for what, hint in table.values():
        for zh, en in (in_both(text).values() for text in (what, hint)):
            assert re.search("[\u4e00-\u9fff]", zh), zh
            assert en, zh
            assert not re.search("[\u4e00-\u9fff]", en), en


def test_no_two_codes_share_a_name_so_that_a_script_may_look_for_one() -> None:
    names = [one.value for codes in (Code, Rule, Alert) for one in codes]
    assert len(names) == len(set(names))


def test_every_severity_has_a_level() -> None:
    assert set(_LEVELS) == set(Severity)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_gives_programs_the_same_shape(
    command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    document = asked(capfd, command, troubled(tmp_path), "json").json
    found = diagnostics(document)
    assert found
    assert {frozenset(one) for one in found} == {frozenset(SHAPE)}
    assert document["schema"] == 2
    assert document["failing"] == sum(one["fails"] for one in found)
    for one in found:
        assert one["fails"] == (one["severity"] == "error")
        for text in ("what", "hint", "message"):
            assert set(one[text]) == {"zh", "en"}
            assert all(one[text].values())
        for lang in ("zh", "en"):
            assert one["message"][lang].startswith(one["what"][lang])


@pytest.mark.parametrize("make", [calm, troubled])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_form_of_every_command_can_be_read_back_and_tells_the_same(
    command: str, form: str, make, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path)
    found = diagnostics(asked(capfd, command, tmp_path, "json").json)
    answer = asked(capfd, command, tmp_path, form)
    assert answer.code == asked(capfd, command, tmp_path, "text").code
    if form == "json":
        assert json.loads(answer.out)["schema"] == 2
    elif form == "junit":
        suite = ET.fromstring(answer.out)[0]  # noqa: S314 - our own words
        bad = [*suite.iter("failure"), *suite.iter("error")]
        assert sorted(one.get("type") for one in bad) == sorted(one["code"] for one in found if one["fails"])
        assert len(bad) == int(suite.get("failures")) + int(suite.get("errors"))
        assert len(suite) == int(suite.get("tests")) > 0
        told = "\n".join(one.text for one in suite.iter("system-out"))
        assert len(told.splitlines()) == sum(not one["fails"] for one in found)
    elif form == "github":
        *lines, last = answer.out.splitlines()
        assert last.startswith("::notice title=ycindic::")
        levels = {"error": "error", "warning": "warning", "note": "notice"}
        assert [line.split(" ")[0] for line in lines] == [f"::{levels[one['severity']]}" for one in found]
        assert all(f"[{one['code']}]" in line for one, line in zip(found, lines, strict=True))
    else:
        beside = {"validate": "notes", "audit": "problems"}.get(command)
        document = asked(capfd, command, tmp_path, "json").json
        told = [line for line in answer.out.splitlines() if command != "check" or line.startswith("  ")]
        assert len(told) == len(found) - len(document.get(beside, []))


@pytest.mark.parametrize("command", COMMANDS)
def test_json_is_the_same_bytes_in_both_languages(
    command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    troubled(tmp_path)
    assert asked(capfd, command, tmp_path, "json", "zh").out == asked(capfd, command, tmp_path, "json", "en").out


@pytest.mark.parametrize("command", COMMANDS)
def test_a_form_that_is_not_written_is_refused_with_those_that_are(
    command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = asked(capfd, command, calm(tmp_path), "xml")
    assert (answer.code, answer.out) == (2, "")
    assert all(form in answer.err for form in FORMS)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["validate", "check"])
def test_of_thousands_the_first_hundred_are_told_as_text_and_all_to_programs(
    command: str, lang: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    many = MOST_TOLD * 2 + 7
    rows = "".join(f"jobs,2026-08,x{number},\n" for number in range(many))
    (calm(tmp_path) / "actuals" / "b.csv").write_text(f"indicator,period,value,basis\n{rows}", encoding="utf-8")
    lines = asked(capfd, command, tmp_path, "text", lang).out.splitlines()
    whole = asked(capfd, command, tmp_path, "json").json
    told = len(diagnostics(whole))
    assert told >= many
    headings = [line for line in lines[:-1] if command == "check" and not line.startswith("  ")]
    assert len(lines) - len(headings) == MOST_TOLD + 1
    assert str(told - MOST_TOLD) in lines[-1]


def test_audit_tells_the_first_hundred_of_its_findings_too(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    wide = [
        indicator(f"i{number}", GROWTH, "period: 2026, relation: about, goal: 1, tolerance: 0.3")
        for number in range(MOST_TOLD + 3)
    ]
    lines = asked(capfd, "audit", workspace(tmp_path, *wide), "text").out.splitlines()
    assert len(lines) == MOST_TOLD + 1
    assert lines[-1] == "… and 3 more that are not listed"


def test_what_was_looked_at_and_is_in_order_is_a_passed_case(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    calm(tmp_path)
    expected = {
        "validate": [f"{tmp_path}/targets.yaml", f"{tmp_path}/actuals/a.csv"],
        "audit": [rule.value for rule in Rule],
        "check": ["jobs@2026"],
    }
    for command, names in expected.items():
        suite = ET.fromstring(asked(capfd, command, tmp_path, "junit").out)[0]  # noqa: S314 - our own words
        assert [one.get("name") for one in suite] == names
        assert not any(len(one) for one in suite)
