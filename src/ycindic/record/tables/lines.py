"""What do the lines above a table say: of which time, on which basis, in which unit, when was it released?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ycindic.domain.called import BASIS_WORDS, STAGE_WORDS
from ycindic.domain.model import Basis, Stage
from ycindic.record.tables.frame import FrameLine
from ycindic.record.tables.glance import is_dated, label_of_day
from ycindic.record.tables.rhythm import Timed
from ycindic.record.tables.rows import Clue
from ycindic.record.tables.said import Said
from ycindic.record.tables.units import is_unit, table_units, unknown_units
from ycindic.record.tables.vocabulary import DONE, NOTES, PLANS, RELEASED, TIME_LABELS, plain_word
from ycindic.record.tables.when import WrittenAs, exactly, times

_LONGEST = 200
_STAGES = tuple(word for word in STAGE_WORDS if len(word) > 1 and not word.isascii())
_BASES = {word: basis for word, basis in BASIS_WORDS.items() if len(word) > 1 and not word.isascii()}


class Above(NamedTuple):
    """What is said of a whole table.

    `plan` is a line that speaks of plans and not of what became of them.
    """

    clues: tuple[Clue, ...] = ()
    units: tuple[str, ...] = ()
    stage: Stage | None = None
    released: date | None = None
    plan: str = ""


def above(lines: Sequence[FrameLine], title: str, words: frozenset[str]) -> Above:
    """Everything that the lines above a table, and the name of its sheet, say; `words` are units that are registered.

    A unit that nobody knows is one all the same: what it counts must not go in as something else.
    """
    clues: list[Clue] = []
    parts = [part for line in lines for part in _parts(line)]
    for line in parts:
        text = plain_word(line.text)
        if len(text) <= _LONGEST and not _says_nothing(text):
            clues += _clues(line, text)
    if not any(one.when for one in clues) and title:
        clues += _clues(FrameLine(-1, -1, title), plain_word(title))
    texts = [plain_word(line.text) for line in parts]
    units = next((found for text in texts if (found := table_units(text, words) or _in_brackets(text, words))), ())
    units = units or next((found for text in texts if (found := unknown_units(text, words))), ())
    stage = next((STAGE_WORDS[word] for text in texts for word in _STAGES if word in text), None)
    plan = next((line.text for line in parts if _is_plan(plain_word(line.text))), "")
    return Above(tuple(clues), units, stage, _released(texts), plan)


_LABELLED = re.compile(r"[（(]([^（）()]{1,12}[：:][^（）()]*)[）)]|[ \t\u3000](?=[^\s：:\d][^\s：:]{0,11}[：:])")


def _parts(line: FrameLine) -> Iterator[FrameLine]:
    """A line, and what stands in it under a label of its own: 2024年5月主要指标（单位：亿元）　发布日期：6月18日."""
    for text in _LABELLED.split(line.text):
        if text and text.strip():
            yield line._replace(text=text.strip())


def _says_nothing(text: str) -> bool:
    """A line of notes, a day of release, or a yearbook, whose year is that of its edition."""
    return is_dated(text) or text.startswith(NOTES) or "年鉴" in text or _tells_else(text)


def _tells_else(text: str) -> bool:
    """A line with a label before a colon tells of no time, but where the label does: 有效期至：2027年1月."""
    name, colon, _ = text.partition(":")
    return bool(colon and name) and not any(word in name for word in TIME_LABELS) and exactly(name) is None


def _in_brackets(text: str, words: frozenset[str]) -> tuple[str, ...]:
    """The unit in the brackets of a title: 一般公共预算支出（万元）."""
    return tuple(one for one in re.findall(r"\(([^()]{1,20})\)", text) if is_unit(one, words))


def _is_plan(text: str) -> bool:
    return any(word in text for word in PLANS) and not any(word in text for word in DONE)


def _clues(line: FrameLine, text: str) -> Iterator[Clue]:
    """The times of a line, a day being none, and its word of basis."""
    word = next((basis for word, basis in _BASES.items() if word in text and basis is not Basis.POINT), None)
    found = [one.when for one in times(text) if one.when.form is not WrittenAs.DAY]
    whole = exactly(text)
    if not found and whole is not None and whole.form is not WrittenAs.DAY:
        found = [whole]
    for when in dict.fromkeys(found) or [None]:
        yield Clue(line.row, line.column, line.text.strip(), Said(when=when, basis=word), Timed(when))


_DAY = re.compile(r"((?:19|20)\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})")


def _released(texts: Sequence[str]) -> date | None:
    """The day behind a word for release; what was printed or updated says nothing of it."""
    for place, text in enumerate(texts):
        if not RELEASED.search(label_of_day(text)):
            continue
        match = _DAY.search(text) or (_DAY.search(texts[place + 1]) if place + 1 < len(texts) else None)
        if match:
            try:
                return date(*(int(one) for one in match.groups()))
            except ValueError:
                continue
    return None
