"""What does a goal come to that is told from another figure: its own base, or a benchmark?"""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain import formulas
from ycindic.domain.assessment import Figures
from ycindic.domain.judge.base import base_figure
from ycindic.domain.judge.case import Case, inexact
from ycindic.domain.judge.promise import direction, is_rate, promise
from ycindic.domain.model import HUNDRED, As, Indicator, Target, Told
from ycindic.domain.reason import Reason
from ycindic.domain.relation import Relation


def told_from_base(case: Case) -> Case:
    """The same case with its goal in the unit of the indicator, where the promise told it from the base.

    Without a base, or with one that is only a bound, the goal stays open and the case says why. What must hold in
    every year is held against the one base of them all.
    """
    told = case.target.told
    if told is None or case.target.reference or case.target.relation is Relation.ABOVE:
        return case
    of_all = case._replace(period=case.target.period) if case.target.hold else case
    base = base_figure(of_all)
    if base is None or inexact(base):
        return case._replace(no_goal=Reason.NO_BASELINE if base is None else Reason.INEXACT_BASE)
    target = _seen_from(case.target, case.indicator, told, base.value)
    return case._replace(target=target, promise=promise(target, case.indicator))


def _seen_from(target: Target, indicator: Indicator, told: Told, figure: Decimal) -> Target:
    """A target with the goal that it has, seen from a figure."""
    ends = [told.from_(figure, one) for one in (told.goal, told.high) if one is not None]
    return target._replace(
        goal=min(ends),
        goal_high=max(ends) if len(ends) > 1 else None,
        tolerance=_tolerance(target, indicator, told, figure),
    )


def _tolerance(target: Target, indicator: Indicator, told: Told, figure: Decimal) -> Decimal | None:
    """The tolerance in the unit of the indicator; None leaves it to that of the relation.

    左右 of a change in per cent is told in points of it, 左右 of an added amount in per cent of what is added: a
    promise is judged alike, however it is told.
    """
    typed, about = told.tolerance, target.relation is Relation.ABOUT
    match told.how:
        case As.DIFFERENCE if about and typed is None and told.goal and not is_rate(indicator):
            return abs(told.goal) * target.settings.about_pct / HUNDRED
        case As.PERCENT if about and typed is None:
            return abs(figure) * target.settings.about_pp / HUNDRED
        case As.DIFFERENCE:
            return typed
        case As.PERCENT:
            return None if typed is None else abs(figure) * typed / HUNDRED
        case As.TIMES:
            return None if typed is None else abs(figure) * typed


def with_goal(case: Case, figures: Figures) -> Figures:
    """The figures with how the goal came about, where it was told from a base that is known."""
    target = case.target
    if target.told is None or target.beside or target.goal is None or (base := figures.baseline) is None:
        return figures
    step = formulas.from_base(target.told.how)("goal", case.indicator.unit, base, target.told.goal)
    return figures.adding(step) if step.result == target.goal else figures


def told_beside(target: Target, indicator: Indicator) -> Told | None:
    """How a goal is told from a benchmark; None where the benchmark itself is the goal.

    A distance above is told without a sign: where less is better it lies below.
    """
    told = target.told
    if told is None or target.relation is not Relation.ABOVE or told.how is As.TIMES:
        return told
    return told._replace(goal=direction(target, indicator) * told.goal)


def limit_beside(target: Target, indicator: Indicator, other: Decimal) -> Decimal:
    """What a value has to come to beside a benchmark: itself, a distance from it, a share or a multiple of it."""
    told = told_beside(target, indicator)
    return other if told is None else told.from_(other, told.goal)
