"""How is told how often a flag was right: counted by groups, or case by case?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.assessment import Verdict
from ycindic.domain.backtest import GROUPS, Case, Tally, tallied
from ycindic.domain.period import month_text
from ycindic.domain.problem import Problem
from ycindic.domain.rates import ratio
from ycindic.domain.reason import Reason
from ycindic.render.answers.faults import plain_document
from ycindic.render.answers.sheet import Column, Group, Page, Sheet, Value
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
_RIGHT = frozenset({"target", "year", "month", "seed"})
"""Groups whose words stand to the right, as numbers do."""

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


def count_columns(by: Sequence[str]) -> dict[str, Column[Counted]]:
    """The columns of a count: its groups, then what was right and wrong, then the plain rules beside it."""
    return {name: _group(name) for name in by} | COUNTS


def _group(name: str) -> Column[Counted]:
    def words(one: Counted, lang: str) -> str:
        word = one.called(name)
        if word is None:
            return pick(ALL, lang)
        return pick(_WORDS.get(name, {}).get(word, (word, word)), lang)

    return Column(lambda one: one.called(name), HEADS[name], words=words, left=name not in _RIGHT)


def _share(label: Pair, part: str, whole: str) -> Column[Counted]:
    """A share of the cases, as a number from 0 to 1 for programs and as per cent for people."""

    def value(one: Counted) -> Value:
        of = getattr(one.tally, whole)
        return round(getattr(one.tally, part) / of, 4) if of else None

    return Column(value, label, words=lambda one, _: _percent(one.tally, part, whole))


def _percent(tally: Tally, part: str, whole: str) -> str:
    found = ratio(Decimal(getattr(tally, part)), Decimal(getattr(tally, whole)))
    return "" if found is None else percent(found)


def _beside(label: Pair, name: str) -> Column[Counted]:
    """What a plain rule got right; where it had fewer answers, ours of the same cases behind it."""

    def words(one: Counted, lang: str) -> str:
        theirs = _percent(one.tally, name, f"{name}_of")
        if not theirs or getattr(one.tally, f"{name}_of") == one.tally.flagged:
            return theirs
        ours = _percent(one.tally, f"{name}_beside", f"{name}_of")
        return theirs + pick((f"（本规则{ours}）", f" (ours {ours})"), lang)

    return _share(label, name, f"{name}_of")._replace(words=words)


def _count(label: Pair, name: str) -> Column[Counted]:
    return Column(lambda one: getattr(one.tally, name), label)


COUNTS: dict[str, Column[Counted]] = {
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


def _told(name: str) -> Column[Case]:
    """A group's word of a single case."""
    words = _WORDS.get(name, {})
    return Column(
        lambda case: GROUPS[name](case) or None,
        HEADS[name],
        words=lambda case, lang: pick(words.get(GROUPS[name](case), (GROUPS[name](case),) * 2), lang),
        left=name not in _RIGHT,
    )


def _figure(label: Pair, name: str, *, end: bool = False) -> Column[Case]:
    """A figure of the answer of that day, or of the final one."""

    def words(case: Case, _: str) -> str:
        row = case.end if end else case.said
        value = getattr(row.figures, name)
        return "" if value is None else figure(row, value)

    return Column(lambda case: plain(getattr((case.end if end else case.said).figures, name)), label, words=words)


CASES: dict[str, Column[Case]] = {
    "indicator": _told("indicator"),
    "target": _told("target"),
    "measure": _told("measure"),
    "year": _told("year"),
    "month": Column(lambda case: month_text(case.month), HEADS["month"]),
    "as_of": Column(lambda case: case.as_of.isoformat(), ("截至", "As of")),
    "goal": Column(lambda case: plain(case.said.target.goal), ("目标", "Goal")),
    "so_far": _figure(("当时", "So far"), "actual"),
    "projection": _figure(("推算", "Projection"), "projection"),
    "actual": _figure(("全年", "In the end"), "actual", end=True),
    "verdict": _told("verdict"),
    "rule": _told("rule"),
    "flag": Column(lambda case: case.flag, ("按进度", "Flag")),
    "calendar": Column(lambda case: case.calendar, ("序时进度", "Calendar")),
    "twelfth": Column(lambda case: case.twelfth, ("目标÷12", "Goal ÷ 12")),
    "kept": Column(lambda case: case.kept, ("兑现", "Kept")),
    "right": Column(lambda case: case.right, ("正确", "Right")),
    "seed": _told("seed"),
}
"""The columns of a case, in order; new ones come last."""

USUAL_CASES = ("target", "month", "goal", "so_far", "actual", "verdict", "calendar", "twelfth", "kept", "right")


def counts(
    rows: Sequence[Counted], by: tuple[str, ...], totals: Sequence[Counted], problems: Sequence[Problem]
) -> Sheet[Counted]:
    """The counts as a sheet; people read the totals, too."""
    usual, document = (*by, *USUAL_COUNTS), plain_document(problems)
    return Sheet("counts", count_columns(by), rows, usual, document=document, page=lambda _: Page((Group(totals),)))


def single(rows: Sequence[Case], problems: Sequence[Problem]) -> Sheet[Case]:
    """Every single answer as a sheet."""
    return Sheet("cases", CASES, rows, USUAL_CASES, document=plain_document(problems))
