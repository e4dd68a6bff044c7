"""Nothing that somebody wrote into a file, its name or a command acts on a terminal or in a build log.

Every command in every form runs over a workspace in which every text is hostile. Everything is invented.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from unicodedata import category
from xml.etree import ElementTree as ET

import pytest
from typer.main import get_command

from ycindic.cli import main
from ycindic.cli.commands import COMMANDS, tree
from ycindic.render.forms import FORMS, let_out
from ycindic.render.words.screen import Screen

pytestmark = pytest.mark.skipif(os.name == "nt", reason="names of files as POSIX allows them")

DAY = ("--as-of", "2026-09-20")
TEXTS = {
    "a terminal's own language": "\x1b]52;c;aGk=\x07\x1b[31m\x9b2J\x9d0;t\x9c\x08\x7f\x0b",
    "lines that begin anew": "a\rb\r\n::error::forged\n ::set-output name=x::y\x85\u2028z",
    "commands of jobs": "::error::forged ##[error]forged ##vso[task.setvariable variable=a]b ##teamcity[x]",
    "what turns a line": "\u202eevil\u202c\u2066x\u2069\u200f\u061c\ufeff\u200b\U000e0041",
    "what a spreadsheet calculates": "=1+1\t+cmd\n@SUM(A1)",
    "markup": "[red]x[/red] <b>y</b> **z** | a |",
}
ACTS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e0fff]"
)
FORGES = re.compile(r"^\s*::\w|##\[|##vso\[|##teamcity\[", re.MULTILINE)
PLAIN = "plain words"


def quoted(text: str) -> str:
    """A YAML scalar that is the text, every odd character as its escape."""
    return '"' + "".join(one if one.isascii() and one.isalnum() else f"\\U{ord(one):08x}" for one in text) + '"'


def registry(text: str) -> str:
    word, pair = quoted(text), f"{{zh: {quoted(text)}, en: {quoted(text)}}}"
    head = f"name: {pair}, unit: {word}, publisher: {pair}, note: {pair}"
    said = f"section: {word}, wording: {word}, note: {pair}"
    return f"""\
schema: 1
title: {pair}
sections: {{{word}: {pair}}}
source: {{issuer: {pair}, title: {pair}}}
indicators:
  jobs: {{{head}, measure: flow, released: {{every: month, day: 20}}, targets: [{{period: 2026, relation: at_least, goal: 5, {said}}}]}}
  parks: {{{head}, measure: stock, targets: [{{period: 2026-2030, relation: at_least, goal: 12, {said}}}]}}
  rate: {{{head}, measure: growth, better: higher, targets: [{{period: 2026, relation: about, goal: 6, {said}}},
    {{period: 2025, relation: about, goal: 6, {said}}}, {{period: 2026, id: rate@2026/all, parts: [rate@2026], {said}}}]}}
  faulty: {{{head}, measure: {word}, targets: []}}
