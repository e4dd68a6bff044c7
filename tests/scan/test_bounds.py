"""Is there an answer or a clear error for any text, in linear time? All texts are invented."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
import tracemalloc
import zipfile
from itertools import pairwise
from pathlib import Path

import cn2an
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from ycindic.cli import main
from ycindic.load import report_text
from ycindic.scan.numerals import whole_number
from ycindic.scan.read import scan

CHARACTERS = "一二百千万亿点分之0123456789.,%年月日第前到由至—、。，；“”\n \t零半增长下降"
PIECES = (
    "1",
    "一",
    "百分之",
    "增长1%、",
    "（",
    "“",
    '"',
    " ",
    "\n",
    "1—",
    "由1",
    "第一",
    "今年增长1%。",
    "\u200b",
    "一\n",
    "1:",
    "零",
    "1,",
)


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_doubled_thrice_takes_at_most_2_3_times_the_time_for_each_doubling(piece: str) -> None:
    """The least of up to twenty runs each; three doublings tell 8 from 64 also where other work slows one side."""
    short, long = piece * (4000 // len(piece)), piece * (32000 // len(piece))
    least = most = float("inf")
    for _ in range(20):
        least, most = min(least, took(short)), min(most, took(long))
        if most <= 2.3**3 * max(least, 0.002):
            break
    assert most <= 2.3**3 * max(least, 0.002)


def took(text: str) -> float:
    begin = time.process_time()
    for _ in scan(text):
        pass
    return time.process_time() - begin


def test_a_long_line_is_answered_in_little_memory() -> None:
    """What is held at once does not grow with the findings: they come one by one."""
    text = "增长1%、" * 10_000
    tracemalloc.start()
    try:
        count = sum(1 for _ in scan(text))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 10_000
    assert most < 20 * len(text) * 2


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=80) | st.text(CHARACTERS, max_size=80))
def test_any_text_gets_findings_in_order_inside_the_text(text: str) -> None:
    found = list(scan(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert found == list(scan(text))


def test_every_arabic_number_of_a_text_is_in_a_finding() -> None:
    text = "".join(f"新建公园{number}个，编号A{number}，见附件{number}。" for number in range(1, 300))
    found = list(scan(text))
    digits = [place for place, char in enumerate(text) if char.isdigit()]
    assert all(any(one.start <= place < one.end for one in found) for place in digits)


def test_places_are_those_of_the_text_as_it_was_given() -> None:
    text = "三、２０２６年工作安排\r\n新增就业\u200b５．５ 万人，造林4 9 2 5 0 亩。\r\n"
    found = {one.figure: one for one in scan(text) if one.class_ == "target"}
    jobs, trees = found["5.5万人"], found["49250亩"]
    assert text[jobs.start : jobs.end] == "５．５ 万人"
    assert text[trees.start : trees.end] == "4 9 2 5 0 亩"
    assert (jobs.line, jobs.column) == (2, 6)


def test_numerals_are_read_as_a_kept_library_reads_them() -> None:
    chosen = random.Random(16)  # noqa: S311 - no secret
    for _ in range(2000):
        number = chosen.randrange(10 ** chosen.randint(1, 12))
        assert whole_number(cn2an.an2cn(str(number))) == number


@pytest.mark.parametrize(
    "text", [b"", b"Plain English, 3 items.\n", b"\xff\xfe\x00\x01\xff", "增长6%".encode("gb18030"), b"\x00" * 50]
)
def test_any_file_gets_an_answer_or_a_clear_error(tmp_path: Path, capfd, text: bytes) -> None:
    (tmp_path / "report.txt").write_bytes(text)
    assert main(["scan", str(tmp_path / "report.txt")]) in (0, 2)
    assert "fault of ours" not in capfd.readouterr().err


def test_a_folder_and_a_file_that_is_not_there_are_told(tmp_path: Path, capfd) -> None:
    assert main(["scan", str(tmp_path)]) == main(["scan", str(tmp_path / "none.txt")]) == 2
    assert str(tmp_path) in capfd.readouterr().err


def test_a_word_document_is_read_and_a_bomb_is_refused(tmp_path: Path, capfd) -> None:
    document = Document()
    for line in ("三、2026年工作安排", "新增就业5万人以上。"):
        document.add_paragraph(line)
    document.save(tmp_path / "report.docx")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("指标", "目标", "游客总数", "80万人次\n左右"), strict=True):
        cell.text = text
    document.add_paragraph("新建公园3个。")
    document.save(tmp_path / "report.docx")
    assert main(["scan", str(tmp_path / "report.docx"), "--class", "target", "--format", "text"]) == 0
    told = capfd.readouterr().out
    assert [line.split()[3:5] for line in told.splitlines()] == [
        ["新增就业", "5万人"],
        ["游客总数", "80万人次"],
        ["新建公园", "3个"],
    ]
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("word/document.xml", b" " * (65 << 20))
    (tmp_path / "broken.docx").write_bytes((tmp_path / "report.docx").read_bytes()[:300])
    for name, told in (("bomb.docx", "64 MB"), ("broken.docx", "cannot be read")):
        assert main(["scan", str(tmp_path / name)]) == 2
        assert told in capfd.readouterr().err


def test_a_pdf_without_text_or_under_a_password_is_told(tmp_path: Path, capfd) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "scanned.pdf")
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    for name in ("scanned.pdf", "locked.pdf", "broken.pdf"):
        assert main(["scan", str(tmp_path / name)]) == 2
        assert name in capfd.readouterr().err


def drawn(kids: int, operators: bytes) -> bytes:
    """A PDF whose pages share one content."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    used = b"<</Font<</F1 5 0 R>>/XObject<</X#1b]52;c#07 6 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources" + used + b">>"
    picture = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 2>>stream\nq \nendstream"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + b"3 0 R " * kids + b"]/Count %d>>" % kids,
        page,
        b"<</Length %d>>stream\n%s\nendstream" % (len(operators), operators),
        font,
        picture,
    ]
    told = b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in enumerate(parts, 1))
    return b"%PDF-1.7\n" + told + b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"


