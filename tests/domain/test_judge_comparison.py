"""Are promises about another figure kept: in step with it, above it, closer to it, better than before?"""

from __future__ import annotations

import pytest

from domain.builders import (
    D,
    alone,
    flow,
    growth,
    judge,
    mean,
    monthly,
    near,
    period,
    point,
    promised,
    released,
    said,
    stock,
    yearly,
    ytd,
)

INCOME, GDP, NATION = growth(), growth("gdp"), growth("nation")
IN_STEP = promised("in_step", reference=["gdp"])
ABOVE = promised("above", reference=["gdp"])


def pair(own: str, other: str, when: str = "2026-06") -> list:
    return [ytd(when, own), ytd(when, other, of="gdp")]


# In step and above


@pytest.mark.parametrize(
    ("own", "verdict"),
    [
        ("5.5", "on_track"),
        ("5.0", "on_track"),
        ("4.7", "on_track"),  # 0.3 below, within the tolerance
        ("4.6", "at_risk"),
        ("4.2", "at_risk"),  # 0.5 beyond the tolerance
        ("4.1", "off_track"),
    ],
)
def test_in_step_has_a_tolerance_on_one_side(own: str, verdict: str) -> None:
    found = judge(INCOME, IN_STEP, pair(own, "5.0"), others=[GDP])
    assert said(found) == (verdict, "difference")
    assert found.figures.difference == D(own) - 5
    assert found.figures.gap == 5 - D(own)
    assert (found.figures.benchmark, found.figures.benchmark_id) == (5, "gdp")


def test_what_the_rest_must_grow_for_it_is_told_while_the_other_stays_as_it_is() -> None:
    """Half of the year is over: (5 − 0.5 × 4.2) ÷ (1 − 0.5), and with the tolerance (4.7 − 0.5 × 4.2) ÷ (1 − 0.5)."""
    found = judge(INCOME, IN_STEP, pair("4.2", "5.0"), others=[GDP]).figures
    assert (found.required, found.required_edge) == (D("5.8"), D("5.2"))
    assert judge(INCOME, ABOVE, pair("4.2", "5.0"), others=[GDP]).figures.required is None, (
        "no number surpasses it just so"
    )


@pytest.mark.parametrize(
    ("own", "verdict"), [("5.1", "on_track"), ("5.0", "at_risk"), ("4.5", "at_risk"), ("4.4", "off_track")]
)
def test_above_is_strict_and_has_no_tolerance(own: str, verdict: str) -> None:
    assert said(judge(INCOME, ABOVE, pair(own, "5.0"), others=[GDP])) == (verdict, "difference")


def test_where_less_is_better_above_the_average_means_below_its_number() -> None:
    jobless, other = mean(better="lower"), mean("gdp", better="lower")
    found = judge(jobless, ABOVE, pair("5.0", "5.2"), others=[other])
    assert (found.verdict, found.figures.gap) == ("on_track", D("-0.2"))
    assert judge(jobless, ABOVE, pair("5.4", "5.2"), others=[other]).verdict == "at_risk"


def test_of_several_benchmarks_the_hardest_one_decides() -> None:
    target = promised("above", reference=["gdp", "nation"])
    seen = [*pair("5.3", "5.0"), ytd("2026-06", "5.2", of="nation")]
    found = judge(INCOME, target, seen, others=[GDP, NATION])
    assert (found.figures.benchmark_id, found.figures.difference) == ("nation", D("0.1"))


def test_the_latest_period_that_all_share_is_compared() -> None:
    seen = [*pair("5.3", "5.0", "2026-03"), ytd("2026-06", "4.0")]
    found = judge(INCOME, ABOVE, seen, others=[GDP])
    assert (found.verdict, found.figures.actual_period) == ("on_track", period("2026-Q1"))


def test_without_the_benchmark_nothing_is_judged_and_the_own_figure_is_shown() -> None:
    found = judge(INCOME, ABOVE, [ytd("2026-06", "5.3")], others=[GDP])
    assert said(found) == ("undetermined", "no_benchmark")
    assert (found.figures.actual, found.figures.provisional) == (None, D("5.3"))


