"""What is registered: which targets with which words, which indicators, measured how and published by whom?"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.model import Bilingual, Every, Indicator, Plan, Released, Revision, Target
from ycindic.domain.problem import Problem
from ycindic.render.answers.faults import plain_document
from ycindic.render.answers.sheet import Column, Sheet, Value, fixed_word, in_both, text_value
from ycindic.render.words import labels
from ycindic.render.words.numbers import number_for_programs
from ycindic.render.words.promised import goal_words
from ycindic.render.words.units import unit_of
from ycindic.render.words.wording import COMMITMENTS, EVERY, MEASURES, PROFILES
from ycindic.text import _


class _Promise(NamedTuple):
    """A registered target with its indicator."""

    target: Target
    indicator: Indicator
    part_of: str | None
    references: tuple[Bilingual, ...] = ()


class Measured(NamedTuple):
    """A registered indicator with the ids of its targets."""

    indicator: Indicator
    targets: tuple[str, ...]


def promises(plan: Plan) -> list[_Promise]:
    """All targets in the registry's order."""
    part_of = plan.part_of()
    return [
        _Promise(one, plan.indicators[one.indicator], part_of.get(one.id), plan.names_of(one.reference))
        for one in plan.targets
    ]


def registered_indicators(plan: Plan) -> list[Measured]:
    """All indicators in the registry's order."""
    return [
        Measured(one, tuple(target.id for target in plan.targets if target.indicator == key))
        for key, one in plan.indicators.items()
    ]


def _modifiers(target: Target) -> list[str]:
    names = ("average", "total", "hold", "scope", "band", "unstated", "goal_read")
    told = [f"as={target.told.how}"] if target.told else []
    hope = [f"stretch={number_for_programs(target.hope.goal) or 'unstated'}"] if target.hope else []
    condition = [f"condition={target.condition.text.zh}"] if target.condition else []
    step = [f"step={target.step}"] if target.step else []
    later = [f"revised={one.on}:{_revised(one)}" for one in target.revised if one.on]
    return [name for name in names if getattr(target, name)] + step + told + hope + condition + later


def _revised(one: Revision) -> str:
    ends = (one.told.goal, one.told.high) if one.told else (one.goal, one.goal_high)
    return "-".join(_exact(end) for end in ends if end is not None) or "unstated"


def _goal(target: Target) -> Decimal | None:
    """The goal as it was typed, also where it is told from another figure."""
    return target.told.goal if target.told else target.goal


def _promised(one: _Promise, lang: str) -> str:
    said = goal_words(one.target, one.indicator, one.references)
    return "" if said is None else said.in_language(lang)


def _milestones(target: Target) -> Value:
    return [f"{one.by}={_exact(one.goal)}" for one in target.milestones] or None


def _exact(value: Decimal) -> str:
    return format(value, "f")


def _released_words(rule: Released | None, lang: str) -> str:
    """When figures come out, in a few words: `monthly, on day 20 of month +1`."""
    if rule is None:
        return ""
    parts = [EVERY[rule.every].in_language(lang)]
    if rule.every is not Every.IRREGULAR:
        after = {0: _(" of the same month"), 1: _(" of the next month")}
        late = after.get(rule.after, _(" {after} months later", after=rule.after))
        when = late if rule.day is None else _(", day {day}{late}", day=rule.day, late=late)
        parts.append(when.in_language(lang))
    if rule.first > 1:
        parts.append(_(", the first through month {first}", first=rule.first).in_language(lang))
    return "".join(parts)


