"""How is a target drawn? A bullet chart (how far against how far it should be) and the path through its period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape

from ycindic.render.answers.bullet import Bullet
from ycindic.render.answers.path import Point, Way
from ycindic.render.words.numbers import distance

_ONE = Decimal(1)
_BULLET = (168, 22)
_PATH = (190, 52)
EDGE = 5
MOST_DOTS = 14
"""A path with more points than this is a line without dots."""


def picture(values: object, title: str) -> str:
    """What is drawn of some values; nothing where there are none."""
    match values:
        case Bullet():
            return _bullet(values, title)
        case Way():
            return _path(values, title)
        case _:
            return ""


def _bullet(bar: Bullet, title: str) -> str:
    """A bar from nothing (or the base) to the actual, a line at the goal, a tick where it should be by now."""
    scale = Scale(min(bar.ends), max(bar.ends), _BULLET[0] - 2 * EDGE)
    if scale.flat:
        return ""
    height = _BULLET[1]
    parts = [f'<rect class="track" x="{EDGE}" y="5" width="{_BULLET[0] - 2 * EDGE}" height="{height - 10}"/>']
    if bar.band:
        parts.append(_box("band", EDGE + scale.at(bar.band[0]), EDGE + scale.at(bar.band[1]), 2, height - 4))
    parts.append(_box("bar", EDGE + scale.at(bar.start), EDGE + scale.at(bar.actual), 7, height - 14))
    if bar.expected is not None:
        parts.append(_tick("expected", EDGE + scale.at(bar.expected), 4, height - 4))
    parts += [_tick("goal", EDGE + scale.at(mark), 1, height - 1) for mark in bar.marks]
    return _svg(_BULLET, parts, title)


def _path(way: Way, title: str) -> str:
    """What was, what was promised (dashed), what the rest needs (dotted), a benchmark (thin), the end (area)."""
    if not way.actual:
        return ""
    first = min(way.period.first - 1, *(one.month for one in way.points))
    last = max(way.period.last, *(one.month for one in way.points))
    values = [one.value for one in way.points]
    low, high = min(values), max(values)
    if low == high:
        low, high = distance(low, _ONE), distance(high, -_ONE)
    across = Scale(Decimal(first), Decimal(last), _PATH[0] - 2 * EDGE)
    up = Scale(low, high, _PATH[1] - 2 * EDGE)

    def place(one: Point) -> tuple[float, float]:
        return EDGE + across.at(Decimal(one.month)), _PATH[1] - EDGE - up.at(one.value)

    parts = [f'<line class="axis" x1="{EDGE}" y1="{_PATH[1] - 2}" x2="{_PATH[0] - EDGE}" y2="{_PATH[1] - 2}"/>']
    lines = (("other", way.other), ("promised", way.promised), ("needed", way.needed), ("actual", way.actual))
    parts += [_area("fan", [place(one) for one in way.fan])] if way.fan else []
    parts += [_line(kind, [place(one) for one in points]) for kind, points in lines if points]
    dots = way.actual if len(way.actual) <= MOST_DOTS else way.actual[-1:]
    parts += [_dot("dot", place(one), 1.6) for one in dots]
    parts.append(_dot("now", place(way.actual[-1]), 2.8))
    if way.promised:
        parts.append(_dot("aim", place(way.promised[-1]), 2.6))
    return _svg(_PATH, parts, title)


class Scale:
    """From values to a length."""

    def __init__(self, low: Decimal, high: Decimal, length: int) -> None:
        self.low, self.high, self.length = low, high, length

    @property
    def flat(self) -> bool:
        """Whether there is nothing between the ends."""
        return self.low == self.high

    def at(self, value: Decimal) -> float:
        """How far along a value lies."""
        return float(distance(value, self.low) / distance(self.high, self.low)) * self.length


def _box(kind: str, one: float, other: float, top: int, height: int) -> str:
    left, right = sorted((one, other))
    return f'<rect class="{kind}" x="{left:.1f}" y="{top}" width="{max(right - left, 1):.1f}" height="{height}"/>'


def _tick(kind: str, at: float, top: int, bottom: int) -> str:
    return f'<line class="{kind}" x1="{at:.1f}" y1="{top}" x2="{at:.1f}" y2="{bottom}"/>'


def _line(kind: str, places: Sequence[tuple[float, float]]) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<polyline class="{kind}" points="{points}"/>'


def _area(kind: str, places: Sequence[tuple[float, float]]) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<polygon class="{kind}" points="{points}"/>'


def _dot(kind: str, place: tuple[float, float], radius: float) -> str:
    return f'<circle class="{kind}" cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="{radius}"/>'


def _svg(size: tuple[int, int], parts: Iterable[str], title: str) -> str:
    told = escape(title)
    return (
        f'<svg role="img" viewBox="0 0 {size[0]} {size[1]}" width="{size[0]}" height="{size[1]}">'
        f"<title>{told}</title>{''.join(parts)}</svg>"
    )
