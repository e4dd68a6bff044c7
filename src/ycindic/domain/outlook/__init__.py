"""How will the year probably end, how sure is that, and how likely is the promise kept?

The methods stand in `paths/`, what they said in earlier years in `record`, the interval and the chance in `width`, the
answer about a promise in `answer`. They are loaded only where a row has a past to learn from.
"""

from __future__ import annotations

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.model import Plan
from ycindic.domain.period import MONTHS_A_YEAR


def foreseen(plan: Plan, rows: tuple[Assessment, ...], facts: Facts) -> tuple[Assessment, ...]:
    """The answers with the outlook of those whose year is under way; the verdicts stay what they are."""
    if not any(_has_past(row, facts) for row in rows):
        return rows
    from ycindic.domain.outlook.answer import outlooks

    found = outlooks(plan, rows, facts)
    return tuple(row._replace(outlook=found.get(row.target.id)) for row in rows)


def _has_past(row: Assessment, facts: Facts) -> bool:
    """Whether a row is of a period under way, and of the year before it so much is known as an outlook needs."""
    (first, last), target = row.target.period, row.target
    series, months = facts.of(row.indicator.id), last - first + 1
    if months > MONTHS_A_YEAR and (target.reference or target.hold or _is_over(row)):
        return False
    if not series.ends_with(first - 1):
        return False
    ends = series.ends
    if months > MONTHS_A_YEAR:
        return first - 1 - MONTHS_A_YEAR in ends
    known = len(ends.intersection(range(first - MONTHS_A_YEAR, first))) > 1  # besides the year's end a month before it
    return months == MONTHS_A_YEAR and known and not ends.isdisjoint(range(first, last + 1))


def _is_over(row: Assessment) -> bool:
    """Whether the judged figure is that of the whole period."""
    reached = row.figures.actual_period
    return reached is not None and reached.last >= row.target.period.last
