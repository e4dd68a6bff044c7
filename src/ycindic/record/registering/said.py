"""What does one sentence promise, or one row of a table? The reader of reports reads it as part of a year's plan."""

import re
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.bounds import WORDS_BEFORE, WORDS_BEHIND
from ycindic.domain.model import Measure
from ycindic.domain.period import Period, year_of
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.relation import Relation
from ycindic.record.draft.entries import DraftedEntry, entries
from ycindic.record.draft.forms import of_fall
from ycindic.record.draft.usual import is_amount
from ycindic.scan.figures import figures
from ycindic.scan.finding import Class, Confidence, Finding
from ycindic.scan.grouping import falling_range
from ycindic.scan.read import scan
from ycindic.scan.relation import unworded
from ycindic.scan.words import FALL, PERCENT, RISE

_BEFORE = {word: bound for bound, words in WORDS_BEFORE.items() for word in words} | {
    **dict.fromkeys(("≥", ">=", "at least"), Relation.AT_LEAST),
    **dict.fromkeys(("≤", "<=", "at most"), Relation.AT_MOST),
    **dict.fromkeys((">", "＞", "more than"), Relation.MORE_THAN),
    **dict.fromkeys(("=", "exactly"), Relation.EXACTLY),
    "about": Relation.ABOUT,
    "between": Relation.BETWEEN,
}
_AFTER = {word: bound for bound, words in WORDS_BEHIND.items() for word in words}
"""The words and signs of a goal before and behind its number."""


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_TYPED = re.compile(
    rf"(?P<before>{_one_of(_BEFORE)})?\s*(?P<low>{_NUMBER})\s*(?P<percent>%)?"
    rf"(?:\s*(?:-|–|—|~|～|to|and|至|到)\s*(?P<high>{_NUMBER})\s*%?)?\s*(?P<after>{_one_of(_AFTER)})?"
)


class Supplement(NamedTuple):
    """What is told of a promise besides its sentence; what is empty is taken from the reading of the sentence.

    `keys` are keys of the target, `more` of the indicator, as they are written in the registry.
    """

    id: str = ""
    name_zh: str = ""
    name_en: str = ""
    unit: str = ""
    measure: str = ""
    better: str = ""
    against: str = ""
    keys: Mapping[str, str] = {}
    more: Mapping[str, str] = {}


def in_sentence(sentence: str, period: Period) -> list[Finding]:
    """The promises of a sentence; what names no year of its own is promised for `period`."""
    year = str(year_of(period.first))
    text = f"三、{year}年工作安排\n今年，{sentence.strip().rstrip('。.；;')}。\n"
    found = [_plain(one) for one in scan(text) if one.class_ is Class.TARGET]
    return [_placed(one, year, period) for one in found]


def _placed(one: Finding, year: str, period: Period) -> Finding:
    """A promise for the period that is told where it names no year of its own; a told stretch is that of its years."""
    if one.period not in ("", year):
        return one._replace(section="")
    sure = tuple(said for said in one.modifiers if said != "years" or period.months <= 12)
    return one._replace(section="", period=str(period), modifiers=sure)


def _plain(one: Finding) -> Finding:
    """A promise whose bare figure promises what it would in a table."""
    if "bare" not in one.modifiers or not isinstance(one.value, Decimal) or (one.value and "down" in one.modifiers):
        return one
    meant = unworded(one.indicator, one.value, one.unit)
    return one if meant in (Relation.AT_LEAST, Relation.AT_MOST) else one._replace(relation=meant)


