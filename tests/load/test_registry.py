"""What targets.yaml promises: the format's own example, every rule of sense, and that a fault stays where it is."""

from decimal import Decimal
from pathlib import Path

import pytest

from load.folders import HEADER, TOP, registry, target, write
from ycindic.cli import main
from ycindic.domain.model import Better, Every, Released, Settings
from ycindic.domain.period import parse
from ycindic.domain.problem import Code
from ycindic.domain.relation import Relation
from ycindic.load.fields import TABLES, Sort, is_target_id

EXAMPLE = """
schema: 1
title: {zh: 运城市2026年政府工作报告, en: Yuncheng government work report 2026}
settings: {about_pp: 0.3}
sections: {三: {zh: 2026年主要预期目标, en: Headline targets for 2026}}
indicators:
  gdp:
    name: {zh: 地区生产总值, en: Gross regional product}
    unit: "%"
    measure: growth
    better: higher
    released: {every: quarter, day: 25}
    publisher: {zh: 市统计局, en: Municipal statistics bureau}
    targets:
      - {period: 2026, relation: about, goal: 6, section: 三, wording: 增长6%左右}
      - {period: 2026-2030, relation: at_least, goal: 6, average: true, section: 二(一), wording: 年均增长6%以上}
  urban-jobs:
    name: {zh: 城镇新增就业, en: New urban jobs}
    unit: 万人
    measure: flow
    released: {every: month, day: 20}
    targets:
      - {period: 2026, relation: at_least, goal: 5, section: 三, wording: 城镇新增就业5万人}
"""

GROWTH = "unit: '%', measure: growth, better: higher"
FLOW = "unit: 万人, measure: flow, better: higher"
STOCK = "unit: 个, measure: stock, better: higher"
PER_CENT = "unit: '%', measure: stock"
MEAN = "unit: '%', measure: mean, better: lower"
EVENTS = "unit: 起, measure: events, better: lower"


def test_the_example_of_the_format_means_what_it_says(tmp_path: Path) -> None:
    plan, problems = registry(tmp_path, EXAMPLE)
    assert problems == []
    assert [target.id for target in plan.targets] == ["gdp@2026", "gdp@2026-2030", "urban-jobs@2026"]
    gdp, average, jobs = plan.targets
    assert (gdp.relation, gdp.goal, gdp.section, gdp.wording) == (Relation.ABOUT, Decimal(6), "三", "增长6%左右")
    assert (average.average, average.period) == (True, parse("2026-2030"))
    assert jobs.settings == Settings(about_pp=Decimal("0.3"))
    assert plan.indicators[gdp.indicator].released == Released(Every.QUARTER, 25)
    assert plan.indicators[jobs.indicator].better is Better.HIGHER, "at_least says it"
    assert plan.sections["三"].en == "Headline targets for 2026"


