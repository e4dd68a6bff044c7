"""How is told what would be said if coming figures were these, beside what is said now?"""

from __future__ import annotations

from collections.abc import Callable

from ycindic.domain.assessment import Assessment
from ycindic.domain.supposed import Solved, Then
from ycindic.render.answers.cells import NOTHING, cell, verdict
from ycindic.render.answers.columns import COLUMNS
from ycindic.render.answers.listing import Attribute
from ycindic.render.words.numbers import plain, rounded, with_unit
from ycindic.render.words.wording import Pair
from ycindic.text import Text, _


def _column(name: str, label: Text) -> dict[str, Attribute]:
    """A column of the answer as it is and as it would be."""

    def words(row: Assessment, lang: str) -> str:
        told = verdict(row, lang) if name == "verdict" else cell(name, row, lang)
        return "" if told == NOTHING else told

    def one(taken: Callable[[Then], Assessment], head: Pair) -> Attribute:
        return Attribute(
            head, lambda then: COLUMNS[name].value(taken(then)), lambda then, lang: words(taken(then), lang)
        )

    return {
        name: one(lambda then: then.now, label),
        f"{name}_then": one(lambda then: then.then, _("{column} then", column=label)),
    }


THEN: dict[str, Attribute] = {
    "id": Attribute(_("Target id"), lambda then: then.now.target.id),
    **_column("verdict", _("Verdict")),
    **_column("actual", _("Actual")),
    **_column("outlook", _("Outlook")),
    **_column("projection_low", _("Projection, low")),
    **_column("projection_high", _("Projection, high")),
    **_column("chance", _("Chance")),
    **_column("on_track", _("On track")),
    **_column("gap", _("Gap")),
    **_column("required", _("Rest needs")),
}
"""The columns of a target before and after, in order; new ones come last."""

USUAL_THEN = (
    "id", "verdict", "verdict_then", "actual", "actual_then", "outlook", "outlook_then", "chance", "chance_then",
)  # fmt: skip


def _final(one: Solved, _lang: str) -> str:
    return f"{'≤' if one.ceiling else '≥'} {with_unit(f'{one.final:f}', one.indicator.unit)}"


def _rest(one: Solved, _lang: str) -> str:
    if one.rest is None:
        return ""
    return f"{'≤' if one.ceiling else '≥'} {with_unit(rounded(one.rest, 2), one.indicator.unit)}"


SOLVED: dict[str, Attribute] = {
    "id": Attribute(_("Target id"), lambda one: one.target.id),
    "final": Attribute(_("The year must end with"), lambda one: plain(one.final), _final),
    "months": Attribute(_("Months to come"), lambda one: None if one.months is None else str(one.months)),
    "rest": Attribute(_("which then must bring"), lambda one: plain(one.rest), _rest),
    "ceiling": Attribute(_("At most"), lambda one: one.ceiling),
    "unit": Attribute(_("Unit"), lambda one: one.indicator.unit),
}
"""The columns of what a promise takes, in order; new ones come last."""

USUAL_SOLVED = ("id", "final", "months", "rest")
