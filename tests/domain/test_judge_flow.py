"""Is a sum over the period being reached: jobs, kilometres, projects?"""

from __future__ import annotations

import pytest

from domain.builders import D, alone, flow, judge, monthly, near, period, promised, released, said, yearly, ytd
from ycindic.domain.model import Bound, ProfileKind
from ycindic.domain.reason import Reason

JOBS = flow(unit="人")
FIFTY = promised("at_least", 50000)
LAST_YEAR = [ytd("2025-06", 57), ytd("2025", 100)]


def test_halfway_through_the_year_every_figure_follows_from_its_formula() -> None:
    found = judge(JOBS, FIFTY, [*LAST_YEAR, ytd("2026-06", 28000)], at="2026-07-20")
    goal, done, share, months = D(50000), D(28000), D(57) / 100, 6
    completion = done / goal
    figures = found.figures
    assert (figures.actual, figures.actual_period) == (done, period("2026-H1"))
    assert (figures.baseline, figures.baseline_period) == (100, period(2025))
    assert (figures.gap, figures.gap_unit) == (goal - done, "人")
    assert figures.completion == completion
    assert figures.time_progress == D(months) / 12
    assert (figures.expected_completion, figures.profile) == (share, ProfileKind.LAST_YEAR)
    assert figures.lead_time == 100 * (completion - D(months) / 12)
    assert figures.lead_profile == 100 * (completion - share)
    assert figures.pace == completion / share
    assert near(figures.catch_up, ((1 - completion) / (1 - share)) / (completion / share))
    assert (figures.required, figures.required_unit) == ((goal - done) / (12 - months), "人/month")
    assert figures.required_growth == ((goal - done) / (D(100) - D(57)) - 1) * 100
    assert near(figures.projection, done / share)
    assert (figures.annualised, figures.annualised_unit) == (figures.projection, "人/year")
    assert figures.growth_so_far == (done / 57 - 1) * 100
    assert figures.acceleration == figures.required_growth - figures.growth_so_far
    assert said(found) == ("off_track", "pace")


@pytest.mark.parametrize(
    ("done", "verdict"),
    [
        (53, "ahead"),  # p = 0.53 / 0.50 = 1.06
        (52, "on_track"),  # p = 1.04
        (50, "on_track"),
        (48, "on_track"),  # p = 0.96, k = (0.52 / 0.50) / 0.96 = 1.08
        (47, "at_risk"),  # p = 0.94
        (41, "at_risk"),  # k = (0.59 / 0.50) / 0.82 = 1.44
        (40, "at_risk"),  # k = (0.60 / 0.50) / 0.80 = 1.50
        (39, "off_track"),  # k = (0.61 / 0.50) / 0.78 = 1.56
        (0, "off_track"),
    ],
)
def test_the_pace_at_half_time_decides(done: int, verdict: str) -> None:
    assert said(judge(flow(), promised("at_least", 100), [ytd("2026-06", done)])) == (verdict, "pace")


def test_a_good_pace_late_in_the_year_is_not_enough_where_the_rest_must_go_far_faster() -> None:
    found = judge(flow(), promised("at_least", 100), [ytd("2026-11", 88)], at="2026-12-20")
    share = D(11) / 12
    assert found.figures.pace == D("0.88") / share  # 0.96
    assert near(found.figures.catch_up, (D("0.12") / (1 - share)) / (D("0.88") / share))  # 1.5
    assert found.verdict == "at_risk"


def test_nothing_done_although_something_was_expected_needs_an_infinite_effort() -> None:
    found = judge(flow(), promised("at_least", 100), [ytd("2026-06", 0)])
    assert (found.figures.catch_up, found.reasons["catch_up"]) == (None, Reason.INFINITE)


def test_a_floor_reached_by_what_cannot_fall_is_achieved_for_good() -> None:
    assert said(judge(flow(), promised("at_least", 100), [ytd("2026-08", 100)])) == ("achieved", "met_for_good")


@pytest.mark.parametrize(
    "target",
    [promised("at_least", 100), promised("about", 104), promised("between", 100, goal_high=200), promised("all")],
    ids=str,
)
def test_every_open_floor_can_be_met_for_good(target: object) -> None:
    assert said(judge(flow(), target, [ytd("2026-08", 100)])) == ("achieved", "met_for_good")


