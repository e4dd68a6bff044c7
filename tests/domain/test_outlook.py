"""Is the end of a year told from what was known, with a width that its record bears out? All figures are invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from math import exp, isclose
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.builders import D, flow, growth, mean, period, promised, stock
from ycindic.domain.facts import Facts, series
from ycindic.domain.history import Timeline, Vintage
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Basis, Bilingual, Bound, Indicator, Measure, Method, Observation, Plan, Stage, Target
from ycindic.domain.outlook.ahead import Memory, steps_ahead
from ycindic.domain.outlook.answer import outlooks, studied
from ycindic.domain.outlook.end import Outlook
from ycindic.domain.outlook.paths import ENDINGS, METHODS
from ycindic.domain.outlook.paths.library import lend
from ycindic.domain.outlook.untold import LEAST_YEARS, Untold
from ycindic.domain.outlook.width import below, reaching
from ycindic.domain.outlook.years import course
from ycindic.domain.period import Calendar, Period
from ycindic.domain.problem import Place

AS_OF = date(2026, 7, 20)
SEASON = (5, 7, 9, 8, 8, 9, 8, 8, 9, 9, 9, 11)


def sums(
    rate: float, first: int, reached: int = 6, *, skip: tuple[int, ...] = (), noise: float = 0, seed: int = 1
) -> Iterator[tuple[str, str]]:
    """Running totals that grow by the same rate every year with the same season, up to a month of 2026."""
    drawn = Random(seed)  # noqa: S311 - a repeatable draw, no secret
    for year in range(first, 2027):
        total = 0.0
        for month, part in enumerate(SEASON, 1):
            total += 1000 * part * (1 + rate) ** (year - 2026) * exp(noise * drawn.gauss(0, 1))
            if month not in skip and (year < 2026 or month <= reached):
                yield f"{year}-{month:02d}", f"{total:.4f}"


def facts(of: Indicator, rows: Iterable[tuple[str, str]], basis: Basis = Basis.YTD) -> Facts:
    found = [Observation(of.id, period(when), basis, D(value)) for when, value in rows]
    return Facts({of.id: series(found)})


def told(of: Indicator, what: Facts, *targets: Target, more: Iterable[Indicator] = ()) -> Outlook | None:
    plan = Plan(Bilingual("", ""), {one.id: one for one in (of, *more)}, targets)
    found = outlooks(plan, assess_all(plan, what, AS_OF), what)
    return found.get(targets[0].id)


def ending(method: Method, of: Indicator, what: Facts, year: int = 2026) -> float | None:
    found = course(of, what, year)
    assert found is not None
    return ENDINGS[method](found.now)


BY_AMOUNTS = (Method.SMOOTHING, Method.LIBRARY)
STEADY = [one for one in METHODS[Measure.FLOW].all if one not in (*METHODS[Measure.FLOW].shown, *BY_AMOUNTS)]


@pytest.mark.parametrize("method", STEADY)
@given(rate=st.floats(-0.2, 0.3), reached=st.integers(1, 11), years=st.integers(2, 12))
@settings(deadline=None, max_examples=30)
def test_growth_that_never_changed_is_told_to_go_on_by_every_method(
    method: Method, rate: float, reached: int, years: int
) -> None:
    said = ending(method, flow(), facts(flow(), sums(rate, 2026 - years, reached)))
    assert said is not None
    assert isclose(said, 1000 * sum(SEASON), rel_tol=1e-6)


@given(rise=st.integers(0, 900), reached=st.integers(1, 11), years=st.integers(2, 12))
@settings(deadline=None, max_examples=30)
def test_amounts_that_rise_evenly_around_one_season_go_on_so_when_smoothed(rise: int, reached: int, years: int) -> None:
    def amount(month: int) -> int:
        return 2000 + rise * month + 1000 * SEASON[month % 12]

    first = 2026 - years
    rows = [(f"{first + month // 12}-{month % 12 + 1:02d}", str(sum(map(amount, range(month - month % 12, month + 1)))))
            for month in range(12 * years + reached)]  # fmt: skip
    said = ending(Method.SMOOTHING, flow(), facts(flow(), rows))
    assert said is not None
    assert isclose(said, sum(map(amount, range(12 * years, 12 * years + 12))), rel_tol=1e-6)


def test_a_season_that_comes_back_every_year_is_told_the_better_the_more_years_have_shown_it() -> None:
    def off(years: int, reached: int) -> float:
        rows = [(f"{year}-{month:02d}", str(part)) for year in range(2026 - years, 2027)
                for month, part in enumerate(SEASON, 1) if (year, month) <= (2026, reached)]  # fmt: skip
        said = ending(Method.SEASONAL, mean(), facts(mean(), rows, Basis.ALONE))
        assert said is not None
        return abs(said - sum(SEASON) / 12)

    one, four, sixteen = (max(off(years, reached) for reached in range(1, 12)) for years in (1, 4, 16))
    assert sixteen < four / 1.5 < one / 2
    assert sixteen < 0.1 * (max(SEASON) - min(SEASON))


@given(st.lists(st.floats(-1, 1), min_size=3, max_size=40), st.data())
def test_the_recursion_is_the_one_of_its_formula(row: list[float], data: st.DataObject) -> None:
    kept, month, year, level = (data.draw(st.floats(-0.9, 0.9)) for _ in range(4))
    season = data.draw(st.integers(1, 5))
    surprise = {-lag: 0.0 for lag in range(1, season + 2)}
    values = [one - level for one in row]
    for t in range(1, len(row)):
        lags = month * surprise[t - 1] if t > 1 else 0.0
        lags += year * surprise.get(t - season, 0.0) - month * year * surprise.get(t - season - 1, 0.0)
        surprise[0] = 0.0
        surprise[t] = values[t] - kept * values[t - 1] + lags
    expected = []
    for t in range(len(row), len(row) + season):
        surprise[t] = 0.0
        more = month * surprise.get(t - 1, 0.0) + year * surprise.get(t - season, 0.0)
        values.append(kept * values[t - 1] - more + month * year * surprise.get(t - season - 1, 0.0))
        expected.append(values[t] + level)
    found = steps_ahead(tuple(row), len(row), season, season, Memory(kept, month, year), level)
    assert all(isclose(one, other, abs_tol=1e-6) for one, other in zip(found, expected, strict=True))


@given(st.floats(0.001, 0.999))
def test_the_distribution_and_its_inverse_agree(chance: float) -> None:
    assert isclose(below(reaching(chance)), chance, rel_tol=1e-9)
    assert isclose(reaching(chance), -reaching(1 - chance), abs_tol=1e-6)


def test_eighty_of_a_hundred_lie_within_what_tables_of_student_say() -> None:
    assert isclose(reaching(0.9), 1.5332, abs_tol=1e-4)
    assert isclose(reaching(0.975), 2.7764, abs_tol=1e-4)


@pytest.mark.parametrize("years", range(1, 8))
def test_with_fewer_than_four_years_there_is_an_end_but_no_interval_and_no_chance(years: int) -> None:
    one = told(flow(), facts(flow(), sums(0.1, 2026 - years, noise=0.1)), promised("at_least", 90000))
    assert one is not None
    assert one.years == years
    assert (one.chance is None) is (one.low is None) is (years < LEAST_YEARS)
    assert (one.why is Untold.FEW_YEARS) is (years < LEAST_YEARS)


def test_a_year_without_a_figure_or_with_its_last_one_or_without_a_year_before_it_has_no_outlook() -> None:
    goal = promised("at_least", 90000)
    assert told(flow(), facts(flow(), sums(0.1, 2018, reached=0)), goal) is None
    assert told(flow(), facts(flow(), sums(0.1, 2018, reached=12)), goal) is None
    assert told(flow(), facts(flow(), sums(0.1, 2026)), goal) is None


@given(st.integers(0, 50), st.integers(1, 11), st.integers(40000, 140000))
@settings(deadline=None)
def test_a_chance_is_never_certain_and_a_higher_goal_is_never_likelier(seed: int, reached: int, goal: int) -> None:
    what = facts(flow(net=True), sums(0.08, 2018, reached, noise=0.15, seed=seed))
    one, higher = (told(flow(net=True), what, promised("at_least", number)) for number in (goal, goal + 1000))
    assert one is not None
    assert higher is not None
    assert one.chance is not None
    assert higher.chance is not None
    assert 0 < higher.chance <= one.chance < 1
    assert one.low is not None
    assert one.high is not None
    assert one.low <= one.projection <= one.high


@given(st.integers(0, 50))
@settings(deadline=None)
def test_a_floor_and_a_ceiling_at_the_same_edge_share_one_hundred_per_cent(seed: int) -> None:
    what = facts(flow(net=True), sums(0.08, 2018, noise=0.15, seed=seed))
    floor, ceiling = (told(flow(net=True), what, promised(one, 98000)) for one in ("at_least", "at_most"))
    assert floor is not None
    assert ceiling is not None
    assert floor.chance is not None
    assert ceiling.chance is not None
    assert floor.chance + ceiling.chance == pytest.approx(1, abs=1e-6)


def test_a_wider_level_makes_a_wider_interval() -> None:
    what = facts(flow(), sums(0.08, 2018, noise=0.1))
    goal = promised("at_least", 90000)
    half = goal._replace(settings=goal.settings._replace(outlook_level=D(50)))
    usual, narrow = told(flow(), what, goal), told(flow(), what, half)
    assert usual is not None
    assert narrow is not None
    assert usual.low < narrow.low < narrow.high < usual.high  # type: ignore[operator]
    assert usual.chance == narrow.chance


def test_january_that_comes_with_february_changes_no_end_of_a_steady_season() -> None:
    apart = ending(Method.AIRLINE, flow(), facts(flow(), sums(0.07, 2018)))
    joined = ending(Method.AIRLINE, flow(), facts(flow(), sums(0.07, 2018, skip=(1,))))
    assert apart == pytest.approx(joined)


def test_a_hole_is_bridged_and_told() -> None:
    rows = [row for row in sums(0.07, 2018) if row[0] not in ("2022-05", "2024-08")]
    one = told(flow(), facts(flow(), rows), promised("at_least", 90000))
    assert one is not None
    assert one.filled == (2022, 2024)


def test_levels_that_were_raised_between_two_years_end_where_the_published_growth_leads() -> None:
    levels, rate = flow("levels"), growth("rate", levels="levels")
    raised = [(when, f"{float(value) * (1.5 if when >= '2024' else 1):.4f}") for when, value in sums(0.1, 2018)]
    rates = [(when, "10.0") for when, _ in sums(0.1, 2019)]
    what = Facts(facts(levels, raised).by_indicator | facts(rate, rates).by_indicator)
    goal = promised("at_least", 90000, of="levels")
    one = told(levels, what, goal, more=[rate])
    assert one is not None
    assert one.rebased == (2024,)
    assert float(one.projection) == pytest.approx(1.5 * 1000 * sum(SEASON), rel=1e-4)


def test_a_method_that_the_registry_names_is_taken() -> None:
    of = flow(outlook=Method.CHAIN_LADDER)
    one = told(of, facts(of, sums(0.1, 2018, noise=0.1)), promised("at_least", 90000))
    assert one is not None
    assert one.method is Method.CHAIN_LADDER


@pytest.mark.parametrize("reached", [3, 7])
def test_a_year_that_has_surprised_has_a_wider_interval(reached: int) -> None:
    """Two years alike until this one's latest month, which in one of them falls far from what was to come."""
    rows = list(sums(0.07, 2016, reached, noise=0.02))
    total = float(rows[-1][1]) + 0.5 * (float(rows[-1][1]) - float(rows[-2][1]))
    calm, wild = (
        told(flow(), facts(flow(), [*rows[:-1], (rows[-1][0], f"{end:.4f}")]), promised("at_least", 90000))
        for end in (float(rows[-1][1]), total)
    )
    assert calm is not None
    assert wild is not None
    assert wild.said.width > 1.5 * calm.said.width  # type: ignore[union-attr, operator]


