"""How is a reading explained, and how is the table of its rules shown?"""

from __future__ import annotations

from ycindic.domain.model import Bilingual
from ycindic.render.answers.scan import CLASS_NAMES, SURE, value_of
from ycindic.render.words.visible import one_line
from ycindic.scan.finding import Finding
from ycindic.scan.rules import RULES
from ycindic.text import _

_BY_ID = {rule.id: rule for rule in RULES}


def finding_explained(one: Finding, lang: str) -> str:
    """What was seen of a finding, and which rule decided, in some lines."""
    rule = _BY_ID[one.reason]
    class_, sure = CLASS_NAMES[one.class_].in_language(lang), SURE[one.confidence].in_language(lang)
    head = f"{one.line}:{one.column} {one.figure} → {class_} ({sure})"
    seen = {
        "clause": one.clause,
        "value": value_of(one),
        "unit": one.unit,
        "relation": one.relation,
        "modifiers": ", ".join(one.modifiers),
        "indicator": one.indicator,
        "period": one.period,
        "section": one.section,
        "by": one.by,
        "reference": one.reference,
    }
    told = [f"  {name}: {one_line(str(value))}" for name, value in seen.items() if value not in (None, "", [])]
    why = _("  rule {id}: {told}", id=rule.id, told=Bilingual(rule.zh, rule.en)).in_language(lang)
    return "\n".join([one_line(head), *told, why]) + "\n"


def table() -> str:
    """The table of rules as a page shows it."""
    rows = [f"| `{rule.id}` | {rule.zh} | {rule.en} | {rule.example} | {rule.counter} |" for rule in RULES]
    return "\n".join(["| id | 规则 | rule | example | counter-example |", "|---|---|---|---|---|", *rows])
