"""How is one thing to look at told: what is the matter, what to do, as a line, as names and values?"""

from __future__ import annotations

from typing import assert_never

from ycindic.domain.alert import Alert, Dispute, Doubtful, Late, Unsettled
from ycindic.domain.assessment import Assessment
from ycindic.domain.audit.finding import Finding, Rule
from ycindic.domain.diagnostic import Diagnostic, Severity
from ycindic.domain.problem import Code, Problem
from ycindic.domain.todo import Todo
from ycindic.render.answers import alerts, findings
from ycindic.render.answers.columns import Value
from ycindic.render.words import problems
from ycindic.render.words.sentence import sentence
from ycindic.render.words.wording import Pair, pick


def heading(found: Diagnostic) -> Pair:
    """How its code is called."""
    return _texts(found)[0]


def hint(found: Diagnostic) -> Pair:
    """What to do about it; of a fault the advice of its own code, wherever it is told."""
    cause = found.cause
    return problems.TEXTS[cause.code][1] if isinstance(cause, Problem) else _texts(found)[1]


def _texts(found: Diagnostic) -> tuple[Pair, Pair]:
    code = found.code
    match code:
        case Code():
            return problems.TEXTS[code]
        case Rule():
            return findings.RULES[code]
        case Alert():
            return alerts.ALERTS[code]
        case _:
            assert_never(code)


def what(found: Diagnostic) -> Pair:
    """What is the matter, as one sentence without place and code."""
    cause = found.cause
    match cause:
        case Problem():
            return problems.fault(cause, "zh"), problems.fault(cause, "en")
        case Assessment():
            said = sentence(cause)
            return said.zh, said.en
        case Late():
            return alerts.late(cause)
        case Finding():
            zh, en = findings.sentence(cause)
            return f"{zh}。", f"{en[:1].upper()}{en[1:]}."
        case Doubtful():
            return alerts.doubtful(cause)
        case Dispute():
            return alerts.disputed(cause)
        case Unsettled():
            return alerts.unsettled(cause)
        case Todo():
            return (problems.open_question(cause),) * 2
        case _:
            assert_never(cause)


def message(found: Diagnostic) -> Pair:
    """What is the matter and what to do, for those who show one text."""
    (zh, en), (advice, advised) = what(found), hint(found)
    return _joined(zh, advice, "；"), _joined(en, advised, "; ")


def _joined(said: str, advice: str, semicolon: str) -> str:
    """Two sentences where the first is a whole one, else two clauses."""
    if said.endswith("。"):
        return f"{said}{advice}。"
    if said.endswith("."):
        return f"{said} {advice[:1].upper()}{advice[1:]}."
    return f"{said}{semicolon}{advice}"


def line(found: Diagnostic, lang: str) -> str:
    """Place, of what it speaks, what is the matter, and the code: as editors and people find their way."""
    cause, colon = found.cause, "：" if lang == "zh" else ": "
    called = pick(heading(found), lang)
    match cause:
        case Problem():
            told = problems.told(cause, lang)
            return told if found.code is cause.code else f"{told} [{found.code}]"
        case Todo():
            return f"{found.place}: {called} {problems.open_question(cause)}"
        case Finding() if found.code is cause.rule:
            stop = "。" if lang == "zh" else "."
            return f"{found.place}: {found.subject}: {pick(findings.sentence(cause), lang)}{stop} [{found.code}]"
        case Assessment() | Late() | Finding() | Doubtful() | Dispute() | Unsettled():
            return f"{found.place}: {called}{colon}{found.subject}{colon}{pick(what(found), lang)} [{found.code}]"
        case _:
            assert_never(cause)


def value(found: Diagnostic) -> dict[str, Value]:
    """The same names for every command and every kind of cause; what only some causes have stands in `details`."""
    texts = {"what": what(found), "hint": hint(found), "message": message(found)}
    return {
        "code": found.code.value,
        "severity": found.severity.value,
        "fails": found.severity is Severity.ERROR,
        "id": found.subject or None,
        "file": found.place.file,
        "line": found.place.line or None,
        "column": found.place.column or None,
        **{name: {"zh": zh, "en": en} for name, (zh, en) in texts.items()},
        "details": _details(found),
    }


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
            return {"releases": [alerts.release_values(one) for one in cause.releases]}
        case Finding():
            return findings.numbers(cause)
        case Doubtful():
            return alerts.doubtful_values(cause)
        case Dispute():
            return alerts.dispute_values(cause)
        case Unsettled():
            return {"figures": [alerts.figure_values(one) for one in cause.figures]}
        case Todo():
            return {"todo": cause.text}
        case _:
            assert_never(cause)
