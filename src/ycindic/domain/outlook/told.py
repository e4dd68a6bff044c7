"""How does the end of a year follow from what a method expects of the rest, and from its errors?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from math import exp, log

from ycindic.domain.outlook.end import Outlook
from ycindic.domain.outlook.several import ComesTo, YearsLeft
from ycindic.domain.outlook.spoken import NO_WIDTH, SUREST, Spoken, exact
from ycindic.domain.outlook.width import below, reaching
from ycindic.domain.step import Formula, Step

_END = Formula("{S} + {R}", lambda settled, rest: settled + rest)
"""What is settled of the year's figure, and what the method expects of the months that are left."""
_LOW_OF_SUM = Formula(
    "{E} × exp(min(0, −{b} − {t} × {u}))",
    lambda end, lean, t, unit: exact(float(end) * exp(min(-float(lean) - float(t) * float(unit), 0.0))),
)
_HIGH_OF_SUM = Formula(
    "{E} × exp(max(0, −{b} + {t} × {u}))",
    lambda end, lean, t, unit: exact(float(end) * exp(max(-float(lean) + float(t) * float(unit), 0.0))),
)
_LOW = Formula(
    "{E} + min(0, −{b} − {t} × {u})",
    lambda end, lean, t, unit: exact(float(end) + min(-float(lean) - float(t) * float(unit), 0.0)),
)
_HIGH = Formula(
    "{E} + max(0, −{b} + {t} × {u})",
    lambda end, lean, t, unit: exact(float(end) + max(-float(lean) + float(t) * float(unit), 0.0)),
)
_BOUND = Formula("{C}", lambda bound: bound)
"""A sum that cannot fall ends no lower than it is, a share no higher than its limit."""


def steps(found: Outlook, unit: str) -> Iterator[Step]:
    """The end of the period, the ends of its interval and the chance, each with its formula.

    E is what is said of the figure that decides, b by how much the method usually says too much, u the unit of its
    errors, t how many of them the interval reaches; of sums b and u are logarithms.
    """
    if found.said is None:
        return
    if found.left is not None:
        yield from _of_years(found, found.left, found.said, unit)
    else:
        yield _END("outlook", unit, found.settled, found.projection - found.settled)
        yield from _interval(found, found.said, unit)
    if found.chance is not None:
        yield _chance(found)


def _interval(found: Outlook, said: Spoken, unit: str) -> Iterator[Step]:
    if said.width is None or found.low is None or found.high is None:
        return
    reach = reaching((1 + float(found.level) / 100) / 2)
    terms = tuple(map(_whole, (said.ending, said.lean, reach, said.width)))
    for field, by, value in (
        ("projection_low", _LOW_OF_SUM if said.relative else _LOW, found.low),
        ("projection_high", _HIGH_OF_SUM if said.relative else _HIGH, found.high),
    ):
        step = by(field, unit, *terms)
        yield step if step.result == value else _BOUND(field, unit, value)


def _of_years(found: Outlook, left: YearsLeft, said: Spoken, unit: str) -> Iterator[Step]:
    """What all years come to if those left bring on average what is said, or what the interval of that reaches."""
    ends = said.interval(float(found.level) / 100)
    done = () if left.come_to is ComesTo.LAST else tuple(map(_whole, left.done))
    by = _all_years(len(done), left.left, left.come_to, left.per)
    for field, average, value in (
        ("outlook", said.ending, found.projection),
        ("projection_low", ends[0], found.low),
        ("projection_high", ends[1], found.high),
    ):
        step = by(field, unit, *done, _whole(average))
        yield step if value is None or step.result == value else _BOUND(field, unit, value)


@cache
def _all_years(done: int, left: int, come_to: ComesTo, per: float) -> Formula:
    """What so many years that are over and so many that are left come to, by what these bring on average."""
    names = [f"{{g{place}}}" for place in range(1, done + 1)]
    added = " + ".join([*names, f"{left} × {{r}}"])
    product = " × ".join([*(f"(1 + {name} ÷ {per:g})" for name in names), f"(1 + {{r}} ÷ {per:g})^{left}"])
    texts = {
        ComesTo.LAST: "{r}",
        ComesTo.SUM: added,
        ComesTo.AVERAGE: f"({added}) ÷ {done + left}",
        ComesTo.CHANGE: f"{per:g} × ({product} − 1)",
        ComesTo.COMPOUNDED: f"{per:g} × (({product})^(1 ÷ {done + left}) − 1)",
    }

    def whole(*terms: Decimal) -> Decimal:
        figures = tuple(map(float, terms))
        return exact(YearsLeft(figures[:-1], left, come_to, per).whole(figures[-1]))

    return Formula(texts[come_to], whole)


def _whole(value: float) -> Decimal:
    """A float to its last digit."""
    return Decimal(repr(value))


def _chance(found: Outlook) -> Step:
    decided, chance = found.decided, found.chance or Decimal(0)
    if decided is not None:
        said, limits = decided.said, decided.limits
        unit = max(said.width or 0.0, NO_WIDTH)
        ends = [one for one in (limits.high, limits.low) if one is not None]
        terms = tuple(_whole(one) for one in (said.lean, unit, said.ending))
        if not said.relative or all(end > 0 for end in ends):
            by = _chance_between(low=limits.low is not None, high=limits.high is not None, relative=said.relative)
            step = by("chance", "", *_in_order(terms, ends))
            if step.result == chance:
                return step
    return Formula(str(chance), lambda: chance)("chance", "")


def _in_order(terms: tuple[Decimal, ...], ends: list[Decimal]) -> tuple[Decimal, ...]:
    """Lean, first limit, end and unit as the text has them, then the other limit."""
    lean, unit, end = terms
    return lean, ends[0], end, unit, *ends[1:]


@cache
def _chance_between(*, low: bool, high: bool, relative: bool) -> Formula:
    """The chance to end between the limits: Student's t with four degrees below each of them (see `width.below`)."""

    def off(limit: str) -> str:
        return f"({{b}} + ln({limit} ÷ {{E}})) ÷ {{u}}" if relative else f"({{b}} + {limit} − {{E}}) ÷ {{u}}"

    def share(limit: str) -> str:
        far = f"({off(limit)})"
        return f"(0.5 + {far} × (6 + ({far}^2)) ÷ (2 × √(4 + ({far}^2))^3))"

    def chance(lean: Decimal, first: Decimal, end: Decimal, unit: Decimal, *second: Decimal) -> Decimal:
        limits = (first, *second)
        parts = [_below(float(lean), float(one), float(end), float(unit), relative=relative) for one in limits]
        most = parts[0] if high else 1.0
        least = parts[-1] if low else 0.0
        return exact(min(max(most - least, 1 - SUREST), SUREST))

    most = share("{T}") if high else "1"
    least = share("{T₀}" if high else "{T}") if low else "0"
    return Formula(f"min(max({most} − {least}, {1 - SUREST:.3f}), {SUREST})", chance)


def _below(lean: float, limit: float, end: float, unit: float, *, relative: bool) -> float:
    return below((lean + (log(limit / end) if relative else limit - end)) / unit)
