"""Is a year's rate of growth being kept: what must the rest of the year grow?"""

from __future__ import annotations

import pytest

from domain.builders import D, alone, flow, growth, judge, monthly, near, period, promised, said, yearly, ytd
from ycindic.domain.reason import Reason

GDP = growth(shares=["0.2", "0.46", "0.72", 1])
SIX = promised("at_least", 6)


def rest(goal: D, so_far: D, weight: D) -> D:
    return (goal - weight * so_far) / (1 - weight)


def test_every_figure_of_a_half_year_follows_from_its_formula() -> None:
    seen = [*yearly(2025, "5.0"), ytd("2025-06", "5.3"), ytd("2026-06", "5.5")]
    found = judge(GDP, promised("about", 6), seen)
    goal, edge, so_far, weight, half = D(6), D("5.65"), D("5.5"), D("0.46"), D("0.05")
    figures = found.figures
    assert (figures.actual, figures.actual_period) == (so_far, period("2026-H1"))
    assert (figures.baseline, figures.baseline_period) == (5, period(2025))
    assert (figures.gap, figures.gap_unit) == (goal - so_far, "pp")
    assert figures.weight == weight
    assert near(figures.required, rest(goal, so_far, weight))
    assert near(figures.required_low, rest(goal, so_far + half, weight))
    assert near(figures.required_high, rest(goal, so_far - half, weight))
    assert near(figures.required_edge, rest(edge, so_far, weight))
    assert near(figures.acceleration, rest(edge, so_far, weight) - so_far)
    assert figures.required_unit == "%"
    assert (figures.projection, figures.annualised, figures.annualised_unit) == (so_far, so_far, "%")
    assert near(figures.two_year_average, ((D("1.053") * D("1.055")).sqrt() - 1) * 100)
    assert figures.time_progress == D(6) / 12
    assert said(found) == ("at_risk", "needed_rate")


def test_completion_and_pace_are_not_asked_of_a_rate() -> None:
    found = judge(GDP, SIX, [ytd("2026-06", "5.5")])
    fields = ("completion", "pace", "catch_up", "expected_completion")
    assert {(getattr(found.figures, name), found.reasons[name]) for name in fields} == {(None, Reason.NOT_FOR_MEASURE)}


@pytest.mark.parametrize(
    ("rate", "verdict"),
    [
        ("6.5", "ahead"),  # beyond the goal by 0.5
        ("6.4", "on_track"),
        ("6", "on_track"),
        ("5.9", "at_risk"),  # needs (6 − 5.9) / 0.5 = 0.2 more
        ("5.5", "at_risk"),  # needs 1.0 more
        ("5.4", "off_track"),  # needs 1.2 more
    ],
)
def test_the_points_that_the_rest_must_add_decide(rate: str, verdict: str) -> None:
    assert said(judge(growth(), SIX, [ytd("2026-06", rate)])) == (verdict, "needed_rate")


@pytest.mark.parametrize(
    ("rate", "verdict"), [("6.5", "ahead"), ("5.7", "on_track"), ("5.2", "at_risk"), ("5.1", "off_track")]
)
def test_the_verdict_goes_by_the_edge_of_the_tolerance_but_ahead_by_the_printed_goal(rate: str, verdict: str) -> None:
    assert judge(growth(), promised("about", 6), [ytd("2026-06", rate)]).verdict == verdict


@pytest.mark.parametrize(
    ("rate", "verdict"), [("1.5", "ahead"), ("2", "on_track"), ("2.5", "at_risk"), ("2.6", "off_track")]
)
def test_a_ceiling_on_a_rate_turns_everything_round(rate: str, verdict: str) -> None:
    found = judge(growth(better="lower", decimals=1), promised("at_most", 2), [ytd("2026-06", rate)])
    assert found.verdict == verdict
    assert found.figures.gap == D(rate) - 2
    assert found.figures.acceleration == D(rate) - rest(D("2.05"), D(rate), D("0.5"))  # 2.05 is where 2.1 begins


@pytest.mark.parametrize(
    ("rate", "verdict"), [("2", "on_track"), ("1.7", "on_track"), ("2.8", "at_risk"), ("2.9", "off_track")]
)
def test_a_rate_that_should_be_near_its_goal_is_never_ahead(rate: str, verdict: str) -> None:
    found = judge(growth(better="near"), promised("about", 2), [ytd("2026-06", rate)])
    assert found.verdict == verdict
    assert found.figures.gap == abs(D(rate) - 2) - D("0.3")


def test_of_a_range_the_weaker_end_is_the_promise_and_the_other_is_shown() -> None:
    found = judge(GDP, promised("between", "4.5", goal_high=5), [ytd("2026-06", "4.7")])
    assert said(found) == ("on_track", "needed_rate")
    assert near(found.figures.required, rest(D("4.5"), D("4.7"), D("0.46")))
    assert near(found.figures.required_goal_high, rest(D(5), D("4.7"), D("0.46")))


