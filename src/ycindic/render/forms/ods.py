"""The form for free office programs: an OpenDocument spreadsheet with typed cells, written with the standard library.

The sheets for people come first, as in a workbook of the other kind.

Format: https://docs.oasis-open.org/office/OpenDocument/v1.3/. Nothing in it is a formula.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from html import escape
from io import BytesIO
from typing import BinaryIO, assert_never

from ycindic.domain.facts import decimals_of
from ycindic.files.parts import BROKEN_FILE, MOST_BYTES, archive_in, open_part
from ycindic.files.sheet import TooBig
from ycindic.render.answers.leaf import DAYS, Leaf, LeafCell, LeafHeads, Worded
from ycindic.render.answers.sheet import SHARE, Column, Row, Sheet, Value, flat, headings
from ycindic.render.forms.csv import cell
from ycindic.render.forms.xml import in_xml
from ycindic.render.words.looks import ON_PAPER, URGENT
from ycindic.render.words.screen import Screen
from ycindic.text import day_words
from ycindic.text.catalogue import languages

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office", "table": "table", "text": "text", "style": "style", "number": "datastyle",
        "fo": "xsl-fo-compatible", "meta": "meta", "manifest": "manifest", "config": "config",
    }.items()
)  # fmt: skip
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MANIFEST = f"""{_XML}<manifest:manifest{_NAMES} manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
_META = f"""{_XML}<office:document-meta{_NAMES} office:version="1.3"><office:meta>
<meta:generator>ycindic</meta:generator>
</office:meta></office:document-meta>"""
_MOST_PLACES = 8
"""More decimals than this no number of ours is shown with."""


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[bytes]:
    """The sheets for people, then one table of the rows under a header; the same bytes for the same answer."""
    leaves = sheet.leaves(screen.lang) if sheet.leaves else ()
    parts = {"mimetype": _TYPE, "META-INF/manifest.xml": _MANIFEST, "meta.xml": _META}
    parts["styles.xml"] = _PAGES
    parts["settings.xml"] = _frozen({leaf.name: len(leaf.above) for leaf in leaves} | {sheet.called(screen.lang): 0})
    parts["content.xml"] = "".join(_content(sheet, screen, leaves))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for name, text in parts.items():
            packed = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            book.writestr(zipfile.ZipInfo(name), text.encode(), packed)
    yield out.getvalue()


def _content(sheet: Sheet[Row], screen: Screen, leaves: Sequence[Leaf]) -> Iterator[str]:
    columns = [(name, sheet.columns[name]) for name in sheet.chosen(screen)]
    yield f'{_XML}<office:document-content{_NAMES} office:version="1.3"><office:automatic-styles>{_styles(screen.lang)}'
    yield from map(_room_style, dict.fromkeys(room for leaf in leaves for room in leaf.rooms))
    yield from (_leaf_styles(leaf, number) for number, leaf in enumerate(leaves))
    cells_ = (value for leaf in leaves for row in leaf.rows for value in row if isinstance(value, Worded))
    yield from (_worded_style(look) for look in dict.fromkeys(one._replace(value=_sign(one)) for one in cells_))
    yield "</office:automatic-styles><office:body><office:spreadsheet>"
    for number, leaf in enumerate(leaves):
        yield from _leaf(leaf, number, screen.lang)
    yield f'<table:table table:name="{escape(sheet.called(screen.lang))}" table:style-name="broad">'
    heads = [(head, column) for name, column in columns for head in headings(name, column)]
    yield "".join(f'<table:table-column table:style-name="{"wide" if one.wraps else "usual"}"/>' for _, one in heads)
    yield _heads([head for head, _ in heads])
    for row in sheet.rows:
        cells = (_cell(value, column, row) for value, column in flat((one for _, one in columns), row))
        yield f"<table:table-row>{''.join(cells)}</table:table-row>"
    yield "</table:table></office:spreadsheet></office:body></office:document-content>"


_EMPTY = "<table:table-cell/>"


def _heads(heads: Sequence[str], above: Sequence[str] = ()) -> str:
    """The headings below what stands above them; all of it heads each printed page."""
    lines = [_text(said, "" if line else "title") for line, said in enumerate(above)]
    lines.append("".join(_text(head, "head") for head in heads))
    told = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    return f"<table:table-header-rows>{told}</table:table-header-rows>"


