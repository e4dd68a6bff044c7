"""The doors through which foreign bytes come in. Each takes bytes and must neither raise nor hang.

Used by `test_fuzz.py` for seconds and by `.ci/long` (atheris) for as long as it is told.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

from record.workspaces import REGISTRY
from ycindic.cli.check import diagnosis
from ycindic.domain.attention import Alert, Asked
from ycindic.domain.facts import Facts
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Plan
from ycindic.domain.plausibility import Doubtful
from ycindic.domain.problem import Problem
from ycindic.domain.row import Typed
from ycindic.load.actuals import read_actuals
from ycindic.load.find import Folder
from ycindic.load.registry import read_registry
from ycindic.load.report_text import text_of
from ycindic.load.workspace import load
from ycindic.record.doubting import Waiver
from ycindic.record.draft.make import draft
from ycindic.record.figure import OneFigure
from ycindic.record.intake import Order, take_in
from ycindic.record.sent import SentTables
from ycindic.record.store import Writer
from ycindic.render import forms
from ycindic.render.answers import scan as found_in
from ycindic.render.answers import status
from ycindic.render.answers.coverage import coverage_lines
from ycindic.render.answers.report import Report
from ycindic.render.forms import FORMS, let_out
from ycindic.render.words.problems import fault_line
from ycindic.render.words.screen import Screen
from ycindic.scan.coverage import cover
from ycindic.scan.read import scan

DAY = date(2026, 9, 20)
WHO = Writer("fuzz", "fuzz", lambda: "2026-09-20T00:00:00+00:00", "pid 0")

ACTS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class Desk:
    """One folder for all runs, made when it is first needed and taken away at the end."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="ycindic-fuzz-"))
        (self.path / "actuals").mkdir()
        (self.path / "targets.yaml").write_text(REGISTRY, encoding="utf-8")
        self.plan = read_registry(self.path / "targets.yaml", [])
        self.folder = Folder(self.path)

    def __del__(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)


_desks: list[Desk] = []


def desk() -> Desk:
    if not _desks:
        _desks.append(Desk())
    return _desks[0]


def written(plan: Plan, facts: Facts, problems: list[Problem]) -> None:
    """Judge, and write the answers in every form: none of them raises, and nothing in them acts on a terminal."""
    rows = assess_all(plan, facts, DAY)
    faults = tuple(problems[:20])
    report = Report(plan, DAY, "fuzz", rows[:20], 0, problems=faults, facts=facts)
    screen = Screen("zh", width=60)
    sheet = status.sheet(report)
    texts = {form: b"".join(forms.written(form, sheet, screen)).decode() for form, one in FORMS.items() if one.gate}
    told_of = diagnosis(Asked(plan, facts, rows[:20], DAY, faults, fail_on=tuple(Alert)))
    texts |= {form: let_out(forms.diagnosed(form, told_of, "zh"), form, screen).decode() for form in forms.DIAGNOSES}
    for form, text in texts.items():
        assert form == "csv" or not ACTS.search(text)
    json.loads(texts["json"])


def registry(data: bytes) -> None:
    """A targets.yaml: read, judged without figures, every fault told."""
    path = desk().path / "other.yaml"
    path.write_bytes(data)
    problems: list = []
    plan = read_registry(path, problems)
    facts = read_actuals([], plan, DAY, problems).facts
    written(plan, facts, problems)
    for one in problems[:50]:
        assert fault_line(one, "zh")
        assert fault_line(one, "en")


def actuals(data: bytes) -> None:
    """A file of figures: read and judged."""
    path = desk().path / "fuzz.csv"
    path.write_bytes(data)
    problems: list = []
    facts = read_actuals([path], desk().plan, DAY, problems, thorough=True).facts
    written(desk().plan, facts, problems)
    for one in problems[:50]:
        assert fault_line(one, "zh")


