"""A workbook is read as it is seen, whoever wrote it, and no workbook is a bomb."""

from __future__ import annotations

import io
import shutil
import subprocess
import time
import zipfile
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from ycindic.files import parts, sheet
from ycindic.files.cell import Cell
from ycindic.files.kind import kind_of
from ycindic.files.ods import read_ods
from ycindic.files.parts import BROKEN_FILE
from ycindic.files.sheet import Hidden, Merge, TooBig
from ycindic.files.xlsx import position, read_xlsx

NOTHING = Cell("")


def saved(book: Workbook, folder):
    path = folder / "book.xlsx"
    book.save(path)
    return path.read_bytes()


def grid(sheet) -> list[list[str]]:
    rows = max((row for row, _ in sheet.cells), default=-1) + 1
    columns = max((column for _, column in sheet.cells), default=-1) + 1
    return [[sheet.cells.get((row, column), NOTHING).text for column in range(columns)] for row in range(rows)]


def test_texts_numbers_dates_and_truth_are_read_as_they_are_seen(tmp_path):
    book = Workbook()
    book.active.append(
        [
            "指标",
            5.4,
            -2,
            0.1 + 0.2,
            date(2026, 1, 1),
            datetime.combine(date(2026, 4, 25), clock(9, 30)),
            True,
            "=1+1",
            None,
            " ",
        ]
    )
    [sheet] = read_xlsx(saved(book, tmp_path))
    assert grid(sheet) == [["指标", "5.4", "-2", "0.3", "2026-01-01", "2026-04-25", "TRUE", "=1+1"]]


def test_the_decimals_and_the_per_cent_that_are_shown_are_kept(tmp_path):
    book = Workbook()
    for row, (value, code) in enumerate(
        [(5, "0.0"), (5.43, "0.0"), (0.054, "0.0%"), (0.05, "0.0%"), (1234.5, "#,##0.00"), (1, "General")]
    ):
        book.active.cell(row + 1, 1, value).number_format = code
    [sheet] = read_xlsx(saved(book, tmp_path))
    assert [row[0] for row in grid(sheet)] == ["5.0", "5.4", "5.4%", "5.0%", "1234.50", "1"]


def test_merged_ranges_and_hidden_sheets_are_told(tmp_path):
    book = Workbook()
    book.active.title = "一"
    book.active["B2"] = "合并"
    book.active.merge_cells("B2:D3")
    book.create_sheet("二").sheet_state = "hidden"
    first, second = read_xlsx(saved(book, tmp_path))
    assert (first.name, first.merges, first.hidden) == ("一", (Merge(1, 1, 2, 3),), False)
    assert (second.name, dict(second.cells), second.hidden) == ("二", {}, True)


def test_another_writers_workbook_reads_the_same(tmp_path):
    xlsxwriter = pytest.importorskip("xlsxwriter")
    path = tmp_path / "other.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as book:
        sheet = book.add_worksheet("表")
        sheet.write_rich_string(0, 0, book.add_format({"bold": True}), "城镇", "新增就业")
        sheet.write_number(0, 1, 0.054, book.add_format({"num_format": "0.0%"}))
        sheet.write_datetime(0, 2, date(2026, 4, 25), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_formula(0, 3, "=B1*2", None, 0.108)
        sheet.merge_range(2, 0, 2, 3, "注：初步数")
    [found] = read_xlsx(path.read_bytes())
    assert grid(found)[0] == ["城镇新增就业", "5.4%", "2026-04-25", "0.108"]
    assert found.merges == (Merge(2, 0, 2, 3),)


def test_marks_raised_above_a_text_are_its_note_and_powers_are_not(tmp_path):
    xlsxwriter = pytest.importorskip("xlsxwriter")
    path = tmp_path / "rich.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        up, low, out = (
            book.add_format(one) for one in ({"font_script": 1}, {"font_script": 2}, {"font_strikeout": True})
        )
        for row, runs in enumerate(
            [
                ("5.4", up, "1"),
                ("320", up, "2)", "亿元"),
                ("面积(万m", up, "2", ")"),
                ("CO", low, "2", "排放"),
                ("5.4", low, "1"),
                (out, "5.1", "5.4"),
                ("5.4", up, "1", up, "，2"),
            ]
        ):
            sheet.write_rich_string(row, 0, *runs)
        sheet.write_string(7, 0, "5.4¹")
    [found] = read_xlsx(path.read_bytes())
    assert [(one.text, one.note) for one in found.cells.values()] == [
        ("5.4", "1"),
        ("320亿元", "2)"),
        ("面积(万m²)", ""),
        ("CO2排放", ""),
        ("5.4", "1"),
        ("5.4", "5.1"),
        ("5.4", "1,，2"),
        ("5.4", "1"),
    ]


