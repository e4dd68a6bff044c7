"""Does a form go out to an office and come back? The figures filled in here are invented."""

from __future__ import annotations

import csv
import os
import random
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from ycindic.cli import main
from ycindic.files.xlsx import read_xlsx
from ycindic.record.request.filled import form_in
from ycindic.record.request.form import FIXED_COLUMNS, HEAD_ROW, SHEET

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-27"
FIRST = HEAD_ROW + 2
VALUE = len(FIXED_COLUMNS) + 1
"""Rows and columns as openpyxl counts them."""


@pytest.fixture
def city(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "city", ignore=shutil.ignore_patterns(".ycindic"))
    assert (
        main(["form", str(tmp_path / "forms"), "--data", str(tmp_path / "city"), "--as-of", DAY, "--lang", "zh"]) == 0
    )
    capfd.readouterr()
    return tmp_path / "city"


def form(city: Path, office: str = "市统计局") -> Path:
    return city.parent / "forms" / f"{office}.xlsx"


def taken(city: Path, *files: Path) -> int:
    return main(["import", *map(str, files), "--data", str(city), "--as-of", DAY, "--lang", "en", "--yes"])


def rows_of(city: Path) -> dict[tuple[str, str, str], tuple[str, str]]:
    found = {}
    for path in (city / "actuals").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(line for line in file if not line.startswith("#")):
                found[row["indicator"], row["period"], row["basis"]] = (row["value"], row.get("source") or "")
    return found


def test_a_form_asks_for_the_newest_of_a_running_total_and_holds_its_keys_hidden(city: Path) -> None:
    book = openpyxl.load_workbook(form(city))
    sheet, ours = book.worksheets
    assert (ours.title, ours.sheet_state) == (SHEET, "veryHidden")
    asked = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST)]
    gdp = next(row for row in asked if row[0] == "地区生产总值增长")
    assert gdp[2] == "2026年1—9月"
    assert gdp[3] == "年初累计"
    assert gdp[4].startswith("3.5%")
    assert gdp[-3:] == ["gdp", "2026-09", "ytd"]
    assert len({row[-3] for row in asked}) == len(asked), "of a total for the year so far one row"
    assert sheet.protection.sheet
    assert not sheet.cell(FIRST, VALUE).protection.locked
    assert sheet.cell(FIRST, 1).protection.locked
    assert sheet.column_dimensions["I"].hidden
    assert len(sheet.data_validations.dataValidation) == 2


