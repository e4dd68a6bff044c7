"""Does the timeline know on every day just what a reading of the files on that day would know?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from load.folders import HEADER, INDICATORS, TOP, write
from ycindic.domain.facts import Facts
from ycindic.domain.history import Timeline
from ycindic.domain.model import IndicatorId, Plan
from ycindic.load.actuals import read_actuals
from ycindic.load.history import read_history
from ycindic.load.registry import read_registry

DAYS = [date(2025, month, day) for month in range(1, 13) for day in (1, 20, 28)]


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return read_registry(write(tmp_path, TOP + INDICATORS), [])


def row(name: str, month: int, value: str, published: str, stage: str) -> str:
    basis = {"jobs": "ytd", "gdp": "ytd", "cpi": "alone", "towns": "point", "fires": "alone"}[name]
    return f"{name},2025-{month:02d},{'' if stage == 'retracted' else value},{basis},{published},{stage},,,\n"


ROWS = st.lists(
    st.builds(
        row,
        st.sampled_from(["jobs", "gdp", "cpi", "towns", "fires"]),
        st.integers(1, 12),
        st.sampled_from(["1", "2.0", "2", "-3", ""]),
        st.sampled_from(["", *(one.isoformat() for one in DAYS)]),
        st.sampled_from(["", "", "revised", "retracted"]),
    ),
    max_size=40,
)


def values(facts: Facts, plan: Plan) -> dict[IndicatorId, list[tuple[object, ...]]]:
    """The figures that count as they were printed, with their stages and places."""
    return {
        name: [
            (one.period.last, one.basis, str(one.value), one.published, one.stage, one.place.line)
            for one in facts.of(name).observations
        ]
        for name in plan.indicators
    }


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, cut=st.integers(0, 40), jump=st.permutations(range(0, len(DAYS), 6)))
def test_the_timeline_knows_what_the_files_say_on_that_day(
    plan: Plan, tmp_path: Path, rows: list[str], cut: int, jump
) -> None:
    pieces = {"a": rows[:cut], "b": rows[cut:]}
    paths = [write(tmp_path, HEADER + "".join(some), f"actuals/{name}.csv") for name, some in pieces.items()]
    timeline = Timeline(read_history(paths, plan, plan.indicators).vintages, plan.indicators)
    for day in [*DAYS, *(DAYS[place] for place in jump)]:
        assert values(timeline.facts(day), plan) == values(read_actuals(paths, plan, day, []).facts, plan)
