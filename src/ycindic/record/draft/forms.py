"""Which form of the registry does a promise take whose figure is no value of the indicator, or that has none?

A multiple, points added to a share, no less than before, a distance above a benchmark, a plan kept to the digit, a
condition, a deadline: what a scan finds, in the words of the registry.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple, assert_never

from ycindic.domain.model import Commitment, Measure
from ycindic.domain.relation import CEILINGS, Relation
from ycindic.record.draft.usual import measure
from ycindic.scan.finding import Finding

POINTS = frozenset({"个百分点", "百分点"})
_TIMES = re.compile(r"[比较]([0-9]{4})年\w{0,4}翻$|([0-9]{4})年的?$")
_ABOVE = re.compile(r"(?:高于|快于|好于|优于)(?:全国|全省|全市|全区|周边|同类|省|市)")
_PLANNED = re.compile(r"按(?:照)?[0-9.]+[%‰]?(?:的?\w{0,6})安排")
_CONDITION = re.compile(r"(?:在)?(正常(?:年景|情况|年份)|无重大自然灾害|同等条件)(?:下|的?情况下)?")
_EACH = re.compile(r"每个?(?:县|乡|镇|村|区|市|社区|街道|旗|学校|学区)")
_BEFORE = re.compile(r"上年|去年|上一年|同期")
_ROSE = re.compile(r"(?:前移|上升|提升|跃升|进位)$")
_MORE = re.compile(r"(?P<than>[比较](?:上年|去年)末?|同比)?(?P<how>净?增加|净增)(?:约|近)?$")
"""More than last year: 比上年增加5家, or 增加5家 of a row that is named by its level."""
_DOUBLES = re.compile(r"翻番$")
_RATE = re.compile(r"增速|增幅|增长率")
_BASE = {"only-up": Relation.AT_LEAST, "keeps-worth": Relation.AT_LEAST, "only-down": Relation.AT_MOST}
"""Rules of the scan that compare with the base."""


class PromiseForm(NamedTuple):
    """How a promise is written: its relation, the keys that tell its goal, and what of the indicator they fix."""

    relation: Relation
    keys: Mapping[str, str]
    unit: str | None = None
    measure: Measure | None = None
    better: str = ""


def form(one: Finding) -> PromiseForm | None:
    """The form of a promise that is no plain number; None where it is one, or compares with what nobody can know."""
    return _told_from_the_base(one) or _told_as_a_number(one)


def _told_from_the_base(one: Finding) -> PromiseForm | None:
    relation = _BASE.get(one.reason)
    if relation is not None or (one.reason == "not-below" and _BEFORE.match(one.reference)):
        found = PromiseForm(relation or Relation.AT_LEAST, {"goal": "base"})
        return found._replace(unit="%", measure=Measure.GROWTH) if _RATE.search(one.indicator) else found
    if one.reason in ("balance", "steady"):
        return PromiseForm(Relation.ABOUT, {"goal": "unstated"}, better="near")
    if one.reason == "front":
        return PromiseForm(Relation.AT_MOST, {"goal": "unstated"}, unit="位", measure=Measure.STOCK)
    if one.reason == "turns":
        return PromiseForm(Relation.MORE_THAN, {"goal": "0"}, unit="%", measure=Measure.GROWTH)
    if one.reason == "peak":
        return PromiseForm(Relation.TURNING, {}, measure=Measure.FLOW)
    return None


def _told_as_a_number(one: Finding) -> PromiseForm | None:
    if not isinstance(one.value, Decimal) or one.relation is None:
        return None
    number = one.value
    if one.unit == "倍" or one.figure.endswith("番"):
        since = _TIMES.search(one.lead)
        base = {"baseline": since[1] or since[2]} if since else {}
        more = number + 1 if "growth" in one.modifiers else number
        return PromiseForm(one.relation, {"goal": written(more), "as": "times", **base}, unit="")
    if "rank" in one.modifiers and _ROSE.search(one.lead):
        keys = {"goal": written(-number), "as": "difference"}
        return PromiseForm(Relation.AT_MOST, keys, measure=Measure.STOCK)
    if one.unit not in (*POINTS, "%", "‰") and _says_more(one):
        level = measure(one._replace(indicator=form_noun(one.indicator)))
        return PromiseForm(one.relation, {"goal": written(number), "as": "difference"}, measure=level)
    if one.unit in POINTS and _ABOVE.search(one.clause):
        return PromiseForm(Relation.ABOVE, {"goal": written(number), "as": "difference"}, better="higher")
    if one.unit in POINTS and {"change", "growth", "down"} & {*one.modifiers}:
        return _points(one, number)
    if _PLANNED.search(one.clause) and "bare" in one.modifiers:
        return PromiseForm(Relation.EXACTLY, {"goal": written(number)})
    return None


def _says_more(one: Finding) -> bool:
    """Whether a figure is how much more than last year."""
    found = _MORE.search(one.lead)
    return found is not None and bool(found["than"] or not one.indicator.endswith(found["how"]))


def _points(one: Finding, number: Decimal) -> PromiseForm:
    """Points that a share rises or falls by."""
    falls = "down" in one.modifiers
    relation = one.relation or Relation.AT_LEAST
    keys = {"goal": written(-number if falls else number), "as": "difference"}
    return PromiseForm(of_fall(relation) if falls else relation, keys, unit="%", measure=Measure.STOCK)


def form_noun(name: str) -> str:
    """The noun of a promise whose form tells what its verb says; a verb alone stays."""
    return _ROSE.sub("", _DOUBLES.sub("", _MORE.sub("", name))) or name


def of_fall(relation: Relation) -> Relation:
    """What is promised of a change where a relation was said of a fall: by 3 at least is -3 at most."""
    match relation:
        case Relation.AT_LEAST | Relation.MORE_THAN:
            return Relation.AT_MOST
        case Relation.AT_MOST:
            return Relation.AT_LEAST
        case (
            Relation.ABOUT | Relation.BETWEEN | Relation.EXACTLY | Relation.IN_STEP | Relation.ABOVE
            | Relation.NARROWING | Relation.RISING | Relation.FALLING | Relation.ALL | Relation.NONE | Relation.TURNING
        ):  # fmt: skip
            return relation
        case _:
            assert_never(relation)


def keys_beside(one: Finding) -> Iterator[tuple[str, str]]:
    """The keys that stand beside the goal: a deadline inside the year, a condition."""
    if one.by and one.by[:4] == one.period and not one.by.endswith("12-31"):
        yield "by", one.by
    condition = _CONDITION.search(one.clause)
    if condition:
        yield "condition", condition[0]


_HOPE = re.compile(r"(?:并|且)?(?:力争|争取|努力|奋力|力求)(?:达到|达|实现|突破|完成|增长|到)*")
"""A clause with nothing of its own but a hope beside the figure before it (增长8%，力争9%)."""


def softens(one: Finding, before: Finding) -> bool:
    """Whether a figure is only hoped for beside the one before it (增长8%以上、力争达到10%)."""
    if one.commitment is not Commitment.ASPIRATIONAL or before.commitment is Commitment.ASPIRATIONAL:
        return False
    alone = _HOPE.fullmatch(one.clause.removesuffix(one.figure)) and before.indicator.startswith(one.indicator)
    same = (one.unit, one.period) == (before.unit, before.period)
    same = same and (bool(alone) or (one.indicator, one.clause) == (before.indicator, before.clause))
    if not same or not isinstance(one.value, Decimal) or not isinstance(before.value, Decimal):
        return False
    down = before.relation in CEILINGS
    return one.value < before.value if down else one.value > before.value


def in_places(one: Finding) -> bool:
    """Whether a figure is promised of every place, so that it is no total."""
    return one.value is not None and bool(_EACH.search(one.clause))


def written(value: Decimal) -> str:
    """A number as the registry has it, without needless zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
