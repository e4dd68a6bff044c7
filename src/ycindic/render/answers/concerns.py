"""How is something that needs attention told?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple, assert_never

from ycindic.domain.agenda import Expected
from ycindic.domain.assessment import Assessment
from ycindic.domain.attention.concern import Concern, Dispute, Kind, Late, Unsettled
from ycindic.domain.audit.finding import Finding
from ycindic.domain.model import Observation
from ycindic.domain.problem import Problem
from ycindic.render.answers import findings
from ycindic.render.answers.columns import Value
from ycindic.render.answers.opinions import METHODS, STATUSES, values
from ycindic.render.words import problems
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import in_words, plain, typed, with_unit
from ycindic.render.words.sentence import sentence
from ycindic.render.words.visible import a_line_each
from ycindic.render.words.wording import Pair, pick

HEADINGS: dict[Kind, Pair] = {
    Kind.INVALID: ("文件有误", "faulty file"),
    Kind.BREACH: ("已违反", "breach"),
    Kind.MISSED: ("未完成", "missed"),
    Kind.OFF_TRACK: ("偏离", "off track"),
    Kind.AT_RISK: ("有风险", "at risk"),
    Kind.STALE: ("数据过旧", "stale"),
    Kind.LATE: ("数据逾期", "late"),
    Kind.INCONSISTENT: ("前后不一", "inconsistent"),
    Kind.CONTESTED: ("结论有异议", "contested"),
    Kind.PRELIMINARY: ("仍为初步数", "still preliminary"),
}


MOST_NAMED = 2
"""So many late releases are named one by one in a sentence."""


class Checked(NamedTuple):
    """The answer of a check: everything found, what of it makes it fail, and how many targets were asked."""

    as_of: date
    concerns: tuple[Concern, ...]
    fail_on: Collection[Kind]
    targets: tuple[str, ...]

    @property
    def failing(self) -> int:
        """How many of the concerns make the check fail."""
        return sum(one.kind in self.fail_on for one in self.concerns)


def text(checked: Checked, lang: str) -> str:
    """A line each, nothing if there is nothing."""
    return a_line_each(line(one, lang) for one in checked.concerns)


def line(concern: Concern, lang: str) -> str:
    """Place, kind, subject, what is the matter, and the code."""
    if isinstance(concern.cause, Problem):
        return f"{problems.told(concern.cause, lang)} [{concern.kind}]"
    heading = pick(HEADINGS[concern.kind], lang)
    colon = "：" if lang == "zh" else ": "
    return f"{concern.place}: {heading}{colon}{concern.subject}{colon}{pick(message(concern), lang)} [{concern.kind}]"


def message(concern: Concern) -> Pair:
    """What is the matter, as one sentence."""
    cause = concern.cause
    match cause:
        case Problem():
            return problems.told(cause, "zh"), problems.told(cause, "en")
        case Assessment():
            said = sentence(cause)
            return said.zh, said.en
        case Late():
            return _late(cause)
        case Finding():
            return _sentence(findings.sentence(cause))
        case Dispute():
            return _disputed(cause)
        case Unsettled():
            return _unsettled(cause)
        case _:
            assert_never(cause)


def _sentence(pair: Pair) -> Pair:
    zh, en = pair
    return f"{zh}。", f"{en[:1].upper()}{en[1:]}."


def _late(cause: Late) -> Pair:
    """The oldest release and the newest, and how many there are; the list of them is for programs."""
    zh, en = _listed(cause.releases if len(cause.releases) <= MOST_NAMED else (cause.releases[0], cause.releases[-1]))
    if len(cause.releases) > MOST_NAMED:
        count = len(cause.releases)
        zh, en = f"共{count}期，自{zh.replace('、', '至')}", f"{count} releases from {en.replace('), ', ') to ')}"
    publisher = cause.indicator.publisher
    who = (f"，由{publisher.zh}公布", f", from {publisher.en}") if publisher else ("", "")
    return f"应有而未录入：{zh}{who[0]}。", f"Due and not recorded: {en}{who[1]}."


def _listed(releases: Sequence[Expected]) -> Pair:
    zh = "、".join(f"{one.period}（应于{one.due}公布，已逾期{-one.days}天）" for one in releases)
    en = ", ".join(f"{one.period} (due {one.due}, {_days(-one.days)} late)" for one in releases)
    return zh, en


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def _disputed(cause: Dispute) -> Pair:
    votes = [one for one in cause.votes if one.yes is not None]
    ours = LOOKS[cause.row.verdict].word
    zh = "，".join(f"{METHODS[one.method.value][0]}：{STATUSES[one.status.value][0]}" for one in votes)
    en = ", ".join(f"{METHODS[one.method.value][1]}: {STATUSES[one.status.value][1]}" for one in votes)
    return f"本工具：{ours[0]}；{zh}。", f"We say {ours[1]}; {en}."


def _unsettled(cause: Unsettled) -> Pair:
    zh = "、".join(f"{in_words(one.covered)[0]}的{_figure(one, cause)}" for one in cause.figures)
    en = ", ".join(f"{_figure(one, cause)} for {in_words(one.covered)[1]}" for one in cause.figures)
    return f"结论所用的数据仍为初步数：{zh}。", f"A verdict rests on preliminary figures: {en}."


def _figure(one: Observation, cause: Unsettled) -> str:
    return with_unit(typed(one.value), cause.indicator.unit)


def document(checked: Checked) -> dict[str, Value]:
    """The answer for programs."""
    counts = {kind.value: sum(one.kind is kind for one in checked.concerns) for kind in Kind}
    return {
        "schema": 1,
        "as_of": checked.as_of.isoformat(),
        "fail_on": [kind.value for kind in Kind if kind in checked.fail_on],
        "targets": len(checked.targets),
        "failing": checked.failing,
        "counts": counts,
        "findings": [_value(one, checked.fail_on) for one in checked.concerns],
    }


def _value(concern: Concern, fail_on: Collection[Kind]) -> dict[str, Value]:
    zh, en = message(concern)
    return {
        "code": concern.kind.value,
        "fails": concern.kind in fail_on,
        "id": concern.subject or None,
        "file": concern.place.file,
        "line": concern.place.line or None,
        "column": concern.place.column or None,
        "message": {"zh": zh, "en": en},
        "details": _details(concern),
    }


def _details(concern: Concern) -> dict[str, Value]:
    """What the sentence says, as names and values."""
    cause = concern.cause
    match cause:
        case Problem():
            return {"problem": cause.code.value, "seen": cause.seen, "expected": cause.expected}
        case Assessment():
            return _verdict(cause)
        case Late():
            return {"releases": [release(one) for one in cause.releases]}
        case Finding():
            told = findings.value(cause)
            return {"rule": told["code"], "targets": told["targets"], "inputs": told["inputs"]}
        case Dispute():
            return _verdict(cause.row) | {"opinions": values(cause.row, cause.votes)["opinions"]}
        case Unsettled():
            return {"figures": _figures(cause.figures)}
        case _:
            assert_never(cause)


def _verdict(row: Assessment) -> dict[str, Value]:
    return {
        "verdict": row.verdict.value,
        "on_track": row.on_track,
        "reason": row.reason.value,
        "rule": row.rule.value,
        "commitment": row.target.commitment.value,
    }


def release(one: Expected) -> dict[str, Value]:
    """A figure that should be out, and how late it is."""
    return {"period": str(one.period), "due": one.due.isoformat(), "days_late": -one.days}


def _figures(figures: Sequence[Observation]) -> Value:
    return [
        {
            "period": str(one.covered),
            "value": plain(one.value),
            "published": one.published.isoformat() if one.published else None,
        }
        for one in figures
    ]
