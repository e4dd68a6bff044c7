"""Do bars show what their numbers say, one cell a character?"""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ycindic.render.words.bars import progress_bar, scale, spark

D = Decimal
NUMBERS = st.decimals(-1000, 1000, places=2)


def test_a_bar_is_filled_as_far_as_is_done_and_marked_where_it_should_be() -> None:
    assert progress_bar(D("0.5"), D("0.75"), 14) == "[######---|--]"
    assert progress_bar(D(2), D(1), 12) == "[#########|]"
    assert progress_bar(D("-0.2"), None, 12) == "[----------]"


def test_a_scale_runs_from_the_lowest_to_the_highest_and_never_from_zero_for_its_own_sake() -> None:
    assert scale(D("3.5"), D(6), [D("4.5"), D(8)], 10) == "o----|----"
    assert scale(D(100), D(105), [D(110)], 11) == "o----|-----"
    assert scale(D(6), D(6), [], 10) == "", "one point is no scale"


def test_a_course_stands_two_years_a_character_with_holes_left_empty() -> None:
    assert spark([D(1), D(4)]) == chr(0x2800 + 0x40 + 0x80 + 0x20 + 0x10 + 0x08)
    assert spark([D(1), None, D(2)]) == chr(0x2840) + chr(0x2847)
    assert spark([D(1), None]) == ""


@given(actual=NUMBERS, goal=NUMBERS, others=st.lists(NUMBERS, max_size=12), cells=st.integers(6, 40))
def test_every_bar_has_its_width_in_any_terminal(actual: Decimal, goal: Decimal, others: list, cells: int) -> None:
    drawn = [progress_bar(actual / 1000, abs(goal) / 1000, cells), scale(actual, goal, others, cells)]
    assert all(len(one) in (cells, 0) for one in drawn)
    drawn.append(spark([*others, actual, goal]))
    assert all(unicodedata.east_asian_width(char) in "NaNH" for one in drawn for char in one)
