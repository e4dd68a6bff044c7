"""Does a condition hold at every moment, and does what must not happen not happen?"""

from __future__ import annotations

import pytest

from domain.builders import (
    D,
    alone,
    events,
    flow,
    growth,
    judge,
    mean,
    monthly,
    period,
    point,
    promised,
    said,
    stock,
    yearly,
    ytd,
)
from ycindic.domain.period import month_of_year

ZERO = promised("none")
CLEAN = promised("at_least", 90, hold=True)
SHARE = stock(unit="%")


# Events and none: no report is not zero


def test_the_first_event_is_named_and_decides_at_once() -> None:
    seen = monthly(2026, 0, 0, 1, 0, 2)
    found = judge(events(), ZERO, seen, at="2026-06-20")
    assert said(found) == ("missed", "breach")
    assert found.breach == seen[2]


def test_confirmed_zeros_so_far_are_on_track() -> None:
    found = judge(events(), ZERO, monthly(2026, 0, 0, 0), at="2026-04-20")
    assert (*said(found), found.figures.gap) == ("on_track", "held_so_far", 0)


@pytest.mark.parametrize(
    "seen",
    [monthly(2026, *[0] * 12), [ytd(2026, 0)], [alone(2026, 0)], [ytd("2026-06", 0), alone("2026-H2", 0)]],
    ids=["months", "year_to_date", "year", "halves"],
)
def test_confirmed_zeros_over_the_whole_period_achieve_it(seen: list) -> None:
    assert said(judge(events(), ZERO, seen, at="2027-02-01")) == ("achieved", "held_throughout")


@pytest.mark.parametrize("missing", [0, 5])
def test_no_report_is_not_zero(missing: int) -> None:
    seen = monthly(2026, *[0] * 12)
    del seen[missing]
    assert said(judge(events(), ZERO, seen, at="2027-02-01")) == ("undetermined", "not_confirmed")


def test_zeros_until_november_await_december() -> None:
    found = judge(events(), ZERO, monthly(2026, *[0] * 11), at="2027-02-01")
    assert (*said(found), found.rule) == ("on_track", "awaiting_final", "held_so_far")


def test_nothing_reported_at_all_is_no_data() -> None:
    assert judge(events(), ZERO, at="2027-02-01").verdict == "no_data"


def test_an_event_in_another_period_does_not_count() -> None:
    seen = [alone("2025-12", 1), *monthly(2026, 0, 0), alone("2027-01", 1)]
    assert judge(events(), ZERO, seen, at="2027-02-01").verdict == "on_track"


def test_a_count_of_the_year_so_far_that_is_not_zero_cannot_recover() -> None:
    assert said(judge(events(), ZERO, [ytd("2026-03", 1)])) == ("missed", "breach")


def test_none_is_judged_like_events_whatever_the_measure() -> None:
    for measured in (events(), flow()):
        assert judge(measured, ZERO, [alone("2026-03", 1)]).verdict == "missed"
        assert judge(measured, ZERO, monthly(2026, *[0] * 12), at="2027-02-01").verdict == "achieved"
    assert judge(stock(), ZERO, [point("2026-03", 1)]).verdict == "missed"
    assert judge(stock(), ZERO, [point("2026", 0)], at="2027-02-01").verdict == "achieved"


def test_over_several_years_zeros_must_cover_all_of_them() -> None:
    target = promised("none", None, "2026-2027")
    assert judge(events(), target, yearly(2026, 0, 0), at="2028-02-01").verdict == "achieved"
    assert judge(events(), target, yearly(2026, 0), at="2027-02-01").verdict == "on_track"
    assert judge(events(), target, yearly(2027, 0), at="2028-02-01").verdict == "undetermined"


# Hold: at every moment of the period


def test_a_level_outside_its_limit_is_a_breach_at_once() -> None:
    seen = [point("2026-03", 91), point("2026-06", 89), point("2026-09", 95)]
    found = judge(SHARE, CLEAN, seen)
    assert (said(found), found.breach) == (("missed", "breach"), seen[1])


def test_what_holds_so_far_is_on_track_and_never_achieved_before_the_end() -> None:
    found = judge(SHARE, CLEAN, [point("2026-03", 91), point("2026-06", 99)])
    assert said(found) == ("on_track", "held_so_far")


def test_what_held_to_the_end_is_achieved() -> None:
    found = judge(SHARE, CLEAN, [point("2026-06", 91), point("2026", 92)], at="2027-02-01")
    assert said(found) == ("achieved", "held_throughout")


