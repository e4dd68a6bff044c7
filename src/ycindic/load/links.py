"""Do the ids that targets and indicators name exist, each once, and without a circle?"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from ycindic.domain.model import Indicator, IndicatorId, Measure, Plan, Target, TargetId
from ycindic.domain.problem import Code
from ycindic.load.circles import circles
from ycindic.load.reading import UNNAMED, NodeReader, nearest_word


def check_links(plan: Plan, reading: NodeReader) -> Plan:
    """Note every broken link; what hangs on one is left out of the plan."""
    targets = _unique(plan, reading)
    indicators = {key: _with_names(plan, reading, one) for key, one in plan.indicators.items()}
    ids = {target.id: target for target in targets}
    sound = {
        target.id: target
        for target in targets
        if _exist(reading, target.id, target.reference, plan.indicators)
        and _exist(reading, target.id, target.parts or (), ids)
    }
    for name in circles({key: one.parts for key, one in sound.items() if one.parts}):
        reading.fault(sound.pop(name).place, Code.PARTS_CYCLE, seen=name)
    whole = _without_circles(indicators, reading)
    return plan._replace(targets=tuple(_whole(sound).values()), indicators=whole)


def _unique(plan: Plan, reading: NodeReader) -> list[Target]:
    first: dict[TargetId, Target] = {}
    for target in plan.targets:
        if target.id in first:
            other = str(first[target.id].place)
            expected = f"id: {target.id}/…"
            reading.fault(target.place, Code.DUPLICATE_ID, seen=target.id, expected=expected, detail=other)
        else:
            first[target.id] = target
    return list(first.values())


def _with_names(plan: Plan, reading: NodeReader, indicator: Indicator) -> Indicator:
    """The indicator without the names that do not exist, or whose indicators are of no use to it."""
    if not (indicator.levels or indicator.price_index or indicator.parts_of_sum):
        return indicator
    levels = _fitting(plan, reading, indicator, _single(indicator.levels), _LEVELS)
    index = _fitting(plan, reading, indicator, _single(indicator.price_index), _INDEX)
    parts = _fitting(plan, reading, indicator, indicator.parts_of_sum, _PARTS)
    return indicator._replace(
        levels=levels[0] if levels else None, price_index=index[0] if index else None, parts_of_sum=parts
    )


def _single(name: IndicatorId | None) -> tuple[IndicatorId, ...]:
    return (name,) if name else ()


class _Key(NamedTuple):
    """A key that names other indicators: who may have it, and who may be named by it."""

    name: str
    owners: tuple[Measure, ...]
    named: tuple[Measure, ...]


_RATES_OF_PRICES = (Measure.MEAN, Measure.GROWTH)
_ADDING = (Measure.FLOW, Measure.GROWTH, Measure.EVENTS)
_LEVELS = _Key("levels", (Measure.GROWTH,), (Measure.FLOW, Measure.EVENTS, Measure.STOCK, Measure.MEAN))
_INDEX = _Key("index", _RATES_OF_PRICES, (Measure.STOCK, Measure.MEAN))
_PARTS = _Key("parts_of_sum", _ADDING, _ADDING)


def _fitting(
    plan: Plan, reading: NodeReader, indicator: Indicator, names: tuple[IndicatorId, ...], key: _Key
) -> tuple[IndicatorId, ...]:
    """The named indicators if all exist and are of a measure that the key can use, else none."""
    known, before = plan.indicators, len(reading.problems)
    if not names or not _exist(reading, indicator.id, names, known):
        return ()
    if indicator.measure not in key.owners:
        place = reading.mentions[indicator.id, names[0]]
        reading.fault(place, Code.STRAY_MODIFIER, seen=key.name, detail=indicator.measure)
        return ()
    for name in names:
        measure = known[name].measure
        if measure not in key.named:
            place = reading.mentions[indicator.id, name]
            reading.fault(place, Code.NAMED_MEASURE, seen=name, expected=", ".join(key.named), detail=measure)
    return names if len(reading.problems) == before else ()


def _without_index(one: Indicator) -> Indicator:
    return one._replace(price_index=None)


def _without_parts(one: Indicator) -> Indicator:
    return one._replace(parts_of_sum=())


def _without_circles(indicators: dict[IndicatorId, Indicator], reading: NodeReader) -> dict[IndicatorId, Indicator]:
    """The indicators without the names by which they come back to themselves."""
    parts = {key: one.parts_of_sum for key, one in indicators.items() if one.parts_of_sum}
    index = {key: (one.price_index,) for key, one in indicators.items() if one.price_index}
    found = dict(indicators)
    for below, without in ((index, _without_index), (parts, _without_parts)):
        circle = circles(below)
        for name, number in circle.items():
            place = min(reading.mentions[name, one] for one in below[name] if circle.get(one) == number)
            reading.fault(place, Code.INDICATOR_CYCLE, seen=name)
            found[name] = without(found[name])
    return found


def _exist(reading: NodeReader, owner: str, names: Iterable[str], known: Collection[str]) -> bool:
    """Whether all named ids are known; one that was left out for its own fault is not blamed again."""
    missing = [name for name in names if name not in known]
    for name in missing:
        if name not in reading.faulty and name.partition("@")[0] + UNNAMED not in reading.faulty:
            place = reading.mentions[owner, name]
            reading.fault(place, Code.UNKNOWN_ID, seen=name, nearest=nearest_word(name, known))
    return not missing


def _whole(targets: dict[TargetId, Target]) -> dict[TargetId, Target]:
    """Without the containers one of whose parts had to be left out, and what hangs on those."""
    holders: dict[TargetId, list[TargetId]] = {}
    for name, one in targets.items():
        for part in one.parts or ():
            holders.setdefault(part, []).append(name)
    gone = {part for part in holders if part not in targets}
    fresh = list(gone)
    while fresh:
        above = [name for name in holders.get(fresh.pop(), ()) if name not in gone]
        gone.update(above)
        fresh += above
    return {name: one for name, one in targets.items() if name not in gone}
