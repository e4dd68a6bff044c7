"""How are the published figures themselves written, so that they can be read in again?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ycindic.domain.facts import Facts
from ycindic.domain.model import Observation, Plan
from ycindic.render.answers.columns import Value
from ycindic.render.forms.csv import guarded, written
from ycindic.render.words.numbers import plain, typed

COLUMNS = ("indicator", "period", "value", "basis", "published", "stage", "bound", "source", "note")
"""The columns of the actuals; `load` reads the same, a test holds the two together."""


def known(plan: Plan, facts: Facts, indicators: Collection[str]) -> Iterator[Observation]:
    """The figures that count at the date of the question, by indicator as registered, the earliest first."""
    for indicator in plan.indicators:
        if indicator in indicators:
            yield from facts.of(indicator).observations


def cells(one: Observation) -> list[str]:
    """A figure as it is typed: every decimal of the value, the basis always said."""
    published = one.published.isoformat() if one.published else ""
    return [one.indicator, str(one.period), typed(one.value), one.basis.value, published, one.stage.value,
            one.bound.value, one.source, one.note]  # fmt: skip


def as_csv(figures: Iterable[Observation]) -> str:
    """The figures under the header of the actuals."""
    return written(COLUMNS, ([*row[:7], guarded(row[7]), guarded(row[8])] for row in map(cells, figures)))


def as_json(figures: Iterable[Observation], as_of: str) -> str:
    """The figures as one document; `value` as a number, `typed` with the decimals that were published."""
    from ycindic.render.forms.json import SCHEMA, dump

    return dump({"schema": SCHEMA, "as_of": as_of, "observations": [_values(one) for one in figures]})


def _values(one: Observation) -> dict[str, Value]:
    values: dict[str, Value] = {name: cell or None for name, cell in zip(COLUMNS, cells(one), strict=True)}
    return values | {"value": plain(one.value), "typed": typed(one.value)}
