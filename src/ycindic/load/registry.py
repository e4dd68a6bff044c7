"""What does targets.yaml promise? From typed values to a plan that makes sense, faults as values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import assert_never

from ycindic.domain.model import (
    HUNDRED,
    Better,
    Bilingual,
    Commitment,
    Condition,
    Every,
    Indicator,
    IndicatorId,
    Measure,
    Method,
    Milestone,
    Named,
    Plan,
    ProfileKind,
    Released,
    Rhythm,
    Settings,
    Target,
    TargetId,
)
from ycindic.domain.period import CIVIL, MONTHS_A_YEAR, Calendar
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.relation import GoodWay, Relation, nature
from ycindic.files.decoding import decoded, sniff
from ycindic.files.merging import merge_line
from ycindic.load import together
from ycindic.load.fields import TOP
from ycindic.load.goals import goal_ends, hope, with_revisions
from ycindic.load.links import check_links
from ycindic.load.own_years import settle
from ycindic.load.reading import UNNAMED, ByField, NodeReader, Values, nearest_word
from ycindic.load.sense import check_target
from ycindic.load.unreadable import unreadable
from ycindic.load.yaml_events import parse_yaml


class _Everything:
    """Holds whatever is asked for: where no indicator could be read, none that a file names is to blame."""

    def __contains__(self, name: object) -> bool:
        return True


_EVERYTHING = _Everything()
_EMPTY = Plan(Bilingual("", ""), {}, (), left_out=_EVERYTHING)
_LARGEST = 16 << 20


def read_registry(path: Path, problems: list[Problem]) -> Plan:
    """Read a registry; what has a fault is left out and told in `problems`, never raised."""
    text = _text(path, problems)
    return _EMPTY if text is None else registry_of(text, str(path), problems)


def registry_of(text: str, file: str, problems: list[Problem]) -> Plan:
    """The plan that the text of a registry says; `file` is its name in faults."""
    node = parse_yaml(text, file, problems)
    if node is None:
        if not problems:
            problems.append(Problem(Place(file, 1, 1), Code.MISSING_KEY, expected="schema, title, indicators"))
        return _EMPTY
    reading = NodeReader(file, problems)
    top = reading.table(node, TOP)
    plan = _plan(reading, top)
    return check_links(plan, reading)


def _text(path: Path, problems: list[Problem]) -> str | None:
    place = Place(str(path))
    try:
        if not path.is_file():
            problems.append(Problem(place, Code.NO_WORKSPACE))
        elif path.stat().st_size > _LARGEST:
            problems.append(Problem(place, Code.TOO_LONG))
        elif line := merge_line(data := path.read_bytes()):
            problems.append(Problem(Place(str(path), line), Code.UNFINISHED_MERGE))
        elif (text := decoded(data)) is not None:
            return text
        else:
            problems.append(Problem(Place(str(path), sniff(path).line), Code.ENCODING))
    except OSError as error:
        problems.append(unreadable(place, error))
    return None


def _plan(reading: NodeReader, top: Values) -> Plan:
    settings = _settings(reading, top.get("settings"), Settings())
    indicators: dict[IndicatorId, Indicator] = {}
    targets: list[Target] = []
    open_: list[together.Member] = []
    entries, calendar = top.get("indicators", {}), _calendar(top, CIVIL)
    sections = {key: one for key, one in top.get("sections", {}).items() if {"zh", "en"} <= set(one)}
    for key in list(entries):
        values = entries.pop(key)  # thousands of them need not all be kept until the last one is a target
        indicator = _indicator(reading, IndicatorId(key), values, calendar)
        if indicator is None:
            reading.faulty |= {key, key + UNNAMED, *(one["id"] for one in values.get("targets", []) if "id" in one)}
            continue
        mine = []
        for one in values.get("targets", []):
            many = together.is_together(one)
            target = _target(reading, indicator, together.container(one) if many else one, settings)
            if target is not None and many:
                target, found = together.joined(reading, target, one)
                open_ += found
            if target is not None:
                mine.append(target)
        indicators[indicator.id] = _with_direction(reading, indicator, values, mine)
        targets += mine
    targets = _with_parts(targets, _parts(reading, open_, indicators, settings))
    return Plan(
        title=top.get("title", _EMPTY.title),
        indicators=indicators,
        targets=tuple(targets),
        sections={key: Bilingual(one["zh"], one["en"]) for key, one in sections.items()},
        headlines=frozenset(key for key, one in sections.items() if one.get("headline")),
        source=dict(top.get("source", {})),
        left_out=frozenset(reading.faulty) if "indicators" in top else _EVERYTHING,
        names=_names(top.get("names", [])),
        calendar=calendar,
    )


def _with_parts(targets: list[Target], parts: Iterator[Target]) -> list[Target]:
    """Every target, the parts that were promised as one right behind their container."""
    mine = {one.id: one for one in parts}
    behind = ([whole, *(mine[part] for part in whole.parts or () if part in mine)] for whole in targets)
    return [target for group in behind for target in group] if mine else targets


def _parts(
    reading: NodeReader, parts: list[together.Member], indicators: dict[IndicatorId, Indicator], settings: Settings
) -> Iterator[Target]:
    """The targets of the figures that were promised as one; a direction that none of them says must be typed."""
    for part in parts:
        indicator = indicators.get(part.indicator)
        if indicator is None:
            reading.faulty.add(part.values["id"])
            if part.indicator not in reading.faulty:
                near = nearest_word(part.indicator, indicators)
                reading.fault(part.place, Code.UNKNOWN_ID, seen=part.indicator, nearest=near)
            continue
        target = _target(reading, indicator, part.values, settings)
        if target is not None:
            indicators[part.indicator] = _with_direction(reading, indicator, part.values, [target])
            yield target


def _names(values: list[Values]) -> tuple[Named, ...]:
    whole = (one for one in values if {"phrase", "why"} <= set(one))
    return tuple(Named(one["phrase"], one["why"], one.get("where", ""), one.place) for one in whole)


def _settings(reading: NodeReader, values: Values | None, base: Settings) -> Settings:
    """The cut-offs typed over those of a floor above; a better grade may not be easier to reach than a lesser one."""
    if not values:
        return base
    found = base._replace(**values)
    for low, high in (("pace_on_track", "pace_ahead"), ("catch_up_on_track", "catch_up_at_risk")):
        least, most = getattr(found, low), getattr(found, high)
        if least > most:
            key, bound = (high, f"≥ {low} {least}") if high in values else (low, f"≤ {high} {most}")
            reading.fault(values.at(key), Code.OUT_OF_BOUNDS, seen=str(values[key]), expected=bound)
            return base
    return found


def _calendar(values: Values, base: Calendar) -> Calendar:
    """The year of a table, else that of the floor above."""
    return Calendar(values["year_starts"]) if "year_starts" in values else base


def _indicator(reading: NodeReader, key: IndicatorId, values: Values, above: Calendar) -> Indicator | None:
    if not values.keys() >= {"name", "unit", "measure"}:
        return None
    released, calendar = values.get("released"), _calendar(values, above)
    indicator = Indicator(
        id=key,
        unit=values["unit"].zh,
        unit_en=values["unit"].en,
        released=_released(released, calendar) if released else None,
        place=values.place,
        calendar=calendar,
        **_as_typed(values, _OF_INDICATOR),
    )
    for name, place in _named(values):
        reading.mentions[key, name] = place
    shares = _shares(reading, values, indicator.profile)
    return indicator._replace(shares=shares) if shares else indicator


def _named(values: Values) -> list[tuple[str, Place]]:
    """The other indicators that an indicator names, each with its place."""
    single = [(values[key], values.at(key)) for key in ("levels", "index") if key in values]
    return [*single, *values.get("parts_of_sum", [])]


def _released(values: Values, calendar: Calendar) -> Released | None:
    if "every" not in values:
        return None
    every, day = Every(values["every"]), values.get("day")
    return Released(every, day, values.get("after", 1), values.get("first", 1), calendar)


def _shares(reading: NodeReader, values: Values, profile: ProfileKind) -> tuple[Decimal, ...]:
    """Cumulative shares that end with 1, or with 100 as per cent."""
    typed: list[Decimal] = values.get("shares", [])
    if "shares" not in values:
        if profile is ProfileKind.SHARES and "shares" not in values.marks:
            reading.fault(values.place, Code.MISSING_KEY, expected="shares")
        return ()
    rising = all(before <= after for before, after in pairwise([Decimal(0), *typed]))
    if len(typed) not in (4, MONTHS_A_YEAR) or not rising or typed[-1] not in (1, HUNDRED):
        reading.fault(values.at("shares"), Code.BAD_SHARES, seen=", ".join(str(one) for one in typed))
        return ()
    return tuple(one / typed[-1] for one in typed)


def _better(way: GoodWay) -> Better | None:
    """The good direction as a relation says it by itself."""
    match way:
        case GoodWay.UP:
            return Better.HIGHER
        case GoodWay.DOWN:
            return Better.LOWER
        case GoodWay.NEAR:
            return Better.NEAR
        case GoodWay.OPEN | GoodWay.CLOSER:
            return None
        case _:
            assert_never(way)


def _with_direction(reading: NodeReader, indicator: Indicator, values: Values, targets: list[Target]) -> Indicator:
    """The good direction as typed, else as the relations of its targets say it."""
    if indicator.better is not None or "better" in values.marks:
        return indicator
    ways = [nature(target.relation).way for target in targets if target.relation]
    said = next((better for way in ways if (better := _better(way))), None)
    if said is None and GoodWay.OPEN in ways:
        reading.fault(values.place, Code.NO_DIRECTION, expected="higher, lower, near")
    return indicator._replace(better=said) if said else indicator


def _target(reading: NodeReader, indicator: Indicator, values: Values, settings: Settings) -> Target | None:
    before = len(reading.problems)
    settle(reading, values, indicator.calendar)
    period = values.get("period")
    if period is None:
        reading.faulty.add(values.get("id") or indicator.id + UNNAMED)
        return None
    goal = values.get("goal")
    low, high = goal_ends(goal)
    relation = Relation(values["relation"]) if "relation" in values else None
    target = Target(
        id=TargetId(values.get("id") or f"{indicator.id}@{indicator.calendar.text(period)}"),
        indicator=indicator.id,
        period=period,
        relation=relation,
        goal=low,
        goal_high=high,
        unstated=goal == "unstated",
        as_difference=relation is Relation.NARROWING and "as" in values,
        settings=_settings(reading, values.get("settings"), settings),
        place=values.place,
        calendar=indicator.calendar,
        **_as_typed(values, _OF_TARGET),
    )
    if not values.strange:
        check_target(reading, indicator, target, values)
    for name, place in (*values.get("reference", ()), *values.get("parts", ())):
        reading.mentions[target.id, name] = place
    if reading.problems and (len(reading.problems) > before or _typed_wrongly(values)):  # of either one is told
        reading.faulty.add(target.id)
        return None
    return with_revisions(indicator, target.until_deadline(indicator), values)


def _typed_wrongly(values: Values) -> bool:
    """Whether a key is unknown, or its value was no good: then the target's sense is unknown."""
    listed = (*values.get("milestones", []), *values.get("revised", []))
    nested = [values, *(one for one in values.values() if isinstance(one, Values)), *listed]
    return any(one.strange or not one.marks.keys() <= one.keys() for one in nested)


