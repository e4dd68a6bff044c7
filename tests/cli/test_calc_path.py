"""If the coming months bring this, where is the year? Figures are invented but for those of examples/china."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.workspaces import ROOT, Answer, run
from domain.builders import D, near
from ycindic.cli import main
from ycindic.domain.model import Measure
from ycindic.domain.path import Assumed, WayAhead, way_ahead, way_fault
from ycindic.domain.profile import linear

CHINA = ("--data", str(ROOT / "examples/china"), "--as-of", "2026-09-20")


@pytest.fixture
def calc(capfd: pytest.CaptureFixture[str]):
    return lambda line, *more: run(capfd, "calc", "path", *line.split(), *more)


def results(answer: Answer) -> list[float]:
    return [one["value"] for one in json.loads(answer.out)["results"]]


def test_a_rate_after_two_supposed_months(calc) -> None:
    found = results(calc("5.2 5 --month 9 --if 10=4.8,11=5 --format json"))
    october, november = (9 * 5.2 + 4.8) / 10, (9 * 5.2 + 4.8 + 5) / 11
    rests = [(12 * 5 - 9 * 5.2) / 3, (12 * 5 - 10 * october) / 2, 12 * 5 - 11 * november]
    assert found == pytest.approx([rests[0], october, rests[1], november, rests[2]])


def test_typed_shares_weigh_the_quarters(calc) -> None:
    found = results(calc("5.2 5 --month 9 --if Q4=4 --shares 0.2,0.45,0.72,1 --format json"))
    assert found[1] == pytest.approx(0.72 * 5.2 + 0.28 * 4)


def test_a_mean_and_a_sum(calc) -> None:
    assert results(calc("1 2 --kind mean --month 6 --if 7-12=3 --format json"))[1] == pytest.approx(2)
    assert results(calc("100 150 --kind sum --month 6 --if 7=10 --format json")) == pytest.approx([50 / 6, 110, 8])


def test_the_same_from_the_workspace_with_last_years_weights_and_the_verdict(calc) -> None:
    found = calc("gdp@2026 --if Q3=4.4,Q4=4.2", *CHINA)
    assert "0.470698 × 4.7" in found.out  # as `show gdp@2026` weighs it
    assert "the verdict would be: " in found.out
    low = calc("gdp@2026 --if Q3=1,Q4=1", *CHINA)
    assert "the verdict would be: missed" in low.out


def test_amounts_may_be_supposed_as_growth_over_last_years_months(calc) -> None:
    more = ("--data", str(ROOT / "examples/china"), "--as-of", "2025-11-20")
    found = results(calc("urban-jobs@2025 --if Q4=0% --format json", *more))
    assert found[1] == pytest.approx(1057 + (1256 - 1049))  # 2024: 1049 by September, 1256 in all


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("5.2 5 --month 9 --if 11=5", "month 10 is missing"),
        ("5.2 5 --month 9 --if 9=5", "month 9 is known already"),
        ("5.2 5 --month 9 --if 10-11=5,11=4", "supposed twice"),
        ("5.2 5 --month 9 --if 13=5", "'13=5': write"),
        ("5.2 5 --month 9 --if 10", "'10': write"),
        ("5.2 5 --month 9 --if 10=x", "no number"),
        ("5.2 5 --month 9", "say with --if"),
        ("5.2 5 --if 10=5", "say with --month"),
        ("5.2 5 --month 12 --if 12=5", "from 1 to 11"),
        ("5.2 5 --month 9 --if 10=5 --shares 0.5,1", "4 or 12 rising"),
        ("100 150 --kind sum --month 6 --if 7=5%", "write an amount"),
    ],
)
def test_what_cannot_be_is_told(calc, line: str, told: str) -> None:
    found = calc(line)
    assert found.code == 2
    assert told in found.err


def test_targets_without_a_path_are_told(calc) -> None:
    assert "gdp@2026" in calc("gdb@2026 --if 10=5", *CHINA).err  # the nearest one
    assert "is over" in calc("gdp@2024 --if 10=5", *CHINA).err
    assert "has no such path" in calc("income-real@2026 --if 10=5", *CHINA).err


@given(st.lists(st.integers(-20, 40), min_size=1, max_size=11), st.integers(-20, 40), st.integers(-9, 20))
def test_supposed_months_give_the_year_that_their_sum_gives(months: list[int], so_far: int, goal: int) -> None:
    start = 12 - len(months)
    for measure in (Measure.GROWTH, Measure.MEAN):
        way = WayAhead(measure, D(so_far), start, D(goal), linear)
        stops = way_ahead(way, [Assumed(start + at, start + at, D(one)) for at, one in enumerate(months, 1)])
        assert near(stops[-1].so_far.result, (D(so_far) * start + sum(months)) / 12, 15)
        assert stops[-1].rest is None


@given(st.integers(1, 10), st.integers(-20, 40), st.integers(-9, 20))
def test_what_the_rest_then_needs_brings_the_goal(month: int, value: int, goal: int) -> None:
    for measure in (Measure.GROWTH, Measure.MEAN, Measure.FLOW):
        way = WayAhead(measure, D(5), month, D(goal), linear)
        (stop,) = way_ahead(way, [Assumed(month + 1, month + 1, D(value))])
        assert stop.rest is not None
        needed = stop.rest.result * (11 - month if measure is Measure.FLOW else 1)
        then = way._replace(so_far=stop.so_far.result, month=month + 1)
        (end,) = way_ahead(then, [Assumed(month + 2, 12, needed)])
        assert near(end.so_far.result, goal, 15)


def test_months_must_adjoin() -> None:
    way = WayAhead(Measure.GROWTH, D(5), 6, D(5), linear)
    assert way_fault(way, [Assumed(7, 9, D(1)), Assumed(10, 12, D(1))]) is None
    assert way_fault(way, [Assumed(7, 8, D(1)), Assumed(10, 12, D(1))]) == 9
    assert way_fault(way, [Assumed(6, 8, D(1))]) == 6


def test_months_of_a_year_that_begins_in_april_are_called_by_their_own_numbers(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Of 1000 houses 520 stand by September; with 400 more by December 80 are left. Invented for the test."""
    (tmp_path / "actuals").mkdir()
    (tmp_path / "targets.yaml").write_text(
        "schema: 1\ntitle: {zh: 例, en: example}\nyear_starts: 4\nindicators:\n"
        "  houses: {name: {zh: 住房, en: Houses}, unit: 套, measure: flow, targets: [\n"
        "    {period: 2026/27, relation: at_least, goal: 1000}]}\n",
        encoding="utf-8",
    )
    (tmp_path / "actuals" / "all.csv").write_text("indicator,period,value\nhouses,2026/27-H1,520\n", encoding="utf-8")
    asked = ["calc", "path", "houses@2026/27", "--data", str(tmp_path), "--as-of", "2026-10-31", "--lang", "en"]
    for months in ("10-12=400", "Q3=400", "2026-10..2026-12=400"):
        assert main([*asked, "--if", months]) == 0
        told = capfd.readouterr().out
        assert "920" in told  # 520 + 400
        assert "26.7" in told  # (1000 − 920) ÷ 3
    assert main([*asked, "--if", "10=100,11-2=300"]) == 0
    assert "80" in capfd.readouterr().out  # what is left to March alone
    assert main([*asked, "--if", "9=1"]) == 2
    assert "month 9 is known already" in capfd.readouterr().err