def test_every_method_that_is_only_shown_leaves_the_answer_as_it_is() -> None:
    of, what = growth(decimals=1), facts(growth(decimals=1), [
        (f"{year}-{month:02d}", f"{5 + ((year * 7 + month * 3) % 11) / 10:.1f}")
        for year in range(2016, 2027) for month in range(1, 13) if (year, month) <= (2026, 6)])  # fmt: skip
    plan = Plan(Bilingual("", ""), {of.id: of}, ())
    usual, every = (studied(plan, of, what, 2026, every=one) for one in (False, True))
    assert usual is not None
    assert every is not None
    assert set(every[1].endings) - set(usual[1].endings) == set(METHODS[Measure.GROWTH].shown)
    assert {method: every[1].endings[method] for method in usual[1].endings} == usual[1].endings
    assert every[1].chosen is usual[1].chosen


def test_a_rate_that_stays_is_told_to_stay() -> None:
    of = growth(decimals=1)
    rows = [(f"{year}-{month:02d}", "5.2") for year in range(2018, 2027) for month in range(1, 13)
            if (year, month) <= (2026, 6)]  # fmt: skip
    one = told(of, facts(of, rows), promised("at_least", D("5.2")))
    assert one is not None
    assert float(one.projection) == pytest.approx(5.2)
    assert one.low is not None
    assert D("5.2") - D("0.1") < one.low < D("5.2"), "rounding of the figure so far leaves something open"


