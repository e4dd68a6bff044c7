"""Do the second opinions keep their promises for any numbers, and each quirk of their sources?"""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ycindic.domain.opinions import (
    Direction,
    Opinion,
    Progress,
    Schedule,
    Status,
    Voter,
    Weather,
    destatis,
    statcan,
    time_schedule,
    votes_contest,
)
from ycindic.domain.opinions.destatis import TargetKind
from ycindic.domain.opinions.opinion import _YES

Series = list[tuple[float, float]]

any_number = st.floats(allow_nan=False, allow_infinity=False)
any_year = st.integers(1900, 2100) | st.floats(1900, 2100)
any_series: st.SearchStrategy[Series] = st.lists(st.tuples(any_year, any_number), max_size=9)
directions: st.SearchStrategy[Direction] = st.sampled_from([1, -1])
kinds = st.sampled_from(list(TargetKind))
tame = st.integers(1, 1000)
"""Positive and without binary fractions: no zero to be replaced, no sign to be changed, no rounding to argue about."""
tame_series: st.SearchStrategy[Series] = st.lists(tame, min_size=4, max_size=9).map(
    lambda values: [(2015 + number, value) for number, value in enumerate(values)]
)


def mirrored(series: Series) -> Series:
    return [(year, -value) for year, value in series]


def ending_with(series: Series, value: float) -> Series:
    return [*series[:-1], (series[-1][0], value)]


def rank(status: Status) -> int:
    """The place of a status among its own kind; the lowest is the best."""
    return list(type(status)).index(status)


def assert_sound(opinion: Opinion) -> None:
    assert opinion.status in type(opinion.status)
    if opinion.value is not None:
        assert math.isfinite(opinion.value)
        assert math.copysign(1, opinion.value) == 1 or opinion.value < 0
    assert opinion.yes is (None if opinion.status == "not_available" else opinion.status in _YES)


# Any numbers at all


@given(any_series, directions, any_year, st.none() | any_number, st.none() | any_year, st.none() | any_number)
def test_no_series_makes_statcan_stumble(
    series: Series,
    direction: Direction,
    base_year: float,
    target: float | None,
    target_year: float | None,
    limit: float | None,
) -> None:
    assert_sound(
        statcan.progress(
            series, direction=direction, base_year=base_year, target=target, target_year=target_year, limit=limit
        )
    )


@given(any_series, directions, kinds, st.none() | any_number | st.tuples(any_number, any_number), st.none() | any_year)
def test_no_series_makes_destatis_stumble(
    series: Series,
    direction: Direction,
    kind: TargetKind,
    target: float | tuple[float, float] | None,
    target_year: float | None,
) -> None:
    assert_sound(destatis.weather(series, direction=direction, kind=kind, target=target, target_year=target_year))


@given(st.none() | any_number, any_number, any_number, directions)
def test_no_completion_makes_the_calendar_stumble(
    completion: float | None, elapsed: float, total: float, direction: Direction
) -> None:
    assert_sound(time_schedule.opinion(completion, elapsed, total, direction=direction))


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_no_observation(value: float) -> None:
    series = [(2015, 10.0), (2020, 12.0), (2021, value)]
    without = series[:-1]
    assert statcan.progress(series, direction=1, base_year=2015) == statcan.progress(
        without, direction=1, base_year=2015
    )
    assert time_schedule.opinion(value, 6, 12).status is Schedule.NOT_AVAILABLE


# Symmetries


@given(tame_series, directions, st.none() | tame, st.none() | tame)
def test_turning_direction_and_sign_round_leaves_what_statcan_says(
    series: Series, direction: Direction, target: float | None, limit: float | None
) -> None:
    other: Direction = 1 if direction == -1 else -1
    one_way = statcan.progress(series, direction=direction, base_year=2015, target=target, limit=limit)
    other_way = statcan.progress(
        mirrored(series),
        direction=other,
        base_year=2015,
        target=None if target is None else -target,
        limit=None if limit is None else -limit,
    )
    assert one_way == other_way


@given(tame_series, directions, kinds, st.integers(-1000, 1000), st.integers(2015, 2040))
def test_turning_direction_and_sign_round_leaves_the_weather(
    series: Series, direction: Direction, kind: TargetKind, target: int, due: int
) -> None:
    other: Direction = 1 if direction == -1 else -1
    one_way = destatis.weather(series, direction=direction, kind=kind, target=target, target_year=due)
    other_way = destatis.weather(mirrored(series), direction=other, kind=kind, target=-target, target_year=due)
    assert one_way.status == other_way.status