def test_a_sum_that_can_fall_is_never_achieved_before_its_end() -> None:
    found = judge(flow(net=True), promised("at_least", 100), [ytd("2026-08", 100)])
    assert said(found) == ("ahead", "pace")


def test_what_must_be_surpassed_is_not_achieved_by_equality() -> None:
    target = promised("more_than", 20)
    on_the_way = judge(flow(), target, [ytd("2026-08", 20)])
    assert (*said(on_the_way), on_the_way.figures.gap) == ("ahead", "not_exceeded", 0)
    assert said(judge(flow(), target, [ytd("2026-08", "20.1")])) == ("achieved", "met_for_good")
    assert said(judge(flow(), target, [ytd("2026", 20)], at="2027-02-01")) == ("missed", "not_exceeded")
    twice = promised("more_than", 20, "2026-2027", average=True)
    assert said(judge(flow(), twice, yearly(2026, 15, 25), at="2028-02-01")) == ("missed", "not_exceeded")


@pytest.mark.parametrize(("done", "verdict"), [(100, ("achieved", "goal_met")), (99, ("missed", "goal_missed"))])
def test_the_full_years_figure_decides(done: int, verdict: tuple[str, str]) -> None:
    assert said(judge(flow(), promised("at_least", 100), [ytd("2026", done)], at="2027-01-20")) == verdict


def test_the_tolerance_of_about_counts_at_the_end() -> None:
    assert judge(flow(), promised("about", 100), [ytd("2026", 95)], at="2027-01-20").verdict == "achieved"
    assert judge(flow(), promised("about", 100), [ytd("2026", "94.9")], at="2027-01-20").verdict == "missed"


def test_later_months_are_added_to_the_year_to_date() -> None:
    found = judge(flow(), promised("at_least", 100), [ytd("2026-06", 50), alone("2026-07", 9), alone("2026-08", 9)])
    assert (found.figures.actual, found.figures.actual_period) == (50 + 9 + 9, period("2026-01..2026-08"))


def test_months_covered_by_january_and_february_together_are_two() -> None:
    found = judge(flow(), promised("at_least", 100), [alone("2026-01..2026-02", 20)], at="2026-03-20")
    assert found.figures.time_progress == D(2) / 12


def test_a_hole_takes_nothing_away_and_is_named() -> None:
    found = judge(flow(), promised("at_least", 100), [ytd("2026-03", 25), alone("2026-05", 9)])
    assert (*said(found), found.figures.actual, found.hole) == ("on_track", "pace", 25, period("2026-04").last)


def test_without_a_first_month_there_is_nothing_to_judge() -> None:
    seen = [alone("2026-02", 9), alone("2026-03", 9)]
    assert said(judge(flow(), promised("at_least", 100), seen)) == ("undetermined", "hole")


def test_a_known_month_behind_a_hole_is_not_overdue() -> None:
    monthly_release = flow(released=released("month", 20))
    seen = [ytd("2026-03", 25), alone("2026-05", 9)]
    found = judge(monthly_release, promised("at_least", 100), seen, at="2026-06-25")
    assert (found.overdue, found.reason) == ((period("2026-04").last,), "pace")


def test_a_hole_does_not_take_back_what_is_met_for_good() -> None:
    seen = [ytd("2026-03", 125), alone("2026-05", 9)]
    assert said(judge(flow(), promised("at_least", 100), seen)) == ("achieved", "met_for_good")


def test_needed_growth_is_over_the_same_months_of_last_year() -> None:
    seen = [*monthly(2025, *[10] * 12), ytd("2026-09", 80)]
    found = judge(flow(), promised("at_least", 120), seen, at="2026-10-20")
    assert found.figures.required_growth == (D(120 - 80) / (3 * 10) - 1) * 100


