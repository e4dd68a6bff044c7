"""The form for editors, mails and people in a hurry: a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import BinaryIO

from ycindic.domain.diagnostic import Diagnostic
from ycindic.render.answers.diagnosis import Diagnosis
from ycindic.render.answers.diagnostics import diagnostic_line, group_heading, group_key, named_line
from ycindic.render.answers.sheet import Row, Sheet
from ycindic.render.forms import batches
from ycindic.render.words.first_lines import MOST_TOLD, first_lines, rest_line
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import a_line_each


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[str]:
    """A line a row: its own one, or its cells one after the other."""
    for rows in batches(sheet.rows):
        yield a_line_each(_line(sheet, row, screen) for row in rows)


def _line(sheet: Sheet[Row], row: Row, screen: Screen) -> str:
    if sheet.line and not screen.columns and not screen.wide:
        return sheet.line(row, screen.lang)
    return "  ".join(sheet.cell(name, row, screen) for name in sheet.shown(screen))


def is_earlier(_: BinaryIO, __: Sheet[Row]) -> bool:
    """Lines of text may be anybody's."""
    return False


def diagnosed(told: Diagnosis, lang: str) -> str:
    """A line each, of very many the first and a count; nothing if there is nothing."""
    answer = [one for name, found in told.lists.items() if name not in told.aside for one in found]
    if told.grouped:
        return a_line_each(_groups(answer, lang))
    return a_line_each(first_lines(answer, lambda one: diagnostic_line(one, lang), lang))


def _groups(found: Sequence[Diagnostic], lang: str) -> Iterator[str]:
    """What is the matter as a heading, below it of what, why and where."""
    for key, members in groupby(found[:MOST_TOLD], key=group_key):
        yield group_heading([one for one in found if group_key(one) == key], lang)
        yield from (f"  {named_line(one, lang)}" for one in members)
    yield from rest_line(found, lang)
