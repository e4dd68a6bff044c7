"""How is the course of a target drawn? With axes, numbers, goal, tolerance, the year before and the probable end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from html import escape
from itertools import pairwise
from typing import NamedTuple

from ycindic.domain.model import SIGNS_OF_RATES, Bilingual, Indicator
from ycindic.domain.period import MONTHS_A_YEAR, month_of_year, year_of
from ycindic.render.answers.path import PathPoint, Way
from ycindic.render.forms.tongues import text
from ycindic.render.words.numbers import distance, typed
from ycindic.render.words.units import numbers_of, unit_of
from ycindic.render.words.visible import shortened, width
from ycindic.render.words.wording import LANGUAGES
from ycindic.text import SHORT_MONTHS, Text, Verbatim, _, _p

ACROSS, DOWN = 320, 118
_TOP, _BOTTOM = 16, 16
"""The margins: the unit above, months below; numbers at the left and words at the right need as much as they take."""
_LETTER, _HAN, _GAP = 7, 10, 6
"""How wide a digit and a Chinese character are at most, and the room between words and lines."""
_ABOVE, _BESIDE, _BELOW, _TALL, _FARTHER = -6, 4, 15, 10, 3
"""From a dot to the foot of its value above, beside and below it, how tall that is, how often it moves on."""
_APART = 11
"""So far one label stands below another."""
_MOST_DOTS, _MOST_LABELS, _TICKS = 8, 6, 3
"""A line through so many figures shows where they lie without dots, which would double it."""
_LONGEST = 7
_ASIDE = ((_ABOVE, -1), (_BELOW, 1))
_NAMED = (8, 11)
"""Characters of a benchmark's name beside its line, in Chinese and in English."""
_LINES = ("before", "other", "promised", "needed", "so_far", "actual")
"""The lines of a picture, those on top last."""
_SHORT = ((12, "tn"), (9, "bn"), (6, "m"), (3, "k"))


class _Scale:
    """From values to a length."""

    def __init__(self, low: Decimal, high: Decimal, length: float) -> None:
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
        self.left = _room([self.told(_plain(one)) for one in self.ticks]) + _GAP + 1
        self.right = ACROSS - _room([words for _value, _kind, words in self.ends()]) - 2 * _GAP
        low, high = min(*self.ticks, *self._values()), max(*self.ticks, *self._values())
        self.across = _Scale(Decimal(first), Decimal(max(last, first + 1)), self.right - self.left)
        self.up = _Scale(low, high, DOWN - _TOP - _BOTTOM)

    def _values(self) -> list[Decimal]:
        """What must lie on the paper; it begins at 0 where a sum does, nowhere for show."""
        return [*(one.value for one in self.way.points), *self.way.band]

    def x(self, month: int) -> float:
        return self.left + self.across.at(Decimal(month))

    def y(self, value: Decimal) -> float:
        return DOWN - _BOTTOM - self.up.at(value)

    def place(self, one: PathPoint) -> tuple[float, float]:
        return self.x(one.month), self.y(one.value)

    def told(self, value: Decimal) -> Bilingual:
        """A value as short as it is exact, per cent signs with it."""
        sign, number = self.indicator.unit if self.indicator.unit in SIGNS_OF_RATES else "", self.number(value)
        return Bilingual(number.zh + sign, number.en + sign)

    def number(self, value: Decimal) -> Bilingual:
        """A value without its sign."""
        numbers = numbers_of(typed(value), self.indicator)
        return Bilingual(short(numbers.zh), short(numbers.en))

    def ends(self) -> Iterator[tuple[Decimal, str, Text]]:
        """What each line is, and at which value it ends; a wedge has words of its own for its two ends."""
        way = self.way
        if way.promised:
            goal = way.promised[-1].value
            yield goal, "aim", _("goal {number}", number=self.told(goal))
        if way.so_far:
            mean = way.so_far[-1].value
            yield mean, "mean", _("mean {number}", number=self.told(mean))
        if way.before:
            last = way.before[-1]
            yield last.value, "soft", Verbatim(str(year_of(last.month) - 1))
        if way.other:
            last = way.other[-1]
            yield last.value, "peer", _peer(way.beside, self.told(last.value))
        if way.fan:
            _now, high, low = way.fan
            ends = _p("of a wedge", "end {low}–{high}", low=self.number(low.value), high=self.told(high.value))
            yield (high.value + low.value) / 2, "soft", ends


