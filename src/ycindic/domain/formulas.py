"""Which formulas are there? Each said once: how it is written, and the function that calculates it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from operator import sub, truediv
from typing import NamedTuple

from ycindic.domain import rates
from ycindic.domain.model import HUNDRED
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.rates import ONE, ZERO
from ycindic.domain.step import Formula

# As it was published, or put together of what was

AS_PUBLISHED = Formula("{y}", lambda y: y)


@cache
def added(figures: int) -> Formula:
    """The sum of so many published figures."""
    if figures == 1:
        return AS_PUBLISHED
    return Formula(" + ".join(f"{{C{place}}}" for place in range(1, figures + 1)), lambda *every: sum(every, ZERO))


@cache
def averaged(months: tuple[int, ...]) -> Formula:
    """The mean of published figures, each weighted by the months that it covers."""
    total, sums = sum(months), (f"{{a{place}}} × {one}" for place, one in enumerate(months, 1))

    def mean(*every: Decimal) -> Decimal:
        return sum((value * weight for value, weight in zip(every, months, strict=True)), ZERO) / total

    return AS_PUBLISHED if len(months) == 1 else Formula(f"({' + '.join(sums)}) ÷ {total}", mean)


# What every promise with a goal has

TIME = Formula("{m} ÷ {n}", truediv)
NOTHING, ALL = Formula("0", lambda: ZERO), Formula("1", lambda: ONE)


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

BY_MONTHS = Formula("{m} ÷ 12", lambda m: m / MONTHS_A_YEAR)
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
