"""Is a promised fall told as a fall, and what it came to as more or less of it? All figures are invented."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.builders import growth, judge, known, promised, ytd
from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Bilingual, Plan
from ycindic.render.answers.brief import make_brief
from ycindic.render.answers.cells import gap_cell, goal_cell
from ycindic.render.answers.report import Report
from ycindic.render.words.margins import margins
from ycindic.render.words.sentence import sentence

ENERGY = growth(better="lower")
TWISTED = re.compile(r"ceiling|spare|上限|余\d|≤ ?-|≤ about -")
MORE, LESS = {"en": "more", "zh": "多降"}, {"en": ("short", "less"), "zh": ("差", "少降")}


def fell(relation: str, goal: str, actual: str, when: str = "2026") -> Assessment:
    high = {"goal_high": Decimal(-2)} if relation == "between" else {}
    return judge(ENERGY, promised(relation, goal, **high), [ytd(when, actual)], at="2027-03-01")


@pytest.mark.parametrize(
    ("relation", "actual", "en", "zh"),
    [
        ("about", "-3.8", ("fall about 2.5%", "fell 1.3 pp more"), ("降2.5%左右", "多降1.3点")),
        ("about", "-2.4", ("fall about 2.5%", "fell 0.1 pp less"), ("降2.5%左右", "少降0.1点")),
        ("about", "-1.4", ("fall about 2.5%", "1.1 pp short"), ("降2.5%左右", "差1.1点")),
        ("about", "0.4", ("fall about 2.5%", "2.9 pp short"), ("降2.5%左右", "差2.9点")),
        ("at_most", "-3.8", ("fall ≥ 2.5%", "fell 1.3 pp more"), ("降≥2.5%", "多降1.3点")),
        ("at_most", "-1.4", ("fall ≥ 2.5%", "1.1 pp short"), ("降≥2.5%", "差1.1点")),
    ],
)
def test_goal_and_gap_of_a_fall(relation: str, actual: str, en: tuple[str, str], zh: tuple[str, str]) -> None:
    row = fell(relation, "-2.5", actual)
    assert (goal_cell(row, "en"), gap_cell(row, "en")) == en
    assert (goal_cell(row, "zh"), gap_cell(row, "zh")) == zh


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["about", "at_most", "exactly", "between"]),
    st.decimals("-9", "-3", places=1),
    st.decimals("-12", "3", places=1),
    st.sampled_from(["2026", "2026-06"]),
)
def test_no_sentence_cell_or_brief_of_a_fall_says_no_twice(
    relation: str, goal: Decimal, actual: Decimal, when: str
) -> None:
    row = fell(relation, str(goal), str(actual), when)
    plan = Plan(Bilingual("", ""), {ENERGY.id: ENERGY}, (row.target,))
    facts, day = known([ytd(when, str(actual))]), date(2027, 3, 1)
    report = Report(plan, day, "", assess_all(plan, facts, day), 0, (), facts=facts)
    for lang in ("en", "zh"):
        cell = gap_cell(row, lang)
        told = [cell, goal_cell(row, lang), sentence(row).in_language(lang)]
        told += [one.in_language(lang) for one in margins(row)]
        told += [one.text for one in make_brief(report, lang).actions[1]]
        assert [one for one in told if TWISTED.search(one)] == []
        if row.verdict in (Verdict.ACHIEVED, Verdict.MISSED) and relation in ("about", "at_most"):
            assert (MORE[lang] in cell) is (actual < goal)
            assert any(word in cell for word in LESS[lang]) is (actual > goal)
