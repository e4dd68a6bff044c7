"""Which things belong together, in the order in which they come?"""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

_One = TypeVar("_One")
_Key = TypeVar("_Key", bound=Hashable)


def grouped(things: Iterable[_One], key: Callable[[_One], _Key]) -> dict[_Key, list[_One]]:
    """The things by what they have in common."""
    found: dict[_Key, list[_One]] = {}
    for one in things:
        found.setdefault(key(one), []).append(one)
    return found