def vintages(of: Indicator, drawn: Random) -> list[Vintage]:
    """Monthly running totals, each published once or twice, some late."""
    found = []
    for year in range(2019, 2027):
        total = 0.0
        for month, part in enumerate(SEASON, 1):
            total += part * 1.08 ** (year - 2019) * exp(0.1 * drawn.gauss(0, 1))
            for delay in range(drawn.choice((1, 2))):
                month_out = month + delay + 1
                shown = date(year + (month_out - 1) // 12, (month_out - 1) % 12 + 1, drawn.randint(1, 28))
                value = D(f"{total * (1 + 0.01 * delay):.3f}")
                found.append(Vintage(of.id, period(f"{year}-{month:02d}"), Basis.YTD, value, shown,
                                     Stage.UNSTATED, Bound.EXACT, "", "", Place("a.csv")))  # fmt: skip
    return found


@given(st.integers(0, 10**6), st.dates(date(2024, 3, 1), date(2026, 12, 31)))
@settings(deadline=None, max_examples=40)
def test_figures_published_after_a_day_change_nothing_that_is_said_on_it(seed: int, day: date) -> None:
    of, drawn = flow(), Random(seed)  # noqa: S311 - a repeatable draw, no secret
    rows = vintages(of, drawn)
    changed = [one._replace(value=one.value * 3) if one.published and one.published > day and one.value else one
               for one in rows]  # fmt: skip
    targets = tuple(promised("at_least", goal, year) for year, goal in ((2024, 130), (2025, 150), (2026, 160)))
    plan = Plan(Bilingual("", ""), {of.id: of}, targets)

    def said(known: list[Vintage]) -> object:
        what = Timeline(known, plan.indicators).facts(day)
        return outlooks(plan, assess_all(plan, what, day), what)

    assert said(rows) == said(changed)


@pytest.fixture
def lent() -> Iterator[list[int]]:
    """A model that expects its row to stay where it is, and the lengths of the rows that it was asked about."""
    asked: list[int] = []

    def model(row: tuple[float, ...], steps: int, _: int) -> list[float]:
        asked.append(len(row))
        return [row[-1]] * steps

    lend(model)
    yield asked
    lend(None)


def test_a_lent_model_takes_part_only_where_it_is_asked_for_by_name(lent: list[int]) -> None:
    goal, what = promised("at_least", 90000), facts(flow(), sums(0.1, 2018, noise=0.1))
    assert told(flow(), what, goal) is not None
    assert lent == []
    named = told(flow(outlook=Method.LIBRARY), what, goal)
    assert named is not None
    assert named.method is Method.LIBRARY
    assert max(lent) == 8 * 12 + 6, "no row is longer than what is known"


def test_a_model_sees_amounts_and_its_end_is_the_sum_of_what_it_expects(lent: list[int]) -> None:
    of = flow(outlook=Method.LIBRARY)
    rows = list(sums(0.1, 2020, noise=0.1))
    june, may = (float(dict(rows)[month]) for month in ("2026-06", "2026-05"))
    assert ending(Method.LIBRARY, of, facts(of, rows)) == pytest.approx(june + 6 * (june - may))
    assert lent


def constant(of: Indicator, rate: str, *, begin: str = "5.2") -> Facts:
    """A rate that is the same from 2019 on, and another one before; invented."""
    months = ((year, month) for year in range(2018, 2027) for month in range(1, 13) if (year, month) <= (2026, 6))
    return facts(of, [(f"{year}-{month:02d}", begin if year == 2018 else rate) for year, month in months])


@pytest.mark.parametrize("rate", ["5.2", "-60", "0"])
def test_a_rate_stays_where_a_model_lets_its_index_grow_as_in_the_year_before(rate: str) -> None:
    of = growth(decimals=1, outlook=Method.LIBRARY)

    def model(row: tuple[float, ...], steps: int, season: int) -> list[float]:
        assert row[:season] == (0.0,) * season
        return [row[-season + step] + row[-1] - row[-1 - season] for step in range(steps)]

    lend(model)
    try:
        assert ending(Method.LIBRARY, of, constant(of, rate)) == pytest.approx(float(rate))
        what = course(of, constant(of, rate, begin="-100"), 2026)
        assert what is not None
        assert ENDINGS[Method.LIBRARY](what.now) is None, "what has fallen by all has no index"
    finally:
        lend(None)


def test_a_model_that_is_asked_for_and_not_lent_leaves_the_word_to_what_was_best() -> None:
    of = flow(outlook=Method.LIBRARY)
    one = told(of, facts(of, sums(0.1, 2018, noise=0.1)), promised("at_least", 90000))
    assert one is not None
    assert one.method is not Method.LIBRARY


ODD = st.sampled_from(["0", "-5", "1E+30", "-1E+30", "0.000001", "3", "7.25", "100", "100.0"])


@given(
    of=st.sampled_from([flow(), flow(net=True), growth(decimals=1), growth(shares=["0.2", "0.2", "0.9", "1"]),
                        mean(better="higher"), stock(better="higher")]),
    figures=st.dictionaries(st.tuples(st.integers(2019, 2026), st.integers(1, 12)), ODD, min_size=10),
    basis=st.sampled_from(list(Basis)),
)  # fmt: skip
@settings(deadline=None, max_examples=150)
def test_no_figures_however_odd_are_too_much(of: Indicator, figures: dict[tuple[int, int], str], basis: Basis) -> None:
    rows = [(f"{year}-{month:02d}", value) for (year, month), value in figures.items()]
    one = told(of, facts(of, rows, basis), promised("at_least", 5))
    assert one is None or one.chance is None or 0 < one.chance < 1


@given(st.integers(1, 12), st.integers(0, 30))
@settings(deadline=None, max_examples=30)
def test_a_year_that_begins_in_another_month_ends_like_one_that_begins_in_january(starts: int, seed: int) -> None:
    """The same figures by their place in the year, whatever month that is."""
    civil, other = flow(), flow(calendar=Calendar(starts))
    placed = []
    for when, value in sums(0.1, 2018, noise=0.1, seed=seed):
        year, place = int(when[:4]), int(when[5:])
        months = Period(other.calendar.month(year, 1), other.calendar.month(year, place))
        placed.append(Observation(other.id, months, Basis.YTD, D(value), calendar=other.calendar))
    moved = Facts({other.id: series(placed, other.calendar)})
    usual = facts(civil, sums(0.1, 2018, noise=0.1, seed=seed))
    assert ending(Method.AIRLINE, other, moved) == pytest.approx(ending(Method.AIRLINE, civil, usual))
