"""Good figures are hardly ever asked about: the shipped ones, each put in again after those before it."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

import pytest

from ycindic.load.find import Folder
from ycindic.load.workspace import load

ROOT = Path(__file__).parents[2]
spec = importlib.util.spec_from_file_location("bench_doubts", ROOT / "bench" / "doubts.py")
assert spec
assert spec.loader
replay = importlib.util.module_from_spec(spec)
spec.loader.exec_module(replay)


@pytest.fixture(scope="module")
def nation():
    return load(Folder(ROOT / "examples" / "china"), date.max)


def test_of_two_hundred_good_figures_at_most_one_is_asked_about(nation):
    """What is left are the first months of 2020 and 2021, and the turn of prices and trade in 2009."""
    found = replay.share(nation, "record")
    assert found.figures > 2800
    assert found.per_cent <= 0.5
    assert {case.seen.period.start.year for case in found.asked} <= {2009, 2020, 2021}


def test_the_few_figures_of_a_city_are_no_reason_to_ask():
    found = replay.share(load(Folder(ROOT / "data"), date.max), "record")
    assert [(case.indicator.id, str(case.seen.period)) for case in found.asked] == [("gdp", "2020-03")]


@pytest.mark.parametrize(("power", "least"), [(1, 70), (2, 97), (-2, 90), (4, 99)])
def test_the_same_figures_in_another_unit_are_asked_about(nation, power, least):
    assert replay.share(nation, "record", power).per_cent >= least
