"""Does an answer for people speak one language, and call an indicator by its name where it compares?"""

from __future__ import annotations

import re
from datetime import date

import pytest

from cli.workspaces import ROOT
from ycindic.cli import main
from ycindic.load.find import Folder
from ycindic.load.workspace import load

FOLDERS = (ROOT / "data", ROOT / "examples/china")
DAYS = ("2025-09-20", "2026-09-20")
CHINESE = re.compile(r"[\u3400-\u9fff]")
SECTION = re.compile(r"^\s*[一二三四五六七八九十]+\([一二三四五六七八九十总远景]+\)")
"""The key of a section of the report, which is what it is in any language."""
ANSWERS = (
    ("status",),
    ("status", "--all"),
    ("check",),
    ("audit",),
    ("due", "--weeks", "30"),
    ("diff", "--from", "2025-01-15"),
)
"""The commands that answer of every promise."""


def told(capsysbinary: pytest.CaptureFixture[bytes], *words: str) -> str:
    """What a command says, whatever it thinks of the promises."""
    main(list(words))
    return b"\n".join(capsysbinary.readouterr()).decode()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("command", ANSWERS, ids=" ".join)
def test_english_holds_no_chinese_but_the_keys_of_sections(capsysbinary, folder, day, command) -> None:
    said = told(capsysbinary, *command, "--lang", "en", "--as-of", day, "--data", str(folder))
    assert said.strip() or command == ("check",)
    lines = [line for line in said.splitlines() if CHINESE.search(SECTION.sub("", line))]
    assert not lines, lines


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
@pytest.mark.parametrize("command", [("status", "--all"), ("check",), ("due",)], ids=" ".join)
def test_no_id_is_said_where_there_is_a_name(capsysbinary, folder, command) -> None:
    plan = load(Folder(folder), date.fromisoformat(DAYS[1])).plan
    said = told(capsysbinary, *command, "--lang", "zh", "--as-of", DAYS[1], "--data", str(folder))
    spoken = "\n".join(line for line in said.splitlines() if ",…" not in line)  # but for a row of a file of figures
    ids = {
        one for one in plan.indicators if re.search(rf"(?<![\w/-]){re.escape(one)}(?![\w-]|\.csv)", spoken, re.ASCII)
    }
    assert not ids, ids
