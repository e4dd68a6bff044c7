"""Are the edge cases right that other tools get wrong? One test for every row of the list."""

from __future__ import annotations

import pytest

from domain.builders import (
    D,
    alone,
    flow,
    growth,
    judge,
    judge_all,
    mean,
    monthly,
    near,
    point,
    promised,
    said,
    stock,
    yearly,
    ytd,
)
from ycindic.domain.assessment import _ANSWERS
from ycindic.domain.model import Bound
from ycindic.domain.reason import Reason


@pytest.mark.parametrize(("base", "now", "goal"), [(0, 5, 10), (-10, 5, 10), (-10, -8, -5), (5, -1, -2)])
def test_a_base_of_zero_or_mixed_signs_has_no_compound_rate_only_a_linear_one(base: int, now: int, goal: int) -> None:
    target = promised("at_least" if goal > base else "at_most", goal, "2026-2029")
    figures = judge(stock(unit="亿元"), target, [point(2025, base), point(2027, now)], at="2028-02-01").figures
    assert (figures.annualised, figures.annualised_unit) == (D(now - base) / 2, "亿元/year")
    assert (figures.annualised_linear, figures.required) == (D(now - base) / 2, D(goal - now) / 2)


@pytest.mark.parametrize(("base", "now", "goal"), [(10, 5, 0), (10, 5, -10), (-10, -8, 5)])
def test_a_goal_of_zero_or_mixed_signs_needs_no_compound_rate_only_a_linear_one(base: int, now: int, goal: int) -> None:
    target = promised("at_least" if goal > base else "at_most", goal, "2026-2029")
    found = judge(stock(), target, [point(2025, base), point(2027, now)], at="2028-02-01")
    assert (found.figures.required, found.figures.required_growth) == (D(goal - now) / 2, None)
    assert found.reasons["required_growth"] == Reason.NOT_POSITIVE


def test_a_goal_that_its_base_already_met_has_no_completion_and_only_a_typed_hold_can_be_missed_early() -> None:
    target, held = promised("at_least", 55), promised("at_least", 55, hold=True)
    seen = {now: [point(2025, "68.55"), point("2026-06", now)] for now in ("60", "50")}
    kept, lost = judge(stock(), target, seen["60"]), judge(stock(), target, seen["50"])
    assert (*said(kept), kept.figures.completion) == ("achieved", "worsening", None)
    assert (*said(lost), lost.figures.completion) == ("off_track", "lost", None)
    assert kept.reasons["completion"] == lost.reasons["completion"] == Reason.MET_AT_BASE
    assert said(judge(stock(), held, seen["50"])) == ("missed", "breach")


def test_a_value_that_crossed_the_goal_the_wrong_way_is_lost_and_never_161_per_cent_done() -> None:
    base, floor, now = D("68.55"), D(55), D("46.73")
    assert round((now - base) / (floor - base) * 100) == 161  # what a naive formula says
    found = judge(stock(), promised("at_least", floor), [point(2025, base), point("2026-06", now)])
    assert (*said(found), found.figures.completion) == ("off_track", "lost", None)


@pytest.mark.parametrize(
    ("measured", "target", "seen"),
    [
        (flow(), promised("at_most", 100), [ytd("2026-06", 100)]),
        (flow(), promised("at_most", 100), [ytd("2026-06", 50)]),
        (growth(better="lower"), promised("at_most", 2), [ytd("2026-06", 2)]),
        (growth(), promised("falling"), [ytd("2026-06", 0)]),
        (growth(), promised("rising"), [ytd("2026-06", "-0.0")]),
        (mean(better="lower"), promised("at_most", 0), [ytd("2026-06", "-0.0")]),
        (stock(better="lower"), promised("at_most", 5), [point(2025, 5), point("2026-06", 5)]),
        (stock(), promised("at_least", 0), [point(2025, "-0.0"), point("2026-06", "-0")]),
        (flow(), promised("narrowing", reference=["it"]), yearly(2025, 5, 5)),
    ],
)
def test_minus_zero_is_never_told(measured: object, target: object, seen: list) -> None:
    found = judge(measured, target, seen)
    told = [getattr(found.figures, name) for name in _ANSWERS]
    assert not [value for value in told if isinstance(value, D) and value.is_zero() and value.is_signed()]


def test_minus_zero_is_never_compared_as_negative() -> None:
    assert judge(growth(), promised("at_least", 0), [ytd("2026", "-0.0")], at="2027-02-01").verdict == "achieved"
    assert judge(growth(), promised("at_most", 0), [ytd("2026", "-0.0")], at="2027-02-01").verdict == "achieved"


