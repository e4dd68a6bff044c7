"""How is told how often a flag was right: counted by groups, or case by case?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.assessment import Verdict
from ycindic.domain.backtest import GROUPS, Case, Tally, tallied
from ycindic.domain.period import month_text
from ycindic.domain.rates import ratio
from ycindic.domain.reason import Reason
from ycindic.render.answers.columns import Value
from ycindic.render.answers.listing import Attribute
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import figure, percent, plain
from ycindic.render.words.wording import MEASURES, Pair, pick

ALL: Pair = ("合计", "all")

HEADS: Mapping[str, Pair] = {
    "measure": ("类型", "Measure"),
    "rule": ("规则", "Rule"),
    "verdict": ("结论", "Verdict"),
    "indicator": ("指标编号", "Indicator id"),
    "target": ("目标编号", "Target id"),
    "year": ("目标期", "Period"),
    "month": ("月份", "Month"),
    "relation": ("关系", "Relation"),
    "commitment": ("承诺程度", "Commitment"),
    "seed": ("种子", "Seed"),
}
"""What the groups are called."""

RULES: Mapping[Reason, Pair] = {
    Reason.PACE: ("进度", "pace"),
    Reason.NEEDED_RATE: ("其余须增长", "needed rate"),
    Reason.DIFFERENCE: ("相差", "difference"),
    Reason.SIGN: ("方向", "sign"),
    Reason.MET_FOR_GOOD: ("已达到", "met for good"),
    Reason.NOT_EXCEEDED: ("仅持平", "only equals"),
    Reason.NOTHING_EXPECTED: ("尚无要求", "nothing expected"),
    Reason.HELD_SO_FAR: ("至今保持", "held so far"),
    Reason.CAP_EXCEEDED: ("超过上限", "cap exceeded"),
    Reason.BREACH: ("已违反", "breach"),
    Reason.BAND_LEFT: ("超出区间", "band left"),
    Reason.GOAL_MET: ("已达目标", "goal met"),
}
"""The usual rules in words; the others are called by their codes."""

_WORDS: Mapping[str, Mapping[str, Pair]] = {
    "measure": {measure.value: pair for measure, pair in MEASURES.items()},
    "rule": {rule.value: pair for rule, pair in RULES.items()},
    "verdict": {verdict.value: LOOKS[verdict].word for verdict in Verdict},
}


class Counted(NamedTuple):
    """A group of cases by the names of its grouping; a name that is not in `group` is told as all of them."""

    by: tuple[str, ...]
    tally: Tally

    def called(self, name: str) -> str | None:
        """The group's word for one name of its grouping; None in a line of totals."""
        place = self.by.index(name)
        return self.tally.group[place] if place < len(self.tally.group) else None


def counted(cases: Sequence[Case], by: tuple[str, ...], *, totals: bool) -> list[Counted]:
    """The counts of every group, for eyes with a line for each total above the groups that it is made of."""
    levels = range(len(by) + 1) if totals else (len(by),)
    rows = {tally.group: Counted(by, tally) for level in levels for tally in tallied(cases, by[:level])}
    return [rows[group] for group in sorted(rows)]


def count_columns(by: Sequence[str]) -> dict[str, Attribute]:
    """The columns of a count: its groups, then what was right and wrong, then the plain rules beside it."""
    return {name: _group(name) for name in by} | COUNTS


def _group(name: str) -> Attribute:
    def words(one: Counted, lang: str) -> str:
        word = one.called(name)
        if word is None:
            return pick(ALL, lang)
        return pick(_WORDS.get(name, {}).get(word, (word, word)), lang)

    return Attribute(HEADS[name], lambda one: one.called(name), words)


def _share(label: Pair, part: str, whole: str) -> Attribute:
    """A share of the cases, as a number from 0 to 1 for programs and as per cent for people."""

    def value(one: Counted) -> Value:
        of = getattr(one.tally, whole)
        return round(getattr(one.tally, part) / of, 4) if of else None

    return Attribute(label, value, lambda one, _: _percent(one.tally, part, whole))


def _percent(tally: Tally, part: str, whole: str) -> str:
    found = ratio(Decimal(getattr(tally, part)), Decimal(getattr(tally, whole)))
    return "" if found is None else percent(found)


