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

from domain.builders import growth, known, promised, ytd
from ycindic.cli import main
from ycindic.domain.assessment import Verdict
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Bilingual, Plan
from ycindic.domain.overview import overview
from ycindic.load.find import Folder
from ycindic.load.workspace import load
from ycindic.render.answers.brief import _MOST_ACTIONS, make_brief
from ycindic.render.answers.report import Report
from ycindic.render.answers.status import sheet
from ycindic.render.forms import docx
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
    cells = {cell.text for table in book.tables for row in table.rows for cell in row.cells}
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


@pytest.mark.parametrize(("report", "most"), [(CHINA, 3), (OURS, 4)], ids=["china", "ours"])
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no office program here")
def test_it_is_two_or_three_pages_and_as_many_as_its_annex_needs(report: Report, most: int, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"".join(written(sheet(report), Screen("zh"))))
    words = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    subprocess.run([*words, "brief.docx"], cwd=tmp_path, capture_output=True, timeout=120, check=True)
    pages = re.findall(rb"/Type\s*/Page\b", (tmp_path / "brief.pdf").read_bytes())
    assert 1 < len(pages) <= most


def test_export_writes_a_brief_by_its_ending(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "brief.docx"
    words = ["export", str(path), "--data", str(ROOT / "examples/china"), "--as-of", "2026-09-01", "--lang", "en"]
    assert main(words) == 0
    assert Document(path).paragraphs
    assert main([*words, "--force"]) == 0


def test_more_actions_than_have_room_are_listed_by_name_and_verdict() -> None:
    names = [f"g{number}" for number in range(_MOST_ACTIONS + 2)]
    plan = Plan(Bilingual("", ""), {one: growth(one) for one in names},
                tuple(promised("at_least", 6, of=one) for one in names))  # fmt: skip
    facts, day = known(ytd("2026-06", 1, of=one) for one in names), date(2026, 7, 30)
    told = make_brief(Report(plan, day, "", assess_all(plan, facts, day), 0, (), facts=facts), "en")
    assert len(told.actions[1]) == _MOST_ACTIONS
    assert told.more == "Besides: g8 (off track); g9 (off track)."


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
    assert docx._spread([5.2, 9.0], 0.5) == [5.2, 9.0]
    low, high = docx._spread([5.2, 5.0], 0.5)[::-1]
    assert high - low == pytest.approx(0.5)
    assert (low + high) / 2 == pytest.approx((5.0 + 5.2) / 2)
