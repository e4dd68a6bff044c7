"""Can a verdict be checked with a pocket calculator from what `show` prints?"""

import json
import math
import re
from pathlib import Path

import pytest

from ycindic.cli import main
from ycindic.load.registry import read_registry

CHINA = Path(__file__).resolve().parents[2] / "examples/china"
SIGNS = {"×": "*", "÷": "/", "−": "-", "^": "**", "ln(": "log(", "√(": "sqrt("}


def told(capsysbinary, *arguments):
    assert main(["show", *arguments]) == 0
    return json.loads(capsysbinary.readouterr().out)


def calculated(formula):
    """What a pocket calculator makes of a filled formula."""
    for sign, code in SIGNS.items():
        formula = formula.replace(sign, code)
    formula = re.sub(r"\|(.*?)\|", r"abs(\1)", formula)
    return eval(formula, {"log": math.log, "exp": math.exp, "sqrt": math.sqrt, "abs": abs, "min": min, "max": max})  # noqa: S307 - our own formula


def every_id():
    return sorted(target.id for target in read_registry(CHINA / "targets.yaml", []).targets)


@pytest.mark.parametrize("day", ["2026-09-20", "2025-06-30", "2023-11-30", "2018-08-01"])
def test_every_filled_formula_comes_to_the_result_beside_it(capsysbinary, day):
    found = told(capsysbinary, *every_id(), "--data", str(CHINA), "--as-of", day, "--format", "json")
    steps = [step for target in found["targets"] for step in target["steps"]]
    assert len(steps) > 50
    for step in steps:
        assert calculated(step["filled"]) == pytest.approx(step["result"], abs=2e-4, rel=2e-4), step


NUMBERS = ("actual", "baseline", "benchmark", "provisional", "gap", "gap_edge", "completion", "time_progress",
           "expected_completion", "lead_time", "lead_profile", "pace", "pace_edge", "catch_up", "annualised",
           "annualised_linear", "required", "required_low", "required_high", "required_edge", "required_goal_high",
           "required_growth", "acceleration", "headroom", "weight", "two_year_average", "projection", "difference",
           "growth_so_far", "latest_average", "projection_low", "projection_high", "chance")  # fmt: skip


@pytest.mark.parametrize("day", ["2026-09-20", "2025-06-30", "2018-08-01"])
def test_every_number_of_an_answer_has_its_step(capsysbinary, day):
    found = told(capsysbinary, *every_id(), "--data", str(CHINA), "--as-of", day, "--format", "json")
    for target in found["targets"]:
        steps = {step["field"]: step["result"] for step in target["steps"]}
        assert {name: steps.get(name) for name in NUMBERS} == {name: target[name] for name in NUMBERS}, target["id"]


def test_a_step_tells_formula_terms_result_and_unit(capsysbinary):
    found = told(capsysbinary, "gdp@2026", "--data", str(CHINA), "--as-of", "2026-09-20", "--format", "json")
    target, schema = found["targets"][0], found["schema"]
    step = next(one for one in target["steps"] if one["field"] == "gap")
    terms = {"G": 4.5, "g": 4.7}
    told_as = {"formula": "G − g", "filled": "4.5 − 4.7", "terms": terms, "reason": None, "unit": "pp"}
    assert (schema, step) == (2, {"field": "gap", "result": target["gap"], **told_as})
    assert target["settings"]["rate_at_risk_pp"] == 1
    assert {one["indicator"] for one in target["observations"]} == {"gdp", "gdp-value"}


def test_the_page_names_promise_answer_and_source(capsysbinary):
    assert main(["show", "gdp@2026", "--data", str(CHINA), "--as-of", "2026-09-20"]) == 0
    page = capsysbinary.readouterr().out.decode()
    for piece in (
        "经济增长4.5%—5%",
        "on track",
        "(4.5 − 0.470698 × 4.7)",
        "国家统计局",
        "up to 1.0 pp more than so far",
        "sun",
    ):
        assert piece in page


def test_faults_of_the_files_stand_beside_the_answer_and_the_folder_is_named(capsysbinary, tmp_path):
    for name in ("targets.yaml", "actuals/prices.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((CHINA / name).read_bytes())
    (tmp_path / "actuals/bad.csv").write_text("indicator,period,value\ncpi,2026-13,1\n", encoding="utf-8")
    assert main(["show", "cpi@2026", "--data", str(tmp_path), "--as-of", "2026-09-20", "--format", "json"]) == 2
    said = capsysbinary.readouterr()
    found = json.loads(said.out)
    assert [one["code"] for one in found["problems"]] == ["bad-period"]
    assert found["targets"][0]["actual"] is not None
    assert str(tmp_path) in said.err.decode().splitlines()[0]


def test_an_unknown_id_is_answered_with_the_nearest_one(capsysbinary):
    assert main(["show", "gpd@2026", "--data", str(CHINA)]) == 2
    assert "gdp@2026" in capsysbinary.readouterr().err.decode()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_of_an_indicator_what_runs_is_told_first_and_of_what_has_ended_the_last(lang: str, capfd) -> None:
    words = ["show", "gdp", "--data", str(CHINA), "--as-of", "2026-09-20", "--lang", lang]

    def periods(*more: str) -> list[str]:
        assert main([*words, *more]) == 0
        return re.findall(r"gdp@(\S+)$", capfd.readouterr().out, re.MULTILINE)

    assert periods()[:2] == ["2026", "2025"]
    assert len(periods("--all")) > len(periods()) == 2
    assert periods("gdp@2018")[-1] == "2018"
