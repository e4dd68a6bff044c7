"""What is asked first: how do the promises stand, which need action, who owes figures?"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import (
    alone,
    container,
    day,
    flow,
    growth,
    judge,
    known,
    mean,
    monthly,
    point,
    promised,
    released,
    stock,
    yearly,
    ytd,
)
from ycindic.domain.assessment import Verdict
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Bilingual, Indicator, Observation, Plan, Target
from ycindic.domain.overview import Overview, VerdictCounts, overview
from ycindic.domain.past import _Kept, kept_before, past_course
from ycindic.domain.phase import Phase, phase

BUREAU, CUSTOMS = Bilingual("统计局", "Bureau"), Bilingual("海关", "Customs")


def seen_at(
    at: str,
    measured: Iterable[Indicator],
    targets: Iterable[Target],
    figures: Iterable[Observation] = (),
    **keys: object,
) -> Overview:
    plan = Plan(Bilingual("", ""), {one.id: one for one in measured}, tuple(targets), **keys)  # type: ignore[arg-type]
    facts = known(figures)
    return overview(plan, assess_all(plan, facts, day(at)), facts, day(at))


def test_every_target_that_is_no_part_is_counted_and_stands_in_one_place() -> None:
    parts = [promised("at_least", 6, of="a", id="a@2026"), promised("at_least", 8, of="b", id="b@2026", section="x")]
    whole = [container("a@2026"), promised("at_least", 6, 2024, of="a"), promised("at_least", 6, 2028, of="a"),
             promised("at_least", 6, "2026-2030", of="a", average=True)]  # fmt: skip
    figures = [ytd("2024", 7, of="a"), ytd("2026-06", 5, of="a"), ytd("2026-06", 9, of="b")]
    found = seen_at("2026-08-01", [flow(), growth("a"), growth("b")], [*parts, *whole], figures)
    assert [found.counts.total, found.before.total, found.later.total] == [3, 1, 1], "one part is in its container"
    folded = [row for fold in (*found.sections, *found.spans) for row in fold.rows]
    places = [*found.headlines, *found.coming, *found.past, *folded]
    assert sorted(row.target.id for row in places) == ["a@2024", "a@2026-2030", "a@2028", "b@2026", "whole@2026"]
    assert [row.target.id for row in found.past] == ["a@2024"]
    assert [row.target.id for row in found.coming] == ["a@2028"]
    assert [str(fold.key) for fold in found.spans] == ["2026-2030"]


def test_the_worst_of_the_present_comes_first_and_the_past_needs_no_action() -> None:
    goals = [promised("at_least", goal, 2026, of=name) for name, goal in (("a", "5.2"), ("b", 9), ("c", 4))]
    old = promised("at_least", 9, 2020, of="b")
    figures = [*(ytd("2026-09", "5.0", of=name) for name in "abc"), ytd("2020", 1, of="b")]
    found = seen_at("2026-11-01", [growth(name) for name in "abc"], [*goals, old], figures)
    assert [(row.target.id, row.verdict.value) for row in found.action] == [
        ("b@2026", "off_track"),
        ("a@2026", "at_risk"),
    ]
    assert found.counts == VerdictCounts({Verdict.AHEAD: 1, Verdict.AT_RISK: 1, Verdict.OFF_TRACK: 1})
    assert found.before == VerdictCounts({Verdict.MISSED: 1}), "what was missed once is told, apart from this year"


def test_headlines_are_those_that_are_marked_and_without_marks_all() -> None:
    goals = [promised("at_least", 5, of="a", section="x"), promised("at_least", 5, of="b", section="y", headline=True)]
    measured = [growth("a"), growth("b")]
    unmarked = [one._replace(headline=None) for one in goals]
    assert [row.target.id for row in seen_at("2026-05-01", measured, unmarked).headlines] == ["a@2026", "b@2026"]
    marked = seen_at("2026-05-01", measured, goals, headlines=frozenset({"x"}))
    assert [row.target.id for row in marked.headlines] == ["a@2026", "b@2026"]
    one = seen_at("2026-05-01", measured, [goals[0], goals[1]._replace(headline=False)], headlines=frozenset({"x"}))
    assert [row.target.id for row in one.headlines] == ["a@2026"]
    assert [(fold.key, len(fold.rows)) for fold in one.sections] == [("y", 1)]


def test_offices_that_headlines_wait_for_stand_first_and_benchmarks_are_not_owed() -> None:
    rule = released("month", 20)
    measured = [
        flow("a", released=rule, publisher=BUREAU),
        flow("b", released=rule, publisher=BUREAU),
        growth("c", released=rule, publisher=CUSTOMS),
        growth("bench", released=rule, publisher=Bilingual("国家统计局", "Nation")),
    ]
    goals = [
        promised("at_least", 5, of="a"),
        promised("at_least", 5, of="b"),
        promised("in_step", of="c", reference=["bench"], headline=True),
    ]
    found = seen_at("2026-03-25", measured, goals, [ytd("2026-01", 1, of="b")])
    assert [(one.publisher, [owed.indicator.id for owed in one.owed]) for one in found.offices] == [
        (CUSTOMS, ["c"]),
        (BUREAU, ["a", "b"]),
    ]
    assert [len(owed.releases) for owed in found.offices[1].owed] == [2, 1]
    assert str(found.offices[1].latest.period) == "2026-02"


def test_whoever_promises_without_an_office_is_counted_until_the_promise_is_over() -> None:
    measured = [flow(), flow("a"), flow("b", publisher=BUREAU), flow("c", released=released("month", 20))]
    goals = [*(promised("at_least", 5, of=name, id=f"{name}@2026") for name in "abc"), container("a@2026")]
    figures = [ytd("2026-03", 1, of="a")]
    found = seen_at("2026-05-01", measured, goals, figures)
    assert [one.id for one in found.unassigned] == ["a", "c"], "with figures and calendar or without, a part"
    assert [one.id for one in seen_at("2027-03-01", measured, goals, [ytd("2026", 9, of="a")]).unassigned] == ["c"]


@given(periods=st.lists(st.sampled_from([2024, 2025, "2026-Q1", 2026, "2026-2030", 2027, "2025-2026"]), unique=True))
def test_the_counts_of_a_year_are_of_promises_that_it_lies_in_and_no_promise_is_counted_twice(
    periods: list[int | str],
) -> None:
    found = seen_at("2026-08-01", [flow()], [promised("at_least", 6, one) for one in periods])
    groups = ({"2026-Q1", 2026, "2026-2030", "2025-2026"}, {2024, 2025}, {2027})
    counted = [found.counts.total, found.before.total, found.later.total]
    assert counted == [len(group.intersection(periods)) for group in groups]


def test_a_line_of_what_is_owed_holds_one_office_one_period_and_the_longest_overdue_stands_first() -> None:
    month, half, year = released("month", 20), released("half", 20), released("year", 20)
    rules = {"a": month, "b": half, "c": month, "d": year}
    measured = [flow(name, released=rule, publisher=BUREAU) for name, rule in rules.items()]
    goals = [promised("at_least", 5, 2025 if name == "d" else 2026, of=name, headline=name == "a") for name in rules]
    found = seen_at("2026-08-25", measured, goals)
    told = [(str(one.latest.period), [owed.indicator.id for owed in one.owed]) for one in found.offices]
    assert told == [("2025", ["d"]), ("2026-07", ["a", "c"]), ("2026-H1", ["b"])]
    days = [(str(one.since), str(one.covered), one.empty_year) for one in found.offices]
    assert days == [
        ("2026-01-20", "2025", None),
        ("2026-08-20", "2026-01..2026-07", "2026"),
        ("2026-07-20", "2026-H1", None),
    ], "the day of the figure that is needed; that older ones did not come either is said apart"


@pytest.mark.parametrize(
    ("at", "figures", "expected"),
    [
        ("2025-12-31", [], Phase.COMING),
        ("2026-01-01", [], Phase.RUNNING),
        ("2026-12-31", [], Phase.RUNNING),
        ("2027-06-01", [], Phase.AWAITED),
        ("2028-01-02", [], Phase.PAST),
        ("2027-04-20", [ytd("2026", 6)], Phase.SETTLED),
        ("2027-04-23", [ytd("2026", 6)], Phase.PAST),
    ],
)
def test_a_promise_is_of_the_present_until_a_quarter_after_the_figure_that_settled_it(
    at: str, figures: list[Observation], expected: Phase
) -> None:
    measured = growth(released=released("month", 20))  # the year's rate is due on 2027-01-20, 92 days before 04-22
    row = judge(measured, promised("at_least", 5), figures, at=at)
    assert phase(row, day(at)) is expected


@pytest.mark.parametrize("keys", [{"over": "2026-H1"}, {"by": "2026-06-30"}], ids=["half-year", "deadline"])
@pytest.mark.parametrize("figure", [4, 6])
@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-06-30", Phase.RUNNING),
        ("2026-07-15", Phase.SETTLED),
        ("2026-12-31", Phase.SETTLED),
        ("2027-01-01", Phase.PAST),
    ],
)
def test_what_is_over_before_its_year_is_of_the_present_until_that_ends(
    keys: dict[str, str], figure: int, at: str, expected: Phase
) -> None:
    measured = flow()
    target = promised("at_least", 5, **keys).until_deadline(measured)
    row = judge(measured, target, [ytd("2026-06", figure)], at=at)
    assert row.verdict is (Verdict.MISSED if figure < 5 else Verdict.ACHIEVED) or expected is Phase.RUNNING
    assert phase(row, day(at)) is expected


@pytest.mark.parametrize(
    ("measured", "figures", "expected"),
    [
        (growth(), [ytd("2023", 6), ytd("2024", "5.69"), ytd("2025", "5.7")], _Kept(2, 3)),
        (flow(), [ytd("2024", 6), *monthly(2025, *[1] * 12)], _Kept(2, 2)),
        (mean(), monthly(2025, *[7] * 6, *[5] * 6), _Kept(1, 1)),
        (stock(), [point("2024-12", 6), point("2025-06", 9)], _Kept(1, 1)),
        (flow(), monthly(2025, *[1] * 11), None),
        (growth(), [ytd("2025", 6, bound="over")], None),
        (growth(), [ytd("2026", 6)], None),
    ],
)
def test_the_record_counts_the_full_years_that_came_to_the_edge_of_the_goal(
    measured: Indicator, figures: list[Observation], expected: _Kept | None
) -> None:
    about_six = promised("about", 6) if measured.unit == "%" else promised("at_least", 6)
    assert kept_before(about_six, measured._replace(better=None), known(figures)) == expected


@pytest.mark.parametrize(
    "target",
    [
        promised("in_step", reference=["b"]),
        promised("at_least", 6, "2026-2030"),
        promised("rising"),
        container("a@2026"),
    ],
)
def test_a_promise_of_several_years_or_beside_another_indicator_has_no_record(target: Target) -> None:
    assert kept_before(target, growth(), known([ytd("2025", 6)])) is None


def test_a_course_is_the_last_ten_full_years_and_the_last_figure_known() -> None:
    figures = [*yearly(2010, *range(2010, 2026)), alone("2026-Q1", 7)]
    found = past_course(flow(), known(figures), day("2026-05-01"))
    assert found.years == {year: Decimal(year) for year in range(2016, 2026)}
    assert found.last == alone("2026-Q1", 7)


def test_the_running_period_is_the_year_where_quarters_and_seasons_are_promised_in_it() -> None:
    targets = [
        promised("at_least", 6, 2026),
        promised("at_least", 2, "2026-Q3"),
        promised("at_least", 3, "2026-10..2027-03"),
    ]
    assert seen_at("2026-08-01", [flow()], targets).period == promised("at_least", 6, 2026).period
    assert seen_at("2026-08-01", [flow()], targets[1:]).period == promised("at_least", 6, 2026).period
