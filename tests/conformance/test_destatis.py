"""Do we draw the weather that Destatis drew for the German sustainability strategy?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ycindic.domain.opinions import destatis

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "data" / "destatis_weather.json").read_text(encoding="utf-8")
)["cases"]
STRICT = [case for case in CASES if case["reproduced"]]


@pytest.mark.parametrize("case", STRICT, ids=[case["id"] for case in STRICT])
def test_an_assessment_gets_the_symbol_that_was_published(case: dict[str, Any]) -> None:
    said = destatis.weather(
        case["observations"],
        direction=case["direction"],
        kind=destatis.TargetKind(case["kind"]),
        target=case["target"],
        target_year=case["target_year"],
    )
    assert said.status == case["expected"]
    computed = case["computed"]
    # The collectors of the data wrote their intermediate numbers with six decimals.
    assert said.value == pytest.approx(computed.get("miss_share", computed["avg_change"]), rel=0, abs=1e-6)


def test_all_assessments_that_can_be_strict_are_here() -> None:
    assert (len(CASES), len(STRICT)) == (269, 252)
