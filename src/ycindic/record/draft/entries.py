"""Which indicators and targets does a draft hold, and what of them is still to be decided?"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from unicodedata import normalize
from zlib import crc32

from ycindic.domain.model import AMOUNTS, Commitment, Measure
from ycindic.domain.relation import CEILINGS, STRICT, WITH_GOAL, WITH_REFERENCE, GoodWay, Relation, nature
from ycindic.record.draft.forms import (
    POINTS,
    PromiseForm,
    form,
    form_noun,
    in_places,
    keys_beside,
    of_fall,
    softens,
    written,
)
from ycindic.record.draft.usual import is_held_as_rate, measure, usual
from ycindic.scan.finding import Class, Confidence, Finding
from ycindic.scan.numerals import whole_number
from ycindic.scan.relation import less_is_better
from ycindic.scan.words import FALL, RISE

_UNKNOWN_YEAR = "2000"
"""Stands for a year that the report does not say, always with a todo."""


UNSPOKEN = "promise-"
"""How an id begins that is made of a Chinese name."""
_OPEN = {
    "period": "时期未知",
    "years": "是几年的数，起止年份未说明",
    "relation": "关系{relation}{reference}，未登记数字或比较对象",
    "in_step": "同步于",
    "above": "高于",
    "narrowing": "缩小差距：",
    "shares": "是一个整体中几项的比重：请为每一项登记指标和数字",
    "each": "是每处的数：登记为all（goal为处数），或以parts列出各处的指标",
    "sure": "把握低（{reason}）",
    "unit": "单位未知",
    "falls": "降幅须超过，登记为不高于",
}
"""What is left open, in the language of the report, as the names that the draft takes from it."""


class _DraftedPromise(NamedTuple):
    """A target as a draft writes it: its keys in order, and what is still open."""

    keys: Mapping[str, str]
    todo: str = ""


class DraftedEntry(NamedTuple):
    """An indicator as a draft writes it; `more` are further keys of it, their values as YAML."""

    id: str
    zh: str
    en: str
    unit: str
    measure: Measure
    better: str = ""
    targets: tuple[_DraftedPromise, ...] = ()
    more: Mapping[str, str] = {}


def entries(
    findings: Iterable[Finding],
    taken: Iterable[str] = (),
    *,
    results: bool = False,
    in_order: bool = True,
    against: str = "",
) -> list[DraftedEntry]:
    """One indicator for each promise, those of one usual id put together; ids that are taken get a number.

    An id that is not usual tells the place in a report, or, where the order of promises means nothing, the name.
    What is promised beside another indicator is held `against` that one, if it is told.
    """
    found: dict[str, DraftedEntry] = {}
    used, counts = set(taken), dict[str, int]()
    periods: dict[str, set[str]] = {}
    last: tuple[str, Finding] | None = None
    for one in findings:
        if one.class_ is Class.NAME or (one.class_ is Class.RESULT and not results):
            continue
        if last is not None and softens(one, last[1]):
            found[last[0]] = _softened(found[last[0]], one)
            continue
        known = usual(one)
        key = known.id if known else _by_section(one, counts) if in_order else _by_name(one)
        while key in used or (key in found and not _fits(found[key], one, periods[key])):
            key = _next(key)
        if key not in found:
            found[key] = _entry(key, one)
            periods[key] = set()
        if one.class_ is Class.TARGET:
            promise = _promise(one, found[key], against)
            periods[key].add(promise.keys["period"])
            last = key, one
            found[key] = found[key]._replace(targets=(*found[key].targets, promise))
    return list(found.values())


def _softened(entry: DraftedEntry, hope: Finding) -> DraftedEntry:
    """The entry with a second, softer goal beside its latest promise."""
    *others, latest = entry.targets
    _, goal = _turned(hope, entry)
    keys = dict(latest.keys)
    wording = keys.pop("wording")
    return entry._replace(targets=(*others, latest._replace(keys={**keys, "stretch": goal or "", "wording": wording})))


def _by_section(one: Finding, counts: dict[str, int]) -> str:
    """An id from the section and a number: 三(二) is s3-2-01."""
    parts = re.findall("[一二三四五六七八九十]+", one.section)
    section = "-".join(str(whole_number(part) or 0) for part in parts) or "0"
    counts[section] = counts.get(section, 0) + 1
    return f"s{section}-{counts[section]:02d}"


def _by_name(one: Finding) -> str:
    """An id that a Chinese name has wherever it stands: `promise-` and six digits of its checksum."""
    name = "".join(normalize("NFKC", drafted_name(one)).split())
    return f"{UNSPOKEN}{crc32(name.encode()):08x}"[:-2]


def _next(key: str) -> str:
    stem, _, number = key.rpartition("-x")
    return f"{stem}-x{int(number) + 1}" if stem and number.isdecimal() else f"{key}-x2"


def _fits(entry: DraftedEntry, one: Finding, periods: set[str]) -> bool:
    """Whether another promise may stand under an indicator: same unit, another period."""
    said = form(one)
    unit = one.unit if said is None or said.unit is None else said.unit
    same_unit = entry.unit == unit or not unit
    return same_unit and (one.class_ is Class.RESULT or (one.period or _UNKNOWN_YEAR) not in periods)


def _entry(key: str, one: Finding) -> DraftedEntry:
    known = usual(one)
    said = form(one) or PromiseForm(one.relation or Relation.AT_LEAST, {})
    how = said.measure or (known.measure if known else _measure(one))
    unit = "%" if one.relation is Relation.ALL and not one.unit else one.unit
    unit = "%" if is_held_as_rate(one) else unit if said.unit is None else said.unit
    needs = one.class_ is Class.RESULT or (one.relation is not None and nature(one.relation).way is GoodWay.OPEN)
    way = known.better if known else _better
    better = said.better or (way(one) if needs else "")
    return DraftedEntry(key, drafted_name(one), known.en if known else "", unit, how, better)


def _better(one: Finding) -> str:
    """Which way is good of what is not usual."""
    return "lower" if less_is_better(one.indicator) or "down" in one.modifiers else "higher"


def drafted_name(one: Finding) -> str:
    """The name of the indicator of a finding; a rate that falls is the change of its noun, for its goal is negative."""
    name = _SINCE.sub("", one.indicator) or one.clause[:20] or one.figure
    said = form(one)
    if one.unit in POINTS and said is not None and said.measure is Measure.STOCK:
        verb = next((verb for verb in (*RISE, *FALL) if name != verb and name.endswith(verb)), "")
        return name.removesuffix(verb)
    if said is not None and said.keys.get("as") in ("difference", "times"):
        return form_noun(name)
    falls = "down" in one.modifiers and said is None and _fell(name)
    return f"{name.removesuffix(_fell(name))}变化" if falls and measure(one) is Measure.GROWTH else name


_SINCE = re.compile(r"[比较][0-9]{4}年(?![0-9])|[两二三四五六七八九十]年(?:累计|(?=翻番$))")
"""The years of a promise, which its period tells."""


def _fell(name: str) -> str:
    """The verb of falling that a name ends with."""
    return next((verb for verb in FALL if name != verb and name.endswith(verb)), "")


def _measure(one: Finding) -> Measure:
    if one.relation is Relation.NONE:
        return Measure.EVENTS
    return Measure.FLOW if one.relation is Relation.ALL and one.value is None else measure(one)


def _promise(one: Finding, entry: DraftedEntry, against: str) -> _DraftedPromise:
    keys = {"period": one.period or _UNKNOWN_YEAR}
    open_: list[str] = [] if one.period else [_OPEN["period"]]
    if "years" in one.modifiers:
        open_.append(_OPEN["years"])
    relation, told = _told(one, entry, against)
    if relation is None:
        open_.append(_OPEN["relation"].format(relation=_OPEN.get(str(one.relation), "未知"), reference=one.reference))
        relation, told = Relation.AT_LEAST, {"goal": "unstated"}
    if in_places(one):
        open_.append(_OPEN["each"])
    if told.get("goal") == "base" or (told.get("as") and relation is not Relation.ABOVE):
        keys |= _by_a_year(keys["period"])
    told = {key: text for key, text in told.items() if key != "baseline" or text < keys["period"]}
    keys |= {"relation": str(relation), **told, **dict(keys_beside(one))}
    keys |= dict.fromkeys(_modifiers(one, entry, relation), "true")
    if _in_all(one, entry, relation, keys):
        keys["total"] = "true"
    if one.commitment is not Commitment.PLAIN:
        keys["commitment"] = str(one.commitment)
    if one.section:
        keys["section"] = one.section
    keys["wording"] = one.clause or one.figure
    return _DraftedPromise(keys, "；".join([*open_, *_doubts(one)]))


def _by_a_year(period: str) -> Mapping[str, str]:
    """How what is held against its base over several years is written: by their last, from the year before them."""
    first, _, last = period.partition("-")
    return {"period": last, "baseline": str(int(first) - 1)} if last else {}


def _in_all(one: Finding, entry: DraftedEntry, relation: Relation, keys: Mapping[str, str]) -> bool:
    """Whether a rate over several years is their total: nothing says that it is an average, or of each year."""
    several = entry.measure is Measure.GROWTH and "-" in one.period
    return several and relation in WITH_GOAL and not {"average", "hold", "as"} & set(keys)


def _told(one: Finding, entry: DraftedEntry, against: str) -> tuple[Relation | None, Mapping[str, str]]:
    """The relation and the keys that tell the goal; no relation where it says or compares what only a person knows."""
    said = form(one)
    beside = {"reference": against} if against else {}
    if said is not None:
        return said.relation, {**said.keys, **(beside if said.relation in WITH_REFERENCE else {})}
    if one.relation in WITH_REFERENCE and beside:
        return one.relation, beside
    relation, goal = _turned(one, entry)
    if relation in _LEFT_OPEN and goal is None:
        return relation, {"goal": "unstated"}
    about_nothing = relation is Relation.ABOUT and one.value == 0  # how far from nothing is near it?
    if relation is None or about_nothing or (relation in WITH_GOAL and goal is None) or relation not in _WRITTEN:
        return None, {}
    return relation, {} if goal is None else {"goal": goal}


_LEFT_OPEN = CEILINGS | {Relation.ABOUT}
"""Caps and steadiness that reports promise without a figure."""
_WRITTEN = frozenset(Relation) - WITH_REFERENCE
"""What a draft can write without knowing another indicator."""


def _turned(one: Finding, entry: DraftedEntry) -> tuple[Relation | None, str | None]:
    """The relation and the goal of the registry: a fall by 3 % at least is a change of -3 at most."""
    falls = "down" in one.modifiers and entry.measure is Measure.GROWTH
    relation = of_fall(one.relation) if falls and one.relation else one.relation
    if one.value is None or relation not in WITH_GOAL or _shared(one):
        return relation, None
    if isinstance(one.value, tuple):
        ends = sorted(-end if falls else end for end in one.value)
        return relation, f"[{written(ends[0])}, {written(ends[1])}]"
    return relation, written(-one.value if falls else one.value)


def _shared(one: Finding) -> bool:
    """Whether a figure is the shares of a whole (16:50:34): which indicator has which, only a person knows."""
    return isinstance(one.value, tuple) and len(one.value) > len(("low", "high"))


def _modifiers(one: Finding, entry: DraftedEntry, relation: Relation) -> list[str]:
    adds_up = entry.measure in AMOUNTS
    fits = {
        "average": entry.measure in (Measure.FLOW, Measure.GROWTH, Measure.MEAN) and "-" in one.period,
        "hold": relation in WITH_GOAL,
        "scope": adds_up and relation in WITH_GOAL and "hold" not in one.modifiers,
    }
    return [name for name, fit in fits.items() if fit and name in one.modifiers]


def _doubts(one: Finding) -> list[str]:
    """What a reader must look at."""
    found = []
    if one.confidence is Confidence.LOW:
        found.append(_OPEN["sure"].format(reason=one.reason))
    if _shared(one):
        found.append(_OPEN["shares"])
    elif one.value is not None and one.unit in ("", "倍"):
        found.append(_OPEN["unit"])
    if one.relation in STRICT and "down" in one.modifiers:
        found.append(_OPEN["falls"])
    return found
