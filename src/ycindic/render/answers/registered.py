"""What is registered: which targets with which words, which indicators, measured how and published by whom?"""

from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.model import Bilingual, Every, Indicator, Plan, Released, Revision, Target
from ycindic.render.answers.columns import Value
from ycindic.render.answers.listing import Attribute
from ycindic.render.words.numbers import plain
from ycindic.render.words.promised import goal_words
from ycindic.render.words.wording import COMMITMENTS, EVERY, MEASURES, PROFILES, pick


class Promise(NamedTuple):
    """A registered target with its indicator."""

    target: Target
    indicator: Indicator
    part_of: str | None


class Measured(NamedTuple):
    """A registered indicator with the ids of its targets."""

    indicator: Indicator
    targets: tuple[str, ...]


def promises(plan: Plan) -> list[Promise]:
    """All targets in the registry's order."""
    part_of = plan.part_of()
    return [Promise(one, plan.indicators[one.indicator], part_of.get(one.id)) for one in plan.targets]


def measured(plan: Plan) -> list[Measured]:
    """All indicators in the registry's order."""
    return [
        Measured(one, tuple(target.id for target in plan.targets if target.indicator == key))
        for key, one in plan.indicators.items()
    ]


def _pair(text: Bilingual | None) -> Value:
    return None if text is None else {"zh": text.zh, "en": text.en}


def _text(value: object) -> Value:
    return None if value is None or value == "" else str(value)


def _modifiers(target: Target) -> list[str]:
    names = ("average", "total", "hold", "scope", "band", "unstated")
    told = [f"as={target.told.how}"] if target.told else []
    hope = [f"stretch={plain(target.hope.goal) or 'unstated'}"] if target.hope else []
    step = [f"step={target.step}"] if target.step else []
    later = [f"revised={one.on}:{_revised(one)}" for one in target.revised if one.on]
    return [name for name in names if getattr(target, name)] + step + told + hope + later


def _revised(one: Revision) -> str:
    ends = (one.told.goal, one.told.high) if one.told else (one.goal, one.goal_high)
    return "-".join(_exact(end) for end in ends if end is not None) or "unstated"


def _goal(target: Target) -> Decimal | None:
    """The goal as it was typed, also where it is told from another figure."""
    return target.told.goal if target.told else target.goal


def _promised(one: Promise, lang: str) -> str:
    return pick(goal_words(one.target, one.indicator), lang)


def _milestones(target: Target) -> Value:
    return [f"{one.by}={_exact(one.goal)}" for one in target.milestones] or None


def _exact(value: Decimal) -> str:
    return format(value, "f")


def released_words(rule: Released | None, lang: str) -> str:
    """When figures come out, in a few words: `monthly, on day 20 of month +1`."""
    if rule is None:
        return ""
    parts = [pick(EVERY[rule.every], lang)]
    if rule.every is not Every.IRREGULAR:
        day = "" if rule.day is None else pick((f"{rule.day}日", f", day {rule.day}"), lang)
        after = {0: ("当月", " of the same month"), 1: ("次月", " of the next month")}
        late = after.get(rule.after, (f"{rule.after}个月后", f" {rule.after} months later"))
        parts.append(pick((late[0] + day, (day + late[1])), lang))
    if rule.first > 1:
        parts.append(pick((f"，首次含1—{rule.first}月", f", the first through month {rule.first}"), lang))
    return "".join(parts)


