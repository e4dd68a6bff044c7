"""When are the models of the library fitted, and what do they say together? Stand-ins for them; invented rows."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from ycindic.models.middle import steps_expected

ROW = tuple(float(10 + number % 4 + number / 7) for number in range(40))


MODELS = ("AutoARIMA", "AutoETS", "DynamicOptimizedTheta", "MSTL")


class Library:
    """Goes on with the last figure and more, and keeps how long the rows were that it fitted and continued."""

    more = 0.0

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
        return {"mean": np.full(h, y[-1] + self.more)}


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> type[Library]:
    module = ModuleType("statsforecast.models")
    for name, more in zip(MODELS, (-3.0, 1.0, 3.0, 900.0), strict=True):
        monkeypatch.setattr(module, name, type(name, (Library,), {"more": more}), raising=False)
    monkeypatch.setitem(sys.modules, "statsforecast", ModuleType("statsforecast"))
    monkeypatch.setitem(sys.modules, "statsforecast.models", module)
    Library.fitted, Library.continued = [], []
    return Library


def test_a_year_is_continued_by_the_models_of_the_years_before_and_their_middle_is_told(library: type[Library]) -> None:
    for known in range(24, 30):
        steps = 4 - known % 4
        assert steps_expected(ROW[:known], steps, 4) == pytest.approx((ROW[known - 1] + 2,) * steps)
    assert library.fitted == 4 * [24] + 4 * [28]
    assert library.continued == [known for known in range(24, 30) for _ in MODELS]


@pytest.mark.parametrize(("season", "known"), [(4, 23), (12, 35)])
def test_fewer_than_three_whole_years_or_24_figures_are_too_few(
    library: type[Library], season: int, known: int
) -> None:
    assert steps_expected(ROW[:known], 1, season) is None
    assert library.fitted == []


def test_a_row_that_the_library_refuses_has_no_answer(library: type[Library]) -> None:
    assert steps_expected((*ROW[1:25], -1.0), 1, 4) is None
    assert library.continued == [25]
