"""Which ways are there to say how a year will end, one file each?"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ycindic.domain.model import Measure, Method
from ycindic.domain.outlook.course import Origin
from ycindic.domain.outlook.paths import (
    airline,
    chain_ladder,
    continues,
    drift,
    last_year,
    library,
    linear,
    recent,
    returning,
    seasonal,
    shares,
    smoothing,
    spread,
)

_Ending = Callable[[Origin], float | None]
"""The year's figure as it looked at a moment; None where a method has no answer."""

ENDINGS: Mapping[Method, _Ending] = {
    Method.LAST_YEAR: last_year.ending,
    Method.CHAIN_LADDER: chain_ladder.ending,
    Method.LINEAR: linear.ending,
    Method.SHARES: shares.ending,
    Method.RECENT: recent.ending,
    Method.AIRLINE: airline.ending,
    Method.RETURNING: returning.ending,
    Method.SMOOTHING: smoothing.ending,
    Method.CONTINUES: continues.ending,
    Method.SPREAD: spread.ending,
    Method.SEASONAL: seasonal.ending,
    Method.DRIFT: drift.ending,
    Method.LIBRARY: library.ending,
}
"""Every method but the one that combines others."""


class _Methods(NamedTuple):
    """What is tried on a measure: the plain rule, what is combined, and what else there is.

    A method that is `shown` only is never taken by itself: somebody asks for it by name.
    """

    plain: Method
    combined: tuple[Method, ...]
    others: tuple[Method, ...] = ()
    shown: tuple[Method, ...] = ()

    @property
    def taken(self) -> tuple[Method, ...]:
        """Those that may be taken unasked, the plain rule first."""
        return (self.plain, *self.combined, *self.others)

    @property
    def all(self) -> tuple[Method, ...]:
        """Every one of them, the plain rule first."""
        return (*self.taken, *self.shown)


_SUM = _Methods(
    Method.LAST_YEAR,
    (Method.RETURNING, Method.SMOOTHING, Method.SEASONAL),
    (Method.CHAIN_LADDER,),
    (Method.RECENT, Method.AIRLINE, Method.SHARES, Method.LINEAR, Method.LIBRARY),
)

METHODS: Mapping[Measure, _Methods] = {
    Measure.FLOW: _SUM,
    Measure.EVENTS: _SUM,
    Measure.GROWTH: _Methods(
        Method.CONTINUES,
        (Method.AIRLINE, Method.RETURNING, Method.SEASONAL, Method.LIBRARY),
        shown=(Method.RECENT, Method.SPREAD),
    ),
    Measure.MEAN: _Methods(
        Method.CONTINUES, (Method.RECENT, Method.SEASONAL), shown=(Method.RETURNING, Method.SPREAD, Method.LIBRARY)
    ),
    Measure.STOCK: _Methods(Method.CONTINUES, (Method.DRIFT,)),
}
