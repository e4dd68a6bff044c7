"""Does a period cover what its text says, and is it written back the shortest way?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import period
from ycindic.domain.period import (
    CIVIL,
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS_A_YEAR,
    Calendar,
    Period,
    last_day,
    month_number,
    parse,
)

months = st.integers(month_number(FIRST_YEAR, 1), month_number(LAST_YEAR, 12))
periods = st.tuples(months, months).map(sorted).map(lambda ends: Period(ends[0], ends[1]))


@pytest.mark.parametrize(
    ("text", "start", "end", "length"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), 12),
        ("2026-H1", date(2026, 1, 1), date(2026, 6, 30), 6),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31), 6),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30), 3),
        ("2026-09", date(2026, 9, 1), date(2026, 9, 30), 1),
        ("2026-2030", date(2026, 1, 1), date(2030, 12, 31), 5 * 12),
        ("2026-01..2026-02", date(2026, 1, 1), date(2026, 2, 28), 2),
        ("2025-11..2026-02", date(2025, 11, 1), date(2026, 2, 28), 4),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), 1),
    ],
)
def test_a_text_covers_its_months(text: str, start: date, end: date, length: int) -> None:
    found = period(text)
    assert (found.start, found.end, found.months) == (start, end, length)
    assert str(found) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "26",
        "2026-13",
        "2026-00",
        "2026-Q5",
        "2026-Q0",
        "2026-H3",
        "2026-H0",
        "2026-9",
        "2026-2025",
        "2026-2026",
        "2026-02..2026-01",
        "2026-01..",
        "..2026-01",
        "2026-01..2026-02..2026-03",
        "1899",
        "2200",
        "2026-2200",
        "2026 ",
        "2026-q1",
        "２０２６",
        "2026-01-15",
    ],
)
def test_what_is_no_period_is_not_guessed_at(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("one", "other"), [("2026-H1", "2026-01..2026-06"), ("2026-Q2", "2026-04..2026-06"), ("2026", "2026-01..2026-12")]
)
def test_periods_are_equal_when_they_cover_the_same_months(one: str, other: str) -> None:
    assert period(one) == period(other)


def test_periods_sort_by_their_first_month_then_by_their_last() -> None:
    shuffled = ["2026-02", "2026", "2026-Q1", "2025", "2026-2030", "2026-01"]
    assert sorted(shuffled, key=period) == ["2025", "2026-01", "2026-Q1", "2026", "2026-2030", "2026-02"]


def test_the_years_of_a_span_are_all_that_it_touches() -> None:
    assert list(CIVIL.years(period("2025-11..2027-02"))) == [2025, 2026, 2027]


def test_only_januaries_to_decembers_are_whole_years() -> None:
    assert CIVIL.whole(period("2026-2030"))
    assert not CIVIL.whole(period("2026-02..2027-01"))


@given(periods)
def test_what_is_written_is_read_back(one: Period) -> None:
    assert parse(str(one)) == one


@given(periods, months)
def test_a_month_inside_lies_between_the_first_and_the_last_day(one: Period, month: int) -> None:
    assert one.covers(month) == (one.start <= last_day(month) <= one.end)


@given(st.text(alphabet="0123456789-QH.", max_size=18))
def test_no_text_makes_the_reader_of_periods_stumble(text: str) -> None:
    found = parse(text)
    assert found is None or found.months >= 1


calendars = st.integers(1, 12).map(Calendar)


@given(calendars, months)
def test_a_month_lies_at_its_place_in_the_twelve_months_of_its_year(calendar: Calendar, month: int) -> None:
    number, place = calendar.year_of(month), calendar.place(month)
    assert calendar.month(number, place) == month
    assert calendar.year(number) == Period(calendar.first(month), calendar.last(month))
    assert calendar.year(number).months == MONTHS_A_YEAR
    assert calendar.so_far(month).months == place
    assert calendar.ends_with(month) is (place == MONTHS_A_YEAR) is (calendar.year_of(month + 1) > number)


@given(calendars, months)
def test_a_year_is_called_after_the_one_in_which_it_begins(calendar: Calendar, month: int) -> None:
    number = calendar.year_of(month)
    assert calendar.year(number).start.year == number
    assert calendar.year(number).start.month == calendar.starts
    assert calendar.name(number)[:4] == str(number)


@given(calendars, months, months)
def test_whole_years_are_those_that_their_years_add_up_to(calendar: Calendar, one: int, other: int) -> None:
    first, last = sorted((one, other))
    numbers = calendar.years(Period(first, last))
    years = Period(calendar.year(numbers[0]).first, calendar.year(numbers[-1]).last)
    assert calendar.whole(years)
    assert calendar.whole(Period(first, last)) is (years == Period(first, last))


@given(calendars, st.integers(FIRST_YEAR, LAST_YEAR - 1), st.integers(0, 9))
def test_own_years_are_read_back_from_the_way_they_are_written(calendar: Calendar, number: int, more: int) -> None:
    last = min(number + more, LAST_YEAR - 1)
    for one in (
        calendar.year(number),
        Period(calendar.year(number).first, calendar.end(last)),
        Period(calendar.month(number, 4), calendar.month(number, 6)),
        Period(calendar.month(number, 7), calendar.month(number, 12)),
        Period(calendar.month(number, 3), calendar.month(number, 4)),
    ):
        assert parse(calendar.text(one), calendar) == one


@given(calendars, periods)
def test_what_is_written_plainly_means_the_same_months_in_every_calendar(calendar: Calendar, one: Period) -> None:
    assert parse(str(one), calendar) == one


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2026/27", "2026-04..2027-03"),
        ("2026/2027", "2026-04..2027-03"),
        ("1999/00", "1999-04..2000-03"),
        ("2026/27-Q1", "2026-04..2026-06"),
        ("2026/27-Q4", "2027-01..2027-03"),
        ("2026/27-H2", "2026-10..2027-03"),
        ("2026/27-2030/31", "2026-04..2031-03"),
        ("2026/27..2030/31", "2026-04..2031-03"),
        ("2026/27-Q1..2026/27-Q3", "2026-04..2026-12"),
    ],
)
def test_a_year_that_begins_in_april_is_written_with_both_its_years(text: str, months: str) -> None:
    assert parse(text, Calendar(4)) == period(months)
    assert parse(text) is None


@pytest.mark.parametrize(
    "text",
    ["2026/28", "2026/26", "2026/7", "2026/27-Q5", "2026/27-06", "2026/27-2026/27", "2026/27-2030", "2026-2030/31",
     "/27", "2026/", "26/27", "2026/27-", "2026/27/28", "2026/027"],
)  # fmt: skip
def test_what_names_no_year_is_none_in_any_calendar(text: str) -> None:
    assert parse(text, Calendar(4)) is None
