"""Do names that people and attackers think of survive every form?"""

from __future__ import annotations

import csv
import io
import zipfile
from unittest.mock import patch
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.builders import D, flow, growth, point, promised, stock, ytd
from render.desk import TEXTS, pieces, plan, report, written
from render.read_back import from_csv, from_json, from_markdown, page
from ycindic.domain.model import Bilingual, Bound
from ycindic.load.cells import unguarded
from ycindic.render.answers import status
from ycindic.render.answers.columns import STATUS_COLUMNS
from ycindic.render.answers.report import Report
from ycindic.render.answers.sheet import Column, Sheet, headings
from ycindic.render.forms import csv as as_csv
from ycindic.render.forms import markdown as as_markdown
from ycindic.render.forms import xlsx as as_xlsx
from ycindic.render.forms.script import SCRIPT
from ycindic.render.words.gate import plain
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import one_line, width

NASTY = (
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''", "[red]增长[/red]", "[/]", "[万元]",
    "a|b", "| --- |", "**b**", "`x`", "<script>alert(1)</script>", "</table>", "&lt;", "]]>", "{{x}}", "${x}", '"',
    '""', "'", "a,b;c", "line\nbreak", "line\r\nbreak", "\u2028", "\x1b[31mred\x1b[0m", "\x07", "\x00", "😀", "👨‍👩‍👧",
    "🇨🇳", "e\u0301\u0301", "\u202eevil\u202c", "\u2066x\u2069", "שלום", "مرحبا", "　全角　", "\ufeff", "", " ",
    "\\", "%s", "{0}",
    "# heading", "- item", "1. item", "==", "http://x", "javascript:alert(1)", "<!--", "-->", "<style>*{}</style>",
    "very long " * 30, "长" * 200, "\ud7ff\ue000", "\U0010ffff",
)  # fmt: skip
PARTS = ("worksheets/sheet1", "sharedStrings")
letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
names = st.one_of(st.sampled_from(NASTY), letters, st.tuples(st.sampled_from(NASTY), letters).map("".join))
values = st.decimals(-(10**9), 10**9, places=2) | st.integers(-5, 5).map(D)
bounds = st.sampled_from(list(Bound))


@st.composite
def registries(draw: st.DrawFn) -> Report:
    """One or two indicators of any kind with hostile words everywhere, and a few figures."""
    indicators, targets, seen = [], [], []
    for number in range(draw(st.integers(1, 2))):
        make = draw(st.sampled_from((flow, growth, stock)))
        name = f"it{number}"
        one = make(name, unit=draw(names), better="higher")
        words = Bilingual(draw(names), draw(names))
        indicators.append(one._replace(name=words, publisher=Bilingual(draw(names), draw(names))))
        keys = {"section": draw(names), "wording": draw(names)}
        targets.append(promised("at_least", draw(values), of=name, **keys))
        for when in draw(st.lists(st.sampled_from(("2025", "2026-03", "2026-06")), max_size=3, unique=True)):
            found = (point if make is stock else ytd)(when, draw(values), of=name, bound=draw(bounds).value)
            seen.append(found._replace(source=draw(names), note=draw(names)))
    titled = plan(indicators, targets)._replace(title=Bilingual(draw(names), draw(names)))
    return report(titled, seen)


@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(registries(), st.sampled_from(("zh", "en")), st.sampled_from((40, 60, 100)))
def test_a_thousand_hostile_registries_survive_every_form(found: Report, lang: str, room: int) -> None:
    texts = {form: written(form, found, lang=lang, width=room) for form in TEXTS}
    _csv_survives(found, texts["csv"])
    assert [one["name"] for one in from_json(texts["json"]).values()] == [
        {"zh": row.indicator.name.zh, "en": row.indicator.name.en} for row in found.rows
    ]
    _page_survives(found, texts["html"])
    _workbook_survives(found)
    assert "\x1b" not in texts["table"]
    assert max(width(line) for line in texts["table"].split("\n")) <= room
    columns = ("id", "wording", "publisher", "unit")
    sheet, screen = status.sheet(found), Screen(lang, columns=columns)
    told = from_markdown("".join(as_markdown.written(sheet, screen)), columns)
    for row in found.rows:
        assert told[row.target.id]["wording"] in (one_line(row.target.wording).strip(), "–")


def _csv_survives(found: Report, text: str) -> None:
    cells = from_csv(text)
    for row in found.rows:
        told = cells[row.target.id]
        assert list(told) == [head for name, one in STATUS_COLUMNS.items() for head in headings(name, one)]
        assert not any(_is_formula(one) for one in told.values())
        assert unguarded(told["name_en"]) == unguarded(row.indicator.name.en)
        assert unguarded(told["wording"]) == unguarded(row.target.wording)


def _workbook_survives(found: Report) -> None:
    """Its parts are well-formed, no formula is in the rows, every short name is one of its texts."""
    with patch.object(as_xlsx.Book, "meanings"):  # the same in every workbook, and half of its cost
        data = pieces("xlsx", found)
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        sheet, strings = (ET.fromstring(files.read(f"xl/{one}.xml")) for one in PARTS)  # noqa: S314 - our own
    assert not any(tag.tag.endswith("}f") for tag in sheet.iter())
    told = {"".join(tag.itertext()) for tag in strings}
    for row in found.rows:
        wording = row.target.wording
        assert not wording or not wording.isprintable() or wording in told or f"_x005F{wording}" in told


def _is_formula(text: str | None) -> bool:
    """What a spreadsheet would calculate: a number is none."""
    if text is None or not text.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")):
        return False
    try:
        float(text)
    except ValueError:
        return True
    return False


def _page_survives(found: Report, text: str) -> None:
    parsed = page(text)
    assert all(one.startswith("#") for one in parsed.links), "to its own rows, and nowhere else"
    assert {"img", "iframe"}.isdisjoint(parsed.tags)
    assert text.count("<script") == text.count(SCRIPT), "its own, and no other"
    told = "".join(one for cells in parsed.rows for one in cells)
    for row in found.rows:
        if row.figures.actual is not None:
            assert one_line(row.indicator.name.en) in told or one_line(row.indicator.name.zh) in told


@pytest.mark.parametrize("text", NASTY)
def test_a_guarded_cell_reads_back_as_it_was(text: str) -> None:
    columns = {"one": Column(lambda one: one, ("一", "one")), "two": Column(lambda _: "end", ("二", "two"))}
    sheet = Sheet("rows", columns, [text], tuple(columns))
    _, (cell, end) = csv.reader(io.StringIO("".join(as_csv.written(sheet, Screen("en"))), newline=""))
    assert unguarded(cell) == unguarded(text)
    assert end == "end"


def test_what_cannot_be_seen_is_shown_as_its_escape() -> None:
    assert one_line("a\x1b[31mb") == "a\\x1b[31mb"
    assert one_line("a\u202eb\nc\td") == "a\\u202eb c d"
    assert one_line("👨‍👩‍👧 全角　字") == "👨‍👩‍👧 全角 字"


@pytest.mark.parametrize("hidden", ["\U000e0001", "\U000e0100", "\U000e0fff"])
def test_a_tag_or_a_selector_is_as_wide_as_the_escape_that_leaves_the_process(hidden: str) -> None:
    assert width(hidden) == len(plain(hidden, Screen("en")))
