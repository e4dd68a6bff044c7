"""Does the brief say what the answer says, in a file that word processors open?"""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import RGBColor
from pypdf import PdfReader

from domain.builders import flow, growth, known, promised, released, ytd
from ycindic.cli import main
from ycindic.domain.assessment import Verdict
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Bilingual, Indicator, Plan
from ycindic.domain.outlook import foreseen
from ycindic.domain.overview import overview
from ycindic.load.find import Folder
from ycindic.load.workspace import load
from ycindic.render.answers.brief import _MOST_ACTIONS, _MOST_OFFICES, make_brief
from ycindic.render.answers.opening import opening
from ycindic.render.answers.opening.headlines import _UNMARKED
from ycindic.render.answers.report import Report
from ycindic.render.answers.status import sheet
from ycindic.render.forms import course_png
from ycindic.render.forms.docx import written
from ycindic.render.words.looks import LOOKS, ON_PAPER
from ycindic.render.words.screen import Screen
from ycindic.render.words.sentence import sentence

ROOT = Path(__file__).resolve().parents[2]


def report_of(folder: str, day: date) -> Report:
    found = load(Folder(ROOT / folder), day)
    rows = assess_all(found.plan, found.facts, day)
    return Report(found.plan, day, folder, rows, 0, found.problems, facts=found.facts)


CHINA = report_of("examples/china", date(2026, 9, 1))
OURS = report_of("data", date(2026, 11, 27))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("report", [CHINA, OURS], ids=["china", "ours"])
def test_the_brief_tells_every_count_headline_action_and_target(report: Report, lang: str) -> None:
    told = make_brief(report, lang)
    seen = overview(report.plan, report.rows, report.facts, report.as_of)
    for counts in (seen.counts, seen.before, seen.later):
        for verdict, number in counts.verdicts.items():
            word = LOOKS[verdict].word.in_language(lang)
            assert re.search(rf"{word} ?{number}\b", told.summary, re.ASCII)
    assert len(told.headlines[1].rows) == len(seen.headlines)
    for one, action in zip(seen.action[:_MOST_ACTIONS], told.actions[1], strict=True):
        said = sentence(one)
        assert action.text.startswith(said.in_language(lang))
        office = one.indicator.publisher
        assert office is None or office.in_language(lang) in action.text
    missed = [one for one in seen.past if one.verdict is Verdict.MISSED]
    unsettled = len(report.counted) - len(seen.past)
    assert sum(len(row) > 1 for row in told.annex[1].rows) == unsettled + len(missed)
    for office in seen.offices:
        who = office.publisher
        assert who is None or any(who.in_language(lang) in line for line in told.owed[1])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_file_opens_and_holds_the_same_words_with_a_picture_for_each_course(lang: str) -> None:
    data = b"".join(written(sheet(CHINA), Screen(lang)))
    book, told = Document(BytesIO(data)), make_brief(CHINA, lang)
    paragraphs = [one.text for one in book.paragraphs]
    cells = {
        line for table in book.tables for row in table.rows for cell in row.cells for line in cell.text.split("\n")
    }
    assert told.title in paragraphs
    assert told.summary in paragraphs
    assert {one.text for one in told.actions[1]} <= cells | {*paragraphs}
    assert {cell for row in told.headlines[1].rows for cell in row} <= cells
    with zipfile.ZipFile(BytesIO(data)) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
    assert len(pictures) == sum(one.course is not None for one in told.actions[1]) > 0


def test_one_without_anything_to_do_says_so_in_its_place() -> None:
    book = Document(BytesIO(b"".join(written(sheet(OURS), Screen("zh")))))
    texts = [one.text for one in book.paragraphs]
    assert texts[texts.index("二、要办的事") + 1] == "还没有一项能作结论：本期数据尚未录入。"


def test_its_tables_repeat_their_heads_and_mark_what_is_not_kept() -> None:
    book = Document(BytesIO(b"".join(written(sheet(CHINA), Screen("en")))))
    for table in (book.tables[0], book.tables[-1]):
        assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
    cells = {cell.text: cell for table in book.tables for row in table.rows for cell in row.cells}
    assert cells["✗ off track"].paragraphs[0].runs[0].font.color.rgb == RGBColor.from_string(ON_PAPER["red"][0][1:])
    assert cells["+ on track"].paragraphs[0].runs[0].font.color.rgb is None


