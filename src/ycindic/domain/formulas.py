"""Which formulas are there? Each said once: how it is written, and the function that calculates it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from operator import neg, pos, sub, truediv
from typing import NamedTuple

from ycindic.domain import rates
from ycindic.domain.model import HUNDRED, As, Told
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.rates import ONE, ZERO
from ycindic.domain.step import Formula

# As it was published, or put together of what was

AS_PUBLISHED = Formula("{y}", pos)
NOTHING, ALL = Formula("0", lambda: ZERO), Formula("1", lambda: ONE)


@cache
def added(figures: int) -> Formula:
    """The sum of so many published figures."""
    if figures < 2:
        return AS_PUBLISHED if figures else NOTHING
    return Formula(" + ".join(f"{{C{place}}}" for place in range(1, figures + 1)), lambda *every: sum(every, ZERO))


@cache
def averaged(months: tuple[int, ...], total: int) -> Formula:
    """The mean of published figures over so many months, each weighted by the months that it covers."""
    sums = (f"{{a{place}}} × {one}" for place, one in enumerate(months, 1))

    def mean(*every: Decimal) -> Decimal:
        return sum((value * weight for value, weight in zip(every, months, strict=True)), ZERO) / total

    return AS_PUBLISHED if len(months) == 1 else Formula(f"({' + '.join(sums)}) ÷ {total}", mean)


# What every promise with a goal has

TIME = Formula("{m} ÷ {n}", truediv)


class Gap(NamedTuple):
    """What is still missing: to a floor, to a ceiling, to the nearer edge of a band, around one value."""

    floor: Formula
    ceiling: Formula
    band: Formula
    around: Formula


def _gap(goal: str, value: str) -> Gap:
    return Gap(
        Formula(f"{{{goal}}} − {{{value}}}", sub),
        Formula(f"{{{value}}} − {{{goal}}}", sub),
        Formula(
            f"max({{low}} − {{{value}}}, {{{value}}} − {{high}}) − {{tol}}",
            lambda low, y, high, tolerance: max(low - y, y - high) - tolerance,
        ),
        Formula(
            f"|{{{goal}}} − {{{value}}}| − {{tol}}",
            lambda middle, y, tolerance: abs(middle - y) - tolerance,
        ),
    )


GAP_OF_SUM, GAP_OF_RATE, GAP_OF_MEAN, GAP_OF_LEVEL = _gap("T", "C"), _gap("G", "g"), _gap("T", "a"), _gap("T", "y")

# What is done beside what should be

PACE = Formula("{c} ÷ {s}", rates.pace)
PACE_OF_CEILING = Formula("{s} ÷ {c}", lambda s, c: rates.cap_pace(c, s))
CATCH_UP = Formula("((1 − {c}) ÷ (1 − {s})) ÷ ({c} ÷ {s})", rates.catch_up)
LEAD = Formula("({c} − {t}) × 100", lambda c, t: HUNDRED * (c - t))
LEAD_OF_CEILING = Formula("({t} − {c}) × 100", lambda t, c: -HUNDRED * (c - t))

# Which share is normally done by now


@cache
def by_months(months: int) -> Formula:
    """A year, or a season, passes evenly."""
    return Formula(f"{{m}} ÷ {months}", lambda m: m / months)


PART_OF_TYPED = Formula("({S} − {S₀}) ÷ ({S₁} − {S₀})", lambda now, before, end: (now - before) / (end - before))
LIKE_LAST_YEAR = Formula("{C′} ÷ {A′}", truediv)
ALONG_LAST_YEAR = {
    2: LIKE_LAST_YEAR,
    5: Formula(
        "{C′} ÷ {A′} + ({C″} ÷ {A′} − {C′} ÷ {A′}) × {k} ÷ {l}",
        lambda before, total, after, k, length: before / total + (after / total - before / total) * k / length,
    ),
}
ALONG_TYPED = {
    1: Formula("{s}", lambda s: s),
    4: Formula("{s₁} + ({s₂} − {s₁}) × {k} ÷ {l}", rates.between),
}
ALONG_MILESTONES = {
    2: Formula("{p} ÷ {T}", truediv),
    5: Formula(
        "({p₁} + ({p₂} − {p₁}) × {k} ÷ {l}) ÷ {T}",
        lambda before, after, k, length, goal: rates.between(before, after, k, length) / goal,
    ),
}
"""The shares along a line, by the number of terms: just at a known point, and between two of them."""


@cache
def over_years(of_year: Formula) -> Formula:
    """The share of several years: the full ones and what is normally done of the running one."""

    def share(full: Decimal, *terms: Decimal) -> Decimal:
        *inner, years = terms
        return (full + (of_year.of(*inner) or ZERO)) / years

    return Formula(f"({{y}} + {of_year.text}) ÷ {{N}}", share)


# Sums

COMPLETION = Formula("{C} ÷ {T}", truediv)
PACE_TO_EDGE = Formula("{C} ÷ {T} ÷ {s}", lambda done, edge, s: rates.pace(done / edge, s))
PACE_OF_CEILING_TO_EDGE = Formula("{s} ÷ ({C} ÷ {T})", lambda s, done, edge: rates.cap_pace(done / edge, s))
REST_A_MONTH = Formula("({T} − {C}) ÷ ({n} − {m})", lambda goal, done, n, m: (goal - done) / (n - m))
GROWTH = Formula("({C} ÷ {C′} − 1) × 100", rates.growth)
REST_GROWTH = Formula("(({G} − {C}) ÷ ({A′} − {C′}) − 1) × 100", rates.needed_growth)


def _more(goal: Decimal, done: Decimal, total: Decimal, part: Decimal) -> Decimal | None:
    rest, so_far = rates.needed_growth(goal, done, total, part), rates.growth(done, part)
    return None if rest is None or so_far is None else rest - so_far


def _less(done: Decimal, part: Decimal, goal: Decimal, total: Decimal) -> Decimal | None:
    more = _more(goal, done, total, part)
    return None if more is None else -more


MORE_GROWTH = Formula(f"{REST_GROWTH.text} − {GROWTH.text}", _more)
LESS_GROWTH = Formula(f"{GROWTH.text} − {REST_GROWTH.text}", _less)
PROJECTION = Formula("{C} ÷ {s}", rates.ratio)
PROJECTION_A_YEAR = Formula("{C} ÷ {s} ÷ {N}", lambda done, s, years: done / s / years)
A_YEAR_BY_MONTHS = Formula("{C} × 12 ÷ {m}", lambda done, m: done * MONTHS_A_YEAR / m)


def _line(done: Decimal, *terms: Decimal) -> Decimal:
    *path, s, goal = terms
    return done - s * goal - rates.along(*path)


LINE = {
    3: Formula("{C} − {s} × {T}", _line),
    4: Formula("{C} − {p} − {s} × {T}", _line),
    7: Formula("{C} − ({p₁} + ({p₂} − {p₁}) × {k} ÷ {l}) − {s} × {T}", _line),
}
"""What is done beside the line to a limit of zero or less; with milestones on the way to zero beside their path."""

# Rates and means: what the rest must come to

RATE_SO_FAR, MEAN_OF_LATE = Formula("{g}", lambda g: g), Formula("{r}", lambda r: r)
REST_OF_RATE = Formula("({G} − {w} × {g}) ÷ (1 − {w})", lambda goal, w, g: rates.required_rest(goal, g, w))
REST_OF_MEAN = Formula(
    "({n} × {G} − {m} × {a}) ÷ ({n} − {m})", lambda n, goal, m, so_far: rates.mean_of_rest(goal, so_far, m, n)
)
MEAN_OF_ALL = Formula(
    "({m} × {a} + ({n} − {m}) × {r}) ÷ {n}", lambda m, so_far, n, rest: rates.mean_of_all(so_far, rest, m, n)
)
MORE, LESS = Formula("{edge} − {g}", sub), Formula("{g} − {edge}", sub)
APART = Formula("|{edge} − {g}|", lambda edge, g: abs(edge - g))
ROOM, ROOM_OF_CEILING = Formula("{r} − {G}", sub), Formula("{G} − {r}", sub)


@cache
def two_years(per: Decimal) -> Formula:
    """The average of two yearly rates; `per` is 100 for per cent, 1000 for ‰."""
    text = f"(√((1 + {{g₋₁}} ÷ {per}) × (1 + {{g}} ÷ {per})) − 1) × {per}"
    return Formula(text, lambda before, now: rates.two_year_average(before, now, per))


# Yearly rates that compound

YEARS = Formula("{k} ÷ {N}", truediv)


class Compounded(NamedTuple):
    """What k yearly rates come to: a year, told like the goal, as a share of it, and what the other years must do."""

    average: Formula
    reached: Formula
    completion: Formula
    rest: Formula
    projection: Formula


@cache
def compounded(years: int, per: Decimal, *, total: bool) -> Compounded:
    """The formulas of so many yearly rates; the goal is the whole change if `total`, else an average a year.

    The terms are the rates, their number k, the goal G and the years N that it is for, in the order of the texts.
    """
    product = " × ".join(f"(1 + {{g{place}}} ÷ {per})" for place in range(1, years + 1))
    average = Formula(f"(({product})^(1 ÷ {{k}}) − 1) × {per}", lambda *one: rates.average_growth([*one[:-1]], per))
    if total:
        return Compounded(
            average,
            Formula(f"({product} − 1) × {per}", lambda *every: rates.rate(rates.compounded(every, per), per)),
            Formula(
                f"ln({product}) ÷ ln(1 + {{G}} ÷ {per})",
                lambda *one: rates.compound_completion(rates.compounded(one[:-1], per), rates.factor(one[-1], per)),
            ),
            Formula(
                f"(((1 + {{G}} ÷ {per}) ÷ ({product}))^(1 ÷ ({{N}} − {{k}})) − 1) × {per}",
                lambda goal, *one: rates.compound_required(
                    rates.compounded(one[:-2], per), rates.factor(goal, per), one[-2] - one[-1], per
                ),
            ),
            Formula(f"((1 + {{a}} ÷ {per})^{{N}} − 1) × {per}", lambda a, n: rates.over(a, n, per)),
        )
    return Compounded(
        average,
        average,
        Formula(
            f"ln({product}) ÷ ln((1 + {{G}} ÷ {per})^{{N}})",
            lambda *one: rates.compound_completion(
                rates.compounded(one[:-2], per), rates.factor(one[-2], per) ** one[-1]
            ),
        ),
        Formula(
            f"(((1 + {{G}} ÷ {per})^{{N}} ÷ ({product}))^(1 ÷ ({{N}} − {{k}})) − 1) × {per}",
            lambda goal, n, *one: rates.compound_required(
                rates.compounded(one[:-1], per), rates.factor(goal, per) ** n, n - one[-1], per
            ),
        ),
        Formula("{a}", lambda a: a),
    )


# Levels

COMPLETION_OF_WAY = Formula("({y} − {b}) ÷ ({T} − {b})", lambda y, b, goal: (y - b) / (goal - b))
ALONG_WAY = {
    3: Formula("({p} − {b}) ÷ ({T} − {b})", lambda path, b, goal: (path - b) / (goal - b)),
    6: Formula(
        "({p₁} + ({p₂} − {p₁}) × {k} ÷ {l} − {b}) ÷ ({T} − {b})",
        lambda before, after, k, length, b, goal: (rates.between(before, after, k, length) - b) / (goal - b),
    ),
}
PACE_OF_WAY = Formula("({y} − {b}) ÷ ({T} − {b}) ÷ {s}", lambda y, b, edge, s: rates.pace((y - b) / (edge - b), s))
PROJECTION_OF_WAY = Formula("{b} + ({y} − {b}) ÷ {s}", lambda b, y, s: b + (y - b) / s if s > 0 else None)
ADDED_A_YEAR = Formula("({y} − {b}) ÷ ({m} ÷ 12)", lambda y, b, months: (y - b) / (months / MONTHS_A_YEAR))
GROWTH_A_YEAR = Formula("(({y} ÷ {b})^(12 ÷ {m}) − 1) × 100", lambda y, b, m: rates.cagr(b, y, m / MONTHS_A_YEAR))
STEP_A_MONTH = Formula("({T} − {y}) ÷ {l}", lambda goal, y, left: (goal - y) / left)
STEP_A_YEAR = Formula("({T} − {y}) ÷ ({l} ÷ 12)", lambda goal, y, left: (goal - y) / (left / MONTHS_A_YEAR))
REST_GROWTH_A_YEAR = Formula(
    "(({T} ÷ {y})^(12 ÷ {l}) − 1) × 100", lambda goal, y, left: rates.cagr(y, goal, left / MONTHS_A_YEAR)
)

# Beside another figure, or one's own of before

RISE, FALL = Formula("{y} − {b}", sub), Formula("{b} − {y}", sub)
AS_IT_IS, TURNED = AS_PUBLISHED, Formula("0 − {y}", neg)
BESIDE, APART_FROM_NONE = Formula("{own} − {B}", sub), Formula("{own}", pos)
DISTANCE_UP, DISTANCE_DOWN = Formula("{B} − {own}", sub), BESIDE
SHARE_UP = Formula("({B} − {own}) ÷ |{B}| × 100", lambda other, own: rates.distance(other - own, other))
SHARE_DOWN = Formula("({own} − {B}) ÷ |{B}| × 100", lambda own, other: rates.distance(own - other, other))
NARROWED = Formula("{d} − {d₀}", sub)

_LIMITS = {None: "{B}", As.DIFFERENCE: "{B} + {d}", As.PERCENT: "{B} + |{B}| × {d} ÷ 100", As.TIMES: "{B} × {d}"}
_FROM_BASE = {As.DIFFERENCE: "{b} + {d}", As.PERCENT: "{b} + |{b}| × {d} ÷ 100", As.TIMES: "{b} × {d}"}
_LIMITS_OF_NONE = {None: "0", As.DIFFERENCE: "{d}", As.PERCENT: "0 × {d}", As.TIMES: "0 × {d}"}


@cache
def from_base(how: As) -> Formula:
    """What a goal comes to that is told from its base b."""
    return Formula(_FROM_BASE[how], lambda base, told: Told(how, told).from_(base, told))


@cache
def short_of(how: As | None, *, benchmark: bool, floor: bool, edge: bool) -> Formula:
    """What is missing to a benchmark, or to what is told from it; to the `edge` less the tolerance.

    Without a benchmark the own figure is the distance itself. The terms are benchmark, told number and own figure (the
    own figure first where it is a ceiling), then the tolerance.
    """
    limit = (_LIMITS if benchmark else _LIMITS_OF_NONE)[how]

    def short(*terms: Decimal) -> Decimal:
        values = list(terms)
        tolerance = values.pop() if edge else ZERO
        own = values.pop() if floor else values.pop(0)
        other = values.pop(0) if benchmark else ZERO
        end = other if how is None else Told(how, values[0]).from_(other, values[0])
        return (end - own if floor else own - end) - tolerance

    text = f"{limit} − {{own}}" if floor else f"{{own}} − ({limit})"
    return Formula(f"{text} − {{tol}}" if edge else text, short)
