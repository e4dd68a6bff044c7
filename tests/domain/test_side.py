"""Where both sides bind: is the side told on which a promise is missed? Every figure is invented."""

from __future__ import annotations

import pytest

from domain.builders import events, flow, growth, judge, mean, point, promised, stock, ytd
from ycindic.domain.assessment import Side
from ycindic.render.words.margins import margins
from ycindic.render.words.sentence import SIDES, sentence

NEAR_TWO = promised("about", 2)  # 1.7 to 2.3
PRICES = mean(better="near")
BAND = promised("between", 10, goal_high=20, band=True)


@pytest.mark.parametrize(
    ("value", "side"), [("0.9", "below"), ("1.69", "below"), ("1.7", None), ("2.3", None), ("2.31", "above")]
)
def test_a_figure_outside_the_tolerance_tells_its_side(value: str, side: str | None) -> None:
    assert judge(PRICES, NEAR_TWO, [ytd("2026-07", value)]).side == side


def test_what_only_one_side_binds_has_none() -> None:
    assert judge(mean(better="lower"), NEAR_TWO, [ytd("2026-07", 9)]).side is None
    assert judge(growth(better="higher"), NEAR_TWO, [ytd("2026-06", -9)]).side is None


def test_a_sum_that_still_grows_is_not_below_its_band_before_the_end() -> None:
    assert judge(flow(), BAND, [ytd("2026-06", 5)]).side is None
    assert judge(flow(), BAND, [ytd("2026-06", 21)]).side is Side.ABOVE
    assert judge(flow(), BAND, [ytd("2026", 9)], at="2027-02-01").side is Side.BELOW
    assert judge(flow(), BAND, [ytd("2026", 20)], at="2027-02-01").side is None
    assert judge(events(), BAND, [ytd("2026", 9)], at="2027-02-01").side is Side.BELOW


def test_a_yearly_band_is_compared_over_all_its_years() -> None:
    target = promised("between", 10, "2026-2027", goal_high=20, band=True, average=True)
    assert judge(flow(), target, [ytd("2026", 15), ytd("2027", 26)], at="2028-02-01").side is Side.ABOVE  # 41 > 2 × 20


def test_the_side_of_a_condition_that_broke_is_that_of_the_breach() -> None:
    target = promised("between", 10, goal_high=20, band=True, hold=True)
    found = judge(stock(), target, [point("2026-03", 9), point("2026-06", 15)])
    assert (found.verdict, found.side) == ("missed", "below")
    assert "低于容许范围" in sentence(found).in_language("zh")


def test_the_sentence_says_the_side_in_both_languages() -> None:
    found = sentence(judge(PRICES, NEAR_TWO, [ytd("2026-07", "0.9")]))
    assert "偏低1.1个百分点，" in found.in_language("zh")
    assert "1.1 pp too low," in found.in_language("en")
    above = sentence(judge(PRICES, NEAR_TWO, [ytd("2026-07", "2.9")]))
    assert "偏高0.9个百分点，" in above.in_language("zh")
    assert "0.9 pp too high" in above.in_language("en")
    inside = sentence(judge(PRICES, NEAR_TWO, [ytd("2026-07", "2.1")]))
    assert "在容许范围内" in inside.in_language("zh")
    assert "inside what is accepted" in inside.in_language("en")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("0.9", "（1.65%四舍五入即达到），实际数距此0.75个百分点。"),
        ("2.9", "（2.35%四舍五入即达到），实际数距此0.55个百分点。"),
    ],
)
def test_what_is_accepted_and_how_far_it_is_stands_behind_the_sentence(value: str, said: str) -> None:
    first, *_ = margins(judge(PRICES, NEAR_TWO, [ytd("2026-07", value)]))
    assert first.in_language("zh") == f"容许1.7–2.3%{said}"


def test_every_side_has_its_words() -> None:
    assert set(SIDES) == set(Side)
