"""Do we say what the acceptance tests of Open SDG's automatic progress expect?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ycindic.domain.opinions import statcan

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "data" / "opensdg_acceptance.json").read_text(encoding="utf-8")
)["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_an_indicator_gets_the_status_its_page_shows(case: dict[str, Any]) -> None:
    given = case["input"]
    said = statcan.progress(
        given["observations"],
        direction=given["direction"],
        base_year=given["base_year"],
        target=given["target"],
        target_year=given["target_year"],
        limit=given["limit"],
    )
    assert said.status == case["expected"]["status"]
