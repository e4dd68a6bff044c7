"""Very many faults are told as the first hundred and a count, everywhere that people read."""

from __future__ import annotations

import json

import pytest

from ycindic.cli import main
from ycindic.domain.problem import Code, Place, Problem
from ycindic.render.words.first_lines import MOST_TOLD
from ycindic.render.words.problems import fault_line, fault_lines


@pytest.mark.parametrize(("lang", "rest"), [("zh", "……另有2条未列出"), ("en", "… and 2 more that are not listed")])
def test_the_first_hundred_faults_are_told_and_the_others_counted(lang, rest):
    found = [Problem(Place("a.csv", number), Code.BAD_VALUE) for number in range(MOST_TOLD + 2)]
    assert list(fault_lines(found[:MOST_TOLD], lang)) == [fault_line(one, lang) for one in found[:MOST_TOLD]]
    assert list(fault_lines(found, lang)) == [*(fault_line(one, lang) for one in found[:MOST_TOLD]), rest]


def test_a_file_of_faults_fills_no_screen(tmp_path, capfd):
    (tmp_path / "actuals").mkdir()
    registry = (
        "schema: 1\ntitle: {zh: 测试, en: Test}\nindicators:\n  a: {name: {zh: 甲, en: A}, unit: 万人, measure: flow}\n"
    )
    (tmp_path / "targets.yaml").write_text(registry, encoding="utf-8")
    rows = "".join(f"a,2026-01,x{number}\n" for number in range(250))
    (tmp_path / "actuals" / "a.csv").write_text(f"indicator,period,value\n{rows}", encoding="utf-8")
    arguments = ["--data", str(tmp_path), "--lang", "en"]
    assert main(["validate", *arguments]) == 2
    assert len(capfd.readouterr().out.splitlines()) == MOST_TOLD + 1
    assert main(["status", *arguments]) == 2
    assert len(capfd.readouterr().err.splitlines()) <= MOST_TOLD + 3
    assert main(["validate", "--format", "json", *arguments]) == 2
    assert len(json.loads(capfd.readouterr().out)["problems"]) == 250
