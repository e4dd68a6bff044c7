"""How is a promise told, as short as a table cell?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import assert_never

from ycindic.domain.judge.promise import difference_unit
from ycindic.domain.model import As, Better, Indicator, ProfileKind, Target, Together
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.relation import BESIDE, Relation
from ycindic.render.words.numbers import in_words, typed, with_unit
from ycindic.render.words.units import amounts_of, number_of
from ycindic.render.words.wording import LANGUAGES, RELATIONS, Pair, unit_words


def goal_words(target: Target, indicator: Indicator) -> Pair:
    """What was promised, as short as a table cell."""
    if target.together is not None:
        return _together(target.together)
    if target.parts is not None:
        return "见分项", "by its parts"
    if target.relation is None:
        return "", ""
    told = target.told is not None or target.beside
    words = _told_words if told else _unstated if target.unstated else _relation_words
    zh, en = words(target, indicator)
    for flag, before in ((target.average, ("年均", "a year ")), (target.total, ("累计", "in all "))):
        if flag:
            zh, en = before[0] + zh, before[1] + en
    if target.hold:
        zh, en = f"{zh}（始终）", f"{en} always"
    for beside in (_deadline(target, indicator), _hoped(target, indicator), _condition(target)):
        if beside:
            zh, en = f"{zh}（{beside[0]}）", f"{en} ({beside[1]})"
    return zh, en


def revised_words(target: Target, indicator: Indicator, day: date) -> Pair | None:
    """Since when its goal stands, by whom it was revised, and what it was before; None where it is the first one."""
    known = target.stated_by_day(day)
    if len(known) < 2:
        return None
    alone, (*earlier, now) = target._replace(hope=None, condition=None, by=None), known
    before = [goal_words(alone._replace(**one.stated), indicator) for one in earlier]
    source = ("", "") if now.source is None else (f"（{now.source.zh}）", f" ({now.source.en})")
    return (
        f"{now.on}调整{source[0]}，此前{'、'.join(zh for zh, _ in before)}",
        f"revised on {now.on}{source[1]}, before that {', '.join(en for _, en in before)}",
    )


def _deadline(target: Target, indicator: Indicator) -> Pair | None:
    """The day by which it is to be done."""
    if target.by is None or indicator.profile is ProfileKind.BATCH:
        return None
    return f"{target.by}前", f"by {target.by}"


def _together(said: Together) -> Pair:
    """Several figures as one: `16:50:34`, `all`, `≥ 100`."""
    numbers = ":".join(typed(one) for one in said.goals)
    zh, en = RELATIONS[said.relation]
    if not numbers:
        return ("各项100%", "100% of each") if said.relation is Relation.ALL else (f"各项{zh}", f"each {en}")
    if said.relation is Relation.ABOUT:
        return f"{numbers}左右", f"about {numbers}"
    sign = ("=", "=") if said.relation is Relation.EXACTLY else (zh, en)
    return f"{sign[0]} {numbers}", f"{sign[1]} {numbers}"


def _hoped(target: Target, indicator: Indicator) -> Pair | None:
    """The second, softer goal."""
    if target.hope is None:
        return None
    if target.hope.goal is None:
        return "争取更好", "better is hoped for"
    number, units = typed(target.hope.goal), _told_units(target, indicator)
    return f"力争{with_unit(number, units[0])}", f"hoped for {with_unit(number, units[1])}"


def _told_units(target: Target, indicator: Indicator) -> Pair:
    """The unit in which the goal is told."""
    match target.told and target.told.how:
        case None:
            return indicator.unit, indicator.unit
        case As.TIMES:
            return "倍", "times"
        case As.PERCENT:
            return "%", "%"
        case As.DIFFERENCE:
            unit = difference_unit(indicator)
            return unit_words(unit, "zh"), unit_words(unit, "en")


def _condition(target: Target) -> Pair | None:
    said = target.condition
    return None if said is None else (said.text.zh, f"if {said.text.en}")


def _relation_words(target: Target, indicator: Indicator) -> Pair:
    zh, en = ("", "") if target.goal is None else amounts_of(typed(target.goal), indicator)
    match target.relation:
        case Relation.AT_LEAST | Relation.MORE_THAN | Relation.AT_MOST:
            symbol = RELATIONS[target.relation][0]
            return f"{symbol} {zh}", f"{symbol} {en}"
        case Relation.ABOUT if indicator.better is Better.LOWER:
            return f"≤ {zh}左右", f"≤ about {en}"
        case Relation.ABOUT:
            return f"{zh}左右", f"about {en}"
        case Relation.BETWEEN:
            high = amounts_of(typed(target.goal_high or Decimal(0)), indicator)
            low = [number_of(typed(target.goal or Decimal(0)), indicator, lang) for lang in LANGUAGES]
            return f"{low[0]}—{high[0]}", f"{low[1]}–{high[1]}"
        case Relation.EXACTLY:
            return f"= {zh}", f"= {en}"
        case Relation.ALL:
            return f"全部（{zh}）", f"all ({en})"
        case (
            Relation.IN_STEP | Relation.ABOVE | Relation.NARROWING | Relation.RISING | Relation.FALLING | Relation.NONE
        ):
            return RELATIONS[target.relation]
        case Relation.TURNING:
            rises = indicator.better is Better.HIGHER
            return ("触底回升", "turns up from its lowest") if rises else ("达峰", "turns down from its peak")
        case None:
            return "", ""
        case _:
            assert_never(target.relation)


def _unstated(target: Target, _: Indicator) -> Pair:
    """A promise whose number the report leaves open."""
    if target.relation is None or target.relation in (Relation.AT_LEAST, Relation.MORE_THAN):
        return "未给出数字", "no figure given"
    zh, en = RELATIONS[target.relation]
    return f"{zh}（未给出数字）", f"{en} (no figure given)"


def _told_words(target: Target, indicator: Indicator) -> Pair:
    """A goal that is told from another figure: `≥ 2025 level +0.9 pp (66.2%)`, `≥ the benchmark`."""
    relation, told = target.relation, target.told
    if relation is None or (relation in BESIDE and told is None):
        return RELATIONS[relation] if relation else ("", "")
    zh, en = ("对照", "the benchmark") if target.beside else _level(target)
    if told is not None and (told.goal or told.high):
        zh, en = _seen_from(target, indicator, (zh, en))
    match relation:
        case Relation.ABOVE:
            return f"高于{zh}", f"above {en}"
        case Relation.ABOUT:
            zh, en = f"{zh}左右", f"about {en}"
        case Relation.EXACTLY:
            zh, en = f"= {zh}", f"= {en}"
        case Relation.AT_LEAST | Relation.MORE_THAN | Relation.AT_MOST:
            symbol = RELATIONS[relation][0]
            zh, en = f"{symbol} {zh}", f"{symbol} {en}"
        case (
            Relation.BETWEEN | Relation.IN_STEP | Relation.NARROWING | Relation.RISING | Relation.FALLING
            | Relation.ALL | Relation.NONE | Relation.TURNING
        ):  # fmt: skip
            pass
        case _:
            assert_never(relation)
    comes_to = _comes_to(target, indicator)
    return f"{zh}{comes_to[0]}", f"{en}{comes_to[1]}"


def _level(target: Target) -> Pair:
    """The base: the one that was named, or the year before the period."""
    first = target.period.first
    zh, en = in_words(target.baseline or Period(first - MONTHS_A_YEAR, first - 1))
    return f"{zh}水平", f"{en} level"


def _seen_from(target: Target, indicator: Indicator, figure: Pair) -> Pair:
    """A difference, a change or a multiple, told behind the figure that it is seen from."""
    told = target.told
    if told is None:
        return figure
    ends = [typed(one) for one in (told.goal, told.high) if one is not None]
    number_zh, number_en = "—".join(ends), "–".join(ends)
    sign = "" if told.goal < 0 or target.relation is Relation.ABOVE else "+"
    by = " by" if target.relation is Relation.ABOVE else ""
    match told.how:
        case As.TIMES:
            return f"{figure[0]}的{number_zh}倍", f"{number_en} times {figure[1]}"
        case As.PERCENT:
            return f"{figure[0]}{sign}{number_zh}%", f"{figure[1]}{by} {sign}{number_en}%"
        case As.DIFFERENCE:
            zh, en = _told_units(target, indicator)
            told_zh, told_en = with_unit(number_zh, zh), with_unit(number_en, en)
            return f"{figure[0]}{sign}{told_zh}", f"{figure[1]}{by} {sign}{told_en}"


def _comes_to(target: Target, indicator: Indicator) -> Pair:
    """The goal in the unit of the indicator, where the base is known."""
    ends = [typed(one) for one in (target.goal, target.goal_high) if one is not None]
    if not ends:
        return "", ""
    return f"（{with_unit('—'.join(ends), indicator.unit)}）", f" ({with_unit('–'.join(ends), indicator.unit)})"
