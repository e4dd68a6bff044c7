"""What do four models of the field expect next, in the middle? Their library is statsforecast, of the extra `outlook`.

AutoARIMA, damped AutoETS, DynamicOptimizedTheta, and AutoETS of what STL leaves without its season: the median of them
errs less than each (docs/decisions.md).
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statsforecast.models import MSTL, AutoARIMA, AutoETS, DynamicOptimizedTheta

LIBRARY = "statsforecast"
_LEAST_SEASONS, _LEAST_FIGURES = 3, 24
"""Of shorter rows they learn nothing: one model fitted to sixteen quarters ran away by seventeen points."""


def installed() -> bool:
    """Whether the library is there."""
    return find_spec(LIBRARY) is not None


@lru_cache(maxsize=100_000)
def steps_expected(row: tuple[float, ...], steps: int, season: int) -> tuple[float, ...] | None:
    """The next steps of a row with a season of so many; None where it is too short or a model does not fit.

    What fitted the whole seasons goes on through the one under way: a new search at every figure takes eight times
    as long (docs/decisions.md).
    """
    whole = len(row) // season
    if whole < _LEAST_SEASONS or whole * season < _LEAST_FIGURES:
        return None
    import numpy as np

    seen = np.array(row) - row[0]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            told = [one.forward(y=seen, h=steps)["mean"] for one in _fitted(row[: whole * season], season)]
        except (ValueError, ArithmeticError, np.linalg.LinAlgError):
            return None
    found = np.median(told, axis=0) + row[0]
    return tuple(map(float, found)) if np.isfinite(found).all() else None


@lru_cache(maxsize=1000)
def _fitted(row: tuple[float, ...], season: int) -> tuple[AutoARIMA, AutoETS, DynamicOptimizedTheta, MSTL]:
    import numpy as np
    from statsforecast.models import MSTL, AutoARIMA, AutoETS, DynamicOptimizedTheta

    models = (
        AutoARIMA(season_length=season, approximation=True, max_p=2, max_q=2, max_P=1, max_Q=1, max_order=3),
        AutoETS(season_length=season, model="ZZA", damped=True),
        DynamicOptimizedTheta(season_length=season),
        MSTL(season_length=season, trend_forecaster=AutoETS(model="ZZN")),
    )
    seen = np.array(row) - row[0]  # a model without a constant returns to nought: to where the row began
    for one in models:
        one.fit(seen)
    return models
