"""Are the formulas of `show` told with a key, without lines that say nothing? Cases are invented."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from cases.telling import every_case
from cli.workspaces import ROOT, run
from ycindic.cli.answering import answers
from ycindic.domain.outlook.told import steps as steps_of_outlook
from ycindic.domain.step import Step
from ycindic.load.find import Folder
from ycindic.load.workspace import load
from ycindic.render.answers.workings import tells, working
from ycindic.render.words.letters import LETTERS, letter_of, letters_in_words

CHINA = ROOT / "examples" / "china"


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    asked = [(CHINA, date(year, 9, 20)) for year in (2012, 2026)]
    for case in every_case():
        folder = tmp_path_factory.mktemp("case")
        case.write(folder)
        asked += [(folder, moment.on) for moment in case.moments]
    found = list[Step]()
    for folder, day in asked:
        for row in answers(load(Folder(folder), day), day):
            found += row.steps
            found += [] if row.outlook is None else steps_of_outlook(row.outlook, row.indicator.unit)
    return found


def test_every_letter_of_every_formula_is_explained_and_no_other(steps: list[Step]) -> None:
    used = {letter_of(name) for step in steps for name in step.formula.names}
    assert set(LETTERS) - used == set()
    for step in steps:
        told = letters_in_words([step])
        assert (told is None) is (not step.formula.names)
        if told is not None:
            for lang in ("zh", "en"):
                said = [part.split()[0] for part in told.in_language(lang).split(" · ")]
                assert said == list(dict.fromkeys(map(letter_of, step.formula.names)))


def test_a_formula_is_left_out_only_where_it_repeats_its_number(steps: list[Step]) -> None:
    left_out = {step.formula.symbolic for step in steps if step.result is not None and not tells(step)}
    assert {"y", "g"} < left_out
    assert all(re.fullmatch(r"\w₀?|own|[01]", one) for one in left_out), left_out
    for step in (one for one in steps if one.result is not None and tells(one)):
        shown, _equals, value = working(step).filled.partition(" = ")
        assert shown != value


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_show_of_a_long_history_is_no_storm_of_lines(lang: str, capfd: pytest.CaptureFixture[str]) -> None:
    asked = ("--data", str(CHINA), "--as-of", "2026-09-20", "--lang", lang)
    for target in ("cpi@2014", "cpi@2026", "income-real@2014"):
        told = run(capfd, "show", target, *asked).out.splitlines()
        assert len(told) < 200, target
        assert not [line for line in told if re.search(r" (-?[\d.]+) = \(?\1\)?$", line)]


def test_sources_that_differ_by_a_number_alone_are_told_once(capfd: pytest.CaptureFixture[str]) -> None:
    told = run(capfd, "show", "cpi@2014", "--data", str(CHINA), "--as-of", "2026-09-20", "--lang", "en").out
    sources = re.findall(r"^  \[(\d+)\] ", told, re.MULTILINE)
    assert len(sources) == len(set(sources)) < 5
    assert "published as index … (same period of last year = 100), minus 100, exact" in " ".join(told.split())


def test_figures_after_the_period_are_no_part_of_its_story(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    told = run(capfd, "show", "cpi@2014", "--data", str(CHINA), "--as-of", "2026-09-20", "--lang", "en").out
    assert "Dec 2014" in told
    assert "Jan 2015" not in told
