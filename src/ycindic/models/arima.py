"""What does AutoARIMA expect next? The library is statsforecast, which comes with the extra `outlook`.

Chosen by measurement (docs/decisions.md): it searches the orders that a season of twelve needs, where statsmodels has
no search of its own and fits one given order in several seconds.
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statsforecast.models import AutoARIMA

LIBRARY = "statsforecast"
_LEAST_SEASONS, _LEAST_FIGURES = 3, 24
"""Of shorter rows it learns nothing: one model fitted to sixteen quarters ran away by seventeen points."""


def installed() -> bool:
    """Whether the library is there."""
    return find_spec(LIBRARY) is not None


@lru_cache(maxsize=100_000)
def arima_ahead(row: tuple[float, ...], steps: int, season: int) -> tuple[float, ...] | None:
    """The next steps of a row with a season of so many; None where it is too short or no model fits.

    What fitted the whole seasons goes on through the one under way: a new search at every figure takes eight times
    as long (docs/decisions.md).
    """
    whole = len(row) // season
    if whole < _LEAST_SEASONS or whole * season < _LEAST_FIGURES:
        return None
    import numpy as np

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = _fitted(row[: whole * season], season).forward(y=np.array(row) - row[0], h=steps)["mean"] + row[0]
        except (ValueError, ArithmeticError, np.linalg.LinAlgError):
            return None
    return tuple(map(float, found)) if np.isfinite(found).all() else None


@lru_cache(maxsize=1000)
def _fitted(row: tuple[float, ...], season: int) -> AutoARIMA:
    import numpy as np
    from statsforecast.models import AutoARIMA

    model = AutoARIMA(season_length=season, approximation=True, max_p=2, max_q=2, max_P=1, max_Q=1, max_order=3)
    model.fit(np.array(row) - row[0])  # a model without a constant returns to nought: to where the row began
    return model
