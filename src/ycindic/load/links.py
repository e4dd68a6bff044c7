"""Do the ids that targets and indicators name exist, each once, and without a circle?"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ycindic.domain.model import Indicator, Plan, Target, TargetId
from ycindic.domain.problem import Code
from ycindic.load.reading import UNNAMED, Reading, nearest


def check_links(plan: Plan, reading: Reading) -> Plan:
    """Note every broken link; what hangs on one is left out of the plan."""
    targets = _unique(plan, reading)
    indicators = {key: _with_names(plan, reading, one) for key, one in plan.indicators.items()}
    ids = [target.id for target in targets]
    sound = {
        target.id: target
        for target in targets
        if _exist(reading, target.id, target.reference, plan.indicators)
        and _exist(reading, target.id, target.parts or (), ids)
    }
    for name in _circles(sound):
        reading.fault(sound.pop(name).place, Code.PARTS_CYCLE, seen=name)
    return plan._replace(targets=tuple(_whole(sound).values()), indicators=indicators)


def _unique(plan: Plan, reading: Reading) -> list[Target]:
    first: dict[TargetId, Target] = {}
    for target in plan.targets:
        if target.id in first:
            other = str(first[target.id].place)
            expected = f"id: {target.id}/…"
            reading.fault(target.place, Code.DUPLICATE_ID, seen=target.id, expected=expected, detail=other)
        else:
            first[target.id] = target
    return list(first.values())


def _with_names(plan: Plan, reading: Reading, indicator: Indicator) -> Indicator:
    """The indicator without the names that do not exist."""
    known = plan.indicators
    levels, index = (
        name if name is None or _exist(reading, indicator.id, (name,), known) else None
        for name in (indicator.levels, indicator.price_index)
    )
    if indicator.id in indicator.parts_of_sum:
        reading.fault(reading.mentions[indicator.id, indicator.id], Code.PARTS_CYCLE, seen=indicator.id)
        indicator = indicator._replace(parts_of_sum=())
    parts = indicator.parts_of_sum if _exist(reading, indicator.id, indicator.parts_of_sum, known) else ()
    return indicator._replace(levels=levels, price_index=index, parts_of_sum=parts)


def _exist(reading: Reading, owner: str, names: Iterable[str], known: Collection[str]) -> bool:
    """Whether all named ids are known; one that was left out for its own fault is not blamed again."""
    missing = [name for name in names if name not in known]
    for name in missing:
        if name not in reading.faulty and name.partition("@")[0] + UNNAMED not in reading.faulty:
            place = reading.mentions[owner, name]
            reading.fault(place, Code.UNKNOWN_ID, seen=name, nearest=nearest(name, known))
    return not missing


def _circles(targets: dict[TargetId, Target]) -> list[TargetId]:
    """The containers that contain themselves, directly or through others."""
    found = []
    for start, target in targets.items():
        seen: set[TargetId] = set()
        open_parts = list(target.parts or ())
        while open_parts:
            part = open_parts.pop()
            if part in targets and part not in seen:
                seen.add(part)
                open_parts += targets[part].parts or ()
        if start in seen:
            found.append(start)
    return found


def _whole(targets: dict[TargetId, Target]) -> dict[TargetId, Target]:
    """Without the containers one of whose parts had to be left out, and what hangs on those."""
    while True:
        kept = {name: one for name, one in targets.items() if all(part in targets for part in one.parts or ())}
        if len(kept) == len(targets):
            return kept
        targets = kept
