"""The answer for programs: one JSON document, the same bytes for the same input."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ycindic.domain.assessment import Assessment
from ycindic.domain.problem import Problem
from ycindic.render.answers.columns import Value, answer
from ycindic.render.answers.report import Report, Screen

if TYPE_CHECKING:  # `status` needs no audit
    from ycindic.render.answers.diagnosis import Diagnosis

SCHEMA = 1
DIAGNOSIS_SCHEMA = 2


def status(report: Report, screen: Screen) -> str:
    """The rows with every column, and the faults of the files."""
    document = {
        "schema": SCHEMA,
        "as_of": report.as_of.isoformat(),
        "title": {"zh": report.plan.title.zh, "en": report.plan.title.en},
        "targets": [_target(report, row, screen.columns) for row in report.rows],
        "problems": [problem_value(problem) for problem in report.problems],
        "not_yet_published": report.later,
    }
    return by_lines(document)


def by_lines(document: Mapping[str, object]) -> str:
    """A document with a line for each entry of its lists.

    The library writes such lines at the speed of C; indented all through, it takes as long as judging does.
    """
    return "{\n" + ",\n".join(f"{_line(key)}: {_entries(value)}" for key, value in document.items()) + "\n}\n"


def _entries(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _line(value)
    return "[\n" + ",\n".join(_line(one) for one in value) + "\n]"


def _line(value: object) -> str:
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def _target(report: Report, row: Assessment, names: Sequence[str]) -> dict[str, Value]:
    if report.opinions is None:
        return answer(row, names)
    from ycindic.render.answers.opinions import values

    return answer(row, names) | values(row, report.opinions[row.target.id])


def dump(document: object) -> str:
    """A JSON text that people can read too; what is no number in JSON is a bug, not a value."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def problem_value(problem: Problem) -> dict[str, object]:
    """A fault as names and values."""
    from ycindic.render.words.problems import told

    return {
        "file": problem.place.file,
        "line": problem.place.line or None,
        "column": problem.place.column or None,
        "code": problem.code.value,
        "seen": problem.seen,
        "expected": problem.expected,
        "nearest": problem.nearest or None,
        "message": {lang: told(problem, lang) for lang in ("zh", "en")},
    }


def diagnosis(told: Diagnosis) -> str:
    """The answer of `validate`, `audit` and `check`."""
    from ycindic.render.answers.diagnostics import value

    day: dict[str, Value] = {"as_of": told.as_of.isoformat()} if told.as_of else {}
    lists = {name: [value(one) for one in found] for name, found in told.lists.items()}
    return dump({"schema": DIAGNOSIS_SCHEMA, **day, **told.head, "failing": told.failing, **lists})
