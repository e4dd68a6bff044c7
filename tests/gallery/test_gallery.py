"""Every fault of a file has a tiny folder here, with the line that a clerk will read.

`<code>/` holds the smallest files with that fault, `expected.txt` what `ycindic validate --lang en` says
of them. To see a message anew: `cd tests/gallery/<code> && ycindic validate --data . --lang en`.
"""

import json
from pathlib import Path

import pytest
import yaml

from ycindic.cli import main
from ycindic.domain.problem import Code, Place, Problem
from ycindic.files import decoding
from ycindic.load import fields
from ycindic.render.answers.sheet import in_both
from ycindic.render.words.problems import _EXPECTED, TEXTS, fault_line

HERE = Path(__file__).parent
FOLDERS = sorted(folder.name for folder in HERE.iterdir() if (folder / "expected.txt").exists())
NO_FOLDER = {Code.UNREADABLE, Code.PIPE, Code.TOO_LONG, Code.SUPERSEDED, Code.TODO}
"""What no small folder can have as a fault; each has a test of its own, below or in `tests/load`."""
WRITING = {
    Code.BUNDLED, Code.OUTSIDE, Code.LOCKED, Code.CHANGED, Code.NO_SPACE, Code.NO_RIGHTS, Code.UNWRITABLE,
    Code.NO_WRITE, Code.CHANGED_SINCE, Code.TAKEN_BACK, Code.NO_FIGURES,
    Code.NO_COLUMN, Code.SAME_DATE, Code.NOT_RECORDED, Code.BAD_TEXT, Code.BROKEN_BOOK, Code.OLD_BOOK, Code.TOO_BIG,
    Code.ENCRYPTED, Code.OPEN_DOCUMENT, Code.BINARY_BOOK, Code.XML_BOOK, Code.WEB_PAGE, Code.OTHER_FILE,
    Code.NO_TABLE, Code.NO_SHEET, Code.BAD_MAPPING, Code.AMBIGUOUS_NAME, Code.NO_PERIOD, Code.OPEN_BASIS, Code.NOT_OVER,
    Code.OTHER_UNIT, Code.TWICE, Code.THERE_ALREADY, Code.NO_YEAR, Code.TWO_PERIODS, Code.OPEN_PERIOD, Code.SINGLE_DAY,
    Code.TWO_BASES, Code.OPEN_DECIMALS, Code.RANGE, Code.PLAN, Code.MIXED_ROWS, Code.NO_CHOICE,
    Code.NO_NAME, Code.STRANGE_HEADING, Code.NO_ROOM, Code.FORM_CHANGED, Code.FORM_ALONE, Code.FORM_EARLIER,
    Code.OWN_ANSWER,
    Code.NO_TARGETS, Code.EMPTY_CELL, Code.OPEN_GOAL, Code.PROMISED_TWICE, Code.GOAL_UNIT, Code.REGISTERED,
}  # fmt: skip
"""Faults of writing and of other people's tables, which `validate` never tells; their tests are in `tests/record`."""


