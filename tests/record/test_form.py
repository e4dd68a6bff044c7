"""Does a form go out to an office and come back? The figures filled in here are invented."""

from __future__ import annotations

import csv
import json
import os
import random
import re
import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from ycindic.cli import main
from ycindic.domain.model import Bilingual, Indicator, IndicatorId, Measure
from ycindic.domain.problem import column_letters
from ycindic.files.xlsx import read_xlsx
from ycindic.record.request.filled import _form_in
from ycindic.record.request.form import (
    FIXED_COLUMNS,
    FORM_HEADS,
    HEAD_ROW,
    KEY_COLUMNS,
    OPEN_COLUMNS,
    SHEET,
    Office,
    file_names,
)
from ycindic.render.words.units import as_registered, powers, unit_of

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
    assert gdp[2:6] == ["6%左右; 2026—2030年：年均≥6%", "2026年1—9月", "年初累计", "2026年10月25日"]
    assert gdp[6].startswith("3.5%")
    assert gdp[-3:] == ["gdp", "2026-09", "ytd"]
    assert len({row[-3] for row in asked}) == len(asked), "of a total for the year so far one row"
    assert sheet.protection.sheet
    assert not sheet.cell(FIRST, VALUE).protection.locked
    assert sheet.cell(FIRST, 1).protection.locked
    assert sheet.column_dimensions["K"].hidden
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
    assert f"!{column_letters(place)}{FIRST}" in told.out + told.err
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
    assert "!H" in "".join(capfd.readouterr())


def test_only_who_has_answered_soundly_is_said_to_have_answered(city: Path, capfd) -> None:
    office, end = "市农业农村局", "every figure is answered"
    asked = [row[-3].value for row in openpyxl.load_workbook(form(city, office)).worksheets[0].iter_rows(min_row=FIRST)]
    fill(form(city, office), dict.fromkeys(asked, "abc"))
    assert taken(city, form(city, office)) == 2
    assert end not in capfd.readouterr().err
    fill(form(city, office), dict.fromkeys(asked, 1))
    words = ["import", str(form(city, office)), "--data", str(city), "--as-of", DAY, "--dry-run"]
    assert main([*words, "--lang", "en"]) == 0
    assert "Municipal agriculture bureau: every figure would be answered" in capfd.readouterr().err
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
    assert _form_in("x.xlsx", read_xlsx(out.getvalue())) is None


