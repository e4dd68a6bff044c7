"""Is a workbook for people first, and for programs behind that?"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from ycindic.cli import main
from ycindic.domain.assessment import Verdict
from ycindic.render.words.looks import LOOKS

ROOT = Path(__file__).resolve().parents[2]
HEADS = {
    "zh": ["指标", "目标", "实际", "截至", "差距", "其余须", "结论", "责任单位", "说明"],
    "en": ["Indicator", "Goal", "Actual", "As of", "Gap", "Rest needs", "Verdict", "Office", "Why"],
}


def book(tmp_path: Path, lang: str, *more: str) -> openpyxl.Workbook:
    path = tmp_path / "report.xlsx"
    words = [
        "export",
        str(path),
        "--data",
        str(ROOT / "examples/china"),
        "--as-of",
        "2026-09-01",
        "--lang",
        lang,
        *more,
    ]
    assert main(words) == 0
    return openpyxl.load_workbook(BytesIO(path.read_bytes()))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_first_sheet_is_the_report_in_the_readers_language_and_the_last_ones_are_the_programs(
    tmp_path: Path, lang: str
) -> None:
    found = book(tmp_path, lang)
    report, action, figures, targets, *_ = found.worksheets
    assert [cell.value for cell in report[1]] == HEADS[lang]
    assert targets.title == "targets"
    assert targets["A1"].value == "id"
    rows = [[cell.value for cell in row] for row in report.iter_rows(min_row=2)]
    told = [row for row in rows if row[1] is not None or row[6] is not None]
    assert len(told) == targets.max_row - 1, "every target that programs get"
    words = {LOOKS[one].word.in_language(lang) for one in Verdict}
    assert {row[6] for row in told} <= words
    assert action.max_row == 3, "two targets need action that day"
    assert figures.max_row > 300
    assert isinstance(figures["C2"].value, int | float)


def test_it_prints_on_the_breadth_of_a_page_and_its_colours_follow_the_words(tmp_path: Path) -> None:
    report = book(tmp_path, "zh").worksheets[0]
    assert report.page_setup.orientation == "landscape"
    assert report.sheet_properties.pageSetUpPr.fitToPage
    assert report.page_setup.fitToWidth in (None, 1)
    assert report.freeze_panes == "B2"
    assert report.print_area
    rules = [rule for range_ in report.conditional_formatting for rule in range_.rules]
    assert {rule.formula[0] for rule in rules} >= {'"已完成"', '"有风险"', '"未完成"'}


def test_an_earlier_workbook_is_replaced_in_either_language(tmp_path: Path) -> None:
    book(tmp_path, "zh")
    book(tmp_path, "en")
