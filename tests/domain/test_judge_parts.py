"""What do the parts make of the whole?"""

from __future__ import annotations

import pytest

from domain.builders import container, flow, judge, judge_all, promised, released, said, ytd
from ycindic.domain.assessment import _ANSWERS, Verdict
from ycindic.domain.judge.parts import in_dependency_order
from ycindic.domain.model import TargetId
from ycindic.domain.reason import Reason

ROADS, RAILS = flow("roads"), flow("rails", released=released("month", 20))
ROAD_GOAL, RAIL_GOAL = promised("at_least", 100, of="roads"), promised("at_least", 100, of="rails")
WHOLE = container("roads@2026", "rails@2026")


def whole(roads: int | None, rails: int | None, at: str = "2026-07-20") -> tuple[str, str | None, bool | None]:
    seen = [ytd("2026-06", value, of=name) for name, value in (("roads", roads), ("rails", rails)) if value is not None]
    found, *_ = judge_all([flow(), ROADS, RAILS], [WHOLE, ROAD_GOAL, RAIL_GOAL], seen, at=at)
    assert found.reason == Reason.WORST_PART
    return found.verdict.value, found.decided_by, found.on_track


@pytest.mark.parametrize(
    ("roads", "rails", "verdict", "by"),
    [
        (100, 100, Verdict.ACHIEVED, "roads@2026"),
        (100, 60, Verdict.AHEAD, "rails@2026"),
        (60, 50, Verdict.ON_TRACK, "rails@2026"),
        (45, 50, Verdict.AT_RISK, "roads@2026"),
        (45, 10, Verdict.OFF_TRACK, "rails@2026"),
        (None, 50, Verdict.NO_DATA, "roads@2026"),
        (None, 45, Verdict.AT_RISK, "rails@2026"),
    ],
)
def test_the_worst_part_decides(roads: int | None, rails: int | None, verdict: str, by: str) -> None:
    assert whole(roads, rails)[:2] == (verdict, by)


def test_the_flag_of_the_worst_part_is_the_flag_of_the_whole() -> None:
    assert whole(100, 50) == ("on_track", "rails@2026", True)
    assert whole(100, 50, at="2026-12-20") == ("on_track", "rails@2026", None)


def test_a_container_without_parts_cannot_be_judged() -> None:
    assert said(judge(flow(), container())) == ("undetermined", "parts_unknown")


def test_a_container_has_no_figures_of_its_own_and_says_so() -> None:
    found, part, _ = judge_all([flow(), ROADS, RAILS], [WHOLE, ROAD_GOAL, RAIL_GOAL], [ytd("2026-06", 50)])
    assert set(found.reasons) == set(_ANSWERS)
    assert set(found.reasons.values()) == {Reason.CONTAINER}
    assert (part.part_of, found.part_of) == ("whole@2026", None)


def test_parts_are_judged_before_the_containers_that_they_decide() -> None:
    outer = promised("at_least", None, id="outer", parts=(TargetId("whole@2026"),))
    targets = {one.id: one for one in (outer, WHOLE, ROAD_GOAL, RAIL_GOAL)}
    order = [one.id for one in in_dependency_order(targets)]
    assert order.index(WHOLE.id) < order.index(outer.id)
    assert order.index(ROAD_GOAL.id) < order.index(WHOLE.id)
