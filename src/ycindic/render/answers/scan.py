"""Which numbers does a report state? The findings of a scan as a sheet, and the line that sums them up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from operator import attrgetter

from ycindic.render.answers.sheet import SCHEMA, Column, Document, Group, Page, Sheet, Value
from ycindic.render.words.visible import one_line
from ycindic.scan.finding import Class, Confidence, Finding
from ycindic.text import Text, _, _np

CLASS_NAMES: Mapping[Class, Text] = {Class.TARGET: _("target"), Class.RESULT: _("result"), Class.NAME: _("name")}
SURE: Mapping[Confidence, Text] = {Confidence.HIGH: _("high"), Confidence.MEDIUM: _("medium"), Confidence.LOW: _("low")}


def json_number(value: Decimal) -> int | float:
    """A number as JSON writes it."""
    return int(value) if value == value.to_integral_value() else float(value)


def value_of(one: Finding) -> Value:
    """The number, the two ends of a range, or nothing."""
    if isinstance(one.value, tuple):
        return [json_number(end) for end in one.value]
    return None if one.value is None else json_number(one.value)


def _words(one: Finding, lang: str) -> str:
    return CLASS_NAMES[one.class_].in_language(lang)


_COLUMNS: Mapping[str, Column[Finding]] = {
    "class": Column(lambda one: str(one.class_), _("class"), words=_words),
    "section": Column(attrgetter("section"), _("section"), left=True),
    "indicator": Column(
        lambda one: one.indicator or None,
        _("indicator"),
        words=lambda one, _: one.indicator or one.clause,
        left=True,
        wraps=True,
    ),
    "figure": Column(attrgetter("figure"), _("figure"), wraps=True),
    "relation": Column(lambda one: one.relation and str(one.relation), _("relation"), left=True),
    "confidence": Column(
        lambda one: str(one.confidence), _("confidence"), words=lambda one, lang: SURE[one.confidence].in_language(lang)
    ),
    "value": Column(value_of, _("value")),
    "unit": Column(attrgetter("unit"), _("unit"), left=True),
    "modifiers": Column(lambda one: list(one.modifiers), _("modifiers"), left=True),
    "period": Column(attrgetter("period"), _("period"), left=True),
    "commitment": Column(lambda one: str(one.commitment), _("commitment"), left=True),
    "from": Column(lambda one: None if one.origin is None else json_number(one.origin), _("from")),
    "reference": Column(lambda one: one.reference or None, _("reference"), left=True),
    "by": Column(lambda one: one.by or None, _("by"), left=True),
    "each": Column(lambda one: "each" in one.modifiers, _("each")),
    "line": Column(attrgetter("line"), _("line")),
    "column": Column(attrgetter("column"), _("column")),
    "start": Column(attrgetter("start"), _("start")),
    "end": Column(attrgetter("end"), _("end")),
    "reason": Column(attrgetter("reason"), _("reason"), left=True),
    "clause": Column(attrgetter("clause"), _("clause")),
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
        line=_line,
    )


def _counted(findings: Iterable[Finding], count: Counter[str]) -> Iterator[Finding]:
    low = Confidence.LOW
    for one in findings:
        count[one.class_] += 1
        count["doubtful"] += one.confidence is low
        yield one


def scan_summary(count: Counter[str], lang: str) -> str:
    """The line that sums up: numbers, targets, results, names, doubtful."""
    targets, results, names = count[Class.TARGET], count[Class.RESULT], count[Class.NAME]
    return _(
        "{findings}: {targets}, {results}, {names}; {doubtful} doubtful",
        findings=_np("of a report", "{count} finding", "{count} findings", targets + results + names),
        targets=_np("of a report", "{count} target", "{count} targets", targets),
        results=_np("of a report", "{count} result", "{count} results", results),
        names=_np("of a report", "{count} name", "{count} names", names),
        doubtful=count["doubtful"],
    ).in_language(lang)


def entry(one: Finding) -> dict[str, Value]:
    """A finding as JSON gives it."""
    return {name: column.value(one) for name, column in _COLUMNS.items()}


def _line(one: Finding, lang: str) -> str:
    """A finding in one line, as an editor can jump to it."""
    what = [
        CLASS_NAMES[one.class_].in_language(lang),
        one.section,
        one.indicator,
        one.figure,
        str(one.relation or ""),
        one.period,
    ]
    sure = f"[{SURE[one.confidence].in_language(lang)} {one.reason}]"
    return one_line(f"{one.line}:{one.column} {' '.join(part for part in what if part)} {sure}")
