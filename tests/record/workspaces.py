"""A small workspace on disk, and the commands run on it as a user would."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from ycindic.cli import main

REGISTRY = """\
schema: 1
title: {zh: 某市, en: Some city}
indicators:
  gdp:
    name: {zh: 地区生产总值增速, en: Gross regional product}
    unit: "%"
    measure: growth
    released: {every: quarter, day: 25}
    targets: [{period: 2026, relation: about, goal: 6}]
    better: higher
  jobs:
    name: {zh: 城镇新增就业, en: New urban jobs}
    unit: 万人
    measure: flow
    released: {every: month, day: 20}
    targets: [{period: 2026, relation: at_least, goal: 5}]
  debt:
    name: {zh: 债务净增, en: Net new debt}
    unit: 亿元
    measure: flow
    net: true
  prices:
    name: {zh: 居民消费价格, en: Consumer prices}
    unit: "%"
    measure: mean
    better: near
    targets: [{period: 2026, relation: about, goal: 2}]
  parks:
    name: {zh: 园区, en: Parks}
    unit: 个
    measure: stock
    targets: [{period: 2026, relation: at_least, goal: 12}]
"""

HEADER = "indicator,period,value,basis,published,stage,bound,source,note\n"


class Said(NamedTuple):
    """What a command said."""

    code: int
    out: str
    err: str


class Desk:
    """A workspace, and somebody who works there."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        (folder / "actuals").mkdir(parents=True)
        (folder / "targets.yaml").write_text(REGISTRY, encoding="utf-8")

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.folder / "actuals" / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run(self, *words: str) -> Said:
        self.capsys.readouterr()
        code = main([*words, "--data", str(self.folder)])
        out, err = self.capsys.readouterr()
        return Said(code, out, err)

    def record(self, line: str, *more: str) -> Said:
        return self.run("record", *line.split(), *more)

    def text(self, name: str = "recorded.csv") -> str:
        return (self.folder / "actuals" / name).read_bytes().decode("utf-8-sig")

    def rows(self, name: str = "recorded.csv") -> list[str]:
        return self.text(name).splitlines()[1:]

    def files(self) -> dict[str, bytes]:
        """Every file of the workspace that is not of our own bookkeeping."""
        found = (one for one in self.folder.rglob("*") if one.is_file() and ".ycindic" not in one.parts)
        return {str(one.relative_to(self.folder)): one.read_bytes() for one in found}

    def log(self) -> list[str]:
        path = self.folder / ".ycindic" / "log.csv"
        return path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else []
