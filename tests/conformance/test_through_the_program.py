"""Does the program say what was published, when a user types the published series as a workspace?

The cases of test_statcan and test_destatis once more, but through every floor: registry, CSV, the choice of base and
goal, the command, JSON. All of them are one workspace, answered in one run.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "data"
STATCAN: list[dict[str, Any]] = json.loads((HERE / "statcan_cif_series.json").read_text(encoding="utf-8"))["cases"]
DESTATIS: list[dict[str, Any]] = [
    case
    for case in json.loads((HERE / "destatis_weather.json").read_text(encoding="utf-8"))["cases"]
    if case["reproduced"]
]

DAY = "2027-06-30"
"""After the last value of any series: the published verdicts used all of them."""

BASE_YEAR = 2015
"""The one Statistics Canada counts from where a series names none."""


def name(case: dict[str, Any]) -> str:
    """The id of an indicator made of the id of a case."""
    return re.sub("[^a-z0-9]+", "-", case["id"].lower())


def typed(number: float) -> str:
    """A number as a clerk types it: without an exponent."""
    return f"{Decimal(repr(number)):f}"


def registered(case: dict[str, Any], promise: str, *, direction: int, limit: float | None = None) -> str:
    """One indicator of targets.yaml with its one target."""
    better = "higher" if direction > 0 else "lower"
    bound = "" if limit is None else f"\n    limit: {typed(limit)}"
    return f"""\
  {name(case)}:
    name: {{zh: "{case["id"]}", en: "{case["id"]}"}}
    unit: ""
    measure: stock
    better: {better}{bound}
    targets:
      - {{{promise}}}
"""


def goal(direction: int, target: float | None) -> str:
    """The promise of a level, or of a direction alone."""
    if target is None:
        return f"relation: {'rising' if direction > 0 else 'falling'}"
    return f"relation: {'at_least' if direction > 0 else 'at_most'}, goal: {typed(target)}"


def canadian(case: dict[str, Any]) -> str:
    asked = case["input"]
    base = case.get("config", {}).get("base_year", BASE_YEAR)
    promise = f"period: {int(asked['target_year'])}, baseline: {base}, {goal(asked['direction'], asked['target'])}"
    return registered(case, promise, direction=asked["direction"], limit=asked["limit"])


def german(case: dict[str, Any]) -> str:
    """A goal to be held every year, or only a direction, has no year of its own: 2030 is the strategy's."""
    hold = ", hold: true" if case["kind"] == "hold_every_year" else ""
    promise = f"period: {case['target_year'] or 2030}, {goal(case['direction'], case['target'])}{hold}"
    return registered(case, promise, direction=case["direction"])


def series(case: dict[str, Any]) -> list[tuple[float, float]]:
    """The whole series, or the two values the published calculation was made from."""
    if "observations" in case:
        return [(year, value) for year, value in case["observations"]]
    asked = case["input"]
    pairs = {(asked["base_year"], asked["base_value"]), (asked["current_year"], asked["current_value"])}
    return sorted((year, value) for year, value in pairs if value is not None)


def write(folder: Path) -> None:
    cases = [canadian(case) for case in STATCAN] + [german(case) for case in DESTATIS]
    head = "schema: 1\ntitle: {zh: 已公布的结论, en: Published verdicts}\nindicators:\n"
    (folder / "targets.yaml").write_text(head + "".join(cases), encoding="utf-8")
    rows = [
        f"{name(case)},{int(year)},{typed(value)},point\n"
        for case in (*STATCAN, *DESTATIS)
        for year, value in series(case)
    ]
    (folder / "actuals").mkdir()
    text = "indicator,period,value,basis\n" + "".join(rows)
    (folder / "actuals" / "published.csv").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the program says of each case: by indicator and method."""
    folder = tmp_path_factory.mktemp("published")
    write(folder)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "ycindic", "status", "--data", str(folder)),
            *("--opinions", "--format", "json", "--as-of", DAY),
        ],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "YCINDIC_LANG": "en"},
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["problems"] == []
    return {
        target["indicator"]: {opinion["method"]: opinion for opinion in target["opinions"]}
        for target in answer["targets"]
    }


@pytest.mark.parametrize("case", STATCAN, ids=[case["id"] for case in STATCAN])
def test_a_series_of_statistics_canada_gets_its_published_progress(
    case: dict[str, Any], said: dict[str, dict[str, Any]]
) -> None:
    opinion, expected = said[name(case)]["statcan"], case["expected"]
    assert opinion["status"] == expected["status"]
    value = expected["progress_value"]
    assert opinion["value"] == (None if value is None else pytest.approx(value, rel=0, abs=1e-9))


@pytest.mark.parametrize("case", DESTATIS, ids=[case["id"] for case in DESTATIS])
def test_an_indicator_of_the_german_strategy_gets_its_published_weather(
    case: dict[str, Any], said: dict[str, dict[str, Any]]
) -> None:
    opinion, computed = said[name(case)]["destatis"], case["computed"]
    assert opinion["status"] == case["expected"]
    # The collectors of the data wrote their intermediate numbers with six decimals.
    assert opinion["value"] == pytest.approx(computed.get("miss_share", computed["avg_change"]), rel=0, abs=1e-6)


def test_no_two_cases_share_a_name() -> None:
    names = [name(case) for case in (*STATCAN, *DESTATIS)]
    assert len(set(names)) == len(names) == 132 + 252