"""  # noqa: E501 - a registry


def table_of(text: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["indicator", "period", "value", "basis", "published", "stage", "bound", "source", "note"])
    for indicator, period, value, basis in (
        ("jobs", "2025-06", "2", "ytd"),
        ("jobs", "2025", "5", "ytd"),
        ("jobs", "2026-02", "9.9", "ytd"),
        ("jobs", "2026-06", "0.5", "ytd"),
        ("parks", "2025", "10", "point"),
        ("parks", "2026-06", "8", "point"),
        ("rate", "2025", "5", "ytd"),
        ("rate", "2026-06", "1", "ytd"),
        (text, "2026", "1", ""),
        ("jobs", text, text, ""),
    ):
        writer.writerow([indicator, period, value, basis, "2026-07-20", "preliminary", "", text, text])
    return out.getvalue()


def file_name(text: str) -> str:
    return "".join(one for one in text if one not in "/\0").encode()[:120].decode("utf-8", "ignore")


class City:
    """A workspace with one text everywhere, also in the names of its folder and files."""

    def __init__(self, above: Path, text: str) -> None:
        self.text = text
        self.registered = "".join(one for one in text if category(one) != "Cc")  # a registry takes no control character
        self.folder = above / f"city {file_name(text)}"
        self.older, self.refused = above / "older", above / "refused"
        sound = registry(self.registered).partition("  faulty:")[0]
        for folder, told in (
            (self.folder, registry(self.registered)),
            (self.older, sound),
            (self.refused, registry(text)),
        ):
            (folder / "actuals").mkdir(parents=True)
            (folder / "targets.yaml").write_text(told, encoding="utf-8")
        self.figures = self.folder / "actuals" / f"{file_name(text)}.csv"
        self.figures.write_text(table_of(text), encoding="utf-8", newline="")
        self.table = above / f"table {file_name(text)}.csv"
        self.report = above / f"report {file_name(text)}.txt"
        self.report.write_text(
            f"今年的目标是：城镇新增就业5万人以上，{text}增长6%左右，{text}达到12个。\n", encoding="utf-8"
        )
        self.table.write_text(f"指标,2026年1-8月\n{json.dumps(text)},3\njobs,3.5\n", encoding="utf-8")

    def words(self, line: str) -> list[str]:
        known = {"TEXT": self.text, "OLDER": str(self.older), "TABLE": str(self.table), "REPORT": str(self.report)} | {
            "REGISTRY": str(self.folder / "targets.yaml"),
            "WORKSPACE": str(self.folder),
            "REFUSED": str(self.refused),
            "FRESH": str(self.folder / "fresh"),
            "FORMS": str(self.folder / "forms"),
            "DRAFT": str(self.folder / "draft.yaml"),
        }
        return [known.get(word, word) for word in line.split()] + ["--data", str(self.folder)]


LINES = {
    "table": (
        "status",
        "status --wide",
        "status --columns id,name,wording,unit,publisher --sort urgency",
        "show jobs parks rate",
        "due --weeks 9",
        "diff --from 2026-03-01 --to 2026-09-20",
        "diff --against OLDER --to 2026-09-20",
        "targets --wide",
        "indicators --wide",
        "backtest",
        "backtest --cases",
        "backtest --outlook",
        "whatif rate=continues",
    ),
    "text": ("validate", "audit", "check", "check --fail-on all", "log"),
    "csv": (
        "status --opinions",
        "due",
        "diff --from 2026-03-01 --to 2026-09-20",
        "targets",
        "indicators",
        "log",
        "backtest",
    ),
    "json": (
        "status --opinions",
        "show jobs parks rate",
        "due",
        "diff --from 2026-03-01 --to 2026-09-20",
        "targets",
        "indicators",
        "log",
        "validate",
        "audit",
        "check",
        "backtest",
    ),
    "markdown": ("status", "status --wide", "targets", "indicators", "backtest"),
    "html": ("status", "status --wide"),
    "junit": ("validate", "audit", "check", "check --fail-on all"),
    "github": ("validate", "audit", "check", "check --fail-on all"),
}
ASKED = [f"{line} --format {form}" for form, every in LINES.items() for line in every]
OTHERS = [
    "export -",
    "export - --long",
    "import TABLE --dry-run --year 2026",
    "import TABLE --yes --partial",
    "record jobs 2026-08 3.3 --source TEXT --note TEXT --published 2026-09-20 --dry-run",
    "record parks 2026-08 9 --source TEXT --note TEXT --published 2026-09-20 --yes",
    "retract jobs 2026-02 --basis ytd --published 2026-09-20",
    "import OLDER --yes",
    "undo --dry-run",
    "undo",
    "schema",
    "init OLDER",
    "add --name TEXT --goal 5 --unit TEXT --publisher TEXT --period 2026 --dry-run",
    "add TEXT增长5%左右 --section TEXT --period 2026 --dry-run",
    "import-targets TABLE --period 2026 --dry-run",
    "init FRESH --from WORKSPACE",
    "form FORMS --force --as-of 2026-09-20",
]
READING = [
    "scan REPORT --format table",
    "scan REPORT --format csv",
    "scan REPORT --format json",
    "scan REPORT --format text",
    "scan REPORT --explain 1",
    "scan REPORT --against REGISTRY",
    "compare REPORT OLDER --format text",
    "compare REPORT OLDER --format json",
    "scan REPORT --draft DRAFT",
    "scan TEXT",
    "compare TEXT OLDER",
    "scan REPORT --class TEXT",
]
MISTAKES = [
    "status TEXT",
    "status --format TEXT",
    "status --TEXT",
    "TEXT",
    "show TEXT",
    "status --section TEXT",
    "status --data TEXT",
    "status --data REFUSED",
    "validate --data REFUSED",
    "check --data REFUSED",
    "show jobs --data REFUSED",
    "record jobs 2026-08 3 --data REFUSED",
    "record TEXT 2026 1",
    "add --name TEXT --goal TEXT",
    "import-targets TEXT",
    "init OLDER --from TEXT",
    "record jobs TEXT 1",
    "record jobs 2026 TEXT",
    "record jobs 2026 1 --basis TEXT",
    "import TEXT",
    "import TABLE --map TEXT",
    "import TABLE --sheet TEXT",
    "export TEXT",
    "status --output TEXT/x",
    "calc cagr TEXT 1 --years 2",
    "calc TEXT",
    "log TEXT",
    "check --fail-on TEXT",
    "due --publisher TEXT",
    "diff --against TEXT",
    "init TABLE",
    "status --as-of TEXT",
    "status --lang TEXT",
]


def form_of(line: str) -> str:
    found = re.search(r"--format (\w+)$", line)
    return found[1] if found else "csv" if line.startswith("export") else "json" if line == "schema" else "text"


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], City]:
    def city(text: str) -> City:
        monkeypatch.setenv("LOGNAME", text.replace("\0", ""))
        monkeypatch.chdir(tmp_path)
        return City(tmp_path, text)

    return city


def said(city: City, line: str, capsysbinary: pytest.CaptureFixture[bytes], lang: str = "en") -> tuple[int, str, str]:
    words = city.words(line)
    if line.startswith(("schema", "init", "calc", "scan", "compare")) or "--data" in line:
        words = words[:-2]
    code = main([*words, *([] if "--as-of" in line or line.split(maxsplit=1)[0] not in DATED else DAY), "--lang", lang])
    out, err = capsysbinary.readouterr()
    return code, out.decode(), err.decode()


DATED = ("status", "show", "audit", "check", "due", "backtest", "import", "record", "retract", "export")


def test_no_command_is_left_out() -> None:
    asked = {line.split()[0] for line in (*ASKED, *OTHERS, *READING, *MISTAKES)}
    assert asked >= set(COMMANDS)


@pytest.mark.parametrize("what", TEXTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_in_every_form_lets_nothing_act(at, capsysbinary, what: str, lang: str) -> None:
    city = at(TEXTS[what])
    seen = 0
    for line in ("record parks 2026-07 9 --published 2026-08-20 --yes", *ASKED, *OTHERS, *READING, *MISTAKES):
        code, out, err = said(city, line, capsysbinary, lang)
        form = form_of(line)
        assert code in (0, 1, 2), (line, err)
        assert "fault of ours" not in err
        if form != "csv":
            assert not ACTS.search(out), (line, ACTS.search(out), out)
            ours = r"^::(error|warning|notice) " if form == "github" else r"^$"
            assert not FORGES.search(re.sub(ours, "", out, flags=re.MULTILINE)), (line, out)
        assert not ACTS.search(err), (line, err)
        assert not FORGES.search(err), (line, err)
        seen += bool(out)
        read_back(form, out, city.registered, line)
    assert seen > len(ASKED) * 3 // 4


LISTING = (
    "status",
    "status --wide",
    "due --weeks 9",
    "diff --from 2026-03-01 --to 2026-09-20",
    "targets",
    "indicators",
    "backtest",
    "backtest --outlook",
    "log",
    "whatif rate=continues --as-of 2026-09-20",
    "scan REPORT",
    "compare REPORT OLDER",
)


def test_no_listing_is_left_out() -> None:
    every = get_command(tree()).commands.items()
    told = {name for name, one in every if any("docx" in (param.metavar or "") for param in one.params)}
    assert {line.split()[0] for line in LISTING} == told


@pytest.mark.parametrize("form", FORMS)
def test_every_listing_in_every_form_lets_nothing_act(at, capsysbinary, tmp_path: Path, form: str) -> None:
    city = at(" ".join(TEXTS.values()))
    assert said(city, "record parks 2026-07 9 --published 2026-08-20 --yes", capsysbinary)[0] == 0
    for number, line in enumerate(LISTING):
        file = tmp_path / f"{number}{FORMS[form].ending}"
        put = f" --output {file}" if FORMS[form].gate is None else ""
        code, out, err = said(city, f"{line}{put} --format {form}", capsysbinary, "zh" if number % 2 else "en")
        assert code in (0, 2), (line, err)
        assert not ACTS.search(err), (line, err)
        assert file.exists() if put else out or line.startswith("backtest"), (line, err)
        if put:
            opened(form, file, line)
        elif form == "csv":
            read_back(form, out, city.registered, line)
        else:
            assert not ACTS.search(out), (line, ACTS.search(out), out)
            assert not FORGES.search(out), (line, out)


def opened(form: str, file: Path, line: str) -> None:
    """A book is XML in every part, calculates nothing foreign, and a paper holds nothing that acts."""
    with zipfile.ZipFile(file) as book:
        parts = {name: book.read(name) for name in book.namelist() if name.endswith((".xml", ".rels"))}
    for name, part in parts.items():
        texts = [(one.tag.rpartition("}")[2], one.text or "") for one in ET.fromstring(part).iter()]  # noqa: S314 - ours
        assert not [text for tag, text in texts if tag == "f" and ("cmd" in text or "+1" in text)], (line, name)
        assert form != "docx" or not ACTS.search("".join(text for _, text in texts)), (line, name)


def read_back(form: str, out: str, text: str, line: str) -> None:
    """What programs read is still the same text, and no formula."""
    if form == "json" and out:
        found = json.loads(out)
        if line.startswith(("targets", "indicators", "status")):
            assert all(
                one["name"] == {"zh": text, "en": text}
                for one in found[line.split(maxsplit=1)[0] if "status" not in line else "targets"]
            )
    if form == "junit":
        ET.fromstring(out)  # noqa: S314 - our own
    if form == "html":
        HTMLParser().feed(out)
    if form == "csv":
        for row in csv.reader(io.StringIO(out, newline="")):
            assert not [one for one in row if one[:1] in "=+@\t\r\n" and one], (line, row)


@pytest.mark.parametrize(
    "line",
    [
        "check --format text",
        "audit --format text",
        "validate --format text",
        "log --format text",
        "due --weeks 9 --format csv",
        "record jobs 2026-08 3.3 --dry-run",
        "due --weeks 9 --format table",
        "diff --from 2026-03-01 --to 2026-09-20 --format table",
        "check --format github",
        "audit --format github",
        "validate --format github",
        "targets --wide --format table",
        "status --wide --format markdown",
    ],
)
def test_no_text_begins_a_line_of_its_own(tmp_path, monkeypatch, capsysbinary, line: str) -> None:
    """As many lines as where the same texts are plain words of the same width."""
    counts = set()
    for text in ("a b\nc\u2028d e", "a b c d e"):
        monkeypatch.setenv("LOGNAME", text)
        city = City(tmp_path / str(len(counts)), text)
        code = main(
            ["record", "parks", "2026-07", "9", "--published", "2026-08-20", "--yes", "--data", str(city.folder)]
        )
        assert code == 0
        capsysbinary.readouterr()
        _, out, err = said(city, line, capsysbinary)
        assert out
        if form_of(line) == "csv":
            out = "\n".join(map(str, csv.reader(io.StringIO(out, newline=""))))
        counts.add((out.count("\n"), err.count("\n")))
    assert len(counts) == 1


def test_a_terminal_gets_no_control_sequence_but_our_colours(at) -> None:
    city = at(TEXTS["a terminal's own language"])
    script = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"
    for line in ("status", "show jobs", "status --format csv", "export - --long", "due --format csv"):
        words = [sys.executable, "-c", script, sys.executable, "-m", "ycindic", *city.words(line), *DAY]
        done = subprocess.run(
            words,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
        )
        shown = done.stdout.decode().replace("\r\n", "\n")
        coloured = re.sub(r"\x1b\[[0-9;]*m", "", shown)
        assert ("csv" in line or "export" in line) is (coloured == shown)
        assert "\\x1b]52" in shown
        assert not ACTS.search(coloured), (line, ACTS.search(coloured))


SCREEN = Screen("en")


@pytest.mark.parametrize("form", ["text", "json", "html", "junit"])
@pytest.mark.parametrize("text", TEXTS.values())
def test_the_gate_leaves_nothing_and_says_what_was_there(form: str, text: str) -> None:
    shown = let_out(json.dumps(text, ensure_ascii=False) if form == "json" else text, form, SCREEN).decode()
    assert not ACTS.search(shown)
    assert not FORGES.search(shown)
    if form == "json":
        assert json.loads(shown) == text
    assert let_out(shown, form, SCREEN).decode() == shown


def test_the_gate_lets_harmless_texts_through() -> None:
    for text in ("城镇新增就业 5 万人\n", "a\tb", "👨‍👩‍👧 ＝ “x” – ≥ ✓", "gdp: 5 :: 6\n", "a # b ## c\n", "　全角"):
        for form in ("text", "json", "html", "csv", "github"):
            assert let_out(text, form, SCREEN._replace(terminal=True)).decode() == text
