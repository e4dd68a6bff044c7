"""How is a page laid out that people look at? What needs action, who owes figures, then a table of rows and courses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Generic, NamedTuple

from ycindic.domain.model import Bilingual
from ycindic.render.answers.sheet import PART, Row, Sheet
from ycindic.render.answers.shelves import Detail, RowStory, Shelf
from ycindic.render.forms.svg import picture
from ycindic.render.forms.tongues import attributes, css_string, in_style, text, told_twice
from ycindic.render.words.looks import tone
from ycindic.render.words.screen import Screen
from ycindic.render.words.wording import LANGUAGES
from ycindic.text import Text, _, _n, _p

_MOST_CARDS, _MOST_DEBTS = 12, 6
_BAR = 1000
_SAMPLE = {
    "actual": '<path class="actual" d="M0 6H22"/><circle class="now" cx="22" cy="6" r="3"/>',
    "band": '<rect class="band" width="26" height="12"/>',
    "fan": '<path class="fan" d="M0 6 26 0V12Z"/>',
}
_LINE = '<path class="{}" d="M0 6H26"/>'
_SORTED = {"verdict": "rank", "name": "name"}
"""The columns whose heading sorts, and by what."""


Formulas = dict[tuple[Bilingual, str], int]
"""The formulas of a page, each with what it is called, numbered as they come."""


class _Board(NamedTuple, Generic[Row]):
    """What is laid out: the rows, the columns, where a row can be chosen by which words, the formulas met so far."""

    sheet: Sheet[Row]
    story: RowStory[Row]
    names: Sequence[str]
    screens: Mapping[str, Screen]
    words: Mapping[str, list[Bilingual]]
    formulas: Formulas

    @property
    def usual(self) -> bool:
        """Whether it has the columns that fit the paper."""
        return self.names == self.story.columns

    @property
    def across(self) -> int:
        return len(self.names) + 1

    def cell(self, name: str, row: Row) -> str:
        """A cell, nothing where there is nothing to say; a number carries its exact value."""
        column = self.sheet.columns[name]

        def told(lang: str) -> str:
            said = self.sheet.cell(name, row, self.screens[lang]).removeprefix(PART)
            return "" if said == self.sheet.nothing else said

        shown = told_twice(told) if any(map(told, LANGUAGES)) else ""
        number = column.value(row) if column.exact and shown else None
        return shown if number is None else f"<data value={number}>{shown}</data>"


def page_columns(sheet: Sheet[Row], story: RowStory[Row], screen: Screen) -> Sequence[str]:
    """The columns of the page, or the first two of them and those that are asked for."""
    if not (screen.columns or screen.wide):
        return story.columns
    lead = story.columns[:2]
    return (*lead, *(name for name in sheet.shown(screen) if name not in lead))


def two_bars(story: RowStory[Row]) -> str:
    """Two bars: how they stand, and how much of the year is gone."""
    counts = story.tallies[0].counts if story.tallies else ()
    total, at, parts = sum(number for *_, number in counts), 0, list[str]()
    for _key, _label, kind, number in counts:
        width = number * _BAR // max(total, 1)
        parts.append(f'<rect class="{tone(kind)}" x="{at}" width="{width}" height="10"/>')
        at += width
    told, share = story.gone
    said = _("above: how the promises counted below stand; under it: {gone}", gone=told)
    gone = int(min(share, Decimal(1)) * _BAR)
    year = f'<rect class="rest" y="13" width="{_BAR}" height="3"/><rect class="gone" y="13" width="{gone}" height="3"/>'
    return (
        f'<svg class="standing" viewBox="0 0 {_BAR} 16" preserveAspectRatio="none" aria-hidden="true">'
        f'{"".join(parts)}{year}</svg><p class="soft bars">{told_twice(said)}</p>'
    )


def chips(story: RowStory[Row]) -> Iterator[str]:
    """How many stand how, each count a button that leaves just those rows."""
    for tally in story.tallies:
        apart = f"<li>{told_twice(tally.heading)}</li>" if tally.heading else ""
        buttons = "".join(
            f'<li class="{tone(kind)}"><button type="button" disabled data-count="{key}" aria-pressed="false">'
            f"<b>{number}</b> {told_twice(label)}</button></li>"
            for key, label, kind, number in tally.counts
        )
        yield f'<ul class="tiles{" apart" if apart else ""}">{apart}{buttons}</ul>'


def page_heads(lang: str, title: str, dated: str) -> str:
    """The head and the foot of each printed page: whose answer, of when, which page."""
    number = 'counter(page) " / " counter(pages)'
    return (
        f"@page {lang} {{ @top-left {{ content: {css_string(title)}; }} "
        f"@top-right {{ content: {css_string(dated)}; }} @bottom-right {{ content: {number}; }} }}\n"
    )


def summaries() -> str:
    """What opens the story of each row is told once, by the style."""
    return in_style(_("Details"), ".why summary::before { content: %s; }")


def formula_rules(formulas: Formulas) -> str:
    """Each formula and what it is called, told once by the style: a hundred rows repeat them a thousand times."""
    called = (in_style(label, f".f{number}::before {{ content: %s; }}") for (label, _), number in formulas.items())
    written = (f".f{number} + dd::before {{ content: {css_string(one)}; }}\n" for (_, one), number in formulas.items())
    return "".join((*called, *written))


def looked(
    sheet: Sheet[Row], story: RowStory[Row], names: Sequence[str], screens: Mapping[str, Screen], formulas: Formulas
) -> Iterator[str]:
    """The parts of the page one below the other; the formulas that it names are put in."""
    words = {one.name: list(dict.fromkeys(_pair(one.of(row)) for row in sheet.rows)) for one in story.facets}
    board = _Board(sheet, story, names, screens, words, formulas)
    heading, rows, nothing = story.action
    yield f'<div class="first{"" if rows else " calm"}">'
    yield f'<section class="action" aria-labelledby="h-action"><h2 id="h-action">{told_twice(heading)}</h2>'
    if rows:
        yield f"<ol>{''.join(_card(board, row, place) for place, row in enumerate(rows[:_MOST_CARDS]))}</ol>"
    else:
        yield f"<p>{told_twice(nothing)}</p>"
    if left := len(rows) - _MOST_CARDS:
        more = _n("{count} more stands in the table below", "{count} more stand in the table below", max(left, 0))
        yield f'<p class="soft">{told_twice(more)}</p>' if left > 0 else ""
    yield "</section>"
    yield from _owed(story)
    yield "</div><main>"
    yield from _tools(board)
    yield _legend(story)
    yield from _table(board)
    yield "</main>"


def _pair(words: Text) -> Bilingual:
    return Bilingual(*map(words.in_language, LANGUAGES))


def _badge(board: _Board[Row], row: Row) -> str:
    return f"<span class=badge>{board.cell(board.names[0], row)}</span>"


def _card(board: _Board[Row], row: Row, place: int) -> str:
    """One thing to do: what, how it stands, why, who knows."""
    story = board.story
    anchor, drawn = text(story.anchor(row)), story.course(row)
    small = story.small(row).get("name")
    chart = "" if drawn is None else picture(drawn, story.drawn(row), (f"a{place}", f"w{place}"))
    return (
        f'<li class="card {tone(story.kind(row))}">{_badge(board, row)}'
        f'<h3 id="a{place}"><a href="#{anchor}">{board.cell(board.names[1], row)}</a></h3>'
        f"{f'<small>{told_twice(small)}</small>' if small else ''}"
        f'<p id="w{place}">{told_twice(story.why(row))}</p>{chart}</li>'
    )


def _owed(story: RowStory[Row]) -> Iterator[str]:
    """Who owes figures, and what is due soon."""
    heading, offices, nobody = story.owed
    ahead, coming = story.ahead
    if not (offices or nobody or coming):
        return
    yield '<div class="owed">'
    if offices or nobody:
        yield f'<section aria-labelledby="h-owed"><h2 id="h-owed">{told_twice(heading)}</h2>{_folded(offices)}'
        yield f'{f"""<p class="soft">{told_twice(nobody)}</p>""" if nobody else ""}</section>'
    if coming:
        yield f'<section aria-labelledby="h-ahead"><h2 id="h-ahead">{told_twice(ahead)}</h2>{_folded(coming)}</section>'
    yield "</div>"


def _folded(lines: Sequence[Text]) -> str:
    """The first of some lines, the others behind a click."""
    items = [f"<li>{told_twice(line)}</li>" for line in lines]
    shown, rest = "".join(items[:_MOST_DEBTS]), items[_MOST_DEBTS:]
    if not rest:
        return f"<ul>{shown}</ul>"
    more = told_twice(_p("of lines", "{count} more", count=len(rest)))
    return f"<ul>{shown}</ul><details><summary>{more}</summary><ul>{''.join(rest)}</ul></details>"


def _tools(board: _Board[Row]) -> Iterator[str]:
    """What a reader can do: search, choose, order; hidden until the script runs, and on paper."""
    story = board.story
    yield f'<form id="tools" hidden><label>{told_twice(_("Search"))} <input id="search" type="search"></label>'
    for facet in story.facets:
        words = enumerate(board.words[facet.name])
        options = "".join(_option(board, str(place), told) for place, told in words if told.zh or told.en)
        head = f'<label>{told_twice(facet.label)} <select data-by="{facet.name}">'
        yield f"{head}{_option(board, '', _p('of a choice', 'all'))}{options}</select></label>"
    orders = {"": _("of the report"), "rank": _("what needs action first"), "name": _("by name")}
    listed = "".join(_option(board, name, label) for name, label in orders.items())
    yield f'<label>{told_twice(_("Order"))} <select id="sort">{listed}</select></label>'
    yield f'<button id="reset" type="button">{told_twice(_("Reset"))}</button><output id="found"></output>'
    yield f"<small>{told_twice(_('rows, with parts and other years'))}</small></form>"
    yield f'<p id="none" hidden>{told_twice(_("No target fits"))}</p>'


def _first(board: _Board[Row]) -> str:
    """The language that was asked for."""
    return next(iter(board.screens))


def _option(board: _Board[Row], value: str, label: Text) -> str:
    said = text(label.in_language(_first(board)))
    return f'<option value="{value}" {attributes(label)}>{said}</option>'


def _legend(story: RowStory[Row]) -> str:
    """What each line of a course is."""
    samples = (
        f'<li><svg viewBox="0 0 26 12" aria-hidden="true">{_SAMPLE.get(kind) or _LINE.format(kind)}</svg>'
        f"{told_twice(label)}</li>"
        for kind, label in story.legend
    )
    return f'<ul class="legend">{"".join(samples)}</ul>'


def _table(board: _Board[Row]) -> Iterator[str]:
    usual = ' class="usual"' if board.usual else ""
    yield f"<table{usual}><thead><tr>{''.join(_heading(board, name) for name in board.names)}"
    yield f'<th scope="col">{told_twice(_("Course"))}</th></tr></thead>'
    number = 0
    for shelf in board.story.shelves:
        yield _shelf(board, shelf)
        for row in shelf.rows:
            number += 1
            yield "".join(_row(board, row, number))
    yield "</table>"


def _heading(board: _Board[Row], name: str) -> str:
    column = board.sheet.columns[name]
    side = "" if column.left else ' class="n"'
    told = told_twice(column.label)
    if name not in _SORTED or name not in board.names[:2]:
        return f'<th scope="col"{side}>{told}</th>'
    button = f'<button type="button" disabled data-sort="{_SORTED[name]}">{told}</button>'
    return f'<th scope="col"{side} aria-sort="none">{button}</th>'


def _shelf(board: _Board[Row], shelf: Shelf[Row]) -> str:
    """The heading of rows that stand together, which opens and closes them, and how many there are of which kind."""
    counts = "".join(f"<i class={tone(kind)}>{told_twice(said)}</i>" for kind, said in shelf.counts)
    closed = " closed" if shelf.closed else ""
    return (
        f'<tbody class="shelf{closed}"><tr><th colspan="{board.across}" scope="rowgroup"><h2>'
        f'<button type="button" disabled aria-expanded="true">{told_twice(shelf.heading)}</button>'
        f"<span>{counts}</span></h2>"
    )


def _said(board: _Board[Row], row: Row) -> str:
    """What a row says of itself for those who choose: the places of its words, its rank."""
    places = "".join(
        f" data-{one.name}={board.words[one.name].index(_pair(one.of(row)))}" for one in board.story.facets
    )
    return f"{places} data-rank={board.story.rank(row):02d} data-count={board.story.counted(row) or 0}"


def _row(board: _Board[Row], row: Row, number: int) -> Iterator[str]:
    """A row with its course, and below it why; one without a course and figures has the reason beside it.

    Tags that the next one ends are left to it: a page holds a hundred rows of eight cells.
    """
    story, (_, head, *names) = board.story, board.names
    small, drawn = story.small(row), story.course(row)
    cells = {name: _cell(board, name, row, small.get(name)) for name in names}
    part = ' class="part"' if board.sheet.cell(head, row, board.screens[_first(board)]).startswith(PART) else ""
    why = f"<p id=w-{number}>{told_twice(story.why(row))}{_detail(story.detail(row), board.formulas)}"
    bare = board.usual and drawn is None and not any(cells[name] for name in names[2:])
    looks = f'"{tone(story.kind(row))} bare"' if bare else tone(story.kind(row))
    yield f'<tbody class={looks} id="{text(story.anchor(row))}"{_said(board, row)}><tr>'
    yield f"<td>{_badge(board, row)}"
    yield f"<th scope=row{part}><span id=n-{number}>{board.cell(head, row)}</span>{_print(small.get(head))}"
    shown = names[:2] if bare else names
    for name in shown:
        yield f"<td{'' if board.sheet.columns[name].left else ' class=n'}>{cells[name]}"
    if bare:
        yield f"<td class=why colspan={len(names) - 1}>{why}\n"
        return
    chart = "" if drawn is None else picture(drawn, story.drawn(row), (f"n-{number}", f"w-{number}"))
    yield f"<td class=chart rowspan=2>{chart}"
    yield f"<tr><td><td class=why colspan={len(names) + 1}>{why}\n"


def _cell(board: _Board[Row], name: str, row: Row, small: Text | None) -> str:
    return f"{board.cell(name, row)}{_print(small)}"


def _print(small: Text | None) -> str:
    return "" if small is None or not any(map(small.in_language, LANGUAGES)) else f"<small>{told_twice(small)}</small>"


def _detail(told: Detail, formulas: Formulas) -> str:
    """The story of a row, folded: the report's own words, the outlook, the formulas with their numbers, the figures."""
    parts = []
    if told.quoted:
        parts.append(f"<p lang=zh-Hans>“{text(told.quoted)}”")
    parts += [f"<p>{told_twice(one)}" for one in told.said]
    if told.workings:
        numbers = (formulas.setdefault((_pair(one.label), one.formula), len(formulas)) for one in told.workings)
        lines = (f"<dt class=f{at}><dd><dd>{text(one.filled)}" for at, one in zip(numbers, told.workings, strict=True))
        parts.append(f"<dl>{''.join(lines)}</dl>")
    if told.figures is not None:
        parts.append(f"<p>{told_twice(told.figures)}")
    if not parts:
        return ""
    return f"<details><summary></summary>{''.join(parts)}</details>"
