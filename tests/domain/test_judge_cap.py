"""Is a ceiling on a sum kept: what may be used up over the period?"""

from __future__ import annotations

import pytest

from domain.builders import D, flow, judge, near, promised, said, ytd
from ycindic.domain.model import Target

CAP = promised("at_most", 100)


def test_under_a_cap_the_pace_is_inverted_the_gap_turns_round_and_catch_up_is_the_share_of_todays_pace_left() -> None:
    found = judge(flow(), CAP, [ytd("2026-06", 40)])
    completion, share = D("0.4"), D("0.5")
    figures = found.figures
    assert figures.completion == completion
    assert figures.pace == share / completion
    assert near(figures.catch_up, ((1 - completion) / (1 - share)) / (completion / share))
    assert figures.gap == -(100 - 40)
    assert figures.lead_time == figures.lead_profile == -100 * (completion - share)
    assert figures.required == D(100 - 40) / 6
    assert figures.projection == D(40) / share
    assert figures.annualised == D(40) * 12 / 6


@pytest.mark.parametrize(
    ("used", "verdict"),
    [
        (0, "ahead"),
        (47, "ahead"),  # p = 0.50 / 0.47 = 1.06
        (49, "on_track"),
        (52, "on_track"),  # p = 0.96, k = (0.52 / 0.50) / (0.48 / 0.50) = 1.08
        (53, "at_risk"),  # p = 0.94
        (60, "at_risk"),  # k = (0.60 / 0.50) / (0.40 / 0.50) = 1.50
        (61, "off_track"),
        (100, "off_track"),
    ],
)
def test_a_cap_is_judged_by_the_room_that_is_left(used: int, verdict: str) -> None:
    assert said(judge(flow(), CAP, [ytd("2026-06", used)])) == (verdict, "pace")


def test_of_a_cap_used_up_to_the_last_unit_nothing_of_todays_pace_is_left() -> None:
    found = judge(flow(), CAP, [ytd("2026-06", 100)])
    assert (found.figures.gap, found.figures.catch_up, found.verdict) == (0, 0, "off_track")


def test_of_a_cap_of_which_seventy_are_used_at_half_time_0_43_of_todays_pace_is_left() -> None:
    found = judge(flow(), CAP, [ytd("2026-06", 70)])
    assert near(found.figures.catch_up, (D("0.3") / D("0.5")) / (D("0.7") / D("0.5")))  # 0.43, not 2.33


@pytest.mark.parametrize("target", [CAP, promised("between", 50, goal_high=100, band=True)], ids=["cap", "band"])
def test_once_a_ceiling_is_broken_nothing_is_required_any_more(target: Target) -> None:
    found = judge(flow(), target, [ytd("2025-06", 40), ytd("2025", 90), ytd("2026-06", 101)])
    rest = ("required", "required_edge", "required_growth", "acceleration", "catch_up")
    assert {(getattr(found.figures, name), found.reasons[name]) for name in rest} == {(None, found.reason)}


def test_a_cap_is_missed_at_once_when_it_is_passed() -> None:
    assert said(judge(flow(), CAP, [ytd("2026-03", "100.1")])) == ("missed", "cap_exceeded")


def test_a_cap_is_never_achieved_before_the_end() -> None:
    assert judge(flow(), CAP, [ytd("2026-11", 0)], at="2026-12-31").verdict == "ahead"
    assert said(judge(flow(), CAP, [ytd("2026", 100)], at="2027-01-20")) == ("achieved", "goal_met")


def test_a_cap_of_about_is_passed_only_beyond_its_tolerance() -> None:
    used, target = flow(better="lower"), promised("about", 100)
    assert judge(used, target, [ytd("2026-11", 105)], at="2026-12-20").verdict == "off_track"
    assert said(judge(used, target, [ytd("2026-11", "105.1")], at="2026-12-20")) == ("missed", "cap_exceeded")


def test_a_sum_that_can_fall_again_has_not_missed_its_cap_before_the_end() -> None:
    assert judge(flow(net=True), CAP, [ytd("2026-06", 101)]).verdict == "off_track"
    assert said(judge(flow(net=True), CAP, [ytd("2026", 101)], at="2027-01-20")) == ("missed", "goal_missed")


def test_a_band_passed_by_what_cannot_fall_is_missed_at_once() -> None:
    band = promised("between", 1, goal_high=2, band=True)
    assert said(judge(flow(), band, [ytd("2026-06", 3)])) == ("missed", "band_left")
    assert judge(flow(net=True), band, [ytd("2026-06", 3)]).verdict != "missed"


def test_a_band_that_is_reached_can_still_be_passed() -> None:
    band = promised("between", 1, goal_high=2, band=True)
    found = judge(flow(), band, [ytd("2026-06", 2)])
    assert (found.verdict, found.side) == ("off_track", "above")  # it heads for 4
    assert (found.figures.gap, found.figures.required) == (0, 0)
    assert said(judge(flow(), band, [ytd("2026", 2)], at="2027-01-20")) == ("achieved", "goal_met")


def test_without_band_the_stronger_end_is_only_a_hope() -> None:
    found = judge(flow(), promised("between", 1, goal_high=2), [ytd("2026-06", 3)])
    assert said(found) == ("achieved", "met_for_good")


def test_a_bound_that_lies_over_the_cap_has_passed_it() -> None:
    assert said(judge(flow(), CAP, [ytd("2026-06", 100, bound="over")])) == ("missed", "cap_exceeded")


@pytest.mark.parametrize("bound", ["under", "about"])
def test_a_bound_that_may_lie_below_the_cap_has_not_passed_it_for_certain(bound: str) -> None:
    assert said(judge(flow(), CAP, [ytd("2026-06", 101, bound=bound)])) == ("undetermined", "inexact_actual")
