"""What does a text over or beside figures say of them?

A text is taken apart from its ends: times, words of basis, of growth, of stage, units. At every step what is left
may be the name of an indicator; so words that belong to a name are never taken from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from ycindic.domain.called import BASIS_WORDS, STAGE_WORDS
from ycindic.domain.model import Basis, Stage
from ycindic.record.tables.units import is_unit
from ycindic.record.tables.vocabulary import (
    BARE_VALUE_WORDS,
    LAST_YEAR_ONLY,
    LAST_YEAR_WORDS,
    NOMINAL,
    OURS,
    RATE_WORDS,
    REAL,
    SINGLE_MONTH,
    SINGLE_QUARTER,
    VALUE_WORDS,
    plain_word,
)
from ycindic.record.tables.when import When, exactly, times

_GLUE = "_-:,、/|;()[]·.的为及和"
_MOST_STEPS = 64
_LONGEST = 120


class Role(StrEnum):
    """What kind of figures stand under a text."""

    VALUE = "value"
    RATE = "rate"


class Said(NamedTuple):
    """What a text says; `name` is what is left of it, known or not.

    `single` is how many months a word such as 本月 covers, `last_year` tells that the year before is meant,
    `only_year` that nothing says which part of it; `real` tells real growth from nominal one; `glued` that words were
    joined by a mark to the name, as databases do, `ours` that the place of the table is named (全市).
    """

    name: str = ""
    known: bool = False
    when: When | None = None
    basis: Basis | None = None
    single: int = 0
    role: Role | None = None
    last_year: bool = False
    only_year: bool = False
    unit: str = ""
    stage: Stage | None = None
    real: bool | None = None
    glued: bool = False
    ours: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was understood and nothing is left."""
        return self == Said()

    @property
    def pure(self) -> bool:
        """Whether everything was understood without a name."""
        return not self.name and not self.empty


def _words() -> dict[str, Said]:
    """Every word that can be taken from an end of a text, and what it adds."""
    found: dict[str, Said] = {}
    for word, basis in BASIS_WORDS.items():
        months = 1 if word in SINGLE_MONTH else 3 if word in SINGLE_QUARTER else 0
        found[word] = Said(basis=basis, single=months if basis is Basis.ALONE else 0)
    for words, adds in (
        (VALUE_WORDS, Said(role=Role.VALUE)),
        (RATE_WORDS, Said(role=Role.RATE)),
        (REAL, Said(role=Role.RATE, real=True)),
        (NOMINAL, Said(role=Role.RATE, real=False)),
        (LAST_YEAR_WORDS, Said(last_year=True)),
        (LAST_YEAR_ONLY, Said(last_year=True, only_year=True)),
        (OURS, Said(ours=True)),
    ):
        found |= dict.fromkeys(words, adds)
    return found | {word: Said(stage=stage) for word, stage in STAGE_WORDS.items() if len(word) > 1}


def _with(so_far: Said, adds: Said) -> Said | None:
    """What was said and what a word adds to it; None where that says of basis, role or stage something else."""
    pairs = ((so_far.basis, adds.basis), (so_far.role, adds.role), (so_far.stage, adds.stage))
    if any(said and new and said is not new for said, new in pairs):
        return None
    return Said._make(old if new == plain else new for old, new, plain in zip(so_far, adds, Said(), strict=True))


_WORDS = _words()
_LONGEST_WORD = max(map(len, _WORDS))


_MARK = re.compile(r"(?<=[^\d\s(\[])(?:[*†‡#※]+|\[\d{1,2}\]|[①-⑳]|\d{1,2}\)|注\d{1,2})$")


def unmarked(text: str) -> str:
    """A name without the marks of notes behind it: 全社会用电量* is 全社会用电量."""
    text = text.rstrip()
    match = _MARK.search(text)
    return text[: match.start()] if match and text.count("(") == text.count(")") - match[0].endswith(")") else text


def said(text: str, known: Callable[[str], bool], units: frozenset[str] = frozenset()) -> Said:
    """Everything that a text says; `known` tells whether a plain text names an indicator.

    `units` are words that are units in brackets, and nowhere else: alone they may be a name.
    """
    whole = plain_word(unmarked(text))
    if not whole or len(whole) > _LONGEST:
        return Said(name=whole)
    if known(whole):
        return Said(name=whole, known=True)
    waiting, seen, best = [(whole, Said())], {whole}, None
    while waiting and len(seen) < _MOST_STEPS:
        rest, so_far = waiting.pop(0)
        for left, found in _steps(rest, so_far, units):
            bare = left.strip(_GLUE)
            more = found._replace(glued=found.glued or left[-1:] == "_")
            counts = left[:1] == "(" and is_unit(bare, units)  # an id may be called as its unit: jobs (jobs)
            if known(left) or (known(bare) and not counts):
                return more._replace(name=left if known(left) else bare, known=True)
            if bare not in seen:
                seen.add(bare)
                waiting.append((bare, more))
        if best is None or len(rest) < len(best.name):
            best = so_far._replace(name=rest)
    return _finished(best or Said(name=whole))


