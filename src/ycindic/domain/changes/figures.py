"""Which figures differ between two readings, and what if some of them did not?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ycindic.domain.changes.change import ChangedFigure
from ycindic.domain.facts import Facts, Series, series
from ycindic.domain.grouped import grouped
from ycindic.domain.model import Indicator


def differing(before: Facts, after: Facts, indicators: Iterable[Indicator]) -> tuple[ChangedFigure, ...]:
    """The figures that are new, gone, or have another value or another bound; by indicator and time."""
    return tuple(figure for one in indicators for figure in _of_one(one, before.of(one.id), after.of(one.id)))


def _of_one(indicator: Indicator, before: Series, after: Series) -> Iterator[ChangedFigure]:
    old, new = ({one.told_of: one for one in known.observations} for known in (before, after))
    for key in sorted(old.keys() | new.keys(), key=lambda one: (one[2], one[1], one[0])):
        was, now = old.get(key), new.get(key)
        one = now or was
        if one is not None and (was is None or now is None or (was.value, was.bound) != (now.value, now.bound)):
            yield ChangedFigure(indicator, one.covered, one.basis, was, now)


def without(after: Facts, undone: Iterable[ChangedFigure]) -> Facts:
    """The later facts as if some of the figures had stayed what they were."""
    by_indicator = grouped(undone, lambda figure: figure.indicator.id)
    mixed = {name: _undone(after.of(name), figures) for name, figures in by_indicator.items()}
    return Facts({name: after.of(name) for name in after.by_indicator} | mixed)


def _undone(known: Series, figures: Iterable[ChangedFigure]) -> Series:
    new = {figure.new for figure in figures if figure.new}
    old = [figure.old for figure in figures if figure.old]
    return series([*(one for one in known.observations if one not in new), *old], known.calendar)
