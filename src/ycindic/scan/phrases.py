"""With which short phrase does a registry name a number that is no promise?"""

from collections.abc import Iterable

from ycindic.domain.model import Named
from ycindic.scan.finding import Class, Finding

_BREAK = frozenset(",。;:!?、()“”《》「」『』 \n")
_BEFORE, _BEHIND = 3, 4
_LONGEST = 16


def name_phrases(text: str, findings: Iterable[Finding]) -> tuple[Named, ...]:
    """A phrase for each name of a report, each phrase once; `text` is the report with its places."""
    found: dict[str, Named] = {}
    for one in findings:
        if one.class_ is Class.NAME:
            phrase = _phrase_of(text, one)
            found.setdefault(phrase, Named(phrase, one.reason))
    return tuple(found.values())


def _goes_on(char: str) -> bool:
    return char not in _BREAK and char.isprintable()


def _phrase_of(text: str, one: Finding) -> str:
    """The number with a few characters around it, never over a stop."""
    low, high = one.start, one.end
    while low > max(0, one.start - _BEFORE) and _goes_on(text[low - 1]):
        low -= 1
    while high < min(len(text), one.end + _BEHIND) and _goes_on(text[high]):
        high += 1
    if high - low < 2 and high < len(text) and text[high].isprintable() and text[high] != " ":
        high += 1
    return text[low:high][:_LONGEST] if one.end - low <= _LONGEST else text[one.start : one.end][:_LONGEST]
