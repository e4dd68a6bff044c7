"""Do the pictures of a target show what was, what was promised and what the rest needs?"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import D, alone, flow, growth, known, period, promised, ytd
from render.desk import OBSERVED, cell, plan, report, row
from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.model import Bilingual, Target
from ycindic.render.answers.path import PathPoint, Way, drawable, way
from ycindic.render.forms.plot import plot
from ycindic.render.forms.svg import ACROSS, DOWN, picture, short, spread, ticks

FACTS = known(OBSERVED)


def months(way_: Way, kind: str) -> list[tuple[str, object]]:
    """The points of a line by the month that they end with, `2025-12` before the period's first."""
    return [
        (str(period("2026-01")._replace(first=one.month, last=one.month)), one.value) for one in getattr(way_, kind)
    ]


def test_a_sum_climbs_from_nothing_to_its_goal() -> None:
    found = way(row("jobs"), FACTS)
    assert months(found, "actual") == [("2025-12", 0), ("2026-03", D("1.31")), ("2026-06", D("2.80"))]
    due = dict(months(found, "promised"))
    assert [due["2025-12"], due["2026-12"]] == [0, 5]
    assert due["2026-06"] == 5 * D("2.85") / D("5.00"), "the share of last year that its first half brought"
    assert months(found, "needed") == [("2026-06", D("2.80")), ("2026-12", 5)]


def test_where_a_sum_begins_stands_no_mark_of_a_figure() -> None:
    found = way(row("jobs"), FACTS)
    assert [one.value for one in found.published(found.actual)] == [D("1.31"), D("2.80")]
    marks = "".join(line.partition("|")[2] for line in plot(found, row("jobs").indicator, "en", 100))
    assert marks.count("o") == 2


def test_where_a_level_begins_stands_the_mark_of_its_base() -> None:
    found = way(row("platforms"), FACTS)
    assert found.published(found.actual) == found.actual


def test_a_sum_over_years_carries_full_years_on() -> None:
    seen = [ytd("2026", 10), ytd("2027-06", 4)]
    found = report(plan([flow()], [promised("at_least", 50, "2026-2030")]), seen)
    assert months(way(found.rows[0], known(seen)), "actual")[1:] == [("2026-12", 10), ("2027-06", 14)]


def test_a_level_starts_at_its_base() -> None:
    found = way(row("platforms"), FACTS)
    assert months(found, "actual") == [("2025-12", 100), ("2026-06", 104)]
    assert months(found, "promised") == [("2025-12", 100), ("2030-12", 120)]


def test_a_rate_is_promised_level_and_its_rest_is_what_is_required() -> None:
    found = way(row("gdp"), FACTS)
    assert months(found, "promised") == [("2025-12", 6), ("2026-12", 6)]
    assert months(found, "needed") == [("2026-06", D("6.5")), ("2026-12", D("6.5"))]


def test_what_is_compared_is_drawn_beside_it() -> None:
    found = way(row("income"), FACTS)
    assert months(found, "other") == [("2026-03", D("5.0")), ("2026-06", D("5.5"))]
    assert found.promised == found.needed == ()


def test_a_mean_is_drawn_by_its_months() -> None:
    assert [value for _, value in months(way(row("prices"), FACTS), "actual")] == [D("0.4"), D("1.2"), D("0.9")]


def test_beside_the_newest_month_of_a_mean_stands_the_mean_that_its_row_tells() -> None:
    prices = row("prices")
    assert months(way(prices, FACTS), "so_far") == [("2026-01", D("0.83")), ("2026-03", D("0.83"))], "(0.4+1.2+0.9)/3"
    assert cell("actual", prices, "en") == "0.83%"
    drawing = drawn(prices, FACTS)
    assert ">Mar alone 0.9%<" in drawing
    assert ">mean 0.83%<" in drawing


