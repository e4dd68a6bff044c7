"""Are the figures of a season those of its months, in whatever year they were counted? All figures are invented."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ycindic.domain.facts import Series, cumulative, mean, series
from ycindic.domain.model import Basis, Bound, IndicatorId, Measure, Observation
from ycindic.domain.period import Calendar, Period, month_number, season
from ycindic.domain.season import _recounted

BEGIN = month_number(2023, 1)
MONTHS = 48

values = st.lists(st.integers(0, 99), min_size=MONTHS, max_size=MONTHS)
seasons = st.tuples(st.integers(12, 35), st.integers(1, 12)).map(
    lambda one: Period(BEGIN + one[0], BEGIN + one[0] + one[1] - 1)
)
years = st.integers(1, 12).map(Calendar)


def running(every: Sequence[int], calendar: Calendar, *, averaged: bool = False) -> Series:
    """The months published as running totals, or means, of a year that begins in some month."""
    found = []
    for at in range(MONTHS):
        first = calendar.first(BEGIN + at)
        if first < BEGIN:
            continue
        months = every[first - BEGIN : at + 1]
        value = Decimal(sum(months)) / (len(months) if averaged else 1)
        period = Period(BEGIN + at, BEGIN + at)
        found.append(Observation(IndicatorId("it"), period, Basis.YTD, value, calendar=calendar))
    return series(found, calendar)


def inside(every: Sequence[int], period: Period) -> Sequence[int]:
    return every[period.first - BEGIN : period.last - BEGIN + 1]


@given(values, years, seasons)
def test_a_sum_of_a_season_is_what_its_months_brought(every: list[int], calendar: Calendar, period: Period) -> None:
    mine = season(period, calendar)
    found = cumulative(
        _recounted(running(every, calendar), mine, Measure.FLOW), mine.year_of(period.first), period.last
    )
    assert found is not None
    assert (found.value, found.period) == (sum(inside(every, period)), period)


@given(values, years, seasons)
def test_a_mean_of_a_season_is_that_of_its_months(every: list[int], calendar: Calendar, period: Period) -> None:
    known = running(every, calendar, averaged=True)
    mine = season(period, calendar)
    found = mean(_recounted(known, mine, Measure.MEAN), mine.year_of(period.first), period.last)
    assert found is not None
    assert found.period == period
    assert abs(found.value * period.months - sum(inside(every, period))) < Decimal("1e-20")


@given(values, years, seasons)
def test_of_running_rates_no_rate_of_another_season_follows(
    every: list[int], calendar: Calendar, period: Period
) -> None:
    mine = season(period, calendar)
    found = _recounted(running(every, calendar), mine, Measure.GROWTH)
    begins = calendar.first(period.first) == period.first
    assert bool(found.ytd) is begins
    assert found.only_elsewhere(period) is not begins


@given(values, years, seasons, st.data())
def test_without_the_total_before_it_a_season_has_none(
    every: list[int], calendar: Calendar, period: Period, data: st.DataObject
) -> None:
    known, mine = running(every, calendar), season(period, calendar)
    gone = {period.first - 1} if data.draw(st.booleans()) else set(range(calendar.first(period.first), period.first))
    left = series((one for one in known.observations if one.period.last not in gone), calendar)
    found = cumulative(_recounted(left, mine, Measure.FLOW), mine.year_of(period.first), period.last)
    assert (found is None) is (calendar.first(period.first) != period.first)


@given(values, years, seasons)
def test_what_is_taken_away_from_a_bound_turns_it_round(every: list[int], calendar: Calendar, period: Period) -> None:
    known, mine = running(every, calendar), season(period, calendar)
    vague = {period.first - 1}
    some = (one._replace(bound=Bound.OVER) if one.period.last in vague else one for one in known.observations)
    found = cumulative(_recounted(series(some, calendar), mine, Measure.FLOW), mine.year_of(period.first), period.last)
    assert found is not None
    inside_year = calendar.first(period.first) != period.first
    assert found.bound is (Bound.UNDER if inside_year else Bound.EXACT)


def test_a_published_quarter_goes_before_what_its_running_totals_come_to() -> None:
    quarter = Period(month_number(2026, 4), month_number(2026, 6))
    known = series(
        Observation(IndicatorId("it"), period, basis, Decimal(value))
        for period, basis, value in (
            (Period(quarter.first - 1, quarter.first - 1), Basis.YTD, 20),
            (Period(quarter.last, quarter.last), Basis.YTD, 50),
            (quarter, Basis.ALONE, 31),
        )
    )
    found = cumulative(_recounted(known, season(quarter, Calendar()), Measure.FLOW), 2026)
    assert found is not None
    assert found.value == 31
