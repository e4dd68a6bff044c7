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
    """Whether a row is of a period under way and anything is known of the time before it."""
    reached, period = row.figures.actual_period, row.target.period
    series = facts.of(row.indicator.id)
    if period.months > MONTHS_A_YEAR:
        over = reached is not None and reached.last >= period.last
        return not over and (row.target.average or row.target.total) and period.first - 1 in series.ytd
    if reached is None or reached.last >= period.last or period.months != MONTHS_A_YEAR:
        return False
    return any(month < period.first for month in (*series.ytd, *series.point)) or any(
        span.last < period.first for span in series.alone
    )