def many(count: int) -> Report:
    """So many promises without a mark, each of an office of its own with a figure far off; everything is invented."""
    names = [f"g{number}" for number in range(count)]

    def made(name: str) -> Indicator:
        words = Bilingual(
            f"第{name}项名称相当长的指标同比增长", f"Growth of the indicator {name} with a rather long name"
        )
        office = Bilingual(f"某市{name}管理局", f"Municipal bureau of {name}")
        return growth(name)._replace(name=words, publisher=office, released=released("quarter", 20))

    plan = Plan(Bilingual("虚构", "Invented"), {one: made(one) for one in names},
                tuple(promised("at_least", 6, of=one) for one in names))  # fmt: skip
    day = date(2026, 11, 27)
    facts = known(ytd(when, 1, of=one) for one in names for when in ("2026-Q1", "2026-H1"))
    return Report(plan, day, "", assess_all(plan, facts, day), 0, (), facts=facts)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("report", [CHINA, OURS, many(60)], ids=["china", "ours", "many"])
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no office program here")
def test_it_is_at_most_three_pages_before_its_annex_which_begins_one(report: Report, lang: str, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"".join(written(sheet(report), Screen(lang))))
    words = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    subprocess.run([*words, "brief.docx"], cwd=tmp_path, capture_output=True, timeout=600, check=True)
    pages = [one.extract_text() for one in PdfReader(tmp_path / "brief.pdf").pages]
    annex = next(place for place, text in enumerate(pages) if text.lstrip().startswith(("Annex", "附表")))
    assert 1 <= annex <= 3


def test_export_writes_a_brief_by_its_ending(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "brief.docx"
    words = ["export", str(path), "--data", str(ROOT / "examples/china"), "--as-of", "2026-09-01", "--lang", "en"]
    assert main(words) == 0
    assert Document(path).paragraphs
    assert main([*words, "--force"]) == 0


def test_what_has_no_room_is_counted_and_stands_in_the_annex() -> None:
    report = many(_UNMARKED + 2)
    told = make_brief(report, "en")
    annexed = {row[0] for row in told.annex[1].rows}
    assert len(told.actions[1]) == _MOST_ACTIONS
    assert told.more == (f"and {_UNMARKED + 2 - _MOST_ACTIONS} more: see the annex",)
    assert told.summary.endswith(f"; {_UNMARKED + 2 - _MOST_ACTIONS} more.")
    assert len(told.headlines[1].rows) == _UNMARKED
    assert told.headlines[2][-1] == "and 2 more: see the annex"
    assert len(told.owed[1]) == _MOST_OFFICES + 1
    assert told.owed[1][-1] == f"and {_UNMARKED + 2 - _MOST_OFFICES} more: ycindic due"
    assert all(row.indicator.name.en in annexed for row in report.rows)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_tells_why_no_chance_is_told_as_the_screen_does(lang: str) -> None:
    for report in (CHINA, OURS, many(9)):
        told, first = make_brief(report, lang).headlines[2], opening(report, Screen(lang, 400))
        assert [line for line in told if line not in first] == []
        assert bool(told) is bool(re.search("No chance is told|不给概率：", first))
    assert told, "where no year is known"


def test_its_pictures_stand_two_abreast_level_below_their_words_which_stay_with_them() -> None:
    report = many(3)
    told = make_brief(report, "en").actions[1]
    book = Document(BytesIO(b"".join(written(sheet(report), Screen("en")))))
    pair, alone = book.tables[1:3]
    for place, one in enumerate(told[:2]):
        words, picture = (row.cells[place] for row in pair.rows)
        assert [text.text for text in words.paragraphs] == [one.name, one.text]
        assert all(text.paragraph_format.keep_with_next for text in (*words.paragraphs, picture.paragraphs[0]))
        assert words.paragraphs[0].style is not None
        assert words.paragraphs[0].style.name == "Heading 2"
        assert words.paragraphs[0].runs[0].bold is None
        assert picture._tc.xpath(".//wp:docPr/@descr") == [f"{one.name}: {one.text}"]
        assert [text.text for text in picture.paragraphs] == ["", one.caption]
    assert alone.rows[0].cells[0].text == told[2].text
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for table in book.tables for row in table.rows)
    assert not book.element.body.xpath("./w:tbl[following-sibling::*[1][self::w:tbl]]"), "Word makes one of two"


