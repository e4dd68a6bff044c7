"""What stands in the cells of a row that is read by people?"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ycindic.domain.assessment import Assessment, Reason
from ycindic.domain.model import Measure
from ycindic.render.numbers import percent, rounded, signed, typed, with_unit
from ycindic.render.wording import BOUNDS, LOOKS, goal_words, pick, unit_words

NOTHING = "–"


def verdict(row: Assessment, lang: str, *, ascii_only: bool = False) -> str:
    """Symbol and word."""
    look = LOOKS[row.verdict]
    word = pick(look.word, lang)
    stale = "*" if row.reason is Reason.STALE else ""
    return f"{look.ascii if ascii_only else look.symbol} {word}{stale}"


def name(row: Assessment, lang: str) -> str:
    """The indicator's name, with the years where the period is not one year, parts set in."""
    text = row.indicator.name.zh if lang == "zh" else row.indicator.name.en
    period = row.target.period
    suffix = f" {period}"
    return f"{'  · ' if row.part_of else ''}{text}{suffix if period.months > 12 else ''}"


def goal(row: Assessment, lang: str) -> str:
    """What was promised."""
    return pick(goal_words(row.target, row.indicator), lang)


def actual(row: Assessment, lang: str) -> str:
    """The latest figure with its unit, or of a figure that does not count yet the provisional one."""
    figures = row.figures
    if figures.actual is not None:
        bound = pick(BOUNDS[figures.actual_bound], lang)
        return bound + with_unit(typed(figures.actual), row.indicator.unit)
    if figures.provisional is not None:
        return f"({with_unit(typed(figures.provisional), row.indicator.unit)})"
    return NOTHING


def through(row: Assessment, _: str) -> str:
    """The months that the figure covers."""
    period = row.figures.actual_period or row.figures.provisional_period
    return str(period) if period else NOTHING


def gap(row: Assessment, lang: str) -> str:
    """What is still missing; below zero it is surpassed."""
    return _number(row.figures.gap, row.figures.gap_unit, lang, signed_decimals=True)


def completion(row: Assessment, _: str) -> str:
    """The share of the goal that is done."""
    return NOTHING if row.figures.completion is None else percent(row.figures.completion)


def time(row: Assessment, _: str) -> str:
    """The share of the period that the figure covers."""
    return NOTHING if row.figures.time_progress is None else percent(row.figures.time_progress)


def pace(row: Assessment, _: str) -> str:
    """How much is done of what should be done by then."""
    return NOTHING if row.figures.pace is None else rounded(row.figures.pace, 2)


def annualised(row: Assessment, lang: str) -> str:
    """The rate of a year."""
    return _number(row.figures.annualised, row.figures.annualised_unit, lang)


def needed(row: Assessment, lang: str) -> str:
    """What the rest of the period must deliver."""
    figures = row.figures
    if row.indicator.measure is Measure.FLOW and figures.gap is not None and figures.gap <= 0:
        return NOTHING
    return _number(figures.required, figures.required_unit, lang)


def _number(value: Decimal | None, unit: str | None, lang: str, *, signed_decimals: bool = False) -> str:
    if value is None:
        return NOTHING
    exponent = value.as_tuple().exponent
    decimals = min(2, max(0, -exponent)) if isinstance(exponent, int) else 2
    text = signed(value, decimals) if signed_decimals else rounded(value, decimals)
    return with_unit(text, unit_words(unit, lang))


CELLS: dict[str, Callable[[Assessment, str], str]] = {
    "verdict": verdict,
    "name": name,
    "goal": goal,
    "actual": actual,
    "through": through,
    "gap": gap,
    "completion": completion,
    "time": time,
    "pace": pace,
    "annualised": annualised,
    "needed": needed,
}
"""The cell of a row in each column of the table."""
