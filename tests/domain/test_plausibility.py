"""Slips that a person would ask about, and good figures that nobody should be asked about."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import day, flow, growth, indicator, period, released
from ycindic.domain.facts import series
from ycindic.domain.model import Basis, Bound, Every, IndicatorId, Measure, Observation, Released, Target, TargetId
from ycindic.domain.period import year
from ycindic.domain.plausibility import Doubt, Suspect, Trusted, doubts
from ycindic.domain.relation import Relation

TODAY = day("2026-11-24")
DEFAULT = {Measure.FLOW: Basis.YTD, Measure.GROWTH: Basis.YTD, Measure.STOCK: Basis.POINT, Measure.MEAN: Basis.YTD}


def seen(of, text: str, bound: str = "") -> Observation:
    """`2026-06 2.8` or `2026-06 2.8 2026-07-20`, the last its published date."""
    months, value, *published = text.split()
    basis = DEFAULT.get(of.measure, Basis.ALONE)
    date = day(published[0]) if published else day("2026-11-01")
    return Observation(of.id, period(months), basis, Decimal(value), date, bound=Bound(bound))


def found(of, text: str, *history: str, goal: str | None = None, bound: str = "") -> list[Doubt]:
    it = Target(TargetId("it@2026"), IndicatorId("it"), year(2026), Relation.AT_LEAST, Decimal(goal)) if goal else None
    known = series(seen(of, one) for one in history)
    others = Trusted(of, known)
    return list(doubts(Suspect(seen(of, text, bound), of, others, others, [it] if it else [], TODAY)))


def kinds(*arguments, **keys) -> list[str]:
    return [one.kind.value for one in found(*arguments, **keys)]


def test_persons_typed_for_ten_thousand_persons_are_a_slip_and_the_value_meant_is_told():
    [slip] = found(flow(), "2026-06 28000", goal="5")
    assert (slip.kind, slip.low, slip.likely) == ("unit-slip", Decimal(5) * 6 / 12, Decimal("2.8"))


def test_a_share_typed_for_per_cent_is_a_slip():
    [slip] = found(growth(), "2026-06 0.054", "2026-03 5.3", "2025 5.5", goal="6")
    assert (slip.kind, slip.likely) == ("unit-slip", Decimal("5.4"))


def test_a_running_total_is_compared_with_the_same_months_of_other_years():
    assert kinds(flow(), "2026-01 0.1", "2025-01 0.1", "2025 5", goal="5") == []
    assert kinds(flow(), "2026-01 1000", "2025-01 0.1", "2025 5", goal="5") == ["unit-slip"]
    assert kinds(flow(), "2026-06 0.00028", "2025-06 2.5") == ["unit-slip"]


def test_a_small_first_month_is_no_slip_against_the_goal_of_the_year():
    assert kinds(flow(), "2026-01 0.02", goal="5") == []


def test_a_rate_near_zero_makes_no_other_rate_strange():
    assert kinds(indicator(Measure.MEAN, unit="%"), "2026-06 2.9", "2025 0.1", "2024 0.2") == []


def test_zero_and_an_unknown_size_are_no_slip():
    assert kinds(flow(), "2026-06 0", goal="5") == []
    assert kinds(flow(), "2026-06 123456") == []


def test_a_running_total_does_not_fall():
    [fall] = found(flow(), "2026-07 2.1", "2026-06 2.8", "2025-07 3")
    assert (fall.kind, fall.low, str(fall.period)) == ("falling-total", Decimal("2.8"), "2026-H1")
    assert kinds(flow(), "2026-05 2.9", "2026-06 2.8") == ["falling-total"]
    assert kinds(flow(), "2026-07 2.8", "2026-06 2.8") == []


def test_a_net_flow_and_the_next_year_may_be_lower():
    assert kinds(flow(net=True), "2026-07 2.1", "2026-06 2.8") == []
    assert kinds(flow(), "2026-01 0.2", "2025 5") == []


@pytest.mark.parametrize(("value", "strange"), [("5.0", []), ("2.2", []), ("9.4", ["jump"]), ("1.1", ["jump"])])
def test_a_rate_may_lie_three_points_outside_a_narrow_history(value, strange):
    """History 5.2 to 5.4: strange below 2.2 and above 8.4."""
    assert kinds(growth(), f"2026-06 {value}", "2025 5.2", "2025-06 5.3", "2025-09 5.2", "2025-03 5.4") == strange


def test_a_wide_history_lets_more_pass():
    """History −2.2 to 14: the spread of 16.2 is allowed on both sides, up to 30.2."""
    history = ("2025 5.2", "2024 14", "2020-03 -2.2", "2023 5.6")
    assert kinds(growth(), "2026-06 29", *history) == []
    assert kinds(growth(), "2026-06 31", *history) == ["jump"]


def test_three_figures_are_no_history():
    assert kinds(growth(), "2026-06 15", "2025 5.2", "2024 5.3", "2023 5.1") == []


def test_a_flow_jumps_by_the_month():
    """4 to 4.8 a year is 0.33 to 0.4 a month: half a year of 6 is 1 a month."""
    history = ("2025 4.8", "2024 4.5", "2023 4.2", "2022 4.0")
    assert kinds(flow(), "2026-06 2.5", *history) == []
    [jump] = found(flow(), "2026-06 6", *history)
    assert (jump.kind, jump.low, jump.figures) == ("jump", Decimal(4) / 12 * 6, 4)


def test_more_than_so_much_is_no_fall():
    assert kinds(flow(), "2026-07 2.1", "2026-06 2.8", bound="over") == []


def test_a_period_that_no_release_ends_with_is_strange():
    quarterly = growth(released=released("quarter", 25))
    assert kinds(quarterly, "2026-05 5.4") == ["off-rhythm"]
    assert kinds(quarterly, "2026-06 5.4") == []
    assert kinds(quarterly, "2026-05 5.4", "2026-05 5.2", "2025 5.5") == [], "there is a figure of that very period"
    assert kinds(quarterly, "2026-05 5.4", "2026-06 5.2") == ["off-rhythm"]
    assert kinds(growth(), "2026-05 5.4") == []
    assert kinds(growth(released=Released(Every.IRREGULAR)), "2026-05 5.4") == []


def test_january_is_strange_where_it_comes_with_february():
    assert kinds(growth(released=released("month", 20, first=2)), "2026-01 5.4") == ["off-rhythm"]


def test_a_figure_is_not_known_before_its_period_is_over():
    assert kinds(growth(), "2026-12 5.4 2026-11-01") == ["period-not-over"]
    assert kinds(growth(), "2026-10 5.4 2026-11-01") == []


def test_a_level_may_be_told_inside_its_period():
    assert kinds(indicator(Measure.STOCK), "2026-11 7 2026-11-20") == []
    assert kinds(indicator(Measure.STOCK), "2026-12 7 2026-11-20") == ["period-not-over"]


def test_a_date_after_today_is_strange():
    assert kinds(growth(), "2026-10 5.4 2026-11-25") == ["published-ahead"]


# --- a size beside a goal, without any history


def likely(found_doubts: list[Doubt]) -> list[tuple[str, Decimal | None]]:
    return [(one.kind.value, one.likely) for one in found_doubts]


def test_a_rate_ten_times_its_goal_is_asked_about_without_history():
    """`retail 59` for 5.9 in a first half, its goal 6."""
    assert likely(found(growth(), "2026-06 59", goal="6")) == [("unit-slip", Decimal("5.9"))]
    assert kinds(growth(), "2026-06 29", goal="6") == []


def test_a_sum_is_held_against_the_share_of_its_goal_that_the_time_gone_lets_expect():
    """`urban-jobs 135` for 1.35 with a goal of 5: 5 × 3 ÷ 12 = 1.25 by March."""
    [slip] = found(flow(), "2026-03 135", goal="5")
    assert (slip.kind, slip.low, slip.likely) == ("unit-slip", Decimal(5) * 3 / 12, Decimal("1.35"))
    assert kinds(flow(), "2026-03 13.5", goal="5") == ["unit-slip"]  # 2.7 times the goal of the year
    assert kinds(flow(), "2026-06 7.5", goal="5") == []  # a year and a half's work in half a year


def test_a_running_total_does_not_leap():
    """1.35 by March, 29.1 by April: with a goal of 5, and without any."""
    assert likely(found(flow(), "2026-04 29.1", "2026-03 1.35", goal="5")) == [("unit-slip", Decimal("2.91"))]
    assert kinds(flow(), "2026-04 29.1", "2026-03 1.35") == ["unit-slip"]
    assert kinds(flow(), "2026-06 4.1", "2026-03 0.2", goal="5") == ["unit-slip"]  # past what the goal lets expect
    assert kinds(flow(), "2026-06 2.4", "2026-03 0.02", goal="5") == []  # late, but no more than the goal


def test_a_few_things_counted_one_by_one_may_be_done_at_once():
    parks = flow(unit="个")
    assert kinds(parks, "2026-01 5", goal="5") == []
    assert kinds(parks, "2026-01 12", goal="5") == []
    assert kinds(parks, "2026-01 50", goal="5") == ["unit-slip"]


def test_a_goal_over_several_years_counts_by_the_year():
    it = Target(TargetId("it@2026-2030"), IndicatorId("it"), period("2026-2030"), Relation.AT_LEAST, Decimal(25))
    nothing = Trusted(flow(), series([]))
    [slip] = doubts(Suspect(seen(flow(), "2026-03 135"), flow(), nothing, nothing, [it], TODAY))
    assert slip.low == Decimal(25) / 5 * 3 / 12


def test_a_share_of_more_than_all_is_asked_about():
    share = indicator(Measure.STOCK, unit="%")
    assert likely(found(share, "2026 952", goal="95")) == [("unit-slip", Decimal("95.2"))]
    assert likely(found(share, "2026 0.952", goal="95")) == [("unit-slip", Decimal("95.2"))]
    assert kinds(share, "2026 100", goal="95") == []


def test_a_ceiling_may_be_kept_by_any_distance():
    cap = Target(TargetId("it@2026"), IndicatorId("it"), year(2026), Relation.AT_MOST, Decimal(1000))
    nothing = Trusted(flow(), series([]))
    assert doubts(Suspect(seen(flow(), "2026-06 2"), flow(), nothing, nothing, [cap], TODAY)) == ()


def test_an_index_where_a_rise_is_promised_is_told_as_a_rise():
    assert likely(found(indicator(Measure.MEAN, unit="%"), "2026-06 100.1", goal="3")) == [
        ("unit-slip", Decimal("0.1"))
    ]
    assert likely(found(growth(), "2026-06 97.8", goal="6")) == [("unit-slip", Decimal("-2.2"))]
    assert likely(found(growth(), "2026-06 105.4")) == [("unit-slip", Decimal("5.4"))]
    assert kinds(growth(), "2026-06 105.4", "2025 104", "2024 103.9") == [], "an indicator that was always one"


# --- a batch beside goals, earlier figures and other indicators, never only beside itself


def asked_of(of, batch: list[str], *history: str, goal: str | None = None, peers: tuple[str, ...] = ()) -> list:
    """What is asked about each figure of a batch."""
    it = Target(TargetId("it@2026"), IndicatorId("it"), year(2026), Relation.AT_LEAST, Decimal(goal)) if goal else None
    trusted = Trusted(of, series(seen(of, one) for one in history))
    known = Trusted(of, series(seen(of, one) for one in [*history, *batch]))
    beside = tuple(Decimal(one) for one in peers)
    cases = [Suspect(seen(of, one), of, known, trusted, [it] if it else [], TODAY, beside) for one in batch]
    return [[one.kind.value for one in doubts(case)] for case in cases]


SLIP = ["unit-slip"]


@pytest.mark.parametrize(
    ("of", "batch", "history", "goal"),
    [
        (growth(), ["2026-03 0.054", "2026-06 0.055", "2026-09 0.053"], (), "6"),  # fractions for per cents
        (growth(), ["2026-03 0.054", "2026-06 0.055"], ("2025 5.2", "2024 5.4"), None),
        (flow(unit="亿元"), ["2026-03 12500", "2026-06 26000"], (), "5"),  # 万元 for 亿元
        (flow(unit="亿元"), ["2026-03 12500", "2026-06 26000"], ("2025-03 1.2", "2025-06 2.5"), None),
        (flow(unit="亿元"), ["2026-03 12500", "2026-06 26000"], ("2025 4.9",), None),
        (indicator(Measure.MEAN, unit="%"), ["2026-01 99.2", "2026-02 100.0", "2026-03 100.1"], (), "3"),
        (indicator(Measure.STOCK, unit="亿元"), ["2025-12 300000", "2026-06 310000"], ("2024 29", "2023 28"), None),
    ],
)
def test_a_whole_column_in_another_unit_does_not_vouch_for_itself(of, batch, history, goal):
    assert asked_of(of, batch, *history, goal=goal) == [SLIP] * len(batch)


def test_without_goal_and_history_other_indicators_of_the_kind_vouch():
    batch = ["2026-03 0.054", "2026-06 0.055", "2026-09 0.053"]
    assert asked_of(growth(), batch, peers=("5", "6", "8")) == [SLIP] * 3
    assert asked_of(growth(), ["2026-06 59"], peers=("5", "6", "8")) == [SLIP]
    assert asked_of(growth(), ["2026-03 0.1", "2026-06 31"], peers=("5", "6", "8")) == [[], SLIP]
    assert asked_of(growth(), ["2026-03 0.1", "2026-06 29"], peers=("5", "6", "8")) == [[], []]
    assert asked_of(flow(unit="亿元"), ["2026-03 9000000"], peers=("5", "800")) == [SLIP]


def test_with_nothing_else_the_figures_beside_it_vouch():
    batch = [f"2026-0{month} {month * 3}" for month in range(1, 9)]
    assert asked_of(flow(), batch) == [[]] * 8
    assert asked_of(flow(), [*batch, "2026-09 27000"])[-1] == SLIP
    assert asked_of(indicator(Measure.STOCK), ["2025-12 30", "2026-03 31", "2026-06 320000"])[-1] == SLIP


# --- units off by a power of ten, wherever that can be known

FACTORS = st.sampled_from([-8, -4, -2, 2, 4, 8])


def near(low: str, high: str, places: int = 2):
    return st.decimals(low, high, places=places).filter(bool)


@given(goal=near("1", "900"), pace=near("0.4", "1.6"), month=st.integers(3, 10), power=FACTORS)
def test_a_sum_in_another_unit_is_asked_about_by_its_goal_alone(goal, pace, month, power):
    value = (goal * pace * month / 12).scaleb(power).quantize(Decimal(1).scaleb(-12))
    assert kinds(flow(unit="万人"), f"2026-{month:02d} {value:f}", goal=str(goal)) == SLIP


@given(goal=near("1", "900"), pace=near("0.6", "1.6"), month=st.integers(3, 10))
def test_a_digit_too_many_in_a_sum_is_asked_about_by_its_goal_alone(goal, pace, month):
    value = goal * pace * month / 12 * 10
    assert kinds(flow(unit="万人"), f"2026-{month:02d} {value:.6f}", goal=str(goal)) == SLIP


@given(goal=near("2", "15"), part=near("0.7", "1.4"), power=FACTORS)
def test_a_rate_in_another_unit_is_asked_about_by_its_goal_alone(goal, part, power):
    value = (goal * part).scaleb(power).quantize(Decimal(1).scaleb(-12))
    assert kinds(growth(), f"2026-06 {value:f}", goal=str(goal)) == SLIP


@given(
    last=st.lists(near("0.8", "1.24"), min_size=2, max_size=8),
    size=near("1", "5000"),
    own=near("0.75", "1.4"),  # a digit too many is told from six times the largest: 0.75 × 10 > 6 × 1.24
    power=st.sampled_from([-8, -4, -2, 1, 2, 4, 8]),
    measure=st.sampled_from([Measure.FLOW, Measure.STOCK]),
)
def test_a_quantity_in_another_unit_is_asked_about_by_its_history_alone(last, size, own, power, measure):
    of = indicator(measure, unit="亿元")
    history = [f"{2025 - back}-06 {size * one:f}" for back, one in enumerate(last)]
    assert kinds(of, f"2026-06 {size * own:f}", *history) in ([], ["jump"])
    wrong = (size * own).scaleb(power).quantize(Decimal(1).scaleb(-12))
    assert kinds(of, f"2026-06 {wrong:f}", *history) in (SLIP, ["jump"])


@given(goal=near("1", "900"), pace=near("0.2", "2"), month=st.integers(1, 10))
def test_no_good_or_bad_year_is_asked_about(goal, pace, month):
    value = goal * min(pace * month / 12, Decimal(2))
    assert kinds(flow(unit="万人"), f"2026-{month:02d} {value:f}", goal=str(goal)) == []


@given(history=st.lists(st.tuples(st.integers(2000, 2025), near("0.01", "9999")), max_size=12))
def test_a_figure_is_never_held_against_itself(history):
    """What is known with the figure says the same as what is known without it."""
    of, mine = indicator(Measure.STOCK), seen(indicator(Measure.STOCK), "2026 100")
    others = [seen(of, f"{when} {value:f}") for when, value in dict(history).items()]
    without, within = Trusted(of, series(others)), Trusted(of, series([*others, mine]))
    assert doubts(Suspect(mine, of, within, within, [], TODAY)) == doubts(
        Suspect(mine, of, without, without, [], TODAY)
    )
