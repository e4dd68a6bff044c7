"""What do published figures add up to?"""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from domain.builders import D, alone, monthly, near, period, point, series_of, yearly, ytd
from ycindic.domain.facts import chain, cumulative, decimals_of, hole_after, latest_mean, mean, whole
from ycindic.domain.model import Bound


def month(text: str) -> int:
    return period(text).last


def test_the_sum_of_a_flow_is_its_latest_ytd_figure() -> None:
    found = cumulative(series_of(ytd("2026-03", 10), ytd("2026-06", 25)), 2026)
    assert found is not None
    assert (found.value, found.period) == (25, period("2026-H1"))


def test_later_months_that_adjoin_are_added_to_the_latest_ytd_figure() -> None:
    found = cumulative(series_of(ytd("2026-06", 25), alone("2026-07", 4), alone("2026-08", 3)), 2026)
    assert found is not None
    assert (found.value, found.period) == (25 + 4 + 3, period("2026-01..2026-08"))


def test_months_before_the_latest_ytd_figure_are_in_it_already() -> None:
    found = cumulative(series_of(*monthly(2026, 4, 4, 4), ytd("2026-03", 13)), 2026)
    assert found is not None
    assert found.value == 13


def test_a_hole_after_the_ytd_figure_stops_the_sum() -> None:
    known = series_of(ytd("2026-06", 25), alone("2026-08", 3))
    found = cumulative(known, 2026)
    assert found is not None
    assert (found.value, found.period.last) == (25, month("2026-06"))
    assert hole_after(known, month("2026-06"), period(2026)) == month("2026-07")


def test_months_without_a_ytd_figure_add_up_from_january_on() -> None:
    found = cumulative(series_of(*monthly(2026, 1, 2, 3)), 2026)
    assert found is not None
    assert (found.value, found.period) == (1 + 2 + 3, period("2026-Q1"))


def test_months_that_do_not_reach_back_to_january_add_up_to_nothing() -> None:
    assert cumulative(series_of(alone("2026-02", 2), alone("2026-03", 3)), 2026) is None


def test_january_and_february_together_are_two_months_of_the_sum() -> None:
    found = cumulative(series_of(alone("2026-01..2026-02", 5), alone("2026-03", 3)), 2026)
    assert found is not None
    assert (found.value, found.period.months) == (5 + 3, 3)


def test_a_quarter_beside_its_months_is_not_counted_twice() -> None:
    known = series_of(*monthly(2026, 1, 2, 3), alone("2026-Q1", 6), alone("2026-04", 4))
    found = cumulative(known, 2026)
    assert found is not None
    assert found.value == 6 + 4
    assert [one.period for one in found.pieces] == [period("2026-Q1"), period("2026-04")]


def test_of_overlapping_intervals_the_chain_that_reaches_furthest_wins() -> None:
    known = series_of(alone("2026-Q1", 6), *monthly(2026, 1, 2), alone("2026-03..2026-05", 12))
    assert [one.value for one in chain(known, month("2026-01"), month("2026-12"))] == [1, 2, 12]


def test_a_sum_can_stop_at_a_month() -> None:
    known = series_of(ytd("2025-03", 10), ytd("2025-06", 25), *monthly(2025, 3, 3, 4, 5))
    found = cumulative(known, 2025, month("2025-04"))
    assert found is not None
    assert (found.value, found.period.last) == (10 + 5, month("2025-04"))


def test_a_mean_weighs_by_months() -> None:
    found = mean(series_of(alone("2026-01..2026-02", "0.5"), alone("2026-03", "0.8")), 2026)
    assert found is not None
    assert near(found.value, (2 * D("0.5") + D("0.8")) / 3)


def test_a_mean_goes_on_from_the_latest_ytd_figure() -> None:
    found = mean(series_of(ytd("2026-06", "0.9"), alone("2026-07", "1.6")), 2026)
    assert found is not None
    assert near(found.value, (6 * D("0.9") + D("1.6")) / 7)


def test_a_whole_year_needs_december() -> None:
    assert whole(series_of(ytd("2025-11", 95)), 2025) is None
    known = whole(series_of(ytd("2025-11", 95), alone("2025-12", 5)), 2025)
    assert known is not None
    assert known.value == 95 + 5


def test_a_year_to_date_figure_covers_from_january_however_its_period_is_written() -> None:
    assert {ytd(text, 1).covered for text in ("2026-H1", "2026-Q2", "2026-06")} == {period("2026-H1")}


def test_a_single_interval_covers_itself_only() -> None:
    assert alone("2026-Q2", 1).covered == period("2026-Q2")


def test_figures_written_for_the_same_end_are_one_observation() -> None:
    assert series_of(ytd("2026-Q2", 25)).ytd.keys() == series_of(ytd("2026-06", 25)).ytd.keys()
    assert series_of(point("2026", 9)).point.keys() == series_of(point("2026-12", 9)).point.keys()


def test_a_sum_with_one_inexact_piece_is_inexact() -> None:
    found = cumulative(series_of(ytd("2026-06", 25, bound="over"), alone("2026-07", 4)), 2026)
    assert found is not None
    assert found.bound is Bound.OVER


def test_the_decimals_are_those_typed() -> None:
    assert [decimals_of(D(text)) for text in ("5", "5.0", "5.40", "-0.125")] == [0, 1, 2, 3]


def test_an_indicator_promises_the_most_decimals_it_ever_had() -> None:
    assert series_of(*yearly(2023, "5.2", "5", "5.0")).decimals() == 1


@given(st.permutations([*monthly(2026, 1, 2, 3), alone("2026-Q1", 7), ytd("2026-02", 4), alone("2026-Q2", 9)]))
def test_the_order_of_figures_changes_no_sum(shuffled: list) -> None:
    found = cumulative(series_of(*shuffled), 2026)
    assert found is not None
    assert found.value == 4 + 3 + 9


def test_the_observations_of_a_series_are_told_earliest_first_in_any_order() -> None:
    every = [ytd("2026-03", 3), alone("2026-03", 1), point("2026-02", 9), alone("2026-01..2026-02", 2)]
    told = {tuple(series_of(*shuffled).observations) for shuffled in permutations(every)}
    assert len(told) == 1
    assert [one.period.last for one in next(iter(told))] == [month(f"2026-0{place}") for place in (2, 2, 3, 3)]


def test_the_latest_three_months_average_their_single_figures() -> None:
    found = latest_mean(series_of(*monthly(2026, 9, 1, 2, 6), ytd("2026-04", 5)), month("2026-04"))
    assert found is not None
    assert (found.value, found.period) == ((1 + 2 + 6) / 3, period("2026-02..2026-04"))


def test_january_and_february_together_are_two_of_the_latest_three() -> None:
    found = latest_mean(series_of(alone("2026-01..2026-02", 2), alone("2026-03", 5)), month("2026-03"))
    assert found is not None
    assert found.value == (2 * 2 + 5) / 3


def test_the_latest_months_reach_into_last_year_and_stop_at_a_hole() -> None:
    known = series_of(alone("2025-11", 100), alone("2025-12", 4), alone("2026-01", 2))
    found = latest_mean(known, month("2026-01"))
    assert found is not None
    assert near(found.value, D(106) / 3)
    assert found.period == period("2025-11..2026-01")
    holed = latest_mean(series_of(alone("2025-11", 100), alone("2026-01", 2)), month("2026-01"))
    assert holed is not None
    assert (holed.value, holed.period) == (2, period("2026-01"))


def test_without_single_figures_there_is_no_latest_average() -> None:
    assert latest_mean(series_of(ytd("2026-03", 5), ytd("2026-02", 4)), month("2026-03")) is None