@pytest.mark.parametrize(
    ("indicator", "keys", "expected"),
    [
        # relation and goal
        (FLOW, "period: 2026, goal: 5", ["5 goal-without-relation"]),
        (FLOW, "period: 2026, goal: 0", ["0 goal-without-relation"]),
        (FLOW, "period: 2026", ["{ missing-key"]),
        (FLOW, "relation: at_least, goal: 5", ["{ missing-key"]),
        (FLOW, "period: 2026, relation: at_least", ["at_least relation-without-goal"]),
        (FLOW, "period: 2026, relation: atleast, goal: 5", ["atleast bad-choice"]),
        (FLOW, "period: 2026, relation: between, goal: 5", ["5 wrong-type"]),
        (FLOW, "period: 2026, relation: at_least, goal: [1, 2]", ["[1, 2] wrong-type"]),
        (FLOW, "period: 2026, relation: at_least, goal: [5]", ["[5] wrong-type"]),
        (FLOW, "period: 2026, relation: between, goal: [1, 2, 3]", ["[1, 2, 3] wrong-type"]),
        (FLOW, "period: 2026, relation: between, goal: []", ["[] wrong-type"]),
        (FLOW, "period: 2026, relation: between, goal: [2, 1]", ["[2, 1] range-upside-down"]),
        (FLOW, "period: 2026, relation: between, goal: [2, 2]", []),
        (FLOW, "period: 2026, relation: at_least, goal: unstated", []),
        (FLOW, "period: 2026, relation: more_than, goal: unstated", []),
        (FLOW, "period: 2026, relation: at_most, goal: unstated", []),
        (FLOW, "period: 2026, relation: between, goal: unstated", ["unstated goal-not-taken"]),
        (FLOW, "period: 2026, relation: rising, goal: 5", ["5 goal-not-taken"]),
        (FLOW, "period: 2026, relation: rising, goal: 0", ["0 goal-not-taken"]),
        (FLOW, "period: 2026, relation: rising, goal: [1, 2]", ["[1, 2] goal-not-taken"]),
        (FLOW, "period: 2026, relation: all, goal: 100", []),
        (FLOW, "period: 2026, relation: all, goal: 13", []),
        (FLOW, "period: 2026, relation: all, goal: 0", ["0 goal-not-taken"]),
        (FLOW, "period: 2026, relation: all, goal: [1, 2]", ["[1, 2] goal-not-taken"]),
        (PER_CENT, "period: 2026, relation: all, goal: 99", ["99 goal-not-taken"]),
        (FLOW, "period: 2026, relation: exactly, goal: 41", []),
        (FLOW, "period: 2026, relation: exactly", ["exactly relation-without-goal"]),
        # told from another figure
        (FLOW, "period: 2026, relation: at_least, goal: base", []),
        (FLOW, "period: 2026, relation: at_least, goal: bas", ["bas bad-number"]),
        (FLOW, "period: 2026, relation: between, goal: base", ["base goal-not-taken"]),
        (FLOW, "period: 2026, relation: rising, goal: base", ["base goal-not-taken"]),
        (STOCK, "period: 2026, relation: at_least, goal: 0.9, as: difference", []),
        (STOCK, "period: 2026, relation: between, goal: [5, 8], as: percent", []),
        (STOCK, "period: 2026, relation: at_least, goal: 2, as: fold", ["fold bad-choice"]),
        (STOCK, "period: 2026, relation: at_least, goal: base, as: percent", ["as modifier-not-taken"]),
        (STOCK, "period: 2026, relation: rising, as: difference", ["as modifier-not-taken"]),
        (FLOW, "period: 2026-2030, relation: at_least, goal: 2, as: times", ["2026-2030 out-of-bounds"]),
        (FLOW, "period: 2026-2030, relation: at_least, goal: 2, as: times, average: true", []),
        (FLOW, "period: 2030, relation: at_least, goal: 2, as: times, baseline: 2025", []),
        (GROWTH, "period: 2026-2030, relation: at_least, goal: 2, as: times", []),
        (GROWTH, "period: 2026, relation: more_than, goal: base", []),
        (GROWTH, "period: 2026, relation: at_least, reference: other", []),
        (GROWTH, "period: 2026, relation: at_least, reference: other, goal: 0.9, as: times", []),
        (GROWTH, "period: 2026, relation: at_least, reference: other, goal: base", ["other reference-not-taken"]),
        (GROWTH, "period: 2026, relation: about, reference: other", ["about relation-without-goal",
                                                                     "other reference-not-taken"]),
        (GROWTH, "period: 2026, relation: above, reference: other, goal: 2", []),
        (GROWTH, "period: 2026, relation: above, reference: other, goal: [1, 2]", ["[1, 2] goal-not-taken"]),
        (GROWTH, "period: 2026, relation: above, reference: other, goal: unstated", ["unstated goal-not-taken"]),
        (GROWTH, "period: 2026, relation: above, goal: 2", ["above relation-without-reference"]),
        (GROWTH, "period: 2026, relation: above, goal: 2, as: difference", []),
        (GROWTH, "period: 2026, relation: above, goal: 2, as: times", ["as modifier-not-taken"]),
        (GROWTH, "period: 2026, relation: above, as: difference", []),
        (GROWTH, "period: 2026, relation: in_step, reference: other, as: difference", ["as modifier-not-taken"]),
        (FLOW, "period: 2026, relation: none, goal: 0", []),
        (FLOW, "period: 2026, relation: none, goal: 1", ["1 goal-not-taken"]),
        # reference
        (GROWTH, "period: 2026, relation: in_step", ["in_step relation-without-reference"]),
        (GROWTH, "period: 2026, relation: above, reference: []", ["above relation-without-reference"]),
        (GROWTH, "period: 2026, relation: above, reference: [other]", []),
        (GROWTH, "period: 2026, relation: above, reference: othr", ["othr unknown-id"]),
        (GROWTH, "period: 2026, relation: above, reference: [other, x]", ["x unknown-id"]),
        (GROWTH, "period: 2026, relation: above, reference: one", ["one reference-not-taken"]),
        (GROWTH, "period: 2026, relation: at_least, goal: 6, reference: other", ["other reference-not-taken"]),
        # years
        (GROWTH, "period: 2026-2030, relation: at_least, goal: 6", ["2026-2030 average-or-total"]),
        (GROWTH, "period: 2026-2030, relation: at_least, goal: 6, hold: true", []),
        (GROWTH, "period: 2026, relation: at_least, goal: 6, average: true, total: true", ["true average-or-total"]),
        (FLOW, "period: 2026-2030, relation: at_least, goal: 6", []),
        (FLOW, "period: 2026-06, relation: at_least, goal: 6", []),
        (FLOW, "period: 2026-H1, relation: at_least, goal: 6", []),
        (FLOW, "period: 2026-13, relation: at_least, goal: 6", ["2026-13 bad-period"]),
        (FLOW, "period: 2026-01..2027-06, relation: at_least, goal: 6", ["2026-01..2027-06 bad-period"]),
        (FLOW, "period: 2026-H1, relation: at_least, goal: 6, average: true", ["average modifier-not-taken"]),
        # revised goals
        (FLOW, "period: 2026, relation: at_least, goal: 6, revised: [{on: 2026-07-28, goal: 5, source: 人大}]", []),
        (FLOW, "period: 2026, relation: at_least, goal: 6, revised: [{on: 2026-07-28, goal: [5, 6]}]",
         ["[5, 6] wrong-type"]),
        (FLOW, "period: 2026, relation: between, goal: [6, 8], revised: [{on: 2026-07-28, goal: [5, 4]}]",
         ["[5, 4] range-upside-down"]),
        (FLOW, "period: 2026, relation: all, goal: 6, revised: [{on: 2026-07-28, goal: 5}, {on: 2026-07-01, goal: 4}]",
         ["2026-07-01 out-of-bounds"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, revised: [{on: 2027-01-01, goal: 5}]",
         ["2027-01-01 out-of-bounds"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, revised: [{goal: 5}]", ["{ missing-key"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, revised: [{on: 2026-07, goal: 5}]", ["2026-07 bad-date"]),
        (FLOW, "period: 2026, relation: rising, revised: [{on: 2026-07-28, goal: 5}]", ["5 goal-not-taken"]),
        (FLOW, "period: 2026, parts: [], revised: [{on: 2026-07-28, goal: 5}]", ["revised modifier-not-taken"]),
        (FLOW, "period: 2030-2026, relation: at_least, goal: 6", ["2030-2026 bad-period"]),
        (FLOW, "period: 1899, relation: at_least, goal: 6", ["1899 bad-period"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, baseline: 2026", ["2026 out-of-bounds"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, baseline: 2015", []),
        (FLOW, "period: 2026, relation: at_least, goal: 6, baseline: x", ["x bad-period"]),
        # modifiers
        (FLOW, "period: 2026, relation: at_least, goal: 6, total: true", []),
        (STOCK, "period: 2026-2030, relation: at_least, goal: 6, total: true", []),
        (GROWTH, "period: 2026, relation: rising, total: true", []),
        (STOCK, "period: 2026, relation: rising, total: true", ["total modifier-not-taken"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, total: false", []),
        (STOCK, "period: 2026, relation: at_least, goal: 6, average: true", ["average modifier-not-taken"]),
        (GROWTH, "period: 2026, relation: above, reference: other, hold: true", ["hold modifier-not-taken"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, step: month", ["step modifier-not-taken"]),
        (STOCK, "period: 2026, relation: at_least, goal: 6, hold: true, step: month", []),
        (EVENTS, "period: 2026, relation: none, step: month", []),
        (GROWTH, "period: 2026, relation: at_least, goal: 6, scope: true", ["scope modifier-not-taken"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, band: true", ["band modifier-not-taken"]),
        (GROWTH, "period: 2026, relation: above, reference: other, as: difference", []),
        (GROWTH, "period: 2026, relation: narrowing, reference: other, as: ratio", ["ratio bad-choice"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, by: 2026-06-30", []),
        (FLOW, "period: 2026, relation: at_least, goal: 6, by: 2026-06", []),
        (FLOW, "period: 2026, relation: at_least, goal: 6, by: 2026-Q3", []),
        (STOCK, "period: 2026, relation: all, goal: 6, by: 2026-06-30", []),
        (FLOW, "period: 2026, relation: at_least, goal: 6, by: 2027-06-30", ["2027-06-30 out-of-bounds"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, by: 2025-12-31", ["2025-12-31 out-of-bounds"]),
        (FLOW, "period: 2026-2030, relation: at_least, goal: 6, by: 2028-06-30", ["2028-06-30 out-of-bounds"]),
        (FLOW, "period: 2026-2030, relation: at_least, goal: 6, by: 2028-12-31", []),
        (STOCK, "period: 2026-2030, relation: at_least, goal: 6, by: 2028-06-30", []),
        (FLOW, "period: 2026, relation: at_least, goal: 6, by: June", ["June bad-date"]),
        (FLOW + ", profile: batch", "period: 2026, relation: at_least, goal: 6, by: 2026-06-30", []),
        (FLOW + ", profile: batch", "period: 2026, relation: at_least, goal: 6, by: 2026-6-30", ["2026-6-30 bad-date"]),
        (MEAN, "period: 2026, relation: at_most, goal: 2, milestones: [{by: 2026-06, goal: 1}]",
         ["milestones modifier-not-taken"]),
        (GROWTH, "period: 2026, relation: above, reference: other, tolerance: 1", ["tolerance modifier-not-taken"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, goal_read: true", []),
        (FLOW, "period: 2026, relation: at_least, goal: unstated, goal_read: true", ["goal_read modifier-not-taken"]),
        (STOCK, "period: 2026, relation: rising, goal_read: true", ["goal_read modifier-not-taken"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, tolerance: -1", ["-1 out-of-bounds"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, settings: {early: 1, erly: 1}", ["erly unknown-key"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, settings: {early: 2}", ["2 out-of-bounds"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, settings: {pace_ahead: 0.9}", ["0.9 out-of-bounds"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, settings: {pace_on_track: 1.1}", ["1.1 out-of-bounds"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, settings: {pace_on_track: 1.1, pace_ahead: 1.1}", []),
        (FLOW, "period: 2026, relation: at_least, goal: 6, settings: {catch_up_at_risk: 1}", ["1 out-of-bounds"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, commitment: strong", ["strong bad-choice"]),
        # a second goal, a condition
        (FLOW, "period: 2026, relation: at_least, goal: 6, stretch: 8", []),
        (FLOW, "period: 2026, relation: at_least, goal: 6, stretch: unstated", []),
        (FLOW, "period: 2026, relation: at_least, goal: base, stretch: 8", []),
        (FLOW, "period: 2026, relation: at_least, goal: 6, stretch: 6", ["6 out-of-bounds"]),
        (FLOW, "period: 2026, relation: at_most, goal: 6, stretch: 7", ["7 out-of-bounds"]),
        (FLOW, "period: 2026, relation: between, goal: [6, 8], stretch: 8", ["8 out-of-bounds"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, stretch: [7, 8]", ["[7, 8] wrong-type"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, stretch: base", ["base wrong-type"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, stretch: lots", ["lots bad-number"]),
        (FLOW, "period: 2026, relation: at_least, goal: unstated, stretch: 8", ["stretch modifier-not-taken"]),
        (FLOW, "period: 2026, relation: rising, stretch: 8", ["stretch modifier-not-taken"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, condition: 正常年景", []),
        (FLOW, "period: 2026, relation: at_least, goal: 6, condition: {text: 正常年景, holds: false}", []),
        (FLOW, "period: 2026, relation: at_least, goal: 6, condition: {holds: false}", ["{ missing-key"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, condition: [正常年景]", ["[正常年景] wrong-type"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, condition: ''", ["'' wrong-type"]),
        # milestones
        (FLOW, "period: 2026, relation: at_least, goal: 6, milestones: [{by: 2026-06, goal: 3}]", []),
        (FLOW, "period: 2026, relation: at_least, goal: 6, milestones: [{by: 2026-06}]", ["{ missing-key"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, milestones: [{by: 2026, goal: 3}]",
         ["[{by: 2026, goal: 3}] bad-milestones"]),
        (FLOW, "period: 2026, relation: at_least, goal: 6, milestones: [{by: 2025-06, goal: 3}]",
         ["[{by: 2025-06, goal: 3}] bad-milestones"]),
        # containers
        (FLOW, "period: 2026, parts: []", []),
        (FLOW, "period: 2026, parts: [other@2026]", ["other@2026 unknown-id"]),
        (FLOW, "period: 2026, parts: other@2026", ["other@2026 wrong-type"]),
        (FLOW, "period: 2026, parts: [one@2026]", ["{ parts-cycle"]),
        (FLOW, "period: 2026, parts: [], relation: at_least, goal: 5",
         ["relation modifier-not-taken", "goal modifier-not-taken"]),
        (FLOW, "period: 2026, parts: [], id: One@2026", ["One@2026 bad-id"]),
        # several figures as one
        (FLOW, "period: 2026, relation: exactly, goal: [1, 2], parts: [other, other]", ["{ duplicate-id"]),
        (FLOW, "period: 2026, relation: at_least, goal: 1, parts: [other]", []),
        (FLOW, "period: 2026, relation: all, parts: [other]", []),
        (FLOW, "period: 2026, relation: about, goal: [1, 2, 3], parts: [one, other]", ["[1, 2, 3] wrong-type"]),
        (FLOW, "period: 2026, relation: at_least, goal: 1, parts: [othr]", ["othr unknown-id"]),
        (FLOW, "period: 2026, relation: at_least, goal: 1, parts: [other@2026]",
         ["relation modifier-not-taken", "goal modifier-not-taken"]),
        (FLOW, "period: 2026, relation: at_least, parts: [other]", ["at_least relation-without-goal"]),
        (FLOW, "period: 2026, relation: at_least, goal: 1, parts: [other], band: true", ["band modifier-not-taken"]),
    ],
)  # fmt: skip
def test_a_target_must_make_sense(tmp_path: Path, indicator: str, keys: str, expected: list[str]) -> None:
    assert target(tmp_path, keys, indicator) == expected


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("unit: '%', measure: growth", ["no-direction"]),
        ("unit: '%', measure: growth, better: near", []),
        ("unit: '%', measure: growth, better: hgher", ["bad-choice"]),
        ("unit: , measure: growth, better: near", []),
        ("unit: {a: b}, measure: growth, better: near", ["unknown-key", "missing-key", "missing-key"]),
        ("measure: growth, better: near", ["missing-key"]),
        ("unit: '%', measure: growth, better: near, shares: [1, 2]", ["bad-shares"]),
        ("unit: '%', measure: growth, better: near, shares: [0.2, 0.5, 0.4, 1]", ["bad-shares"]),
        ("unit: '%', measure: growth, better: near, shares: [0.2, 0.5, 0.7, 0.9]", ["bad-shares"]),
        ("unit: '%', measure: growth, better: near, shares: [-1, 0.5, 0.7, 1]", ["bad-shares"]),
        ("unit: '%', measure: growth, better: near, shares: []", ["bad-shares"]),
        ("unit: '%', measure: growth, better: near, shares: [20, 50, 70, 100]", []),
        ("unit: '%', measure: growth, better: near, profile: shares", ["missing-key"]),
        ("unit: '%', measure: growth, better: near, levels: thing", ["unknown-id"]),
        ("unit: '%', measure: growth, better: near, levels: one", ["named-measure"]),
        ("unit: 万吨, measure: flow, better: near, levels: one", ["modifier-not-taken"]),
        ("unit: '%', measure: mean, better: near, index: thing", ["unknown-id"]),
        ("unit: '%', measure: mean, better: near, index: one", ["indicator-cycle"]),
        ("unit: '%', measure: growth, better: near, index: one", ["named-measure"]),
        ("unit: 万吨, measure: flow, better: near, index: one", ["modifier-not-taken"]),
        ("unit: 万吨, measure: flow, better: near, parts_of_sum: [thing]", ["unknown-id"]),
        ("unit: 万吨, measure: flow, better: near, parts_of_sum: [one]", ["indicator-cycle"]),
        ("unit: 万吨, measure: stock, better: near, parts_of_sum: [one]", ["modifier-not-taken"]),
        ("unit: '%', measure: growth, better: near, decimals: 1.5", ["bad-number"]),
        ("unit: '%', measure: growth, better: near, decimals: 99", ["out-of-bounds"]),
        ("unit: '%', measure: growth, better: near, limit: much", ["bad-number"]),
        ("unit: '%', measure: growth, better: near, released: month", ["wrong-type"]),
        ("unit: '%', measure: growth, better: near, released: {day: 5}", ["missing-key"]),
        ("unit: '%', measure: growth, better: near, released: {every: week}", ["bad-choice"]),
        ("unit: '%', measure: growth, better: near, released: {every: month, first: 13}", ["out-of-bounds"]),
        ("unit: '%', measure: growth, better: near, net: maybe", ["bad-boolean"]),
        ("unit: '%', measure: growth, better: near, publisher: {zh: 局}", ["missing-key"]),
        ("unit: '%', measure: growth, better: near, note: ", ["wrong-type"]),
        ("unit: '%', measure: growth, better: near, profile: milestones", ["bad-choice"]),
    ],
)
def test_an_indicator_must_make_sense(tmp_path: Path, indicator: str, expected: list[str]) -> None:
    one = f"name: {{zh: 甲, en: A}}, {indicator}, targets: [{{period: 2026, relation: about, goal: 1}}]"
    text = f"{TOP}indicators:\n  one: {{{one}}}\n"
    _, problems = registry(tmp_path, text)
    assert [one.code.value for one in problems] == expected


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("schema: 2\ntitle: {zh: 例, en: e}\nindicators: {}\n", ["bad-version"]),
        ("schema: 一\ntitle: {zh: 例, en: e}\nindicators: {}\n", ["bad-number"]),
        ("title: {zh: 例, en: e}\nindicators: {}\n", ["missing-key"]),
        ("schema: 1\ntitle: 例\nindicators: {}\n", ["wrong-type"]),
        ("schema: 1\ntitle: {zh: 例}\nindicators: {}\n", ["missing-key"]),
        ("schema: 1\ntitle: {zh: 例, en: }\nindicators: {}\n", ["wrong-type"]),
        (f"{TOP}indicators: []\n", ["wrong-type"]),
        (f"{TOP}indicators:\n", ["wrong-type"]),
        (f"{TOP}indicators: {{}}\nsettings: {{about_pp: -1}}\n", ["out-of-bounds"]),
        (f"{TOP}indicators: {{}}\nsettings: {{early: 1.5}}\n", ["out-of-bounds"]),
        (f"{TOP}indicators: {{}}\nsettings: {{catch_up_on_track: 2}}\n", ["out-of-bounds"]),
        (f"{TOP}indicators: {{}}\nsettings: 3\n", ["wrong-type"]),
        (f"{TOP}indicators: {{}}\nsections: [三]\n", ["wrong-type"]),
        (f"{TOP}indicators: {{}}\nsections: {{三: 标题}}\n", []),
        (f"{TOP}indicators: {{}}\nsource: {{issuer: 市政府, date: 2026}}\n", []),
        (f"{TOP}indicators: {{}}\nsource: {{isuer: 市政府}}\n", ["unknown-key"]),
        (f"{TOP}indicators: {{}}\nnames: [{{phrase: 十大工程, why: quoted}}]\ntodo: x\n", []),
        (f"{TOP}indicators: {{1st: {{}}}}\n", ["bad-id"]),
        (f"{TOP}indicators: {{gdp_value: {{}}}}\n", ["bad-id"]),
        (f"{TOP}indicators: {{'': {{}}}}\n", ["bad-id"]),
        (f"{TOP}indicators: {{就业: {{}}}}\n", ["bad-id"]),
    ],
)
def test_the_top_must_make_sense(tmp_path: Path, top: str, expected: list[str]) -> None:
    _, problems = registry(tmp_path, top)
    assert [one.code.value for one in problems] == expected


def test_all_faults_come_in_one_run_and_in_the_order_of_the_file(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = """schema: 1
titel: {zh: 例, en: example}
title: {zh: 例, en: example}
indicators:
  one:
    name: {zh: 甲, en: A}
    unit: 个
    measure: flwo
  two:
    name: {zh: 乙, en: B}
    unit: 个
    measure: flow
    targets:
      - {period: 2026, relation: at_least, goal: 5万}
      - {period: 2027, relation: between, goal: [2, 1]}
      - {period: 2028, parts: [three@2028]}
"""
    write(tmp_path, text)
    write(tmp_path, HEADER + "two,2026-13,1\ntwo,2026-01,x\nthree,2026-01,1\n", "actuals/a.csv")
    write(tmp_path, "indicator,period\n", "actuals/b.csv")
    assert main(["validate", "--data", str(tmp_path), "--lang", "en"]) == 2
    lines = capfd.readouterr().out.replace(f"{tmp_path}/", "").splitlines()
    assert [(line.split(": ")[0], line.rsplit(" ", 1)[1]) for line in lines] == [
        ("actuals/a.csv:2:2", "[bad-period]"),
        ("actuals/a.csv:3:3", "[bad-value]"),
        ("actuals/a.csv:4:1", "[unknown-indicator]"),
        ("actuals/b.csv:1", "[missing-column]"),
        ("targets.yaml:2:1", "[unknown-key]"),
        ("targets.yaml:8:14", "[bad-choice]"),
        ("targets.yaml:14:50", "[bad-number]"),
        ("targets.yaml:15:49", "[range-upside-down]"),
        ("targets.yaml:16:32", "[unknown-id]"),
    ]


SOUND = "period: 2026, relation: at_least, goal: 5"


@pytest.mark.parametrize(
    ("indicator", "keys"),
    [
        ("unit: 个, measure: flwo", SOUND),
        ("unit: 个", SOUND),
        ("unit: [个], measure: flow", SOUND),
        ("unit: 个, measure: flwo", f"id: one@2026, {SOUND}"),
        ("unit: 个, measure: flow", "period: 2026, relation: at_least, goal: 5万"),
        ("unit: 个, measure: flow", "period: 2026, relation: at_lest, goal: 5"),
        ("unit: 个, measure: flow", "period: 2026年, relation: at_least, goal: 5"),
        ("unit: 个, measure: flow", "period: 2026, relation: at_least, gaol: 5"),
        ("unit: 个, measure: flow", "id: one@2026, relation: at_least, goal: 5"),
    ],
)
def test_what_is_left_out_for_its_own_fault_blames_no_other(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], indicator: str, keys: str
) -> None:
    """A container names the target, a target and rows name the indicator: one fault, one message."""
    indicator = f"{{name: {{zh: 甲, en: A}}, {indicator}, targets: [{{{keys}}}]}}"
    others = "two: {name: {zh: 乙, en: B}, unit: 个, measure: flow, targets: [{period: 2026, parts: [one@2026]}]}"
    step = "better: higher, targets: [{period: 2026, relation: in_step, reference: one}]"
    others += f"\n  three: {{name: {{zh: 丙, en: C}}, unit: '%', measure: growth, levels: one, {step}}}"
    write(tmp_path, f"{TOP}indicators:\n  one: {indicator}\n  {others}\n")
    write(tmp_path, HEADER + "one,2026-01,1\none,2026-02,2\n", "actuals/a.csv")
    assert main(["validate", "--data", str(tmp_path), "--lang", "en"]) == 2
    assert len(capfd.readouterr().out.splitlines()) == 1


def test_an_unreadable_registry_does_not_blame_the_rows(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, f"{TOP}indicators: {{a: b: c}}\n")
    write(tmp_path, HEADER + "one,2026-01,1\none,2026-13,1\n", "actuals/a.csv")
    assert main(["validate", "--data", str(tmp_path), "--lang", "en"]) == 2
    codes = [line.rsplit(" ", 1)[1] for line in capfd.readouterr().out.splitlines()]
    assert codes == ["[bad-period]", "[yaml-syntax]"], "what does not hang on the registry is still told"


def test_a_misspelt_modifier_leaves_its_target_out_instead_of_changing_its_sense(tmp_path: Path) -> None:
    text = f"{TOP}indicators:\n  one: {{name: {{zh: 甲, en: A}}, unit: '%', measure: growth, targets: [\n"
    text += "{period: 2026-2030, relation: at_least, goal: 6, averge: true}]}\n"
    plan, problems = registry(tmp_path, text)
    assert [(one.code, one.nearest) for one in problems] == [(Code.UNKNOWN_KEY, "average")]
    assert plan.targets == ()


def test_a_container_with_a_faulty_part_is_left_out_and_what_holds_it_too(tmp_path: Path) -> None:
    text = f"""{TOP}indicators:
  one:
    name: {{zh: 甲, en: A}}
    unit: 个
    measure: flow
    targets:
      - {{period: 2026, relation: at_least, goal: x}}
      - {{period: 2027, parts: [one@2026]}}
      - {{period: 2028, parts: [one@2027]}}
      - {{period: 2029, relation: at_least, goal: 1}}
"""
    plan, problems = registry(tmp_path, text)
    assert [one.code for one in problems] == [Code.BAD_NUMBER]
    assert [one.id for one in plan.targets] == ["one@2029"]


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("gdp@2026", True),
        ("gdp@2026-2030", True),
        ("gdp@2026-2030/above", True),
        ("gdp/above", True),
        ("gdp", True),
        ("gdp@2026/", False),
        ("gdp@26", False),
        ("gdp@2026-2030-2035", False),
        ("GDP@2026", False),
        ("", False),
        ("@2026", False),
        ("gdp@2026/Above", False),
    ],
)
def test_the_form_of_a_target_id(text: str, *, sound: bool) -> None:
    assert is_target_id(text) is sound


def test_the_field_table_is_closed(tmp_path: Path) -> None:
    """Every kind of value is used, every nested table exists, every field says what it means in both languages."""
    fields = [field for table in TABLES.values() for field in table.values()]
    assert {field.kind for field in fields} == set(Sort)
    assert {field.table for field in fields if field.table} == set(TABLES) - {"top", "name", "section"}
    for lang, end in (("en", "."), ("zh", "。")):
        assert all(field.means.in_language(lang).endswith(end) for field in fields)


def test_a_section_marks_its_targets_as_headline_and_a_target_may_say_otherwise(tmp_path: Path) -> None:
    told = {
        2025: "section: main",
        2026: "section: rest",
        2027: "section: rest, headline: true",
        2028: "section: main, headline: false",
    }
    text = f"{TOP}sections:\n  main: {{zh: 主要, en: Main, headline: true}}\n  rest: 其余\n"
    text += "indicators:\n  one: {name: {zh: 甲, en: A}, unit: {zh: 万人, en: persons}, measure: flow, targets: [\n"
    text += (
        ",\n".join(f"{{period: {year}, relation: at_least, goal: 1, {keys}}}" for year, keys in told.items()) + "]}\n"
    )
    plan, problems = registry(tmp_path, text)
    assert not problems
    assert [str(one.period) for one in plan.targets if plan.is_headline(one)] == ["2025", "2027"]
    assert plan.sections["rest"] == ("其余", "其余")
    assert plan.indicators[plan.targets[0].indicator][2:3] == ("万人",), "programs go on reading the report's unit"
    assert plan.indicators[plan.targets[0].indicator].unit_en == "persons"