@pytest.mark.parametrize(
    ("seen", "reason"),
    [
        ([ytd("2026-06", 50)], Reason.NO_LAST_YEAR),
        ([ytd("2025", 90), ytd("2026-06", 50)], Reason.NO_LAST_YEAR),
        ([ytd("2025-06", 90), ytd("2025", 90), ytd("2026-06", 50)], Reason.NOT_POSITIVE),
        ([*LAST_YEAR, ytd("2026", 50)], Reason.PERIOD_OVER),
    ],
    ids=["no_last_year", "no_month_of_it", "nothing_came_then", "year_full"],
)
def test_a_needed_growth_that_has_no_answer_says_why(seen: list, reason: Reason) -> None:
    found = judge(flow(), promised("at_least", 100), seen)
    assert (found.figures.required_growth, found.reasons["required_growth"]) == (None, reason)


def test_nothing_is_required_of_a_full_year() -> None:
    found = judge(flow(), promised("at_least", 100), [ytd("2026", 90)], at="2027-01-20")
    assert (found.figures.required, found.reasons["required"]) == (None, Reason.PERIOD_OVER)


def test_where_nothing_is_expected_yet_nothing_done_is_on_track() -> None:
    autumn = flow(profile=ProfileKind.SHARES, shares=[0, 0, "0.5", 1])
    found = judge(autumn, promised("at_least", 100), [ytd("2026-06", 0)])
    assert said(found) == ("on_track", "nothing_expected_yet")
    assert {found.reasons[name] for name in ("pace", "catch_up", "projection")} == {Reason.NOTHING_EXPECTED}


# Over several years


def test_over_five_years_full_totals_and_the_running_year_are_expected_in_turn() -> None:
    seen = [ytd("2026", 100), ytd("2027-06", 60), ytd("2026-06", 40)]
    found = judge(flow(), promised("at_least", 500, "2026-2030"), seen, at="2027-07-20")
    share = (1 + D(40) / 100) / 5
    assert found.figures.actual == 100 + 60
    assert found.figures.time_progress == D(12 + 6) / 60
    assert found.figures.expected_completion == share
    assert near(found.figures.pace, D(160) / 500 / share)
    assert near(found.figures.annualised, 160 / share / 5)  # the projection, a year
    assert found.figures.required == D(500 - 160) / (60 - 18)


@pytest.mark.parametrize(
    ("seen", "done", "hole"),
    [
        ([*yearly(2026, 100), ytd("2028-03", 25)], 100, "2027-01"),
        ([ytd("2026-11", 90), ytd("2027-03", 25)], 90, "2026-12"),
    ],
    ids=["middle", "december"],
)
def test_what_came_before_a_missing_year_is_judged(seen: list, done: int, hole: str) -> None:
    found = judge(flow(), promised("at_least", 500, "2026-2030"), seen, at="2028-04-20")
    assert (found.reason, found.figures.actual, found.hole) == ("pace", done, period(hole).last)


def test_without_the_first_year_nothing_can_be_added_up() -> None:
    found = judge(flow(), promised("at_least", 500, "2026-2030"), yearly(2027, 100), at="2028-04-20")
    assert said(found) == ("undetermined", "hole")


def test_an_average_flow_is_promised_for_each_of_its_years() -> None:
    target = promised("at_least", 100, "2026-2030", average=True)
    found = judge(flow(), target, yearly(2026, 110, 90), at="2028-01-20")
    assert found.figures.completion == D(110 + 90) / (5 * 100)
    assert found.figures.gap == 5 * 100 - (110 + 90)
    assert said(found) == ("on_track", "pace")


def test_the_sum_of_all_years_decides_an_average_flow() -> None:
    target = promised("at_least", 100, "2026-2027", average=True)
    assert judge(flow(), target, yearly(2026, 110, 90), at="2028-01-20").verdict == "achieved"
    assert judge(flow(net=True), target, yearly(2026, 110, 89), at="2028-01-20").verdict == "missed"


def test_milestones_bend_the_path_of_a_sum() -> None:
    target = promised("at_least", 100, milestones={"2026-06": 20})
    found = judge(flow(), target, [ytd("2026-08", 48)])
    share = (D(20) + D(100 - 20) * 2 / 6) / 100
    assert near(found.figures.expected_completion, share)
    assert found.figures.profile == ProfileKind.MILESTONES
    assert said(found) == ("on_track", "pace")  # p = 0.48 / 0.4667 = 1.03


