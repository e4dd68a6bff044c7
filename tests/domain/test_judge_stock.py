"""Does a level come from its base to its goal by the deadline: platforms, counties, a share of 100 %?"""

from __future__ import annotations

from typing import Any

import pytest

from domain.builders import D, judge, near, period, point, promised, said, stock
from ycindic.domain.model import ProfileKind
from ycindic.domain.reason import Reason

PLATFORMS = promised("at_least", 120)


def test_halfway_through_the_year_every_figure_follows_from_its_formula() -> None:
    found = judge(stock(unit="个"), PLATFORMS, [point(2025, 100), point("2026-06", 110)])
    base, now, goal = D(100), D(110), D(120)
    figures = found.figures
    assert (figures.actual, figures.actual_period) == (now, period("2026-06"))
    assert (figures.baseline, figures.baseline_period) == (base, period(2025))
    assert (figures.gap, figures.gap_unit) == (goal - now, "个")
    assert figures.completion == (now - base) / (goal - base)
    assert figures.time_progress == D(6) / 12
    assert (figures.expected_completion, figures.profile) == (D(6) / 12, ProfileKind.LINEAR)
    assert figures.pace == (now - base) / (goal - base) / (D(6) / 12)
    assert figures.catch_up == 1
    assert figures.lead_time == figures.lead_profile == 0
    assert (figures.required, figures.required_unit) == ((goal - now) / 6, "个/month")
    assert found.reasons["required_growth"] == Reason.UNDER_TWELVE_MONTHS
    assert figures.projection == base + (now - base) / (D(6) / 12)
    assert (figures.annualised, found.reasons["annualised"]) == (None, Reason.UNDER_TWELVE_MONTHS)
    assert said(found) == ("on_track", "pace")


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        ("110.6", "ahead"),  # 53 % done at half time
        (110, "on_track"),
        ("109.4", "at_risk"),
        (108, "at_risk"),  # k = 0.6 / 0.4 = 1.5
        ("107.9", "off_track"),
        (100, "off_track"),
    ],
)
def test_the_pace_from_the_base_decides(now: str, verdict: str) -> None:
    assert said(judge(stock(), PLATFORMS, [point(2025, 100), point("2026-06", now)])) == (verdict, "pace")


@pytest.mark.parametrize(
    ("now", "verdict"), [("89.4", "ahead"), (90, "on_track"), (92, "at_risk"), ("92.1", "off_track")]
)
def test_a_ceiling_is_approached_from_above(now: str, verdict: str) -> None:
    found = judge(stock(better="lower"), promised("at_most", 80), [point(2025, 100), point("2026-06", now)])
    assert said(found) == (verdict, "pace")
    assert found.figures.gap == D(now) - 80
    assert found.figures.required == (80 - D(now)) / 6


def test_a_goal_met_now_is_achieved() -> None:
    assert said(judge(stock(), PLATFORMS, [point(2025, 100), point("2026-06", 120)])) == ("achieved", "goal_met")


def test_a_goal_met_now_needs_no_base() -> None:
    assert said(judge(stock(), PLATFORMS, [point("2026-06", 120)])) == ("achieved", "goal_met")


def test_a_goal_met_while_moving_away_is_achieved_with_a_warning() -> None:
    seen = [point(2025, 100), point("2026-06", 125), point("2026-07", 121)]
    assert said(judge(stock(), PLATFORMS, seen)) == ("achieved", "worsening")
    falling = [point(2025, 100), point("2026-06", 75), point("2026-07", 79)]
    assert said(judge(stock(better="lower"), promised("at_most", 80), falling)) == ("achieved", "worsening")


def test_a_goal_reached_and_lost_inside_the_period_is_judged_by_pace() -> None:
    seen = [point(2025, 100), point("2026-03", 121), point("2026-06", 110)]
    assert said(judge(stock(), PLATFORMS, seen)) == ("on_track", "slipped")


@pytest.mark.parametrize(("now", "verdict"), [(120, ("achieved", "goal_met")), (119, ("missed", "goal_missed"))])
def test_the_level_at_the_deadline_decides(now: int, verdict: tuple[str, str]) -> None:
    assert said(judge(stock(), PLATFORMS, [point(2025, 100), point(2026, now)], at="2027-02-01")) == verdict


def test_worse_than_its_base_is_the_wrong_way() -> None:
    assert said(judge(stock(), PLATFORMS, [point(2025, 100), point("2026-06", 99)])) == ("off_track", "wrong_way")