def test_a_single_quarter_is_not_compared_with_a_year_to_date() -> None:
    seen = [alone("2026-Q2", "5.3"), ytd("2026-06", "5.0", of="gdp")]
    assert judge(INCOME, ABOVE, seen, others=[GDP]).verdict == "undetermined"


@pytest.mark.parametrize(("own", "verdict"), [("4.7", "achieved"), ("4.6", "missed")])
def test_the_full_year_decides_with_the_tolerance(own: str, verdict: str) -> None:
    assert judge(INCOME, IN_STEP, pair(own, "5.0", "2026"), others=[GDP], at="2027-02-01").verdict == verdict


def test_a_bound_is_never_compared() -> None:
    seen = [ytd("2026-06", "5.3"), ytd("2026-06", "5.0", of="gdp", bound="about")]
    assert said(judge(INCOME, ABOVE, seen, others=[GDP])) == ("undetermined", "inexact_actual")


def test_levels_of_two_stocks_are_compared_at_the_same_date() -> None:
    seen = [point("2026-06", 70), point("2026-06", 68, of="gdp")]
    found = judge(stock(unit="%"), ABOVE, seen, others=[stock("gdp", unit="%")])
    assert (found.verdict, found.figures.difference) == ("on_track", 2)


def test_levels_over_several_years_are_compared_without_waiting_for_a_full_year() -> None:
    target, other = promised("above", None, "2026-2030", reference=["gdp"]), stock("gdp", unit="%")
    seen = [point("2026-06", 70), point("2026-06", 68, of="gdp")]
    assert judge(stock(unit="%"), target, seen, others=[other]).figures.difference == 2
    assert said(judge(stock(unit="%"), target, seen[:1], others=[other])) == ("undetermined", "no_benchmark")


# In step and above over several years


FIVE_YEARS = promised("above", None, "2026-2030", reference=["gdp"])


def test_over_several_years_the_compounded_change_of_the_full_years_is_compared() -> None:
    seen = [*yearly(2026, 5, 6), *yearly(2026, 5, 5, of="gdp"), ytd("2028-06", 1), ytd("2028-06", 9, of="gdp")]
    found = judge(INCOME, FIVE_YEARS, seen, others=[GDP], at="2028-08-01")
    own, other = (D("1.05") * D("1.06") - 1) * 100, (D("1.05") * D("1.05") - 1) * 100
    assert near(found.figures.difference, own - other)
    assert (found.verdict, found.figures.actual_period) == ("on_track", period("2026-2027"))


@pytest.mark.parametrize("relation", ["in_step", "above", "narrowing", "rising"])
@pytest.mark.parametrize(
    ("at", "verdict"), [("2027-01-24", ("not_due", "first_year_open")), ("2027-01-25", ("no_data", "no_actual"))]
)
def test_over_several_years_nothing_is_due_before_the_first_full_year_and_then_it_is(
    relation: str, at: str, verdict: tuple[str, str]
) -> None:
    quarterly = released("quarter", 25)
    target = promised(relation, None, "2026-2030", reference=["gdp"])
    seen = [ytd("2025", 4), ytd("2025", 4, of="gdp"), *pair("5.3", "5.0")]
    own, other = flow(released=quarterly), flow("gdp", released=quarterly)
    assert said(judge(own, target, seen, others=[other], at=at)) == verdict
    if relation != "narrowing":
        assert said(judge(growth(released=quarterly), target, seen, others=[GDP], at=at)) == verdict


def test_years_behind_one_that_is_missing_are_not_compounded() -> None:
    seen = [*yearly(2026, 5, 6), *yearly(2026, 5, of="gdp"), ytd("2028", 9, of="gdp")]
    found = judge(INCOME, FIVE_YEARS, seen, others=[GDP], at="2029-03-01")
    assert found.figures.actual_period == period(2026)


# Narrowing


PER_HEAD, PROVINCE = flow(unit="元", better="higher"), flow("gdp", unit="元")
NARROWING = promised("narrowing", reference=["gdp"])


