"""When is a figure due, when is it overdue, and what is only not released yet?"""

from __future__ import annotations

from datetime import date

import pytest

from domain.builders import day, growth, judge, period, promised, released, said, ytd
from ycindic.domain.model import Every
from ycindic.domain.release import due, is_release, overdue, releases


def month(text: str) -> int:
    return period(text).last


@pytest.mark.parametrize(
    ("every", "ends"),
    [
        ("month", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        ("quarter", [3, 6, 9, 12]),
        ("half", [6, 12]),
        ("year", [12]),
        ("irregular", []),
    ],
)
def test_a_rhythm_says_which_months_a_release_reaches(every: str, ends: list[int]) -> None:
    year = period(2026)
    assert releases(released(every), year.first, year.last) == [year.first + end - 1 for end in ends]


def test_january_published_together_with_february_is_no_release_of_its_own() -> None:
    rule = released("month", 20, first=2)
    assert not is_release(rule, month("2026-01"))
    assert due(rule, month("2026-01")) == due(rule, month("2026-02")) == date(2026, 3, 20)


def test_a_quarterly_figure_is_due_in_the_month_after_its_quarter() -> None:
    assert due(released("quarter", 25), month("2026-Q1")) == date(2026, 4, 25)


def test_a_month_inside_a_quarter_comes_with_the_quarter() -> None:
    assert due(released("quarter", 25), month("2026-02")) == date(2026, 4, 25)


def test_a_figure_that_comes_in_autumn_is_due_nine_months_later() -> None:
    assert due(released("year", 15, after=9), month("2026")) == date(2027, 9, 15)


def test_day_31_of_a_short_month_is_its_last_day() -> None:
    assert due(released("month", 31), month("2026-01")) == date(2026, 2, 28)
    assert due(released("month", 31), month("2024-01")) == date(2024, 2, 29)


def test_without_a_day_the_whole_month_is_left() -> None:
    assert due(released("month"), month("2026-03")) == date(2026, 4, 30)


def test_a_figure_without_a_rhythm_is_never_due_by_a_calendar() -> None:
    assert due(released("irregular"), month("2026-03")) is None
    assert overdue(released("irregular"), month("2026-01"), month("2026-12"), date(2030, 1, 1)) == []


def test_a_release_is_overdue_from_the_day_after_it_was_due() -> None:
    rule = released("month", 20)
    late = {text: overdue(rule, month("2026-01"), month("2026-12"), day(text)) for text in ("2026-02-20", "2026-02-21")}
    assert late == {"2026-02-20": [], "2026-02-21": [month("2026-01")]}


def test_nothing_is_overdue_without_a_rule() -> None:
    assert overdue(None, month("2026-01"), month("2026-12"), date(2030, 1, 1)) == []


@pytest.mark.parametrize("every", [one for one in Every if one is not Every.IRREGULAR])
@pytest.mark.parametrize("first", [1, 2])
def test_every_month_has_a_release_that_reaches_it(every: str, first: int) -> None:
    rule = released(every, 15, first=first)
    for one in range(month("2026-01"), month("2027-12") + 1):
        known = due(rule, one)
        assert known is not None
        assert known > period("2026-01").start


@pytest.mark.parametrize(
    ("at", "verdict"),
    [
        ("2025-12-31", ("not_due", "period_not_begun")),
        ("2026-01-01", ("not_due", "not_released_yet")),
        ("2026-04-24", ("not_due", "not_released_yet")),
        ("2026-04-25", ("no_data", "no_actual")),
        ("2026-12-31", ("no_data", "no_actual")),
        ("2028-01-01", ("no_data", "no_actual")),
    ],
)
def test_a_quarterly_rate_is_not_due_before_its_first_quarter_comes_out(at: str, verdict: tuple[str, str]) -> None:
    gdp = growth(released=released("quarter", 25))
    assert said(judge(gdp, promised("at_least", 6), at=at)) == verdict


@pytest.mark.parametrize(("at", "verdict"), [("2026-01-31", "not_due"), ("2026-02-01", "no_data")])
def test_without_a_rule_a_first_figure_is_due_when_its_first_month_has_ended(at: str, verdict: str) -> None:
    assert judge(growth(), promised("at_least", 6), at=at).verdict == verdict


@pytest.mark.parametrize(("at", "verdict"), [("2026-12-31", "not_due"), ("2027-01-01", "no_data")])
def test_without_a_rhythm_a_figure_is_due_when_the_period_is_over(at: str, verdict: str) -> None:
    assert judge(growth(released=released("irregular")), promised("at_least", 6), at=at).verdict == verdict


def test_a_yearly_figure_that_comes_in_autumn_is_not_due_in_spring() -> None:
    research = growth(released=released("year", after=9))
    assert judge(research, promised("at_least", 8), at="2027-09-29").verdict == "not_due"
    assert judge(research, promised("at_least", 8), at="2027-09-30").verdict == "no_data"


@pytest.mark.parametrize(
    ("at", "late", "flag"),
    [
        ("2026-07-25", [], True),
        ("2026-07-26", ["2026-06"], True),
        ("2026-10-25", ["2026-06"], True),
        ("2026-10-26", ["2026-06", "2026-09"], None),
    ],
)
def test_two_overdue_releases_take_the_flag_away(at: str, late: list[str], flag: bool | None) -> None:  # noqa: FBT001
    found = judge(growth(released=released("quarter", 25)), promised("at_least", 5), [ytd("2026-Q1", "5.2")], at=at)
    assert [month(text) for text in late] == list(found.overdue)
    assert found.on_track is flag
    assert found.verdict == "on_track"
    assert found.reason == ("stale" if flag is None else "needed_rate")
    assert found.rule == "needed_rate"


def test_how_many_overdue_releases_are_stale_is_a_setting() -> None:
    gdp, target = growth(released=released("quarter", 25)), promised("at_least", 5, settings={"stale_releases": 1})
    assert judge(gdp, target, [ytd("2026-Q1", "5.2")], at="2026-07-26").reason == "stale"