def test_pages_that_share_what_they_draw_are_counted_each(tmp_path: Path, capfd, monkeypatch) -> None:
    monkeypatch.setattr(report_text, "_MOST_DRAWN", 4000)
    for pages, code in ((3, 0), (1900, 2)):
        (tmp_path / "report.pdf").write_bytes(drawn(pages, b"BT /F1 9 Tf (5%) Tj ET\n" + b"q Q\n" * 100))
        assert main(["scan", str(tmp_path / "report.pdf"), "--lang", "en"]) == code
    assert "[too-big]" in capfd.readouterr().err


def test_a_document_that_unpacks_to_more_than_a_book_is_refused(tmp_path: Path, capfd, monkeypatch) -> None:
    monkeypatch.setattr(report_text, "_MOST_TEXT", 50)
    document = Document()
    document.add_paragraph("新增就业5万人以上。" * 10)
    document.save(tmp_path / "report.docx")
    assert main(["scan", str(tmp_path / "report.docx")]) == 2
    assert "[too-big]" in capfd.readouterr().err


def test_no_library_tells_the_screen_what_stands_in_a_file(tmp_path: Path) -> None:
    """The reader of PDFs warns by the logging of Python, which nothing of ours would escape."""
    (tmp_path / "report.pdf").write_bytes(drawn(1, b"/X#1b]52;c#07 Do BT /F1 9 Tf (5%) Tj ET")[:-30])
    words = [sys.executable, "-m", "ycindic", "scan", str(tmp_path / "report.pdf"), "--lang", "en"]
    done = subprocess.run(words, capture_output=True, check=False, timeout=300)
    assert b"\x1b" not in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr


def test_without_the_extra_its_name_is_told(tmp_path: Path, capfd, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7")
    assert main(["scan", str(tmp_path / "report.pdf")]) == 2
    assert "ycindic[scan]" in capfd.readouterr().err


def test_status_loads_nothing_of_a_scan() -> None:
    code = (
        "import sys; from ycindic.cli import main; main(['status', '--format', 'csv']); "
        "print([m for m in sys.modules if m.startswith('ycindic.scan')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8", env=os.environ
    )
    assert done.stdout.splitlines()[-1] == "[]"
