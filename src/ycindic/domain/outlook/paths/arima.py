"""The rest goes on as a model of the ARIMA family expects, which a library chooses and fits; somebody has to lend one.

Of a sum the logarithms of its amounts on the footing of the latest year, of a rate or mean its values.
"""

from collections.abc import Callable, Sequence
from math import exp, log

from ycindic.domain.model import Measure
from ycindic.domain.outlook.course import Origin

Model = Callable[[tuple[float, ...], int, int], Sequence[float] | None]
"""The next steps of a row by the row, how many, and its season; None where it has no answer."""

_lent: list[Model] = []
_everywhere: list[bool] = []


def lend(model: Model | None, *, to_all: bool = False) -> None:
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
    if not origin.growth:
        return None
    row = [log(value) for value in course.values[:season]]
    for t, growth in enumerate(origin.growth[: origin.known - season], season):
        row.append(row[t - season] + growth)
    found = _lent[0](tuple(row), len(origin.rest), season)
    if found is None:
        return None
    level = log(course.values[origin.known - 1]) - row[-1]
    return origin.ending([exp(one + level) for one in found])
