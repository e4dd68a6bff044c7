"""The form for those who write briefs: two or three pages and an annex that open in Word, WPS and LibreOffice.

python-docx lives here.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from itertools import groupby
from typing import BinaryIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell

from ycindic.domain.assessment import Verdict
from ycindic.render.answers.paper import Action, Brief, BriefTable
from ycindic.render.answers.sheet import UNDATED, Row, Sheet
from ycindic.render.forms.course_png import PICTURE, png_of
from ycindic.render.forms.markdown import shown_columns
from ycindic.render.words.looks import LOOKS, ON_PAPER
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import one_line

_TEXT, _HEAD = "SimSun", "SimHei"
_SMALL = "Body Text 3"
_CLOSE = {"Normal", _SMALL, "List Bullet"}
"""The styles whose lines stand close: of the tables of headlines and annex, and of who owes figures."""
_STYLES = {
    "Normal": (8.5, _TEXT, 0), "Body Text": (10.5, _TEXT, 0), "Body Text 2": (10, _TEXT, 0),
    "List Bullet": (9.5, _TEXT, 0), "Caption": (8.5, _TEXT, 0), _SMALL: (7, _TEXT, 0),
    "Title": (18, _HEAD, 0), "Subtitle": (11, _TEXT, 0), "Heading 1": (13, _HEAD, 10), "Heading 2": (11, _HEAD, 6),
}  # fmt: skip
"""Of each style the size in points, the Chinese font, and the room above it.

An office that lacks a font takes its own in its place.
"""


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[bytes]:
    """The brief of an answer that has one, else its tables; the same but for what the library adds itself."""
    book = Document()
    _styled(book, sheet, screen.lang)
    if sheet.brief:
        _brief(book, sheet.brief(screen.lang))
    else:
        _tables(book, sheet, screen)
    _without_leftovers(book)
    out = BytesIO()
    book.save(out)
    yield _undated(out)


def _without_leftovers(book: WordDocument) -> None:
    """What the library's own empty text left: styles of Word 2010 that differ from ours, a picture of its page."""
    for links in (book.part.rels, book.part.package.rels):
        for key in [key for key, one in links.items() if one.reltype.endswith(("/stylesWithEffects", "/thumbnail"))]:
            del links[key]


