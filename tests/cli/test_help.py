"""Does the help teach, in both languages, and does a mistake find its way?"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from cli.desk_workspace import workspace
from ycindic import __version__
from ycindic.cli import main
from ycindic.cli.commands import COMMANDS, tree
from ycindic.cli.complete import _rejoined, command_typed
from ycindic.cli.examples import EXAMPLES
from ycindic.cli.help import every_page
from ycindic.cli.language import speak
from ycindic.cli.meant import _MINUS, command_meant
from ycindic.render.words.visible import width, wrapped

HAN_BESIDE_ASCII = re.compile(r"[\u4e00-\u9fff][,;:?!(]|[,;:?!)][\u4e00-\u9fff]")
"""Half-width punctuation in Chinese text."""


def pages(lang: str) -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "80")
        speak(["--lang", lang])
        return every_page(tree())


PAGES = {lang: pages(lang) for lang in ("zh", "en")}


def test_every_command_has_a_page_with_examples_in_both_languages() -> None:
    assert {path.split(" ")[0] for path in PAGES["en"] if path} == set(COMMANDS)
    assert PAGES["en"].keys() == PAGES["zh"].keys()
    assert set(EXAMPLES) == set(PAGES["en"])
    for path, text in PAGES["en"].items():
        assert "Examples:" in text
        assert "示例：" in PAGES["zh"][path]


@pytest.mark.parametrize("path", PAGES["zh"])
def test_a_chinese_page_is_chinese_throughout(path: str) -> None:
    text = PAGES["zh"][path]
    assert not HAN_BESIDE_ASCII.search(text), HAN_BESIDE_ASCII.search(text)
    for english in ("Usage", "Options", "Show", "default", "required)", "The ", "Commands"):
        assert english not in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_of_help_is_wider_than_the_screen(lang: str) -> None:
    examples = {f"  {command}" for found in EXAMPLES.values() for command, _ in found}
    lines = {line for text in PAGES[lang].values() for line in text.splitlines()} - examples
    assert max(width(line) for line in lines) <= 80


def office_tables(folder: Path) -> None:
    """A table as an office sends it, as text and as a workbook, and a report; their figures are invented."""
    rows = [("indicator", "period", "value", "published"), ("gdp", "2026-Q3", "5.6", "2026-10-25")]
    (folder / "报表.csv").write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    report = "一、2025年工作回顾\n去年完成投资30亿元。\n二、2026年工作安排\n今年全市生产总值增长6%左右。\n"
    (folder / "目标.csv").write_text("指标名称,单位,目标\n新建口袋公园,个,20\n", encoding="utf-8")
    (folder / "new").mkdir()
    (folder / "report.txt").write_text(report, encoding="utf-8")
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "报表.xlsx")


@pytest.mark.parametrize("line", sorted({command for found in EXAMPLES.values() for command, _ in found}))
def test_every_example_of_the_help_works(line: str, tmp_path: Path, monkeypatch, capsys) -> None:
    workspace(tmp_path / "data")
    office_tables(tmp_path)
    monkeypatch.chdir(tmp_path)
    program, *arguments = shlex.split(line)
    assert program == "ycindic"
    if arguments == ["undo"]:
        assert main(["import", "报表.csv"]) == 0
    findings = (0, 1) if arguments[:1] in (["audit"], ["check"]) else (0,)
    assert main(arguments) in findings, capsys.readouterr().err
    for name in arguments:
        if name.endswith((".csv", ".xlsx", ".html")) and not arguments[0].startswith("import"):
            assert (tmp_path / name).stat().st_size > 100


def test_wrapping_keeps_every_word_and_breaks_no_line_before_a_full_stop() -> None:
    text = "正数为尚缺，负数为已超出。The rest, 其余须，must grow。"
    for room in range(8, 60):
        lines = wrapped(text, room)
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert max(width(line) for line in lines) <= max(room, 8)
        assert not any(line.startswith(("，", "。")) for line in lines)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("sttus", "no command 'sttus'; did you mean status?"),
        ("gdp@2026", "did you mean ycindic show gdp@2026?"),
        ("xyz", "there are: status, show"),
        ("calc reqired", "no command 'reqired'; did you mean required?"),
        ("status --colums id", "no option --colums; did you mean --columns?"),
        ("status gdp@2062", "ID: no 'gdp@2062'; did you mean gdp@2026?"),
        ("status GDP@2026", "did you mean gdp@2026?"),
        ("status --period", "--period needs a value"),
        ("export", "FILE is missing"),
        ("schema one", "one word too many: one"),
        ("export a.csv --long=yes", "--long"),
    ],
)
def test_a_mistake_is_answered_with_the_way_out(typed: str, says: str, tmp_path: Path, monkeypatch, capsys) -> None:
    workspace(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    assert main(typed.split()) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert "--help" in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    "typed", ["sttus", "gdp@2026", "status --colums id", "status gpd", "export", "status --period"]
)
def test_a_mistake_is_answered_in_chinese_with_full_width_punctuation(
    typed: str, tmp_path, monkeypatch, capsys
) -> None:
    workspace(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    assert main([*typed.split()[:1], "--lang", "zh", *typed.split()[1:]]) == 2
    said = capsys.readouterr().err
    assert re.search("[\u4e00-\u9fff]", said)
    assert not HAN_BESIDE_ASCII.search(said)


def test_the_version_is_told(capsys) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"ycindic {__version__}\n"


def test_arguments_mean_what_people_mean() -> None:
    assert command_meant([]) == ["status"]
    assert command_meant(["--as-of", "2026"]) == ["status", "--as-of", "2026"]
    assert command_meant(["help", "status"]) == ["status", "--help"]
    assert command_meant(["help"]) == ["--help"]
    assert command_meant(["--lang", "zh", "--help"]) == ["--help"]
    assert command_meant(["calc", "cagr", "-1.5", "--years", "2"]) == ["calc", "cagr", f"{_MINUS}1.5", "--years", "2"]
    assert command_meant(["status", "-1"]) == ["status", "-1"]


# --- completion: what bash, zsh and fish hand over, and what they get


def completed(shell: str, line: str, folder: Path) -> list[str]:
    words = re.findall(r"@|=|[^\s@=]+", line) + ([""] if line.endswith(" ") else [])
    environment = {
        "bash": {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    environment |= {"_YCINDIC_COMPLETE": f"complete_{shell}", "YCINDIC_DATA": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "ycindic"], env=os.environ | environment, capture_output=True, check=True, text=True
    )
    assert done.stderr == ""
    return done.stdout.split() if shell == "bash" else done.stdout.splitlines()


def test_a_shell_completes_commands_options_and_ids(tmp_path: Path) -> None:
    desk = workspace(tmp_path)
    assert completed("bash", "ycindic ind", desk) == ["indicators"]
    assert completed("bash", "ycindic status urb", desk) == ["urban-jobs@2026", "urban-jobs"]
    assert completed("bash", "ycindic status --verdict off", desk) == ["off_track"]
    assert [line.split("\t") for line in completed("fish", "ycindic show urban-jobs@", desk)] == [
        ["urban-jobs@2026", "New urban jobs"]
    ]
    assert "gdp@2026" in "".join(completed("zsh", "ycindic status gdp@2", desk))


@pytest.mark.parametrize(
    ("environment", "loaded"),
    [
        ({"COMP_WORDS": "ycindic\nshow\ngd", "COMP_CWORD": "2"}, "show"),
        ({"COMP_WORDS": "ycindic\nshow\n", "COMP_CWORD": "2"}, "show"),
        ({"COMP_WORDS": "ycindic\nimport", "COMP_CWORD": "1"}, ""),
        ({"COMP_WORDS": "ycindic\nimport\ngd", "COMP_CWORD": "1"}, ""),
        ({"_TYPER_COMPLETE_ARGS": "ycindic show "}, "show"),
        ({"_TYPER_COMPLETE_ARGS": "ycindic import"}, ""),
        ({}, ""),
    ],
)
def test_behind_a_command_no_other_one_is_loaded_and_of_one_that_is_typed_all_are(
    environment: dict[str, str], loaded: str
) -> None:
    assert command_typed(environment) == loaded


def test_bash_gets_the_piece_behind_an_id_that_it_broke(tmp_path: Path) -> None:
    desk = workspace(tmp_path)
    assert completed("bash", "ycindic status gdp@20", desk) == ["@2026"]
    assert completed("bash", "ycindic status --verdict=off", desk) == ["off_track"]


def test_completion_is_silent_where_there_is_no_registry(tmp_path: Path) -> None:
    assert completed("bash", "ycindic status g", tmp_path / "missing") == []


@pytest.mark.parametrize(
    ("pieces", "place", "words", "prefix"),
    [
        (["ycindic", "status", "gdp", "@", "20"], 4, ["ycindic", "status", "gdp@20"], "gdp"),
        (["ycindic", "status", "gdp", "@20"], 3, ["ycindic", "status", "gdp@20"], "gdp"),
        (["ycindic", "status", "gdp@20"], 2, ["ycindic", "status", "gdp@20"], ""),
        (["ycindic", "status", "--lang", "=", "z"], 4, ["ycindic", "status", "--lang=z"], "--lang="),
        (["ycindic", "status", ""], 2, ["ycindic", "status", ""], ""),
        (["ycindic", "show", "a", "@", "1", "b"], 5, ["ycindic", "show", "a@1", "b"], ""),
    ],
)
def test_what_bash_broke_is_put_together(pieces: list[str], place: int, words: list[str], prefix: str) -> None:
    environment = {"COMP_WORDS": "\n".join(pieces), "COMP_CWORD": str(place)}
    assert _rejoined(environment) == prefix
    assert environment["COMP_WORDS"].split("\n") == words
