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
from ycindic.render.words.wording import pick

COLUMNS: dict[str, Column[Observation]] = {
    "indicator": Column(lambda one: one.indicator, ("指标编号", "Indicator id"), left=True),
    "period": Column(lambda one: str(one.period), ("数据期", "Period"), left=True),
    "value": Column(lambda one: one.value, ("数值", "Value"), words=lambda one, _: typed(one.value)),
    "basis": Column(lambda one: one.basis.value, ("口径", "Basis"), left=True),
    "published": Column(lambda one: one.published, ("公布日期", "Published"), left=True),
    "stage": Column(lambda one: text_value(one.stage), ("阶段", "Stage"), left=True),
    "bound": Column(lambda one: text_value(one.bound), ("界限", "Bound"), left=True),
    "source": Column(lambda one: text_value(one.source), ("来源", "Source"), left=True, room=(12,)),
    "note": Column(lambda one: text_value(one.note), ("备注", "Note"), left=True, room=(12,)),
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
        when = (pick(labels.AS_OF, screen.lang), str(as_of))
        return Page((Group(figures),), one_line(plan.title.zh if screen.lang == "zh" else plan.title.en), when)

    return Sheet(
        name="observations",
        columns=COLUMNS,
        rows=figures,
        usual=tuple(COLUMNS),
        as_of=as_of,
        document=Document({"schema": SCHEMA, "as_of": as_of}, besides=lambda one: {"typed": typed(one.value)}),
        page=page,
        fixed=True,
    )