@pytest.fixture(params=FOLDERS)
def code(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Code:
    monkeypatch.chdir(HERE / request.param)
    return Code(request.param)


def test_there_is_a_folder_for_every_code() -> None:
    assert {Code(name) for name in FOLDERS} | NO_FOLDER | WRITING == set(Code)


def test_every_code_has_a_text_and_a_hint_in_both_languages() -> None:
    assert set(TEXTS) == set(Code)
    assert all(all(in_both(text).values()) for texts in TEXTS.values() for text in texts)


def test_what_has_a_name_in_other_languages_is_a_kind_of_value() -> None:
    assert set(_EXPECTED) <= {kind.value for kind in fields.Sort} | {"[low, high]"}


def test_the_message_is_the_one_that_was_promised(code: Code, capfd: pytest.CaptureFixture[str]) -> None:
    if code is Code.SYNTAX and not yaml.__with_libyaml__:
        pytest.skip("the pure-Python parser has words of its own")
    assert main(["validate", "--data", ".", "--lang", "en"]) == 2
    out, err = capfd.readouterr()
    assert out == (HERE / code / "expected.txt").read_text(encoding="utf-8")
    assert "Traceback" not in err


def test_the_same_fault_is_told_in_chinese(code: Code, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--data", ".", "--lang", "zh"]) == 2
    out, _ = capfd.readouterr()
    english = (HERE / code / "expected.txt").read_text(encoding="utf-8")
    assert len(out.splitlines()) == len(english.splitlines())
    for zh, en in zip(out.splitlines(), english.splitlines(), strict=True):
        assert zh.split(" ")[0] == en.split(" ")[0], "the same place"
        assert zh.endswith(f"[{code}]")
        assert TEXTS[code][0].in_language("zh") in zh


def told_lines(lang: str, capfd: pytest.CaptureFixture[str]) -> list[str]:
    main(["validate", "--data", ".", "--lang", lang])
    return capfd.readouterr().out.splitlines()


def test_programs_get_the_code_the_place_and_both_languages(code: Code, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--data", ".", "--format", "json"]) == 2
    answer = json.loads(capfd.readouterr().out)
    assert answer["schema"] == 2
    assert {one["code"] for one in answer["problems"]} == {code.value}
    for one in answer["problems"]:
        place = Place(one["file"], one["line"] or 0, one["column"] or 0)
        for lang in ("zh", "en"):
            what, hint = TEXTS[code]
            assert what.in_language(lang) in one["what"][lang]
            assert one["hint"][lang] == hint.in_language(lang)
            assert f"{place}: {one['message'][lang]} [{code}]" in told_lines(lang, capfd)


def test_status_answers_what_it_can_names_the_fault_and_ends_with_2(
    code: Code, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["status", "--data", ".", "--format", "json", "--lang", "en", "--as-of", "2026-12-31"]) == 2
    out, err = capfd.readouterr()
    assert code.value in {one["code"] for one in json.loads(out)["problems"]}
    assert f"[{code}]" in err
    assert "Traceback" not in err


def test_a_folder_in_place_of_a_file_is_unreadable(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "actuals" / "jobs.csv").mkdir(parents=True)
    registry = (HERE / "conflict" / "targets.yaml").read_text(encoding="utf-8")
    (tmp_path / "targets.yaml").write_text(registry, encoding="utf-8")
    assert main(["validate", "--data", str(tmp_path), "--lang", "en"]) == 2
    out, _ = capfd.readouterr()
    assert out.startswith(f"{tmp_path / 'actuals' / 'jobs.csv'}: the file cannot be read; because ")
    assert out.endswith("check its permissions and path [unreadable]\n")


def test_a_folder_name_that_is_too_long_is_unreadable(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--data", "x" * 300, "--lang", "en"]) == 2
    assert "[unreadable]" in capfd.readouterr().out


def test_a_line_that_never_ends_is_too_long(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    registry = (HERE / "conflict" / "targets.yaml").read_text(encoding="utf-8")
    (tmp_path / "targets.yaml").write_text(registry, encoding="utf-8")
    (tmp_path / "actuals").mkdir()
    endless = b"indicator,period,value\n" + b"x" * (decoding.LONGEST_LINE + decoding.CHUNK)
    (tmp_path / "actuals" / "jobs.csv").write_bytes(endless)
    assert main(["validate", "--data", str(tmp_path), "--lang", "en"]) == 2
    place = f"{tmp_path / 'actuals' / 'jobs.csv'}:2"
    hint = "look for a missing line end [too-long]"
    assert capfd.readouterr().out == f"{place}: a line or the file is too long; {hint}\n"


def test_what_a_file_says_is_told_on_one_line_and_without_control_characters() -> None:
    seen = "a\nb\x1b[31m\u202e" + "长" * 200
    line = fault_line(Problem(Place("targets.yaml", 1, 1), Code.BAD_VALUE, seen=seen, detail="\x1b[0m"), "zh")
    assert "a\\nb\\x1b[31m\\u202e" in line
    assert line.isprintable()
    assert len(line) < 200
