"""A report of a word processor is read as it is printed, and none is a bomb. All of it is invented."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from ycindic.files.docx import read_docx
from ycindic.files.parts import BROKEN_FILE
from ycindic.files.sheet import TooBig

LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def document(body: str, name: str = "word/document.xml", head: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr(
            "_rels/.rels", f'<Relationships><Relationship Id="a" Type="{LINK}" Target="{name}"/></Relationships>'
        )
        pack.writestr(name, f'{head}<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def read(data: bytes) -> str:
    return read_docx(data, 100_000)


def p(*runs: str) -> str:
    return f"<w:p>{''.join(f'<w:r><w:t>{one}</w:t></w:r>' for one in runs)}</w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{one}</w:tr>' for one in rows)}</w:tbl>"


BEGINS, GOES_ON, WIDE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
CONTENTS = '<w:docPartGallery w:val="Table of Contents"/>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("游客", "80万") + p(), "游客80万\n"),
        ("<w:p><w:pPr><w:tab/></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/></w:r></w:p>", "a\tb\n"),
        ("<w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>", "a"),
        (f"<w:sdt><w:sdtContent>{p('a')}</w:sdtContent></w:sdt>", "a"),
        (f"<w:sdt><w:sdtPr>{CONTENTS}</w:sdtPr>{p('一、 3')}</w:sdt>{p('一、')}", "一、"),
        ("<w:p><w:ins><w:r><w:t>6</w:t></w:r></w:ins><w:del><w:r><w:delText>5</w:delText></w:r></w:del></w:p>", "6"),
        ("<w:p><w:moveFrom><w:r><w:t>5</w:t></w:r></w:moveFrom></w:p>" + p("6"), "\n6"),
        (f"<w:p><w:r><w:drawing>{p('x')}{table(tc('y'))}</w:drawing><w:t>a</w:t></w:r></w:p>", "a"),
        (table(tc("甲", WIDE) + tc("甲") + tc("5")), "甲\t5。"),
        (table(tc("区", BEGINS) + tc("1"), tc("", GOES_ON) + tc("2")), "区\t1。\n区\t2。"),
        (table(tc("宽", WIDE) + tc("区", BEGINS), tc("1") + tc("2") + tc("", GOES_ON)), "宽\t区。\n1\t2\t区。"),
        (table(tc("a", BEGINS)) + p("b") + table(tc("", GOES_ON) + tc("c")), "a。\nb\nc。"),
        (table(f"<w:tc>{p('a')}{table(tc('b') + tc('c'))}{p('d')}</w:tc>"), "a b c d。"),
    ],
)  # fmt: skip
def test_a_document_says_what_is_printed(body: str, text: str) -> None:
    assert read(document(body)) == text


def test_the_main_part_may_have_another_name() -> None:
    assert read(document(p("a"), "word/document2.xml")) == "a"


SPANS = '<w:gridSpan w:val="2000000000"/>'
BOMBS = {
    "cells as wide as the world": (table(*[tc("a", SPANS)] * 300), "a。"),
    "a row that begins far away": (table('<w:trPr><w:gridBefore w:val="2000000000"/></w:trPr>' + tc("a")), "a。"),
    "twenty thousand cells joined": (table(tc("a", BEGINS), *[tc("", GOES_ON)] * 20_000), "a。"),
    "tables in tables": ("<w:tbl><w:tr><w:tc>" * 5000 + p("a") + "</w:tc></w:tr></w:tbl>" * 5000, "a。"),
    "contents in contents": (f"<w:sdt>{CONTENTS}" * 20_000 + p("a") + "</w:sdt>" * 20_000, ""),
}  # fmt: skip


@pytest.mark.parametrize("what", BOMBS)
def test_what_a_document_says_of_itself_costs_nothing(what: str) -> None:
    body, line = BOMBS[what]
    begun = time.process_time()
    text = read(document(body))
    assert set(text.split("\n")) == {line}
    assert time.process_time() - begun < 5


def test_entities_and_blanks_without_end_are_refused() -> None:
    with pytest.raises(BROKEN_FILE):
        read(document(p("&a;"), head='<!DOCTYPE a [<!ENTITY a "ha">]>'))
    with pytest.raises(TooBig):
        read(document(" " * (65 << 20)))


def test_a_cell_that_is_joined_says_its_text_no_more_often_than_fits() -> None:
    with pytest.raises(TooBig):
        read(document(table(tc("增长5%" * 200, BEGINS), *[tc("", GOES_ON)] * 200)))
