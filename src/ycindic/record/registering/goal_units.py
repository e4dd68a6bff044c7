"""In which unit do the goals of an entry stand: its own, another multiple of it, or one that it cannot be?"""

import re
from decimal import Decimal

from ycindic.domain.problem import Code, Place, Problem
from ycindic.record.draft.entries import DraftedEntry
from ycindic.record.draft.forms import written
from ycindic.record.tables.units import shift, split
from ycindic.scan.words import PERCENT, THINGS

_IN_UNIT = frozenset({"goal", "stretch", "tolerance"})
"""The keys of a target that are told in its unit."""


def in_multiple(entry: DraftedEntry, unit: str, english: str = "") -> DraftedEntry | None:
    """The entry in another multiple of its unit, its goals too; None where the two are not the same."""
    power = shift(entry.unit, unit, english)
    if power is None:
        return None
    if not power:
        return entry._replace(unit=unit)
    targets = tuple(
        one._replace(keys={key: _scaled(text, power) if key in _IN_UNIT else text for key, text in one.keys.items()})
        for one in entry.targets
    )
    return entry._replace(unit=unit, targets=targets)


def _scaled(text: str, power: int) -> str:
    """The numbers of a key, be they one, a range or none, in another unit."""
    return re.sub(r"[+-]?\d+(?:\.\d+)?", lambda one: written(Decimal(one[0]).scaleb(power)), text)


def in_told_unit(entry: DraftedEntry, unit: str, place: Place, problems: list[Problem]) -> DraftedEntry:
    """The entry in the unit that was told beside a goal which may say its own: 5000人 of 万人 is 0.5.

    A goal in per cent keeps its per cent, whatever its noun is counted in. Things are counted alike by any word;
    of other units that are not the same one is wrong, a problem.
    """
    if not unit or not entry.unit or any("as" in one.keys for one in entry.targets):
        return entry._replace(unit=entry.unit if "%" in entry.unit else unit or entry.unit)
    scaled = in_multiple(entry, unit)
    if scaled is not None:
        return scaled
    if entry.unit in PERCENT:
        return entry
    what, told = split(entry.unit)[1], split(unit)[1]
    if {what, told} <= THINGS:
        alike = entry._replace(unit=entry.unit.removesuffix(what) + told)
        return in_multiple(alike, unit) or entry._replace(unit=unit)
    problems.append(Problem(place, Code.GOAL_UNIT, seen=entry.unit, expected=unit))
    return entry
