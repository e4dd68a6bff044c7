"""A goal that the report does not tell, but the registry reads, is told as such wherever it stands. All invented."""

from __future__ import annotations

import pytest

from cli.workspaces import indicator, run, workspace

READ = {"en": "as we read it", "zh": "按本库解读"}


@pytest.fixture
def folder(tmp_path):
    read = "period: 2026, relation: at_least, goal: 6, goal_read: true, headline: true"
    target = f"{read}, revised: [{{on: 2026-07-28, goal: 5}}]"
    return str(workspace(tmp_path, indicator("a", "unit: km; measure: flow", target)))


@pytest.mark.parametrize("lang", READ)
@pytest.mark.parametrize("words", [("show", "a"), ("status",), ("status", "--format", "html")])
def test_a_goal_of_our_reading_is_told_as_such_in_every_answer(folder, capfd, words, lang):
    found = run(capfd, *words, "--data", folder, "--as-of", "2026-06-30", "--lang", lang)
    assert READ[lang] in found.out


def test_programs_are_told_so_too_and_a_goal_that_came_later_is_the_office_s_own(folder, capfd):
    told = run(capfd, "show", "a", "--data", folder, "--as-of", "2026-06-30", "--format", "json").json
    assert [one["goal_read"] for one in told["targets"]] == [True]
    later = run(capfd, "show", "a", "--data", folder, "--as-of", "2026-07-31", "--format", "json").json
    assert [one["goal_read"] for one in later["targets"]] == [None]
