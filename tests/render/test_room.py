"""Do sentences of ceilings, tolerances and bands say what they mean? All figures are invented."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from domain.builders import alone, flow, growth, judge, known, mean, monthly, promised, released, stock, ytd
from domain.builders import point as level
from render.desk import cell, plan, report
from ycindic.domain.agenda import releases_until, stale_first
from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Bilingual
from ycindic.render.answers.cells import gap_cell, required_from
from ycindic.render.answers.sheet import in_both
from ycindic.render.answers.summary import verdict_counts, waiting
from ycindic.render.words.margins import margins
from ycindic.render.words.screen import Screen
from ycindic.render.words.sentence import sentence

CAP = promised("at_most", 100)
NEAR = flow(better="near", net=True, unit="万人")
TOLD: dict[str, tuple[Assessment, str, str]] = {
    "cap, (0.3 ÷ 0.5) ÷ (0.7 ÷ 0.5)": (
        judge(flow(), CAP, [ytd("2026-06", 70)]),
        "比序时进度多用20.0个百分点，7—12月每月最多5 km。",
        "20.0 pp more of it used than the passing of time allows, at most 5 km a month are left for Jul–Dec.",
    ),
    "mean, (24 − 5.4) ÷ 6": (
        judge(mean(), promised("at_most", 2), [ytd("2026-06", "0.9")]),
        "低于上限1.1个百分点，7—12月平均最高可为3.10%，累计数保持不变即可守住",
        "1.1 pp below the ceiling, Jul–Dec may average up to 3.10%, so far it is kept",
    ),
    "rate, 2 × 3 − 2.5": (
        judge(growth(), promised("at_most", 3), [ytd("2026-06", "2.5")]),
        "7—12月最多可增长3.50%",
        "Jul–Dec may grow up to 3.50%",
    ),
    "tolerance, 2 × 5.65 − 5.5": (
        judge(growth(better="higher"), promised("about", 6), [ytd("2026-06", "5.5")]),
        "2026年1—6月为5.5%，目标6%左右，差0.5个百分点，7—12月须增长6.50%。",
        "5.5% for January–June 2026, promised about 6%, 0.5 pp short, Jul–Dec must grow 6.50%.",
    ),
    "rounding, 2 × 7.95 − 6.9": (
        judge(growth(), promised("at_least", 8), [ytd("2026-06", "6.9")]),
        "差1.1个百分点，7—12月须增长9.10%。",
        "1.1 pp short, Jul–Dec must grow 9.10%.",
    ),
    "the latest month alone is short of the rest, 10 × 8.1 − 9 × 8.3": (
        judge(growth(), promised("at_least", 8), [ytd("2026-09", "8.3"), ytd("2026-10", "8.1")]),
        "11—12月须增长7.50%，累计数保持不变即可达到，单看10月约6.30%，低于所须。",
        ("Nov–Dec must grow 7.50%, an unchanged rate for the year so far is enough, "
        "Oct alone about 6.30%, below what is needed."),
    ),
    "short of the edge that decides, 3 × 5.7 − 2 × 6": (
        judge(growth(better="higher"), promised("about", 6), [ytd("2026-06", 6), ytd("2026-09", "5.7")]),
        "累计数保持不变，即在容许范围内，单看7—9月约5.10%，低于所须。",
        "stays inside what is accepted, Jul–Sep alone about 5.10%, below what is needed.",
    ),
    "by rounding perhaps within the room, 3 × 2.5 − 2 × 1.5": (
        judge(growth(), promised("at_most", 3), [ytd("2026-06", "1.5"), ytd("2026-09", "2.5")]),
        "10—12月最多可增长4.50%，累计数保持不变即可守住。",
        "Oct–Dec may grow up to 4.50%, so far it is kept.",
    ),
    "above the room, 3 × 2.8 − 2 × 1.5": (
        judge(growth(), promised("at_most", 3), [ytd("2026-06", "1.5"), ytd("2026-09", "2.8")]),
        "单看7—9月约5.40%，高于所余。",
        "Jul–Sep alone about 5.40%, above what is left.",
    ),
    "kept by the tolerance as it goes": (
        judge(growth(better="higher"), promised("about", 6), [ytd("2026-09", "5.8")]),
        "在容许范围内，累计数保持不变，即在容许范围内。",
        "0.2 pp below the goal, inside what is accepted, at an unchanged rate it stays inside what is accepted.",
    ),
    "short of the tolerance, 6 − 0.3 − 3.6": (
        judge(growth(better="higher"), promised("about", 6), [ytd("2026", "3.6")], at="2027-02-01"),
        "2026年为3.6%，目标6%左右，差2.4个百分点。",
        "3.6% for 2026, promised about 6%, 2.4 pp short.",
    ),
    "in a range": (
        judge(growth(), promised("between", "4.5", goal_high=5), [ytd("2026-06", "4.7")]),
        "在目标区间内",
        "within what was promised",
    ),
    "scope": (
        judge(flow(unit="个"), promised("at_least", 300, scope=True), [ytd("2026-06", 262)]),
        "2026年1—6月为262个，目标≥300个，还差38个，不看进度，只看已落实的数量，到期末够数即完成。",
        (
            "262 个 for January–June 2026, promised ≥ 300 个, 38 个 to go, "
            "no pace counts, only how many are taken up: the number reached by the end keeps it."
        ),
    ),
    "breach": (
        judge(stock(unit="%"), promised("all", 100, hold=True), [level("2026-06", "92.3")]),
        "目标始终100%，差7.7个百分点，出现一次违反，全期即为未完成",
        "promised 100% at all times, 7.7 pp short, one breach is enough to miss the whole period",
    ),
    "kept": (
        judge(growth(better="higher"), promised("about", 6), [ytd("2026", "5.8")], at="2027-02-01"),
        "低于目标0.2个百分点，在容许范围内。",
        "0.2 pp below the goal, inside what is accepted.",
    ),
    "course, 56.5 ÷ 50": (
        judge(flow(), promised("at_least", 109), [ytd("2025-06", 50), ytd("2025", 100), ytd("2026-06", "52.5")]),
        "落后上年同期进度1.8个百分点，7—12月比上年同期须增长13.00%。",
        "1.8 pp behind last year's course, Jul–Dec must grow 13.00% over last year's months.",
    ),
    "beyond, (20 − 12) ÷ 6": (
        judge(flow(), promised("between", 10, goal_high=20, band=True), [ytd("2026-06", 12)]),
        "照此进度期末为24.0 km，将超过上限，7—12月每月最多1 km",
        "on this course it ends at 24.0 km, above the ceiling, at most 1 km a month are left for Jul–Dec",
    ),
    "net, (1 − 1.4) ÷ 6": (
        judge(NEAR, promised("between", -1, goal_high=1, band=True), [ytd("2026-06", "1.4")]),
        "照此进度期末为2.80万人，将超过上限，7—12月每月不得高于-0.07万人",
        "Jul–Dec may come to -0.07 万人 a month at most",
    ),
    "hole": (
        judge(flow(), CAP, [ytd("2026-03", 25), alone("2026-05", 9)]),
        "缺2026年4月的数据，其后的未计入",
        "April 2026 is missing, so later figures do not count",
    ),
    "hole of a rate": (
        judge(growth(), promised("at_least", 5), [ytd("2026-03", 5), alone("2026-05", 9)]),
        "自2026年4月起缺累计增速，其后的单月或单季增速未计入",
        "the rate of the year so far is missing from April 2026 on, so later single months or quarters do not count",
    ),
    "uneven": (
        judge(flow(uneven=True), promised("at_least", 100), [ytd("2026-06", 50)]),
        "因无往年进度可依，按各月均等判断",
        "judged by equal months, as no course of earlier years is known",
    ),
    "safe, (10 − 0.75 × 16.2) ÷ 0.25": (
        judge(growth(), promised("at_least", 10), [ytd("2026-09", "16.2")]),
        "10—12月降幅不超过8.60%即可",
        "Oct–Dec may fall by up to 8.60%",
    ),
    "safe mean, (12 × 1 − 9 × 2) ÷ 3": (
        judge(mean(better="higher"), promised("at_least", 1), [ytd("2026-09", 2)]),
        "10—12月平均不低于-2.00%即可",
        "Oct–Dec may average as low as -2.00%",
    ),
    "ceiling of a rate that must fall, (0 − 0.75 × 2) ÷ 0.25": (
        judge(growth(), promised("at_most", 0), [ytd("2026-09", 2)]),
        "10—12月降幅须不低于6.00%",
        "Oct–Dec must fall by at least 6.00%",
    ),
    "ceiling of a mean, (0 − 9 × 2) ÷ 3": (
        judge(mean(), promised("at_most", 0), [ytd("2026-09", 2)]),
        "10—12月平均不得高于-6.00%",
        "Oct–Dec may average -6.00% at most",
    ),
    "points of a share that is added to, (10 − 5.5) ÷ 3": (
        judge(flow(unit="%"), promised("at_least", 10), [ytd("2026-09", "5.5")]),
        "10—12月每月须1.50个百分点",
        "Oct–Dec must bring 1.50 pp a month",
    ),
    "uneven growth has no pace": (
        judge(growth(uneven=True), promised("at_least", 8), [ytd("2026-06", "6.9")]),
        "7—12月须增长9.10%。",
        "Jul–Dec must grow 9.10%.",
    ),
    "latest": (
        judge(mean(better="lower"), promised("at_most", 2), monthly(2026, "1.5", "1.6", "2.4", "2.6", "2.8")),
        "超过上限0.18个百分点，6—12月平均最高可为1.87%。",
        "0.18 pp above the ceiling, Jun–Dec may average up to 1.87%.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD)
def test_a_sentence_says_what_is_meant(case: str) -> None:
    found, zh, en = TOLD[case]
    told = in_both(sentence(found))
    assert zh in told["zh"]
    assert en.lower() in told["en"].lower()


@pytest.mark.parametrize("case", TOLD)
def test_no_sentence_demands_a_number_below_zero(case: str) -> None:
    told = [in_both(one) for one in (sentence(TOLD[case][0]), *margins(TOLD[case][0]))]
    assert not [
        one for one in told if re.search(r"must [^,;.]* -\d", one["en"]) or re.search(r"须[^，；。]*-\d", one["zh"])
    ]


BEHIND: dict[str, tuple[str, ...]] = {
    "cap, (0.3 ÷ 0.5) ÷ (0.7 ÷ 0.5)": (
        "70.0% used, 50.0% to be used by the passing of time, pace 0.71.",
        "What is left is 0.43 times the pace of Jan–Jun.",
    ),
    "mean, (24 − 5.4) ÷ 6": ("The published figure is rounded, so what the rest may come to lies within 3.05–3.15%.",),
    "tolerance, 2 × 5.65 − 5.5": (
        "Down to 5.7% is accepted (5.65% rounds to it), the figure lies 0.15 pp outside.",
        "The published figure is rounded, so what the rest must come to lies within 6.45–6.55%.",
        "With the tolerance Jul–Dec must grow 5.80%, 0.30 pp more than Jan–Jun, no more than 1.0 pp, so at risk.",
    ),
    "rounding, 2 × 7.95 − 6.9": (
        "The published figure is rounded, so what the rest must come to lies within 9.05–9.15%.",
        (
            "For a figure that prints as kept Jul–Dec must grow 9.00%, 2.10 pp more than Jan–Jun, over 1.0 pp, "
            "so off track."
        ),
    ),
    "kept by the tolerance as it goes": (
        "Down to 5.7% is accepted (5.65% rounds to it).",
        "For the goal itself Oct–Dec must grow 6.60%.",
        "The published figure is rounded, so what the rest must come to lies within 6.45–6.75%.",
    ),
    "short of the tolerance, 6 − 0.3 − 3.6": (
        "Down to 5.7% is accepted (5.65% rounds to it), the figure lies 2.05 pp outside.",
    ),
    "scope": (),
    "breach": (),
    "course, 56.5 ÷ 50": (
        "48.2% done, 50.0% expected by last year's course, 50.0% of the time gone, pace 0.96.",
        "So far 5.00% more than in the same months of last year.",
        "Jan–Jun brought 8.8 km a month.",
        "Off track, since the rest needs over 1.0 pp more than now.",
    ),
    "beyond, (20 − 12) ÷ 6": (),
    "latest": (
        "Judged by the latest months: 2.6% on average for March–May 2026.",
        (
            "For a figure that prints as kept Jun–Dec may average up to 1.95%, 0.65 pp less than Mar–May, "
            "no more than 1.0 pp, so at risk."
        ),
    ),
}


@pytest.mark.parametrize("case", BEHIND)
def test_tolerance_rounding_and_cut_offs_stand_behind_the_sentence(case: str) -> None:
    assert tuple(one.in_language("en") for one in margins(TOLD[case][0])) == BEHIND[case]


def test_a_level_on_its_way_says_how_much_it_must_rise_or_fall() -> None:
    rises = judge(stock(unit="个"), promised("at_least", 120), [level(2025, 100), level("2026-06", 105)])
    assert sentence(rises).in_language("en").endswith("Jul–Dec must rise by 3 个 a month.")  # 15 ÷ 6
    falls = judge(stock(unit="个", better="lower"), promised("at_most", 100), [level(2025, 120), level("2026-06", 115)])
    assert sentence(falls).in_language("zh").endswith("7—12月每月须下降3个。")


def test_once_a_ceiling_is_broken_nothing_is_required_or_surpassed() -> None:
    found = judge(flow(), CAP, [ytd("2026-09", 105)])
    told = in_both(sentence(found))
    assert (told["zh"], told["en"]) == (
        "2026年1—9月为105 km，目标≤100 km，超过上限5 km。",
        "105 km for January–September 2026, promised ≤ 100 km, 5 km above the ceiling.",
    )
    assert cell("required", found, "en") == "–"


@pytest.mark.parametrize(
    ("measured", "target", "value"),
    [
        (growth(better="higher"), promised("about", 6), "5.8"),
        (growth(better="lower"), promised("about", 6), "6.2"),
        (flow(better="higher"), promised("about", 100), "97"),
        (flow(better="lower"), promised("about", 100), "103"),
    ],
)  # fmt: skip
def test_a_promise_that_is_kept_is_never_called_still_missing(measured: object, target: object, value: str) -> None:
    told = in_both(sentence(judge(measured, target, [ytd("2026", value)], at="2027-02-01")))  # type: ignore[arg-type]
    assert "missing" not in told["en"]
    assert "above the ceiling" not in told["en"]
    assert "还差" not in told["zh"]


@pytest.mark.parametrize(("over", "en"), [(2026, "3 个 a month from Jul"), ("2026-2028", "6 个 a year")])
def test_a_level_that_is_due_within_months_needs_so_much_a_month(over: object, en: str) -> None:
    found = judge(stock(unit="个"), promised("at_least", 120, over), [level(2025, 100), level("2026-06", 105)])  # type: ignore[arg-type]
    assert cell("required", found, "en") == en  # 15 ÷ 6 months, 15 ÷ 2.5 years


def test_what_only_old_figures_tell_is_counted_apart_and_leads_what_is_overdue() -> None:
    jobs = flow("jobs", released=released("month", 20))
    roads = flow("roads", released=released("month", 1))
    targets = [promised("at_least", 12, of="roads"), promised("at_least", 12, of="jobs")]
    day = date(2026, 9, 25)
    found = report(plan([roads, jobs], targets), [ytd("2026-06", 6, of="jobs")], as_of=day)
    assert [one.told for one in verdict_counts(found.rows, Screen("en"))] == [
        "? no data 1",
        "1 + on track by figures of June 2026",
    ]
    assert verdict_counts(found.rows, Screen("zh"))[-1].told == "+ 正常 1（按2026年6月的数据）"
    assert waiting(found, "en")[0].split("): ", 1)[1].startswith("jobs January–August 2026")
    late = stale_first(releases_until(found.plan, found.facts, found.plan.targets, day, day), found.rows)
    assert [one.indicator.id for one in late[:2]] == ["jobs", "jobs"]


@pytest.mark.parametrize(
    ("found", "zh", "en"),
    [
        (judge(growth(better="higher"), promised("about", 6), [ytd("2026-09", "5.8")]), "低0.2点", "0.2 pp below"),
        (judge(growth(better="higher"), promised("about", 6), [ytd("2026-09", "5.5")]), "差0.5点", "0.5 pp short"),
        (judge(growth(better="lower"), promised("about", 3), [ytd("2026-09", "3.2")]), "高0.2点", "0.2 pp above"),
    ],
)
def test_what_the_tolerance_accepts_is_not_short_of_the_goal(found: Assessment, zh: str, en: str) -> None:
    assert (gap_cell(found, "zh"), gap_cell(found, "en")) == (zh, en)


def test_what_each_month_must_bring_names_the_first_of_them() -> None:
    found = judge(flow(unit="km"), promised("at_least", 120), [ytd("2026-09", 60)])
    assert required_from(found, "en") == "20 km a month from Oct", "(120 − 60) ÷ 3"
    assert required_from(found, "zh") == "20 km/月 10月起"


def test_whoever_brings_each_month_what_is_asked_keeps_the_goal() -> None:
    found = judge(flow(unit="km"), promised("at_least", 20), [ytd("2026-09", 16)])
    assert required_from(found, "en") == "2 km a month from Oct", "(20 − 16) ÷ 3 in whole ones"
    room = judge(flow(unit="km", better="lower"), promised("at_most", 20), [ytd("2026-10", "17.9")])
    assert required_from(room, "en").startswith("≤ 1.0 km"), "(20 − 17.9) ÷ 2 in the digits that are published"


def test_a_nominal_rate_beside_a_real_one_is_told() -> None:
    income = growth("income")._replace(name=Bilingual("收入增长（名义）", "Growth of incomes (nominal)"))
    facts = known([ytd("2026-06", "5.1", of="income"), ytd("2026-06", "5.3", of="gdp")])
    plan_ = plan([income, growth("gdp")], [promised("in_step", of="income", reference=["gdp"])])
    [found] = assess_all(plan_, facts, date(2026, 8, 1))
    said = sentence(found)
    assert said.in_language("en").endswith(
        "promised in step with gdp, 0.2 pp below its 5.3%, Jul–Dec must grow 5.50% if that stays the same."
    )
    assert [one.in_language("en") for one in margins(found)] == [
        "A lag of 0.3 pp is accepted.",
        "With the tolerance Jul–Dec must grow 4.90%.",
        "Prices are in one and not in the other: Growth of incomes (nominal) is nominal, gdp is not.",
    ]


@pytest.mark.parametrize("relation", ["at_least", "more_than", "about", "at_most"])
@pytest.mark.parametrize("figure", ["5.0", "5.2", "5.4", "5.5", "5.7", "6.1", "6.3", "6.5", "6.8", "7.1"])
def test_the_number_of_the_deciding_line_and_its_limit_agree_with_the_verdict(relation: str, figure: str) -> None:
    found = judge(growth(better="higher"), promised(relation, 6), [ytd("2026-09", figure)])
    if found.verdict not in (Verdict.AT_RISK, Verdict.OFF_TRACK):
        return
    said = " ".join(one.in_language("en") for one in margins(found))
    distances = [Decimal(one) for one in re.findall(r"([\d.]+) pp (?:more|less) than Jan–Sep", said)]
    limit = re.findall(r"(?:no more than|over) ([\d.]+) pp, so (?:at risk|off track)", said)
    assert len(distances) == len(limit) == 1
    assert (distances[0] > Decimal(limit[0])) is (found.verdict is Verdict.OFF_TRACK)
