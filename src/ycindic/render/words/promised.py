"""How is a promise told, as short as a table cell?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import assert_never

from ycindic.domain.bounds import is_bare
from ycindic.domain.judge.promise import by_totals, difference_unit
from ycindic.domain.model import As, Better, Indicator, Measure, ProfileKind, Target, Together
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.relation import BESIDE, FLOORS, Relation
from ycindic.render.words.numbers import period_in_words, typed
from ycindic.render.words.units import amounts_of, numbers_of
from ycindic.render.words.wording import RELATIONS, listed, measured
from ycindic.text import Text, Verbatim, _, _n, _p


def goal_words(target: Target, indicator: Indicator, others: Sequence[Text] = ()) -> Text | None:
    """What was promised, as short as a table cell, with all that it is held against, without names how many."""
    if target.together is not None:
        return _together(target.together)
    if target.parts is not None:
        return _("by its parts")
    if target.relation is None:
        return None
    said = _bare_words(target, indicator, _held_against(target, others))
    if target.average:
        said = _("a year {goal}", goal=said)
    if target.total:
        said = _("in all {goal}", goal=said)
    if target.hold and not _is_one_sum(target, indicator):
        said = _("{goal} at all times", goal=said)
    for beside in (_deadline(target, indicator), _hoped(target, indicator), _condition(target), _read(target)):
        if beside:
            said = _("{goal} ({beside})", goal=said, beside=beside)
    return said


def _is_one_sum(target: Target, indicator: Indicator) -> bool:
    """Whether a condition is tested on one number alone, the sum of a year, which has no moments."""
    return target.step is None and target.period.months <= MONTHS_A_YEAR and by_totals(target, indicator)


def _held_against(target: Target, others: Sequence[Text]) -> Text | None:
    """All that a promise is held against, in one breath."""
    if not others:
        many = len(target.reference)
        return _n("{count} reference", "{count} references", many) if many > 1 else None
    *most, last = others
    return _("{most} and {last}", most=listed(most), last=last) if most else last


def _bare_words(target: Target, indicator: Indicator, other: Text | None) -> Text:
    """The goal without what it is a year, in all, at all times or beside another."""
    if target.told is not None or target.beside:
        return _told_words(target, indicator, other)
    if target.relation is Relation.NARROWING and other is not None:
        return _("narrowing gap to {other}", other=other)
    if promises_fall(target, indicator):
        return _fall_words(target, indicator)
    return _unstated(target, indicator) if target.unstated else _relation_words(target, indicator)


def revised_words(target: Target, indicator: Indicator, day: date) -> Text | None:
    """Since when its goal stands, by whom it was revised, and what it was before; None where it is the first one."""
    known = target.stated_by_day(day)
    if len(known) < 2:
        return None
    alone, (*earlier, now) = target._replace(hope=None, condition=None, by=None), known
    since = "" if now.on is None else now.on
    before = listed([goal_words(one.stated_of(alone), indicator) or Verbatim("") for one in earlier])
    if now.source is None:
        return _("revised on {day}, before that {before}", day=since, before=before)
    return _("revised on {day} ({source}), before that {before}", day=since, source=now.source, before=before)


def _deadline(target: Target, indicator: Indicator) -> Text | None:
    """The day by which it is to be done."""
    if target.by is None or indicator.profile is ProfileKind.BATCH:
        return None
    return _("by {day}", day=target.by)


def _together(said: Together) -> Text:
    """Several figures as one: `16:50:34`, `all`, `≥ 100`."""
    numbers = ":".join(typed(one) for one in said.goals)
    relation = RELATIONS[said.relation]
    if not numbers:
        return _("100% of each") if said.relation is Relation.ALL else _("each {relation}", relation=relation)
    if said.relation is Relation.ABOUT:
        return _("about {goal}", goal=numbers)
    sign = "=" if said.relation is Relation.EXACTLY else relation
    return _("{sign} {goal}", sign=sign, goal=numbers)


def _hoped(target: Target, indicator: Indicator) -> Text | None:
    """The second, softer goal."""
    if target.hope is None:
        return None
    if target.hope.goal is None:
        return _("better is hoped for")
    return _("hoped for {goal}", goal=_told_amount(target, indicator, typed(target.hope.goal)))


def _told_amount(target: Target, indicator: Indicator, number: Text | str) -> Text:
    """A number in the unit in which the goal is told."""
    match target.told and target.told.how:
        case None:
            return amounts_of(number, indicator) if isinstance(number, str) else measured(number, indicator.unit)
        case As.TIMES:
            return _("{number} times", number=number)
        case As.PERCENT:
            return measured(number, "%")
        case As.DIFFERENCE:
            return measured(number, difference_unit(indicator))


def _condition(target: Target) -> Text | None:
    said = target.condition
    return None if said is None else _("if {condition}", condition=said.text)


def _read(target: Target) -> Text | None:
    return _("as we read it") if target.goal_read else None


def promises_fall(target: Target, indicator: Indicator) -> bool:
    """Whether a rate is promised to fall by so much: below a goal under zero, whose signs are told in words."""
    told_by_itself = target.told is None and not target.beside
    return (
        told_by_itself
        and indicator.measure is Measure.GROWTH
        and target.relation in _FALLS
        and target.goal is not None
        and max(target.goal, target.goal_high or target.goal) < 0
    )


_FALLS = (Relation.AT_MOST, Relation.ABOUT, Relation.EXACTLY, Relation.BETWEEN)


def _fall_words(target: Target, indicator: Indicator) -> Text:
    """A fall, from its least to its most."""
    least, most = sorted(abs(one) for one in (target.goal, target.goal_high or target.goal) if one is not None)
    amount = amounts_of(typed(least), indicator)
    if target.relation is Relation.BETWEEN:
        return _("fall {low}–{high}", low=typed(least), high=amounts_of(typed(most), indicator))
    if target.relation is Relation.ABOUT:
        return _("fall about {amount}", amount=amount)
    if target.relation is Relation.AT_MOST and not is_bare(target.wording):
        return _("fall ≥ {amount}", amount=amount)
    return _("fall {amount}", amount=amount)


def _relation_words(target: Target, indicator: Indicator) -> Text:
    goal = Verbatim("") if target.goal is None else amounts_of(typed(target.goal), indicator)
    match target.relation:
        case Relation.AT_LEAST | Relation.MORE_THAN | Relation.AT_MOST:
            bare = target.relation is Relation.AT_LEAST and is_bare(target.wording)
            return goal if bare else _("{sign} {goal}", sign=RELATIONS[target.relation], goal=goal)
        case Relation.ABOUT if indicator.better is Better.LOWER:
            return _("≤ about {goal}", goal=goal)
        case Relation.ABOUT:
            return _("about {goal}", goal=goal)
        case Relation.BETWEEN:
            high = amounts_of(typed(target.goal_high or Decimal(0)), indicator)
            low = numbers_of(typed(target.goal or Decimal(0)), indicator)
            return _("{low}–{high}", low=low, high=high)
        case Relation.EXACTLY:
            return _("{sign} {goal}", sign="=", goal=goal)
        case Relation.ALL:
            return _p("of all", "{goal}", goal=goal) if indicator.unit == "%" else _("all ({goal})", goal=goal)
        case Relation.IN_STEP | Relation.ABOVE | Relation.NARROWING | Relation.NONE:
            return RELATIONS[target.relation]
        case Relation.RISING | Relation.FALLING | Relation.TURNING:
            return _trend(target.relation, indicator)
        case None:
            return Verbatim("")
        case _:
            assert_never(target.relation)


def _trend(relation: Relation, indicator: Indicator) -> Text:
    """Which way it is to go; a class that falls could be read as one that gets worse."""
    if relation is Relation.TURNING:
        rises = indicator.better is Better.HIGHER
        return _("turns up from its lowest") if rises else _("turns down from its peak")
    if relation is Relation.FALLING and indicator.better is Better.LOWER:
        return _("falling (better)")
    return RELATIONS[relation]


def _unstated(target: Target, _indicator: Indicator) -> Text:
    """A promise whose number the report leaves open."""
    if target.relation is None or (target.relation in FLOORS and not target.hold):
        return _("no figure in the report")
    return _("{relation} (no figure in the report)", relation=RELATIONS[target.relation])


def _told_words(target: Target, indicator: Indicator, other: Text | None) -> Text:
    """A goal that is told from another figure: `≥ 2025 level +0.9 pp (66.2%)`, `in step with GDP growth`."""
    relation, told = target.relation, target.told
    if relation is None:
        return Verbatim("")
    if relation in BESIDE and told is None:
        if other is None:
            return RELATIONS[relation]
        return _("above {goal}", goal=other) if relation is Relation.ABOVE else _("in step with {other}", other=other)
    said = (other or _("the benchmark")) if target.beside else _level(target, indicator)
    if told is not None and (told.goal or told.high):
        said = _seen_from(target, indicator, said)
    match relation:
        case Relation.ABOVE:
            return _("above {goal}", goal=said)
        case Relation.ABOUT:
            said = _("about {goal}", goal=said)
        case Relation.EXACTLY:
            said = _("{sign} {goal}", sign="=", goal=said)
        case Relation.AT_LEAST | Relation.MORE_THAN | Relation.AT_MOST:
            said = _("{sign} {goal}", sign=RELATIONS[relation], goal=said)
        case (
            Relation.BETWEEN | Relation.IN_STEP | Relation.NARROWING | Relation.RISING | Relation.FALLING
            | Relation.ALL | Relation.NONE | Relation.TURNING
        ):  # fmt: skip
            pass
        case _:
            assert_never(relation)
    comes_to = _comes_to(target, indicator)
    return said if comes_to is None else _("{goal} ({beside})", goal=said, beside=comes_to)


def _level(target: Target, indicator: Indicator) -> Text:
    """The base: the one that was named, the year before, or of a season the same months of that year."""
    first, last = target.period
    season = target.period.months < MONTHS_A_YEAR and indicator.measure is not Measure.STOCK
    before = Period(first - MONTHS_A_YEAR, (last - MONTHS_A_YEAR) if season else first - 1)
    return _("{period} level", period=period_in_words(target.baseline or before, target.calendar))


def _seen_from(target: Target, indicator: Indicator, level: Text) -> Text:
    """A difference, a change or a multiple, told behind the figure that it is seen from."""
    told = target.told
    if told is None:
        return level
    above = target.relation is Relation.ABOVE
    sign = "" if told.how is As.TIMES or told.goal < 0 or above else "+"
    number = _range([f"{sign}{typed(told.goal)}", *([] if told.high is None else [typed(told.high)])])
    if told.how is As.TIMES:
        return _("{number} times {level}", number=number, level=level)
    change = _told_amount(target, indicator, number)
    return (
        _("{level} by {change}", level=level, change=change)
        if above
        else _("{level} {change}", level=level, change=change)
    )


def _comes_to(target: Target, indicator: Indicator) -> Text | None:
    """The goal in the unit of the indicator, where the base is known."""
    ends = [typed(one) for one in (target.goal, target.goal_high) if one is not None]
    return amounts_of("–".join(ends), indicator) if ends else None


def _range(ends: Sequence[str]) -> Text | str:
    return ends[0] if len(ends) == 1 else _("{low}–{high}", low=ends[0], high=ends[1])
