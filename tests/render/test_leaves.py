"""Is a workbook for people first, and for programs behind that?"""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from html import unescape
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from matplotlib import get_data_path
from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet
from PIL import ImageFont

from ycindic.cli import main
from ycindic.domain.assessment import Verdict
from ycindic.render.answers.leaf import LeafCell, Worded
from ycindic.render.answers.leaves import worded
from ycindic.render.words.looks import LOOKS, ON_PAPER
from ycindic.render.words.visible import width
from ycindic.text import day_words

HAN = re.compile(r"[\u4e00-\u9fff]")
ROOT = Path(__file__).resolve().parents[2]
HEAD = 4
"""The line of the headings of this report, below its title, its counts and those of past years."""
HEADS = {
    "zh": ["指标", "目标", "实际", "数据时期", "差距", "其余须", "结论", "兑现可能", "报数单位", "说明"],
    "en": [
        "Indicator",
        "Goal",
        "Actual",
        "Figure for",
        "Gap",
        "Rest needs",
        "Verdict",
        "Chance",
        "Figures from",
        "Why",
    ],
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
    assert [cell.value for cell in report[HEAD]] == HEADS[lang]
    assert targets.title == {"zh": "targets（程序用）", "en": "targets (for programs)"}[lang]
    assert {one.title for one in found.worksheets[4:]} == {{"zh": "列的含义", "en": "Meaning of columns"}[lang]}
    assert targets["A1"].value == "id"
    rows = [[cell.value for cell in row] for row in report.iter_rows(min_row=HEAD + 1)]
    told = [row for row in rows if row[1] is not None or row[6] is not None]
    assert len(told) == targets.max_row - 1, "every target that programs get"
    words = {LOOKS[one].word.in_language(lang) for one in Verdict}
    assert {str(row[6]).removesuffix("*") for row in told} <= words
    below = [[cell.value for cell in row] for row in action.iter_rows(min_row=5)]
    assert len(below) == 2 + 2, "two targets need action that day, and under a heading two figures are owed"
    assert [row[2] for row in below[2:]] == sorted(row[2] for row in below[2:]), "the longest overdue first"
    assert figures.max_row > 300
    assert isinstance(figures["C2"].value, int | float)


def test_it_prints_on_the_breadth_of_a_page_and_its_colours_follow_the_words(tmp_path: Path) -> None:
    report = book(tmp_path, "zh").worksheets[0]
    assert report.page_setup.orientation == "landscape"
    assert report.sheet_properties.pageSetUpPr.fitToPage
    assert report.page_setup.fitToWidth in (None, 1)
    assert report.freeze_panes == f"B{HEAD + 1}", "the title stays in sight, too"
    assert report.print_title_rows == f"$1:${HEAD}"
    assert report.auto_filter.ref.startswith(f"A{HEAD}:J")
    assert report.print_area
    told = {(where.min_col, rule.formula[0].lstrip("=")) for where, rule in rules(report)}
    assert {(7, '"已完成"'), (7, '"有风险"'), (7, '"未完成"')} <= told
    urgent = {f'$G{HEAD + 1}="{word}{star}"' for word in ("有风险", "偏离", "未完成") for star in ("", "*")}
    assert {formula for place, formula in told if place == 1} == urgent


def test_a_row_is_as_high_as_its_words_take_and_seldom_a_line_higher(tmp_path: Path) -> None:
    font = ImageFont.truetype(get_data_path() + "/fonts/ttf/DejaVuSans.ttf", 110)
    digit = font.getlength("0")
    spare = []
    for page in book(tmp_path, "en").worksheets[:2]:
        rooms = {letter: one.width - 1 for letter, one in page.column_dimensions.items()}
        for row in page.iter_rows(min_row=2):
            if row[1].value is None and row[0].fill.fgColor.rgb == "FFE7ECF2":
                assert page.row_dimensions[row[0].row].height > 20, "a heading has air"
                continue
            texts = [cell for cell in row if isinstance(cell.value, str) and cell.alignment.wrap_text]
            taken = max((lines_taken(one.value, rooms[one.column_letter] * digit, font) for one in texts), default=1)
            spare.append((page.row_dimensions[row[0].row].height or 15) // 15 - taken)
    assert min(spare) >= 0
    assert max(spare) <= 1
    assert sum(one > 0 for one in spare) < len(spare) / 4


def lines_taken(text: str, room: float, font: ImageFont.FreeTypeFont) -> int:
    """In how many lines words stand in a room, as a program sets them."""
    lines, left = 1, room
    for word in re.findall(r"\S+\s*", text):
        breadth = font.getlength(word.rstrip())
        if breadth > left < room:
            lines, left = lines + 1, room
        lines += int(breadth // room)
        left -= font.getlength(word)
    return lines


def test_the_first_sheet_tells_the_chance_to_be_kept_as_a_number(tmp_path: Path) -> None:
    report = book(tmp_path, "en").worksheets[0]
    chances = {row[0].value: row[7] for row in report.iter_rows(min_row=2)}
    assert chances["GDP, real growth"].value == 60
    assert chances["GDP, real growth"].number_format.startswith('0"%"')
    assert chances["New urban jobs"].value is None, "no figure of the year is out"


@pytest.mark.parametrize(("lang", "shown"), [("zh", 'yyyy"年"m"月"d"日"'), ("en", "[$-409]d mmm yyyy")])
def test_days_are_days_that_people_read_in_their_language(tmp_path: Path, lang: str, shown: str) -> None:
    _report, action, figures, *_ = book(tmp_path, lang).worksheets
    days = [cell for page in (action, figures) for row in page.iter_rows(min_row=2) for cell in row if cell.is_date]
    assert {cell.number_format for cell in days} == {shown}
    assert len(days) > 50
    for cell in days:
        room = cell.parent.column_dimensions[cell.column_letter].width
        assert width(day_words(cell.value.date(), lang)) + 3 <= room, "a day too wide for its column is a row of hashes"


def test_numbers_between_words_are_numbers_whose_format_keeps_the_words(tmp_path: Path) -> None:
    report = book(tmp_path, "zh").worksheets[0]
    rows = {row[0].value: row for row in report.iter_rows(min_row=2)}
    prices, jobs = rows["居民消费价格涨幅"], rows["城镇新增就业"]
    assert [(cell.value, cell.number_format) for cell in prices[2:3]] == [(0.9, '0.0"%";-0.0"%"')]
    assert prices[4].value > 0, "what is missing is above zero"
    assert prices[4].number_format.startswith('"偏低"0.0"点"')
    assert jobs[1].value == 1200


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("差0.7点", Worded(Decimal("0.7"), "差", "点", 1)),
        ("≤ -3.8%左右", Worded(Decimal("-3.8"), "≤ ", "%左右", 1, minus=True)),
        ("46,800", Worded(Decimal(46800), "", "", 0, grouped=True)),
        ("4.5–5%", "4.5–5%"),
        ("同步", "同步"),
    ],
)
def test_a_text_around_one_number_becomes_a_number(text: str, told: LeafCell) -> None:
    assert worded(text) == told


def test_a_distance_whose_words_tell_its_side_is_below_zero_where_nothing_is_missing() -> None:
    assert worded("超0.2点", below_zero=True) == Worded(Decimal("-0.2"), "超", "点", 1)


def test_the_first_sheet_begins_with_title_day_and_the_counts_of_the_first_look(tmp_path: Path, capfd) -> None:
    told = [row[0].value for row in book(tmp_path, "en").worksheets[0].iter_rows(max_row=5)]
    assert told[0].endswith(" · as of 1 Sep 2026 · 66.8% of the year gone"), "244 days of 365"
    capfd.readouterr()
    words = ["--data", str(ROOT / "examples/china"), "--as-of", "2026-09-01", "--lang", "en"]
    assert main(["status", *words]) == 0
    first = capfd.readouterr().out.splitlines()
    assert set(told[1:3]) < {*first}
    assert first[0].startswith(told[0].split(" · ")[0])
    assert told[3:] == ["Indicator", "Headline targets of 2026"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no office program here")
def test_a_workbook_of_our_registry_prints_on_few_pages(tmp_path: Path) -> None:
    words = ["--data", str(ROOT / "data"), "--as-of", "2026-11-27", "--lang", "zh"]
    assert main(["export", str(tmp_path / "sent.xlsx"), *words]) == 0
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    subprocess.run([*office, "sent.xlsx"], cwd=tmp_path, capture_output=True, timeout=600, check=True)
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "sent.pdf").read_bytes())) <= 3 + 1 + 2 + 8 + 2, (
        "report, action, figures, all columns four pages abreast, meanings"
    )


