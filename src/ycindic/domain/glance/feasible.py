"""Can the rest be done: is it possible at all, and has any year on record done as much?"""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, assert_never

from ycindic.domain import rates
from ycindic.domain.assessment import DECIDED, Assessment
from ycindic.domain.facts import Facts, Series, through, whole
from ycindic.domain.glance.computed import computed_need as to_the_line
from ycindic.domain.glance.computed import exact_sum
from ycindic.domain.judge.promise import difference_unit, promise
from ycindic.domain.model import HUNDRED, Indicator, Measure, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.profile import base_share

_ENOUGH_YEARS = 3
"""Fewer years are no record."""


class Reach(StrEnum):
    """What there is to say about a rest."""

    DOUBLE = "more_than_double"
    BELOW_NOTHING = "less_than_nothing"
    BEYOND_LIMIT = "beyond_limit"
    BEYOND_RECORD = "beyond_record"
    ON_RECORD = "on_record"
    NO_RETURN = "no_return_after"


class Feasibility(NamedTuple):
    """Something about what the rest needs: the need, and what it is compared with.

    `record` is the most (or, where less is needed, the least) that the rest of any year on record came to, in
    `year`; `years` how many years are on record, `reached` how many of them came to the need. `room` tells
    that the need is a ceiling to stay under. `month` is the place in the year after which, should it go on as so far
    until then, no year on record has had the rest that would be needed.
    """

    doubt: Reach
    needed: Decimal
    unit: str
    record: Decimal | None = None
    year: int | None = None
    years: int = 0
    reached: int = 0
    room: bool = False
    month: int | None = None


def is_ceiling(row: Assessment) -> bool:
    """Whether what was promised is to stay within a ceiling and nothing else."""
    kept = promise(row.target, row.indicator)
    return kept.direction < 0 and not kept.two_sided


def feasibility(row: Assessment, facts: Facts) -> tuple[Feasibility, ...]:
    """What there is to say about the rest of a year that still has one; nothing where nothing more is needed."""
    reached, figures = row.figures.actual_period, row.figures
    if reached is None or not row.target.one_year or row.verdict in DECIDED:
        return ()
    growth = row.indicator.measure is Measure.FLOW
    needed = figures.required_growth if growth else to_the_line(row)
    if reached.last >= row.target.period.last or figures.required is None:
        return ()
    unit = "%" if growth else row.indicator.unit
    return (*_possible(row, needed, unit), *_on_record(row, facts, needed, unit, reached.last))


def _possible(row: Assessment, needed: Decimal | None, unit: str) -> Iterator[Feasibility]:
    """What no year can do, or only a doubling."""
    required, measure = row.figures.required, row.indicator.measure
    amount = measure is Measure.FLOW and not row.indicator.net and required is not None and required < 0
    if amount and required is not None:
        yield Feasibility(Reach.BELOW_NOTHING, required, f"{difference_unit(row.indicator)}/month")
    if needed is None:
        return
    if measure in (Measure.GROWTH, Measure.FLOW) and needed < -HUNDRED and not amount:
        yield Feasibility(Reach.BELOW_NOTHING, needed, unit)
    if measure in (Measure.GROWTH, Measure.FLOW) and needed > HUNDRED:
        yield Feasibility(Reach.DOUBLE, needed, unit)
    limit = row.indicator.limit
    if measure is Measure.MEAN and limit is not None and needed > limit:
        yield Feasibility(Reach.BEYOND_LIMIT, needed, unit, record=limit)


def _on_record(row: Assessment, facts: Facts, needed: Decimal | None, unit: str, through: int) -> Iterator[Feasibility]:
    """Where the need stands among the rests of all years on record; nothing where the rest may be worse than so far."""
    so_far = _so_far(row, facts, through)
    if needed is None or so_far is None:
        return
    place, kept = row.indicator.calendar.place(through), promise(row.target, row.indicator)
    more = needed > so_far if kept.two_sided else kept.direction > 0
    one = _among(row, facts, needed, place, more=more)
    harder = needed > so_far if more else needed < so_far
    if one is None or not (one.reached == 0 or harder):
        return
    yield one._replace(unit=unit, room=is_ceiling(row))
    if one.reached and harder:
        yield from _no_return(row, facts, (needed, so_far), place, one._replace(unit=unit, room=is_ceiling(row)))