def test_the_ends_of_a_wedge_are_told_together_so_that_no_other_line_stands_between_them() -> None:
    fan = PathPoint(0, D(1)), PathPoint(11, D("1.06")), PathPoint(11, D("0.54"))
    before = PathPoint(5, D("0.7")), PathPoint(11, D("0.8"))
    between = Way(period(2026), (PathPoint(1, D(1)),), before=before, fan=fan)
    drawing = picture(between, row("prices").indicator, ("name",))
    soft = re.findall(r"<text [^>]*>([^<]*)</text>", re.findall(r"<g class=soft>.*?</g>", drawing)[0])
    assert [one for one in soft if "–" in one] == ["end 0.54–1.06%"]
    assert not {"0.54%", "1.06%"} & {*soft}


TENTHS = st.decimals(-20, 20, places=1)


@given(TENTHS, TENTHS, st.integers(1, 12))
def test_no_line_of_a_goal_runs_through_the_value_of_a_lone_figure(value: Decimal, goal: Decimal, month: int) -> None:
    first = period(2026).first
    level = PathPoint(first - 1, goal), PathPoint(first + 11, goal)
    drawing = picture(Way(period(2026), (PathPoint(first + month - 1, value),), level), row("gdp").indicator, ("name",))
    found = re.search(r"<g class=figure><text x=(\d+) y=(\d+)>([^<]*)<", drawing)
    line = re.search(r'class=promised d="M(\d+) (\d+)l(\d+)', drawing)
    assert found
    assert line
    x, foot, left, level_at, across = (*map(int, found.group(1, 2)), *map(int, line.group(1, 2, 3)))
    right = left + across
    half = 3.5 * len(found[3])
    assert not foot - 9 <= level_at <= foot or x + half < left or right < x - half


def test_a_lone_figure_that_nothing_can_be_held_against_gets_no_picture() -> None:
    rising, some = promised("rising"), promised("at_least", 3)
    seen = [ytd("2026-06", 4)]
    assert drawable(report(plan([growth()], [rising]), seen).rows[0], known(seen)) is None
    assert drawable(report(plan([growth()], [some]), seen).rows[0], known(seen)) is not None


@pytest.mark.parametrize("unit", ["亩", "%", "千克标准煤每万元地区生产总值"])
def test_no_words_of_a_picture_reach_over_its_edge(unit: str) -> None:
    seen = [ytd("2026-03", 45678), ytd("2026-06", 99999)]
    drawing = drawn(report(plan([flow(unit=unit)], [promised("at_least", 200000)]), seen).rows[0], known(seen))
    numbers = re.findall(r"<text x=(\d+)[^>]*>([^<]*)<", re.findall(r"<g class=end>.*?</g>", drawing)[0])
    assert all(int(x) >= 6.4 * len(said) for x, said in numbers)
    goal = re.search(r"<g class=aim>.*<text x=(\d+) [^>]*>(goal [^<]*)<", drawing)
    assert goal
    assert int(goal[1]) + 6.4 * len(goal[2]) <= ACROSS


def test_the_year_before_is_laid_over_this_one() -> None:
    assert months(way(row("jobs"), FACTS), "before")[1:] == [
        ("2026-03", D("1.30")),
        ("2026-06", D("2.85")),
        ("2026-12", D("5.00")),
    ]
    assert way(row("platforms"), FACTS).before == (), "a promise of five years has no such year"


@pytest.mark.parametrize(
    ("goal", "low", "high"),
    [
        (promised("about", 6, of="gdp"), D("5.7"), D(6)),
        (promised("between", 5, of="gdp", goal_high=6), D(5), D(6)),
        (promised("at_most", 6, of="gdp", tolerance=D("0.5")), D(6), D("6.5")),
    ],
    ids=["about", "between", "tolerance"],
)
def test_the_band_is_what_a_range_or_a_tolerance_spans(goal: Target, low: Decimal, high: Decimal) -> None:
    found = report(plan(targets=[goal])).rows[0]
    assert way(found, FACTS).band == (low, high)


