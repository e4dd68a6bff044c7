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
    """Whether figures lie in the year of a row, and of the one before its end and a month on the way are known."""
    first, last = row.target.period
    if last - first + 1 != MONTHS_A_YEAR:
        return False
    series = facts.of(row.indicator.id)
    ends = {*series.ytd, *series.point, *(span.last for span in series.alone)}
    before = ends.intersection(range(first - MONTHS_A_YEAR, first))
    return first - 1 in before and len(before) > 1 and not ends.isdisjoint(range(first, last + 1))
