"""What became of the promises of one year in those of the next?"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple, assert_never

from ycindic.domain.model import Commitment, Plan
from ycindic.domain.relation import Relation
from ycindic.scan.amounts import amount_ends, parted
from ycindic.scan.finding import Class, Finding, ReportValue
from ycindic.scan.goals import printed_goal


class Fate(StrEnum):
    """What became of a promise."""

    KEPT = "kept"
    REWORDED = "reworded"
    RAISED = "raised"
    LOWERED = "lowered"
    FIRMER = "firmer"
    SOFTER = "softer"
    OTHER_UNIT = "other-unit"
    DROPPED = "dropped"
    NEW = "new"


class Pledge(NamedTuple):
    """A promise as either year says it; `several`: for several years."""

    id: str
    name: str
    unit: str
    relation: Relation | None
    value: ReportValue
    commitment: Commitment
    wording: str
    several: bool
    section: str = ""

    @property
    def rate(self) -> bool:
        """Whether it is a share or a rate of growth, never compared with an amount."""
        return parted(self.unit)[1] in ("%", "‰", "个百分点")


class Moved(NamedTuple):
    """A promise in both years, or in one, and what became of it; two fates where two things changed."""

    fates: tuple[Fate, ...]
    old: Pledge | None
    new: Pledge | None


def of_plan(plan: Plan) -> list[Pledge]:
    """What a registry promises; parts of a container stand for nothing of their own."""
    parts = plan.part_of()
    found = []
    for one in plan.targets:
        if one.id not in parts:
            indicator = plan.indicators[one.indicator]
            goal, unit = printed_goal(one, indicator.unit)
            several = one.period.months > 12
            said = Pledge(
                one.indicator, indicator.name.zh, unit, one.relation, goal, one.commitment, one.wording, several
            )
            found.append(said._replace(section=one.section))
    return found


def of_findings(findings: Iterable[Finding]) -> list[Pledge]:
    """What a text promises."""
    return [
        Pledge(
            "",
            one.indicator,
            one.unit,
            one.relation,
            _signed(one),
            one.commitment,
            one.clause,
            "-" in one.period,
            one.section,
        )
        for one in findings
        if one.class_ is Class.TARGET
    ]


def _signed(one: Finding) -> ReportValue:
    if "down" not in one.modifiers or one.value is None:
        return one.value
    turned = sorted(-end for end in amount_ends(one.value))
    return (turned[0], turned[1]) if len(turned) > 1 else turned[0]


def compare(old: Sequence[Pledge], new: Sequence[Pledge]) -> list[Moved]:
    """The changes in the order of the old promises, what is new behind them."""
    left = list(new)
    changes = []
    for one in old:
        other = _same(one, left)
        if other is not None:
            left.remove(other)
        changes.append(Moved((Fate.DROPPED,), one, None) if other is None else Moved(_fates(one, other), one, other))
    return [*changes, *(Moved((Fate.NEW,), None, one) for one in left)]


_LIKE = 0.72
"""From this likeness of names on two promises are of the same thing."""


def _same(one: Pledge, left: Sequence[Pledge]) -> Pledge | None:
    fitting = [other for other in left if other.several is one.several]
    by_id = next((other for other in fitting if one.id and other.id == one.id), None)
    if by_id is not None:
        return by_id
    best, likeness = None, _LIKE
    by_name, by_wording = SequenceMatcher(None, "", "", autojunk=False), SequenceMatcher(None, "", "", autojunk=False)
    by_name.set_seq2(_bare(one.name))
    by_wording.set_seq2(_bare(one.wording))
    for other in fitting:
        if other.rate is not one.rate and one.value is not None and other.value is not None:
            continue
        ratio = max(_ratio(by_name, _bare(other.name), likeness), _ratio(by_wording, _bare(other.wording), likeness))
        if ratio > likeness:
            best, likeness = other, ratio
    return best


def _ratio(matcher: SequenceMatcher[str], text: str, least: float) -> float:
    """The likeness of two texts, or nothing where it cannot reach the least."""
    matcher.set_seq1(text)
    alike = matcher.real_quick_ratio() > least and matcher.quick_ratio() > least
    return matcher.ratio() if alike else 0


def _bare(name: str) -> str:
    name = "".join(char for char in name if not char.isdigit())
    for word in ("今年", "全市", "全县", "全省", "全区", "我市", "力争", "确保", "实现"):
        name = name.removeprefix(word)
    return name.replace("全社会", "").replace("规模以上", "规上").replace("地区生产总值", "生产总值")


def _fates(old: Pledge, new: Pledge) -> tuple[Fate, ...]:
    found = []
    size = _size(old, new)
    if size is not None:
        found.append(size)
    firmness = _firmness(new) - _firmness(old)
    if firmness:
        found.append(Fate.FIRMER if firmness > 0 else Fate.SOFTER)
    if not found:
        found.append(Fate.KEPT if old.wording == new.wording else Fate.REWORDED)
    return tuple(found)


def _size(old: Pledge, new: Pledge) -> Fate | None:
    if old.value is None or new.value is None:
        return None
    (scale, unit), (other_scale, other_unit) = parted(old.unit), parted(new.unit)
    if old.rate is not new.rate or (unit != other_unit and unit and other_unit):
        return Fate.OTHER_UNIT
    before = [end * scale for end in amount_ends(old.value)]
    after = [end * other_scale for end in amount_ends(new.value)]
    if before == after:
        return None
    return Fate.RAISED if _middle(after) > _middle(before) else Fate.LOWERED


def _middle(found: Sequence[Decimal]) -> Decimal:
    return sum(found, Decimal(0)) / len(found)


_MEANT = (Commitment.ASPIRATIONAL, Commitment.PLAIN, Commitment.FIRM, Commitment.BINDING)


def _firmness(said: Pledge) -> int:
    """The word of commitment counts first, then how hard the relation binds."""
    return 3 * _MEANT.index(said.commitment) + _hard(said.relation or Relation.AT_LEAST)


def _hard(relation: Relation) -> int:
    match relation:
        case Relation.ABOUT | Relation.BETWEEN:
            return 0
        case (
            Relation.AT_LEAST | Relation.AT_MOST | Relation.IN_STEP | Relation.ABOVE | Relation.NARROWING
            | Relation.RISING | Relation.FALLING | Relation.ALL | Relation.NONE | Relation.EXACTLY
            | Relation.TURNING
        ):  # fmt: skip
            return 1
        case Relation.MORE_THAN:
            return 2
        case _:
            assert_never(relation)