def test_a_rate_that_must_be_surpassed_is_not_met_by_equality() -> None:
    target = promised("more_than", 6)
    on_the_way = judge(growth(), target, [ytd("2026-06", 6)])
    assert (*said(on_the_way), on_the_way.figures.gap) == ("at_risk", "not_exceeded", 0)
    assert said(judge(growth(), target, [ytd("2026", 6)], at="2027-02-01")) == ("missed", "not_exceeded")
    assert said(judge(growth(), target, [ytd("2026", "6.1")], at="2027-02-01")) == ("achieved", "goal_met")


@pytest.mark.parametrize(("rate", "verdict"), [("5.7", "achieved"), ("5.6", "missed")])
def test_the_full_years_rate_decides_with_the_tolerance(rate: str, verdict: str) -> None:
    assert judge(growth(), promised("about", 6), [ytd("2026", rate)], at="2027-01-20").verdict == verdict


def test_nothing_is_required_of_a_full_year() -> None:
    found = judge(growth(), SIX, [ytd("2026", "5.7")], at="2027-01-20")
    fields = ("required", "required_low", "required_high", "required_edge", "acceleration")
    assert {(getattr(found.figures, name), found.reasons[name]) for name in fields} == {(None, Reason.PERIOD_OVER)}


# The weight of the months that are over


def test_the_levels_of_last_year_weigh_the_months_that_are_over() -> None:
    seen = [ytd("2026-06", "5.5"), ytd("2025-06", 46, of="level"), ytd("2025", 100, of="level")]
    found = judge(growth(levels="level"), SIX, seen, others=[flow("level")])
    assert found.figures.weight == D(46) / 100


def test_monthly_levels_of_last_year_add_up_to_the_weight() -> None:
    seen = [ytd("2026-06", "5.5"), *monthly(2025, *range(1, 13), of="level")]
    found = judge(growth(levels="level"), SIX, seen, others=[flow("level")])
    assert found.figures.weight == D(sum(range(1, 7))) / sum(range(1, 13))


@pytest.mark.parametrize(
    "levels",
    [
        [],
        [ytd("2025", 100, of="level")],
        [ytd("2025-06", 46, of="level"), ytd("2025", 100, of="level", bound="over")],
        [ytd("2025-06", 146, of="level"), ytd("2025", 100, of="level")],
        [ytd("2024-06", 46, of="level"), ytd("2024", 100, of="level")],
    ],
    ids=["none", "no_half_year", "bound", "fell", "older"],
)
def test_without_usable_levels_the_calendar_weighs(levels: list) -> None:
    found = judge(growth(levels="level"), SIX, [ytd("2026-06", "5.5"), *levels], others=[flow("level")])
    assert found.figures.weight == D(6) / 12


def test_typed_shares_come_before_levels() -> None:
    seen = [ytd("2026-06", "5.5"), ytd("2025-06", 50, of="level"), ytd("2025", 100, of="level")]
    measured = growth(shares=["0.2", "0.46", "0.72", 1], levels="level")
    assert judge(measured, SIX, seen, others=[flow("level")]).figures.weight == D("0.46")


# Rounding


def test_spreadsheets_lose_a_zero_but_the_indicator_remembers_its_decimals() -> None:
    seen = [ytd("2025-06", "5.3"), ytd("2026-06", "5")]
    found = judge(growth(), SIX, seen)
    assert near(found.figures.required_high, rest(D(6), D("4.95"), D("0.5")))


def test_the_key_decimals_says_what_the_files_do_not() -> None:
    found = judge(growth(decimals=2), SIX, [ytd("2026-06", "5")])
    assert near(found.figures.required_high, rest(D(6), D("4.995"), D("0.5")))


# Which figures count


def test_growth_uses_year_to_date_figures_alone() -> None:
    seen = [ytd("2026-Q1", "5.2"), alone("2026-Q2", "9.9")]
    found = judge(growth(), promised("at_least", 5), seen)
    assert (found.figures.actual, found.figures.actual_period) == (D("5.2"), period("2026-Q1"))


def test_a_rate_said_to_be_over_the_goal_decides_only_what_it_proves() -> None:
    full = judge(growth(), promised("more_than", 10), [ytd("2026", 10, bound="over")], at="2027-02-01")
    assert said(full) == ("achieved", "goal_met")
    on_the_way = judge(growth(), promised("more_than", 10), [ytd("2026-06", 10, bound="over")])
    assert said(on_the_way) == ("undetermined", "inexact_actual")
    rates = ("required", "required_low", "required_high", "required_edge", "acceleration", "projection", "annualised")
    assert {(getattr(on_the_way.figures, name), on_the_way.reasons[name]) for name in rates} == {(None, Reason.INEXACT)}


def test_an_unstated_floor_shows_the_rate_and_judges_nothing() -> None:
    found = judge(growth(), promised("at_least", unstated=True), [ytd("2026-06", "5.5")])
    assert (*said(found), found.figures.actual) == ("undetermined", "goal_unstated", D("5.5"))
