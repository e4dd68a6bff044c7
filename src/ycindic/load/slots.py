"""Which figure does a row speak of, and which of its vintages counts?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ycindic.domain.model import Basis, Bound, Indicator, IndicatorId, Measure, Observation, Stage
from ycindic.domain.period import Period, last_day, parse, year_of
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.release import due
from ycindic.load.cells import day, narrow, unguarded, value
from ycindic.load.csv_file import Source
from ycindic.load.reading import nearest

ALLOWED: Mapping[Measure, tuple[Basis, ...]] = {
    Measure.FLOW: (Basis.YTD, Basis.ALONE),
    Measure.GROWTH: (Basis.YTD, Basis.ALONE),
    Measure.STOCK: (Basis.POINT,),
    Measure.MEAN: (Basis.YTD, Basis.ALONE),
    Measure.EVENTS: (Basis.ALONE, Basis.YTD),
}
"""The bases that fit a measure; the first is what an empty cell means, but a mean types its own."""

Key = tuple[IndicatorId, Basis, int, int]


@dataclass(slots=True)
class Slot:
    """One figure: what it covers, and the newest vintage so far.

    `row` are its cells in the order of the known columns; `undated` is the day from which on a
    row without a published date counts; `tangled` tells that vintages came out of order.
    """

    key: Key
    indicator: Indicator
    period: Period
    undated: str
    stamp: str = ""
    row: list[str] | None = None
    place: tuple[str, int] = ("", 0)
    tangled: bool = False
    conflicts: list[Problem] = field(default_factory=list)

    def differs(self, other: list[str]) -> bool:
        """Whether a row of the same date says something else than the row that is kept."""
        return self.row is not None and _said(self.row, self.indicator) != _said(other, self.indicator)

    def observation(self) -> Observation | None:
        """The figure as the domain knows it; None where it was retracted."""
        if self.row is None:
            return None
        return observation(self.row, self.indicator, self.period, self.key[1], Place(*self.place))


def _said(row: list[str], indicator: Indicator) -> tuple[object, str]:
    return value(row[2], percent=indicator.unit == "%"), narrow(row[6])


def observation(row: list[str], indicator: Indicator, period: Period, basis: Basis, place: Place) -> Observation | None:
    """A checked row, its cells in the order of the known columns, as an observation; None without a number."""
    number = value(row[2], percent=indicator.unit == "%")
    if number is None:
        return None
    return Observation(
        indicator=indicator.id,
        period=period,
        basis=basis,
        value=number,
        published=day(row[4]),
        stage=Stage(narrow(row[5])),
        bound=Bound(narrow(row[6])),
        source=unguarded(row[7]),
        note=unguarded(row[8]),
        place=place,
    )


class Slots:
    """All figures that rows have spoken of so far."""

    def __init__(self, indicators: Mapping[IndicatorId, Indicator]) -> None:
        self.indicators = indicators
        self.by_key: dict[Key, Slot] = {}

    def find(self, raw: tuple[str, ...], source: Source) -> Slot | None:
        """The slot of an indicator, period and basis as typed; None, with a problem, if they make none."""
        name, period_text, basis_text = (narrow(cell) for cell in raw)
        indicator = self.indicators.get(IndicatorId(name))
        period = parse(period_text)
        if indicator is None:
            source.fault("indicator", Code.UNKNOWN_INDICATOR, seen=name, nearest=nearest(name, self.indicators))
        if period is None:
            source.fault("period", Code.BAD_PERIOD, seen=period_text)
        if indicator is None or period is None:
            return None
        basis = _basis(indicator, basis_text.lower(), source)
        if basis is None:
            return None
        if basis is Basis.YTD and year_of(period.first) != year_of(period.last):
            source.fault("period", Code.PERIOD_BASIS, seen=period_text, expected=f"{year_of(period.last)}")
            return None
        key = (indicator.id, basis, period.first if basis is Basis.ALONE else 0, period.last)
        if key not in self.by_key:
            self.by_key[key] = Slot(key, indicator, period, undated=_undated(indicator, period))
        return self.by_key[key]


def _basis(indicator: Indicator, text: str, source: Source) -> Basis | None:
    allowed = ALLOWED[indicator.measure]
    words = ", ".join(allowed)
    if not text:
        if indicator.measure is not Measure.MEAN:
            return allowed[0]
        source.fault("basis", Code.NO_BASIS, expected=words)
    elif text not in set(Basis):
        source.fault("basis", Code.BAD_CHOICE, seen=text, expected=words, nearest=nearest(text, allowed))
    elif text not in allowed:
        source.fault("basis", Code.BASIS_MEASURE, seen=text, expected=words, detail=indicator.measure)
    else:
        return Basis(text)
    return None


def _undated(indicator: Indicator, period: Period) -> str:
    """From which day on a row without a published date counts: its release, else its period's end."""
    rule = indicator.released
    known = due(rule, period.last) if rule else None
    return (known or last_day(period.last)).isoformat()
