"""How was a number calculated, and what is it called? The same lines for every form that tells a target in full."""

from __future__ import annotations

from ycindic.domain.step import Step
from ycindic.render.answers.columns import STATUS_COLUMNS
from ycindic.render.answers.shelves import Working
from ycindic.render.answers.story import filled, pocket_number, result
from ycindic.text import Text, _

_FIELDS: dict[str, Text] = {
    "actual": _("so far"),
    "gap": _("gap"),
    "gap_edge": _("gap to what decides"),
    "completion": _("completion c"),
    "time_progress": _("time t"),
    "expected_completion": _("expected s"),
    "weight": _("weight w"),
    "pace": _("pace p"),
    "pace_edge": _("pace, with tolerance"),
    "catch_up": _("catch-up k"),
    "required": _("rest needs"),
    "required_low": _("rest needs, rounding low"),
    "required_high": _("rest needs, rounding high"),
    "required_edge": _("rest needs, with tolerance"),
    "required_goal_high": _("rest needs, higher goal"),
    "latest_average": _("latest three months"),
    "growth_so_far": _("grew so far, %"),
    "required_growth": _("rest must grow, %"),
    "acceleration": _("must improve by"),
    "two_year_average": _("two-year average, %"),
    "projection": _("projection"),
    "annualised": _("annualised"),
    "annualised_linear": _("a year"),
    "difference": _("difference"),
}
"""What the numbers of a story are called where a column is called otherwise, or is none."""


def working(step: Step) -> Working:
    """A step with its formula and its numbers."""
    label = _FIELDS.get(step.field) or STATUS_COLUMNS[step.field].label
    if step.field == "gap" and "{tol}" in step.formula.text:
        label = _("gap beyond the tolerance")
    return Working(label, step.formula.symbolic, f"{filled(step)} = {result(step)}")


def tells(step: Step) -> bool:
    """Whether the formula does more than repeat its number."""
    return filled(step) != pocket_number(step.value)
