"""The form for readers: one file that opens offline, in two languages, light and dark, on a screen and on A4 paper."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from typing import BinaryIO, Generic, NamedTuple

from ycindic.render.answers.sheet import Column, Page, Row, Sheet
from ycindic.render.answers.shelves import RowStory
from ycindic.render.forms import board
from ycindic.render.forms.markdown import shown_columns
from ycindic.render.forms.script import SCRIPT
from ycindic.render.forms.stylesheet import STYLE
from ycindic.render.forms.tongues import ONE_LANGUAGE_SHOWN, TONGUES, attributes, in_style, lines, told_twice
from ycindic.render.words.looks import tone
from ycindic.render.words.screen import Screen
from ycindic.render.words.wording import LANGUAGES
from ycindic.text import Text, _, _p
from ycindic.text.catalogue import ENGLISH

_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; "
_POLICY = 'http-equiv="Content-Security-Policy" content="'
_HEAD = 1024
_DARK: Text = _("Dark")
_ITSELF: Text = _p("the name of the language itself", "English")


class _Answer(NamedTuple, Generic[Row]):
    """What is written: a sheet, the page of each language, the columns."""

    sheet: Sheet[Row]
    pages: Mapping[str, Page[Row]]
    screens: Mapping[str, Screen]
    names: Sequence[str]

    @property
    def page(self) -> Page[Row]:
        """The page of one language, for what is the same in both."""
        return self.pages[LANGUAGES[0]]

    def cell(self, name: str, row: Row) -> str:
        return told_twice(lambda lang: self.sheet.cell(name, row, self.screens[lang]))

    def counted(self, place: int) -> str:
        """What a count is of."""
        return told_twice(lambda lang: (self.pages[lang].counts or ())[place].label)

    def heading(self, place: int) -> str:
        """What stands over a group."""
        return told_twice(lambda lang: self.pages[lang].groups[place].heading)


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[str]:
    """The whole page."""
    screen = screen if screen.lang in TONGUES else screen._replace(lang=ENGLISH)
    screens = {lang: screen._replace(lang=lang) for lang in sorted(LANGUAGES, key=lambda one: one != screen.lang)}
    pages = {lang: sheet.told(screens[lang]) for lang in LANGUAGES}
    story = sheet.story() if sheet.story else None
    names = shown_columns(sheet, screen) if story is None else board.page_columns(sheet, story, screen)
    answer = _Answer(sheet, pages, screens, names)
    formulas: board.Formulas = {}
    body = [*_head(answer, story)]
    body += board.looked(sheet, story, names, screens, formulas) if story else _rows(answer)
    body += _foot(answer)
    style = STYLE + ONE_LANGUAGE_SHOWN + _dynamic(answer) + board.formula_rules(formulas)
    policy = f"{_NOTHING}style-src '{_hash(style)}'; script-src '{_hash(SCRIPT)}'"
    title = {lang: pages[lang].title or sheet.name for lang in LANGUAGES}
    called = {lang: " · ".join(filter(None, (title[lang], pages[lang].dated))) for lang in LANGUAGES}
    yield (
        f'<!doctype html>\n<html lang="{TONGUES[screen.lang]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta {_POLICY}{policy}">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title {attributes(called.__getitem__)}>{escape(called[screen.lang])}</title>\n<style>{style}</style>\n"
        f"</head>\n<body>\n{_choices(screen)}\n" + "\n".join(body) + f"\n<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )


def _hash(source: str) -> str:
    """By which the page's own policy knows its style and its script; no other is read."""
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"


def _choices(screen: Screen) -> str:
    """The language and the light of the page, hidden until the script runs; each language is called by itself."""
    tongues = "".join(
        f'<button type="button" lang="{tongue}" data-tongue="{tongue}" aria-pressed="{_said(lang == screen.lang)}">'
        f"{_ITSELF.in_language(lang)}</button>"
        for lang, tongue in TONGUES.items()
    )
    dark = f'<button type="button" id="dark" aria-pressed="false">{told_twice(_DARK)}</button>'
    return f'<nav id="choices" hidden>{tongues}{dark}</nav>'


