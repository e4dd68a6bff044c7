"""The rest goes on as the models of a library expect, which chooses and fits them; somebody has to lend them.

Of a sum they see the logarithms of its amounts on one footing, of a rate those of an index that grew so from an even
year on, of a mean its values.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import exp, log

from ycindic.domain.model import Measure
from ycindic.domain.outlook.course import Floats, Origin, chained

_Model = Callable[[tuple[float, ...], int, int], Sequence[float] | None]
"""The next steps of a row by the row, how many, and its season; None where it has no answer."""

_lent: list[_Model] = []
_everywhere: list[bool] = []


def lend(model: _Model | None, *, to_all: bool = False) -> None:
    """Give a model, or take it back: without one this method has no answer.

    It takes part where an indicator asks for it by name, or in every course.
    """
    _lent[:] = [] if model is None else [model]
    _everywhere[:] = [True] if to_all and model is not None else []


def everywhere() -> bool:
    """Whether every course is to be modelled."""
    return bool(_everywhere)


def ending(origin: Origin) -> float | None:
    """The year's figure by the model; None where none is lent or it has no answer."""
    course = origin.course
    if not _lent or not course.modelled or origin.year < 1:
        return None
    row, told = _seen(origin)
    found = _lent[0](row, len(origin.rest), course.season) if row else None
    return None if found is None else origin.ending(told(found))


def amounts(origin: Origin) -> list[float]:
    """What every stretch brought, on the footing of the year under way; nothing where an amount is not above nought."""
    row, level = _chained(origin)
    return [level * one for one in row]


_Told = Callable[[Sequence[float]], Sequence[float]]
"""What the next steps of a row tell of the stretches to come."""


def _seen(origin: Origin) -> tuple[tuple[float, ...], _Told]:
    """The row that a model sees, nothing where there is none, and how its next steps are to be read."""
    course, season = origin.course, origin.course.season
    if course.measure is Measure.FLOW:
        amounts_so_far, level = _chained(origin)
        return tuple(map(log, amounts_so_far)), lambda found: [level * exp(one) for one in found]
    if course.measure is Measure.GROWTH:
        index = _index(course.values, season)[: season + origin.known]
        return index, lambda found: list(map(_growth, found, index[-season:]))
    return course.values[: origin.known], lambda found: found


@lru_cache(maxsize=256)
def _index(rates: tuple[float, ...], season: int) -> Floats:
    """A hundred logarithms of what grew at such rates, from a first year of nought on; nothing after a fall by all."""
    if min(rates) <= -100:
        return Floats()
    row = [0.0] * season
    for one in rates:
        row.append(row[-season] + 100 * log(1 + one / 100))
    return Floats(row)


def _growth(index: float, before: float) -> float:
    return 100 * (exp((index - before) / 100) - 1)


def _chained(origin: Origin) -> tuple[Sequence[float], float]:
    """What every stretch brought on the footing of the first year, and the factor from there to the year under way.

    The rows of a year begin alike, however its own footing moves: what is made of earlier years is made once.
    """
    if not origin.growth:
        return (), 1.0
    row = chained(origin.course.values[: origin.course.season], origin.growth)[: origin.known]
    return row, origin.course.values[origin.known - 1] / row[-1]
