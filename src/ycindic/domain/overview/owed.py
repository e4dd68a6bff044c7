"""Who owes figures? What is overdue, by the office that publishes it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ycindic.domain.agenda import Expected, Release, needed_of, releases_until
from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.grouped import grouped
from ycindic.domain.model import Bilingual, Indicator, Plan
from ycindic.domain.period import Period


class Owed(NamedTuple):
    """An indicator of which releases are overdue, the earliest first; `headline` where such a target waits for it.

    What is owed of them are the `needed` figures, wherever they are counted.
    """

    indicator: Indicator
    releases: tuple[Expected, ...]
    headline: bool

    @property
    def needed(self) -> tuple[Expected, ...]:
        """The figures that have to be told: of the year so far the newest."""
        return needed_of(self.releases)

    @property
    def since(self) -> date:
        """When the oldest of the figures that have to be told was due."""
        return self.needed[0].due

    @property
    def empty_year(self) -> str | None:
        """The name of the year of which nothing came while newer releases overtook older ones; None of any other."""
        calendar, newest = self.indicator.calendar, self.releases[-1].period
        first = next(one.period.first for one in self.releases if one.period.last >= calendar.first(newest.last))
        empty = first == calendar.first(newest.last) and len(self.needed) < len(self.releases)
        return calendar.name(calendar.year_of(newest.last)) if empty else None

    @property
    def slots(self) -> Iterator[Release]:
        """Which releases they are."""
        return (one.slot for one in self.releases)


class Debtor(NamedTuple):
    """A publisher and what it owes of one period by one day; `publisher` is None where the registry names none.

    Of an indicator with several overdue releases the newest names the period: of running totals that alone is needed.
    """

    publisher: Bilingual | None
    owed: tuple[Owed, ...]

    @property
    def headline(self) -> bool:
        """Whether a headline waits for one of its figures."""
        return any(one.headline for one in self.owed)

    @property
    def since(self) -> date:
        """When the oldest of its figures was due."""
        return min(one.since for one in self.owed)

    @property
    def empty_year(self) -> str | None:
        """The name of the year of which nothing of it all came; None of any other."""
        years = {one.empty_year for one in self.owed}
        return years.pop() if len(years) == 1 else None

    @property
    def covered(self) -> Period:
        """The months that its figures are about, from the oldest to the newest."""
        spans = [one.indicator.covered(release.period) for one in self.owed for release in one.needed]
        return Period(min(one.first for one in spans), max(one.last for one in spans))

    @property
    def figures(self) -> int:
        """How many figures it owes."""
        return figures_owed(self.owed)

    @property
    def latest(self) -> Expected:
        """The release that is needed of each of the indicators."""
        return self.owed[0].releases[-1]


def figures_owed(owed: Iterable[Owed]) -> int:
    """How many figures are owed of some indicators."""
    return sum(len(one.needed) for one in owed)


def owed_indicators(plan: Plan, rows: Sequence[Assessment], facts: Facts, as_of: date) -> tuple[Owed, ...]:
    """What is overdue of the indicators that were promised themselves or as parts of a promise, benchmarks apart.

    Figures that can change no verdict any more are no debt.
    """
    open_ = [row for row in rows if row.waits]
    own = {row.indicator.id for row in open_}
    headlines = {row.target.id for row in open_ if plan.is_headline(row.target)}
    releases = releases_until(plan, facts, [row.target for row in open_], as_of, as_of)
    late = (one for one in releases if one.late and one.indicator.id in own)
    by_indicator = grouped(late, lambda one: one.indicator.id)
    return tuple(
        Owed(found[0].indicator, tuple(found), any(not headlines.isdisjoint(one.needed_by) for one in found))
        for found in by_indicator.values()
    )


def offices(owed: Iterable[Owed]) -> tuple[Debtor, ...]:
    """Who owes what, by office, newest period and day.

    The longest overdue stands first, then those that headlines wait for, then the others, by age.
    """

    def of_whom(one: Owed) -> tuple[Bilingual | None, Period, date]:
        newest = one.releases[-1]
        return one.indicator.publisher, one.indicator.covered(newest.period), newest.due

    found = [
        Debtor(publisher, tuple(sorted(some, key=lambda one: not one.headline)))
        for (publisher, _period, _due), some in grouped(owed, of_whom).items()
    ]
    oldest = min((one.since for one in found), default=None)
    return tuple(sorted(found, key=lambda one: (one.since != oldest, not one.headline, one.since, -len(one.owed))))
