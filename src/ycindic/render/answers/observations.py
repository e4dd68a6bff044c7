"""What was published? The figures themselves as a sheet, so that they can be read in again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from ycindic.domain.facts import Facts
from ycindic.domain.model import Observation, Plan
from ycindic.render.answers.sheet import SCHEMA, Column, Document, Group, Page, Sheet, text_value
from ycindic.render.words import labels
from ycindic.render.words.numbers import typed
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import one_line
from ycindic.text import _, _p

OBSERVATION_COLUMNS: dict[str, Column[Observation]] = {
    "indicator": Column(lambda one: one.indicator, _("Indicator id"), left=True),
    "period": Column(lambda one: str(one.period), _p("of figures", "Period"), left=True),
    "value": Column(lambda one: one.value, _("Value"), words=lambda one, _: typed(one.value)),
    "basis": Column(lambda one: one.basis.value, _("Basis"), left=True),
    "published": Column(lambda one: one.published, _("Published"), left=True),
    "stage": Column(lambda one: text_value(one.stage), _("Stage"), left=True),
    "bound": Column(lambda one: text_value(one.bound), _("Bound"), left=True),
    "source": Column(lambda one: text_value(one.source), _("Source"), left=True, room=(12,)),
    "note": Column(lambda one: text_value(one.note), _("Note"), left=True, room=(12,)),
}
"""The columns of the actuals; `load` reads the same, a test holds the two together."""


def known(plan: Plan, facts: Facts, indicators: Collection[str]) -> Iterator[Observation]:
    """The figures that count at the date of the question, by indicator as registered, the earliest first."""
    for indicator in plan.indicators:
        if indicator in indicators:
            yield from facts.of(indicator).observations


def sheet(figures: Sequence[Observation], plan: Plan, as_of: date) -> Sheet[Observation]:
    """The figures under the header of the actuals; in a document `typed` has the decimals that were published."""

    def page(screen: Screen) -> Page[Observation]:
        when = labels.as_of(as_of, screen.lang)
        return Page((Group(figures),), one_line(plan.title.in_language(screen.lang)), when)

    return Sheet(
        name="observations",
        columns=OBSERVATION_COLUMNS,
        rows=figures,
        usual=tuple(OBSERVATION_COLUMNS),
        as_of=as_of,
        document=Document({"schema": SCHEMA, "as_of": as_of}, besides=lambda one: {"typed": typed(one.value)}),
        page=page,
        fixed=True,
    )
