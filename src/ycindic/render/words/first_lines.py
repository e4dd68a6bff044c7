"""Of very many faults or findings, which are told to a reader?"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from ycindic.text import _

_One = TypeVar("_One")

MOST_TOLD = 100
"""So many are told; how many more there are is said."""


def first_lines(found: Sequence[_One], told: Callable[[_One], str], lang: str) -> Iterator[str]:
    """A line for each of the first, and one that counts the rest: nobody reads thousands."""
    yield from map(told, found[:MOST_TOLD])
    yield from rest_line(found, lang)


def rest_line(found: Sequence[object], lang: str) -> Iterator[str]:
    """The line that counts those that are not told, if there are any."""
    if len(found) > MOST_TOLD:
        more = len(found) - MOST_TOLD
        yield _("… and {more} more that are not listed", more=more).in_language(lang)