def test_worse_than_a_base_that_just_equals_what_must_be_surpassed_is_the_wrong_way_too() -> None:
    target = promised("more_than", 20)
    assert said(judge(stock(), target, [point(2025, 20), point("2026-06", 19)])) == ("off_track", "wrong_way")
    assert said(judge(stock(), target, [point(2025, 20), point("2026-06", 20)])) == ("at_risk", "not_exceeded")
    assert said(judge(stock(), target, [point(2025, 19), point("2026-06", 20)])) == ("ahead", "not_exceeded")


def test_a_goal_that_the_base_had_met_has_no_completion() -> None:
    kept = judge(stock(), PLATFORMS, [point(2025, 130), point("2026-06", 131)])
    lost = judge(stock(), PLATFORMS, [point(2025, 130), point("2026-06", 119)])
    assert (said(kept), said(lost)) == (("achieved", "goal_met"), ("off_track", "lost"))
    for found in (kept, lost):
        fields = ("completion", "pace", "catch_up", "lead_time", "lead_profile", "projection")
        assert {(getattr(found.figures, name), found.reasons[name]) for name in fields} == {(None, Reason.MET_AT_BASE)}


def test_without_a_base_there_is_no_way_to_measure() -> None:
    found = judge(stock(), PLATFORMS, [point("2026-06", 110)])
    assert said(found) == ("undetermined", "no_baseline")
    fields = ("completion", "expected_completion", "pace", "catch_up", "lead_time", "annualised", "projection")
    assert {(getattr(found.figures, name), found.reasons[name]) for name in fields} == {(None, Reason.NO_BASELINE)}
    assert found.figures.required == D(120 - 110) / 6


@pytest.mark.parametrize("month", ["2025-11", "2024", "2026-01"])
def test_the_base_is_the_level_at_the_end_of_the_year_before(month: str) -> None:
    assert said(judge(stock(), PLATFORMS, [point(month, 100), point("2026-06", 110)])) == (
        "undetermined",
        "no_baseline",
    )


def test_a_base_that_is_only_a_bound_is_no_base_for_a_rate() -> None:
    seen = [point(2025, 100, bound="over"), point("2026-06", 110)]
    found = judge(stock(), PLATFORMS, seen)
    assert (*said(found), found.figures.baseline) == ("undetermined", "inexact_base", 100)


def test_a_level_that_is_only_a_bound_decides_what_it_proves() -> None:
    seen = [point(2025, 100), point("2026-06", 120, bound="over")]
    assert judge(stock(), PLATFORMS, seen).verdict == "achieved"
    assert said(judge(stock(), promised("at_least", 130), seen)) == ("undetermined", "inexact_actual")


# Over several years and from another base


def test_from_twelve_months_on_a_level_has_a_yearly_rate_both_ways() -> None:
    seen = [point(2025, 100), point("2027-12", 121)]
    figures = judge(stock(unit="个"), promised("at_least", 160, "2026-2030"), seen, at="2028-02-01").figures
    assert (figures.annualised, figures.annualised_unit) == (10, "%")
    assert figures.annualised_linear == D(121 - 100) / 2
    assert near(figures.required_growth, ((D(160) / 121) ** (D(1) / 3) - 1) * 100)
    assert figures.required == D(160 - 121) / 3


@pytest.mark.parametrize(("base", "now", "goal"), [(0, 21, 50), (-10, 11, 50), (-10, -5, 0), (10, -5, -20)])
def test_a_base_of_zero_or_mixed_signs_has_a_linear_rate_only(base: int, now: int, goal: int) -> None:
    relation = "at_least" if goal > base else "at_most"
    target = promised(relation, goal, "2026-2030")
    figures = judge(stock(unit="个"), target, [point(2025, base), point(2027, now)], at="2028-02-01").figures
    assert (figures.annualised, figures.annualised_unit) == (D(now - base) / 2, "个/year")
    assert figures.annualised_linear == D(now - base) / 2
    assert figures.completion == D(now - base) / (goal - base)


def test_the_way_to_a_goal_of_zero_is_linear_only() -> None:
    found = judge(
        stock(better="lower"), promised("at_most", 0, "2026-2028"), [point(2025, 10), point(2026, 5)], at="2027-01-20"
    )
    assert (found.figures.required, found.figures.required_growth) == (D(0 - 5) / 2, None)
    assert found.reasons["required_growth"] == Reason.NOT_POSITIVE


