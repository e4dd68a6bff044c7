"""What does AutoARIMA expect next? The library is statsforecast, which comes with the extra `outlook`.

Chosen by measurement (docs/outlook.md): it searches the orders that a season of twelve needs in about a second a row,
where statsmodels has no search of its own and fits one given order in several.
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from importlib.util import find_spec

LIBRARY = "statsforecast"
_LEAST_SEASONS = 3
"""Of shorter rows it learns nothing."""


def installed() -> bool:
    """Whether the library is there."""
    return find_spec(LIBRARY) is not None


@lru_cache(maxsize=100_000)
def arima_ahead(row: tuple[float, ...], steps: int, season: int) -> tuple[float, ...] | None:
    """The next steps of a row with a season of so many; None where it is too short or no model fits."""
    if len(row) < _LEAST_SEASONS * season:
        return None
    import numpy as np
    from statsforecast.models import AutoARIMA

    model = AutoARIMA(season_length=season, approximation=True, max_p=2, max_q=2, max_P=1, max_Q=1, max_order=3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = model.forecast(y=np.array(row), h=steps)["mean"]
        except (ValueError, ArithmeticError, np.linalg.LinAlgError):
            return None
    return tuple(map(float, found)) if np.isfinite(found).all() else None
