"""Does every command of the READMEs do what they say?"""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from ycindic.cli import main

ROOT = Path(__file__).resolve().parents[2]
LINE = re.compile(r"^\.venv/bin/(ycindic .*)$", re.MULTILINE)
INLINE = re.compile(r"`(ycindic [^`\u4e00-\u9fff]*)`")
FINDINGS = ("check", "audit", "scan")
"""Commands that end with 1 where they find something."""


def commands(name: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return sorted({*LINE.findall(text), *INLINE.findall(text)})


COMMANDS = [(name, line) for name in ("README.md", "README.zh.md") for line in commands(name)]


@pytest.mark.parametrize(("name", "line"), COMMANDS, ids=[line for _, line in COMMANDS])
def test_every_command_of_a_readme_works(name: str, line: str, tmp_path: Path, monkeypatch, capsys) -> None:
    for folder in ("data", "examples"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(line)[1:]
    report(tmp_path, drafted="--draft" not in arguments)
    if "--install-completion" in arguments:
        return
    assert main(arguments) in ((0, 1) if arguments[:1] and arguments[0] in FINDINGS else (0,))
    said = capsys.readouterr()
    assert said.out or said.err


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_every_figure_that_a_readme_records_in_people_s_words_is_taken(name: str, monkeypatch, capsys) -> None:
    monkeypatch.setattr("ycindic.cli.writing.today", lambda: date(2026, 11, 27))
    examples = re.findall(r"`(ycindic record [^`]*)`", (ROOT / name).read_text(encoding="utf-8"))
    assert examples
    for line in examples:
        code = main([*shlex.split(line)[1:], "--data", str(ROOT / "data"), "--dry-run"])
        said = capsys.readouterr()
        assert (code, said.err, "\n? " in said.out) == (0, "", False), line


def report(folder: Path, *, drafted: bool) -> None:
    """An invented report, and its draft where a command asks for one."""
    (folder / "new").mkdir()
    (folder / "report.txt").write_text("三、2026年工作安排\n新增就业5万人。\n", encoding="utf-8")
    if drafted:
        assert main(["scan", "report.txt", "--draft", "new/targets.yaml"]) == 0


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (
        {line.replace(" --lang zh", "") for line in commands(name) if " DIR" not in line}
        for name in ("README.md", "README.zh.md")
    )
    assert english == chinese


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_every_file_that_a_readme_names_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / target).exists(), target
