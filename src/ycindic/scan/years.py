"""Over which years does a promise run: one, those of a plan, or several whose ends the text leaves open?"""

import re
from typing import NamedTuple

from ycindic.scan.cues import Cued
from ycindic.scan.outline import About, ReportPart, Years
from ycindic.scan.words import FALL, PERCENT, RISE

_BY_YEAR = re.compile(rf"平均每年|每年平均|年均(?:实际|名义|可比)*(?:{'|'.join((*RISE, *FALL))}|新建|完成)")
_SUMMED = re.compile(r"累计|合计|总共")
_ADDED = re.compile(r"累计|新增|新建|新开工|新培育|完成|投资|净增|年均|平均")
_REACHED = re.compile(r"(?:达到?|突破|超过?|跨过|迈上|升至|增至|提高到)(?:约|近|了)?$")
_PLAN = 5
"""So many years has a plan; the first of one is 2026."""


class _Run(NamedTuple):
    """The years as a registry writes them, `2026` or `2026-2030`, empty where none is known; whether they are sure."""

    years: str
    sure: bool = True


def run(when: Cued, part: ReportPart, current: int | None, lead: str = "", unit: str = "") -> _Run:
    """The years of what the words before a figure promise in its unit; without a figure `lead` is empty.

    The lead of a doubling ends with 翻.

    A sum, a yearly average or a doubling up to a year ahead runs from now on where a plan begins now; where neither
    the text nor a plan says when it begins it is not sure.
    """
    if part.kind in (About.PLAN, About.SPAN) and current is not None and when.past is not True:
        several = _several(when, part, current, lead, unit)
        if several is not None:
            return several
    years = when.years or part.years
    if years is None:
        return _Run(str(current) if current and part.kind is not About.REVIEW else "")
    if part.kind is About.SPAN and part.years and when.years and when.years == (part.years[1], part.years[1]):
        years = years if _is_level(lead, unit) else part.years
    elif when.plan_end:
        years = (years[1], years[1])
    return _Run(_written(years))


def _several(when: Cued, part: ReportPart, current: int, lead: str, unit: str) -> _Run | None:
    """The years of a promise that runs over several; None where it does not, or its words name them both."""
    first, last = when.years or part.years or (current, current)
    if when.base is not None and when.base + 1 < last:
        return _Run(_written((when.base + 1, last)))
    if when.length:
        return _so_many(when.length, first, last, current)
    doubled = lead.endswith("翻")
    yearly = _BY_YEAR.search(lead) is not None
    changed = unit in PERCENT and lead.endswith((*RISE, *FALL)) and last > current + 1
    if when.plan_end and (yearly or doubled or changed or _SUMMED.search(lead)):
        return _Run(_written((first, last)))
    if first != last:
        return None
    if last > current and (yearly or doubled or changed or _SUMMED.search(lead)):
        return _Run(_written((current, last)), sure=current % _PLAN == 1)
    return _Run(_written((first, last)), sure=False) if yearly or (doubled and when.years is None) else None


def _so_many(length: int, first: int, last: int, current: int) -> _Run:
    """The years of a promise that says how many: up to the year that is named, or those of the plan that is ahead."""
    if last - first + 1 == length:
        return _Run(_written((first, last)))
    if last > current:
        return _Run(_written((last - length + 1, last)))
    begins = current - (current - 1) % _PLAN
    whole = length == _PLAN and current in (begins, begins + _PLAN - 1)
    return _Run(_written((begins, begins + _PLAN - 1))) if whole else _Run(str(current), sure=False)


def _is_level(lead: str, unit: str) -> bool:
    """Whether an amount is what is reached in a year, no sum of several."""
    return unit not in PERCENT and _REACHED.search(lead) is not None and not _ADDED.search(lead)


def _written(years: Years) -> str:
    """Years as a registry writes them."""
    first, last = years
    return str(first) if first == last else f"{first}-{last}"
