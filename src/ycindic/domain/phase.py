"""Is a promise of the past, the present or the future? What is asked at a date is asked of the present first."""

from datetime import date, timedelta
from enum import StrEnum

from ycindic.domain.assessment import DECIDED, Assessment
from ycindic.domain.model import Observation
from ycindic.domain.period import last_day
from ycindic.domain.release import counts_from

_FRESH = timedelta(days=92)
"""So long a final figure is news: a quarter."""
PATIENCE = timedelta(days=366)
"""So long after its end a period is still waited for; later nobody expects its figure any more."""


class Phase(StrEnum):
    """Where a promise's period lies, seen from a date."""

    COMING = "coming"
    RUNNING = "running"
    AWAITED = "awaited"
    SETTLED = "settled"
    PAST = "past"

    @property
    def present(self) -> bool:
        """Whether the period runs, or its final figure is still to come, is news, or is of a year that runs."""
        return self in (Phase.RUNNING, Phase.AWAITED, Phase.SETTLED)


def phase(row: Assessment, as_of: date) -> Phase:
    """Where the period of an answer lies: its end decides, and after that the day of the figure that settled it.

    What is over before its year is (a deadline, a quarter) stays of the present until that ends.
    """
    period = row.target.period
    if as_of < period.start:
        return Phase.COMING
    if as_of <= period.end:
        return Phase.RUNNING
    if row.verdict not in DECIDED:
        return Phase.AWAITED if as_of - period.end <= PATIENCE else Phase.PAST
    if as_of <= last_day(row.target.calendar.last(period.last)):
        return Phase.SETTLED
    news = max((_known_from(row, one) for one in row.used), default=period.end)
    return Phase.SETTLED if as_of - news <= _FRESH else Phase.PAST


def _known_from(row: Assessment, one: Observation) -> date:
    return one.published or counts_from(row.indicator.released, one.period.last)
