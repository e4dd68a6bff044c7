"""A small workspace on disk, for commands: everything in it is invented."""

from __future__ import annotations

from pathlib import Path

from ycindic.cli import main

TARGETS = """\
schema: 1
title: {zh: 工作报告, en: Work report}
sections: {三: {zh: 年度目标, en: This year}}
indicators:
  gdp:
    name: {zh: 地区生产总值, en: Gross regional product}
    unit: "%"
    measure: growth
    better: higher
    released: {every: quarter, day: 25}
    publisher: {zh: 市统计局, en: Statistics bureau}
    targets:
      - {period: 2026, relation: about, goal: 6, section: 三, wording: 增长6%左右}
  urban-jobs:
    name: {zh: 城镇新增就业, en: New urban jobs}
    unit: 万人
    measure: flow
    released: {every: month, day: 20}
    publisher: {zh: 市人社局, en: Labour bureau}
    targets:
      - {period: 2026, relation: at_least, goal: 5, section: 三, commitment: binding, wording: 新增就业5万人}
  prices:
    name: {zh: 居民消费价格涨幅, en: Rise of consumer prices}
    unit: "%"
    measure: mean
    better: lower
    targets:
      - {period: 2026, relation: at_most, goal: 2, wording: 涨幅控制在2%以内}
  benchmark:
    name: {zh: 全国增速, en: Nation}
    unit: "%"
    measure: growth
    targets: []
"""

ACTUALS = """\
indicator,period,value,basis,published,stage,bound,source,note
gdp,2026-Q1,5.0,ytd,2026-04-25,preliminary,,市统计局,
gdp,2026-H1,5.50,ytd,2026-07-25,,,"bureau, ""first"" desk",'=1+1
urban-jobs,2026-03,1.31,ytd,2026-04-20,,over,,
urban-jobs,2026-06,2.80,ytd,2026-07-20,,,,
prices,2026-01..2026-02,0.5,alone,2026-03-10,,,,
prices,2026-03,-0.1,alone,2026-04-10,final,,,
benchmark,2026-H1,4.7,,,,,,
"""


def workspace(folder: Path) -> Path:
    (folder / "actuals").mkdir(parents=True)
    (folder / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    (folder / "actuals/figures.csv").write_text(ACTUALS, encoding="utf-8")
    return folder


def run(folder: Path, command: str, *more: str, as_of: str = "2026-08-15") -> int:
    """A command about the workspace at its date, in this process."""
    return main([*command.split(), *more, "--data", str(folder), *(["--as-of", as_of] if as_of else [])])
