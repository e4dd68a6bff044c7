"""What does a report make of a draft: a registry, the results, or what is new of it in a registry that is there?"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple, assert_never

from ycindic.domain.model import Bound, Measure, Plan
from ycindic.domain.relation import Relation
from ycindic.record.draft.entries import DraftedEntry, drafted_name, entries
from ycindic.record.draft.insert import with_indicators
from ycindic.record.draft.written import actuals, indicator_lines, registry
from ycindic.scan.coverage import compact
from ycindic.scan.finding import Class, Finding
from ycindic.scan.phrases import name_phrases
from ycindic.scan.read import Marks, scan
from ycindic.scan.text import narrowed

_TITLE = re.compile(r"[^\n。]{0,24}政府工作报告")


class _Drafted(NamedTuple):
    """A draft: the text of the registry, the text of the actuals if asked for, how many targets and todos."""

    registry: str
    actuals: str
    targets: int
    todos: int


def draft(text: str, *, results: bool) -> _Drafted:
    """A registry of a report, with its results as actuals if asked for."""
    marks = Marks()
    found = list(scan(text, marks=marks))
    made = entries(found, results=results)
    year = max((one.period[:4] for one in found if one.class_ is Class.TARGET and len(one.period) == 4), default="")
    title = _TITLE.search(text)
    sections = {label: marks.titles.get(label, label) for label in dict.fromkeys(marks.labels) if label}
    named = name_phrases(narrowed(text), found)
    written = registry(title.group().strip() if title else "政府工作报告", year, sections, named, made)
    figures = actuals(_rows(found, made), f"政府工作报告{year}") if results else ""
    return _Drafted(written, figures, *_counts(made))


def merge(text: str, old: str, plan: Plan) -> _Drafted:
    """The registry that is there, line by line as it is, with the promises of a report that it does not hold yet."""
    kept = {compact(target.wording) for target in plan.targets}
    fresh = [one for one in scan(text) if one.class_ is Class.TARGET and compact(one.clause) not in kept]
    fresh = [one for one in fresh if not any(wording and wording in compact(one.clause) for wording in kept)]
    made = entries(fresh, plan.indicators)
    return _Drafted(with_indicators(old, indicator_lines(made)), "", *_counts(made))


def _counts(made: Sequence[DraftedEntry]) -> tuple[int, int]:
    promises = [promise for entry in made for promise in entry.targets]
    return len(promises), sum(bool(promise.todo) for promise in promises)


def _bound(relation: Relation | None) -> str:
    """How a result is told: as more than a figure, as about it, or, with any other word, as the figure itself."""
    match relation:
        case Relation.MORE_THAN:
            return Bound.OVER.value
        case Relation.ABOUT:
            return Bound.ABOUT.value
        case (
            Relation.AT_LEAST | Relation.AT_MOST | Relation.BETWEEN | Relation.EXACTLY | Relation.IN_STEP
            | Relation.ABOVE | Relation.NARROWING | Relation.RISING | Relation.FALLING | Relation.ALL | Relation.NONE
            | Relation.TURNING | None
        ):  # fmt: skip
            return Bound.EXACT.value
        case _:
            assert_never(relation)


def _rows(found: Sequence[Finding], made: Sequence[DraftedEntry]) -> list[tuple[str, str, str, str, str]]:
    """The results with one figure and a known year, each under the indicator that was made of it."""
    by_name = {(entry.zh, entry.unit): entry for entry in made}
    rows: dict[tuple[str, str], tuple[str, str, str, str, str]] = {}
    for one in found:
        entry = by_name.get((drafted_name(one), one.unit))
        if one.class_ is Class.RESULT and isinstance(one.value, Decimal) and len(one.period) == 4 and entry:
            value = format(-one.value if "down" in one.modifiers else one.value, "f")
            basis = "point" if entry.measure is Measure.STOCK else "ytd"
            row = (entry.id, one.period, value, basis, _bound(one.relation))
            rows.setdefault((entry.id, one.period), row)
    return list(rows.values())