def _condition(values: Values) -> Condition | None:
    if "text" not in values:
        return None
    return Condition(values["text"], values.get("holds", True), values.get("since"), values.get("source", ""))


def _milestones(values: list[Values]) -> tuple[Milestone, ...]:
    return tuple(Milestone(one["by"], one["goal"]) for one in values if {"by", "goal"} <= set(one))


def _named_ids(typed: list[tuple[str, Place]]) -> tuple[str, ...]:
    return tuple(name for name, _ in typed)


def _as_it_is(typed: object) -> object:
    return typed


_Takes = Mapping[str, tuple[str, Callable[..., object]]]
"""What a field is called here that a key of the registry has by itself, and what is made of the typed value."""

_OF_INDICATOR: _Takes = {
    **{
        key: (key, _as_it_is)
        for key in ("name", "limit", "decimals", "publisher", "note", "levels", "net", "uneven", "todo")
    },
    "index": ("price_index", _as_it_is),
    "measure": ("measure", Measure),
    "better": ("better", Better),
    "profile": ("profile", ProfileKind),
    "outlook": ("outlook", Method),
    "parts_of_sum": ("parts_of_sum", _named_ids),
}
_OF_TARGET: _Takes = {
    **{
        key: (key, _as_it_is)
        for key in ("average", "total", "hold", "goal_read", "headline", "scope", "band", "by", "tolerance", "baseline",
                    "stated_by", "section", "wording", "note", "todo")
    },
    "reference": ("reference", _named_ids),
    "parts": ("parts", _named_ids),
    "milestones": ("milestones", _milestones),
    "condition": ("condition", _condition),
    "stretch": ("hope", hope),
    "commitment": ("commitment", Commitment),
    "step": ("step", Rhythm),
}  # fmt: skip


def _as_typed(values: Values, takes: _Takes) -> ByField:
    """The fields that a table has a value for; it has few of many."""
    found = {}
    for key, value in values.items():
        if key in takes:
            name, make = takes[key]
            found[name] = make(value)
    return found