def of_goal(name: str, goal: str, unit: str, period: Period) -> list[Finding]:
    """The promise that a name and a goal make: a number with or without a sign, or words as a report has them.

    A promise without a relation is open: its number without a word may mean two opposite things.
    """
    found = _TYPED.fullmatch(goal.strip().lower().replace("零", "0"))
    if found is None:
        return [_named(one, name, unit) for one in in_sentence(f"{name}{goal}", period)]
    low, high = Decimal(found["low"]), Decimal(found["high"] or found["low"])
    unit = (found["percent"] if unit not in PERCENT else "") or unit
    said = _BEFORE.get(found["before"] or "") or _AFTER.get(found["after"] or "")
    relation = Relation.BETWEEN if found["high"] else said or unworded(name, low, unit)
    value = (low, high) if found["high"] else low
    falls = unit in PERCENT and name.endswith(FALL)
    if falls and low < 0 and not found["high"]:
        value, relation = -low, of_fall(said) if said else Relation.AT_LEAST
    grows = not falls and unit in PERCENT and is_amount(name)
    return [
        Finding(
            0, 0, 1, 1, Class.TARGET, Confidence.HIGH, "typed", "", value, unit, relation,
            ("down",) if falls else ("growth",) if grows else (),
            indicator=f"{name}增长" if grows else name, period=str(period),
        )
    ]  # fmt: skip


def _named(one: Finding, name: str, unit: str) -> Finding:
    """A promise under the name that was told, with the verb of its rate, in the told unit where it says none."""
    unit = one.unit or unit
    verb = "" if unit not in _RATES or name.endswith(_CHANGES) else _changes(one, name)
    return one._replace(indicator=f"{name}{verb}", unit=unit)


_RATES = ("%", "‰")
_CHANGES = (*RISE, *FALL)


def _changes(one: Finding, name: str) -> str:
    """The verb of a rate of change, as the sentence has it; of an amount in per cent that has none, growth."""
    verb = next((verb for verb in _CHANGES if one.indicator.endswith(verb)), "")
    if {"growth", "down"} & {*one.modifiers}:
        return verb or ("下降" if "down" in one.modifiers else "增长")
    return "增长" if is_amount(name) else ""


def open_goal(place: Place, seen: str) -> Problem:
    """That a goal of nothing without a word may mean two opposite things, and the words that tell which."""
    return Problem(place, Code.OPEN_GOAL, seen=seen, expected="不超过0 / 不少于0")


def upside_down(said: str, place: Place) -> Problem | None:
    """A range whose ends fall: which end is wrong, or whether it is a range at all, only its author knows."""
    typed = _TYPED.fullmatch(said.strip().lower())
    if typed and typed["high"]:
        falls, upright = Decimal(typed["low"]) > Decimal(typed["high"]), f"{typed['high']}-{typed['low']}"
    else:
        ends = falling_range(said, list(figures(said)))
        falls, upright = ends is not None, "-".join(one.raw for one in reversed(ends or ()))
    return Problem(place, Code.RANGE_UPSIDE_DOWN, seen=said, expected=upright) if falls else None


def entries_of(found: list[Finding], told: Supplement, taken: Collection[str]) -> list[DraftedEntry]:
    """The indicators and targets of some promises, with what was told of them; ids that are taken get a number.

    Raises ValueError where something was told of one of several promises, and nobody knows of which.
    """
    made = entries(found, taken, in_order=False, against=told.against)
    if len(made) != 1:
        if any(told._replace(keys={}, more={})):
            raise ValueError(len(made))
        return [_with_keys(one, told) for one in made]
    one = made[0]
    return [
        _with_keys(
            one._replace(
                id=told.id or _id_of(told.name_en or one.zh, taken) or one.id,
                zh=told.name_zh or one.zh,
                en=told.name_en or one.en or one.zh,
                measure=Measure(told.measure) if told.measure else one.measure,
                better=told.better or one.better,
            ),
            told,
        )
    ]


def _with_keys(entry: DraftedEntry, told: Supplement) -> DraftedEntry:
    """The entry with the keys that were told in the place of those that were read."""
    targets = tuple(one._replace(keys={**one.keys, **told.keys}) for one in entry.targets)
    return entry._replace(targets=targets, more=told.more)


def _id_of(name_en: str, taken: Collection[str]) -> str:
    """An id made of an English name, empty where it is none."""
    words = re.findall(r"[a-z0-9]+", name_en.lower()) if name_en.isascii() else []
    stem = "-".join(words).lstrip("0123456789-")[:40].rstrip("-")
    number, found = 2, stem
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    return found
