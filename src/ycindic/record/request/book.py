"""How does an office's form look as a workbook? XlsxWriter, imported only here besides the answers' own workbook.

Everything is locked but the cells to be filled in, which check what is typed; no password, for nothing is secret.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ycindic.domain.model import SIGNS_OF_RATES, Basis, Target
from ycindic.record.request.form import (
    FIXED_COLUMNS,
    FORM_COLUMNS,
    FORM_HEADS,
    FORM_MARK,
    HEAD_ROW,
    KEY_COLUMNS,
    OPEN_COLUMNS,
    SHEET,
    AskedFigure,
    Office,
    office_called,
)
from ycindic.record.request.number import asked_unit
from ycindic.render.words.numbers import short_period, typed
from ycindic.render.words.promised import goal_words
from ycindic.render.words.units import amount_of, as_registered, headed, number_of
from ycindic.render.words.visible import lines_of
from ycindic.text import Text, _, day_words

_WIDTHS = {
    "indicator": 38,
    "unit": 10,
    "promise": 22,
    "period": 18,
    "covers": 16,
    "due": 13,
    "last": 26,
    "value": 14,
    "published": 14,
    "note": 30,
}
_LINE, _AIR = 15, 7
"""Points of a line, and the room around those of a row, so that a hand finds its cell."""
_COVERS: dict[Basis, Text] = {
    Basis.YTD: _("the year so far"),
    Basis.ALONE: _("these months alone"),
    Basis.POINT: _("at the end"),
}


def workbook(office: Office, title: str, as_of: date, lang: str) -> bytes:
    """The form of an office: the same bytes for the same question."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    made = datetime.combine(as_of, time(), UTC).replace(tzinfo=None)
    name = office_called(office.publisher).in_language(lang)
    book.set_properties({"title": name, "created": made})
    rows = [_fixed(one, lang) for one in office.asked]
    _sheet(book, office, rows, f"{name}  {title}  {day_words(as_of, lang)}", lang)
    _hidden(book, office, rows, lang)
    book.close()
    return out.getvalue()


def _fixed(one: AskedFigure, lang: str) -> list[str]:
    """The cells of a row that the office reads, its numbers in the registered unit, in which the answer is taken."""
    calendar, asked = one.indicator.calendar, as_registered(one.indicator)
    span = calendar.so_far(one.period.last) if one.basis is Basis.YTD else one.period
    last = ""
    if one.last is not None:
        told = amount_of if asked.unit in SIGNS_OF_RATES else number_of
        value = told(typed(one.last.value), asked, lang)
        last = _("{value} ({period})", value=value, period=short_period(one.last.covered, None, lang)).in_language(lang)
    name, unit = one.indicator.name.in_language(lang), asked_unit(one.indicator, lang)
    goals = (_promise(target, one, lang) for target in one.promised)
    due = day_words(one.due, lang) if one.due else ""
    period, covers = short_period(span, None, lang), _COVERS[one.basis].in_language(lang)
    return [name, unit, "; ".join(goal for goal in goals if goal), period, covers, due, last]


def _promise(target: Target, one: AskedFigure, lang: str) -> str:
    """What is promised, and for when where that is not the year of the figure."""
    goal = goal_words(target, headed(as_registered(one.indicator), (), lang))
    if goal is None:
        return ""
    if target.period == one.indicator.calendar.year(one.indicator.calendar.year_of(one.period.last)):
        return goal.in_language(lang)
    period = short_period(target.period, None, lang)
    return _("{period}: {goal}", period=period, goal=goal).in_language(lang)


def _sheet(book: xlsxwriter.Workbook, office: Office, rows: Sequence[list[str]], head: str, lang: str) -> None:
    sheet = book.add_worksheet(_("Form").in_language(lang))
    bold = book.add_format({"bold": True, "font_size": 14})
    heading = book.add_format(
        {"bold": True, "border": 1, "bg_color": "#E7ECF2", "text_wrap": True, "valign": "vcenter"}
    )
    fixed = book.add_format({"text_wrap": True, "valign": "vcenter", "border": 1, "border_color": "#B8C0CA"})
    to_fill = {"locked": False, "bg_color": "#FFF8DC", "border": 1, "valign": "vcenter"}
    open_, day = book.add_format(to_fill), book.add_format(to_fill | {"num_format": "yyyy-mm-dd"})
    sheet.write_string(0, 0, head, bold)
    sheet.write_string(
        1, 0, _("Fill in the coloured cells, leave empty what is not known, send it back.").in_language(lang)
    )
    sheet.set_row(HEAD_ROW, _LINE + _AIR)
    for place, column in enumerate((*FIXED_COLUMNS, *OPEN_COLUMNS)):
        sheet.write_string(HEAD_ROW, place, FORM_HEADS[column].in_language(lang), heading)
        sheet.set_column(place, place, _WIDTHS[column])
    for number, (asked, texts) in enumerate(zip(office.asked, rows, strict=True), HEAD_ROW + 1):
        sheet.set_row(number, _LINE * lines_of(texts, (_WIDTHS[one] for one in FIXED_COLUMNS)) + _AIR)
        for place, text in enumerate(texts):
            sheet.write_string(number, place, text, fixed)
        for place, column in enumerate(OPEN_COLUMNS, len(FIXED_COLUMNS)):
            sheet.write_blank(number, place, None, day if column == "published" else open_)
        for place, text in enumerate(asked.key, len(FIXED_COLUMNS) + len(OPEN_COLUMNS)):
            sheet.write_string(number, place, text)
    last = HEAD_ROW + len(rows)
    _checks(sheet, last, lang)
    sheet.set_column(len(FIXED_COLUMNS) + len(OPEN_COLUMNS), len(FORM_COLUMNS) - 1, None, None, {"hidden": True})
    sheet.freeze_panes(HEAD_ROW + 1, 1)
    sheet.protect("", {"sort": True, "format_columns": True})
    sheet.set_row(0, 24)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW)
    sheet.print_area(0, 0, last, len(FIXED_COLUMNS) + len(OPEN_COLUMNS) - 1)


def _checks(sheet: Worksheet, last: int, lang: str) -> None:
    """What the cells take: a number, a date."""
    value, published = len(FIXED_COLUMNS), len(FIXED_COLUMNS) + 1
    told = {"error_title": "ycindic", "error_type": "stop"}
    numbers = {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}
    days = {"validate": "date", "criteria": ">=", "value": date(1990, 1, 1)}
    number = _("Write the number alone, in the unit of the row.").in_language(lang)
    sheet.data_validation(HEAD_ROW + 1, value, last, value, {**numbers, **told, "error_message": number})
    day = _("Write a date such as 2026-11-25.").in_language(lang)
    sheet.data_validation(HEAD_ROW + 1, published, last, published, {**days, **told, "error_message": day})


def _hidden(book: xlsxwriter.Workbook, office: Office, rows: Sequence[list[str]], lang: str) -> None:
    """The headings and the fixed cells once more, each row behind its keys."""
    sheet = book.add_worksheet(SHEET)
    sheet.very_hidden()
    sheet.write_string(0, 0, FORM_MARK)
    sheet.write_string(0, 1, office.publisher.zh)
    sheet.write_string(0, 2, office.publisher.en)
    for place, told in enumerate(FORM_HEADS.values(), len(KEY_COLUMNS)):
        sheet.write_string(0, place, told.in_language(lang))
    for number, (asked, texts) in enumerate(zip(office.asked, rows, strict=True), 1):
        for place, text in enumerate((*asked.key, *texts)):
            sheet.write_string(number, place, text)
    sheet.protect()
