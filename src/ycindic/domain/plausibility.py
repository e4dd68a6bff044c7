"""Can a figure be meant as it was typed? Slips that a person would ask about, never a refusal."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.facts import Series
from ycindic.domain.model import Basis, Bound, Every, Indicator, Measure, Observation, Target
from ycindic.domain.period import Period, month_of_year, year_of
from ycindic.domain.release import is_release
from ycindic.domain.word import Word

SLIP = 30
"""So many times the usual size is no good or bad year but another unit."""

UNSEEN = 3
"""A small value is another unit only if it is so many times smaller than the smallest so far: rates do pass zero."""

NEAR = Decimal("0.7")
"""A suggested reading lies within a factor of five (10^0.7) of the usual size."""

POWERS = (2, 3, 4, 8)
"""Per cent, thousands, 万, 亿: the powers of ten between which units slip."""

FEWEST = 4
"""A history of fewer figures says nothing about jumps."""

RATES = frozenset({Measure.GROWTH, Measure.MEAN})
LEAST_SPREAD_PP = Decimal(3)
LEAST_SPREAD = Decimal("0.5")
"""How far a rate may always move (percentage points), and a quantity (a share of its size)."""


class Doubtful(Word):
    """What is strange about a figure; scripts may rely on the names."""

    OFF_RHYTHM = "off-rhythm"
    NOT_OVER = "period-not-over"
    PUBLISHED_AHEAD = "published-ahead"
    UNIT_SLIP = "unit-slip"
    FALLING = "falling-total"
    JUMP = "jump"


class Doubt(NamedTuple):
    """One strange thing.

    `low` and `high` are what one would expect, both the same where it is one value; `likely` is what
    may have been meant; `period` is the one that the expectation comes from; `figures` how many those are.
    """

    kind: Doubtful
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    likely: Decimal | None = None
    period: Period | None = None
    figures: int = 0


class Case(NamedTuple):
    """A new figure, and what is known beside it; the series holds no figure of the same key."""

    seen: Observation
    indicator: Indicator
    series: Series
    targets: Sequence[Target]
    today: date


def doubts(case: Case) -> tuple[Doubt, ...]:
    """Everything that is strange about a figure, at most one doubt about its size."""
    found = [check(case) for check in CHECKS]
    size = next((one for check in SIZE_CHECKS if (one := check(case))), None)
    return tuple(one for one in (*found, size) if one)


def misplaced(case: Case) -> Doubt | None:
    """The doubt that no good or bad year explains: another unit, or a running total that falls."""
    return _unit_slip(case) or _falling(case)


def _off_rhythm(case: Case) -> Doubt | None:
    """A period that no release ends with."""
    rule = case.indicator.released
    if rule is None or rule.every is Every.IRREGULAR or is_release(rule, case.seen.period.last):
        return None
    return Doubt(Doubtful.OFF_RHYTHM, case.seen.value, period=case.seen.period)


def _not_over(case: Case) -> Doubt | None:
    """Published before its period was over; a level may be told inside its period."""
    seen, published = case.seen, case.seen.published
    first = seen.period.start if seen.basis is Basis.POINT else seen.period.end
    if published is None or published >= first:
        return None
    return Doubt(Doubtful.NOT_OVER, seen.value, period=seen.period)


def _published_ahead(case: Case) -> Doubt | None:
    if case.seen.published is None or case.seen.published <= case.today:
        return None
    return Doubt(Doubtful.PUBLISHED_AHEAD, case.seen.value)


def _unit_slip(case: Case) -> Doubt | None:
    """A value of another order of magnitude than the same figure elsewhere, or than its goal.

    Where only one other figure is known, which may be the wrong one, the goal must agree with it.
    """
    size, like, promised = abs(case.seen.value), _like(case), _promised(case)
    usual = like[len(like) // 2] if like else promised
    if not size or not usual:
        return None
    if case.indicator.measure in RATES:
        usual = max(usual, Decimal(1))
    witnesses = [usual, promised] if promised and len(like) == 1 else [usual]
    unseen = size * UNSEEN < like[0] if like else case.indicator.measure in RATES
    if size < max(witnesses) * SLIP and not (unseen and size * SLIP <= min(witnesses)):
        return None
    return Doubt(Doubtful.UNIT_SLIP, case.seen.value, low=usual, high=usual, likely=_likely(case.seen.value, usual))


def _like(case: Case) -> list[Decimal]:
    """The sizes of the same figure, the smallest first: of a running total those of the same months of other years."""
    seen, values = case.seen, _comparable(case)
    if case.indicator.measure is Measure.FLOW and seen.basis is Basis.YTD:
        month = month_of_year(seen.period.last)
        values = [one.value for one in case.series.ytd.values() if month_of_year(one.period.last) == month]
    return sorted(abs(value) for value in values if value)


def _promised(case: Case) -> Decimal | None:
    """The largest goal of the indicator."""
    goals = [abs(goal) for target in case.targets for goal in (target.goal, target.goal_high) if goal]
    return max(goals, default=None)


def _likely(value: Decimal, usual: Decimal) -> Decimal | None:
    """The value in the unit in which it would have its usual size."""
    scaled = [value.scaleb(sign * power) for power in POWERS for sign in (1, -1)]
    best = min(scaled, key=lambda one: abs((abs(one) / usual).log10()))
    return best if abs((abs(best) / usual).log10()) <= NEAR else None


def _falling(case: Case) -> Doubt | None:
    """A running total below an earlier one of its year, or above a later one."""
    seen, indicator = case.seen, case.indicator
    if indicator.measure not in (Measure.FLOW, Measure.EVENTS) or indicator.net or seen.basis is not Basis.YTD:
        return None
    for one in case.series.ytd.values():
        if year_of(one.period.last) != year_of(seen.period.last) or {one.bound, seen.bound} != {Bound.EXACT}:
            continue
        before = one.period.last < seen.period.last
        if (before and one.value > seen.value) or (not before and one.value < seen.value):
            return Doubt(Doubtful.FALLING, seen.value, low=one.value, high=one.value, period=one.covered)
    return None


def _jump(case: Case) -> Doubt | None:
    """A value farther outside all earlier ones than these lie apart."""
    values = _comparable(case)
    if len(values) < FEWEST:
        return None
    low, high, months = min(values), max(values), _months(case.seen, case.indicator)
    least = LEAST_SPREAD_PP if case.indicator.measure in RATES else LEAST_SPREAD * max(abs(low), abs(high))
    spread = max(high - low, least)
    if low - spread <= case.seen.value / months <= high + spread:
        return None
    return Doubt(Doubtful.JUMP, case.seen.value, low=low * months, high=high * months, figures=len(values))


def _comparable(case: Case) -> list[Decimal]:
    """The indicator's other figures on the same basis; of a flow per month."""
    same = [one for one in case.series.of_basis(case.seen.basis) if one.bound is Bound.EXACT]
    return [one.value / _months(one, case.indicator) for one in same]


def _months(one: Observation, indicator: Indicator) -> int:
    return one.covered.months if indicator.measure is Measure.FLOW else 1


Check = Callable[[Case], Doubt | None]
CHECKS: tuple[Check, ...] = (_off_rhythm, _not_over, _published_ahead)
SIZE_CHECKS: tuple[Check, ...] = (_unit_slip, _falling, _jump)
"""The first of these that strikes is told: a slip of the unit is a jump as well."""
