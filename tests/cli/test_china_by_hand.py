"""What the national workspace says on 20 September 2026, checked by hand.

Figures: National Bureau of Statistics and the Ministry of Human Resources, as in examples/china.
"""

import json
from pathlib import Path

import pytest

from ycindic.cli import main

CHINA = Path(__file__).resolve().parents[2] / "examples/china"


@pytest.fixture
def answers(capsysbinary):
    assert main(["status", "--data", str(CHINA), "--as-of", "2026-09-20", "--format", "json"]) == 0
    return {one["id"]: one for one in json.loads(capsysbinary.readouterr().out)["targets"]}


def test_gdp_needs_little_of_the_rest_for_its_lower_end(answers):
    weight = 659861.6 / 1401879.2  # first half of 2025 in the year, 100 million yuan
    gdp = answers["gdp@2026"]
    assert gdp["required"] == pytest.approx((4.5 - weight * 4.7) / (1 - weight))
    assert gdp["required_low"] == pytest.approx((4.5 - weight * 4.75) / (1 - weight))
    assert gdp["required_high"] == pytest.approx((4.5 - weight * 4.65) / (1 - weight))
    assert gdp["required_goal_high"] == pytest.approx((5 - weight * 4.7) / (1 - weight))
    assert gdp["gap"] == pytest.approx(4.5 - 4.7)
    assert (gdp["verdict"], gdp["on_track"], gdp["actual_period"]) == ("on_track", True, "2026-H1")


def test_prices_are_too_far_below_two_per_cent_on_both_sides(answers):
    cpi = answers["cpi@2026"]
    assert cpi["gap"] == pytest.approx(abs(0.9 - 2) - 0.3)
    assert cpi["required"] == pytest.approx((12 * 2 - 7 * 0.9) / 5)
    assert cpi["required_edge"] == pytest.approx((12 * 1.65 - 7 * 0.9) / 5)  # 1.65 prints as 1.7
    assert (12 * 1.7 - 7 * 0.9) / 5 - 0.9 > 1.0
    assert cpi["verdict"] == "off_track"


def test_unemployment_below_its_ceiling_is_on_track_and_never_ahead(answers):
    mean = sum([5.2, 5.3, 5.4, 5.2, 5.1, 5.0, 5.2, 5.3]) / 8
    jobless = answers["unemployment@2026"]
    assert jobless["actual"] == pytest.approx(mean)
    assert jobless["required"] == pytest.approx((12 * 5.5 - 8 * mean) / 4)
    assert jobless["verdict"] == "on_track"


def test_real_income_half_a_point_behind_gdp_is_at_risk(answers):
    income = answers["income-real@2026"]
    assert income["difference"] == pytest.approx(4.2 - 4.7)
    assert income["gap"] == pytest.approx(4.7 - 4.2)
    assert income["verdict"] == "at_risk"


def test_what_was_not_published_is_not_judged(answers):
    assert (answers["urban-jobs@2026"]["verdict"], answers["urban-jobs@2026"]["overdue"]) == ("no_data", 2)
    assert answers["urban-jobs@2026"]["baseline"] == 1267
    assert answers["grain@2026"]["verdict"] == "not_due"


def test_past_years_are_judged_by_their_last_figure(answers):
    assert answers["gdp@2022"]["gap"] == pytest.approx(5.5 - 3.1)
    assert answers["gdp@2022"]["verdict"] == "missed"
    assert answers["unemployment@2022"]["actual"] == pytest.approx(67.0 / 12)
    assert answers["unemployment@2022"]["verdict"] == "missed"
    assert answers["urban-jobs@2025"]["completion"] == pytest.approx(1267 / 1200)
    assert answers["income-real@2018"]["difference"] == pytest.approx(6.5 - 6.8)
    assert answers["income-real@2018"]["verdict"] == "achieved"


def test_sixty_one_targets_have_these_verdicts(answers):
    verdicts = [one["verdict"] for one in answers.values()]
    counts = {"achieved": 48, "on_track": 2, "at_risk": 1, "off_track": 1, "missed": 3, "not_due": 4, "no_data": 2}
    assert {verdict: verdicts.count(verdict) for verdict in set(verdicts)} == counts


def test_a_figure_is_told_on_the_side_of_its_goal_that_it_lies_on(answers):
    told = answers["unemployment@2026"]["sentence"]
    assert "低于上限" in told["zh"]
    assert "below the ceiling" in told["en"]
    assert "在目标区间内" in answers["gdp@2026"]["sentence"]["zh"]
