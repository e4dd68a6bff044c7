"""Where do the cut-offs of the verdict lie, and on which side are they themselves?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from domain.builders import D, growth, judge, promised, ytd
from ycindic.domain.judge.grade import by_course, by_difference, by_pace, by_rate, by_sign
from ycindic.domain.model import Settings
from ycindic.domain.rates import INFINITE, catch_up, pace

USUAL = Settings()


@pytest.mark.parametrize(
    ("speed", "times", "verdict"),
    [
        ("1.05", "9", "ahead"),
        ("1.0499", "1.2", "on_track"),
        ("0.95", "1.2", "on_track"),
        ("0.9499", "1.2", "at_risk"),
        ("0.95", "1.2001", "at_risk"),
        ("0.5", "1.5", "at_risk"),
        ("0.5", "1.5001", "off_track"),
        ("0", "Infinity", "off_track"),
        ("Infinity", "0", "ahead"),
    ],
)
def test_the_cut_offs_of_the_pace_belong_to_the_better_side(speed: str, times: str, verdict: str) -> None:
    assert by_pace(D(speed), D(speed), D(times), USUAL) == verdict


@pytest.mark.parametrize(
    ("speed", "to_edge", "needs", "verdict"),
    [
        ("1.05", "1.05", "-9", "ahead"),
        ("1.0499", "1.0499", "-1", "on_track"),
        ("0.96", "1", "0", "on_track"),  # on the edge of its tolerance
        ("0.999", "0.999", "1.0", "at_risk"),
        ("0.999", "0.999", "1.01", "off_track"),
        ("0.95", "0.95", None, "at_risk"),  # no growth can be told: the pace parts
        ("0.9499", "0.9499", None, "off_track"),
    ],
)
def test_a_sum_with_a_known_course_is_on_track_exactly_from_a_pace_of_one(
    speed: str, to_edge: str, needs: str | None, verdict: str
) -> None:
    assert by_course(D(speed), D(to_edge), None if needs is None else D(needs), USUAL) == verdict


@pytest.mark.parametrize(
    ("needs", "surplus", "verdict"),
    [
        ("-0.6", "0.5", "ahead"),
        ("-0.6", "0.49", "on_track"),
        ("0", "0", "on_track"),
        ("0.01", "0", "at_risk"),
        ("1.0", "0", "at_risk"),
        ("1.01", "0", "off_track"),
    ],
)
def test_the_cut_offs_of_a_rate_belong_to_the_better_side(needs: str, surplus: str, verdict: str) -> None:
    assert by_rate(D(needs), D(surplus), USUAL, may_lead=True) == verdict


@pytest.mark.parametrize("unit", [D(1), D(10), D("0.02")], ids=["per_cent", "per_mille", "share_of_two"])
def test_a_cut_off_in_points_follows_the_unit(unit: Decimal) -> None:
    found = [by_rate(D(needs) * unit, D(0), USUAL, unit, may_lead=True) for needs in ("1.0", "1.01")]
    assert found == ["at_risk", "off_track"]
    assert [by_difference(D(short) * unit, USUAL, unit, holds=False) for short in ("0.5", "0.51")] == found


def test_where_a_point_is_nothing_nothing_is_ahead() -> None:
    assert by_rate(D(-3), D(3), USUAL, D(0), may_lead=True) == "on_track"


def test_what_may_not_lead_is_never_ahead() -> None:
    assert by_rate(D(-3), D(2), USUAL, may_lead=False) == "on_track"


@pytest.mark.parametrize(("short", "verdict"), [("0.5", "at_risk"), ("0.51", "off_track")])
def test_half_a_point_below_the_tolerance_is_still_a_risk(short: str, verdict: str) -> None:
    assert by_difference(D(short), USUAL, holds=False) == verdict
    assert by_difference(D(0), USUAL, holds=True) == "on_track"


def test_a_sign_is_right_or_it_is_not() -> None:
    assert (by_sign(right=True), by_sign(right=False)) == ("on_track", "off_track")


def test_a_cut_off_met_exactly_is_not_lost_to_a_long_division() -> None:
    completion, share = D(88) / 100, D(11) / 12
    times = catch_up(completion, share)  # (0.12 × 12) ÷ (0.88 × 12 ÷ 11) is 1.5
    assert times not in (None, INFINITE)
    speed = pace(completion, share) or D(0)
    assert by_pace(speed, speed, times or D(0), USUAL) == "at_risk"


@pytest.mark.parametrize("levels", [(659861, 1401879), (1, 3), (5, 7)])
def test_a_rate_just_at_the_edge_of_its_tolerance_is_met_whatever_the_weight(levels: tuple[int, int]) -> None:
    part, total = levels
    gdp, value = growth(levels="level"), growth("level")
    seen = [ytd("2026-06", "5.7"), ytd("2025-06", part, of="level"), ytd("2025", total, of="level")]
    found = judge(gdp, promised("about", 6), seen, others=[value])
    assert found.verdict == "on_track"


def test_every_cut_off_can_be_set_for_a_target() -> None:
    strict = Settings(pace_ahead=D(2), rate_ahead_pp=D(2), rate_at_risk_pp=D("0.1"), step_at_risk_pp=D("0.1"))
    assert by_pace(D("1.5"), D("1.5"), D(0), strict) == "on_track"
    assert by_rate(D(-3), D(1), strict, may_lead=True) == "on_track"
    assert by_rate(D("0.2"), D(0), strict, may_lead=True) == "off_track"
    assert by_difference(D("0.2"), strict, holds=False) == "off_track"
