"""Is the same promise judged alike however it is told: as a sum or as a growth, in one unit or in another?

Every figure here is invented. A year of months is drawn, and this year's months beside it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.builders import D, alone, flow, growth, judge, mean, monthly, promised, said, stock, ytd
from domain.builders import point as level
from ycindic.domain.assessment import FLAG, Assessment, Verdict
from ycindic.domain.model import Indicator, Observation, Target

often = settings(max_examples=200, deadline=None)
MONTHS = st.lists(st.integers(1, 40), min_size=12, max_size=12)


class Year(NamedTuple):
    """Last year by months, this year's sum through a month, and the goal."""

    before: list[int]
    done: int
    month: int
    goal: int

    @property
    def part(self) -> int:
        return sum(self.before[: self.month])

    @property
    def total(self) -> int:
        return sum(self.before)

    def as_sum(self, relation: str) -> Assessment:
        seen = [*monthly(2025, *self.before), ytd(f"2026-{self.month:02d}", self.done)]
        return judge(flow(), promised(relation, self.goal), seen, at="2026-12-31")

    def as_growth(self, relation: str) -> Assessment:
        """The rates with so many digits that no rounding decides."""
        rate, goal = ((D(now) / before - 1) * 100 for now, before in ((self.done, self.part), (self.goal, self.total)))
        seen = [*(one._replace(indicator="sum") for one in monthly(2025, *self.before))]
        told = growth(levels="sum", decimals=20)
        return judge(
            told, promised(relation, goal), [*seen, ytd(f"2026-{self.month:02d}", rate)], at="2026-12-31",
            others=[flow("sum")],
        )  # fmt: skip


