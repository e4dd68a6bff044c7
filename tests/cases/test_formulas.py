"""Does every formula that `show` prints give the number that stands beside it? Calculated anew for every case."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

from cases.telling import Case, every_case
from ycindic.domain.judge import assess_all
from ycindic.domain.workings import Step, workings

CASES = list(every_case())
SIGNS = {"÷": "/", "×": "*", "−": "-", "^": "**", "√": "sqrt"}


def calculated(step: Step) -> float:
    """The result as a pocket calculator gives it."""
    text = re.sub(r"\|(.*)\|", r"abs(\1)", step.formula)
    for sign, word in SIGNS.items():
        text = text.replace(sign, word)
    names = {name: f"x{place}" for place, name in enumerate(step.terms)}
    text = re.sub(r"\{([^}]*)\}", lambda found: names[found[1]], text)
    values = {names[name]: float(value) for name, value in step.terms.items()}
    return float(eval(text, {"sqrt": math.sqrt, "ln": math.log, "abs": abs, "max": max}, values))  # noqa: S307


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_formula_gives_its_number(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    for moment in case.moments:
        known = case.on(tmp_path, moment.on)
        found = assess_all(known.plan, known.facts, moment.on)[0]
        for step in workings(found, known.facts):
            assert calculated(step) == pytest.approx(float(step.result), rel=1e-9, abs=1e-9), (moment.on, step)
