"""The form for those who write briefs: two or three pages that open in Word, WPS and LibreOffice.

python-docx and matplotlib live here. Pictures hold digits only, so that they look the same whatever fonts there are;
what their lines mean stands below them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any, BinaryIO

import matplotlib as mpl
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from ycindic.render.answers.brief import Brief, BriefTable, Chart
from ycindic.render.answers.sheet import UNDATED, Row, Sheet
from ycindic.render.forms.markdown import shown_columns
from ycindic.render.words.screen import Screen

EAST_ASIAN = "SimSun"
"""The font of Chinese text; an office that lacks it takes its own in its place."""
WIDTH = Cm(16)


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[bytes]:
    """The brief of an answer that has one, else its tables; the same but for what the library adds itself."""
    book: Any = Document()
    _styled(book, sheet)
    if sheet.brief:
        _brief(book, sheet.brief(screen.lang))
    else:
        _tables(book, sheet, screen)
    out = BytesIO()
    book.save(out)
    yield _undated(out)


def _undated(file: BytesIO) -> bytes:
    """The file without the time at which it was packed, so that the same answer has the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(file) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name in parts.namelist():
            book.writestr(zipfile.ZipInfo(name), parts.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _brief(book: Any, told: Brief) -> None:  # noqa: ANN401 - the library has no types
    book.add_heading(told.title, level=0)
    book.add_paragraph(told.when).alignment = WD_ALIGN_PARAGRAPH.CENTER
    book.add_paragraph(told.summary)
    book.add_heading(told.headlines[0], level=1)
    _table(book, told.headlines[1])
    _actions(book, told)
    book.add_heading(told.owed[0], level=1)
    for line in told.owed[1]:
        book.add_paragraph(line, style="List Bullet")
    book.add_page_break()
    book.add_heading(told.annex[0], level=1)
    _table(book, told.annex[1])


def _tables(book: Any, sheet: Sheet[Row], screen: Screen) -> None:  # noqa: ANN401 - likewise
    """Any answer: its title, its lines, a table for each group."""
    page, names = sheet.told(screen), shown_columns(sheet, screen)
    if page.title:
        book.add_heading(page.title, level=0)
        book.add_paragraph(page.dated).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for items in page.lines:
        book.add_paragraph(" · ".join(items))
    heads = tuple(sheet.columns[name].label.in_language(screen.lang) for name in names)
    for group in page.groups:
        if group.heading:
            book.add_heading(group.heading, level=1)
        _table(
            book, BriefTable(heads, tuple(tuple(sheet.cell(name, row, screen) for name in names) for row in group.rows))
        )


def is_earlier(_: BinaryIO, __: Sheet[Any]) -> bool:
    """A brief is there to be worked on by hand: none is replaced unasked."""
    return False


def _styled(book: Any, sheet: Sheet[Any]) -> None:  # noqa: ANN401 - the library has no types
    """A4, one font for every style, and when it was made: the day of the question."""
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet", "Caption"):
        style = book.styles[name]
        style.font.name = "Times New Roman"
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), EAST_ASIAN)
    book.styles["Normal"].font.size = Pt(11)
    section = book.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    made = datetime.combine(sheet.as_of or UNDATED, time(), UTC).replace(tzinfo=None)
    book.core_properties.created = book.core_properties.modified = made
    book.core_properties.author = "ycindic"


def _table(book: Any, told: BriefTable) -> None:  # noqa: ANN401 - the library has no types
    """A table with a head that is repeated on every page."""
    table = book.add_table(rows=1, cols=len(told.heads), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, told.heads, strict=True):
        _fill(cell, text, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(_repeated())  # noqa: SLF001 - the library has no word for it
    for row in told.rows:
        cells = table.add_row().cells
        if len(row) == 1:
            _fill(cells[0].merge(cells[-1]), row[0], bold=True)
            continue
        for cell, text in zip(cells, row, strict=True):
            _fill(cell, text)


def _repeated() -> Any:  # noqa: ANN401 - the library has no types
    from docx.oxml import OxmlElement

    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    return mark


def _fill(cell: Any, text: str, *, bold: bool = False) -> None:  # noqa: ANN401 - the library has no types
    run = cell.paragraphs[0].add_run(text)
    run.bold = bold
    run.font.size = Pt(9)


def _actions(book: Any, told: Brief) -> None:  # noqa: ANN401 - the library has no types
    heading, actions = told.actions
    if not actions:
        return
    book.add_heading(heading, level=1)
    for one in actions:
        book.add_heading(one.name, level=2)
        book.add_paragraph(one.text)
        if one.chart is not None:
            book.add_picture(BytesIO(png_of(one.chart)), width=WIDTH)
            book.add_paragraph(told.caption, style="Caption")
    if told.more:
        book.add_paragraph(told.more)


_THIS: dict[str, Any] = {"color": "black", "marker": "o", "markersize": 3, "linewidth": 1.8}
_LAST: dict[str, Any] = {**_THIS, "linestyle": "--", "linewidth": 1, "alpha": 0.5}


def png_of(chart: Chart) -> bytes:
    """The course as a PNG: this year solid, the last one dashed, the goal dotted; no axis starts at 0 for show."""
    mpl.use("Agg")
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6.4, 2.4), dpi=150)
    axes = figure.add_subplot()
    for points, look in ((chart.last_year, _LAST), (chart.this_year, _THIS)):
        axes.plot([month for month, _ in points], [float(value) for _, value in points], **look)
    if chart.goal is not None:
        axes.axhline(float(chart.goal), linestyle=":", color="tab:red")
    month, value = chart.this_year[-1]
    axes.annotate(format(value, "f"), (month, float(value)), textcoords="offset points", xytext=(4, 4), fontsize=8)
    axes.set_xlim(0.5, 12.5)
    axes.set_xticks(range(1, 13))
    axes.tick_params(labelsize=8)
    axes.grid(visible=True, linewidth=0.3)
    figure.tight_layout()
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
