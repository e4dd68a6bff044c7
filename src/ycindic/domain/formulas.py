"""Which formulas are there? Each said once: how it is written, and the function that calculates it."""

from decimal import Decimal
from functools import cache
from operator import add, neg, pos, sub, truediv
from typing import NamedTuple

from ycindic.domain import rates
from ycindic.domain.model import HUNDRED, As, Told
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.rates import ONE, ZERO
from ycindic.domain.step import Formula

# As it was published, or put together of what was

AS_PUBLISHED = Formula("{y}", pos)
NIL, UNITY = Formula("0", lambda: ZERO), Formula("1", lambda: ONE)


@cache
def added(figures: int) -> Formula:
    """The sum of so many published figures."""
    if figures < 2:
        return AS_PUBLISHED if figures else NIL
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
        Formula(f"|{{{goal}}} − {{{value}}}| − {{tol}}", lambda middle, y, tolerance: abs(middle - y) - tolerance),
    )


GAP_OF_SUM, GAP_OF_RATE, GAP_OF_MEAN, GAP_OF_LEVEL = _gap("T", "C"), _gap("G", "g"), _gap("T", "a"), _gap("T", "y")

# What is done beside what should be

PACE = Formula("{c} ÷ {s}", rates.pace)
PACE_OF_CEILING = Formula("{s} ÷ {c}", lambda s, c: rates.cap_pace(c, s))
CATCH_UP = Formula("((1 − {c}) ÷ (1 − {s})) ÷ ({c} ÷ {s})", rates.catch_up)
LEAD = Formula("({c} − {t}) × 100", lambda c, t: (c - t).scaleb(2))
LEAD_OF_CEILING = Formula("({t} − {c}) × 100", lambda t, c: (t - c).scaleb(2))

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
ALONG_TYPED = {1: Formula("{s}", lambda s: s), 4: Formula("{s₁} + ({s₂} − {s₁}) × {k} ÷ {l}", rates.between)}
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

