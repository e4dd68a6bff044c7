"""Does every rule speak where its example says so, and is silent at its counter-example? All sentences are invented."""

from __future__ import annotations

import pytest

from ycindic.scan.finding import Finding
from ycindic.scan.read import scan
from ycindic.scan.rules import RULES, Hint

HEADS = {
    "plan": "一、2025年工作回顾\n三、2026年工作安排\n",
    "weak": "一、2025年工作回顾\n三、2026年工作安排\n",
    "review": "一、2025年工作回顾\n",
    "notes": "一、2025年工作回顾\n名词解释\n",
    "alone": "",
}


def at_mark(rule: Hint, sentence: str) -> list[Finding]:
    """The findings that touch what stands in ‹ ›, or all where nothing does."""
    head = HEADS[rule.head]
    before, mark, rest = sentence.partition("‹")
    inside, _, after = rest.partition("›")
    found = [one for one in scan(head + before + inside + after, weak=rule.head == "weak") if one.start >= len(head)]
    start = len(head) + len(before)
    return [one for one in found if not mark or (one.start < start + len(inside) and one.end > start)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_speaks_at_its_example(rule: Hint) -> None:
    assert [one.reason for one in at_mark(rule, rule.example)] == [rule.id]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_silent_at_its_counter_example(rule: Hint) -> None:
    elsewhere = rule._replace(head="plan") if rule.id == "notes" else rule
    assert rule.id not in [one.reason for one in at_mark(elsewhere, rule.counter)]


def test_the_table_holds_every_rule_that_can_speak_once() -> None:
    from ycindic.scan.implied import _DIRECTIONS
    from ycindic.scan.implied import _IMPLIED_RULES as IMPLIED
    from ycindic.scan.names import _NAME_RULES

    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert {rule.id for rule in (*_NAME_RULES, *IMPLIED, *_DIRECTIONS)} <= set(ids)
