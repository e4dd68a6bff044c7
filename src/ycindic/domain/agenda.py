"""Which figures are late, which come next, and who needs them?"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.model import Every, Indicator, IndicatorId, Plan, Target, TargetId
from ycindic.domain.period import Period, month_of
from ycindic.domain.release import covered, due, releases
from ycindic.domain.tested import tested_months

Release = tuple[IndicatorId, Period]
"""Which release it is: of which indicator, of what."""


class Expected(NamedTuple):
    """A figure that is not recorded yet: what it covers, its day, and the targets that wait for it.

    `days` counts from the date of the question to that day: below zero it is late, zero is today.
    """

    indicator: Indicator
    period: Period
    due: date
    days: int
    needed_by: tuple[TargetId, ...]

    @property
    def late(self) -> bool:
        """Whether its day has passed."""
        return self.days < 0

    @property
    def slot(self) -> Release:
        """Which release it is."""
        return self.indicator.id, self.period


def releases_until(
    plan: Plan, facts: Facts, targets: Iterable[Target], as_of: date, until: date
) -> tuple[Expected, ...]:
    """The figures due up to a day and not recorded, of everything that the targets are judged by.

    A release that a later figure of the same period has overtaken is not missed any more, unless the
    promise is tested on each. Sorted by day, then by indicator.
    """
    needed: dict[tuple[Indicator, int], list[TargetId]] = {}
    for target in targets:
        for indicator in _watched(plan, target):
            for month in _open_releases(indicator, facts, target, until):
                needed.setdefault((indicator, month), []).append(target.id)
    found = [_expected(indicator, month, ids, as_of) for (indicator, month), ids in needed.items()]
    return tuple(sorted((one for one in found if one), key=lambda one: (one.due, one.indicator.id, one.period)))


def next_release(indicator: Indicator, period: Period, as_of: date, known: int | None = None) -> date | None:
    """The day of the first release inside a period that is still to come, after the month that is known; None without.

    A figure may be recorded before its day: that is not waited for again.
    """
    rule = indicator.released
    if rule is None:
        return None
    first = period.first if known is None else max(period.first, known + 1)
    days = (due(rule, month) for month in releases(rule, first, period.last))
    return next((day for day in days if day is not None and day >= as_of), None)


def stale_first(releases: Iterable[Expected], rows: Iterable[Assessment]) -> tuple[Expected, ...]:
    """The same releases, those first that leave a verdict with old figures only."""
    stale = {(row.indicator.id, month) for row in rows if row.stale for month in row.overdue}
    return tuple(sorted(releases, key=lambda one: (one.indicator.id, one.period.last) not in stale))


def _watched(plan: Plan, target: Target) -> Iterator[Indicator]:
    """The indicators whose figures decide a target: its own, and those that it is compared with."""
    if target.parts is None:
        yield plan.indicators[target.indicator]
        yield from (plan.indicators[name] for name in target.reference)


def without_calendar(plan: Plan, targets: Iterable[Target]) -> tuple[Indicator, ...]:
    """The watched indicators that have no rhythm of release: nobody can say when they are late."""
    found = {one.id: one for target in targets for one in _watched(plan, target)}
    return tuple(one for one in found.values() if one.released is None or one.released.every is Every.IRREGULAR)


def needed_of(releases: Iterable[Expected]) -> tuple[Expected, ...]:
    """The releases without which something stays unknown: of what is told for the year so far each year's newest."""
    found: dict[tuple[IndicatorId, int], Expected] = {}
    for one in releases:
        key = one.indicator.id, one.indicator.covered(one.period).first
        found.pop(key, None)  # it stands where the newest is due
        found[key] = one
    return tuple(found.values())


def without_office(plan: Plan, targets: Iterable[Target]) -> tuple[Indicator, ...]:
    """The indicators that are promised themselves and have no office that could be asked for their figures."""
    promised = dict.fromkeys(one.indicator for one in targets if one.parts is None)
    return tuple(plan.indicators[name] for name in promised if plan.indicators[name].publisher is None)


def _open_releases(indicator: Indicator, facts: Facts, target: Target, until: date) -> list[int]:
    """The months of a promise whose release should be out by a day and is not known."""
    rule, period, series = indicator.released, target.period, facts.of(indicator.id)
    if rule is None:
        return []
    known = series.last_known(period)
    first = period.first if known is None else known + 1
    last = min(period.last, month_of(until))
    each = tested_months(target, indicator) if indicator.id == target.indicator else ()
    wanted = {month for month in each if month < first and not series.ends_with(month)}
    wanted.update(releases(rule, first, last))
    return [month for month in sorted(wanted) if (day := due(rule, month)) and day <= until]


def _expected(indicator: Indicator, month: int, ids: list[TargetId], as_of: date) -> Expected | None:
    rule = indicator.released
    day = due(rule, month) if rule else None
    if rule is None or day is None:
        return None
    return Expected(indicator, covered(rule, month), day, (day - as_of).days, tuple(ids))


def horizon(as_of: date, weeks: int) -> date:
    """The day so many weeks after a date, 0 weeks being the day itself; never beyond the end of all dates."""
    from dateutil.relativedelta import relativedelta

    try:
        return as_of + relativedelta(weeks=weeks)
    except (OverflowError, ValueError):
        return date.max


def weeks_of(as_of: date, until: date) -> list[tuple[date, date]]:
    """The weeks from a date on, each with its first and last day; the last one ends with the horizon."""
    from dateutil.relativedelta import relativedelta
    from dateutil.rrule import WEEKLY, rrule

    last = max(as_of, until - relativedelta(days=1))
    starts = [one.date() for one in rrule(WEEKLY, dtstart=as_of, until=last)]
    ends = [start - relativedelta(days=1) for start in starts[1:]]
    return list(zip(starts, [*ends, until], strict=True))
