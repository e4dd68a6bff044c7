"""Do we say of Statistics Canada's own series what Statistics Canada said?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ycindic.domain.opinions import statcan

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "data" / "statcan_cif_series.json").read_text(encoding="utf-8")
)["cases"]

DEFAULT_BASE_YEAR = 2015
"""Open SDG's, for a series that names none; the next later year with a value takes its place."""


def ends(case: dict[str, Any]) -> list[tuple[float, float]]:
    """Give the two values the published calculation was made from, where it had two."""
    given = case["input"]
    pairs = {(given["base_year"], given["base_value"]), (given["current_year"], given["current_value"])}
    return [(year, value) for year, value in pairs if value is not None]


def assert_as_published(case: dict[str, Any], series: list[tuple[float, float]], base_year: float) -> None:
    given, expected = case["input"], case["expected"]
    said = statcan.progress(
        series,
        direction=given["direction"],
        base_year=base_year,
        target=given["target"],
        target_year=given["target_year"],
        limit=given["limit"],
    )
    assert said.status == expected["status"]
    assert said.value == (
        None if expected["progress_value"] is None else pytest.approx(expected["progress_value"], rel=0, abs=1e-9)
    )


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_whole_series_gets_the_progress_value_and_the_status_that_were_published(case: dict[str, Any]) -> None:
    named = case.get("config", {}).get("base_year", DEFAULT_BASE_YEAR)
    assert_as_published(case, case.get("observations") or ends(case), named)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_base_and_the_latest_value_alone_decide(case: dict[str, Any]) -> None:
    assert_as_published(case, ends(case), case["input"]["base_year"])


def test_all_published_series_are_here() -> None:
    assert len(CASES) == 132
