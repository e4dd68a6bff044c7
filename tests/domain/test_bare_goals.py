"""Is a promise whose wording has no word for a floor told as the report words it?"""

from __future__ import annotations

import pytest

from domain.builders import D, flow, growth, promised
from ycindic.domain.bounds import is_bare
from ycindic.render.words.promised import goal_words


@pytest.mark.parametrize(
    ("wording", "bare"),
    [
        ("城镇新增就业5万人", True),
        ("规模以上工业增加值增长8%", True),
        ("限额以上消费品零售额增长5%", True),
        ("六个“一件事”全链条安全监管", True),
        ("一般事故起数下降3%", True),
        ("城镇新增就业1200万人以上", False),
        ("粮食产量1.3万亿斤以上", False),
        ("粮食产量不低于58亿斤", False),
        ("研发投入突破百亿", False),
        ("三分之二以上的村", False),
        ("at least 300 schools", False),
        ("300 schools or more", False),
        ("300 schools", True),
        ("稳住外贸基本盘", False),
        ("", False),
    ],
)
def test_a_number_without_a_word_is_bare(wording, bare) -> None:
    assert is_bare(wording) is bare


@pytest.mark.parametrize(
    ("goal", "of", "wording", "told"),
    [
        ("368", flow(unit="公里", unit_en="km"), "新建农村公路368公里", "368 km"),
        ("368", flow(unit="公里", unit_en="km"), "新建农村公路368公里以上", "≥ 368 km"),
        ("368", flow(unit="公里", unit_en="km"), "", "≥ 368 km"),
        ("0", growth(), "稳住外贸基本盘", "≥ 0%"),
    ],
)
def test_a_floor_is_told_with_its_sign_where_the_report_says_so_or_says_nothing(goal, of, wording, told) -> None:
    words = goal_words(promised("at_least", D(goal), wording=wording), of)
    assert words is not None
    assert words.in_language("en") == told


@pytest.mark.parametrize(("wording", "told"), [("累计降低17%", "fall 17%"), ("累计降低17%以上", "fall ≥ 17%")])
def test_a_fall_is_told_with_its_sign_where_the_report_says_so(wording: str, told: str) -> None:
    words = goal_words(promised("at_most", D(-17), wording=wording), growth(better="lower"))
    assert words is not None
    assert words.in_language("en") == told
