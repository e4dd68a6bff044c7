"""Is a goal that is told from its base judged just as the number that it comes to?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import flow, growth, judge, mean, point, promised, stock, ytd
from ycindic.domain.assessment import Assessment
from ycindic.domain.model import As, Told

AMOUNTS = st.decimals("0.1", "999", places=1)
CHANGES = st.decimals("-90", "300", places=1)
TOLD = st.builds(
    Told, st.sampled_from([As.DIFFERENCE, As.PERCENT, As.TIMES]), CHANGES, high=st.none(), tolerance=st.none()
)
RELATIONS = ("at_least", "more_than", "at_most", "exactly")


def answers(found: Assessment) -> tuple[object, ...]:
    figures = found.figures
    return found.verdict, found.reason, found.on_track, figures.gap, figures.completion, figures.pace, figures.required


@given(st.sampled_from(RELATIONS), TOLD, AMOUNTS, AMOUNTS)
def test_a_level_is_judged_by_the_number_that_its_goal_comes_to(
    relation: str, told: Told, base: Decimal, now: Decimal
) -> None:
    rows = [point("2025", base), point("2026-06", now)]
    found = judge(stock(), promised(relation, told=told), rows)
    assert answers(found) == answers(judge(stock(), promised(relation, told.from_(base, told.goal)), rows))


@given(st.sampled_from(RELATIONS), TOLD, AMOUNTS, AMOUNTS)
def test_so_is_a_sum(relation: str, told: Told, base: Decimal, now: Decimal) -> None:
    rows = [ytd("2025", base), ytd("2026-06", now)]
    found = judge(flow(), promised(relation, told=told), rows)
    assert answers(found) == answers(judge(flow(), promised(relation, told.from_(base, told.goal)), rows))


@given(st.sampled_from(RELATIONS), CHANGES, AMOUNTS, AMOUNTS)
def test_so_are_a_mean_and_a_rate(relation: str, more: Decimal, base: Decimal, now: Decimal) -> None:
    rows = [ytd("2025", base), ytd("2026-06", now)]
    for indicator in (mean(), growth()):
        found = judge(indicator, promised(relation, told=Told(As.DIFFERENCE, more)), rows)
        assert answers(found) == answers(judge(indicator, promised(relation, base + more), rows))


@given(TOLD, AMOUNTS)
def test_the_goal_carries_its_formula(told: Told, base: Decimal) -> None:
    found = judge(stock(), promised("at_least", told=told), [point("2025", base), point("2026-06", base)])
    step = found.figures.steps["goal"]
    assert step.result == found.target.goal
    assert list(step.terms.values()) == [base, told.goal]


@pytest.mark.parametrize("how", [As.DIFFERENCE, As.PERCENT, As.TIMES])
def test_no_change_of_unit_changes_a_verdict(how: As) -> None:
    """10,000 times the unit: a difference changes with it, per cent and multiples do not."""
    for base, now in ((10, 12), (10, 9), (5, 20)):
        found = []
        for unit in (1, 10_000):
            told = Told(how, Decimal(2 * unit if how is As.DIFFERENCE else 2))
            rows = [point("2025", base * unit), point("2026-06", now * unit)]
            one = judge(stock(), promised("about", told=told), rows)
            found.append((one.verdict, one.reason, one.figures.completion))
        assert found[0] == found[1]


def test_without_a_base_nothing_is_told_but_why() -> None:
    found = judge(stock(), promised("at_least", told=Told(As.TIMES, Decimal(2))), [point("2026-06", 9)])
    assert (found.verdict, found.reason, found.target.goal) == ("undetermined", "no_baseline", None)
    assert found.reasons["gap"] == "no_baseline"
