"""What became of a promise in the next year? All texts are invented."""

from __future__ import annotations

import json

import pytest

from ycindic.cli import main
from ycindic.scan.compare import Fate, compare, of_findings
from ycindic.scan.read import scan


def said(sentence: str):
    return of_findings(scan(f"一、2025年工作回顾\n三、2026年工作安排\n{sentence}\n"))


@pytest.mark.parametrize(
    ("old", "new", "fates"),
    [
        ("生产总值增长6%左右。", "生产总值增长6%左右。", (Fate.KEPT,)),
        ("生产总值增长6%左右。", "生产总值增长6.5%左右。", (Fate.RAISED,)),
        ("生产总值增长6%。", "生产总值增长5%。", (Fate.LOWERED,)),
        ("生产总值增长6%以上。", "生产总值增长6%左右。", (Fate.SOFTER,)),
        ("确保生产总值增长6%。", "力争生产总值增长6%。", (Fate.SOFTER,)),
        ("力争生产总值增长6%。", "确保生产总值增长7%。", (Fate.RAISED, Fate.FIRMER)),
        ("新建农村公路6万公里。", "新建农村公路60000公里。", (Fate.REWORDED,)),
        ("单位生产总值能耗下降3%。", "单位生产总值能耗下降4%。", (Fate.LOWERED,)),
    ],
)
def test_a_promise_is_followed_into_the_next_year(old, new, fates) -> None:
    assert [one.fates for one in compare(said(old), said(new))] == [fates]


def test_growth_and_level_are_never_compared() -> None:
    changes = compare(said("社会消费品零售总额增长6%。"), said("社会消费品零售总额达到300亿元。"))
    assert [one.fates for one in changes] == [(Fate.DROPPED,), (Fate.NEW,)]


def test_the_command_gives_both_wordings(tmp_path, capfd) -> None:
    for name, sentence in (("old.txt", "新增就业5万人。"), ("new.txt", "新增就业6万人，新建公园3个。")):
        (tmp_path / name).write_text(f"三、2026年工作安排\n{sentence}\n", encoding="utf-8")
    files = [str(tmp_path / "old.txt"), str(tmp_path / "new.txt")]
    assert main(["compare", *files]) == 0
    assert "raised: 新增就业: 新增就业5万人 → 新增就业6万人" in capfd.readouterr().out
    assert main(["compare", *files, "--format", "json"]) == 0
    assert [one["fates"] for one in json.loads(capfd.readouterr().out)["changes"]] == [["raised"], ["new"]]


@pytest.mark.parametrize(
    ("old", "new", "fates"),
    [
        ("城镇化率提高0.9个百分点。", "城镇化率提高1.1个百分点。", ["raised"]),
        ("高新技术企业数量翻一番。", "高新技术企业数量翻两番。", ["raised"]),
        ("固定资产投资增速高于全省平均2个百分点以上。", "固定资产投资增速高于全省平均1个百分点以上。", ["lowered"]),
        ("单位生产总值能耗下降3%以上。", "单位生产总值能耗下降3%以上。", ["kept"]),
    ],
)
def test_a_goal_told_from_its_base_is_compared_as_it_is_printed(tmp_path, capfd, old, new, fates) -> None:
    """An old registry, drafted from its report, and the text of the next year."""
    for name, sentence in (("old.txt", old), ("new.txt", new)):
        (tmp_path / name).write_text(f"三、2026年工作安排\n{sentence}\n", encoding="utf-8")
    registry = str(tmp_path / "targets.yaml")
    assert main(["scan", str(tmp_path / "old.txt"), "--draft", registry]) == 0
    capfd.readouterr()
    assert main(["compare", registry, str(tmp_path / "new.txt"), "--format", "json"]) == 0
    assert [one["fates"] for one in json.loads(capfd.readouterr().out)["changes"]] == [fates]