def test_a_breach_stays_a_breach_when_the_level_recovers() -> None:
    found = judge(SHARE, CLEAN, [point("2026-03", 89), point("2026", 99)], at="2027-02-01")
    assert said(found) == ("missed", "breach")


def test_a_level_of_the_year_before_is_no_breach() -> None:
    assert judge(SHARE, CLEAN, [point("2025", 80), point("2026-06", 91)]).verdict == "on_track"


@pytest.mark.parametrize(
    ("step", "verdict"), [(None, "missed"), ("month", "missed"), ("quarter", "off_track"), ("year", "off_track")]
)
def test_step_narrows_the_levels_that_are_tested(step: str | None, verdict: str) -> None:
    target = promised("at_least", 90, hold=True, step=step)
    assert judge(SHARE, target, [point(2025, 95), point("2026-05", 89)]).verdict == verdict


@pytest.mark.parametrize(
    ("step", "breached"), [(None, "2026-02"), ("month", "2026-02"), ("quarter", "2026-Q2"), ("year", None)]
)
def test_step_narrows_the_intervals_that_are_tested(step: str | None, breached: str | None) -> None:
    target = promised("at_most", 5, hold=True, step=step)
    seen = [alone("2026-01", 4), alone("2026-02", 6), alone("2026-03", 4), alone("2026-Q2", 6)]
    found = judge(mean(better="lower"), target, seen)
    assert (str(found.breach.period) if found.breach else None) == breached


def test_year_to_date_figures_are_tested_only_at_the_end_of_a_year() -> None:
    target = promised("at_most", 5, "2026-2027", hold=True)
    jobless = mean(better="lower")
    assert judge(jobless, target, [ytd("2026-06", "5.4")]).verdict != "missed"
    assert said(judge(jobless, target, [ytd("2026", "5.4")], at="2027-02-01")) == ("missed", "breach")


def test_a_yearly_condition_over_several_years_is_judged_by_the_year_that_runs() -> None:
    target = promised("at_least", 5, "2026-2030", hold=True)
    found = judge(growth(), target, [ytd("2026", "5.2"), ytd("2027-06", "4.9")], at="2027-08-01")
    assert (said(found), found.figures.time_progress) == (("at_risk", "needed_rate"), D(6) / 12)
    assert judge(growth(), target, [ytd("2026", "4.9"), ytd("2027-06", 9)], at="2027-08-01").verdict == "missed"


@pytest.mark.parametrize(
    ("measured", "seen"),
    [(growth(), ytd("2026", "5.2")), (mean(), ytd("2026", "5.2")), (stock(), point("2026", "5.2"))],
    ids=["growth", "mean", "stock"],
)
def test_between_two_years_a_condition_that_held_is_on_track(measured: object, seen: object) -> None:
    target = promised("at_least", 5, "2026-2030", hold=True)
    assert said(judge(measured, target, [seen], at="2027-02-01")) == ("on_track", "held_so_far")


@pytest.mark.parametrize("measured", [growth(), mean(), flow()], ids=["growth", "mean", "flow"])
def test_a_yearly_condition_is_achieved_when_its_last_year_held_too(measured: object) -> None:
    target = promised("at_least", 5, "2026-2028", hold=True)
    assert judge(measured, target, yearly(2026, 6, 6, 5), at="2029-02-01").verdict == "achieved"
    assert judge(measured, target, yearly(2026, 6, 4, 5), at="2029-02-01").verdict == "missed"
    assert judge(measured, target, yearly(2026, 6, 6), at="2028-02-01").on_track


def test_a_rate_that_must_always_rise_is_breached_by_a_year_without() -> None:
    target = promised("rising", None, "2026-2030", hold=True)
    found = judge(growth(), target, yearly(2026, 1, 0), at="2028-02-01")
    assert (said(found), found.breach is not None) == (("missed", "breach"), True)


def test_a_bound_breaches_only_what_it_disproves() -> None:
    below = judge(SHARE, CLEAN, [point("2026-03", 90, bound="under"), point("2026-06", 95)])
    perhaps = judge(SHARE, CLEAN, [point("2026-03", 89, bound="over"), point("2026-06", 95)])
    assert (below.verdict, perhaps.verdict) == ("missed", "on_track")


def test_the_breach_is_told_with_the_period_that_it_lies_in() -> None:
    found = judge(SHARE, CLEAN, [point("2026-03", 89)])
    assert found.breach is not None
    assert found.breach.period == period("2026-03")