def test_a_target_without_a_step_in_its_period_is_drawn_by_the_full_years_before() -> None:
    seen = [*(ytd(str(year), year - 2000) for year in range(2020, 2026)), ytd("2026", 27)]
    found = report(plan([flow()], [promised("at_least", 30)]), seen).rows[0]
    years = drawable(found, known(seen))
    assert years is not None
    assert years.yearly
    assert months(years, "actual") == [(f"{year}-12", year - 2000) for year in range(2020, 2026)] + [("2026-12", 27)]
    assert [value for _, value in months(years, "promised")] == [30, 30]


def test_a_target_without_figures_has_no_drawable() -> None:
    assert drawable(row("roads"), FACTS) is None


def drawn(found: Assessment, facts: Facts) -> str:
    way_ = drawable(found, facts)
    assert way_ is not None
    return picture(way_, found.indicator, ("name", "why"))


def test_a_picture_has_axes_with_numbers_and_names_its_lines_in_both_languages() -> None:
    drawing = drawn(row("gdp"), FACTS)
    assert re.findall(r"<g class=end>(.*?)</g>", drawing) == [
        "".join(f"<text x=30 y={y}>{value}%</text>" for value, y in (("5", 106), ("5.5", 77), ("6", 48), ("6.5", 20)))
    ]
    assert "Mar" in drawing
    assert "3月" in drawing
    assert ">goal 6%<" in drawing
    assert ">目标6%<" in drawing
    assert 'aria-labelledby="name why"' in drawing


@pytest.mark.parametrize(
    ("number", "told"),
    [("1267", "1267"), ("14297.5", "14297.5"), ("1,429.75", "1,430"), ("12,670,000", "12.67m"), ("0.35", "0.35")],
)
def test_a_number_of_an_axis_is_short(number: str, told: str) -> None:
    assert short(number) == told


@given(st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1, max_size=6))
def test_the_numbers_of_an_axis_are_round_and_hold_every_value(values: list[Decimal]) -> None:
    found = ticks(values)
    steps = {one - other for other, one in pairwise(found)}
    assert found[0] <= min(values)
    assert max(values) <= found[-1]
    assert len(steps) == 1
    assert steps.pop().normalize().as_tuple().digits in ((1,), (2,), (2, 5), (5,))
    assert 2 <= len(found) <= 6


@given(st.lists(st.floats(0, 118), max_size=6))
def test_labels_beside_each_other_keep_a_line_apart(heights: list[float]) -> None:
    found = spread(sorted(heights))
    assert all(other - one >= 10.99 for one, other in pairwise(found))


def test_every_point_of_a_picture_lies_inside_it() -> None:
    extreme = [alone("2026-01", "-99999999"), alone("2026-02", 100000000)]
    found = report(plan([flow(net=True)], [promised("at_least", "0.01")]), extreme)
    drawing = drawn(found.rows[0], known(extreme))
    lines = re.findall(r'class=(?:actual|promised) d="M([^"]*)"', drawing)
    assert len(lines) == 2
    for line in lines:
        steps = [int(one) for one in re.findall(r"-?\d+", line)]
        assert all(0 <= one <= ACROSS for one in accumulate(steps[::2]))
        assert all(0 <= one <= DOWN for one in accumulate(steps[1::2]))


def test_a_unit_is_text_and_no_tag() -> None:
    seen = [ytd("2025-06", 1), ytd("2026-06", 1)]
    found = report(plan([flow(unit="<b> & x")], [promised("at_least", 5)]), seen)
    assert ">&lt;b&gt; &amp; x<" in drawn(found.rows[0], known(seen))


def test_the_line_that_a_course_is_compared_with_is_named_at_its_end() -> None:
    name, first = Bilingual("全国城镇居民收入增速", "Urban income"), period(2026).first
    level = tuple(PathPoint(month, Decimal(5)) for month in (first, first + 1))
    drawing = picture(Way(period(2026), level, other=level, beside=name), row("gdp").indicator, ("name",))
    assert "全国城镇居民收入… 5%" in drawing
    assert "Urban incom… 5%" in drawing
