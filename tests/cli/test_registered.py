"""Do `targets` and `indicators` tell what is registered?"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cli.desk_workspace import run, workspace
from ycindic.domain.model import Every, Released
from ycindic.render.answers.registered import (
    _INDICATOR_COLUMNS,
    _TARGET_COLUMNS,
    _USUAL_INDICATORS,
    _USUAL_TARGETS,
    EVERY,
    _released_words,
)

CHINA = Path(__file__).resolve().parents[2] / "examples/china"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return workspace(tmp_path / "desk")


@pytest.fixture
def said(desk: Path, capsys: pytest.CaptureFixture[str]):
    def ask(command: str) -> str:
        assert run(desk, command, as_of="") == 0
        return capsys.readouterr().out

    return ask


def test_targets_come_with_wording_section_and_commitment(said) -> None:
    line = next(line for line in said("targets").splitlines() if "urban-jobs@2026" in line)
    assert [one.strip() for one in line.split("  ") if one.strip()] == [
        "urban-jobs@2026", "New urban jobs", "5 万人", "binding", "三", "新增就业5万人",
    ]  # fmt: skip


def test_targets_can_be_filtered_as_in_status(said) -> None:
    assert said("targets --commitment binding --format csv --columns id").split() == ["id", "urban-jobs@2026"]
    assert said("targets gdp --format csv --columns id,goal").split() == ["id,goal", "gdp@2026,6"]
    assert said("targets --publisher statistics --columns id --format csv").split() == ["id", "gdp@2026"]


def test_indicators_tell_measure_release_and_publisher(said) -> None:
    line = next(line for line in said("indicators").splitlines() if "urban-jobs" in line)
    assert "flow" in line
    assert "monthly, day 20 of" in line
    assert said("indicators --measure mean --format csv --columns id").split() == ["id", "prices"]
    assert said("indicators urban-jobs@2026 --format csv --columns id").split() == ["id", "urban-jobs"]


@pytest.mark.parametrize(("command", "attributes"), [("targets", _TARGET_COLUMNS), ("indicators", _INDICATOR_COLUMNS)])
def test_csv_and_json_hold_every_column_in_both_languages(command: str, attributes, said) -> None:
    rows = list(csv.DictReader(io.StringIO(said(f"{command} --format csv"))))
    told = json.loads(said(f"{command} --format json"))[command]
    assert len(rows) == len(told)
    for row, one in zip(rows, told, strict=True):
        assert list(one) == list(attributes)
        assert row["name_zh"] == one["name"]["zh"]
        assert row["id"] == one["id"]
        heads = ([f"{name}_zh", f"{name}_en"] if at.bilingual else [name] for name, at in attributes.items())
        assert list(row) == [head for pair in heads for head in pair]


def test_a_list_in_markdown_is_a_table(said) -> None:
    lines = said("targets --format markdown").splitlines()
    assert lines[0].startswith("| Id | Indicator |")
    assert len(lines) == 2 + 3


def test_no_line_of_a_list_is_wider_than_the_screen_and_an_id_is_never_broken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for width in (60, 80, 100, 160):
        monkeypatch.setenv("COLUMNS", str(width))
        for command in ("targets", "indicators"):
            assert run(CHINA, command, as_of="") == 0
            lines = capsys.readouterr().out.splitlines()
            assert max(len(line) for line in lines) <= width
            ids = {line.split(" ")[0] for line in lines if not line.startswith(" ")}
            assert {"targets": "co2-intensity@2026-2030", "indicators": "co2-intensity"}[command] in ids


def test_wide_shows_all_columns(said) -> None:
    head = said("indicators --wide").splitlines()[0]
    assert [key for key, one in _INDICATOR_COLUMNS.items() if one.label.in_language("en") not in head] == []


def test_columns_that_are_usual_exist_and_rhythms_have_words() -> None:
    assert set(_USUAL_TARGETS) <= _TARGET_COLUMNS.keys()
    assert set(_USUAL_INDICATORS) <= _INDICATOR_COLUMNS.keys()
    assert set(EVERY) == set(Every)


def test_a_release_rule_is_told_in_words() -> None:
    rule = Released(Every.MONTH, 15, 1, 2)
    assert _released_words(rule, "zh") == "每月次月15日，首次含1—2月"
    assert _released_words(rule, "en") == "monthly, day 15 of the next month, the first through month 2"
    assert _released_words(Released(Every.YEAR, None, 9), "en") == "yearly 9 months later"
    assert _released_words(Released(Every.IRREGULAR), "zh") == "不定期"
    assert _released_words(None, "en") == ""
