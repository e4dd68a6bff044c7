"""Who owes figures? What is overdue, by the office that publishes it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ycindic.domain.agenda import Expected, releases_until
from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.model import Bilingual, Indicator, IndicatorId, Plan


class Owed(NamedTuple):
    """An indicator of which releases are overdue, the earliest first; `headline` where such a target waits for it."""

    indicator: Indicator
    releases: tuple[Expected, ...]
    headline: bool


class Debtor(NamedTuple):
    """A publisher and what it owes, headlines first; `publisher` is None where the registry names none."""

    publisher: Bilingual | None
    owed: tuple[Owed, ...]

    @property
    def headline(self) -> bool:
        """Whether a headline waits for one of its figures."""
        return any(one.headline for one in self.owed)

    @property
    def latest(self) -> Expected:
        """The latest release that is overdue: of running totals that alone is needed."""
        return max((one.releases[-1] for one in self.owed), key=lambda one: (one.period.last, one.due))


def offices(plan: Plan, rows: Sequence[Assessment], facts: Facts, as_of: date) -> tuple[Debtor, ...]:
    """Who owes figures of what was promised itself, benchmarks apart.

    Those come first that headlines wait for, then those that owe figures of most indicators.
    """
    own = {row.indicator.id for row in rows}
    headlines = {row.target.id for row in rows if plan.is_headline(row.target)}
    by_indicator: dict[IndicatorId, list[Expected]] = {}
    for one in releases_until(plan, facts, [row.target for row in rows], as_of, as_of):
        if one.late and one.indicator.id in own:
            by_indicator.setdefault(one.indicator.id, []).append(one)
    by_office: dict[Bilingual | None, list[Owed]] = {}
    for releases in by_indicator.values():
        indicator, needed = releases[0].indicator, {name for one in releases for name in one.needed_by}
        owed = Owed(indicator, tuple(releases), not headlines.isdisjoint(needed))
        by_office.setdefault(indicator.publisher, []).append(owed)
    found = [Debtor(name, tuple(sorted(owed, key=lambda one: not one.headline))) for name, owed in by_office.items()]
    return tuple(sorted(found, key=lambda one: (not one.headline, -len(one.owed))))
