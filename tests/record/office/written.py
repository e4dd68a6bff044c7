"""How do the bytes of a table come out of an office: CSV of many kinds, or a workbook?"""

from __future__ import annotations

import csv
import io
from datetime import date
from enum import StrEnum

import xlsxwriter
from openpyxl import Workbook

from record.office.open_document import open_document
from record.office.sheet import Cell, Sheet


class Form(StrEnum):
    """The kinds of files."""

    UTF8 = "utf-8"
    BOM = "utf-8-sig"
    GB = "gb18030"
    UTF16 = "utf-16"
    SEMICOLON = "semicolon"
    TAB = "tab"
    XLSX = "xlsx"
    OTHER_XLSX = "xlsx-other"
    ODS = "ods"

    @property
    def ending(self) -> str:
        match self:
            case Form.XLSX | Form.OTHER_XLSX:
                return ".xlsx"
            case Form.ODS:
                return ".ods"
            case _:
                return ".csv"


def written(sheet: Sheet, form: Form) -> bytes:
    """The file."""
    match form:
        case Form.XLSX:
            return _workbook(sheet)
        case Form.OTHER_XLSX:
            return _other_workbook(sheet)
        case Form.ODS:
            return open_document(sheet)
        case Form.SEMICOLON:
            return _csv(sheet, ";").encode()
        case Form.TAB:
            return _csv(sheet, "\t").encode()
        case Form.UTF8 | Form.BOM | Form.GB | Form.UTF16:
            return _csv(sheet, ",").encode(form)


def _csv(sheet: Sheet, separator: str) -> str:
    buffer = io.StringIO()
    out = csv.writer(buffer, delimiter=separator)
    for row in sheet.rows:
        words = [one.text for one in row]
        out.writerow([*words, *[""] * (sheet.width - len(row))])
    return buffer.getvalue()


def _workbook(sheet: Sheet) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet(sheet.name)
    raised = book.add_format({"font_script": 1})
    for merge in sheet.merges:
        page.merge_range(*merge, "")
    for number, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            shape = book.add_format({"num_format": cell.format}) if cell.format else None
            if cell.raised:
                page.write_rich_string(number, column, cell.text, raised, cell.raised)
            elif cell.stored is not None or cell.text:
                _put(page, number, column, cell, shape)
    for number in sheet.hidden_rows:
        page.set_row(number, None, None, {"hidden": True})
    for column in sheet.hidden_columns:
        page.set_column(column, column, None, None, {"hidden": True})
    if sheet.filtered:
        page.autofilter(0, 0, len(sheet.rows) - 1, sheet.width - 1)
    book.close()
    return buffer.getvalue()


def _put(page, row: int, column: int, cell: Cell, shape) -> None:
    match cell.stored:
        case date():
            page.write_datetime(row, column, cell.stored, shape)
        case None:
            page.write_string(row, column, cell.text)
        case _:
            page.write_number(row, column, float(cell.stored), shape)


def _other_workbook(sheet: Sheet) -> bytes:
    book = Workbook()
    page = book.active
    page.title = sheet.name
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row, 1):
            _fill(page.cell(number, column), cell)
    for top, left, bottom, right in sheet.merges:
        page.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
    for number in sheet.hidden_rows:
        page.row_dimensions[number + 1].hidden = True
    for column in sheet.hidden_columns:
        page.column_dimensions[page.cell(1, column + 1).column_letter].hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(place, cell: Cell) -> None:
    if cell.stored is None:
        place.value = cell.text or None
        return
    place.value = cell.stored if isinstance(cell.stored, date) else float(cell.stored)
    if cell.format:
        place.number_format = cell.format
