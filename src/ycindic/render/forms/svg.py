"""How is the course of a target drawn? With axes, numbers, goal, tolerance, the year before and the probable end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from html import escape
from typing import NamedTuple

from ycindic.domain.model import Bilingual, Indicator, Measure
from ycindic.domain.period import MONTHS_A_YEAR, month_of_year, year_of
from ycindic.render.answers.path import PathPoint, Way
from ycindic.render.forms.tongues import text
from ycindic.render.words.numbers import SHORT_MONTHS, distance, typed
from ycindic.render.words.units import numbers_of, unit_of
from ycindic.render.words.wording import LANGUAGES
from ycindic.text import Text, Verbatim, _

ACROSS, DOWN = 320, 118
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 70, 16, 16
"""The margins: numbers at the left, what the lines are at the right, the unit above, months below."""
_APART = 11
"""So far one label stands below another."""
_MOST_DOTS, _MOST_LABELS, _TICKS = 14, 6, 3
_LONGEST = 7
_SIGNS = ("%", "‰")
"""Units that stand close to a number."""
_SHORT = ((12, "tn"), (9, "bn"), (6, "m"), (3, "k"))


class Scale:
    """From values to a length."""

    def __init__(self, low: Decimal, high: Decimal, length: int) -> None:
        self.low, self.high, self.length = low, high, length

    def at(self, value: Decimal) -> float:
        """How far along a value lies."""
        return float(distance(value, self.low) / distance(self.high, self.low)) * self.length


class _Label(NamedTuple):
    """Words beside the end of a line."""

    y: float
    kind: str
    words: Text


class _Sheet:
    """The paper of one picture: where a month and a value lie on it, and how its values are told."""

    def __init__(self, way: Way, indicator: Indicator) -> None:
        self.way, self.indicator = way, indicator
        months = [one.month for one in way.points]
        before = 0 if way.yearly else 1
        first = min(way.period.first - before if not way.yearly else months[0], *months)
        last = max(way.period.last, *months)
        self.months = range(first, last + 1)
        self.ticks = ticks(self._values())
        low, high = min(*self.ticks, *self._values()), max(*self.ticks, *self._values())
        self.across = Scale(Decimal(first), Decimal(max(last, first + 1)), ACROSS - _LEFT - _RIGHT)
        self.up = Scale(low, high, DOWN - _TOP - _BOTTOM)

    def _values(self) -> list[Decimal]:
        """What must lie on the paper; it begins at 0 where a sum does, nowhere for show."""
        return [*(one.value for one in self.way.points), *self.way.band]

    def x(self, month: int) -> float:
        return _LEFT + self.across.at(Decimal(month))

    def y(self, value: Decimal) -> float:
        return DOWN - _BOTTOM - self.up.at(value)

    def place(self, one: PathPoint) -> tuple[float, float]:
        return self.x(one.month), self.y(one.value)

    def told(self, value: Decimal) -> Bilingual:
        """A value as short as it is exact, per cent signs with it."""
        sign = self.indicator.unit if self.indicator.unit in _SIGNS else ""
        numbers = numbers_of(typed(value), self.indicator)
        return Bilingual(short(numbers.zh) + sign, short(numbers.en) + sign)


def picture(way: Way, indicator: Indicator, named: Sequence[str]) -> str:
    """The course of a target; `named` are the parts of the page that say what it shows."""
    paper = _Sheet(way, indicator)
    parts = [*_axes(paper), *_courses(paper), *_labels(paper)]
    return (
        f'<svg role="img" viewBox="0 0 {ACROSS} {DOWN}" aria-labelledby="{escape(" ".join(named))}">'
        f"{''.join(parts)}</svg>"
    )


def ticks(values: Sequence[Decimal]) -> list[Decimal]:
    """Round numbers, about three steps from below the lowest to above the highest value."""
    low, high = min(values), max(values)
    if low == high:
        low, high = distance(low, Decimal(1)), distance(high, Decimal(-1))
    rough = distance(high, low) / _TICKS
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(one * power for one in map(Decimal, ("1", "2", "2.5", "5", "10")) if one * power >= rough)
    first, last = (int((end / step).to_integral_value(how)) for end, how in ((low, ROUND_FLOOR), (high, ROUND_CEILING)))
    return [step * one for one in range(first, last + 1)]


def short(number: str) -> str:
    """A number as it is, from a thousand on without decimals, a long one in thousands, millions, billions."""
    value = Decimal(number.replace(",", ""))
    if len(number) > _LONGEST and "." in number and abs(value) >= 1000:
        number = f"{value:,.0f}" if "," in number else f"{value:.0f}"
    for power, sign in _SHORT:
        if len(number) > _LONGEST and abs(value) >= Decimal(1).scaleb(power):
            return f"{value.scaleb(-power).quantize(Decimal('0.01')).normalize():f}{sign}"
    return number


def _axes(paper: _Sheet) -> Iterator[str]:
    """Level lines at round numbers with these at the left, the unit above, months or years below."""
    right = ACROSS - _RIGHT
    yield f'<path class=grid d="{"".join(f"M{_LEFT} {paper.y(one):.0f}H{right}" for one in paper.ticks)}"/>'
    numbers = [one.normalize() if one == one.to_integral_value() else one for one in paper.ticks]
    yield from _words("end", [((_LEFT - 5, paper.y(one) + 3.5), paper.told(one)) for one in numbers])
    if paper.indicator.unit not in ("", *_SIGNS):
        unit = Bilingual(*(unit_of(paper.indicator, lang) for lang in LANGUAGES))
        yield from _words("start", [((1, 9), unit)])
    yield from _words("middle", [((paper.x(month), DOWN - 3), told) for month, told in _months(paper)])


def _months(paper: _Sheet) -> Iterator[tuple[int, Text]]:
    """Months that end a quarter, or years where there are several."""
    if len(paper.months) <= MONTHS_A_YEAR + 1:
        inside = [one for one in paper.months if paper.way.period.covers(one)]
        shown = [one for one in inside if len(inside) <= _MOST_LABELS - 2 or month_of_year(one) % 3 == 0]
        yield from ((one, SHORT_MONTHS[month_of_year(one)]) for one in shown)
        return
    last = month_of_year(paper.way.period.last)
    ends = [one for one in paper.months if month_of_year(one) == last]
    step = -(-len(ends) // _MOST_LABELS)
    yield from ((one, Verbatim(str(year_of(one)))) for one in reversed(ends[::-1][::step]))


def _courses(paper: _Sheet) -> Iterator[str]:
    """Below the others what is only expected, above them what was published."""
    way = paper.way
    if way.band:
        top, bottom = paper.y(way.band[1]), paper.y(way.band[0])
        yield f"<rect class=band x={_LEFT} y={top:.0f} width={ACROSS - _LEFT - _RIGHT} height={bottom - top:.0f} />"
    if way.fan:
        yield f'<polygon class=fan points="{_places(paper, way.fan)}"/>'
    for kind in ("before", "other", "promised", "needed", "actual"):
        points: tuple[PathPoint, ...] = getattr(way, kind)
        if len(points) > 1:
            yield f'<polyline class={kind} points="{_places(paper, points)}"/>'
    *dots, now = map(paper.place, way.actual)
    if dots and len(dots) < _MOST_DOTS:
        yield f'<path class=dot d="{"".join(f"M{x:.0f} {y:.0f}h0" for x, y in dots)}"/>'
    yield f"<circle class=now cx={now[0]:.0f} cy={now[1]:.0f} r=3 />"


def _places(paper: _Sheet, points: Iterable[PathPoint]) -> str:
    return " ".join(f"{x:.0f},{y:.0f}" for x, y in map(paper.place, points))


def _labels(paper: _Sheet) -> Iterator[str]:
    """The newest figure beside its dot; what each line is beside its end, one below the other."""
    now = paper.way.actual[-1]
    x, y = paper.place(now)
    told: Text = paper.told(now.value)
    if paper.indicator.measure is Measure.MEAN and not paper.way.yearly:
        told = _("{month} {value}", month=SHORT_MONTHS[month_of_year(now.month)], value=told)
    falling = len(paper.way.actual) > 1 and paper.way.actual[-2].value > now.value
    under = y < _TOP + 9 or (falling and y < DOWN - _BOTTOM - 14)
    yield from _words("figure", [((min(x, ACROSS - _RIGHT), y + 14 if under else y - 6), told)])
    found = sorted(_ends(paper), key=lambda one: one.y)
    heights = spread([one.y for one in found])
    for kind in ("aim", "soft"):
        placed = zip(found, heights, strict=True)
        yield from _words(
            kind, [((ACROSS - _RIGHT + 6, at + 3.5), one.words) for one, at in placed if one.kind == kind]
        )


def _ends(paper: _Sheet) -> Iterator[_Label]:
    way = paper.way
    if way.promised:
        goal = way.promised[-1].value
        yield _Label(paper.y(goal), "aim", _("goal {number}", number=paper.told(goal)))
    if way.before:
        last = way.before[-1]
        yield _Label(paper.y(last.value), "soft", Verbatim(str(year_of(last.month) - 1)))
    for one in way.fan[1:]:
        yield _Label(paper.y(one.value), "soft", paper.told(one.value))


def spread(heights: Sequence[float]) -> list[float]:
    """The same heights, at least a line apart and inside the paper."""
    found: list[float] = []
    for one in heights:
        found.append(max(one, found[-1] + _APART) if found else one)
    lowest = DOWN - _BOTTOM + 2.0
    for place in range(len(found) - 1, -1, -1):
        found[place] = min(found[place], lowest)
        lowest = found[place] - _APART
    return found


def _words(kind: str, texts: Sequence[tuple[tuple[float, float], Text]]) -> Iterator[str]:
    """Texts of a kind at their places, once where both languages say the same."""
    told = {
        lang: "".join(f"<text x={x:.0f} y={y:.0f}>{text(words.in_language(lang))}</text>" for (x, y), words in texts)
        for lang in LANGUAGES
    }
    if not texts:
        return
    if len({*told.values()}) == 1:
        yield f"<g class={kind}>{told['en']}</g>"
    else:
        yield f"<g class={kind}>{''.join(f'<g class={lang}>{said}</g>' for lang, said in told.items())}</g>"
