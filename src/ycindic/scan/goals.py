"""Which figure does a report print for a target, and in which unit? A goal told from its base is printed so."""

from decimal import Decimal
from typing import assert_never

from ycindic.domain.model import As, Target, Told
from ycindic.domain.relation import FIXED
from ycindic.scan.finding import ReportValue
from ycindic.scan.words import PERCENT


def printed_goal(target: Target, unit: str) -> tuple[ReportValue, str]:
    """The figure and its unit, `unit` being that of the indicator; nothing for what `all` and `none` mean."""
    if target.relation in FIXED:
        return None, unit
    if target.told is not None:
        return _ends(target.told.goal, target.told.high), _told_in(target.told, unit)
    if target.goal is None:
        return None, unit
    return _ends(target.goal, target.goal_high), _difference(unit) if target.as_difference else unit


def _ends(low: Decimal, high: Decimal | None) -> ReportValue:
    return low if high is None else (low, high)


def _told_in(told: Told, unit: str) -> str:
    match told.how:
        case As.DIFFERENCE:
            return _difference(unit)
        case As.PERCENT:
            return "%"
        case As.TIMES:
            return "倍"
        case _ as never:
            assert_never(never)


def _difference(unit: str) -> str:
    """Shares differ by points."""
    return "个百分点" if unit in PERCENT else unit
