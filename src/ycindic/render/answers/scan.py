"""Which numbers does a report state? The findings of a scan as a sheet, and the line that sums them up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from ycindic.render.answers.sheet import SCHEMA, Column, Document, Group, Page, Sheet, Value
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import Pair, pick
from ycindic.scan.finding import Class, Confidence, Finding

CLASSES: Mapping[Class, Pair] = {
    Class.TARGET: ("目标", "target"),
    Class.RESULT: ("结果", "result"),
    Class.NAME: ("名称", "name"),
}
SURE: Mapping[Confidence, Pair] = {
    Confidence.HIGH: ("高", "high"),
    Confidence.MEDIUM: ("中", "medium"),
    Confidence.LOW: ("低", "low"),
}


def number(value: Decimal) -> int | float:
    """A number as JSON writes it."""
    return int(value) if value == value.to_integral_value() else float(value)


def value_of(one: Finding) -> Value:
    """The number, the two ends of a range, or nothing."""
    if isinstance(one.value, tuple):
        return [number(end) for end in one.value]
    return None if one.value is None else number(one.value)


def _words(one: Finding, lang: str) -> str:
    return pick(CLASSES[one.class_], lang)


_COLUMNS: Mapping[str, Column[Finding]] = {
    "class": Column(lambda one: str(one.class_), ("类别", "class"), words=_words),
    "section": Column(lambda one: one.section, ("部分", "section"), left=True),
    "indicator": Column(
        lambda one: one.indicator or None,
        ("指标", "indicator"),
        words=lambda one, _: one.indicator or one.clause,
        left=True,
        wraps=True,
    ),
    "figure": Column(lambda one: one.figure, ("数字", "figure"), wraps=True),
    "relation": Column(lambda one: one.relation and str(one.relation), ("关系", "relation"), left=True),
    "confidence": Column(
        lambda one: str(one.confidence),
        ("把握", "confidence"),
        words=lambda one, lang: pick(SURE[one.confidence], lang),
    ),
    "value": Column(value_of, ("数值", "value")),
    "unit": Column(lambda one: one.unit, ("单位", "unit"), left=True),
    "modifiers": Column(lambda one: list(one.modifiers), ("修饰", "modifiers"), left=True),
    "period": Column(lambda one: one.period, ("时期", "period"), left=True),
    "commitment": Column(lambda one: str(one.commitment), ("承诺", "commitment"), left=True),
    "from": Column(lambda one: None if one.origin is None else number(one.origin), ("原值", "from")),
    "reference": Column(lambda one: one.reference or None, ("比较", "reference"), left=True),
    "by": Column(lambda one: one.by or None, ("期限", "by"), left=True),
    "each": Column(lambda one: "each" in one.modifiers, ("各", "each")),
    "line": Column(lambda one: one.line, ("行", "line")),
    "column": Column(lambda one: one.column, ("列", "column")),
    "start": Column(lambda one: one.start, ("起", "start")),
    "end": Column(lambda one: one.end, ("止", "end")),
    "reason": Column(lambda one: one.reason, ("规则", "reason"), left=True),
    "clause": Column(lambda one: one.clause, ("原文", "clause")),
}
"""The columns of a finding; their names are a contract, new ones come last."""
_USUAL = ("class", "figure", "indicator", "relation", "section", "confidence")
"""On a narrow screen the last ones go, the first three never."""


def sheet(findings: Iterable[Finding], count: Counter[str], *, names: bool) -> Sheet[Finding]:
    """The findings as a sheet, counted on the way; without `names` people read only how many those are."""
    counted = _counted(findings, count)
    shown = counted if names else (one for one in counted if one.class_ is not Class.NAME)
    summed = (*Class, "doubtful")
    return Sheet(
        "findings",
        _COLUMNS,
        counted,
        _USUAL,
        document=Document(
            {"schema": SCHEMA}, lambda: {"summary": {str(one): count[one] for one in summed}}, lined=True
        ),
        page=lambda _: Page((Group(shown),)),
        line=line,
    )


def _counted(findings: Iterable[Finding], count: Counter[str]) -> Iterator[Finding]:
    for one in findings:
        count[one.class_] += 1
        count["doubtful"] += one.confidence is Confidence.LOW
        yield one


def summary(count: Counter[str], lang: str) -> str:
    """The line that sums up: numbers, targets, results, names, doubtful."""
    targets, results, names = count[Class.TARGET], count[Class.RESULT], count[Class.NAME]
    total, low = targets + results + names, count["doubtful"]
    zh = f"{total}处：目标{targets}，结果{results}，名称{names}；把握低的{low}"
    en = f"{total} findings: {targets} targets, {results} results, {names} names; {low} doubtful"
    return pick((zh, en), lang)


def entry(one: Finding) -> dict[str, Value]:
    """A finding as JSON gives it."""
    return {name: column.value(one) for name, column in _COLUMNS.items()}


def line(one: Finding, lang: str) -> str:
    """A finding in one line, as an editor can jump to it."""
    what = [
        pick(CLASSES[one.class_], lang),
        one.section,
        one.indicator,
        one.figure,
        str(one.relation or ""),
        one.period,
    ]
    sure = f"[{pick(SURE[one.confidence], lang)} {one.reason}]"
    return one_line(f"{one.line}:{one.column} {' '.join(part for part in what if part)} {sure}")
