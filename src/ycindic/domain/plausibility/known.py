"""Which sizes have the other figures of an indicator? Sorted once, so that many figures can be asked about."""

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.facts import Series
from ycindic.domain.model import RATES, Basis, Bound, Indicator, Measure, Observation

_Months = tuple[Basis, int, int]


class Spread(NamedTuple):
    """How many figures, the smallest, the one in the middle, the largest."""

    figures: int
    low: Decimal
    middle: Decimal
    high: Decimal

    def times(self, factor: int) -> "Spread":
        """The same for so many months."""
        return Spread(self.figures, self.low * factor, self.middle * factor, self.high * factor)


class _Pool:
    """Values in order, each with what it covers."""

    def __init__(self) -> None:
        self._sorted: list[tuple[Decimal, _Months]] = []
        self._values: dict[_Months, Decimal] = {}

    def add(self, value: Decimal, of: _Months) -> None:
        self._values[of] = value
        insort(self._sorted, (value, of))

    def without(self, of: _Months) -> Spread | None:
        """All but the figure itself."""
        count, own = len(self._sorted), len(self._sorted)
        if of in self._values:
            count, own = count - 1, bisect_left(self._sorted, (self._values[of], of))

        def at(place: int) -> Decimal:
            return self._sorted[place + (place >= own)][0]

        return Spread(count, at(0), at(count // 2), at(count - 1)) if count else None


class Trusted:
    """The figures of one indicator; every answer leaves out the figure that is asked about."""

    def __init__(self, indicator: Indicator, series: Series) -> None:
        self._is_flow = indicator.measure is Measure.FLOW
        self._is_rate = indicator.measure in RATES
        self._calendar = series.calendar
        self._pools: dict[Hashable, _Pool] = {}
        self._years: dict[int, list[Observation]] = {}
        self._covers: set[_Months] = set()
        for one in series.observations:
            self.add(one)

    def add(self, one: Observation) -> None:
        """Take one figure more, later than those of its year before."""
        of, size = one.told_of, abs(one.value)
        self._covers.add(of)
        if one.basis is Basis.YTD:
            self._years.setdefault(self._calendar.year_of(one.period.last), []).append(one)
        if size:
            self._pool("sizes", "rate" if self._is_rate else one.basis).add(size / self._months(one), of)
        if size and self._is_flow and one.basis is Basis.YTD:
            self._pool("same month", self._calendar.place(one.period.last)).add(size, of)
        if one.bound is Bound.EXACT:
            self._pool("values", one.basis).add(one.value / self._months(one), of)

    def has(self, seen: Observation) -> bool:
        """Whether there is a figure of the same months on the same basis."""
        return seen.told_of in self._covers

    def _pool(self, *of: Hashable) -> _Pool:
        return self._pools.setdefault(of, _Pool())

    def _months(self, one: Observation) -> int:
        return one.covered.months if self._is_flow else 1

    def alike(self, seen: Observation) -> Spread | None:
        """The sizes of the same figure elsewhere: of a running total in the same month of other years."""
        if self._is_flow and seen.basis is Basis.YTD:
            return self._pool("same month", self._calendar.place(seen.period.last)).without(seen.told_of)
        return self.by_month(seen)

    def by_month(self, seen: Observation) -> Spread | None:
        """The sizes of all figures on the same basis; of a flow brought to as many months as the figure has."""
        found = self._pool("sizes", "rate" if self._is_rate else seen.basis).without(seen.told_of)
        return found.times(self._months(seen)) if found else None

    def values(self, seen: Observation) -> Spread | None:
        """The exact values on the same basis, with their signs; of a flow brought to as many months."""
        found = self._pool("values", seen.basis).without(seen.told_of)
        return found.times(self._months(seen)) if found else None

    def of_year(self, seen: Observation) -> Iterable[Observation]:
        """The other running totals of the figure's year, the earliest first."""
        own = seen.told_of
        return (one for one in self._years.get(self._calendar.year_of(seen.period.last), ()) if one.told_of != own)
