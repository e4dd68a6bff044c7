"""What is not shown is left out and told; what is shown stands where people see it."""

from __future__ import annotations

import zipfile

import pytest
from openpyxl import Workbook

from ycindic.domain.problem import Place
from ycindic.record.grid import Left, read_grids


def read(path, *, sheet: str = "", hidden: bool = False):
    problems: list = []
    left: list = []
    grids = read_grids(path, sheet, problems, left, hidden=hidden)
    assert not problems
    return grids, left


@pytest.fixture
def book(tmp_path):
    """Six rows and five columns of their own names; rows 3, 5, 6 and columns B, D are hidden, and so is a sheet."""
    book = Workbook()
    book.active.title = "表"
    for row in range(1, 8):
        book.active.append([f"{letter}{row}" for letter in "ABCDE"])
    for row in (3, 5, 6):
        book.active.row_dimensions[row].hidden = True
    for letter in "BD":
        book.active.column_dimensions[letter].hidden = True
    other = book.create_sheet("底稿")
    other["A1"], other.sheet_state = "x", "veryHidden"
    path = tmp_path / "t.xlsx"
    book.save(path)
    return path


def test_hidden_rows_columns_and_sheets_are_left_out_and_told(book):
    [grid], left = read(book)
    assert sorted(grid.cells.values()) == sorted(f"{letter}{row}" for letter in "ACE" for row in (1, 2, 4, 7))
    assert left == [
        Left(f"{book}!底稿", "sheet"),
        Left(f"{book}!表", "rows", "3, 5-6"),
        Left(f"{book}!表", "columns", "B, D"),
    ]


def test_every_cell_stands_where_people_see_it(book):
    [grid], _ = read(book)
    assert {str(grid.place(*spot)) for spot in grid.cells} == {f"{book}!表!{text}" for text in grid.cells.values()}


def test_what_is_hidden_is_read_if_asked_for(book):
    (shown, hidden), left = read(book, hidden=True)
    assert (len(shown.cells), len(hidden.cells), left) == (7 * 5, 1, [])


def test_a_hidden_sheet_is_read_by_its_name(book):
    [grid], left = read(book, sheet="底稿")
    assert (grid.name, dict(grid.cells), left) == (f"{book}!底稿", {(0, 0): "x"}, [])


def test_a_merged_heading_is_seen_over_what_is_left_of_its_columns(tmp_path):
    book = Workbook()
    book.active["B1"] = "2024年"
    book.active.merge_cells("B1:D1")
    for letter in "BCD":
        book.active[f"{letter}2"] = letter
    book.active.column_dimensions["B"].hidden = True
    book.save(tmp_path / "t.xlsx")
    [grid], _ = read(tmp_path / "t.xlsx")
    assert [grid.filled.get((0, column)) for column in range(grid.width)] == [None, "2024年", "2024年"]
    assert grid.cells == {(0, 1): "2024年", (1, 1): "C", (1, 2): "D"}


def test_of_blank_rows_one_is_kept_and_none_where_all_between_are_hidden(tmp_path):
    book = Workbook()
    for row in (1, 2, 1_000_000):
        book.active.cell(row, 1, row)
    book.active.row_dimensions[2].hidden = True
    book.save(tmp_path / "t.xlsx")
    [grid], _ = read(tmp_path / "t.xlsx")
    assert (list(grid.lines), dict(grid.cells)) == ([1, 3, 1_000_000], {(0, 0): "1", (2, 0): "1000000"})
    (tmp_path / "t.csv").write_text("a,b\n\n\n\n,,\nc,d\n", encoding="utf-8")
    [grid], _ = read(tmp_path / "t.csv")
    assert list(grid.lines) == [1, 2, 6]


def test_a_cell_tells_its_note_and_what_its_format_says(tmp_path):
    (tmp_path / "t.csv").write_text("指标¹,5.4²\n", encoding="utf-8")
    [grid], _ = read(tmp_path / "t.csv")
    assert [grid.cell(0, column)[:2] for column in range(3)] == [("指标", "1"), ("5.4", "2"), ("", "")]
    book = Workbook()
    book.active["A1"], book.active["A1"].number_format = 0.62, '0.0"万人"'
    book.save(tmp_path / "t.xlsx")
    [grid], _ = read(tmp_path / "t.xlsx")
    cell = grid.cell(0, 0)
    assert (grid.cells[0, 0], cell.number, cell.unit, cell.stored) == ("0.6万人", "0.6", "万人", "0.62")


def test_a_row_that_no_sheet_has_is_too_big(tmp_path):
    book = Workbook()
    book.active["A1"] = 1
    book.save(tmp_path / "t.xlsx")
    with zipfile.ZipFile(tmp_path / "t.xlsx") as old, zipfile.ZipFile(tmp_path / "u.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(
                name, old.read(name).replace(b'<row r="1"', b'<row r="1000000000000000"').replace(b'r="A1"', b"")
            )
    problems: list = []
    assert read_grids(tmp_path / "u.xlsx", "", problems, []) == []
    assert [one.code for one in problems] == ["too-big"]


def test_a_place_in_a_workbook_is_a_sheet_and_a_cell():
    assert str(Place("t.xlsx", 5, 4, "表")) == "t.xlsx!表!D5"
    assert str(Place("t.xlsx", 5, 28, "表")) == "t.xlsx!表!AB5"
    assert str(Place("t.xlsx", sheet="表")) == "t.xlsx!表"
    assert str(Place("t.csv", 5, 4)) == "t.csv:5:4"
