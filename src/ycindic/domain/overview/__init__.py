"""What is asked first: are the promises kept, which not, and what must be done by when?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ycindic.domain.agenda import without_office
from ycindic.domain.assessment import NEED_ACTION, Assessment, Verdict
from ycindic.domain.facts import Facts
from ycindic.domain.grouped import grouped
from ycindic.domain.model import Indicator, Plan
from ycindic.domain.overview.owed import Debtor, Owed, figures_owed, offices, owed_indicators
from ycindic.domain.period import MONTHS_A_YEAR, Period, month_of
from ycindic.domain.phase import Phase, phase
from ycindic.domain.select import urgent_first

__all__ = [
    "Debtor",
    "FoldedAnswers",
    "Overview",
    "Owed",
    "VerdictCounts",
    "YearSide",
    "by_section",
    "figures_owed",
    "overview",
    "running_rows",
    "running_year",
    "verdict_tally",
    "year_side",
]


_ASKED_FOR = frozenset({Phase.RUNNING, Phase.AWAITED})
"""Promises that want figures: they have begun, and are not settled."""


class YearSide(StrEnum):
    """On which side of the running year a promise lies; one of several years that it is among runs."""

    RUNNING = "running"
    BEFORE = "before"
    LATER = "later"


class VerdictCounts(NamedTuple):
    """How many targets have which verdict, those that nobody has left out; how many by old figures."""

    verdicts: Mapping[Verdict, int]
    stale: int = 0

    @property
    def total(self) -> int:
        """How many targets were counted."""
        return sum(self.verdicts.values()) + self.stale


class FoldedAnswers(NamedTuple):
    """Answers that are told in one line: those of a section, or of a span of years."""

    key: str | Period
    rows: tuple[Assessment, ...]


class Overview(NamedTuple):
    """What the first look shows, each target in one place of it, parts below their container left out.

    `counts` are those of the running year and of longer periods that it lies in, `longer` how many these are; `before`
    those of years that are over, `later` of years to come: a year's count tells nothing of another year's promises.
    `period` is the one that runs; `action` what is missed, off track or at risk, the worst first, of the present alone;
    `headlines` those of the running period that people ask about first; `sections` what else runs with it, by section;
    `spans` the longer periods that run, `coming` those that have not begun, `past` those that are settled. `unassigned`
    has no office that could be asked for the figures of a promise, or of its parts, that has begun and is not settled.
    """

    period: Period
    counts: VerdictCounts
    longer: int
    before: VerdictCounts
    later: VerdictCounts
    action: tuple[Assessment, ...]
    headlines: tuple[Assessment, ...]
    sections: tuple[FoldedAnswers, ...]
    spans: tuple[FoldedAnswers, ...]
    coming: tuple[Assessment, ...]
    past: tuple[Assessment, ...]
    owed: tuple[Owed, ...]
    offices: tuple[Debtor, ...]
    unassigned: tuple[Indicator, ...]


def verdict_tally(rows: Iterable[Assessment]) -> VerdictCounts:
    """How many targets have which verdict, parts left out; a verdict by old figures stands apart."""
    whole = [row for row in rows if row.part_of is None]
    found = Counter(row.verdict for row in whole if not row.stale)
    return VerdictCounts({one: found[one] for one in Verdict if found[one]}, sum(row.stale for row in whole))


def overview(plan: Plan, rows: Sequence[Assessment], facts: Facts, as_of: date) -> Overview:
    """Put the answers of a date in the order in which they are asked for."""
    whole = [row for row in rows if row.part_of is None]
    phases = {row.target.id: phase(row, as_of) for row in rows}
    present = [row for row in whole if phases[row.target.id].present]
    single = [row for row in present if row.target.period.months <= MONTHS_A_YEAR]
    first, running = _headlines(plan, single), running_year(plan, as_of)
    owed = owed_indicators(plan, [row for row in rows if phases[row.target.id].present], facts, as_of)
    chosen = {row.target.id for row in first}
    sides: dict[YearSide, list[Assessment]] = {side: [] for side in YearSide} | grouped(
        whole, lambda row: year_side(row, running)
    )
    return Overview(
        period=max((row.target.period for row in single if row.target.one_year), default=running),
        counts=verdict_tally(sides[YearSide.RUNNING]),
        longer=sum(row.target.period.months > MONTHS_A_YEAR for row in sides[YearSide.RUNNING]),
        before=verdict_tally(sides[YearSide.BEFORE]),
        later=verdict_tally(sides[YearSide.LATER]),
        action=urgent_first([row for row in present if row.verdict in NEED_ACTION]),
        headlines=tuple(first),
        sections=tuple(
            FoldedAnswers(key, found)
            for key, found in by_section(plan, [row for row in single if row.target.id not in chosen]).items()
        ),
        spans=tuple(_by_period(row for row in present if row.target.period.months > MONTHS_A_YEAR)),
        coming=tuple(row for row in whole if phases[row.target.id] is Phase.COMING),
        past=tuple(row for row in whole if phases[row.target.id] is Phase.PAST),
        owed=owed,
        offices=offices(owed),
        unassigned=without_office(plan, [row.target for row in rows if phases[row.target.id] in _ASKED_FOR]),
    )


def running_year(plan: Plan, as_of: date) -> Period:
    """The registry's year in which a date lies."""
    return plan.calendar.year(plan.calendar.year_of(month_of(as_of)))


def running_rows(rows: Iterable[Assessment], year: Period) -> Iterator[Assessment]:
    """What is promised for a year or a part of it, and over several years of which it is one."""
    return (row for row in rows if year_side(row, year) is YearSide.RUNNING)


def year_side(row: Assessment, year: Period) -> YearSide:
    """On which side of a year the period of an answer lies."""
    period = row.target.period
    if period.last < year.first:
        return YearSide.BEFORE
    return YearSide.LATER if period.first > year.last else YearSide.RUNNING


def _headlines(plan: Plan, rows: list[Assessment]) -> list[Assessment]:
    """The headlines among some answers; all of them where the registry marks none."""
    marked = [row for row in rows if plan.is_headline(row.target)]
    return marked or rows


def by_section(plan: Plan, rows: Iterable[Assessment]) -> dict[str, tuple[Assessment, ...]]:
    """The answers by section, in the order of the report, sections that are not registered last."""
    found = grouped(rows, lambda row: row.target.section)
    return {key: tuple(found[key]) for key in dict.fromkeys([*plan.sections, *found]) if key in found}


def _by_period(rows: Iterable[Assessment]) -> list[FoldedAnswers]:
    found = grouped(rows, lambda row: row.target.period)
    return [FoldedAnswers(key, tuple(found[key])) for key in sorted(found)]
