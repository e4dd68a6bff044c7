"""What needs attention at a date? The targets, their figures, and the files, asked one question after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ycindic.domain.alert import FAILING, Alert
from ycindic.domain.attention.asked import Asked
from ycindic.domain.attention.figures import inconsistent, invalid, late, preliminary
from ycindic.domain.attention.verdicts import contested, unkept, unlikely
from ycindic.domain.diagnostic import Diagnostic

_Finder = Callable[[Asked], Iterator[Diagnostic]]

_FINDERS: tuple[_Finder, ...] = (invalid, unkept, unlikely, late, inconsistent, contested, preliminary)

_RANK = {alert.value: place for place, alert in enumerate(Alert)}


def alerts(asked: Asked) -> tuple[Diagnostic, ...]:
    """Everything that needs attention, the gravest first, then by place; last what was let stand."""
    found = [one for find in _FINDERS for one in find(asked)]
    return tuple(sorted(found, key=lambda one: (one.let_stand, _RANK[one.code], one.place, one.subject)))


__all__ = ["FAILING", "Alert", "Asked", "alerts"]
