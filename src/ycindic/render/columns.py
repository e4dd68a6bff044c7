"""Which columns does an answer have? The contract that spreadsheets and scripts rely on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Bilingual
from ycindic.render.numbers import plain
from ycindic.render.sentence import sentence

Value = str | int | float | bool | None | dict[str, Any] | list[Any]


def _pair(text: Bilingual | None) -> Value:
    return None if text is None else {"zh": text.zh, "en": text.en}


def _text(value: object) -> Value:
    return None if value is None or value == "" else str(value)


def _figure(name: str) -> Callable[[Assessment], Value]:
    return lambda row: plain(getattr(row.figures, name))


def _word(name: str) -> Callable[[Assessment], Value]:
    return lambda row: _text(getattr(row.figures, name))


COLUMNS: dict[str, Callable[[Assessment], Value]] = {
    "id": lambda row: row.target.id,
    "indicator": lambda row: row.indicator.id,
    "name": lambda row: _pair(row.indicator.name),
    "period": lambda row: str(row.target.period),
    "section": lambda row: _text(row.target.section),
    "wording": lambda row: _text(row.target.wording),
    "measure": lambda row: row.indicator.measure.value,
    "relation": lambda row: _text(row.target.relation),
    "goal": lambda row: plain(row.target.goal),
    "goal_high": lambda row: plain(row.target.goal_high),
    "unit": lambda row: row.indicator.unit,
    "commitment": lambda row: row.target.commitment.value,
    "actual": _figure("actual"),
    "actual_period": _word("actual_period"),
    "baseline": _figure("baseline"),
    "gap": _figure("gap"),
    "gap_unit": _word("gap_unit"),
    "completion": _figure("completion"),
    "time_progress": _figure("time_progress"),
    "expected_completion": _figure("expected_completion"),
    "pace": _figure("pace"),
    "catch_up": _figure("catch_up"),
    "annualised": _figure("annualised"),
    "annualised_unit": _word("annualised_unit"),
    "required": _figure("required"),
    "required_low": _figure("required_low"),
    "required_high": _figure("required_high"),
    "required_edge": _figure("required_edge"),
    "required_unit": _word("required_unit"),
    "required_growth": _figure("required_growth"),
    "projection": _figure("projection"),
    "verdict": lambda row: row.verdict.value,
    "on_track": lambda row: row.on_track,
    "reason": lambda row: row.reason.value,
    "reasons": lambda row: dict(row.reasons),
    "sentence": lambda row: _pair(sentence(row)),
    "rule": lambda row: row.rule.value,
    "profile": _word("profile"),
    "lead_time": _figure("lead_time"),
    "lead_profile": _figure("lead_profile"),
    "acceleration": _figure("acceleration"),
    "headroom": _figure("headroom"),
    "weight": _figure("weight"),
    "required_goal_high": _figure("required_goal_high"),
    "annualised_linear": _figure("annualised_linear"),
    "two_year_average": _figure("two_year_average"),
    "benchmark": _figure("benchmark"),
    "benchmark_id": _word("benchmark_id"),
    "difference": _figure("difference"),
    "provisional": _figure("provisional"),
    "provisional_period": _word("provisional_period"),
    "actual_bound": _word("actual_bound"),
    "baseline_period": _word("baseline_period"),
    "breach_period": lambda row: None if row.breach is None else str(row.breach.covered),
    "breach": lambda row: None if row.breach is None else plain(row.breach.value),
    "overdue": lambda row: len(row.overdue),
    "decided_by": lambda row: _text(row.decided_by),
    "part_of": lambda row: _text(row.part_of),
    "parts": lambda row: None if row.target.parts is None else list(row.target.parts),
    "publisher": lambda row: _pair(row.indicator.publisher),
    "side": lambda row: _text(row.side),
}
"""Every column of an answer, in order; new ones come last."""

BILINGUAL = ("name", "sentence", "publisher")


def answer(row: Assessment) -> dict[str, Value]:
    """One target as names and values."""
    return {name: value(row) for name, value in COLUMNS.items()}
