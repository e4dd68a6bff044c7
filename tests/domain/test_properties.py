"""What holds for every promise and every course of figures, whatever the numbers are?

A course is a promise with what was published about it. The numbers are small decimals, as in reports; zero,
negative numbers and figures just on a limit are among them.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from domain.builders import D, alone, day, events, flow, growth, judge, mean, near, period, point, promised, stock, ytd
from ycindic.domain.assessment import _ANSWERS, FLAG, Assessment, Figures, Verdict
from ycindic.domain.model import Better, Bound, Indicator, Measure, Observation, ProfileKind, Target
from ycindic.domain.reason import Reason
from ycindic.domain.relation import Relation

quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)

SCALE = [Verdict.ACHIEVED, Verdict.AHEAD, Verdict.ON_TRACK, Verdict.AT_RISK, Verdict.OFF_TRACK, Verdict.MISSED]
"""The verdicts that judge, the best first."""

DATES = st.sampled_from(
    [day(text) for text in ("2025-12-31", "2026-03-01", "2026-07-20", "2026-11-20", "2027-02-01", "2029-03-01")]
)
NUMBERS = st.one_of(
    st.integers(-20, 120).map(D),
    st.decimals("-9.9", "130", places=1, allow_nan=False),
    st.sampled_from([D(0), D("-0.0"), D(100), D("100.0"), D(5), D("5.00")]),
)
AMOUNTS = st.one_of(st.integers(0, 120).map(D), st.decimals("0", "130", places=1))
BOUNDS = st.sampled_from([""] * 9 + ["over", "under", "about"])
MAKERS = {Measure.FLOW: flow, Measure.GROWTH: growth, Measure.STOCK: stock, Measure.MEAN: mean, Measure.EVENTS: events}
MONTHS = st.sampled_from([1, 2, 3, 5, 6, 8, 9, 11, 12])


class Course(NamedTuple):
    """An indicator, a promise about it, what is known of it and of its benchmark, and the date."""

    indicator: Indicator
    target: Target
    seen: tuple[Observation, ...]
    at: str

    def judged(self) -> Assessment:
        return judge(self.indicator, self.target, self.seen, at=self.at, others=[self._benchmark()])

    def _benchmark(self) -> Indicator:
        return self.indicator._replace(id="other", levels=None)


@st.composite
def figures_of(draw: st.DrawFn, measure: Measure, *names: str) -> list[Observation]:
    """What may be known of indicators from 2025 to 2028, every figure once; the same months of all of them."""
    values = AMOUNTS if measure is Measure.EVENTS else NUMBERS
    bases = {Measure.STOCK: [point], Measure.EVENTS: [alone, ytd], Measure.GROWTH: [ytd, ytd, alone]}
    seen: list[Observation] = []
    for year in [2025, 2026, *draw(st.sampled_from([[], [], [2027], [2027, 2028]]))]:
        make = draw(st.sampled_from(bases.get(measure, [ytd, ytd, alone])))
        months = draw(st.sampled_from([[6], [6, 12], [2, 6, 12], [1], [9], [12], [*range(1, 8)], []]))
        every = [(f"{year}-{month:02d}", name) for month in months for name in names]
        seen.extend(make(when, draw(values), of=name, bound=draw(BOUNDS)) for when, name in every)
    return seen


RELATIONS = list(Relation)
MODIFIERS = ["average", "total", "hold", "scope", "band"]


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """Any promise that the registry lets through, with any figures."""
    measure = draw(st.sampled_from(list(Measure)))
    indicator = draw(indicators(measure))
    target = draw(targets(indicator))
    names = ["it", "other"] if target.reference else ["it"]
    return Course(indicator, target, tuple(draw(figures_of(measure, *names))), draw(DATES).isoformat())


@st.composite
def indicators(draw: st.DrawFn, measure: Measure) -> Indicator:
    keys: dict[str, Any] = {"better": draw(st.sampled_from(["higher", "lower", "near"]))}
    keys["net"] = draw(st.booleans())
    if measure is Measure.FLOW and draw(st.booleans()):
        keys["profile"] = draw(st.sampled_from([ProfileKind.LINEAR, ProfileKind.LAST_YEAR, ProfileKind.BATCH]))
    if measure in (Measure.FLOW, Measure.GROWTH) and draw(st.integers(0, 3)) == 3:
        keys["shares"] = draw(st.sampled_from([["0.2", "0.46", "0.72", 1], [0, 0, 1, 1]]))
        keys["profile"] = ProfileKind.SHARES
    return MAKERS[measure](**keys)


@st.composite
def targets(draw: st.DrawFn, indicator: Indicator) -> Target:
    relation, over = draw(st.sampled_from(RELATIONS)), draw(st.sampled_from(["2026", "2026-2027", "2026-2028"]))
    keys: dict[str, Any] = {name: draw(st.integers(0, 5)) == 5 for name in MODIFIERS}
    if keys["average"]:
        keys["total"] = False
    goal = draw(NUMBERS)
    if relation is Relation.BETWEEN:
        keys["goal_high"] = goal + draw(st.integers(0, 10))
    if relation in (Relation.IN_STEP, Relation.ABOVE, Relation.NARROWING):
        keys["reference"] = ["other"]
        keys["as_difference"] = draw(st.booleans())
    if draw(st.integers(0, 4)) == 4:
        keys["baseline"] = draw(st.sampled_from(["2024", "2025"]))
    if indicator.measure in (Measure.FLOW, Measure.STOCK) and draw(st.integers(0, 4)) == 4:
        keys["milestones"] = {"2026-06": draw(NUMBERS)}
    has_goal = relation in (Relation.AT_LEAST, Relation.MORE_THAN, Relation.AT_MOST, Relation.ABOUT, Relation.BETWEEN)
    return promised(relation, goal if has_goal else None, over, **keys)


def numbers_of(figures: Figures) -> dict[str, Decimal]:
    told = {name: getattr(figures, name) for name in _ANSWERS}
    return {name: value for name, value in told.items() if isinstance(value, Decimal)}


# Whatever is asked, an answer comes


@settings(quick, max_examples=200)
@given(courses())
def test_no_promise_and_no_figures_make_the_judge_stumble(course: Course) -> None:
    found = course.judged()
    for name, value in numbers_of(found.figures).items():
        assert value.is_finite(), name
        assert not (value.is_zero() and value.is_signed()), name


@quick
@given(courses())
def test_every_empty_field_has_a_reason_and_no_other_has_one(course: Course) -> None:
    found = course.judged()
    empty = {name for name in _ANSWERS if getattr(found.figures, name) is None}
    assert set(found.reasons) == empty
    assert all(isinstance(reason, Reason) for reason in [*found.reasons.values(), found.reason, found.rule])


@quick
@given(courses())
def test_the_flag_follows_the_verdict_and_is_empty_only_for_what_is_stale(course: Course) -> None:
    found = course.judged()
    assert found.on_track == (None if found.reason is Reason.STALE else FLAG[found.verdict])


@quick
@given(courses(), st.randoms())
def test_the_order_of_the_observations_changes_nothing(course: Course, random: Any) -> None:
    shuffled = list(course.seen)
    random.shuffle(shuffled)
    assert course._replace(seen=tuple(shuffled)).judged() == course.judged()


@quick
@given(courses(), st.integers(-100, 100))
def test_a_figure_after_the_period_changes_nothing(course: Course, value: int) -> None:
    assume(course.target.relation is not Relation.TURNING)  # what comes later may lie beyond the peak
    make = point if course.indicator.measure is Measure.STOCK else ytd
    later = [make(when, value, of=name) for when in ("2029-03", "2029") for name in ("it", "other")]
    assert course._replace(seen=(*course.seen, *later)).judged() == course.judged()


@quick
@given(courses(), st.sampled_from(["2026-Q1", "2026-H1", "2026", "2025"]))
def test_it_does_not_matter_how_the_period_of_a_year_to_date_figure_is_written(course: Course, text: str) -> None:
    end = period(text).last

    def rewritten(one: Observation) -> Observation:
        other = one.basis.value == "ytd" and one.period.last == end
        return one._replace(period=period(text)) if other else one

    found = course._replace(seen=tuple(rewritten(one) for one in course.seen)).judged()
    assert (found.verdict, found.reason, found.figures) == (*judged(course)[:2], course.judged().figures)


def judged(course: Course) -> tuple[Verdict, Reason, bool | None]:
    found = course.judged()
    return found.verdict, found.reason, found.on_track


# Turning everything round

MIRRORED = {
    Relation.AT_LEAST: Relation.AT_MOST,
    Relation.AT_MOST: Relation.AT_LEAST,
    Relation.RISING: Relation.FALLING,
    Relation.FALLING: Relation.RISING,
}
ROUND = {Better.HIGHER: Better.LOWER, Better.LOWER: Better.HIGHER, Better.NEAR: Better.NEAR}
NOT_TURNED = {Relation.MORE_THAN, Relation.ALL, Relation.NONE}
"""No relation says `less than`, and these two have goals of their own."""

COMPARED = {Relation.IN_STEP, Relation.ABOVE, Relation.NARROWING}


def has_no_mirror(course: Course) -> bool:
    target, indicator = course.target, course.indicator
    lopsided = target.relation in {*COMPARED, Relation.TURNING} or (
        target.relation is Relation.BETWEEN and not target.band
    )
    if indicator.better is Better.NEAR and lopsided:  # no better side is said: the upper one is taken as such
        return True
    several = target.period.months > 12 or target.average or target.total
    compounds = indicator.measure is Measure.GROWTH and several
    adds_up = indicator.measure in (Measure.FLOW, Measure.EVENTS)
    return compounds or adds_up or target.relation in NOT_TURNED


def turned(course: Course) -> Course:
    target, better = course.target, course.indicator.better
    low, high = target.goal, target.goal_high
    if high is not None and low is not None:
        low, high = -high, -low
    elif low is not None:
        low = -low
    milestones = tuple(one._replace(goal=-one.goal) for one in target.milestones)
    relation = MIRRORED.get(target.relation, target.relation)
    return course._replace(
        indicator=course.indicator._replace(better=ROUND[better] if better else None),
        target=target._replace(relation=relation, goal=low, goal_high=high, milestones=milestones),
        seen=tuple(one._replace(value=-one.value, bound=_turned_bound(one)) for one in course.seen),
    )


def _turned_bound(one: Observation) -> Bound:
    return {Bound.OVER: Bound.UNDER, Bound.UNDER: Bound.OVER}.get(one.bound, one.bound)


@settings(quick, max_examples=150)
@given(courses())
def test_turning_direction_and_sign_round_leaves_the_verdict(course: Course) -> None:
    assume(not has_no_mirror(course))
    here, there = course.judged(), turned(course).judged()
    if course.indicator.measure is Measure.MEAN:  # the ceiling of a mean is never ahead, its floor can be
        assert _no_lead(here.verdict) == _no_lead(there.verdict)
    else:
        assert (here.verdict, here.reason) == (there.verdict, there.reason)


def _no_lead(verdict: Verdict) -> Verdict:
    return Verdict.ON_TRACK if verdict is Verdict.AHEAD else verdict


# A better figure

UPWARDS: list[tuple[Callable[..., Indicator], str, str]] = [
    (flow, "at_least", "ytd"),
    (flow, "more_than", "ytd"),
    (flow, "about", "ytd"),
    (growth, "at_least", "ytd"),
    (growth, "more_than", "ytd"),
    (growth, "about", "ytd"),
    (growth, "rising", "ytd"),
    (growth, "above", "ytd"),
    (growth, "in_step", "ytd"),
    (mean, "at_least", "ytd"),
    (stock, "at_least", "point"),
    (stock, "more_than", "point"),
    (stock, "about", "point"),
    (stock, "all", "point"),
    (stock, "rising", "point"),
    (stock, "narrowing", "point"),
    (flow, "rising", "ytd"),
    (flow, "narrowing", "ytd"),
]


@st.composite
def better_pairs(draw: st.DrawFn) -> tuple[Course, Course]:
    """Two courses that differ in the value of the latest figure only: the second is no worse."""
    make, relation, basis = draw(st.sampled_from(UPWARDS))
    seen = point if basis == "point" else ytd
    measured = make(net=draw(st.booleans()), **({"unit": "%"} if relation == "all" else {}))
    target = promised(
        relation,
        None if relation in ("all", "rising", "above", "in_step", "narrowing") else draw(st.integers(1, 100)),
        reference=["other"] if relation in ("above", "in_step", "narrowing") else (),
        scope=draw(st.integers(0, 5)) == 0 and make in (flow, stock) and relation in ("at_least", "more_than", "about"),
    )
    month = draw(MONTHS)
    before = [seen(f"2025-{month:02d}", draw(NUMBERS)), seen("2025", draw(NUMBERS))][month == 12 :]
    other = [seen(f"{year}-{month:02d}", draw(NUMBERS), of="other") for year in (2025, 2026)]
    other += [] if month == 12 else [seen("2025", draw(NUMBERS), of="other")]
    value, gain = draw(NUMBERS), draw(AMOUNTS)
    at = draw(st.dates(day("2026-02-01"), day("2027-03-31"))).isoformat()
    worse, best = (
        Course(measured, target, (*before, *other, seen(f"2026-{month:02d}", one)), at) for one in (value, value + gain)
    )
    return worse, best


@settings(quick, max_examples=150)
@given(better_pairs())
def test_a_better_actual_never_makes_a_verdict_worse(pair: tuple[Course, Course]) -> None:
    worse, better = (course.judged().verdict for course in pair)
    assert (worse in SCALE) == (better in SCALE)
    assert worse not in SCALE or SCALE.index(better) <= SCALE.index(worse)


# Another unit

RATIOS = (
    "completion",
    "time_progress",
    "expected_completion",
    "lead_time",
    "lead_profile",
    "pace",
    "catch_up",
    "required_growth",
)


@quick
@given(courses(), st.sampled_from([D(10000), D("0.0001"), D(3), D(100)]))
def test_changing_the_units_scale_changes_no_ratio_and_no_verdict(course: Course, times: Decimal) -> None:
    has_a_unit = course.indicator.measure in (Measure.FLOW, Measure.STOCK, Measure.EVENTS)
    assume(has_a_unit and course.target.relation not in (Relation.IN_STEP, Relation.ABOVE, Relation.ALL))
    target = course.target._replace(
        goal=scaled(course.target.goal, times),
        goal_high=scaled(course.target.goal_high, times),
        milestones=tuple(one._replace(goal=one.goal * times) for one in course.target.milestones),
    )
    seen = tuple(one._replace(value=one.value * times) for one in course.seen)
    here, there = course.judged(), course._replace(target=target, seen=seen).judged()
    assert (here.verdict, here.reason, here.reasons) == (there.verdict, there.reason, there.reasons)
    for name in RATIOS:
        one, other = getattr(here.figures, name), getattr(there.figures, name)
        assert one == other or near(one / other, 1), name  # a long division is rounded in its last digit


def scaled(value: Decimal | None, times: Decimal) -> Decimal | None:
    return None if value is None else value * times


# Nothing that belongs to a promise is said not to belong to it

RICH: list[tuple[Indicator, Target, list[Observation]]] = [
    (flow(), promised("at_least", 100), [ytd("2025-06", 40), ytd("2025", 90), ytd("2026-06", 45)]),
    (flow(better="lower"), promised("at_most", 100), [ytd("2025-06", 40), ytd("2025", 90), ytd("2026-06", 45)]),
    (growth(), promised("between", 5, goal_high=6), [ytd("2025-06", 5), ytd("2025", 5), ytd("2026-06", 5)]),
    (mean(), promised("at_most", 2), [ytd("2025", 1), ytd("2026-06", 1)]),
    (stock(), promised("at_least", 120, 2027), [point("2025-12", 90), point("2026", 100), point("2027-06", 110)]),
    (growth(), promised("at_least", 5, "2026-2028", average=True), [ytd("2025", 5), ytd("2026", 5), ytd("2027-06", 5)]),
]


@quick
@given(st.sampled_from(RICH), st.data())
def test_a_field_that_a_promise_can_have_is_never_said_not_to_be_for_it(
    rich: tuple[Indicator, Target, list[Observation]], data: st.DataObject
) -> None:
    indicator, target, seen = rich
    full = judge(indicator, target, seen, at="2027-09-20")
    some = data.draw(st.lists(st.sampled_from(seen), unique=True))
    values = data.draw(st.lists(NUMBERS, min_size=len(some), max_size=len(some)))
    changed = [
        one._replace(value=value, bound=Bound(data.draw(BOUNDS))) for one, value in zip(some, values, strict=True)
    ]
    found = judge(indicator, target, changed, at="2027-09-20")
    strange = {Reason.NOT_FOR_MEASURE, Reason.NOT_FOR_RELATION}
    wrong = {name for name, reason in found.reasons.items() if reason in strange} - set(full.reasons)
    assert not wrong