@given(tame_series, directions, tame, st.sampled_from([0.5, 4.0, 1024.0]))
def test_another_unit_changes_no_status(series: Series, direction: Direction, target: float, unit: float) -> None:
    scaled = [(year, value * unit) for year, value in series]
    assert statcan.progress(series, direction=direction, base_year=2015, target=target) == statcan.progress(
        scaled, direction=direction, base_year=2015, target=target * unit
    )
    here = destatis.weather(
        series, direction=direction, kind=TargetKind.TARGET_BY_YEAR, target=target, target_year=2030
    )
    there = destatis.weather(
        scaled, direction=direction, kind=TargetKind.TARGET_BY_YEAR, target=target * unit, target_year=2030
    )
    assert here.status == there.status


@given(tame_series.flatmap(lambda series: st.tuples(st.just(series), st.permutations(series))), directions)
def test_the_order_of_the_observations_changes_nothing(both: tuple[Series, Series], direction: Direction) -> None:
    typed, shuffled = both
    for kind in TargetKind:
        assert destatis.weather(
            typed, direction=direction, kind=kind, target=500, target_year=2030
        ) == destatis.weather(shuffled, direction=direction, kind=kind, target=500, target_year=2030)
    assert statcan.progress(typed, direction=direction, base_year=2016) == statcan.progress(
        shuffled, direction=direction, base_year=2016
    )


# A better last value


@given(tame_series, tame, directions, st.none() | tame, st.none() | tame)
def test_a_better_last_value_is_never_worse_for_statcan(
    series: Series, gain: int, direction: Direction, target: float | None, limit: float | None
) -> None:
    better = ending_with(series, max(series[-1][1] + direction * gain, 1))
    before, after = (
        statcan.progress(which, direction=direction, base_year=2015, target=target, limit=limit)
        for which in (series, better)
    )
    assert rank(after.status) <= rank(before.status)


@given(tame_series, tame, directions, kinds, st.integers(-500, 1500), st.integers(2015, 2040))
def test_a_better_last_value_never_brings_worse_weather(
    series: Series, gain: int, direction: Direction, kind: TargetKind, target: int, due: int
) -> None:
    better = ending_with(series, series[-1][1] + direction * gain)
    before, after = (
        destatis.weather(which, direction=direction, kind=kind, target=target, target_year=due)
        for which in (series, better)
    )
    assert rank(after.status) <= rank(before.status)


@given(tame, tame, st.integers(0, 12))
def test_more_done_is_never_later(done: int, more: int, month: int) -> None:
    before = time_schedule.opinion(done / 1000, month, 12)
    after = time_schedule.opinion((done + more) / 1000, month, 12)
    assert rank(after.status) <= rank(before.status)


# Statistics Canada: each quirk


def statcan_of(base: float, current: float, target: float | None = None, direction: Direction = 1) -> Opinion:
    """Ten years with a base in 2015, a current value in 2020 and a goal in 2025."""
    return statcan.progress(
        [(2015, base), (2020, current)], direction=direction, base_year=2015, target=target, target_year=2025
    )


def test_a_zero_goal_is_judged_as_a_thousandth() -> None:
    r = -((5 / 10) ** (1 / 5) - 1) / abs((0.001 / 10) ** (1 / 10) - 1)
    assert statcan_of(10, 5, 0, -1).value == pytest.approx(r)
    assert statcan_of(10, 0.001, 0, -1).status is Progress.TARGET_ACHIEVED


def test_zero_itself_does_not_reach_a_goal_of_zero_from_below() -> None:
    assert statcan_of(-4, 0, 0).status is Progress.NOT_AVAILABLE


def test_a_zero_base_grows_from_a_thousandth() -> None:
    assert statcan_of(0, 0.002).value == pytest.approx(2 ** (1 / 5) - 1)


def test_a_negative_base_turns_the_sign_of_growth() -> None:
    assert statcan_of(-5, -4).value == pytest.approx(-((4 / 5) ** (1 / 5) - 1))
    assert statcan_of(-5, -4).yes is True
    assert statcan_of(-5, -4, direction=-1).status is Progress.DETERIORATION


