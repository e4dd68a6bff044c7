"""Is a flag graded by what was known then, and by what the year then brought? Every figure here is invented."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.builders import D, day, flow, growth, indicator, known, period, promised, released, ytd
from ycindic.domain.backtest import CASE_GROUPS, Replayed, beside_last_year, replay, tallied
from ycindic.domain.backtest.goals import offset
from ycindic.domain.history import Timeline, Vintage
from ycindic.domain.model import Basis, Bilingual, Bound, Indicator, Measure, Plan, Stage, Target
from ycindic.domain.problem import Place

MONTHLY = released("month", 20)
END = day("2026-12-31")


def row(of: Indicator, when: str, value: str, published: str = "", stage: str = "") -> Vintage:
    shown = day(published) if published else None
    basis = Basis.YTD if of.measure is not Measure.STOCK else Basis.POINT
    return Vintage(of.id, period(when), basis, D(value), shown, Stage(stage), Bound.EXACT, "", "", Place("a.csv"))


def year_of_rows(of: Indicator, number: int, values: Iterable[object]) -> list[Vintage]:
    return [row(of, f"{number}-{month:02d}", str(value)) for month, value in enumerate(values, 1)]


def played(of: Indicator, rows: list[Vintage], *targets: Target) -> tuple[Replayed, ...]:
    plan = Plan(Bilingual("", ""), {of.id: of}, targets)
    return replay(plan, Timeline(rows, plan.indicators), END)


def test_each_figure_on_the_way_is_one_case_and_the_last_one_is_the_outcome() -> None:
    jobs = flow(released=MONTHLY)
    cases = played(jobs, year_of_rows(jobs, 2025, range(10, 121, 10)), promised("at_least", 115, 2025))
    assert [case.month % 12 + 1 for case in cases] == list(range(1, 12))
    assert [str(case.as_of)[:7] for case in cases][:2] == ["2025-02", "2025-03"]  # January is out on 02-20
    assert all(case.kept and case.flag and case.calendar and case.twelfth for case in cases)  # 10 a month >= 115 / 12
    assert cases[-1].end.figures.actual == 120


def test_a_rate_that_sinks_at_the_end_was_wrongly_called_on_track() -> None:
    rate = growth(released=MONTHLY)
    rows = year_of_rows(rate, 2025, ["6.0"] * 11 + ["5.9"])
    cases = played(rate, rows, promised("at_least", 6, 2025))
    (count,) = tallied(cases, ("measure",))
    assert (count.cases, count.right, count.wrong_yes, count.wrong_no) == (11, 0, 11, 0)
    assert (count.calendar, count.calendar_of, count.twelfth_of) == (0, 11, 0)


def test_a_revision_counts_from_its_own_day_on() -> None:
    rate = growth(released=MONTHLY)
    rows = [*year_of_rows(rate, 2025, ["7.0"] * 12), row(rate, "2025-06", "1.0", "2025-12-01", "revised")]
    cases = played(rate, rows, promised("at_least", 6, 2025))
    june = next(case for case in cases if case.month % 12 == 5)
    assert june.said.figures.actual == 7


def test_quarters_are_three_cases_however_many_months_pass() -> None:
    rate = growth(released=released("quarter", 20))
    rows = [row(rate, f"2025-Q{place}", "5.0") for place in range(1, 5)]
    assert len(played(rate, rows, promised("at_least", 5, 2025))) == 3


def test_a_promise_whose_end_is_not_known_is_not_graded() -> None:
    rate = growth(released=MONTHLY)
    assert played(rate, year_of_rows(rate, 2026, ["5.0"] * 9), promised("at_least", 5, 2026)) == ()


def test_january_and_february_together_are_one_case() -> None:
    sales = flow(released=released("month", 20, first=2))
    rows = [row(sales, f"2025-{month:02d}", str(10 * month)) for month in range(2, 13)]
    cases = played(sales, rows, promised("at_least", 115, 2025))
    assert [case.month % 12 + 1 for case in cases] == list(range(2, 12))
    assert cases[0].twelfth  # 20 in two months >= 2 x 115 / 12


def test_a_cap_is_graded_by_staying_below_it() -> None:
    waste = flow(released=MONTHLY, better="lower")
    cases = played(waste, year_of_rows(waste, 2025, range(9, 109, 9)), promised("at_most", 120, 2025))
    assert all(case.kept and case.calendar and case.twelfth for case in cases)  # 9 a month <= 120 / 12


@given(st.lists(st.integers(1, 30), min_size=48, max_size=48), st.integers(0, 5))
def test_counts_add_up_whatever_the_grouping(steps: list[int], seed: int) -> None:
    jobs = flow(released=MONTHLY)
    rows: list[Vintage] = []
    for place in range(4):
        sums = [sum(steps[12 * place : 12 * place + month]) for month in range(1, 13)]
        rows += year_of_rows(jobs, 2022 + place, sums)
    plan = Plan(Bilingual("", ""), {jobs.id: jobs}, ())
    timeline = Timeline(rows, plan.indicators)
    cases = replay(beside_last_year(plan, timeline.facts(END), [seed]), timeline, END)
    for name in CASE_GROUPS:
        counts = tallied(cases, (name,))
        assert sum(one.cases for one in counts) == len(cases)
        assert all(one.right + one.wrong_yes + one.wrong_no + one.empty == one.cases for one in counts)


@given(st.integers(1, 11), st.integers(-50, 50))
def test_no_figure_of_a_later_day_changes_an_answer(month: int, change: int) -> None:
    rate = growth(released=MONTHLY)
    goal = promised("at_least", 5, 2025)
    before = year_of_rows(rate, 2025, ["5.0"] * 12)
    after = [one._replace(value=one.value + change) if one.period.last % 12 >= month else one for one in before]
    plan = Plan(Bilingual("", ""), {rate.id: rate}, (goal,))
    same_day = day(f"2025-{month + 1:02d}-20")
    assert Timeline(before, plan.indicators).facts(same_day) == Timeline(after, plan.indicators).facts(same_day)
    ways = [[(c.month, c.flag) for c in played(rate, rows, goal) if c.month % 12 < month] for rows in (before, after)]
    assert ways[0] == ways[1]


def test_goals_lie_beside_last_years_course() -> None:
    jobs, rate, prices = flow("jobs"), growth("rate", decimals=1), indicator(Measure.MEAN, "prices", better="near")
    facts = known(
        [
            *(ytd(when, value, of="jobs") for when, value in ((2023, 100), (2024, 110))),
            ytd(2024, "4.0", of="rate"),
            ytd(2024, "2.0", of="prices"),
            *(ytd(2025, 1, of=name) for name in ("jobs", "rate", "prices")),
        ]
    )
    plan = Plan(Bilingual("", ""), {one.id: one for one in (jobs, rate, prices)}, ())
    goals = {one.id: one for one in beside_last_year(plan, facts, [7]).targets}
    assert set(goals) == {"jobs@2025/seed-7", "rate@2025/seed-7", "prices@2025/seed-7"}
    off = offset(7, "jobs", 2025)
    assert goals["jobs@2025/seed-7"].goal == 110 * (1 + (10 + off) / 100)  # last year's growth was 10
    assert goals["rate@2025/seed-7"].goal == round(4 + offset(7, "rate", 2025), 1)
    assert goals["rate@2025/seed-7"].relation == "at_least"
    assert goals["prices@2025/seed-7"].relation == "at_most"


def test_offsets_are_drawn_evenly_from_minus_three_to_three_points() -> None:
    drawn = [offset(seed, "gdp", 2000 + seed % 25) for seed in range(2000)]
    assert min(drawn) >= -3
    assert max(drawn) <= 3
    assert abs(sum(drawn) / len(drawn)) < Decimal("0.12")  # three standard errors of 3/sqrt(3)/sqrt(2000)
    assert all(abs(sum(low <= one < low + 1 for one in drawn) - 2000 / 6) < 60 for low in range(-3, 3))
    assert offset(3, "gdp", 2020) == offset(3, "gdp", 2020) != offset(4, "gdp", 2020)
