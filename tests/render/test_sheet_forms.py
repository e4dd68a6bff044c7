"""Does every form write any answer? The sheets here are invented; nothing in them is known to a form by name."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.desk import TEXTS, report
from ycindic.files.ods import read_ods
from ycindic.render.answers import status
from ycindic.render.answers.sheet import Column, Document, Sheet
from ycindic.render.forms import FORMS, is_earlier, let_out, written
from ycindic.render.forms.csv import cell
from ycindic.render.words.screen import Screen
from ycindic.text import Verbatim

SCREEN = Screen("en")
TRYING = ("", '"', 'a"b', ",", "a\nb", "a\rb", "\r\n", " a", "'", '""', "a;b\tc")
"""Cells that a reader of CSV might take apart."""
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**6), 10**6), st.decimals(-1000, 1000, places=2), st.text(max_size=20),
    st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.lists(st.text("ab", min_size=1, max_size=3), max_size=3),
)  # fmt: skip


def told(form: str, sheet: Sheet[Any], screen: Screen = SCREEN) -> bytes:
    return b"".join(written(form, sheet, screen))


def of_rows(rows: list[list[Any]], **keys: Any) -> Sheet[Any]:
    columns = {
        f"c{place}": Column(lambda row, place=place: row[place], Verbatim(f"Column {place}")) for place in range(3)
    }
    return Sheet("things", columns, rows, tuple(columns), **keys)


@pytest.mark.parametrize("form", FORMS)
@given(rows=st.lists(st.lists(VALUES, min_size=3, max_size=3), max_size=4))
def test_any_rows_are_written_in_every_form_and_twice_the_same(form: str, rows: list[list[Any]]) -> None:
    assert told(form, of_rows(rows)) == told(form, of_rows(rows))


@pytest.mark.parametrize("form", FORMS)
def test_a_language_whose_catalogue_was_only_begun_is_told_in_every_form(form: str) -> None:
    assert told(form, of_rows([[1, "a", None]]), SCREEN._replace(lang="fr"))


@pytest.mark.parametrize("form", sorted(FORMS.keys() - {"text", "docx"}))
def test_a_form_knows_its_own_earlier_answer_and_no_other(form: str) -> None:
    sheet = of_rows([[1, "a", None]], document=Document({"schema": 1}))
    other = sheet._replace(name="others")
    file = FORMS[form].mark + told(form, sheet)
    assert is_earlier(form, io.BytesIO(file), sheet)
    assert is_earlier(form, io.BytesIO(b""), sheet)
    assert not is_earlier(form, io.BytesIO(b"somebody's own file\n"), sheet)
    if form in ("json", "xlsx", "ods"):
        assert not is_earlier(form, io.BytesIO(file), other)


def test_numbers_keep_their_published_decimals_where_a_form_can_hold_them() -> None:
    sheet = of_rows([[Decimal("5.50"), date(2026, 9, 1), "x"]])
    assert told("csv", sheet).decode().splitlines()[1] == "5.50,2026-09-01,x"
    assert json.loads(told("json", sheet))["things"] == [{"c0": 5.5, "c1": "2026-09-01", "c2": "x"}]
    cells = read_ods(told("ods", sheet))[0].cells
    assert [cells[1, place].text for place in range(3)] == ["5.50", "2026-09-01", "x"]


@given(
    rows=st.lists(st.lists(VALUES | st.sampled_from(TRYING), min_size=3, max_size=3), max_size=4),
    shown=st.integers(1, 3),
)
def test_rows_as_csv_are_what_the_library_would_write(rows: list[list[Any]], shown: int) -> None:
    sheet, out = of_rows(rows), io.StringIO()
    names = list(sheet.columns)[:shown]
    writer = csv.writer(out)  # ends its rows with CR LF, and so quotes a cell with either
    writer.writerows([names, *([cell(one) for one in row[:shown]] for row in rows)])
    ended = out.getvalue().replace("\r\n", "\n")
    written_by_us = told("csv", sheet, SCREEN._replace(columns=tuple(names))).decode("utf-8", "surrogatepass")
    assert written_by_us.replace("\r\n", "\n") == let_out(ended, "csv", SCREEN).decode("utf-8", "surrogatepass")


def test_what_is_flat_stands_in_a_spreadsheet_and_is_told_otherwise_in_a_document() -> None:
    columns = {"a": Column(lambda row: row, Verbatim("A")), "b": Column(lambda row: row * 2, Verbatim("B"), flat=True)}
    sheet = Sheet("things", columns, [1], ("a",), document=Document({"schema": 1}, besides=lambda row: {"more": [row]}))
    assert next(csv.DictReader(io.StringIO(told("csv", sheet).decode()))) == {"a": "1", "b": "2"}
    assert json.loads(told("json", sheet))["things"] == [{"a": 1, "more": [1]}]


def test_rows_that_come_one_by_one_are_written_as_they_come() -> None:
    taken: list[int] = []

    def rows() -> Any:
        for number in range(5000):
            taken.append(number)
            yield [number, None, None]

    first = next(iter(written("csv", of_rows(rows()), SCREEN)))  # type: ignore[arg-type]
    assert first.startswith(b"c0,c1,c2\n0,,\n")
    assert len(taken) < 5000


@pytest.mark.parametrize("form", TEXTS)
def test_nothing_acts_on_a_terminal_whatever_a_cell_holds(form: str) -> None:
    text = told(form, of_rows([["\x1b]52;c;x\x07", "::error::x", "\u202e"]]), SCREEN._replace(terminal=True)).decode()
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_every_form_of_a_status_holds_every_target() -> None:
    sheet = status.sheet(report())
    for form in ("table", "csv", "json", "markdown", "html", "text"):
        assert all(
            row.indicator.name.en in told(form, sheet, Screen("en", width=400)).decode() for row in report().rows
        ), form
    names = {cell.text for cell in read_ods(told("ods", sheet))[-1].cells.values()}
    assert {row.indicator.name.en for row in report().rows} <= names
