"""Does `status` do what its options say?"""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.desk_workspace import run, workspace


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return workspace(tmp_path / "desk")


def test_columns_choose_those_of_a_csv_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "status --format csv --columns id,name --columns gap") == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "id,name_zh,name_en,gap",
        "gdp@2026,地区生产总值,Gross regional product,0.5",
    ]


def test_columns_choose_those_of_a_json_document(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "status --format json --columns id,goal") == 0
    assert json.loads(capsys.readouterr().out)["targets"][0] == {"id": "gdp@2026", "goal": 6}


def test_a_mistyped_column_is_answered_with_the_nearest(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "status --columns actuall") == 2
    assert "did you mean actual?" in capsys.readouterr().err


def test_a_filter_that_leaves_nothing_is_an_empty_answer(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "status --format csv --period 1999") == 0
    assert len(list(csv.reader(io.StringIO(capsys.readouterr().out)))) == 1


def test_filters_may_be_repeated_or_comma_separated(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "status --format csv --columns id --indicator gdp,prices") == 0
    assert capsys.readouterr().out.split() == ["id", "gdp@2026", "prices@2026"]
    assert run(desk, "status gdp --format csv --columns id --commitment plain --publisher statistics") == 0
    assert capsys.readouterr().out.split() == ["id", "gdp@2026"]


def test_a_file_is_written_whole_and_a_csv_file_carries_its_mark(desk: Path, tmp_path: Path) -> None:
    for form, begins in (("csv", b"\xef\xbb\xbfid,"), ("json", b"{"), ("table", b"Work report")):
        file = tmp_path / f"answer.{form}"
        assert run(desk, f"status --format {form} --output {file}") == 0
        assert file.read_bytes().startswith(begins)


def test_a_folder_that_is_not_there_is_said_and_leaves_nothing(desk: Path, tmp_path: Path) -> None:
    assert run(desk, f"status --format csv --output {tmp_path}/missing/answer.csv") == 2
    assert [one.name for one in tmp_path.iterdir()] == ["desk"]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_answers_for_programs_load_no_drawing_library(desk: Path, form: str) -> None:
    code = (
        "import sys; from ycindic.cli import main; "
        f"main(['status', '--format', '{form}', '--data', r'{desk}', '--as-of', '2026-08-15']); "
        "sys.exit(repr([one for one in ('rich', 'xlsxwriter') if one in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_the_answer_for_programs_does_not_depend_on_the_language(desk: Path) -> None:
    texts = set()
    for lang in ("zh", "en"):
        command = [sys.executable, "-m", "ycindic", "status", "--format", "csv", "--lang", lang, "--data", str(desk)]
        texts.add(subprocess.run([*command, "--as-of", "2026-08"], capture_output=True, check=True).stdout)
    assert len(texts) == 1