def rules(page: Worksheet) -> Iterator[tuple[CellRange, Rule]]:
    """Where each rule of a sheet holds, and the rule."""
    for range_ in page.conditional_formatting:
        yield from ((where, rule) for where in range_.sqref.ranges for rule in range_.rules)


def test_asked_columns_narrow_the_sheet_for_programs_alone(tmp_path: Path) -> None:
    found = book(tmp_path, "en", "--columns", "id,verdict")
    assert [cell.value for cell in found["targets (for programs)"][1]] == ["id", "verdict"]
    assert [cell.value for cell in found.worksheets[0][HEAD]] == HEADS["en"]


def test_an_english_workbook_multiplies_figures_out(tmp_path: Path) -> None:
    figures = book(tmp_path, "en").worksheets[2]
    jobs = [[cell.value for cell in row] for row in figures.iter_rows(min_row=2) if row[0].value == "New urban jobs"]
    assert {row[3] for row in jobs} == {"jobs"}
    assert min(row[2] for row in jobs) > 1_000_000
    assert not any(HAN.search(str(row[1].value) + str(row[3].value)) for row in figures.iter_rows(min_row=2))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no office program here")
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_it_survives_a_round_through_an_office_program(tmp_path: Path, ending: str) -> None:
    ours = book(tmp_path, "zh")
    words = ["--data", str(ROOT / "examples/china"), "--as-of", "2026-09-01", "--lang", "zh"]
    assert main(["export", str(tmp_path / f"sent.{ending}"), *words]) == 0
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "xlsx"]
    subprocess.run([*office, "--outdir", "back", f"sent.{ending}"], cwd=tmp_path, capture_output=True, timeout=600,
                   check=True)  # fmt: skip
    back = openpyxl.load_workbook(tmp_path / "back/sent.xlsx")
    for sheet in ours.worksheets[:3]:
        other = back[sheet.title]
        for row, same in zip(sheet.iter_rows(values_only=True), other.iter_rows(values_only=True), strict=True):
            assert row == same[: len(row)]
        assert other.page_setup.orientation == "landscape"
        assert other.print_area == sheet.print_area
    off = [rule for where, rule in rules(back.worksheets[0]) if where.min_col == 7 and rule.formula == ['"偏离"']]
    assert off[0].dxf.font.color.rgb == f"FF{ON_PAPER['red'][0][1:]}"


