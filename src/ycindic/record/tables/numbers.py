"""Which number does a cell show, and what do the marks beside it say?

Whether a comma or a point begins the decimals is one convention of a whole file, proven by its figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from ycindic.domain.called import BOUND_WORDS, STAGE_WORDS
from ycindic.domain.model import Bound, Stage
from ycindic.load.cells import narrow
from ycindic.record.tables.units import is_unit
from ycindic.record.tables.vocabulary import NO_FIGURE, plain_word


class Shows(StrEnum):
    """What a cell holds."""

    EMPTY = "empty"
    NONE = "none"
    NUMBER = "number"
    RANGE = "range"
    BRACKETS = "brackets"
    FORECAST = "forecast"
    TEXT = "text"


class Decimals(StrEnum):
    """What begins the decimals of a file's numbers."""

    POINT = "point"
    COMMA = "comma"
    OPEN = "open"
    BOTH = "both"


class ShownNumber(NamedTuple):
    """What a cell shows: the digits as they stand, and apart from them unit, marks, stage and bound."""

    kind: Shows
    body: str = ""
    unit: str = ""
    note: str = ""
    stage: Stage = Stage.UNSTATED
    bound: Bound = Bound.EXACT


_DIGITS = r"[+-]?\s?\d[\d.,'\u00a0\u202f\u2009 ]*"
_NUMBER = re.compile(
    rf"(?P<body>{_DIGITS}(?<=\d)|[+-]?\.\d+)\s*(?P<unit>[^\d\s()\[\]*,.]*[^\d()\[\]*,.]?)\s*(?P<rest>.*)", re.DOTALL
)
_RANGE = re.compile(r"[+-]?\d[\d.,]*%?\s*(?:-|—|–|~|～|至|到)\s*[+-]?\d[\d.,]*\s*(?P<unit>[^\d]*)")
_BRACKETS = re.compile(r"[(]\s*(\d[\d.,' ]*%?)\s*[)]")
_MARK = re.compile(r"\s*(?:[*†‡§#]+|\[[\w*]{1,3}\]|\((?:\d{1,2}|注\d*|[a-z])\)|注\d{0,2}|[①-⑳]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[①-⑳]")
_FLAGS = re.compile(r"[bcdeinprsu]{1,3}|[bcdeinprsu](?:,[bcdeinprsu]){1,2}")
_EUROSTAT_NONE = re.compile(r":\s*[a-z]{0,2}")
_BOUND_BEFORE = ("约为", "大约", "超过", "突破", "不足", "接近", "约", "超", "近", "逾", "≥", "≤", ">", "<", "~", "≈")
_BOUND_BEHIND = ("左右", "以上", "以下", "多", "余")


@lru_cache(maxsize=1 << 15)
def shown_cell(text: str, words: frozenset[str] = frozenset()) -> ShownNumber:
    """What a cell shows; its digits are not read yet. `words` are units besides those that all tables have."""
    bare = text.strip()
    if not bare:
        return ShownNumber(Shows.EMPTY)
    if plain_word(bare) in NO_FIGURE or _EUROSTAT_NONE.fullmatch(bare):
        return ShownNumber(Shows.NONE)
    bare, note = _without_marks(bare)
    bare = narrow(bare).replace("\u2013", "-").replace("（", "(").replace("）", ")")
    span = _RANGE.fullmatch(bare)
    if span and not bare.startswith("-") and (not span["unit"].strip() or is_unit(span["unit"], words)):
        return ShownNumber(Shows.RANGE)
    match = _BRACKETS.fullmatch(bare)
    if match:
        return ShownNumber(Shows.BRACKETS, match[1].removesuffix("%").strip(), "%" if "%" in match[1] else "", note)
    return _number(bare, note, words)


