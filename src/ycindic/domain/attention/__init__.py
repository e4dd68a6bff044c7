"""What needs attention at a date? The targets, their figures, and the files, asked one question after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ycindic.domain.attention.asked import Asked
from ycindic.domain.attention.concern import FAILING, Concern, Kind
from ycindic.domain.attention.figures import inconsistent, invalid, late, preliminary
from ycindic.domain.attention.verdicts import contested, unkept

Finder = Callable[[Asked], Iterator[Concern]]

FINDERS: tuple[Finder, ...] = (invalid, unkept, late, inconsistent, contested, preliminary)

_RANK = {kind: place for place, kind in enumerate(Kind)}


def concerns(asked: Asked) -> tuple[Concern, ...]:
    """Everything that needs attention, the gravest first, then by place."""
    found = [one for find in FINDERS for one in find(asked)]
    return tuple(sorted(found, key=lambda one: (_RANK[one.kind], one.place, one.subject)))


__all__ = ["FAILING", "Asked", "Concern", "Kind", "concerns"]
