"""How is told what was computed at a glance, and whether the rest can be done?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ycindic.domain.glance import Computed, Remark
from ycindic.domain.glance.feasible import Doubt
from ycindic.domain.model import IndicatorId, Plan, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.render.answers.sums import PERCENT, POINTS, Sum, Unit, values
from ycindic.render.words.numbers import in_words, plain, rounded, typed, with_unit
from ycindic.render.words.wording import Pair

NAMES: Mapping[str, Pair] = {
    "latest_growth": ("当期增速（由累计增速推算）", "the latest months alone grew (implied)"),
    "growth_so_far": ("累计增速（由数量计算）", "growth so far (computed from amounts)"),
    "latest_growth_sum": ("当期增速（由数量计算）", "the latest months alone grew (computed from amounts)"),
    "growth_from_levels": ("累计增速（由总量计算）", "growth so far (computed from levels)"),
    "year_on_year": ("比上年同期（由水平计算）", "over the same month of last year (computed from levels)"),
    "carry_over_latest": ("当月翘尾", "carry-over of the latest month"),
    "new_rise_latest": ("当月新涨价", "new rise of the latest month"),
    "carry_over_so_far": ("至今月均翘尾", "carry-over so far, mean of the months"),
    "carry_over_year": ("全年月均翘尾", "carry-over of the whole year, mean of the months"),
    "carry_over_rest": ("其余月份月均翘尾", "carry-over of the rest, mean of the months"),
    "new_rise_rest": ("其余月份须新涨价", "new rise that the rest must average"),
    "pull": ("拉动", "points of the growth"),
    "contribution": ("贡献率", "share of the growth"),
    "pull_left": ("各部分之外", "points that the parts leave open"),
}
"""What the numbers are called, by their steps' fields."""

_OF_A_PART = frozenset({"pull", "contribution"})


def sums(computed: tuple[Computed, ...], plan: Plan) -> list[Sum]:
    """The numbers in the form of quick sums: name, result with its range, formula, what stands beside it."""
    return [Sum(_name(one, plan), _unit(one), one.step, _range(one), _note(one)) for one in computed]


def _name(one: Computed, plan: Plan) -> Pair:
    (zh, en), (when_zh, when_en) = NAMES[one.step.field], in_words(one.period)
    if one.step.field in _OF_A_PART:
        part = plan.indicators[IndicatorId(one.about)].name
        zh, en = f"{part.zh}：{zh}", f"{part.en}: {en}"
    return f"{zh}（{when_zh}）", f"{en} ({when_en})"


def _unit(one: Computed) -> Unit:
    return POINTS._replace(decimals=2) if one.unit == "pp" else PERCENT


def _range(one: Computed) -> tuple[Decimal, Decimal] | None:
    return None if one.low is None or one.high is None else (one.low, one.high)


def _note(one: Computed) -> Pair:
    said: list[Pair] = []
    if one.published is not None:
        printed = with_unit(typed(one.published), one.unit)
        inside = one.low is None or one.high is None or one.low <= one.published <= one.high
        apart = ("", "") if inside else ("，在此范围外：基数有修订", ", outside that range: its base was revised")
        said.append((f"公布的当期值{printed}{apart[0]}", f"published for it alone: {printed}{apart[1]}"))
    if one.weights is ProfileKind.LINEAR:
        said.append(("按月数加权", "weighted by months"))
    if one.beside is not None:
        needed = with_unit(rounded(one.beside, 2), one.unit)
        words = ("其余可至", "the rest may come to") if one.room else ("其余须", "the rest needs")
        said.append((f"{words[0]}{needed}", f"{words[1]} {needed}"))
    return "；".join(zh for zh, _ in said), "; ".join(en for _, en in said)


def computed_values(computed: tuple[Computed, ...], plan: Plan) -> list[dict[str, object]]:
    """The numbers for programs, each marked as computed, with the months and the indicator that it speaks of."""
    return [
        value
        | {
            "computed": True,
            "period": str(one.period),
            "indicator": one.about,
            "unit": one.unit,
            "beside": plain(one.beside),
            "published": plain(one.published),
            "weights": one.weights.value if one.weights else None,
        }
        for one, value in zip(computed, values(sums(computed, plan)), strict=True)
    ]


def sentence(one: Remark) -> Pair:
    """Whether the rest can be done, with the numbers."""
    needed = with_unit(rounded(one.needed, 2), one.unit)
    match one.doubt:
        case Doubt.DOUBLE:
            return f"其余须增长{needed}，要翻一番以上", f"the rest must more than double last year's: {needed}"
        case Doubt.BELOW_NOTHING:
            return f"其余须为{needed}，小于零，做不到", f"the rest would have to be {needed}, less than nothing"
        case Doubt.BEYOND_LIMIT:
            limit = with_unit(typed(one.record or Decimal(0)), one.unit)
            return f"其余须为{needed}，超过上限{limit}，做不到", f"the rest needs {needed}, above its limit of {limit}"
        case Doubt.NO_RETURN:
            return _no_return(one, needed)
        case Doubt.BEYOND_RECORD | Doubt.ON_RECORD:
            return _on_record(one, needed)


def _no_return(one: Remark, needed: str) -> Pair:
    record, month = with_unit(rounded(one.record or Decimal(0), 2), one.unit), one.month or MONTHS_A_YEAR
    zh = f"若照此延续到{month}月，有记录的{one.years}年都未能再补回"
    en = f"the rest would need {needed} should it go on as so far to month {month}"
    none = f"after which none of {one.years} years on record came back: nearest {record} in {one.year}"
    return f"{zh}：届时其余须{needed}，最接近的是{one.year}年的{record}", f"{en}, {none}"


def _on_record(one: Remark, needed: str) -> Pair:
    record = with_unit(rounded(one.record or Decimal(0), 2), one.unit)
    zh, en = (
        (f"其余须不高于{needed}", f"the rest must stay within {needed}")
        if one.room
        else (f"其余须{needed}", f"the rest needs {needed}")
    )
    if one.doubt is Doubt.BEYOND_RECORD:
        return (
            f"{zh}，有记录的{one.years}年都未达到，最接近的是{one.year}年的{record}",
            f"{en}; none of {one.years} years on record had such a rest, nearest {record} in {one.year}",
        )
    had = f"{one.reached} of {one.years} years on record had such a rest"
    return (
        f"{zh}，有记录的{one.years}年中有{one.reached}年达到，最好的是{one.year}年的{record}",
        f"{en}; {had}, the best {record} in {one.year}",
    )


def remark_value(one: Remark) -> dict[str, object]:
    """A remark for programs: its code, its numbers, the sentence."""
    zh, en = sentence(one)
    return {
        "code": one.doubt.value,
        "needed": plain(one.needed),
        "unit": one.unit,
        "record": plain(one.record),
        "record_year": one.year,
        "years": one.years or None,
        "reached": one.reached if one.years else None,
        "month": one.month,
        "message": {"zh": f"{zh}。", "en": f"{en[:1].upper()}{en[1:]}."},
    }