def _peer(name: Bilingual | None, value: Bilingual) -> Bilingual:
    """The value of what a course is compared with, and its name so far as it finds room beside the paper."""
    if name is None:
        return value
    zh, en = (shortened(one, most) for one, most in zip(name, _NAMED, strict=True))
    return Bilingual(f"{zh} {value.zh}", f"{en} {value.en}")


def picture(way: Way, indicator: Indicator, named: Sequence[str]) -> str:
    """The course of a target; `named` are the parts of the page that say what it shows."""
    paper = _Sheet(way, indicator)
    parts = [*_axes(paper), *_courses(paper), *_labels(paper)]
    return (
        f'<svg role=img viewBox="0 0 {ACROSS} {DOWN}" aria-labelledby="{escape(" ".join(named))}">'
        f"{''.join(parts)}</svg>"
    )


def _room(texts: Iterable[Text]) -> float:
    """How far texts of one line reach in either language."""
    return max((_length(one.in_language(lang)) for one in texts for lang in LANGUAGES), default=0)


def _length(told: str) -> float:
    return len(told) * _LETTER + (width(told) - len(told)) * (_HAN - _LETTER)


def _plain(value: Decimal) -> Decimal:
    return value.normalize() if value == value.to_integral_value() else value


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
    levels = "".join(f"M{paper.left:.0f} {paper.y(one):.0f}H{paper.right:.0f}" for one in paper.ticks)
    yield f'<path class=grid d="{levels}"/>'
    yield from _words("end", [((paper.left - 5, paper.y(one) + 3.5), paper.told(_plain(one))) for one in paper.ticks])
    if paper.indicator.unit not in ("", *SIGNS_OF_RATES):
        unit = Bilingual(*(unit_of(paper.indicator, lang) for lang in LANGUAGES))
        yield from _words("start", [((1, 9), unit)])
    yield from _words("middle", [((paper.x(month), 0), told) for month, told in _months(paper)])


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
        across = f"x={paper.left:.0f} width={paper.right - paper.left:.0f}"
        yield f"<rect class=band {across} y={top:.0f} height={bottom - top:.0f} />"
    if way.fan:
        yield f'<path class=fan d="{_drawn(paper, way.fan)}Z"/>'
    for kind in _LINES:
        points: tuple[PathPoint, ...] = getattr(way, kind)
        if len(points) > 1:
            yield f'<path class={kind} d="{_drawn(paper, points)}"/>'
        elif points and kind != "actual":
            x, y = paper.place(points[0])
            yield f'<path class="{kind} dot" d="M{x:.0f} {y:.0f}h0"/>'
    *dots, now = map(paper.place, way.published(way.actual))
    if dots and len(dots) < _MOST_DOTS:
        yield f'<path class=dot d="{"h0".join(_steps(dots, "m"))}h0"/>'
    yield f"<circle class=now cx={now[0]:.0f} cy={now[1]:.0f} r=3 />"


def _drawn(paper: _Sheet, points: Iterable[PathPoint]) -> str:
    """A line from point to point."""
    first, *others = _steps(map(paper.place, points))
    return f"{first}l{''.join(others).lstrip()}"


def _steps(points: Iterable[tuple[float, float]], letter: str = " ") -> Iterator[str]:
    """The first place, then the way to each next one, which takes fewer digits than the place."""
    at: tuple[int, int] | None = None
    for place in points:
        x, y = map(round, place)
        across, down = (x, y) if at is None else (x - at[0], y - at[1])
        yield f"{'M' if at is None else letter}{across}{' ' if down >= 0 else ''}{down}"
        at = x, y


