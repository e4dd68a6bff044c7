"""What is asked first: are the promises kept, which not, and what must be done by when?"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.facts import Facts
from ycindic.domain.model import Indicator, Plan
from ycindic.domain.overview.owed import Debtor, Owed, offices
from ycindic.domain.period import MONTHS_A_YEAR, Period, month_of
from ycindic.domain.phase import PRESENT, Phase, phase
from ycindic.domain.select import urgent_first

__all__ = ["Debtor", "FoldedAnswers", "Overview", "Owed", "Standing", "_counted", "by_section", "overview"]


class Standing(StrEnum):
    """How a promise stands, in the words of a headline."""

    KEPT = "kept"
    AT_RISK = "at_risk"
    NOT_KEPT = "not_kept"
    WAITING = "waiting"
    OPEN = "open"
    STALE = "stale"


_STANDS = {
    Verdict.ACHIEVED: Standing.KEPT,
    Verdict.AHEAD: Standing.KEPT,
    Verdict.ON_TRACK: Standing.KEPT,
    Verdict.AT_RISK: Standing.AT_RISK,
    Verdict.OFF_TRACK: Standing.NOT_KEPT,
    Verdict.MISSED: Standing.NOT_KEPT,
    Verdict.NO_DATA: Standing.WAITING,
    Verdict.NOT_DUE: Standing.WAITING,
    Verdict.UNDETERMINED: Standing.OPEN,
}
_ACTION = frozenset({Verdict.MISSED, Verdict.OFF_TRACK, Verdict.AT_RISK})


class FoldedAnswers(NamedTuple):
    """Answers that are told in one line: those of a section, or of a span of years."""

    key: str | Period
    rows: tuple[Assessment, ...]


class Overview(NamedTuple):
    """What the first look shows, each target in one place of it, parts below their container left out.

    `period` is the one that runs; `action` what is missed, off track or at risk, the worst first, of the present alone;
    `headlines` those of the running period that people ask about first; `sections` what else runs with it, by section;
    `spans` the longer periods that run, `coming` those that have not begun, `past` those that are settled.
    """

    period: Period
    counts: dict[Standing, int]
    action: tuple[Assessment, ...]
    headlines: tuple[Assessment, ...]
    sections: tuple[FoldedAnswers, ...]
    spans: tuple[FoldedAnswers, ...]
    coming: tuple[Assessment, ...]
    past: tuple[Assessment, ...]
    offices: tuple[Debtor, ...]
    unassigned: tuple[Indicator, ...]


def _standing(row: Assessment) -> Standing:
    """How a promise stands; a verdict by old figures stands apart."""
    return Standing.STALE if row.stale else _STANDS[row.verdict]


def _counted(rows: Iterable[Assessment]) -> dict[Standing, int]:
    """How many stand how, every standing with its count."""
    found = dict.fromkeys(Standing, 0)
    for row in rows:
        found[_standing(row)] += 1
    return found


def overview(plan: Plan, rows: Sequence[Assessment], facts: Facts, as_of: date) -> Overview:
    """Put the answers of a date in the order in which they are asked for."""
    whole = [row for row in rows if row.part_of is None]
    phases = {row.target.id: phase(row, as_of) for row in whole}
    present = [row for row in whole if phases[row.target.id] in PRESENT]
    single = [row for row in present if row.target.period.months <= MONTHS_A_YEAR]
    first, running = _headlines(plan, single), plan.calendar.year(plan.calendar.year_of(month_of(as_of)))
    chosen = {row.target.id for row in first}
    return Overview(
        period=max((row.target.period for row in single if row.target.one_year), default=running),
        counts=_counted(whole),
        action=urgent_first([row for row in present if row.verdict in _ACTION]),
        headlines=tuple(first),
        sections=tuple(
            FoldedAnswers(key, found)
            for key, found in by_section(plan, [row for row in single if row.target.id not in chosen]).items()
        ),
        spans=tuple(_by_period(row for row in present if row.target.period.months > MONTHS_A_YEAR)),
        coming=tuple(row for row in whole if phases[row.target.id] is Phase.COMING),
        past=tuple(row for row in whole if phases[row.target.id] is Phase.PAST),
        offices=offices(plan, present, facts, as_of),
        unassigned=tuple(_unassigned([row for row in whole if phases[row.target.id] is not Phase.PAST])),
    )


def _headlines(plan: Plan, rows: list[Assessment]) -> list[Assessment]:
    """The headlines among some answers; all of them where the registry marks none."""
    marked = [row for row in rows if plan.is_headline(row.target)]
    return marked or rows


def by_section(plan: Plan, rows: Iterable[Assessment]) -> dict[str, tuple[Assessment, ...]]:
    """The answers by section, in the order of the report, sections that are not registered last."""
    found: dict[str, list[Assessment]] = {}
    for row in rows:
        found.setdefault(row.target.section, []).append(row)
    return {key: tuple(found[key]) for key in dict.fromkeys([*plan.sections, *found]) if key in found}


def _by_period(rows: Iterable[Assessment]) -> list[FoldedAnswers]:
    found: dict[Period, list[Assessment]] = {}
    for row in rows:
        found.setdefault(row.target.period, []).append(row)
    return [FoldedAnswers(key, tuple(found[key])) for key in sorted(found)]


def _unassigned(rows: list[Assessment]) -> Iterable[Indicator]:
    """The indicators without a figure of which nobody knows who publishes them, nor when."""
    waiting = {row.indicator.id: row.indicator for row in rows if row.verdict is Verdict.NO_DATA}
    return (one for one in waiting.values() if one.publisher is None and one.released is None)
