"""Does a registry read years that begin in another month, and its figures with them? Invented for the tests."""

from datetime import date
from pathlib import Path

import pytest

from load.folders import HEADER, TOP, registry, target, write
from ycindic.domain.facts import Facts
from ycindic.domain.model import IndicatorId
from ycindic.domain.period import Calendar, parse
from ycindic.domain.problem import Problem
from ycindic.load.actuals import read_actuals

APRIL = "unit: 套, measure: flow, better: higher, year_starts: 4"
NAMES = "{name: {zh: 甲, en: A}, unit: 套, measure: flow, better: higher"


@pytest.mark.parametrize("period", ["2026/27", "2026/2027", "2026-04..2027-03"])
def test_a_year_may_be_named_or_written_in_its_months(tmp_path: Path, period: str) -> None:
    text = f"{TOP}indicators: {{one: {{name: {{zh: 甲, en: A}}, {APRIL}, targets: [{{period: {period}, {GOAL}}}]}}}}\n"
    plan, problems = registry(tmp_path, text)
    (found,) = plan.targets
    assert problems == []
    assert (found.id, found.when, found.period) == ("one@2026/27", "2026/27", parse("2026-04..2027-03"))


GOAL = "relation: at_least, goal: 5"


def test_the_year_of_an_indicator_goes_before_that_of_the_registry(tmp_path: Path) -> None:
    text = f"{TOP}indicators: {{one: {NAMES}}}, two: {NAMES}, year_starts: 9}}, three: {NAMES}, year_starts: 1}}}}\n"
    plan, problems = registry(tmp_path, text + "year_starts: 7\n")
    assert problems == []
    starts = [one.calendar for one in (plan, *plan.indicators.values())]
    assert starts == [Calendar(7), Calendar(7), Calendar(9), Calendar(1)]


@pytest.mark.parametrize(
    ("indicator", "keys", "expected"),
    [
        (APRIL, f"period: 2026/27, {GOAL}", []),
        (APRIL, f"period: 2026/27-2030/31, {GOAL}", []),
        (APRIL, f"period: 2026/27..2030/31, {GOAL}", []),
        (APRIL, f"period: 2026/27, id: one@2026/27/above, {GOAL}", []),
        (APRIL, f"period: 2026/27, baseline: 2024/25, {GOAL}", []),
        (APRIL, f"period: 2026/27, baseline: 2026/27, {GOAL}", ["2026/27 out-of-bounds"]),
        (APRIL, f"period: 2026/27, milestones: [{{by: 2026/27-Q1, goal: 2}}], {GOAL}", []),
        (APRIL, f"period: 2026/28, {GOAL}", ["2026/28 bad-period"]),
        (APRIL, f"period: 2026, {GOAL}", ["2026 bad-period"]),
        ("unit: 套, measure: flow, better: higher", f"period: 2026/27, {GOAL}", ["2026/27 financial-year"]),
        ("unit: 套, measure: flow, year_starts: 13", f"period: 2026, {GOAL}", ["13 out-of-bounds"]),
    ],
)
def test_a_year_must_be_one_of_its_indicator(tmp_path: Path, indicator: str, keys: str, expected: list[str]) -> None:
    assert target(tmp_path, keys, indicator) == expected


def figures(folder: Path, *rows: str, measure: str = "flow") -> tuple[Facts, list[Problem]]:
    text = f"{TOP}year_starts: 4\nindicators: {{one: {{name: {{zh: 甲, en: A}}, unit: 套, measure: {measure}}}}}\n"
    plan, problems = registry(folder, text)
    path = write(folder, HEADER + "".join(f"one,{row},,,,,,\n" for row in rows), "actuals/all.csv")
    found = read_actuals([path], plan, date(2030, 1, 1), problems)
    return found.facts, problems


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("2009/10", "2009-04..2010-03"),
        ("2009/2010", "2009-04..2010-03"),
        ("2009/10-Q1", "2009-04..2009-06"),
        ("2009-Q2", "2009-04..2009-06"),
        ("2009-06", "2009-04..2009-06"),
        ("2009/10-H1", "2009-04..2009-09"),
        ("2010-01", "2009-04..2010-01"),
    ],
)
def test_a_running_total_counts_from_the_month_in_which_its_year_begins(
    tmp_path: Path, typed: str, months: str
) -> None:
    facts, problems = figures(tmp_path, f"{typed},5")
    (one,) = facts.of(IndicatorId("one")).observations
    assert problems == []
    assert one.covered == parse(months)


def test_a_running_total_lies_within_one_year_of_its_own(tmp_path: Path) -> None:
    _, problems = figures(tmp_path, "2009,5", "2009-H1,2")
    assert [(one.code, one.seen, one.expected) for one in problems] == [
        ("period-basis", "2009", "2009/10"),
        ("period-basis", "2009-H1", "2009/10"),
    ]


def test_one_year_written_in_two_ways_is_one_figure(tmp_path: Path) -> None:
    facts, problems = figures(tmp_path, "2009/10,5", "2010-03,6")
    (one,) = facts.of(IndicatorId("one")).observations
    assert problems == []
    assert one.value == 6  # the later row of the file
