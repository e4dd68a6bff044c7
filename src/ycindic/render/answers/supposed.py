"""How is told what would be said if coming figures were these, beside what is said now?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Indicator, Target
from ycindic.domain.problem import Problem
from ycindic.domain.supposed import Solved, Then
from ycindic.render.answers.columns import STATUS_COLUMNS
from ycindic.render.answers.faults import plain_document
from ycindic.render.answers.sheet import Column, Row, Sheet, in_both, value_in_words
from ycindic.render.words.numbers import number_for_programs, period_in_words, rounded
from ycindic.render.words.units import amounts_of
from ycindic.text import Text, _


def _column(name: str, label: Text) -> dict[str, Column[Then]]:
    """A column of the answer as it is and as it would be."""
    column = STATUS_COLUMNS[name]

    def words(row: Assessment, lang: str) -> str:
        return column.words(row, lang) if column.words else value_in_words(column.value(row), lang)

    def one(taken: Callable[[Then], Assessment], head: Text) -> Column[Then]:
        return Column(
            lambda then: column.value(taken(then)),
            head,
            words=lambda then, lang: words(taken(then), lang),
            left=head is label and column.left,
            colours=column.colours,
        )

    return {
        name: one(lambda then: then.now, label),
        f"{name}_then": one(lambda then: then.then, _("{column} then", column=label)),
    }


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
}
"""The columns of a target before and after, in order; new ones come last."""

_USUAL_THEN = (
    "name", "verdict", "verdict_then", "actual", "actual_then", "outlook", "outlook_then", "chance", "chance_then",
)  # fmt: skip


def _final(one: Solved, lang: str) -> str:
    return _bounded(one, f"{one.final:f}", lang)


def _rest(one: Solved, lang: str) -> str:
    if one.rest is None:
        return ""
    return _bounded(one, rounded(one.rest, 2), lang)


def _bounded(one: Solved, number: str, lang: str) -> str:
    sign = "≤" if one.ceiling else "≥"
    return _("{sign} {goal}", sign=sign, goal=amounts_of(number, one.indicator)).in_language(lang)


_SOLVED: dict[str, Column[Solved]] = {
    "id": Column(lambda one: one.target.id, _("Target id"), left=True),
    "final": Column(lambda one: number_for_programs(one.final), _("The year must end with"), words=_final),
    "months": Column(lambda one: None if one.months is None else str(one.months), _("Months to come")),
    "rest": Column(lambda one: number_for_programs(one.rest), _("which then must bring"), words=_rest),
    "ceiling": Column(lambda one: one.ceiling, _("At most")),
    "unit": Column(lambda one: one.indicator.unit, _("Unit"), left=True),
    "name": _named(lambda one: one.target, lambda one: one.indicator),
}
"""The columns of what a promise takes, in order; new ones come last."""

_USUAL_SOLVED = ("name", "final", "months", "rest")


def then_sheet(rows: Sequence[Then], problems: Sequence[Problem]) -> Sheet[Then]:
    """The answers before and after as a sheet."""
    return Sheet("targets", _THEN, rows, _USUAL_THEN, document=plain_document(problems))


def solved_sheet(rows: Sequence[Solved], problems: Sequence[Problem]) -> Sheet[Solved]:
    """What the promises take as a sheet."""
    return Sheet("solved", _SOLVED, rows, _USUAL_SOLVED, document=plain_document(problems))
