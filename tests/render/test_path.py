"""Do the pictures of a target show what was, what was promised and what the rest needs?"""

from __future__ import annotations

import re

from domain.builders import D, alone, flow, known, period, promised, stock, ytd
from render.desk import OBSERVED, plan, report, row
from ycindic.render.answers.bullet import bullet
from ycindic.render.answers.path import Way, way
from ycindic.render.forms.svg import picture

FACTS = known(OBSERVED)


def months(way_: Way, kind: str) -> list[tuple[str, object]]:
    """The points of a line by the month that they end with, `2025-12` before the period's first."""
    return [
        (str(period("2026-01")._replace(first=one.month, last=one.month)), one.value) for one in getattr(way_, kind)
    ]


def test_a_sum_climbs_from_nothing_to_its_goal() -> None:
    found = way(row("jobs"), FACTS)
    assert months(found, "actual") == [("2025-12", 0), ("2026-03", D("1.31")), ("2026-06", D("2.80"))]
    assert months(found, "promised") == [("2025-12", 0), ("2026-12", 5)]
    assert months(found, "needed") == [("2026-06", D("2.80")), ("2026-12", 5)]


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


def test_without_a_figure_there_is_no_picture() -> None:
    assert picture(way(row("roads"), FACTS), "") == picture(bullet(row("roads")), "") == ""


def test_the_bar_ends_where_the_actual_is_and_the_goal_is_marked() -> None:
    drawing = picture(bullet(row("jobs")), "2.80 of 5")
    bar = re.search(r'class="bar" x="([0-9.]+)" y="7" width="([0-9.]+)"', drawing)
    goal = re.search(r'class="goal" x1="([0-9.]+)"', drawing)
    expected = re.search(r'class="expected" x1="([0-9.]+)"', drawing)
    assert bar
    assert goal
    assert expected
    room = float(goal[1]) - float(bar[1])
    assert abs(float(bar[2]) / room - 2.8 / 5) < 0.01
    assert abs((float(expected[1]) - float(bar[1])) / room - 2.85 / 5) < 0.01
    assert "<title>2.80 of 5</title>" in drawing


def test_every_point_of_a_picture_lies_inside_it() -> None:
    extreme = [alone("2026-01", "-99999999"), alone("2026-02", 100000000)]
    found = report(plan([flow(net=True)], [promised("at_least", "0.01")]), extreme)
    drawing = picture(way(found.rows[0], known(extreme)), "")
    for x, y in re.findall(r"([0-9.-]+),([0-9.-]+)", drawing):
        assert 0 <= float(x) <= 190
        assert 0 <= float(y) <= 52


def test_a_title_is_text_and_no_tag() -> None:
    only = report(plan([stock()], [promised("at_least", 5)]), [ytd("2026-06", 1)])
    assert picture(bullet(only.rows[0]), "<b>") == ""
    assert "<title>&lt;b&gt; &amp; x</title>" in picture(bullet(row("jobs")), "<b> & x")