_TARGET_COLUMNS: dict[str, Column[_Promise]] = {
    "id": Column(lambda one: one.target.id, _("Id"), left=True),
    "indicator": Column(lambda one: one.indicator.id, _("Indicator id"), left=True),
    "name": Column(lambda one: in_both(one.indicator.name), _("Indicator"), bilingual=True, left=True, wraps=True),
    "period": Column(lambda one: one.target.when, _("Target period"), left=True),
    "relation": Column(lambda one: text_value(one.target.relation), _("Relation"), left=True),
    "goal": Column(lambda one: number_for_programs(_goal(one.target)), _("Goal"), words=_promised),
    "goal_high": Column(lambda one: number_for_programs(one.target.goal_high), _("Goal, upper end")),
    "unit": Column(lambda one: one.indicator.unit, _("Unit"), left=True),
    "commitment": fixed_word(lambda one: one.target.commitment, _("Commitment"), COMMITMENTS),
    "section": Column(lambda one: text_value(one.target.section), _("Section"), left=True),
    "wording": Column(lambda one: text_value(one.target.wording), _("Wording"), left=True, wraps=True),
    "measure": fixed_word(lambda one: one.indicator.measure, _("Measure"), MEASURES),
    "better": Column(lambda one: text_value(one.indicator.better), _("Better"), left=True),
    "reference": Column(lambda one: list(one.target.reference) or None, _("Reference"), left=True),
    "modifiers": Column(lambda one: [*_modifiers(one.target)] or None, _("Modifiers"), left=True),
    "baseline": Column(lambda one: text_value(one.target.baseline), _("Base period")),
    "milestones": Column(lambda one: _milestones(one.target), _("Milestones"), left=True),
    "by": Column(lambda one: text_value(one.target.by), _("By"), left=True),
    "tolerance": Column(lambda one: number_for_programs(one.target.tolerance), _("Tolerance")),
    "parts": Column(
        lambda one: None if one.target.parts is None else list(one.target.parts), _("Parts"), left=True, wraps=True
    ),
    "part_of": Column(lambda one: text_value(one.part_of), _("Part of"), left=True),
    "publisher": Column(
        lambda one: in_both(one.indicator.publisher), labels.OFFICE, bilingual=True, left=True, wraps=True
    ),
    "note": Column(lambda one: in_both(one.target.note), _("Note"), bilingual=True, left=True, wraps=True),
}
"""The columns of `targets`, in order; new ones come last."""

_INDICATOR_COLUMNS: dict[str, Column[Measured]] = {
    "id": Column(lambda one: one.indicator.id, _("Id"), left=True),
    "name": Column(lambda one: in_both(one.indicator.name), _("Indicator"), bilingual=True, left=True, wraps=True),
    "unit": Column(
        lambda one: one.indicator.unit, _("Unit"), words=lambda one, lang: unit_of(one.indicator, lang), left=True
    ),
    "measure": fixed_word(lambda one: one.indicator.measure, _("Measure"), MEASURES),
    "better": Column(lambda one: text_value(one.indicator.better), _("Better"), left=True),
    "released": Column(
        lambda one: None if one.indicator.released is None else one.indicator.released.every.value,
        _("Released"),
        words=lambda one, lang: _released_words(one.indicator.released, lang),
        left=True,
        wraps=True,
    ),
    "released_day": Column(lambda one: one.indicator.released and one.indicator.released.day, _("Day")),
    "released_after": Column(lambda one: one.indicator.released and one.indicator.released.after, _("Months after")),
    "released_first": Column(lambda one: one.indicator.released and one.indicator.released.first, _("First through")),
    "publisher": Column(
        lambda one: in_both(one.indicator.publisher), labels.OFFICE, bilingual=True, left=True, wraps=True
    ),
    "targets": Column(
        lambda one: list(one.targets),
        _("Targets"),
        words=lambda one, _: ", ".join(target.removeprefix(f"{one.indicator.id}@") for target in one.targets),
        left=True,
        wraps=True,
    ),
    "profile": fixed_word(lambda one: one.indicator.profile, _("Profile"), PROFILES),
    "levels": Column(lambda one: text_value(one.indicator.levels), _("Levels"), left=True),
    "limit": Column(lambda one: number_for_programs(one.indicator.limit), _("Limit")),
    "decimals": Column(lambda one: one.indicator.decimals, _("Decimals")),
    "net": Column(lambda one: one.indicator.net, _("Can fall")),
    "uneven": Column(lambda one: one.indicator.uneven, _("Uneven")),
    "note": Column(lambda one: in_both(one.indicator.note), _("Note"), bilingual=True, left=True, wraps=True),
}
"""The columns of `indicators`, in order; new ones come last."""

_USUAL_TARGETS = ("id", "name", "goal", "commitment", "section", "wording")
_USUAL_INDICATORS = ("id", "name", "unit", "measure", "targets", "released", "publisher")


def targets(found: Sequence[_Promise], problems: Sequence[Problem]) -> Sheet[_Promise]:
    """Registered targets as a sheet."""
    return Sheet("targets", _TARGET_COLUMNS, found, _USUAL_TARGETS, document=plain_document(problems))


def indicators_sheet(found: Sequence[Measured], problems: Sequence[Problem]) -> Sheet[Measured]:
    """Registered indicators as a sheet."""
    return Sheet("indicators", _INDICATOR_COLUMNS, found, _USUAL_INDICATORS, document=plain_document(problems))