def test_hidden_rows_columns_and_filters_are_told(tmp_path):
    book = Workbook()
    for row in range(1, 6):
        book.active.append([row] * 5)
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True
    book.create_sheet("f").auto_filter.ref = "A1:B9"
    book["f"].auto_filter.add_filter_column(0, ["x"])
    first, second = read_xlsx(saved(book, tmp_path))
    assert first.inside == Hidden({1}, {1}, filtered=False)
    assert second.inside == Hidden(filtered=True)


def test_rows_and_columns_of_no_size_are_hidden(tmp_path):
    sized = '<row r="2" ht="0" customHeight="1"><c><v>1</v></c></row><row r="3" ht="0.5"><c><v>1</v></c></row>'
    wide = '<cols><col min="2" max="3" width="0"/><col min="4" max="4" width="10.0"/></cols>'
    sheet = f'<worksheet xmlns="m">{wide}<sheetData>{sized}</sheetData></worksheet>'
    [found] = read_xlsx(packed(sheet=sheet))
    assert found.inside == Hidden({1}, {1, 2})


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c t="e"><v>#N/A</v></c>', Cell("#N/A", kind="error")),
        ('<c t="b"><v>0</v></c>', Cell("FALSE", kind="truth")),
        ('<c t="str"><f>A1</f><v>5.4</v></c>', Cell("5.4")),
        ("<c><f>A1</f><v>5.4</v></c>", Cell("5.4", kind="number", number="5.4")),
        ("<c><f>A1+1</f></c>", Cell("=A1+1", kind="formula")),
        ('<c t="d"><v>2026-04-25T00:00:00</v></c>', Cell("2026-04-25", kind="date", day=date(2026, 4, 25))),
        ('<c t="inlineStr"><is><r><t>5.4</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c>',
         Cell("5.4", "1")),
        ('<c t="inlineStr"><is><t>字</t><rPh sb="0" eb="1"><t>zi</t></rPh></is></c>', Cell("字")),
    ],
)  # fmt: skip
def test_a_cell_of_every_kind_is_what_it_shows(tmp_path, cell, expected):
    [sheet] = read_xlsx(packed(sheet=rows(cell)))
    assert sheet.cells[0, 0] == expected


@pytest.mark.parametrize(("text", "at"), [("A1", (0, 0)), ("B12", (11, 1)), ("AA3", (2, 26)), ("xfd1", (0, 16383))])
def test_a_reference_is_a_row_and_a_column(text, at):
    assert position(text) == at


LINK = '<Relationship Id="{}" Type="x/{}" Target="{}"/>'
PARTS = {
    "_rels/.rels": f'<Relationships xmlns="r">{LINK.format("a", "officeDocument", "xl/workbook.xml")}</Relationships>',
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="r">{LINK.format("s1", "worksheet", "worksheets/sheet1.xml")}'
        f"{LINK.format('st', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>"
    ),
    "xl/workbook.xml": '<workbook xmlns="m" xmlns:r="q"><sheets><sheet name="S" r:id="s1"/></sheets></workbook>',
    "xl/sharedStrings.xml": '<sst xmlns="m"><si><t>字</t><rPh sb="0" eb="1"><t>zi</t></rPh></si></sst>',
    "xl/worksheets/sheet1.xml": (
        '<worksheet xmlns="m"><sheetData><row><c t="s"><v>0</v></c><c><v>1E-3</v></c></row></sheetData></worksheet>'
    ),
}