def test_a_named_base_begins_the_way_earlier() -> None:
    target = promised("at_least", 160, 2035, baseline="2015")
    found = judge(stock(), target, [point(2015, 100), point("2035-03", 150)], at="2035-05-01")
    gone, whole = 19 * 12 + 3, 20 * 12
    assert found.figures.expected_completion == D(gone) / whole
    assert near(found.figures.pace, (D(150 - 100) / 60) / (D(gone) / whole))


def test_whether_it_is_early_is_told_by_the_way_from_the_base() -> None:
    target = promised("at_least", 160, 2035, baseline="2015")
    found = judge(stock(), target, [point(2015, 100), point("2035-01", 120)], at="2035-03-01")
    assert said(found) == ("off_track", "pace")


def test_milestones_bend_the_path_of_a_level() -> None:
    target = promised("at_least", 160, "2026-2030", milestones={"2027": 130})
    found = judge(stock(), target, [point(2025, 100), point("2026", 115)], at="2027-02-01")
    assert found.figures.expected_completion == (D(100 + 30 / 2) - 100) / 60
    assert found.figures.profile == ProfileKind.MILESTONES
    assert found.figures.lead_time == 100 * (D(15) / 60 - D(12) / 60)
    assert said(found) == ("on_track", "pace")


def test_whether_it_is_early_is_told_by_the_milestones() -> None:
    target = promised("at_least", 160, "2026-2030", milestones={"2028": 106})
    found = judge(stock(), target, [point(2025, 100), point("2027", 102)], at="2028-02-01")
    assert found.figures.expected_completion == D(4) / 60  # 4 of the first 6 by the second of three years
    assert said(found) == ("at_risk", "early")


# Shares, bands, counts


def test_all_means_one_hundred() -> None:
    share = stock(unit="%", limit=D(100))
    assert said(judge(share, promised("all"), [point(2025, 80), point("2026-06", 90)])) == ("on_track", "pace")
    assert judge(share, promised("all"), [point(2026, "99.9")], at="2027-02-01").verdict == "missed"


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        (42, ("achieved", "goal_met")),
        (35, ("on_track", "pace")),
        (60, ("off_track", "band_left")),
        (20, ("off_track", "wrong_way")),
    ],
)
def test_a_band_is_approached_from_the_side_of_its_base(now: int, verdict: tuple[str, str]) -> None:
    band = promised("between", 40, goal_high=50, band=True)
    assert said(judge(stock(), band, [point(2025, 30), point("2026-06", now)])) == verdict


def test_a_scope_of_a_level_has_no_pace() -> None:
    target = promised("at_least", 300, scope=True)
    assert said(judge(stock(), target, [point("2026-06", 300)])) == ("on_track", "scope_reached")
    short = judge(stock(), target, [point("2026-06", 299)])
    assert said(short) == ("off_track", "scope_short")
    assert {short.reasons[name] for name in ("completion", "pace", "catch_up", "required")} == {Reason.SCOPE}


def test_an_unstated_floor_shows_the_level_and_judges_nothing() -> None:
    found = judge(stock(), promised("at_least", unstated=True), [point("2026-06", 110)])
    assert (*said(found), found.figures.actual) == ("undetermined", "goal_unstated", 110)


# A tie with the goal

LIMITS: list[tuple[str, dict[str, Any], int]] = [
    ("at_least", {}, 1),
    ("at_most", {}, -1),
    ("about", {"tolerance": 0}, 1),
    ("between", {"goal_high": 140}, 1),
    ("at_least", {"hold": True}, 1),
    ("at_most", {"hold": True}, -1),
]


@pytest.mark.parametrize(("relation", "keys", "way"), LIMITS)
@pytest.mark.parametrize("base", [90, 100, 110])
@pytest.mark.parametrize("when", ["2026-06", "2026"])
@pytest.mark.parametrize("typed", ["100", "100.00"])
def test_a_level_that_equals_its_goal_is_judged_as_one_a_hair_better(
    relation: str, keys: dict[str, Any], way: int, base: int, when: str, typed: str
) -> None:
    measured, target = stock(better="higher"), promised(relation, 100, **keys)
    tie, better = (
        judge(measured, target, [point("2025-12", base), point(when, value)], at="2027-02-01")
        for value in (typed, D(100) + way * D("0.001"))
    )
    assert said(tie) == said(better)
    assert tie.on_track is True