def _undated(file: BytesIO) -> bytes:
    """The file without the time at which it was packed, so that the same answer has the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(file) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name in parts.namelist():
            book.writestr(zipfile.ZipInfo(name), parts.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _brief(book: WordDocument, told: Brief) -> None:
    _heading(book, told.title, 0)
    _paragraph(book, told.when, "Subtitle")
    _paragraph(book, told.summary, "Body Text")
    _heading(book, told.headlines[0], 1)
    _table(book, told.headlines[1], _HEADLINES[len(told.headlines[1].heads)])
    for line in told.headlines[2]:
        _paragraph(book, line, "Caption")
    _actions(book, told)
    _heading(book, told.owed[0], 1)
    for line in told.owed[1]:
        _paragraph(book, line, "List Bullet")
    _heading(book, told.annex[0], 1)
    book.paragraphs[-1].paragraph_format.page_break_before = True
    _table(book, told.annex[1], _ANNEX, style=_SMALL)


_HEADLINES = {7: (3.7, 2.1, 2.6, 2.0, 1.9, 1.9, 2.6), 8: (3.4, 2.0, 2.4, 1.9, 1.8, 1.8, 1.4, 2.1)}
_ANNEX = (6.0, 2.6, 3.4, 1.9, 2.9)
_HALVES = (8.4, 8.4)
"""How wide the columns of a table are, in centimetres; together as wide as the text."""
_MARGIN = 0.1
"""Left and right of the words of a cell, in centimetres."""


_TOGETHER = 3
"""So many rows of a table stay with its heading."""


def _tables(book: WordDocument, sheet: Sheet[Row], screen: Screen) -> None:
    """Any answer: its title, its lines, a table for each group."""
    page, names = sheet.told(screen), shown_columns(sheet, screen)
    if page.title:
        _heading(book, page.title, 0)
        _paragraph(book, page.dated, "Subtitle")
    for items in page.lines:
        _paragraph(book, " · ".join(items))
    heads = tuple(sheet.columns[name].label.in_language(screen.lang) for name in names)
    for group in page.groups:
        if group.heading:
            _heading(book, group.heading, 1)
        _table(
            book, BriefTable(heads, tuple(tuple(sheet.cell(name, row, screen) for name in names) for row in group.rows))
        )


def is_earlier(_: BinaryIO, __: Sheet[Row]) -> bool:
    """A brief is there to be worked on by hand: none is replaced unasked."""
    return False


def _styled(book: WordDocument, sheet: Sheet[Row], lang: str) -> None:
    """A4, dark on white, text and headings each in one font, and when it was made: the day of the question.

    Chinese paragraphs begin two characters in, and their punctuation is that of the mainland.
    """
    for name, (size, font, before) in _STYLES.items():
        style = book.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Times New Roman", Pt(size), RGBColor(0, 0, 0)
        style.font.bold, style.font.italic = name.startswith(("Title", "Heading")), False
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), font)
        if lang == "zh":  # whose quotation marks, dashes and signs are as wide as its characters
            fonts.set(qn("w:hint"), "eastAsia")
        spacing = style.paragraph_format
        spacing.space_before = Pt(before)
        spacing.space_after, spacing.line_spacing = (Pt(0), 1.0) if name in _CLOSE else (Pt(3), 1.2)
    centred = book.styles["Title"].paragraph_format, book.styles["Subtitle"].paragraph_format
    for one in centred:
        one.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in book.styles["Title"].element.iter(qn("w:pBdr")):
        line.getparent().remove(line)
        break
    if lang == "zh":
        book.styles["Body Text"].paragraph_format.first_line_indent = Pt(2 * _STYLES["Body Text"][0])
    for language in book.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    section = book.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.1)
    section.top_margin = section.bottom_margin = Cm(2)
    made = datetime.combine(sheet.as_of or UNDATED, time(), UTC).replace(tzinfo=None)
    book.core_properties.created = book.core_properties.modified = made
    book.core_properties.author = "ycindic"


def _heading(book: WordDocument, text: str, level: int) -> None:
    book.add_heading(one_line(text), level=level)


def _paragraph(book: WordDocument, text: str, style: str | None = None) -> None:
    book.add_paragraph(one_line(text), style=style)


def _table(book: WordDocument, told: BriefTable, widths: Sequence[float] = (), style: str = "Normal") -> None:
    """A table with a head that is repeated on every page, its rows unbroken."""
    table = book.add_table(rows=1, cols=len(told.heads), style="Table Grid")
    table.autofit = not widths
    margins = _mark("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_mark(f"w:{side}", w=str(Cm(_MARGIN).twips), type="dxa"))
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)  # noqa: SLF001 - Word asks for this order
    for cell, text in zip(table.rows[0].cells, told.heads, strict=True):
        _fill(cell, text, style, bold=True)
        cell._tc.get_or_add_tcPr().append(_mark("w:shd", val="clear", fill="E7ECF2"))  # noqa: SLF001 - likewise
    table.rows[0]._tr.get_or_add_trPr().append(_mark("w:tblHeader"))  # noqa: SLF001 - likewise
    for row in told.rows:
        cells = table.add_row().cells
        if len(row) == 1:
            _fill(cells[0].merge(cells[-1]), row[0], style, bold=True)
            continue
        for cell, text in zip(cells, row, strict=True):
            _fill(cell, text, style, colour=_BAD.get(text[:1]))
    for row in table.rows[:_TOGETHER]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    _wide(table, widths)


def _wide(table: WordTable, widths: Sequence[float]) -> None:
    """Each column as wide as told, in centimetres, no row over two pages."""
    for column, width in zip(table.columns, widths, strict=False):
        column.width = Cm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_mark("w:cantSplit"))  # noqa: SLF001 - likewise
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = Cm(width)


_BAD = {
    LOOKS[one].symbol: RGBColor.from_string(ON_PAPER[colour][0].removeprefix("#"))
    for one, colour in ((Verdict.AT_RISK, "yellow"), (Verdict.OFF_TRACK, "red"), (Verdict.MISSED, "red"))
}
"""The signs of verdicts that need action, and their colours."""


def _mark(name: str, **values: str) -> BaseOxmlElement:
    """An element for which the library has no word."""
    from docx.oxml import OxmlElement

    mark = OxmlElement(name)
    for key, value in values.items():
        mark.set(qn(f"w:{key}"), value)
    return mark


def _fill(
    cell: WordCell, text: str, style: str = "Normal", *, bold: bool = False, colour: RGBColor | None = None
) -> None:
    """Words in the first paragraph of a cell; those that are not bold are as their style has them."""
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    run = paragraph.add_run(one_line(text))
    run.bold = bold or colour is not None or None
    if colour is not None:
        run.font.color.rgb = colour


def _actions(book: WordDocument, told: Brief) -> None:
    heading, actions = told.actions
    _heading(book, heading, 1)
    for neighbours in _abreast(actions):
        if len(neighbours) > 1:
            _side_by_side(book, *neighbours)
        else:
            _alone(book, *neighbours)
    if any(one.course for one in actions):
        _paragraph(book, told.caption, "Caption")
    for line in told.more:
        _paragraph(book, line, "Body Text")


def _abreast(actions: Sequence[Action]) -> Iterator[Sequence[Action]]:
    """Neighbours that have a picture each stand together by twos, so far as they come in pairs; the order stays."""
    for drawn, run in groupby(actions, lambda one: one.course is not None):
        found = list(run)
        paired = len(found) - len(found) % 2 if drawn else 0
        yield from (found[at : at + 2] for at in range(0, paired, 2))
        yield from ((one,) for one in found[paired:])


def _side_by_side(book: WordDocument, left: Action, right: Action) -> None:
    """Two abreast, each with its heading and words, their pictures level below on the same page."""
    grid = book.add_table(rows=2, cols=2)
    grid.autofit = False
    for above, below, one in zip(*(row.cells for row in grid.rows), (left, right), strict=True):
        _fill(above, one.name, "Heading 2")
        above.add_paragraph(one_line(one.text), "Body Text 2")
        for paragraph in above.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
        _draw(below, one)
    _wide(grid, _HALVES)
    between = book.add_paragraph().paragraph_format  # Word makes one table of two that touch
    between.line_spacing = Pt(1)


def _alone(book: WordDocument, one: Action) -> None:
    """One over the whole breadth, its picture beside its words."""
    _heading(book, one.name, 2)
    if one.course is None:
        _paragraph(book, one.text, "Body Text 2")
        return
    aside = book.add_table(rows=1, cols=2)
    aside.autofit = False
    words, chart = aside.rows[0].cells
    _fill(words, one.text, "Body Text 2")
    _draw(chart, one)
    _wide(aside, _HALVES)


def _draw(cell: WordCell, one: Action) -> None:
    """The course of a target above what it shows; who cannot see it is read its name and its words."""
    if one.course is None:
        return
    png = png_of(one.course, f"#{_BAD[one.sign]}", one.number)
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.keep_with_next = True
    cell.add_paragraph(one.caption, "Caption")
    shape = paragraph.add_run().add_picture(BytesIO(png), Cm(PICTURE[0]))
    shape._inline.docPr.set("descr", one_line(f"{one.name}: {one.text}"))  # noqa: SLF001 - likewise
