"""Where does a year go if the coming months bring this? Pure sums; nothing assumed is ever recorded."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple, assert_never

from ycindic.domain import formulas, rates
from ycindic.domain.facts import Facts
from ycindic.domain.model import Basis, Indicator, Measure, Observation
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.step import Step

Shares = Callable[[int], Decimal]
"""The share of the months 1 to m in the base year's total."""


class Assumed(NamedTuple):
    """What months of the year, counted 1 to 12, are supposed to bring by themselves."""

    first: int
    last: int
    value: Decimal


class WayAhead(NamedTuple):
    """A year under way: what its values are, its figure so far, the month that reaches, its goal, its weights."""

    measure: Measure
    so_far: Decimal
    month: int
    goal: Decimal
    shares: Shares


class Stop(NamedTuple):
    """The year after one assumption: the figure so far, and what the rest then needs; None at the year's end."""

    assumed: Assumed
    so_far: Step
    rest: Step | None


def way_fault(way: WayAhead, assumed: Sequence[Assumed]) -> int | None:
    """The first month that is known already, supposed twice, or missing in between; None if all months adjoin."""
    reached = way.month
    for one in assumed:
        if one.first != reached + 1:
            return one.first if one.first <= reached else reached + 1
        reached = one.last
    return None


def way_ahead(way: WayAhead, assumed: Sequence[Assumed]) -> tuple[Stop, ...]:
    """The year after each assumption in turn; the months must adjoin (see `fault`)."""
    found: list[Stop] = []
    for one in assumed:
        step = _after(way, one)
        way = way._replace(so_far=step.value, month=one.last)
        found.append(Stop(one, step, rest_of_way(way)))
    return tuple(found)


def _after(way: WayAhead, one: Assumed) -> Step:
    match way.measure:
        case Measure.GROWTH:
            before, after = way.shares(way.month), way.shares(one.last)
            return formulas.WITH_RATE("so_far", "%", before, way.so_far, after - before, one.value)
        case Measure.MEAN:
            months = Decimal(one.last - one.first + 1)
            return formulas.WITH_MEAN("so_far", "", Decimal(way.month), way.so_far, months, one.value)
        case Measure.FLOW | Measure.STOCK | Measure.EVENTS:
            return formulas.WITH_SUM("so_far", "", way.so_far, one.value)
        case _:
            assert_never(way.measure)


def rest_of_way(way: WayAhead) -> Step | None:
    """What the months that are left then need; None where none is left."""
    if way.month >= MONTHS_A_YEAR:
        return None
    step = _rest(way)
    return None if step.result is None else step


def _rest(way: WayAhead) -> Step:
    match way.measure:
        case Measure.GROWTH:
            return formulas.REST_OF_RATE("required", "%", way.goal, way.shares(way.month), way.so_far)
        case Measure.MEAN:
            return formulas.REST_OF_MEAN_OF_YEAR("required", "", way.goal, Decimal(way.month), way.so_far)
        case Measure.FLOW | Measure.STOCK | Measure.EVENTS:
            return formulas.REST_OF_YEAR("required", "", way.goal, way.so_far, Decimal(way.month))
        case _:
            assert_never(way.measure)


def with_figures(facts: Facts, indicator: Indicator, of_year: int, stops: Sequence[Stop], decimals: int) -> Facts:
    """The facts as they would be if the supposed months came: rates to date as they would be printed, others alone."""
    first = indicator.calendar.month(of_year, 1)
    growth = indicator.measure is Measure.GROWTH
    more = [
        Observation(
            indicator.id,
            Period(first + (0 if growth else stop.assumed.first - 1), first + stop.assumed.last - 1),
            Basis.YTD if growth else Basis.ALONE,
            rates.printed(stop.so_far.value, decimals) if growth else stop.assumed.value,
            calendar=indicator.calendar,
        )
        for stop in stops
    ]
    return facts.adding(indicator, *more)