def _among(row: Assessment, facts: Facts, needed: Decimal, place: int, *, more: bool) -> Feasibility | None:
    """Where a need stands among the rests of earlier years behind a month; None where they are too few."""
    reached = row.figures.actual_period
    before = row.indicator.calendar.year_of(row.target.period.last if reached is None else reached.last)
    found = {year: rest for year in _years(row, facts) if year < before
             and (rest := _rest_of(row.indicator, facts, year, place)) is not None}  # fmt: skip
    if len(found) < _ENOUGH_YEARS:
        return None
    best = (max if more else min)(found, key=lambda year: found[year])
    count = sum(rest >= needed if more else rest <= needed for rest in found.values())
    doubt = Reach.ON_RECORD if count else Reach.BEYOND_RECORD
    return Feasibility(doubt, needed, "", found[best], best, len(found), count)


def _no_return(
    row: Assessment, facts: Facts, need: tuple[Decimal, Decimal], place: int, now: Feasibility
) -> Iterator[Feasibility]:
    """The month after which no year on record came back, should the months until then go on as so far."""
    needed, so_far = need
    weights = {month: _weight(row, facts, month) for month in range(place, MONTHS_A_YEAR)}
    gone = weights[place]
    if gone is None:
        return
    line = gone * so_far + (1 - gone) * needed
    for month in range(place + 1, MONTHS_A_YEAR):
        weight = weights[month]
        if weight is None or weight >= 1:
            continue
        then = (line - weight * so_far) / (1 - weight)
        one = _among(row, facts, then, month, more=needed > so_far)
        if one is not None and not one.reached:
            yield one._replace(doubt=Reach.NO_RETURN, unit=now.unit, room=now.room, month=month)
            return


def _weight(row: Assessment, facts: Facts, place: int) -> Decimal | None:
    """The share of the year through a month in what its figure is weighed by; None where that is not known."""
    indicator, reached = row.indicator, row.figures.actual_period
    month = indicator.calendar.month(indicator.calendar.year_of(reached.last if reached else 0), place)
    match indicator.measure:
        case Measure.FLOW:
            series = facts.of(indicator.id)
            total, part = whole(series, series.calendar.year_of(month) - 1), _sum(series, month - MONTHS_A_YEAR)
            return None if total is None or part is None or total.value <= 0 else part / total.value
        case Measure.GROWTH:
            return base_share(indicator, facts, month).value
        case Measure.MEAN | Measure.STOCK | Measure.EVENTS:
            return Decimal(place) / MONTHS_A_YEAR
        case _:
            assert_never(indicator.measure)


def _so_far(row: Assessment, facts: Facts, through: int) -> Decimal | None:
    """The growth or the mean so far, on the scale of the rest."""
    if row.indicator.measure is not Measure.FLOW:
        return row.figures.actual
    series = facts.of(row.indicator.id)
    now, before = (_sum(series, month) for month in (through, through - MONTHS_A_YEAR))
    return None if now is None or before is None else rates.growth(now, before)


def _years(row: Assessment, facts: Facts) -> list[int]:
    series = facts.of(row.indicator.id)
    return sorted({series.calendar.year_of(month) for month in series.ends})


def _rest_of(indicator: Indicator, facts: Facts, year: int, month: int) -> Decimal | None:
    """What the months behind a month of a past year came to: grew, or averaged."""
    series = facts.of(indicator.id)
    at, end = series.calendar.month(year, month), series.calendar.end(year)
    match indicator.measure:
        case Measure.GROWTH:
            so_far, final = series.ytd.get(at), series.ytd.get(end)
            share = base_share(indicator, facts, at)
            weighed = share.kind is not ProfileKind.LINEAR or not (indicator.levels or indicator.shares)
            if so_far is None or final is None or so_far.bound or final.bound or not weighed:
                return None
            return rates.required_rest(final.value, so_far.value, share.value)
        case Measure.FLOW:
            rests = [_rest_of_sum(series, one, month) for one in (year - 1, year)]
            return None if rests[0] is None or rests[1] is None else rates.growth(rests[1], rests[0])
        case Measure.MEAN:
            part, total = through(series, at, averaged=True), whole(series, year, averaged=True)
            if part is None or total is None or part.bound or total.bound:
                return None
            return rates.mean_of_rest(total.value, part.value, month, MONTHS_A_YEAR)
        case Measure.STOCK | Measure.EVENTS:
            return None
        case _:
            assert_never(indicator.measure)


def _rest_of_sum(series: Series, year: int, month: int) -> Decimal | None:
    part, total = _sum(series, series.calendar.month(year, month)), whole(series, year)
    return None if part is None or total is None or total.bound else total.value - part


def _sum(series: Series, last: int) -> Decimal | None:
    found = exact_sum(series, last)
    return found.value if found else None
