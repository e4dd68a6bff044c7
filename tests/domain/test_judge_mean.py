"""Is a mean over the period being kept: the rise of prices, unemployment, fine days?"""

from __future__ import annotations

import pytest

from domain.builders import D, alone, judge, mean, monthly, near, period, promised, said, yearly, ytd
from ycindic.domain.reason import Reason

CEILING = promised("at_most", 2)


def test_every_figure_of_a_half_year_follows_from_its_formula() -> None:
    seen = [*yearly(2025, "0.2"), ytd("2026-06", "0.9")]
    found = judge(mean(), CEILING, seen)
    goal, so_far, half = D(2), D("0.9"), D("0.05")
    required = (12 * goal - 6 * so_far) / 6
    figures = found.figures
    assert (figures.actual, figures.actual_period) == (so_far, period("2026-H1"))
    assert figures.baseline == D("0.2")
    assert (figures.gap, figures.gap_unit) == (so_far - goal, "pp")
    assert figures.required == required
    assert figures.required_edge == (12 * (goal + half) - 6 * so_far) / 6
    assert (figures.required_low, figures.required_high) == (required - half, required + half)
    assert figures.acceleration == so_far - figures.required_edge
    assert figures.headroom == required - so_far
    assert figures.projection == so_far
    assert said(found) == ("on_track", "needed_rate")


@pytest.mark.parametrize(
    ("so_far", "verdict"), [("-5", "on_track"), ("2", "on_track"), ("2.5", "at_risk"), ("2.6", "off_track")]
)
def test_the_ceiling_of_a_mean_is_never_ahead(so_far: str, verdict: str) -> None:
    assert judge(mean(better="lower"), CEILING, [ytd("2026-06", so_far)]).verdict == verdict


def test_the_floor_of_a_mean_can_be_ahead() -> None:
    assert judge(mean(), promised("at_least", 80), [ytd("2026-06", "80.5")]).verdict == "ahead"
    assert judge(mean(), promised("at_least", 80), [ytd("2026-06", "80.4")]).verdict == "on_track"


@pytest.mark.parametrize(
    ("so_far", "verdict", "gap"),
    [
        ("0.9", "off_track", "0.8"),  # the rest must average 2.5 for the low edge 1.7: 1.6 more
        ("1.2", "at_risk", "0.5"),  # 2.2: 1.0 more
        ("1.7", "on_track", "0"),
        ("2.3", "on_track", "0"),
        ("2.8", "at_risk", "0.5"),
        ("2.9", "off_track", "0.6"),
    ],
)
def test_a_mean_that_should_be_near_its_goal_is_judged_to_the_nearer_edge(so_far: str, verdict: str, gap: str) -> None:
    found = judge(mean(better="near"), promised("about", 2), [ytd("2026-06", so_far)])
    assert (found.verdict, found.figures.gap) == (verdict, D(gap))


def test_near_its_goal_the_rest_is_told_to_the_printed_goal_and_to_the_nearer_edge() -> None:
    figures = judge(mean(better="near"), promised("about", 2), [ytd("2026-06", "2.9")]).figures
    assert figures.required == (12 * D(2) - 6 * D("2.9")) / 6
    assert figures.required_edge == (12 * D("2.35") - 6 * D("2.9")) / 6  # up to 2.35 it prints as 2.3
    assert figures.acceleration == D("2.9") - (12 * D("2.35") - 6 * D("2.9")) / 6


def test_months_are_averaged_and_january_with_february_counts_two() -> None:
    seen = [alone("2026-01..2026-02", "0.5"), alone("2026-03", "0.8"), alone("2026-04", "1.0")]
    found = judge(mean(), CEILING, seen)
    assert found.figures.actual == (2 * D("0.5") + D("0.8") + D("1.0")) / 4
    assert found.figures.time_progress == D(4) / 12


def test_the_mean_goes_on_from_the_latest_year_to_date_figure() -> None:
    found = judge(mean(), CEILING, [ytd("2026-06", "0.9"), alone("2026-07", "1.6")])
    assert near(found.figures.actual, (6 * D("0.9") + D("1.6")) / 7)


def test_rounding_of_several_figures_has_no_single_range() -> None:
    found = judge(mean(), CEILING, monthly(2026, "0.2", "1.3"), at="2026-03-20")
    assert {found.reasons["required_low"], found.reasons["required_high"]} == {Reason.NOT_ROUNDED}


def test_a_hole_at_the_start_leaves_no_mean() -> None:
    assert said(judge(mean(), CEILING, [alone("2026-02", "0.5")])) == ("undetermined", "hole")


def test_a_hole_in_the_middle_takes_nothing_away() -> None:
    found = judge(mean(), CEILING, [ytd("2026-03", "0.9"), alone("2026-05", "1.2")])
    assert (*said(found), found.figures.actual) == ("on_track", "needed_rate", D("0.9"))
    assert found.hole == period("2026-04").last


@pytest.mark.parametrize(("full", "verdict"), [("2.0", "achieved"), ("2.1", "missed")])
def test_the_full_years_mean_decides(full: str, verdict: str) -> None:
    found = judge(mean(), CEILING, [ytd("2026", full)], at="2027-01-20")
    assert found.verdict == verdict
    rest = ("required", "required_low", "required_high", "required_edge", "acceleration", "headroom")
    assert {(getattr(found.figures, name), found.reasons[name]) for name in rest} == {(None, Reason.PERIOD_OVER)}


def test_a_mean_over_several_years_weighs_every_month_alike() -> None:
    target = promised("at_most", 2, "2026-2027", average=True)
    found = judge(mean(), target, [ytd("2026", "1.7"), ytd("2027-06", "2.6")], at="2027-07-20")
    so_far = (12 * D("1.7") + 6 * D("2.6")) / 18
    assert near(found.figures.actual, so_far)
    assert near(found.figures.required, (24 * D(2) - 18 * so_far) / 6)


def test_a_mean_that_equals_its_goal_over_years_is_not_lost_to_a_long_division() -> None:
    seen = [*monthly(2026, *[2] * 11, 3), *monthly(2027, *[2] * 11, 1)]
    found = judge(mean(), promised("at_least", 2, "2026-2027", average=True), seen, at="2028-01-20")
    assert (found.figures.actual, found.verdict) == (2, "achieved")


def test_of_a_mean_that_is_only_a_bound_no_rest_is_told() -> None:
    found = judge(mean(), CEILING, [ytd("2026-06", "0.9", bound="about")])
    assert said(found) == ("undetermined", "inexact_actual")
    rest = ("required", "required_low", "required_high", "required_edge", "acceleration", "headroom", "projection")
    assert {(getattr(found.figures, name), found.reasons[name]) for name in rest} == {(None, Reason.INEXACT)}
