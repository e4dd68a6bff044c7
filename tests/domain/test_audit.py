"""Does the plan agree with itself, and do its figures?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from domain.builders import D, alone, flow, growth, known, monthly, near, period, point, promised, stock, ytd
from ycindic.domain.audit import FINDERS, Rule, Tension, tensions
from ycindic.domain.audit.finding import Additions, DoubtfulSize, LevelGrowth, PartsSum, PeriodsSum, YearlyGoals
from ycindic.domain.model import As, Bilingual, Indicator, Observation, Plan, Target, TargetId, Told


def audit(
    measured: Iterable[Indicator], targets: Iterable[Target] = (), seen: Iterable[Observation] = ()
) -> tuple[Tension, ...]:
    plan = Plan(Bilingual("", ""), {one.id: one for one in measured}, tuple(targets))
    return tensions(plan, known(seen))


def only(found: tuple[Tension, ...]) -> Any:
    assert len(found) == 1, found
    return found[0].inputs


def test_every_rule_has_a_finder() -> None:
    assert set(FINDERS) == set(Rule)


def test_a_plan_without_several_years_and_figures_has_no_tension() -> None:
    assert audit([growth()], [promised("about", 6)]) == ()


# yearly rates against several years


def test_six_per_cent_a_year_and_about_six_in_2026_agree_as_printed() -> None:
    targets = [promised("at_least", 6, "2026-2030", average=True), promised("about", 6)]
    assert audit([growth(better="higher")], targets) == ()


def test_about_5_8_in_2026_leaves_more_than_six_and_still_more_at_the_edge() -> None:
    found = audit(
        [growth(better="higher")], [promised("at_least", 6, "2026-2030", average=True), promised("about", "5.8")]
    )
    inputs = only(found)
    assert isinstance(inputs, YearlyGoals)
    assert inputs.left == (2027, 2028, 2029, 2030)
    assert near(inputs.needed, ((D("1.06") ** 5 / D("1.058")) ** (D(1) / 4) - 1) * 100)
    assert near(inputs.needed_at_edge, ((D("1.06") ** 5 / D("1.055")) ** (D(1) / 4) - 1) * 100)
    assert [target.id for target in found[0].targets] == ["it@2026-2030", "it@2026"]


def test_a_yearly_goal_as_high_as_the_average_is_no_tension() -> None:
    assert audit([growth()], [promised("at_least", 6, "2026-2030", average=True), promised("at_least", 6)]) == ()


def test_a_yearly_goal_above_the_average_is_no_tension() -> None:
    assert audit([growth()], [promised("at_least", 6, "2026-2030", average=True), promised("at_least", 8)]) == ()


def test_a_lower_yearly_goal_leaves_more_to_the_other_years() -> None:
    inputs = only(audit([growth()], [promised("at_least", 6, "2026-2030", average=True), promised("at_least", 4)]))
    assert near(inputs.needed, ((D("1.06") ** 5 / D("1.04")) ** (D(1) / 4) - 1) * 100)
    assert inputs.needed == inputs.needed_at_edge


def test_an_average_that_is_itself_about_may_be_missed_by_its_own_tolerance() -> None:
    targets = [promised("about", 6, "2026-2030", average=True), promised("about", 6)]
    assert audit([growth(better="higher")], targets) == ()


def test_years_that_all_have_goals_are_compounded_and_leave_nothing() -> None:
    targets = [
        promised("at_least", 6, "2026-2027", average=True),
        promised("at_least", 5),
        promised("at_least", 6, 2027),
    ]
    inputs = only(audit([growth()], targets))
    assert (inputs.left, inputs.needed) == ((), None)
    assert near(inputs.reached, ((D("1.05") * D("1.06")) ** (D(1) / 2) - 1) * 100)


def test_years_that_compound_to_more_than_the_average_are_no_tension() -> None:
    targets = [
        promised("at_least", 6, "2026-2027", average=True),
        promised("at_least", 5),
        promised("at_least", 8, 2027),
    ]
    assert audit([growth()], targets) == ()


def test_a_total_fall_of_sixteen_per_cent_is_spread_evenly_over_five_years() -> None:
    targets = [promised("at_most", -16, "2021-2025", total=True), promised("at_most", -3, 2021)]
    inputs = only(audit([growth()], targets))
    assert near(inputs.per_year, (D("0.84") ** (D(1) / 5) - 1) * 100)
    assert near(inputs.needed, ((D("0.84") / D("0.97")) ** (D(1) / 4) - 1) * 100)


def test_a_yearly_fall_that_is_steeper_than_the_total_needs_is_no_tension() -> None:
    targets = [promised("at_most", -16, "2021-2025", total=True), promised("at_most", -4, 2021)]
    assert audit([growth()], targets) == ()


def test_of_two_goals_of_one_year_the_stricter_counts() -> None:
    targets = [
        promised("at_least", 6, "2026-2030", average=True),
        promised("at_least", 4),
        promised("at_least", 7, id=TargetId("it@2026/more")),
    ]
    assert audit([growth()], targets) == ()


@pytest.mark.parametrize(
    "yearly",
    [
        promised("at_least", 4, 2031),
        promised("at_most", 4),
        promised("in_step", reference=["other"]),
        promised("at_least", None, unstated=True),
    ],
    ids=["outside the span", "a ceiling", "no number", "unstated"],
)
def test_what_says_nothing_about_a_year_of_the_span_is_left_alone(yearly: Target) -> None:
    measured = [growth(), growth("other")]
    assert audit(measured, [promised("at_least", 6, "2026-2030", average=True), yearly]) == ()


def test_rates_that_nothing_can_be_compounded_from_give_no_finding() -> None:
    targets = [promised("at_least", -100, "2026-2030", average=True), promised("at_least", -100)]
    assert audit([growth()], targets) == ()


# yearly sums against several years


def test_fifteen_of_a_hundred_in_the_first_of_five_years_leave_more_to_the_others() -> None:
    inputs = only(audit([flow()], [promised("at_least", 100, "2026-2030"), promised("at_least", 15)]))
    assert inputs.per_year == D(100) / 5
    assert inputs.needed == (D(100) - 15) / 4


def test_an_even_share_in_the_first_year_is_no_tension() -> None:
    assert audit([flow()], [promised("at_least", 100, "2026-2030"), promised("at_least", 20)]) == ()


def test_an_average_a_year_is_a_sum_over_the_years() -> None:
    inputs = only(audit([flow()], [promised("at_least", 20, "2026-2030", average=True), promised("at_least", 15)]))
    assert inputs.goal == 20 * 5
    assert inputs.needed == (D(20) * 5 - 15) / 4


def test_yearly_ceilings_above_the_even_share_leave_less_room_to_the_others() -> None:
    inputs = only(audit([flow()], [promised("at_most", 100, "2026-2030"), promised("at_most", 30)]))
    assert inputs.needed == (D(100) - 30) / 4


def test_a_target_with_milestones_has_a_path_of_its_own() -> None:
    targets = [promised("at_least", 100, "2026-2030", milestones={"2026": 5}), promised("at_least", 5)]
    assert audit([flow()], targets) == ()


# additions and levels

PLATFORMS = [stock("platforms"), flow("platforms-new")]
TOTAL = promised("at_least", 120, "2026-2030", of="platforms")
TEN = promised("at_least", 10, of="platforms-new")


def test_ten_new_platforms_a_year_do_not_lead_from_60_to_120() -> None:
    inputs = only(audit(PLATFORMS, [TOTAL, TEN], [point("2025-12", 60, of="platforms")]))
    assert isinstance(inputs, Additions)
    assert inputs.needed == (D(120) - 60 - 10) / 4
    assert inputs.pace == 10


def test_ten_new_platforms_a_year_lead_from_70_to_120() -> None:
    assert audit(PLATFORMS, [TOTAL, TEN], [point("2025-12", 70, of="platforms")]) == ()


@pytest.mark.parametrize("seen", [[], [point("2025-12", 70, of="platforms", bound="over")]], ids=["none", "a bound"])
def test_without_a_base_the_finding_says_which_base_would_do(seen: list[Observation]) -> None:
    inputs = only(audit(PLATFORMS, [TOTAL, TEN], seen))
    assert (inputs.base, inputs.needed) == (None, None)
    assert inputs.base_needed == D(120) - 5 * 10
    assert str(inputs.base_period) == "2025-12"


def test_where_every_year_has_additions_what_is_missing_is_told() -> None:
    total = promised("at_least", 120, over=2026, of="platforms")
    inputs = only(audit(PLATFORMS, [total, TEN], [point("2025-12", 100, of="platforms")]))
    assert (inputs.left, inputs.needed) == ((), D(120) - 100 - 10)


def test_a_named_baseline_is_the_base() -> None:
    total = promised("at_least", 120, 2026, of="platforms", baseline="2024")
    inputs = only(audit(PLATFORMS, [total, TEN], [point("2024-12", 90, of="platforms")]))
    assert inputs.needed == D(120) - 90 - 10
    assert inputs.left == (2025,)


def test_only_a_flow_in_the_same_unit_feeds_a_level() -> None:
    assert audit([stock("platforms"), flow("platforms-new", unit="万元")], [TOTAL, TEN]) == ()
    assert audit([stock("platforms"), stock("platforms-new")], [TOTAL, TEN]) == ()


def test_a_level_whose_additions_are_not_promised_is_left_alone() -> None:
    assert audit(PLATFORMS, [TOTAL]) == ()


# parts and the whole


def whole(relation: str, goal: int, *parts: str) -> Target:
    return promised(relation, goal, id=TargetId("whole@2026"), parts=tuple(TargetId(part) for part in parts))


def parts(relation: str, *goals: int) -> list[Target]:
    return [promised(relation, goal, of=f"part{place}") for place, goal in enumerate(goals, 1)]


MEASURED = [flow(), flow("part1"), flow("part2")]


def test_parts_that_promise_less_than_the_whole_are_a_tension() -> None:
    found = audit(MEASURED, [whole("at_least", 330, "part1@2026", "part2@2026"), *parts("at_least", 40, 288)])
    inputs = only(found)
    assert isinstance(inputs, PartsSum)
    assert (inputs.goal, inputs.total) == (330, 40 + 288)
    assert [target.id for target in found[0].targets] == ["whole@2026", "part1@2026", "part2@2026"]


def test_parts_that_add_up_to_the_whole_are_none() -> None:
    assert audit(MEASURED, [whole("at_least", 328, "part1@2026", "part2@2026"), *parts("at_least", 40, 288)]) == ()


def test_ceilings_of_parts_that_allow_more_than_the_whole_are_a_tension() -> None:
    found = audit(MEASURED, [whole("at_most", 10, "part1@2026", "part2@2026"), *parts("at_most", 6, 6)])
    assert only(found).total == 6 + 6


@pytest.mark.parametrize(
    "measured",
    [
        [flow(), flow("part1", unit="个"), flow("part2")],
        [flow(), stock("part1"), flow("part2")],
        [flow(unit="%"), flow("part1", unit="%"), flow("part2", unit="%")],
    ],
    ids=["another unit", "another measure", "shares"],
)
def test_what_does_not_add_up_is_not_added(measured: list[Indicator]) -> None:
    targets = [whole("at_least", 330, "part1@2026", "part2@2026"), *parts("at_least", 40, 288)]
    assert audit(measured, targets) == ()


def test_a_part_without_a_goal_leaves_the_sum_open() -> None:
    targets = [
        whole("at_least", 330, "part1@2026", "part2@2026"),
        *parts("at_least", 40),
        promised("rising", of="part2"),
    ]
    assert audit(MEASURED, targets) == ()


# published growth and published levels

GDP = [growth("gdp", levels="value"), flow("value")]


def test_a_rate_that_its_levels_do_not_give_is_noted_with_both() -> None:
    seen = [ytd("2025-Q1", 100, of="value"), ytd("2026-Q1", 107, of="value"), ytd("2026-Q1", "5.4", of="gdp")]
    found = audit(GDP, [promised("at_least", 5, of="gdp")], seen)
    inputs = only(found)
    assert isinstance(inputs, LevelGrowth)
    assert (inputs.published, inputs.computed) == (D("5.4"), (D(107) / 100 - 1) * 100)
    assert found[0].period == period("2026-Q1")
    assert [target.id for target in found[0].targets] == ["gdp@2026"]


def test_a_rate_that_rounding_alone_sets_apart_from_its_levels_is_no_tension() -> None:
    seen = [ytd("2025-Q1", "100.4", of="value"), ytd("2026-Q1", "105.9", of="value"), ytd("2026-Q1", "5.5", of="gdp")]
    assert (D("105.9") / D("100.4") - 1) * 100 != D("5.5")
    assert audit(GDP, [], seen) == ()


def test_levels_without_decimals_leave_a_wide_range() -> None:
    seen = [ytd("2025-Q1", 10, of="value"), ytd("2026-Q1", 11, of="value"), ytd("2026-Q1", "1.0", of="gdp")]
    assert (D("10.5") / D("10.5") - 1) * 100 <= 1
    assert audit(GDP, [], seen) == ()


def test_one_finding_an_indicator_tells_the_latest_and_counts_the_others() -> None:
    seen = [
        *(ytd(year, value, of="value") for year, value in {2022: 1000, 2023: 1100, 2024: 1210, 2025: 1331}.items()),
        *(ytd(year, rate, of="gdp") for year, rate in {2023: "2.0", 2024: "10.0", 2025: "9.0"}.items()),
    ]
    inputs = only(audit(GDP, [], seen))
    assert (inputs.published, inputs.compared, inputs.differing) == (D("9.0"), 3, 2)
    assert (inputs.largest_period, inputs.largest_pp) == (period(2023), D(10) - 2)


@pytest.mark.parametrize(
    "seen",
    [
        [ytd(2026, 5, of="gdp")],
        [ytd(2025, 100, of="value", bound="over"), ytd(2026, 120, of="value"), ytd(2026, 5, of="gdp")],
        [ytd(2025, 0, of="value"), ytd(2026, 120, of="value"), ytd(2026, 5, of="gdp")],
        [ytd(2025, 100, of="value"), ytd(2026, 120, of="value"), ytd(2026, 5, of="gdp", bound="over")],
    ],
    ids=["no levels", "a bound as base", "zero as base", "a bound as rate"],
)
def test_what_cannot_be_compared_is_not(seen: list[Observation]) -> None:
    assert audit(GDP, [], seen) == ()


def test_a_rate_without_levels_is_compared_with_nothing() -> None:
    seen = [ytd(2025, 100, of="value"), ytd(2026, 120, of="value"), ytd(2026, 5, of="gdp")]
    assert audit([growth("gdp"), flow("value")], [], seen) == ()


# periods and the year to date


def test_months_that_do_not_add_up_to_the_year_to_date_are_named() -> None:
    found = audit([flow()], [promised("at_least", 10)], [*monthly(2026, 1, 1, 1), ytd("2026-03", 6)])
    inputs = only(found)
    assert isinstance(inputs, PeriodsSum)
    assert (inputs.ytd, inputs.total) == (6, 1 + 1 + 1)
    assert found[0].period == period("2026-Q1")


def test_months_that_add_up_within_rounding_are_no_tension() -> None:
    seen = [*monthly(2026, "1.1", "1.1", "1.1"), ytd("2026-03", "3.4")]
    assert audit([flow()], [], seen) == ()


def test_old_years_are_looked_at_too() -> None:
    found = audit([flow()], [promised("at_least", 10)], [alone("2019-H1", 5), alone("2019-H2", 5), ytd(2019, 12)])
    assert only(found).ytd == 12
    assert found[0].targets == ()


# figures beside their like


def test_a_figure_in_another_unit_is_found_wherever_it_was_typed() -> None:
    found = audit([flow()], [promised("at_least", 5)], [ytd("2025-06", "2.7"), ytd("2026-06", 28000)])
    assert only(found) == DoubtfulSize(D(28000), D("2.7"), D("2.8"), None, "km")
    assert (str(found[0].period), found[0].targets[0].id) == ("2026-H1", "it@2026")


def test_a_growth_rate_typed_as_a_share_is_found() -> None:
    found = audit([growth()], [], [ytd("2026-03", "5.3"), ytd("2026-06", "0.054"), ytd("2026-09", "5.5")])
    assert only(found).likely == D("5.4")


def test_a_series_that_passes_zero_has_small_rates_of_its_own() -> None:
    seen = [ytd(f"2026-{month:02d}", value) for month, value in enumerate(("9.2", "0.3", "-8", "0.2", "10", "-0.1"), 1)]
    assert audit([growth()], [], seen) == ()


def test_of_two_running_totals_the_later_one_has_fallen() -> None:
    found = audit([flow()], [], [ytd("2026-05", "2.9"), ytd("2026-06", "2.8"), ytd("2026-07", 3)])
    assert only(found) == DoubtfulSize(D("2.8"), D("2.9"), None, period("2026-01..2026-05"), "km")


def test_a_net_flow_and_a_bound_may_be_lower() -> None:
    assert audit([flow(net=True)], [], [ytd("2026-05", "2.9"), ytd("2026-06", "2.8")]) == ()
    assert audit([flow()], [], [ytd("2026-05", "2.9"), ytd("2026-06", "2.8", bound="over")]) == ()


# A tolerance that is wide beside its goal


@pytest.mark.parametrize(
    ("measured", "target", "wide"),
    [
        (growth(better="higher"), promised("about", 6), False),  # 0.3 of 6
        (growth(better="higher"), promised("about", 3), False),  # just a tenth
        (growth(better="higher"), promised("about", "2"), False),  # ours, typed by nobody
        (growth(better="higher"), promised("about", "2.9", tolerance="0.3"), True),
        (growth(unit="‰", better="higher"), promised("about", 5, tolerance=3), True),
        (flow(better="higher"), promised("about", 100), False),  # 5 of 100
        (flow(better="higher"), promised("at_least", 100, tolerance=11), True),
        (flow(better="near", net=True), promised("about", 0, tolerance=1), False),  # of 0 there is no share
    ],
    ids=str,
)
def test_a_tolerance_of_more_than_a_tenth_of_its_goal_is_asked_about(
    measured: Indicator,
    target: Target,
    wide: bool,  # noqa: FBT001
) -> None:
    found = audit([measured], [target])
    assert [one.rule for one in found] == ["wide-tolerance"] * wide


@pytest.mark.parametrize(
    ("wording", "keys", "asked"),
    [
        ("企业数翻一番", {"goal": D(2)}, True),
        ("企业数翻番", {"goal": D(2)}, True),
        ("达到2020年的1.5倍", {"goal": D("1.5")}, True),
        ("doubling the number of firms", {"goal": D(2)}, True),
        ("a fourfold rise", {"goal": D(4)}, True),
        ("企业数翻一番", {"told": Told(As.TIMES, D(2))}, False),
        ("新增企业4家", {"goal": D(4)}, False),
        ("总产值翻番", {"unstated": True}, False),
    ],
)
def test_a_multiple_that_is_registered_as_an_amount_is_asked_about(wording: str, keys: dict, asked: bool) -> None:  # noqa: FBT001
    found = audit([stock(unit="家")], [promised("at_least", wording=wording, **keys)])
    assert [one.rule for one in found] == ["multiple-or-amount"] * asked