@st.composite
def years(draw: st.DrawFn) -> Year:
    before, month = draw(MONTHS), draw(st.integers(1, 11))
    part, total = sum(before[:month]), sum(before)
    done = draw(st.integers(max(1, part * 9 // 10), part * 11 // 10 + 1))
    return Year(before, done, month, draw(st.integers(max(1, total * 9 // 10), total * 11 // 10 + 1)))


KEPT_APART = {Verdict.ACHIEVED, Verdict.MISSED}
"""What is decided for good before the end has no counterpart in a rate."""


@pytest.mark.parametrize("relation", ["at_least", "at_most"])
@often
@given(year=years())
def test_a_sum_and_its_growth_are_the_same_promise(relation: str, year: Year) -> None:
    as_sum, as_growth = year.as_sum(relation), year.as_growth(relation)
    assume(as_sum.verdict not in KEPT_APART)
    assert as_sum.on_track == as_growth.on_track
    if not as_sum.on_track:
        assert as_sum.verdict == as_growth.verdict


def test_52_5_by_june_after_50_is_off_track_for_109_as_for_nine_per_cent() -> None:
    told = Year(before=[25, 5, 5, 5, 5, 5, 25, 5, 5, 5, 5, 5], done=0, month=6, goal=109)
    assert (told.part, told.total) == (50, 100)
    seen = [*monthly(2025, *told.before), ytd("2026-06", "52.5")]
    as_sum = judge(flow(), promised("at_least", 109), seen)
    rate = [*monthly(2025, *told.before, of="sum"), ytd("2026-06", "5.0")]
    as_growth = judge(growth(levels="sum"), promised("at_least", 9), rate, others=[flow("sum")])
    assert as_sum.verdict == as_growth.verdict == "off_track"


# Another unit

SCALES = [-4, -3, 3, 4]
"""万元 and 元, 毫克 and 微克: powers of ten, so that the printed digits move along."""


def moved(value: Decimal | None, places: int) -> Decimal | None:
    return None if value is None else value.scaleb(places)


def rescaled(target: Target, seen: list[Observation], places: int) -> tuple[Target, list[Observation]]:
    goals = {name: moved(getattr(target, name), places) for name in ("goal", "goal_high", "tolerance")}
    return target._replace(**goals), [one._replace(value=one.value.scaleb(places)) for one in seen]


VALUES = st.decimals("-20", "120", places=1)
TOLD = [
    ("at_least", {}), ("at_most", {}), ("more_than", {}), ("about", {}), ("about", {"tolerance": "0.7"}),
    ("between", {"band": True}), ("between", {}), ("in_step", {}), ("above", {}),
]  # fmt: skip


@st.composite
def promises(draw: st.DrawFn) -> tuple[Target, list[Observation], str]:
    relation, keys = draw(st.sampled_from(TOLD))
    goal = draw(VALUES)
    compared = relation in ("in_step", "above")
    if relation == "between":
        keys = {**keys, "goal_high": goal + draw(st.integers(0, 9))}
    if compared:
        keys = {**keys, "reference": ["other"]}
    target = promised(relation, None if compared else goal, **keys)
    better = draw(st.sampled_from(["higher", "lower", "near"]))
    values = [draw(VALUES).quantize(D("0.00001")) for _ in range(6)]  # digits enough to be printed in either unit
    return target, [ytd("2026-06", values[0]), ytd("2026-06", values[1], of="other"), *(
        ytd(when, value) for when, value in zip(("2025-06", "2025"), values[2:4], strict=True)
    )], better  # fmt: skip


@pytest.mark.parametrize("make", [flow, mean], ids=["sum", "mean"])
@often
@given(told=promises(), places=st.sampled_from(SCALES))
def test_no_change_of_unit_changes_a_verdict(
    make: object, told: tuple[Target, list[Observation], str], places: int
) -> None:
    target, seen, better = told
    here, there = (
        judge(one, aim, facts, others=[one._replace(id="other")])
        for one, (aim, facts) in (
            (make(unit="万元", better=better, net=True), (target, seen)),  # type: ignore[operator]
            (make(unit="元", better=better, net=True), rescaled(target, seen, places)),  # type: ignore[operator]
        )
    )
    assert said(here) == said(there)


@pytest.mark.parametrize("make", [growth, mean, stock], ids=["growth", "mean", "level"])
@often
@given(told=promises())
def test_per_cent_and_per_mille_are_the_same_rate(make: object, told: tuple[Target, list[Observation], str]) -> None:
    target, seen, better = told
    if make is stock:
        seen = [level(str(one.period), one.value, of=one.indicator) for one in seen]
    of_hundred: Indicator = make(unit="%", better=better)  # type: ignore[operator]
    of_thousand = of_hundred._replace(unit="‰")
    aim, facts = rescaled(target, seen, 1)
    here = judge(of_hundred, target, seen, others=[of_hundred._replace(id="other")])
    there = judge(of_thousand, aim, facts, others=[of_thousand._replace(id="other")])
    assert said(here) == said(there)


@pytest.mark.parametrize(("total", "goal"), [(False, "6"), (True, "19")])
def test_rates_that_compound_do_so_in_per_mille_too(total: bool, goal: str) -> None:  # noqa: FBT001
    keys = {"total": True} if total else {"average": True}
    seen = [ytd(2026, "5.9"), ytd(2027, "5.5")]
    here = judge(growth(), promised("at_least", goal, "2026-2028", **keys), seen, at="2028-03-01")
    aim, facts = rescaled(promised("at_least", goal, "2026-2028", **keys), seen, 1)
    there = judge(growth(unit="‰"), aim, facts, at="2028-03-01")
    assert said(here) == said(there)
    assert here.figures.required is not None
    assert there.figures.required is not None
    assert abs(here.figures.required * 10 - there.figures.required) < D("1e-15")


# What is known takes nothing away


@often
@given(
    months=st.lists(st.integers(0, 30), min_size=2, max_size=12),
    gone=st.integers(0, 11),
    make=st.sampled_from([flow, mean]),
)
def test_a_figure_behind_a_hole_takes_no_verdict_away(months: list[int], gone: int, make: object) -> None:
    hole = 1 + gone % (len(months) - 1)
    seen = [alone(f"2026-{place:02d}", value) for place, value in enumerate(months, 1) if place != hole + 1]
    reach = [one for one in seen if one.period.last <= seen[0].period.last + hole - 1]
    target = promised("at_least", 100)
    whole, part = (judge(make(), target, facts, at="2026-12-31") for facts in (seen, reach))  # type: ignore[operator]
    assert said(whole) == said(part)
    assert (whole.hole is not None) == (len(seen) > len(reach))
    assert part.on_track == FLAG[part.verdict]