def test_where_levels_disagree_the_published_growth_judges_a_growth_target() -> None:
    seen = [
        ytd("2026-06", "4.7"),
        *(ytd(f"{year}-06", value, of="level") for year, value in ((2025, 100), (2026, 106))),
    ]
    found = judge(growth(levels="level"), promised("at_least", 5), seen, others=[flow("level")])
    assert (found.figures.actual, found.verdict) == (D("4.7"), "at_risk")


def test_where_the_year_to_date_is_not_the_sum_of_its_months_it_counts_and_both_are_named() -> None:
    seen = [*monthly(2026, 10, 10, 10), ytd("2026-03", 33)]
    found = judge(flow(), promised("at_least", 100), seen)
    assert found.figures.actual == 33
    assert [(one.code, one.used, one.other) for one in found.remarks] == [("ytd-not-sum", 33, 10 + 10 + 10)]


@pytest.mark.parametrize(("total", "told"), [("30.2", 0), ("30.3", 1)])
def test_rounding_of_months_and_their_sum_is_no_disagreement(total: str, told: int) -> None:
    seen = [*monthly(2026, "10.0", "10.0", "10.0"), ytd("2026-03", total)]  # four roundings of 0.05 each
    assert len(judge(flow(), promised("at_least", 100), seen).remarks) == told


def test_exactly_twenty_does_not_surpass_twenty() -> None:
    for measured, seen in ((flow(), ytd(2026, 20)), (stock(), point(2026, 20)), (growth(), ytd(2026, 20))):
        found = judge(measured, promised("more_than", 20), [seen], at="2027-02-01")
        assert (*said(found), found.figures.gap) == ("missed", "not_exceeded", 0)


def test_a_result_told_as_more_than_ten_is_shown_and_is_no_base_for_a_rate() -> None:
    seen = [point(2025, 10, bound="over"), point("2026-06", 12)]
    found = judge(stock(unit="亿元"), promised("at_least", 14), seen)
    assert (*said(found), found.figures.baseline, found.figures.pace) == ("undetermined", "inexact_base", 10, None)
    now = judge(flow(), promised("at_least", 100), [ytd("2026-06", 74, bound="over")])
    assert (now.figures.actual, now.figures.actual_bound, now.figures.projection) == (74, Bound.OVER, None)
    about = [ytd("2025-06", 50, bound="about"), ytd("2026-06", 60)]
    assert said(judge(flow(), promised("rising"), about)) == ("undetermined", "no_comparable_base")


def test_two_targets_on_one_indicator_and_period_are_judged_each_by_itself() -> None:
    floor = promised("at_least", 5, id="it@2026")
    above = promised("above", reference=["nation"], id="it@2026/above")
    seen = [ytd("2026-06", "5.1"), ytd("2026-06", "5.4", of="nation")]
    first, second = judge_all([growth(), growth("nation")], [floor, above], seen)
    assert [(one.target.id, one.verdict.value) for one in (first, second)] == [
        ("it@2026", "on_track"),
        ("it@2026/above", "at_risk"),
    ]
    assert judge(growth(), floor, seen).figures == first.figures


@pytest.mark.parametrize("relation", ["at_least", "at_most", "about", "more_than"])
def test_six_ten_thousand_mu_are_sixty_thousand_mu(relation: str) -> None:
    small = judge(flow(unit="万亩"), promised(relation, 6), [ytd("2025-06", 2), ytd("2025", 5), ytd("2026-06", "2.9")])
    large = judge(
        flow(unit="亩"), promised(relation, 60000), [ytd("2025-06", 20000), ytd("2025", 50000), ytd("2026-06", 29000)]
    )
    assert said(small) == said(large)
    ratios = ("completion", "pace", "catch_up", "lead_profile", "required_growth")
    assert [getattr(small.figures, name) for name in ratios] == [getattr(large.figures, name) for name in ratios]


def test_a_revision_changes_the_verdict_and_nothing_else_is_remembered() -> None:
    first, revised = (
        judge(growth(), promised("at_least", 5), [ytd(2026, value)], at="2027-03-01") for value in ("4.9", "5.0")
    )
    assert (first.verdict, revised.verdict) == ("missed", "achieved")
    assert (first.used[0].value, revised.used[0].value) == (D("4.9"), D("5.0"))


def test_a_flow_that_cannot_fall_is_the_sum_of_what_came_even_where_a_month_was_corrected_downwards() -> None:
    found = judge(flow(), promised("at_least", 100), [ytd("2026-06", 50), alone("2026-07", -2)])
    assert found.figures.actual == 50 - 2
    assert near(found.figures.time_progress, D(7) / 12)
