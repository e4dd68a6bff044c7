"""What is there to say about one target?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.model import Observation, Plan
from ycindic.domain.problem import Problem
from ycindic.domain.step import Step
from ycindic.render.words.numbers import number_for_programs, rounded, typed

if TYPE_CHECKING:
    from ycindic.domain.glance import Computed, Feasibility
    from ycindic.domain.history import Vintage
    from ycindic.domain.opinions import Opinion
    from ycindic.domain.outlook.untold import Untold


class Story(NamedTuple):
    """One target told in full: the answer, how it was reached, who says otherwise, what was published.

    `vintages` are the rows known at the date, `heard` the figures that the opinions look at, `untold` why no
    chance is told.
    """

    plan: Plan
    as_of: date
    row: Assessment
    parts: tuple[Assessment, ...]
    steps: tuple[Step, ...]
    settings: Mapping[str, Decimal]
    opinions: tuple[Opinion, ...]
    contested: bool
    vintages: tuple[Vintage, ...]
    heard: tuple[Observation, ...] = ()
    facts: Facts = Facts({})
    computed: tuple[Computed, ...] = ()
    remarks: tuple[Feasibility, ...] = ()
    untold: Untold | None = None


class Shown(NamedTuple):
    """The answer of `show`: the stories that were asked for, none where the registry cannot be read."""

    plan: Plan
    as_of: date
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...] = ()


_SHARES = frozenset({"completion", "time_progress", "expected_completion", "weight"})


_MOST_TYPED = 15
"""A number of more digits comes from a division, not from a keyboard."""


def pocket_number(value: Decimal) -> str:
    """A term or a result with enough digits for a pocket calculator: typed ones as typed, others with six.

    A number that six decimals would make zero has as many as it takes to see two digits of it.
    """
    if len(value.as_tuple().digits) <= _MOST_TYPED:
        return typed(value)
    text = rounded(value, max(6, 1 - value.adjusted()))
    return text.rstrip("0").rstrip(".") if "." in text else text


def filled(step: Step) -> str:
    """The formula with its numbers in the places of its terms; a negative one in brackets."""
    terms = {
        name: f"({text})" if (text := pocket_number(value)).startswith("-") else text
        for name, value in step.terms.items()
    }
    return step.formula.text.format_map(terms)


def result(step: Step) -> str:
    """What comes out, shares also as per cent."""
    text = pocket_number(step.value)
    return f"{text} ({rounded(step.value * 100, 1)}%)" if step.field in _SHARES else text


def outlook_value(row: Assessment) -> dict[str, object] | None:
    """How the year will probably end, with what stands behind it."""
    found = row.outlook
    if found is None:
        return None
    return {
        "method": found.method.value,
        "projection": number_for_programs(found.projection),
        "low": number_for_programs(found.low),
        "high": number_for_programs(found.high),
        "level": number_for_programs(found.level),
        "chance": number_for_programs(found.chance),
        "years": found.years,
        "kept_like_this": None if found.like is None else found.like.kept,
        "years_like_this": None if found.like is None else found.like.years,
        "misses": {str(year): number_for_programs(miss) for year, miss in found.misses},
        "rebased": list(found.rebased),
        "filled": list(found.filled),
        "why": None if found.why is None else found.why.value,
        "about": None if found.decided is None else found.decided.about.value,
    }


def step_value(step: Step) -> dict[str, object]:
    """A step as names and values."""
    return {
        "field": step.field,
        "formula": step.formula.symbolic,
        "filled": filled(step),
        "terms": {name: number_for_programs(value) for name, value in step.terms.items()},
        "result": number_for_programs(step.result),
        "reason": step.reason,
        "unit": step.unit,
    }
