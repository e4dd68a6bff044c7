"""Which values keep a promise, and by how much does a value miss it?"""

from __future__ import annotations

import pytest

from domain.builders import D, flow, growth, mean, promised, stock
from ycindic.domain.judge.case import proven
from ycindic.domain.judge.promise import Promise, difference_unit, promise
from ycindic.domain.model import Bound, Indicator, Target
from ycindic.domain.relation import Relation

RATE, LOWER, NEAR, JOBS = growth(), growth(better="lower"), growth(better="near"), flow(unit="人")


@pytest.mark.parametrize(
    ("target", "measured", "kept", "broken"),
    [
        (promised("at_least", 6), RATE, ["6", "6.1"], ["5.99"]),
        (promised("more_than", 20), JOBS, ["20.01"], ["20", "19"]),
        (promised("at_most", 2), LOWER, ["2", "1.9", "-1"], ["2.01"]),
        (promised("about", 6), RATE, ["5.7", "6", "9"], ["5.69"]),
        (promised("about", "5.5"), LOWER, ["5.8", "5"], ["5.81"]),
        (promised("about", 2), NEAR, ["1.7", "2", "2.3"], ["1.69", "2.31"]),
        (promised("about", 100), JOBS, ["95", "300"], ["94.9"]),
        (promised("between", 1, goal_high=2), JOBS, ["1", "2", "3"], ["0"]),
        (promised("between", 1, goal_high=2), flow(better="lower"), ["2", "1", "0"], ["3"]),
        (promised("between", 1, goal_high=2, band=True), JOBS, ["1", "2"], ["0", "3"]),
        (promised("all"), stock(unit="%"), ["100"], ["99.99"]),
        (promised("none"), JOBS, ["0"], ["1"]),
        (promised("at_least", unstated=True), JOBS, ["0", "99"], []),
    ],
    ids=[
        "at_least",
        "more_than",
        "at_most",
        "about_higher",
        "about_lower",
        "about_near",
        "about_quantity",
        "between",
        "between_lower",
        "band",
        "all",
        "none",
        "unstated",
    ],
)
def test_a_relation_says_which_values_keep_it(
    target: Target, measured: Indicator, kept: list[str], broken: list[str]
) -> None:
    limits = promise(target, measured)
    assert [value for value in [*kept, *broken] if limits.holds(D(value))] == kept


def test_the_tolerance_of_about_is_points_for_a_rate_and_a_share_of_the_goal_for_a_quantity() -> None:
    assert promise(promised("about", 6), RATE).tolerance == D("0.3")
    assert promise(promised("about", 60), stock(unit="%")).tolerance == D("0.3")
    assert promise(promised("about", 200), JOBS).tolerance == D(200) * 5 / 100
    assert promise(promised("about", -200), JOBS).tolerance == D(200) * 5 / 100


def test_settings_and_the_target_itself_can_say_another_tolerance() -> None:
    assert promise(promised("about", 6, settings={"about_pp": "0.5"}), RATE).tolerance == D("0.5")
    assert promise(promised("about", 200, settings={"about_pct": 1}), JOBS).tolerance == D(200) * 1 / 100
    assert promise(promised("about", 6, tolerance="0.1"), RATE).tolerance == D("0.1")


@pytest.mark.parametrize("relation", ["at_least", "more_than", "at_most", "between", "all", "none", "above"])
def test_only_about_and_in_step_are_lenient_by_themselves(relation: str) -> None:
    assert promise(promised(relation, 6, goal_high=7), RATE).tolerance == 0
    assert promise(promised("in_step"), RATE).tolerance == D("0.3")


@pytest.mark.parametrize(
    ("limits", "value", "gap"),
    [
        (Promise(D(6), None), "5.5", "0.5"),
        (Promise(D(6), None), "6.5", "-0.5"),
        (Promise(None, D(2)), "2.5", "0.5"),
        (Promise(None, D(2)), "0.9", "-1.1"),
        (Promise(D(6), None, D("0.3")), "5.8", "0.2"),
        (Promise(D(2), D(2), D("0.3")), "0.9", "0.8"),
        (Promise(D(2), D(2), D("0.3")), "2.9", "0.6"),
        (Promise(D(2), D(2), D("0.3")), "2.1", "-0.2"),
        (Promise(D(4), D(5)), "4.2", "-0.2"),
    ],
)
def test_a_gap_above_zero_is_still_missing_whichever_way_is_good(limits: Promise, value: str, gap: str) -> None:
    assert limits.gap(D(value)) == D(gap)
    assert limits.margin(D(value)) == -D(gap)


def test_the_side_of_a_value_that_should_be_near_is_told() -> None:
    limits = promise(promised("about", 2), NEAR)
    assert [limits.side(D(value)) for value in ("0.9", "1.7", "2.3", "2.4")] == [-1, 0, 0, 1]


def test_what_a_value_has_to_come_to_is_the_nearer_edge() -> None:
    limits = promise(promised("about", 2), NEAR)
    assert (limits.limit_for(D("0.9")), limits.edges.limit_for(D("0.9"))) == (2, D("1.7"))
    assert (limits.limit_for(D("3.1")), limits.edges.limit_for(D("3.1"))) == (2, D("2.3"))
    assert limits.edges.limit_for(D("1.9")) == D("1.9")


@pytest.mark.parametrize(
    ("limits", "value", "bound", "answer"),
    [
        (Promise(D(10), None), 10, Bound.OVER, True),
        (Promise(D(10), None), 8, Bound.OVER, None),
        (Promise(D(10), None, strict=True), 10, Bound.OVER, True),
        (Promise(None, D(10)), 10, Bound.OVER, False),
        (Promise(None, D(10)), 8, Bound.OVER, None),
        (Promise(D(10), None), 10, Bound.UNDER, False),
        (Promise(D(10), None), 12, Bound.UNDER, None),
        (Promise(None, D(10)), 10, Bound.UNDER, True),
        (Promise(None, D(10)), 12, Bound.UNDER, None),
        (Promise(D(8), D(10)), 9, Bound.OVER, None),
        (Promise(D(8), D(10)), 10, Bound.OVER, False),
        (Promise(D(8), D(10)), 8, Bound.UNDER, False),
        (Promise(D(10), None), 12, Bound.ABOUT, None),
        (Promise(D(10), None), 10, Bound.EXACT, True),
    ],
)
def test_a_bound_proves_only_what_it_excludes(limits: Promise, value: int, bound: Bound, answer: object) -> None:
    assert proven(limits, D(value), bound) is answer


def test_differences_of_rates_are_percentage_points_and_others_keep_their_unit() -> None:
    assert [difference_unit(one) for one in (RATE, stock(unit="%"), mean(unit="个百分点"), flow(unit="km"))] == [
        "pp",
        "pp",
        "pp",
        "km",
    ]


@pytest.mark.parametrize("relation", list(Relation))
def test_every_relation_has_limits_or_none_at_all(relation: str) -> None:
    limits = promise(promised(relation, 6, goal_high=7), RATE)
    assert limits.goal is None or limits.goal in (0, 6, 100)


def test_what_must_be_surpassed_or_undercut_is_not_kept_by_its_own_value() -> None:
    floor, ceiling = Promise(D(2), None, strict=True), Promise(None, D(2), strict=True)
    assert [floor.side(D(one)) for one in ("1.9", "2", "2.1")] == [-1, -1, 0]
    assert [ceiling.side(D(one)) for one in ("1.9", "2", "2.1")] == [0, 1, 1]
    assert (floor.printed(1).low, ceiling.printed(1).high) == (D("2.05"), D("1.95"))
