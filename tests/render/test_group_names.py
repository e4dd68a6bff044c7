"""Are the groups of an answer called the same on a screen, a page, a sheet and in a brief?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ycindic.domain.judge import assess_all
from ycindic.domain.overview import overview
from ycindic.load.find import Folder
from ycindic.load.workspace import load
from ycindic.render.answers.board import board
from ycindic.render.answers.brief import make_brief
from ycindic.render.answers.leaves import leaves
from ycindic.render.answers.opening import opening
from ycindic.render.answers.report import Report
from ycindic.render.words import labels
from ycindic.render.words.screen import Screen

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=["examples/china", "data"])
def report(request: pytest.FixtureRequest) -> Report:
    folder, day = request.param, date(2026, 9, 20)
    found = load(Folder(ROOT / folder), day)
    return Report(found.plan, day, folder, assess_all(found.plan, found.facts, day), 0, (), facts=found.facts)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_form_calls_a_group_by_the_same_words(report: Report, lang: str) -> None:
    seen = overview(report.plan, report.rows, report.facts, report.as_of)
    screen = opening(report, Screen(lang, width=200))
    page, brief, (sheet, todo, *_) = board(report), make_brief(report, lang), leaves(report, lang)
    shelves = [one.heading.in_language(lang) for one in page.shelves]
    assert all(one.heading.in_language(lang) in screen for one in page.shelves if not one.closed)
    assert [row[0] for row in sheet.rows if len(row) == 1][-len(shelves) :] == shelves
    assert brief.headlines[0].endswith(shelves[0])
    for heading, told in ((page.action[0], brief.actions[0]), (page.owed[0], brief.owed[0])):
        assert told.endswith(heading.in_language(lang))
    assert page.owed[0].in_language(lang) in screen
    assert [page.owed[0].in_language(lang)] in [list(row) for row in todo.rows]
    assert todo.name == page.action[0].in_language(lang)
    assert not seen.action or todo.name in screen
    past = labels.PAST_YEARS.in_language(lang)
    assert all(one.heading.in_language(lang).startswith(past) for one in page.shelves if one.closed)
    assert not seen.past or past in screen
