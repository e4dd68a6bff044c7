"""Do the formulas give the numbers that a pocket calculator, or a statistics office, gives?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import D, near, numbers
from ycindic.domain import rates

OFFICIAL = json.loads(
    (Path(__file__).parents[1] / "conformance" / "data" / "cn_official_examples.json").read_text(encoding="utf-8")
)["cases"]
CASES: dict[str, dict[str, Any]] = {case["id"]: case for case in OFFICIAL}

positive = st.decimals("0.01", "1000", places=2)
growths = st.decimals("-50", "50", places=2)


def test_a_rate_and_its_factor_are_two_ways_of_saying_the_same() -> None:
    assert rates.factor(D("5.5")) == D("1.055")
    assert rates.rate(D("1.055")) == D("5.5")


def test_a_part_of_nothing_has_no_ratio() -> None:
    assert rates.ratio(D(1), D(0)) is None
    assert rates.ratio(D(1), D(4)) == D("0.25")


@pytest.mark.parametrize(("value", "degree"), [(0, 2), (-8, 3), (8, 0), (8, -1)])
def test_a_root_is_taken_of_positive_numbers_only(value: int, degree: int) -> None:
    assert rates.root(D(value), degree) is None


def test_the_root_of_an_exact_power_is_exact() -> None:
    assert rates.root(D("1.06") ** 5, 5) == D("1.06")


def test_pace_is_what_is_done_of_what_should_be() -> None:
    assert rates.pace(D("0.56"), D("0.5")) == D("0.56") / D("0.5")
    assert rates.pace(D("0.56"), D(0)) is None


@pytest.mark.parametrize(
    ("completion", "expected", "times"),
    [
        ("0.4", "0.5", (D("0.6") / D("0.5")) / (D("0.4") / D("0.5"))),
        ("0.5", "0.5", 1),
        ("1", "0.5", 0),
        ("1.2", "1", 0),
        ("0", "0.5", rates.INFINITE),
        ("0.9", "1", rates.INFINITE),
        ("0", "0", None),
        ("0.3", "0", None),
    ],
)
def test_catch_up_is_how_many_times_faster_the_rest_must_go(completion: str, expected: str, times: object) -> None:
    assert rates.catch_up(D(completion), D(expected)) == times


@pytest.mark.parametrize(
    ("used", "expected", "pace", "left"),
    [
        ("0.4", "0.5", D("0.5") / D("0.4"), (D("0.6") / D("0.5")) / (D("0.4") / D("0.5"))),
        ("0.7", "0.5", D("0.5") / D("0.7"), (D("0.3") / D("0.5")) / (D("0.7") / D("0.5"))),
        ("0", "0.5", rates.INFINITE, rates.INFINITE),
        ("1", "0.5", D("0.5"), D(0)),
        ("1.1", "0.5", D("0.5") / D("1.1"), D(0)),
        ("0.4", "0", None, None),
    ],
)
def test_under_a_cap_the_pace_is_inverted_and_catch_up_is_what_is_left(
    used: str, expected: str, pace: object, left: object
) -> None:
    assert rates.cap_pace(D(used), D(expected)) == pace
    assert rates.catch_up(D(used), D(expected)) == left


@pytest.mark.parametrize(
    ("limit", "floor", "strict", "edge"),
    [
        ("5.7", True, False, "5.65"),  # 5.65 prints as 5.7
        ("5.25", True, False, "5.25"),  # the smallest printed figure that keeps it is 5.3
        ("6", True, True, "6.05"),  # more than 6 begins with 6.1
        ("5.8", False, False, "5.85"),
        ("-1", True, False, "-1.05"),
        ("0", False, False, "0.05"),
    ],
)
def test_a_figure_keeps_a_limit_from_where_it_prints_so(limit: str, floor: bool, strict: bool, edge: str) -> None:  # noqa: FBT001
    assert rates.printed_edge(D(limit), 1, floor=floor, strict=strict) == D(edge)


@pytest.mark.parametrize(
    ("now", "least", "most", "found"),
    [
        (5, 6, None, 6),
        (7, 6, None, 6),
        (7, None, 6, 6),
        (5, 6, 8, 6),
        (7, 6, 8, 7),
        (9, 6, 8, 8),
        (5, None, None, None),
    ],
)
def test_between_two_limits_nothing_has_to_change(now: int, least: object, most: object, found: object) -> None:
    ends = [None if end is None else D(str(end)) for end in (least, most)]
    assert rates.nearer(D(now), *ends) == found


def test_what_the_rest_must_grow_is_over_the_rest_of_last_year() -> None:
    assert rates.needed_growth(D(109), D("52.5"), D(100), D(50)) == (D("56.5") / 50 - 1) * 100
    assert rates.needed_growth(D(109), D(52), D(100), D(100)) is None
    assert rates.growth(D("52.5"), D(50)) == 5
    assert rates.growth(D("52.5"), D(0)) is None


@given(positive, st.decimals("0.01", "0.99", places=2), positive)
def test_the_required_rest_brings_the_whole_to_the_goal(goal: D, weight: D, so_far: D) -> None:
    rest = rates.required_rest(goal, so_far, weight)
    assert rest is not None
    assert near(weight * so_far + (1 - weight) * rest, goal)


def test_no_rest_is_required_of_a_full_year() -> None:
    assert rates.required_rest(D(6), D("5.5"), D(1)) is None


def test_the_last_quarter_of_2023_comes_out_as_the_statistics_bureau_said() -> None:
    case = CASES["gdp-2023-q4-required"]
    given_, expected = case["input"], case["expected"]
    goal, so_far, half = (
        D(str(given_[name])) for name in ("annual_target_pct", "ytd_growth_pct", "ytd_growth_rounding_pp")
    )
    weight = 1 - D(str(given_["base_share_remaining"]))
    found = [rates.required_rest(goal, one, weight) for one in (so_far, so_far + half, so_far - half)]
    said = [expected["point_pct"], *expected["interval_from_rounding_pct"]]
    assert found == pytest.approx(numbers(*map(str, said)), abs=D(str(case["tolerance"])))


def test_energy_intensity_in_qinghai_comes_out_as_printed() -> None:
    case = CASES["qinghai-energy-2009"]
    given_, printed = case["input"], {name: D(str(value)) for name, value in case["expected"].items()}
    so_far = rates.product(numbers(*map(str, given_["annual_changes_pct"])))
    goal, years = rates.factor(D(given_["target_total_change_pct"])), given_["years_total"]
    done = len(given_["annual_changes_pct"])
    completion = rates.compound_completion(so_far, goal)
    assert completion is not None
    found = {
        "cumulative_change_pct": rates.rate(so_far),
        "average_annual_pct": rates.rate(rates.root(so_far, done) or D(0)),
        "remaining_change_pct": rates.rate(goal / so_far),
        "required_annual_pct": rates.compound_required(so_far, goal, years - done),
        "planned_annual_pct": rates.rate(rates.root(goal, years) or D(0)),
        "completion_pct": completion * 100,
    }
    assert found == pytest.approx(printed, abs=D(str(case["tolerance"])))


def test_a_fifth_less_in_five_years_is_the_yearly_rate_that_was_printed() -> None:
    case = CASES["ndrc-energy-11fyp-annual"]
    found = rates.root(rates.factor(D(case["input"]["target_total_change_pct"])), case["input"]["years_total"])
    assert rates.rate(found or D(0)) == pytest.approx(D(str(case["expected"]["average_annual_pct"])), abs=D("5e-5"))


def test_the_two_year_average_is_a_geometric_one() -> None:
    assert rates.two_year_average(D("-10"), D("21")) == ((D("0.9") * D("1.21")).sqrt() - 1) * 100


def test_an_average_needs_rates_whose_factors_are_positive() -> None:
    assert rates.average_growth([]) is None
    assert rates.average_growth(numbers(-100, 5)) is None
    assert rates.average_growth(numbers(6, 6, 6)) == 6


@pytest.mark.parametrize(("so_far", "goal"), [("0", "1.1"), ("1.1", "0"), ("1.1", "1"), ("-1", "1.1")])
def test_a_compounded_share_needs_two_positive_factors_and_a_change(so_far: str, goal: str) -> None:
    assert rates.compound_completion(D(so_far), D(goal)) is None


@given(st.lists(growths, min_size=1, max_size=4), growths)
def test_the_required_years_bring_the_compounded_change_to_the_goal(known: list[D], goal: D) -> None:
    so_far, years = rates.product(known), 5
    rest = rates.compound_required(so_far, rates.factor(goal) ** years, years - len(known))
    assert rest is not None
    assert near(so_far * rates.factor(rest) ** (years - len(known)), rates.factor(goal) ** years)


@pytest.mark.parametrize("years_left", [0, -1])
def test_nothing_is_required_when_no_year_is_left(years_left: int) -> None:
    assert rates.compound_required(D("1.1"), D("1.2"), years_left) is None


@pytest.mark.parametrize(("base", "now"), [(0, 5), (5, 0), (-5, 5), (5, -5), (-5, -4)])
def test_no_compound_rate_leads_from_or_to_what_is_not_positive(base: int, now: int) -> None:
    assert rates.cagr(D(base), D(now), D(2)) is None


def test_the_compound_rate_of_a_level_is_the_root_over_its_years() -> None:
    assert rates.cagr(D(100), D(121), D(2)) == 10


def test_a_monthly_rate_of_a_year_compounds_twelve_times() -> None:
    assert rates.annualised(D(1), 12) == (D("1.01") ** 12 - 1) * 100


@given(growths, growths, st.integers(1, 11))
def test_the_mean_of_the_rest_brings_the_year_to_the_goal(goal: D, so_far: D, months: int) -> None:
    rest = rates.mean_of_rest(goal, so_far, months, 12)
    assert rest is not None
    assert near((months * so_far + (12 - months) * rest) / 12, goal)


def test_a_full_year_has_no_rest_to_average() -> None:
    assert rates.mean_of_rest(D(2), D(1), 12, 12) is None


@pytest.mark.parametrize(("decimals", "half"), [(0, "0.5"), (1, "0.05"), (2, "0.005")])
def test_rounding_hides_half_a_unit_of_the_last_digit(decimals: int, half: str) -> None:
    assert rates.half_digit(decimals) == D(half)
