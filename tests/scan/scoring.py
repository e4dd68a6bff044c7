"""How many labels of invented reports does a scan read rightly? The rows are those of docs/scan.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import yaml

from ycindic.scan.finding import Class, Confidence, Finding
from ycindic.scan.read import scan

ALIKE = 0.6
"""A phrase is right from this share of common characters on."""
SCALES = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4}
SAME_UNIT = {"名": "人", "户": "家", "百分点": "个百分点"}
FIGURES = "figures of targets and results with the right value"
TARGETS, RESULTS = "targets called target", "results called result"
TRUE = "of what is called target, truly one"
NAMES = "names not taken for targets"
WHOLE = "targets with class, value, unit and relation right"
PERIOD, PHRASE = "period right", "indicator phrase right"
SILENT = "labelled targets without a figure, found"
SURE = "findings of high confidence that are right"


class Label(NamedTuple):
    """What a reader says of a figure, or of a promise without one; places are those of the text."""

    start: int
    end: int
    class_: str
    values: tuple[Decimal, ...]
    unit: str
    relation: str
    phrase: str
    period: str


class Report(NamedTuple):
    """An invented report: whether its figures are digits (`new`) or words (`old`), its text, its labels."""

    style: str
    text: str
    labels: list[Label]


class Tally:
    """Right and wrong by row, and what was wrong."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        self.wrong: dict[str, list[str]] = {}

    def note(self, row: str, told: str, *, right: bool) -> None:
        self.all[row] += 1
        self.right[row] += right
        if not right:
            self.wrong.setdefault(row, []).append(told)

    def share(self, row: str) -> float:
        """Per cent."""
        return 100 * self.right[row] / self.all[row] if self.all[row] else 100


def reports(name: str, style: str) -> list[Report]:
    """The reports of a file in one style."""
    entries = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return [
        Report(style, one["text"], list(labels(one["text"], one["want"]))) for one in entries if one["style"] == style
    ]


def labels(text: str, want: str) -> Iterable[Label]:
    place = 0
    for line in want.strip().splitlines():
        said, phrase, period = (*(part.strip() for part in line.split("|")), "", "")[:3]
        class_, figure, value, unit, relation = said.split()
        start = text.index(figure, place)
        place = start + len(figure)
        values = tuple(Decimal(end) for end in value.split("~")) if value != "-" else ()
        yield Label(start, place, class_, values, unit.removeprefix("-"), relation, phrase, period)


def scored(read: Iterable[Report]) -> Tally:
    """All rows over all reports together."""
    tally = Tally()
    for report in read:
        found = list(scan(report.text))
        for label in report.labels:
            _judge(label, _best(label, found), report.text, tally)
        for one in found:
            over = [label for label in report.labels if label.start < one.end and one.start < label.end]
            _judge_finding(one, over, report.text, tally)
    return tally


def _judge(label: Label, one: Finding | None, text: str, tally: Tally) -> None:
    told = f"{text[max(0, label.start - 18) : label.start]}[{text[label.start : label.end]}] {label[2:]} {one}"
    called = one is not None and one.class_ == label.class_
    if not label.values:
        if label.class_ == "target":
            tally.note(SILENT, told, right=called)
        return
    value = one is not None and _value(label, one)
    tally.note(FIGURES, told, right=value)
    tally.note(TARGETS if label.class_ == "target" else RESULTS, told, right=called)
    tally.note(PHRASE, told, right=one is not None and _alike(label.phrase, one.indicator))
    if label.class_ == "target":
        tally.note(WHOLE, told, right=one is not None and _right(one, [label]))
        tally.note(PERIOD, told, right=one is not None and one.period == label.period)


def _judge_finding(one: Finding, over: list[Label], text: str, tally: Tally) -> None:
    told = f"{text[max(0, one.start - 18) : one.start]}[{one.figure}]{text[one.end : one.end + 8]} {one.reason}"
    target = one.class_ is Class.TARGET
    if target:
        tally.note(TRUE, told, right=any(label.class_ == "target" for label in over))
    if one.class_ is Class.NAME or (not over and one.value is not None):
        tally.note(NAMES, told, right=not target)
    if one.confidence is Confidence.HIGH:
        right = _right(one, over) if over else one.class_ is Class.NAME
        tally.note(SURE, told, right=right)


def _best(label: Label, found: list[Finding]) -> Finding | None:
    over = [one for one in found if one.start < label.end and label.start < one.end]
    return min(over, key=lambda one: (not _value(label, one), one.class_ != label.class_), default=None)


def _right(one: Finding, over: list[Label]) -> bool:
    return any(
        one.class_ == label.class_
        and _value(label, one)
        and (not label.values or _amount(label.values, label.unit)[1] == _amount((), one.unit)[1])
        and (label.class_ == "result" or label.relation in ("-", one.relation))
        for label in over
    )


def _value(label: Label, one: Finding) -> bool:
    if not label.values or one.value is None:
        return not label.values and (one.value is None or one.value in (0, 100))
    values = one.value if isinstance(one.value, tuple) else (one.value,)
    return _amount(label.values, label.unit)[0] == _amount(values, one.unit)[0]


def _amount(values: tuple[Decimal, ...], unit: str) -> tuple[list[Decimal], str]:
    """Without 万 and 亿, and the unit that is left."""
    for head, scale in SCALES.items():
        if unit.startswith(head) and not unit.startswith(("千克", "千瓦")):
            return [value * scale for value in values], SAME_UNIT.get(unit.removeprefix(head), unit.removeprefix(head))
    return list(values), SAME_UNIT.get(unit, unit)


def _alike(wanted: str, got: str) -> bool:
    shared = (Counter(wanted) & Counter(got)).total()
    return bool(got) and 2 * shared / (len(wanted) + len(got)) >= ALIKE
