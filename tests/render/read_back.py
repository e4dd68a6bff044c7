"""Reading every form of an answer back, as a spreadsheet, a script or a browser would."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import Any

Cells = dict[str, dict[str, str]]
"""Of every target, by its id, the cell of every column."""


def from_csv(text: str) -> Cells:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def from_json(text: str) -> dict[str, dict[str, Any]]:
    def refuse(word: str) -> None:
        raise AssertionError(word)

    return {row["id"]: row for row in json.loads(text, parse_constant=refuse)["targets"]}


def from_table(text: str, columns: tuple[str, ...]) -> Cells:
    """A table of one section whose first column is the id."""
    rows = [re.split(r"\s{2,}", line.strip()) for line in text.splitlines()]
    return {row[0]: dict(zip(columns, row, strict=True)) for row in rows if len(row) == len(columns) and "@" in row[0]}


def from_markdown(text: str, columns: tuple[str, ...]) -> Cells:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    rows = [[unescaped(one.strip()) for one in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    assert {len(row) for row in rows} == {len(columns)}
    return {row[0]: dict(zip(columns, row, strict=True)) for row in rows if "@" in row[0]}


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


_ENDS_UNSAID = {
    "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "p": {"p", "dl", "details"}, "td": {"td", "th", "tr", "tbody"},
    "th": {"td", "th", "tr", "tbody"}, "tr": {"tr", "tbody"}, "tbody": {"tbody"},
}  # fmt: skip
"""The tags whose end need not be told, each with those that end it by their beginning."""


class Page(HTMLParser):
    """The tags of a page, its cells in rows, and whether every tag is closed in its turn.

    Of the words that a page has in two languages those of one are read.
    """

    def __init__(self, lang: str) -> None:
        super().__init__(convert_charrefs=True)
        self.other = {"zh": "en", "en": "zh"}[lang]
        self.unread = 0
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.rows: list[list[str]] = []
        self.exact: list[dict[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.links += [str(given[one]) for one in ("href", "src", "action", "xlink:href") if one in given]
        self.links += [name for name in given if name.startswith("on")]
        if tag == "tr":
            self.rows.append([])
            self.exact.append({})
        if tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
        if tag == "data":
            self.exact[-1][len(self.rows[-1]) - 1] = str(given["value"])
        while self.open and tag in _ENDS_UNSAID.get(self.open[-1], ()):
            self.open.pop()
        if tag not in ("meta", "input"):
            self.open.append(tag)
            if not self.unread and given.get("class") == self.other:
                self.unread = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        while self.open[-1] != tag and self.open[-1] in _ENDS_UNSAID:
            self.open.pop()
        if self.unread == len(self.open):
            self.unread = 0
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.rows and not self.unread and not {"small", "title", "script", "svg"} & set(self.open):
            self.rows[-1][-1:] = [self.rows[-1][-1] + data] if self.rows[-1] else []


def page(text: str, lang: str = "en") -> Page:
    found = Page(lang)
    found.feed(text)
    found.close()
    assert found.open == []
    return found