def _leaf(leaf: Leaf, number: int, lang: str) -> Iterator[str]:
    """A sheet for people: it prints on the breadth of a page, and its colours follow the words."""
    lines = len(leaf.above) + 1 + len(leaf.rows) + (len(leaf.below) + 1 if leaf.below else 0)
    last = f"{chr(ord('A') + len(leaf.heads) - 1)}{lines}"
    whole = f"{_address(leaf, 'A1')}:{_address(leaf, last)}"
    yield f'<table:table table:name="{escape(leaf.name)}" table:style-name="lying" table:print-ranges="{whole}">'
    yield "".join(f'<table:table-column table:style-name="room-{room}"/>' for room in leaf.rooms)
    yield _heads(leaf.heads, leaf.above)
    for row in leaf.rows:
        if len(row) == 1:
            rest = (
                f'<table:table-cell table:style-name="inside" table:number-columns-repeated="{len(leaf.heads) - 1}"/>'
            )
            yield f"<table:table-row>{_text(str(row[0]), 'inside')}{rest}</table:table-row>"
            continue
        styles = [f"first-{number}", *("wrapped" for _ in row[1:])]
        if leaf.coloured is not None:
            styles[leaf.coloured] = f"verdict-{number}"
        if isinstance(row, LeafHeads):
            styles = ["head"] * len(row)
        cells = (_leaf_cell(value, style, lang) for value, style in zip(row, styles, strict=True))
        yield f'<table:table-row table:style-name="tall">{"".join(cells)}</table:table-row>'
    if leaf.below:
        yield f"<table:table-row>{_EMPTY}</table:table-row>"
    spanned = f' table:number-columns-spanned="{len(leaf.heads)}"'
    for said in leaf.below:
        yield f'<table:table-row table:style-name="tall">{_text(said, "wrapped", spanned)}</table:table-row>'
    yield "</table:table>"


def _address(leaf: Leaf, cell_: str) -> str:
    """A cell of a sheet, whose name stands in quotes, as one with a blank must."""
    name = leaf.name.replace("'", "''")
    return escape(f"'{name}'.{cell_}")


def _leaf_cell(value: LeafCell, style: str, lang: str) -> str:
    match value:
        case Decimal():
            return _typed("float", f'value="{value:f}"', f"{value:f}", _places(decimals_of(value)))
        case Worded():
            return _typed("float", f'value="{value.value:f}"', value.told, _worded_name(value))
        case date():
            return _typed("date", f'date-value="{value.isoformat()}"', day_words(value, lang), "people-day")
        case str():
            return _text(value, style) if value else f'<table:table-cell table:style-name="{style}"/>'
        case _:
            assert_never(value)


def _sign(told: Worded) -> Decimal:
    return Decimal(-1 if told.value < 0 else 1)


def _worded_name(told: Worded) -> str:
    """What the look of a number between words is called: the same for the same words and decimals."""
    return f"w-{'-'.join(f'{ord(sign):x}' for sign in repr(tuple(told._replace(value=_sign(told)))))}"


def _worded_style(told: Worded) -> str:
    """The look of a number between words, its own sign shown or told by them."""
    name = _worded_name(told)
    grouping = ' number:grouping="true"' if told.grouped else ""
    number = f'<number:number number:decimal-places="{told.places}" number:min-integer-digits="1"{grouping}/>'

    def look(sign: str) -> str:
        before = f"<number:text>{escape(told.before)}{sign}</number:text>" if told.before or sign else ""
        after = f"<number:text>{escape(told.after)}</number:text>" if told.after else ""
        return f"{before}{number}{after}"

    below = look("-" if told.minus or told.value > 0 else "")
    above = f'<style:map style:condition="value()&gt;=0" style:apply-style-name="n-{name}-above"/>'
    return (
        f'<number:number-style style:name="n-{name}-above" style:volatile="true">{look("")}</number:number-style>'
        f'<number:number-style style:name="n-{name}">{below}{above}</number:number-style>'
        f'<style:style style:name="{name}" style:family="table-cell" style:data-style-name="n-{name}">'
        f"{_LEFT}</style:style>"
    )


_LEFT = '<style:table-cell-properties style:vertical-align="top"/><style:paragraph-properties fo:text-align="start"/>'
_WRAPPED = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
_CM_A_ROOM = 0.2
"""So many centimetres has a character of a column's width."""


def _room_style(room: int) -> str:
    """A column as wide as told, whichever sheets have one."""
    width = f'style:column-width="{room * _CM_A_ROOM:.1f}cm"'
    look = f'style:name="room-{room}" style:family="table-column"'
    return f"<style:style {look}><style:table-column-properties {width}/></style:style>"


