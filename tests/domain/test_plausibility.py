"""Slips that a person would ask about, and good figures that nobody should be asked about."""

from __future__ import annotations

from decimal import Decimal

import pytest

from domain.builders import day, flow, growth, indicator, period, released
from ycindic.domain.facts import series
from ycindic.domain.model import (
    Basis,
    Bound,
    Every,
    IndicatorId,
    Measure,
    Observation,
    Relation,
    Released,
    Target,
    TargetId,
)
from ycindic.domain.period import year
from ycindic.domain.plausibility import Case, Doubt, Known, doubts

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
    others = Known(of, known)
    return list(doubts(Case(seen(of, text, bound), of, others, others, [it] if it else [], TODAY)))


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