def _labels(paper: _Sheet) -> Iterator[str]:
    """The newest figure beside its dot; what each line is beside its end, one below the other."""
    now = paper.way.actual[-1]
    told: Text = paper.told(now.value)
    if paper.way.so_far:
        told = _("{month} alone {value}", month=SHORT_MONTHS[month_of_year(now.month)], value=told)
    yield from _words("figure", [(_beside(paper, now, told), told)])
    found = sorted((_Label(paper.y(value), kind, words) for value, kind, words in paper.ends()), key=lambda one: one.y)
    heights = spread([one.y for one in found])
    for kind in ("aim", "mean", "peer", "soft"):
        placed = zip(found, heights, strict=True)
        yield from _words(kind, [((paper.right + _GAP, at + 3.5), one.words) for one, at in placed if one.kind == kind])


def _beside(paper: _Sheet, now: PathPoint, told: Text) -> tuple[float, float]:
    """Where a value stands at its dot: above or below, where fewest lines run through it, and inside the paper."""
    dot, y = paper.place(now)
    half = _room([told]) / 2
    middle = min(max(dot, paper.left + half), paper.right + 1 - half)
    lines = [[paper.place(one) for one in getattr(paper.way, kind)] for kind in _LINES]

    def crossed(place: tuple[float, float]) -> int:
        x, foot = place
        across = paper.left <= x - half and x + half <= paper.right + 1
        outside = not across or foot - _TALL < _TOP / 2 or foot > DOWN - _BOTTOM + 2
        return outside * len(_LINES) + sum(
            _runs_through(line, (x - half, x + half), (foot - _TALL, foot)) for line in lines
        )

    beside = [(dot + way * (half + _GAP), y + _BESIDE) for way in (1, -1)]
    farther = [(middle, y + at + way * one * _TALL) for one in range(1, _FARTHER + 1) for at, way in _ASIDE]
    return min([(middle, y + _ABOVE), (middle, y + _BELOW), *beside, *farther], key=crossed)


def _runs_through(line: Sequence[tuple[float, float]], across: tuple[float, float], down: tuple[float, float]) -> bool:
    """Whether a line meets a box."""
    for (x, y), (end, at) in pairwise(line):
        left, right = max(x, across[0]), min(end, across[1])
        if left > right:
            continue
        first, last = ((y + (at - y) * (one - x) / (end - x)) if end > x else y for one in (left, right))
        if min(first, last) <= down[1] and max(first, last) >= down[0]:
            return True
    return False


def spread(heights: Sequence[float]) -> list[float]:
    """The same heights, at least a line apart and inside the paper."""
    found: list[float] = []
    for one in heights:
        found.append(max(one, found[-1] + _APART) if found else one)
    lowest = DOWN - _BOTTOM - 4.0
    for place in range(len(found) - 1, -1, -1):
        found[place] = min(found[place], lowest)
        lowest = found[place] - _APART
    return found


def _words(kind: str, texts: Sequence[tuple[tuple[float, float], Text]]) -> Iterator[str]:
    """Texts of a kind at their places, once where both languages say the same."""

    def told(lang: str, found: Sequence[tuple[tuple[float, float], Text]], of: str = "") -> str:
        return "".join(
            f"<text x={x:.0f}{f' y={y:.0f}' if y else ''}{of}>{text(one.in_language(lang))}</text>"
            for (x, y), one in found
        )

    if not texts:
        return
    apart = [one for one in texts if len({*map(one[1].in_language, LANGUAGES)}) > 1]
    parts = [told("en", [one for one in texts if one not in apart])]
    if len(apart) == 1:
        parts += [told(lang, apart, f" class={lang}") for lang in LANGUAGES]
    elif apart:
        parts += [f"<g class={lang}>{told(lang, apart)}</g>" for lang in LANGUAGES]
    yield f"<g class={kind}>{''.join(parts)}</g>"
