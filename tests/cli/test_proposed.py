"""Does a command that an answer proposes lead to the folder of that answer?"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.main import get_command

from ycindic.cli import main
from ycindic.cli.commands import COMMANDS, single_command
from ycindic.render.answers.alerts import ALERTS
from ycindic.render.answers.findings import RULE_TEXTS
from ycindic.render.words.problems import TEXTS
from ycindic.text import proposed as proposing

ROOT = Path(__file__).resolve().parents[2]
PROPOSED = re.compile(rf"ycindic (?:{'|'.join(COMMANDS)})\b(?: +(?:\"[^\"]*\"|[\w*@./—-]+))*")
ASKED = [[], ["check"], ["audit"], ["due"], ["validate"], ["show", "gdp@2026"], ["undo"], ["--format", "html"]]


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The national workspace in a folder whose name a shell would take for two."""
    folder = tmp_path / "a city"
    shutil.copytree(ROOT / "examples/china", folder)
    return folder


def told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The commands that an answer proposes, whatever lines they stand on."""
    main(arguments)
    said = capsys.readouterr()
    return PROPOSED.findall(re.sub(r"\s+", " ", (said.out + said.err).replace("&#34;", '"').replace("&quot;", '"')))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("asked", ASKED, ids=[" ".join(one) or "status" for one in ASKED])
def test_every_command_of_an_answer_names_its_folder(
    asked: list[str], lang: str, city: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "999")  # a folder that a line has no room for is told once, below
    found = told([*asked, "--data", str(city), "--lang", lang], capsys)
    assert [one for one in found if f'--data "{city}"' not in one] == []


def test_the_first_look_and_the_check_do_propose_commands(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for asked in ([], ["check"], ["undo"]):
        assert told([*asked, "--data", str(city), "--as-of", "2026-09-20"], capsys)


def test_a_folder_that_the_command_finds_by_itself_is_not_named(
    city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(city)
    for where in ([], ["--data", "."], ["--data", str(city)]):
        found = told(["check", *where], capsys)
        assert found
        assert [one for one in found if "--data" in one] == []


def test_a_first_figure_is_asked_for_only_where_the_year_has_none(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--data", str(city), "--as-of", "2026-09-20"])
    assert "Next figure: " in capsys.readouterr().out
    shutil.rmtree(city / "actuals")
    main(["--data", str(city), "--as-of", "2026-09-20"])
    assert "First figure: " in capsys.readouterr().out


def parsed(command: str) -> None:
    """Let the program read a command without doing it; an error where it lacks something or knows an option not."""
    _program, name, *rest = shlex.split(command)
    get_command(single_command(name)).make_context(name, rest)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_command_that_is_proposed_can_be_typed_as_it_stands(
    lang: str, city: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found: set[str] = set()
    told_as = proposing._Proposed.in_language

    def told_and_kept(self: proposing._Proposed, lang: str, /) -> str:
        found.add(told_as(self, lang))
        return told_as(self, lang)

    monkeypatch.setattr(proposing._Proposed, "in_language", told_and_kept)
    for asked in (*ASKED, ["check", "--format", "json", "--chance-below", "1"], ["record", "gdp", "9月", "5.4"]):
        for day in ("2026-09-20", "2027-03-20"):
            dated = [] if asked[:1] in (["validate"], ["record"], ["undo"]) else ["--as-of", day]
            main([*asked, *dated, "--data", str(city), "--lang", lang])
    for _called, advice in (*TEXTS.values(), *ALERTS.values(), *RULE_TEXTS.values()):
        advice.in_language(lang)
    capsys.readouterr()
    assert len({one.split()[1] for one in found}) > 8
    for one in found:
        parsed(one)


def test_a_check_names_the_targets_that_it_proposes_to_show(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--data", str(city), "--as-of", "2026-09-20", "--lang", "en"])
    shown = re.findall(
        r"^\w.* \[(?:at-risk|off-track|missed)\] \((\d+)\): ycindic show (.*?) --data",
        capsys.readouterr().out,
        re.MULTILINE,
    )
    assert shown
    assert all(len(ids.split()) == min(int(number), 5) for number, ids in shown)
