"""Does the sentence of a verdict name every figure with its unit? All figures are invented."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from domain.builders import flow, growth, judge, promised, released, stock, ytd
from domain.builders import point as level
from ycindic.domain.assessment import Assessment
from ycindic.domain.model import As, Better, Indicator, Target, Told
from ycindic.render.answers.cells import goal_cell
from ycindic.render.answers.sheet import in_both
from ycindic.render.words.promised import goal_words
from ycindic.render.words.sentence import sentence


def narrowing(own: tuple[int, int], other: tuple[int, int], **keys: Any) -> Assessment:
    """Two levels, at the end of 2025 and in June 2026, of ours and of the benchmark."""
    seen = [level("2025-12", own[0]), level("2026-06", own[1])]
    seen += [level("2025-12", other[0], of="nation"), level("2026-06", other[1], of="nation")]
    others = [stock("nation", unit="元")]
    return judge(stock(unit="元"), promised("narrowing", reference=["nation"], **keys), seen, others=others)


@pytest.mark.parametrize(
    ("found", "zh", "en"),
    [
        (
            narrowing((880, 930), (1000, 1040)),
            "2026年6月为930元，落后对照10.6%，基期落后其12.0%，目标与nation差距缩小。",
            (
                "930 元 for June 2026, 10.6% behind the benchmark, 12.0% behind it in the base year, "
                "promised narrowing gap to nation."
            ),
        ),
        (
            narrowing((880, 930), (1000, 1040), as_difference=True),
            "2026年6月为930元，落后对照110元，基期落后其120元，目标与nation差距缩小。",
            (
                "930 元 for June 2026, 110 元 behind the benchmark, 120 元 behind it in the base year, "
                "promised narrowing gap to nation."
            ),
        ),
        (
            narrowing((880, 1050), (1000, 1000)),
            "2026年6月为1050元，领先对照5.0%，基期落后其12.0%，目标与nation差距缩小。",
            (
                "1050 元 for June 2026, 5.0% ahead of the benchmark, 12.0% behind it in the base year, "
                "promised narrowing gap to nation."
            ),
        ),
    ],
    ids=["1 − 930 ÷ 1040", "1040 − 930", "1 − 1050 ÷ 1000"],
)
def test_a_distance_has_a_unit_and_a_side(found: Assessment, zh: str, en: str) -> None:
    assert in_both(sentence(found)) == {"zh": zh, "en": en}


def test_a_base_has_the_unit_of_its_indicator() -> None:
    found = in_both(sentence(judge(flow(unit="亿元"), promised("rising"), [ytd("2025-06", 40), ytd("2026-06", 42)])))
    assert "基期为40亿元" in found["zh"]
    assert "40 亿元 in the base year" in found["en"]


def test_what_misses_its_goal_by_little_is_not_told_as_equal_to_it() -> None:
    """1.054 × 1.063 × 1.059 × 1.061 × 1.063 comes to 5.99948 % a year."""
    years = [ytd(2026 + place, value) for place, value in enumerate(("5.4", "6.3", "5.9", "6.1", "6.3"))]
    found = judge(growth(), promised("at_least", 6, "2026-2030", average=True), years, at="2031-03-01")
    assert sentence(found).in_language("zh") == "2026—2030年为5.999%，目标年均≥6%，差0.001个百分点。"


@pytest.mark.parametrize(
    ("make", "day", "words"),
    [
        (growth, "2026-04-26", "1 figure is due and not"),
        (growth, "2026-07-26", "1 figure is due and not"),
        (stock, "2026-07-26", "2 figures are due and none is"),
    ],
)
def test_of_what_is_told_for_the_year_so_far_one_figure_is_due(
    make: Callable[..., Indicator], day: str, words: str
) -> None:
    found = judge(make(released=released("quarter", 25)), promised("at_least", 5), at=day)
    assert f"{words} recorded" in sentence(found).in_language("en").lower()


@pytest.mark.parametrize(
    ("goal", "zh", "en"),
    [
        (promised("falling"), "下降（即变好）", "falling (better)"),
        (promised("at_least", unstated=True, hold=True), "始终≥（报告未写数字）", "≥ (no figure in the report)"),
        (promised("at_least", unstated=True), "报告未写数字", "no figure in the report"),
    ],
    ids=["a class that falls gets better", "a red line without a number", "without a number"],
)
def test_a_goal_cannot_be_read_as_its_opposite(goal: Target, zh: str, en: str) -> None:
    told = goal_words(goal, stock(better=Better.LOWER, unit="类"))
    assert told is not None
    assert told.in_language("zh") == zh
    assert en in told.in_language("en")


def test_the_sum_of_a_year_has_no_moments_at_which_its_goal_could_be_broken() -> None:
    about = promised("about", "35", hold=True)
    told = [goal_words(about, one) for one in (flow(unit="亿公斤"), stock(unit="亿公斤"))]
    assert [one.in_language("zh") for one in told if one] == ["35亿公斤左右", "始终35亿公斤左右"]


@pytest.mark.parametrize(
    "keys",
    [
        {"relation": "above"},
        {"relation": "in_step"},
        {"relation": "narrowing", "as_difference": True},
        {"relation": "at_least"},
        {"relation": "at_most"},
        {"relation": "above", "told": Told(As.DIFFERENCE, Decimal(1))},
    ],
    ids=str,
)
def test_all_that_a_promise_is_held_against_is_named_and_of_several_which_decides(keys: dict[str, Any]) -> None:
    """The nation's distance grew from 100 to 160 while the province's stayed at 50: the nation decides."""
    target = promised(**keys, reference=["province", "nation"])
    seen = [level("2025-12", 900), level("2026-06", 940)]
    seen += [level("2025-12", 950, of="province"), level("2026-06", 990, of="province")]
    seen += [level("2025-12", 1000, of="nation"), level("2026-06", 1100, of="nation")]
    indicator, others = stock(unit="元", better=_way(keys)), [stock(one, unit="元") for one in ("nation", "province")]
    found = judge(indicator, target, seen, others=others)
    named, counted = (goal_words(target, indicator, names) for names in (found.references, ()))
    assert named is not None
    assert counted is not None
    for lang, both, most in (("en", "province and nation", "2 references"), ("zh", "province、nation", "2项对照")):
        said = sentence(found).in_language(lang)
        assert both in named.in_language(lang)
        assert both in said
        assert keys["relation"] == "narrowing" or most in counted.in_language(lang)
        decides = "province" if keys["relation"] == "at_most" else "nation"
        assert decides in said.replace(both, "")
    assert {"zh": goal_cell(found, "zh"), "en": goal_cell(found, "en")} == in_both(named)


def _way(keys: dict[str, Any]) -> str:
    return "lower" if keys["relation"] == "at_most" else "higher"
