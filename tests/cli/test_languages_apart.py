"""Does an answer for people speak one language, and call an indicator by its name?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.workspaces import ROOT
from ycindic.cli import main
from ycindic.load.find import Folder
from ycindic.load.registry import read_registry

INVENTED = """\
schema: 1
title: {zh: 某县, en: A county}
sections: {一: {zh: 总量, en: Totals}}
indicators:
  alpha-jobs:
    name: {zh: 新增就业, en: New jobs}
    unit: {zh: 万人, en: persons}
    measure: flow
    publisher: {zh: 人社局, en: Jobs bureau}
    released: {every: month, day: 10}
    targets: [{period: 2026, relation: at_least, goal: 5, section: 一}]
  beta-growth:
    name: {zh: 增加值增长, en: Growth of value added}
    unit: "%"
    measure: growth
    targets:
      - {period: 2026, relation: about, goal: 6, section: 一}
      - {period: 2026-2030, relation: at_least, goal: 6, average: true}
  gamma-parks:
    name: {zh: 园区, en: Parks}
    unit: {zh: 个, en: parks}
    measure: stock
    targets: [{period: 2026-2030, relation: at_least, goal: 20}]
"""
ROWS = """\
indicator,period,value,basis
alpha-jobs,2025-06,2.6,ytd
alpha-jobs,2025-12,4.8,ytd
alpha-jobs,2026-06,2.1,ytd
beta-growth,2025-12,5.2,ytd
beta-growth,2026-06,5.1,ytd
gamma-parks,2025-12,12,point
gamma-parks,2026-06,12,point
"""
PLACES = {"data": "2026-11-27", "examples/china": "2025-11-27", "invented": "2026-09-20"}
"""Folders, and a day at which much is to be said of each."""
OF_A_DAY = (
    ("status",),
    ("status", "--all"),
    ("status", "--sort", "urgency"),
    ("check",),
    ("check", "--period", "all"),
    ("audit",),
    ("due", "--weeks", "30"),
    ("due", "--unassigned"),
    ("diff", "--from", "2025-01-15"),
    ("show",),
    ("whatif",),
    ("whatif", "--solve"),
)
OTHERS = (
    ("targets",),
    ("indicators",),
    ("log",),
    ("validate",),
    ("calc", "pace", "3", "5", "--month", "7"),
    ("backtest",),
)
ONE = {"data": "gdp@2026", "examples/china": "gdp@2025", "invented": "beta-growth@2026"}

WORDING = re.compile("“[^”]*”")
SECTION = re.compile(r"^\s*(?:Promised\s+)?[一二三四五六七八九十]+(?:\([一二三四五六七八九十总远景]+\))?(?=\s)")
"""What stands in Chinese in any language: the report's own words, and the key of a section."""
AS_FILED = re.compile(r"^\s*(?:Note|说明|\[\d+\])\s")
"""A note of the registry, a source: told as somebody wrote it down; so is a row of a file of figures."""
LATIN = re.compile(r"(?<![\w./@-])[A-Za-z]{3,}(?![\w/@-]|\.\w)", re.ASCII)
TYPED = re.compile(
    r"\[[a-z-]+\]|ycindic( [a-z-]+)?( --[a-z-]+)?|--[a-z-]+|[a-z]+_[a-z_]+|[^\s：，]*[/.][^\s，]*|CSV|GDP|CPI|ID=WHAT"
)
"""What is typed or read by programs as it is: codes of findings, commands, options, keys, names of files."""
COMMAND = re.compile(r"ycindic show(?: [\w-]+@[\w/-]+)+", re.ASCII)
"""A command that is typed as it stands, with the ids of what it shows."""
KEYS = frozenset({"NBS", "import", "tolerance", "early"})
"""A publisher's own short name, a command named second, and keys of the registry of one word."""
LISTS = frozenset({"targets", "indicators"})
"""Commands that list ids, and beside them the report's own words."""


@pytest.fixture(autouse=True)
def _room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each source and note on a line of its own."""
    monkeypatch.setenv("COLUMNS", "400")


def place_of(name: str, tmp_path: Path) -> Path:
    """The folder of a name; that of an invented place is written."""
    if name != "invented":
        return ROOT / name
    (tmp_path / "actuals").mkdir()
    (tmp_path / "targets.yaml").write_text(INVENTED, encoding="utf-8")
    (tmp_path / "actuals/a.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def said(
    capsysbinary: pytest.CaptureFixture[bytes], command: tuple[str, ...], name: str, folder: Path, lang: str
) -> str:
    """What a command says on both ways out."""
    words = [*command, "--lang", lang]
    if command[0] != "calc":
        words += ["--data", str(folder)]
    if command in OF_A_DAY:
        words += ["--to" if command[0] == "diff" else "--as-of", PLACES[name]]
    if command == ("whatif",):
        words.append(f"{ONE[name].split('@')[0]}={ONE[name][-4:]}-12:5.3")
    elif command[0] in ("show", "whatif"):
        words.insert(len(command), ONE[name])
    main(words)
    return b"\n".join(capsysbinary.readouterr()).decode().replace(str(folder), "FOLDER/")


CASES = [(name, command) for name in PLACES for command in (*OF_A_DAY, *OTHERS)]


@pytest.mark.parametrize(("name", "command"), CASES, ids=str)
def test_english_holds_no_chinese_but_the_reports_own_words(capsysbinary, tmp_path, name, command) -> None:
    found = said(capsysbinary, command, name, place_of(name, tmp_path), "en").splitlines()
    chinese = re.compile(r"[\u3400-\u9fff]")
    lines = [line for line in found if not AS_FILED.match(line) and command != ("targets",)]
    assert not [line for line in lines if chinese.search(SECTION.sub("", WORDING.sub("", line)))]


@pytest.mark.parametrize(("name", "command"), CASES, ids=str)
def test_chinese_holds_no_english_and_no_id_but_what_is_typed(capsysbinary, tmp_path, name, command) -> None:
    folder = place_of(name, tmp_path)
    found = said(capsysbinary, command, name, folder, "zh").splitlines()
    lines = [line for line in found if not AS_FILED.match(line) and ",…" not in line]
    if command[0] in LISTS or command == ("due", "--unassigned"):
        lines = []
    formula = re.compile("[÷×−√]|exp|min|max")
    words = {word for line in lines if not formula.search(line) for word in LATIN.findall(TYPED.sub("", line))}
    assert not words - KEYS
    ids = read_registry(Folder(folder).registry, []).indicators
    head = 1 if command[0] == "show" else 0  # the id of what was asked for stands in its title
    spoken = COMMAND.sub("", "\n".join(lines[head:]))
    assert not {one for one in ids if re.search(rf"(?<![\w/-]){re.escape(one)}(?![\w-]|\.csv)", spoken, re.ASCII)}
