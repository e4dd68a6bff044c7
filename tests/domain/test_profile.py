"""Which share of a year is normally done by a month, and where does it come from?"""

from __future__ import annotations

import pytest

from domain.builders import D, alone, flow, monthly, near, numbers, series_of, ytd
from ycindic.domain.facts import Series
from ycindic.domain.model import ProfileKind
from ycindic.domain.profile import _from_year, expected_share, from_table, linear

LAST_YEAR = series_of(ytd("2025-03", 10), ytd("2025-06", 57), ytd("2025-12", 100))


def share(series: Series, month: int, *, batch_due: bool = False, **keys: object) -> tuple[object, str]:
    found = expected_share(flow(**keys), series, 2026, month, batch_due=batch_due)
    return found.value, found.kind.value


def test_by_time_alone_a_month_is_a_twelfth() -> None:
    assert linear(6) == D(6) / 12


def test_last_years_course_is_the_default() -> None:
    assert share(LAST_YEAR, 6) == (D(57) / 100, "last_year")


def test_between_two_known_months_last_year_goes_straight_and_never_back_to_the_calendar() -> None:
    value, kind = share(LAST_YEAR, 4)
    assert kind == "last_year"
    assert near(value, (D(10) + (D(57) - D(10)) / 3) / 100)


def test_before_the_first_known_month_last_year_starts_from_nothing() -> None:
    value, _ = share(LAST_YEAR, 1)
    assert near(value, D(10) / 3 / 100)


def test_a_typed_linear_profile_asks_no_other_year() -> None:
    assert share(LAST_YEAR, 6, profile=ProfileKind.LINEAR) == (D(6) / 12, "linear")


@pytest.mark.parametrize(
    "known",
    [
        series_of(),
        series_of(ytd("2025-12", 100)),
        series_of(ytd("2025-06", 57)),
        series_of(ytd("2025-06", 57, bound="over"), ytd("2025-12", 100)),
        series_of(ytd("2025-06", 57), ytd("2025-12", 100, bound="about")),
        series_of(ytd("2025-06", 0), ytd("2025-12", 0)),
        series_of(ytd("2025-06", 120), ytd("2025-12", 100)),
        series_of(ytd("2025-06", -5), ytd("2025-12", 100)),
        series_of(ytd("2024-06", 57), ytd("2024-12", 100)),
    ],
    ids=["nothing", "no_month", "no_total", "bound_month", "bound_total", "zero", "above_one", "below_zero", "older"],
)
@pytest.mark.parametrize("asked", [ProfileKind.AUTO, ProfileKind.LAST_YEAR])
def test_where_last_year_has_no_shape_time_decides_and_says_so(known: Series, asked: ProfileKind) -> None:
    assert share(known, 6, profile=asked) == (D(6) / 12, "linear")


def shape(known: Series, month: int) -> D:
    found = _from_year(known, 2025, month)
    assert found is not None
    return found.value


def test_last_years_course_is_made_of_months_that_add_up() -> None:
    known = series_of(*monthly(2025, *range(1, 13)))
    assert shape(known, 4) == D(1 + 2 + 3 + 4) / sum(range(1, 13))


def test_a_hole_in_last_years_months_leaves_no_total_and_no_shape() -> None:
    known = series_of(*[one for one in monthly(2025, *[1] * 12) if one.period.first % 12 != 5])
    assert _from_year(known, 2025, 4) is None


def test_quarters_of_last_year_are_joined_by_straight_lines() -> None:
    known = series_of(alone("2025-Q1", 10), alone("2025-Q2", 20), alone("2025-Q3", 30), alone("2025-Q4", 40))
    assert shape(known, 6) == D(10 + 20) / 100
    assert near(shape(known, 5), (D(10) + D(20) * 2 / 3) / 100)


def test_typed_shares_of_twelve_months_are_read_off() -> None:
    shares = numbers(*(f"0.{place:02d}" for place in range(1, 12)), 1)
    assert from_table(tuple(shares), 7).value == D("0.07")


def test_typed_shares_of_quarters_are_joined_by_straight_lines() -> None:
    shares = ("0.2", "0.46", "0.72", "1")
    assert share(series_of(), 6, profile=ProfileKind.SHARES, shares=shares) == (D("0.46"), "shares")
    value, _ = share(series_of(), 7, profile=ProfileKind.SHARES, shares=shares)
    assert near(value, D("0.46") + (D("0.72") - D("0.46")) / 3)


def test_of_batches_nothing_is_expected_before_they_are_due_and_then_all() -> None:
    assert share(LAST_YEAR, 6, profile=ProfileKind.BATCH, batch_due=False) == (0, "batch")
    assert share(LAST_YEAR, 6, profile=ProfileKind.BATCH, batch_due=True) == (1, "batch")