def heads(before: tuple[int, int], now: tuple[int, int]) -> list:
    return [*(ytd(2025, before[0]), ytd(2025, before[1], of="gdp")), *(ytd(2026, now[0]), ytd(2026, now[1], of="gdp"))]


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [
        ((60, 100), (66, 105), "achieved"),  # 40.0 % below, then 37.1 %
        ((60, 100), (63, 105), "missed"),  # 40.0 % below, then 40.0 %
        ((60, 100), (62, 110), "missed"),
        ((90, 100), (111, 110), "achieved"),  # above it now
        ((110, 100), (111, 110), "achieved"),  # still above it
    ],
)
def test_the_distance_is_a_share_of_the_benchmark(before: tuple[int, int], now: tuple[int, int], verdict: str) -> None:
    found = judge(PER_HEAD, NARROWING, heads(before, now), others=[PROVINCE], at="2027-02-01")
    assert found.verdict == verdict
    assert near(found.figures.difference, (1 - D(now[0]) / now[1]) * 100)
    assert near(found.figures.baseline, (1 - D(before[0]) / before[1]) * 100)


def test_as_a_difference_the_same_figures_can_widen() -> None:
    seen = heads((60, 100), (66, 107))
    apart = promised("narrowing", reference=["gdp"], as_difference=True)
    assert judge(PER_HEAD, NARROWING, seen, others=[PROVINCE], at="2027-02-01").verdict == "achieved"
    found = judge(PER_HEAD, apart, seen, others=[PROVINCE], at="2027-02-01")
    assert (found.verdict, found.figures.difference, found.figures.gap_unit) == ("missed", 107 - 66, "元")


def test_every_benchmark_must_come_nearer() -> None:
    target = promised("narrowing", reference=["gdp", "nation"])
    seen = [*heads((60, 100), (66, 105)), ytd(2025, 120, of="nation"), ytd(2026, 140, of="nation")]
    found = judge(PER_HEAD, target, seen, others=[PROVINCE, flow("nation")], at="2027-02-01")
    assert (found.verdict, found.figures.gap > 0) == ("missed", True)


@pytest.mark.parametrize(("now", "verdict"), [("1.4", "on_track"), ("1.6", "off_track"), ("0.9", "on_track")])
def test_where_less_is_better_the_distance_is_what_lies_above_the_benchmark(now: str, verdict: str) -> None:
    own, other = stock(better="lower"), stock("gdp", better="lower")
    seen = [point(2025, "1.5"), point(2025, 1, of="gdp"), point("2026-06", now), point("2026-06", 1, of="gdp")]
    assert judge(own, NARROWING, seen, others=[other]).verdict == verdict


def test_a_benchmark_below_zero_is_still_above_what_lies_under_it() -> None:
    seen = [point(2025, -4), point(2025, -2, of="gdp"), point("2026-06", -5), point("2026-06", -2, of="gdp")]
    assert judge(stock(), NARROWING, seen, others=[stock("gdp")]).verdict == "off_track"


def test_the_gap_of_town_and_country_narrows_against_the_same_months_of_last_year() -> None:
    seen = [ytd("2025-06", 40), ytd("2025-06", 100, of="gdp"), ytd("2026-06", 44), ytd("2026-06", 105, of="gdp")]
    found = judge(PER_HEAD, NARROWING, seen, others=[PROVINCE])
    assert (said(found), found.figures.actual_period) == (("on_track", "sign"), period("2026-H1"))


@pytest.mark.parametrize(
    ("missing", "verdict"),
    [
        (0, ("undetermined", "no_comparable_base")),
        (1, ("undetermined", "no_comparable_base")),
        (2, ("no_data", "no_actual")),
        (3, ("undetermined", "no_benchmark")),
    ],
)
def test_a_distance_needs_four_figures_and_says_which_one_is_missing(missing: int, verdict: tuple[str, str]) -> None:
    seen = heads((60, 100), (66, 105))
    del seen[missing]
    assert said(judge(PER_HEAD, NARROWING, seen, others=[PROVINCE], at="2027-02-01")) == verdict


