"""Does the page of one target tear a word, a month, a number or a bracket of a formula on any screen?"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ycindic.cli.show import _shown
from ycindic.domain.judge import assess_all
from ycindic.domain.outlook import foreseen
from ycindic.load.find import Folder
from ycindic.load.workspace import load
from ycindic.render.answers.story import Shown
from ycindic.render.forms.story import show
from ycindic.render.words.fitted import _terms
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import width

ROOT = Path(__file__).resolve().parents[2]
WORDS = re.compile(r"[A-Za-z]+|\d[\d.,]*")
PLACES = re.compile(r"\S*[/.]\S*/\S*")
"""Addresses and paths, which may be longer than a screen is wide."""


def stories(folder: Path, day: date) -> Shown:
    found = load(Folder(folder), day)
    rows = foreseen(found.plan, assess_all(found.plan, found.facts, day), found.facts)
    return _shown(rows, rows, found, day)


@pytest.fixture(scope="module", params=[("examples/china", date(2026, 9, 20)), ("data", date(2026, 11, 28))], ids=str)
def shown(request: pytest.FixtureRequest) -> Shown:
    folder, day = request.param
    return stories(ROOT / folder, day)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_tears_a_word_a_number_or_a_bracket(shown: Shown, lang: str) -> None:
    wide = show(shown, Screen(lang, 1000))
    whole, places = set(WORDS.findall(wide)) | _ON_AXES, " ".join(PLACES.findall(wide))
    cells = [cell for cell in re.split("  +|\n", wide) if " × " in cell]
    longest = [cell for cell in cells if max(map(len, _terms(cell))) > _ROOM]
    for room in range(60, 161, 9):
        told = show(shown, Screen(lang, room))
        assert [line for line in told.splitlines() if width(line) > room] == []
        torn = {word for word in WORDS.findall(told) if word not in whole and word not in places}
        assert torn == set(), room
        formulas = [line for line in told.splitlines() if re.search(r" [÷×] ", line)]
        torn_brackets = [line.strip() for line in formulas if line.count("(") != line.count(")")]
        assert [line for line in torn_brackets if not any(line in one for one in longest)] == []


_ROOM = 60 - 6
"""So many cells a formula has on the narrowest screen; a bracket of more is torn."""
_ON_AXES = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
