"""Does a line of its own break between words, at any width? The figure is invented."""

from __future__ import annotations

import pytest

from ycindic.render.words.visible import hanging, width

TOLD = "written jobs 2026-06 ytd = 2.8 万人 → 2.6 万人 (published 2026-08-20) to actuals/recorded.csv at once"


@pytest.mark.parametrize("room", [40, 60, 72, 80])
@pytest.mark.parametrize("begun", ["", "  "])
def test_a_line_breaks_between_words_and_goes_on_farther_in(room: int, begun: str) -> None:
    lines = hanging(begun + TOLD, room)
    assert all(width(line) <= room for line in lines)
    assert all(line.startswith(f"{begun}  ") for line in lines[1:])
    assert " ".join(lines).split() == TOLD.split(), "no word is broken"
    assert hanging(begun + TOLD, 1000) == [begun + TOLD]


def test_chinese_breaks_between_any_two_characters() -> None:
    assert hanging("城镇新增就业人数", 10) == ["城镇新增", "  就业人数"]