@pytest.mark.parametrize(
    ("base", "current", "target"), [(-5, 4, None), (5, -4, None), (-5, -4, 10), (-5, 4, 10), (0, -4, None), (-5, -4, 0)]
)
def test_opposite_signs_have_no_growth_and_no_vote(base: float, current: float, target: float | None) -> None:
    assert statcan_of(base, current, target) == Opinion(Voter.STATCAN, Progress.NOT_AVAILABLE)
    assert statcan_of(base, current, target).yes is None


def test_a_goal_across_zero_that_is_met_is_achieved_without_a_number() -> None:
    assert statcan_of(-5, 4, 3) == Opinion(Voter.STATCAN, Progress.TARGET_ACHIEVED)


def test_a_base_at_the_goal_requires_nothing_and_leaving_it_is_deterioration() -> None:
    assert statcan_of(55, 46.7, 55) == Opinion(Voter.STATCAN, Progress.DETERIORATION)
    assert statcan_of(55, 55, 55).status is Progress.TARGET_ACHIEVED


def test_a_base_beyond_the_goal_that_fell_below_it_is_deterioration_not_161_percent_done() -> None:
    assert statcan_of(68.55, 46.73, 55).status is Progress.DETERIORATION


def test_a_goal_that_is_met_is_achieved_even_while_the_value_worsens() -> None:
    said = statcan_of(70, 60, 55)
    assert said.status is Progress.TARGET_ACHIEVED
    assert said.value is not None
    assert said.value < 0


@pytest.mark.parametrize("series", [[], [(2015, 5.0)], [(2010, 5.0), (2014, 6.0)], [(2015, 5.0), (2015.5, 6.0)]])
def test_fewer_than_two_values_a_year_apart_are_not_available(series: Series) -> None:
    assert statcan.progress(series, direction=1, base_year=2015).status is Progress.NOT_AVAILABLE


def test_a_single_value_can_still_have_met_its_goal() -> None:
    said = statcan.progress([(2015, 5.0)], direction=1, base_year=2015, target=4)
    assert said == Opinion(Voter.STATCAN, Progress.TARGET_ACHIEVED)


def test_a_year_told_twice_is_not_available() -> None:
    series = [(2015, 5.0), (2020, 6.0), (2020, 7.0)]
    assert statcan.progress(series, direction=1, base_year=2015).status is Progress.NOT_AVAILABLE


def test_the_next_later_year_stands_in_for_a_base_year_without_a_value() -> None:
    series = [(2010, 1.0), (2016, 4.0), (2018, 9.0)]
    assert statcan.progress(series, direction=1, base_year=2015).value == pytest.approx((9 / 4) ** (1 / 2) - 1)


def test_a_goal_due_before_its_base_requires_no_growth_one_could_name() -> None:
    said = statcan.progress([(2022, 5.0), (2024, 6.0)], direction=1, base_year=2015, target=9, target_year=2020)
    assert said.status is Progress.NOT_AVAILABLE


def test_a_goal_without_a_year_is_due_in_2030() -> None:
    series = [(2015, 5.0), (2020, 6.0)]
    assert statcan.progress(series, direction=1, base_year=2015, target=9) == statcan.progress(
        series, direction=1, base_year=2015, target=9, target_year=2030
    )


@pytest.mark.parametrize(
    ("current", "status"),
    [
        (10 * 1.0151**5, Progress.SUBSTANTIAL_PROGRESS),
        (10 * 1.0149**5, Progress.MODERATE_PROGRESS),
        (10 * 1.0051**5, Progress.MODERATE_PROGRESS),
        (10 * 1.0049**5, Progress.LIMITED_PROGRESS),
        (10, Progress.LIMITED_PROGRESS),
        (9.99, Progress.DETERIORATION),
    ],
)
def test_without_a_goal_growth_is_cut_at_1_5_and_0_5_percent_and_zero(current: float, status: Progress) -> None:
    assert statcan_of(10, current).status is status