def recording(data: bytes) -> None:
    """A kept file that a figure is put into: refused, or appended with every byte before it kept."""
    place = desk()
    path = place.path / "actuals" / "kept.csv"
    path.write_bytes(data)
    try:
        before = load(place.folder, DAY)
        seen = before.facts.of("jobs").ytd
        typed = Typed("jobs", "2026-08", "3.3", published="2026-09-20")
        order = Order(place.folder, DAY, DAY, WHO, waiver=Waiver(yes=True, named=frozenset(Doubtful)))
        outcome = take_in(order, OneFigure(typed))
        new = path.read_bytes()
        assert new.startswith(data)
        if not outcome.written or outcome.path != path:
            assert new == data
            return
        after = load(place.folder, DAY)
        assert after.problems == before.problems
        assert set(after.facts.of("jobs").ytd) == {*seen, 2026 * 12 + 7}
    finally:
        path.unlink()
        (place.path / "actuals" / "recorded.csv").unlink(missing_ok=True)
        (place.path / ".ycindic" / "log.csv").unlink(missing_ok=True)


def table(data: bytes) -> None:
    """A table to import."""
    path = desk().path / "table.csv"
    path.write_bytes(data)
    _taken(path)


def sheet(data: bytes) -> None:
    """A workbook: an .xls or a packed one as it is; else the content of an .ods, or the sheet of an .xlsx."""
    path = desk().path / "table.book"
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        path.write_bytes(data)
    elif b"office:" in data[:200]:
        path.write_bytes(_packed({"mimetype": OPEN_SHEET, "content.xml": data}))
    else:
        path.write_bytes(_packed(PARTS | {"xl/worksheets/sheet1.xml": data}))
    _taken(path)


def _packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def report(data: bytes) -> None:
    """A work report: its findings lie in their places, are told in every form, and make a sound draft."""
    path = desk().path / "report.txt"
    path.write_bytes(data)
    text = text_of(path)
    if isinstance(text, Problem):
        assert fault_line(text, "zh")
        return
    found = list(scan(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    for form in ("table", "csv", "json", "text", "markdown", "html"):
        told_of = b"".join(
            forms.written(form, found_in.sheet(iter(found), Counter(), names=True), Screen("zh", width=60))
        )
        assert form == "csv" or not ACTS.search(told_of.decode())
    other, problems = desk().path / "other.yaml", list[Problem]()
    other.write_text(draft(text, results=True).registry, encoding="utf-8")
    plan = read_registry(other, problems)
    assert not problems, problems
    list(coverage_lines(cover(text, plan, ()), "report.txt", "zh"))


def _taken(path: Path) -> None:
    order = Order(desk().folder, DAY, DAY, WHO, dry_run=True)
    preview = take_in(order, SentTables((path,)))
    assert preview.problems or preview.path or not preview.items
    for one in (*preview.problems, *preview.refused[:50]):
        assert fault_line(one, "zh")


STRINGS = "".join(f"<si><t>{text}</t></si>" for text in ("指标", "2026年1-6月", "城镇新增就业"))
LINK = '<Relationship Id="{}" Type="x/{}" Target="{}"/>'
PARTS = {
    "_rels/.rels": f'<Relationships xmlns="r">{LINK.format("a", "officeDocument", "xl/workbook.xml")}</Relationships>',
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="r">{LINK.format("s1", "worksheet", "worksheets/sheet1.xml")}'
        f"{LINK.format('st', 'sharedStrings', 'sharedStrings.xml')}</Relationships>"
    ),
    "xl/workbook.xml": '<workbook xmlns="m" xmlns:r="q"><sheets><sheet name="S" r:id="s1"/></sheets></workbook>',
    "xl/sharedStrings.xml": f'<sst xmlns="m">{STRINGS}</sst>',
}

OPEN_SHEET = "application/vnd.oasis.opendocument.spreadsheet"

DOORS: dict[str, Callable[[bytes], None]] = {
    "registry": registry,
    "actuals": actuals,
    "recording": recording,
    "table": table,
    "sheet": sheet,
    "report": report,
}
