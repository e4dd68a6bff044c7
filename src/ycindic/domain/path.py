"""Where does a year go if the coming months bring this? Pure sums; nothing assumed is ever recorded."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple, assert_never

from ycindic.domain import rates
from ycindic.domain.facts import Facts, series
from ycindic.domain.model import Basis, Indicator, Measure, Observation
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.workings import Step

Shares = Callable[[int], Decimal]
"""The share of the months 1 to m in the base year's total."""


class Assumed(NamedTuple):
    """What months of the year, counted 1 to 12, are supposed to bring by themselves."""

    first: int
    last: int
    value: Decimal


class Way(NamedTuple):
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


def fault(way: Way, assumed: Sequence[Assumed]) -> int | None:
    """The first month that is known already, supposed twice, or missing in between; None if all months adjoin."""
    reached = way.month
    for one in assumed:
        if one.first != reached + 1:
            return one.first if one.first <= reached else reached + 1
        reached = one.last
    return None


def ahead(way: Way, assumed: Sequence[Assumed]) -> tuple[Stop, ...]:
    """The year after each assumption in turn; the months must adjoin (see `fault`)."""
    found: list[Stop] = []
    for one in assumed:
        step = _after(way, one)
        way = way._replace(so_far=step.result, month=one.last)
        found.append(Stop(one, step, rest(way)))
    return tuple(found)


def _after(way: Way, one: Assumed) -> Step:
    match way.measure:
        case Measure.GROWTH:
            before, after = way.shares(way.month), way.shares(one.last)
            terms = {"w": before, "g": way.so_far, "v": after - before, "r": one.value}
            result = rates.with_rest(way.so_far, before, one.value, after - before)
            return Step("so_far", "({w} × {g} + {v} × {r}) ÷ ({w} + {v})", terms, result)
        case Measure.MEAN:
            m, k = Decimal(way.month), Decimal(one.last - one.first + 1)
            terms = {"m": m, "a": way.so_far, "k": k, "x": one.value}
            result = rates.with_rest(way.so_far, m, one.value, k)
            return Step("so_far", "({m} × {a} + {k} × {x}) ÷ ({m} + {k})", terms, result)
        case Measure.FLOW | Measure.STOCK | Measure.EVENTS:
            return Step("so_far", "{C} + {x}", {"C": way.so_far, "x": one.value}, way.so_far + one.value)
        case _:
            assert_never(way.measure)


def rest(way: Way) -> Step | None:
    """What the months that are left then need; None where none is left."""
    left = MONTHS_A_YEAR - way.month
    if left <= 0:
        return None
    match way.measure:
        case Measure.GROWTH:
            weight = way.shares(way.month)
            result = rates.required_rest(way.goal, way.so_far, weight)
            terms = {"G": way.goal, "w": weight, "g": way.so_far}
            return None if result is None else Step("required", "({G} − {w} × {g}) ÷ (1 − {w})", terms, result)
        case Measure.MEAN:
            result = rates.mean_of_rest(way.goal, way.so_far, way.month, MONTHS_A_YEAR)
            terms = {"G": way.goal, "m": Decimal(way.month), "a": way.so_far}
            formula = "(12 × {G} − {m} × {a}) ÷ (12 − {m})"
            return None if result is None else Step("required", formula, terms, result)
        case Measure.FLOW | Measure.STOCK | Measure.EVENTS:
            terms = {"T": way.goal, "C": way.so_far, "m": Decimal(way.month)}
            return Step("required", "({T} − {C}) ÷ (12 − {m})", terms, (way.goal - way.so_far) / left)
        case _:
            assert_never(way.measure)


def with_figures(facts: Facts, indicator: Indicator, of_year: int, stops: Sequence[Stop], decimals: int) -> Facts:
    """The facts as they would be if the supposed months came: rates to date as they would be printed, others alone."""
    known, first = facts.of(indicator.id), indicator.calendar.month(of_year, 1)
    growth = indicator.measure is Measure.GROWTH
    more = [
        Observation(
            indicator.id,
            Period(first + (0 if growth else stop.assumed.first - 1), first + stop.assumed.last - 1),
            Basis.YTD if growth else Basis.ALONE,
            rates.printed(stop.so_far.result, decimals) if growth else stop.assumed.value,
            calendar=indicator.calendar,
        )
        for stop in stops
    ]
    return Facts({**facts.by_indicator, indicator.id: series([*known.observations, *more], indicator.calendar)})
