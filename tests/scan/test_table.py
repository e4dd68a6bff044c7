"""Does the table of a scan say on a narrow screen what was promised? The sentences are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from ycindic.cli import main

TEXT = (
    "一、2025年工作回顾\n三、2026年工作安排\n推进“十大工程”，规模以上工业战略性新兴产业增加值占规模以上工业增加值比重"
    "达到十二点五以上，把农民医保补助由每人每年610元提高到640元。\n新增就业5万人以上。\n"
)


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_class_figure_and_indicator_stay_on_a_narrow_screen(
    tmp_path: Path, capfd, monkeypatch, width, language
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    assert main(["scan", str(tmp_path / "report.txt"), "--lang", language]) == 0
    head, *rows = capfd.readouterr().out.splitlines()
    wanted = {"zh": ("类别", "数字", "指标"), "en": ("class", "figure", "indicator")}[language]
    assert tuple(head.split()[:3]) == wanted
    assert any("5万人" in row and "新增就业" in row for row in rows)


def test_names_are_counted_and_listed_when_asked_for(tmp_path: Path, capfd) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    for more, listed in (([], False), (["--names"], True), (["--class", "name"], True)):
        assert main(["scan", str(tmp_path / "report.txt"), "--lang", "en", *more]) == 0
        told = capfd.readouterr()
        assert ("name " in told.out) is listed
        assert "0 names" not in told.err + told.out
