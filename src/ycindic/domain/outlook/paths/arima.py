"""The rest goes on as a model of the ARIMA family expects, which a library chooses and fits; somebody has to lend one.

Of a sum the logarithms of its amounts on one footing, of a rate or mean its values.
"""

from collections.abc import Callable, Sequence
from math import exp, log

from ycindic.domain.model import Measure
from ycindic.domain.outlook.course import Origin, chained

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
    course, season = origin.course, origin.course.season
    if not _lent or not course.modelled or origin.year < 1:
        return None
    if course.measure is not Measure.FLOW:
        found = _lent[0](course.values[: origin.known], len(origin.rest), season)
        return None if found is None else origin.ending(found)
    row, level = _chained(origin)
    found = _lent[0](tuple(map(log, row)), len(origin.rest), season) if row else None
    return None if found is None else origin.ending([level * exp(one) for one in found])


def amounts(origin: Origin) -> list[float]:
    """What every stretch brought, on the footing of the year under way; nothing where an amount is not above nought."""
    row, level = _chained(origin)
    return [level * one for one in row]


def _chained(origin: Origin) -> tuple[Sequence[float], float]:
    """What every stretch brought on the footing of the first year, and the factor from there to the year under way.

    The rows of a year begin alike, however its own footing moves: what is made of earlier years is made once.
    """
    if not origin.growth:
        return (), 1.0
    row = chained(origin.course.values[: origin.course.season], origin.growth)[: origin.known]
    return row, origin.course.values[origin.known - 1] / row[-1]
