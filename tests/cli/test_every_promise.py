"""Has every promise of a report a form? Each is written, validated, judged at three dates and shown."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from ycindic.cli import main

KINDS = yaml.safe_load((Path(__file__).parent / "every_promise.yaml").read_text(encoding="utf-8"))
"""All figures are invented."""


class Answer(NamedTuple):
    """What a command wrote, and how it ended."""

    code: int
    out: str


@pytest.fixture(params=KINDS, ids=[kind["promise"] for kind in KINDS])
def kind(request: pytest.FixtureRequest, tmp_path: Path) -> dict:
    told = request.param
    named = {key: {"name": {"zh": key, "en": key}, **keys} for key, keys in told["indicators"].items()}
    registry = {"schema": 1, "title": {"zh": "例", "en": "example"}, "indicators": named}
    (tmp_path / "actuals").mkdir()
    (tmp_path / "targets.yaml").write_text(yaml.safe_dump(registry, allow_unicode=True), encoding="utf-8")
    with (tmp_path / "actuals" / "all.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("indicator", "period", "value", "basis", "published"))
        rows.writerows([*map(str, row), *[""] * (5 - len(row))] for row in told["figures"])
    return told | {"folder": str(tmp_path)}


@pytest.fixture
def run(kind: dict, capfd: pytest.CaptureFixture[str]):
    def run(*words: str) -> Answer:
        code = main([*words, "--data", kind["folder"]])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return Answer(code, out)

    return run


def judged(run, kind: dict, day: str) -> dict:
    answer = run("status", "--format", "json", "--as-of", day)
    assert answer.code == 0
    wanted = kind.get("id")
    return next(one for one in json.loads(answer.out)["targets"] if wanted in (None, one["id"]))


def test_it_is_taken_by_validate(run, kind: dict) -> None:
    assert run("validate").code == 0


def test_it_is_judged_at_three_dates(run, kind: dict) -> None:
    assert len(kind["judged"]) >= 3
    for day, (verdict, reason, *_) in kind["judged"].items():
        found = judged(run, kind, str(day))
        assert (found["verdict"], found["reason"]) == (verdict, reason), day


def test_show_tells_it_in_both_languages(run, kind: dict) -> None:
    for day, (_, _, zh, en) in kind["judged"].items():
        target = judged(run, kind, str(day))
        for lang, text in (("zh", zh), ("en", en)):
            shown = run("show", target["id"], "--as-of", str(day), "--lang", lang, "--format", "json")
            assert shown.code == 0
            assert text in json.loads(shown.out)["targets"][0]["sentence"][lang]
            page = run("show", target["id"], "--as-of", str(day), "--lang", lang)
            assert text.replace(" ", "") in "".join(page.out.split())


def test_programs_are_told_what_stands_beside_the_goal(run, kind: dict) -> None:
    day = str(list(kind["judged"])[-1])
    target = judged(run, kind, day)
    shown = json.loads(run("show", target["id"], "--as-of", day, "--format", "json").out)["targets"][0]
    typed = kind["indicators"][target["indicator"]]["targets"][0]
    held = {
        "told": "as" in typed or typed.get("goal") == "base" or "total" in typed or typed.get("relation") == "above",
        "stretch": "stretch" in typed,
        "condition": "condition" in typed,
        "by": "by" in typed,
    }
    assert {key: key in shown and shown[key] is not None for key in held} == held
