"""What is still to be decided is accepted, listed, counted, and not judged. The registry is invented."""

from __future__ import annotations

import json
from pathlib import Path

from load.folders import TOP
from ycindic.cli import main
from ycindic.load.registry import read_registry

TEXT = f"""{TOP}names:
  - {{phrase: 十大工程, why: quoted, where: 三}}
indicators:
  roads:
    name: {{zh: 公路, en: Roads}}
    unit: 公里
    measure: flow
    targets:
      - {{period: 2026, relation: at_least, goal: 30, todo: 里程是否含改建}}
      - {{period: 2027, relation: at_least, goal: 30}}
  parks:
    name: {{zh: 公园, en: Parks}}
    unit: 个
    measure: flow
    todo: 类型
    targets:
      - {{period: 2026, relation: at_least, goal: 3}}
"""


def folder(tmp_path: Path) -> Path:
    (tmp_path / "targets.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_validate_lists_the_todos_with_their_lines_and_counts_them(tmp_path, capfd) -> None:
    assert main(["validate", "--data", str(folder(tmp_path))]) == 0
    out, err = capfd.readouterr()
    lines = [index for index, line in enumerate(TEXT.splitlines(), 1) if "todo" in line]
    assert out.splitlines()[0].startswith(f"{tmp_path / 'targets.yaml'}:{lines[0]}:")
    assert "roads@2026: 里程是否含改建" in out.splitlines()[0]
    assert "parks: 类型" in out.splitlines()[1]
    assert "2 todos" in err
    assert main(["validate", "--data", str(tmp_path), "--format", "json"]) == 0
    assert [one["id"] for one in json.loads(capfd.readouterr().out)["todos"]] == ["roads@2026", "parks"]


def test_a_target_with_a_todo_is_undetermined_and_says_what_is_open(tmp_path, capfd) -> None:
    assert main(["status", "--data", str(folder(tmp_path)), "--as-of", "2026-06-30", "--format", "json"]) == 0
    rows = {one["id"]: one for one in json.loads(capfd.readouterr().out)["targets"]}
    assert rows["roads@2026"]["verdict"] == rows["parks@2026"]["verdict"] == "undetermined"
    assert rows["roads@2026"]["on_track"] is None
    assert rows["roads@2026"]["sentence"]["zh"] == "待定：里程是否含改建。"
    assert rows["roads@2027"]["verdict"] == "not_due"


def test_the_names_of_a_registry_are_read_with_their_reason_and_section(tmp_path) -> None:
    plan = read_registry(folder(tmp_path) / "targets.yaml", [])
    assert [one[:3] for one in plan.names] == [("十大工程", "quoted", "三")]