def test_a_distance_to_nothing_is_no_share() -> None:
    found = judge(PER_HEAD, NARROWING, heads((60, 0), (66, 100)), others=[PROVINCE], at="2027-02-01")
    assert said(found) == ("undetermined", "no_comparable_base")


# Rising and falling


@pytest.mark.parametrize(
    ("relation", "now", "verdict"),
    [
        ("rising", 51, "on_track"),
        ("rising", 50, "off_track"),
        ("rising", 49, "off_track"),
        ("falling", 49, "on_track"),
        ("falling", 50, "off_track"),
        ("falling", 51, "off_track"),
    ],
)
def test_a_flow_rises_against_the_same_months_of_last_year(relation: str, now: int, verdict: str) -> None:
    found = judge(flow(), promised(relation), [ytd("2025-06", 50), ytd("2025", 200), ytd("2026-06", now)])
    assert said(found) == (verdict, "sign")
    assert found.figures.baseline == 50
    assert found.figures.gap == (50 - now if relation == "rising" else now - 50)
    assert found.figures.difference == (now - 50 if relation == "rising" else 50 - now)


@pytest.mark.parametrize(
    ("measured", "seen"),
    [
        (flow(), [*monthly(2025, 9, 8, 7), *monthly(2026, 9, 8, 8)]),
        (flow(), [alone("2025-05", 8), alone("2026-05", 9)]),
        (mean(), [ytd("2025-06", 80), ytd("2026-06", 81)]),
        (mean(), [alone("2025-05", 80), alone("2026-05", 81)]),
        (stock(), [point(2025, 80), point("2026-06", 81)]),
        (growth(), [ytd("2026-06", "0.1")]),
        (growth(), [ytd("2025-06", 9), ytd("2026-06", "0.1")]),
    ],
    ids=["months", "one_month", "mean", "one_mean", "level", "rate", "slower_rate"],
)
def test_each_measure_has_its_own_base_for_a_rise(measured: object, seen: list) -> None:
    assert said(judge(measured, promised("rising"), seen)) == ("on_track", "sign")
    assert said(judge(measured, promised("falling"), seen)) == ("off_track", "sign")


@pytest.mark.parametrize(
    ("measured", "seen"),
    [
        (flow(), [ytd("2025", 200), ytd("2026-06", 50)]),
        (stock(), [point("2025-06", 80), point("2026-06", 81)]),
        (flow(), [ytd("2025-06", 50, bound="over"), ytd("2026-06", 51)]),
    ],
    ids=["no_same_months", "no_year_end", "bound"],
)
def test_without_a_comparable_figure_nothing_is_judged(measured: object, seen: list) -> None:
    assert said(judge(measured, promised("rising"), seen)) == ("undetermined", "no_comparable_base")


def test_a_rate_of_zero_neither_rises_nor_falls() -> None:
    for relation in ("rising", "falling"):
        assert judge(growth(), promised(relation), [ytd("2026-06", 0)]).verdict == "off_track"


def test_over_several_years_the_latest_full_year_is_compared_with_the_base_year() -> None:
    target = promised("rising", None, "2026-2030")
    seen = [*yearly(2025, 100, 90, 101), ytd("2028-06", 10), ytd("2025-06", 50)]
    found = judge(flow(), target, seen, at="2028-08-01")
    assert (said(found), found.figures.actual_period) == (("on_track", "sign"), period(2027))


def test_a_named_base_year_is_the_base() -> None:
    target = promised("rising", baseline="2019")
    seen = [ytd("2019-06", 60), ytd("2025-06", 40), ytd("2026-06", 50)]
    assert judge(flow(), target, seen).verdict == "off_track"


def test_the_full_year_decides_a_rise() -> None:
    assert judge(flow(), promised("rising"), yearly(2025, 100, 101), at="2027-02-01").verdict == "achieved"
    assert judge(flow(), promised("rising"), yearly(2025, 100, 100), at="2027-02-01").verdict == "missed"


def test_a_sign_in_the_first_two_months_is_early() -> None:
    found = judge(flow(), promised("rising"), [ytd("2025-02", 50), ytd("2026-02", 40)], at="2026-03-20")
    assert said(found) == ("at_risk", "early")