# Scope: a count of things to be worked on


@pytest.mark.parametrize(
    ("count", "verdict"), [(300, ("on_track", "scope_reached")), (299, ("off_track", "scope_short"))]
)
def test_a_scope_has_no_pace_and_is_never_achieved_on_the_way(count: int, verdict: tuple[str, str]) -> None:
    found = judge(flow(), promised("at_least", 300, scope=True), [ytd("2026-02", count)], at="2026-03-20")
    assert said(found) == verdict
    assert {found.reasons[name] for name in ("completion", "pace", "catch_up", "required")} == {Reason.SCOPE}


def test_a_scope_is_decided_by_its_full_year() -> None:
    target = promised("at_least", 300, scope=True)
    assert judge(flow(), target, [ytd("2026", 300)], at="2027-01-20").verdict == "achieved"
    assert judge(flow(), target, [ytd("2026", 299)], at="2027-01-20").verdict == "missed"


# Lists that come in batches


@pytest.mark.parametrize(
    ("at", "count", "verdict"),
    [
        ("2026-06-29", None, ("not_due", "batch_pending")),
        ("2026-06-29", 1, ("not_due", "batch_pending")),
        ("2026-06-29", 2, ("achieved", "met_for_good")),
        ("2026-06-30", 1, ("off_track", "pace")),
        ("2026-06-30", None, ("no_data", "no_actual")),
    ],
)
def test_of_a_batch_nothing_is_expected_before_its_date(at: str, count: int | None, verdict: tuple[str, str]) -> None:
    seen = [] if count is None else [ytd("2026-05", count)]
    target = promised("at_least", 2, by="2026-06-30")
    assert said(judge(flow(profile=ProfileKind.BATCH), target, seen, at=at)) == verdict


def test_a_batch_without_a_date_is_expected_by_the_end_of_its_period() -> None:
    lists = flow(profile=ProfileKind.BATCH)
    assert said(judge(lists, promised("at_least", 2), [ytd("2026-11", 1)], at="2026-12-30")) == (
        "not_due",
        "batch_pending",
    )


def test_what_has_come_of_a_batch_already_is_shown() -> None:
    found = judge(flow(profile=ProfileKind.BATCH), promised("at_least", 2, by="2026-10-31"), [ytd("2026-05", 1)])
    assert (found.figures.actual, found.figures.gap, found.figures.completion) == (1, 1, D("0.5"))


# Figures that are only bounds


def test_a_bound_that_proves_the_goal_is_enough() -> None:
    found = judge(flow(), promised("more_than", 10), [ytd("2026-08", 10, bound="over")])
    assert (*said(found), found.figures.actual_bound) == ("achieved", "met_for_good", Bound.OVER)


@pytest.mark.parametrize("bound", ["over", "about", "under"])
def test_a_bound_is_shown_but_no_rate_is_made_of_it(bound: str) -> None:
    found = judge(flow(), promised("at_least", 100), [ytd("2026-08", 60, bound=bound)])
    assert (*said(found), found.figures.actual) == ("undetermined", "inexact_actual", 60)
    rates = ("completion", "pace", "catch_up", "required", "required_growth", "projection", "annualised")
    assert {(getattr(found.figures, name), found.reasons[name]) for name in rates} == {(None, Reason.INEXACT)}


def test_a_goal_that_was_not_stated_cannot_be_judged() -> None:
    found = judge(flow(), promised("at_least", unstated=True), [ytd("2026-08", 60)])
    assert (*said(found), found.figures.actual) == ("undetermined", "goal_unstated", 60)


def test_the_first_months_of_an_average_flow_are_due_like_those_of_any_other() -> None:
    target = promised("at_least", 100, "2026-2030", average=True)
    assert said(judge(flow(), target, at="2026-03-01")) == ("no_data", "no_actual")


@pytest.mark.parametrize(("done", "gap"), [(5, 5), (10, 0), (15, -5), (21, 1)])
def test_the_gap_of_a_band_is_the_distance_to_it_on_either_side(done: int, gap: int) -> None:
    target = promised("between", 10, goal_high=20, band=True)
    assert judge(flow(), target, [ytd("2026-09", done)]).figures.gap == gap
