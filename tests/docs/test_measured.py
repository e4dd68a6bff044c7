"""Do the pages of measurements still say what the code measures? All of it takes minutes: short series stand for it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from ycindic.domain.backtest import beside_last_year, replay
from ycindic.domain.history import Timeline
from ycindic.load.find import Folder
from ycindic.load.history import read_history
from ycindic.load.workspace import Workspace, load

ROOT = Path(__file__).resolve().parents[2]
SHORT = ("unemployment", "income-real", "urban-jobs")
"""A mean, a rate and a sum of few years."""


def maker(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"docs_{name}", ROOT / f"docs/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def china() -> Workspace:
    return load(Folder(ROOT / "examples/china"), maker("outlook").DAY)


def test_the_ends_of_short_series_are_those_that_the_page_tells(china: Workspace) -> None:
    made, page = maker("outlook"), (ROOT / "docs/outlook.md").read_text(encoding="utf-8")
    found = made.told(made.foretold(china, china.plan, SHORT))
    told = set(made.by_series(found).splitlines()[2:])
    assert len(told) == len(SHORT)
    assert told <= set(page.splitlines()), "run: python docs/outlook.py"
    assert made.fingerprint() in page, (
        "the figures have changed: run python docs/outlook.py and python docs/backtest.py"
    )


def test_the_flags_of_short_series_are_those_that_the_page_tells(china: Workspace) -> None:
    made, page = maker("backtest"), (ROOT / "docs/backtest.md").read_text(encoding="utf-8")
    plan = china.plan
    timeline = Timeline(read_history(china.folder.actuals(), plan, plan.indicators).vintages, plan.indicators)
    goals = beside_last_year(plan, china.facts, made.SEEDS)
    asked = [one for one in goals.targets if one.indicator in SHORT]
    counted = made.counts("", "", replay(goals, timeline, made.DAY, asked), "indicator").splitlines()
    told = {line for line in counted if line.startswith(tuple(f"| {name} |" for name in SHORT))}
    assert len(told) == len(SHORT)
    assert told <= set(page.splitlines()), "run: python docs/backtest.py"