def _without_marks(text: str) -> tuple[str, str]:
    """A text without the marks of notes behind it, and those marks."""
    notes: list[str] = []
    while (match := _MARK.search(text)) and any(one.isdigit() and one.isascii() for one in text[: match.start()]):
        notes.insert(0, match[0].strip())
        text = text[: match.start()].rstrip()
    return text, " ".join(notes)


def _number(text: str, note: str, words: frozenset[str]) -> ShownNumber:
    before = next((one for one in _BOUND_BEFORE if text.startswith(one)), "")
    match = _NUMBER.fullmatch(text.removeprefix(before).strip())
    if match is None or _RAISED.search(match["body"]):
        return ShownNumber(Shows.TEXT)
    body, unit, rest = match["body"].strip(), match["unit"].strip(), match["rest"].strip()
    if digits_of(body, Decimals.POINT) is None and digits_of(body, Decimals.COMMA) is None:
        return ShownNumber(Shows.TEXT)
    behind = next((one for one in _BOUND_BEHIND if unit.endswith(one)), "")
    unit = unit.removesuffix(behind)
    if rest and is_unit(f"{unit} {rest}", words):
        unit, rest = f"{unit} {rest}", ""
    bound = BOUND_WORDS[before or behind] if before or behind else Bound.EXACT
    found = ShownNumber(Shows.NUMBER, body, "", note, bound=bound)
    return _with_words(found, unit, rest, words)


def _with_words(found: ShownNumber, unit: str, rest: str, words: frozenset[str]) -> ShownNumber:
    """A number with the words behind it: a unit, a stage, flags of a database."""
    if unit and not is_unit(unit, words):
        return ShownNumber(Shows.TEXT) if rest else _flagged(found, unit)
    found = found._replace(unit=unit)
    return _flagged(found, rest.strip("()[] ")) if rest else found


def _flagged(found: ShownNumber, text: str) -> ShownNumber:
    """A number with the flags behind it: a stage, a note; what is no flag makes a text of it."""
    word = plain_word(text)
    if word == "f":
        return ShownNumber(Shows.FORECAST)
    if word in STAGE_WORDS:
        return found._replace(stage=STAGE_WORDS[word])
    if not _FLAGS.fullmatch(word):
        return ShownNumber(Shows.TEXT)
    stage = Stage.PRELIMINARY if "p" in word else Stage.REVISED if "r" in word else Stage.UNSTATED
    return found._replace(stage=stage, note=f"{found.note} {word}".strip())


_POINT = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:[,' ]\d{3})+)?(?:\.\d+)?")
_COMMA = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:[.' ]\d{3})+)?(?:,\d+)?")
_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009", " "))


def digits_of(body: str, decimals: Decimals) -> str | None:
    """The digits as our own files write them; None where they are no number, or could be two."""
    body = re.sub(r"^([+-])\s+", r"\1", body.translate(_BLANKS))
    point, comma = _as(body, _POINT, ",", "."), _as(body, _COMMA, ".", ",")
    if point == comma:
        return point
    if decimals is Decimals.BOTH:
        return None
    if comma is None:
        return point
    if point is None:
        return comma
    return None if decimals is Decimals.OPEN else point if decimals is Decimals.POINT else comma


def _as(body: str, form: re.Pattern[str], groups: str, dot: str) -> str | None:
    if not form.fullmatch(body) or not body[-1:].isdigit():
        return None
    return body.replace(groups, "").replace("'", "").replace(" ", "").replace(dot, ".")


def convention(bodies: Iterable[str], default: Decimals) -> Decimals:
    """What begins the decimals, proven by numbers that can be read in one way only; both may be proven."""
    proven = set()
    for body in set(bodies):
        text = body.translate(_BLANKS)
        point, comma = _as(text, _POINT, ",", "."), _as(text, _COMMA, ".", ",")
        if point != comma and None in (point, comma):
            proven.add(Decimals.COMMA if point is None else Decimals.POINT)
    if len(proven) == 1:
        return proven.pop()
    return Decimals.BOTH if proven else default
