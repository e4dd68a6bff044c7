"""What did earlier years bring, and would they have kept a promise like this?"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.facts import Facts, Series, figure_at
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Bound, Indicator, Observation, Target
from ycindic.domain.period import month_of
from ycindic.domain.relation import COMPARED

DRAWN = 10
"""So many years of an indicator are looked back upon where its course is shown."""


class PastCourse(NamedTuple):
    """The figures of full years before a date, by year, and the last figure known of any period."""

    years: dict[int, Decimal]
    last: Observation | None


class _Kept(NamedTuple):
    """How many of the full years on record came to a goal, its tolerance included."""

    kept: int
    years: int


def of_year(indicator: Indicator, series: Series, year: int, *, exact: bool = True) -> Decimal | None:
    """The figure of a full year: its sum, its mean, or what its last month brought; None where it is not as `exact`."""
    known = figure_at(series, indicator.measure, series.calendar.end(year))
    return known.value if known is not None and (known.bound is Bound.EXACT or not exact) else None


def past_course(indicator: Indicator, facts: Facts, as_of: date) -> PastCourse:
    """The full years before that of a date, the latest ten of them, and the last figure that is known."""
    series = facts.of(indicator.id)
    seen = series.observations
    now = series.calendar.year_of(month_of(as_of))
    years = range(max(now - DRAWN, _first_year(series, now)), now)
    found = {year: value for year in years if (value := of_year(indicator, series, year)) is not None}
    return PastCourse(found, seen[-1] if seen else None)


def _first_year(series: Series, now: int) -> int:
    """The year that the earliest figure ends in, that of now without any: those before it need not be looked at."""
    return series.calendar.year_of(min(series.ends)) if series.ends else now


def kept_before(target: Target, indicator: Indicator, facts: Facts) -> _Kept | None:
    """How often a goal like this was met before: None for what is no promise of one year about a figure of its own."""
    if not target.one_year or target.relation in COMPARED or target.parts is not None or target.goal is None:
        return None
    series = facts.of(indicator.id)
    now = series.calendar.year_of(target.period.first)
    years = range(_first_year(series, now), now)
    values = [value for year in years if (value := of_year(indicator, series, year)) is not None]
    if not values:
        return None
    kept = promise(target, indicator)
    return _Kept(sum(kept.holds(value) for value in values), len(values))
