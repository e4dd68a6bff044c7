"""Does `export` write what a spreadsheet opens and what can be read in again?"""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from cli.desk_workspace import run, workspace
from domain.builders import flow, promised
from render.desk import named, pieces, plan, report, written
from ycindic.domain.row import FIGURE_COLUMNS as ACTUALS
from ycindic.load.find import Folder
from ycindic.load.workspace import load
from ycindic.render.answers.columns import STATUS_COLUMNS
from ycindic.render.answers.observations import OBSERVATION_COLUMNS as LONG
from ycindic.render.answers.sheet import headings
from ycindic.render.forms import FORMS

HEADER = [head for name, one in STATUS_COLUMNS.items() for head in headings(name, one)]

DAY = date(2026, 8, 15)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return workspace(tmp_path / "desk")


def sheets(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_a_csv_file_is_the_csv_answer_with_a_mark(desk: Path, tmp_path: Path, capsysbinary) -> None:
    assert run(desk, f"export {tmp_path}/a.csv") == 0
    assert run(desk, "export -") == 0
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf" + capsysbinary.readouterr().out


def test_the_exported_figures_read_in_again_are_the_same_figures(desk: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    (again / "actuals").mkdir(parents=True)
    (again / "targets.yaml").write_text((desk / "targets.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    assert run(desk, f"export {again}/actuals/all.csv --long") == 0
    before, after = (load(Folder(folder), DAY) for folder in (desk, again))
    assert after.problems == ()
    for indicator in before.plan.indicators:
        one, other = (found.facts.of(indicator).observations for found in (before, after))
        assert [seen._replace(place=None) for seen in one] == [seen._replace(place=None) for seen in other]  # type: ignore[arg-type]
        assert [str(seen.value) for seen in one] == [str(seen.value) for seen in other]
    assert sum(len(before.facts.of(one).observations) for one in before.plan.indicators) == 7


def test_the_long_columns_are_those_of_the_actuals() -> None:
    assert tuple(LONG) == ACTUALS


def test_figures_keep_their_decimals_and_are_no_formulas(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "export - --long --indicator gdp") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["value"] for row in rows] == ["5.0", "5.50"]
    assert rows[1]["note"] == "'=1+1"
    assert rows[1]["source"] == 'bureau, "first" desk'


def test_filters_choose_whose_figures_are_exported(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "export - --long --commitment binding") == 0
    assert {line.split(",")[0] for line in capsys.readouterr().out.splitlines()[1:]} == {"urban-jobs"}
    assert run(desk, "export - --long --indicator benchmark") == 0
    assert "benchmark,2026-H1,4.7,ytd" in capsys.readouterr().out


def test_json_of_the_figures_has_numbers_and_their_typed_text(desk: Path, tmp_path: Path) -> None:
    assert run(desk, f"export {tmp_path}/long.json --long") == 0
    found = json.loads((tmp_path / "long.json").read_text(encoding="utf-8"))["observations"]
    told = next(one for one in found if one["indicator"] == "gdp" and one["period"] == "2026-H1")
    assert (told["value"], told["typed"], told["bound"]) == (5.5, "5.50", None)


def test_a_workbook_holds_every_value_in_its_type(desk: Path, tmp_path: Path) -> None:
    assert run(desk, f"export {tmp_path}/a.xlsx") == 0
    assert run(desk, f"export {tmp_path}/a.csv") == 0
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["targets (for programs)"]
    rows = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8-sig"), newline="")))
    assert [cell.value for cell in sheet[1]] == rows[0] == HEADER
    for cells, texts in zip(sheet.iter_rows(min_row=2), rows[1:], strict=True):
        for cell, text in zip(cells, texts, strict=True):
            match cell.value:
                case None:
                    assert text == ""
                case bool():
                    assert text == str(cell.value).lower()
                case int() | float():
                    assert cell.value == pytest.approx(float(text), rel=1e-15)  # spreadsheets keep 15 digits
                case _:
                    assert text == cell.value


def test_the_workbook_freezes_its_header_filters_and_colours_verdicts() -> None:
    sheet = sheets(pieces("xlsx"))["targets (for programs)"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(HEADER)).column_letter}9"
    rules = [rule.formula[0] for ranges in sheet.conditional_formatting for rule in ranges.rules]
    assert {'"on_track"', '"off_track"', '"missed"'} <= set(rules)
    at = f"{sheet.cell(1, HEADER.index('on_track') + 1).column_letter}2"
    flags = {f"AND(ISLOGICAL({at}),{at}={value})" for value in ("TRUE", "FALSE")}
    assert flags <= set(rules), "a spreadsheet takes an empty cell for false"


def test_numbers_are_formatted_as_published_and_shares_as_per_cent() -> None:
    sheet = sheets(pieces("xlsx"))["targets (for programs)"]
    place = {cell.value: cell.column for cell in sheet[1]}
    jobs = next(row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value == "jobs@2026")
    assert sheet.cell(jobs, place["actual"]).number_format == "0.00"
    assert sheet.cell(jobs, place["completion"]).number_format == "0.0%"
    assert sheet.cell(jobs, place["completion"]).value == pytest.approx(2.8 / 5)


def test_every_column_of_the_workbook_is_explained_in_it() -> None:
    book = sheets(pieces("xlsx"))
    assert [row[0].value for row in book["Meaning of columns"].iter_rows(min_row=2)] == HEADER


def test_no_foreign_text_becomes_a_formula_or_breaks_the_workbook() -> None:
    nasty = ("=1+1", "+1", "@x", "a\x00b\x1b", "_x0041_", "<&>\"'", "=HYPERLINK(1)", "x" * 40_000, "行\r\n尾")
    promises = plan(
        [named(flow(f"it{number}"), text, text) for number, text in enumerate(nasty)],
        [promised("at_least", 1, of=f"it{number}", wording=text) for number, text in enumerate(nasty)],
    )
    data = pieces("xlsx", report(promises, []))
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        sheet = ET.fromstring(files.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own bytes
    assert [tag for tag in sheet.iter() if tag.tag.endswith("}f")] == []
    told = [row[3].value for row in sheets(data)["targets (for programs)"].iter_rows(min_row=2)]
    assert told[0] == "=1+1"
    assert told[7].endswith("…")
    assert len(told[7]) == 32_767


def test_the_same_answer_gives_the_same_workbook() -> None:
    assert pieces("xlsx") == pieces("xlsx")


def test_dates_are_dates_in_the_workbook_of_figures(desk: Path, tmp_path: Path) -> None:
    assert run(desk, f"export {tmp_path}/long.xlsx --long") == 0
    sheet = openpyxl.load_workbook(tmp_path / "long.xlsx")["observations"]
    assert [cell.value for cell in sheet[1]] == list(LONG)
    assert sheet["E2"].value.date() == date(2026, 4, 25)
    assert (sheet["C3"].value, sheet["C3"].number_format, sheet["I3"].value) == (5.5, "0.00", "=1+1")


@pytest.mark.parametrize("name", ["a.xls", "a", "a.csv.bak"])
def test_another_ending_is_refused_with_those_that_are_known(desk: Path, capsys, name: str) -> None:
    assert run(desk, f"export {name}") == 2
    assert ", ".join(form.ending for form in FORMS.values()) in capsys.readouterr().err


def test_without_its_library_a_workbook_is_refused_with_the_way_out(desk: Path, capsys, monkeypatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert run(desk, "export a.xlsx") == 2
    assert f"{sys.executable} -m pip install XlsxWriter" in capsys.readouterr().err


def test_the_export_is_the_answer_of_status() -> None:
    assert written("csv").count("\n") == len(report().rows) + 1