def _leaf_styles(leaf: Leaf, number: int) -> str:
    """The cells of a sheet whose colour follows a word."""

    def rules(asked: str, style: str, colours: Container[str], more: str = "") -> str:
        return "".join(
            f'<style:map style:condition="{asked.format(f"&quot;{escape(word)}&quot;")}" '
            f'style:apply-style-name="{style}{colour.replace(" ", "-")}"{more}/>'
            for word, colour in leaf.colours.items()
            if colour in colours
        )

    own = rules("cell-content()={}", "", ON_PAPER)
    look = f'<style:style style:name="verdict-{number}" style:family="table-cell">{_WRAPPED}{own}</style:style>'
    column = chr(ord("A") + (leaf.coloured or 0))
    first = len(leaf.above) + 2
    base = f' style:base-cell-address="{_address(leaf, f"A{first}")}"'
    beside = rules(f"is-true-formula([.${column}{first}]={{}})", "ink-", URGENT, base)
    name = f'<style:style style:name="first-{number}" style:family="table-cell">{_WRAPPED}{beside}</style:style>'
    return f"{look}{name}"


_PAPERS = {"lying": 1, "broad": 4}
"""Lying A4 and how many of its pages stand side by side: one of the sheets for people, more of all columns."""
_PAGES = (
    f'{_XML}<office:document-styles{_NAMES} office:version="1.3"><office:styles>'
    + "".join(
        f'<style:style style:name="{colour.replace(" ", "-")}" style:family="table-cell">'
        f'<style:table-cell-properties fo:background-color="{ground}"/><style:text-properties fo:color="{ink}"/>'
        "</style:style>"
        for colour, (ink, ground) in ON_PAPER.items()
    )
    + "".join(
        f'<style:style style:name="ink-{colour.replace(" ", "-")}" style:family="table-cell">'
        f'<style:text-properties fo:color="{ink}" fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>'
        for colour, ink in URGENT.items()
    )
    + "</office:styles><office:automatic-styles>"
    + "".join(
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="29.7cm" '
        f'fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.2cm" style:scale-to-X="{across}"/>'
        "</style:page-layout>"
        for name, across in _PAPERS.items()
    )
    + "</office:automatic-styles><office:master-styles>"
    + "".join(f'<style:master-page style:name="{name}" style:page-layout-name="{name}"/>' for name in _PAPERS)
    + "</office:master-styles></office:document-styles>"
)
"""The looks that a rule may give a cell, and the papers."""


def _frozen(tops: Mapping[str, int]) -> str:
    """The settings by which the head of each sheet, what stands above it and the first column stay in sight."""

    def item(name: str, kind: str, value: object) -> str:
        return f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'

    def split(top: int) -> str:
        ways = (("Horizontal", "Right", 1), ("Vertical", "Bottom", top + 1))
        return item("ActiveSplitRange", "short", 3) + "".join(
            item(f"{way}SplitMode", "short", 2)
            + item(f"{way}SplitPosition", "int", at)
            + item(f"Position{beyond}", "int", at)
            for way, beyond, at in ways
        )

    tables = "".join(
        f'<config:config-item-map-entry config:name="{escape(name)}">{split(top)}</config:config-item-map-entry>'
        for name, top in tops.items()
    )
    return (
        f'{_XML}<office:document-settings{_NAMES} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        f"<config:config-item-map-entry>{item('ViewId', 'string', 'view1')}"
        f'<config:config-item-map-named config:name="Tables">{tables}</config:config-item-map-named>'
        f"{item('ActiveTable', 'string', escape(next(iter(tops))))}</config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>"
    )


_TALL = (
    '<style:style style:name="tall" style:family="table-row">'
    '<style:table-row-properties style:use-optimal-row-height="true"/></style:style>'
)
"""A row as high as what stands in it."""