def fill(path: Path, values: dict[str, object], *, shuffled: int | None = None) -> None:
    """Type figures by indicator; with a seed the rows stand in another order, as somebody sorted them."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST)]
    for row in rows:
        if row[-3] in values:
            row[len(FIXED_COLUMNS)] = values[row[-3]]
    if shuffled is not None:
        random.Random(shuffled).shuffle(rows)  # noqa: S311 - a repeatable order
    for number, row in enumerate(rows, FIRST):
        for place, value in enumerate(row, 1):
            sheet.cell(number, place).value = value
    book.save(path)


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_a_filled_form_comes_in_whatever_its_order_and_says_what_is_empty(city: Path, capfd, seed: int | None) -> None:
    fill(form(city), {"gdp": 4.1, "retail": 2.9}, shuffled=seed)
    assert taken(city, form(city)) == 0
    told = capfd.readouterr()
    found = rows_of(city)
    assert found["gdp", "2026-09", "ytd"] == ("4.1", "市统计局")
    assert found["retail", "2026-10", "ytd"][0] == "2.9"
    assert "not answered" in told.err
    assert "Growth of industrial value added 2026-10" in told.err, "by its name"
    assert "GDP growth 2026-09" not in told.err


def test_several_forms_come_in_at_once_and_who_answered_nothing_is_named(city: Path, capfd) -> None:
    fill(form(city), {"gdp": 4.1})
    assert taken(city, form(city), form(city, "市财政局")) == 0
    told = capfd.readouterr().err
    assert "Municipal finance bureau: not answered 1" in told, "in the reader's language"


@pytest.mark.parametrize("place", range(1, len(FIXED_COLUMNS) + 1))
def test_a_changed_cell_beside_those_to_be_filled_in_is_refused_by_name(city: Path, capfd, place: int) -> None:
    path = form(city)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.cell(FIRST, VALUE).value = 5
    sheet.cell(FIRST, place).value = "changed"
    book.save(path)
    before = rows_of(city)
    assert taken(city, path) == 2
    told = capfd.readouterr()
    assert f"!{'ABCDE'[place - 1]}{FIRST}" in told.out + told.err
    assert rows_of(city) == before


def test_changed_keys_an_added_row_and_a_lost_sheet_are_refused(city: Path, capfd) -> None:
    for change in ("key", "row", "sheet"):
        path = form(city.parent / "city", "市统计局")
        copy = path.with_name(f"{change}.xlsx")
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        if change == "key":
            sheet.cell(FIRST, len(FIXED_COLUMNS) + 4).value = "retail-value"
        elif change == "row":
            sheet.cell(sheet.max_row + 3, VALUE).value = 7
        else:
            sheet.cell(FIRST, VALUE).value = 5
            del book[sheet.title]
            book[SHEET].sheet_state = "visible"
        book.save(copy)
        assert taken(city, copy) == 2, change
        assert "form-changed" in "".join(capfd.readouterr()), change


@pytest.mark.parametrize("typed", ["abc", "4.1.2", "—"])
def test_what_is_no_number_is_refused_with_its_cell(city: Path, capfd, typed: str) -> None:
    fill(form(city), {"gdp": typed})
    assert taken(city, form(city)) == 2
    assert "!F" in "".join(capfd.readouterr())


def test_only_who_has_answered_soundly_is_said_to_have_answered(city: Path, capfd) -> None:
    office, end = "市农业农村局", "every figure is answered"
    asked = [row[-3].value for row in openpyxl.load_workbook(form(city, office)).worksheets[0].iter_rows(min_row=FIRST)]
    fill(form(city, office), dict.fromkeys(asked, "abc"))
    assert taken(city, form(city, office)) == 2
    assert end not in capfd.readouterr().err
    fill(form(city, office), dict.fromkeys(asked, 1))
    words = ["import", str(form(city, office)), "--data", str(city), "--as-of", DAY, "--dry-run"]
    assert main([*words, "--lang", "en"]) == 0
    assert f"Municipal agriculture bureau: {end}" in capfd.readouterr().err
    assert main([*words, "--lang", "zh"]) == 0
    assert f"{office}：" in capfd.readouterr().err


def test_a_form_replaces_no_file_unless_forced(city: Path, capfd) -> None:
    words = ["form", str(city.parent / "forms"), "--data", str(city), "--as-of", DAY, "--lang", "zh"]
    assert main(words) == 2
    assert "there-already" in capfd.readouterr().err
    assert main([*words, "--force"]) == 0


@pytest.mark.parametrize("name", ["targets.yaml", ".ycindic/log.csv", "actuals/a.csv"])
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_no_form_takes_the_place_of_a_file_of_the_workspace_by_whatever_link(city: Path, capfd, name, link) -> None:
    path = city / name
    path.parent.mkdir(exist_ok=True)
    before = path.read_bytes() if path.exists() else b"indicator,period,value\n"
    path.write_bytes(before)
    (city.parent / "links").mkdir()
    link(path, city.parent / "links" / form(city).name)
    folder = str(city.parent / "links")
    assert main(["form", folder, "--force", "--data", str(city), "--as-of", DAY, "--lang", "zh"]) == 2
    assert path.read_bytes() == before
    assert main(["form", str(city / ".ycindic"), "--data", str(city), "--as-of", DAY, "--lang", "zh"]) == 2


def test_any_other_workbook_is_no_form(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["indicator", "period", "value"])
    out = BytesIO()
    book.save(out)
    assert form_in("x.xlsx", read_xlsx(BytesIO(out.getvalue()))) is None


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no office suite here")
def test_a_form_survives_an_office_suite(city: Path, tmp_path: Path) -> None:
    fill(form(city), {"gdp": 4.1})
    command = [
        "soffice",
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(tmp_path / "out"),
    ]
    subprocess.run([*command, str(form(city))], check=True, capture_output=True, timeout=180)
    assert taken(city, tmp_path / "out" / form(city).name) == 0
    assert rows_of(city)["gdp", "2026-09", "ytd"][0] == "4.1"
