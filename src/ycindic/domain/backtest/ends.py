"""How was the end of a year told month by month, by every method, with only what was known then?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.backtest.case import Replayed
from ycindic.domain.backtest.replay import LONGEST_WAIT, replay
from ycindic.domain.facts import Facts, printed_decimals
from ycindic.domain.history import Timeline, Vintage
from ycindic.domain.judge.promise import Promise, promise
from ycindic.domain.model import Indicator, Method, Plan, Target, TargetId
from ycindic.domain.outlook.answer import decisive, last_published, picked, possible, studied
from ycindic.domain.outlook.course import Course
from ycindic.domain.outlook.spoken import Spoken, chance_of, spoken
from ycindic.domain.outlook.untold import LEAST_YEARS
from ycindic.domain.past import of_year
from ycindic.domain.period import month_ends, month_of
from ycindic.domain.rates import half_digit

_LEVEL = 0.8
"""The intervals of a case."""


class Foretold(NamedTuple):
    """What one method said of a year's end; `off` is how many units of its width the end lay above it.

    `chosen` tells the method that the answer of that day would have used. `low` and `high` are at 80 %; they and `off`
    are None where too few years stood behind them. `error` is in per cent for sums, else the difference.
    """

    method: Method
    chosen: bool
    said: Spoken
    low: float | None
    high: float | None
    off: float | None
    error: float

    @property
    def width(self) -> float:
        """The width of its intervals, in the unit of the figure."""
        return 0.0 if self.low is None or self.high is None else self.high - self.low

    def chance(self, kept: Promise) -> float | None:
        """What was said of a promise; None where no interval was told."""
        found = None if self.off is None else chance_of(kept, self.said)
        return None if found is None else float(found)


class Ended(NamedTuple):
    """A promise of the year: the limits that decide, the flag and 序时进度 of that day, whether it was kept."""

    target: Target
    limits: Promise
    flag: bool | None
    calendar: bool | None
    kept: bool


class End(NamedTuple):
    """One year looked at when its figures had reached a month, 1 to 12; `years` whole years stood behind it."""

    indicator: Indicator
    year: int
    month: int
    as_of: date
    years: int
    actual: Decimal
    tellings: tuple[Foretold, ...]
    promises: tuple[Ended, ...] = ()

    @property
    def chosen(self) -> Foretold:
        """What the answer of that day would have said."""
        return next(one for one in self.tellings if one.chosen)

    def by(self, method: Method) -> Foretold | None:
        """What one method said."""
        return next((one for one in self.tellings if one.method is method), None)


def year_ends(
    plan: Plan, vintages: Sequence[Vintage], indicator: Indicator, until: date, targets: Sequence[Target]
) -> tuple[End, ...]:
    """Every moment of every year of an indicator whose end is known by a date, in the order of days.

    `targets` are the promises to tell chances of.
    """
    timeline = _timeline(plan, vintages, indicator)
    last = timeline.facts(until)
    own = [one for one in targets if one.indicator == indicator.id and one.parts is None]
    flags = _flags(plan, vintages, own, until)
    seen: set[tuple[int, int]] = set()
    found: list[End] = []
    for day in _days(last, indicator, until):
        facts = timeline.facts(day)
        for year in _years(facts, indicator, day):
            actual = of_year(indicator, last.of(indicator.id), year)
            one = None if actual is None else _end(plan, facts, indicator, year, actual, seen)
            if one is not None:
                promises = _promises(facts, indicator, year, one.month, own, flags)
                found.append(one._replace(as_of=day, promises=promises))
    return tuple(found)


def _timeline(plan: Plan, vintages: Sequence[Vintage], indicator: Indicator) -> Timeline:
    """What was ever published of an indicator and of those that weigh or compare it."""
    rate = last_published(plan, indicator)
    needed = {indicator.id, indicator.levels, None if rate is None else rate.id}
    return Timeline([one for one in vintages if one.indicator in needed], plan.indicators)


_Flags = Mapping[tuple[TargetId, int], Replayed]
"""The answers that were given on the way, by target and by the month number that the figure had reached."""


def _flags(plan: Plan, vintages: Sequence[Vintage], targets: Sequence[Target], until: date) -> _Flags:
    if not targets:
        return {}
    timeline = Timeline(vintages, plan.indicators)
    return {(case.said.target.id, case.month): case for case in replay(plan, timeline, until, targets)}


def _days(facts: Facts, indicator: Indicator, until: date) -> Iterator[date]:
    """The last days of the months from the first figure on."""
    known = facts.of(indicator.id).observations
    return month_ends(known[0].period.first, month_of(until), until) if known else iter(())


def _years(facts: Facts, indicator: Indicator, day: date) -> range:
    """The years whose last figures on the way may come out by a day."""
    calendar = facts.of(indicator.id).calendar
    month = month_of(day)
    return range(calendar.year_of(month - LONGEST_WAIT), calendar.year_of(month) + 1)


def _end(
    plan: Plan, facts: Facts, indicator: Indicator, year: int, actual: Decimal, seen: set[tuple[int, int]]
) -> End | None:
    """What is said of a year by figures that no earlier day has seen; None where nothing new or nothing can be said."""
    series = facts.of(indicator.id)
    known = series.last_known(series.calendar.year(year))
    if known is None or (year, known) in seen:
        return None
    seen.add((year, known))
    studies = studied(plan, indicator, facts, year, every=True)
    if studies is None:
        return None
    course, record = studies
    half = half_digit(printed_decimals(indicator, series))
    taken = picked(indicator, record)
    tellings = tuple(
        _telling(indicator, course, method, spoken(course, record, method, half), float(actual), chosen=method is taken)
        for method in record.endings
    )
    return End(indicator, year, course.now.month, date.max, course.years, actual, tellings)


def _telling(
    indicator: Indicator, course: Course, method: Method, said: Spoken, actual: float, *, chosen: bool
) -> Foretold:
    error = 100 * (said.ending / actual - 1) if said.relative and actual else said.ending - actual
    if course.years < LEAST_YEARS or said.width is None:
        return Foretold(method, chosen, said, None, None, None, error)
    low, high = possible(indicator, course, *said.interval(_LEVEL))
    off = said.off(actual) if actual > 0 or not said.relative else None
    return Foretold(method, chosen, said, low, high, off, error)


def _promises(
    facts: Facts, indicator: Indicator, year: int, month: int, targets: Sequence[Target], flags: _Flags
) -> tuple[Ended, ...]:
    """The promises about a year whose end is known, with the flag of the same figure."""
    series = facts.of(indicator.id)
    reached = series.calendar.month(year, month)
    cases = (flags.get((one.id, reached)) for one in targets if one.period == series.calendar.year(year))
    return tuple(
        Ended(
            one.said.target,
            decisive(promise(one.said.target, indicator), indicator, series),
            one.flag,
            one.calendar,
            one.kept,
        )
        for one in cases
        if one is not None
    )
