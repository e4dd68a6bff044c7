"""How are the findings of a scan written: table, CSV, JSON, plain lines, and the line that sums them up?"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from io import StringIO
from itertools import islice

from ycindic.render.answers.columns import Value
from ycindic.render.answers.listing import Attribute, Listing, written
from ycindic.render.answers.report import Screen
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
BLOCK = 2000
"""So many findings are written at once: an answer of any length takes little memory."""
FORMS = ("table", "csv", "json", "text")
SCHEMA = 1


def number(value: Decimal) -> int | float:
    """A number as JSON writes it."""
    return int(value) if value == value.to_integral_value() else float(value)


def value_of(one: Finding) -> Value | list[int | float]:
    """The number, the two ends of a range, or nothing."""
    if isinstance(one.value, tuple):
        return [number(end) for end in one.value]
    return None if one.value is None else number(one.value)


def _words(one: Finding, lang: str) -> str:
    return pick(CLASSES[one.class_], lang)


ATTRIBUTES: Mapping[str, Attribute] = {
    "class": Attribute(("类别", "class"), lambda one: str(one.class_), _words),
    "section": Attribute(("部分", "section"), lambda one: one.section),
    "indicator": Attribute(
        ("指标", "indicator"), lambda one: one.indicator or None, lambda one, _: one.indicator or one.clause
    ),
    "figure": Attribute(("数字", "figure"), lambda one: one.figure),
    "relation": Attribute(("关系", "relation"), lambda one: one.relation and str(one.relation)),
    "confidence": Attribute(
        ("把握", "confidence"), lambda one: str(one.confidence), lambda one, lang: pick(SURE[one.confidence], lang)
    ),
    "value": Attribute(("数值", "value"), value_of),
    "unit": Attribute(("单位", "unit"), lambda one: one.unit),
    "modifiers": Attribute(("修饰", "modifiers"), lambda one: list(one.modifiers)),
    "period": Attribute(("时期", "period"), lambda one: one.period),
    "commitment": Attribute(("承诺", "commitment"), lambda one: str(one.commitment)),
    "from": Attribute(("原值", "from"), lambda one: None if one.origin is None else number(one.origin)),
    "reference": Attribute(("比较", "reference"), lambda one: one.reference or None),
    "by": Attribute(("期限", "by"), lambda one: one.by or None),
    "each": Attribute(("各", "each"), lambda one: "each" in one.modifiers),
    "line": Attribute(("行", "line"), lambda one: one.line),
    "column": Attribute(("列", "column"), lambda one: one.column),
    "start": Attribute(("起", "start"), lambda one: one.start),
    "end": Attribute(("止", "end"), lambda one: one.end),
    "reason": Attribute(("规则", "reason"), lambda one: one.reason),
    "clause": Attribute(("原文", "clause"), lambda one: one.clause),
}
"""The columns of a finding; their names are a contract, new ones come last."""
USUAL = ("class", "figure", "indicator", "relation", "section", "confidence")
"""On a narrow screen the last ones go, the first three never."""
WORDS = frozenset({"indicator", "figure"})


def blocks(
    findings: Iterable[Finding], form: str, screen: Screen, count: Counter[str], *, names: bool
) -> Iterator[str]:
    """The findings in a form, in pieces, counted on the way; without `names` the table only counts the names."""
    counted = _counted(findings, count)
    match form:
        case "csv":
            yield from _csv(counted)
        case "json":
            yield from _json(counted, count)
        case "text":
            yield from _text(counted, screen)
        case _:
            shown = counted if names else (one for one in counted if one.class_ is not Class.NAME)
            yield from _tables(shown, screen)


def _tables(findings: Iterator[Finding], screen: Screen) -> Iterator[str]:
    """One table; a very long answer is several, each under its heading."""
    some = list(islice(findings, BLOCK))
    yield written(Listing("findings", ATTRIBUTES, USUAL, some, words=WORDS), "table", screen)
    while some := list(islice(findings, BLOCK)):
        yield written(Listing("findings", ATTRIBUTES, USUAL, some, words=WORDS), "table", screen)


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


def _row(one: Finding) -> list[object]:
    from ycindic.render.forms.csv import guarded

    value = value_of(one)
    if isinstance(value, list):
        value = "; ".join(str(end) for end in value)
    return [
        one.class_,
        one.section,
        guarded(one.indicator),
        guarded(one.figure),
        one.relation or "",
        one.confidence,
        "" if value is None else value,
        guarded(one.unit),
        "; ".join(one.modifiers),
        one.period,
        one.commitment,
        "" if one.origin is None else number(one.origin),
        guarded(one.reference),
        one.by,
        "true" if "each" in one.modifiers else "false",
        one.line,
        one.column,
        one.start,
        one.end,
        one.reason,
        guarded(one.clause),
    ]


def _csv(findings: Iterator[Finding]) -> Iterator[str]:
    yield ",".join(ATTRIBUTES) + "\n"
    while rows := [_row(one) for one in islice(findings, BLOCK)]:
        out = StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        yield out.getvalue()


def entry(one: Finding) -> dict[str, object]:
    """A finding as JSON gives it."""
    return {name: attribute.value(one) for name, attribute in ATTRIBUTES.items()}


def _json(findings: Iterator[Finding], count: Counter[str]) -> Iterator[str]:
    encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
    yield f'{{\n"schema": {SCHEMA},\n"findings": ['
    before = "\n"
    while some := [encoder.encode(entry(one)) for one in islice(findings, BLOCK)]:
        yield before + ",\n".join(some)
        before = ",\n"
    names = (*Class, "doubtful")
    yield f'\n],\n"summary": {encoder.encode({str(name): count[name] for name in names})}\n}}\n'


def _text(findings: Iterator[Finding], screen: Screen) -> Iterator[str]:
    while some := [line(one, screen.lang) for one in islice(findings, BLOCK)]:
        yield "".join(f"{one}\n" for one in some)


def line(one: Finding, lang: str) -> str:
    """A finding in one line, as an editor can jump to it."""
    from ycindic.render.words.visible import one_line

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