RATE_SO_FAR, MEAN_OF_LATE = Formula("{g}", pos), Formula("{l}", pos)
REST_OF_RATE = Formula("({G} − {w} × {g}) ÷ (1 − {w})", lambda goal, w, g: rates.required_rest(goal, g, w))
REST_OF_MEAN = Formula(
    "({n} × {G} − {m} × {a}) ÷ ({n} − {m})", lambda n, goal, m, so_far: rates.mean_of_rest(goal, so_far, m, n)
)
MEAN_OF_ALL = Formula(
    "({m} × {a} + ({n} − {m}) × {l}) ÷ {n}", lambda m, so_far, n, rest: rates.with_rest(so_far, m, rest, n - m)
)
MORE, LESS = Formula("{r} − {g}", sub), Formula("{g} − {r}", sub)
APART = Formula("|{r} − {g}|", lambda needed, now: abs(needed - now))


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
            Formula(f"({product} − 1) × {per}", lambda *every: rates.rate(rates.product(every, per), per)),
            Formula(
                f"ln({product}) ÷ ln(1 + {{G}} ÷ {per})",
                lambda *one: rates.compound_completion(rates.product(one[:-1], per), rates.factor(one[-1], per)),
            ),
            Formula(
                f"(((1 + {{G}} ÷ {per}) ÷ ({product}))^(1 ÷ ({{N}} − {{k}})) − 1) × {per}",
                lambda goal, *one: rates.compound_required(
                    rates.product(one[:-2], per), rates.factor(goal, per), one[-2] - one[-1], per
                ),
            ),
            Formula(f"((1 + {{a}} ÷ {per})^{{N}} − 1) × {per}", lambda a, n: rates.over(a, n, per)),
        )
    return Compounded(
        average,
        average,
        Formula(
            f"ln({product}) ÷ ln((1 + {{G}} ÷ {per})^{{N}})",
            lambda *one: rates.compound_completion(rates.product(one[:-2], per), rates.factor(one[-2], per) ** one[-1]),
        ),
        Formula(
            f"(((1 + {{G}} ÷ {per})^{{N}} ÷ ({product}))^(1 ÷ ({{N}} − {{k}})) − 1) × {per}",
            lambda goal, n, *one: rates.compound_required(
                rates.product(one[:-1], per), rates.factor(goal, per) ** n, n - one[-1], per
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
ADDED_A_YEAR = Formula("({y} − {b}) ÷ {n}", lambda y, b, years: (y - b) / years)
GROWTH_A_YEAR = Formula("(({y} ÷ {b})^(1 ÷ {n}) − 1) × 100", lambda y, b, years: rates.cagr(b, y, years))
REST_OF_WAY = Formula("({T} − {y}) ÷ {l}", lambda goal, y, left: (goal - y) / left)
REST_GROWTH_A_YEAR = Formula("(({T} ÷ {y})^(1 ÷ {l}) − 1) × 100", lambda goal, y, years: rates.cagr(y, goal, years))

# Beside another figure, or one's own of before

RISE_SO_FAR, FALL_SO_FAR = Formula("{y} − {b}", sub), Formula("{b} − {y}", sub)
AS_IT_IS, TURNED = AS_PUBLISHED, Formula("0 − {y}", neg)
AHEAD_OF, APART_FROM_NONE = Formula("{own} − {B}", sub), Formula("{own}", pos)
DISTANCE_UP, DISTANCE_DOWN = Formula("{B} − {own}", sub), AHEAD_OF
SHARE_UP = Formula("({B} − {own}) ÷ |{B}| × 100", lambda other, own: rates.worse_by(other - own, other))
SHARE_DOWN = Formula("({own} − {B}) ÷ |{B}| × 100", lambda own, other: rates.worse_by(own - other, other))
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


# At a glance: what decides nothing

GROWTH_ALONE = Formula(
    "(({C} − {C₀}) ÷ ({C′} − {C′₀}) − 1) × 100",
    lambda now, earlier, before, same: rates.growth(now - earlier, before - same),
)
GROWTH_OF_LEVEL = Formula("({y} ÷ {y′} − 1) × 100", rates.growth)
RATE_ALONE = Formula("({w} × {g} − {w₀} × {g₀}) ÷ ({w} − {w₀})", lambda w, g, w0, g0: rates.alone_rate(g, w, g0, w0))
CARRIED_OVER = Formula("({P₁₂} ÷ {Pₘ} − 1) × 100", rates.carry_over)
NEW_RISE = Formula("{g} − {c}", sub)
PULL_OF_RATE = Formula("{B} ÷ {A} × {g}", lambda base, whole, growth: rates.pull(growth, base / whole))
PULL_OF_SUM = Formula("({C} − {C′}) ÷ {A} × 100", lambda now, before, whole: HUNDRED * (now - before) / whole)
CONTRIBUTION = Formula("{p} ÷ {g} × 100", rates.contribution)
PULL_LEFT = Formula("{g} − {p}", sub)


@cache
def mean_of(values: int) -> Formula:
    """The plain mean of so many values."""
    sums = " + ".join(f"{{c{place}}}" for place in range(1, values + 1))
    return Formula(f"({sums}) ÷ {values}", lambda *every: sum(every, ZERO) / values)


# What if

WITH_RATE = Formula("({w} × {g} + {v} × {r}) ÷ ({w} + {v})", lambda w, g, v, rest: rates.with_rest(g, w, rest, v))
WITH_MEAN = Formula("({m} × {a} + {k} × {x}) ÷ ({m} + {k})", lambda m, so_far, k, x: rates.with_rest(so_far, m, x, k))
WITH_SUM = Formula("{C} + {x}", add)
REST_OF_YEAR, REST_OF_MEAN_OF_YEAR = REST_A_MONTH.fixed("n", MONTHS_A_YEAR), REST_OF_MEAN.fixed("n", MONTHS_A_YEAR)
ANNUALISED = Formula("((1 + {r} ÷ 100)^{p} − 1) × 100", rates.annualised)
REST_OF_YEARS = Formula(
    "(((1 + {G} ÷ 100)^{N} ÷ {P})^(1 ÷ {m}) − 1) × 100",
    lambda goal, years, so_far, left: rates.compound_required(so_far, rates.factor(goal) ** years, left),
)
COMPLETION_OF_YEARS = Formula(
    "ln({P}) ÷ ({N} × ln(1 + {G} ÷ 100))",
    lambda so_far, years, goal: rates.compound_completion(so_far, rates.factor(goal) ** years),
)