def _said(true: object) -> str:
    return "true" if true else "false"


def _head(answer: _Answer[Row], story: RowStory[Row] | None) -> Iterator[str]:
    page, pages = answer.page, answer.pages
    if not page.title:
        return
    yield f"<header><h1>{told_twice(lambda lang: pages[lang].title)}</h1>"

    def first(lang: str) -> str:
        return " · ".join(filter(None, (pages[lang].dated, *(one for items in pages[lang].lines[:1] for one in items))))

    yield f'<p class="soft">{told_twice(first)}</p>'
    if story:
        yield board.two_bars(story)
        yield from board.chips(story)
    else:
        yield lines(lambda lang: [" · ".join(items) for items in pages[lang].lines[1:]])
        yield from _counts(answer)
    yield "</header>"


def _counts(answer: _Answer[Row]) -> Iterator[str]:
    """How many rows are of which kind."""
    counts = answer.page.counts
    if counts is None:
        return
    yield '<ul class="tiles">'
    for place, one in enumerate(counts):
        number = "" if one.number is None else f"<b>{one.number}</b> "
        yield f'<li class="{tone(one.kind)}">{number}{answer.counted(place)}</li>'
    yield "</ul>"


def _rows(answer: _Answer[Row]) -> Iterator[str]:
    """One table for all groups, so that its columns stand under each other."""
    groups = [group._replace(rows=list(group.rows)) for group in answer.page.groups]
    yield '<main class="wide"><table>'
    if not answer.page.title or any(group.rows for group in groups):
        heads = "".join(_heading(answer.sheet.columns[name]) for name in answer.names)
        yield f"<thead><tr>{heads}</tr></thead>"
    for place, group in enumerate(groups):
        if group.heading:
            told, across = answer.heading(place), len(answer.names)
            yield f'<tbody class="shelf"><tr><th colspan="{across}" scope="rowgroup"><h2>{told}</h2></th></tr></tbody>'
        for row in group.rows:
            cells = "".join(
                f"<td{_side(answer.sheet.columns[name])}>{answer.cell(name, row)}</td>" for name in answer.names
            )
            yield f"<tbody><tr>{cells}</tr></tbody>"
    yield "</table></main>"


def _heading(column: Column[Row]) -> str:
    return f'<th scope="col"{_side(column)}>{told_twice(column.label)}</th>'


def _side(column: Column[Row]) -> str:
    """Numbers stand to the right."""
    return "" if column.left else ' class="n"'


def _foot(answer: _Answer[Row]) -> Iterator[str]:
    """What is to do and how to read it."""

    def told(lang: str) -> Iterator[str]:
        notes = [note for note in answer.pages[lang].notes if note.on != "screen"]
        yield from (" ".join(note.items) for dim in (False, True) for note in notes if note.dim is dim)

    if any(any(told(lang)) for lang in LANGUAGES):
        yield f"<footer>{lines(told)}</footer>"


def _dynamic(answer: _Answer[Row]) -> str:
    """What of the looks depends on the answer: the heads of printed pages, and of cells that stand alone on a phone."""
    pages = answer.pages
    rules = "".join(
        in_style(answer.sheet.columns[name].label, f"{{ --h{place}: %s; }}")
        for place, name in enumerate(answer.names, 1)
    )
    rules += board.summaries()
    for lang in LANGUAGES:
        rules += f":root[lang|={lang}] body {{ page: {lang}; }}\n"
        rules += board.page_heads(lang, pages[lang].title, pages[lang].dated)
    return rules


def is_earlier(file: BinaryIO, _: Sheet[Row]) -> bool:
    """A page that may load nothing, as ours may not."""
    begins = file.read(_HEAD).decode("utf-8", "replace")
    return begins.startswith("<!doctype html>\n") and f"{_POLICY}{_NOTHING}" in begins
