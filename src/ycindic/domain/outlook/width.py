"""How far may a year end from what is said, and how likely is it to lie beyond a line?

The errors of the same method about the same months of earlier years, the latest counting most, give a mean
error. What lies beyond is told by Student's distribution with four degrees of freedom: errors of forecasts have tails
so heavy, and few years are behind each of them. Its mean absolute value is 1, so that the mean error is its unit, and
both the distribution and its inverse are elementary.
Source: "Student", The probable error of a mean, Biometrika 6 (1908).
"""

from collections.abc import Callable, Mapping
from itertools import pairwise
from math import asin, hypot, sin, sqrt
from typing import NamedTuple

from ycindic.domain.model import Measure, Method
from ycindic.domain.outlook.paths import METHODS
from ycindic.domain.outlook.record import Record, Trial, error
from ycindic.domain.period import MONTHS_A_YEAR

_HALF_AFTER = 2.0
"""An error counts half after so many years: a calm time makes narrow intervals soon, an uneasy one wide ones."""
_NEAR = 2.0
"""A month two months away counts half."""
_OF_FEW_YEARS: Mapping[Measure, float] = {
    Measure.FLOW: 0.4,
    Measure.EVENTS: 0.4,
    Measure.GROWTH: 1.0,
    Measure.MEAN: 0.0,
    Measure.STOCK: 0.6,
}
"""By how much of a year's share a width grows for resting on few years, so that 80 % cover 80 % (docs/outlook.md)."""

_LEANING = frozenset({Measure.FLOW, Measure.EVENTS, Measure.GROWTH})
"""Where a method that said too much year after year is believed to do so again: growth slows or quickens for long."""
_LEAN_HALF_AFTER = 8.0


def below(t: float) -> float:
    """The chance that Student's t with four degrees lies below a value."""
    z = t / hypot(t, 2)
    return 0.5 + z * (3 - z * z) / 4


def reaching(chance: float) -> float:
    """The value below which Student's t with four degrees lies with a chance."""
    z = 2 * sin(asin(2 * chance - 1) / 3)
    return 2 * z / sqrt(1 - z * z)


class _Error(NamedTuple):
    mean: float
    years: float


def interval_width(
    record: Record, method: Method, measure: Measure, year: int, month: int, half_digit: float
) -> float | None:
    """The unit in which Student's t counts how far off a method is; None before anything was tried.

    `years` counts what the fading weights are worth; one year more, of all methods alike, is thrown in, and a width
    that rests on few is made wider. `half_digit` is what rounding alone leaves open.
    """
    own = _error(record.trials, method, year, month)
    if own is None:
        return None
    alike = [one.mean for name in METHODS[measure].combined if (one := _error(record.trials, name, year, month))]
    usual = sum(alike) / len(alike) if alike else own.mean
    mean = (own.mean * own.years + usual) / (own.years + 1)
    wider = (1 + _OF_FEW_YEARS[measure] / own.years) * _unrest(record, method, measure, year, month)
    return hypot(mean * wider, half_digit / 2)


def _unrest(record: Record, method: Method, measure: Measure, year: int, month: int) -> float:
    """How far the word of a method has moved in the months of this year, as a multiple of what is usual in them.

    What has surprised goes on to surprise. One move more, of the usual size, is thrown in; 1 where nothing tells.
    """
    now = {one.month: one.endings[method] for one in record.earlier if method in one.endings}
    now[month] = record.endings[method]
    usual, moved, moves = 0.0, 0.0, 0
    for before, after in pairwise(sorted(now)):
        step = error(measure, now[after], now[before])
        if step is not None and (used := _usual_move(record.trials, method, before, after, year)):
            moves, moved, usual = moves + 1, moved + abs(step), usual + used
    return (moves * moved / usual + 1) / (moves + 1) if usual else 1.0


def _usual_move(trials: tuple[Trial, ...], method: Method, before: int, after: int, year: int) -> float:
    """By how much the word of a method used to move between two months, the latest years counting most."""
    told = {(one.year, one.month): one.errors[method] for one in trials if method in one.errors}
    both = (one for one, month in told if month == after and (one, before) in told)
    steps = {one: abs(told[one, after] - told[one, before]) for one in both}
    fading = {one: 0.5 ** ((year - one - 1) / _HALF_AFTER) for one in steps}
    return sum(fading[one] * step for one, step in steps.items()) / sum(fading.values()) if steps else 0.0


def lean(record: Record, method: Method, measure: Measure, year: int, month: int) -> float:
    """By how much a method usually says too much: the middle of what is likely lies so far below what it says.

    It is the median of the years' errors: one wild year makes no lean, nor takes one away.
    """
    years = _by_year(record.trials, method, month, float) if measure in _LEANING else {}
    fading = {one: 0.5 ** ((year - one - 1) / _LEAN_HALF_AFTER) for one in years}
    half, passed = sum(fading.values()) / 2, 0.0
    for one in sorted(years, key=lambda one: years[one]):
        passed += fading[one]
        if passed >= half:
            return years[one]
    return 0.0


def _error(trials: tuple[Trial, ...], method: Method, year: int, month: int) -> _Error | None:
    """The mean error of a method about a month, and how many years it rests on."""
    years = _by_year(trials, method, month, abs)
    if not years:
        return None
    fading = {one: 0.5 ** ((year - one - 1) / _HALF_AFTER) for one in years}
    whole = sum(fading.values())
    mean = sum(fading[one] * error for one, error in years.items()) / whole
    return _Error(mean, whole**2 / sum(one**2 for one in fading.values()))


def _by_year(
    trials: tuple[Trial, ...], method: Method, month: int, taken: Callable[[float], float]
) -> dict[int, float]:
    """The error of every year about a month, as much of it as the months left then are of those left now."""
    sums: dict[int, list[float]] = {}
    for trial in trials:
        if method in trial.errors:
            weight = 1 / (1 + ((trial.month - month) / _NEAR) ** 2)
            left = (MONTHS_A_YEAR - month) / (MONTHS_A_YEAR - trial.month)
            part = sums.setdefault(trial.year, [0.0, 0.0])
            part[0] += weight * taken(left * trial.errors[method])
            part[1] += weight
    return {one: error / weight for one, (error, weight) in sums.items()}