def _beside(label: Pair, name: str) -> Attribute:
    """What a plain rule got right; where it had fewer answers, ours of the same cases behind it."""

    def words(one: Counted, lang: str) -> str:
        theirs = _percent(one.tally, name, f"{name}_of")
        if not theirs or getattr(one.tally, f"{name}_of") == one.tally.flagged:
            return theirs
        ours = _percent(one.tally, f"{name}_beside", f"{name}_of")
        return theirs + pick((f"（本规则{ours}）", f" (ours {ours})"), lang)

    return _share(label, name, f"{name}_of")._replace(words=words)


def _count(label: Pair, name: str) -> Attribute:
    return Attribute(label, lambda one: getattr(one.tally, name))


COUNTS: dict[str, Attribute] = {
    "cases": _count(("次数", "Cases"), "cases"),
    "right_share": _share(("正确率", "Right"), "right", "flagged"),
    "wrong_yes": _count(("误报正常", "Wrong yes"), "wrong_yes"),
    "wrong_no": _count(("误报偏离", "Wrong no"), "wrong_no"),
    "empty": _count(("无结论", "No flag"), "empty"),
    "calendar_share": _beside(("序时进度", "Calendar"), "calendar"),
    "twelfth_share": _beside(("目标÷12", "Goal ÷ 12"), "twelfth"),
    "kept_share": _share(("最终兑现", "Kept"), "kept", "cases"),
    "right": _count(("正确", "Right, count"), "right"),
    "kept": _count(("兑现次数", "Kept, count"), "kept"),
    "calendar": _count(("序时正确", "Calendar right"), "calendar"),
    "calendar_of": _count(("序时次数", "Calendar cases"), "calendar_of"),
    "calendar_beside": _count(("同例本规则正确", "Ours of these"), "calendar_beside"),
    "twelfth": _count(("÷12正确", "÷ 12 right"), "twelfth"),
    "twelfth_of": _count(("÷12次数", "÷ 12 cases"), "twelfth_of"),
    "twelfth_beside": _count(("÷12同例本规则正确", "Ours of those"), "twelfth_beside"),
}
"""The columns of every count, in order; new ones come last."""

USUAL_COUNTS = (
    "cases", "right_share", "wrong_yes", "wrong_no", "empty", "calendar_share", "twelfth_share", "kept_share",
)  # fmt: skip


def _told(name: str) -> Attribute:
    """A group's word of a single case."""
    words = _WORDS.get(name, {})
    return Attribute(
        HEADS[name],
        lambda case: GROUPS[name](case) or None,
        lambda case, lang: pick(words.get(GROUPS[name](case), (GROUPS[name](case),) * 2), lang),
    )


def _figure(label: Pair, name: str, *, end: bool = False) -> Attribute:
    """A figure of the answer of that day, or of the final one."""

    def words(case: Case, _: str) -> str:
        row = case.end if end else case.said
        value = getattr(row.figures, name)
        return "" if value is None else figure(row, value)

    return Attribute(label, lambda case: plain(getattr((case.end if end else case.said).figures, name)), words)


CASES: dict[str, Attribute] = {
    "indicator": _told("indicator"),
    "target": _told("target"),
    "measure": _told("measure"),
    "year": _told("year"),
    "month": Attribute(HEADS["month"], lambda case: month_text(case.month)),
    "as_of": Attribute(("截至", "As of"), lambda case: case.as_of.isoformat()),
    "goal": Attribute(("目标", "Goal"), lambda case: plain(case.said.target.goal)),
    "so_far": _figure(("当时", "So far"), "actual"),
    "projection": _figure(("推算", "Projection"), "projection"),
    "actual": _figure(("全年", "In the end"), "actual", end=True),
    "verdict": _told("verdict"),
    "rule": _told("rule"),
    "flag": Attribute(("按进度", "Flag"), lambda case: case.flag),
    "calendar": Attribute(("序时进度", "Calendar"), lambda case: case.calendar),
    "twelfth": Attribute(("目标÷12", "Goal ÷ 12"), lambda case: case.twelfth),
    "kept": Attribute(("兑现", "Kept"), lambda case: case.kept),
    "right": Attribute(("正确", "Right"), lambda case: case.right),
    "seed": _told("seed"),
}
"""The columns of a case, in order; new ones come last."""

USUAL_CASES = ("target", "month", "goal", "so_far", "actual", "verdict", "calendar", "twelfth", "kept", "right")