@pytest.mark.parametrize(
    ("r", "status"),
    [
        (0.951, Progress.SUBSTANTIAL_PROGRESS),
        (0.949, Progress.MODERATE_PROGRESS),
        (0.601, Progress.MODERATE_PROGRESS),
        (0.599, Progress.LIMITED_PROGRESS),
        (0, Progress.LIMITED_PROGRESS),
        (-0.001, Progress.DETERIORATION),
    ],
)
def test_with_a_goal_the_ratio_is_cut_at_95_and_60_percent_and_zero(r: float, status: Progress) -> None:
    required = 2 ** (1 / 10) - 1
    assert statcan_of(10, 10 * (1 + r * required) ** 5, 20).status is status


def room(base: float, limit: float) -> float:
    """C as the methodology writes it, case by case."""
    if base >= 2 * limit:
        return 1.0
    if base <= limit:
        return float(1 - (base / limit) ** 4.44)
    return float(1 - ((2 * limit - base) / limit) ** 4.44)


@pytest.mark.parametrize(("base", "direction"), [(50.0, 1), (97.4, 1), (120.0, -1), (199.0, -1), (250.0, -1)])
@pytest.mark.parametrize("side", [1.001, 0.999])
def test_near_a_natural_limit_the_cuts_are_lowered(base: float, direction: Direction, side: float) -> None:
    growth = 0.015 * room(base, 100) * side
    series = [(2015, base), (2016, base * (1 + direction * growth))]
    said = statcan.progress(series, direction=direction, base_year=2015, limit=100)
    assert said.status is (Progress.SUBSTANTIAL_PROGRESS if side > 1 else Progress.MODERATE_PROGRESS)


def test_holding_the_natural_limit_is_substantial_progress() -> None:
    said = statcan.progress([(2015, 100), (2020, 100)], direction=1, base_year=2015, limit=100)
    assert (said.status, said.value) == (Progress.SUBSTANTIAL_PROGRESS, 0)


def test_a_limit_of_zero_lowers_nothing() -> None:
    series = [(2015, 10.0), (2020, 9.9)]
    without = statcan.progress(series, direction=-1, base_year=2015)
    assert statcan.progress(series, direction=-1, base_year=2015, limit=0) == without


def test_a_goal_makes_the_limit_irrelevant() -> None:
    series = [(2015, 90.0), (2020, 91.0)]
    without = statcan.progress(series, direction=1, base_year=2015, target=100)
    assert statcan.progress(series, direction=1, base_year=2015, target=100, limit=100) == without


def test_standing_still_is_zero_and_not_minus_zero() -> None:
    assert math.copysign(1, statcan_of(5, 5, direction=-1).value or 0.0) == 1


# Destatis: each quirk


def years(*values: float) -> Series:
    """Yearly values that end in 2020."""
    return [(2021 - len(values) + number, value) for number, value in enumerate(values)]


def by_2030(series: Series, target: float | tuple[float, float], direction: Direction = 1) -> Opinion:
    return destatis.weather(
        series, direction=direction, kind=TargetKind.TARGET_BY_YEAR, target=target, target_year=2030
    )


@pytest.mark.parametrize(
    ("target", "symbol"),
    [
        (20, Weather.SUN),  # 10 + 10 years of +1
        (20.5, Weather.SUN),  # missed by 0.5 of 10.5: 4.8 %
        (10 + 10 / 0.95, Weather.SUN_CLOUD),  # exactly 5 %
        (22, Weather.SUN_CLOUD),  # 2 of 12: 16.7 %
        (22.5, Weather.SUN_CLOUD),  # 2.5 of 12.5: exactly 20 %, "at most 20 %"
        (22.6, Weather.CLOUD),  # 20.6 %
        (100, Weather.CLOUD),
    ],
)
def test_the_trend_is_continued_and_the_miss_cut_at_5_and_20_percent_of_the_way(target: float, symbol: Weather) -> None:
    said = by_2030(years(5, 6, 7, 8, 9, 10), target)
    assert said.status is symbol
    assert said.value == pytest.approx((target - 20) / (target - 10))


def test_twenty_percent_is_twenty_percent_in_binary_fractions_too() -> None:
    # Average 0.04: 0.4 of the way from 0.3 to 0.8, that is 80 % of 0.5.
    assert by_2030(years(0.1, 0.14, 0.18, 0.22, 0.26, 0.3), 0.8).status is Weather.SUN_CLOUD


