"""The form for a brief: headings and tables of GitHub's Markdown, and what needs attention in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from ycindic.render.answers.sheet import Group, Page, Row, Sheet
from ycindic.render.forms.earlier import HEAD, are_headings, dates_pattern, is_titled
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import one_line
from ycindic.text import _

_MARKS = re.compile(r"([\\`*_\[\]<>|~&$])")


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[str]:
    """The page, ending with what needs attention."""
    page = sheet.told(screen)
    names = shown_columns(sheet, screen)
    lines = [*_head(page), *(line for group in page.groups for line in _group(sheet, group, names, screen, page))]
    lines += _attention(page, screen.lang)
    yield "\n".join(lines) + "\n"


def shown_columns(sheet: Sheet[Row], screen: Screen) -> Sequence[str]:
    """The asked columns, all of the table, or those of a brief; of a spare sheet those that say anything."""
    names = sheet.shown(screen)
    if not screen.columns and not screen.wide:
        names = [name for name in names if not sheet.columns[name].aside]
    if screen.columns or not sheet.spare:
        return names
    return [name for name in names if sheet.says(name, sheet.rows, screen)]


def _head(page: Page[Row]) -> Iterator[str]:
    if not page.title:
        return
    first, *others = [" · ".join(items) for items in page.lines] or [""]
    yield f"# {_heading(page.title)}"
    yield from ("", " · ".join(filter(None, (page.dated, _escaped(first)))))
    for line in others:
        yield from ("", _escaped(line))
    if page.counts is not None:
        yield from ("", f"**{' · '.join(one.told for one in page.counts)}**")


def _group(
    sheet: Sheet[Row], group: Group[Row], names: Sequence[str], screen: Screen, page: Page[Row]
) -> Iterator[str]:
    if group.heading:
        yield from ("", f"## {_heading(group.heading)}")
    rows = [[sheet.cell(name, row, screen) for name in names] for row in group.rows]
    if rows or not page.title:
        yield from [""] if page.title else []
        yield from _table(sheet, names, rows, screen.lang)
    for fold in group.folded:
        yield from ("", f"**{_escaped(fold.mark)}**{fold.many}{_escaped(fold.names)}")


def _table(sheet: Sheet[Row], names: Sequence[str], rows: Sequence[Sequence[str]], lang: str) -> Iterator[str]:
    yield f"| {' | '.join(_escaped(sheet.columns[name].label.in_language(lang)) for name in names)} |"
    yield f"|{'|'.join(' :-- ' if sheet.columns[name].left else ' --: ' for name in names)}|"
    for row in rows:
        yield f"| {' | '.join(_escaped(text) for text in row)} |"


def _escaped(text: str) -> str:
    """Foreign text that stays text: on one line, every mark that could mean something there behind a backslash.

    What only means something where a line begins (`#`, `+`, `-`, `1.`) stays as it is: no foreign text begins one.
    """
    return _MARKS.sub(r"\\\1", one_line(text)).strip()


def _heading(text: str) -> str:
    return _escaped(text).replace("#", "\\#")


def _attention(page: Page[Row], lang: str) -> list[str]:
    heading, points = page.attention
    colon = _(": ").in_language(lang)
    items = [f"- **{_escaped(one.of)}** {one.when}{colon}{_escaped(one.told)}" for one in points]
    return ["", f"## {heading}", "", *items] if items else []


def is_earlier(file: BinaryIO, sheet: Sheet[Row]) -> bool:
    """A heading and below it the date, or the table of a list."""
    text = file.read(HEAD).decode("utf-8", "replace")
    if is_titled(sheet):
        return re.match(rf"# .*\n\n(?:{dates_pattern(sheet)})", text) is not None
    first = text.partition("\n")[0]
    return first.startswith("| ") and are_headings(first.strip("| ").split(" | "), sheet)
