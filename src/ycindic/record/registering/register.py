"""How does a new promise become part of a registry: put in, read again as a proof, written whole or not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.model import Plan
from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.decoding import BYTE_ORDER_MARK
from ycindic.load.registry import registry_of
from ycindic.record.draft.entries import DraftedEntry
from ycindic.record.draft.insert import NoRoom, spelled, with_indicators, with_target
from ycindic.record.draft.written import indicator_lines, target_lines


class _Registered(NamedTuple):
    """What a registry would become, and the faults that its reading then has besides those it had."""

    old: bytes
    new: bytes
    faults: tuple[Problem, ...]


def with_entries(path: Path, plan: Plan, made: Sequence[DraftedEntry]) -> _Registered | Problem:
    """The registry with some entries: targets of an indicator that is there below it, others at the end.

    The new text is read again: a target that it does not hold then, or a fault that it did not have, is told.
    """
    old = path.read_bytes()
    read = spelled(old)
    if read is None:
        return Problem(Place(str(path)), Code.ENCODING)
    text, encoding = read
    try:
        for one in made:
            if one.id in plan.indicators:
                text = with_target(text, one.id, target_lines(one))
            else:
                text = with_indicators(text, indicator_lines([one]))
    except NoRoom:
        return Problem(Place(str(path)), Code.NO_ROOM, seen=one.id)
    return _Registered(old, text.encode(encoding), tuple(_new_faults(read[0], text, path, plan, made)))


def _new_faults(before: str, after: str, path: Path, plan: Plan, made: Sequence[DraftedEntry]) -> list[Problem]:
    had: list[Problem] = []
    has: list[Problem] = []
    registry_of(before.removeprefix(BYTE_ORDER_MARK), str(path), had)
    found = registry_of(after.removeprefix(BYTE_ORDER_MARK), str(path), has)
    known = {(one.code, one.seen) for one in had}
    faults = [one for one in has if (one.code, one.seen) not in known]
    wanted = sum(len(one.targets) for one in made) + len(plan.targets)
    if not faults and len(found.targets) != wanted:
        faults.append(Problem(Place(str(path)), Code.NO_ROOM, seen=", ".join(one.id for one in made)))
    return faults
