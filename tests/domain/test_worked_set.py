"""Do the worked numbers of the specification come out, to the digits in which they are told?

The figures of the nation are those of the National Bureau of Statistics: GDP in 100 million yuan of
2025, first half 659,861.6 of 1,401,879.2; the surveyed urban unemployment rate month by month.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from domain.builders import D, flow, growth, judge, mean, monthly, promised, said, yearly, ytd
from ycindic.domain.assessment import Assessment

HALF_2025, ALL_2025 = D("659861.6"), D("1401879.2")
NATION = [ytd("2026-06", "4.7"), ytd("2025-06", HALF_2025, of="level"), ytd("2025", ALL_2025, of="level")]


def to(places: int, value: Decimal | None) -> str:
    """A number as the specification prints it."""
    return "none" if value is None else f"{value:,.{places}f}"


def rest(found: Assessment, places: int = 2) -> tuple[str, str, str]:
    """What the rest must come to, with the range that rounding leaves."""
    figures = found.figures
    return to(places, figures.required), to(places, figures.required_low), to(places, figures.required_high)


@pytest.mark.parametrize(
    ("goal", "month", "so_far", "weight", "required"),
    [
        ("6", "2026-06", "5.5", "0.46", "6.43"),
        ("6", "2026-09", "5.5", "0.72", "7.29"),
        ("8", "2026-06", "7.4", "0.49", "8.58"),
    ],
    ids=["gdp_half", "gdp_three_quarters", "industry"],
)
def test_what_the_rest_of_the_year_must_grow(goal: str, month: str, so_far: str, weight: str, required: str) -> None:
    shares = [*[weight] * 3, 1]  # the same by quarter: only the judged one is looked at
    found = judge(growth(shares=shares), promised("about", goal), [ytd(month, so_far)], at="2026-10-20")
    assert rest(found)[0] == required
    assert to(2, (D(goal) - D(weight) * D(so_far)) / (1 - D(weight))) == required


def test_industry_with_the_range_that_rounding_leaves() -> None:
    found = judge(growth(shares=["0.2", "0.49", "0.7", 1]), promised("about", 8), [ytd("2026-06", "7.4")])
    assert rest(found) == ("8.58", "8.53", "8.62")
    assert found.verdict == "at_risk"


def test_the_last_quarter_of_2023() -> None:
    found = judge(
        growth(shares=["0.2", "0.46", "0.719", 1]), promised("about", 5, 2023), [ytd("2023-09", "5.2")], at="2023-10-18"
    )
    assert rest(found) == ("4.49", "4.36", "4.62")
    assert found.verdict == "on_track"


def test_jobs_by_the_calendar_and_by_last_years_course() -> None:
    jobs, target, now = flow(unit="人"), promised("at_least", 50000), ytd("2026-06", 28000)
    by_time = judge(jobs, target, [now]).figures
    assert (to(3, by_time.completion), to(2, by_time.pace)) == ("0.560", "1.12")
    as_last_year = judge(jobs, target, [now, ytd("2025-06", 57), ytd("2025", 100)])
    assert (to(3, as_last_year.figures.pace), to(0, as_last_year.figures.projection)) == ("0.982", "49,123")
    found = judge(jobs, target, [now, ytd("2025-06", 28500), ytd("2025", 50000)])
    assert (to(2, found.figures.growth_so_far), to(2, found.figures.required_growth)) == ("-1.75", "2.33")
    assert found.verdict == "off_track"  # 4.08 points more than so far


def test_the_headroom_under_a_ceiling_of_prices() -> None:
    found = judge(mean(better="lower"), promised("at_most", 2), [ytd("2026-06", "0.9")])
    assert (to(1, found.figures.required), to(1, found.figures.headroom)) == ("3.1", "2.2")
    assert found.verdict == "on_track"


def test_research_and_development_on_average_over_five_years() -> None:
    target = promised("at_least", 10, "2026-2030", average=True)
    figures = judge(growth(), target, yearly(2026, 8, 9), at="2028-03-01").figures
    assert (to(2, figures.actual), to(2, figures.required)) == ("8.50", "11.01")


def test_energy_in_all_over_five_years() -> None:
    target = promised("at_most", -16, "2021-2025", total=True)
    yearly_rates = yearly(2021, "-13.4", 0, 0, 0)  # −13.4 % after four years, however they shared it
    figures = judge(growth(better="lower"), target, yearly_rates, at="2025-03-01").figures
    assert (to(3, figures.completion), to(1, figures.actual)) == ("0.825", "-13.4")


# The nation, as of 20 September 2026


def test_gdp_of_the_nation_is_on_track_for_the_low_end() -> None:
    found = judge(
        growth(levels="level"), promised("between", "4.5", goal_high=5), NATION, others=[flow("level", unit="亿元")]
    )
    assert to(3, found.figures.weight) == "0.471"
    assert rest(found) == ("4.32", "4.28", "4.37")
    assert to(2, found.figures.required_goal_high) == "5.27"
    assert said(found) == ("on_track", "needed_rate")


def test_consumer_prices_of_the_nation_are_below_what_they_should_be_near() -> None:
    found = judge(mean(better="near"), promised("about", 2), [ytd("2026-07", "0.9")])
    assert said(found) == ("off_track", "needed_rate")
    assert found.figures.actual is not None
    assert found.figures.actual < 2 - D("0.3")
    assert found.figures.gap == abs(D("0.9") - 2) - D("0.3")


def test_unemployment_of_the_nation_is_on_track_and_never_ahead() -> None:
    months = monthly(2026, "5.2", "5.3", "5.4", "5.2", "5.1", "5.0", "5.2", "5.3")
    found = judge(mean(better="lower"), promised("about", "5.5"), months)
    assert (to(2, found.figures.actual), said(found)) == ("5.21", ("on_track", "needed_rate"))
    assert judge(mean(better="lower"), promised("about", "5.5"), monthly(2026, *[1] * 8)).verdict == "on_track"


@pytest.mark.parametrize(
    ("income", "verdict", "difference"),
    [("4.2", "at_risk", "-0.5"), ("5.2", "on_track", "0.5")],
    ids=["real", "nominal"],
)
def test_incomes_of_the_nation_are_in_step_with_gdp_or_not_by_what_is_compared(
    income: str, verdict: str, difference: str
) -> None:
    target = promised("in_step", reference=["gdp"])
    found = judge(growth(), target, [ytd("2026-06", income), ytd("2026-06", "4.7", of="gdp")], others=[growth("gdp")])
    assert (found.verdict, found.figures.difference) == (verdict, D(difference))