@pytest.mark.parametrize("values", [(10, 9, 8, 7, 6, 5), (5, 6, 7, 8, 9, 5)])
def test_not_moving_towards_a_goal_to_come_is_a_storm(values: tuple[float, ...]) -> None:
    assert by_2030(years(*values), 20).status is Weather.STORM


def test_only_the_last_six_values_count() -> None:
    assert by_2030(years(100, 5, 6, 7, 8, 9, 10), 20) == by_2030(years(5, 6, 7, 8, 9, 10), 20)


def test_four_values_are_enough_and_three_are_not() -> None:
    assert by_2030(years(7, 8, 9, 10), 20).status is Weather.SUN
    assert by_2030(years(8, 9, 10), 20) == Opinion(Voter.DESTATIS, Weather.NOT_AVAILABLE)


def test_with_holes_in_the_series_the_change_is_still_counted_a_year() -> None:
    every_fourth_year = [(2005.0, 4.0), (2009.0, 6.0), (2013.0, 8.0), (2017.0, 10.0)]
    said = by_2030(every_fourth_year, 20)
    assert said.value == pytest.approx(1 - 0.5 * 13 / 10)


def test_of_an_interval_the_weaker_end_is_the_goal() -> None:
    assert by_2030(years(5, 6, 7, 8, 9, 10), (20, 40)).status is Weather.SUN
    falling = years(15, 14, 13, 12, 11, 10)
    assert by_2030(falling, (0, 5), -1) == by_2030(falling, 5, -1)


HELD: list[tuple[tuple[float, ...], Weather]] = [
    ((5, 6, 7, 8, 9, 10), Weather.SUN),
    ((10, 9, 11, 12, 11, 10), Weather.SUN),
    ((15, 14, 13, 12, 11, 10), Weather.SUN_CLOUD),
    ((4, 5, 6, 7, 8, 9), Weather.CLOUD),
    ((9, 10, 11, 10, 9, 9), Weather.STORM),
    ((14, 13, 12, 11, 10, 9), Weather.STORM),
]


@pytest.mark.parametrize(("values", "symbol"), HELD)
def test_a_level_of_ten_to_be_held_is_judged_by_value_first_and_average_second(
    values: tuple[float, ...], symbol: Weather
) -> None:
    said = destatis.weather(years(*values), direction=1, kind=TargetKind.HOLD_EVERY_YEAR, target=10)
    assert said.status is symbol
    assert said.value == pytest.approx((values[-1] - values[0]) / 5)


@pytest.mark.parametrize(("values", "symbol"), HELD)
@pytest.mark.parametrize("due", [2020, 2019])
def test_a_goal_that_is_due_is_judged_like_one_to_be_held(values: tuple[float, ...], symbol: Weather, due: int) -> None:
    said = destatis.weather(years(*values), direction=1, kind=TargetKind.TARGET_BY_YEAR, target=10, target_year=due)
    assert said.status is symbol


@pytest.mark.parametrize(("values", "symbol"), [held for held in HELD if held[0][-1] >= 10])
def test_a_goal_reached_early_is_judged_like_one_to_be_held(values: tuple[float, ...], symbol: Weather) -> None:
    assert by_2030(years(*values), 10).status is symbol


@pytest.mark.parametrize(
    ("values", "symbol"),
    [
        ((5, 6, 7, 8, 9, 10), Weather.SUN),
        ((5, 6, 7, 8, 10, 9), Weather.SUN_CLOUD),
        ((5, 6, 7, 8, 9, 9), Weather.SUN_CLOUD),
        ((10, 9, 8, 7, 6, 7), Weather.CLOUD),
        ((7, 9, 8, 7, 6, 7), Weather.CLOUD),
        ((10, 9, 8, 7, 6, 6), Weather.STORM),
        ((10, 9, 8, 7, 6, 5), Weather.STORM),
        ((7, 7, 7, 7, 7, 7), Weather.STORM),
    ],
)
def test_a_mere_direction_is_judged_by_average_first_and_last_change_second(
    values: tuple[float, ...], symbol: Weather
) -> None:
    assert destatis.weather(years(*values), direction=1, kind=TargetKind.DIRECTION_ONLY).status is symbol


