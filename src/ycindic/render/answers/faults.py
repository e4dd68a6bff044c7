"""How are the faults of the files told to programs?"""

from __future__ import annotations

from collections.abc import Sequence

from ycindic.domain.problem import Problem
from ycindic.render.answers.sheet import SCHEMA, Document, Row, Value
from ycindic.render.words.wording import LANGUAGES


def fault_values(problems: Sequence[Problem]) -> list[Value]:
    """The faults as names and values."""
    return [_value(one) for one in problems]


def plain_document(problems: Sequence[Problem]) -> Document[Row]:
    """A document that holds the rows and the faults of the files."""
    return Document({"schema": SCHEMA}, lambda: {"problems": fault_values(problems)})


def _value(problem: Problem) -> dict[str, Value]:
    from ycindic.render.words.problems import fault_line

    return {
        "file": problem.place.file,
        "line": problem.place.line or None,
        "column": problem.place.column or None,
        "code": problem.code.value,
        "seen": problem.seen,
        "expected": problem.expected,
        "nearest": problem.nearest or None,
        "message": {lang: fault_line(problem, lang) for lang in LANGUAGES},
    }
