"""Do yearly rates compound to what was promised over several years: an average, or a total change?"""

from __future__ import annotations

import pytest

from domain.builders import D, growth, judge, near, period, promised, released, said, yearly, ytd
from ycindic.domain.reason import Reason

RESEARCH = promised("at_least", 10, "2026-2030", average=True)
ENERGY = promised("at_most", -16, "2021-2025", total=True)
LOWER = growth(better="lower")


def test_of_an_average_every_figure_follows_from_its_formula() -> None:
    found = judge(growth(), RESEARCH, [*yearly(2025, 7), *yearly(2026, 8, 9), ytd("2028-06", 12)], at="2028-08-01")
    product, goal = D("1.08") * D("1.09"), D("1.10") ** 5
    so_far = (product.sqrt() - 1) * 100
    required = ((goal / product) ** (D(1) / 3) - 1) * 100
    figures = found.figures
    assert near(figures.actual, so_far)
    assert figures.actual_period == period("2026-2027")
    assert figures.baseline == 7
    assert (figures.provisional, figures.provisional_period) == (12, period("2028-H1"))
    assert near(figures.gap, 10 - so_far)
    assert near(figures.completion, product.ln() / (5 * D("1.10").ln()))
    assert figures.time_progress == figures.expected_completion == D(2) / 5
    assert near(figures.required, required)
    assert near(figures.acceleration, required - so_far)
    assert near(figures.annualised, so_far)
    assert near(figures.projection, so_far)
    assert said(found) == ("off_track", "needed_rate")  # needs 2.5 points more


def test_of_a_total_every_figure_follows_from_its_formula() -> None:
    rates = ["-2.7", "-3.0", "-3.5", "-4.9"]
    found = judge(LOWER, ENERGY, yearly(2021, *rates), at="2025-06-01")
    product, goal = D("0.973") * D("0.97") * D("0.965") * D("0.951"), D("0.84")
    so_far = (product ** (D(1) / 4) - 1) * 100
    required = (goal / product - 1) * 100
    figures = found.figures
    assert near(figures.actual, (product - 1) * 100)
    assert near(figures.gap, (product - 1) * 100 + 16)
    assert near(figures.completion, product.ln() / goal.ln())
    assert near(figures.required, required)
    assert near(figures.annualised, so_far)
    assert near(figures.acceleration, so_far - required)
    assert near(figures.projection, ((1 + so_far / 100) ** 5 - 1) * 100)


@pytest.mark.parametrize(
    ("rates", "verdict"),
    [
        (["10.5", "10.5"], "ahead"),
        (["10", "10"], "on_track"),
        (["9.9", "9.9"], "at_risk"),
        (["9.5", "9.5"], "at_risk"),  # (1.1⁵ ÷ 1.095²)^(1/3) − 1 = 10.33: needs 0.83 more
        (["9.3", "9.3"], "off_track"),  # 10.47: needs 1.17 more
    ],
)
def test_the_points_a_year_that_the_rest_must_add_decide(rates: list[str], verdict: str) -> None:
    assert said(judge(growth(), RESEARCH, yearly(2026, *rates), at="2028-03-01")) == (verdict, "needed_rate")


def test_the_running_year_is_shown_and_does_not_count() -> None:
    found = judge(growth(), RESEARCH, [*yearly(2026, 10), ytd("2027-09", -50)], at="2027-11-01")
    assert (found.figures.actual, found.figures.provisional) == (10, -50)
    assert found.verdict == "on_track"


def test_after_one_year_of_five_it_is_early() -> None:
    found = judge(growth(), RESEARCH, yearly(2026, 2), at="2027-03-01")
    assert (*said(found), found.rule) == ("at_risk", "early", "needed_rate")


@pytest.mark.parametrize("target", [RESEARCH, promised("at_least", 60, "2026-2030", total=True)], ids=["mean", "total"])
def test_before_the_first_full_year_it_is_not_due(target: object) -> None:
    found = judge(growth(), target, [ytd("2026-06", 8)], at="2026-09-20")
    assert said(found) == ("not_due", "first_year_open")
    assert (found.figures.actual, found.figures.provisional) == (None, 8)