def _finished(best: Said) -> Said:
    """A text of which nothing but a word for figures is left says only that."""
    rest = best.name.removesuffix("±").strip(_GLUE)
    per_cent = rest in ("%", "±%")
    if rest in BARE_VALUE_WORDS and best.role is None:
        return best._replace(name="", role=Role.VALUE)
    if per_cent and best.unit in ("", "%"):
        return best._replace(name="", unit="%")
    if rest in BARE_VALUE_WORDS or not rest:
        return best._replace(name="")
    if not best.unit and is_unit(rest):
        return best._replace(name="", unit=rest)
    return best._replace(name=rest)


_BRACKETS = re.compile(r"\(([^()]{1,40})\)$|^\(([^()]{1,40})\)|\[([^\[\]]{1,40})\]$")
_BEHIND = re.compile(r"(.+?),((?:[\d,]*\d{3})?[^,]+)")
_UNIT = re.compile(r"^单位:?(.{1,20})$|[,;、]?单位:(.{1,20})$")


def _steps(text: str, so_far: Said, units: frozenset[str]) -> Iterator[tuple[str, Said]]:
    """What is left of a text and what it has said, for everything that can be taken from one of its ends."""
    match = _BRACKETS.search(text)
    if match:
        inside = next(one for one in match.groups() if one is not None)
        left = text[: match.start()] + text[match.end() :]
        more = _in_brackets(inside, so_far, units)
        if more is not None:
            yield left, more
    behind = _BEHIND.fullmatch(text)
    if behind and not so_far.unit and is_unit(behind[2], units):
        yield behind[1], so_far._replace(unit=behind[2])
    unit = _UNIT.search(text)
    if unit and not so_far.unit:
        yield text[: unit.start()], so_far._replace(unit=unit[1] or unit[2])
    for size in range(min(_LONGEST_WORD, len(text)), 0, -1):
        for word, left in ((text[-size:], text[:-size]), (text[:size], text[size:])):
            adds = _WORDS.get(word)
            more = _with(so_far, adds) if adds and _whole_word(word, left) else None
            if more is not None:
                yield left, more
    if not so_far.unit and (tail := _percent_tail(text)):
        yield text[: -len(tail)], so_far._replace(unit="%")
    if so_far.when is None:
        yield from _timed(text, so_far)


def _percent_tail(text: str) -> str:
    return next((tail for tail in ("±%", "%") if text.endswith(tail) and len(text) > len(tail)), "")


def _whole_word(word: str, left: str) -> bool:
    """A word of Latin letters must not be cut out of a longer one: blanks are gone, so a mark must stand there."""
    return (
        not word.isascii()
        or not left
        or not (left[-1:].isalnum() and left[0].isalnum() and left.isascii())
        or (len(word) > 2)
    )


def _timed(text: str, so_far: Said) -> Iterator[tuple[str, Said]]:
    whole = exactly(text)
    if whole is not None:
        yield "", so_far._replace(when=whole)
        return
    for found in times(text):
        if found.start == 0:
            yield text[found.stop :], so_far._replace(when=found.when)
        elif found.stop == len(text):
            yield text[: found.start], so_far._replace(when=found.when)


def _in_brackets(inside: str, so_far: Said, units: frozenset[str]) -> Said | None:
    """What a remark in brackets says: a unit, a time, a stage, words of basis or growth; None where it says more."""
    if STAGE_WORDS.get(inside):
        return _with(so_far, Said(stage=STAGE_WORDS[inside]))
    text = inside.removeprefix("单位").removeprefix(":")
    if is_unit(text, units) and not so_far.unit:
        return so_far._replace(unit=text)
    when = exactly(inside)
    if when is not None and so_far.when is None:
        return so_far._replace(when=when)
    if inside in _WORDS:
        return _with(so_far, _WORDS[inside])
    return None


_ENUMERATION = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,3}[、.)](?!\d)|\([一二三四五六七八九十\d]{1,3}\)|[①-⑳]|\d{1,2}(?:\.\d{1,2}){1,3}[、.]?(?![\d十百千万亿%]))"
)


class _Label(NamedTuple):
    """A row's name, and where it stands among the others: `level` of its number in a list, whether 其中 precedes it."""

    text: str
    level: int = 0
    among: bool = False


def label(text: str) -> _Label:
    """A row's name without its number in a list: `（一）城镇新增就业` is 城镇新增就业 at level 2."""
    rest, level, among = plain_word(text), 0, False
    for _ in range(3):
        match = _ENUMERATION.match(rest)
        if match and match.end() < len(rest):
            level = level or _level(match[0])
            rest = rest[match.end() :].lstrip("、.:")
        cut = re.match(r"(?:其中[:：]?|#|ofwhich:?|\*|·|•|-(?!\d))+", rest)
        if cut and cut.end() < len(rest):
            among = among or cut[0].startswith(("其中", "#", "ofwhich"))
            rest = rest[cut.end() :]
    return _Label(rest, level, among)


def _level(number: str) -> int:
    """一、 is 1, （一） 2, 1. 3, （1） 4, ① 5: as official papers number; 1.1 is one below 1."""
    if number[0] == "(":
        return 4 if number[1].isdigit() else 2
    if number[0].isdigit():
        return 3 + number.strip(".、)").count(".")
    return 1 if number[0] in "一二三四五六七八九十" else 5
