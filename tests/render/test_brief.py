"""Does the brief say what the answer says, in a file that word processors open?"""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from ycindic.cli import main
from ycindic.domain.judge import assess_all
from ycindic.domain.overview import overview
from ycindic.load.find import Folder
from ycindic.load.workspace import load
from ycindic.render.answers.brief import chart, make_brief
from ycindic.render.answers.report import Report
from ycindic.render.answers.status import sheet
from ycindic.render.forms.docx import written
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
    assert all(str(number) in told.summary for number in seen.counts.values() if number)
    assert len(told.headlines[1].rows) == len(seen.headlines)
    assert len(told.actions[1]) == len(seen.action)
    for one, action in zip(seen.action, told.actions[1], strict=True):
        said = sentence(one)
        assert action.text == said.in_language(lang)
    assert sum(len(row) > 1 for row in told.annex[1].rows) == sum(seen.counts.values()) - len(seen.past)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_file_opens_and_holds_the_same_words_with_a_picture_for_each_course(lang: str) -> None:
    data = b"".join(written(sheet(CHINA), Screen(lang)))
    book, told = Document(BytesIO(data)), make_brief(CHINA, lang)
    paragraphs = [one.text for one in book.paragraphs]
    assert told.title in paragraphs
    assert told.summary in paragraphs
    assert all(one.text in paragraphs for one in told.actions[1])
    cells = {cell.text for table in book.tables for row in table.rows for cell in row.cells}
    assert {cell for row in told.headlines[1].rows for cell in row} <= cells
    with zipfile.ZipFile(BytesIO(data)) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
    assert len(pictures) == sum(one.chart is not None for one in told.actions[1]) > 0


def test_a_course_is_drawn_of_what_was_published_month_by_month() -> None:
    prices = next(row for row in CHINA.rows if row.target.id == "cpi@2026")
    found = chart(prices, CHINA.facts)
    assert found is not None
    series = CHINA.facts.of(prices.indicator.id)
    known = {span.last % 12 + 1: one.value for span, one in series.alone.items() if span.last // 12 == 2026}
    assert dict(found.this_year) == known
    assert found.goal == 2


def test_a_target_without_figures_has_no_course() -> None:
    assert all(chart(row, OURS.facts) is None for row in OURS.rows)


def test_export_writes_a_brief_by_its_ending(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "brief.docx"
    words = ["export", str(path), "--data", str(ROOT / "examples/china"), "--as-of", "2026-09-01", "--lang", "en"]
    assert main(words) == 0
    assert Document(path).paragraphs
    assert main([*words, "--force"]) == 0
