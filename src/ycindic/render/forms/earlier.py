"""By what is an earlier answer for people known? By its date, or by its headings."""

from __future__ import annotations

import re
from collections.abc import Collection

from ycindic.render.answers.sheet import Row, Sheet
from ycindic.render.words.screen import Screen
from ycindic.text import SHORT_MONTHS
from ycindic.text.catalogue import ENGLISH, languages

HEAD = 16_384
"""Bytes of a head; longer than any header, title and first line of an answer."""


def dates_pattern(sheet: Sheet[Row]) -> str:
    """A pattern of what stands for the date of such an answer, in any language, whatever the day."""
    return "|".join(_whatever_day(sheet.told(Screen(lang)).dated, lang) for lang in languages())


def _whatever_day(dated: str, lang: str) -> str:
    months = "|".join(re.escape(one.in_language(lang)) for one in SHORT_MONTHS[1:])
    return re.sub(months, f"(?:{months})", re.sub(r"\d+", r"\\d+", re.escape(dated)))


def is_titled(sheet: Sheet[Row]) -> bool:
    """Whether such an answer begins with a title; a list begins with its headings."""
    return bool(sheet.told(Screen(ENGLISH)).title)


def are_headings(found: Collection[str], sheet: Sheet[Row]) -> bool:
    """Whether these are headings of the sheet, a long one perhaps broken."""
    known = {
        label for column in sheet.columns.values() for label in (column.label.in_language(lang) for lang in languages())
    }
    return all(any(label.startswith(head) for label in known) for head in found) and found != [""]