def test_addresses_names_and_numbers_of_pages_are_those_of_the_open_standard(tmp_path: Path) -> None:
    words = ["--data", str(ROOT / "examples/china"), "--as-of", "2026-09-01", "--lang", "en"]
    assert main(["export", str(tmp_path / "sent.ods"), *words]) == 0
    with zipfile.ZipFile(tmp_path / "sent.ods") as pack:
        content, pages = (pack.read(name).decode() for name in ("content.xml", "styles.xml"))
    names = re.findall(r'<(?:style:style|number:[\w-]+-style) style:name="([^"]*)"', content)
    assert len(names) == len({*names})
    told = re.findall(r'(?:base-cell-address|print-ranges)="([^"]*)"', content)
    assert len(told) > 3
    address = r"(?:[^. ']+|'(?:[^']|'')+')\.[A-Z]+[0-9]+"
    assert [one for one in map(unescape, told) if not re.fullmatch(f"{address}(?::{address})?", one)] == []
    assert {*re.findall(r'scale-to-[XY]="(\d+)"', pages)} == {"1", "4"}, "never 0"


def test_an_earlier_workbook_is_replaced_in_either_language(tmp_path: Path) -> None:
    book(tmp_path, "zh")
    book(tmp_path, "en")


def test_every_page_of_a_wide_sheet_names_its_rows_and_its_columns(tmp_path: Path) -> None:
    targets = book(tmp_path, "en")["targets (for programs)"]
    assert targets.print_title_cols == "$A:$A"
    assert targets.print_title_rows == "$1:$1"
    assert targets.page_setup.orientation == "landscape"
