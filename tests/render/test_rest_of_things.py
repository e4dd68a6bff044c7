"""Is what the rest must bring told in whole things, enough of them, and for as many months as are left? Invented."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.test_cases import CASES, judged
from domain.builders import flow, judge, point, promised, stock, ytd
from ycindic.domain.model import Measure
from ycindic.render.answers.cells import required_cell, required_from
from ycindic.render.words.margins import margins
from ycindic.render.words.rest import as_room, brings, enough, is_each, is_monthly
from ycindic.render.words.sentence import sentence

JOBS, ROADS, FIRMS = (
    flow(unit="万人", unit_en="jobs"),
    flow(unit="公里", unit_en="km"),
    flow(unit="家", unit_en="firms"),
)


def found(of, goal, done, month="2026-11", relation="at_least"):
    return judge(of, promised(relation, goal), [ytd(month, done)], at="2026-12-28")


@pytest.mark.parametrize(
    ("of", "goal", "done", "month", "en", "zh"),
    [
        (JOBS, "5", "4.75", "2026-11", "Dec must bring 2,500 jobs", "12月须0.25万人"),
        (JOBS, "5", "4.63", "2026-10", "Nov–Dec must bring 1,850 jobs a month", "11—12月每月须0.185万人"),
        (ROADS, "368", "341", "2026-10", "Nov–Dec must bring 14 km a month", "11—12月每月须14公里"),
        (ROADS, "368", "300.5", "2026-10", "Nov–Dec must bring 33.8 km a month", "11—12月每月须33.8公里"),
        (FIRMS, "12", "9", "2026-06", "Jul–Dec must bring 3 firms", "7—12月须3家"),
    ],
)
def test_a_month_is_named_where_several_are_left_and_things_are_whole(of, goal, done, month, en, zh) -> None:
    row = found(of, goal, done, month)
    assert row.figures.required is not None
    assert brings(row, row.figures.required).in_language("en") == en
    assert brings(row, row.figures.required).in_language("zh") == zh
    amount = en.split("bring ")[1]
    assert required_cell(row, "en") == amount
    assert required_from(row, "en").startswith(amount)
    assert (" from " in required_from(row, "en")) is amount.endswith("a month")


@settings(max_examples=200, deadline=None)
@given(
    goal=st.integers(1, 500),
    done=st.integers(0, 500),
    month=st.integers(1, 11),
    relation=st.sampled_from(["at_least", "at_most"]),
)
def test_whoever_does_what_is_told_keeps_the_promise_in_whole_things(goal, done, month, relation) -> None:
    row = found(FIRMS, goal, done, f"2026-{month:02}", relation)
    need = row.figures.required
    if need is None:
        return
    steps = 12 - month
    told = brings(row, need).in_language("en")
    [amount] = map(Decimal, re.findall(r" (-?[\d.]+) firms?", told.replace(",", "")))
    assert amount == amount.to_integral_value()
    whole = amount * (steps if "a month" in told else 1)
    if as_room(row):
        assert done + whole <= goal
    else:
        assert done + whole >= goal
        assert whole - (goal - done) < (steps if "a month" in told else 1), "no more than a thing a month too much"


def test_of_every_told_case_the_need_names_no_month_where_one_is_left_and_no_part_of_a_whole_thing(tmp_path) -> None:
    compared = 0
    for number, case in enumerate(CASES):
        folder = tmp_path / str(number)
        folder.mkdir()
        case.write(folder)
        for moment in case.moments:
            row = judged(case, folder, moment)
            need, reached = row.figures.required, row.figures.actual_period
            if need is None or reached is None or row.figures.required_unit is None:
                continue
            said = " ".join([sentence(row).in_language("en"), *(one.in_language("en") for one in margins(row))])
            if row.target.period.last - reached.last == 1 and is_monthly(row):
                assert not re.search(r"Dec (must|may)[^,.;]* a month", said), said
            typed = [one.value for one in row.used]
            whole = all(one == one.to_integral_value() for one in typed) and row.indicator.measure is Measure.FLOW
            if whole and not row.indicator.decimals and not row.indicator.unit.startswith(("万", "亿")):
                assert Decimal(enough(row, need)) == Decimal(enough(row, need)).to_integral_value(), said
                compared += 1
    assert compared > 10


def test_less_than_a_thing_a_month_is_told_for_all_of_the_rest() -> None:
    parks = stock(unit="个", unit_en="parks")
    row = judge(parks, promised("at_least", 12), [point(2025, 10), point("2026-06", 10)], at="2026-07-28")
    assert row.figures.required is not None
    assert not is_each(row, row.figures.required), "2 ÷ 6"
    assert is_each(row, Decimal(2))
    assert required_cell(row, "en") == "2 parks"
