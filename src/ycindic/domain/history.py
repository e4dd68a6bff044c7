"""What was ever published of a figure, and which of it counted at a date?"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeVar

from ycindic.domain.facts import Facts, Series, decimals_of, series
from ycindic.domain.model import Basis, Bound, Indicator, IndicatorId, Observation, Stage
from ycindic.domain.period import Calendar, Period
from ycindic.domain.problem import Place
from ycindic.domain.release import counts_from

FigureKey = tuple[IndicatorId, Basis, Period | int]
"""What two rows share that speak of the same figure, however its period is written: of a single interval all of it."""


def figure_of(indicator: IndicatorId, basis: Basis, period: Period) -> FigureKey:
    """Which figure a row of an indicator speaks of."""
    return indicator, basis, period if basis is Basis.ALONE else period.last


class _Told(Protocol):
    """What a row tells of a figure besides whose it is."""

    @property
    def value(self) -> Decimal | None:
        """The number as it was printed."""

    @property
    def stage(self) -> Stage:
        """How final its publisher calls it."""


_ToldRow = TypeVar("_ToldRow", bound=_Told)


def fullest(rows: Iterable[_ToldRow]) -> _ToldRow:
    """Which of the rows counts that say the same of one date in several files, whatever the files are called.

    The one that is printed with the most decimals, of those the one of the latest stage, of those the first.
    """
    return max(rows, key=_fullness)


def _fullness(row: _Told) -> tuple[int, int]:
    return -1 if row.value is None else decimals_of(row.value), _STAGES.index(row.stage)


_STAGES = tuple(Stage)


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
    def figure(self) -> FigureKey:
        """Which figure it speaks of."""
        return figure_of(self.indicator, self.basis, self.period)

    @property
    def counts(self) -> bool:
        """Whether it says something of the figure: a number, or that there is none any more; a text result does not."""
        return self.value is not None or self.stage is Stage.RETRACTED

    @property
    def rank(self) -> date:
        """The newer of two vintages has the higher one; without a date it is the lowest."""
        return self.published or date.min

    def says(self, value: Decimal | None, bound: Bound) -> bool:
        """Whether it tells this number."""
        return (self.value, self.bound) == (value, bound)

    def observation(self, calendar: Calendar) -> Observation | None:
        """The figure as it is reckoned with; None without a number, and of one that was retracted."""
        if self.value is None or self.stage is Stage.RETRACTED:
            return None
        return Observation(
            self.indicator, self.period, self.basis, self.value, self.published,
            self.stage, self.bound, self.source, self.note, self.place, calendar,
        )  # fmt: skip


def known_on(vintages: Iterable[Vintage], indicators: Mapping[IndicatorId, Indicator], as_of: date) -> list[Vintage]:
    """The rows that were published by a date; of an undated one its release decides."""
    return [one for one in vintages if one.known_from(indicators[one.indicator]) <= as_of]


def still_standing(vintages: Iterable[Vintage]) -> list[Vintage]:
    """The rows that say something still: not of a retracted figure, none that a later row of its file has replaced."""
    rows = list(vintages)
    last: dict[Hashable, Vintage] = {}
    newest: dict[Hashable, _Newest] = {}
    for one in sorted(rows, key=lambda row: row.place):
        figure = one.figure
        last[figure, one.rank, one.place.file] = one
        if one.counts:
            newest[figure] = newest[figure].after(one) if figure in newest else _Newest(one)

    def stands(one: Vintage) -> bool:
        figure = one.figure
        valid = newest.get(figure)
        retracted = valid is not None and valid.one.stage is Stage.RETRACTED
        return not retracted and last[figure, one.rank, one.place.file] is one

    return [one for one in rows if stands(one)]


class _Newest(NamedTuple):
    """The newest vintage of a figure so far; `rivals` are what other files say of the same date.

    Of a file the last row of a date counts.
    """

    one: Vintage
    rivals: tuple[Vintage, ...] = ()

    @property
    def in_force(self) -> Vintage | None:
        """The row that counts; None where two files say different things."""
        agreed = all(other.says(self.one.value, self.one.bound) for other in self.rivals)
        return fullest((self.one, *self.rivals)) if agreed else None

    def after(self, other: Vintage) -> "_Newest":
        """The same when one row more is known; the rows of a file come one after the other."""
        if other.rank != self.one.rank:
            return _Newest(other) if other.rank > self.one.rank else self
        if other.place.file == self.one.place.file:
            return _Newest(other)
        same_rival = bool(self.rivals) and other.place.file == self.rivals[-1].place.file
        return _Newest(self.one, (*(self.rivals[:-1] if same_rival else self.rivals), other))


class Timeline:
    """Everything that was ever published, from which the knowledge of any day can be put together.

    It gives the same facts as a reading of the files at that day; days in rising order are the
    cheap way, for then only what is new is looked at.
    """

    def __init__(self, vintages: Iterable[Vintage], indicators: Mapping[IndicatorId, Indicator]) -> None:
        said = [one for one in vintages if one.counts]
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
    figures = (one.observation(calendar) for found in newest if (one := found.in_force))
    return series((one for one in figures if one), calendar)


class History:
    """What was said of some figures, row by row: what stands, what stood before, and in which file."""

    def __init__(self, vintages: Iterable[Vintage], indicators: Mapping[IndicatorId, Indicator]) -> None:
        self._indicators = indicators
        self._rows: dict[FigureKey, list[Vintage]] = {}
        self._of: dict[IndicatorId, list[FigureKey]] = {}
        for one in sorted((one for one in vintages if one.counts), key=lambda row: row.place):
            self.add(one)

    def add(self, one: Vintage) -> None:
        """Take a row, behind those that are there."""
        if one.figure not in self._rows:
            self._of.setdefault(one.indicator, []).append(one.figure)
        self._rows.setdefault(one.figure, []).append(one)

    def rows(self, figure: FigureKey) -> Sequence[Vintage]:
        """Every row about a figure."""
        return self._rows.get(figure, ())

    def in_force(self, figure: FigureKey) -> Vintage | None:
        """The newest vintage of a figure, be it a retraction."""
        return self._newest(self.rows(figure))

    def of_date(self, figure: FigureKey, published: date | None) -> Vintage | None:
        """The vintage that was published on a day: of a file its last row, of two that differ the first."""
        return _of_rank(self.rows(figure), published or date.min)

    def before(self, figure: FigureKey, published: date | None) -> Vintage | None:
        """The vintage that was valid just before a day."""
        return self._newest([one for one in self.rows(figure) if one.rank < (published or date.min)])

    def overtaken(self, figure: FigureKey, published: date | None) -> Vintage | None:
        """The vintage that stays in force although another one of an earlier day comes in."""
        now = self.in_force(figure)
        return now if now is not None and now.rank > (published or date.min) else None

    def series(self, indicator: IndicatorId, until: date) -> Series:
        """The figures of an indicator as they were known on a day."""
        of = self._indicators[indicator]
        out = (
            [one for one in self.rows(figure) if one.known_from(of) <= until] for figure in self._of.get(indicator, ())
        )
        figures = (one.observation(of.calendar) for rows in out if (one := self._newest(rows)))
        return series((one for one in figures if one), of.calendar)

    def files_of(self, indicator: IndicatorId) -> list[str]:
        """The files with rows of an indicator, first the one with the latest period, of that the latest published."""
        newest: dict[str, tuple[int, date]] = {}
        for one in (one for figure in self._of.get(indicator, ()) for one in self.rows(figure)):
            rank = one.period.last, one.rank
            newest[one.place.file] = max(rank, newest.get(one.place.file, rank))
        return sorted(newest, key=lambda file: newest[file], reverse=True)

    @staticmethod
    def _newest(rows: Sequence[Vintage]) -> Vintage | None:
        rank = max((one.rank for one in rows), default=None)
        return None if rank is None else _of_rank(rows, rank)


def _of_rank(rows: Iterable[Vintage], rank: date) -> Vintage | None:
    last = {one.place.file: one for one in rows if one.rank == rank}
    if not last:
        return None
    first = next(iter(last.values()))
    return fullest(one for one in last.values() if one.says(first.value, first.bound))
