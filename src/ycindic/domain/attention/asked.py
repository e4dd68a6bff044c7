"""What is a check asked about?"""

from datetime import date
from typing import NamedTuple

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.model import Plan
from ycindic.domain.problem import Problem


class Asked(NamedTuple):
    """The plan, the facts and the answers of a date; `rows` are those that the check is narrowed to."""

    plan: Plan
    facts: Facts
    rows: tuple[Assessment, ...]
    as_of: date
    problems: tuple[Problem, ...] = ()
    narrowed: bool = False