def suite_saved(path: Path, folder: Path, ending: str) -> Path:
    """A workbook as an office suite saves it."""
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", ending]
    out = folder / "out"
    subprocess.run([*command, "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=600)
    return out / f"{path.stem}.{ending.partition(':')[0]}"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no office suite here")
@pytest.mark.parametrize("ending", ["xlsx:Calc MS Excel 2007 XML", "ods", "xls:MS Excel 97"])
def test_a_form_survives_an_office_suite(city: Path, tmp_path: Path, capfd, ending: str) -> None:
    fill(form(city), {"gdp": 4.1})
    cells(form(city), {("gdp", VALUE + 1): date(2026, 11, 20)})
    assert taken(city, suite_saved(form(city), tmp_path, ending)) == 0
    assert "not answered" in capfd.readouterr().err
    assert rows_of(city)["gdp", "2026-09", "ytd"] == ("4.1", "市统计局")


def test_a_form_without_its_hidden_sheet_is_refused(city: Path, capfd) -> None:
    fill(form(city), {"gdp": 4.1})
    book = openpyxl.load_workbook(form(city))
    path = city.parent / "报表.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([cell.value for cell in row] for row in book.worksheets[0].iter_rows())
    del book[SHEET]
    book.save(path.with_suffix(".xlsx"))
    before = rows_of(city)
    for one in (path, path.with_suffix(".xlsx")):
        assert taken(city, one) == 2
        told = "".join(capfd.readouterr())
        assert "form-without-keys" in told
        assert ".ods" in told
    assert rows_of(city) == before


def cells(path: Path, change: dict[tuple[str, int], object]) -> None:
    """Put values into the row of an indicator, by its column from 1."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = {sheet.cell(row, len(FIXED_COLUMNS) + 4).value: row for row in range(FIRST, sheet.max_row + 1)}
    for (indicator, column), value in change.items():
        sheet.cell(rows[indicator] if indicator else HEAD_ROW + 1, column).value = value
    book.save(path)


def test_rows_sorted_without_their_hidden_cells_give_no_figure_whatever_is_said_yes_to(city: Path, capfd) -> None:
    path = form(city)
    fill(path, {"gdp": 4.1, "retail": 2.9, "industry-value-added": 5.5})
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    shown = [
        [sheet.cell(row, column).value for column in range(1, VALUE + 3)] for row in range(FIRST, sheet.max_row + 1)
    ]
    for row, values in enumerate(reversed(shown), FIRST):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value
    book.save(path)
    middle = sheet.cell((FIRST + sheet.max_row) // 2, len(FIXED_COLUMNS) + 4).value
    before = rows_of(city)
    main(["import", str(path), "--data", str(city), "--as-of", DAY, "--partial", "--yes"])
    told = "".join(capfd.readouterr())
    assert {key[0] for key in set(rows_of(city)) - set(before)} <= {middle}, "which stands where it stood"
    assert "form-changed" in told
    assert taken(city, path) == 2
    assert "--partial" not in "".join(capfd.readouterr())


@pytest.mark.parametrize("column", range(1, len(FIXED_COLUMNS) + len(OPEN_COLUMNS) + 1))
def test_a_changed_heading_refuses_the_whole_form_by_name(city: Path, capfd, column: int) -> None:
    fill(form(city), {"gdp": 4.1})
    cells(form(city), {("", column): "上年同期数"})
    before = rows_of(city)
    assert main(["import", str(form(city)), "--data", str(city), "--as-of", DAY, "--partial", "--yes"]) == 2
    assert f"!{column_letters(column)}{HEAD_ROW + 1}" in "".join(capfd.readouterr())
    assert rows_of(city) == before


@pytest.mark.parametrize("typed", ["无", "很多", "4.1亿元"])
def test_a_refused_cell_is_not_answered(city: Path, capfd, typed: str) -> None:
    fill(form(city, "市财政局"), {})
    book = openpyxl.load_workbook(form(city, "市财政局"))
    book.worksheets[0].cell(FIRST, VALUE).value = typed
    book.save(form(city, "市财政局"))
    assert taken(city, form(city, "市财政局")) == 2
    told = "".join(capfd.readouterr())
    assert "not answered 1" in told
    assert "every figure is answered" not in told


def test_a_remark_without_a_figure_stands_beside_what_is_not_answered(city: Path, capfd) -> None:
    fill(form(city), {"retail": 2.9})
    cells(form(city), {("gdp", VALUE + 2): "11月底报"})
    assert taken(city, form(city)) == 0
    assert "GDP growth 2026-09 (remark: 11月底报)" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("typed", "value", "bound"),
    [("4.1%", "4.1", ""), ("４．１", "4.1", ""), ("约4.1", "4.1", "about"), ("4.1％左右", "4.1", "about")],
)
def test_what_is_plainly_a_number_of_the_row_is_read(city: Path, typed: str, value: str, bound: str) -> None:
    fill(form(city), {"gdp": typed})
    assert taken(city, form(city)) == 0
    (path,) = (city / "actuals").glob("市统计局*.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["value"], row["bound"]) == (value, bound)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2026年11月20日", "2026-11-20"), ("11月20日", "2026-11-20"), ("2026/11/20", "2026-11-20"),
     (date(2026, 11, 20), "2026-11-20"), ("２０２６年１１月２０日", "2026-11-20")],
)  # fmt: skip
def test_a_published_date_is_read_as_people_write_it(city: Path, typed: object, day: str) -> None:
    fill(form(city), {"gdp": 4.1})
    cells(form(city), {("gdp", VALUE + 1): typed})
    assert taken(city, form(city)) == 0
    (path,) = (city / "actuals").glob("市统计局*.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row["published"] for row in csv.DictReader(file)] == [day]


def test_a_bad_date_names_its_own_cell(city: Path, capfd) -> None:
    fill(form(city), {"gdp": 4.1})
    cells(form(city), {("gdp", VALUE + 1): "下周"})
    assert taken(city, form(city)) == 2
    assert "!I" in "".join(capfd.readouterr())


def test_record_reads_a_published_date_as_people_write_it(city: Path, capfd) -> None:
    words = ["record", "gdp", "2026-09", "4.1", "--published", "2026年11月15日", "--yes"]
    assert main([*words, "--data", str(city), "--as-of", DAY]) == 0
    assert rows_of(city)["gdp", "2026-09", "ytd"][0] == "4.1"


def test_who_was_asked_and_sent_nothing_is_named(city: Path, capfd) -> None:
    fill(form(city), {"gdp": 4.1})
    assert taken(city, form(city)) == 0
    told = next(line for line in capfd.readouterr().err.splitlines() if "nothing came from" in line)
    asked = list((city.parent / "forms").glob("*.xlsx"))
    assert f"nothing came from {len(asked) - 2}:" in told, "no office owes what none is registered for"


def test_older_forms_in_the_folder_are_named(city: Path, capfd) -> None:
    old = form(city).rename(form(city).with_name("旧表.xlsx"))
    words = ["form", str(old.parent), "--data", str(city), "--as-of", DAY, "--lang", "zh", "--force"]
    assert main(words) == 0
    assert str(old) in capfd.readouterr().err


def test_of_many_older_forms_the_first_are_named_and_the_others_counted(city: Path, capfd) -> None:
    old = form(city).rename(form(city).with_name("旧表1.xlsx"))
    for number in range(2, 8):
        shutil.copy(old, old.with_name(f"旧表{number}.xlsx"))
    words = ["form", str(old.parent), "--data", str(city), "--as-of", DAY, "--lang", "zh", "--force"]
    assert main(words) == 0
    [told] = [one for one in capfd.readouterr().err.splitlines() if "旧表" in one]
    assert told.count("旧表") == 3
    assert told.endswith("另有4项")


@pytest.mark.parametrize("typed", ["4.1", "４．１", " 4.1\n", "4.1%", "约4.1", "4.1（初步）"])
def test_a_figure_comes_in_however_an_office_types_it(city: Path, typed: str) -> None:
    fill(form(city), {"gdp": typed})
    assert taken(city, form(city)) == 0
    assert rows_of(city)["gdp", "2026-09", "ytd"][0] == "4.1"


@pytest.mark.parametrize("typed", ["—", "空", "无", "/", "未统计", "N/A", "4.1万", "4.1亿元", "=4+0.1", "四"])
def test_what_is_no_figure_of_the_unit_is_refused_with_its_cell(city: Path, typed: str, capfd) -> None:
    fill(form(city), {"gdp": typed})
    place = f"H{next(row for row in range(FIRST, 99) if gdp_in(form(city), row))}"
    assert taken(city, form(city)) == 2
    told = capfd.readouterr()
    assert f"!{place}: " in told.out + told.err
    assert ("gdp", "2026-09", "ytd") not in rows_of(city)


def gdp_in(path: Path, row: int) -> bool:
    return any(cell.value == "gdp" for cell in openpyxl.load_workbook(path).worksheets[0][row])


def as_made_before(path: Path, *heads: str) -> None:
    """The form as an earlier build made it: its headings stand once, and may have been others."""
    book = openpyxl.load_workbook(path)
    for column in range(len(KEY_COLUMNS) + 1, len(KEY_COLUMNS) + len(FORM_HEADS) + 1):
        book[SHEET].cell(1, column).value = None
    for column, head in enumerate(heads, 1):
        book.worksheets[0].cell(HEAD_ROW + 1, column).value = head
    book.save(path)


def test_a_form_of_an_earlier_build_is_read_by_its_keys_where_its_columns_are_those_of_today(city: Path) -> None:
    fill(form(city), {"gdp": 4.1})
    as_made_before(form(city))
    assert taken(city, form(city)) == 0
    assert rows_of(city)["gdp", "2026-09", "ytd"] == ("4.1", "市统计局")


@pytest.mark.parametrize("mark", ["ycindic form 0", "ycindic form 1", "ycindic form 2"])
def test_a_form_of_another_version_is_refused_as_such(city: Path, capfd, mark: str) -> None:
    fill(form(city), {"gdp": 4.1})
    as_made_before(form(city), "指标", "上期数", "本期数")
    book = openpyxl.load_workbook(form(city))
    book[SHEET].cell(1, 1).value = mark
    book.save(form(city))
    before = rows_of(city)
    assert taken(city, form(city)) == 2
    told = "".join(capfd.readouterr())
    assert "form-of-another-version" in told
    assert "ycindic form DIR" in told
    assert "form-changed" not in told
    assert rows_of(city) == before


@pytest.mark.parametrize("at", [0, 1])
def test_a_sheet_before_or_behind_hides_no_form(city: Path, at: int) -> None:
    fill(form(city), {"gdp": 4.1})
    book = openpyxl.load_workbook(form(city))
    book.create_sheet("说明", at).append(["这是我局的说明", 1, 2, 3])
    book.save(form(city))
    assert taken(city, form(city)) == 0
    assert rows_of(city)["gdp", "2026-09", "ytd"][0] == "4.1"


def test_of_two_filled_copies_of_a_form_none_is_taken_and_an_empty_one_does_no_harm(city: Path, capfd) -> None:
    book = openpyxl.load_workbook(form(city))
    book.copy_worksheet(book.worksheets[0]).title = "副本"
    book.save(form(city))
    before = rows_of(city)
    fill(form(city), {"gdp": 4.1})
    book = openpyxl.load_workbook(form(city))
    sheet = book["副本"]
    sheet.cell(FIRST, VALUE).value = 5
    book.save(form(city).with_name("both.xlsx"))
    assert taken(city, form(city).with_name("both.xlsx")) == 2
    assert "副本" in "".join(capfd.readouterr())
    assert rows_of(city) == before
    assert taken(city, form(city)) == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_form_has_the_registered_unit_in_its_language_and_no_two_rows_alike(city: Path, lang: str) -> None:
    folder = city.parent / lang
    assert main(["form", str(folder), "--data", str(city), "--as-of", DAY, "--lang", lang]) == 0
    units = set()
    for path in folder.glob("*.xlsx"):
        book = openpyxl.load_workbook(path)
        rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=FIRST)]
        assert len({tuple(row[:4]) for row in rows}) == len(rows)
        assert book[SHEET].cell(1, 2 if lang == "zh" else 3).value in book.worksheets[0].cell(1, 1).value
        units |= {row[1] for row in rows}
    assert ({"zh": "万亩", "en": "10,000 mu"}[lang]) in units
    assert lang == "zh" or not re.search("[一-鿿]", "".join(units))


@pytest.mark.parametrize(
    ("zh", "en", "registered"),
    [("万亩", "mu", "10,000 mu"), ("亿元", "yuan", "100 million yuan"), ("亿元", "million yuan", "100 million yuan"),
     ("亿元", "100 million yuan", "100 million yuan"), ("个", "parks", "parks"), ("%", "%", "%")],
)  # fmt: skip
def test_the_registered_unit_is_told_as_large_as_it_is(zh: str, en: str, registered: str) -> None:
    one = Indicator(IndicatorId("x"), Bilingual("甲", "a"), zh, Measure.FLOW, unit_en=en)
    assert unit_of(as_registered(one), "en") == registered
    assert powers(zh, registered) == 0


def test_what_an_english_form_brings_is_in_the_registered_unit(city: Path) -> None:
    folder = city.parent / "en"
    assert main(["form", str(folder), "--data", str(city), "--as-of", DAY, "--lang", "en"]) == 0
    path = folder / "Municipal agriculture bureau.xlsx"
    fill(path, {"high-standard-farmland": 15})
    assert taken(city, path) == 0
    assert rows_of(city)["high-standard-farmland", "2026-09", "ytd"][0] == "15"
    fill(path, {"high-standard-farmland": "150,000 mu"})
    assert taken(city, path) == 2, "another unit than that of the row"


def test_a_file_of_several_offices_is_called_by_none_of_them_alone(city: Path) -> None:
    fill(form(city), {"gdp": 4.1})
    fill(form(city, "市农业农村局"), {"high-standard-farmland": 15})
    assert taken(city, form(city), form(city, "市农业农村局")) == 0
    assert (city / "actuals" / "市统计局+1-2026.csv").exists()


def test_what_no_office_is_registered_for_has_a_form_of_its_own(city: Path, capfd) -> None:
    assert main(["due", "--unassigned", "--format", "csv", "--data", str(city), "--as-of", DAY, "--lang", "zh"]) == 0
    told = csv.DictReader(capfd.readouterr().out.removeprefix("\ufeff").splitlines())
    waiting = {row["id"] for row in told if row["targets"].partition("@")[2] < "2027"}
    rows = openpyxl.load_workbook(form(city, "未登记报数单位")).worksheets[0].iter_rows(min_row=FIRST, values_only=True)
    asked = {row[-3]: row for row in rows}
    assert asked.keys() >= waiting
    key = next(key for key, row in asked.items() if key in waiting and row[-1] == "ytd")
    fill(form(city, "未登记报数单位"), {key: 1})
    assert taken(city, form(city, "未登记报数单位")) == 0
    assert "no office registered: not answered" in capfd.readouterr().err
    assert [source for figure, (_, source) in rows_of(city).items() if figure == (key, "2026-10", "ytd")] == [""]


def test_an_office_keeps_its_name_in_that_of_its_file():
    offices = [
        Office(Bilingual(one, one), ()) for one in ("People's Bank, Yuncheng (branch)", "a/b: c?", "..", "市局\n")
    ]
    names = ["People's Bank, Yuncheng (branch).xlsx", "a-b- c.xlsx", "office.xlsx", "市局.xlsx"]
    assert file_names(offices, "en") == names


def test_what_nobody_is_asked_for_is_what_due_lists_without_an_office_but_for_what_is_known(city: Path, capfd) -> None:
    path = form(city, "未登记报数单位")
    asked = {row[-3].value for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=FIRST)}
    capfd.readouterr()
    main(["due", "--unassigned", "--data", str(city), "--as-of", DAY, "--format", "json"])
    listed = {one["id"] for one in json.loads(capfd.readouterr().out)["indicators"]}
    known = {one for one, _period, _basis in rows_of(city)}
    assert asked <= listed
    assert listed - asked <= known


def test_a_form_that_asks_for_another_unit_than_is_registered_gives_no_figure_of_it(city: Path, capfd) -> None:
    """Made for another registry, or before the unit was changed: the hidden sheet has the same words as the other."""
    path = form(city, "市财政局")
    book = openpyxl.load_workbook(path)
    for sheet, row, column in ((book.worksheets[0], FIRST, 2), (book[SHEET], 2, len(KEY_COLUMNS) + 2)):
        sheet.cell(row, column).value = "千户"
    book.worksheets[0].cell(FIRST, VALUE).value = 5
    book.save(path)
    before = rows_of(city)
    for more in ((), ("--partial",)):
        assert main(["import", str(path), "--data", str(city), "--as-of", DAY, "--lang", "en", "--yes", *more]) == 2
        told = "".join(capfd.readouterr())
        assert "other-unit" in told
        assert "千户" in told
    assert rows_of(city) == before


def test_what_an_office_types_acts_nowhere(city: Path, capfd) -> None:
    """Control sequences, formulas and commands of jobs, typed as figure, day, remark and name; all of it is told."""
    texts = ["_x001B_]52;c;x_x0007_", "a\n::error::x", "=cmd()", "@SUM(A1)", "字" * 32_000, "9" * 32_000, 1e300]
    for text in texts:
        fill(form(city), {"retail": 2})
        cells(form(city), {("gdp", VALUE): text, ("gdp", VALUE + 2): text, ("industry", VALUE + 2): text})
        book = openpyxl.load_workbook(form(city))
        book[SHEET].cell(1, 2).value = str(text)[:900]
        book.save(form(city))
        assert taken(city, form(city)) == 2
        told = capfd.readouterr()
        assert "bad-value" in told.out
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]|^\s*::", told.out + told.err, re.MULTILINE)
        assert len(told.out + told.err) < 10_000
