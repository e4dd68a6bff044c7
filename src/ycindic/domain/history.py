"""What was ever published of a figure, and which of it counted at a date?"""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.facts import Facts, Series, series
from ycindic.domain.model import Basis, Bound, Indicator, IndicatorId, Observation, Stage
from ycindic.domain.period import Calendar, Period
from ycindic.domain.problem import Place
from ycindic.domain.release import counts_from


class Vintage(NamedTuple):
    """One row of the files: a figure in one of its vintages, a text result, or a retraction.

    `value` is None where the row records no number.
    """

    indicator: IndicatorId
    period: Period
    basis: Basis
    value: Decimal | None
    published: date | None
    stage: Stage
    bound: Bound
    source: str
    note: str
    place: Place

    def known_from(self, indicator: Indicator) -> date:
        """The day from which the row counts: its published date, else that of its indicator's release."""
        return self.published or counts_from(indicator.released, self.period.last)

    @property
    def figure(self) -> Hashable:
        """What two rows share that speak of the same figure, however its period is written."""
        return self.basis, self.period if self.basis is Basis.ALONE else self.period.last

    @property
    def rank(self) -> date:
        """The newer of two vintages has the higher one; without a date it is the lowest."""
        return self.published or date.min

    def says_as(self, other: "Vintage") -> bool:
        """Whether both tell the same number."""
        return (self.value, self.bound) == (other.value, other.bound)


def known(vintages: Iterable[Vintage], indicators: Mapping[IndicatorId, Indicator], as_of: date) -> list[Vintage]:
    """The rows that were published by a date; of an undated one its release decides."""
    return [one for one in vintages if one.known_from(indicators[one.indicator]) <= as_of]


def standing(vintages: Iterable[Vintage]) -> list[Vintage]:
    """The rows that say something still: not of a retracted figure, none that a later row of its file has replaced."""
    rows = list(vintages)
    last: dict[Hashable, Vintage] = {}
    newest: dict[Hashable, _Newest] = {}
    for one in sorted(rows, key=lambda row: row.place):
        figure = (one.indicator, one.figure)
        last[figure, one.rank, one.place.file] = one
        if one.value is not None or one.stage is Stage.RETRACTED:
            newest[figure] = newest[figure].after(one) if figure in newest else _Newest(one)

    def stands(one: Vintage) -> bool:
        figure = (one.indicator, one.figure)
        counts = newest.get(figure)
        retracted = counts is not None and counts.one.stage is Stage.RETRACTED
        return not retracted and last[figure, one.rank, one.place.file] is one

    return [one for one in rows if stands(one)]


class _Newest(NamedTuple):
    """The newest vintage of a figure so far; `rival` is what another file says of the same date.

    Of a file the last row of a date counts; `contested` tells that an earlier rival contradicted it.
    """

    one: Vintage
    rival: Vintage | None = None
    contested: bool = False

    @property
    def contradicted(self) -> bool:
        """Whether two files say different things."""
        return self.contested or (self.rival is not None and not self.rival.says_as(self.one))

    def after(self, other: Vintage) -> "_Newest":
        """The same when one row more is known; the rows of a file come one after the other."""
        if other.rank != self.one.rank:
            return _Newest(other) if other.rank > self.one.rank else self
        if other.place.file == self.one.place.file:
            return _Newest(other)
        same_rival = self.rival is not None and other.place.file == self.rival.place.file
        return _Newest(self.one, other, self.contested if same_rival else self.contradicted)


class Timeline:
    """Everything that was ever published, from which the knowledge of any day can be put together.

    It gives the same facts as a reading of the files at that day; days in rising order are the
    cheap way, for then only what is new is looked at.
    """

    def __init__(self, vintages: Iterable[Vintage], indicators: Mapping[IndicatorId, Indicator]) -> None:
        said = [one for one in vintages if one.value is not None or one.stage is Stage.RETRACTED]
        dated = ((one.known_from(indicators[one.indicator]), one) for one in said)
        self._events = sorted(dated, key=lambda event: (event[0], event[1].place))
        self._calendars = {key: one.calendar for key, one in indicators.items()}
        self._restart()

    def _restart(self) -> None:
        self._seen, self._day = 0, date.min
        self._newest: dict[IndicatorId, dict[Hashable, _Newest]] = {}
        self._series: dict[IndicatorId, Series] = {}

    def facts(self, as_of: date) -> Facts:
        """What was known at a date."""
        if as_of < self._day:
            self._restart()
        self._day = as_of
        changed: set[IndicatorId] = set()
        while self._seen < len(self._events) and self._events[self._seen][0] <= as_of:
            one = self._events[self._seen][1]
            figures = self._newest.setdefault(one.indicator, {})
            before = figures.get(one.figure)
            figures[one.figure] = before.after(one) if before else _Newest(one)
            changed.add(one.indicator)
            self._seen += 1
        for indicator in changed:
            self._series[indicator] = _series(self._newest[indicator].values(), self._calendars[indicator])
        return Facts(dict(self._series))


def _series(newest: Iterable[_Newest], calendar: Calendar) -> Series:
    """The figures that count: neither contradicted nor retracted."""
    figures = (
        Observation(
            one.indicator, one.period, one.basis, one.value, one.published,
            one.stage, one.bound, one.source, one.note, one.place, calendar,
        )
        for one, contradicted in ((found.one, found.contradicted) for found in newest)
        if not contradicted and one.value is not None and one.stage is not Stage.RETRACTED
    )  # fmt: skip
    return series(figures, calendar)