def packed(**changed: str | bytes) -> bytes:
    """A workbook by hand; what is named replaces that part."""
    names = {"sheet": "xl/worksheets/sheet1.xml", "strings": "xl/sharedStrings.xml", "book": "xl/workbook.xml",
             "links": "xl/_rels/workbook.xml.rels"}  # fmt: skip
    parts = PARTS | {names[key]: value for key, value in changed.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_cells_without_a_reference_follow_each_other(tmp_path):
    [sheet] = read_xlsx(packed())
    assert grid(sheet) == [["字", "0.001"]]


def rows(cells: str) -> str:
    return f'<worksheet xmlns="m"><sheetData><row>{cells}</row></sheetData></worksheet>'


BOOK = '<workbook xmlns="m" xmlns:r="q"><sheets>{}</sheets></workbook>'
SIX = " ".join(f"a{one}=''" for one in range(6))
BOMBS = {
    "a part that unpacks to more than the limit": {"sheet": rows(" " * (parts.MOST_BYTES + 10))},
    "more cells than a table has": {"sheet": rows("<c><v>1</v></c></row><row>" * (sheet.MOST_CELLS + 10))},
    "a million columns": {"sheet": rows("<c><v>1</v></c>" * 1_000_000)},
    "a row that no sheet has": {"sheet": rows("").replace("<row>", '<row r="1000000000000000"><c><v>1</v></c>')},
    "a text longer than a cell holds": {
        "strings": f'<sst xmlns="m"><si><t>{"x" * (1 << 20)}</t></si></sst>',
        "sheet": rows('<c t="s"><v>0</v></c>'),
    },
    "one text in very many cells": {
        "strings": f'<sst xmlns="m"><si><t>{"x" * 32_000}</t></si></sst>',
        "sheet": rows('<c t="s"><v>0</v></c></row><row>' * 3_000),
    },
    "more hidden ranges than columns": {
        "sheet": "<worksheet><cols>" + '<col min="1" max="16384" hidden="1"/>' * 100_000 + "</cols></worksheet>"
    },
    "deeper than any document": {"sheet": rows("<a>" * (parts.DEEPEST * 8))},
    "more elements than cells need": {"sheet": rows("<a/>" * (parts.MOST_ITEMS + 100_000))},
    "more attributes than cells need": {"sheet": rows(f"<a {SIX}/>" * (parts.MOST_ITEMS // 6))},
    "a name of its own for each": {"sheet": rows("".join(f"<a{one}/>" for one in range(50_000)))},
    "more shared texts than cells": {"strings": f'<sst xmlns="m">{"<si/>" * (sheet.MOST_CELLS + 1)}</sst>'},
    "one sheet again and again": {"book": BOOK.format('<sheet name="S" r:id="s1"/>' * 100_000)},
    "very many links": {"links": f"<r>{'<Relationship/>' * (parts.MOST_LINKS + 1)}</r>"},
    "one endless attribute": {"sheet": rows(f'<c a="{"x" * (parts.LONGEST_TOKEN * 3)}"/>')},
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_defused_in_time(tmp_path, bomb):
    data = packed(**BOMBS[bomb])
    begun = time.process_time()
    with pytest.raises(TooBig):
        read_xlsx(data)
    assert time.process_time() - begun < 10


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "changed",
    [
        {"sheet": LAUGHS + rows("<c t='str'><v>&b;</v></c>")},
        {"strings": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><sst xmlns="m"/>'},
        {"sheet": rows("<c t='s'><v>7</v></c>")},
        {"sheet": rows("<c t='s'><v>-1</v></c>")},
        {"sheet": rows("<c r='1A'><v>7</v></c>")},
        {"sheet": rows("<c><v>7</c>")},
        {"sheet": b"\xff\xfe\x00\xd8"},
        {"book": "<workbook/>"},
        {"book": ""},
    ],
)
def test_a_damaged_or_hostile_workbook_is_refused(tmp_path, changed):
    with pytest.raises(BROKEN_FILE):
        read_xlsx(packed(**changed))


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04" + b"\0" * 100, b"\xd0\xcf\x11\xe0 an old workbook"])
def test_what_is_no_workbook_is_refused(tmp_path, content):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(BROKEN_FILE):
        read_xlsx(path.read_bytes())


def test_numbers_that_nobody_can_mean_stay_as_they_are(tmp_path):
    cells = "".join(f"<c><v>{one}</v></c>" for one in ("1E+300", "NaN", "abc", "1E-200"))
    [sheet] = read_xlsx(packed(sheet=rows(cells)))
    assert grid(sheet) == [["1E+300", "NaN", "abc", "1E-200"]]


def test_the_central_directory_may_lie_about_sizes(tmp_path):
    """A part that claims to be small: zipfile itself stops at the claim and finds the sum wrong."""
    data = bytearray(packed(sheet=rows("<c><v>1</v></c>" * 900)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    at = data.rfind(size.to_bytes(4, "little"))
    data[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(BROKEN_FILE):
        read_xlsx(bytes(data))


@pytest.mark.parametrize("way", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_what_is_packed_as_no_workbook_may_be_is_refused(way):
    """Its head may ask for four gigabytes before a byte is unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", way) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
    data = out.getvalue().replace(b"\x05\0\x5d\0\0\x80\0", b"\x05\0\x5d\xff\xff\xff\xff")
    assert kind_of(data) == "xlsx"
    with pytest.raises(BROKEN_FILE):
        read_xlsx(data)


def test_a_list_of_very_many_parts_is_not_read():
    entry = b"PK\1\2" + bytes(42)
    end = b"PK\5\6" + bytes(8) + (46 * 20_000).to_bytes(4, "little") + bytes(6)
    with pytest.raises(TooBig):
        read_xlsx(b"PK\3\4" + entry * 20_000 + end)


def test_a_text_full_of_marks_takes_no_quadratic_time():
    cells = "".join(f"<si><t>{'a①' * 16_000}{one}</t></si>" for one in range(20))
    runs = '<r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r><r><t>m</t></r>' * 16_000
    begun = time.process_time()
    read_xlsx(packed(strings=f'<sst xmlns="m">{cells}<si>{runs}</si></sst>'))
    assert time.process_time() - begun < 10


def struck_book(path: Path) -> list[list[str]]:
    """A workbook of a figure, a date and a word, each first struck out by the format of its cell, then plain."""
    book = Workbook()
    for row, struck in enumerate((True, False), 1):
        for column, value in enumerate((5.4, date(2026, 10, 1), "亿元"), 1):
            cell = book.active.cell(row, column, value)
            cell.font = Font(strike=struck)
    book.save(path)
    return [["", "", ""], ["5.4", "2026-10-01", "亿元"]]


def test_a_cell_that_its_format_strikes_out_says_nothing(tmp_path: Path) -> None:
    told = struck_book(tmp_path / "struck.xlsx")
    [sheet] = read_xlsx((tmp_path / "struck.xlsx").read_bytes())
    assert [[sheet.cells.get((row, at), Cell("")).text for at in range(3)] for row in (0, 1)] == told


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no office program here")
def test_a_cell_struck_out_says_nothing_in_an_open_document_either(tmp_path: Path) -> None:
    told = struck_book(tmp_path / "struck.xlsx")
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "ods"]
    subprocess.run([*office, "struck.xlsx"], cwd=tmp_path, capture_output=True, timeout=600, check=True)
    [sheet] = read_ods((tmp_path / "struck.ods").read_bytes())
    assert [[sheet.cells.get((row, at), Cell("")).text for at in range(3)] for row in (0, 1)] == told
