"""When is a model of the library fitted, and what is asked of it? A stand-in for the library; invented rows."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from ycindic.models.arima import arima_ahead

ROW = tuple(float(10 + number % 4 + number / 7) for number in range(40))


class Library:
    """Goes on with the last figure, and keeps how long the rows were that it fitted and those that it continued."""

    fitted: list[int]
    continued: list[int]

    def __init__(self, **_: object) -> None:
        pass

    def fit(self, y: Sequence[float]) -> None:
        self.fitted.append(len(y))

    def forward(self, y: Sequence[float], h: int) -> dict[str, Any]:
        self.continued.append(len(y))
        if y[-1] < 0:
            raise ValueError
        return {"mean": np.full(h, y[-1])}


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> type[Library]:
    module = ModuleType("statsforecast.models")
    monkeypatch.setattr(module, "AutoARIMA", Library, raising=False)
    monkeypatch.setitem(sys.modules, "statsforecast", ModuleType("statsforecast"))
    monkeypatch.setitem(sys.modules, "statsforecast.models", module)
    Library.fitted, Library.continued = [], []
    return Library


def test_the_figures_of_a_year_are_continued_by_the_model_of_the_years_before(library: type[Library]) -> None:
    for known in range(24, 30):
        steps = 4 - known % 4
        assert arima_ahead(ROW[:known], steps, 4) == pytest.approx((ROW[known - 1],) * steps)
    assert library.fitted == [24, 28]
    assert library.continued == [24, 25, 26, 27, 28, 29]


@pytest.mark.parametrize(("season", "known"), [(4, 23), (12, 35)])
def test_fewer_than_three_whole_years_or_24_figures_are_too_few(
    library: type[Library], season: int, known: int
) -> None:
    assert arima_ahead(ROW[:known], 1, season) is None
    assert library.fitted == []


def test_a_row_that_the_library_refuses_has_no_answer(library: type[Library]) -> None:
    assert arima_ahead((*ROW[1:25], -1.0), 1, 4) is None
    assert library.continued == [25]