@pytest.mark.parametrize(
    ("kind", "target", "due"),
    [
        (TargetKind.TARGET_BY_YEAR, None, 2030),
        (TargetKind.TARGET_BY_YEAR, 20, None),
        (TargetKind.HOLD_EVERY_YEAR, None, None),
    ],
)
def test_without_the_goal_its_kind_needs_there_is_no_weather(
    kind: TargetKind, target: float | None, due: int | None
) -> None:
    said = destatis.weather(years(5, 6, 7, 8, 9, 10), direction=1, kind=kind, target=target, target_year=due)
    assert said == Opinion(Voter.DESTATIS, Weather.NOT_AVAILABLE)


# The calendar


@pytest.mark.parametrize(
    ("completion", "elapsed", "status", "lead"),
    [
        (28_000 / 50_000, 6, Schedule.AHEAD, 6),
        (7 / 12, 7, Schedule.ON_SCHEDULE, 0),
        (0.5, 7, Schedule.BEHIND, 100 * (6 - 7) / 12),
        (0, 0, Schedule.ON_SCHEDULE, 0),
        (0.9, 15, Schedule.BEHIND, -10),
        (-0.1, 3, Schedule.BEHIND, -35),
        (None, 6, Schedule.NOT_AVAILABLE, None),
        (0.5, -1, Schedule.NOT_AVAILABLE, None),
    ],
)
def test_completion_is_held_against_the_months_alone(
    completion: float | None, elapsed: int, status: Schedule, lead: float | None
) -> None:
    said = time_schedule.opinion(completion, elapsed, 12)
    assert said.status is status
    assert said.value == (None if lead is None else pytest.approx(lead))


def test_a_period_without_months_has_no_schedule() -> None:
    assert time_schedule.opinion(0.5, 0, 0).status is Schedule.NOT_AVAILABLE


def test_a_cap_used_up_more_slowly_than_time_is_ahead() -> None:
    said = time_schedule.opinion(0.4, 6, 12, direction=-1)
    assert said.status is Schedule.AHEAD
    assert said.value == pytest.approx(10)


# Votes

VOTES: dict[Status, bool | None] = {
    Progress.TARGET_ACHIEVED: True,
    Progress.SUBSTANTIAL_PROGRESS: True,
    Progress.MODERATE_PROGRESS: False,
    Progress.LIMITED_PROGRESS: False,
    Progress.DETERIORATION: False,
    Weather.SUN: True,
    Weather.SUN_CLOUD: True,
    Weather.CLOUD: False,
    Weather.STORM: False,
    Schedule.AHEAD: True,
    Schedule.ON_SCHEDULE: True,
    Schedule.BEHIND: False,
    Progress.NOT_AVAILABLE: None,
}


@pytest.mark.parametrize("status", [*Progress, *Weather, *Schedule])
def test_every_status_is_a_yes_a_no_or_no_vote(status: Status) -> None:
    assert Opinion(Voter.STATCAN, status).yes is VOTES[status]


YEA = Opinion(Voter.STATCAN, Progress.TARGET_ACHIEVED)
NAY = Opinion(Voter.DESTATIS, Weather.STORM)
MUTE = Opinion(Voter.TIME_SCHEDULE, Schedule.NOT_AVAILABLE)


@pytest.mark.parametrize(
    ("flag", "opinions", "expected"),
    [
        (True, [], False),
        (None, [], False),
        (None, [MUTE], False),
        (True, [MUTE], False),
        (True, [YEA, MUTE], False),
        (False, [NAY], False),
        (True, [NAY], True),
        (False, [YEA], True),
        (True, [YEA, NAY], True),
        (None, [YEA, NAY], True),
        (None, [YEA, MUTE], False),
    ],
)
def test_a_verdict_is_contested_when_those_who_vote_differ(
    flag: bool | None,  # noqa: FBT001
    opinions: list[Opinion],
    expected: bool,  # noqa: FBT001
) -> None:
    for order in itertools.permutations(opinions):
        assert votes_contest(flag, order) is expected


@pytest.mark.parametrize(
    ("value", "kept"), [(math.nan, None), (math.inf, None), (-math.inf, None), (-0.0, 0.0), (2, 2)]
)
def test_an_opinion_never_carries_what_is_no_number(value: float, kept: float | None) -> None:
    said = Opinion(Voter.STATCAN, Progress.LIMITED_PROGRESS, value).value
    assert said == kept
    assert said is None or math.copysign(1, said) == 1