# Of a sum with a goal a year, only the years' totals can be held


FIVE_A_YEAR = promised("at_least", 5, "2026-2028", hold=True)


def test_a_sum_that_holds_each_year_is_not_tested_month_by_month() -> None:
    found = judge(flow(), FIVE_A_YEAR, monthly(2026, *["0.5"] * 6), at="2026-07-20")
    assert (*said(found), found.breach) == ("ahead", "pace", None)  # p = (3 ÷ 5) ÷ (6 ÷ 12)


@pytest.mark.parametrize(("december", "verdict"), [("0.5", "on_track"), ("-0.1", "missed")])
def test_a_year_of_twelve_months_is_tested_by_their_sum(december: str, verdict: str) -> None:
    found = judge(flow(), FIVE_A_YEAR, monthly(2026, *["0.4"] * 10, "0.6", december), at="2027-02-01")
    assert found.verdict == verdict  # 4 + 0.6 + 0.5 = 5.1, or 4 + 0.6 − 0.1 = 4.5
    assert verdict != "missed" or (found.breach is not None and found.breach.value == D("4.5"))
    assert verdict != "missed" or (found.breach is not None and found.breach.covered == period(2026))


def test_a_ceiling_of_each_year_is_broken_when_the_running_year_passes_it() -> None:
    target = promised("at_most", 5, "2026-2028", hold=True)
    assert judge(flow(), target, [ytd(2026, 4), ytd("2027-06", 5)], at="2027-08-01").verdict == "off_track"
    assert said(judge(flow(), target, [ytd(2026, 4), ytd("2027-06", 6)], at="2027-08-01")) == ("missed", "cap_exceeded")


def test_a_step_typed_for_a_sum_still_tests_its_single_intervals() -> None:
    target = promised("at_least", 1, hold=True, step="quarter")
    found = judge(flow(), target, [alone("2026-Q1", 2), alone("2026-Q2", "0.5")])
    assert found.breach is not None
    assert found.breach.period == period("2026-Q2")


# Events with another goal than zero are a sum


def test_at_most_ten_events_are_a_sum_and_not_ten_each_month() -> None:
    target = promised("at_most", 10)
    seen = monthly(2026, 3, 3, 3)
    assert said(judge(events(), target, seen, at="2026-04-20")) == ("off_track", "pace")  # p = 0.25 ÷ 0.9
    assert said(judge(events(), target, monthly(2026, 3, 3, 3, 2), at="2026-05-20")) == ("missed", "cap_exceeded")
    assert judge(events(), target, monthly(2026, *[0] * 11, 10), at="2027-02-01").verdict == "achieved"


def test_at_least_four_events_are_met_for_good_when_the_fourth_took_place() -> None:
    target = promised("at_least", 4)
    assert judge(events(), target, monthly(2026, 0, 1, 0), at="2026-04-20").verdict == "on_track"
    assert said(judge(events(), target, monthly(2026, 0, 1, 3), at="2026-04-20")) == ("achieved", "met_for_good")


def test_at_most_zero_events_are_broken_by_the_first_like_none() -> None:
    target = promised("at_most", 0)
    assert said(judge(events(), target, monthly(2026, 0, 0, 1))) == ("missed", "breach")
    assert said(judge(events(), target, [ytd("2026-03", 1)])) == ("missed", "breach")
    assert judge(events(), target, monthly(2026, *[0] * 12), at="2027-02-01").reason == "held_throughout"


def test_fewer_events_than_last_year_are_falling_and_no_breach() -> None:
    seen = [*monthly(2025, 3, 3, 3), *monthly(2026, 2, 2, 2)]
    assert said(judge(events(), promised("falling"), seen, at="2026-04-20")) == ("on_track", "sign")


# A condition tested on each interval: what is missing between


EVERY_MONTH = promised("at_least", 90, hold=True, step="month")


@pytest.mark.parametrize("missing", [[], [1], [1, 4], [1, 2, 3, 4, 5]])
def test_months_without_a_figure_before_the_latest_are_named_and_decide_nothing(missing: list[int]) -> None:
    seen = [point(f"2026-{month:02}", 95) for month in range(1, 7) if month not in missing]
    found = judge(SHARE, EVERY_MONTH, seen, at="2026-07-20")
    assert said(found) == ("on_track", "held_so_far")
    assert [month_of_year(one) for one in found.unseen] == missing