TARGETS: dict[str, Attribute] = {
    "id": Attribute(("编号", "Id"), lambda one: one.target.id),
    "indicator": Attribute(("指标编号", "Indicator id"), lambda one: one.indicator.id),
    "name": Attribute(("指标", "Indicator"), lambda one: _pair(one.indicator.name), bilingual=True),
    "period": Attribute(("目标期", "Target period"), lambda one: one.target.when),
    "relation": Attribute(("关系", "Relation"), lambda one: _text(one.target.relation)),
    "goal": Attribute(("目标", "Goal"), lambda one: plain(_goal(one.target)), _promised),
    "goal_high": Attribute(("目标上限", "Goal, upper end"), lambda one: plain(one.target.goal_high)),
    "unit": Attribute(("单位", "Unit"), lambda one: one.indicator.unit),
    "commitment": Attribute(
        ("承诺程度", "Commitment"),
        lambda one: one.target.commitment.value,
        lambda one, lang: pick(COMMITMENTS[one.target.commitment], lang),
    ),
    "section": Attribute(("部分", "Section"), lambda one: _text(one.target.section)),
    "wording": Attribute(("报告原文", "Wording"), lambda one: _text(one.target.wording)),
    "measure": Attribute(
        ("类型", "Measure"),
        lambda one: one.indicator.measure.value,
        lambda one, lang: pick(MEASURES[one.indicator.measure], lang),
    ),
    "better": Attribute(("方向", "Better"), lambda one: _text(one.indicator.better)),
    "reference": Attribute(("对照指标", "Reference"), lambda one: list(one.target.reference) or None),
    "modifiers": Attribute(("限定", "Modifiers"), lambda one: _modifiers(one.target) or None),
    "baseline": Attribute(("基期", "Base period"), lambda one: _text(one.target.baseline)),
    "milestones": Attribute(("阶段目标", "Milestones"), lambda one: _milestones(one.target)),
    "by": Attribute(("截止日", "By"), lambda one: _text(one.target.by)),
    "tolerance": Attribute(("容许范围", "Tolerance"), lambda one: plain(one.target.tolerance)),
    "parts": Attribute(("分项", "Parts"), lambda one: None if one.target.parts is None else list(one.target.parts)),
    "part_of": Attribute(("所属目标", "Part of"), lambda one: _text(one.part_of)),
    "publisher": Attribute(("发布单位", "Publisher"), lambda one: _pair(one.indicator.publisher), bilingual=True),
    "note": Attribute(("备注", "Note"), lambda one: _pair(one.target.note), bilingual=True),
}
"""The columns of `targets`, in order; new ones come last."""

INDICATORS: dict[str, Attribute] = {
    "id": Attribute(("编号", "Id"), lambda one: one.indicator.id),
    "name": Attribute(("指标", "Indicator"), lambda one: _pair(one.indicator.name), bilingual=True),
    "unit": Attribute(("单位", "Unit"), lambda one: one.indicator.unit),
    "measure": Attribute(
        ("类型", "Measure"),
        lambda one: one.indicator.measure.value,
        lambda one, lang: pick(MEASURES[one.indicator.measure], lang),
    ),
    "better": Attribute(("方向", "Better"), lambda one: _text(one.indicator.better)),
    "released": Attribute(
        ("发布", "Released"),
        lambda one: None if one.indicator.released is None else one.indicator.released.every.value,
        lambda one, lang: released_words(one.indicator.released, lang),
    ),
    "released_day": Attribute(("发布日", "Day"), lambda one: one.indicator.released and one.indicator.released.day),
    "released_after": Attribute(
        ("之后月数", "Months after"), lambda one: one.indicator.released and one.indicator.released.after
    ),
    "released_first": Attribute(
        ("首次至", "First through"), lambda one: one.indicator.released and one.indicator.released.first
    ),
    "publisher": Attribute(("发布单位", "Publisher"), lambda one: _pair(one.indicator.publisher), bilingual=True),
    "targets": Attribute(
        ("目标期", "Targets"),
        lambda one: list(one.targets),
        lambda one, _: ", ".join(target.removeprefix(f"{one.indicator.id}@") for target in one.targets),
    ),
    "profile": Attribute(
        ("进度曲线", "Profile"),
        lambda one: one.indicator.profile.value,
        lambda one, lang: pick(PROFILES[one.indicator.profile], lang),
    ),
    "levels": Attribute(("权重指标", "Levels"), lambda one: _text(one.indicator.levels)),
    "limit": Attribute(("自然界限", "Limit"), lambda one: plain(one.indicator.limit)),
    "decimals": Attribute(("小数位", "Decimals"), lambda one: one.indicator.decimals),
    "net": Attribute(("可下降", "Can fall"), lambda one: one.indicator.net),
    "uneven": Attribute(("不均匀", "Uneven"), lambda one: one.indicator.uneven),
    "note": Attribute(("备注", "Note"), lambda one: _pair(one.indicator.note), bilingual=True),
}
"""The columns of `indicators`, in order; new ones come last."""

USUAL_TARGETS = ("id", "name", "goal", "commitment", "section", "wording")
USUAL_INDICATORS = ("id", "name", "unit", "measure", "targets", "released", "publisher")
