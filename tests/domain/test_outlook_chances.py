"""Is it told how likely a promise is that no year's end decides alone: a distance, every month, several years?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from math import exp, isclose
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.builders import D, alone, events, flow, growth, known, mean, period, point, promised, stock, ytd
from ycindic.domain.facts import Facts, series
from ycindic.domain.history import Timeline, Vintage
from ycindic.domain.judge import assess_all
from ycindic.domain.model import (
    As,
    Basis,
    Bilingual,
    Bound,
    Indicator,
    Observation,
    Plan,
    Stage,
    Target,
    TargetId,
    Told,
)
from ycindic.domain.outlook.answer import outlooks, untold
from ycindic.domain.outlook.end import Decisive, Outlook
from ycindic.domain.outlook.several import ComesTo, YearsLeft
from ycindic.domain.outlook.spoken import SUREST
from ycindic.domain.outlook.told import steps
from ycindic.domain.outlook.untold import Untold
from ycindic.domain.problem import Place
from ycindic.domain.relation import Relation

AS_OF = date(2026, 8, 20)
FIRST, REACHED = 2014, 7


def months(first: int = FIRST, reached: int = REACHED) -> Iterator[tuple[int, int]]:
    return ((year, month) for year in range(first, 2027) for month in range(1, 13) if (year, month) <= (2026, reached))


def course(of: Indicator, basis: Basis, value: Callable[[int, int], float]) -> list[Observation]:
    return [Observation(of.id, period(f"{year}-{month:02d}"), basis, D(f"{value(year, month):.2f}"))
            for year, month in months()]  # fmt: skip


def noise(seed: int, spread: float = 1.0) -> dict[tuple[int, int], float]:
    drawn = Random(seed)  # noqa: S311 - a repeatable draw, no secret
    return {month: drawn.gauss(0, spread) for month in months()}


def told(target: Target, *known: tuple[Indicator, list[Observation]]) -> Outlook | None:
    facts = Facts({of.id: series(rows) for of, rows in known})
    plan = Plan(Bilingual("", ""), {of.id: of for of, _ in known}, (target,))
    return outlooks(plan, assess_all(plan, facts, AS_OF), facts).get(target.id)


OWN, OTHER = growth("own", decimals=2), growth("other", decimals=2)


def beside(relation: str = "above", **more: object) -> Target:
    return promised(relation, None, of="own")._replace(reference=(OTHER.id,), **more)


def pair(apart: float, seed: int = 1) -> tuple[tuple[Indicator, list[Observation]], ...]:
    """Two rates that the same surprises move; the own one lies so many points above."""
    shared = noise(seed)
    return (
        (OWN, course(OWN, Basis.YTD, lambda *at: 5 + apart + shared[at])),
        (OTHER, course(OTHER, Basis.YTD, lambda *at: 5 + shared[at])),
    )


@given(st.integers(0, 50))
@settings(deadline=None, max_examples=20)
def test_what_moves_both_alike_leaves_their_distance_sure(seed: int) -> None:
    one = told(beside(), *pair(1.0, seed))
    assert one is not None
    assert one.decided is not None
    assert one.decided.about is Decisive.DISTANCE
    assert one.decided.said.ending == pytest.approx(1.0)
    assert one.said is not None
    assert one.decided.said.width < one.said.width  # type: ignore[operator]
    assert one.chance == D(str(SUREST))


def test_to_equal_is_enough_in_step_and_not_above() -> None:
    above, at_least = (told(beside(relation), *pair(0.0)) for relation in ("above", "at_least"))
    assert above is not None
    assert at_least is not None
    assert above.chance < D("0.5") < at_least.chance  # type: ignore[operator]


@given(st.integers(0, 30), st.integers(0, 300))
@settings(deadline=None, max_examples=20)
def test_a_greater_distance_is_never_likelier(seed: int, points: int) -> None:
    rows = ((OWN, course(OWN, Basis.YTD, lambda *at: 6 + noise(seed)[at])), pair(0.0, seed + 1)[1])
    near, far = (told(beside(told=Told(As.DIFFERENCE, D(more) / 100)), *rows) for more in (points, points + 50))
    assert near is not None
    assert far is not None
    assert 0 < far.chance <= near.chance < 1  # type: ignore[operator]


def test_of_what_has_no_end_to_compare_with_it_is_said_why() -> None:
    sums = flow("other")
    rows = course(sums, Basis.YTD, lambda year, month: month * (100 + year - FIRST))
    one = told(beside("at_least"), pair(0.0)[0], (sums, rows))
    assert one is not None
    assert one.chance is None
    assert one.why is Untold.NO_DISTANCE


RATE = mean("rate", decimals=1, better="lower")


def held(goal: str) -> Target:
    return promised("at_most", D(goal), of="rate")._replace(hold=True)


@given(st.integers(0, 50), st.integers(50, 70))
@settings(deadline=None, max_examples=20)
def test_every_month_below_a_line_is_never_likelier_than_below_a_higher_one(seed: int, line: int) -> None:
    rows = RATE, course(RATE, Basis.ALONE, lambda *at: 5 + noise(seed, 0.1)[at])
    low, high = (told(held(str(D(one) / 10)), rows) for one in (line, line + 2))
    assert low is not None
    assert high is not None
    assert low.decided is None or low.decided.about is Decisive.WORST
    assert 0 < low.chance <= high.chance < 1  # type: ignore[operator]


def test_the_worst_to_come_lies_as_far_above_as_it_used_to() -> None:
    """Each autumn the rate rises by 0.6 from where it stands in July, and falls again."""
    rows = RATE, course(RATE, Basis.ALONE, lambda _, month: 5.0 + (0.6 if month == 10 else 0))
    one = told(held("5.7"), rows)
    assert one is not None
    assert one.decided is not None
    assert one.decided.said.ending == pytest.approx(5.6)
    sure, never = one, told(held("5.4"), rows)
    assert never is not None
    assert sure.chance > D("0.9") > D("0.1") > never.chance  # type: ignore[operator]


def test_what_has_been_broken_is_settled() -> None:
    rows = RATE, course(RATE, Basis.ALONE, lambda year, month: 9.0 if (year, month) == (2026, 3) else 5.0)
    one = told(held("5.5"), rows)
    assert one is not None
    assert one.chance == D("0.005")


def average(goal: str, years: str = "2025-2029", **more: object) -> Target:
    return promised("at_least", D(goal), of="own")._replace(period=period(years), **({"average": True} | more))


def yearly(value: Callable[[int], float], until: int = 2025) -> tuple[Indicator, list[Observation]]:
    return OWN, [Observation(OWN.id, period(f"{year}-12"), Basis.YTD, D(f"{value(year):.2f}"))
                 for year in range(2005, until + 1)]  # fmt: skip


def test_growth_that_never_changed_goes_on_over_several_years() -> None:
    one = told(average("4.9"), yearly(lambda _: 5.0))
    assert one is not None
    assert one.decided is not None
    assert one.decided.about is Decisive.YEARS_LEFT
    assert float(one.projection) == pytest.approx(5.0)
    assert one.chance > D("0.9")  # type: ignore[operator]


def test_with_few_earlier_runs_of_as_many_years_nothing_is_told() -> None:
    indicator, rows = yearly(lambda _: 5.0)
    assert (
        told(average("4.9"), (indicator, [one for one in rows if one.period.first >= period("2021-01").first])) is None
    )


@given(
    done=st.lists(st.floats(-10, 20), max_size=4),
    left=st.integers(1, 5),
    goal=st.floats(-5, 15),
    come_to=st.sampled_from(ComesTo),
)
def test_what_is_needed_of_the_years_left_brings_all_of_them_to_the_goal(
    done: list[float], left: int, goal: float, come_to: ComesTo
) -> None:
    years = YearsLeft(tuple(done), left, come_to)
    assert isclose(years.whole(years.needed(goal)), goal, rel_tol=1e-9, abs_tol=1e-9)


def over_years(
    of: Indicator, basis: Basis, value: Callable[[int], float], first: int = 2005
) -> tuple[Indicator, list[Observation]]:
    return of, [Observation(of.id, period(f"{year}-12"), basis, D(f"{value(year):.2f}")) for year in range(first, 2026)]


SUM, LEVEL, MEAN = flow("own"), stock("own", better="higher"), mean("own", better="lower")
GROWN = over_years(SUM, Basis.YTD, lambda year: 100 * 1.1 ** (year - 2024))
RISEN = over_years(LEVEL, Basis.POINT, lambda year: 50 + (year - 2024))
STAYED = over_years(MEAN, Basis.YTD, lambda _: 5.0)


@pytest.mark.parametrize(
    ("known", "more", "comes_to"),
    [
        (GROWN, {}, 100 * sum(1.1**year for year in range(1, 6))),  # 2025 to 2029, on 100 in 2024
        (RISEN, {}, 50 + 5),
        (STAYED, {"relation": Relation.AT_MOST}, 5.0),
    ],
)
def test_what_never_changed_its_way_goes_on_over_several_years(
    known: tuple[Indicator, list[Observation]], more: dict[str, object], comes_to: float
) -> None:
    one = told(average(f"{comes_to:.2f}", average=False, **more), known)
    assert one is not None
    assert float(one.projection) == pytest.approx(comes_to, rel=1e-4)
    near, far = (told(average(f"{comes_to * by:.2f}", average=False, **more), known) for by in (0.97, 1.03))
    easy, hard = (far, near) if more else (near, far)
    assert easy is not None
    assert hard is not None
    assert easy.chance > D("0.9") > D("0.1") > hard.chance  # type: ignore[operator]
    assert {step.field: step.result for step in steps(one, "")}["outlook"] == one.projection


def test_a_sum_that_was_promised_a_year_is_told_for_all_years() -> None:
    whole, yearly_goal = (
        told(average(goal, average=of_each), GROWN) for goal, of_each in (("650", False), ("130", True))
    )
    assert whole is not None
    assert yearly_goal is not None
    assert whole.chance == yearly_goal.chance


def test_a_share_ends_no_higher_than_it_can() -> None:
    share = stock("own", better="higher", limit=D(52))
    one = told(
        average("51", average=False), (share, over_years(share, Basis.POINT, lambda year: 50 + (year - 2024))[1])
    )
    assert one is not None
    assert one.high == D(52)


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (average("4", hold=True), Untold.NO_SINGLE_COURSE),
        (average("6", average=False), Untold.NO_SINGLE_COURSE),
        (beside()._replace(period=period("2025-2029")), Untold.YEARS_APART),
        (average("6", "2025-2045"), Untold.FEW_RUNS),
        (promised("at_least", D("6"), of="own")._replace(period=period("2026-Q1")), Untold.PART_OF_A_YEAR),
        (promised("at_least", D("6"), of="own"), Untold.NOT_BEGUN),
    ],
)
def test_of_a_promise_without_an_outlook_it_is_said_why(target: Target, why: Untold) -> None:
    known = (over_years(OWN, Basis.YTD, lambda _: 5.0), over_years(OTHER, Basis.YTD, lambda _: 5.0))
    facts = Facts({of.id: series(rows) for of, rows in known})
    plan = Plan(Bilingual("", ""), {of.id: of for of, _ in known}, (target,))
    (row,) = assess_all(plan, facts, AS_OF)
    assert outlooks(plan, (row,), facts) == {}
    assert untold(plan, row, facts) is why


@pytest.mark.parametrize(
    ("of", "target", "seen", "why"),
    [
        (growth(), promised("at_least", 5), [ytd("2026-06", 4)], Untold.NO_YEAR_BEFORE),
        (growth(), promised("at_least", 5), [ytd("2025", 4), ytd("2026-06", 4)], Untold.NO_YEAR_BEFORE),
        (stock(), promised("at_least", 5), [point("2026-06", 4)], Untold.NO_YEAR_BEFORE),
        (flow(), promised("at_least", 5), [alone("2026-06", 4)], Untold.NO_COURSE),
        (events(), promised("none"), [ytd("2026-06", 0)], Untold.EVENTS),
        (flow(), promised("at_least", 5), [ytd("2026-06", 6)], None),  # reached for good
        (flow(), promised("at_most", 5), [ytd("2026-06", 6)], None),  # missed for good
        (events(), promised("none"), [ytd("2026-06", 1)], None),
    ],
)
def test_why_a_year_under_way_has_no_outlook_is_its_true_reason(of, target: Target, seen, why: Untold | None) -> None:
    plan, facts = Plan(Bilingual("", ""), {of.id: of}, (target,)), known(seen)
    (row,) = assess_all(plan, facts, AS_OF)
    assert untold(plan, row, facts) is why


@given(st.integers(0, 50))
@settings(deadline=None, max_examples=20)
def test_a_chance_shows_the_formula_that_makes_it(seed: int) -> None:
    wild = noise(seed)
    rates = RATE, course(RATE, Basis.ALONE, lambda *at: 5 + 0.1 * wild[at])
    cases = (
        told(beside(), *pair(0.3, seed)),
        told(held("5.2"), rates),
        told(average("5"), yearly(lambda year: 5 + Random(f"{seed} {year}").gauss(0, 1))),  # noqa: S311
        told(
            average("650", average=False),
            over_years(SUM, Basis.YTD, lambda year: 100 * exp(0.1 * wild[year, 1]), FIRST),
        ),
    )
    for one in cases:
        assert one is not None
        found = {step.field: step for step in steps(one, "%")}
        assert {"outlook", "projection_low", "projection_high", "chance"} <= set(found)
        assert found["outlook"].result == one.projection
        assert found["projection_low"].result == one.low
        assert found["chance"].result == one.chance
        assert found["chance"].terms or one.chance in (D("0.005"), D("0.995"))


def test_a_level_that_every_month_must_keep_is_told_by_its_levels() -> None:
    level = stock("level", better="higher")
    rows = course(level, Basis.POINT, lambda year, month: 100 + 12 * (year - FIRST) + month)
    target = promised("at_least", D("200"), of="level")._replace(hold=True)
    one = told(target, (level, rows))
    assert one is not None
    assert one.decided is not None
    assert one.decided.said.ending == pytest.approx(100 + 12 * 12 + REACHED + 1), "the lowest to come is the next one"


def published(of: Indicator, basis: Basis, value: Callable[[int, int], float], late: Random) -> list[Vintage]:
    """Figures that come out a month or two later, some of them twice."""
    found = []
    for year, month in months(reached=12):
        for delay in range(late.choice((1, 2))):
            out = month + delay + late.choice((1, 2))
            shown = date(year + (out - 1) // 12, (out - 1) % 12 + 1, late.randint(1, 28))
            figure = D(f"{value(year, month) + 0.1 * delay:.2f}")
            found.append(Vintage(of.id, period(f"{year}-{month:02d}"), basis, figure, shown,
                                 Stage.UNSTATED, Bound.EXACT, "", "", Place("a.csv")))  # fmt: skip
    return found


@given(st.integers(0, 10**6), st.dates(date(2024, 3, 1), date(2026, 12, 31)), st.sampled_from([3, D("0.5"), -1]))
@settings(deadline=None, max_examples=15)
def test_no_figure_published_later_moves_a_chance(seed: int, day: date, change: Decimal) -> None:
    drawn = Random(seed)  # noqa: S311 - a repeatable draw, no secret
    rows = [
        *published(OWN, Basis.YTD, lambda *_: 5 + drawn.gauss(0, 1), drawn),
        *published(OTHER, Basis.YTD, lambda *_: 5 + drawn.gauss(0, 1), drawn),
        *published(RATE, Basis.ALONE, lambda *_: 5 + drawn.gauss(0, 0.2), drawn),
    ]
    changed = [one._replace(value=one.value * change) if one.published and one.published > day and one.value else one
               for one in rows]  # fmt: skip
    targets = tuple(
        one._replace(id=TargetId(f"{one.id}{number}"))
        for number, one in enumerate(
            target._replace(period=period(year)) for year in (2024, 2025, 2026) for target in (beside(), held("5.3"))
        )
    )
    means = average("5", "2024-2025", id=TargetId("over"), indicator=RATE.id, relation=Relation.AT_MOST)
    over = average("5", "2024-2025"), means
    plan = Plan(Bilingual("", ""), {of.id: of for of in (OWN, OTHER, RATE)}, (*targets, *over))

    def said(known: list[Vintage]) -> object:
        facts = Timeline(known, plan.indicators).facts(day)
        return outlooks(plan, assess_all(plan, facts, day), facts)

    assert said(rows) == said(changed)
