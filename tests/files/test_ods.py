"""An OpenDocument workbook is read as it is seen, whoever wrote it, and none is a bomb."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import date

import pytest

from ycindic.files import sheet as limits
from ycindic.files.cell import Cell
from ycindic.files.ods import read_ods
from ycindic.files.parts import BROKEN_FILE
from ycindic.files.sheet import Hidden, Merge, TooBig

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "style", "text", "table", "number", "fo", "draw")
)
STYLES = """
<style:style style:name="up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="up2" style:family="text"><style:text-properties style:text-position="33% 58%"/></style:style>
<style:style style:name="low" style:family="text"><style:text-properties style:text-position="sub 58%"/></style:style>
<style:style style:name="out" style:family="text">
  <style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="on" style:family="text">
  <style:text-properties style:text-position="0% 100%" style:text-line-through-style="none"/></style:style>
<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>
<number:date-style style:name="N1"><number:year/><number:text>年</number:text><number:month/></number:date-style>
<number:date-style style:name="N2"><number:month/><number:text>月</number:text><number:day/></number:date-style>
<style:style style:name="ym" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="md" style:family="table-cell" style:data-style-name="N2"/>
"""


def book(tables: str, styles: str = STYLES) -> bytes:
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    text = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>{body}"
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", text)
    return out.getvalue()


def table(*rows: str, columns: str = "", style: str = "", name: str = "表") -> str:
    said = f'<table:table table:name="{name}" table:style-name="{style}">{columns}'
    return said + "".join(one if "<table:table-row" in one else row(one) for one in rows) + "</table:table>"


def row(cells: str, said: str = "") -> str:
    return f"<table:table-row {said}>{cells}</table:table-row>"


def cell(shown: str, said: str = "") -> str:
    inside = f"<text:p>{shown}</text:p>" if shown else ""
    return f"<table:table-cell {said}>{inside}</table:table-cell>"


def number(value: str, shown: str = "", kind: str = "float") -> str:
    return cell(shown, f'office:value-type="{kind}" office:value="{value}"')


REMARK = "<office:annotation><text:p>批注</text:p></office:annotation>"
BOX = "<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>"


def only(cells: str) -> Cell:
    [sheet] = read_ods(book(table(cells)))
    return sheet.cells[0, 0]


@pytest.mark.parametrize("kind", ["float", "percentage", "currency"])
@pytest.mark.parametrize("value", ["9" * 1_100_000, "1e99999999", "-1e-99999999", "NaN", "sNaN", "Infinity", "x"])
def test_what_is_no_number_that_anybody_can_mean_stays_as_it_is_shown(kind: str, value: str) -> None:
    assert only(number(value, "很多", kind)) == Cell("很多")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (cell("指标"), Cell("指标")),
        (cell('城镇<text:span>新增</text:span><text:s text:c="2"/>就业'), Cell("城镇新增  就业")),
        (cell("a</text:p><text:p>b"), Cell("a\nb")),
        (cell("5.4<text:span text:style-name='up'>1</text:span>"), Cell("5.4", "1")),
        (cell("5.4<text:span text:style-name='up2'>1</text:span>"), Cell("5.4", "1")),
        (cell("5.4<text:span text:style-name='on'>1</text:span>"), Cell("5.41")),
        (cell("CO<text:span text:style-name='low'>2</text:span>"), Cell("CO2")),
        (cell("<text:span text:style-name='out'>5.1</text:span>5.4"), Cell("5.4", "5.1")),
        (number("0.054", "5.4%", "percentage"), Cell("5.4%", "", "number", "5.4", "%")),
        (number("0.0543", "5.4%", "percentage"), Cell("5.4%", "", "number", "5.4", "%", "5.43")),
        (number("0.054", "", "percentage"), Cell("5.4%", "", "number", "5.4", "%")),
        (number("1234.5", "1,234.50"), Cell("1234.50", "", "number", "1234.50")),
        (number("1234.5", "1.234,50 €", "currency"), Cell("1234.50€", "", "number", "1234.50", "€")),
        (number("5.4", "5,4"), Cell("5.4", "", "number", "5.4")),
        (number("0.62", "0.62万人"), Cell("0.62万人", "", "number", "0.62", "万人")),
        (number("-5.2", "(5.2)"), Cell("-5.2", "", "number", "-5.2")),
        (number("12345678", "1234.6万"), Cell("1234.6万", "", "number", "1234.6", "万", "1234.5678")),
        (number("2021", "2021年"), Cell("2021年", "", "number", "2021", "年")),
        (number("5", "一千"), Cell("一千", stored="5")),
        (number("5", "7"), Cell("7", stored="5")),
        (number("2.5"), Cell("2.5", "", "number", "2.5")),
        (cell("2024年5月", 'office:value-type="date" office:date-value="2024-05-01" table:style-name="ym"'),
         Cell("2024年5月", "", "date", day=date(2024, 5, 1))),
        (cell("1月6日", 'office:value-type="date" office:date-value="2024-01-06" table:style-name="md"'),
         Cell("1月6日", "", "date", day=date(2024, 1, 6))),
        (cell("", 'office:value-type="date" office:date-value="2024-01-06T00:00:00"'),
         Cell("2024-01-06", "", "date", day=date(2024, 1, 6))),
        (cell("TRUE", 'office:value-type="boolean" office:boolean-value="true"'), Cell("TRUE", kind="truth")),
        (cell("#N/A", 'office:value-type="string" table:formula="of:=NA()"'), Cell("#N/A", kind="error")),
        (cell("Err:502", 'office:value-type="string" table:formula="of:=X()"'), Cell("Err:502", kind="error")),
        (cell("", 'office:value-type="string" office:string-value="x"'), Cell("x")),
        (f"<table:table-cell>{REMARK}<text:p>7</text:p>{BOX}</table:table-cell>", Cell("7")),
    ],
)  # fmt: skip
def test_a_cell_of_every_kind_is_what_it_shows(cells, expected):
    assert only(cells) == expected


def test_a_date_without_a_style_of_its_own_has_that_of_its_column():
    columns = '<table:table-column table:default-cell-style-name="ym"/>'
    [sheet] = read_ods(
        book(table(cell("x", 'office:value-type="date" office:date-value="2024-05-01"'), columns=columns))
    )
    assert sheet.cells[0, 0].text == "2024年5月"


def test_what_is_repeated_merged_and_hidden_stands_where_it_is_seen():
    columns = (
        '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
        '<table:table-column table:number-columns-repeated="16381"/>'
    )
    rows = (
        cell("题", 'table:number-columns-spanned="3" table:number-rows-spanned="1"') + "<table:covered-table-cell/>",
        row(cell("", 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="3"'),
        row(cell("a", 'table:number-columns-repeated="2"') + cell("b"), 'table:number-rows-repeated="2"'),
        row(cell("c"), 'table:visibility="filter"'),
        row(cell("", 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048569"'),
    )
    shown, gone = read_ods(book(table(*rows, columns=columns) + table(cell("x"), style="gone", name="底稿")))
    texts = {spot: one.text for spot, one in shown.cells.items()}
    assert texts == {
        (0, 0): "题", (4, 0): "a", (4, 1): "a", (4, 2): "b", (5, 0): "a", (5, 1): "a", (5, 2): "b", (6, 0): "c",
    }  # fmt: skip
    assert (shown.merges, shown.inside) == ((Merge(0, 0, 0, 2),), Hidden({6}, {2}, filtered=True))
    assert (shown.hidden, gone.hidden, gone.name) == (False, True, "底稿")


def test_deleted_cells_that_are_kept_as_changes_are_not_read():
    changes = (
        "<table:tracked-changes><table:change-track-table-cell><text:p>旧</text:p></table:change-track-table-cell>"
    )
    [sheet] = read_ods(book(f"{changes}</table:tracked-changes>{table(cell('新'))}"))
    assert [one.text for one in sheet.cells.values()] == ["新"]


BOMBS = {
    "a row repeated for ever": table(row(cell("x"), 'table:number-rows-repeated="1048576"')),
    "a column repeated for ever": table(cell("x", 'table:number-columns-repeated="16384"')),
    "more rows than a sheet has": table(row(cell("x"), 'table:number-rows-repeated="1000000000000"')),
    "a text longer than a cell holds": table(cell("x" * (limits.LONGEST_TEXT + 1))),
    "a text in very many cells": table(row(cell("x" * 30_000), 'table:number-rows-repeated="100000"')),
    "a row far below": table(*[row(cell(""), 'table:number-rows-repeated="1048576"')] * 3, cell("x")),
    "blanks that are only counted": table(cell('<text:s text:c="100"/>' * 500)),
    "tables without end": "<table:table/>" * 20_000,
    "ranges of columns": table(columns='<table:table-column table:number-columns-repeated="16384"/>' * 100_000),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_defused_in_time(bomb):
    begun = time.process_time()
    with pytest.raises(TooBig):
        read_ods(book(BOMBS[bomb]))
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("shown", ["1." + "0" * 70, "0." + "0" * 30_000, "1" + ",000" * 5000])
def test_more_digits_than_anybody_shows_are_a_text(shown):
    [sheet] = read_ods(book(table(number("1", shown))))
    assert sheet.cells[0, 0].text in (shown, f"1.{'0' * 70}")


def test_parts_of_a_date_are_counted_once():
    style = f'<number:date-style style:name="a">{"<number:year/>" * 300_000}</number:date-style>'
    begun = time.process_time()
    read_ods(book(table(cell("x")), style))
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<a",
        '<!DOCTYPE x [<!ENTITY a "ha">]><a>&a;</a>',
        f"<office:document-content {SPACES}/>",
        "<a " + SPACES + ">" + table(cell("x", "table:number-columns-repeated='many'")) + "</a>",
    ],
)
def test_a_damaged_or_hostile_one_is_refused(content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", content)
    with pytest.raises(BROKEN_FILE):
        read_ods(out.getvalue())
