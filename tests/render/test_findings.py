"""How is a tension told?"""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from domain.builders import flow, growth, known, monthly, point, promised, stock, ytd
from ycindic.domain.audit import Rule, Tension, tensions
from ycindic.domain.diagnostic import of_finding
from ycindic.domain.model import Bilingual, Indicator, Observation, Plan, Target, TargetId
from ycindic.domain.problem import Place
from ycindic.render.answers import diagnostics
from ycindic.render.answers.findings import finding_sentence, numbers
from ycindic.render.answers.sheet import in_both


def one(measured: Iterable[Indicator], targets: Iterable[Target], seen: Iterable[Observation] = ()) -> Tension:
    plan = Plan(Bilingual("", ""), {each.id: each for each in measured}, tuple(targets))
    (found,) = tensions(plan, known(seen))
    return found


CASES = {
    "rest": (
        Rule.YEARLY_GROWTH,
        one([growth(better="higher")], [promised("at_least", 6, "2026-2030", average=True), promised("about", "5.8")]),
        (
            "2026—2030年目标年均≥6%；2026年目标5.8%左右；按此完成，2027—2030年每年须6.05%；"
            "如只到容许的界限（5.5%），每年须6.13%"
        ),
        (
            "promised a year ≥ 6% for 2026–2030; and about 5.8% for 2026; if that is just met, "
            "2027–2030 must bring 6.05% a year; at the edge of the tolerance (5.5%), 6.13% a year"
        ),
    ),
    "all years": (
        Rule.YEARLY_GROWTH,
        one(
            [growth()],
            [
                promised("at_least", 6, "2026-2027", average=True),
                promised("at_least", 5),
                promised("at_least", 6, 2027),
            ],
        ),
        "2026—2027年目标年均≥6%；2026年目标≥5%、2027年目标≥6%；各年目标合起来只有5.50%",
        "promised a year ≥ 6% for 2026–2027; and ≥ 5% for 2026, ≥ 6% for 2027; together the yearly goals come to 5.50%",
    ),
    "sum": (
        Rule.YEARLY_TOTALS,
        one([flow()], [promised("at_least", 100, "2026-2030"), promised("at_least", 15)]),
        "2026—2030年目标≥100 km，平均每年20.00 km；2026年目标≥15 km；按此完成，2027—2030年每年须21.25 km",
        (
            "promised ≥ 100 km for 2026–2030, that is 20.00 km a year; and ≥ 15 km for 2026; "
            "if that is just met, 2027–2030 must bring 21.25 km a year"
        ),
    ),
    "base": (
        Rule.ADDITIONS,
        one(
            [stock("x"), flow("x-new")],
            [promised("at_least", 120, "2026-2030", of="x"), promised("at_least", 10, of="x-new")],
            [point("2025-12", 61, of="x")],
        ),
        (
            "2026—2030年目标≥120 km；x-new：2026年新增10 km；"
            "2025年12月基数61 km，2027—2030年每年须新增12.25 km，多于已承诺的每年10 km；只按新增计，未计退出"
        ),
        (
            "promised ≥ 120 km for 2026–2030; x-new: 10 km new in 2026; from 61 km in December 2025, 2027–2030 must "
            "add 12.25 km a year, more than the 10 km a year promised; counting additions only, none struck off"
        ),
    ),
    "no base": (
        Rule.ADDITIONS,
        one(
            [stock("x"), flow("x-new")],
            [promised("at_least", 120, "2026-2030", of="x"), promised("at_least", 10, of="x-new")],
        ),
        (
            "2026—2030年目标≥120 km；x-new：2026年新增10 km；2025年12月基数未知，无法核对；"
            "每年都新增10 km，基数须有70 km；只按新增计，未计退出"
        ),
        (
            "promised ≥ 120 km for 2026–2030; x-new: 10 km new in 2026; the base of December 2025 is unknown, so they "
            "cannot be compared; at 10 km a year it must have been 70 km; counting additions only, none struck off"
        ),
    ),
    "parts": (
        Rule.PARTS,
        one(
            [flow(), flow("a"), flow("b")],
            [
                promised("at_least", 330, parts=(TargetId("a@2026"), TargetId("b@2026"))),
                promised("at_least", 40, of="a"),
                promised("at_least", 288, of="b"),
            ],
        ),
        "2026年目标≥330 km；分项（a40 km、b288 km）合计328 km",
        "promised ≥ 330 km for 2026; the parts (a 40 km, b 288 km) come to 328 km",
    ),
    "levels": (
        Rule.LEVELS,
        one(
            [growth("gdp", levels="value"), flow("value")],
            [],
            [ytd("2025-Q1", 100, of="value"), ytd("2026-Q1", 107, of="value"), ytd("2026-Q1", "5.4", of="gdp")],
        ),
        "2026年1—3月公布增速5.4%，按value（100 → 107）算为7.00%；以公布增速为准，总量可能按现价、不可比或后来修订",
        (
            "published growth of 5.4% for January–March 2026, but 7.00% from value (100 → 107); "
            "the published rate counts: levels may be at current prices, on another basis, or re-based"
        ),
    ),
    "periods": (
        Rule.PERIODS,
        one([flow()], [promised("at_least", 9)], [*monthly(2026, 1, 1, 1), ytd("2026-03", 9)]),
        "2026年1—3月累计数9 km与各期之和3 km不符，以累计数为准",
        "the year to date of January–March 2026, 9 km, is not the sum of its periods, 3 km; the former counts",
    ),
    "another unit": (
        Rule.SIZE,
        one([flow()], [promised("at_least", 5)], [ytd("2025-06", "2.7"), ytd("2026-06", 28000)]),
        "2026年1—6月的28000 km与同类数据（约2.70 km）不在一个数量级，是否应为2.8 km",
        "28000 km for January–June 2026 is of another order than its like, about 2.70 km; was 2.8 km meant?",
    ),
    "no unit": (
        Rule.SIZE,
        one([growth()], [promised("at_least", 5)], [ytd("2026-03", "5.3"), ytd("2026-06", 1000000)]),
        "2026年1—6月的1000000%与同类数据（约5.30%）不在一个数量级",
        "1000000% for January–June 2026 is of another order than its like, about 5.30%",
    ),
    "fallen": (
        Rule.SIZE,
        one([flow()], [promised("at_least", 5)], [ytd("2026-05", "2.9"), ytd("2026-06", "2.8")]),
        "2026年1—6月累计2.8 km，少于2026年1—5月的2.90 km，累计数不会下降",
        "2.8 km for January–June 2026 is less than 2.90 km for January–May 2026, and a running total does not fall",
    ),
    "multiple": (
        Rule.MULTIPLE,
        one([stock(unit="家")], [promised("at_least", 4, wording="企业数达到原来的4倍")], []),
        "原文说“4倍”，登记的是2026年目标4家：是倍数还是数量？倍数用as: times",
        "the report says “4倍” and 4 家 for 2026 is registered: a multiple or an amount? `as: times` says a multiple",
    ),
    "wide": (
        Rule.TOLERANCE,
        one([growth(unit="‰", better="higher")], [promised("about", 5, tolerance=3)], []),
        "2026年目标5‰左右的容许范围为3‰，是目标的60.0%，是否有意如此；可用tolerance写明",
        "the tolerance of about 5‰ for 2026 is 3‰, 60.0% of the goal; is that meant? `tolerance` can say another",
    ),
}


def test_every_rule_has_a_sentence_here() -> None:
    assert {rule for rule, *_ in CASES.values()} == set(Rule)


@pytest.mark.parametrize("case", CASES)
def test_a_tension_is_told_with_all_its_numbers_in_both_languages(case: str) -> None:
    rule, found, zh, en = CASES[case]
    assert (found.rule, in_both(finding_sentence(found))) == (rule, {"zh": zh, "en": en})


def test_a_line_begins_with_the_place_and_ends_with_the_code() -> None:
    found = CASES["periods"][1]._replace(place=Place("actuals/a.csv", 5, 3))
    line = diagnostics.diagnostic_line(of_finding(found), "zh")
    assert line.startswith(f"actuals/a.csv:5:3: {found.indicator.name.zh}（2026年）：2026年1—3月")
    assert line.endswith("。 [periods-and-ytd]")


@pytest.mark.parametrize("case", CASES)
def test_programs_get_every_input_as_plain_json(case: str) -> None:
    rule, found, *_ = CASES[case]
    told_to_programs = json.loads(json.dumps(numbers(found), allow_nan=False))
    assert told_to_programs["rule"] == rule
    assert set(told_to_programs["inputs"]) == set(found.inputs._fields)
