"""Is it told what would be said if coming figures were these, and what a promise takes? Every figure is invented."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.workspaces import Answer, indicator, run, workspace
from domain.builders import D, day, flow, growth, known, mean, promised, ytd
from ycindic.domain.assessment import Verdict
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Bilingual, Indicator, Plan, Target
from ycindic.domain.period import Period
from ycindic.domain.supposed import Refusal, Supposed, before_and_after, solve, supposing

RATE = 'unit: "%"; measure: growth; better: higher; decimals: 1; released: {every: quarter, day: 20}'
ROWS = "rate,2025-Q2,5.0,ytd,, rate,2025-Q4,5.2,ytd,, rate,2026-Q1,5.0,ytd,, rate,2026-Q2,4.6,ytd,,"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return workspace(tmp_path / "desk", indicator("rate", RATE, "period: 2026, relation: at_least, goal: 5"), rows=ROWS)


@pytest.fixture
def ask(desk: Path, capfd: pytest.CaptureFixture[str]):
    return lambda *more: run(capfd, "whatif", *more, "--data", str(desk), "--as-of", "2026-08-01", "--lang", "en")


def row(answer: Answer) -> dict[str, str]:
    (found,) = csv.DictReader(io.StringIO(answer.out))
    return found


def test_the_year_is_judged_with_the_supposed_figure_and_stands_beside_what_is(ask) -> None:
    found = row(ask("rate=2026-H2:5.4", "--format", "csv"))
    assert (found["actual"], found["actual_then"]) == ("4.6", "5")  # (4.6 + 5.4) ÷ 2
    assert (found["verdict"], found["verdict_then"]) == ("at_risk", "achieved")


def test_what_goes_on_as_so_far_ends_where_it_stands(ask) -> None:
    assert row(ask("rate=continues", "--format", "csv"))["actual_then"] == "4.6"


def test_the_rest_as_last_year_grows_as_the_rest_of_last_year_grew(ask) -> None:
    last_rest = 2 * 5.2 - 5.0
    assert float(row(ask("rate=as-last-year", "--format", "csv"))["actual_then"]) == round((4.6 + last_rest) / 2, 1)


def test_months_in_between_go_on_as_the_year_so_far(ask) -> None:
    assert float(row(ask("rate=2026-Q4:5.8", "--format", "csv"))["actual_then"]) == pytest.approx(
        round(0.5 * 4.6 + 0.25 * 4.6 + 0.25 * 5.8, 1)
    )


def test_a_promise_that_is_decided_then_says_so_in_place_of_a_chance(ask) -> None:
    assert ask("rate=2026-H2:5.4").out.splitlines()[-1].endswith("decided")


def test_a_table_has_no_columns_of_what_no_row_says_and_tells_the_goal(ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    head, said, *_ = ask("rate=2026-Q3:6").out.splitlines()
    columns = ("Verdict then", "Actual then", "Outlook then", "Goal", "Chance")
    assert [one for one in columns if one not in head] == ["Chance"]
    assert said.split()[-1] == "5%"
    assert "–" not in said


def test_what_is_taken_of_months_in_between_is_told(ask) -> None:
    assert "Jul–Sep not known, taken as the year so far: 4.60%" in ask("rate=2026-Q4:5.8").err
    assert "not known" not in ask("rate=2026-H2:5.8").err


def test_of_months_that_are_known_in_part_it_is_said_so(ask) -> None:
    assert "a part of these months is known already" in ask("rate=2026:4.0").err
    assert "figures of these months are known already" in ask("rate=2026-Q1:4.0").err


def test_nothing_that_is_supposed_is_written(ask, desk: Path) -> None:
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    ask("rate=2026-H2:5.4")
    assert {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()} == before


def test_what_is_solved_keeps_the_promise_and_a_digit_less_does_not(ask) -> None:
    found = row(ask("--solve", "rate@2026", "--format", "csv"))
    assert float(found["final"]) == 5.0
    assert float(found["rest"]) == pytest.approx(2 * 4.95 - 4.6)
    assert row(ask(f"rate=2026-H2:{found['rest']}", "--format", "csv"))["verdict_then"] == "achieved"
    assert row(ask(f"rate=2026-H2:{float(found['rest']) - 0.1}", "--format", "csv"))["verdict_then"] == "missed"


def test_what_is_solved_tells_both_edges_and_what_each_takes(ask) -> None:
    found = row(ask("--solve", "rate@2026", "--format", "csv"))
    assert [float(found[name]) for name in ("final", "edge")] == [5.0, 4.95]  # 4.95 prints as 5.0
    assert float(found["for_goal"]) == pytest.approx(2 * 5 - 4.6)
    shown = " ".join(ask("--solve", "rate@2026").out.split())
    for told in ("≥ 5.0%", "≥ 4.95%", "≥ 5.30%", "≥ 5.40%", "Jul–Dec"):
        assert told in shown


WRONG = ("", "rate", "rate=", "rate=2026-Q4", "rate=2026-Q4:much", "rate=2026-Q1:5", "nothing=continues",
         "rate=2026-Q4..2027-Q1:5", "--solve rate@2020")  # fmt: skip


@pytest.mark.parametrize("words", WRONG)
def test_what_cannot_be_supposed_is_a_usage_error(ask, words: str) -> None:
    found = ask(*words.split())
    assert found.code == 2
    assert "fault of ours" not in found.err


AS_OF = day("2026-08-01")


def verdict_with(of: Indicator, target: Target, figures, value) -> Verdict:
    plan = Plan(Bilingual("", ""), {of.id: of}, (target,))
    found = supposing(plan, figures, [Supposed(of.id, Period(2026 * 12 + 6, 2026 * 12 + 11), value)])
    assert not isinstance(found, Refusal)
    facts, reached = found
    rows = assess_all(plan, figures, AS_OF)
    (one,) = before_and_after(plan, rows, facts, reached, AS_OF)
    return one.then.verdict


@given(
    of=st.sampled_from([flow(decimals=0), growth(decimals=1), mean(decimals=1, better="higher")]),
    relation=st.sampled_from(["at_least", "at_most"]),
    so_far=st.integers(-50, 120),
    goal=st.integers(1, 200),
)
def test_the_solution_is_the_edge_between_kept_and_missed(of: Indicator, relation: str, so_far: int, goal: int) -> None:
    so_far = abs(so_far) if of.measure == "flow" else so_far
    tenths = D(1) if of.measure == "flow" else D("0.1")
    target, figures = promised(relation, goal * tenths), known([ytd("2026-06", so_far * tenths)])
    found = solve(Plan(Bilingual("", ""), {of.id: of}, (target,)), figures, target)
    assert found is not None
    assert found.rest is not None
    worse = -2 * tenths if relation == "at_least" else 2 * tenths
    better = D("0.0001") if relation == "at_least" else -D("0.0001")
    assert verdict_with(of, target, figures, found.rest + better) is Verdict.ACHIEVED
    assert verdict_with(of, target, figures, found.rest + 2 * worse) is Verdict.MISSED
