"""Does what is said of a two-sided promise move as little as the figure does? All figures are invented."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.builders import D, flow, growth, judge, mean, point, promised, stock, ytd
from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.model import Indicator, Observation, Target

STEP = D("0.001")
STEEPEST = 24
"""No answer moves faster than 24 times its figure: pace by 12 ÷ goal, what the rest needs by up to 11."""
ANSWERS = ("completion", "pace", "required", "gap", "gap_edge")
ONE_DIGIT = st.decimals("0.1", "30", places=1)


@st.composite
def bands(draw: st.DrawFn) -> tuple[Indicator, Target, list[Observation], str, list[Decimal]]:
    """A two-sided promise, what is known of last year, the month that is judged, and where something may change."""
    make = draw(st.sampled_from([flow, growth, mean, stock]))
    net = draw(st.booleans())
    low = draw(st.integers(-5, 5).map(D) if net else st.decimals("1", "60", places=1))
    high = low + draw(ONE_DIGIT)
    measured, month = make(better="near", net=net, decimals=1), draw(st.integers(1, 11))
    if draw(st.booleans()):
        target, tolerance = promised("between", low, goal_high=high, band=True), D(0)
    else:
        tolerance = draw(ONE_DIGIT)
        target, high = promised("about", low, tolerance=tolerance), low
    seen = point if make is stock else ytd
    before = [seen("2025", draw(ONE_DIGIT) + 100)]
    if make is flow and draw(st.booleans()):
        before.append(ytd(f"2025-{month:02d}", before[0].value * month / 12))
    edges = [low - tolerance, low, high, high + tolerance]
    share = D(month) / 12
    return measured, target, before, f"2026-{month:02d}", [*edges, *(edge * share for edge in edges)]


def judged(measured: Indicator, target: Target, before: list[Observation], when: str, value: Decimal) -> Assessment:
    seen = point if measured.measure is stock().measure else ytd
    return judge(measured, target, [*before, seen(when, value)], at="2026-12-20")


@settings(max_examples=300, deadline=None)
@given(bands(), st.data())
def test_a_small_step_of_the_figure_is_a_small_step_of_completion_pace_and_need(
    band: tuple[Indicator, Target, list[Observation], str, list[Decimal]], data: st.DataObject
) -> None:
    *case, corners = band
    at = data.draw(st.one_of(st.sampled_from(corners), st.decimals(min(corners) - 1, max(corners) + 1, places=3)))
    found = [judged(*case, value) for value in (at - STEP, at, at + STEP)]
    found = [one for one in found if one.verdict is not Verdict.MISSED]  # once it is broken nothing is required
    for name in ANSWERS if found else ():
        values = [getattr(one.figures, name) for one in found]
        if None in values:
            assert set(values) == {None}, name
        else:
            assert max(values) - min(values) <= 2 * STEP * STEEPEST, name


@settings(max_examples=300, deadline=None)
@given(bands(), st.data())
def test_a_two_sided_promise_is_never_ahead(
    band: tuple[Indicator, Target, list[Observation], str, list[Decimal]], data: st.DataObject
) -> None:
    *case, corners = band
    assert (
        judged(*case, data.draw(st.decimals(min(corners) - 9, max(corners) + 9, places=1))).verdict is not Verdict.AHEAD
    )
