"""What would others say of a target, and do they agree with our flag?

The rules of the opinions know nothing of ours; here a target and its facts are put into their terms.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts, Known, Series, full_years
from ycindic.domain.judge.promise import direction, promise
from ycindic.domain.model import Indicator, Measure, Observation, Target
from ycindic.domain.opinions import Opinion, destatis, statcan, time_schedule, votes_contest
from ycindic.domain.opinions.destatis import TargetKind
from ycindic.domain.period import MONTHS_A_YEAR, Calendar
from ycindic.domain.relation import SIGNS, WITH_REFERENCE
from ycindic.domain.season import calendar_of, series_for

_Yearly = list[tuple[float, float]]

_MOST_YEARS = 6
"""So many of the latest years a rule looks at, besides the base."""


def opinions(found: Assessment, facts: Facts) -> tuple[Opinion, ...]:
    """The three opinions about a target, in the order in which they are printed; none of a container."""
    target, indicator = found.target, found.indicator
    if target.parts is not None:
        return ()
    yearly = _values(_until_its_end(target, indicator, facts))
    return (_statcan(target, indicator, yearly), _destatis(target, indicator, yearly), _schedule(found))


def heard(target: Target, indicator: Indicator, facts: Facts) -> tuple[Observation, ...]:
    """The published figures that the opinions about a target may look at: those of the latest years."""
    latest = _until_its_end(target, indicator, facts)[-_MOST_YEARS:] if target.parts is None else []
    return tuple(one for _, known in latest for one in known.pieces)


def disputed(found: Assessment, votes: tuple[Opinion, ...]) -> bool:
    """Whether our flag and the votes are not all the same; what has no answer does not vote."""
    return votes_contest(found.on_track, votes)


def _values(yearly: list[tuple[float, Known]]) -> _Yearly:
    return [(at, float(known.value)) for at, known in yearly]


def _until_its_end(target: Target, indicator: Indicator, facts: Facts) -> list[tuple[float, Known]]:
    """The years up to the end of a target: what came after it says nothing about it."""
    series = series_for(target, indicator, facts)
    end = _place(series.calendar, target.period.last)
    return [one for one in _yearly(indicator, series) if one[0] <= end]


def _place(calendar: Calendar, month: int) -> float:
    """A year's last month stands at its year, another at its part of the year: June 2026 at 2025.5."""
    return calendar.year_of(month) + calendar.place(month) / MONTHS_A_YEAR - 1


def _yearly(indicator: Indicator, series: Series) -> list[tuple[float, Known]]:
    """One value a year: full years' sums or means, the rate of its last month, the last level."""
    calendar = series.calendar
    if indicator.measure is Measure.STOCK:
        last = {calendar.year_of(month): month for month in sorted(series.point)}
        return [(_place(calendar, month), Known.of(series.point[month])) for month in last.values()]
    return [(calendar.year_of(one.period.last), one) for one in full_years(series, indicator.measure)]


def _way(target: Target, indicator: Indicator) -> Literal[1, -1]:
    return 1 if direction(target, indicator) > 0 else -1


def _goal(target: Target, indicator: Indicator) -> Decimal | None:
    """The one number that is to be reached, where there is one."""
    kept = promise(target, indicator)
    return None if kept.two_sided else kept.goal


def _speaks(target: Target, indicator: Indicator) -> bool:
    """Whether a rule of one level and one goal fits the target at all."""
    compares = target.relation in WITH_REFERENCE or target.reference or target.average or target.total
    return not compares and (target.relation in SIGNS or _goal(target, indicator) is not None)


def _statcan(target: Target, indicator: Indicator, yearly: _Yearly) -> Opinion:
    if not _speaks(target, indicator) or indicator.measure is Measure.GROWTH:
        return statcan.progress([], direction=1, base_year=0)
    if target.baseline is None and indicator.measure is not Measure.STOCK:
        yearly = _of_the_period(target, indicator, yearly)
    goal = _goal(target, indicator)
    calendar = calendar_of(target, indicator.measure)
    base = target.baseline.last if target.baseline else target.period.first - 1
    return statcan.progress(
        yearly,
        direction=_way(target, indicator),
        base_year=_place(calendar, base),
        target=None if goal is None else float(goal),
        target_year=calendar.year_of(target.period.last),
        limit=None if indicator.limit is None else float(indicator.limit),
    )


def _of_the_period(target: Target, indicator: Indicator, yearly: _Yearly) -> _Yearly:
    """The values, if one of the period's own years is among them: last year's sum says nothing of this year's."""
    return (
        yearly
        if yearly and yearly[-1][0] >= calendar_of(target, indicator.measure).year_of(target.period.first)
        else []
    )


def _destatis(target: Target, indicator: Indicator, yearly: _Yearly) -> Opinion:
    goal = _goal(target, indicator)
    kind = TargetKind.HOLD_EVERY_YEAR if target.hold else TargetKind.TARGET_BY_YEAR
    return destatis.weather(
        yearly if _speaks(target, indicator) else [],
        direction=_way(target, indicator),
        kind=TargetKind.DIRECTION_ONLY if target.relation in SIGNS else kind,
        target=None if goal is None else float(goal),
        target_year=calendar_of(target, indicator.measure).year_of(target.period.last),
    )


def _schedule(found: Assessment) -> Opinion:
    progress, completion = found.figures.time_progress, found.figures.completion
    months = found.target.period.months
    return time_schedule.opinion(
        None if completion is None else float(completion),
        0 if progress is None else float(progress) * months,
        months,
        direction=_way(found.target, found.indicator),
    )
