"""How is the course of a target drawn in lines of text? With axes, the promised line, and the year before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ycindic.domain.model import Indicator, Measure
from ycindic.domain.period import MONTHS_A_YEAR, month_of_year, year_of
from ycindic.render.answers.path import PathPoint, Way
from ycindic.render.words.numbers import typed
from ycindic.render.words.units import headed, headed_unit, number_of
from ycindic.render.words.visible import padded, width
from ycindic.text import SHORT_MONTHS, Text, _, _p

_ROWS, _STEP = 10, 8
"""Lines of a picture, and cells between two months at most."""
_ACTUAL, _BEFORE, _PROMISED, _OTHER = "o", ".", "-", "+"
_NAMES: dict[str, Text] = {
    _ACTUAL: _p("of a picture", "actual"),
    _PROMISED: _p("of a picture", "promised"),
    _BEFORE: _p("of a picture", "the year before"),
    _OTHER: _p("of a picture", "the benchmark"),
}


def plot(way: Way, indicator: Indicator, lang: str, room: int) -> list[str]:
    """The lines of a picture, none wider than a room: values at the left, months below, what the signs mean."""
    layers = {_BEFORE: way.before, _PROMISED: _from_its_first_month(way), _OTHER: way.other, _ACTUAL: way.actual}
    paper = _Paper(way, [one for points in layers.values() for one in points], indicator, lang, room)
    for sign, points in layers.items():
        paper.draw(sign, points if sign == _PROMISED else way.published(points), joined=sign == _PROMISED)
    used = [sign for sign in _NAMES if layers[sign]]
    signs = "  ".join(f"{sign} {_NAMES[sign].in_language(lang)}" for sign in used)
    unit = paper.unit
    return [*paper.lines(), f"{signs}  {_('in {unit}', unit=unit).in_language(lang)}" if unit else signs]


def _from_its_first_month(way: Way) -> tuple[PathPoint, ...]:
    """The promised line, which of a level one need not begin before the months that are drawn."""
    if len({one.value for one in way.promised}) != 1:
        return way.promised
    return tuple(one._replace(month=max(one.month, way.period.first)) for one in way.promised)


class _Paper:
    """Cells under a grid of months and values; a sum begins at nothing, before its first month, which has no name."""

    def __init__(self, way: Way, points: Sequence[PathPoint], indicator: Indicator, lang: str, room: int) -> None:
        values = [one.value for one in points]
        from_nothing = [Decimal(0)] if indicator.measure is Measure.FLOW and min(values) >= 0 else []
        self._low, self._high = min([*values, *from_nothing]), max(values)
        self._lang, self._yearly = lang, way.yearly
        told = headed(indicator, (self._high,), lang)
        self.unit = headed_unit(told, "", lang)
        sign = indicator.unit if not self.unit else ""
        marked = {self._low, self._high, *(one.value for one in way.promised[-1:])}
        self._marks = {self._row(value): f"{number_of(typed(value), told, lang)}{sign}" for value in marked}
        self._left = max(map(width, self._marks.values()))
        months = [one.month for one in points]
        self._first, self._last = min(months), max(months, default=0)
        if not way.yearly:
            self._first, self._last = min(way.period.first, self._first), max(way.period.last, self._last)
        sums = indicator.measure is Measure.FLOW and not way.yearly
        self._named = way.period.first if sums else self._first
        steps = self._last - self._first
        across = _STEP * (steps // MONTHS_A_YEAR if way.yearly else steps) + 1
        self._across = max(2, min(room - self._left - 3, across))
        self._cells = [[" "] * self._across for _row in range(_ROWS)]

    def draw(self, sign: str, points: Sequence[PathPoint], *, joined: bool) -> None:
        """Put points on the paper, or the line through them."""
        if joined:
            for one, other in pairwise(points):
                for column in range(self._column(one.month), self._column(other.month) + 1):
                    share = Decimal(column - self._column(one.month)) / max(
                        1, self._column(other.month) - self._column(one.month)
                    )
                    self._cells[self._row(one.value + share * (other.value - one.value))][column] = sign
        for one in points:
            self._cells[self._row(one.value)][self._column(one.month)] = sign

    def lines(self) -> Iterator[str]:
        """The picture from the top down, and its axis."""
        for row in reversed(range(_ROWS)):
            mark = self._marks.get(row, "")
            yield f"{' ' * (self._left - width(mark))}{mark} |{''.join(self._cells[row])}".rstrip()
        yield f"{' ' * self._left} +{'-' * self._across}"
        yield f"{' ' * (self._left + 2)}{self._months()}".rstrip()

    def _months(self) -> str:
        """The names of the months, or of the years, as many as find room beside each other."""
        below = ""
        for month in range(self._first, self._last + 1):
            ends_year = month_of_year(month) == MONTHS_A_YEAR
            if month < self._named or (self._last - self._first > 2 * MONTHS_A_YEAR and not ends_year):
                continue
            label, at = self._name(month), self._column(month)
            at = min(at, self._across - width(label)) if at else at
            if not below or width(below) < at:
                below = padded(below, at) + label
        return below

    def _name(self, month: int) -> str:
        if self._yearly or self._last - self._first > 2 * MONTHS_A_YEAR:
            return str(year_of(month))
        return SHORT_MONTHS[month_of_year(month)].in_language(self._lang)

    def _row(self, value: Decimal) -> int:
        span = self._high - self._low
        return int((value - self._low) / span * (_ROWS - 1) + Decimal("0.5")) if span else 0

    def _column(self, month: int) -> int:
        return round((month - self._first) / max(1, self._last - self._first) * (self._across - 1))
