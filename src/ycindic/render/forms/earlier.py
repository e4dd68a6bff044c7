"""By what is an earlier answer for people known? By its date, or by its headings."""

from __future__ import annotations

import re
from collections.abc import Collection

from ycindic.render.answers.sheet import Row, Sheet
from ycindic.render.words.screen import Screen
from ycindic.text.catalogue import ENGLISH, languages

HEAD = 16_384
"""Bytes of a head; longer than any header, title and first line of an answer."""


def dates_pattern(sheet: Sheet[Row]) -> str:
    """A pattern of what stands for the date of such an answer, in any language, whatever the day."""
    told = [sheet.told(Screen(lang)).dated for lang in languages()]
    found = [re.sub(r"\d", r"\\d", re.escape(one)) for one in told]
    return "|".join([*found, *(_FIRST if sheet.brief else ())])


_FIRST = (r"截至\d{4}年\d{1,2}月\d{1,2}日", r"as of \d{1,2} [A-Z][a-z]{2} \d{4}")
"""How the first look of a status tells its day."""


def is_titled(sheet: Sheet[Row]) -> bool:
    """Whether such an answer begins with a title; a list begins with its headings."""
    return bool(sheet.told(Screen(ENGLISH)).title)


def are_headings(found: Collection[str], sheet: Sheet[Row]) -> bool:
    """Whether these are headings of the sheet, a long one perhaps broken."""
    known = {
        label for column in sheet.columns.values() for label in (column.label.in_language(lang) for lang in languages())
    }
    return all(any(label.startswith(head) for label in known) for head in found) and found != [""]