@pytest.mark.parametrize(
    ("lang", "caption"),
    [("zh", "第g0项名称相当长的指标同比增长（%），截至2026年6月"),
     ("en", "Growth of the indicator g0 with a rather long name, %, until Jun 2026")],
)  # fmt: skip
def test_below_a_picture_stands_what_it_shows_in_which_unit_and_until_when(lang: str, caption: str) -> None:
    assert make_brief(many(1), lang).actions[1][0].caption == caption


@pytest.mark.parametrize(("lang", "unit", "told"), [("zh", "万人", "1.25"), ("en", "persons", "12,500")])
def test_a_picture_tells_numbers_in_the_unit_of_its_caption_and_one_figure_is_drawn_too(
    lang: str, unit: str, told: str
) -> None:
    jobs = flow("jobs", unit="万人", unit_en="persons")._replace(name=Bilingual("虚构就业", "Invented jobs"))
    plan = Plan(Bilingual("虚构", "Invented"), {"jobs": jobs}, (promised("at_least", 5, of="jobs"),))
    facts = known([ytd("2026-10", "1.25", of="jobs")])
    day = date(2026, 11, 27)
    (one,) = make_brief(Report(plan, day, "", assess_all(plan, facts, day), 0, facts=facts), lang).actions[1]
    assert one.course is not None
    assert one.number(one.course.actual[-1].value) == told
    assert unit in one.caption


def test_where_chances_are_told_the_headlines_have_a_column_of_them() -> None:
    foretold = CHINA._replace(rows=foreseen(CHINA.plan, CHINA.rows, CHINA.facts))
    heads, rows = make_brief(foretold, "en").headlines[1]
    told = {row[0]: row[heads.index("Chance")] for row in rows}
    assert told["GDP, real growth"] == "60%"
    assert "Chance" not in make_brief(CHINA, "en").headlines[1].heads
    book = Document(BytesIO(b"".join(written(sheet(foretold), Screen("en")))))
    assert sum(column.width.cm for column in book.tables[0].columns) == pytest.approx(16.8, abs=0.02)


def test_its_words_have_a_chinese_font_in_every_style() -> None:
    book = Document(BytesIO(b"".join(written(sheet(CHINA), Screen("zh")))))
    used = {one.style.name for one in book.paragraphs if one.style is not None}
    for name in used:
        fonts = {key: book.styles[name].element.xpath(f"./w:rPr/w:rFonts/@w:{key}") for key in ("eastAsia", "ascii")}
        assert fonts["eastAsia"][0] in ("SimSun", "SimHei"), name
        assert fonts["ascii"] == ["Times New Roman"], name
        assert book.styles[name].element.xpath("./w:rPr/w:rFonts/@w:hint") == ["eastAsia"], name


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_figure_of_an_earlier_year_is_told_apart_and_due_dates_have_a_place_of_their_own(lang: str) -> None:
    heads, rows = make_brief(CHINA, lang).headlines[1]
    word, head = {"zh": ("2025年：", "下次数据最迟"), "en": ("2025: ", "Next figure by")}[lang]
    assert heads[-1] == head
    old = [row[2] for row in rows if "2025" in row[2]]
    assert old
    assert all(one.startswith(word) for one in old)
    assert all(row[-1] for row in rows), "each waits for one in a year that runs"


def test_words_of_a_picture_keep_apart_and_stay_where_they_have_room() -> None:
    assert course_png._spread([5.2, 9.0], 0.5) == [5.2, 9.0]
    low, high = course_png._spread([5.2, 5.0], 0.5)[::-1]
    assert high - low == pytest.approx(0.5)
    assert (low + high) / 2 == pytest.approx((5.0 + 5.2) / 2)
