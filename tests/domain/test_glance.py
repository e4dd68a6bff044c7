"""Do the numbers at a glance follow from the published ones? Figures are invented where no source stands beside."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cli.workspaces import ROOT
from domain.builders import (
    IT,
    D,
    alone,
    day,
    flow,
    growth,
    judge,
    known,
    mean,
    monthly,
    near,
    period,
    point,
    promised,
    released,
    stock,
    yearly,
    ytd,
)  # fmt: skip
from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.glance import Computed, Feasibility, feasibility, glance
from ycindic.domain.judge import assess
from ycindic.domain.latest_rate import alone as latest_alone
from ycindic.domain.model import Bilingual, Indicator, IndicatorId, Observation, Plan, ProfileKind, Target
from ycindic.load.find import Folder
from ycindic.load.workspace import load


def answered(
    target: Target, seen: Iterable[Observation], *indicators: Indicator, at: str = "2026-09-20"
) -> tuple[Assessment, Plan, Facts]:
    plan = Plan(Bilingual("", ""), {one.id: one for one in indicators}, (target,))
    facts = known(seen)
    return assess(plan, target, facts, day(at)), plan, facts


def computed(target: Target, seen: Iterable[Observation], *indicators: Indicator, **more: str) -> dict[str, Computed]:
    row, plan, facts = answered(target, seen, *indicators, **more)
    found = glance(row, plan, facts)
    return {one.step.field if one.about == IT else f"{one.step.field} {one.about}": one for one in found}


def said(target: Target, seen: Iterable[Observation], *indicators: Indicator, **more: str) -> list[Feasibility]:
    row, _, facts = answered(target, seen, *indicators, **more)
    return list(feasibility(row, facts))


def test_two_year_to_date_rates_imply_what_the_quarter_between_them_grew() -> None:
    levels = [ytd("2025-03", 20, of="amount"), ytd("2025-06", 45, of="amount"), ytd(2025, 100, of="amount")]
    rates = [ytd("2026-Q1", "5.0"), ytd("2026-Q2", "4.5")]
    one = computed(promised("at_least", 5), [*levels, *rates], growth(levels="amount"), flow("amount"))["latest_growth"]
    assert near(one.step.result, (D("0.45") * D("4.5") - D("0.20") * D("5.0")) / D("0.25"))
    half_digits = D("0.05") * (D("0.45") + D("0.20")) / D("0.25")
    assert one.low is not None
    assert near(one.step.result - one.low, half_digits)
    assert one.period == period("2026-Q2")
    assert one.weights is ProfileKind.LAST_YEAR
    assert one.beside is not None  # what the rest must grow: (5 - 0.45 x 4.5) / 0.55
    assert near(one.beside, (5 - D("0.45") * D("4.5")) / D("0.55"))


def test_without_levels_the_months_are_weighed_evenly_and_it_says_so() -> None:
    one = computed(promised("at_least", 5), [ytd("2026-02", 4), ytd("2026-03", 5)], growth())["latest_growth"]
    assert near(one.step.result, 3 * D(5) - 2 * D(4))
    assert one.weights is ProfileKind.LINEAR
    assert one.period == period("2026-03")


def test_the_first_rate_of_a_year_implies_nothing() -> None:
    assert computed(promised("at_least", 5), [ytd("2025-12", 9), ytd("2026-02", 4)], growth()) == {}


AMOUNTS = st.lists(st.integers(1, 500), min_size=24, max_size=24)


@given(AMOUNTS, st.integers(1, 11))
def test_exact_rates_imply_exactly_the_growth_of_the_months_between(amounts: list[int], month: int) -> None:
    before, now = amounts[:12], amounts[12:]
    sums = [(sum(before[:last]), sum(now[:last])) for last in range(1, 13)]
    rates = [ytd(f"2026-{at:02d}", (D(b) / a - 1) * 100) for at, (a, b) in enumerate(sums[: month + 1], 1)]
    levels = [ytd(f"2025-{at:02d}", a, of="amount") for at, (a, _) in enumerate(sums, 1)]
    found = computed(
        promised("at_least", 5), [*rates, *levels], growth(levels="amount"), flow("amount"), at="2027-06-30"
    )
    assert near(found["latest_growth"].step.result, (D(now[month]) / before[month] - 1) * 100, 15)


@given(AMOUNTS)
def test_the_true_growth_lies_in_the_range_that_rounding_leaves(amounts: list[int]) -> None:
    before, now = amounts[:12], amounts[12:]
    assume(all(abs(D(n) / b) < 50 for b, n in zip(before, now, strict=True)))
    levels = [ytd(f"2025-{at:02d}", sum(before[:at]), of="amount") for at in range(1, 13)]
    rates = [ytd(f"2026-{at:02d}", round((D(sum(now[:at])) / sum(before[:at]) - 1) * 100, 1)) for at in (8, 9)]
    found = computed(
        promised("at_least", 5), [*rates, *levels], growth(levels="amount", decimals=1), flow("amount"), at="2026-12-20"
    )
    one = found["latest_growth"]
    assert one.low is not None
    assert one.high is not None
    assert one.low - D("1e-15") <= (D(now[8]) / before[8] - 1) * 100 <= one.high + D("1e-15")


@pytest.mark.parametrize(("name", "least"), [("gdp", "0.94"), ("retail", "0.99"), ("exports", "0.95")])
def test_the_rates_that_the_bureau_prints_for_single_months_lie_in_the_implied_range(name: str, least: str) -> None:
    """Source: NBS and Customs print 当月 and 累计 beside each other; misses are years whose base was revised."""
    workspace = load(Folder(ROOT / "examples/china"), date(2026, 9, 20))
    indicator, rates = workspace.plan.indicators[IndicatorId(name)], workspace.facts.of(IndicatorId(name)).ytd
    found = [latest_alone(indicator, workspace.facts, rates[month]) for month in rates]
    both = [(one.low, one.published, one.high) for one in found if one and one.published is not None]
    inside = sum(low <= printed <= high for low, printed, high in both if low is not None and high is not None)
    assert len(both) >= 60
    assert Decimal(inside) / len(both) >= Decimal(least)


def test_the_growth_of_a_sum_is_computed_from_its_amounts() -> None:
    seen = [*monthly(2025, 10, 10, 10), *monthly(2026, 11, 11, 14), ytd(2025, 120)]
    found = computed(promised("at_least", 130), [*seen], flow(decimals=0))
    assert near(found["growth_so_far"].step.result, (D(36) / 30 - 1) * 100)
    assert near(found["latest_growth_sum"].step.result, (D(14) / 10 - 1) * 100)
    assert found["growth_so_far"].low == (D("35.5") / D("30.5") - 1) * 100


def test_levels_that_are_newer_than_the_rate_give_a_growth_marked_as_computed() -> None:
    levels = [ytd("2025-06", 50, of="amount"), ytd("2026-06", 53, of="amount")]
    found = computed(promised("at_least", 5), [*levels, ytd("2026-03", 5)], growth(levels="amount"), flow("amount"))
    assert near(found["growth_from_levels amount"].step.result, 6)
    same = computed(promised("at_least", 5), [*levels, ytd("2026-06", 5)], growth(levels="amount"), flow("amount"))
    assert "growth_from_levels amount" not in same


def test_only_levels_recorded_still_give_a_growth() -> None:
    levels = [ytd("2025-06", 50, of="amount"), ytd("2026-06", 53, of="amount")]
    found = computed(promised("at_least", 5), levels, growth(levels="amount"), flow("amount"))
    assert near(found["growth_from_levels amount"].step.result, 6)


def test_a_level_is_told_against_the_same_month_of_last_year() -> None:
    found = computed(promised("at_least", 9), [point("2025-06", 80), point("2026-06", 84)], stock())
    assert near(found["year_on_year"].step.result, 5)


def test_the_rest_is_told_to_the_line_that_decides() -> None:
    rates = [ytd("2026-05", "5.0"), ytd("2026-06", "4.5")]
    plain = computed(promised("at_least", 5), rates, growth())["latest_growth"]
    about = computed(promised("about", 5), rates, growth(better="higher"))["latest_growth"]
    assert near(plain.beside, 2 * D(5) - D("4.5"))
    assert about.beside is not None
    assert about.beside < 2 * (5 - D("0.3")) - D("4.5") + D("0.001")
    assert not about.room


def test_of_a_ceiling_the_rest_is_told_as_room() -> None:
    rates = [ytd("2026-05", "5.0"), ytd("2026-06", "4.5")]
    assert computed(promised("at_most", 5), rates, growth(better="lower"))["latest_growth"].room


PRICES = {"unit": "%", "better": "near", "price_index": "index"}


def test_carry_over_is_last_decembers_level_over_that_of_the_month() -> None:
    index = [point(f"2025-{month:02d}", 100 + month, of="index") for month in range(1, 13)]
    found = computed(promised("about", 2), [*index, *monthly(2026, 9, 8)], mean(**PRICES), stock("index"))
    assert near(found["carry_over_latest index"].step.result, (D(112) / 102 - 1) * 100)
    assert near(found["new_rise_latest"].step.result, 8 - (D(112) / 102 - 1) * 100)
    months = [(D(112) / (100 + month) - 1) * 100 for month in range(1, 13)]
    assert near(found["carry_over_so_far index"].step.result, sum(months[:2]) / 2)
    assert near(found["carry_over_rest index"].step.result, sum(months[2:]) / 10)
    assert near(found["carry_over_year index"].step.result, sum(months) / 12)


def test_monthly_changes_are_chained_to_a_level() -> None:
    changes = [alone(f"2025-{month:02d}", "0.1", of="index") for month in range(1, 13)]
    found = computed(promised("about", 2), [*changes, *monthly(2026, 2)], mean(**PRICES), mean("index"))
    assert near(found["carry_over_latest index"].step.result, (D("1.001") ** 11 - 1) * 100)


def test_a_hole_in_the_index_leaves_the_year_untold_and_the_known_months_told() -> None:
    index = [point(f"2025-{month:02d}", 100, of="index") for month in (2, 12)]
    found = computed(promised("about", 2), [*index, *monthly(2026, 2, 2)], mean(**PRICES), stock("index"))
    assert set(found) == {"carry_over_latest index", "new_rise_latest"}
    assert found["carry_over_latest index"].step.result == 0


def test_pulls_of_rates_are_weighed_by_last_years_levels_and_leave_the_rest() -> None:
    whole = growth(levels="a", parts_of_sum=(IndicatorId("one"), IndicatorId("two")))
    parts = [growth("one", levels="b"), growth("two", levels="c"), flow("a"), flow("b"), flow("c")]
    seen = [ytd("2025-06", 100, of="a"), ytd("2025-06", 40, of="b"), ytd("2025-06", 60, of="c")]
    seen += [ytd("2026-06", "5.0"), ytd("2026-06", 8, of="one"), ytd("2026-06", 3, of="two")]
    found = computed(promised("at_least", 5), seen, whole, *parts)
    assert near(found["pull one"].step.result, D("0.4") * 8)
    assert near(found["pull two"].step.result, D("0.6") * 3)
    assert near(found["contribution one"].step.result, D("3.2") / 5 * 100)
    assert near(found["pull_left"].step.result, 5 - D("3.2") - D("1.8"))


@given(st.lists(st.tuples(st.integers(1, 900), st.integers(1, 900)), min_size=2, max_size=5))
def test_pulls_of_sums_add_up_to_the_growth_of_the_whole(amounts: list[tuple[int, int]]) -> None:
    names = [IndicatorId(f"part-{place}") for place in range(len(amounts))]
    seen = [ytd("2025-06", sum(a for a, _ in amounts)), ytd("2026-06", sum(b for _, b in amounts))]
    for name, (before, now) in zip(names, amounts, strict=True):
        seen += [ytd("2025-06", before, of=name), ytd("2026-06", now, of=name)]
    found = computed(promised("at_least", 10**6), seen, flow(parts_of_sum=tuple(names)), *(flow(one) for one in names))
    total = (D(seen[1].value) / seen[0].value - 1) * 100
    assert near(sum(found[f"pull {name}"].step.result for name in names), total, 18)
    assert near(found["pull_left"].step.result, 0, 18)


def test_a_part_that_is_not_known_is_left_out_and_nothing_is_said_of_what_is_left() -> None:
    whole = flow(parts_of_sum=(IndicatorId("one"), IndicatorId("two")))
    seen = [ytd("2025-06", 100), ytd("2026-06", 110), ytd("2025-06", 40, of="one"), ytd("2026-06", 50, of="one")]
    found = computed(promised("at_least", 300), seen, whole, flow("one"), flow("two"))
    assert near(found["pull one"].step.result, 10)
    assert "pull_left" not in found


def test_contributions_are_those_of_guangdong_in_2009() -> None:
    """The base years follow from the levels and rates of 2009: 39081.59 at 9.5, 2006.02 at 4.9, 19270.48 at 8.7.

    A worked case of the statistics' textbooks (https://zkxblog.com/lab/read-6405457.html): contributions of 2.76 and
    45.50 per cent, the second from a rounded level.
    """
    base = {"it": D("39081.59") / D("1.095"), "first": D("2006.02") / D("1.049"), "second": D("19270.48") / D("1.087")}
    now = {"it": D("39081.59"), "first": D("2006.02"), "second": D("19270.48")}
    seen = [ytd(2008, value, of=name) for name, value in base.items()]
    seen += [ytd(2009, value, of=name) for name, value in now.items()]
    whole = flow(parts_of_sum=(IndicatorId("first"), IndicatorId("second")))
    found = computed(promised("at_least", 1, 2009), seen, whole, flow("first"), flow("second"), at="2010-03-01")
    assert round(found["contribution first"].step.result, 2) == D("2.76")
    assert round(found["contribution second"].step.result, 1) == D("45.5")


YEARS = range(2018, 2026)


def rest_of_rates(*finals: object) -> list[Observation]:
    """Half years at 5 and years at the finals, from 2018 on: the second half grew 2 x final - 5."""
    found: list[Observation] = []
    for of_year, final in zip(YEARS, finals, strict=False):
        found += [ytd(f"{of_year}-06", 5), ytd(of_year, str(final))]
    return found


def test_a_rest_that_no_year_on_record_had_says_so() -> None:
    (one,) = said(promised("at_least", 7), [*rest_of_rates(5, "5.5", 6, 4), ytd("2026-06", 5)], growth())
    assert (one.doubt, one.years, one.reached, one.year) == ("beyond_record", 4, 0, 2020)
    assert (one.needed, one.record) == (2 * 7 - 5, 2 * 6 - 5)


def test_a_rest_that_some_years_had_says_how_many() -> None:
    (one,) = said(promised("at_least", "5.4"), [*rest_of_rates(5, "5.5", 6, 4), ytd("2026-06", 5)], growth())
    assert (one.doubt, one.years, one.reached) == ("on_record", 4, 2)


def test_a_rest_that_may_grow_less_than_so_far_is_no_question() -> None:
    assert said(promised("at_least", 4), [*rest_of_rates(5, 5, 5, 5), ytd("2026-06", 5)], growth()) == []


def test_two_years_are_no_record() -> None:
    assert said(promised("at_least", 7), [*rest_of_rates(5, 5), ytd("2026-06", 5)], growth()) == []


def test_more_than_double_and_less_than_nothing_are_told() -> None:
    last = [ytd("2025-06", 50), ytd(2025, 100)]
    (one,) = said(promised("at_least", 200), [*last, ytd("2026-06", 55)], flow(released=released("month", 20)))
    assert (one.doubt, one.needed) == ("more_than_double", (D(200 - 55) / 50 - 1) * 100)
    (one,) = said(promised("at_most", 10), [ytd("2026-06", 200)], growth(better="lower"))
    assert (one.doubt, one.needed) == ("less_than_nothing", 2 * 10 - 200)


def test_a_mean_beyond_its_natural_limit_is_impossible() -> None:
    found = said(promised("at_least", 99), monthly(2026, *[97] * 9), mean(better="higher", limit=D(100)))
    assert [(one.doubt, one.needed) for one in found] == [("beyond_limit", D(12 * 99 - 9 * 97) / 3)]


def test_what_is_decided_asks_nothing_more() -> None:
    assert said(promised("at_least", 7, 2025), [*rest_of_rates(*[5] * 8)], growth(), at="2026-03-01") == []
    assert yearly(2020, 1)


def test_the_month_after_which_no_year_came_back_is_the_first_whose_rest_is_beyond_all_records() -> None:
    """A rate of 5 for nine months, then 6, 7 and 8 in the last quarters on record; half of 2026 has brought 5."""
    lasts = {2023: 6, 2024: 7, 2025: 8}
    seen = [
        ytd(f"{year}-{month:02d}", (D(5) * min(month, 9) + last * max(D(month) - 9, D(0))) / month)
        for year, last in lasts.items()
        for month in range(1, 13)
    ]
    seen += [ytd(f"2026-{month:02d}", 5) for month in range(1, 7)]
    row = judge(growth(decimals=1, better="higher"), promised("at_least", D("5.5")), seen)
    found = {one.doubt.value: one for one in feasibility(row, known(seen))}
    assert found["on_record"].reached == 2  # 6 is needed, the halves brought 5.5, 6 and 6.5
    assert found["no_return_after"].month == 11
    assert near(found["no_return_after"].needed, 12 * (D("5.5") - D(11) / 12 * 5))  # 11, beyond the 8 of 2025
