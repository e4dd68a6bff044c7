"""How does a sheet become an OpenDocument workbook, as LibreOffice or WPS write it?"""

from __future__ import annotations

from datetime import date
from xml.sax.saxutils import escape

from files.test_ods import STYLES, book, row, table
from record.office.sheet import Cell, Sheet

YEARS = """
<number:date-style style:name="N3"><number:year/><number:text>年</number:text></number:date-style>
<number:date-style style:name="N4"><number:month/><number:day/></number:date-style>
<number:date-style style:name="N5"><number:year/><number:month/><number:day/></number:date-style>
<style:style style:name="y" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="ymd" style:family="table-cell" style:data-style-name="N5"/>
"""
SHAPES = {'yyyy"年"m"月"': "ym", 'm"月"d"日"': "md", "d-mmm": "md", 'yyyy"年"': "y"}


def open_document(sheet: Sheet) -> bytes:
    """The workbook, its cells with the value and the text that is shown."""
    rows = [
        row(
            "".join(_cell(sheet, number, column, cell) for column, cell in enumerate(cells)) or "<table:table-cell/>",
            'table:visibility="collapse"' if number in sheet.hidden_rows else "",
        )
        for number, cells in enumerate(sheet.rows)
    ]
    return book(table(*rows, name=escape(sheet.name)), STYLES + YEARS)


def _cell(sheet: Sheet, row_: int, column: int, cell: Cell) -> str:
    spanned = next((one for one in sheet.merges if (one.top, one.left) == (row_, column)), None)
    inside = any(one.top <= row_ <= one.bottom and one.left <= column <= one.right for one in sheet.merges)
    if inside and spanned is None:
        return "<table:covered-table-cell/>"
    said = []
    if spanned:
        across, down = spanned.right - spanned.left + 1, spanned.bottom - spanned.top + 1
        said.append(f'table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"')
    said.append(_value(cell))
    raised = f'<text:span text:style-name="up">{escape(cell.raised)}</text:span>' if cell.raised else ""
    text = escape(cell.text).replace("\n", "</text:p><text:p>")
    return f"<table:table-cell {' '.join(said)}><text:p>{text}{raised}</text:p></table:table-cell>"


def _value(cell: Cell) -> str:
    match cell.stored:
        case None:
            return 'office:value-type="string"'
        case date():
            shape = SHAPES.get(cell.format, "ymd")
            return f'office:value-type="date" office:date-value="{cell.stored}" table:style-name="{shape}"'
        case _:
            kind = "percentage" if cell.format.endswith("%") else "float"
            return f'office:value-type="{kind}" office:value="{cell.stored}"'
