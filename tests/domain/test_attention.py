"""What needs attention at a date, and under which code?"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from domain.builders import (
    D,
    alone,
    container,
    day,
    events,
    flow,
    growth,
    judge,
    known,
    point,
    promised,
    released,
    stock,
    ytd,
)
from ycindic.domain.alert import Dispute, Late, Unsettled
from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.attention import FAILING, Alert, Asked, alerts
from ycindic.domain.attention.verdicts import _alert_of
from ycindic.domain.diagnostic import Diagnostic
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Bilingual, Indicator, Observation, Plan, Stage, Target
from ycindic.domain.problem import Code, Place, Problem


def check(
    measured: Iterable[Indicator],
    targets: Iterable[Target],
    seen: Iterable[Observation] = (),
    *,
    at: str = "2026-09-20",
    problems: tuple[Problem, ...] = (),
    only: str | None = None,
) -> tuple[Diagnostic, ...]:
    plan, facts = Plan(Bilingual("", ""), {one.id: one for one in measured}, tuple(targets)), known(seen)
    rows = tuple(row for row in assess_all(plan, facts, day(at)) if only in (None, row.target.id))
    return alerts(Asked(plan, facts, rows, day(at), problems, narrowed=only is not None))


def short(found: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    return [(one.code.value, one.subject) for one in found]


def test_the_codes_are_those_that_the_documents_promise() -> None:
    promised_codes = "late off-track at-risk missed breach contested inconsistent preliminary stale unlikely invalid"
    assert {alert.value for alert in Alert} == set(promised_codes.split())
    assert {one.value for one in FAILING} == {"off-track", "missed", "breach", "invalid"}


def test_where_all_is_well_there_is_nothing() -> None:
    assert check([flow()], [promised("at_least", 10)], [ytd("2026-06", 5)]) == ()


@pytest.mark.parametrize(
    ("row", "alert"),
    [
        (judge(flow(), promised("at_least", 10), [ytd("2026-06", "4.3")]), Alert.AT_RISK),
        (judge(flow(), promised("at_least", 10), [ytd("2026-06", 2)]), Alert.OFF_TRACK),
        (judge(flow(), promised("at_least", 10, 2025), [ytd(2025, 9)]), Alert.MISSED),
        (judge(events(), promised("none"), [alone("2026-03", 1)]), Alert.BREACH),
        (judge(flow(), promised("at_most", 10), [ytd("2026-06", 11)]), Alert.BREACH),
        (
            judge(flow(better="higher"), promised("between", 1, goal_high=2, band=True), [ytd("2026-06", 3)]),
            Alert.BREACH,
        ),
        (judge(stock(), promised("at_least", 10, hold=True), [point("2026-03", 9)]), Alert.BREACH),
        (judge(flow(), promised("at_least", 10), [ytd("2026-06", 5)]), None),
        (judge(flow(), promised("at_least", 10)), None),
        (
            judge(flow(released=released("month", 20)), promised("at_least", 10), [ytd("2026-04", 1)], at="2026-09-25"),
            Alert.STALE,
        ),
    ],
)
def test_a_verdict_has_a_code_if_it_needs_attention(row: Assessment, alert: Alert | None) -> None:
    assert _alert_of(row) is alert


def test_a_failing_part_is_told_once_and_its_container_not_again() -> None:
    found = check(
        [flow(), flow("a"), flow("b")],
        [container("a@2026", "b@2026"), promised("at_least", 10, of="a"), promised("at_least", 10, of="b")],
        [ytd("2026-06", 2, of="a"), ytd("2026-06", 5, of="b")],
    )
    assert short(found) == [("off-track", "a@2026")]


def test_a_container_speaks_for_its_part_where_only_the_container_was_asked_for() -> None:
    found = check(
        [flow(), flow("a")],
        [container("a@2026"), promised("at_least", 10, of="a")],
        [ytd("2026-06", 2, of="a")],
        only="whole@2026",
    )
    assert short(found) == [("off-track", "whole@2026")]


def test_late_figures_are_one_alert_an_indicator_with_the_days_of_each() -> None:
    (found,) = check([flow(released=released("month", 20))], [promised("at_least", 10)], at="2026-03-25")
    assert (found.code, found.subject) == (Alert.LATE, "it")
    assert isinstance(found.cause, Late)
    assert [-one.days for one in found.cause.releases] == [33, 5]


def test_what_is_due_today_is_not_late() -> None:
    assert check([flow(released=released("month", 20))], [promised("at_least", 10)], at="2026-02-20") == ()


def test_a_verdict_on_preliminary_figures_says_so() -> None:
    seen = [ytd("2026-06", 5)._replace(stage=Stage.PRELIMINARY, place=Place("a.csv", 7))]
    (found,) = check([flow()], [promised("at_least", 10)], seen)
    assert (found.code, found.subject, found.place) == (Alert.PRELIMINARY, "it", Place("a.csv", 7))
    assert isinstance(found.cause, Unsettled)


def test_a_revised_figure_is_settled() -> None:
    seen = [ytd("2026-06", 5)._replace(stage=Stage.REVISED)]
    assert check([flow()], [promised("at_least", 10)], seen) == ()


def test_a_preliminary_figure_that_no_verdict_uses_is_nobodys_business() -> None:
    seen = [ytd("2025-06", 5)._replace(stage=Stage.PRELIMINARY), ytd("2026-06", 5)]
    assert check([flow()], [promised("at_least", 10)], seen) == ()


def test_a_second_opinion_that_says_otherwise_contests_a_verdict() -> None:
    seen = [ytd("2025-06", 4), ytd(2025, 10), ytd("2026-06", "4.8")]  # ahead of last year's 40 %, behind half a year
    (found,) = check([flow()], [promised("at_least", 10)], seen)
    assert (found.code, found.subject) == (Alert.CONTESTED, "it@2026")
    assert isinstance(found.cause, Dispute)
    assert (found.cause.row.verdict, found.cause.row.on_track) == (Verdict.AHEAD, True)
    assert "behind" in [vote.status.value for vote in found.cause.votes]


def test_a_tension_of_the_plan_is_inconsistent() -> None:
    targets = [promised("at_least", 6, "2026-2030", average=True), promised("at_least", 4)]
    found = check([growth()], targets, at="2026-01-10")
    assert short(found) == [("inconsistent", "it@2026-2030")]


def test_narrowed_only_tensions_of_the_targets_asked_for_are_told() -> None:
    measured = [growth(), growth("other")]
    targets = [
        promised("at_least", 6, "2026-2030", average=True),
        promised("at_least", 4),
        promised("at_least", 4, of="other"),
    ]
    assert short(check(measured, targets, at="2026-01-10", only="it@2026")) == [("inconsistent", "it@2026-2030")]
    assert check(measured, targets, at="2026-01-10", only="other@2026") == ()


def test_a_faulty_file_is_told_whatever_was_asked_for() -> None:
    problem = Problem(Place("a.csv", 3), Code.BAD_VALUE, seen="x")
    found = check([flow()], [promised("at_least", 10)], [ytd("2026-06", 5)], problems=(problem,), only="nothing")
    assert [(one.code, one.place) for one in found] == [(Alert.INVALID, Place("a.csv", 3))]


def test_the_gravest_comes_first() -> None:
    measured = [flow("a"), events("b"), flow("c", released=released("month", 20))]
    targets = [promised("at_least", D(10), of="a"), promised("none", of="b"), promised("at_least", 10, of="c")]
    seen = [ytd("2026-06", 2, of="a"), alone("2026-03", 1, of="b"), ytd("2026-07", 6, of="c")]
    found = check(measured, targets, seen, at="2026-09-25")
    assert short(found) == [("breach", "b@2026"), ("off-track", "a@2026"), ("late", "c")]
