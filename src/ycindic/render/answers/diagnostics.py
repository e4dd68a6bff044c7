"""How is one thing to look at told: what is the matter, what to do, as a line, as names and values?"""

from __future__ import annotations

from typing import assert_never

from ycindic.domain.alert import Alert, Dispute, Late, Unlikely, Unsettled
from ycindic.domain.assessment import Assessment
from ycindic.domain.audit.finding import Finding, Rule
from ycindic.domain.diagnostic import Diagnostic, Severity
from ycindic.domain.model import Indicator, Target
from ycindic.domain.problem import Code, Problem
from ycindic.domain.todo import Todo
from ycindic.render.answers import alerts, findings
from ycindic.render.answers.sheet import Value
from ycindic.render.words import problems
from ycindic.render.words.numbers import in_words
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
            stop = "" if en.endswith("?") else "."
            return f"{zh}。", f"{en[:1].upper()}{en[1:]}{stop}"
        case Unlikely():
            return alerts.unlikely(cause)
        case Dispute():
            return alerts.disputed(cause)
        case Unsettled():
            return alerts.unsettled(cause)
        case Todo():
            return (problems.open_question(cause),) * 2
        case _:
            assert_never(cause)


def message(found: Diagnostic) -> Pair:
    """What is the matter and what to do, for those who show one text: of a fault two clauses, else two sentences."""
    (zh, en), (advice, advised) = what(found), hint(found)
    if isinstance(found.cause, Problem | Todo):
        return f"{zh}；{advice}", f"{en}; {advised}"
    return f"{zh}{advice}。", f"{en} {advised[:1].upper()}{advised[1:]}."


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
        case Assessment() | Late() | Finding() | Unlikely() | Dispute() | Unsettled():
            return f"{found.place}: {called}{colon}{found.subject}{colon}{pick(what(found), lang)} [{found.code}]"
        case _:
            assert_never(cause)


def group(found: Diagnostic, lang: str) -> str:
    """The heading below which it stands, with a place for how many there are: what is the matter, and what to do."""
    if found.let_stand:
        return pick(("已确认（{count}）", "acknowledged ({count})"), lang)
    called, code = pick(heading(found), lang), found.code
    if isinstance(found.cause, Problem):
        return f"{called} [{code}]{pick(('（{count}）', ' ({count})'), lang)}"
    zh, en = hint(found)
    return pick((f"{called} [{code}]（{{count}}）：{zh}", f"{called} [{code}] ({{count}}): {en}"), lang)


def named_line(found: Diagnostic, lang: str) -> str:
    """Of what it speaks, what is the matter, and at the end where: as people read a list."""
    cause, colon = found.cause, "：" if lang == "zh" else ": "
    if isinstance(cause, Problem):
        told, called = pick(message(found), lang), ""
        told = f"{told} [{cause.code}]"
    else:
        told, called = pick(what(found), lang), pick(_name(found), lang)
    if found.let_stand:
        called = f"{pick(heading(found), lang)}{colon}{called}"
    said = pick(_acknowledged(found), lang)
    return f"{called}{colon if called else ''}{told}{said}{pick((f'（{found.place}）', f' ({found.place})'), lang)}"


def _acknowledged(found: Diagnostic) -> Pair:
    """Who let it stand, when and why; or that its figures are others by now."""
    one = found.acknowledged
    if one is None:
        return "", ""
    who = f"（{one.by}）" if one.by else "", f" by {one.by}" if one.by else ""
    zh, en = f"{one.on}已确认{who[0]}：{one.because}", f"Acknowledged on {one.on}{who[1]}: {one.because}"
    if found.let_stand:
        return f"{zh}。", f" {en}."
    return f"{zh}；其后数据已变。", f" {en}; its figures have changed since."


def _name(found: Diagnostic) -> Pair:
    """The name of the indicator, and of a target its period."""
    cause = found.cause
    match cause:
        case Assessment():
            return _of_target(cause.indicator, cause.target)
        case Dispute() | Unlikely():
            return _of_target(cause.row.indicator, cause.row.target)
        case Finding() if cause.targets:
            return _of_target(cause.indicator, cause.targets[0])
        case Finding() | Late() | Unsettled():
            return cause.indicator.name
        case Problem() | Todo():
            return found.subject, found.subject
        case _:
            assert_never(cause)


def _of_target(indicator: Indicator, target: Target) -> Pair:
    zh, en = in_words(target.period, target.calendar)
    return f"{indicator.name.zh}（{zh}）", f"{indicator.name.en} ({en})"


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
            return {"releases": [alerts.release_values(one) for one in cause.releases]}
        case Finding():
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
