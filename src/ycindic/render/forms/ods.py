"""The form for free office programs: an OpenDocument spreadsheet with typed cells, written with the standard library.

Format: https://docs.oasis-open.org/office/OpenDocument/v1.3/. Nothing in it is a formula.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal
from html import escape
from io import BytesIO
from typing import Any, BinaryIO, assert_never

from ycindic.domain.facts import decimals_of
from ycindic.render.answers.sheet import SHARE, Column, Row, Sheet, Value, flat, headings
from ycindic.render.forms.csv import cell
from ycindic.render.words.screen import Screen

TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office", "table": "table", "text": "text", "style": "style", "number": "datastyle",
        "fo": "xsl-fo-compatible", "meta": "meta", "manifest": "manifest",
    }.items()
)  # fmt: skip
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
MANIFEST = f"""{_XML}<manifest:manifest{_NAMES} manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
META = f"""{_XML}<office:document-meta{_NAMES} office:version="1.3"><office:meta>
<meta:generator>ycindic</meta:generator>
</office:meta></office:document-meta>"""
MOST_PLACES = 8
"""More decimals than this no number of ours is shown with."""
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[bytes]:
    """One table of the rows under a header; the same bytes for the same answer."""
    parts = {"mimetype": TYPE, "META-INF/manifest.xml": MANIFEST, "meta.xml": META}
    parts["content.xml"] = "".join(_content(sheet, screen))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for name, text in parts.items():
            packed = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            book.writestr(zipfile.ZipInfo(name), text.encode(), packed)
    yield out.getvalue()


def _content(sheet: Sheet[Row], screen: Screen) -> Iterator[str]:
    columns = [(name, sheet.columns[name]) for name in sheet.chosen(screen)]
    yield f'{_XML}<office:document-content{_NAMES} office:version="1.3"><office:automatic-styles>{_styles()}'
    yield f'</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="{escape(sheet.name)}">'
    heads = [(head, column) for name, column in columns for head in headings(name, column)]
    yield "".join(f'<table:table-column table:style-name="{"wide" if one.wraps else "usual"}"/>' for _, one in heads)
    told = "".join(_text(head, "head") for head, _ in heads)
    yield f"<table:table-header-rows><table:table-row>{told}</table:table-row></table:table-header-rows>"
    for row in sheet.rows:
        cells = (_cell(value, column, row) for value, column in flat((one for _, one in columns), row))
        yield f"<table:table-row>{''.join(cells)}</table:table-row>"
    yield "</table:table></office:spreadsheet></office:body></office:document-content>"


def _styles() -> str:
    def cells(name: str, kind: str, inside: str) -> str:
        shown = f'<number:{kind}-style style:name="n-{name}">{inside}</number:{kind}-style>'
        return f'{shown}<style:style style:name="{name}" style:family="table-cell" style:data-style-name="n-{name}"/>'

    def number(places: int) -> str:
        return f'<number:number number:decimal-places="{places}" number:min-integer-digits="1"/>'

    day = "<number:text>-</number:text>".join(
        f'<number:{one} number:style="long"/>' for one in ("year", "month", "day")
    )
    bold = '<style:text-properties fo:font-weight="bold"/>'
    widths = "".join(
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}cm"/></style:style>'
        for name, width in (("usual", "2.6"), ("wide", "7"))
    )
    return "".join((
        widths,
        f'<style:style style:name="head" style:family="table-cell">{bold}</style:style>',
        cells("share", "percentage", f"{number(1)}<number:text>%</number:text>"),
        cells("day", "date", day),
        *(cells(f"places-{places}", "number", number(places)) for places in range(MOST_PLACES + 1)),
    ))  # fmt: skip


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
            return _text(value if isinstance(value, str) else str(cell(value)))
        case _:
            assert_never(value)


def _places(places: int) -> str:
    return f"places-{min(places, MOST_PLACES)}"


def _typed(kind: str, value: str, shown: str, style: str = "") -> str:
    styled = f' table:style-name="{style}"' if style else ""
    return (
        f'<table:table-cell office:value-type="{kind}" office:{value}{styled}>{_paragraphs(shown)}</table:table-cell>'
    )


def _text(text: str, style: str = "") -> str:
    styled = f' table:style-name="{style}"' if style else ""
    return f'<table:table-cell office:value-type="string"{styled}>{_paragraphs(text)}</table:table-cell>'


def _paragraphs(text: str) -> str:
    """A text a paragraph a line; blanks that would run into one are counted."""
    lines = escape(_ILLEGAL.sub("\ufffd", text)).splitlines() or [""]
    spaced = (re.sub(r"^ | (?= )", "<text:s/>", line).replace("\t", "<text:tab/>") for line in lines)
    return "".join(f"<text:p>{line}</text:p>" for line in spaced)


def is_earlier(file: BinaryIO, sheet: Sheet[Any]) -> bool:
    """A file of ours that nobody has saved since: other programs put their own name into it."""
    with (
        suppress(zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError),
        zipfile.ZipFile(file) as book,
    ):
        ours = book.read("meta.xml") == META.encode()
        return ours and f'<table:table table:name="{escape(sheet.name)}">'.encode() in book.read("content.xml")
    return False