def _styles(lang: str) -> str:
    def cells(name: str, kind: str, inside: str, more: str = "", laid: str = "") -> str:
        shown = f'<number:{kind}-style style:name="n-{name}"{more}>{inside}</number:{kind}-style>'
        look = f'style:name="{name}" style:family="table-cell" style:data-style-name="n-{name}"'
        return f"{shown}<style:style {look}>{laid}</style:style>"

    def number(places: int) -> str:
        return f'<number:number number:decimal-places="{places}" number:min-integer-digits="1"/>'

    day = "<number:text>-</number:text>".join(
        f'<number:{one} number:style="long"/>' for one in ("year", "month", "day")
    )
    bold = '<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/>'
    large = bold.replace(" fo:", ' fo:font-size="14pt" style:font-size-asian="14pt" fo:', 1)
    widths = "".join(
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}cm"/></style:style>'
        for name, width in (("usual", "2.6"), ("wide", "7"))
    )
    ground = '<style:table-cell-properties fo:background-color="#E7ECF2"/>'
    return "".join((
        widths,
        *(f'<style:style style:name="{one}" style:family="table" style:master-page-name="{one}"/>' for one in _PAPERS),
        _TALL,
        f'<style:style style:name="wrapped" style:family="table-cell">{_WRAPPED}</style:style>',
        f'<style:style style:name="inside" style:family="table-cell">{ground}{bold}</style:style>',
        f'<style:style style:name="head" style:family="table-cell">{bold}</style:style>',
        f'<style:style style:name="title" style:family="table-cell">{large}</style:style>',
        cells("share", "percentage", f"{number(1)}<number:text>%</number:text>"),
        cells("day", "date", day),
        cells("people-day", "date", "".join(_of_day(DAYS.in_language(lang))), f' number:language="{lang}"', _LEFT),
        *(cells(f"places-{places}", "number", number(places)) for places in range(_MOST_PLACES + 1)),
    ))  # fmt: skip


_PARTS = {
    "yyyy": '<number:year number:style="long"/>',
    "mmm": '<number:month number:textual="true"/>',
    "m": "<number:month/>",
    "d": "<number:day/>",
}
_PART = re.compile(r"\[[^]]*\]|yyyy|mmm|m|d|\"([^\"]*)\"|.")


def _of_day(pattern: str) -> Iterator[str]:
    """The letters of a spreadsheet's format of a day as parts of ours; which language its months have is left out."""
    for found in _PART.finditer(pattern):
        if not found[0].startswith("["):
            yield _PARTS.get(found[0]) or f"<number:text>{escape(found[1] or found[0])}</number:text>"


def _cell(value: Value, column: Column[Row], row: Row) -> str:
    """A cell in the type that its value has; no answer leaves it empty."""
    match value:
        case None | "" | []:
            return "<table:table-cell/>"
        case bool():
            return _typed("boolean", f'boolean-value="{str(value).lower()}"', str(value).upper())
        case int() | float() if column.unit == SHARE:
            return _typed("percentage", f'value="{value}"', str(value), "share")
        case int() | float():
            places = column.places(row) if column.places else None
            return _typed("float", f'value="{value}"', str(value), "" if places is None else _places(places))
        case Decimal():
            return _typed("float", f'value="{value:f}"', f"{value:f}", _places(decimals_of(value)))
        case date():
            return _typed("date", f'date-value="{value.isoformat()}"', value.isoformat(), "day")
        case str() | dict() | list():
            return _text(value if isinstance(value, str) else cell(value))
        case _:
            assert_never(value)


def _places(places: int) -> str:
    return f"places-{min(places, _MOST_PLACES)}"


def _typed(kind: str, value: str, shown: str, style: str = "") -> str:
    styled = f' table:style-name="{style}"' if style else ""
    return (
        f'<table:table-cell office:value-type="{kind}" office:{value}{styled}>{_paragraphs(shown)}</table:table-cell>'
    )


def _text(text: str, style: str = "", more: str = "") -> str:
    styled = (f' table:style-name="{style}"' if style else "") + more
    return f'<table:table-cell office:value-type="string"{styled}>{_paragraphs(text)}</table:table-cell>'


def _paragraphs(text: str) -> str:
    """A text a paragraph a line; blanks that would run into one are counted."""
    lines = in_xml(text).splitlines() or [""]
    spaced = (re.sub(r"^ | (?= )", "<text:s/>", line).replace("\t", "<text:tab/>") for line in lines)
    return "".join(f"<text:p>{line}</text:p>" for line in spaced)


def is_earlier(file: BinaryIO, sheet: Sheet[Row]) -> bool:
    """A file of ours that nobody has saved since: other programs put their own name into it."""
    with (
        suppress(OSError, TooBig, *BROKEN_FILE),
        archive_in(file.read(MOST_BYTES)) as book,
        open_part(book, "meta.xml") as meta,
        open_part(book, "content.xml") as inside,
    ):
        ours = meta.read(MOST_BYTES) == _META.encode()
        names = {f'<table:table table:name="{escape(sheet.called(lang))}"'.encode() for lang in languages()}
        content = inside.read(MOST_BYTES)
        return ours and any(name in content for name in names)
    return False
