"""Do we find the lead over the time schedule that Chinese authorities printed?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ycindic.domain.opinions import Schedule, time_schedule

CASES: dict[str, dict[str, Any]] = {
    case["id"]: case
    for case in json.loads((Path(__file__).parent / "data" / "cn_official_examples.json").read_text(encoding="utf-8"))[
        "cases"
    ]
}


def test_key_projects_at_37_8_percent_after_four_months_are_4_5_points_ahead() -> None:
    case = CASES["pace-city-key-projects"]
    given, expected = case["input"], case["expected"]
    said = time_schedule.opinion(given["completion_pct"] / 100, given["months_elapsed"], 12)
    assert said.status is Schedule.AHEAD
    assert said.value == pytest.approx(expected["lead_pp"], rel=0, abs=case["tolerance"])


def test_half_the_task_done_when_half_the_time_is_gone_is_on_time() -> None:
    case = CASES["pace-changzhou-2013-06"]
    given = case["input"]
    said = time_schedule.opinion(given["completion_pct"] / 100, given["months_elapsed"], 12)
    assert said.yes is True
    assert said.value == pytest.approx(given["completion_pct"] - 100 * 6 / 12)


def test_urban_jobs_of_2019_were_almost_all_created_after_nine_months() -> None:
    case = CASES["jobs-2019-09"]
    given, expected = case["input"], case["expected"]
    completion = given["ytd"] / given["annual_target"]
    said = time_schedule.opinion(completion, given["months_elapsed"], 12)
    assert 100 * completion == pytest.approx(expected["completion_pct"], rel=0, abs=case["tolerance"])
    assert said.status is Schedule.AHEAD
    assert said.value == pytest.approx(expected["completion_pct"] - 100 * 9 / 12, rel=0, abs=case["tolerance"])


def test_every_time_progress_and_completion_example_has_a_test_here() -> None:
    here = {name for name, case in CASES.items() if case["kind"] in {"time_progress", "completion"}}
    assert here == {"pace-city-key-projects", "pace-changzhou-2013-06", "jobs-2019-09"}
