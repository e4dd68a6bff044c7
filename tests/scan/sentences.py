"""Sentences with labels by hand: how they are kept, and what a scan says of them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import yaml

from ycindic.scan.finding import Class, Finding
from ycindic.scan.read import scan

HEADS = {
    "plan": "三、2026年工作安排\n",
    "review": "一、2025年工作回顾\n",
    "span": "一、2025年工作回顾\n二、“十五五”时期主要目标任务\n三、2026年工作安排\n",
}
SPAN = "一、2025年工作回顾\n二、“十五五”时期主要目标任务\n"


class Case(NamedTuple):
    text: str
    before: str
    want: tuple[str, ...]


def cases(name: str) -> list[Case]:
    entries = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return [
        Case(one["text"], one.get("before", ""), tuple(" ".join(x.split()) for x in one["want"])) for one in entries
    ]


def read(case: Case) -> list[Finding]:
    """What the scan says of the sentence; its year is 2026 where a heading stands before it."""
    head = {"plan": "一、2025年工作回顾\n三、2026年工作安排\n", "review": "一、2025年工作回顾\n", "span": SPAN}.get(
        case.before, ""
    )
    return [one for one in scan(head + case.text) if one.start >= len(head)]


def told(one: Finding) -> str:
    if one.class_ is Class.NAME:
        return f"name {one.figure}"
    value = "~".join(_short(end) for end in one.value) if isinstance(one.value, tuple) else _short(one.value)
    return f"{one.class_} {one.figure} {value} {one.unit or chr(39) * 2} {one.relation or '-'}"


def _short(value: Decimal | None) -> str:
    return "-" if value is None else format(value.normalize(), "f")