@pytest.mark.parametrize(
    ("at", "verdict"), [("2027-01-24", ("not_due", "first_year_open")), ("2027-01-25", ("no_data", "no_actual"))]
)
def test_a_first_full_year_that_is_due_and_absent_is_no_data(at: str, verdict: tuple[str, str]) -> None:
    gdp = growth(released=released("quarter", 25))
    assert said(judge(gdp, RESEARCH, [ytd("2026-09", 8)], at=at)) == verdict


def test_a_figure_without_a_rhythm_is_no_data_once_the_years_are_over() -> None:
    survey = growth(released=released("irregular"))
    assert said(judge(survey, RESEARCH, [ytd("2026-09", 8)], at="2030-12-31")) == ("not_due", "first_year_open")
    assert said(judge(survey, RESEARCH, [ytd("2026-09", 8)], at="2031-01-01")) == ("no_data", "no_actual")


@pytest.mark.parametrize("seen", [yearly(2027, 9), [ytd("2026-09", 9), *yearly(2027, 9)]], ids=["absent", "open"])
def test_a_missing_first_year_is_a_hole(seen: list) -> None:
    assert said(judge(growth(), RESEARCH, seen, at="2028-03-01")) == ("undetermined", "hole")


def test_years_behind_a_hole_do_not_count_and_those_before_it_are_judged() -> None:
    found = judge(growth(), RESEARCH, [*yearly(2026, 10), *yearly(2028, 99)], at="2029-03-01")
    assert (found.verdict, found.figures.actual, found.hole) == ("on_track", 10, period("2027-12").last)


@pytest.mark.parametrize(("last", "verdict"), [("10", "achieved"), ("9.9", "missed")])
def test_all_years_together_decide(last: str, verdict: str) -> None:
    found = judge(growth(), RESEARCH, yearly(2026, 10, 10, 10, 10, last), at="2031-03-01")
    assert found.verdict == verdict
    rest = ("required", "required_edge", "acceleration")
    assert {(getattr(found.figures, name), found.reasons[name]) for name in rest} == {(None, Reason.PERIOD_OVER)}


@pytest.mark.parametrize(("last", "verdict"), [("-3.1", "achieved"), ("-2.9", "missed")])
def test_a_total_is_decided_by_its_last_year(last: str, verdict: str) -> None:
    found = judge(LOWER, ENERGY, yearly(2021, "-2.7", "-3.0", "-3.5", "-4.9", last), at="2026-03-01")
    assert found.verdict == verdict


def test_the_tolerance_of_about_holds_for_an_average() -> None:
    target = promised("about", 6, "2026-2027", average=True)
    assert judge(growth(), target, yearly(2026, "5.7", "5.7"), at="2028-03-01").verdict == "achieved"
    assert judge(growth(), target, yearly(2026, "5.7", "5.6"), at="2028-03-01").verdict == "missed"


def test_an_average_that_must_be_surpassed_is_not_met_by_equality() -> None:
    target = promised("more_than", 6, "2026-2028", average=True)
    assert said(judge(growth(), target, yearly(2026, 6, 6), at="2028-03-01")) == ("at_risk", "not_exceeded")
    assert said(judge(growth(), target, yearly(2026, 6, 6, 6), at="2029-03-01")) == ("missed", "not_exceeded")


def test_a_goal_of_no_change_has_no_share_that_is_done() -> None:
    found = judge(growth(), promised("at_least", 0, "2026-2030", average=True), yearly(2026, 1, 1), at="2028-03-01")
    assert (found.figures.completion, found.reasons["completion"]) == (None, Reason.NO_RATIO)
    assert found.verdict == "ahead"


def test_a_year_that_lost_everything_leaves_no_ratio() -> None:
    found = judge(growth(), RESEARCH, yearly(2026, -100, 5), at="2028-03-01")
    assert said(found) == ("undetermined", "no_ratio")


def test_a_yearly_rate_that_is_only_a_bound_is_no_base_for_the_average() -> None:
    seen = [ytd("2026", 10, bound="over"), *yearly(2027, 10)]
    assert said(judge(growth(), RESEARCH, seen, at="2028-03-01")) == ("undetermined", "inexact_actual")


def test_an_unstated_average_shows_the_rate_and_judges_nothing() -> None:
    target = promised("at_least", None, "2026-2030", unstated=True, average=True)
    found = judge(growth(), target, yearly(2026, 8), at="2027-03-01")
    assert (*said(found), found.figures.actual) == ("undetermined", "goal_unstated", 8)
