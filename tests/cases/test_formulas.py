"""Does every number of an answer follow from the formula and the terms that stand beside it?

Of every told case at every moment, and of any promise with any figures. A calculation anew reads the text, not the
function beside it.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from cases.telling import Case, every_case
from domain.test_properties import Course, courses, quick
from ycindic.domain.assessment import _ANSWERS, Figures
from ycindic.domain.judge import assess_all
from ycindic.domain.step import Step

CASES = list(every_case())
SIGNS = {"÷": "/", "×": "*", "−": "-", "^": "**", "√": "sqrt"}
KNOWN = {"sqrt": math.sqrt, "ln": math.log, "exp": math.exp, "abs": abs, "max": max, "min": min}
NUMBERS = [name for name in _ANSWERS if not name.endswith(("_unit", "_period", "_id")) and name != "profile"]


def calculated(step: Step) -> float:
    """The result as a pocket calculator gives it."""
    text = re.sub(r"\|(.*?)\|", r"abs(\1)", step.formula.text)
    for sign, word in SIGNS.items():
        text = text.replace(sign, word)
    names = {name: f"x{place}" for place, name in enumerate(step.terms)}
    text = re.sub(r"\{([^}]*)\}", lambda found: names[found[1]], text)
    values = {names[name]: float(value) for name, value in step.terms.items()}
    return float(eval(text, KNOWN, values))  # noqa: S307


def wrong(figures: Figures) -> list[object]:
    """The numbers that have no step, or whose formula gives another number."""
    found: list[object] = []
    for name in NUMBERS:
        value = getattr(figures, name)
        step = figures.steps.get(name)
        if value is None:
            continue
        if step is None or step.result != value or step.reason is not None or not step.formula.text:
            found.append((name, value, step))
        elif calculated(step) != pytest.approx(float(value), rel=1e-9, abs=1e-9):
            found.append((name, value, calculated(step), step))
    return found


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_number_of_a_told_case_follows_from_its_formula(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    for moment in case.moments:
        known = case.on(tmp_path, moment.on)
        for found in assess_all(known.plan, known.facts, moment.on):
            assert not wrong(found.figures), moment.on


@quick
@given(courses())
def test_every_number_of_any_promise_follows_from_its_formula(course: Course) -> None:
    assert not wrong(course.judged().figures)


@quick
@given(courses())
def test_a_step_has_a_result_or_a_reason_and_as_many_values_as_its_formula_has_terms(course: Course) -> None:
    for step in course.judged().figures.steps.values():
        assert step.result is None or step.reason is None
        assert len(step.terms) == len(step.values)
        assert all(isinstance(value, Decimal) for value in step.values)
        assert step.field in {*NUMBERS, "goal"}
