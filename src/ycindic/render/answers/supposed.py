"""How is told what would be said if coming figures were these, beside what is said now?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ycindic.domain.assessment import DECIDED, Assessment
from ycindic.domain.facts import decimals_of
from ycindic.domain.model import Indicator, Measure, Target
from ycindic.domain.problem import Problem
from ycindic.domain.supposed import Solved, TakenBetween, Then
from ycindic.render.answers.cells import end_of_interval
from ycindic.render.answers.columns import STATUS_COLUMNS
from ycindic.render.answers.faults import plain_document
from ycindic.render.answers.sheet import Column, Row, Sheet, in_both, value_in_words
from ycindic.render.words.numbers import denoised, months_in_words, number_for_programs, period_in_words, rounded
from ycindic.render.words.units import amounts_of
from ycindic.text import Text, _


def _column(name: str, label: Text) -> dict[str, Column[Then]]:
    """A column of the answer as it is and as it would be."""
    column = STATUS_COLUMNS[name]

    def words(row: Assessment, lang: str) -> str:
        if name == "outlook":  # its interval has columns of its own
            return end_of_interval(row, row.outlook and row.outlook.projection, lang)
        if name == "chance" and row.outlook is None and row.verdict in DECIDED:
            return _("decided").in_language(lang)
        return column.words(row, lang) if column.words else value_in_words(column.value(row), lang)

    def one(taken: Callable[[Then], Assessment], head: Text) -> Column[Then]:
        return Column(
            lambda then: column.value(taken(then)),
            head,
            words=lambda then, lang: words(taken(then), lang),
            left=column.left,
            colours=column.colours,
        )

    return {
        name: one(lambda then: then.now, label),
        f"{name}_then": one(lambda then: then.then, _("{column} then", column=label)),
    }


def _as_it_is(name: str) -> Column[Then]:
    """A column of the answer that no supposition changes."""
    column = STATUS_COLUMNS[name]
    words = column.words
    told = (lambda then, lang: words(then.now, lang)) if words else None
    return Column(lambda then: column.value(then.now), column.label, words=told)


def _named(target: Callable[[Row], Target], indicator: Callable[[Row], Indicator]) -> Column[Row]:
    """The name of the indicator, for people with the period of the promise."""

    def told(row: Row, lang: str) -> str:
        period = period_in_words(target(row).period, target(row).calendar)
        return _("{name} {period}", name=indicator(row).name, period=period).in_language(lang)

    return Column(
        lambda row: in_both(indicator(row).name), _("Indicator"), words=told, bilingual=True, left=True, wraps=True
    )


_THEN: dict[str, Column[Then]] = {
    "id": Column(lambda then: then.now.target.id, _("Target id"), left=True),
    **_column("verdict", _("Verdict")),
    **_column("actual", _("Actual")),
    **_column("outlook", _("Outlook")),
    **_column("projection_low", _("Projection, low")),
    **_column("projection_high", _("Projection, high")),
    **_column("chance", _("Chance")),
    **_column("on_track", _("On track")),
    **_column("gap", _("Gap")),
    **_column("required", _("Rest needs")),
    "name": _named(lambda then: then.now.target, lambda then: then.now.indicator),
    "goal": _as_it_is("goal"),
}
"""The columns of a target before and after, in order; new ones come last."""

_USUAL_THEN = (
    "name", "verdict", "verdict_then", "actual", "actual_then", "outlook", "outlook_then", "chance", "chance_then",
    "goal",
)  # fmt: skip


def _bound(name: str, label: Text, *, divided: bool = False) -> Column[Solved]:
    """A column of figures that are the least, under a ceiling the most, that keep a promise."""

    def words(one: Solved, lang: str) -> str:
        value: Decimal | None = getattr(one, name)
        if value is None:
            return ""
        rate = one.indicator.measure is not Measure.FLOW
        places = _PLACES if divided and rate else min(decimals_of(value), _PLACES)
        number = rounded(denoised(value), places, ROUND_FLOOR if one.ceiling else ROUND_CEILING)
        amount = amounts_of(number, one.indicator)
        return _("{sign} {goal}", sign="≤" if one.ceiling else "≥", goal=amount).in_language(lang)

    return Column(lambda one: number_for_programs(getattr(one, name)), label, words=words)


_PLACES = 2
"""The decimals of a quotient, and the most of any other figure."""


_SOLVED: dict[str, Column[Solved]] = {
    "id": Column(lambda one: one.target.id, _("Target id"), left=True),
    "final": _bound("final", _("Year's end, as printed")),
    "months": Column(
        lambda one: None if one.months is None else str(one.months),
        _("Months to come"),
        words=lambda one, lang: "" if one.months is None else months_in_words(one.months).in_language(lang),
    ),
    "rest": _bound("rest", _("must bring for that"), divided=True),
    "ceiling": Column(lambda one: one.ceiling, _("At most")),
    "unit": Column(lambda one: one.indicator.unit, _("Unit"), left=True),
    "name": _named(lambda one: one.target, lambda one: one.indicator),
    "edge": _bound("edge", _("that is, unrounded")),
    "for_goal": _bound("for_goal", _("for the goal itself"), divided=True),
}
"""The columns of what a promise takes, in order; new ones come last."""

_USUAL_SOLVED = ("name", "final", "edge", "months", "rest", "for_goal")


def taken_words(one: TakenBetween) -> Text:
    """What months in between are taken to bring, which nobody supposed."""
    value = amounts_of(rounded(one.value, _PLACES), one.indicator)
    return _(
        "{name}: {months} not known, taken as the year so far: {value}",
        name=one.indicator.name,
        months=months_in_words(one.months),
        value=value,
    )


def _says(name: str, row: Then) -> bool:
    """Whether a row says something in a column, before or after."""
    columns = [_THEN[one] for one in (name, f"{name}_then") if one in _THEN]
    return any(column.words is None or column.words(row, "en") for column in columns)


def then_sheet(rows: Sequence[Then], problems: Sequence[Problem]) -> Sheet[Then]:
    """The answers before and after as a sheet; a table has no columns of what no row says, before or after."""
    usual = [name for name in _USUAL_THEN if not rows or any(_says(name.removesuffix("_then"), row) for row in rows)]
    least = len(usual) - ("goal" in usual)
    return Sheet("targets", _THEN, rows, usual, least=least, nothing="", document=plain_document(problems))


def solved_sheet(rows: Sequence[Solved], problems: Sequence[Problem]) -> Sheet[Solved]:
    """What the promises take as a sheet."""
    return Sheet("solved", _SOLVED, rows, _USUAL_SOLVED, least=len(_USUAL_SOLVED), document=plain_document(problems))
