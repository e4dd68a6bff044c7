"""Who contains itself, directly or through others?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Generic, TypeVar

_Name = TypeVar("_Name", bound=str)


def circles(below: Mapping[_Name, Collection[_Name]]) -> dict[_Name, int]:
    """Everyone in a circle, in the order of `below`; who shares one shares its number.

    In time linear in what is named (Tarjan's strong components, without recursion).
    """
    found = _Components(below).circle
    return {name: found[name] for name in below if name in found}


class _Components(Generic[_Name]):
    """A walk down that numbers everyone once; `back` is the earliest of the open ones that each leads back to."""

    def __init__(self, below: Mapping[_Name, Collection[_Name]]) -> None:
        self.below = below
        self.number: dict[_Name, int] = {}
        self.back: dict[_Name, int] = {}
        self.open: dict[_Name, None] = {}
        self.circle: dict[_Name, int] = {}
        for top in below:
            if top not in self.number:
                self._walk(top)

    def _walk(self, top: _Name) -> None:
        way = [(top, self._enter(top))]
        while way:
            name, rest = way[-1]
            one = next(rest, None)
            if one is None:
                way.pop()
                self._leave(name)
                if way:
                    self._lead(way[-1][0], self.back[name])
            elif one not in self.number:
                way.append((one, self._enter(one)))
            elif one in self.open:
                self._lead(name, self.number[one])

    def _enter(self, name: _Name) -> Iterator[_Name]:
        self.number[name] = self.back[name] = len(self.number)
        self.open[name] = None
        return iter(self.below.get(name, ()))

    def _lead(self, name: _Name, back: int) -> None:
        self.back[name] = min(self.back[name], back)

    def _leave(self, name: _Name) -> None:
        """Close the component that began with a name, if it did."""
        if self.back[name] < self.number[name]:
            return
        members = [self.open.popitem()[0]]
        while members[-1] != name:
            members.append(self.open.popitem()[0])
        if len(members) > 1 or name in self.below.get(name, ()):
            self.circle |= dict.fromkeys(members, self.number[name])
