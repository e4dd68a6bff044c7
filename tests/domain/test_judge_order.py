"""In which order do the rules decide?"""

from __future__ import annotations

import pytest

from domain.builders import D, flow, growth, judge, mean, monthly, point, promised, released, said, stock, ytd
from ycindic.domain.assessment import FLAG, URGENCY, Verdict
from ycindic.domain.reason import Reason

HUNDRED = promised("at_least", 100)


# Rule 2: nothing to judge yet


def test_before_its_period_nothing_is_due_whatever_is_known() -> None:
    found = judge(flow(), HUNDRED, [ytd("2026-01", 200)], at="2025-12-31")
    assert (*said(found), found.on_track) == ("not_due", "period_not_begun", None)


def test_a_figure_outside_the_period_is_no_figure_of_it() -> None:
    assert judge(flow(), HUNDRED, [ytd(2025, 100), ytd("2027-03", 100)], at="2027-05-01").verdict == "no_data"


# Rule 3 before rule 4


def test_a_cap_passed_in_the_full_year_is_called_passed() -> None:
    found = judge(flow(), promised("at_most", 100), [ytd("2026", 101)], at="2027-02-01")
    assert said(found) == ("missed", "cap_exceeded")


# Rule 4: the period's own figure


def test_figures_of_later_periods_do_not_count() -> None:
    seen = [point(2025, 100), point(2026, 119), point("2027-03", 130)]
    assert judge(stock(), promised("at_least", 120), seen, at="2027-05-01").verdict == "missed"


@pytest.mark.parametrize(
    ("measured", "target", "seen"),
    [
        (flow(), HUNDRED, [ytd("2026-11", 91)]),
        (growth(), promised("at_least", 6), [ytd("2026-09", "6.1")]),
        (mean(), promised("at_most", 2), [ytd("2026-11", "0.9")]),
        (stock(), promised("at_least", 120), [point(2025, 100), point("2026-11", 118)]),
    ],
    ids=["flow", "growth", "mean", "stock"],
)
def test_when_the_period_is_over_without_its_figure_the_latest_one_is_judged_and_that_is_said(
    measured: object, target: object, seen: list
) -> None:
    before, after = (judge(measured, target, seen, at=at) for at in ("2026-12-31", "2027-01-01"))
    assert before.verdict == after.verdict
    assert (before.reason, after.reason) == (before.rule, "awaiting_final")
    assert after.rule == before.rule


# Rule 5 before rule 6


def test_a_level_that_meets_its_goal_needs_no_base() -> None:
    assert judge(stock(), promised("at_least", 120), [point("2026-06", 120)]).verdict == "achieved"


# Rule 10: early


@pytest.mark.parametrize(
    ("done", "verdict", "reason"),
    [
        (40, "on_track", "early"),  # would be ahead
        (16, "on_track", "pace"),
        (15, "at_risk", "pace"),
        (5, "at_risk", "early"),  # would be off track
    ],
)
def test_early_in_the_year_nothing_is_better_than_on_track_or_worse_than_at_risk(
    done: int, verdict: str, reason: str
) -> None:
    found = judge(flow(), HUNDRED, [ytd("2026-02", done)], at="2026-03-20")
    assert (*said(found), found.rule) == (verdict, reason, "pace")


def test_a_quarter_is_no_longer_early() -> None:
    assert judge(flow(), HUNDRED, [ytd("2026-03", 5)], at="2026-04-20").verdict == "off_track"
    assert judge(flow(), HUNDRED, [ytd("2026-03", 40)], at="2026-04-20").verdict == "ahead"


def test_whether_it_is_early_is_told_by_what_is_expected_not_by_the_calendar() -> None:
    seen = [ytd("2025-06", 20), ytd("2025", 100), ytd("2026-06", 5)]
    assert said(judge(flow(), HUNDRED, seen)) == ("at_risk", "early")
    heavy = growth(shares=["0.2", "0.46", "0.72", 1])
    assert said(judge(heavy, promised("at_least", 6), [ytd("2026-03", 1)], at="2026-04-20")) == ("at_risk", "early")


def test_what_is_decided_is_never_early() -> None:
    assert judge(flow(), HUNDRED, [ytd("2026-01", 100)], at="2026-02-20").verdict == "achieved"
    assert judge(flow(), promised("at_most", 100), [ytd("2026-01", 101)], at="2026-02-20").verdict == "missed"
    level = [point(2025, 100), point("2026-01", 120)]
    assert judge(stock(), promised("at_least", 120), level, at="2026-02-20").verdict == "achieved"


def test_a_level_that_goes_the_wrong_way_early_is_only_at_risk() -> None:
    found = judge(stock(), promised("at_least", 120), [point(2025, 100), point("2026-01", 99)], at="2026-02-20")
    assert (*said(found), found.rule) == ("at_risk", "early", "wrong_way")


def test_a_scope_is_never_early() -> None:
    found = judge(flow(), promised("at_least", 300, scope=True), [ytd("2026-01", 9)], at="2026-02-20")
    assert said(found) == ("off_track", "scope_short")


def test_how_long_it_is_early_is_a_setting() -> None:
    target = promised("at_least", 100, settings={"early": "0.1"})
    assert judge(flow(), target, [ytd("2026-02", 5)], at="2026-03-20").verdict == "off_track"


# The flag


def test_the_flag_is_yes_for_three_no_for_three_and_empty_for_three() -> None:
    answers = [FLAG[verdict] for verdict in Verdict]
    assert answers == [True] * 3 + [False] * 3 + [None] * 3
    assert set(URGENCY) == set(Verdict)


def test_what_is_decided_is_never_stale() -> None:
    jobs = flow(released=released("month", 20))
    found = judge(jobs, HUNDRED, [ytd("2026-03", 100)], at="2026-12-01")
    assert (*said(found), found.on_track) == ("achieved", "met_for_good", True)


def test_stale_is_said_before_awaiting_and_early() -> None:
    jobs = flow(released=released("month", 20))
    late = judge(jobs, HUNDRED, [ytd("2026-02", 5)], at="2026-09-21")
    over = judge(jobs, HUNDRED, [ytd("2026-09", 75)], at="2027-02-21")
    assert [(*said(found), found.on_track) for found in (late, over)] == [
        ("at_risk", "stale", None),
        ("on_track", "stale", None),
    ]


def test_january_and_february_published_together_make_nothing_stale() -> None:
    jobs = flow(released=released("month", 20, first=2))
    assert judge(jobs, HUNDRED, at="2026-03-19").verdict == "not_due"
    assert judge(jobs, HUNDRED, at="2026-03-20").verdict == "no_data"


def test_every_answer_has_its_inputs() -> None:
    seen = monthly(2026, 10, 10, 10)
    assert judge(flow(), HUNDRED, seen, at="2026-04-20").used == tuple(seen)


def test_every_empty_field_has_a_reason_of_the_list() -> None:
    found = judge(flow(), HUNDRED, [ytd("2026-06", 50)])
    assert all(isinstance(reason, Reason) for reason in found.reasons.values())
    assert found.figures.completion == D("0.5")
    assert "completion" not in found.reasons
