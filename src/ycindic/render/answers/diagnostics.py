"""How is one thing to look at told: what is the matter, what to do, as a line, as names and values?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from ycindic.domain.alert import Alert, Dispute, Late, Unlikely, Unsettled
from ycindic.domain.assessment import Assessment
from ycindic.domain.audit.finding import Rule, Tension
from ycindic.domain.diagnostic import Diagnostic, Severity
from ycindic.domain.model import Bilingual
from ycindic.domain.problem import Code, Problem
from ycindic.domain.todo import Todo
from ycindic.render.answers import alerts, findings
from ycindic.render.answers.sheet import Value, in_both
from ycindic.render.words import problems
from ycindic.render.words.figures import target_words
from ycindic.render.words.sentence import sentence
from ycindic.render.words.wording import LANGUAGES, clauses
from ycindic.text import FullSentence, Text, Verbatim, _


def heading(found: Diagnostic) -> Text:
    """How its code is called."""
    return _texts(found)[0]


def _hint(found: Diagnostic) -> Text:
    """What to do about it; of a fault the advice of its own code, wherever it is told."""
    cause = found.cause
    return problems.what_to_do(cause) if isinstance(cause, Problem) else _advice([found])


def _advice(found: Sequence[Diagnostic]) -> Text:
    """What to do about all that share a code."""
    code = found[0].code
    return alerts.then(code, [one.subject for one in found]) if isinstance(code, Alert) else _texts(found[0])[1]


def _texts(found: Diagnostic) -> tuple[Text, Text]:
    code = found.code
    match code:
        case Code():
            return problems.TEXTS[code]
        case Rule():
            return findings.RULE_TEXTS[code]
        case Alert():
            return alerts.ALERTS[code]
        case _:
            assert_never(code)


def _what(found: Diagnostic) -> Text:
    """What is the matter, as one sentence without place and code."""
    cause = found.cause
    match cause:
        case Problem():
            return problems.what_is_wrong(cause)
        case Assessment():
            return sentence(cause)
        case Late():
            return alerts.told_late(cause)
        case Tension():
            return FullSentence(findings.finding_sentence(cause))
        case Unlikely():
            return alerts.told_unlikely(cause)
        case Dispute():
            return alerts.told_dispute(cause)
        case Unsettled():
            return alerts.told_unsettled(cause)
        case Todo():
            return Verbatim(problems.open_question(cause))
        case _:
            assert_never(cause)


def message(found: Diagnostic) -> Text:
    """What is the matter and what to do, for those who show one text: of a fault two clauses, else two sentences."""
    return _message(found, _what(found))


def _message(found: Diagnostic, what: Text) -> Text:
    if isinstance(found.cause, Problem | Todo):
        return clauses([what, _hint(found)])
    return _("{said} {then}", said=what, then=FullSentence(_hint(found)))


def diagnostic_line(found: Diagnostic, lang: str) -> str:
    """Place, of what it speaks, what is the matter, and the code: as editors and people find their way."""
    cause, called = found.cause, heading(found)
    match cause:
        case Problem():
            told = problems.fault_line(cause, lang)
            return told if found.code is cause.code else f"{told} [{found.code}]"
        case Todo():
            return f"{found.place}: {called.in_language(lang)} {problems.open_question(cause)}"
        case Tension() if found.code is cause.rule:
            whole = _("{sentence}.", sentence=findings.finding_sentence(cause)).in_language(lang)
            named = _("{about}: {said}", about=_name(found), said=whole)
            return f"{found.place}: {named.in_language(lang)} [{found.code}]"
        case Assessment() | Late() | Tension() | Unlikely() | Dispute() | Unsettled():
            said = _("{about}: {said}", about=_name(found), said=_what(found))
            return f"{found.place}: {_('{about}: {said}', about=called, said=said).in_language(lang)} [{found.code}]"
        case _:
            assert_never(cause)


def group_key(found: Diagnostic) -> str:
    """What stands below one heading: what is let stand, and all of a code."""
    return "" if found.let_stand else found.code.value


def group_heading(group: Sequence[Diagnostic], lang: str) -> str:
    """The heading of all that have one key: what is the matter, how often, and what to do."""
    first = group[0]
    if first.let_stand:
        return _("acknowledged ({place})", place=len(group)).in_language(lang)
    head = _("{called} [{code}] ({place})", called=heading(first), code=first.code, place=_how_many(group))
    if isinstance(first.cause, Problem):
        return head.in_language(lang)
    return _("{about}: {said}", about=head, said=_advice(group)).in_language(lang)


def _how_many(group: Sequence[Diagnostic]) -> Text:
    """Their number; of late indicators those that were promised, as every answer counts them, the others apart."""
    number = len(group)
    besides = sum(isinstance(one.cause, Late) and one.cause.aside for one in group)
    if not besides:
        return Verbatim(str(number))
    return _("{number} promised, {besides} compared with or decided", number=number - besides, besides=besides)


def named_line(found: Diagnostic, lang: str) -> str:
    """Of what it speaks, what is the matter, and at the end where: as people read a list."""
    cause = found.cause
    if isinstance(cause, Problem):
        said = _("{said} [{code}]", said=message(found), code=cause.code)
    else:
        said = _("{about}: {said}", about=_name(found), said=_what(found))
    if found.let_stand:
        said = _("{about}: {said}", about=heading(found), said=said)
    so_far = _acknowledged(found)
    if so_far is not None:
        said = _("{said} {then}", said=said, then=so_far)
    return _("{said} ({beside})", said=said, beside=found.place).in_language(lang)


def _acknowledged(found: Diagnostic) -> Text | None:
    """Who let it stand, when and why; or that its figures are others by now."""
    one = found.acknowledged
    if one is None:
        return None
    who = _(" by {who}", who=one.by) if one.by else ""
    said = _("Acknowledged on {on}{who}: {because}", on=one.on, who=who, because=one.because)
    return FullSentence(said) if found.let_stand else _("{said}; its figures have changed since.", said=said)


def _name(found: Diagnostic) -> Text:
    """The name of the indicator, and of a target its period."""
    cause = found.cause
    match cause:
        case Assessment():
            return target_words(cause.target, cause.indicator)
        case Dispute() | Unlikely():
            return target_words(cause.row.target, cause.row.indicator)
        case Tension() if cause.targets:
            return target_words(cause.targets[0], cause.indicator)
        case Tension() | Late() | Unsettled():
            return cause.indicator.name
        case Problem() | Todo():
            return Verbatim(found.subject)
        case _:
            assert_never(cause)


def diagnostic_values(found: Diagnostic) -> dict[str, Value]:
    """The same names for every command and every kind of cause; what only some causes have stands in `details`."""
    said = _what(found)
    what = Bilingual(*(said.in_language(lang) for lang in LANGUAGES))  # the message has it once more
    texts = {"what": what, "hint": _hint(found), "message": _message(found, what)}
    return {
        "code": found.code.value,
        "severity": found.severity.value,
        "fails": found.severity is Severity.ERROR,
        "id": found.subject or None,
        "file": found.place.file,
        "line": found.place.line or None,
        "column": found.place.column or None,
        **{name: in_both(text) for name, text in texts.items()},
        "acknowledged": _acknowledged_values(found),
        "details": _details(found),
    }


def _acknowledged_values(found: Diagnostic) -> dict[str, Value] | None:
    one = found.acknowledged
    if one is None:
        return None
    return {"because": one.because, "by": one.by, "on": one.on.isoformat(), "holds": found.let_stand}


def _details(found: Diagnostic) -> dict[str, Value]:
    """What the sentence says, as names and values."""
    cause = found.cause
    match cause:
        case Problem():
            return {
                "problem": cause.code.value,
                "seen": cause.seen,
                "expected": cause.expected,
                "nearest": cause.nearest or None,
            }
        case Assessment():
            return alerts.verdict_values(cause)
        case Late():
            late = cause.releases
            return {
                "releases": [
                    {"period": str(one.period), "due": one.due.isoformat(), "days_late": -one.days} for one in late
                ]
            }
        case Tension():
            return findings.numbers(cause)
        case Unlikely():
            return alerts.unlikely_values(cause)
        case Dispute():
            return alerts.dispute_values(cause)
        case Unsettled():
            return {"figures": [alerts.figure_values(one) for one in cause.figures]}
        case Todo():
            return {"todo": cause.text}
        case _:
            assert_never(cause)
