"""The form for readers: one file that opens offline, light and dark, on a screen and on A4 paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, BinaryIO, NamedTuple

from ycindic.render.answers.sheet import PART, Fold, Group, Page, Row, Sheet, Story
from ycindic.render.forms.markdown import brief
from ycindic.render.forms.script import HASH, SCRIPT
from ycindic.render.forms.stylesheet import STYLE
from ycindic.render.forms.svg import picture
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import one_line
from ycindic.text import Text, _

POLICY = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{HASH}'"
"""The page may load nothing and run nothing, whatever stands in it."""
TONGUES = {"zh": "zh-Hans", "en": "en"}
TALL = ' rowspan="2"'
_HEAD = 1024


class _Body(NamedTuple):
    """What is written: a sheet, its page, for whom, under which columns, with which stories."""

    sheet: Sheet[Any]
    page: Page[Any]
    screen: Screen
    names: Sequence[str]

    @property
    def across(self) -> int:
        """How many columns the table has."""
        return len(self.names) + (len(self.sheet.story.pictures) if self.sheet.story else 0)


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[str]:
    """The whole page."""
    page = sheet.told(screen)
    body = _Body(sheet, page, screen, _columns(sheet, screen))
    lines = "\n".join([*_head(page), *_attention(page), *_tools(body), *_rows(body), *_foot(body)])
    script = f"<script>{SCRIPT}</script>\n" if sheet.story and sheet.story.facets else ""
    title = " · ".join(filter(None, (text(page.title or sheet.name), page.when[1])))
    yield (
        f'<!doctype html>\n<html lang="{TONGUES[screen.lang]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{lines}\n{script}</body>\n</html>\n"
    )


def text(foreign: str) -> str:
    """Foreign text as text, on one line."""
    return escape(one_line(foreign))


def _apart(foreign: str) -> str:
    """Foreign text whose direction of writing must not touch its neighbours."""
    return f"<bdi>{text(foreign)}</bdi>"


def _columns(sheet: Sheet[Row], screen: Screen) -> Sequence[str]:
    """Of rows that tell a story the first two lead; the others are those asked for, or those of a brief."""
    if not sheet.story:
        return brief(sheet, screen)
    lead = sheet.usual[:2]
    if screen.columns or screen.wide:
        return (*lead, *(name for name in sheet.shown(screen) if name not in lead))
    names = brief(sheet, screen)
    below = {under for name in names for under in sheet.columns[name].under}
    return [name for name in names if name not in below]


def _head(page: Page[Row]) -> Iterator[str]:
    if not page.title:
        return
    label, day = page.when
    first, *others = [" · ".join(items) for items in page.lines] or [""]
    yield f"<header><h1>{_apart(page.title)}</h1>"
    dated = " ".join(filter(None, (label, f"<b>{day}</b>")))
    yield f"<p>{' · '.join(filter(None, (dated, text(first))))}</p>"
    yield from (f"<p>{text(line)}</p>" for line in others)
    if page.counts is not None:
        yield '<ul class="tiles">'
        for one in page.counts:
            number = "" if one.number is None else f"<b>{one.number}</b> "
            yield f'<li class="{one.kind}">{number}{text(one.label)}</li>'
        yield "</ul></header>"
    else:
        yield "</header>"


def _attention(page: Page[Row]) -> Iterator[str]:
    """What needs action, above everything else."""
    heading, points = page.attention
    told = list(points)
    if told:
        yield f'<section class="attention"><h2>{text(heading)}</h2><ul>'
        yield from (f"<li><b>{_apart(one.of)}</b> {text(one.when)} {_apart(one.told)}</li>" for one in told)
        yield "</ul></section>"


_TOOLS: Mapping[str, Text] = {
    "search": _("Search"),
    "all": _("all"),
    "sort": _("Order"),
    "": _("of the report"),
    "urgency": _("what needs action first"),
    "name": _("by name"),
    "reset": _("Reset"),
    "none": _("No target fits"),
}


def _tools(body: _Body) -> Iterator[str]:
    """What a reader can do: search, choose, order; hidden until the script runs, and on paper."""
    story, lang = body.sheet.story, body.screen.lang
    if story is None or not story.facets:
        return
    told = {name: word.in_language(lang) for name, word in _TOOLS.items()}
    yield f'<form id="tools" hidden><label>{told["search"]} <input id="search" type="search"></label>'
    rows = list(body.sheet.rows)
    for facet in story.facets:
        words = dict.fromkeys(word for row in rows if (word := facet.of(row, lang)))
        options = "".join(f'<option value="{text(word)}">{text(word)}</option>' for word in words)
        head = f'<label>{text(facet.label.in_language(lang))} <select data-by="{facet.name}">'
        yield f'{head}<option value="">{told["all"]}</option>{options}</select></label>'
    orders = "".join(f'<option value="{name}">{told[name]}</option>' for name in ("", "urgency", "name"))
    yield f'<label>{told["sort"]} <select id="sort">{orders}</select></label>'
    yield f'<button id="reset" type="button">{told["reset"]}</button></form>'
    yield f'<p id="none" hidden>{told["none"]}</p>'


def _said(body: _Body, row: Any) -> str:  # noqa: ANN401 - a row of any sheet
    """What a row says of itself for those who choose: its facets, its name, its rank."""
    story, lang = body.sheet.story, body.screen.lang
    if story is None or not story.facets:
        return ""
    told = {one.name: one.of(row, lang) for one in story.facets}
    told["name"] = body.sheet.cell(body.names[1], row, body.screen).removeprefix(PART)
    told |= {"rank": f"{story.rank(row):02d}"} if story.rank else {}
    return "".join(f' data-{name}="{text(word)}"' for name, word in told.items())


def _rows(body: _Body) -> Iterator[str]:
    """One table for all groups, so that its columns stand under each other."""
    groups = [group._replace(rows=list(group.rows)) for group in body.page.groups]
    yield '<div class="wide"><table>'
    if not body.page.title or any(group.rows for group in groups):
        yield f"<thead><tr>{_heads(body)}</tr></thead>"
    for group in groups:
        yield from _group(body, group)
    yield "</table></div>"


def _heads(body: _Body) -> str:
    lang = body.screen.lang
    columns = [(name, body.sheet.columns[name]) for name in body.names]
    heads = [f'<th scope="col"{_side(body, name)}>{text(one.label.in_language(lang))}</th>' for name, one in columns]
    pictures = body.sheet.story.pictures if body.sheet.story else ()
    return "".join([*heads, *(f'<th scope="col">{one.label.in_language(lang)}</th>' for one in pictures)])


def _side(body: _Body, name: str) -> str:
    return "" if body.sheet.columns[name].left else ' class="number"'


def _group(body: _Body, group: Group[Any]) -> Iterator[str]:
    if group.heading:
        heading = f'<th colspan="{body.across}"><h2>{_apart(group.heading)}</h2></th>'
        yield f'<tbody class="section"><tr>{heading}</tr></tbody>'
    for row in group.rows:
        yield from _told(body, body.sheet.story, row) if body.sheet.story else _plain(body, row)
    for fold in group.folded:
        yield from _apart_rows(body, fold) if body.sheet.story and fold.rows else [_folded(fold, body.across)]


def _plain(body: _Body, row: Any) -> Iterator[str]:  # noqa: ANN401 - a row of any sheet
    cells = "".join(f"<td{_side(body, name)}>{_value(body, name, row)}</td>" for name in body.names)
    yield f"<tbody><tr>{cells}</tr></tbody>"


def _told(body: _Body, story: Story[Any], row: Any) -> Iterator[str]:  # noqa: ANN401 - a row of any sheet
    """A row with its pictures, and below it why."""
    why = story.why(row, body.screen.lang)
    mark, head, *names = body.names
    called = body.sheet.cell(head, row, body.screen)
    part = ' class="part"' if called.startswith(PART) else ""
    yield f'<tbody class="{story.kind(row)}" id="{text(story.anchor(row))}"{_said(body, row)}><tr>'
    yield f'<td><span class="badge">{text(body.sheet.cell(mark, row, body.screen))}</span></td>'
    yield f'<th scope="row"{part}>{_apart(called.removeprefix(PART))}{_under(body, head, row)}</th>'
    yield "".join(f"<td{_side(body, name)}>{_value(body, name, row)}</td>" for name in names)
    drawn = (f"<td{TALL * one.tall}>{picture(one.of(row), why)}</td>" for one in story.pictures)
    yield f"{''.join(drawn)}</tr>"
    low = sum(not one.tall for one in story.pictures)
    yield f'<tr class="why"><td></td><td colspan="{len(names) + 1 + low}">{_apart(why)}</td></tr></tbody>'


def _value(body: _Body, name: str, row: Any) -> str:  # noqa: ANN401 - a row of any sheet
    """A cell; a number carries its exact value, what belongs to it stands below in small print."""
    column, shown = body.sheet.columns[name], text(body.sheet.cell(name, row, body.screen))
    number = column.value(row) if column.exact else None
    if number is not None and shown != body.sheet.nothing:
        shown = f'<data value="{number}">{shown}</data>'
    return shown + _under(body, name, row)


def _under(body: _Body, name: str, row: Any) -> str:  # noqa: ANN401 - a row of any sheet
    below = body.sheet.columns[name].under if body.sheet.story else ()
    said = [(one, body.sheet.cell(one, row, body.screen)) for one in below]
    told = [
        _apart(cell) if body.sheet.columns[one].wraps else text(cell)
        for one, cell in said
        if cell != body.sheet.nothing
    ]
    return f"<small>{' · '.join(told or [body.sheet.nothing])}</small>" if below else ""


def _apart_rows(body: _Body, fold: Fold) -> Iterator[str]:
    """Rows without a figure, a short line each: the sign, the name, and the cell that leads the others."""
    mark, head, *names = body.names
    for row in fold.rows:
        called = body.sheet.cell(head, row, body.screen).removeprefix(PART)
        first = names[0] if names else head
        cells = (
            f'<td><span class="badge">{text(body.sheet.cell(mark, row, body.screen))}</span></td>'
            f'<th scope="row">{_apart(called)}</th><td{_side(body, first)}>{_value(body, first, row)}</td>'
        )
        rest = body.across - 3
        yield f'<tbody class="bare {fold.kind}"{_said(body, row)}><tr>{cells}<td colspan="{rest}"></td></tr></tbody>'


def _folded(fold: Fold, across: int) -> str:
    badge = f'<span class="badge">{text(fold.mark)}</span>{fold.many}'
    cells = f'<td colspan="{across}">{badge}{_apart(fold.names)}</td>'
    return f'<tbody class="folded {fold.kind}"><tr>{cells}</tr></tbody>'


def _foot(body: _Body) -> Iterator[str]:
    """What is to do and how to read it, the pictures too."""
    lang = body.screen.lang
    notes = [note for note in body.page.notes if note.on != "screen"]
    lines = [" ".join(note.items) for dim in (False, True) for note in notes if note.dim is dim]
    lines += [one.legend.in_language(lang) for one in body.sheet.story.pictures] if body.sheet.story else []
    if lines:
        yield f"<footer>{''.join(f'<p>{text(line)}</p>' for line in lines)}</footer>"


def is_earlier(file: BinaryIO, _: Sheet[Any]) -> bool:
    """A page that may load nothing, as ours may not."""
    begins = file.read(_HEAD).decode("utf-8", "replace")
    return begins.startswith("<!doctype html>\n") and f'content="{POLICY}"' in begins
