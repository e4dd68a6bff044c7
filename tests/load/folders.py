"""Small folders for the tests of the readers. Everything in them is invented for the tests."""

import re
from datetime import date
from pathlib import Path

from ycindic.domain.facts import Facts
from ycindic.domain.model import IndicatorId, Plan
from ycindic.domain.period import month_text
from ycindic.domain.problem import Problem
from ycindic.load.actuals import read_actuals
from ycindic.load.registry import read_registry

TOP = "schema: 1\ntitle: {zh: 例, en: example}\n"
HEADER = "indicator,period,value,basis,published,stage,bound,source,note\n"
INDICATORS = """indicators:
  jobs:
    name: {zh: 就业, en: Jobs}
    unit: 万人
    measure: flow
    released: {every: month, day: 20}
  gdp:
    name: {zh: 生产总值, en: Gross product}
    unit: "%"
    measure: growth
  cpi:
    name: {zh: 物价, en: Prices}
    unit: "%"
    measure: mean
  towns:
    name: {zh: 乡镇, en: Towns}
    unit: 个
    measure: stock
  fires:
    name: {zh: 火灾, en: Fires}
    unit: 起
    measure: events
"""


def write(folder: Path, text: str | bytes, name: str = "targets.yaml") -> Path:
    """Write a file, its folder made where there is none."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def registry(folder: Path, text: str | bytes) -> tuple[Plan, list[Problem]]:
    """What a registry says and what is wrong with it."""
    problems: list[Problem] = []
    return read_registry(write(folder, text), problems), problems


def target(folder: Path, keys: str, indicator: str = "unit: 万人, measure: flow, better: higher") -> list[str]:
    """The faults of one target of one indicator: the word at the very place, and the code."""
    text = f"{TOP}indicators:\n  other: {{name: {{zh: 乙, en: B}}, unit: '%', measure: growth}}\n"
    text += f"  one: {{name: {{zh: 甲, en: A}}, {indicator}, targets: [\n{{{keys}}}]}}\n"
    _, problems = registry(folder, text)
    return [f"{_word_at(text, one)} {one.code}" for one in sorted(problems)]


def _word_at(text: str, problem: Problem) -> str:
    rest = text.splitlines()[problem.place.line - 1][problem.place.column - 1 :]
    found = re.match(r"\[[^\]]*\]|\"[^\"]*\"|'[^']*'|\{|[^,}\]]+?(?=: |[,}\]]|$)", rest)
    return found.group() if found else rest


def figures(
    folder: Path, files: dict[str, str | bytes], as_of: str = "2026-12-31", *, thorough: bool = False
) -> tuple[Facts, list[Problem], int]:
    """What files of figures say at a date, what is wrong with them, how many rows are later."""
    plan, problems = registry(folder, TOP + INDICATORS)
    assert problems == []
    paths = [write(folder, text, f"actuals/{name}") for name, text in sorted(files.items())]
    read = read_actuals(paths, plan, date.fromisoformat(as_of), problems, thorough=thorough)
    return read.facts, problems, read.later


def one_file(
    folder: Path, rows: str | bytes, as_of: str = "2026-12-31", *, header: str = HEADER
) -> tuple[Facts, list[Problem], int]:
    """The same of one file whose header is added."""
    data = rows if isinstance(rows, bytes) else rows.encode()
    return figures(folder, {"all.csv": header.encode() + data}, as_of)


def said(facts: Facts, indicator: str) -> dict[str, str]:
    """The figures of an indicator that count: `basis through` → value as typed."""
    series = facts.of(IndicatorId(indicator))
    return {f"{one.basis} {month_text(one.period.last)}": str(one.value) for one in series.observations}
