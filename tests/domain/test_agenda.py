"""Which figures are late, which come next, and who needs them?"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from domain.builders import alone, container, day, flow, growth, known, period, promised, released, ytd
from ycindic.domain.agenda import Expected, horizon, releases_until, weeks_of, without_calendar
from ycindic.domain.model import Bilingual, Indicator, Observation, Plan, Target
from ycindic.domain.release import covered

MONTHLY = flow(released=released("month", 20))
JOBS = promised("at_least", 5)


def due(
    measured: Iterable[Indicator],
    targets: list[Target],
    seen: Iterable[Observation] = (),
    *,
    at: str = "2026-03-25",
    until: str | None = None,
) -> tuple[Expected, ...]:
    plan = Plan(Bilingual("", ""), {one.id: one for one in measured}, tuple(targets))
    return releases_until(plan, known(seen), targets, day(at), day(until or at))


def short(found: Iterable[Expected]) -> list[tuple[str, str, int]]:
    return [(str(one.period), str(one.due), one.days) for one in found]


def test_what_should_be_out_and_is_not_recorded_is_late_by_the_days_since_its_day() -> None:
    assert short(due([MONTHLY], [JOBS])) == [("2026-01", "2026-02-20", -33), ("2026-02", "2026-03-20", -5)]


def test_what_comes_within_the_asked_weeks_is_due_and_what_comes_later_is_not() -> None:
    found = due([MONTHLY], [JOBS], [ytd("2026-02", 1)], until="2026-04-22")
    assert short(found) == [("2026-03", "2026-04-20", 26)]
    assert not found[0].late


def test_on_its_day_a_figure_is_due_and_not_late() -> None:
    (found,) = due([MONTHLY], [JOBS], at="2026-02-20")
    assert (found.days, found.late) == (0, False)


def test_a_release_that_a_later_figure_has_overtaken_is_not_missed() -> None:
    assert due([MONTHLY], [JOBS], [ytd("2026-02", 1)]) == ()


def test_nothing_is_expected_outside_the_period_of_the_target() -> None:
    found = due([MONTHLY], [JOBS], [ytd("2026-12", 5)], at="2027-06-30", until="2027-12-31")
    assert found == ()


@pytest.mark.parametrize(
    ("every", "keys", "month", "months"),
    [
        ("month", {}, "2026-03", "2026-03"),
        ("month", {"first": 2}, "2026-02", "2026-01..2026-02"),
        ("month", {"first": 2}, "2026-03", "2026-03"),
        ("quarter", {}, "2026-09", "2026-Q3"),
        ("half", {}, "2026-06", "2026-H1"),
        ("year", {}, "2026-12", "2026"),
    ],
)
def test_a_release_covers_the_months_since_the_one_before(
    every: str, keys: dict[str, int], month: str, months: str
) -> None:
    assert covered(released(every, 20, **keys), period(month).last) == period(months)


def test_figures_that_a_target_is_compared_with_are_waited_for_too() -> None:
    nation = growth("nation", released=released("quarter", 18))
    target = promised("above", reference=["nation"])
    found = due([growth(), nation], [target], at="2026-04-20")
    assert [(one.indicator.id, one.days, one.needed_by) for one in found] == [("nation", -2, ("it@2026",))]


def test_one_figure_that_two_targets_wait_for_is_expected_once() -> None:
    targets = [JOBS, promised("at_least", 30, "2026-2030")]
    found = due([MONTHLY], targets, at="2026-02-25")
    assert [one.needed_by for one in found] == [("it@2026", "it@2026-2030")]


def test_a_container_waits_for_nothing_itself() -> None:
    assert due([MONTHLY], [container()]) == ()


def test_the_earliest_day_comes_first() -> None:
    measured = [flow(released=released("month", 20)), flow("b", released=released("month", 10))]
    found = due(measured, [JOBS, promised("at_least", 1, of="b")], at="2026-02-28")
    assert [one.indicator.id for one in found] == ["b", "it"]


def test_what_has_no_rhythm_is_never_late_and_is_named_apart() -> None:
    measured = [flow(), flow("b", released=released("irregular")), MONTHLY._replace(id="c")]
    targets = [promised("at_least", 1, of=one.id) for one in measured]
    plan = Plan(Bilingual("", ""), {one.id: one for one in measured}, tuple(targets))
    assert [one.id for one in without_calendar(plan, targets)] == ["it", "b"]
    assert {one.indicator.id for one in due(measured, targets)} == {"c"}


def test_single_months_count_as_figures_like_any_other() -> None:
    assert short(due([MONTHLY], [JOBS], [alone("2026-01", 1)])) == [("2026-02", "2026-03-20", -5)]


def test_four_weeks_reach_to_the_same_weekday() -> None:
    assert horizon(day("2026-09-20"), 4) == day("2026-10-18")
    assert horizon(day("2026-09-20"), 0) == day("2026-09-20")
    assert horizon(day("9999-12-30"), 4) == day("9999-12-31")


def test_weeks_follow_each_other_without_a_hole_up_to_the_horizon() -> None:
    weeks = weeks_of(day("2026-09-20"), day("2026-10-18"))
    assert [str(first) for first, _ in weeks] == ["2026-09-20", "2026-09-27", "2026-10-04", "2026-10-11"]
    assert [str(last) for _, last in weeks] == ["2026-09-26", "2026-10-03", "2026-10-10", "2026-10-18"]
    assert weeks_of(day("2026-09-20"), day("2026-09-20")) == [(day("2026-09-20"), day("2026-09-20"))]


def test_a_figure_that_a_promise_is_tested_on_by_itself_is_missed_though_later_ones_are_known() -> None:
    held = promised("at_least", 5, hold=True, step="month")
    seen = [alone("2026-01", 9), alone("2026-03", 9)]
    assert short(due([MONTHLY], [held], seen, at="2026-04-25")) == [("2026-02", "2026-03-20", -36)]
    assert due([MONTHLY], [JOBS], seen, at="2026-04-25") == ()
