"""Do the second opinions look only at the figures that are listed beside them? The figures are invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.builders import growth, judge, known, mean, monthly, period, promised, yearly, ytd
from ycindic.domain.second import heard, opinions

RATES = st.lists(st.integers(-9, 9), min_size=4, max_size=16)


@given(RATES, st.integers(2012, 2027))
def test_what_was_not_heard_changes_no_opinion_about_a_rate(rates: list[int], of_year: int) -> None:
    seen = [*yearly(2010, *rates), ytd("2026-06", 4)]
    goal = promised("at_least", 3, of_year)
    found = judge(growth(better="higher"), goal, seen, at="2026-09-20")
    facts = known(seen)
    listed = heard(goal, growth(), facts)
    votes = opinions(found, facts)
    assert opinions(found, known(listed)) == votes
    assert len(listed) <= 6
    assert all(one.period.last <= goal.period.last for one in listed)


def test_years_after_the_target_say_nothing_about_it() -> None:
    goal = promised("at_least", 5, 2014)
    early, late = yearly(2010, 3, 4, 5, 6, 7), yearly(2015, -9, -9, -9)
    found = judge(growth(better="higher"), goal, [*early, *late], at="2026-09-20")
    assert opinions(found, known([*early, *late])) == opinions(found, known(early))


def test_of_a_mean_every_month_of_its_years_is_heard() -> None:
    seen = monthly(2024, *range(12)) + monthly(2025, *range(12))
    listed = heard(promised("at_most", 5, 2025), mean(better="lower"), known(seen))
    assert {one.period for one in listed} == {
        period(f"{year}-{month:02d}") for year in (2024, 2025) for month in range(1, 13)
    }
